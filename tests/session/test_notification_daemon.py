#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Notification daemons come and go; the program neither waits nor complains."""
import sys

from desk import Session, tap


def leave_and_return(desk):
    desk.be_away(1)
    return desk.come_back()


def test_daemon_restarts():
    with Session() as desk:
        desk.setting('idle-threshold', 1)
        desk.start_app()
        desk.start_editor()
        desk.capture('first > one')
        assert leave_and_return(desk)[0] == 'one'
        desk.processes.stop('notifier')
        desk.start_notifier()
        desk.capture('second > two')
        assert leave_and_return(desk)[0] == 'two'
        desk.click_notification()
        desk.wait_for_main_window()


def test_no_daemon():
    with Session(notifier=False) as desk:
        desk.setting('idle-threshold', 1)
        desk.start_app()
        desk.start_editor()
        desk.capture('first')
        desk.be_away(1)
        desk.screen.nudge()
        desk.capture('second')
        assert len(desk.crumbs()) == 2


def test_text_is_hidden():
    with Session() as desk:
        desk.setting('idle-threshold', 1)
        desk.setting('hide-notification-text', 'true')
        desk.start_app()
        desk.start_editor()
        desk.capture('salary talk > call legal #secret')
        told = str(leave_and_return(desk))
        assert not any(word in told for word in ('salary', 'legal', 'secret')), told


def test_markup_is_shown_as_typed():
    with Session() as desk:
        desk.setting('idle-threshold', 1)
        desk.start_app()
        desk.start_editor()
        desk.capture('if a<b & c > print <b>x</b> &amp;')
        summary, body = leave_and_return(desk)
        assert summary == 'print <b>x</b> &amp;', summary
        assert '&lt;' in body or 'a<b' in body, body


if __name__ == '__main__':
    sys.exit(tap.main())
