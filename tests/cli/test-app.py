#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The verbs on the running program, against a stand-in on a private bus."""

import json
import os
import signal
import subprocess

from cli_case import CliCase, main

HERE = os.path.dirname(os.path.abspath(__file__))
FAKE = os.path.join(HERE, 'fake-app.py')
STATUS_XML = os.path.join(HERE, '../../src/app/dbus/org.example.Breadcrumbs.Status.xml')
TOKEN = {'activation-token': 'tok-1', 'desktop-startup-id': 'tok-1'}

BUS_CONFIG = '''<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={root}</listen><servicedir>{root}/services</servicedir>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>'''


class AppCase(CliCase):
    def setUp(self):
        super().setUp()
        self.log = os.path.join(self.root, 'log')
        self.make_dir('services')
        self.env.update(FAKE_LOG=self.log, STATUS_XML=STATUS_XML, DISPLAY=':99')
        config = os.path.join(self.root, 'bus.conf')
        with open(config, 'w') as file:
            file.write(BUS_CONFIG.format(root=self.root))
        self.bus = subprocess.Popen(['dbus-daemon', '--nofork', '--print-address', '--config-file', config],
                                    env=self.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.addCleanup(self.stop_bus)
        self.env['DBUS_SESSION_BUS_ADDRESS'] = self.bus.stdout.readline().decode().strip()

    def stop_bus(self):
        """What was started on the bus ends with it."""
        self.bus.send_signal(signal.SIGTERM)
        self.bus.communicate()

    def offer_service(self, program=FAKE):
        with open(os.path.join(self.root, 'services', 'app.service'), 'w') as file:
            file.write(f'[D-BUS Service]\nName=org.example.Breadcrumbs\nExec={program} --by-bus\n')
        subprocess.run(['dbus-send', '--session', '--print-reply', '--dest=org.freedesktop.DBus', '/',
                        'org.freedesktop.DBus.ReloadConfig'], env=self.env, check=True, capture_output=True, timeout=10)

    def offer_program(self, path=FAKE):
        self.env['BREADCRUMBS_APP'] = path

    def calls(self):
        if not os.path.exists(self.log):
            return []
        with open(self.log) as file:
            return [json.loads(line) for line in file]


class Reach(AppCase):
    def setUp(self):
        super().setUp()
        self.offer_program()
        self.run_well('--background')

    def test_background_opens_nothing(self):
        self.assertEqual(self.calls(), [['started', '--gapplication-service']])

    def test_background_twice_starts_once(self):
        self.run_well('--background')
        self.assertEqual(len(self.calls()), 1)

    def test_open_passes_the_token(self):
        self.env['XDG_ACTIVATION_TOKEN'] = 'tok-1'
        self.run_well()
        self.assertEqual(self.calls()[1:], [['Activate', TOKEN]])

    def test_old_token(self):
        self.env['DESKTOP_STARTUP_ID'] = 'tok-1'
        self.run_well('capture')
        self.assertEqual(self.calls()[1:], [['ActivateAction', 'capture', [], TOKEN]])

    def test_capture_without_token(self):
        self.run_well('--capture')
        self.assertEqual(self.calls()[1:], [['ActivateAction', 'capture', [], {}]])

    def test_what_the_launcher_offers(self):
        self.env['XDG_ACTIVATION_TOKEN'] = 'tok-1'
        self.run_well('--resume')
        self.run_well('--preferences')
        self.assertEqual(self.calls()[1:], [['ActivateAction', 'resume-newest', [], TOKEN],
                                            ['ActivateAction', 'preferences', [], TOKEN]])

    def test_bad_token_is_not_passed(self):
        self.env['XDG_ACTIVATION_TOKEN'] = 'x' * 2000
        self.env['DESKTOP_STARTUP_ID'] = 'a\nb'
        self.run_well()
        self.assertEqual(self.calls()[1:], [['Activate', {}]])

    def test_status(self):
        out = self.run_well('status').out
        self.assertRegex(out, r'(?m)^App +running$')
        self.assertRegex(out, r'(?m)^hotkey +active, x11$')
        self.assertRegex(out, r'(?m)^ +not portal: There is none here\.$')
        self.assertRegex(out, r'(?m)^tray +waiting: No panel\ufffd shows a tray\.$')

    def test_status_in_json(self):
        status = self.run_well('status', '--json').object()
        self.assertIs(status['running'], True)
        self.assertEqual(status['session'], 'x11')
        self.assertEqual(status['services'][0], {
            'id': 'hotkey', 'state': 'active', 'backend': 'x11', 'reason': '',
            'refused': [['portal', 'There is none here.']], 'events': 3,
            'last-event': 'activated', 'last-event-us': 1795428671500000})


class Start(AppCase):
    def test_the_bus_starts_it(self):
        self.offer_service()
        self.run_well('capture')
        self.assertEqual(self.calls(), [['started', '--by-bus'], ['ActivateAction', 'capture', [], {}]])

    def test_the_named_program_comes_first(self):
        self.offer_service()
        self.offer_program()
        self.run_well()
        self.assertEqual(self.calls(), [['started', '--gapplication-service'], ['Activate', {}]])

    def test_what_the_bus_cannot_start_is_started_from_here(self):
        self.offer_service('/bin/false')
        del self.env['DISPLAY']
        self.assert_fails(self.call(), 1, 'display')

    def test_status_never_starts_it(self):
        self.offer_service()
        self.assertRegex(self.run_well('status').out, r'(?m)^App +not running$')
        self.assertEqual(self.calls(), [])

    def test_store_verbs_never_start_it(self):
        self.offer_service()
        self.add('a')
        self.run_well('resume')
        self.assertEqual(self.calls(), [])

    def test_program_that_ends_at_once(self):
        self.offer_program('/bin/true')
        self.assert_fails(self.call(), 1, 'ended')

    def test_program_that_is_missing(self):
        self.offer_program('/nonexistent/breadcrumbs-app')
        self.assert_fails(self.call('capture'), 1, '/nonexistent/breadcrumbs-app')

    def test_no_display(self):
        self.offer_program()
        del self.env['DISPLAY']
        self.assert_fails(self.call(), 1, 'display')
        self.assertEqual(self.calls(), [])


if __name__ == '__main__':
    main()
