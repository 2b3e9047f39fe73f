# SPDX-License-Identifier: GPL-3.0-or-later
"""What was asked of the notification server, read off the bus by dbus-monitor."""
import re

MATCHES = ("type='method_call',interface='org.freedesktop.Notifications',member='Notify'",)

# app_name s, replaces_id u, app_icon s, summary s, body s, actions as ...
NOTIFY = re.compile(r'method call [^\n]*sender=(\S+) -> destination=(\S+) [^\n]*member=Notify\n'
                    r'   string "([^\n]*)"\n   uint32 \d+\n   string "[^\n]*"\n'
                    r'   string "(.*?)"\n   string "(.*?)"\n   array \[', re.DOTALL)


class CallRecord:
    """Notifications as Breadcrumbs sent them, whether or not a server shows them."""

    def __init__(self, processes, sender):
        self._processes = processes
        self._sender = sender
        processes.start('monitor', 'stdbuf', '-oL', 'dbus-monitor', '--session', *MATCHES)

    def notifications(self):
        """All so far, each a (summary, body)."""
        calls = NOTIFY.findall(self._processes.output('monitor'))
        # GNOME's server hands each on to the shell.
        servers = {destination for _, destination, *_ in calls}
        return [(summary, body) for caller, _, program, summary, body in calls
                if program == self._sender and caller not in servers]
