# SPDX-License-Identifier: GPL-3.0-or-later
"""A private X11 desktop with Breadcrumbs installed on it.

    with Session() as desk:
        desk.start_app()
        desk.capture('fix parser > add a test')
"""
import os

from gi.repository import GLib

from .bus import Bus
from .desktop import APP_ID, Desktop
from .parts import bus_configuration, dunst_configuration, panel_configuration
from .processes import Processes
from .screen import Screen
from .tray import Tray
from .waiting import holds, wait_until

NOTIFICATIONS = 'org.freedesktop.Notifications'
SCREEN_SAVER = ('org.freedesktop.ScreenSaver', '/org/freedesktop/ScreenSaver',
                'org.freedesktop.ScreenSaver')
HERE = os.path.dirname(os.path.realpath(__file__))


class Session(Desktop):
    """X server, bus, window manager, and by wish panel, notification daemon and editor."""

    def __init__(self, *, panel=True, notifier=True, size='1280x800', **common):
        super().__init__(**common)
        self._size = size
        self._wanted = [part for part, wish in (('panel', panel), ('notifier', notifier)) if wish]

    # The desktop

    def start_panel(self):
        self.processes.start('panel', 'xfce4-panel', '--disable-wm-check')
        wait_until(self.tray.host_is_there, 'the panel hosts a tray', 20)

    def start_notifier(self):
        self.processes.start('notifier', 'dunst', '-conf', self.path('config/dunst/dunstrc'))
        wait_until(lambda: self.bus.is_owned(NOTIFICATIONS), 'a notification daemon')

    def start_screen_saver(self):
        self.processes.start('screen-saver', os.path.join(HERE, 'fake_screensaver.py'))
        wait_until(lambda: self.bus.is_owned(SCREEN_SAVER[0]), 'a screen saver')

    def set_locked(self, locked):
        self.bus.call(*SCREEN_SAVER, 'SetActive', GLib.Variant('(b)', (locked,)))

    def start_editor(self, title='refund.py', geometry='90x26+60+90', options=()):
        """A window somebody works in; what is typed there is read by typed()."""
        self.processes.start(f'editor-{title}', 'xterm', '-T', title, '-class', 'Editor',
                             '-fa', 'Monospace', '-fs', '11', '-geometry', geometry, *options,
                             '-e', 'sh', '-c', f'cat >"{self.path(title)}"')
        return wait_until(lambda: self._active_titled(title), f'{title} has the focus')

    def typed(self, title='refund.py'):
        try:
            with open(self.path(title), encoding='utf-8') as text:
                return text.read()
        except FileNotFoundError:
            return ''

    def be_away(self, seconds):
        """Touch nothing until the server has counted that long, and a little more."""
        wait_until(lambda: self.screen.idle_ms() > seconds * 1000 + 300,
                   f'{seconds} s without input', seconds + 10)

    def come_back(self):
        """Be there again, and go on being there, until a reminder has been shown."""
        shown = len(self.notifications())

        def reminded():
            self.screen.nudge()
            return self.notifications()[shown:]
        return wait_until(reminded, 'the reminder', 4)[0]

    def reconnect_screen(self):
        """Read the keyboard's layout anew."""
        self.screen.close()
        self.screen = Screen(self.environment['DISPLAY'])

    def still_picture(self, window):
        """The window's pixels, once they have stopped changing."""
        def pixels():
            before = self.screen.pixels(window)
            return before if holds(lambda: self.screen.pixels(window) == before, 0.5) else None
        return wait_until(pixels, 'the window has come to rest')

    # The application

    def start_app(self, hotkey=True):
        """Make Breadcrumbs resident as autostart does, and wait until it is ready."""
        self.breadcrumbs('--background')
        wait_until(self.app_pid, 'the application is on the bus')
        if self.processes.is_running('panel'):
            wait_until(self.tray.item, 'the tray item is registered')
        if hotkey:
            self.wait_for_service('hotkey')

    def app_output(self):
        """What the application wrote; the bus and the panel's settings write to the same place."""
        return '\n'.join(line for line in self.processes.output('bus').splitlines()
                         if line and not line.startswith(('dbus-daemon[', '(xfconfd:')))

    # Its windows

    def app_windows(self):
        return self.screen.windows(APP_ID) + self.screen.windows('breadcrumbs-app')

    def capture_window(self):
        """The small window, if it is open."""
        return next((w for w in self.app_windows() if self._is_capture(w)), None)

    def main_window(self):
        return next((w for w in self.app_windows() if not self._is_capture(w)), None)

    def wait_for_main_window(self):
        """The main window, open and with the focus."""
        def focused():
            window = self.screen.active_window()
            return window if window and window == self.main_window() else None
        return wait_until(focused, 'the main window has the focus')

    def open_capture(self):
        self.screen.key(self.hotkey)
        return self.wait_for_capture()

    def wait_for_capture(self):
        wait_until(self.capture_window, 'the capture window is open')
        return wait_until(self._focused_capture, 'the capture window has the focus')

    def wait_for_no_capture(self):
        wait_until(lambda: self.capture_window() is None, 'the capture window is closed')

    def capture(self, line):
        """Hotkey, the line, Enter."""
        self.open_capture()
        self.screen.type(line)
        self.screen.key('Return')
        self.wait_for_no_capture()

    # Notifications

    def notifications(self):
        """All that have been shown, each a (summary, body)."""
        try:
            with open(self.path('notifications'), encoding='utf-8') as record:
                return [tuple(entry.split('\x1f')) for entry in record.read().split('\x1e')[:-1]]
        except FileNotFoundError:
            return []

    def shown_notification(self):
        return next(iter(self.screen.popups('Dunst')), None)

    def click_notification(self):
        """The middle button, which is dunst's for the default action."""
        popup = wait_until(self.shown_notification, 'a notification is on the screen')
        self.screen.click_window(popup, button=2)

    def _active_titled(self, title):
        window = self.screen.active_window()
        return window if window and window.title == title else None

    def _focused_capture(self):
        window = self.screen.active_window()
        return window if window and window == self.capture_window() else None

    @staticmethod
    def _is_capture(window):
        return window.title != 'Breadcrumbs' and window.width > window.height

    def _own_environment(self):
        return {'XDG_SESSION_TYPE': 'x11', 'XDG_CURRENT_DESKTOP': 'XFCE'}

    def _close(self):
        self.screen.close()

    def picture(self, path):
        self.screen.picture(path)

    def _start_desktop(self):
        number = self.processes.start_and_ask(
            'x', 'Xvfb', '-displayfd', '{fd}', '-screen', '0', f'{self._size}x24',
            '-nolisten', 'tcp', '-noreset')
        self.environment['DISPLAY'] = f':{number}'
        self.screen = Screen(f':{number}')
        self.screen.paint(0x5e6b78)
        configuration = bus_configuration(self._subfolder('bus'), self.prefix, self.path('run'))
        address = self.processes.start_and_ask(
            'bus', 'dbus-daemon', '--nofork', '--nopidfile', '--print-address={fd}',
            f'--config-file={configuration}')
        self.environment['DBUS_SESSION_BUS_ADDRESS'] = address
        self.bus = Bus(address)
        self.tray = Tray(self.bus, APP_ID)
        self.processes.start('wm', 'openbox')
        wait_until(self.screen.has_window_manager, 'a window manager')
        panel_configuration(self._subfolder('config/xfce4/xfconf/xfce-perchannel-xml'))
        dunst_configuration(self._subfolder('config/dunst'), self.path('notifications'))
        for part in self._wanted:
            getattr(self, f'start_{part}')()
