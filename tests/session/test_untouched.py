#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Resident and untouched, the program does not wake."""
import os
import sys

from desk import Session, tap, wait_until

WATCH_S = float(os.environ.get('BREADCRUMBS_UNTOUCHED_S', 20))


def wakes(pid):
    """Voluntary context switches of each thread, by its number and name."""
    found = {}
    for thread in os.listdir(f'/proc/{pid}/task'):
        with open(f'/proc/{pid}/task/{thread}/status', encoding='utf-8') as status:
            fields = dict(line.split(':', 1) for line in status)
        found[f'{thread} {fields["Name"].strip()}'] = int(fields['voluntary_ctxt_switches'])
    return found


def untouched(desk):
    pid = desk.app_pid()
    wait_until(lambda: is_settled(desk, pid), 'the program has come to rest', 60)
    before = wakes(pid)
    desk.stays(lambda: True, WATCH_S)
    after = wakes(pid)
    woken = {name: count - before.get(name, 0) for name, count in after.items()
             if count != before.get(name)}
    assert not woken, f'threads woke in {WATCH_S} s: {woken}'


def is_settled(desk, pid):
    before = wakes(pid)
    desk.stays(lambda: True, 3)
    return wakes(pid) == before


def test_resident():
    with Session() as desk:
        desk.start_app()
        untouched(desk)


def test_after_a_capture():
    with Session() as desk:
        desk.start_app()
        desk.start_editor()
        desk.capture('here > there')
        untouched(desk)


if __name__ == '__main__':
    sys.exit(tap.main())
