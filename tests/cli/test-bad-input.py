#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever comes in: one clear line, the right exit status, nothing overwritten, nothing lost."""

import os
import subprocess

from cli_case import CliCase, PROGRAM, Result, main

NEW_VERBS = (['add', 'x'], ['resume'], ['later'], ['let-go'], ['undo'])
READ_VERBS = (['list'], ['last'], ['show', 'ffffffff'])


def read(path):
    with open(path, 'rb') as file:
        return file.read()


class Usage(CliCase):
    def test_unknown_things(self):
        for args in (['foo'], ['--foo'], ['-x'], ['add', '--foo'], ['list', '--frobnicate'], ['help', 'foo']):
            self.assert_fails(self.call(*args), 2, '--help')

    def test_missing_and_superfluous(self):
        for args in (['show'], ['show', 'a', 'b'], ['undo', 'x'], ['add', '--next'], ['list', '--limit'],
                     ['capture', 'x'], ['--version', 'x'], ['add', '--verbatim', '--next', 'a', 'b']):
            self.assert_fails(self.call(*args), 2, '--help')

    def test_wrong_values(self):
        for args in (['--limit', '0'], ['--limit', 'x'], ['--since', 'soon'], ['--until', '2026-99-99'],
                     ['--state', 'shut'], ['--kind', 'b'], ['--topic', '']):
            self.assert_fails(self.call('list', *args), 2, args[0].removeprefix('--'))

    def test_nothing_is_made(self):
        self.call('add', '--foo', 'x')
        self.assertFalse(os.path.exists(os.path.join(self.root, 'data')))

    def test_bytes_in_options(self):
        for args in ([b'\xff'], [b'--\xff'], [b'list', b'--search', b'\xff'], [b'show', b'\xff']):
            result = Result(subprocess.run([os.fsencode(PROGRAM), *args], env=self.env, capture_output=True))
            self.assert_fails(result, 1 if args[0] == b'show' else 2)

    def test_help_and_version(self):
        for args in (['--help'], ['-h'], ['help']):
            self.assertIn('let-go', self.run_well(*args).out)
        for verb in ('add', 'last', 'list', 'show', 'resume', 'later', 'let-go', 'undo', 'status', 'export', 'import',
                     'capture', 'help'):
            self.assertEqual(self.run_well('help', verb).out, self.run_well(verb, '--help').out)
            self.assertTrue(self.run_well('help', verb).out.startswith(f'Usage: breadcrumbs {verb}'))
        self.assertRegex(self.run_well('--version').out, r'^breadcrumbs \d+\.\d+\.\d+\n$')


class Lines(CliCase):
    def assert_refused(self, result, *words):
        self.assert_fails(result, 1, *words)
        self.assertFalse(os.path.exists(self.file))

    def test_no_text(self):
        for line in (b'\xff', b'a \xc3', b'\xed\xa0\x80', b'\xf4\x90\x80\x80'):
            self.assert_refused(self.call('add', '-', stdin=line), 'UTF-8')
            result = Result(subprocess.run([PROGRAM.encode(), b'add', line], env=self.env, capture_output=True))
            self.assert_refused(result, 'UTF-8')

    def test_no_text_in_the_next_step(self):
        result = Result(subprocess.run([PROGRAM.encode(), b'add', b'--next', b'\xff', b'a'],
                                       env=self.env, capture_output=True))
        self.assert_refused(result, 'UTF-8')

    def test_nul(self):
        self.assert_refused(self.call('add', '-', stdin=b'a\0b'), 'NUL')
        self.assert_refused(self.call('add', '-', stdin=b'\0'), 'NUL')

    def test_too_long(self):
        self.assert_refused(self.call('add', 'x' * 10001), '10000')
        self.assert_refused(self.call('add', '-', stdin=b'x' * 10001), '10000')
        self.assert_refused(self.call('add', '-', stdin=b'x' * 1000000), '10000')
        self.assert_refused(self.call('add', '-', stdin='漢'.encode() * 400000), '10000')
        self.assert_refused(self.call('add', '--next', 'y' * 6000, 'x' * 6000), '10000')

    def test_endless_input_is_given_up(self):
        with open('/dev/zero', 'rb') as zeros:
            process = self.start('add', '-', stdin=zeros)
            out, err = process.communicate(timeout=20)
        self.assertEqual(process.returncode, 1)
        self.assertIn(b'10000', err)

    def test_input_that_cannot_be_read(self):
        folder = os.open(self.root, os.O_RDONLY)
        self.addCleanup(os.close, folder)
        process = self.start('add', '-', stdin=folder)
        out, err = process.communicate(timeout=20)
        self.assertEqual(process.returncode, 1)
        self.assertIn(b'Standard input', err)

    def test_output_that_cannot_be_written(self):
        with open('/dev/full', 'wb') as full:
            done = subprocess.run([PROGRAM, '--help'], env=self.env, stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b'cannot be written', done.stderr)


