#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two windows on one comparison: what is paired, noted and undone in the one stands in the other, which goes on when the
one is closed, also where it shows all notes or a document."""

import glob
import os
import re
import subprocess
import unittest

from harness import App, Atspi, Session, children, keys, read, states, text_of, wait, xdo

PROGRAM = os.environ['GLOSSATOR']
SESSION = Session()
LIST = 'Clauses, old and new'
HERE = 'Seen from the other window'
THERE = 'Written while the other one pairs'


def stored_notes():
    return ''.join(read(path) for path in glob.glob(SESSION.data + '/glossator/annotations/*'))


def stored_pairings():
    return ''.join(read(path) for path in glob.glob(SESSION.data + '/glossator/comparisons/*.json'))


class TwoWindows(unittest.TestCase):
    """The tests run in the order of their names and build on each other."""

    app = first = second = None

    def setUp(self):
        if TwoWindows.app is None:
            TwoWindows.app = App(SESSION, [PROGRAM])
        self.app = TwoWindows.app

    def run(self, result=None):
        before = len(result.failures) + len(result.errors)
        super().run(result)
        if len(result.failures) + len(result.errors) > before and TwoWindows.app:
            print(f'--- the windows when {self.id()} failed:\n' + TwoWindows.app.dump(), flush=True)

    # Helpers

    def turn_to(self, window):
        """The keys go to this window. Both have the same title, so that only trying tells which is which."""
        def is_active():
            return 'active' in states(window)

        def turned():
            ids = subprocess.run(['xdotool', 'search', '--onlyvisible', '--class', 'lossator'],
                                 capture_output=True, text=True, check=False).stdout.split()
            for number in ids:
                if is_active():
                    return True
                xdo('windowactivate', number)
                try:
                    wait(is_active, 2)
                except TimeoutError:
                    pass
            return is_active()
        if not is_active():
            wait(turned, what='the other window active')

    def rows(self, window):
        rows = self.app.query('list', LIST, root=window)
        return children(rows) if rows else []

    def current(self, window):
        return next((row.get_name() for row in self.rows(window) if 'selected' in states(row)), '')

    def compare(self, window):
        self.app.press('Compare 2011 and 2015', root=window)
        wait(lambda: any('focused' in states(row) for row in self.rows(window)), what='the comparison')

    def walk_to(self, window, words, key='F8'):
        place = self.app.find('label', re.compile(r'^\d+ (of|changes)'), root=window)
        for _ in range(80):
            if words in self.current(window):
                return
            before = place.get_name()
            keys(key)
            wait(lambda: place.get_name() != before, what='the next change')  # pylint: disable=cell-var-from-loop
        raise AssertionError('no change with ' + words)

    def begin_note(self, window, text):
        keys('n')
        note = wait(lambda: self.app.query('text', 'Note', root=window), what='the note')
        wait(lambda: 'focused' in states(note), what='the caret in the note')
        Atspi.EditableText.insert_text(note, 0, text, len(text.encode()))
        return note

    def end_note(self, window):
        keys('ctrl+Return')
        wait(lambda: not self.app.query('text', 'Note', root=window), what='the dialog closed')

    def notes(self, window):
        lists = self.app.query_all('list', re.compile('^(All )?Notes$'), root=window)
        return [row.get_name() for notes in lists for row in children(notes)]

    # The session

    def test_1_two_windows(self):
        TwoWindows.first = self.app.window
        self.compare(self.first)
        self.walk_to(self.first, 'para. (f)')
        keys('ctrl+shift+n')
        TwoWindows.second = wait(lambda: next((w for w in self.app.query_all('frame')
                                               if w != self.first and 'active' in states(w)), None), what='a window')
        self.compare(self.second)
        self.walk_to(self.second, 'para. (f)')

    def test_2_pairings(self):
        self.turn_to(self.first)
        self.app.choose_in_menu(4)
        for window in (self.first, self.second):
            wait(lambda: 'Unpaired by you' in self.current(window), what='unpaired')  # pylint: disable=cell-var-from-loop
        self.turn_to(self.second)
        self.walk_to(self.second, 'para. (g)')
        self.app.choose_in_menu(4)
        wait(lambda: 'Unpaired by you' in self.current(self.second), what='another one unpaired')
        self.assertIn('annex__para_2__item_8', stored_pairings())

        # What the other window did stays when this one undoes its own.
        self.turn_to(self.first)
        keys('ctrl+z')
        wait(lambda: 'para. (f)' in self.current(self.first) and 'by you' not in self.current(self.first), what='undone')
        self.assertNotIn('annex__para_2__item_7', stored_pairings())
        self.assertIn('annex__para_2__item_8', stored_pairings())
        self.turn_to(self.second)
        self.assertIn('Unpaired by you', self.current(self.second))
        keys('ctrl+z')
        wait(lambda: 'by you' not in self.current(self.second), what='undone here')
        self.assertNotIn('annex__para_2__item_8', stored_pairings())
        self.walk_to(self.second, 'para. (f)', 'shift+F8')
        self.assertNotIn('by you', self.current(self.second))

    def test_3_notes(self):
        self.turn_to(self.first)
        self.begin_note(self.first, HERE)
        self.end_note(self.first)
        for window in (self.first, self.second):
            wait(lambda: '1 note' in self.current(window), what='the note')  # pylint: disable=cell-var-from-loop
        keys('ctrl+z')
        for window in (self.first, self.second):
            wait(lambda: '1 note' not in self.current(window), what='no note')  # pylint: disable=cell-var-from-loop
        keys('ctrl+shift+z')
        wait(lambda: '1 note' in self.current(self.second), what='the note again')

    def test_4_writing_while_the_other_pairs(self):
        self.turn_to(self.second)
        note = self.begin_note(self.second, THERE)
        self.turn_to(self.first)
        self.app.choose_in_menu(4)
        wait(lambda: 'Unpaired by you' in self.current(self.first), what='unpaired')
        self.turn_to(self.second)
        self.assertEqual(text_of(note), THERE)
        wait(lambda: 'focused' in states(note), what='the caret in the note')
        self.end_note(self.second)
        self.assertIn(THERE, stored_notes())
        for window in (self.first, self.second):
            wait(lambda: '2 notes' in self.current(window), what='the notes')  # pylint: disable=cell-var-from-loop
        self.turn_to(self.first)
        keys('ctrl+z')
        wait(lambda: 'by you' not in self.current(self.second), what='paired again')

    def test_5_all_notes_and_a_document(self):
        self.turn_to(self.second)
        keys('ctrl+shift+f')
        wait(lambda: any(HERE in row for row in self.notes(self.second)), what='the notes in all notes')
        self.turn_to(self.first)
        keys('n')
        wait(lambda: self.app.query('text', 'Note', root=self.first), what='the dialog')
        keys('Escape')
        wait(lambda: not self.app.query('text', 'Note', root=self.first), what='the dialog closed')
        keys('ctrl+z')  # the last note, which was written in the other window
        wait(lambda: '1 note' in self.current(self.first), what='one note less')
        wait(lambda: not any(THERE in row for row in self.notes(self.second)), what='one note less in all notes')
        keys('ctrl+shift+z')
        wait(lambda: any(THERE in row for row in self.notes(self.second)), what='the note again')

        keys('alt+Left')
        wait(lambda: any(THERE in row for row in self.notes(self.first)), what='the notes beside the document')
        self.turn_to(self.second)
        keys('alt+Left')
        wait(lambda: self.rows(self.second), what='the comparison again')

    def test_6_one_is_closed(self):
        self.turn_to(self.first)
        keys('ctrl+w')
        wait(lambda: len(self.app.query_all('frame')) == 1, what='one window')
        self.turn_to(self.second)
        wait(lambda: any('focused' in states(row) for row in self.rows(self.second)), what='the focus in the rows')
        self.assertIn('para. (f)', self.current(self.second))
        self.app.choose_in_menu(4)
        wait(lambda: 'Unpaired by you' in self.current(self.second), what='unpaired')
        keys('ctrl+z')
        wait(lambda: 'by you' not in self.current(self.second), what='paired again')
        self.begin_note(self.second, 'Alone')
        self.end_note(self.second)
        wait(lambda: '3 notes' in self.current(self.second), what='three notes')

    def test_7_close(self):
        self.app.window = self.second
        self.assertEqual(self.app.quit(), 0)
        self.assertEqual(self.app.complaints(), [])
        TwoWindows.app = None
        for text in (HERE, THERE, 'Alone'):
            self.assertIn(text, stored_notes())


if __name__ == '__main__':
    import tap
    tap.main(TwoWindows, stop_at_first_failure=True)
