#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The verbs on the running program, against a stand-in on a private bus."""

import json
import os
import signal
import subprocess
import time

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

    def test_capture_by_a_key(self):
        self.env['XDG_ACTIVATION_TOKEN'] = 'tok-1'
        self.run_well('capture', '--hotkey')
        self.assertEqual(self.calls()[1:], [['ActivateAction', 'hotkey', [], TOKEN]])

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


class Status(AppCase):
    def start_app(self, status='well'):
        self.env['FAKE_STATUS'] = status
        self.offer_program()
        self.run_well('--background')

    def test_text(self):
        self.start_app()
        out = self.run_well('status').out
        self.assertRegex(out, r'(?m)^App +running, version 0\.0\.9, started ')
        self.assertRegex(out, r'(?m)^Installed in +/opt/crumbs$')
        self.assertRegex(out, r'(?m)^Desktop +KDE$')
        self.assertRegex(out, r'(?m)^Session +wayland, with its windows on x11$')
        self.assertRegex(out, r'(?m)^Libraries +GTK 4\.18\.6, libadwaita 1\.7\.6, GLib 2\.84\.4$')
        self.assertRegex(out, r'(?m)^Last away +none yet$')
        self.assertRegex(out, r'(?m)^hotkey +active, x11$')
        self.assertRegex(out, r'(?m)^ +3 events, the last “activated”, ')
        self.assertRegex(out, r'(?m)^ +not portal: There is none here\.$')
        self.assertRegex(out, r'(?m)^tray +waiting: No panel\ufffd shows a tray\.$')

    def test_json(self):
        self.start_app()
        status = self.run_well('status', '--json').object()
        self.assertIs(status['running'], True)
        self.assertIsNone(status['problem'])
        self.assertEqual(status['session'], 'x11')
        self.assertEqual(status['app'], {
            'version': '0.0.9', 'started-us': 1795428671500000, 'install': '/opt/crumbs', 'desktop': 'KDE',
            'session': 'wayland', 'display': 'x11', 'gtk': '4.18.6', 'adwaita': '1.7.6', 'glib': '2.84.4',
            'locale': 'de_DE.UTF-8'})
        self.assertEqual(status['services'][0], {
            'id': 'hotkey', 'state': 'active', 'backend': 'x11', 'reason': '',
            'refused': [['portal', 'There is none here.']], 'events': 3,
            'last-event': 'activated', 'last-event-us': 1795428671500000})

    def test_last_away(self):
        self.add('a')
        with self.open_file() as file:
            file.execute("INSERT INTO away (uuid, device, left_us, back_us, duration_us, causes) "
                         "VALUES (zeroblob(16), zeroblob(16), 1795428600000000, 1795430400000000, 1800000000, 5)")
        file.close()
        self.assertEqual(self.run_well('status', '--json').object()['last_away'], {
            'left': '2026-11-23T10:10:00.000000Z', 'back': '2026-11-23T10:40:00.000000Z',
            'duration_s': 1800, 'causes': ['idle', 'sleep']})
        self.assertRegex(self.run_well('status').out, r'(?m)^Last away +30 min \(idle, sleep\), back ')

    def test_older_version_tells_what_it_can(self):
        self.start_app('older')
        out = self.run_well('status').out
        self.assertRegex(out, r'(?m)^App +running, of another version$')
        self.assertRegex(out, r'(?m)^hotkey +active, x11$')
        self.assertIsNone(self.run_well('status', '--json').object()['app'])

    def test_newer_version_is_understood_as_far_as_known(self):
        self.start_app('newer')
        self.assertRegex(self.run_well('status').out, r'(?m)^hotkey +dreaming, x11$')
        status = self.run_well('status', '--json').object()
        self.assertNotIn('mood', status['services'][0])
        self.assertNotIn('mood', status['app'])

    def test_hung_program_is_not_waited_for(self):
        self.start_app('silent')
        began = time.monotonic()
        out = self.run_well('status').out
        self.assertLess(time.monotonic() - began, 3)
        self.assertRegex(out, r'(?m)^App +It runs, but does not answer\.$')
        status = self.run_well('status', '--json').object()
        self.assertEqual((status['running'], status['problem']), (False, 'It runs, but does not answer.'))

    def test_answer_of_another_type(self):
        self.start_app('other')
        self.assertRegex(self.run_well('status').out, r'(?m)^App +It runs, but its answer makes no sense\.$')

    def test_owner_that_does_not_know_the_question(self):
        self.start_app('nothing')
        self.assertRegex(self.run_well('status').out, r'(?m)^App +It runs, but is of a version that tells nothing')

    def test_lies_are_bounded_and_harmless(self):
        self.start_app('lying')
        text = self.run_well('status').out
        self.assertLess(len(text), 400_000)
        self.assertFalse([c for c in text if (ord(c) < 32 and c != '\n') or ord(c) in (0x202e, 0x9b, 127)])
        status = self.run_well('status', '--json').object()
        self.assertLessEqual(len(status['services']), 32)
        service = status['services'][0]
        self.assertEqual((service['id'], service['state'], service['refused'], service['last-event']), ('', '', [], ''))
        self.assertLess(len(service['backend']), 400)
        self.assertEqual(status['app']['version'], '')

    def test_fits_a_terminal(self):
        self.start_app()
        for line in self.run_well('status').out.splitlines():
            self.assertTrue(self.file in line or len(line) <= 80, line)


