#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Out of one machine and into another: all of it, once, and whatever else is in the file."""

import csv
import io
import json
import os
import signal
import sqlite3
import subprocess
import time
import uuid

from cli_case import CliCase, PROGRAM, Result, main

DEVICE = '01a213e1-012e-70b4-8e3d-bf427b170e66'
MANY = 200_000


def make_record(number, line=None):
    at = f'2026-01-05T09:{number // 60 % 60:02}:{number % 60:02}.{number % 1000000:06}Z'
    line = line if line is not None else f'line {number} > step {number} #topic{number % 7}'
    return {'schema': 1, 'type': 'crumb', 'id': str(uuid.UUID(int=number + 1)), 'created': at, 'line': line,
            'events': [{'id': str(uuid.UUID(int=number + (1 << 64))), 'type': 'created', 'at': at,
                        'device': DEVICE, 'value': line}]}


def make_lines(numbers):
    return ''.join(json.dumps(make_record(number)) + '\n' for number in numbers).encode()


def wait_for(condition):
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline, 'waited in vain'
        time.sleep(0.01)


class ExchangeCase(CliCase):
    def setUp(self):
        super().setUp()
        self.elsewhere = dict(self.env, XDG_DATA_HOME=self.make_dir('elsewhere'))

    def call_elsewhere(self, *args, stdin=b''):
        return Result(subprocess.run([PROGRAM, *args], env=self.elsewhere, cwd=self.work, input=stdin,
                                     capture_output=True, timeout=60))

    def write(self, name, content):
        path = os.path.join(self.work, name)
        with open(path, 'wb') as file:
            file.write(content)
        return path

    def count(self):
        with self.open_file() as file:
            number = file.execute('SELECT count(*) FROM crumb').fetchone()[0]
        file.close()
        return number


class RoundTrip(ExchangeCase):
    def test_whole(self):
        first = self.add('one > alpha #billing @ana !bug ~25m')
        self.add('--verbatim', '+ two #no')
        self.add('three \033[31m\n\u202efour')
        self.run_well('resume', first['id'])
        self.add()
        self.run_well('undo')

        out = self.run_well('export').out
        self.assertEqual(self.call_elsewhere('import', '-', stdin=out.encode()).status, 0)
        self.assertEqual(self.call_elsewhere('export').out, out)
        self.assertEqual(self.call_elsewhere('list', '--json').out, self.run_well('list', '--json').out)

    def test_fields(self):
        crumb = self.add('one > alpha #billing @ana !bug ~25m')
        record = self.run_well('export').object()
        self.assertEqual({name: record[name] for name in crumb}, crumb)
        self.assertEqual((record['type'], record['verbatim'], record['deleted']), ('crumb', False, False))
        self.assertEqual([event['type'] for event in record['events']], ['created'])
        self.assertEqual(record['events'][0]['value'], crumb['line'])

    def test_nothing_to_export(self):
        self.assertEqual(self.run_well('export').out, '')
        self.assertFalse(os.path.exists(self.file))

    def test_nothing_for_a_terminal_to_obey(self):
        self.add('a\033]0;title\007 \u009b31m \u202e b')
        for name in ('jsonl', 'csv', 'markdown'):
            out = self.run_well('export', '--format', name).out
            for sign in '\033\007\u009b\u202e':
                self.assertNotIn(sign, out)


class Table(ExchangeCase):
    def read(self):
        out = self.run_well('export', '--format', 'csv').out
        self.assertEqual(out.count('\n'), out.count('\r\n'))
        return list(csv.DictReader(io.StringIO(out, newline='')))

    def test_cells(self):
        crumb = self.add('say "hi", ana\nagain > alpha #a #b @ana !bug ~25m')
        self.add()
        self.run_well('undo')
        row, = self.read()
        self.assertEqual(row['id'], crumb['id'])
        self.assertEqual(row['line'], 'say "hi", ana again > alpha #a #b @ana !bug ~25m')
        self.assertEqual((row['topics'], row['persons'], row['kind'], row['timebox_s']), ('a b', 'ana', 'bug', '1500'))
        self.assertEqual((row['ask'], row['state'], row['directory']), ('false', 'open', os.path.realpath(self.work)))

    def test_no_formula(self):
        for line in ('=1+1', '+1', '-1', '@sum', '\t=1', ' =1', '＝1'):
            self.add('--verbatim', '--', line)
        self.add('plain = text')
        lines = [row['line'] for row in self.read()]
        self.assertEqual(lines, ["'=1+1", "'+1", "'-1", "'@sum", "' =1", "' =1", "'＝1", 'plain = text'])


class Diary(ExchangeCase):
    def test_days(self):
        self.call('import', '-', stdin=make_lines([1]))
        self.add('a *bold* <b> > step_two #x')
        out = self.run_well('export', '--format', 'markdown').out
        self.assertTrue(out.startswith('## 2026-01-05, Monday\n\n- 09:00 **step 1** · line 1 · #topic1 · open\n\n## '), out)
        self.assertIn(r'**step\_two** · a \*bold\* \<b\> · #x · open', out)


