#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the start to an exported file, as a person would: open the code of 2015, choose item (8), write a note with a
tag, kill the program, find the note again, compare with 2011, and export."""

import csv
import glob
import json
import os
import re
import unittest

from harness import (App, Atspi, Session, children, keys, read, states, text_of, type_ascii, wait, walk)

PROGRAM = os.environ['GLOSSATOR']
SESSION = Session()
EIGHT = 'A/69/723, annex, para. 2 (8)'
NOTE = 'The same role for all: 平等发挥作用 — our position.'
TAG = 'internet-governance'


def stored_annotations():
    """What is on disk, as any JSON program would read it: the collection, then the journal."""
    found = {}
    for path in glob.glob(SESSION.data + '/glossator/annotations/*.json'):
        for record in json.loads(read(path))['first']['items']:
            found[record['id']] = record
    for path in glob.glob(SESSION.data + '/glossator/annotations/*.journal'):
        found.update((line, line) for line in read(path).splitlines())
    return json.dumps(list(found.values()), ensure_ascii=False)


class Reading(unittest.TestCase):
    """The tests run in the order of their names and build on each other, as a session at a desk does."""

    @classmethod
    def setUpClass(cls):
        cls.app = None

    def setUp(self):
        if Reading.app is None:
            Reading.app = App(SESSION, [PROGRAM])
        self.app = Reading.app

    def run(self, result=None):
        before = len(result.failures) + len(result.errors)
        super().run(result)
        if len(result.failures) + len(result.errors) > before and Reading.app:
            print(f'--- the window when {self.id()} failed:\n' + Reading.app.dump(), flush=True)

    # Helpers

    def end(self):
        self.assertEqual(self.app.quit(), 0)
        self.assertEqual(self.app.complaints(), [])
        Reading.app = None

    def clause(self, beginning):
        def look():
            clauses = self.app.query('list', 'Clauses')
            return clauses and next((row for row in children(clauses) if row.get_name().startswith(beginning)), None)
        return wait(look, what=f'the clause {beginning}')

    def go_to(self, words):
        """Finds words in the text, which chooses their clause."""
        keys('ctrl+f')
        entry = self.app.field('Find in the text')
        self.app.set_text(entry, words)
        self.app.find('label', re.compile(r'^1 of \d+$'))
        keys('Escape')
        self.app.gone('entry', 'Find in the text')

    def note_rows(self):
        notes = self.app.query('list', 'Notes')
        return [row.get_name() for row in children(notes)] if notes else []

    # The session

    def test_1_write_a_note_with_a_tag(self):
        documents = self.app.find('list', 'Documents')
        code = next(row for row in children(documents) if '2015' in row.get_name() and 'English' in row.get_name())
        self.app.mouse_click(code)
        self.go_to('All States must play the same role')
        self.app.find('label', EIGHT)
        wait(lambda: 'selected' in states(self.clause('(8)')), what='item (8) chosen')

        keys('ctrl+n')
        note = self.app.field('Note')
        wait(lambda: 'focused' in states(note), what='the caret in the new note')
        Atspi.EditableText.insert_text(note, 0, NOTE, len(NOTE.encode()))
        tag = self.app.field('Add tag')
        self.app.focus(tag)
        type_ascii(TAG)
        keys('Return')
        wait(lambda: NOTE in stored_annotations() and TAG in stored_annotations(), what='the note and its tag on disk')
        wait(lambda: re.search('1 note', self.clause('(8)').get_name()), what='the clause says that it carries a note')

    def test_2_kill_and_find_it_again(self):
        # The place is written a moment after the reader has come to rest.
        settings = os.path.join(SESSION.home, 'config/glib-2.0/settings/keyfile')
        place = re.compile(r"'A/69/723@en', '[^']*item_\d[^']*', '[^']*item_8'")
        wait(lambda: os.path.exists(settings) and place.search(read(settings)), what='the place written')
        self.app.kill()
        Reading.app = self.app = App(SESSION, [PROGRAM])
        self.app.find('label', EIGHT)  # reading goes on where it stopped
        wait(lambda: any(NOTE in row and TAG in row for row in self.note_rows()), what='the note in the pane')
        self.assertIn('1 note', self.clause('(8)').get_name())

        search = self.app.field('Search notes')
        self.app.set_text(search, 'nothing like that')
        wait(lambda: not self.note_rows(), what='no note fits')
        self.app.set_text(search, '平等 POSITION')
        wait(lambda: len(self.note_rows()) == 1, what='the note fits')
        self.app.set_text(search, '')

    def test_3_highlight_a_phrase_and_undo(self):
        def phrase_rows():
            return [row for row in self.note_rows() if NOTE not in row and 'same role' in row]
        self.go_to('All States must play the same role')
        row = self.clause('(8)')
        wait(lambda: 'focused' in states(row), what='the clause focused')
        label = next(node for node in walk(row)
                     if node.get_role_name() == 'label' and 'same role' in (node.get_name() or ''))
        start = text_of(label).index('same role')
        keys('Tab')  # from the clause into its text
        wait(lambda: 'focused' in states(label), what='the text of the clause focused')
        self.app.select_text(label, start, start + len('same role'))
        keys('h')
        wait(phrase_rows, what='the phrase in the pane')
        self.assertIn('same role', stored_annotations())
        keys('ctrl+z')
        wait(lambda: not phrase_rows(), what='the highlight undone')
        wait(lambda: any(NOTE in name for name in self.note_rows()), what='the other note is still there')

    def test_4_compare_2011_with_2015(self):
        self.app.press('Compare 2011 and 2015')
        rows = self.app.find('list', 'Clauses, old and new')
        wait(lambda: children(rows), what='rows of the comparison')
        self.app.find('label', re.compile(r'\d+ reworded'))
        wait(lambda: any('focused' in states(row) for row in children(rows)), what='a row focused')
        for number in range(1, 5):
            keys('F8')
            self.app.find('label', re.compile(f'^{number} of \\d+$'))
            row = wait(lambda: next((r for r in children(rows) if 'selected' in states(r)), None), what='a row')
            self.assertRegex(row.get_name(), '^(Reworded|New|Dropped|Moved|Split|Merged)')
        keys('alt+Left')
        self.app.find('list', 'Clauses')

    def test_5_export(self):
        path = os.path.join(SESSION.home, 'notes.csv')
        keys('ctrl+e')
        self.app.find('button', re.compile('^Save'))
        preview = self.app.find('text', 'Preview of the file')
        wait(lambda: NOTE in text_of(preview), what='the note in the preview')
        self.choose_format('Spreadsheet (CSV)')
        wait(lambda: text_of(preview).lstrip('\ufeff').startswith('document,'), what='the preview as CSV')
        shown = text_of(preview)
        self.app.press(re.compile('^Save'))
        self.app.find('button', 'Save')  # of the file dialog: the one of ours has dots
        keys('ctrl+a')
        type_ascii(path)
        keys('Return')
        wait(lambda: os.path.exists(path) and os.path.getsize(path), what='the exported file')

        with open(path, encoding='utf-8-sig', newline='') as file:
            exported = file.read()
        self.assertEqual(exported.replace('\r\n', '\n'), shown.lstrip('\ufeff').replace('\r\n', '\n'))
        record, = csv.DictReader(exported.splitlines())
        self.assertEqual(record['citation'], EIGHT)
        self.assertEqual(record['note'], NOTE)
        self.assertEqual(record['tags'], TAG)

    def test_6_close(self):
        self.end()
        self.assertIn(NOTE, stored_annotations())

    def choose_format(self, name):
        self.app.focus(self.app.find('combo box', 'Format'))
        keys('space')
        self.app.find('label', name)
        for _ in range(5):
            chosen = self.app.focused()
            if chosen.get_role_name() == 'list item' and self.app.query('label', name, chosen):
                break
            keys('Down')
            wait(lambda: self.app.focused() != chosen, what='the next format')  # pylint: disable=cell-var-from-loop
        keys('Return')


if __name__ == '__main__':
    import tap
    tap.main(Reading, stop_at_first_failure=True)
