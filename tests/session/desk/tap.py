# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a file's test functions and says so in TAP."""
import inspect
import os
import sys
import traceback

from . import staging
from .desktop import Desktop


# Whole desktops that are not ours may stumble on a busy machine.
TRIES = int(os.environ.get('BREADCRUMBS_TRIES', '1'))


class Skipped(Exception):
    """A desktop has no such thing, and the reason why."""


def main(module_name='__main__', missing=None):
    """Run every test_* function of the module, or those whose names were given, as they stand.

    What is missing for them, in a sentence, skips them all.
    """
    module = sys.modules[module_name]
    tests = [(name, function) for name, function in vars(module).items()
             if name.startswith('test_') and inspect.isfunction(function)
             and (not sys.argv[1:] or name.removeprefix('test_') in sys.argv[1:])]
    build = os.environ.get('BREADCRUMBS_BUILD') or '.'
    print(f'1..{len(tests)}', flush=True)
    try:
        staging.prefix(build)
    except staging.NotStaged as reason:
        missing = reason
    if missing:
        for number, (name, _) in enumerate(tests, 1):
            print(f'ok {number} {_title(name)} # SKIP {missing}', flush=True)
        return 0
    return 1 if [name for number, (name, function) in enumerate(tests, 1)
                 if not _run(number, name, function, TRIES)] else 0


def _run(number, name, function, tries):
    try:
        function()
    except Skipped as reason:
        print(f'ok {number} {_title(name)} # SKIP {reason}', flush=True)
        return True
    except Exception:  # pylint: disable=broad-except
        for line in traceback.format_exc().splitlines():
            print(f'# {line}')
        for line in Desktop.last_words:
            print(f'# {line}')
        if tries > 1:
            print(f'# {_title(name)} is tried again', flush=True)
            return _run(number, name, function, tries - 1)
        print(f'not ok {number} {_title(name)}', flush=True)
        return False
    print(f'ok {number} {_title(name)}', flush=True)
    return True


def _title(name):
    return name.removeprefix('test_').replace('_', ' ')
