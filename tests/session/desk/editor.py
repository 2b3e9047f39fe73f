#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""editor.py TITLE FILE: a window somebody works in; what is typed there is kept in FILE."""
import os
import sys

import gi
gi.require_version('Gtk', '4.0')
from gi.repository import GLib, Gtk


def main():
    title, path = sys.argv[1:]
    GLib.set_prgname('org.example.Editor')
    Gtk.init()
    window = Gtk.Window(title=title, default_width=520, default_height=300)
    view = Gtk.TextView(monospace=True, left_margin=12, top_margin=12)
    window.set_child(view)

    def keep(buffer):
        part = path + '.part'
        with open(part, 'w', encoding='utf-8') as file:
            file.write(buffer.get_property('text'))
        os.replace(part, path)

    view.get_buffer().connect('changed', keep)
    loop = GLib.MainLoop()
    window.connect('close-request', lambda *_: loop.quit())
    window.present()
    loop.run()


if __name__ == '__main__':
    main()
