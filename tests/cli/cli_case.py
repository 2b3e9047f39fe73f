# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the real `breadcrumbs` share: a home of their own, and one call."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.environ['BREADCRUMBS']


class Result:
    def __init__(self, done):
        self.status = done.returncode
        self.out = done.stdout.decode('utf-8')
        self.err = done.stderr.decode('utf-8')

    def objects(self):
        return [json.loads(line) for line in self.out.split('\n')[:-1]]

    def object(self):
        objects = self.objects()
        assert len(objects) == 1, self.out
        return objects[0]


class CliCase(unittest.TestCase):
    """A home, data folder and runtime folder of its own; no display, no bus."""

    maxDiff = None

    def setUp(self):
        self.root = tempfile.mkdtemp(prefix='breadcrumbs-cli-')
        self.addCleanup(shutil.rmtree, self.root)
        self.env = {
            'HOME': self.make_dir('home'),
            'XDG_DATA_HOME': os.path.join(self.root, 'data'),
            'XDG_CONFIG_HOME': self.make_dir('config'),
            'XDG_CACHE_HOME': self.make_dir('cache'),
            'XDG_RUNTIME_DIR': self.make_dir('run'),
            'PATH': os.environ['PATH'],
            'LC_ALL': 'C',
            'TZ': 'UTC',
            'G_DEBUG': 'fatal-warnings',
            'GSETTINGS_BACKEND': 'memory',
        }
        for name in ('GSETTINGS_SCHEMA_DIR', 'ASAN_OPTIONS', 'UBSAN_OPTIONS', 'LSAN_OPTIONS'):
            if name in os.environ:
                self.env[name] = os.environ[name]
        self.work = self.make_dir('work')
        self.folder = os.path.join(self.root, 'data', 'breadcrumbs')
        self.file = os.path.join(self.folder, 'breadcrumbs.db')

    def make_dir(self, name):
        path = os.path.join(self.root, name)
        os.makedirs(path, mode=0o700)
        return path

    def start(self, *args, **options):
        return subprocess.Popen([PROGRAM, *args], env=self.env, cwd=options.pop('cwd', self.work),
                                stdin=options.pop('stdin', subprocess.DEVNULL),
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)

    def call(self, *args, stdin=b'', cwd=None):
        return Result(subprocess.run([PROGRAM, *args], env=self.env, cwd=cwd or self.work, input=stdin,
                                     stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60))

    def run_well(self, *args, **options):
        result = self.call(*args, **options)
        self.assertEqual((result.status, result.err), (0, ''))
        return result

    def add(self, *args, **options):
        return self.run_well('add', '--json', *args, **options).object()

    def get(self, crumb):
        return self.run_well('show', '--json', crumb['id']).object()

    def assert_fails(self, result, status, *words):
        """One line on standard error, nothing on standard output."""
        self.assertEqual(result.status, status, result.err)
        self.assertEqual(result.out, '')
        self.assertTrue(result.err.startswith('breadcrumbs: '), result.err)
        self.assertEqual(result.err.count('\n'), 1, result.err)
        self.assertTrue(result.err.endswith('\n'))
        for word in words:
            self.assertIn(word, result.err)

    def open_file(self):
        return sqlite3.connect(self.file)


def main():
    """Speaks TAP, so that a skipped test is seen to be skipped."""
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__'])
    tests = [test for group in suite for test in group]
    print(f'1..{len(tests)}')
    bad = 0
    for number, test in enumerate(tests, 1):
        result = unittest.TestResult()
        test.run(result)
        name = test.id().removeprefix('__main__.')
        if result.skipped:
            print(f'ok {number} {name} # SKIP {result.skipped[0][1]}')
        elif result.wasSuccessful():
            print(f'ok {number} {name}')
        else:
            bad += 1
            print(f'not ok {number} {name}')
            for _, trace in result.errors + result.failures:
                print(''.join(f'# {line}\n' for line in trace.split('\n')), end='')
        sys.stdout.flush()
    sys.exit(bad > 0)
