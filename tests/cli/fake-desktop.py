#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands in for what a desktop has on the bus; $FAKE_DESKTOP says how it answers: well, lying, silent."""

import os
import sys

from gi.repository import Gio, GLib

MANNER = os.environ['FAKE_DESKTOP']
NOTIFICATIONS = '''<node><interface name="org.freedesktop.Notifications">
<method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/>
<arg type="s" direction="out"/><arg type="s" direction="out"/></method></interface></node>'''
PROPERTY = '<node><interface name="{}"><property name="{}" type="{}" access="read"/></interface></node>'
PARTS = {
    'org.freedesktop.Notifications': ('/org/freedesktop/Notifications', NOTIFICATIONS),
    'org.freedesktop.portal.Desktop': (
        '/org/freedesktop/portal/desktop',
        PROPERTY.format('org.freedesktop.portal.GlobalShortcuts', 'version', 's' if MANNER == 'lying' else 'u')),
    'org.kde.StatusNotifierWatcher': (
        '/StatusNotifierWatcher',
        PROPERTY.format('org.kde.StatusNotifierWatcher', 'IsStatusNotifierHostRegistered',
                        's' if MANNER == 'lying' else 'b')),
}
VALUES = {'version': GLib.Variant('u', 2), 'IsStatusNotifierHostRegistered': GLib.Variant('b', True)}


def call_cb(bus, sender, path, interface, method, arguments, invocation):
    if MANNER == 'silent':
        return
    name = '\x1b[31m' + 'x' * 100_000 if MANNER == 'lying' else 'dunst'
    invocation.return_value(GLib.Variant('(ssss)', (name, 'knopwob', '1.9.0', '1.2')))


def get_cb(bus, sender, path, interface, name):
    return GLib.Variant('s', 'yes') if MANNER == 'lying' else VALUES[name]


def acquired_cb(bus, name):
    path, xml = PARTS[name]
    get = None if MANNER == 'silent' else get_cb
    bus.register_object(path, Gio.DBusNodeInfo.new_for_xml(xml).interfaces[0], call_cb, get, None)


def named_cb(bus, name):
    print(name, flush=True)


for part in PARTS:
    Gio.bus_own_name(Gio.BusType.SESSION, part, 0, acquired_cb, named_cb, lambda *_: sys.exit(1))
GLib.MainLoop().run()