class Files(ExchangeCase):
    def test_format_by_name(self):
        self.add('one')
        for name, start in (('a.jsonl', '{'), ('a.csv', 'id,'), ('a.MD', '## '), ('a', '{')):
            self.assertEqual(self.run_well('export', name).out, 'Exported 1 breadcrumb\n')
            with open(os.path.join(self.work, name)) as file:
                self.assertTrue(file.read().startswith(start))
        self.run_well('export', '--format', 'csv', 'a.md')
        with open(os.path.join(self.work, 'a.md')) as file:
            self.assertTrue(file.read().startswith('id,'))

    def test_private_and_whole(self):
        self.add('one')
        path = self.write('a.jsonl', b'older')
        os.chmod(path, 0o644)
        os.symlink('a.jsonl', os.path.join(self.work, 'link.jsonl'))
        self.run_well('export', 'link.jsonl')
        self.assertTrue(os.path.islink(os.path.join(self.work, 'link.jsonl')))
        self.assertEqual(os.stat(path).st_mode & 0o777, 0o600)
        self.assertEqual(sorted(os.listdir(self.work)), ['a.jsonl', 'link.jsonl'])

    def test_failure_leaves_what_was(self):
        self.write('a.jsonl', b'older')
        os.makedirs(self.file)
        self.assert_fails(self.call('export', 'a.jsonl'), 1)
        with open(os.path.join(self.work, 'a.jsonl')) as file:
            self.assertEqual(file.read(), 'older')
        self.assertEqual(os.listdir(self.work), ['a.jsonl'])

    def test_data_file_is_spared(self):
        self.add('one')
        os.symlink(self.file, os.path.join(self.work, 'link'))
        for name in (self.file, 'link'):
            self.assert_fails(self.call('export', name), 1, 'data file')
        self.assertEqual(self.count(), 1)

    def test_cannot_be_written(self):
        self.add('one')
        self.assert_fails(self.call('export', 'no/such/folder'), 1, 'no/such/folder')
        self.assert_fails(self.call('export', self.work), 1, self.work)
        self.assert_fails(self.call('export', '/dev/full'), 1, '/dev/full')
        with open('/dev/full', 'wb') as full:
            done = subprocess.run([PROGRAM, 'export'], env=self.env, stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b'cannot be written', done.stderr)

    def test_cannot_be_read(self):
        self.assert_fails(self.call('import', 'none.jsonl'), 1, 'none.jsonl')
        self.assertFalse(os.path.exists(self.file))
        self.assert_fails(self.call('import', self.work), 1, self.work)


class Broken(ExchangeCase):
    good = make_lines([1]) + make_lines([2])

    def test_reported_by_number(self):
        lines = [b'\xef\xbb\xbf' + make_lines([1]).rstrip() + b'\r\n', b'no record\n', b'\n', b'\xff\n', b'a\0b\n',
                 json.dumps(make_record(3, 'x' * 10001)).encode() + b'\n', b'{"schema":2,"type":"crumb"}\n',
                 b'[' * 100000 + b'\n', make_lines([2]).rstrip()]
        result = self.call('import', '-', stdin=b''.join(lines))
        self.assertEqual((result.status, result.out), (1, ''))
        *reports, summary = result.err.splitlines()
        self.assertEqual([report.split(':')[:2] for report in reports],
                         [['-', number] for number in ('2', '4', '5', '6', '7', '8')])
        self.assertIn('10000', reports[3])
        self.assertIn('newer', reports[4])
        self.assertEqual(summary, 'breadcrumbs: 6 lines are no records. Imported 2 new, changed 0; 0 were there already')
        self.assertEqual(self.count(), 2)

    def test_giant_line(self):
        self.assertEqual(self.call('import', '-', stdin=b'x' * (17 << 20) + b'\n' + self.good).status, 1)
        self.assertEqual(self.count(), 2)

    def test_strict_is_all_or_nothing(self):
        for source in (self.write('a.jsonl', self.good + b'no record\n'), '-'):
            stdin = self.good + b'no record\n' if source == '-' else b''
            result = self.call('import', '--strict', source, stdin=stdin)
            self.assertEqual((result.status, result.out), (1, ''))
            self.assertEqual(result.err, f'{source}:3: It is not JSON.\n'
                                         'breadcrumbs: 1 line is no record; nothing was imported\n')
            self.assertEqual(self.count(), 0)
        for _ in range(2):
            self.run_well('import', '--strict', '-', stdin=self.good)
            self.assertEqual(self.count(), 2)

    def test_dry_run(self):
        self.assertEqual(self.run_well('import', '--dry-run', '-', stdin=self.good).out,
                         'Would import 2 new, change 0; 0 are there already\n')
        self.assertFalse(os.path.exists(self.file))

    def test_history_of_another(self):
        thief = make_record(9)
        thief['events'][0]['id'] = make_record(1)['events'][0]['id']
        result = self.call('import', '-', stdin=self.good + json.dumps(thief).encode())
        self.assertIn('-:3: ', result.err)
        self.assertEqual(self.count(), 2)
        self.run_well('list')

    def test_nothing(self):
        self.run_well('import', '-', stdin=b'')
        self.run_well('import', '-', stdin=b'\xef\xbb\xbf')


