# SPDX-License-Identifier: GPL-3.0-or-later
"""A private X11 desktop to try Breadcrumbs in: see session.Session."""
from .session import Session
from .waiting import wait_until

__all__ = ['Session', 'wait_until']
