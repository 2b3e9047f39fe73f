# SPDX-License-Identifier: GPL-3.0-or-later
"""A keyboard and a pointer, plugged into a Wayland compositor by what it offers for that.

They stay plugged in: a device that comes and goes makes a compositor send keymaps and focus anew,
and the next keys are lost.
"""
import os
import time

from gi.repository import GLib

from .keymap import Keymap
from .wayland import Connection

MODIFIERS = {'Shift': 'Shift_L', 'Ctrl': 'Control_L', 'Alt': 'Alt_L', 'Super': 'Super_L'}
BUTTONS = {1: 0x110, 2: 0x112, 3: 0x111}

# Between two events: as fast as a hurried person, slow enough for a compositor to see both.
PAUSE_S = 0.008


class Hands:
    """What a person does; a subclass knows how it reaches the compositor."""

    def __init__(self, size):
        self._size = size
        self._keymap = Keymap()
        self._odd = False

    def close(self):
        pass

    def press(self, name):
        self._send(MODIFIERS.get(name, name), True)

    def release(self, name):
        self._send(MODIFIERS.get(name, name), False)

    def key(self, chord):
        """Press and release a chord such as 'Super+Shift+b'."""
        names = chord.split('+')
        for name in names:
            self.press(name)
        for name in reversed(names):
            self.release(name)

    def type(self, text):
        for character in text:
            shifted = self._keymap.find(character)[1]
            if shifted:
                self.press('Shift')
            self.press(character)
            self.release(character)
            if shifted:
                self.release('Shift')

    def point(self, x, y):
        self._move(x, y)
        time.sleep(PAUSE_S)

    def click(self, x, y, button=1):
        self.point(x, y)
        time.sleep(0.1)
        self._button(BUTTONS[button], True)
        time.sleep(0.05)
        self._button(BUTTONS[button], False)

    def nudge(self):
        """Move the pointer by a hair: somebody is here again."""
        self._odd = not self._odd
        self.point(1 + self._odd, self._size[1] // 2)

    def _send(self, name, down):
        self._key(self._keymap.find(name)[0], down)
        time.sleep(PAUSE_S)

    def _key(self, code, down):
        raise NotImplementedError

    def _move(self, x, y):
        raise NotImplementedError

    def _button(self, button, down):
        raise NotImplementedError


class WlrootsHands(Hands):
    """zwp_virtual_keyboard_v1 and zwlr_virtual_pointer_v1."""

    KEYMAP, KEY, SET_MODIFIERS = 0, 1, 2
    MOTION_ABSOLUTE, BUTTON, FRAME = 1, 2, 4

    def __init__(self, path, size):
        super().__init__(size)
        self._connection = Connection(path)
        seat = self._connection.bind('wl_seat', 1)
        self._keyboard = self._create('zwp_virtual_keyboard_manager_v1', seat)
        self._pointer = self._create('zwlr_virtual_pointer_manager_v1', seat)
        self._send_keymap()

    def close(self):
        self._connection.close()

    def _create(self, manager, seat):
        bound = self._connection.bind(manager, 1)
        device = self._connection.create()
        self._connection.send(bound, 0, 'on', seat, device)
        return device

    def _send_keymap(self):
        file = os.memfd_create('keymap')
        os.write(file, self._keymap.text + b'\0')
        self._connection.send(self._keyboard, self.KEYMAP, 'uhu', 1, file, len(self._keymap.text) + 1)
        self._connection.roundtrip()
        os.close(file)

    def _key(self, code, down):
        self._connection.send(self._keyboard, self.KEY, 'uuu', _now_ms(), code, int(down))
        self._connection.send(self._keyboard, self.SET_MODIFIERS, 'uuuu',
                              *self._keymap.modifiers_after(code, down))
        self._connection.roundtrip()

    def _move(self, x, y):
        self._connection.send(self._pointer, self.MOTION_ABSOLUTE, 'uuuuu', _now_ms(), x, y, *self._size)
        self._connection.send(self._pointer, self.FRAME)
        self._connection.roundtrip()

    def _button(self, button, down):
        self._connection.send(self._pointer, self.BUTTON, 'uuu', _now_ms(), button, int(down))
        self._connection.send(self._pointer, self.FRAME)
        self._connection.roundtrip()


class KwinHands(Hands):
    """org_kde_kwin_fake_input, which KWin offers to a program whose desktop file asks for it."""

    AUTHENTICATE, BUTTON, MOTION_ABSOLUTE, KEY = 0, 2, 9, 10

    def __init__(self, path, size):
        super().__init__(size)
        self._connection = Connection(path)
        self._input = self._connection.bind('org_kde_kwin_fake_input', 4)
        self._ask(self.AUTHENTICATE, 'ss', 'hands', 'a test')

    def close(self):
        self._connection.close()

    def _ask(self, opcode, letters, *arguments):
        self._connection.send(self._input, opcode, letters, *arguments)
        self._connection.roundtrip()

    def _key(self, code, down):
        self._ask(self.KEY, 'uu', code, int(down))

    def _move(self, x, y):
        self._ask(self.MOTION_ABSOLUTE, 'ff', x, y)

    def _button(self, button, down):
        self._ask(self.BUTTON, 'uu', button, int(down))


class MutterHands(Hands):
    """org.gnome.Mutter.RemoteDesktop; pointing at a place needs a screen cast beside it."""

    REMOTE = 'org.gnome.Mutter.RemoteDesktop'
    CAST = 'org.gnome.Mutter.ScreenCast'

    def __init__(self, bus, size):
        super().__init__(size)
        self._bus = bus
        self._session, = bus.call(self.REMOTE, '/org/gnome/Mutter/RemoteDesktop', self.REMOTE, 'CreateSession')
        number = bus.get(self.REMOTE, self._session, self.REMOTE + '.Session', 'SessionId')
        cast, = bus.call(self.CAST, '/org/gnome/Mutter/ScreenCast', self.CAST, 'CreateSession', GLib.Variant(
            '(a{sv})', ({'remote-desktop-session-id': GLib.Variant('s', number)},)))
        self._stream, = bus.call(self.CAST, cast, self.CAST + '.Session', 'RecordMonitor',
                                 GLib.Variant('(sa{sv})', ('', {})))
        self._tell('Start', None)
        # The first key plugs the keyboard in, and is lost to the windows.
        self.key('Shift')
        self.nudge()

    def _tell(self, method, arguments):
        self._bus.call(self.REMOTE, self._session, self.REMOTE + '.Session', method, arguments)

    def _key(self, code, down):
        self._tell('NotifyKeyboardKeycode', GLib.Variant('(ub)', (code, down)))

    def _move(self, x, y):
        self._tell('NotifyPointerMotionAbsolute', GLib.Variant('(sdd)', (self._stream, x, y)))

    def _button(self, button, down):
        self._tell('NotifyPointerButton', GLib.Variant('(ib)', (button, down)))


def _now_ms():
    return int(time.monotonic() * 1000) & 0xffffffff
