#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tray: its rows do what they say, and hosts come and go."""
import sys

from desk import Session, tap, wait_until


def test_rows():
    with Session() as desk:
        desk.start_app()
        desk.start_editor()
        desk.tray.click('Leave a Breadcrumb')
        desk.wait_for_capture()
        desk.screen.type('fix parser > add a test')
        desk.screen.key('Return')
        desk.wait_for_no_capture()
        wait_until(lambda: 'add a test' in desk.tray.labels()[0], 'the open crumb is on top')
        desk.tray.click('Resume')
        desk.wait_for_main_window()
        wait_until(lambda: desk.crumbs()[0]['state'] == 'resumed', 'the crumb counts as resumed')


def test_clicks_on_the_icon():
    with Session() as desk:
        desk.start_app()
        desk.tray.activate()
        desk.wait_for_main_window()
        desk.tray.activate('SecondaryActivate')
        desk.wait_for_capture()


def test_quit():
    with Session() as desk:
        desk.start_app()
        desk.tray.click('Quit')
        wait_until(lambda: not desk.app_pid(), 'the program has quit')


def test_host_restarts():
    with Session() as desk:
        desk.start_app()
        desk.capture('here > there')
        for _ in range(2):
            desk.processes.stop('panel')
            wait_until(lambda: not desk.tray.item(), 'the host is gone')
            desk.start_panel()
            wait_until(desk.tray.item, 'the item is registered again')
            assert 'there' in desk.tray.labels()[0], desk.tray.labels()


def test_host_comes_late():
    with Session(panel=False) as desk:
        desk.start_app()
        desk.capture('here > there')
        desk.start_panel()
        wait_until(desk.tray.item, 'the item is registered')


def test_no_host_at_all():
    with Session(panel=False) as desk:
        desk.start_app()
        desk.capture('here')
        desk.wait_for_service('tray', 'waiting')


if __name__ == '__main__':
    sys.exit(tap.main())
