# SPDX-License-Identifier: GPL-3.0-or-later
"""Plasma, whose KWin runs inside an X server: without a graphics card it takes no pictures itself."""
import os
import shutil
import subprocess
import sys

from gi.repository import GLib

from .hands import KwinHands
from .live import SIZE, LiveDesktop, find_warm_spot
from .screen import Screen
from .waiting import wait_until
from .wayland import socket_path

PANEL_ROWS = range(740, SIZE[1])
SCRIPTING = ('org.kde.KWin', '/Scripting', 'org.kde.kwin.Scripting')

# What the hands run by is shown the door unless a desktop file asks for it.
HANDS = '''[Desktop Entry]
Type=Application
Name=Hands
Exec={program}
NoDisplay=true
X-KDE-Wayland-Interfaces=org_kde_kwin_fake_input
'''

FOCUS = '''const tell = w => print("focus|" + (w ? w.caption : ""));
(workspace.windowActivated || workspace.clientActivated).connect(tell);
tell(workspace.activeWindow || workspace.activeClient);
'''

WINDOWS = '''for (const w of (workspace.windowList ? workspace.windowList() : workspace.clientList())) {{
  const g = w.frameGeometry;
  print("{mark}|" + [w.caption, g.x, g.y, g.width, g.height, w.notification || w.criticalNotification].join("|"));
}}
print("{mark}|end");
'''


class Plasma(LiveDesktop):
    """Plasma 5 and 6."""

    def __init__(self, **common):
        super().__init__(**common)
        self._queries = 0

    def focused_title(self):
        titles = [line.split('focus|', 1)[1] for line in self.processes.output('kwin').splitlines()
                  if 'focus|' in line]
        return titles[-1] if titles else None

    def click_notification(self):
        def popup():
            return next((w for w in self._windows() if w[5] == 'true'), None)
        _, x, y, width, height, _ = wait_until(popup, 'a notification is on the screen')
        self.hands.click(int(float(x)) + int(float(width)) // 3, int(float(y)) + int(float(height)) // 2)

    def click_tray(self, button=1):
        """The icon of an open crumb is the one warm spot in the panel."""
        spot = wait_until(lambda: find_warm_spot(self._screen.pixels(), PANEL_ROWS), 'the icon is in the panel')
        self.hands.click(*spot, button)

    def allow_hotkey(self):
        """From Plasma 6.4 on a dialog asks the first time; its default button says yes."""
        def asked_or_served():
            return (self.service('hotkey').get('state') == 'active'
                    or any('hortcut' in w[0] for w in self._windows()))
        wait_until(asked_or_served, 'the desktop asks for the hotkey, or knows', 20)
        if self.service('hotkey').get('state') != 'active':
            self.snapshot('hotkey-dialog')
            self.hands.key('Return')

    def lock(self):
        self.bus.call('org.freedesktop.ScreenSaver', '/ScreenSaver', 'org.freedesktop.ScreenSaver', 'Lock')

    def keys_given_to(self):
        """The application ids that the desktop has promised keys, and its own components."""
        with open(self.path('config/kglobalshortcutsrc'), encoding='utf-8') as file:
            return [line.strip('[]\n') for line in file if line.startswith('[')]

    def picture(self, path):
        self._screen.picture(path)

    def _own_environment(self):
        self._version = 6 if shutil.which('kded6') else 5
        return {**super()._own_environment(), 'XDG_CURRENT_DESKTOP': 'KDE', 'XDG_SESSION_DESKTOP': 'KDE',
                'KDE_FULL_SESSION': 'true', 'KDE_SESSION_VERSION': str(self._version),
                'KDE_SESSION_UID': str(os.getuid()), 'KDE_DEBUG': '1',
                'XDG_MENU_PREFIX': 'plasma-' if self._version == 6 else 'kf5-',
                'QT_QPA_PLATFORM': 'wayland', 'QT_QUICK_BACKEND': 'software',
                'QT_LOGGING_RULES': 'kwin_scripting=true;js=true',
                'WAYLAND_DISPLAY': 'wayland-0', 'GSETTINGS_BACKEND': 'dconf',
                'DBUS_SYSTEM_BUS_ADDRESS': 'unix:path=/run/dbus/system_bus_socket'}

    def _start_desktop(self):
        self._write('config/kscreenlockerrc', '[Daemon]\nAutolock=false\n')
        self._write('config/plasma-welcomerc', '[General]\nShouldShow=false\nLastSeenVersion=99\n')
        self._write('data/applications/hands.desktop', HANDS.format(program=os.path.realpath(sys.executable)))
        self._start_bus('--session')
        subprocess.run([f'kbuildsycoca{self._version}'], env=self.environment, capture_output=True, check=False)
        self._start_sound()
        self._start_kwin()
        self._compositor_is_up()
        self.processes.start('kded', f'kded{self._version}')
        wait_until(lambda: self.bus.is_owned('org.kde.StatusNotifierWatcher'), 'a tray', 30)
        self.processes.start('plasmashell', 'plasmashell', '--no-respawn')
        wait_until(lambda: self.bus.is_owned('org.kde.plasmashell'), 'the shell', 40)
        wait_until(lambda: self.bus.is_owned('org.freedesktop.Notifications'), 'a notification server', 20)
        wait_until(self.tray.host_is_there, 'the panel hosts a tray', 20)
        self._run_script(FOCUS)
        self.hands = KwinHands(socket_path(self.environment), SIZE)

    def _start_kwin(self):
        number = self.processes.start_and_ask('x', 'Xvfb', '-displayfd', '{fd}', '-screen', '0',
                                              f'{SIZE[0]}x{SIZE[1]}x24', '-nolisten', 'tcp')
        self._screen = Screen(f':{number}')
        self.processes.start('kwin', 'env', '-u', 'WAYLAND_DISPLAY', '-u', 'QT_QPA_PLATFORM', 'KWIN_COMPOSE=Q',
                             'kwin_wayland', '--x11-display', f':{number}', '--width', str(SIZE[0]),
                             '--height', str(SIZE[1]), '--socket', self.environment['WAYLAND_DISPLAY'])
        wait_until(lambda: os.path.exists(socket_path(self.environment)), 'the compositor', 30)
        wait_until(lambda: self.bus.is_owned('org.kde.kglobalaccel'), 'the global shortcuts', 30)

    def _close(self):
        super()._close()
        if hasattr(self, '_screen'):
            self._screen.close()

    def _windows(self):
        """Caption, x, y, width, height and whether it is a notification, of each window."""
        self._queries += 1
        mark = f'windows-{self._queries}'
        self._run_script(WINDOWS.format(mark=mark))

        def lines():
            found = [line.split(mark + '|', 1)[1] for line in self.processes.output('kwin').splitlines()
                     if mark + '|' in line]
            return found[:-1] if found and found[-1] == 'end' else None
        answer = wait_until(lambda: lines() is not None and (lines(),), 'KWin names its windows')[0]
        return [line.split('|') for line in answer]

    def _run_script(self, text):
        self._queries += 1
        path = self._write(f'scripts/{self._queries}.js', text)
        number, = self.bus.call(*SCRIPTING, 'loadScript', GLib.Variant('(ss)', (path, f'desk-{self._queries}')))
        place = f'/Scripting/Script{number}' if self._version == 6 else f'/{number}'
        self.bus.call('org.kde.KWin', place, 'org.kde.kwin.Script', 'run')
