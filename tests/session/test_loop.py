#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job: leave a line, go, come back, be told, click, be there."""
import sys

from desk import Session, tap, wait_until

LINE = 'totals differ by 1 cent > rerun refund test #billing @ana'


def test_leave_come_back_and_resume():
    with Session() as desk:
        desk.setting('idle-threshold', 2)
        desk.start_app()
        editor = desk.start_editor()

        desk.capture(LINE)
        wait_until(lambda: desk.screen.active_window() == editor, 'the focus is back')
        crumb = desk.crumbs()[0]
        assert crumb['line'] == LINE, crumb
        assert crumb['where'] == 'totals differ by 1 cent', crumb
        assert crumb['next'] == 'rerun refund test', crumb
        assert crumb['topics'] == ['billing'] and crumb['persons'] == ['ana'], crumb
        assert crumb['state'] == 'open', crumb

        desk.be_away(2)
        assert not desk.notifications(), 'nobody was back yet'
        summary, body = desk.come_back()
        assert summary == 'rerun refund test', summary
        assert 'totals differ by 1 cent' in body and 'billing' in body, body
        assert 'rerun refund test' in desk.tray.labels()[0], desk.tray.labels()

        desk.click_notification()
        desk.wait_for_main_window()
        wait_until(lambda: desk.crumbs()[0]['state'] == 'resumed', 'the crumb counts as resumed')
        assert not any('rerun refund test' in label for label in desk.tray.labels())


def test_context_of_the_window_that_was_active():
    with Session() as desk:
        desk.start_app()
        desk.start_editor('refund.py')
        desk.capture('here')
        context = desk.crumbs()[0]['context']
        assert context['title'] == 'refund.py', context
        assert context['application'].lower() == 'editor', context


def test_one_reminder_for_one_return():
    with Session() as desk:
        desk.setting('idle-threshold', 1)
        desk.start_app()
        desk.start_editor()
        desk.capture('here > there')
        desk.be_away(1)
        desk.come_back()
        desk.setting('idle-threshold', 600)
        for _ in range(5):
            desk.screen.nudge()
        desk.stays(lambda: len(desk.notifications()) == 1, 2)


def test_nothing_open_nothing_said():
    with Session() as desk:
        desk.setting('idle-threshold', 1)
        desk.start_app()
        desk.be_away(1)
        desk.screen.nudge()
        desk.stays(lambda: not desk.notifications(), 3)


if __name__ == '__main__':
    sys.exit(tap.main())
