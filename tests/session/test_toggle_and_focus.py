#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The capture window comes and goes, and leaves the focus where it was."""
import sys

from desk import Session, tap, wait_until


def back_in(desk, editor):
    wait_until(lambda: desk.screen.active_window() == editor, 'the focus is back')


def test_hotkey_closes_what_it_opened():
    with Session() as desk:
        desk.start_app()
        editor = desk.start_editor()
        desk.open_capture()
        desk.screen.type('kept')
        desk.screen.key(desk.hotkey)
        desk.wait_for_no_capture()
        back_in(desk, editor)
        desk.open_capture()
        desk.screen.key('Return')
        desk.wait_for_no_capture()
        lines = [crumb['line'] for crumb in desk.crumbs()]
        assert lines == ['kept'], lines


def test_work_goes_on_where_it_was():
    with Session() as desk:
        desk.start_app()
        other = desk.start_editor('other.py', '60x10+700+600')
        editor = desk.start_editor('refund.py')
        for round_number in range(3):
            desk.screen.type(f'before{round_number} ')
            desk.capture(f'crumb{round_number}')
            back_in(desk, editor)
            desk.screen.type(f'after{round_number}\n')
        wait_until(lambda: 'after2' in desk.typed(), 'the editor got its keys')
        assert desk.typed() == ''.join(f'before{n} after{n}\n' for n in range(3)), desk.typed()
        assert desk.typed(other.title) == ''


def test_own_window_gets_the_focus_back():
    with Session() as desk:
        desk.start_app()
        desk.start_editor()
        desk.breadcrumbs()
        window = desk.wait_for_main_window()
        desk.capture('saved')
        back_in(desk, window)
        desk.open_capture()
        desk.screen.key('Escape')
        desk.wait_for_no_capture()
        back_in(desk, window)


def test_over_a_dialog_that_blocks_the_other_windows():
    with Session() as desk:
        desk.start_app()
        desk.breadcrumbs()
        desk.wait_for_main_window()
        desk.breadcrumbs('--preferences')
        wait_until(lambda: desk.screen.active_window().title == 'Preferences', 'Preferences has the focus')
        preferences = desk.screen.active_window()
        desk.capture('typed')
        assert [crumb['line'] for crumb in desk.crumbs()] == ['typed']
        back_in(desk, preferences)
        desk.breadcrumbs()
        back_in(desk, preferences)
        desk.open_capture()
        desk.screen.key('Down')
        desk.screen.key('Return')
        desk.wait_for_main_window()


def test_down_and_enter_resume():
    with Session() as desk:
        desk.start_app()
        desk.start_editor()
        desk.capture('older > one')
        desk.capture('newer > two')
        desk.open_capture()
        desk.screen.key('Down')
        desk.screen.key('Return')
        desk.wait_for_no_capture()
        wait_until(lambda: desk.crumbs()[0]['state'] == 'resumed', 'the newest is resumed')
        assert [crumb['state'] for crumb in desk.crumbs()] == ['resumed', 'open']


def test_no_key_is_lost_in_a_hurry():
    with Session() as desk:
        desk.start_app()
        desk.start_editor()
        for number in range(10):
            desk.capture(f'note {number}')
        lines = [crumb['line'] for crumb in reversed(desk.crumbs())]
        assert lines == [f'note {number}' for number in range(10)], lines


if __name__ == '__main__':
    sys.exit(tap.main())
