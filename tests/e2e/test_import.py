#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes come in from files, as a person would bring them in: what would come in is told first, a note that is there comes
in once, all of it can be undone, and a note whose words stand in several places is given its place by keyboard."""

import json
import os
import re
import subprocess
import unittest

from harness import App, Session, children, keys, states, text_of, type_ascii, wait, walk

PROGRAM = os.environ['GLOSSATOR']
CLI = os.environ['GLOSSATOR_CLI']
SESSION = Session()
ADDRESS = 'https://undocs.org/en/A/69/723'
AMBIGUOUS = 'information security'


def row(id_, note, quotation):
    """One annotation as Hypothesis exports it."""
    return {'id': id_, 'created': '2026-01-01T00:00:00Z', 'updated': '2026-01-01T00:00:00Z', 'user': 'acct:d@hypothes.is',
            'uri': ADDRESS, 'text': note, 'tags': [], 'target': [
                {'source': ADDRESS, 'selector': [{'type': 'TextQuoteSelector', 'exact': quotation}]}]}


FIRST = row('first', 'The first note', 'All States must play the same role')
SECOND = row('second', 'The second note', 'carry equal responsibility')
OPEN = row('open', 'The note to be placed', AMBIGUOUS)


def write(name, *rows):
    path = os.path.join(SESSION.home, name)
    with open(path, 'w', encoding='utf-8') as file:
        json.dump({'rows': rows, 'total': len(rows)}, file)
    return path


def stored():
    """What is on disk, as the command line reads it: the records by their ids."""
    done = subprocess.run([CLI, 'notes', '--format=json'], check=True, timeout=120, capture_output=True, text=True)
    return {record['id']: record for record in json.loads(done.stdout)['first']['items']}


def notes_on_disk():
    return json.dumps(list(stored().values()), ensure_ascii=False)


class Importing(unittest.TestCase):
    """The tests run in the order of their names and build on each other."""

    @classmethod
    def setUpClass(cls):
        cls.app = None

    def setUp(self):
        if Importing.app is None:
            Importing.app = App(SESSION, [PROGRAM])
        self.app = Importing.app

    def run(self, result=None):
        before = len(result.failures) + len(result.errors)
        super().run(result)
        if len(result.failures) + len(result.errors) > before and Importing.app:
            print(f'--- the window when {self.id()} failed:\n' + Importing.app.dump(), flush=True)

    # Helpers

    def open_file(self, path):
        """As a file manager does: the program that runs is asked."""
        subprocess.run([PROGRAM, path], check=True, timeout=120)

    def choose_file(self, path):
        """In the file chooser, by its entry for a path."""
        chooser = self.app.find('dialog', 'Import Notes')
        wait(lambda: 'active' in states(chooser), what='the file chooser active')
        type_ascii('/')
        entry = wait(lambda: next((node for node in walk(chooser) if node.get_role_name() in ('text', 'entry')
                                   and 'focused' in states(node)), None), what='the entry for a path')
        self.app.set_text(entry, path)
        keys('Return')
        self.app.gone('button', 'Open')

    def import_button(self):
        return self.app.find('button', 'Import')

    def counts(self):
        """The rows of the dialog: what each says, and how many."""
        self.import_button()
        found = {}
        for item in self.app.query_all('list item'):
            labels = [node.get_name() for node in walk(item) if node.get_role_name() == 'label' and node.get_name()]
            if len(labels) == 2:
                found[labels[0]] = labels[1]
        return found

    def note_rows(self):
        notes = self.app.query('list', 'Notes')
        return [note.get_name() for note in children(notes)] if notes else []

    def has_note(self, words):
        return any(words in name for name in self.note_rows())

    def apply(self):
        button = self.import_button()
        wait(lambda: 'focused' in states(button), what='the focus on what is to be done')
        keys('Return')
        self.app.gone('button', 'Import')

    def go_to(self, words):
        keys('ctrl+f')
        entry = self.app.field('Find in the text')
        self.app.set_text(entry, words)
        self.app.find('label', re.compile(r'^1 of \d+$'))
        keys('Escape')
        self.app.gone('entry', 'Find in the text')

    def anchor_of(self, id_):
        return json.dumps(stored()['https://hypothes.is/a/' + id_]['target'])

    # The session

    def test_1_import_by_the_menu(self):
        self.app.find('list', 'Clauses')
        path = write('first.json', FIRST)
        keys('ctrl+shift+i')
        self.choose_file(path)
        wait(lambda: self.counts().get('New') == '1', what='one new note told')
        self.assertNotIn('The first note', notes_on_disk())
        self.apply()
        self.app.find('label', 'Imported 1 note')
        wait(lambda: self.has_note('The first note'), what='the note in the pane')
        self.assertIn('The first note', notes_on_disk())

    def test_2_a_duplicate_comes_once(self):
        self.open_file(write('second.json', FIRST, SECOND))
        wait(lambda: self.counts().get('New') == '1' and self.counts().get('Already there') == '1', what='the counts')
        self.apply()
        wait(lambda: self.has_note('The second note'), what='the second note in the pane')
        wait(lambda: len(self.note_rows()) == 2, what='two notes')

    def test_3_undo_and_again(self):
        self.app.press('Undo')
        wait(lambda: not self.has_note('The second note'), what='the import undone')
        wait(lambda: self.has_note('The first note'), what='the first note still there')

        for expected in ('1', None):
            self.open_file(write('second.json', FIRST, SECOND))
            wait(lambda: self.counts().get('New') == expected and 'Already there' in self.counts(),  # pylint: disable=cell-var-from-loop
                 what=f'{expected} new')
            if expected:
                self.apply()
                wait(lambda: self.has_note('The second note'), what='the second note in the pane')
        self.assertNotIn('sensitive', states(self.import_button()))
        keys('Escape')
        self.app.gone('button', 'Import')
        wait(lambda: len(self.note_rows()) == 2, what='two notes')

    def test_4_refused_by_name(self):
        path = os.path.join(SESSION.home, 'shopping.json')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('{"shopping": ["bread"]}')
        before = notes_on_disk()
        self.open_file(path)
        wait(lambda: 'no annotations' in self.counts().get('shopping.json', ''), what='the file refused by name')
        keys('Escape')
        self.app.gone('button', 'Import')
        self.assertEqual(notes_on_disk(), before)

    def test_5_place_on_a_candidate(self):
        self.open_file(write('open.json', OPEN))
        wait(lambda: self.counts().get('To be placed') == '1', what='the note to be placed told')
        self.apply()
        wait(lambda: self.has_note('To be placed'), what='the note to be placed in the pane')
        before = self.anchor_of('open')

        self.ask_for_place()
        keys('Return')  # on the first place, which has the focus
        self.app.find('label', 'Note placed')
        wait(lambda: not self.has_note('To be placed'), what='the note in its place')
        self.assertNotEqual(self.anchor_of('open'), before)

        keys('ctrl+z')
        wait(lambda: self.has_note('To be placed'), what='the placing undone')
        wait(lambda: self.anchor_of('open') == before, what='the place as it was')

    def open_row(self):
        """The row of the note to be placed."""
        notes = self.app.query('list', 'Notes')
        return next((note for note in children(notes) if 'To be placed' in note.get_name()), None)

    def is_in_notes(self):
        return any('focused' in states(note) for note in children(self.app.find('list', 'Notes')))

    def ask_for_place(self):
        """To the list of notes, down to the note, and in its row to the button."""
        self.app.focus(self.app.field('Search notes'))
        wait(lambda: 'focused' in states(self.app.field('Search notes')), what='the search field')
        while not self.is_in_notes():
            before = self.app.focused()
            keys('Tab')
            wait(lambda: self.app.focused() != before, what='the focus to move')  # pylint: disable=cell-var-from-loop
        keys('End')
        wait(lambda: 'focused' in states(self.open_row()), what='the note to be placed focused')
        self.app.focus(self.app.find('button', 'Place…', root=self.open_row()))
        keys('space')
        self.app.find('button', re.compile('^Place by Selecting'))
        self.app.find('label', re.compile('places fit$'))

    def test_6_place_by_selecting(self):
        self.ask_for_place()
        self.app.focus(self.app.find('button', re.compile('^Place by Selecting')))
        keys('Return')
        self.app.find('button', 'Place Here')

        words = 'equal responsibility'
        self.go_to(words)
        clause = wait(lambda: next((c for c in children(self.app.query('list', 'Clauses')) if 'focused' in states(c)), None),
                      what='the clause focused')
        label = next(node for node in walk(clause)
                     if node.get_role_name() == 'label' and words in (node.get_name() or ''))
        start = text_of(label).index(words)
        keys('Tab')
        wait(lambda: 'focused' in states(label), what='the text of the clause focused')
        self.app.select_text(label, start, start + len(words))
        keys('Return')
        self.app.gone('button', 'Place Here')
        wait(lambda: words in self.anchor_of('open'), what='the note on the selected words')
        wait(lambda: not self.has_note('To be placed'), what='no note to be placed')

    def test_7_close(self):
        self.assertEqual(self.app.quit(), 0)
        self.assertEqual(self.app.complaints(), [])
        Importing.app = None
        self.assertEqual(len(stored()), 3)


if __name__ == '__main__':
    import tap
    tap.main(Importing, stop_at_first_failure=True)
