#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files dropped on the window, as from a file manager: a document is shown, notes are offered for import, and of what is
neither the window says so."""

import itertools
import json
import os
import re
import subprocess
import sys
import unittest

from harness import App, Session, keys, read, wait, xdo

PROGRAM = os.environ['GLOSSATOR']
CLI = os.environ['GLOSSATOR_CLI']
SESSION = Session(size='1900x900x24')
SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'drag_source.py')
ADDRESS = 'https://undocs.org/en/A/69/723'


def write(name, content):
    path = os.path.join(SESSION.home, name)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(content)
    return path


def find_window(name):
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', name], capture_output=True, text=True, check=False)
    return found.stdout.split()


class Drops(unittest.TestCase):
    """The tests run in the order of their names, in one window."""

    @classmethod
    def setUpClass(cls):
        cls.app = App(SESSION, [PROGRAM, 'A/69/723'])
        cls.app.find('list', 'Clauses')
        xdo('windowsize', '--sync', cls.app.xid(), 1000, 700)
        xdo('windowmove', cls.app.xid(), 0, 0)

    def run(self, result=None):
        before = len(result.failures) + len(result.errors)
        super().run(result)
        if len(result.failures) + len(result.errors) > before:
            print(f'--- the window when {self.id()} failed:\n' + self.app.dump(), flush=True)

    def drop(self, *paths):
        """Drags the files from one window to the middle of the other, and lets them go where they would be taken."""
        log = os.path.join(SESSION.home, 'drag.log')
        with open(log, 'w', encoding='utf-8') as said, subprocess.Popen([sys.executable, SOURCE, *paths], stdout=said) as source:
            def says(word):
                return read(log).split()[-1:] == [word]

            def press():
                xdo('mouseup', 1, 'mousemove', '--window', window, 100, 100, 'mousedown', 1)

            def move_until(word, x, y, begin=None):
                """To and fro: what is under a drag is found by its moves. A window that only just came may miss a press."""
                ways = itertools.count()

                def moved():
                    way = next(ways)
                    if begin is not None and way % 40 == 0:
                        begin()
                    xdo('mousemove', x + way % 20, y)
                    return says(word)
                wait(moved, what=f'a drag that {word}')

            try:
                window = wait(lambda: find_window('^Files to drag$'), what='the window to drag from')[-1]
                xdo('windowmove', '--sync', window, 1500, 300)
                move_until('begins', 1640, 400, press)
                move_until('taken', 500, 400)
                xdo('mouseup', 1)
                wait(lambda: says('ends'), what='a drag that ends')
            finally:
                source.terminate()

    def test_1_document(self):
        self.drop(write('Dropped treaty.txt', '1. The parties shall keep the peace.\n\n(a) Always.\n'))
        self.app.find('list item', re.compile('The parties shall keep the peace'))

    def test_2_notes(self):
        selector = {'type': 'TextQuoteSelector', 'exact': 'All States must play the same role'}
        row = {'id': 'one', 'created': '2026-01-01T00:00:00Z', 'updated': '2026-01-01T00:00:00Z', 'user': 'acct:d@hypothes.is',
               'uri': ADDRESS, 'text': 'A dropped note', 'tags': [], 'target': [{'source': ADDRESS, 'selector': [selector]}]}
        self.drop(write('notes.json', json.dumps({'rows': [row], 'total': 1})))
        self.app.find('button', 'Import')
        keys('Return')
        self.app.gone('button', 'Import')
        wait(lambda: 'A dropped note' in subprocess.run([CLI, 'notes'], capture_output=True, text=True, check=True).stdout,
             what='the note on disk')

    def test_3_neither(self):
        self.drop(write('picture.txt', 'x\0y'))
        self.app.find('label', re.compile('picture.txt'))
        keys('Escape')
        self.app.gone('label', re.compile('picture.txt'))

    def test_4_end(self):
        self.assertEqual(self.app.quit(), 0)
        self.assertEqual(self.app.complaints(), [])


if __name__ == '__main__':
    import tap
    tap.main(Drops, stop_at_first_failure=True)
