# SPDX-License-Identifier: GPL-3.0-or-later
"""What every private desktop has: folders, a session bus, and Breadcrumbs installed on it.

Nothing of the user's is touched: home, bus and display are the desktop's own. At its end it
fails if the application has said anything on its standard error.
"""
import json
import os
import shutil
import signal
import subprocess
import tempfile
import time

from . import staging
from .processes import Processes
from .waiting import holds, wait_until

APP_ID = 'org.example.Breadcrumbs'


class Desktop:
    """A subclass starts the parts, as `with` begins, and closes what it has opened."""

    last_words = []
    hotkey = 'Super+Shift+b'

    def __init__(self, *, prefix=None, folder=None, environment=None):
        self._prefix = prefix
        self._folder = folder
        self._extra = environment or {}

    def __enter__(self):
        Desktop.last_words = []
        self.prefix = self._prefix or staging.prefix(os.environ.get('BREADCRUMBS_BUILD') or '.')
        self.folder = self._folder or tempfile.mkdtemp(prefix='breadcrumbs-session-')
        self.environment = {**self._common_environment(), **self._own_environment(), **self._extra}
        self.processes = Processes(self.environment, self._subfolder('logs'))
        try:
            self._start_desktop()
        except BaseException:
            self._tell_last_words()
            self.processes.stop_all()
            raise
        return self

    def __exit__(self, kind, value, traceback):
        words = self.app_output()
        if kind is not None:
            self._keep_evidence()
        self.end_app()
        self._close()
        self.bus.close()
        self.processes.stop_all()
        words = words or self.app_output()
        if self._folder is None:
            shutil.rmtree(self.folder, ignore_errors=True)
        if kind is None and words:
            raise AssertionError(f'the application said:\n{words}')

    # What a subclass says

    def _own_environment(self):
        return {}

    def _start_desktop(self):
        """Start all parts; leave the session bus in self.bus."""
        raise NotImplementedError

    def _close(self):
        """Let go of what was opened beside the bus and the processes."""

    def app_output(self):
        """What the application wrote."""
        raise NotImplementedError

    def picture(self, path):
        """Write the screen as a PNG."""
        raise NotImplementedError

    def snapshot(self, name, patience_s=3):
        """Leave a picture for people, where they ask for them by BREADCRUMBS_PICTURES."""
        folder = os.environ.get('BREADCRUMBS_PICTURES')
        if folder:
            os.makedirs(folder, exist_ok=True)
            path = os.path.join(folder, f'{name}.png')
            self.picture(path)
            # It may be on its way in, or a caret may blink for ever.
            holds(lambda: not self._is_still(path), patience_s)

    def _is_still(self, path):
        with open(path, 'rb') as picture:
            before = picture.read()
        time.sleep(0.4)
        self.picture(path)
        with open(path, 'rb') as picture:
            return picture.read() == before

    # The application

    def stays(self, condition, seconds):
        """Fail if condition() ceases to hold before the time is over."""
        if not holds(condition, seconds):
            raise AssertionError(f'it changed within {seconds} s')

    def wait_for_service(self, service, state='active'):
        wait_until(lambda: self.service(service).get('state') == state, f'{service} is {state}')

    def service(self, service):
        """What `breadcrumbs status --json` says of a service."""
        status = json.loads(self.breadcrumbs('status', '--json').stdout)
        return next((part for part in status['services'] or [] if part['id'] == service), {})

    def breadcrumbs(self, *arguments, check=True, stdin=None):
        done = subprocess.run(['breadcrumbs', *arguments], env=self.environment, input=stdin,
                              stdin=None if stdin is not None else subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=30, check=False)
        if check and done.returncode:
            raise AssertionError(f'breadcrumbs {" ".join(arguments)}: {done.stderr}')
        return done

    def crumbs(self, *arguments):
        """The crumbs as the command line has them, newest first."""
        lines = self.breadcrumbs('list', '--json', *arguments).stdout.splitlines()
        return [json.loads(line) for line in lines]

    def app_pid(self):
        return self.bus.pid(APP_ID)

    def end_app(self, how=signal.SIGTERM):
        pid = self.app_pid()
        if pid:
            os.kill(pid, how)
            wait_until(lambda: not os.path.exists(f'/proc/{pid}'), 'the application ends')

    def quit_app(self):
        pid = self.app_pid()
        self.bus.action(APP_ID, 'quit')
        wait_until(lambda: not os.path.exists(f'/proc/{pid}'), 'the application has quit')

    def action(self, name, *strings, token=None):
        self.bus.action(APP_ID, name, *strings, token=token)

    def setting(self, key, value):
        subprocess.run(['gsettings', 'set', APP_ID, key, str(value)],
                       env=self.environment, check=True, capture_output=True)

    # Places

    def path(self, name):
        return os.path.join(self.folder, name)

    def is_kept(self, text):
        """Whether the text stands in any file of the application's."""
        for top in ('data', 'state', 'config', 'cache'):
            for folder, _, names in os.walk(self.path(top)):
                for name in names:
                    with open(os.path.join(folder, name), 'rb') as file:
                        if text.encode() in file.read():
                            return True
        return False

    def _subfolder(self, name):
        path = self.path(name)
        os.makedirs(path, mode=0o700, exist_ok=True)
        return path

    def _common_environment(self):
        share = os.path.join(self.prefix, 'share')
        return {
            'PATH': f'{self.prefix}/bin:/usr/local/bin:/usr/bin:/bin',
            'HOME': self._subfolder('home'),
            'XDG_DATA_HOME': self._subfolder('data'),
            'XDG_CONFIG_HOME': self._subfolder('config'),
            'XDG_CACHE_HOME': self._subfolder('cache'),
            'XDG_STATE_HOME': self._subfolder('state'),
            'XDG_RUNTIME_DIR': self._subfolder('run'),
            'XDG_DATA_DIRS': f'{share}:/usr/local/share:/usr/share',
            'DBUS_SYSTEM_BUS_ADDRESS': f'unix:path={self.path("run/no-system-bus")}',
            'GSETTINGS_BACKEND': 'keyfile',
            'GTK_A11Y': 'none',
            'NO_AT_BRIDGE': '1',
            'LIBGL_ALWAYS_SOFTWARE': '1',
            'LC_ALL': 'C.UTF-8',
            'LANG': 'C.UTF-8',
        }

    def _keep_evidence(self):
        """Leave a picture beside Meson's logs, and the programs' words for the report."""
        logs = os.environ.get('BREADCRUMBS_EVIDENCE')
        if logs:
            os.makedirs(logs, exist_ok=True)
            picture = os.path.join(logs, f'{os.path.basename(self.folder)}.png')
            self.picture(picture)
            Desktop.last_words.append(f'the screen then: {picture}')
        if self.app_pid():
            Desktop.last_words += self.breadcrumbs('status', check=False).stdout.splitlines()
        self._tell_last_words()

    def _tell_last_words(self):
        for name in ('app', *self.processes.names()):
            for line in self.processes.output(name).splitlines()[-5:]:
                Desktop.last_words.append(f'{name}: {line}')
