#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""All notes of all documents in one list: searched, filtered, tagged many at once with one undo, exported, and left for
the text and come back to, all by keyboard."""

import json
import os
import re
import subprocess
import unittest

from harness import App, Session, children, keys, read, states, text_of, type_ascii, wait

PROGRAM = os.environ['GLOSSATOR']
CLI = os.environ['GLOSSATOR_CLI']
SESSION = Session()
NOTES = [
    ('A/69/723', 'annex__para_2__item_8', 'Café: our position', 'law/water', 'green'),
    ('A/69/723', 'annex__para_2__item_7', 'On the offline world', 'law', 'yellow'),
    ('A/66/359', 'annex__sec_2__item_a', 'The Charter first', 'peace', 'red'),
    ('A/69/723@zh', 'annex__para_2__item_9', '我们的立场', None, 'yellow'),
]


def cli(*arguments):
    return subprocess.run([CLI, *arguments], check=True, timeout=120, capture_output=True, text=True).stdout


def stored_tags():
    """What is on disk, as the command line reads it: the tags by the notes."""
    found = {}
    for item in json.loads(cli('notes', '--format=json'))['first']['items']:
        bodies = item['body'] if isinstance(item['body'], list) else [item['body']]
        note = next((body['value'] for body in bodies if body.get('purpose') != 'tagging' and 'value' in body), '')
        found[note] = sorted(body['value'] for body in bodies if body.get('purpose') == 'tagging')
    return found


class AllNotes(unittest.TestCase):
    """The tests run in the order of their names and build on each other."""

    @classmethod
    def setUpClass(cls):
        cls.app = None
        for document, clause, note, tag, color in NOTES:
            cli('annotate', document, clause, '--note=' + note, '--color=' + color, *(['--tag=' + tag] if tag else []))

    def setUp(self):
        if AllNotes.app is None:
            AllNotes.app = App(SESSION, [PROGRAM])
        self.app = AllNotes.app

    def run(self, result=None):
        before = len(result.failures) + len(result.errors)
        super().run(result)
        if len(result.failures) + len(result.errors) > before and AllNotes.app:
            print(f'--- the window when {self.id()} failed:\n' + AllNotes.app.dump(), flush=True)

    # Helpers

    def rows(self):
        listed = self.app.query('list', 'All Notes')
        return [row for row in children(listed) if row.get_role_name() == 'list item'] if listed else []

    def shown(self, *notes):
        """Waits until the list shows these notes and no other."""
        def fits():
            names = [row.get_name() for row in self.rows() if 'showing' in states(row) and row.get_name()]
            return len(names) == len(notes) and all(note in name for note, name in zip(notes, names))
        wait(fits, what=f'these notes: {notes}')

    def selected(self):
        return [row.get_name() for row in self.rows() if 'selected' in states(row)]

    def choose(self, name, label):
        """Chooses from one of the lists, by keyboard."""
        self.app.focus(self.app.find('toggle button', name))
        keys('space')
        self.app.find('label', label)
        for _ in range(8):
            chosen = self.app.focused()
            if chosen and chosen.get_role_name() == 'list item' and self.app.query('label', label, chosen):
                break
            keys('Down')
            try:
                wait(lambda: self.app.focused() != chosen, 1, 'the next')  # pylint: disable=cell-var-from-loop
            except TimeoutError:
                pass
        keys('Return')

    def enter_list(self):
        """From the words that are searched, Return leads to what was found."""
        keys('ctrl+f')
        wait(lambda: 'focused' in states(self.app.field('Search all notes')), what='the focus in the search')
        keys('Return')
        wait(lambda: (self.app.focused() or self.app.root).get_role_name() == 'list item', what='the focus in the list')

    # The session

    def test_1_search(self):
        self.app.find('list', 'Documents')
        keys('ctrl+shift+f')
        entry = self.app.field('Search all notes')
        self.shown('The Charter first', 'On the offline world', 'Café', '我们的立场')
        type_ascii('CAFE')
        self.shown('Café')
        self.app.find('label', '1 of 4 notes')
        self.app.set_text(entry, '立场')
        self.shown('我们的立场')
        self.app.set_text(entry, '')
        self.app.find('label', '4 notes')

    def test_2_filter(self):
        self.choose('Any Tag', 'law')
        self.shown('On the offline world', 'Café')
        self.app.find('label', '2 of 4 notes')

    def test_3_tag_many_with_one_undo(self):
        before = stored_tags()
        self.enter_list()
        keys('ctrl+a')
        self.app.find('label', '2 selected')
        keys('ctrl+t')
        self.app.find('button', 'Add')
        type_ascii('bulk')
        self.app.press('Add')
        wait(lambda: [note for note, tags in stored_tags().items() if 'bulk' in tags] and True, what='the tag on disk')
        self.assertEqual(sorted(note for note, tags in stored_tags().items() if 'bulk' in tags),
                         ['Café: our position', 'On the offline world'])

        self.app.gone('button', 'Add')
        keys('ctrl+z')
        wait(lambda: stored_tags() == before, what='all tags as before, after one undo')
        keys('ctrl+shift+z')
        wait(lambda: sum('bulk' in tags for tags in stored_tags().values()) == 2, what='the tags again')

    def test_4_export_what_is_selected(self):
        path = os.path.join(SESSION.home, 'some notes.md')
        wait(lambda: len(self.selected()) == 2, what='both notes still selected')
        keys('ctrl+e')
        preview = self.app.find('text', 'Preview of the file')
        wait(lambda: 'offline world' in text_of(preview), what='the notes in the preview')
        self.assertNotIn('Charter', text_of(preview))
        self.app.press(re.compile('^Save'))
        self.app.find('button', 'Save')  # of the file dialog: the one of ours has dots
        keys('ctrl+a')
        type_ascii(path)
        keys('Return')
        wait(lambda: os.path.exists(path) and os.path.getsize(path), what='the exported file')
        exported = read(path)
        self.assertIn('Café: our position', exported)
        self.assertIn('### A/69/723, annex, para. 2 (8)', exported)
        self.assertIn('- Color: Position (Yellow)', exported)
        self.assertNotIn('Charter', exported)
        self.app.gone('text', 'Preview of the file')

    def test_5_go_to_the_place_and_come_back(self):
        self.enter_list()
        keys('Home', 'Down')
        wait(lambda: [('Café' in name) for name in self.selected()] == [True], what='the second note chosen')
        keys('Return')
        self.app.find('list', 'Clauses')
        wait(lambda: self.app.query('list', 'All Notes') is None, what='the text instead of the list')
        keys('alt+Left')
        self.shown('On the offline world', 'Café')
        wait(lambda: [('Café' in name) for name in self.selected()] == [True], what='the note still selected')
        self.app.find('label', '2 of 4 notes')

    def test_6_close(self):
        self.assertEqual(self.app.quit(), 0)
        self.assertEqual(self.app.complaints(), [])
        AllNotes.app = None


if __name__ == '__main__':
    import tap
    tap.main(AllNotes, stop_at_first_failure=True)
