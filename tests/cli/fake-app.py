#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands in for the GTK program on a private bus; writes each call to $FAKE_LOG.

$FAKE_STATUS says how it answers who asks for its status: well (the default), as an older or newer
version, late or never, with lies, or with something else altogether.
"""

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
PROGRAM = {
    'version': GLib.Variant('s', '0.0.9'), 'started-us': GLib.Variant('x', 1795428671500000),
    'install': GLib.Variant('s', '/opt/crumbs'), 'desktop': GLib.Variant('s', 'KDE'),
    'session': GLib.Variant('s', 'wayland'), 'display': GLib.Variant('s', 'x11'),
    'gtk': GLib.Variant('s', '4.18.6'), 'adwaita': GLib.Variant('s', '1.7.6'), 'glib': GLib.Variant('s', '2.84.4'),
    'locale': GLib.Variant('s', 'de_DE.UTF-8'),
}
LIES = [{
    'id': GLib.Variant('u', 7), 'state': GLib.Variant('as', ['active']), 'backend': GLib.Variant('s', 'x' * 100_000),
    'reason': GLib.Variant('s', '\x1b[2J\u202e\n' * 1000), 'refused': GLib.Variant('a(su)', [('portal', 1)]),
    'events': GLib.Variant('u', 0xffffffff), 'last-event': GLib.Variant('v', GLib.Variant('s', 'a')),
    'last-event-us': GLib.Variant('x', -2**63),
}] * 100
NEWER = {'mood': GLib.Variant('s', 'fine'), 'state': GLib.Variant('s', 'dreaming')}
STATUS = os.environ.get('FAKE_STATUS', 'well')


def services():
    if STATUS == 'newer':
        return [{**service, **NEWER} for service in SERVICES]
    return LIES if STATUS == 'lying' else SERVICES


def tell(method, invocation):
    if STATUS == 'silent':
        return
    if STATUS == 'other':
        invocation.return_value(GLib.Variant('(s)', ('nonsense',)))
    elif method == 'Get':
        invocation.return_value(GLib.Variant('(aa{sv})', (services(),)))
    elif STATUS == 'older':
        invocation.return_dbus_error('org.freedesktop.DBus.Error.UnknownMethod', 'No such method')
    else:
        program = {**PROGRAM, **NEWER} if STATUS == 'newer' else LIES[0] if STATUS == 'lying' else PROGRAM
        invocation.return_value(GLib.Variant('(a{sv})', (program,)))


def log(*words):
    with open(os.environ['FAKE_LOG'], 'a') as file:
        file.write(json.dumps(words) + '\n')


def call_cb(bus, sender, path, interface, method, arguments, invocation):
    if method in ('Get', 'GetProgram'):
        tell(method, invocation)
        return
    log(method, *arguments.unpack())
    invocation.return_value(None)


def acquired_cb(bus, name):
    with open(os.environ['STATUS_XML']) as file:
        status = file.read()
    if STATUS == 'other':
        status = status.replace('aa{sv}', 's')
    for xml in (APPLICATION,) if STATUS == 'nothing' else (APPLICATION, status):
        bus.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(xml).interfaces[0], call_cb, None, None)


log('started', *sys.argv[1:])
Gio.bus_own_name(Gio.BusType.SESSION, NAME, 0, acquired_cb, None, lambda *_: sys.exit(1))
GLib.MainLoop().run()
