# SPDX-License-Identifier: GPL-3.0-or-later
"""sway, headless, with waybar's tray and mako. No portal: the key is bound in sway's own settings."""
import functools
import glob
import json
import os
import shutil
import subprocess

from .hands import WlrootsHands
from .live import HERE, SIZE, LiveDesktop
from .parts import bus_configuration
from .tap import Skipped
from .waiting import wait_until

NOBODY = 65534

CONFIG = '''output HEADLESS-1 resolution 1280x800 position 0 0
output * bg #30343c solid_color
default_border normal
xwayland disable
focus_on_window_activation focus
bindsym --no-repeat Mod4+Shift+b {verb} breadcrumbs capture --hotkey
'''

WAYBAR = '''{ "layer": "top", "position": "top", "height": 30,
  "modules-left": ["sway/workspaces"], "modules-right": ["tray"],
  "tray": { "icon-size": 20, "spacing": 8 } }
'''


class Sway(LiveDesktop):
    """sway does not run as root: then nobody runs it, and its key binding is carried out here."""

    programs = ('sway', 'swaymsg', 'waybar', 'mako', 'grim', 'setpriv', 'dbus-monitor')
    runs_command = True
    press_pause_s = 0.75

    @property
    def tells_of_locks(self):
        """Before 1.8 swaylock only takes the input away, and what mako shows stays above it."""
        return (self._version['major'], self._version['minor']) >= (1, 8)

    def focused_title(self):
        focused = next((node for node in _walk(self._ask('get_tree')) if node.get('focused')), {})
        return focused.get('name') if focused.get('pid') else None

    def click_notification(self):
        self.hands.click(SIZE[0] - 150, 65)

    def click_tray(self, button=1):
        self.hands.click(SIZE[0] - 14, 15, button)

    def lock(self):
        if os.geteuid() == 0 or not shutil.which('swaylock'):
            raise Skipped('swaylock asks for the password of a user')
        self.processes.start('locker', 'swaylock', '--color', '303030')

    def unlock(self):
        super().unlock()
        wait_until(lambda: not self.processes.is_running('locker'), 'swaylock takes the password')

    def play_film(self):
        subprocess.run(['swaymsg', '[title="refund.py"] inhibit_idle open'], env=self.environment,
                       check=True, capture_output=True)

    def picture(self, path):
        subprocess.run(['grim', path], env=self.environment, check=True)

    def _own_environment(self):
        # Known beforehand: the bus starts the program in an environment of its own.
        return {**super()._own_environment(), 'XDG_CURRENT_DESKTOP': 'sway',
                'WAYLAND_DISPLAY': self.path('compositor/wayland-1')}

    def _start_desktop(self):
        configuration = bus_configuration(self._subfolder('bus'), self.prefix, self.path('run'),
                                          self.path('data/dbus-1/services'))
        self._start_bus(f'--config-file={configuration}')
        self._start_sway()
        self._write('config/mako/config', 'default-timeout=0\n')
        self._write('config/waybar/config', WAYBAR)
        self.processes.start('notifier', 'mako')
        wait_until(lambda: self.bus.is_owned('org.freedesktop.Notifications'), 'a notification daemon')
        self.processes.start('panel', 'waybar')
        wait_until(self.tray.host_is_there, 'waybar hosts a tray', 20)
        self.hands = WlrootsHands(self.environment['WAYLAND_DISPLAY'], SIZE)

    def _start_sway(self):
        as_root = os.geteuid() == 0
        runtime = self._subfolder('compositor')
        config = self._write('sway/config', CONFIG.format(verb='nop' if as_root else 'exec'))
        command = ['sway', '-c', config]
        if as_root:
            os.chmod(self.folder, 0o711)
            os.chown(runtime, NOBODY, NOBODY)
            command = ['setpriv', f'--reuid={NOBODY}', f'--regid={NOBODY}', '--clear-groups', *command]
        self.processes.start('sway', 'env', f'XDG_RUNTIME_DIR={runtime}', 'WLR_BACKENDS=headless',
                             'WLR_RENDERER=pixman', 'WLR_LIBINPUT_NO_DEVICES=1', *command)
        wait_until(lambda: os.path.exists(self.environment['WAYLAND_DISPLAY']), 'the compositor', 15)
        self.environment['SWAYSOCK'] = glob.glob(os.path.join(runtime, 'sway-ipc.*.sock'))[0]
        if as_root:
            self.processes.start('keys', os.path.join(HERE, 'sway_keys.py'))

    @functools.cached_property
    def _version(self):
        return self._ask('get_version')

    def _ask(self, what):
        done = subprocess.run(['swaymsg', '-r', '-t', what], env=self.environment, check=True,
                              capture_output=True, text=True, timeout=10)
        return json.loads(done.stdout)


def _walk(node):
    yield node
    for child in node.get('nodes', []) + node.get('floating_nodes', []):
        yield from _walk(child)