class Large(ExchangeCase):
    def fill(self, number):
        """Rows as they lie in the file; what the export does not read is left out."""
        self.add('first')
        with self.open_file() as file:
            for trigger in ('crumb_insert_entry', 'crumb_insert_fts'):
                file.execute(f'DROP TRIGGER {trigger}')
            file.execute('''
                WITH RECURSIVE count (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM count WHERE n < ?)
                INSERT INTO crumb (id, uuid, created_us, line, verbatim, ask, state, state_us)
                SELECT n, randomblob(16), 1767603600000000 + n, 'line ' || n || ' > step ' || n, 0, 0, 'open', 0 FROM count
                ''', (number,))
            file.execute('''
                INSERT INTO event (uuid, crumb_id, device, at_us, type, value)
                SELECT uuid, id, zeroblob(16), created_us, 'created', line FROM crumb WHERE id > 1''')
        file.close()

    def measure(self, *args, env=None):
        """The largest resident size, KiB."""
        process = subprocess.Popen([PROGRAM, *args], env=env or self.env, cwd=self.work,
                                   stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(process.returncode, 0)
        return usage.ru_maxrss

    def test_memory_does_not_grow(self):
        if 'ASAN_OPTIONS' in self.env:
            self.skipTest('the sanitizer keeps what was freed')
        formats = ('jsonl', 'csv', 'markdown')
        self.fill(2000)
        small = {name: self.measure('export', '--format', name, f'small.{name}') for name in formats}
        small_import = self.measure('import', '--dry-run', 'small.jsonl', env=self.elsewhere)
        os.unlink(self.file)
        self.fill(MANY)
        for name in formats:
            self.assertLess(self.measure('export', '--format', name, f'large.{name}'), small[name] + 4096)
        self.assertLess(self.measure('import', '--dry-run', 'large.jsonl', env=self.elsewhere), small_import + 4096)
        with open(os.path.join(self.work, 'large.jsonl')) as file:
            self.assertEqual(sum(1 for line in file), MANY)

    def test_others_may_write(self):
        process = self.start('import', self.write('a.jsonl', make_lines(range(4000))))
        added = 0
        while process.poll() is None:
            self.add(f'meanwhile {added}')
            added += 1
        out, err = process.communicate()
        self.assertEqual((process.returncode, err), (0, b''))
        self.assertGreater(added, 0)
        self.assertEqual(self.count(), 4000 + added)

    def test_a_slow_reader_holds_nobody_up(self):
        self.fill(5000)
        process = self.start('export')
        self.assertEqual(process.stdout.read(1), b'{')
        with self.open_file() as file:
            file.execute('UPDATE meta SET value = value')
        file.execute('PRAGMA busy_timeout = 0')
        self.assertEqual(file.execute('PRAGMA wal_checkpoint(TRUNCATE)').fetchone()[0], 0)
        file.close()
        self.assertEqual(len(process.stdout.read().splitlines()), 5000)
        process.communicate()

    def test_interrupted(self):
        process = self.start('import', '-', stdin=subprocess.PIPE)
        process.stdin.write(make_lines(range(700)))
        process.stdin.flush()
        wait_for(lambda: os.path.exists(self.file) and self.count_or_none() == 500)
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
        self.assertEqual(process.returncode, 1)
        self.assertEqual(process.stderr.read(), b'breadcrumbs: Stopped before the end. '
                                                b'Imported 500 new, changed 0; 0 were there already\n')
        self.assertEqual(self.count(), 500)
        process.stdin.close()
        process.stdout.close()
        process.stderr.close()

    def test_interrupted_export_leaves_nothing(self):
        self.fill(20_000)
        process = self.start('export', 'a.jsonl')
        wait_for(lambda: os.listdir(self.work))
        process.send_signal(signal.SIGSTOP)
        process.send_signal(signal.SIGTERM)
        process.send_signal(signal.SIGCONT)
        out, err = process.communicate(timeout=30)
        self.assertEqual((process.returncode, out, err), (1, b'', b'breadcrumbs: Stopped before the end\n'))
        self.assertEqual(os.listdir(self.work), [])

    def count_or_none(self):
        try:
            return self.count()
        except sqlite3.OperationalError:
            return None


if __name__ == '__main__':
    main()
