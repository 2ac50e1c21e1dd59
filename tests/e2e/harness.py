# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program as a person would: a virtual display, a session bus and a home of its own,
widgets found by role and name through the accessibility bus, keys and clicks through X.

Everything waits for a condition with a bound; nothing sleeps for a fixed time.

What GTK 4 does not offer on that bus, and what is done instead:
- widgets can't be given the focus: walk there with Tab, or click;
- screen coordinates are always 0: window coordinates, and xdotool relative to the window;
- a text can't be selected in GTK 4.18, and the places of its letters leave out the padding of the
  widgets around it: select by keys;
- a button reports its click some time after the action: wait for the effect.
"""

import atexit
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
import warnings

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

warnings.simplefilter('ignore')

WINDOW_COORDS = Atspi.CoordType.WINDOW
_processes = []


@atexit.register
def _stop_all():
    while _processes:
        process = _processes.pop()
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(3)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def read(path):
    with open(path, encoding='utf-8', errors='replace') as file:
        return file.read()


def wait(condition, timeout=30.0, what='condition'):
    """Returns the first true value of condition (), or fails after timeout seconds."""
    end = time.monotonic() + timeout
    last = None
    while True:
        try:
            value = condition()
            if value:
                return value
        except GLib.Error as error:  # an object that is gone by now: look again
            last = error
        if time.monotonic() > end:
            raise TimeoutError(f'{what} ({last})' if last else str(what))
        time.sleep(0.02)


def children(node):
    return [c for c in (node.get_child_at_index(i) for i in range(node.get_child_count())) if c]


def walk(node):
    yield node
    for child in children(node):
        yield from walk(child)


def states(node):
    return {state.value_nick for state in node.get_state_set().get_states()}


def text_of(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def selection_of(node):
    return [
        (part.start_offset, part.end_offset)
        for part in (Atspi.Text.get_selection(node, i)
                     for i in range(Atspi.Text.get_n_selections(node)))
    ]


def xdo(*args):
    subprocess.run(['xdotool', *map(str, args)], check=True)


def keys(*names):
    """Function keys go by the keycodes that every PC keyboard has: with the tables of newer X servers, xdotool takes
    their names for keys that also hold down a modifier."""
    codes = {f'F{n}': str(66 + n) for n in range(1, 11)} | {'F11': '95', 'F12': '96', 'KP_Add': '86'}
    xdo('key', '--delay', 20, *('+'.join(codes.get(part, part) for part in name.split('+')) for name in names))


def type_ascii(text):
    """Letters outside ASCII race in xdotool: insert_text () is for them."""
    assert text.isascii()
    xdo('type', '--delay', 15, text)


class Session:
    """A display, a bus and a home that last until the test program ends.

    portals: let programs ask the portals, as in a sandbox. The paths that these give are right only
    where the runtime folder has its usual place.
    welcome: the program is started for the first time, and says so.
    """

    def __init__(self, size='1280x800x24', locale='C.UTF-8', portals=False, welcome=False):
        self.home = tempfile.mkdtemp(prefix='glossator-e2e-')
        atexit.register(shutil.rmtree, self.home, ignore_errors=True)
        env = os.environ
        for name in ('WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'XAUTHORITY', 'AT_SPI_BUS_ADDRESS'):
            env.pop(name, None)
        runtime = f'/run/user/{os.getuid()}' if portals else os.path.join(self.home, 'run')
        os.makedirs(runtime, 0o700, exist_ok=True)
        self.data = os.path.join(self.home, 'data')
        if not welcome:
            self._set_welcomed()
        env.update(
            HOME=self.home,
            XDG_RUNTIME_DIR=runtime,
            XDG_DATA_HOME=self.data,
            XDG_CONFIG_HOME=self.home + '/config',
            XDG_CACHE_HOME=self.home + '/cache',
            XDG_STATE_HOME=self.home + '/state',
            XDG_CURRENT_DESKTOP='GNOME',
            DISPLAY=self._start_display(size),
            GDK_BACKEND='x11',
            GDK_DISABLE='gl,vulkan',
            GSK_RENDERER='cairo',
            GTK_A11Y='atspi',
            LC_ALL=locale,
            TZ='UTC',
        )
        if not portals:
            env.update(GDK_DEBUG='no-portals', ADW_DISABLE_PORTAL='1', GSETTINGS_BACKEND='keyfile')
        env['DBUS_SESSION_BUS_ADDRESS'] = self._start_bus()
        _processes.append(subprocess.Popen(['openbox'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        Atspi.init()
        Atspi.set_timeout(15000, 30000)  # milliseconds for an answer, and for one while a program starts

    def _set_welcomed(self):
        folders = [self.home + '/config']
        if 'FLATPAK_ID' in os.environ:
            folders.append(f"{self.home}/.var/app/{os.environ['FLATPAK_ID']}/config")
        for folder in folders:
            os.makedirs(folder + '/glib-2.0/settings')
            with open(folder + '/glib-2.0/settings/keyfile', 'w', encoding='utf-8') as file:
                file.write('[io/github/glossator/Glossator]\nwelcome-shown=true\n')

    def _start_display(self, size):
        number, write_end = os.pipe()
        log = os.path.join(self.home, 'xvfb.log')
        with open(log, 'w', encoding='utf-8') as stderr:
            _processes.append(subprocess.Popen(
                ['Xvfb', '-displayfd', str(write_end), '-screen', '0', size,
                 '-nolisten', 'tcp', '-noreset'],
                pass_fds=[write_end], stderr=stderr))
        os.close(write_end)
        with os.fdopen(number) as file:
            display = file.readline().strip()
        if not display:
            raise RuntimeError('Xvfb did not start: ' + read(log))
        return ':' + display

    def _start_bus(self):
        with open(os.path.join(self.home, 'dbus.log'), 'w', encoding='utf-8') as stderr:
            bus = subprocess.Popen(
                ['dbus-daemon', '--session', '--nofork', '--print-address=1', '--nopidfile'],
                stdout=subprocess.PIPE, stderr=stderr, text=True)
        _processes.append(bus)
        return bus.stdout.readline().strip()


class App:
    """A running program. Find widgets by role and name, act on them, and quit."""

    def __init__(self, session, argv, name='glossator', timeout=30, **env):
        self.session = session
        self.name = name
        self.log = os.path.join(session.home, f'app-{len(_processes)}.log')
        with open(self.log, 'w', encoding='utf-8') as log:
            self.process = subprocess.Popen(argv, stdout=log, stderr=subprocess.STDOUT,
                                            env={**os.environ, **env})
        _processes.append(self.process)
        self.root = wait(self._find_on_bus, timeout, f'{name} on the accessibility bus')
        self.window = self.find('frame', timeout=timeout)
        self.xid()  # the tree is there before the window is mapped
        # A session may have brought several windows: the one that the user would see to be active is ours.
        self.window = wait(lambda: next((w for w in self.query_all('frame') if 'active' in states(w)), None),
                           timeout, 'an active window')

    def _find_on_bus(self):
        if self.process.poll() is not None:
            raise RuntimeError(f'the program ended with {self.process.returncode}:\n' + read(self.log))
        return next((c for c in children(Atspi.get_desktop(0)) if c.get_name() == self.name), None)

    # Finding

    def query_all(self, role=None, name=None, root=None, showing=True):
        """name is a string, or a compiled regular expression."""
        def fits(node):
            if role is not None and node.get_role_name() != role:
                return False
            label = node.get_name() or ''
            if name is not None and not (name.search(label) if isinstance(name, re.Pattern) else label == name):
                return False
            return not showing or role in ('frame', None) or 'showing' in states(node)
        for last in (False, False, False, False, True):
            try:
                return [node for node in walk(root or self.root) if fits(node)]
            except GLib.Error:  # a widget that went away meanwhile
                if last:
                    raise

    def query(self, role=None, name=None, root=None, showing=True):
        return next(iter(self.query_all(role, name, root, showing)), None)

    def find(self, role=None, name=None, root=None, timeout=30, showing=True):
        return wait(lambda: self.query(role, name, root, showing), timeout, f'{role} {name!r}\n')

    def field(self, name, timeout=30):
        """Something that takes text: GTK calls some of them entries and some texts."""
        return wait(lambda: self.query('entry', name) or self.query('text', name), timeout, f'the field {name!r}')

    def gone(self, role=None, name=None, timeout=30):
        wait(lambda: not self.query(role, name), timeout, f'{role} {name!r} gone')

    def focused(self):
        return next((node for node in walk(self.root) if 'focused' in states(node)), None)

    def dump(self):
        """The whole tree, for a failed test."""
        lines = []

        def visit(node, depth):
            try:
                lines.append('  ' * depth + f'{node.get_role_name()} {node.get_name()!r} '
                             + ' '.join(sorted(states(node) & {'showing', 'focused', 'selected', 'checked'})))
                for child in children(node):
                    visit(child, depth + 1)
            except GLib.Error:
                lines.append('  ' * depth + '(gone)')
        visit(self.root, 0)
        return '\n'.join(lines)

    # Acting

    def click(self, node, action=None):
        index = 0
        if action is not None:
            index = next(i for i in range(node.get_n_actions()) if node.get_action_name(i) == action)
        assert node.do_action(index), 'the action was refused'

    def press(self, name, role='button', **kwargs):
        self.click(self.find(role, name, **kwargs))

    def set_text(self, node, text):
        assert Atspi.EditableText.set_text_contents(node, text)

    def choose_in_menu(self, item):
        """The item, from 0, of the menu of what has the focus; the names of menu items are not on the bus."""
        keys('shift+F10')
        self.find('menu')
        keys(*['Down'] * item, 'Return')
        self.gone('menu')

    def focus(self, node, limit=80):
        for _ in range(limit):
            if 'focused' in states(node):
                return
            before = self.focused()
            keys('Tab')
            try:
                wait(lambda: self.focused() != before, 1, 'the focus to move')
            except TimeoutError:
                pass  # some stops of the Tab order show no focus on the bus
        raise AssertionError('cannot be reached by Tab')

    def xid(self):
        def visible():
            return subprocess.run(
                ['xdotool', 'search', '--onlyvisible', '--name', '^' + re.escape(self.window.get_name()) + '$'],
                capture_output=True, text=True, check=False).stdout.split()
        return wait(visible, 30, 'a mapped window')[-1]

    def _offset(self):
        # Window coordinates leave out the CSS borders of the window: measure them on its child.
        frame = self.window.get_extents(WINDOW_COORDS)
        child = children(self.window)[0].get_extents(WINDOW_COORDS)
        return (frame.width - child.width) // 2 - child.x, (frame.height - child.height) // 2 - child.y

    def rect(self, node):
        area = node.get_extents(WINDOW_COORDS)
        dx, dy = self._offset()
        return area.x + dx, area.y + dy, area.width, area.height

    def mouse_click(self, node, button=1):
        self.settle(node)
        x, y, width, height = self.rect(node)
        xdo('mousemove', '--window', self.xid(), x + width // 2, y + height // 2, 'click', button)

    def settle(self, node):
        """Waits until the node has stood still for a few frames, as after scrolling."""
        seen = []

        def still():
            seen.append(self.rect(node))
            return len(seen) >= 10 and len(set(seen[-10:])) == 1
        wait(still, what='a widget that stands still')

    def select_text(self, label, start, end):
        """Selects the characters from start to end of a focused label, by keys."""
        keys('ctrl+Home')
        keys(*['Right'] * start)
        keys(*['shift+Right'] * (end - start))
        wait(lambda: selection_of(label) == [(start, end)], what='the text selected')

    def screenshot(self, path):
        subprocess.run(['import', '-window', 'root', path], check=True)

    # Ending

    def quit(self):
        """Closes the window as a person would, and returns the exit status."""
        self.click(self.window, 'window.close')
        return self.process.wait(60)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(60)
        wait(lambda: not any(c.get_name() == self.name for c in children(Atspi.get_desktop(0))),
             what='the killed program gone from the bus')

    # What GTK 4.24 says of its own frames under X11, to which no program gives cause.
    NOISE = re.compile(r'gdk_frame_timings_submitted\(\) called on submitted frame')

    def complaints(self):
        return [line for line in read(self.log).splitlines()
                if ('CRITICAL' in line or 'WARNING' in line or 'ERROR' in line) and not self.NOISE.search(line)]
