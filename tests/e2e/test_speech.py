#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader has to say: it is told of the focus and of announcements on the bus, and makes its speech of the role,
the name and the states of what has the focus. Reading, a clause with notes, results of a search, a change, a toast."""

import os
import re
import subprocess
import unittest

from harness import App, Session, children, keys, states, wait, walk
from walking import Events

PROGRAM = os.environ['GLOSSATOR']
CLI = os.environ['GLOSSATOR_CLI']
SESSION = Session()
EIGHT = 'All States must play the same role'
NOTES = [
    ('A/69/723', 'annex__para_2__item_8', '--note=Our position', '--tag=law', '--color=green'),
    ('A/69/723', 'annex__para_2__item_8', '--quote=same role', '--note=On the words', '--color=red'),
    ('A/66/359', 'annex__sec_2__item_a', '--note=The Charter first', '--tag=peace', '--color=red'),
]


class Speech(unittest.TestCase):
    """The tests run in the order of their names and build on each other, as a session at a desk does."""

    @classmethod
    def setUpClass(cls):
        for note in NOTES:
            subprocess.run([CLI, 'annotate', *note], check=True, timeout=30, stdout=subprocess.DEVNULL)
        cls.app = App(SESSION, [PROGRAM])
        cls.events = Events()

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
        found = self.events.wait(focused, 10)
        self.assertIsNotNone(found, f'{key}: {heard}')
        return found

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


if __name__ == '__main__':
    import tap
    tap.main(Speech, stop_at_first_failure=True)
