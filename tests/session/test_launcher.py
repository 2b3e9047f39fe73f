#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What launchers, taskbars and panels know the program by, and what they start it with."""
import configparser
import os
import shlex
import subprocess
import sys

from desk import Session, tap, wait_until
from desk.session import APP_ID

PATH = '/' + APP_ID.replace('.', '/')


def desktop_file(desk):
    """The sections of the installed desktop file."""
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str
    parser.read(os.path.join(desk.prefix, 'share/applications', f'{APP_ID}.desktop'), encoding='utf-8')
    return parser


def actions(desk):
    return desktop_file(desk)['Desktop Entry']['Actions'].strip(';').split(';')


def activate(desk, action):
    """As a launcher does that knows DBusActivatable; the bus starts the program."""
    desk.action(action)


def execute(desk, action):
    """As a launcher does that does not."""
    section = f'Desktop Action {action}' if action else 'Desktop Entry'
    subprocess.run(shlex.split(desktop_file(desk)[section]['Exec']), env=desk.environment,
                   check=True, timeout=30)


def see_capture(desk):
    desk.wait_for_capture()
    assert not desk.main_window(), desk.app_windows()


def see_preferences(desk):
    def focused():
        window = desk.screen.active_window()
        return window and window.title == 'Preferences'
    wait_until(focused, 'Preferences has the focus')


def see_resumed(desk):
    desk.wait_for_main_window()
    wait_until(lambda: desk.crumbs()[0]['state'] == 'resumed', 'the newest is resumed')
    assert desk.crumbs()[1]['state'] == 'open', 'the other is not'


SEEN = {'capture': see_capture, 'resume-newest': see_resumed, 'preferences': see_preferences}


def start_each(start):
    for action, see in SEEN.items():
        with Session() as desk:
            assert actions(desk) == list(SEEN), actions(desk)
            desk.breadcrumbs('add', 'older > one')
            desk.breadcrumbs('add', 'newer > two')
            desk.start_editor()
            start(desk, action)
            see(desk)


def test_each_action_starts_the_program_by_the_bus():
    start_each(activate)


def test_each_action_starts_the_program_by_its_command():
    start_each(execute)


def test_each_action_in_the_running_program():
    with Session() as desk:
        desk.start_app()
        known = desk.bus.call(APP_ID, PATH, 'org.gtk.Actions', 'DescribeAll')[0]
        for action in actions(desk):
            enabled, parameter, _ = known[action]
            assert enabled and parameter == '', (action, known[action])
        desk.start_editor()
        desk.action('capture')
        see_capture(desk)
        desk.screen.key('Escape')
        desk.wait_for_no_capture()
        desk.action('preferences')
        see_preferences(desk)


def test_resume_with_nothing_open_shows_the_window():
    with Session() as desk:
        desk.action('resume-newest')
        desk.wait_for_main_window()


def test_one_identity():
    with Session() as desk:
        desk.setting('idle-threshold', 1)
        desk.start_app()
        desk.start_editor()
        desk.capture('here > there')
        desk.breadcrumbs()
        assert desk.wait_for_main_window().wm_class == APP_ID, desk.main_window()
        desk.action('preferences')
        see_preferences(desk)
        assert desk.screen.active_window().wm_class == APP_ID, desk.screen.active_window()
        assert desk.tray.property('Id') == APP_ID
        entry = desktop_file(desk)['Desktop Entry']
        assert entry['Icon'] == APP_ID and entry['DBusActivatable'] == 'true', dict(entry)


def test_token_of_any_bytes_is_no_harm():
    with Session() as desk:
        desk.start_app()
        desk.start_editor()
        for token in ('', 'not granted', '_TIME4294967295', 'x_TIMEx', 'x' * 1_000_000, '\x1b[2J'):
            desk.action('capture', token=token)
            desk.wait_for_capture()
            desk.screen.key('Escape')
            desk.wait_for_no_capture()


def test_without_display_it_says_so_and_ends():
    with Session(panel=False, notifier=False) as desk:
        environment = {name: value for name, value in desk.environment.items() if name != 'DISPLAY'}
        program = os.path.join(desk.prefix, 'libexec', 'breadcrumbs-app')
        done = subprocess.run([program, '--gapplication-service'], env=environment,
                              capture_output=True, text=True, timeout=10, check=False)
        assert done.returncode == 1, done
        assert len(done.stderr.splitlines()) == 1 and 'WAYLAND_DISPLAY' in done.stderr, done
        assert not desk.app_pid()


if __name__ == '__main__':
    sys.exit(tap.main())
