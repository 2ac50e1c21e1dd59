#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks every control of the library and the reader: the documents, the text with notes, the notes pane and a note that is
written, the find bar, the menus, two languages side by side, and what the reader's dialogs ask."""

import os
import re
import subprocess

from harness import Session, children, keys, states, wait
from walking import WalkCase

PROGRAM = os.environ['GLOSSATOR']
CLI = os.environ['GLOSSATOR_CLI']
SESSION = Session()
EIGHT = 'All States must play the same role'
NOTES = [
    ('A/69/723', 'annex__para_2__item_7', '--quote=in the offline environment', '--color=yellow'),
    ('A/69/723', 'annex__para_2__item_8', '--note=Our position', '--tag=law/water', '--tag=position', '--color=green'),
    ('A/69/723', 'annex__para_2__item_8', '--quote=same role', '--note=On the words', '--color=red'),
    ('A/69/723@zh', 'annex__para_2__item_8', '--note=我们的立场', '--color=blue'),
]


class Reading(WalkCase):
    @classmethod
    def setUpClass(cls):
        for note in NOTES:
            subprocess.run([CLI, 'annotate', *note], check=True, timeout=120, stdout=subprocess.DEVNULL)
        cls.start(SESSION, PROGRAM)

    def test_1_reader_and_library(self):
        self.go_to(EIGHT)
        self.place('reader', least=40)

    def test_2_find_bar(self):
        self.focus_list('Clauses')
        keys('ctrl+f')
        self.app.set_text(self.app.field('Find in the text'), 'States')
        self.app.find('label', re.compile(r'^\d+ of \d+$'))
        self.place('find bar', least=20)
        self.app.focus(self.app.field('Find in the text'))
        keys('Escape')
        self.app.gone('entry', 'Find in the text')

    def test_3_menus(self):
        self.menu('main menu', 'F10')
        self.go_to(EIGHT)
        self.menu('menu of a clause', 'shift+F10')
        for name in ('Document Menu', 'Color of Highlights', 'Filter by Tag'):
            self.popover(name)

    def test_4_note_editor(self):
        self.go_to(EIGHT)
        keys('ctrl+n')
        note = self.app.field('Note')
        wait(lambda: 'focused' in states(note), what='the caret in the new note')
        self.place('note editor', least=25)
        self.app.focus(self.app.field('Note'))
        keys('Escape')

    def test_5_dialogs(self):
        self.go_to(EIGHT)
        self.dialog('export notes', 'ctrl+e')
        self.app.focus(self.app.find('toggle button', 'Document Menu'))
        keys('space')
        self.app.press('About This Document', 'menu item')
        self.dialog('about the document')

    def test_6_keep_a_tag(self):
        self.go_to(EIGHT)
        keys('ctrl+k')
        self.app.find('label', 'Highlights are tagged')
        self.place('keep a tag', least=20)
        self.focus_list('Clauses')
        keys('ctrl+k')

    def test_7_parallel(self):
        self.go_to(EIGHT)
        keys('ctrl+shift+l')
        wait(lambda: any(row.get_name().startswith('English: ') for row in children(self.app.find('list', 'Clauses'))),
             what='both languages')
        self.focus_list('Clauses')
        self.place('parallel reading', least=25)
        self.popover('Document Menu')


if __name__ == '__main__':
    import tap
    tap.main(Reading)
