# SPDX-License-Identifier: GPL-3.0-or-later
"""The real tree, keyboard and screen for walker.py: widgets on the accessibility bus, keys through X, what the bus tells
of the focus, and whether the pixels of a widget change when it has it."""

import ctypes
import os
import re
import subprocess
import time
import unittest
from functools import cached_property

from harness import WINDOW_COORDS, App, Atspi, GLib, children, keys, states, wait, walk, xdo
from walker import ROWS, Walk

# So many seconds a loaded machine may take to draw what was told.
DRAWN = 5


class Events:
    """What a screen reader hears: every event of some kinds, in order."""

    KINDS = ('object:state-changed:focused', 'object:announcement', 'object:selection-changed',
             'object:active-descendant-changed', 'object:text-caret-moved', 'object:property-change:accessible-name')

    def __init__(self, kinds=KINDS):
        self.heard = []
        self.listener = Atspi.EventListener.new(self._heard_cb)
        for kind in kinds:
            self.listener.register(kind)
        self.pump()

    def _heard_cb(self, event):
        self.heard.append(event)

    @staticmethod
    def pump():
        context = GLib.MainContext.default()
        while context.pending():
            context.iteration(False)

    def clear(self):
        self.pump()
        self.heard.clear()

    def wait(self, condition, timeout=30.0, quiet=0.0):
        """Returns the first true value of condition () as events come in; with quiet, the last one until nothing has come
        for so many seconds. None when the time is up."""
        end = time.monotonic() + timeout
        value, since = None, 0
        while time.monotonic() < end:
            count = len(self.heard)
            self.pump()
            if value is None or len(self.heard) > count:
                since = time.monotonic()
                try:
                    value = condition() or value
                except GLib.Error:
                    pass
            if value is not None and value is not False and time.monotonic() - since >= quiet:
                return value
            time.sleep(0.004)
        return value or None

    def focused(self):
        """What got the focus last."""
        return next((event.source for event in reversed(self.heard)
                     if event.type.startswith('object:state-changed:focused') and event.detail1 == 1), None)

    def announcements(self):
        return [event.any_data for event in self.heard if event.type.startswith('object:announcement')]

    def wait_announced(self, fits, timeout=30.0):
        """The first announcement of which fits (text) is true, or a failure that tells what was announced instead."""
        found = self.wait(lambda: next((text for text in self.announcements() if fits(text)), None), timeout)
        assert found is not None, f'announced: {self.announcements()}'
        return found


class Screen:
    """The pixels of the display, by Xlib, which is quicker by far than a program that writes pictures."""

    class _Image(ctypes.Structure):
        _fields_ = [('width', ctypes.c_int), ('height', ctypes.c_int), ('xoffset', ctypes.c_int),
                    ('format', ctypes.c_int), ('data', ctypes.c_void_p), ('byte_order', ctypes.c_int),
                    ('bitmap_unit', ctypes.c_int), ('bitmap_bit_order', ctypes.c_int), ('bitmap_pad', ctypes.c_int),
                    ('depth', ctypes.c_int), ('bytes_per_line', ctypes.c_int), ('bits_per_pixel', ctypes.c_int)]

    def __init__(self, width=1280, height=800):
        self.width, self.height = width, height
        self.x11 = ctypes.CDLL('libX11.so.6')
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self.x11.XGetImage.restype = ctypes.POINTER(self._Image)
        self.x11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int, ctypes.c_uint,
                                       ctypes.c_uint, ctypes.c_ulong, ctypes.c_int]
        self.x11.XFree.argtypes = [ctypes.c_void_p]
        self.display = self.x11.XOpenDisplay(None)
        self.root = self.x11.XDefaultRootWindow(self.display)

    def enlarge_text(self, factor):
        """For programs that start from now on, as a desktop's setting would."""
        resources = f'Xft.dpi:\t{96 * factor}\n'.encode()
        resource_manager, string, replace = 23, 31, 0  # of Xatom.h and X.h
        self.x11.XChangeProperty.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_ulong, ctypes.c_ulong, ctypes.c_int,
                                             ctypes.c_int, ctypes.c_char_p, ctypes.c_int]
        self.x11.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
        self.x11.XChangeProperty(self.display, self.root, resource_manager, string, 8, replace, resources, len(resources))
        self.x11.XSync(self.display, 0)

    def take(self):
        """The rows of the whole screen, four bytes a pixel."""
        image = self.x11.XGetImage(self.display, self.root, 0, 0, self.width, self.height, 0xffffffff, 2)
        stride = image.contents.bytes_per_line
        data = ctypes.string_at(image.contents.data, stride * self.height)
        self.x11.XFree(image.contents.data)
        self.x11.XFree(image)
        return [data[row * stride:(row + 1) * stride] for row in range(self.height)]


def cut(picture, area):
    x, y, width, height = area
    left, right = max(0, x) * 4, max(0, x + width) * 4
    return [row[left:right] for row in picture[max(0, y):max(0, y + height)]]


