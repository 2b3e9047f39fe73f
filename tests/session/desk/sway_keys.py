#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the command behind `nop` in each of sway's key bindings that is pressed."""
import json
import subprocess


def main():
    subscription = subprocess.Popen(['swaymsg', '-r', '-m', '-t', 'subscribe', '["binding"]'],
                                    stdout=subprocess.PIPE, text=True)
    for line in subscription.stdout:
        verb, *command = json.loads(line)['binding']['command'].split()
        if verb == 'nop':
            subprocess.Popen(command)


if __name__ == '__main__':
    main()
