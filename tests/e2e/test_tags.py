#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Marking and tagging by the keyboard: digits for colors, a tag that is kept active, marks that are hidden; and a tag
that is renamed in all notes, undone, and made again."""

import json
import os
import re
import subprocess
import unittest

from harness import App, Session, children, keys, read, states, text_of, type_ascii, wait, walk

PROGRAM = os.environ['GLOSSATOR']
CLI = os.environ['GLOSSATOR_CLI']
SESSION = Session()
EIGHT = ('All States must play the same role', '(8)', 'same role')
NINE = ('cooperate fully with other interested parties', '(9)', 'interested parties')


def tagged(tag):
    """The quotations that bear the tag, as another program finds them on disk."""
    done = subprocess.run([CLI, 'notes', f'--tag={tag}', '--format=json'], check=True, timeout=120, capture_output=True,
                          text=True)
    found = []
    for record in json.loads(done.stdout)['first']['items']:
        found += re.findall(r'"exact": ?"([^"]*)"', json.dumps(record['target'], ensure_ascii=False))
    return sorted(found)


class Tags(unittest.TestCase):
    """The tests run in the order of their names and build on each other."""

    app = None

    def setUp(self):
        if Tags.app is None:
            Tags.app = App(SESSION, [PROGRAM])
        self.app = Tags.app

    def run(self, result=None):
        before = len(result.failures) + len(result.errors)
        super().run(result)
        if Tags.app is not None and len(result.failures) + len(result.errors) > before:
            print(f'--- the window when {self.id()} failed:\n' + Tags.app.dump(), flush=True)

    def rows(self, name):
        found = self.app.query('list', name)
        return [row.get_name() for row in children(found)] if found else []

    def clause(self, label):
        clauses = self.app.query('list', 'Clauses')
        return clauses and next((row for row in children(clauses) if row.get_name().startswith(label)), None)

    def select(self, place):
        """Selects the words as by the keyboard."""
        words, label, phrase = place
        keys('ctrl+f')
        entry = self.app.field('Find in the text')
        self.app.set_text(entry, words)
        self.app.find('label', re.compile(r'^1 of \d+$'))
        keys('Escape')
        self.app.gone('entry', 'Find in the text')
        row = wait(lambda: self.clause(label), what=f'the clause {label}')
        wait(lambda: 'focused' in states(row), what='the clause focused')
        text = next(node for node in walk(row) if node.get_role_name() == 'label' and phrase in (node.get_name() or ''))
        start = text_of(text).index(phrase)
        keys('Tab')
        wait(lambda: 'focused' in states(text), what='the text of the clause focused')
        self.app.select_text(text, start, start + len(phrase))

    def test_1_digit_highlights(self):
        self.app.find('list', 'Clauses')
        self.select(EIGHT)
        keys('3')
        wait(lambda: any('same role' in row and 'Agree' in row for row in self.rows('Notes')), what='a blue highlight')

    def test_2_tag_and_keep_it(self):
        keys('Escape')
        wait(lambda: 'focused' in states(self.clause('(8)')), what='the clause focused')
        keys('t')
        wait(lambda: self.app.focused() is not None and self.app.focused().get_role_name() in ('text', 'entry'),
             what='the entry of the tag focused')
        type_ascii('law/water')
        keys('Return')
        wait(lambda: tagged('law/water') == ['same role'], what='the tag on disk')
        keys('ctrl+k')
        self.app.find('label', 'Highlights are tagged')
        self.select(NINE)
        keys('h')
        wait(lambda: tagged('law/water') == ['interested parties', 'same role'], what='the tag on the next highlight')
        keys('ctrl+k')
        self.app.gone('label', 'Highlights are tagged')

    def test_3_hide_marks(self):
        settings = os.path.join(SESSION.home, 'config/glib-2.0/settings/keyfile')
        wait(lambda: '1 note' in self.clause('(9)').get_name(), what='the clause tells of its note')
        keys('ctrl+shift+h')
        wait(lambda: '1 note' not in self.clause('(9)').get_name(), what='the marks hidden')
        wait(lambda: 'show-marks=false' in read(settings), what='the state kept')
        keys('ctrl+shift+h')
        wait(lambda: '1 note' in self.clause('(9)').get_name(), what='the marks shown')

    def test_4_rename_everywhere_and_undo(self):
        keys('ctrl+shift+t')
        tags = self.app.find('list', 'Tags')
        wait(lambda: self.rows('Tags') == ['law; 2 notes', 'law/water; 2 notes'], what='the tags with their counts')
        self.app.focus(children(tags)[0])
        keys('space')
        wait(lambda: 'selected' in states(children(tags)[0]), what='the first tag selected')

        keys('F2')
        entry = self.app.field('New name')
        self.app.set_text(entry, 'lex')
        keys('Return')
        wait(lambda: self.rows('Tags') == ['lex; 2 notes', 'lex/water; 2 notes'], what='the new name')
        self.app.find('label', 'Renamed “law” to “lex” in 2 notes')
        wait(lambda: len(tagged('lex/water')) == 2 and not tagged('law/water'), what='the new name on disk')

        keys('ctrl+z')
        wait(lambda: self.rows('Tags') == ['law; 2 notes', 'law/water; 2 notes'], what='the old name')
        wait(lambda: len(tagged('law/water')) == 2 and not tagged('lex/water'), what='the old name on disk')
        self.app.find('label', 'Undone: Renamed “law” to “lex” in 2 notes')
        keys('ctrl+shift+z')
        wait(lambda: len(tagged('lex/water')) == 2, what='the new name again')

    def test_5_show_its_notes(self):
        tags = self.app.find('list', 'Tags')
        self.app.focus(children(tags)[0])
        keys('Return')
        notes = self.app.find('list', 'All Notes')
        wait(lambda: sum('lex/water' in row.get_name() for row in children(notes)) == 2, what='the notes of the tag')

    def test_6_close(self):
        self.assertEqual(self.app.quit(), 0)
        self.assertEqual(self.app.complaints(), [])
        Tags.app = None


if __name__ == '__main__':
    import tap
    tap.main(Tags, stop_at_first_failure=True)
