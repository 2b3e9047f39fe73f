# SPDX-License-Identifier: GPL-3.0-or-later
"""A private Wayland desktop made of somebody's real compositor, panel and notification server."""
import os
import shutil

from .bus import Bus
from .call_record import CallRecord
from .desktop import APP_ID, Desktop
from .tap import Skipped
from .tray import Tray
from .waiting import wait_until

HERE = os.path.dirname(os.path.realpath(__file__))
SIZE = (1280, 800)

SERVICE = '''[D-BUS Service]
Name={id}
Exec=/bin/sh -c 'exec "{prefix}/libexec/breadcrumbs-app" --gapplication-service >>"{log}" 2>&1'
'''


class LiveDesktop(Desktop):
    """What the stories ask of any Wayland desktop."""

    # Whether lock screens make themselves known, so that reminders may show the user's words.
    tells_of_locks = True

    # Where the desktop only runs a command, a press that soon after another may be a key that is held.
    press_pause_s = 0

    # Whether the compositor itself opens the capture window by a command bound to the key.
    runs_command = False

    # The programs it is made of.
    programs = ()

    @classmethod
    def missing(cls):
        """Why it cannot be had here, None if it can."""
        absent = [name for name in cls.programs if not shutil.which(name)]
        return f'not installed: {", ".join(absent)}' if absent else None

    # Parts of its own, in a subclass

    def focused_title(self):
        """The title of the window that has the focus, None if no window has it."""
        raise NotImplementedError

    def click_notification(self):
        """Click where the newest notification stands on the screen."""
        raise NotImplementedError

    def click_tray(self, button=1):
        """Click on the application's icon in the panel."""
        raise NotImplementedError

    def lock(self):
        """Lock the screen as the user would."""
        raise Skipped('this desktop has no lock screen')

    def unlock(self):
        """Type the password, which is the user's name."""
        self.hands.type('guest')
        self.hands.key('Return')

    def play_film(self):
        """Have the editor's window ask that nobody counts as idle."""
        raise Skipped('no window here can be made to ask for it')

    def allow_hotkey(self):
        """Say yes to the desktop's question whether the program may have the key, if it asks."""

    # The application

    def start_app(self, hotkey=True):
        """Make Breadcrumbs resident as autostart does, and wait until it is ready."""
        self.breadcrumbs('--background')
        wait_until(self.app_pid, 'the application is on the bus')
        if hotkey and not self.runs_command:
            self.allow_hotkey()
            self.wait_for_service('hotkey')

    def app_output(self):
        return self.processes.output('app').strip()

    def start_editor(self, title='refund.py'):
        self.processes.start(f'editor-{title}', os.path.join(HERE, 'editor.py'), title, self.path(title))
        self.wait_for_focus(title, 20)

    def typed(self, title='refund.py'):
        try:
            with open(self.path(title), encoding='utf-8') as text:
                return text.read()
        except FileNotFoundError:
            return ''

    # Its windows

    def wait_for_focus(self, title, timeout_s=10):
        wait_until(lambda: self.focused_title() == title, f'{title!r} has the focus', timeout_s)

    def wait_for_main_window(self):
        self.wait_for_focus('Breadcrumbs')

    def open_capture(self):
        self.hands.key(self.hotkey)
        self.wait_for_focus('Leave a Breadcrumb')

    def capture(self, line, back_to='refund.py'):
        """Hotkey, the line, Enter, and the focus is where it was."""
        self.open_capture()
        self.hands.type(line)
        self.hands.key('Return')
        self.wait_for_focus(back_to)

    # Coming and going

    def be_away(self):
        """Touch nothing until the application has noticed."""
        self.wait_for_service('idle')
        wait_until(lambda: self.last_of_idle() == 'idle', 'the absence is noticed', 20)

    def touch(self):
        """Be there again, until the application has noticed."""
        self.hands.nudge()
        wait_until(lambda: self.last_of_idle() == 'active', 'the return is noticed')

    def last_of_idle(self):
        return self.service('idle').get('last-event')

    def come_back(self):
        """Be there again, and go on being there, until a reminder has been asked for."""
        shown = len(self.notifications())

        def reminded():
            self.hands.nudge()
            return self.notifications()[shown:]
        return wait_until(reminded, 'the reminder', 4)[0]

    def notifications(self):
        return self._record.notifications()

    # How it is made

    def _own_environment(self):
        return {'XDG_SESSION_TYPE': 'wayland'}

    def _start_bus(self, *arguments):
        self._write_service()
        address = self.processes.start_and_ask('bus', 'dbus-daemon', '--nofork', '--nopidfile',
                                               '--print-address={fd}', *arguments)
        self.environment['DBUS_SESSION_BUS_ADDRESS'] = address
        self.bus = Bus(address)
        self.tray = Tray(self.bus, APP_ID)
        self._record = CallRecord(self.processes, 'Breadcrumbs')

    def _write_service(self):
        """The installed service, with the program's words kept apart from all others'."""
        folder = self._subfolder('data/dbus-1/services')
        with open(os.path.join(folder, APP_ID + '.service'), 'w', encoding='utf-8') as file:
            file.write(SERVICE.format(id=APP_ID, prefix=self.prefix, log=self.processes.log('app')))

    def _start_sound(self):
        """Screen casts, and so pointing at places, go by it."""
        self.processes.start('pipewire', 'pipewire')
        self.processes.start('wireplumber', 'wireplumber')

    def _compositor_is_up(self):
        """Whoever waits for that may start now."""

    def _close(self):
        if hasattr(self, 'hands'):
            self.hands.close()

    def _write(self, name, text):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        return path


def find_warm_spot(pixels, rows):
    """Where the icon of an open crumb is, the one warm colour of a panel at these rows."""
    for offset in range(rows.start * SIZE[0] * 4, rows.stop * SIZE[0] * 4, 4):
        blue, green, red = pixels[offset:offset + 3]
        if red > 180 and 80 < green < 150 and blue < 80:
            y, x = divmod(offset // 4, SIZE[0])
            return x, y + 3
    return None
