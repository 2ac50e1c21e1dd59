#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two languages of one document in parallel: find words of either, write on a clause of the one and on words of the
other, see both notes on both sides, and go back to one language."""

import glob
import json
import os
import re
import unittest

from harness import App, Atspi, Session, children, keys, read, states, text_of, wait, walk

PROGRAM = os.environ['GLOSSATOR']
SESSION = Session()
EIGHT = 'A/69/723, annex, para. 2 (8)'
NOTE = '我们的立场: our position.'
REMARK = 'On the clause: 1 note whose words are in the other language'


def stored_records():
    """What is on disk, as any JSON program would read it: the collection, then the journal."""
    records = {}
    for path in glob.glob(SESSION.data + '/glossator/annotations/*.json'):
        for record in json.loads(read(path))['first']['items']:
            records[record['id']] = json.dumps(record, ensure_ascii=False)
    for path in glob.glob(SESSION.data + '/glossator/annotations/*.journal'):
        records.update((line, line) for line in read(path).splitlines())
    return list(records.values())


class Parallel(unittest.TestCase):
    """The tests run in the order of their names and build on each other, as a session at a desk does."""

    app = None

    def setUp(self):
        if Parallel.app is None:
            Parallel.app = App(SESSION, [PROGRAM])
        self.app = Parallel.app

    def run(self, result=None):
        before = len(result.failures) + len(result.errors)
        super().run(result)
        if len(result.failures) + len(result.errors) > before and Parallel.app:
            print(f'--- the window when {self.id()} failed:\n' + Parallel.app.dump(), flush=True)

    def row(self, beginning):
        def look():
            clauses = self.app.query('list', 'Clauses')
            return clauses and next((row for row in children(clauses) if row.get_name().startswith(beginning)), None)
        return wait(look, what=f'the row {beginning}')

    def go_to(self, words, count):
        keys('ctrl+f')
        self.app.set_text(self.app.field('Find in the text'), words)
        self.app.find('label', re.compile(count))
        keys('Escape')
        self.app.gone('entry', 'Find in the text')

    def test_1_the_same_clause_on_the_same_row(self):
        wait(lambda: self.app.query('list', 'Clauses'), what='the text')
        keys('ctrl+shift+l')
        self.row('English: ')
        self.go_to('平等发挥作用', r'^1 of \d+$')
        row = self.row('English: (8) All States must play the same role')
        self.assertIn('Chinese: (八) ', row.get_name())
        self.assertIn('平等发挥作用', row.get_name())
        wait(lambda: 'selected' in states(row), what='the row selected')
        self.app.find('label', EIGHT + ' · Chinese')

    def test_2_a_note_on_one_side_shows_on_both(self):
        keys('ctrl+n')
        note = self.app.field('Note')
        wait(lambda: 'focused' in states(note), what='the caret in the new note')
        Atspi.EditableText.insert_text(note, 0, NOTE, len(NOTE.encode()))
        keys('Escape')
        row = self.row('English: (8)')
        wait(lambda: row.get_name().count('1 note') == 2, what='the note on both sides')
        self.assertTrue(any(NOTE in record and '"zh"' in record for record in stored_records()), stored_records())
        self.assertNotIn(REMARK, row.get_name())

    def test_3_words_of_the_other_language(self):
        row = self.row('English: (8)')
        wait(lambda: 'focused' in states(row), what='the row focused')
        keys('Left')
        self.app.find('label', EIGHT + ' · English')
        label = next(node for node in walk(row)
                     if node.get_role_name() == 'label' and 'same role' in (node.get_name() or ''))
        keys('Tab')
        wait(lambda: 'focused' in states(label), what='the text of the clause focused')
        start = text_of(label).index('same role')
        self.app.select_text(label, start, start + len('same role'))
        keys('h')
        wait(lambda: any('same role' in record and '"en"' in record for record in stored_records()),
             what='the phrase on disk')
        wait(lambda: row.get_name().count('2 notes') == 2, what='both notes on both sides')
        english, chinese = row.get_name().split('Chinese: ')
        self.assertNotIn(REMARK, english)
        self.assertIn(REMARK, chinese)
        self.app.find('label', REMARK)
        self.app.find('label', 'The words are in English; in Chinese on the clause')

    def test_4_back_to_one_language(self):
        keys('ctrl+shift+l')
        row = self.row('(8) All States must play the same role')
        self.assertIn('2 notes', row.get_name())
        self.assertNotIn('Chinese', row.get_name())
        wait(lambda: 'selected' in states(row), what='reading goes on where it was')

    def test_5_close(self):
        self.assertEqual(self.app.quit(), 0)
        self.assertEqual(self.app.complaints(), [])


if __name__ == '__main__':
    import tap
    tap.main(Parallel, stop_at_first_failure=True)
