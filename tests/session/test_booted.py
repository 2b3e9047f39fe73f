#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a desktop shows only on a machine that was booted: units, scopes, logins. One story a boot."""
import importlib
import os
import sys
import time

from desk import tap
from desk.booted import UNIT, booted
from desk.desktop import APP_ID
from desk.waiting import wait_until

KIND = os.environ['BREADCRUMBS_DESKTOP']
Desk = booted(getattr(importlib.import_module(f'desk.{KIND}'), KIND.capitalize()))

# Where a terminal, GNOME's and Plasma's launchers, and autostart put what they start.
SCOPES = ('app-gnome-org.gnome.Terminal-4711.scope', 'vte-spawn-5c1f64b0.scope',
          f'app-gnome-{APP_ID}-4712.scope', f'app-{APP_ID}-0123456789abcdef.scope',
          f'app-gnome-{APP_ID}.autostart-4713.scope')

NO_DISPLAY = 'breadcrumbs: There is no display: neither WAYLAND_DISPLAY nor DISPLAY is set.\n'

# A lock that is over sooner was no absence.
LONG_LOCK_S = 62


def test_bus_starts_the_unit():
    with Desk() as desk:
        desk.start_app()
        assert desk.unit_of_app() == UNIT, desk.unit_of_app()
        desk.start_editor()
        desk.capture('by the unit')
        assert APP_ID in desk.keys_given_to(), desk.keys_given_to()


def test_same_program_wherever_it_starts():
    """One id, one binding, and never a second question."""
    with Desk() as desk:
        desk.start_app()
        desk.start_editor()
        desk.capture('allowed')
        given = desk.keys_given_to()
        for scope in SCOPES:
            desk.quit_app()
            desk.start_in_scope(scope, os.path.join(desk.prefix, 'libexec/breadcrumbs-app'),
                                '--gapplication-service')
            assert desk.unit_of_app() == scope, desk.unit_of_app()
            desk.wait_for_service('hotkey')
            desk.capture(scope)
        assert desk.keys_given_to() == given, desk.keys_given_to()
        assert [crumb['line'] for crumb in reversed(desk.crumbs())] == ['allowed', *SCOPES]


def test_autostart_leaves_it_to_the_unit():
    with Desk() as desk:
        desk.start_in_scope(f'app-gnome-{APP_ID}.autostart-4711.scope', 'breadcrumbs', '--background')
        assert desk.unit_of_app() == UNIT, desk.unit_of_app()


def test_reminder_waits_for_the_unlock():
    with Desk() as desk:
        desk.start_app(hotkey=False)
        desk.start_editor()
        desk.breadcrumbs('add', 'here > there')
        desk.setting('idle-threshold', 1)
        desk.be_away()
        desk.set_locked(True)
        wait_until(lambda: desk.service('lock').get('last-event') == 'locked', 'the lock is noticed')
        desk.touch()
        desk.stays(lambda: not desk.notifications(), 3)
        desk.set_locked(False)
        unlocked = time.monotonic()
        desk.come_back()
        assert time.monotonic() - unlocked < 2, time.monotonic() - unlocked


def test_long_lock_is_an_absence():
    with Desk() as desk:
        desk.start_app(hotkey=False)
        desk.start_editor()
        desk.breadcrumbs('add', 'here > there')
        desk.set_locked(True)
        desk.stays(lambda: not desk.notifications(), LONG_LOCK_S)
        desk.set_locked(False)
        desk.come_back()


def test_unit_without_a_display():
    """systemd --user may never be told of the display. That is said, once, and a terminal knows better."""
    with Desk() as desk:
        desk.without_display()
        desk.start_unit()
        wait_until(lambda: desk.unit_property('ActiveState') in ('failed', 'inactive'), 'the unit ends')
        assert desk.said_by_unit() == NO_DISPLAY, desk.said_by_unit()
        began = time.monotonic()
        desk.breadcrumbs('capture')
        desk.wait_for_focus('Leave a Breadcrumb')
        assert time.monotonic() - began < 5, time.monotonic() - began
        assert desk.said_by_unit() == 2 * NO_DISPLAY, desk.said_by_unit()
        assert desk.unit_property('NRestarts') == '0', desk.unit_property('NRestarts')
        desk.foretold = NO_DISPLAY


if __name__ == '__main__':
    sys.exit(tap.main(missing=Desk.missing()))