class Node:
    """A widget on the bus. What is asked for is kept until the tree is refreshed: each answer takes a message."""

    def __init__(self, tree, accessible):
        self.tree = tree
        self.accessible = accessible

    @cached_property
    def role(self):
        try:
            return self.accessible.get_role_name()
        except GLib.Error:
            return 'gone'

    @cached_property
    def name(self):
        """A row that is just being filled has its name a moment later."""
        end = time.monotonic() + (2 if self.role in ROWS else 0)
        while True:
            try:
                name = self._name()
            except GLib.Error:
                return ''
            if name or time.monotonic() >= end:
                return name
            time.sleep(0.05)

    def _name(self):
        name = self.accessible.get_name() or ''
        if name:
            return name
        for relation in self.accessible.get_relation_set():
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
                return ' '.join(relation.get_target(i).get_name() or '' for i in range(relation.get_n_targets())).strip()
        return ''

    @cached_property
    def states(self):
        try:
            return states(self.accessible)
        except GLib.Error:  # it is gone by now
            return set()

    @cached_property
    def children(self):
        try:
            return [self.tree.node(child) for child in children(self.accessible)]
        except GLib.Error:
            return []

    @cached_property
    def parent(self):
        try:
            parent = self.accessible.get_parent()
        except GLib.Error:
            return None
        return self.tree.node(parent) if parent is not None and parent.get_role_name() != 'application' else None

    @cached_property
    def size(self):
        area = self.accessible.get_extents(WINDOW_COORDS)
        return area.width, area.height

    @property
    def focusable(self):
        return 'focusable' in self.states

    @property
    def sensitive(self):
        return 'sensitive' in self.states

    @property
    def showing(self):
        return 'showing' in self.states

    def refresh(self):
        for name in ('name', 'states', 'children', 'size'):
            self.__dict__.pop(name, None)


class Keys:
    """The keyboard, and the tree in which it moves the focus. It keeps the picture of the screen and the place of what had the
    focus from before each step: with the focus and without, a widget must look different."""

    MARGIN = 2
    PADDING = 40

    def __init__(self, app, events, screen, looks=True):
        self.app, self.events, self.screen, self.looks = app, events, screen, looks
        self.nodes = {}
        self.earlier = self.before = self.area = None
        self.now = None
        self.origin = self.origin_of_window()

    def node(self, accessible):
        if accessible not in self.nodes:
            self.nodes[accessible] = Node(self, accessible)
        return self.nodes[accessible]

    @staticmethod
    def origin_of_window():
        """Where the active window stands on the screen."""
        shown = subprocess.run(['xdotool', 'getactivewindow', 'getwindowgeometry', '--shell'], capture_output=True, text=True,
                               check=True).stdout
        place = dict(line.split('=') for line in shown.splitlines())
        return int(place['X']), int(place['Y'])

    def refresh(self):
        for node in self.nodes.values():
            node.refresh()

    def area_of(self, node):
        x, y, width, height = self.app.rect(node.accessible)
        return (x + self.origin[0] - self.MARGIN, y + self.origin[1] - self.MARGIN,
                width + 2 * self.MARGIN, height + 2 * self.MARGIN)

    def press(self, key):
        self.earlier, self.before = self.before, self.screen.take()
        self.area = self.area_of(self.now) if self.now else None
        self.events.clear()
        keys(key)
        focused = self.events.wait(self.events.focused, 1.2, quiet=0.015)
        if focused is None:
            return None
        end = time.monotonic() + DRAWN
        while self.screen.take() == self.before and time.monotonic() < end:
            time.sleep(0.01)  # what was told is drawn with the next frame
        self.now = self.node(focused)
        self.now.refresh()
        return self.now

    def look(self):
        """What has the focus, told or not: GTK says nothing of the focus of a row that it makes for a step far down."""
        found = self.app.focused()
        self.now = self.node(found) if found is not None else None
        return self.now

    def focused(self):
        return self.now or self.look()

    def was_seen(self, node):
        """Whether what had the focus looks different now, or looked different before it had it. GTK leaves the padding around
        a widget out of its place, so that it may stand further to the right and below: what had the focus before stands on
        the other side."""
        if not self.looks:
            return True
        x, y, width, height = self.area
        wide = (x, y, width + self.PADDING, height + self.PADDING)
        if self.earlier is not None and cut(self.earlier, wide) != cut(self.before, wide):
            return True
        before = cut(self.before, self.area)
        end = time.monotonic() + DRAWN
        while True:
            area = self.area_of(node)
            if area[2:] != self.area[2:] or cut(self.screen.take(), area) != before:
                return True
            if time.monotonic() > end:
                return False
            time.sleep(0.01)


