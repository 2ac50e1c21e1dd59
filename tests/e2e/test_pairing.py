#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reader's own pairings in a comparison: unpair two clauses, pair one with another by hand, undo and redo, swap the
documents, and find it all again after the program was killed. Then look words up in both versions."""

import glob
import os
import re
import unittest

from harness import App, Session, children, keys, read, states, text_of, wait

PROGRAM = os.environ['GLOSSATOR']
SESSION = Session()


def stored_pairings():
    return ''.join(read(path) for path in glob.glob(SESSION.data + '/glossator/comparisons/*.json'))


class Pairing(unittest.TestCase):
    """The tests run in the order of their names and build on each other, as a session at a desk does."""

    app = None

    def setUp(self):
        if Pairing.app is None:
            Pairing.app = App(SESSION, [PROGRAM])
            Pairing.app.press('Compare 2011 and 2015')
        self.app = Pairing.app

    def run(self, result=None):
        before = len(result.failures) + len(result.errors)
        super().run(result)
        if len(result.failures) + len(result.errors) > before and Pairing.app:
            print(f'--- the window when {self.id()} failed:\n' + Pairing.app.dump(), flush=True)

    def current(self):
        def look():
            rows = self.app.query('list', 'Clauses, old and new')
            return [row.get_name() for row in children(rows) if 'selected' in states(row)] or [''] if rows else ['']
        return wait(look, what='the row')[0]

    def walk_to(self, words):
        """From change to change until one whose row has these words."""
        def is_focused():
            rows = self.app.query('list', 'Clauses, old and new')
            return rows and any('focused' in states(row) for row in children(rows))
        wait(is_focused, what='the comparison')
        place = self.app.find('label', re.compile(r'^\d+ (of|changes)'))
        for _ in range(80):
            if words in self.current():
                return
            before = place.get_name()
            keys('F8')
            wait(lambda: place.get_name() != before, what='the next change')  # pylint: disable=cell-var-from-loop
        raise AssertionError('no change with ' + words)

    def test_1_unpair(self):
        self.walk_to('para. (f)')
        self.assertIn('para. 2 (7)', self.current())
        self.app.choose_in_menu(4)  # after opening and copying each of the two
        wait(lambda: 'Unpaired by you' in self.current(), what='the clause alone')
        self.assertIn('para. 2 (7)', self.current())
        self.assertNotIn('para. (f)', self.current())
        self.app.find('label', 'Clauses unpaired')
        self.assertIn('annex__para_2__item_7', stored_pairings())

    def test_2_pair_with_another(self):
        self.app.choose_in_menu(2)
        field = self.app.field('Search clauses')
        self.app.set_text(field, 'para. (g)')
        clauses = self.app.find('list', 'Clauses of the Other Document')
        wait(lambda: len(children(clauses)) == 1, what='one clause')
        keys('Return')
        wait(lambda: 'Paired by you' in self.current(), what='the clauses paired')
        self.assertIn('para. (g)', self.current())
        self.assertIn('para. 2 (7)', self.current())

    def test_3_undo_and_redo(self):
        keys('ctrl+z')
        wait(lambda: 'Unpaired by you' in self.current(), what='the pairing undone')
        keys('ctrl+z')
        wait(lambda: 'by you' not in self.current() and 'para. (f)' in self.current(), what='all undone')
        keys('ctrl+shift+z')
        wait(lambda: 'Unpaired by you' in self.current(), what='unpaired again')
        keys('ctrl+shift+z')
        wait(lambda: 'Paired by you' in self.current(), what='paired again')

    def test_3b_one_order_of_time(self):
        """What was done last is undone first, be it a note or a pairing."""
        keys('n')
        note = self.app.field('Note')
        wait(lambda: 'focused' in states(note), what='the caret in the note')
        self.app.set_text(note, 'Ours')
        keys('ctrl+Return')
        self.app.gone('text', 'Note')
        wait(lambda: '1 note' in self.current(), what='the note')
        self.app.choose_in_menu(4)
        wait(lambda: 'Unpaired by you' in self.current(), what='the clause alone')

        keys('ctrl+z')
        wait(lambda: 'Paired by you' in self.current(), what='the pairing undone')
        self.app.find('label', 'Undone: Clauses unpaired')
        self.assertIn('1 note', self.current())
        keys('ctrl+z')
        wait(lambda: '1 note' not in self.current(), what='the note undone')
        self.assertIn('Paired by you', self.current())
        self.app.find('label', re.compile('^Undone: .*Note'))
        keys('ctrl+shift+z')
        wait(lambda: '1 note' in self.current(), what='the note again')
        self.app.find('label', re.compile('^Redone: .*Note'))
        keys('ctrl+shift+z')
        wait(lambda: 'Unpaired by you' in self.current(), what='unpaired again')
        keys('ctrl+z', 'ctrl+z')
        wait(lambda: 'Paired by you' in self.current() and '1 note' not in self.current(), what='both undone')

    def test_4_swapped(self):
        self.app.press('Swap Documents')
        wait(lambda: not self.current(), what='the other way round')
        self.walk_to('Paired by you')
        self.assertIn('para. (g)', self.current())
        self.assertIn('para. 2 (7)', self.current())

    def test_5_killed_and_kept(self):
        self.app.kill()
        Pairing.app = self.app = App(SESSION, [PROGRAM])
        self.app.press('Compare 2011 and 2015')
        self.walk_to('Paired by you')
        self.assertIn('para. (g)', self.current())
        self.app.choose_in_menu(6)  # after opening and copying each of the two, unpairing them, and resetting this pairing
        wait(lambda: 'by you' not in self.current(), what='all reset')
        self.assertNotIn('annex__para_2__item_7', stored_pairings())

    def test_6_look_up(self):
        keys('ctrl+f')
        field = self.app.field('Word or phrase')
        self.app.set_text(field, 'INFORMATION weapons')
        self.app.find('label', '1 in A/66/359, 0 in A/69/723')
        places = self.app.find('list', 'Places')
        wait(lambda: len(children(places)) == 1, what='one place')
        self.assertIn('information weapons', children(places)[0].get_name())
        self.app.focus(field)
        keys('Return')
        self.app.gone('list', 'Places')
        wait(lambda: 'para. (b)' in self.current(), what='the row of the place')
        self.app.find('label', '“INFORMATION weapons”: 1 in A/66/359, 0 in A/69/723')

    def test_6b_walk_the_matches(self):
        keys('ctrl+f')
        field = self.app.field('Word or phrase')
        self.assertEqual(text_of(field), 'INFORMATION weapons')
        self.app.set_text(field, 'cooperation')
        self.app.find('label', re.compile(r'^[1-9] in A/66/359, [1-9] in A/69/723$'))
        self.app.focus(field)
        keys('Return')
        self.app.gone('list', 'Places')
        self.app.find('label', re.compile('^“cooperation”: '))
        places = []
        for _ in range(10):
            place = wait(self.current, what='a place')
            if place in places:
                break
            places.append(place)
            keys('ctrl+g')
            wait(lambda: self.current() != place, what='the next place')  # pylint: disable=cell-var-from-loop
        self.assertEqual(self.current(), places[0])
        self.assertGreater(len(places), 1)
        keys('ctrl+shift+g')
        wait(lambda: self.current() == places[-1], what='the place before')
        self.app.press('Stop Marking Matches')
        self.app.gone('label', re.compile('^“cooperation”: '))

    def test_7_close(self):
        self.assertEqual(self.app.quit(), 0)
        self.assertEqual(self.app.complaints(), [])


if __name__ == '__main__':
    import tap
    tap.main(Pairing, stop_at_first_failure=True)
