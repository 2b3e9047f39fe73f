#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A click takes one there although the program has been quit since."""
import sys

from desk import Session, tap, wait_until


def test_click_on_a_reminder_that_outlived_the_program():
    with Session() as desk:
        desk.setting('idle-threshold', 1)
        desk.start_app()
        desk.start_editor()
        desk.capture('here > there')
        desk.be_away(1)
        desk.come_back()
        desk.quit_app()
        desk.click_notification()
        desk.wait_for_main_window()
        wait_until(lambda: desk.crumbs()[0]['state'] == 'resumed', 'the crumb counts as resumed')


def test_action_starts_the_program():
    with Session() as desk:
        desk.breadcrumbs('add', 'here > there')
        crumb = desk.crumbs()[0]
        assert not desk.app_pid(), 'the command line needs no program'
        desk.action('show-crumb', crumb['id'])
        desk.wait_for_main_window()
        assert desk.crumbs()[0]['state'] == 'open', 'to look is not to resume'
        desk.action('resume', crumb['id'])
        wait_until(lambda: desk.crumbs()[0]['state'] == 'resumed', 'the crumb counts as resumed')


def test_crumbs_outlive_quit():
    with Session() as desk:
        desk.start_app()
        desk.capture('first')
        desk.quit_app()
        desk.start_app()
        assert [crumb['line'] for crumb in desk.crumbs()] == ['first']


if __name__ == '__main__':
    sys.exit(tap.main())
