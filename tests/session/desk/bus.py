# SPDX-License-Identifier: GPL-3.0-or-later
"""The session bus, called as any other program calls it."""
from gi.repository import Gio, GLib

DBUS = ('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus')
TIMEOUT_MS = 10_000


class Bus:
    """A connection, with blocking calls."""

    def __init__(self, address):
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                 | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self._connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self._connection.set_exit_on_close(False)

    def close(self):
        self._connection.close_sync(None)

    def call(self, name, path, interface, method, arguments=None):
        """Return the answer's values as a tuple; arguments is a GLib.Variant tuple."""
        return self._connection.call_sync(
            name, path, interface, method, arguments, None,
            Gio.DBusCallFlags.NONE, TIMEOUT_MS, None).unpack()

    def get(self, name, path, interface, prop):
        return self.call(name, path, 'org.freedesktop.DBus.Properties', 'Get',
                         GLib.Variant('(ss)', (interface, prop)))[0]

    def is_owned(self, name):
        return self.call(*DBUS, 'NameHasOwner', GLib.Variant('(s)', (name,)))[0]

    def owner(self, name):
        return self.call(*DBUS, 'GetNameOwner', GLib.Variant('(s)', (name,)))[0]

    def pid(self, name):
        """The process behind a name, None if there is none."""
        try:
            return self.call(*DBUS, 'GetConnectionUnixProcessID', GLib.Variant('(s)', (name,)))[0]
        except GLib.Error:
            return None

    def action(self, app_id, name, *strings, token=None):
        """Activate an application's action, as a launcher does; the bus starts it if needed."""
        path = '/' + app_id.replace('.', '/')
        parameter = [GLib.Variant('s', text) for text in strings]
        data = {} if token is None else {key: GLib.Variant('s', token)
                                         for key in ('activation-token', 'desktop-startup-id')}
        self.call(app_id, path, 'org.freedesktop.Application', 'ActivateAction',
                  GLib.Variant('(sava{sv})', (name, parameter, data)))
