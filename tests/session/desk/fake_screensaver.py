#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen saver service without a screen: org.freedesktop.ScreenSaver.SetActive locks."""
from gi.repository import Gio, GLib

NAME, PATH = 'org.freedesktop.ScreenSaver', '/org/freedesktop/ScreenSaver'
INTERFACE = Gio.DBusNodeInfo.new_for_xml(f'''<node><interface name="{NAME}">
  <method name="GetActive"><arg type="b" direction="out"/></method>
  <method name="SetActive"><arg type="b" direction="in"/><arg type="b" direction="out"/></method>
  <signal name="ActiveChanged"><arg type="b"/></signal>
</interface></node>''').interfaces[0]


class ScreenSaver:
    """Answers on both paths that clients use."""

    def __init__(self, connection):
        self._connection = connection
        self._active = False
        for path in (PATH, '/ScreenSaver'):
            connection.register_object(path, INTERFACE, self._call, None, None)

    def _call(self, connection, sender, path, interface, method, arguments, invocation):
        if method == 'SetActive':
            self._active, = arguments.unpack()
            for where in (PATH, '/ScreenSaver'):
                self._connection.emit_signal(None, where, NAME, 'ActiveChanged',
                                             GLib.Variant('(b)', (self._active,)))
        invocation.return_value(GLib.Variant('(b)', (self._active,)))


def main():
    saver = []
    Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE,
                     lambda connection, name: saver.append(ScreenSaver(connection)), None, None)
    GLib.MainLoop().run()


if __name__ == '__main__':
    main()
