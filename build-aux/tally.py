#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tally.py TESTLOG...: sum up Meson's testlog.json files.

Counts single test cases where a program speaks TAP, else the program as one. A
program that died, ran out of time or broke off counts as one failure more.
"""
import json
import re
import sys

POINT = re.compile(r'^(not )?ok\b(?:.*#\s*(SKIP|TODO))?', re.IGNORECASE)


def count(test):
    """Return (passed, failed, skipped) of one program's run."""
    passed = failed = skipped = 0
    for line in test.get('stdout', '').splitlines():
        point = POINT.match(line)
        if point is None:
            continue
        if point[2]:
            skipped += 1
        elif point[1]:
            failed += 1
        else:
            passed += 1
    result = test['result']
    if result not in ('OK', 'SKIP', 'EXPECTEDFAIL') and not failed:
        failed = 1
    if not passed + failed + skipped:
        passed, skipped = int(result != 'SKIP'), int(result == 'SKIP')
    return passed, failed, skipped


def main(paths):
    total = [0, 0, 0]
    for path in paths:
        try:
            with open(path, encoding='utf-8') as log:
                tests = [json.loads(line) for line in log]
        except FileNotFoundError:
            print(f'{path}: no test was run')
            total[1] += 1
            continue
        for test in tests:
            counts = count(test)
            total = [a + b for a, b in zip(total, counts)]
            if counts[1]:
                print(f'failed: {path.split("/")[0]}: {test["name"]} ({test["result"]})')
    skipped = f', {total[2]} skipped' if total[2] else ''
    print(f'{total[0]} passed, {total[1]} failed{skipped}')
    return 1 if total[1] or not total[0] else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
