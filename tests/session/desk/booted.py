# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop on a machine that was booted: the bus, the units and the sessions are systemd's."""
import os
import re
import subprocess

from .bus import Bus
from .call_record import CallRecord
from .desktop import APP_ID
from .tray import Tray
from .waiting import wait_until

UNIT = f'app-{APP_ID}.service'
TARGET = '[Unit]\nBindsTo=graphical-session.target\nBefore=graphical-session.target\n'


def booted(desk):
    """That class of live desktop, on such a machine."""
    return type(f'Booted{desk.__name__}', (Booted, desk), {})


class Booted:
    """Goes before a LiveDesktop among the base classes."""

    # What the program is to say in this story.
    foretold = ''

    # The program as such, wherever it was started from

    def app_output(self):
        return self._journal('SYSLOG_IDENTIFIER=breadcrumbs-app').replace(self.foretold, '')

    def unit_of_app(self):
        """The unit whose control group the program is in."""
        with open(f'/proc/{self.app_pid()}/cgroup', encoding='ascii') as groups:
            return groups.read().strip().rsplit('/', 1)[1]

    def said_by_unit(self):
        return self._journal(f'_SYSTEMD_USER_UNIT={UNIT}')

    def unit_property(self, name):
        return self._systemctl('show', '--value', '--property', name, UNIT).strip()

    def start_unit(self):
        self._systemctl('start', UNIT, check=False)

    def start_in_scope(self, scope, *command):
        """As the desktop or a terminal starts its children, each in a scope of its own."""
        # Nobody's child here, who would have to bury it.
        self.processes.start(scope, 'sh', '-c', '"$@" &', 'sh', 'systemd-run', '--user', '--scope', '--quiet', '--collect',
                             f'--unit={scope}', 'systemd-cat', '--identifier=breadcrumbs-app', *command)
        wait_until(self.app_pid, 'the application is on the bus')

    def without_display(self):
        """systemd --user never heard of the desktop, as under a compositor that tells it nothing."""
        self._systemctl('unset-environment', 'WAYLAND_DISPLAY', 'DISPLAY')

    # The login

    def set_locked(self, locked):
        """As lock screens tell logind."""
        self._login('SetLockedHint', 'b', str(locked).lower())

    def _login(self, method, *arguments):
        session = os.environ['XDG_SESSION_ID']
        path = subprocess.run(['busctl', '--system', '--json=short', 'call', 'org.freedesktop.login1',
                               '/org/freedesktop/login1', 'org.freedesktop.login1.Manager', 'GetSession',
                               's', session], check=True, capture_output=True, text=True).stdout
        path = re.search(r'/org/[^"]*', path).group()
        subprocess.run(['busctl', '--system', 'call', 'org.freedesktop.login1', path,
                        'org.freedesktop.login1.Session', method, *arguments], check=True, capture_output=True)

    # How it is made

    def _common_environment(self):
        return {**super()._common_environment(), 'XDG_RUNTIME_DIR': os.environ['XDG_RUNTIME_DIR'],
                'XDG_SESSION_ID': os.environ['XDG_SESSION_ID'],
                'DBUS_SESSION_BUS_ADDRESS': os.environ['DBUS_SESSION_BUS_ADDRESS']}

    def _own_environment(self):
        # Not the name that a client takes which was told none.
        return {**super()._own_environment(), 'WAYLAND_DISPLAY': 'wayland-desk'}

    def _start_bus(self, *arguments):
        units = os.path.join(self.environment['XDG_RUNTIME_DIR'], 'systemd/user')
        os.makedirs(units, exist_ok=True)
        with open(os.path.join(units, 'desk.target'), 'w', encoding='ascii') as target:
            target.write(TARGET)
        subprocess.run(['dbus-update-activation-environment', '--systemd', '--all'],
                       env=self.environment, check=True)
        self._systemctl('daemon-reload')
        self.bus = Bus(self.environment['DBUS_SESSION_BUS_ADDRESS'])
        self.tray = Tray(self.bus, APP_ID)
        self._record = CallRecord(self.processes, 'Breadcrumbs')

    def _start_sound(self):
        """It is a unit."""

    def _compositor_is_up(self):
        self._systemctl('start', 'desk.target')

    def _systemctl(self, *arguments, check=True):
        return subprocess.run(['systemctl', '--user', *arguments], env=self.environment, check=check,
                              capture_output=True, text=True).stdout

    def _journal(self, match):
        return subprocess.run(['journalctl', '--quiet', '--output=cat', match],
                              check=True, capture_output=True, text=True).stdout
