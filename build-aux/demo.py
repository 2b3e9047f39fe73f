#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""demo.py BUILD [--keep]: play the main loop on a private virtual desktop.

Says each step as it happens, with the time it took, and leaves pictures.
"""
import os
import shutil
import sys
import tempfile
import time

TOP = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
sys.path.insert(0, os.path.join(TOP, 'tests', 'session'))
from desk import Session, wait_until

LINE = 'totals differ by 1 cent > rerun the refund test #billing @ana'
NEXT = 'rerun the refund test'
IDLE_S = 3


class Story:
    """Steps, said when they are done."""

    def __init__(self, desk, pictures):
        self.desk = desk
        self._pictures = pictures
        self._number = 0
        self._last = time.monotonic()

    def done(self, what, picture=None):
        now = time.monotonic()
        print(f'  ✓ {what}  ({now - self._last:.2f} s)', flush=True)
        if picture:
            self._number += 1
            self.desk.screen.picture(os.path.join(self._pictures, f'{self._number:02}-{picture}.png'))
        self._last = time.monotonic()


def work(story):
    desk = story.desk
    desk.setting('idle-threshold', IDLE_S)
    desk.start_app()
    story.done('Breadcrumbs is resident: hotkey grabbed, tray icon on the panel')
    desk.breadcrumbs('add', 'invoice layout > ask for the new logo #billing')
    desk.breadcrumbs('add', 'refund rounding > look at Money.split() #billing')
    editor = desk.start_editor()
    desk.screen.type('def refund(order):\n    total = sum(order.lines)\n')
    wait_until(lambda: 'total' in desk.typed(), 'the editor got its keys')
    story.done('Somebody works in another window', 'work')
    return editor


def leave(story, editor):
    desk = story.desk
    started = time.monotonic()
    desk.open_capture()
    story.done('Super+Shift+B pressed there: the capture window has the focus', 'capture-empty')
    desk.screen.type(LINE)
    desk.stays(desk.capture_window, 0.3)
    story.done('One line typed, read as it is typed', 'capture-line')
    desk.screen.key('Return')
    desk.wait_for_no_capture()
    wait_until(lambda: desk.screen.active_window() == editor, 'the focus is back')
    story.done(f'Enter: saved and closed, the focus is back in the editor '
               f'({time.monotonic() - started:.1f} s for all of it)')
    crumb = desk.crumbs()[0]
    assert crumb['line'] == LINE and crumb['next'] == NEXT, crumb
    story.done(f'breadcrumbs list --json has it: next "{crumb["next"]}", '
               f'topics {crumb["topics"]}, persons {crumb["persons"]}')


def come_back(story):
    desk = story.desk
    desk.be_away(IDLE_S)
    assert not desk.notifications(), 'nothing is said to an empty chair'
    story.done(f'Away: {IDLE_S} s without input, and nothing said meanwhile')
    desk.screen.nudge()
    (summary, body), = wait_until(desk.notifications, 'the reminder', 4)
    assert summary == NEXT, summary
    wait_until(desk.shown_notification, 'the notification is on the screen')
    story.done(f'Back: one notification, in her own words: "{summary}"', 'reminder')
    print('      ' + body.replace('\n', ' · '))
    top = desk.tray.labels()[0]
    assert NEXT in top, top
    story.done(f'The tray offers the same: {top}')


def resume(story):
    desk = story.desk
    desk.setting('idle-threshold', 600)
    desk.click_notification()
    desk.wait_for_main_window()
    wait_until(lambda: desk.crumbs()[0]['state'] == 'resumed', 'the crumb counts as resumed')
    desk.still_picture(desk.main_window())
    story.done('A click: the window is raised on the resume card, the crumb is resumed', 'resume-card')
    desk.screen.key('Escape')
    window = desk.main_window()
    desk.still_picture(window)
    story.done('The timeline has it all', 'timeline')
    print('\n'.join('      ' + line for line in desk.breadcrumbs('list').stdout.splitlines()))
    story.done('So has the command line (breadcrumbs list)')


def play(build, keep):
    pictures = os.path.join(TOP, build, 'demo')
    shutil.rmtree(pictures, ignore_errors=True)
    os.makedirs(pictures)
    with tempfile.TemporaryDirectory(prefix='breadcrumbs-demo-') as folder, \
            Session(prefix=os.path.join(TOP, build, 'install'), folder=folder) as desk:
        display = desk.environment['DISPLAY']
        story = Story(desk, pictures)
        story.done(f'A private desktop on display {display}: Xvfb, openbox, xfce4-panel, dunst')
        editor = work(story)
        leave(story, editor)
        come_back(story)
        resume(story)
        print(f'Pictures: {pictures}', flush=True)
        if keep:
            linger(desk)


def linger(desk):
    print('The desktop stays until Enter. To reach it:')
    for name in ('DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME'):
        print(f'  export {name}={desk.environment[name]}')
    try:
        sys.stdin.readline()
    except KeyboardInterrupt:
        pass


def main():
    build, *options = sys.argv[1:]
    try:
        play(build, '--keep' in options)
    except (AssertionError, RuntimeError, OSError) as problem:
        sys.exit(f'run: {problem}')


if __name__ == '__main__':
    main()