class Files(CliCase):
    def assert_untouched(self, content, *words):
        for args in (*NEW_VERBS, *READ_VERBS):
            self.assert_fails(self.call(*args), 1, self.file, *words)
            self.assertEqual(read(self.file), content)
        self.assertEqual(os.listdir(self.folder), ['breadcrumbs.db'])

    def write(self, content):
        os.makedirs(self.folder, mode=0o700)
        with open(self.file, 'wb') as file:
            file.write(content)

    def test_no_database(self):
        content = b'Dear diary, ' * 1000
        self.write(content)
        self.assert_untouched(content, 'not one of Breadcrumbs')

    def test_short_no_database(self):
        self.write(b'x')
        self.assert_untouched(b'x', 'not one of Breadcrumbs')

    def test_somebody_elses_database(self):
        os.makedirs(self.folder, mode=0o700)
        with self.open_file() as other:
            other.execute('PRAGMA application_id = 42')
            other.execute('CREATE TABLE diary (text)')
        other.close()
        self.assert_untouched(read(self.file), 'not one of Breadcrumbs')

    def test_newer_database(self):
        self.add('kept')
        with self.open_file() as newer:
            newer.execute('PRAGMA journal_mode = DELETE')
            newer.execute('PRAGMA user_version = 9999')
        newer.close()
        self.assert_untouched(read(self.file), 'newer Breadcrumbs')

    def test_damaged_database_is_not_overwritten(self):
        for number in range(50):
            self.add(f'line {number} ' + 'x' * 500)
        with self.open_file() as file:
            file.execute('PRAGMA journal_mode = DELETE')
        file.close()
        content = bytearray(read(self.file))
        content[4096:] = b'\x5a' * (len(content) - 4096)
        with open(self.file, 'wb') as file:
            file.write(content)
        self.assert_fails(self.call('list'), 1, 'damaged')
        self.assert_fails(self.call('add', 'x'), 1, 'damaged')
        self.assertEqual(read(self.file), bytes(content))

    def test_folder_in_the_way(self):
        os.makedirs(self.file)
        for args in (*NEW_VERBS, *READ_VERBS):
            self.assert_fails(self.call(*args), 1)

    def test_file_in_place_of_the_folder(self):
        os.makedirs(os.path.dirname(self.folder))
        with open(self.folder, 'w') as file:
            file.write('mine')
        for args in NEW_VERBS:
            self.assert_fails(self.call(*args), 1)
        self.assertEqual(read(self.folder), b'mine')

    def test_status_tells_of_a_broken_file(self):
        self.write(b'no database at all')
        self.assertIn('Data problem', self.run_well('status').out)
        status = self.run_well('status', '--json').object()
        self.assertIsNotNone(status['data']['problem'])
        self.assertIsNone(status['data']['open'])


class ReadOnly(CliCase):
    """Permission bits do not bind root, a read-only mount does."""

    def remount(self):
        try:
            subprocess.run(['mount', '--bind', self.folder, self.folder], check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            self.skipTest('no right to mount')
        self.addCleanup(subprocess.run, ['umount', self.folder], check=True)
        subprocess.run(['mount', '-o', 'remount,bind,ro', self.folder], check=True)

    def make_read_only(self):
        if os.getuid() == 0:
            self.remount()
            return
        os.chmod(self.file, 0o400)
        os.chmod(self.folder, 0o500)
        self.addCleanup(os.chmod, self.folder, 0o700)

    def test_write_says_why(self):
        self.add('kept')
        self.make_read_only()
        self.assert_fails(self.call('add', 'x'), 1, self.folder)
        self.assert_fails(self.call('resume'), 1)

    def test_read_works_or_says_why(self):
        self.add('kept')
        self.make_read_only()
        result = self.call('list', '--json')
        if result.status == 0:
            self.assertEqual(result.object()['line'], 'kept')
        else:
            self.assert_fails(result, 1, self.folder)


class NoDesktop(CliCase):
    def test_app_verbs_say_why_not(self):
        for args in ([], ['capture'], ['--capture'], ['--background']):
            self.assert_fails(self.call(*args), 1, 'bus')

    def test_status(self):
        self.add('secret words > hidden step')
        out = self.run_well('status').out
        self.assertIn(self.file, out)
        self.assertRegex(out, r'(?m)^Open +1$')
        self.assertNotIn('secret', out)
        self.assertNotIn('hidden', out)

    def test_status_in_json(self):
        status = self.run_well('status', '--json').object()
        self.assertEqual(list(status), ['schema', 'version', 'install', 'running', 'problem', 'desktop', 'session', 'bus', 'data',
                                         'last_away', 'app', 'services'])
        self.assertEqual((status['running'], status['app'], status['services']), (False, None, None))
        self.assertEqual((status['session'], status['bus'], status['last_away']), (None, None, None))
        self.assertIn('bus', status['problem'])
        self.assertEqual(status['data'], {'path': self.file, 'problem': None, 'schema_version': 1, 'open': 0})
        self.assertFalse(os.path.exists(self.file))

    def test_bus_that_is_gone(self):
        self.env['DBUS_SESSION_BUS_ADDRESS'] = 'unix:path=/nonexistent'
        self.assert_fails(self.call(), 1, 'bus')
        self.add('a')
        self.run_well('status')


if __name__ == '__main__':
    main()
