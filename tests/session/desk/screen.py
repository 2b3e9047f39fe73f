# SPDX-License-Identifier: GPL-3.0-or-later
"""The X server as the person in front of it has it: keys, pointer, windows, picture."""
import dataclasses

import gi
gi.require_version('GdkPixbuf', '2.0')
from gi.repository import GdkPixbuf, GLib
from Xlib import X, XK, display, error
from Xlib.ext import screensaver, xtest
from Xlib.protocol import event

XK.load_keysym_group('xkb')

MODIFIERS = {
    'Shift': 'Shift_L', 'Ctrl': 'Control_L', 'Alt': 'Alt_L', 'Super': 'Super_L',
}
BITS = {'Shift': X.ShiftMask, 'Ctrl': X.ControlMask, 'Alt': X.Mod1Mask, 'Super': X.Mod4Mask}
NAMED = {' ': 'space', '\n': 'Return', '\t': 'Tab'}


@dataclasses.dataclass(frozen=True)
class Window:
    """A window as it was when it was looked at."""

    id: int
    title: str
    wm_class: str
    x: int
    y: int
    width: int
    height: int


class Screen:
    """One connection to the server, for input by XTEST and for looking."""

    def __init__(self, name):
        self._display = display.Display(name)
        self._root = self._display.screen().root

    def close(self):
        self._display.close()

    def paint(self, colour):
        """Give the desktop a background, as 0xrrggbb."""
        self._root.change_attributes(background_pixel=colour)
        self._root.clear_area()
        self._display.sync()

    # Keyboard and pointer

    def press(self, name):
        self._key(name, X.KeyPress)

    def release(self, name):
        self._key(name, X.KeyRelease)

    def key(self, chord):
        """Press and release a chord such as 'Super+Shift+b'."""
        *modifiers, name = chord.split('+')
        for modifier in modifiers:
            self.press(MODIFIERS[modifier])
        self.press(name)
        self.release(name)
        for modifier in reversed(modifiers):
            self.release(MODIFIERS[modifier])

    def type(self, text):
        """Type text of the keys of the layout that is in use."""
        for character in text:
            keysym = self._keysym(character)
            code, level = self._code_and_level(keysym)
            if level:
                self.press('Shift_L')
            self._fake(X.KeyPress, code)
            self._fake(X.KeyRelease, code)
            if level:
                self.release('Shift_L')

    def point(self, x, y):
        self._fake(X.MotionNotify, x=x, y=y)

    def click(self, x, y, button=1):
        self.point(x, y)
        self._fake(X.ButtonPress, button)
        self._fake(X.ButtonRelease, button)

    def click_window(self, window, button=1):
        self.click(window.x + window.width // 2, window.y + window.height // 2, button)

    def nudge(self):
        """Move the pointer by a hair: somebody is here again."""
        pointer = self._root.query_pointer()
        self._fake(X.MotionNotify, x=pointer.root_x ^ 1, y=pointer.root_y)

    def idle_ms(self):
        """How long the server has had no input."""
        return screensaver.query_info(self._root).idle

    def is_locked(self, modifier_bit):
        return bool(self._root.query_pointer().mask & modifier_bit)

    def _key(self, name, kind):
        self._fake(kind, self._display.keysym_to_keycode(self._keysym(name)))

    def _keysym(self, name):
        keysym = XK.string_to_keysym(NAMED.get(name, name))
        if not keysym and len(name) == 1 and ord(name) < 256:
            keysym = ord(name)
        if not keysym:
            raise ValueError(f'no such key: {name!r}')
        return keysym

    def _code_and_level(self, keysym):
        for code, level in sorted(self._display.keysym_to_keycodes(keysym), key=lambda c: c[1]):
            if level in (0, 1):
                return code, level
        raise ValueError(f'the layout has no key for {keysym:#x}')

    def _fake(self, kind, detail=0, x=0, y=0):
        xtest.fake_input(self._display, kind, detail, x=x, y=y)
        self._display.sync()

    # Windows

    def has_window_manager(self):
        return bool(self._property(self._root, '_NET_SUPPORTING_WM_CHECK'))

    def active_window(self):
        """The window that has the focus by the window manager's word, or None."""
        ids = self._property(self._root, '_NET_ACTIVE_WINDOW')
        return self._window(ids[0]) if ids and ids[0] else None

    def windows(self, wm_class=None):
        """Managed windows that are on the screen, lowest first."""
        ids = self._property(self._root, '_NET_CLIENT_LIST_STACKING') or []
        found = [window for window in map(self._window, ids) if window]
        return [w for w in found if wm_class is None or w.wm_class.lower() == wm_class.lower()]

    def popups(self, wm_class):
        """Windows no window manager knows, such as a notification."""
        children = self._root.query_tree().children
        found = [self._window(child.id) for child in children]
        return [w for w in found if w and w.wm_class.lower() == wm_class.lower()]

    def _window(self, number):
        window = self._display.create_resource_object('window', number)
        try:
            if window.get_attributes().map_state != X.IsViewable:
                return None
            geometry = window.get_geometry()
            place = window.translate_coords(self._root, 0, 0)
            title = self._text(window, '_NET_WM_NAME') or window.get_wm_name() or ''
            wm_class = (window.get_wm_class() or ('', ''))[1]
        except (error.BadWindow, error.BadDrawable):
            return None
        return Window(number, title, wm_class, -place.x, -place.y,
                      geometry.width, geometry.height)

    def _property(self, window, name):
        value = window.get_full_property(self._display.get_atom(name), X.AnyPropertyType)
        return list(value.value) if value else None

    def _text(self, window, name):
        value = window.get_full_property(self._display.get_atom(name), X.AnyPropertyType)
        return value.value.decode('utf-8', 'replace') if value else None

    def close_window(self, window):
        """Ask the window to close, as its title bar's button does."""
        target = self._display.create_resource_object('window', window.id)
        message = event.ClientMessage(
            window=target, client_type=self._display.get_atom('_NET_CLOSE_WINDOW'),
            data=(32, [X.CurrentTime, 2, 0, 0, 0]))
        self._root.send_event(
            message, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        self._display.sync()

    # Picture

    def pixels(self, window=None):
        """The bytes of the screen, or of the part of it a window takes."""
        x, y, width, height = self._area(window)
        return self._root.get_image(x, y, width, height, X.ZPixmap, 0xffffffff).data

    def picture(self, path, window=None, margin=0):
        """Write the screen, or a window with a margin around, as a PNG."""
        x, y, width, height = self._area(window, margin)
        raw = bytearray(self._root.get_image(x, y, width, height, X.ZPixmap, 0xffffffff).data)
        raw[0::4], raw[2::4] = raw[2::4], raw[0::4]
        raw[3::4] = b'\xff' * (width * height)
        GdkPixbuf.Pixbuf.new_from_bytes(
            GLib.Bytes.new(bytes(raw)), GdkPixbuf.Colorspace.RGB, True, 8,
            width, height, width * 4).savev(str(path), 'png', [], [])

    def _area(self, window, margin=0):
        screen = self._root.get_geometry()
        if window is None:
            return 0, 0, screen.width, screen.height
        left, top = max(window.x - margin, 0), max(window.y - margin, 0)
        right = min(window.x + window.width + margin, screen.width)
        bottom = min(window.y + window.height + margin, screen.height)
        return left, top, right - left, bottom - top

    # Another client's doings

    def keycodes(self, chord):
        """The keycodes of a chord, the modifiers first."""
        *modifiers, name = chord.split('+')
        return [self._display.keysym_to_keycode(self._keysym(key))
                for key in [MODIFIERS[m] for m in modifiers] + [name]]

    def grab_key(self, chord):
        """Take a chord as a global hotkey, as a program does that was here first.

        Returns whether it was to be had.
        """
        code = self.keycodes(chord)[-1]
        bits = sum(BITS[modifier] for modifier in chord.split('+')[:-1])
        refused = error.CatchError(error.BadAccess)
        self._root.grab_key(code, bits, False, X.GrabModeAsync, X.GrabModeAsync, onerror=refused)
        self._display.sync()
        return refused.get_error() is None

    def is_key_taken(self, chord):
        """Whether another client has the chord; never ask while one is about to take it."""
        if not self.grab_key(chord):
            return True
        self.release_keys()
        return False

    def release_keys(self):
        """Give back what grab_key() took."""
        self._root.ungrab_key(X.AnyKey, X.AnyModifier)
        self._display.sync()
