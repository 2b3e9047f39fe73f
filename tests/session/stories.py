# SPDX-License-Identifier: GPL-3.0-or-later
"""What any desktop has to prove, told once: each is given a desktop that has just started."""
import time

from desk.waiting import wait_until

LINE = 'totals differ by 1 cent > rerun refund test #billing @ana'


def leave_come_back_and_click(desk):
    """The main job: leave a line, go, come back, be told, click, be there."""
    desk.start_app()
    desk.start_editor()
    desk.hands.type('total = ')
    wait_until(lambda: desk.typed() == 'total = ', 'the editor gets its keys')

    desk.open_capture()
    desk.hands.type(LINE)
    desk.snapshot('capture')
    desk.hands.key('Return')
    desk.wait_for_focus('refund.py')
    crumb = desk.crumbs()[0]
    assert crumb['line'] == LINE and crumb['next'] == 'rerun refund test', crumb
    desk.hands.type('sum')
    wait_until(lambda: desk.typed() == 'total = sum', 'the editor has its keys back')

    desk.setting('idle-threshold', 2)
    desk.be_away()
    assert not desk.notifications(), 'nobody was back yet'
    summary, body = desk.come_back()
    desk.setting('idle-threshold', 600)
    if desk.tells_of_locks:
        assert summary == 'rerun refund test', summary
        assert 'totals differ by 1 cent' in body and 'billing' in body, body
    else:
        assert summary.startswith('You left a breadcrumb'), summary
    desk.snapshot('reminder', 1)
    desk.click_notification()
    wait_until(lambda: desk.crumbs()[0]['state'] == 'resumed', 'the crumb counts as resumed')
    desk.wait_for_main_window()
    desk.snapshot('resume-card')


def every_press_opens_a_focused_window(desk, presses=50):
    desk.start_app()
    desk.start_editor()
    for number in range(presses):
        desk.capture(f'note {number}')
    assert desk.service('hotkey')['state'] == 'active', desk.service('hotkey')
    lines = [crumb['line'] for crumb in reversed(desk.crumbs('--limit', str(presses)))]
    assert lines == [f'note {number}' for number in range(presses)], lines
    assert desk.typed() == '', 'no key went astray'


def every_return_reminds_once(desk, cycles=20):
    """As many reminders as returns with something open, and none without."""
    desk.setting('idle-threshold', 1)
    desk.start_app()
    desk.start_editor()
    for _ in range(cycles):
        desk.be_away()
        desk.touch()
    desk.setting('idle-threshold', 600)
    desk.stays(lambda: not desk.notifications(), 2)

    for number in range(cycles):
        desk.breadcrumbs('add', f'crumb {number} > step {number}')
        desk.setting('idle-threshold', 1)
        desk.be_away()
        summary, _ = desk.come_back()
        desk.setting('idle-threshold', 600)
        assert summary == f'step {number}' or not desk.tells_of_locks, summary
    assert len(desk.notifications()) == cycles, len(desk.notifications())


def a_film_is_presence(desk):
    desk.start_app()
    desk.start_editor()
    desk.breadcrumbs('add', 'here > there')
    desk.wait_for_service('idle')
    desk.play_film()
    desk.hands.nudge()
    desk.setting('idle-threshold', 1)
    desk.stays(lambda: desk.last_of_idle() != 'idle', 4)
    assert not desk.notifications(), desk.notifications()


def hotkey_closes_what_it_opened(desk):
    desk.start_app()
    desk.start_editor()
    desk.open_capture()
    desk.hands.type('kept')
    desk.hands.key(desk.hotkey)
    desk.wait_for_focus('refund.py')
    time.sleep(desk.press_pause_s)
    desk.open_capture()
    desk.hands.key('Return')
    desk.wait_for_focus('refund.py')
    lines = [crumb['line'] for crumb in desk.crumbs()]
    assert lines == ['kept'], lines


def windows_come_up_with_the_focus(desk):
    """Without a token, with one the desktop refuses, new or there already, and over a dialog."""
    def capture():
        desk.action('capture')
        desk.wait_for_focus('Leave a Breadcrumb')

    def capture_and_save(line, back_to):
        capture()
        desk.hands.type(line)
        desk.hands.key('Return')
        desk.wait_for_focus(back_to)

    desk.start_app(hotkey=False)
    desk.start_editor()
    capture_and_save('here > there', 'refund.py')
    desk.action('open')
    desk.wait_for_main_window()
    capture_and_save('in our own window', 'Breadcrumbs')
    for number, token in enumerate((None, 'not of this desktop')):
        desk.start_editor(f'before-{number}.py')
        desk.action('open', token=token)
        desk.wait_for_main_window()

    desk.action('preferences')
    desk.wait_for_focus('Preferences')
    capture_and_save('over a dialog', 'Preferences')
    capture()
    desk.hands.key('Down')
    desk.hands.key('Return')
    desk.wait_for_main_window()
    wait_until(lambda: desk.crumbs()[0]['state'] == 'resumed', 'the newest is resumed')


def tray_opens_the_window(desk):
    desk.start_app()
    desk.breadcrumbs('add', 'here > there')
    desk.start_editor()
    wait_until(desk.tray.item, 'the item is registered')
    wait_until(lambda: 'there' in desk.tray.labels()[0], 'the menu offers the open crumb')
    desk.snapshot('tray')
    desk.click_tray()
    desk.wait_for_main_window()


def first_login(desk):
    desk.start_app()
    desk.start_editor()
    desk.capture('first login')


def next_login(desk):
    """The key works at the first press, and the desktop asks nothing a second time."""
    desk.allow_hotkey = lambda: None
    desk.start_app()
    desk.start_editor()
    desk.capture('next login')
    lines = [crumb['line'] for crumb in desk.crumbs()]
    assert lines == ['next login', 'first login'], lines


def nothing_is_shown_on_a_lock_screen(desk):
    """Keys at the locker are no return; the reminder comes when the session can be used again."""
    desk.start_app()
    desk.breadcrumbs('add', 'here > there')
    desk.start_editor()
    desk.setting('idle-threshold', 2)
    desk.lock()
    desk.be_away()
    desk.snapshot('locked')
    desk.hands.key('Shift')
    desk.stays(lambda: not desk.notifications(), 4)
    desk.unlock()
    desk.wait_for_focus('refund.py')
    wait_until(desk.notifications, 'the reminder', 3)
    assert len(desk.notifications()) == 1, desk.notifications()


def the_return_is_tried_on_the_spot(desk):
    """Preferences, Test, hands off for fifteen seconds, and the chain shows itself to its end."""
    desk.start_app()
    desk.action('preferences')
    desk.wait_for_focus('Preferences')
    desk.hands.key('Alt+t')
    desk.stays(lambda: not desk.notifications(), 16)
    desk.come_back()
    desk.snapshot('return-test-reminder', 1)
    desk.click_notification()
    desk.wait_for_focus('Preferences')
    desk.snapshot('return-test')
