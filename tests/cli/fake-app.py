#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands in for the GTK program on a private bus; writes each call to $FAKE_LOG."""

import json
import os
import sys

from gi.repository import Gio, GLib

NAME = 'org.example.Breadcrumbs'
PATH = '/org/example/Breadcrumbs'
APPLICATION = '''<node><interface name="org.freedesktop.Application">
<method name="Activate"><arg type="a{sv}" direction="in"/></method>
<method name="ActivateAction"><arg type="s" direction="in"/><arg type="av" direction="in"/><arg type="a{sv}" direction="in"/></method>
</interface></node>'''
SERVICES = [
    {'id': GLib.Variant('s', 'hotkey'), 'state': GLib.Variant('s', 'active'), 'backend': GLib.Variant('s', 'x11'),
     'reason': GLib.Variant('s', ''), 'refused': GLib.Variant('a(ss)', [('portal', 'There is none here.')]),
     'events': GLib.Variant('u', 3), 'last-event': GLib.Variant('s', 'activated'),
     'last-event-us': GLib.Variant('x', 1795428671500000)},
    {'id': GLib.Variant('s', 'tray'), 'state': GLib.Variant('s', 'waiting'), 'backend': GLib.Variant('s', ''),
     'reason': GLib.Variant('s', 'No panel\x1b shows a tray.'), 'refused': GLib.Variant('a(ss)', []),
     'events': GLib.Variant('u', 0), 'last-event': GLib.Variant('s', ''), 'last-event-us': GLib.Variant('x', 0)},
]


def log(*words):
    with open(os.environ['FAKE_LOG'], 'a') as file:
        file.write(json.dumps(words) + '\n')


def call_cb(bus, sender, path, interface, method, arguments, invocation):
    if method == 'Get':
        invocation.return_value(GLib.Variant('(aa{sv})', (SERVICES,)))
        return
    log(method, *arguments.unpack())
    invocation.return_value(None)


def acquired_cb(bus, name):
    with open(os.environ['STATUS_XML']) as file:
        status = file.read()
    for xml in (APPLICATION, status):
        bus.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(xml).interfaces[0], call_cb, None, None)


log('started', *sys.argv[1:])
Gio.bus_own_name(Gio.BusType.SESSION, NAME, 0, acquired_cb, None, lambda *_: sys.exit(1))
GLib.MainLoop().run()
