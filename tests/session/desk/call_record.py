# SPDX-License-Identifier: GPL-3.0-or-later
"""What was asked of the notification server, read off the bus by dbus-monitor."""
import re

MATCHES = ("type='method_call',interface='org.freedesktop.Notifications',member='Notify'",)

# app_name s, replaces_id u, app_icon s, summary s, body s, actions as ...
NOTIFY = re.compile(r'member=Notify\n   string "([^\n]*)"\n   uint32 \d+\n   string "[^\n]*"\n'
                    r'   string "(.*?)"\n   string "(.*?)"\n   array \[', re.DOTALL)

# GNOME's server hands each call on to the shell, with this among its hints.
HANDED_ON = 'string "x-shell-sender'


class CallRecord:
    """Notifications as Breadcrumbs sent them, whether or not a server shows them."""

    def __init__(self, processes, sender):
        self._processes = processes
        self._sender = sender
        processes.start('monitor', 'stdbuf', '-oL', 'dbus-monitor', '--session', *MATCHES)

    def notifications(self):
        """All so far, each a (summary, body)."""
        calls = self._processes.output('monitor').split('\nmethod call ')
        found = [NOTIFY.search(call) for call in calls if HANDED_ON not in call]
        return [call.group(2, 3) for call in found if call and call.group(1) == self._sender]
