# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs a desktop is made of, each in a process group of its own."""
import os
import signal
import subprocess


class Processes:
    """Starts programs by name, with their output in files, and ends them all."""

    def __init__(self, environment, logs):
        self.environment = environment
        self._logs = logs
        self._running = {}

    def start(self, name, *command, pass_fds=()):
        log = open(self.log(name), 'ab')
        process = subprocess.Popen(
            command, env=self.environment, stdin=subprocess.DEVNULL, stdout=log,
            stderr=subprocess.STDOUT, start_new_session=True, pass_fds=pass_fds)
        log.close()
        self._running[name] = process
        return process

    def start_and_ask(self, name, *command):
        """Start a program that writes one line to the descriptor put for {fd}."""
        reader, writer = os.pipe()
        self.start(name, *[part.format(fd=writer) for part in command], pass_fds=(writer,))
        os.close(writer)
        with os.fdopen(reader) as answer:
            line = answer.readline().strip()
        if not line:
            raise RuntimeError(f'{name} did not start: {self.output(name)}')
        return line

    def names(self):
        return list(self._running)

    def is_running(self, name):
        process = self._running.get(name)
        return process is not None and process.poll() is None

    def stop(self, name, how=signal.SIGTERM):
        process = self._running.pop(name, None)
        if process is None:
            return
        for number in (how, signal.SIGKILL):
            try:
                os.killpg(process.pid, number)
            except ProcessLookupError:
                break
            try:
                process.wait(3)
            except subprocess.TimeoutExpired:
                continue
        process.wait()

    def stop_all(self):
        for name in reversed(list(self._running)):
            self.stop(name)

    def log(self, name):
        return os.path.join(self._logs, f'{name}.log')

    def output(self, name):
        try:
            with open(self.log(name), encoding='utf-8', errors='replace') as log:
                return log.read()
        except FileNotFoundError:
            return ''
