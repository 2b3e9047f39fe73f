#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Screen lock: nothing is said on a lock screen, one reminder after it."""
import os
import sys

from desk import Session, tap

# A lock that is over sooner than this was no absence.
SHORT_LOCK_S = 60
LOCK_S = float(os.environ.get('BREADCRUMBS_LOCK_S', SHORT_LOCK_S + 2))


def test_reminder_waits_for_the_unlock():
    with Session() as desk:
        desk.start_screen_saver()
        desk.setting('idle-threshold', 1)
        desk.start_app()
        desk.start_editor()
        desk.capture('here > there')
        desk.be_away(1)
        desk.set_locked(True)
        desk.screen.nudge()
        desk.stays(lambda: not desk.notifications(), 3)
        desk.set_locked(False)
        desk.come_back()


def test_short_lock_is_no_absence():
    with Session() as desk:
        desk.start_screen_saver()
        desk.start_app()
        desk.start_editor()
        desk.capture('here > there')
        desk.set_locked(True)
        desk.set_locked(False)
        desk.screen.nudge()
        desk.stays(lambda: not desk.notifications(), 4)


def test_long_lock_is_an_absence():
    with Session() as desk:
        desk.start_screen_saver()
        desk.start_app()
        desk.start_editor()
        desk.capture('here > there')
        desk.set_locked(True)
        desk.stays(lambda: not desk.notifications(), LOCK_S)
        desk.set_locked(False)
        summary, _ = desk.come_back()
        assert summary == 'there', summary


def test_screen_saver_that_comes_late_and_goes():
    with Session() as desk:
        desk.start_app()
        desk.start_screen_saver()
        desk.set_locked(True)
        desk.processes.stop('screen-saver')
        desk.start_screen_saver()
        desk.capture('still here')


if __name__ == '__main__':
    sys.exit(tap.main())
