#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One program, however often it is started."""
import os
import subprocess
import sys

from desk import Session, tap, wait_until


def test_second_start_shows_the_window_of_the_first():
    with Session() as desk:
        desk.start_app()
        first = desk.app_pid()
        program = os.path.join(desk.prefix, 'libexec', 'breadcrumbs-app')
        second = subprocess.run([program], env=desk.environment, capture_output=True,
                                text=True, timeout=10, check=False)
        assert second.returncode == 0, second
        assert not second.stdout + second.stderr, second
        desk.wait_for_main_window()
        assert desk.app_pid() == first


def test_command_shows_the_window():
    with Session() as desk:
        desk.breadcrumbs()
        desk.wait_for_main_window()
        first = desk.app_pid()
        desk.breadcrumbs('--background')
        desk.breadcrumbs()
        assert desk.app_pid() == first
        assert len(desk.app_windows()) == 1, desk.app_windows()


def test_capture_from_the_command_line():
    with Session() as desk:
        desk.start_editor()
        desk.breadcrumbs('--capture')
        desk.wait_for_capture()
        desk.screen.type('typed')
        desk.screen.key('Return')
        desk.wait_for_no_capture()
        assert desk.crumbs()[0]['line'] == 'typed'
        assert not desk.main_window(), 'only the small window was asked for'


def test_close_is_not_quit():
    with Session() as desk:
        desk.start_app()
        desk.breadcrumbs()
        window = desk.wait_for_main_window()
        desk.screen.close_window(window)
        wait_until(lambda: not desk.main_window(), 'the window is closed')
        desk.capture('still here')
        assert desk.crumbs()[0]['line'] == 'still here'


if __name__ == '__main__':
    sys.exit(tap.main())
