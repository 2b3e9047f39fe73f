# SPDX-License-Identifier: GPL-3.0-or-later
"""The installation that is tried: a prefix inside the build folder, brought up to date."""
import fcntl
import json
import os
import subprocess


class NotStaged(Exception):
    """There is no installation to try, and the reason why."""


def prefix(build):
    """Install the build into its prefix if that is older, and return the prefix.

    Where the build cannot be brought up to date, BREADCRUMBS_PREFIX says what to try instead.
    """
    if os.environ.get('BREADCRUMBS_PREFIX'):
        return os.environ['BREADCRUMBS_PREFIX']
    options = _read(build, 'buildoptions')
    where = next(option['value'] for option in options if option['name'] == 'prefix')
    if os.path.commonpath([os.path.realpath(build), os.path.realpath(where)]) \
            != os.path.realpath(build):
        raise NotStaged(f'its prefix {where} is not inside the build folder {build}')
    with open(os.path.join(build, '.stage.lock'), 'w', encoding='utf-8') as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        stamp = os.path.join(build, '.stage.stamp')
        if _is_older(stamp, _read(build, 'installed')):
            subprocess.run(['meson', 'install', '-C', build, '--no-rebuild', '--quiet'],
                           check=True, stdout=subprocess.DEVNULL)
            with open(stamp, 'w', encoding='utf-8'):
                pass
    return where


def _read(build, what):
    with open(os.path.join(build, 'meson-info', f'intro-{what}.json'), encoding='utf-8') as info:
        return json.load(info)


def _is_older(stamp, installed):
    if not os.path.exists(stamp):
        return True
    then = os.path.getmtime(stamp)
    return any(not os.path.lexists(goal)
               or (os.path.exists(source) and os.path.getmtime(source) > then)
               for source, goal in installed.items())
