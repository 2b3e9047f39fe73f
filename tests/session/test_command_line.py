#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line and the open window work on the same data."""
import sys

from desk import Session, tap, wait_until


def test_window_shows_what_the_command_line_adds():
    with Session() as desk:
        desk.start_app()
        desk.breadcrumbs()
        window = desk.wait_for_main_window()
        before = desk.still_picture(window)
        desk.breadcrumbs('add', 'from a script > look here')
        wait_until(lambda: desk.screen.pixels(window) != before, 'the window shows it', 1)
        wait_until(lambda: 'look here' in desk.tray.labels()[0], 'the tray shows it', 1)


def test_tray_follows_the_answers():
    with Session() as desk:
        desk.start_app()
        desk.breadcrumbs('add', 'here > there')
        wait_until(lambda: 'there' in desk.tray.labels()[0], 'the tray shows it', 1)
        desk.breadcrumbs('let-go')
        wait_until(lambda: 'there' not in str(desk.tray.labels()), 'the tray forgets it', 1)
        desk.breadcrumbs('undo')
        wait_until(lambda: 'there' in desk.tray.labels()[0], 'the tray shows it again', 1)


def test_without_display_and_bus():
    with Session(panel=False, notifier=False) as desk:
        for name in ('DISPLAY', 'DBUS_SESSION_BUS_ADDRESS'):
            desk.environment.pop(name)
        desk.breadcrumbs('add', 'over ssh > go on')
        assert desk.crumbs()[0]['next'] == 'go on'
        refused = desk.breadcrumbs('capture', check=False)
        assert refused.returncode == 1, refused
        assert len(refused.stderr.splitlines()) == 1, refused


def test_status_names_what_serves():
    with Session() as desk:
        desk.start_app()
        for service, backend in (('hotkey', 'x11'), ('idle', 'x11'), ('tray', 'status-notifier')):
            desk.wait_for_service(service)
            assert backend in str(desk.service(service)).lower(), desk.service(service)


def test_status_holds_no_words_of_a_breadcrumb():
    with Session() as desk:
        desk.setting('idle-threshold', 1)
        desk.start_app()
        desk.start_editor('marimba.py')
        desk.capture('zanzibar > quokka #wombat @numbat')
        desk.be_away(1)
        desk.come_back()
        desk.open_capture()
        desk.screen.type('xylophone')
        wait_until(lambda: desk.is_kept('xylophone'), 'the draft is kept', 3)
        for options in ((), ('--json',)):
            told = desk.breadcrumbs('status', *options).stdout.lower()
            assert 'libnotify' in told and 'idle' in told, told
            for word in ('zanzibar', 'quokka', 'wombat', 'numbat', 'marimba', 'xylophone'):
                assert word not in told, (word, told)


if __name__ == '__main__':
    sys.exit(tap.main())
