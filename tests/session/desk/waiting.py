# SPDX-License-Identifier: GPL-3.0-or-later
"""Waiting for conditions."""
import time


def wait_until(condition, what, timeout_s=10):
    """Return condition()'s value once it is true; say what was awaited if it never is."""
    deadline = time.monotonic() + timeout_s
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f'waited {timeout_s} s in vain: {what}')
        time.sleep(0.01)


def holds(condition, seconds):
    """Whether condition() stays true that long: for what must not happen."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not condition():
            return False
        time.sleep(0.02)
    return True