class Offers(AppCase):
    def start_desktop(self, manner):
        desktop = subprocess.Popen(['/usr/bin/python3', '-B', os.path.join(HERE, 'fake-desktop.py')],
                                   env={**self.env, 'FAKE_DESKTOP': manner}, stdout=subprocess.PIPE)
        for _ in range(3):
            self.assertTrue(desktop.stdout.readline())
        self.addCleanup(desktop.communicate)
        self.addCleanup(desktop.terminate)

    def test_told_without_the_program(self):
        self.start_desktop('well')
        out = self.run_well('status').out
        self.assertRegex(out, r'(?m)^App +not running$')
        self.assertRegex(out, r'(?m)^Portal +offers global hotkeys, version 2$')
        self.assertRegex(out, r'(?m)^Notifications +dunst 1\.9\.0$')
        self.assertRegex(out, r'(?m)^Tray +a panel shows icons$')
        self.assertEqual(self.run_well('status', '--json').object()['bus'],
                         {'global_shortcuts': 2, 'notifications': 'dunst 1.9.0', 'tray_host': True})

    def test_none(self):
        out = self.run_well('status').out
        self.assertRegex(out, r'(?m)^Portal +none runs$')
        self.assertRegex(out, r'(?m)^Notifications +none answers$')
        self.assertRegex(out, r'(?m)^Tray +no panel shows icons$')

    def test_lies(self):
        self.start_desktop('lying')
        out = self.run_well('status').out
        self.assertNotIn('\x1b', out)
        self.assertLess(len(out), 4000)
        self.assertRegex(out, r'(?m)^Portal +offers no global hotkeys$')
        self.assertRegex(out, r'(?m)^Tray +no panel shows icons$')

    def test_silence_is_not_waited_for(self):
        self.start_desktop('silent')
        began = time.monotonic()
        self.assertRegex(self.run_well('status').out, r'(?m)^Notifications +none answers$')
        self.assertLess(time.monotonic() - began, 2)


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

    def test_what_systemd_could_not_start_is_started_from_here(self):
        """The bus waits on; systemd has said long since that it failed."""
        systemd = subprocess.Popen(['/usr/bin/python3', '-B', os.path.join(HERE, 'fake-systemd.py')],
                                   env=self.env, stdout=subprocess.PIPE)
        self.addCleanup(systemd.communicate)
        self.addCleanup(systemd.terminate)
        self.assertTrue(systemd.stdout.readline())
        self.offer_service('/bin/sh -c "exec sleep 20 >/dev/null"')
        del self.env['DISPLAY']
        began = time.monotonic()
        self.assert_fails(self.call(), 1, 'display')
        self.assertLess(time.monotonic() - began, 5)

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
