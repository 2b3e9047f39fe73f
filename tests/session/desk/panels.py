# SPDX-License-Identifier: GPL-3.0-or-later
"""X11 desktops: each with its own panel and notification server, on a window manager or its own."""
import os
import subprocess

from .live import SIZE, LiveDesktop, find_warm_spot
from .parts import panel_configuration
from .screen import Screen
from .waiting import wait_until

LIBRARIES = f'/usr/lib/{os.uname().machine}-linux-gnu'

LXQT_PANEL = '''[General]
panels=panel1
[panel1]
position=Top
panelSize=30
plugins=taskbar, statusnotifier
[statusnotifier]
type=statusnotifier
[taskbar]
type=taskbar
'''


class X11Desktop(LiveDesktop):
    """A subclass names the parts; keys and clicks come by XTEST."""

    name = 'X11'
    popup_class = None

    def focused_title(self):
        window = self.hands.active_window()
        return window.title if window else None

    def click_notification(self):
        popup = wait_until(self._popup, 'a notification is on the screen')
        self.hands.click_window(popup)

    def click_tray(self, button=1):
        spot = wait_until(lambda: find_warm_spot(self.hands.pixels(), self.panel_rows), 'the icon is in the panel')
        self.hands.click(*spot, button)

    def picture(self, path):
        self.hands.picture(path)

    panel_rows = range(0, 34)

    def _popup(self):
        found = [w for w in self.hands.popups(self.popup_class) + self.hands.windows(self.popup_class)
                 if w.height > 20]
        return found[0] if found else None

    def _own_environment(self):
        return {'XDG_SESSION_TYPE': 'x11', 'XDG_CURRENT_DESKTOP': self.name, 'GDK_BACKEND': 'x11',
                'GSETTINGS_BACKEND': 'dconf',
                'DBUS_SYSTEM_BUS_ADDRESS': 'unix:path=/run/dbus/system_bus_socket'}

    def _start_desktop(self):
        number = self.processes.start_and_ask('x', 'Xvfb', '-displayfd', '{fd}', '-screen', '0',
                                              f'{SIZE[0]}x{SIZE[1]}x24', '-nolisten', 'tcp', '-noreset')
        self.environment['DISPLAY'] = f':{number}'
        self.hands = Screen(f':{number}')
        self.hands.paint(0x5e6b78)
        self._start_bus('--session')
        self._start_parts()
        wait_until(self.hands.has_window_manager, 'a window manager', 30)
        wait_until(lambda: self.bus.is_owned('org.freedesktop.Notifications'), 'a notification server', 20)
        wait_until(self.tray.host_is_there, 'the panel hosts a tray', 30)

    def _start_parts(self):
        raise NotImplementedError


class Xfce(X11Desktop):
    """xfce4-panel and xfce4-notifyd, whose popup is answered by its button Open."""

    name = 'XFCE'
    popup_class = 'Xfce4-notifyd'

    def click_notification(self):
        popup = wait_until(self._popup, 'a notification is on the screen')
        self.hands.click(popup.x + 60, popup.y + popup.height - 28)

    def _start_parts(self):
        self.processes.start('wm', 'openbox')
        panel_configuration(self._subfolder('config/xfce4/xfconf/xfce-perchannel-xml'))
        self.processes.start('notifier', f'{LIBRARIES}/xfce4/notifyd/xfce4-notifyd')
        self.processes.start('panel', 'xfce4-panel', '--disable-wm-check')


class Lxqt(X11Desktop):
    name = 'LXQt'
    popup_class = 'lxqt-notificationd'

    def _start_parts(self):
        self.processes.start('wm', 'openbox')
        self._write('config/lxqt/panel.conf', LXQT_PANEL)
        self.processes.start('notifier', 'lxqt-notificationd')
        self.processes.start('panel', 'lxqt-panel')


class Mate(X11Desktop):
    name = 'MATE'
    popup_class = 'Mate-notification-daemon'

    def _start_parts(self):
        self.processes.start('wm', 'openbox')
        self.processes.start('notifier', '/usr/libexec/mate-notification-daemon/mate-notification-daemon')
        self.processes.start('panel', 'mate-panel')


class Cinnamon(X11Desktop):
    """Muffin is its window manager, the shell its tray and notification server."""

    name = 'X-Cinnamon'
    hotkey = 'Ctrl+Alt+j'

    panel_rows = range(SIZE[1] - 44, SIZE[1])

    def click_notification(self):
        """The shell draws it, in its upper far corner."""
        self.hands.click(SIZE[0] - 230, 70)

    def _start_parts(self):
        for key in ('startup-animation', 'desktop-effects-workspace'):
            subprocess.run(['gsettings', 'set', 'org.cinnamon', key, 'false'], env=self.environment, check=False)
        self.setting('hotkey', '<Control><Alt>j')
        self.processes.start('shell', 'cinnamon', '--replace')