class WalkCase(unittest.TestCase):
    """Tests that go from place to place. They run in the order of their names, in one window, and what is wrong at all
    places of a test is told together."""

    session = None
    app = events = screen = None

    @classmethod
    def start(cls, session, *argv):
        cls.kinds = set()
        cls.session = session
        # Nothing slides or fades: what is looked at stands still.
        os.makedirs(session.home + '/config/gtk-4.0', exist_ok=True)
        with open(session.home + '/config/gtk-4.0/settings.ini', 'w', encoding='utf-8') as file:
            file.write('[Settings]\ngtk-enable-animations=false\n')
        cls.app = App(session, list(argv))
        cls.events = Events()
        cls.screen = Screen()

    @classmethod
    def tearDownClass(cls):
        if cls.app is not None and cls.app.process.poll() is None:
            cls.app.kill()

    def run(self, result=None):
        self.wrong = []
        before = len(result.failures) + len(result.errors)
        super().run(result)
        if len(result.errors) + len(result.failures) > before and self.wrong == [] and self.app:
            print(f'--- the window when {self.id()} failed:\n' + self.app.dump(), flush=True)

    def tearDown(self):
        self.assertEqual(self.app.complaints(), [])
        self.assertEqual(self.wrong, [], '\n' + '\n'.join(self.wrong))

    def place(self, name, scope=None, forward='Tab', backward='shift+Tab', least=1, looks=True):
        """Walks the window, or what is given. At least so many controls must be found there: a place that is empty has no
        violations either. looks: whether the focus must be seen."""
        start = time.monotonic()
        xdo('mousemove', 0, 0)  # where it lies on nothing: what it lies on looks the same with the focus and without
        try:
            wait(lambda: scope is None or any('focused' in states(node) for node in walk(scope)),
                 what='the focus in ' + name)
        except TimeoutError:
            pass  # is told as a violation
        the_keys = Keys(self.app, self.events, self.screen, looks)
        the_walk = Walk(the_keys.node(scope or self.app.window), the_keys, forward, backward, self.kinds)
        found = the_walk.run()
        self.wrong += sorted({f'{name}: {v.rule}: {v.path}' for v in found})
        print(f'# {name}: {len(the_walk.stops)} stops, {len(the_walk.visited)} controls, {time.monotonic() - start:.1f} s', flush=True)
        self.assertGreaterEqual(len(the_walk.visited), least, name)

    def dialog(self, name, key=None, least=2, called=None):
        """A dialog that a key opens; closed afterwards."""
        if key is not None:
            keys(key)
        dialog = wait(lambda: self.app.query('dialog', called) or self.app.query('alert', called), what=name)
        self.place(name, dialog, least=least)
        self.close(dialog)

    def menu(self, name, key=None):
        """A menu, by the arrow keys."""
        if key is not None:
            keys(key)
        menu = self.app.find('menu')
        self.place(name, menu, 'Down', 'Up')
        self.close(menu)

    def popover(self, name):
        """What a button opens, found by name and by keyboard: a menu, or anything else."""
        button = self.app.find('toggle button', name)
        self.app.focus(button)
        keys('space')

        def opened():
            relation = next((r for r in button.get_relation_set()
                             if r.get_relation_type() == Atspi.RelationType.CONTROLLER_FOR), None)
            return relation and relation.get_target(0) if relation and 'showing' in states(relation.get_target(0)) else None
        popover = wait(opened, what=f'what {name} opens')
        if popover.get_role_name() == 'menu':
            self.place(name, popover, 'Down', 'Up')
        else:
            self.place(name, popover)
        self.close(popover)

    def choices(self, name):
        """The list of a drop-down, found by name and by keyboard."""
        self.app.focus(self.app.find('toggle button', name))
        keys('space')
        combo = self.app.find('combo box', name)
        popup = wait(lambda: next((node for node in children(combo) if node.get_role_name() != 'toggle button'), None),
                     what=f'the choices of {name}')
        self.place(f'choices of {combo.get_name()}', popup)
        self.close(popup)

    def focused_row(self):
        """The row that has the focus; the button of a drop-down says of itself that it has it as well."""
        return next((node for node in walk(self.app.root) if node.get_role_name() == 'list item' and 'focused' in states(node)), None)

    def close(self, node):
        """By Escape; twice, where the first is for what is open in it."""
        def gone():
            return not any(other == node for other in walk(self.app.root))  # what is closed has no parent, but is still there
        for last in (False, True):
            keys('Escape')
            try:
                wait(gone, 2 if not last else 30, 'closed by Escape')
                return
            except TimeoutError:
                if last:
                    raise

    def go_to(self, words):
        """To the clause of the text that alone has these words."""
        self.focus_list('Clauses')
        keys('ctrl+f')
        self.app.set_text(self.app.field('Find in the text'), words)
        self.app.find('label', re.compile(r'^1 of 1$'))
        keys('Escape')
        self.app.gone('entry', 'Find in the text')
        wait(lambda: (self.app.focused() or self.app.root).get_role_name() == 'list item', what='the focus in the text')

    def focus_list(self, name):
        """Tab leads to a list and to its row."""
        def inside():
            focused = self.app.focused()
            return focused is not None and focused.get_role_name() == 'list item' and focused.get_parent().get_name() == name
        for _ in range(60):
            if inside():
                return
            before = self.app.focused()
            keys('Tab')
            wait(lambda: self.app.focused() != before, what='the focus to move')  # pylint: disable=cell-var-from-loop
        self.fail('no way to ' + name)
