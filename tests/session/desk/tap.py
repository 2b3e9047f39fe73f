# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a file's test functions and says so in TAP."""
import inspect
import os
import sys
import traceback

from . import staging
from .session import Session


def main(module_name='__main__'):
    """Run every test_* function of the module, in the order in which they stand."""
    module = sys.modules[module_name]
    tests = [(name, function) for name, function in vars(module).items()
             if name.startswith('test_') and inspect.isfunction(function)]
    build = os.environ.get('BREADCRUMBS_BUILD') or '.'
    print(f'1..{len(tests)}', flush=True)
    try:
        staging.prefix(build)
    except staging.NotStaged as reason:
        for number, (name, _) in enumerate(tests, 1):
            print(f'ok {number} {_title(name)} # SKIP {reason}', flush=True)
        return 0
    return 1 if [name for number, (name, function) in enumerate(tests, 1)
                 if not _run(number, name, function)] else 0


def _run(number, name, function):
    try:
        function()
    except Exception:  # pylint: disable=broad-except
        for line in traceback.format_exc().splitlines():
            print(f'# {line}')
        for line in Session.last_words:
            print(f'# {line}')
        print(f'not ok {number} {_title(name)}', flush=True)
        return False
    print(f'ok {number} {_title(name)}', flush=True)
    return True


def _title(name):
    return name.removeprefix('test_').replace('_', ' ')
