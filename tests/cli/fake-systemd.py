#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands in for systemd --user, which could not start the program, and tells whoever has asked to be told."""

from gi.repository import Gio, GLib

NAME, PATH = 'org.freedesktop.systemd1', '/org/freedesktop/systemd1'
MANAGER = NAME + '.Manager'
XML = f'<node><interface name="{MANAGER}"><method name="Subscribe"/></interface></node>'
JOBS = (
    GLib.Variant('(s)', ('nonsense',)),
    GLib.Variant('(uoss)', (6, PATH + '/job/6', 'other.service', 'failed')),
    GLib.Variant('(uoss)', (7, PATH + '/job/7', 'app-org.example.Breadcrumbs.service', 'failed')),
)


def subscribe_cb(bus, sender, path, interface, method, arguments, invocation):
    invocation.return_value(None)
    for job in JOBS:
        bus.emit_signal(sender, PATH, MANAGER, 'JobRemoved', job)


def acquired_cb(bus, name):
    bus.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0], subscribe_cb, None, None)


Gio.bus_own_name(Gio.BusType.SESSION, NAME, 0, acquired_cb, lambda bus, name: print(name, flush=True), None)
GLib.MainLoop().run()
