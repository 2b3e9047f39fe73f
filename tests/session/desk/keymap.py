# SPDX-License-Identifier: GPL-3.0-or-later
"""The US layout by libxkbcommon: which key, and whether with Shift, gives a keysym."""
import ctypes

FORMAT_TEXT_V1 = 1
EVDEV_OFFSET = 8
NAMED = {' ': 'space', '\n': 'Return', '\t': 'Tab'}


class Keymap:
    """Keys by their evdev codes."""

    def __init__(self):
        self._xkb = ctypes.CDLL('libxkbcommon.so.0')
        for name in ('xkb_context_new', 'xkb_keymap_new_from_names', 'xkb_state_new'):
            getattr(self._xkb, name).restype = ctypes.c_void_p
        self._xkb.xkb_keymap_get_as_string.restype = ctypes.c_char_p
        names = (ctypes.c_char_p * 5)(b'evdev', b'pc105', b'us', None, None)
        context = ctypes.c_void_p(self._xkb.xkb_context_new(0))
        self._keymap = ctypes.c_void_p(self._xkb.xkb_keymap_new_from_names(context, names, 0))
        self._state = ctypes.c_void_p(self._xkb.xkb_state_new(self._keymap))
        self.text = self._xkb.xkb_keymap_get_as_string(self._keymap, FORMAT_TEXT_V1)
        self._keys = {}
        for level in (0, 1):
            for code in range(EVDEV_OFFSET + 1, 255):
                self._add(code, level)

    def _add(self, code, level):
        keysyms = ctypes.POINTER(ctypes.c_uint32)()
        count = self._xkb.xkb_keymap_key_get_syms_by_level(self._keymap, code, 0, level,
                                                           ctypes.byref(keysyms))
        if count == 1:
            self._keys.setdefault(keysyms[0], (code - EVDEV_OFFSET, level == 1))

    def find(self, name):
        """The code of a keysym's name or a character, and whether it needs Shift."""
        name = NAMED.get(name, name)
        keysym = (self._xkb.xkb_utf32_to_keysym(ord(name)) if len(name) == 1
                  else self._xkb.xkb_keysym_from_name(name.encode(), 0))
        if keysym not in self._keys:
            raise ValueError(f'the layout has no key for {name!r}')
        return self._keys[keysym]

    def modifiers_after(self, code, down):
        """The depressed, latched and locked modifiers once a key has changed, and the group."""
        self._xkb.xkb_state_update_key(self._state, code + EVDEV_OFFSET, int(down))
        return [self._xkb.xkb_state_serialize_mods(self._state, 1 << n) for n in range(3)] + [0]
