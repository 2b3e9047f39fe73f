#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every verb on the data file, run as a user does: no display, no bus."""

import os
import stat
import unittest

from cli_case import CliCase, main

FIELDS = ['schema', 'id', 'created', 'line', 'where', 'next', 'topics', 'persons',
          'kind', 'timebox_s', 'ask', 'state', 'context']


class Add(CliCase):
    def test_says_what_was_left(self):
        result = self.run_well('add', 'fix the parser > add a test #billing')
        crumb = self.run_well('last', '--json').object()
        self.assertEqual(result.out, f'Left {crumb["id"][-8:]}: add a test\n')

    def test_json_has_every_field_in_its_type(self):
        crumb = self.add('+ fix the parser > add a test #billing @ana !q ~25m')
        self.assertEqual(list(crumb), FIELDS)
        self.assertEqual(crumb['schema'], 1)
        self.assertRegex(crumb['id'], r'^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$')
        self.assertRegex(crumb['created'], r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$')
        self.assertEqual(crumb['line'], '+ fix the parser > add a test #billing @ana !q ~25m')
        self.assertEqual(crumb['where'], 'fix the parser')
        self.assertEqual(crumb['next'], 'add a test')
        self.assertEqual(crumb['topics'], ['billing'])
        self.assertEqual(crumb['persons'], ['ana'])
        self.assertEqual(crumb['kind'], 'question')
        self.assertEqual(crumb['timebox_s'], 1500)
        self.assertIs(crumb['ask'], True)
        self.assertEqual(crumb['state'], 'parked')

    def test_json_of_what_is_missing(self):
        crumb = self.add('a')
        self.assertEqual([crumb[name] for name in FIELDS[3:12]],
                         ['a', 'a', None, [], [], None, None, False, 'open'])

    def test_words_are_joined(self):
        self.assertEqual(self.add('fix', 'the', 'parser')['line'], 'fix the parser')

    def test_nothing_is_a_mark(self):
        self.assertEqual(self.add()['line'], '')
        self.assertTrue(self.run_well('add').out.startswith('Left a mark, '))

    def test_verbatim(self):
        crumb = self.add('--verbatim', 'x > y #z')
        self.assertEqual((crumb['where'], crumb['next'], crumb['topics']), ('x > y #z', None, []))
        self.assertEqual(self.get(crumb)['where'], 'x > y #z')

    def test_next(self):
        crumb = self.add('--next', 'a test for x > y', 'fix > it')
        self.assertEqual(crumb['next'], 'a test for x > y')
        self.assertEqual(crumb['where'], 'fix > it')

    def test_next_alone(self):
        self.assertEqual(self.add('--next', 'call Ana')['line'], '> call Ana')

    def test_next_that_could_not_follow(self):
        self.assertEqual(self.add('--next', '3 tests fail', 'shop')['next'], '"3 tests fail"')

    def test_input(self):
        self.assertEqual(self.add('-', stdin=b'from a pipe #x\n')['line'], 'from a pipe #x')

    def test_input_keeps_inner_breaks(self):
        crumb = self.add('-', stdin=b'one\ntwo\n\n')
        self.assertEqual((crumb['line'], crumb['where']), ('one\ntwo\n', 'one two'))

    def test_input_of_the_greatest_length(self):
        line = '漢' * 10000
        self.assertEqual(self.add('-', stdin=(line + '\r\n').encode())['line'], line)

    def test_empty_input_is_a_mark(self):
        self.assertEqual(self.add('-')['line'], '')

    def test_scripts_survive_a_plain_locale(self):
        result = self.run_well('add', 'упал импорт > проверить 漢字 #склад')
        self.assertIn('проверить 漢字', result.out)

    def test_after_two_dashes_all_is_text(self):
        self.assertEqual(self.add('--', '--json', '-x')['line'], '--json -x')

    def test_file_is_private(self):
        os.umask(0o022)
        self.add('a')
        self.assertEqual(stat.S_IMODE(os.stat(self.folder).st_mode), 0o700)
        self.assertEqual(stat.S_IMODE(os.stat(self.file).st_mode), 0o600)

    def test_two_at_once_both_count(self):
        started = [self.start('add', f'line {number}') for number in range(12)]
        for process in started:
            out, err = process.communicate(timeout=60)
            self.assertEqual((process.returncode, err), (0, b''))
        lines = {crumb['line'] for crumb in self.run_well('list', '--json').objects()}
        self.assertEqual(lines, {f'line {number}' for number in range(12)})


class DryRun(CliCase):
    def test_json_has_every_field(self):
        crumb = self.add('--dry-run', 'where > next #a @b !inc ~1h')
        self.assertEqual(list(crumb), FIELDS)
        self.assertEqual([crumb[name] for name in ('id', 'created', 'state', 'context')], [None] * 4)
        self.assertEqual((crumb['where'], crumb['next']), ('where', 'next'))
        self.assertEqual((crumb['kind'], crumb['timebox_s']), ('incident', 3600))

    def test_touches_nothing(self):
        self.run_well('add', '--dry-run', 'where > next')
        self.assertFalse(os.path.exists(os.path.join(self.root, 'data')))

    def test_works_beside_a_broken_file(self):
        os.makedirs(self.folder)
        with open(self.file, 'w') as file:
            file.write('no database')
        self.run_well('add', '--dry-run', '--json', 'a')

    def test_text(self):
        self.assertEqual(self.run_well('add', '--dry-run', '+ where > next #a').out,
                         'next\n  where\n  #a\n  an ask, to be parked\n')


class Context(CliCase):
    def test_directory(self):
        context = self.add('a')['context']
        self.assertEqual(context['directory'], os.path.realpath(self.work))
        self.assertEqual([context[name] for name in ('application', 'title', 'repository', 'branch')], [None] * 4)

    def test_repository(self):
        top = self.make_dir('work/shop')
        self.make_dir('work/shop/.git')
        with open(os.path.join(top, '.git', 'HEAD'), 'w') as head:
            head.write('ref: refs/heads/fix/login\n')
        context = self.add('a', cwd=self.make_dir('work/shop/src'))['context']
        self.assertEqual((context['repository'], context['branch']), ('shop', 'fix/login'))

    @unittest.skipUnless('GSETTINGS_SCHEMA_DIR' in os.environ, 'the settings schema is not built')
    def test_can_be_switched_off(self):
        self.env['GSETTINGS_BACKEND'] = 'keyfile'
        folder = self.make_dir('config/glib-2.0/settings')
        with open(os.path.join(folder, 'keyfile'), 'w') as file:
            file.write('[org/example/Breadcrumbs]\ncapture-context=false\n')
        self.assertIsNone(self.add('a')['context'])


class Read(CliCase):
    def setUp(self):
        super().setUp()
        self.first = self.add('one > alpha #billing @ana')
        self.second = self.add('two > beta #Deploy @leo !bug')
        self.third = self.add('+ three #billing')

    def ids(self, *args):
        return [crumb['id'] for crumb in self.run_well('list', '--json', *args).objects()]

    def test_list_is_newest_first(self):
        self.assertEqual(self.ids(), [self.third['id'], self.second['id'], self.first['id']])

    def test_list_rows(self):
        rows = self.run_well('list').out.split('\n')
        self.assertEqual(len(rows), 4)
        self.assertEqual(rows[1], f'{self.second["id"][-8:]}  just now        open      beta  #Deploy @leo !bug')

    def test_limit(self):
        self.assertEqual(self.ids('--limit', '2'), [self.third['id'], self.second['id']])

    def test_topic_in_any_case_with_or_without_sign(self):
        self.assertEqual(self.ids('--topic', 'deploy'), [self.second['id']])
        self.assertEqual(self.ids('--topic', '#DEPLOY'), [self.second['id']])

    def test_person(self):
        self.assertEqual(self.ids('--person', '@ana'), [self.first['id']])

    def test_kind(self):
        self.assertEqual(self.ids('--kind', 'bug'), [self.second['id']])

    def test_state(self):
        self.assertEqual(self.ids('--state', 'parked'), [self.third['id']])

    def test_search(self):
        self.assertEqual(self.ids('--search', 'alpha'), [self.first['id']])
        self.assertEqual(self.ids('--search', '"; DROP TABLE crumb'), [])

    def test_time(self):
        self.assertEqual(len(self.ids('--since', 'today')), 3)
        self.assertEqual(len(self.ids('--since', '1h')), 3)
        self.assertEqual(self.ids('--until', '1h'), [])
        self.assertEqual(self.ids('--until', '2020-01-01'), [])

    def test_last(self):
        self.assertEqual(self.run_well('last', '--json').object(), self.third)
        self.assertEqual(self.run_well('last', '--json', '--topic', 'deploy').object(), self.second)

    def test_last_of_nothing(self):
        self.assert_fails(self.call('last', '--topic', 'none'), 1, 'no such breadcrumb')

    def test_show(self):
        for name in (self.first['id'], self.first['id'].upper(), self.first['id'][-8:]):
            self.assertEqual(self.run_well('show', '--json', name).object()['id'], self.first['id'])

    def test_show_card(self):
        out = self.run_well('show', self.second['id']).out
        self.assertTrue(out.startswith('beta\n  two\n  #Deploy @leo !bug\n'), out)

    def test_control_characters_do_not_reach_the_terminal(self):
        self.add('\x1b]0;owned\x07\x1b[2J\u202egnp.exe \x9b31m > next\x1b[0m #a')
        for args in (['list'], ['last']):
            out = self.run_well(*args).out
            self.assertFalse(set(out) & set('\x1b\x07\x9b\u202e'), out)


class Empty(CliCase):
    def test_reading_makes_no_file(self):
        self.assertEqual(self.run_well('list').out, '')
        self.assertEqual(self.run_well('list', '--json').out, '')
        self.assert_fails(self.call('last'), 1)
        self.assertFalse(os.path.exists(self.file))

    def test_nothing_open(self):
        for verb in ('resume', 'later', 'let-go'):
            self.assert_fails(self.call(verb), 1, 'No breadcrumb is open')

    def test_nothing_to_undo(self):
        self.assert_fails(self.call('undo'), 1, 'nothing to undo')


class Act(CliCase):
    def setUp(self):
        super().setUp()
        self.first = self.add('one > alpha #a')
        self.second = self.add('two > beta #b')

    def test_resume_takes_the_newest_open(self):
        self.assertTrue(self.run_well('resume').out.startswith('beta\n  two\n'))
        self.assertEqual(self.get(self.second)['state'], 'resumed')
        self.assertEqual(self.run_well('resume', '--json').object()['id'], self.first['id'])
        self.assert_fails(self.call('resume'), 1, 'No breadcrumb is open')

    def test_resume_by_id_leaves_the_others(self):
        self.run_well('resume', self.first['id'][-8:])
        self.assertEqual(self.get(self.first)['state'], 'resumed')
        self.assertEqual(self.get(self.second)['state'], 'open')

    def test_resume_shows_the_trail(self):
        third = self.add('three > gamma #B')
        out = self.run_well('resume').out
        self.assertTrue(out.startswith('gamma\n'), out)
        self.assertIn(self.second['id'][-8:], out)
        self.assertNotIn(self.first['id'][-8:], out)
        self.assertEqual(self.get(third)['state'], 'resumed')

    def test_later_keeps_it_open(self):
        self.assertIn('beta', self.run_well('later').out)
        self.assertEqual(self.get(self.second)['state'], 'open')

    def test_let_go(self):
        self.assertEqual(self.run_well('let-go', '--json', self.first['id']).object()['state'], 'let-go')

    def test_undo_of_resume(self):
        self.run_well('resume')
        self.assertTrue(self.run_well('undo').out.startswith(f'Undone: {self.second["id"][-8:]} '))
        self.assertEqual(self.get(self.second)['state'], 'open')

    def test_undo_of_let_go_in_json(self):
        self.run_well('let-go')
        self.assertEqual(self.run_well('undo', '--json').object()['state'], 'open')

    def test_undo_of_add(self):
        self.assertIn('is taken back', self.run_well('undo').out)
        self.assertEqual([crumb['id'] for crumb in self.run_well('list', '--json').objects()], [self.first['id']])

    def test_undo_goes_back_step_by_step(self):
        self.run_well('let-go')
        self.run_well('resume')
        self.run_well('undo')
        self.run_well('undo')
        self.assertEqual({crumb['state'] for crumb in self.run_well('list', '--json').objects()}, {'open'})

    def test_no_such_id(self):
        for verb in ('show', 'resume', 'later', 'let-go'):
            for name in ('ffffffff', 'x', '', '%', '01a20aea-9c4e-7df3-8914-642f85f3ecfd', "' OR 1=1 --"):
                self.assert_fails(self.call(verb, name), 1, 'No breadcrumb has the id')

    def test_an_ask_is_no_place(self):
        ask = self.add('+ review @leo')
        self.assert_fails(self.call('resume', ask['id']), 1)
        self.assertEqual(self.get(ask)['state'], 'parked')


if __name__ == '__main__':
    main()
