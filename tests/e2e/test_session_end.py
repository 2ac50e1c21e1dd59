#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The end of the session, or of the program, in the middle of writing: what is typed is kept, and a file that is being
saved is saved whole."""

import glob
import json
import os
import re
import select
import signal
import subprocess
import sys
import time
import unittest

from gi.repository import Gio, GLib
from harness import App, Session, keys, read, states, text_of, type_ascii, wait

PROGRAM = os.environ['GLOSSATOR']
ID = 'io.github.glossator.Glossator'
PATH = '/' + ID.replace('.', '/')
SESSION = Session()
LOGOUT = 1  # among what a program can ask the session manager not to do


class Manager:
    """The session manager, and what it was told."""

    def __init__(self):
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'session_manager.py')
        self.process = subprocess.Popen([sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.pending = b''
        self.calls = []
        self.expect('ready')

    def expect(self, method, timeout=30):
        """The arguments of the next call of that name."""
        end = time.monotonic() + timeout
        while True:
            for i, (name, *arguments) in enumerate(self.calls):
                if name == method:
                    del self.calls[:i + 1]
                    return arguments
            if not select.select([self.process.stdout], [], [], max(0, end - time.monotonic()))[0]:
                raise TimeoutError(f'{method} was not called, but {self.calls}')
            self.pending += os.read(self.process.stdout.fileno(), 4096)
            *lines, self.pending = self.pending.split(b'\n')
            self.calls += [json.loads(line) for line in lines]

    def tell(self, word):
        self.process.stdin.write(word.encode() + b'\n')
        self.process.stdin.flush()

    def stop(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait(60)


def stored():
    return ''.join(read(path) for path in glob.glob(SESSION.data + '/glossator/annotations/*'))


def quit_by_bus():
    """Returns when the program has begun to end."""
    Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        ID, PATH, 'org.freedesktop.Application', 'ActivateAction', GLib.Variant('(sava{sv})', ('quit', [], {})),
        None, Gio.DBusCallFlags.NONE, 20000)


def read_pipe(path, timeout=30):
    """All that a program writes into a pipe that it waits to open."""
    pipe = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    content = b''
    end = time.monotonic() + timeout
    try:
        while True:
            if not select.select([pipe], [], [], max(0, end - time.monotonic()))[0]:
                raise TimeoutError(f'nothing more came after {content!r}')
            try:
                part = os.read(pipe, 1 << 16)
            except BlockingIOError:
                continue
            if not part:
                return content.decode()
            content += part
    finally:
        os.close(pipe)


class SessionEnd(unittest.TestCase):
    """The tests run in the order of their names, each with a program of its own."""

    @classmethod
    def setUpClass(cls):
        cls.manager = Manager()

    @classmethod
    def tearDownClass(cls):
        cls.manager.stop()

    def setUp(self):
        self.app = App(SESSION, [PROGRAM])
        self.app.find('list', 'Clauses')
        self.managed = self.is_managed()

    def is_managed(self):
        """Newer releases of GTK do not speak to this session manager any more."""
        try:
            while self.manager.expect('RegisterClient', timeout=5)[0] != ID:
                pass  # the accessibility bus is another client
        except TimeoutError:
            return False
        return True

    def type_note(self, text):
        """Leaves the caret in a note that nobody has said to be done."""
        keys('ctrl+f')
        self.app.set_text(self.app.field('Find in the text'), 'All States must play the same role')
        self.app.find('label', re.compile(r'^1 of \d+$'))
        keys('Escape')
        self.app.gone('entry', 'Find in the text')
        keys('ctrl+n')
        note = self.app.field('Note')
        wait(lambda: 'focused' in states(note), what='the caret in the new note')
        type_ascii(text)
        wait(lambda: text_of(note) == text, what='the note typed')

    def end(self):
        self.assertEqual(self.app.process.wait(60), 0)
        self.assertEqual(self.app.complaints(), [])

    def test_1_session(self):
        if not self.managed:
            self.app.quit()
            self.skipTest('the program asks another session manager')
        self.type_note('Typed as the session was ending')
        self.manager.tell('query')
        self.assertEqual(self.manager.expect('EndSessionResponse')[0], True)
        # From here on the session manager may end the program any way it likes.
        self.assertIn('Typed as the session was ending', stored())
        self.manager.tell('end')
        self.end()

    def test_2_signals(self):
        for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
            text = f'Typed as signal {int(number)} came'
            self.type_note(text)
            self.app.process.send_signal(number)
            self.end()
            self.assertIn(text, stored())
            if number != signal.SIGTERM:
                self.setUp()

    def test_3_export_under_way(self):
        """A pipe keeps the program writing for as long as nobody reads."""
        path = os.path.join(SESSION.home, 'notes.md')
        os.mkfifo(path)
        keys('ctrl+e')
        preview = self.app.find('text', 'Preview of the file')
        wait(lambda: 'Typed as signal' in text_of(preview), what='the notes in the preview')
        shown = text_of(preview)
        save = self.app.find('button', re.compile('^Save'))
        self.app.click(save)
        self.app.find('button', 'Save')  # of the file dialog
        keys('ctrl+a')
        type_ascii(path)
        keys('Return')
        self.app.press('Replace')

        if self.managed:
            _, _, reason, what = self.manager.expect('Inhibit')
            self.assertTrue(reason)
            self.assertEqual(what & LOGOUT, LOGOUT)
        else:
            wait(lambda: 'sensitive' not in states(save), what='the file being written')
        quit_by_bus()
        self.assertEqual(read_pipe(path), shown)
        if self.managed:
            self.manager.expect('Uninhibit')
        self.end()


if __name__ == '__main__':
    import tap
    tap.main(SessionEnd, stop_at_first_failure=True)
