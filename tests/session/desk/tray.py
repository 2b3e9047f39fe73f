# SPDX-License-Identifier: GPL-3.0-or-later
"""The tray icon and its menu, read and clicked through the bus as a panel does."""
import dataclasses

from gi.repository import GLib

WATCHER = ('org.kde.StatusNotifierWatcher', '/StatusNotifierWatcher')
ITEM = 'org.kde.StatusNotifierItem'
MENU = 'com.canonical.dbusmenu'


@dataclasses.dataclass(frozen=True)
class MenuItem:
    """A row of the menu; a separator has no label."""

    id: int
    label: str
    enabled: bool
    checked: bool


class Tray:
    """Looks for the item that the application has registered with the host."""

    def __init__(self, bus, app_id):
        self._bus = bus
        self._app_id = app_id

    def host_is_there(self):
        return (self._bus.is_owned(WATCHER[0])
                and self._bus.get(*WATCHER, WATCHER[0], 'IsStatusNotifierHostRegistered'))

    def item(self):
        """The bus name and path of the application's item, None if it is not registered."""
        if not self._bus.is_owned(WATCHER[0]) or not self._bus.is_owned(self._app_id):
            return None
        owner = self._bus.owner(self._app_id)
        for entry in self._bus.get(*WATCHER, WATCHER[0], 'RegisteredStatusNotifierItems'):
            name, slash, path = entry.partition('/')
            # GNOME's extension sets an @ between the two.
            if name.rstrip('@') == owner:
                return owner, slash + path or '/StatusNotifierItem'
        return None

    def property(self, name):
        return self._bus.get(*self.item(), ITEM, name)

    def activate(self, method='Activate'):
        self._bus.call(*self.item(), ITEM, method, GLib.Variant('(ii)', (0, 0)))

    def menu(self):
        """The rows of the menu, after telling the application that it is about to show."""
        where = self._menu()
        self._bus.call(*where, MENU, 'AboutToShow', GLib.Variant('(i)', (0,)))
        _, root = self._bus.call(*where, MENU, 'GetLayout', GLib.Variant('(iias)', (0, -1, [])))
        return [self._row(row) for row in root[2]]

    def labels(self):
        return [row.label for row in self.menu() if row.label]

    def click(self, start):
        """Choose the first row whose label starts so."""
        for row in self.menu():
            if row.label.startswith(start):
                self._bus.call(*self._menu(), MENU, 'Event', GLib.Variant(
                    '(isvu)', (row.id, 'clicked', GLib.Variant('i', 0), 0)))
                return
        raise AssertionError(f'no row starts with {start!r} in {self.labels()}')

    def _menu(self):
        name, path = self.item()
        return name, self._bus.get(name, path, ITEM, 'Menu')

    @staticmethod
    def _row(row):
        number, properties, _ = row
        label = '' if properties.get('type') == 'separator' else properties.get('label', '')
        return MenuItem(number, label.replace('__', '_'), properties.get('enabled', True),
                        properties.get('toggle-state', 0) == 1)
