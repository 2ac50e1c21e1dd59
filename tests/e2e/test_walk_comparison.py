#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks every control of a comparison: in columns and in one column, folded and unfolded, with the list of changes and the
summary, the menus, a note on a change, words that are looked up, notes carried over, the export, and a
clause that is paired by hand."""

import os
import re
import subprocess

from harness import Session, children, keys, states, wait, xdo
from walking import WalkCase

PROGRAM = os.environ['GLOSSATOR']
CLI = os.environ['GLOSSATOR_CLI']
SESSION = Session()
NOTES = [
    ('A/66/359', 'annex, para. (f)', '--note=Rights were rewritten', '--tag=rights'),
    ('A/66/359', 'annex, para. (a)', '--quote=Charter', '--note=The Charter first'),
    ('A/69/723', 'annex__para_2__item_8', '--note=Our position', '--tag=position'),
]
LIST = 'Clauses, old and new'


class Comparing(WalkCase):
    @classmethod
    def setUpClass(cls):
        for note in NOTES:
            subprocess.run([CLI, 'annotate', *note], check=True, timeout=120, stdout=subprocess.DEVNULL)
        cls.start(SESSION, PROGRAM)
        cls.app.press('Compare 2011 and 2015')
        rows = cls.app.find('list', LIST)
        wait(lambda: any('focused' in states(row) for row in children(rows)), what='a row focused')

    def walk_to(self, words):
        self.focus_list(LIST)
        keys('Home')
        for _ in range(80):
            row = wait(lambda: next((row for row in children(self.app.find('list', LIST)) if 'focused' in states(row)), None),
                       what='a row')
            if words in row.get_name():
                return
            keys('F8')
            wait(lambda: 'focused' not in states(row), what='the next change')  # pylint: disable=cell-var-from-loop
        self.fail('no change with ' + words)

    def test_1_columns(self):
        self.walk_to('para. (f)')
        self.place('comparison in columns', least=25)

    def selected(self, rows):
        return [row.get_name() for row in children(rows) if 'selected' in states(row)]

    def move_over(self, row):
        """The pointer comes to lie on a row."""
        self.app.settle(row)
        x, y, width, height = self.app.rect(row)
        for step in (0, 2):
            xdo('mousemove', '--window', self.app.xid(), x + width // 2, y + height // 2 + step)
        self.app.settle(row)  # by then the program has been told

    def test_1b_a_pointer_marks_no_change(self):
        """The list of changes marks where the reader is, whatever the pointer lies on; a click goes there."""
        self.walk_to('para. (f)')
        changes = self.app.find('list', 'Changes')
        here = wait(lambda: self.selected(changes), what='where the reader is')
        self.assertIn('para. (f)', here[0])
        other = next(row for row in children(changes) if row.get_name() not in here and self.app.rect(row)[1] > 300)
        self.move_over(other)
        xdo('mousemove', 300, 780)
        self.assertEqual(self.selected(changes), here)
        self.app.mouse_click(other)
        wait(lambda: self.selected(changes) == [other.get_name()], what='the change that was clicked')
        wait(lambda: self.selected(self.app.find('list', LIST)) == [other.get_name()], what='its row')

    def test_2_menus(self):
        self.walk_to('para. (f)')
        self.menu('menu of a change', 'shift+F10')
        self.popover('Comparison Menu')
        self.choices(re.compile('^A/66/359 English'))

    def test_3_one_column_unfolded(self):
        self.walk_to('para. (f)')
        keys('ctrl+r', 'ctrl+u')
        self.place('comparison in one column', least=20)
        self.focus_list(LIST)
        keys('ctrl+r', 'ctrl+u')

    def test_4_summary(self):
        tab = self.app.find('page tab', 'Summary')
        self.app.click(tab) if tab.get_n_actions() else self.app.mouse_click(tab)
        self.app.gone('list', 'Changes')  # until then its rows are walked, which lose their names meanwhile
        self.place('summary', least=15)

    def test_5_dialogs(self):
        self.walk_to('para. (f)')
        keys('n')
        note = self.app.field('Note')
        wait(lambda: 'focused' in states(note), what='the caret in the note')
        self.dialog('note on a change', least=3)
        self.walk_to('para. (f)')
        keys('ctrl+f')
        self.app.set_text(self.app.field('Word or phrase'), 'rights')
        places = self.app.find('list', 'Places')
        wait(lambda: len(children(places)) > 3, what='the places')
        self.move_over(children(places)[2])
        self.assertEqual(self.selected(places), [])
        self.dialog('look up', least=3)
        self.walk_to('para. (f)')
        self.dialog('export of the comparison', 'ctrl+e', least=4)
        self.walk_to('para. (f)')
        self.dialog('carry notes over', 'ctrl+shift+o', least=4)

    def test_6_pairing(self):
        self.walk_to('para. (f)')
        self.app.choose_in_menu(4)
        self.app.find('label', 'Clauses unpaired')
        self.app.choose_in_menu(2)
        clauses = self.app.find('list', 'Clauses of the Other Document')
        wait(lambda: len(children(clauses)) > 8, what='the clauses to choose from')
        xdo('mousemove', 640, 400)  # a pointer that lies there takes no part
        self.focus_list('Clauses of the Other Document')
        keys('Down')
        wait(lambda: 'focused' in states(children(clauses)[1]), what='one clause further down')
        self.assertEqual([row.get_name() for row in children(clauses) if 'selected' in states(row)], [])
        self.dialog('pair with', called='Pair With', least=10)

    def test_7_narrow(self):
        xdo('windowsize', self.app.xid(), '400', '640')
        wait(lambda: self.app.window.get_extents(1).width < 500, what='a narrow window')
        self.focus_list(LIST)
        self.place('narrow comparison', least=10)


if __name__ == '__main__':
    import tap
    tap.main(Comparing)
