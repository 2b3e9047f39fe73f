#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was typed is there again, whatever happened to the window or the program."""
import signal
import sys

from desk import Session, tap, wait_until


def test_draft_outlives_kill():
    with Session() as desk:
        desk.start_app()
        desk.open_capture()
        desk.screen.type('half a thought')
        wait_until(lambda: desk.is_kept('half a thought'), 'the draft is kept', 3)
        desk.end_app(signal.SIGKILL)
        desk.start_app()
        desk.open_capture()
        desk.screen.type(' more')
        desk.screen.key('Return')
        desk.wait_for_no_capture()
        assert [crumb['line'] for crumb in desk.crumbs()] == ['half a thought more']


def test_draft_outlives_escape_and_focus_loss():
    with Session() as desk:
        desk.start_app()
        editor = desk.start_editor()
        desk.open_capture()
        desk.screen.type('one')
        desk.screen.key('Escape')
        desk.wait_for_no_capture()
        desk.open_capture()
        desk.screen.type(' two')
        desk.screen.click(editor.x + 20, editor.y + editor.height - 20)
        desk.wait_for_no_capture()
        desk.open_capture()
        desk.screen.type(' three')
        desk.screen.key('Return')
        desk.wait_for_no_capture()
        assert [crumb['line'] for crumb in desk.crumbs()] == ['one two three']


def test_saved_draft_is_gone():
    with Session() as desk:
        desk.start_app()
        desk.capture('first')
        desk.capture('second')
        assert sorted(crumb['line'] for crumb in desk.crumbs()) == ['first', 'second']


def test_acknowledged_crumb_outlives_kill():
    with Session() as desk:
        desk.start_app()
        desk.capture('saved')
        desk.end_app(signal.SIGKILL)
        assert [crumb['line'] for crumb in desk.crumbs()] == ['saved']


def test_empty_enter_is_a_mark_and_ctrl_enter_is_verbatim():
    with Session() as desk:
        desk.start_app()
        desk.capture('')
        desk.open_capture()
        desk.screen.type('a > b #c')
        desk.screen.key('Ctrl+Return')
        desk.wait_for_no_capture()
        verbatim, mark = desk.crumbs()
        assert verbatim['where'] == 'a > b #c' and verbatim['next'] is None, verbatim
        assert mark['line'] == '' and mark['state'] == 'open', mark


if __name__ == '__main__':
    sys.exit(tap.main())
