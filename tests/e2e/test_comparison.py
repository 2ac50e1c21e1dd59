#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two codes compared, as a delegate would: walk the changes, write a note on one, see it in both documents, carry a note of
2011 over to 2015 and confirm it, and export the table of departures."""

import csv
import glob
import json
import os
import re
import subprocess
import unittest

from harness import App, Atspi, Session, children, keys, read, states, text_of, type_ascii, wait

PROGRAM = os.environ['GLOSSATOR']
CLI = os.environ['GLOSSATOR_CLI']
SESSION = Session()
RIGHTS_2011 = 'A/66/359, annex, para. (f)'
ON_RIGHTS = 'Rights were rewritten'
ON_CHANGE = 'Why this matters: 为什么重要'


def stored(symbol):
    """The notes of a document as they are on disk."""
    shown = subprocess.run([CLI, 'notes', symbol, '--format=json'], capture_output=True, text=True, check=True).stdout
    return json.loads(shown)['first']['items'] if '"items"' in shown else []


class Comparing(unittest.TestCase):
    """The tests run in the order of their names and build on each other."""

    app = None

    def setUp(self):
        if Comparing.app is None:
            subprocess.run([CLI, 'annotate', 'A/66/359', 'annex, para. (f)', '--note=' + ON_RIGHTS, '--tag=rights'],
                           capture_output=True, check=True)
            Comparing.app = App(SESSION, [PROGRAM])
        self.app = Comparing.app

    def run(self, result=None):
        before = len(result.failures) + len(result.errors)
        super().run(result)
        if len(result.failures) + len(result.errors) > before and Comparing.app:
            print(f'--- the window when {self.id()} failed:\n' + Comparing.app.dump(), flush=True)

    # Helpers

    def rows(self):
        return self.app.find('list', 'Clauses, old and new')

    def current_row(self):
        return wait(lambda: next((row for row in children(self.rows()) if 'selected' in states(row)), None), what='a row')

    def note_rows(self):
        notes = self.app.query('list', 'Notes')
        return [row.get_name() for row in children(notes)] if notes else []

    def open_document(self, year):
        documents = self.app.find('list', 'Documents')
        code = next(row for row in children(documents) if year in row.get_name() and 'English' in row.get_name())
        self.app.mouse_click(code)
        self.app.find('list', 'Clauses')

    # The session

    def test_1_walk_the_changes(self):
        self.app.press('Compare 2011 and 2015')
        wait(lambda: children(self.rows()), what='rows of the comparison')
        for number in range(1, 4):
            keys('F8')
            self.app.find('label', re.compile(f'^{number} of \\d+$'))
            self.assertRegex(self.current_row().get_name(), '^(Reworded|New|Dropped|Moved|Split|Merged)')

    def test_2_note_on_a_change(self):
        keys('n')
        note = self.app.field('Note')
        wait(lambda: 'focused' in states(note), what='the caret in the note')
        Atspi.EditableText.insert_text(note, 0, ON_CHANGE, len(ON_CHANGE.encode()))
        keys('ctrl+Return')
        self.app.gone('text', 'Note')
        wait(lambda: '1 note' in self.current_row().get_name(), what='the row says that it bears a note')
        record, = wait(lambda: stored('A/69/723'), what='the note on disk')
        self.assertEqual([target['source']['label'] for target in record['target']], ['A/69/723', 'A/66/359'])

        keys('ctrl+z')
        wait(lambda: 'note' not in self.current_row().get_name().lower().split(), what='the note undone')
        keys('ctrl+shift+z')
        wait(lambda: '1 note' in self.current_row().get_name(), what='the note back')

    def test_3_it_stands_in_both_documents(self):
        for year in ('2011', '2015'):
            self.open_document(year)
            wait(lambda: any(ON_CHANGE in row and 'On a change: A/66/359' in row and '→ A/69/723' in row
                             for row in self.note_rows()), what=f'the note in the text of {year}')

    def test_4_carry_over_and_confirm(self):
        keys('ctrl+shift+o')  # the text of 2015 is open
        self.app.find('list', 'Notes to Carry Over')
        self.app.find('label', re.compile('Wording changed'))
        self.app.press('Carry Over')
        self.app.gone('list', 'Notes to Carry Over')
        wait(lambda: any(ON_RIGHTS in row and 'to be confirmed' in row for row in self.note_rows()),
             what='the note, to be confirmed')
        self.assertTrue(any(record.get('glossator:toConfirm') for record in stored('A/69/723')))
        self.assertIn(ON_RIGHTS, json.dumps(stored('A/66/359')))

        self.app.press('Confirm')
        wait(lambda: any(ON_RIGHTS in row and 'to be confirmed' not in row for row in self.note_rows()),
             what='the note confirmed')
        self.assertFalse(any(record.get('glossator:toConfirm') for record in stored('A/69/723')))

        # A second time there is nothing to be carried.
        keys('ctrl+shift+o')
        self.app.find('label', 'Carried over already')
        self.app.press('Cancel')
        self.app.gone('list', 'Notes to Carry Over')

    def test_5_export_the_departures(self):
        path = os.path.join(SESSION.home, 'departures.csv')
        self.app.press('Compare 2011 and 2015')
        wait(lambda: children(self.rows()), what='rows of the comparison')
        keys('ctrl+e')
        preview = self.app.find('text', 'Preview of the file')
        self.choose_format('Spreadsheet (CSV)')
        wait(lambda: text_of(preview).lstrip('\ufeff').startswith('old clause,'), what='the preview as CSV')
        self.app.press(re.compile('^Save'))
        self.app.find('button', 'Save')  # of the file dialog: the one of ours has dots
        keys('ctrl+a')
        type_ascii(path)
        keys('Return')
        wait(lambda: os.path.exists(path) and os.path.getsize(path), what='the exported file')

        with open(path, encoding='utf-8-sig', newline='') as file:
            records = list(csv.DictReader(file))
        rights = next(record for record in records if record['old clause'] == RIGHTS_2011)
        self.assertEqual(rights['state'], 'reworded')
        self.assertEqual(rights['tags'], 'rights')
        self.assertEqual(rights['notes'].count(ON_RIGHTS), 2)  # on the old clause, and carried over
        self.assertEqual(sum(ON_CHANGE in record['notes'] for record in records), 1)

    def test_6_close(self):
        self.assertEqual(self.app.quit(), 0)
        self.assertEqual(self.app.complaints(), [])
        Comparing.app = None
        self.assertEqual(glob.glob(SESSION.data + '/glossator/annotations/*.damaged*'), [])
        self.assertIn(ON_CHANGE, read(SESSION.data + '/glossator/annotations/A_69_723.json'))

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
    tap.main(Comparing, stop_at_first_failure=True)
