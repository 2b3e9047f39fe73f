# SPDX-License-Identifier: GPL-3.0-or-later
"""GNOME Shell, headless, with the AppIndicator extension; asked by its own JavaScript."""
import json
import subprocess
import time

from gi.repository import GLib

from .hands import MutterHands
from .live import SIZE, LiveDesktop
from .tap import Skipped
from .waiting import wait_until

SHELL = ('org.gnome.Shell', '/org/gnome/Shell', 'org.gnome.Shell')
SCREENSHOT = ('org.gnome.Shell.Screenshot', '/org/gnome/Shell/Screenshot', 'org.gnome.Shell.Screenshot')
PORTAL = ('org.freedesktop.portal.Desktop', '/org/freedesktop/portal/desktop')
KEYS_GIVEN = ('org.gnome.settings-daemon.global-shortcuts', 'applications')

SETTINGS = (
    ('org.gnome.shell', 'welcome-dialog-last-shown-version', '999'),
    ('org.gnome.shell', 'enabled-extensions', "['ubuntu-appindicators@ubuntu.com']"),
    ('org.gnome.desktop.lockdown', 'disable-lock-screen', 'true'),
    ('org.gnome.desktop.interface', 'enable-animations', 'false'),
    ('org.gnome.desktop.interface', 'enable-hot-corners', 'false'),
)

MIDDLE = '(a => { let [x, y] = a.get_transformed_position(); ' \
         'return [Math.round(x + a.width / 2), Math.round(y + a.height / 2)]; })'
DIALOG = "global.get_window_actors().map(a => a.meta_window).find(w => /Keyboard Shortcuts/.test(w.title))"


class Gnome(LiveDesktop):
    """No systemd, no login manager: GNOME does without, but for the lock screen."""

    @property
    def press_pause_s(self):
        return 0.75 if self.version() < 48 else 0

    def focused_title(self):
        return self._ask("global.display.focus_window ? global.display.focus_window.title : null")

    def click_notification(self):
        self.hands.click(*self._settled(
            f'Main.messageTray._banner ? {MIDDLE}(Main.messageTray._banner) : null', 'a banner is shown'))

    def click_tray(self, button=1):
        """The icon opens the menu; its row Open Breadcrumbs opens the window."""
        item = ("Object.entries(Main.panel.statusArea)"
                ".find(([n]) => /breadcrumbs|StatusNotifier/i.test(n))[1]")
        row = f"{item}.menu._getMenuItems().find(i => i.label && /^Open/.test(i.label.text) && i.mapped)"
        self.hands.click(*wait_until(lambda: self._ask(f'{MIDDLE}({item})'), 'the icon is in the panel'), button)
        self.hands.click(*self._settled(f'{MIDDLE}({row})', 'the menu is open'))

    def allow_hotkey(self):
        if self.version() < 48:
            self._add_custom_shortcut()
        else:
            self._accept_dialog()

    def _add_custom_shortcut(self):
        """There is no portal for it, but a button in Preferences."""
        self.action('preferences')
        self.wait_for_focus('Preferences')
        self.snapshot('hotkey-preferences')
        self.hands.key('Alt+d')
        self.wait_for_service('hotkey')
        self.snapshot('hotkey-added')
        self.hands.key('Escape')
        wait_until(lambda: self.focused_title() != 'Preferences', 'Preferences are closed')

    def _accept_dialog(self):
        """Its Add button stands in its far upper corner, and does not take Enter."""
        def corner():
            return self._ask(f'(w => w ? (r => [r.x + r.width, r.y])(w.get_frame_rect()) : null)({DIALOG})')

        def asked_or_served():
            return corner() or self.service('hotkey').get('state') in ('active', 'unavailable')

        def allowed():
            where = corner()
            if where:
                self.hands.click(where[0] - 37, where[1] + 24)
            return not where
        if wait_until(asked_or_served, 'the desktop asks for the hotkey, or knows', 20) is not True:
            self.snapshot('hotkey-dialog')
            wait_until(allowed, 'the dialog is closed')

    def lock(self):
        raise Skipped('GNOME locks only under its own login manager')

    def keys_given_to(self):
        """The application ids that the desktop has promised keys."""
        told = subprocess.run(['gsettings', 'get', *KEYS_GIVEN], env=self.environment, check=True,
                              capture_output=True, text=True).stdout
        return GLib.Variant.parse(GLib.VariantType('as'), told, None, None).unpack()

    def picture(self, path):
        self.bus.call(*SCREENSHOT, 'Screenshot', GLib.Variant('(bbs)', (False, False, path)))

    def version(self):
        return int(self.bus.get(*SHELL, 'ShellVersion').split('.')[0])

    def _own_environment(self):
        return {**super()._own_environment(), 'XDG_CURRENT_DESKTOP': 'GNOME', 'XDG_SESSION_DESKTOP': 'gnome',
                'WAYLAND_DISPLAY': 'wayland-0', 'GSETTINGS_BACKEND': 'dconf',
                'DBUS_SYSTEM_BUS_ADDRESS': 'unix:path=/run/dbus/system_bus_socket'}

    def _start_desktop(self):
        self._start_bus('--session')
        for setting in SETTINGS:
            subprocess.run(['gsettings', 'set', *setting], env=self.environment, check=True)
        self._start_sound()
        self.processes.start('shell', 'env', '-u', 'WAYLAND_DISPLAY', 'gnome-shell', '--headless',
                             '--virtual-monitor', f'{SIZE[0]}x{SIZE[1]}', '--unsafe-mode',
                             '--wayland-display', self.environment['WAYLAND_DISPLAY'])
        wait_until(lambda: self.bus.is_owned('org.gnome.Shell'), 'the shell', 30)
        self._compositor_is_up()
        wait_until(lambda: self._ask('Main.layoutManager._startingUp') is False, 'the shell is up', 30)
        self.bus.call(*PORTAL, 'org.freedesktop.DBus.Peer', 'Ping')
        self.processes.start('media-keys', '/usr/libexec/gsd-media-keys')
        self.hands = MutterHands(self.bus, SIZE)
        wait_until(lambda: self._ask('Main.overview.hide(); Main.overview.visible') is False, 'the desktop', 15)
        self._ask('Main.messageTray.getSources().forEach(s => s.destroy())')
        wait_until(self.tray.host_is_there, 'the extension hosts a tray', 20)

    def _settled(self, script, what):
        """The value once it has stopped changing: things slide in and are laid out late."""
        last = []

        def same():
            last.append(self._ask(script))
            time.sleep(0.1)
            return last[-1] if len(last) > 2 and last[-1] == last[-2] == last[-3] else None
        return wait_until(same, what)

    def _ask(self, script):
        """The value of some JavaScript inside the shell; None while it cannot say."""
        try:
            well, answer = self.bus.call(*SHELL, 'Eval', GLib.Variant('(s)', (script,)))
        except GLib.Error:
            return None
        return json.loads(answer) if well and answer else None
