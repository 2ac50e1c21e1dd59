#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""drag_source.py FILE...: a window from which files can be dragged, as from a file manager. It prints a word on a line of
its own when a drag begins, when that is over what would take the files, and when it ends."""

import sys

import gi

gi.require_version('Gdk', '4.0')
gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, Gio, GLib, GObject, Gtk  # noqa: E402


def prepare(_source, _x, _y):
    files = Gdk.FileList.new_from_array([Gio.File.new_for_path(path) for path in sys.argv[1:]])
    return Gdk.ContentProvider.new_for_value(GObject.Value(Gdk.FileList, files))


def say(word):
    print(word, flush=True)


def begin(_source, drag):
    say('begins')
    drag.connect('notify::selected-action', lambda *_: say('taken' if drag.get_selected_action() else 'refused'))


def show():
    window = Gtk.Window(title='Files to drag', default_width=200, default_height=200, decorated=False)
    label = Gtk.Label(label='Drag from here', hexpand=True, vexpand=True)
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    source.connect('prepare', prepare)
    source.connect('drag-begin', begin)
    source.connect('drag-end', lambda *_: say('ends'))
    label.add_controller(source)
    window.set_child(label)
    window.present()


Gtk.init()
show()
GLib.MainLoop().run()
