#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program is killed, again and again, while somebody writes: what was written down is there at the next start, and
nothing of it is damaged."""

import json
import os
import subprocess
import unittest

from harness import App, Atspi, Session, children, keys, states, wait

PROGRAM = os.environ['GLOSSATOR']
CLI = os.environ['GLOSSATOR_CLI']
SESSION = Session()
LABELS = ['(1)', '(4)', '(8)', '(9)']


def stored_notes():
    done = subprocess.run([CLI, 'notes', '--format=json'], check=True, timeout=120, capture_output=True, text=True)
    records = json.loads(done.stdout)['first']['items']
    return [body['value'] for record in records for body in as_list(record.get('body', [])) if 'value' in body]


def as_list(value):
    return value if isinstance(value, list) else [value]


class Restart(unittest.TestCase):
    def run(self, result=None):
        self.app = None
        before = len(result.failures) + len(result.errors)
        super().run(result)
        if self.app is not None and len(result.failures) + len(result.errors) > before:
            print(f'--- the window when {self.id()} failed:\n' + self.app.dump(), flush=True)

    def start(self):
        self.app = App(SESSION, [PROGRAM])
        self.app.find('list', 'Clauses')

    def choose(self, label):
        """Chooses the clause with that label of the code."""
        words = {'(1)': 'comply with the Charter', '(4)': 'cooperate in combating', '(8)': 'All States must play the same role',
                 '(9)': 'cooperate fully with other interested parties'}[label]
        keys('ctrl+f')
        entry = self.app.field('Find in the text')
        self.app.set_text(entry, words)
        wait(lambda: self.row(label), what=f'the clause {label}')
        wait(lambda: 'selected' in states(self.row(label)), what=f'the clause {label} chosen')
        keys('Escape')
        self.app.gone('entry', 'Find in the text')

    def row(self, label):
        clauses = self.app.query('list', 'Clauses')
        return clauses and next((r for r in children(clauses) if r.get_name().startswith(label)), None)

    def note_rows(self):
        notes = self.app.query('list', 'Notes')
        return [note.get_name() for note in children(notes)] if notes else []

    def begin_note(self):
        keys('ctrl+n')
        note = self.app.field('Note')
        wait(lambda: 'focused' in states(note), what='the caret in the new note')
        return note

    def test_1_killed_after_writing(self):
        """Each note is on disk before the program is killed, and in the window after it."""
        written = []
        for number, label in enumerate(LABELS):
            self.start()
            wait(lambda: len(self.note_rows()) == len(written), what='the notes from before')
            self.choose(label)
            note = self.begin_note()
            text = f'Note {number}: 立场 on {label}'
            Atspi.EditableText.insert_text(note, 0, text, len(text.encode()))
            wait(lambda: text in stored_notes(), what='the note on disk')  # pylint: disable=cell-var-from-loop
            written.append(text)
            self.app.kill()

        self.start()
        wait(lambda: len(self.note_rows()) == len(written), what='all notes')
        for text in written:
            self.assertTrue(any(text in name for name in self.note_rows()), text)
        self.assertEqual(sorted(stored_notes()), sorted(written))

        # What is there is a note like any other: it can be removed, and that undone.
        self.app.press('Remove Note')
        wait(lambda: len(self.note_rows()) == len(written) - 1, what='the note removed')
        keys('ctrl+z')
        wait(lambda: len(self.note_rows()) == len(written), what='the note back')
        self.assertEqual(self.app.quit(), 0)
        self.assertEqual(self.app.complaints(), [])

    def test_2_killed_while_typing(self):
        """In the middle of a word: what was on disk is there whole, the program starts, and nothing is set aside."""
        before = stored_notes()
        self.start()
        self.choose('(8)')
        note = self.begin_note()
        shown = set()
        for letter in 'abcdefghijklmnopqrstuvwxyz':
            Atspi.EditableText.insert_text(note, len(shown), letter, 1)
            shown.add(letter)
            if any(value.startswith('ab') for value in stored_notes()):
                break
        self.app.kill()

        after = stored_notes()
        for value in before:
            self.assertIn(value, after)
        more = [value for value in after if value not in before]
        self.assertLessEqual(len(more), 1)
        for value in more:
            self.assertTrue('abcdefghijklmnopqrstuvwxyz'.startswith(value), value)

        self.start()
        wait(lambda: len(self.note_rows()) == len(after), what='all notes')
        self.assertEqual([name for name in os.listdir(SESSION.data + '/glossator/annotations') if 'damaged' in name], [])
        self.assertEqual(self.app.quit(), 0)
        self.assertEqual(self.app.complaints(), [])


if __name__ == '__main__':
    import tap
    tap.main(Restart, stop_at_first_failure=True)
