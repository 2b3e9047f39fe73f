#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The stories of every desktop, on the one that BREADCRUMBS_DESKTOP names."""
import importlib
import os
import sys
import tempfile

import stories
from desk import tap

# Each kind of desktop and its module; what one is made of need not be installed where another is.
MODULES = {'sway': 'sway', 'gnome': 'gnome', 'plasma': 'plasma',
           'xfce': 'panels', 'lxqt': 'panels', 'mate': 'panels', 'cinnamon': 'panels'}
KIND = os.environ.get('BREADCRUMBS_DESKTOP', 'sway')
Desk = getattr(importlib.import_module(f'desk.{MODULES[KIND]}'), KIND.capitalize())


def test_leave_come_back_and_click():
    with Desk() as desk:
        stories.leave_come_back_and_click(desk)


def test_every_press_opens_a_focused_window():
    with Desk() as desk:
        stories.every_press_opens_a_focused_window(desk)


def test_every_return_reminds_once():
    with Desk() as desk:
        stories.every_return_reminds_once(desk)


def test_a_film_is_presence():
    with Desk() as desk:
        stories.a_film_is_presence(desk)


def test_hotkey_closes_what_it_opened():
    with Desk() as desk:
        stories.hotkey_closes_what_it_opened(desk)


def test_windows_come_up_with_the_focus():
    with Desk() as desk:
        stories.windows_come_up_with_the_focus(desk)


def test_tray_opens_the_window():
    with Desk() as desk:
        stories.tray_opens_the_window(desk)


def test_nothing_is_shown_on_a_lock_screen():
    with Desk() as desk:
        stories.nothing_is_shown_on_a_lock_screen(desk)


def test_the_return_is_tried_on_the_spot():
    with Desk() as desk:
        stories.the_return_is_tried_on_the_spot(desk)


def test_next_login():
    with tempfile.TemporaryDirectory(prefix='breadcrumbs-session-') as folder:
        with Desk(folder=folder) as desk:
            stories.first_login(desk)
        with Desk(folder=folder) as desk:
            stories.next_login(desk)


if __name__ == '__main__':
    sys.exit(tap.main(missing=Desk.missing()))
