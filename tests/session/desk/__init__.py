# SPDX-License-Identifier: GPL-3.0-or-later
"""Private desktops to try Breadcrumbs in: session.Session on X11, sway.Sway and others on Wayland."""
from .session import Session
from .waiting import wait_until

__all__ = ['Session', 'wait_until']
