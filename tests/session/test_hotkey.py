#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The global hotkey: lock keys, layouts, other programs, another key."""
import subprocess
import sys

from Xlib import X

from desk import Session, tap, wait_until


def press_and_see(desk):
    desk.open_capture()
    desk.screen.key('Escape')
    desk.wait_for_no_capture()


def test_lock_keys():
    with Session() as desk:
        desk.start_app()
        for key, bit in (('Num_Lock', X.Mod2Mask), ('Caps_Lock', X.LockMask)):
            desk.screen.key(key)
            wait_until(lambda bit=bit: desk.screen.is_locked(bit), f'{key} is on')
            press_and_see(desk)
        desk.screen.key('Num_Lock')
        wait_until(lambda: not desk.screen.is_locked(X.Mod2Mask), 'Num_Lock is off')
        press_and_see(desk)


def test_taken_by_another_program():
    with Session() as desk:
        assert desk.screen.grab_key(desk.hotkey)
        desk.start_app(hotkey=False)
        desk.wait_for_service('hotkey', 'unavailable')
        assert 'Another program' in str(desk.service('hotkey')), desk.service('hotkey')
        desk.screen.release_keys()

        desk.setting('hotkey', '<Control><Alt>j')
        desk.wait_for_service('hotkey')
        desk.hotkey = 'Ctrl+Alt+j'
        press_and_see(desk)


def test_changed_while_running():
    with Session() as desk:
        desk.start_app()
        desk.setting('hotkey', '<Control><Alt>j')
        wait_until(lambda: not desk.screen.is_key_taken(desk.hotkey), 'the old key is free')
        desk.wait_for_service('hotkey')
        desk.hotkey = 'Ctrl+Alt+j'
        press_and_see(desk)


def test_key_moves_with_the_layout():
    with Session() as desk:
        desk.start_app()
        subprocess.run(['setxkbmap', 'us', 'dvorak'], env=desk.environment, check=True)
        desk.reconnect_screen()
        # What is b on a US keyboard is x here.
        wait_until(lambda: not desk.screen.is_key_taken('Super+Shift+x'), 'the old place is free')
        desk.wait_for_service('hotkey')
        press_and_see(desk)


def test_second_group():
    with Session() as desk:
        subprocess.run(['setxkbmap', '-layout', 'us,ru', '-option', 'grp:caps_toggle'],
                       env=desk.environment, check=True)
        desk.reconnect_screen()
        desk.start_app()
        desk.screen.key('ISO_Next_Group')
        press_and_see(desk)


def test_held_key_counts_once():
    with Session() as desk:
        desk.start_app()
        for key in ('Super_L', 'Shift_L', 'b'):
            desk.screen.press(key)
        desk.wait_for_capture()
        desk.stays(desk.capture_window, 1.5)
        for key in ('b', 'Shift_L', 'Super_L'):
            desk.screen.release(key)
        desk.stays(desk.capture_window, 0.3)


if __name__ == '__main__':
    sys.exit(tap.main())
