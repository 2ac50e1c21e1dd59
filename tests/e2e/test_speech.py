#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader has to say: it is told of the focus and of announcements on the bus, and makes its speech of the role,
the name and the states of what has the focus. Reading, a clause with notes, results of a search, a change, a toast,
what is wrong with the notes or the documents, and that notes are being read."""

import glob
import json
import os
import re
import subprocess
import unittest

from harness import App, Session, children, keys, states, wait, walk
from walking import Events

PROGRAM = os.environ['GLOSSATOR']
CLI = os.environ['GLOSSATOR_CLI']
SESSION = Session()
COLLECTION = SESSION.data + '/glossator/annotations/A_69_723.json'
JOURNAL = COLLECTION.replace('.json', '.journal')
MANY = 20000  # more than is read before the window shows
EIGHT = 'All States must play the same role'
NOTES = [
    ('A/69/723', 'annex__para_2__item_8', '--note=Our position', '--tag=law', '--color=green'),
    ('A/69/723', 'annex__para_2__item_8', '--quote=same role', '--note=On the words', '--color=red'),
    ('A/66/359', 'annex__sec_2__item_a', '--note=The Charter first', '--tag=peace', '--color=red'),
]


def write_many(path):
    """As many notes as take a moment to be read."""
    record = {'type': 'Annotation', 'motivation': 'commenting', 'created': '2026-01-01T00:00:00.000Z',
              'modified': '2026-01-01T00:00:00.000Z',
              'target': {'type': 'SpecificResource',
                         'source': {'id': 'https://undocs.org/en/A/69/723', 'type': 'Text', 'language': 'en', 'label': 'A/69/723'},
                         'selector': {'type': 'FragmentSelector', 'value': 'annex__para_2__item_8',
                                      'conformsTo': 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'}}}
    items = [record | {'id': f'urn:uuid:{number}',
                       'body': [{'type': 'TextualBody', 'purpose': 'commenting', 'value': f'note {number} of many'}]}
             for number in range(MANY)]
    with open(path, 'w', encoding='utf-8') as file:
        file.write('{"type":"AnnotationCollection","glossator:version":1,"first":{"type":"AnnotationPage","items":[\n'
                   + ',\n'.join(json.dumps(item, separators=(',', ':')) for item in items) + '\n]}}\n')


class Speech(unittest.TestCase):
    """The tests run in the order of their names and build on each other, as a session at a desk does."""

    @classmethod
    def setUpClass(cls):
        for note in NOTES:
            subprocess.run([CLI, 'annotate', *note], check=True, timeout=120, stdout=subprocess.DEVNULL)
        cls.events = Events()
        cls.start()

    @classmethod
    def start(cls, *arguments):
        cls.app = App(SESSION, [PROGRAM, *arguments])

    def hear_focus(self, key, fits):
        """Presses a key; returns the role and name of what has the focus then, as the bus told them."""
        self.events.clear()
        keys(key)
        heard = []

        def focused():
            node = self.events.focused()
            if node is None:
                return None
            heard.append((node.get_role_name(), node.get_name()))
            return heard[-1] if re.search(fits, heard[-1][1]) else None
        found = self.events.wait(focused)
        self.assertIsNotNone(found, f'{key}: {heard}')
        return found

    def choose_document(self, documents, key):
        """Tab leads to the one that is read."""
        for _ in range(60):
            if any('focused' in states(row) for row in children(documents)):
                break
            before = self.app.focused()
            keys('Tab')
            self.events.wait(lambda: self.app.focused() != before or None, 2)  # pylint: disable=cell-var-from-loop
        before = self.app.focused()
        keys(key)
        wait(lambda: any('focused' in states(row) and row != before for row in children(documents)), what='another document focused')
        self.events.clear()
        keys('Return')

    def find_words(self, words):
        keys('ctrl+f')
        entry = self.app.field('Find in the text')
        wait(lambda: 'focused' in states(entry), what='the focus in the field')
        self.events.clear()
        self.app.set_text(entry, words)

    def test_1_results_of_a_search(self):
        self.app.find('list', 'Clauses')
        self.find_words('States')
        self.assertRegex(self.events.wait_announced(lambda text: ' of ' in text), r'^\d+ of \d+$')
        self.events.clear()
        keys('ctrl+g')
        self.assertRegex(self.events.wait_announced(lambda text: ' of ' in text), r'^\d+ of \d+$')
        self.find_words('no such words')
        self.events.wait_announced(lambda text: text != '')
        self.find_words(EIGHT)
        self.events.wait_announced(lambda text: text == '1 of 1')

    def test_2_a_clause_with_notes(self):
        role, name = self.hear_focus('Escape', re.escape(EIGHT))
        self.assertEqual(role, 'list item')
        self.assertTrue(name.startswith('(8) '), name)
        self.assertIn('2 notes', name)

    def test_3_reading_by_the_arrows(self):
        role, name = self.hear_focus('Down', r'^\(9\) All States must cooperate fully')
        self.assertEqual(role, 'list item')
        self.assertNotIn('note', name[-20:])
        self.hear_focus('Up', r'^\(8\) All States')
        self.hear_focus('Up', r'^\(b\) ')
        keys('ctrl+shift+l')
        wait(lambda: any(row.get_name().startswith('English: ') for row in children(self.app.find('list', 'Clauses'))),
             what='both languages')
        self.hear_focus('Down', r'^English: \(8\) .*Chinese: \(八\)')
        keys('ctrl+shift+l')
        wait(lambda: not any(row.get_name().startswith('English: ') for row in children(self.app.find('list', 'Clauses'))),
             what='one language')

    def test_4_a_toast(self):
        self.hear_focus('Tab', '')
        keys('shift+Tab')
        keys('ctrl+shift+t')
        tags = self.app.find('list', 'Tags')
        wait(lambda: any('focused' in states(row) for row in children(tags)), what='a tag focused')
        keys('End', 'Home', 'Delete')
        toast = self.app.find('label', re.compile('^Deleted|^Removed'))
        self.events.wait_announced(lambda text: toast.get_name() in text)
        undo = self.app.find('button', 'Undo')
        self.app.focus(undo)
        self.events.clear()
        keys('space')
        self.events.wait_announced(lambda text: 'Undone' in text)

    def test_5_all_notes(self):
        keys('ctrl+shift+f')
        entry = self.app.field('Search all notes')
        wait(lambda: 'focused' in states(entry), what='the focus in the field')
        self.events.clear()
        self.app.set_text(entry, 'Charter')
        self.events.wait_announced(lambda text: text == '1 of 3 notes')

    def test_6_a_change(self):
        self.events.clear()
        self.app.press('Compare 2011 and 2015')
        self.events.wait_announced(lambda text: 'reworded' in text)
        rows = self.app.find('list', 'Clauses, old and new')
        wait(lambda: any('focused' in states(row) for row in children(rows)), what='a row focused')
        keys('F8')  # the first change is where it begins
        self.app.find('label', re.compile(r'^1 of \d+$'))
        for _ in range(36):
            _, name = self.hear_focus('F8', '')
            row = self.events.focused()
            said = ' '.join([name, row.get_description(), *(node.get_name() or '' for node in walk(row))])
            if name.startswith('Reworded') and re.search('removed .* end', said) and re.search('added .* end', said):
                return
        self.fail(said)

    def test_7_close(self):
        self.assertEqual(self.app.quit(), 0)
        self.assertEqual(self.app.complaints(), [])

    def test_8_what_could_not_be_read(self):
        """It is said by itself, for nobody goes looking for it."""
        subprocess.run([CLI, 'notes'], check=True, timeout=30, stdout=subprocess.DEVNULL)
        for path in glob.glob(SESSION.data + '/glossator/annotations/A_66_359*'):
            os.remove(path)
        with open(COLLECTION.replace('69_723', '66_359'), 'w', encoding='utf-8') as file:
            file.write('{"type":')
        self.start('A/69/723')
        documents = self.app.find('list', 'Documents')
        self.choose_document(documents, 'Home')
        self.events.wait_announced(lambda text: text.startswith('Notes on A/66/359 could not be read and are kept in'), 30)
        self.choose_document(documents, 'Down')
        wait(lambda: any('Our position' in row.get_name() for row in children(self.app.find('list', 'Notes'))), what='its notes')
        wait(lambda: any('focused' in states(row) for row in children(self.app.find('list', 'Clauses'))), what='the focus in its text')

    def test_9_notes_that_are_not_saved(self):
        if os.path.exists(JOURNAL):
            os.rename(JOURNAL, JOURNAL + '.kept')
        os.mkdir(JOURNAL)
        self.find_words(EIGHT)
        self.app.find('label', '1 of 1')
        keys('Escape')
        self.app.gone('entry', 'Find in the text')
        keys('ctrl+n')
        note = self.app.field('Note')
        wait(lambda: 'focused' in states(note), what='the caret in the new note')
        self.events.clear()
        self.app.set_text(note, 'Not on disk yet')
        self.events.wait_announced(lambda text: text.startswith('Changes to the notes on A/69/723 are not saved yet: '), 30)
        os.rmdir(JOURNAL)
        self.app.gone('button', 'Retry')
        self.assertEqual(self.app.quit(), 0)
        self.assertEqual(self.app.complaints(), [])

    def test_a_loading(self):
        """That many notes are being read."""
        for path in glob.glob(SESSION.data + '/glossator/annotations/*'):
            os.remove(path)
        write_many(COLLECTION)
        self.start('A/66/359')
        self.app.find('list', 'Clauses')
        self.choose_document(self.app.find('list', 'Documents'), 'Down')
        self.events.wait_announced(lambda text: text == 'Loading notes…', 60)
        notes = self.app.find('list', 'Notes', timeout=90)
        wait(lambda: any(' of many' in row.get_name() for row in children(notes)), 90, 'the notes')
        self.app.gone('label', 'Loading notes…')
        self.assertEqual(self.app.quit(), 0)
        self.assertEqual(self.app.complaints(), [])


if __name__ == '__main__':
    import tap
    tap.main(Speech, stop_at_first_failure=True)
