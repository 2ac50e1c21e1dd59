#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks every control of what is seen now and then: what is said of documents and notes that can't be read, the reader
without its notes, a note that is put in its place, the note that a tag was deleted, the pages in a narrow window, and the
way into the print dialog and back."""

import json
import os
import re
import subprocess

from harness import Session, children, keys, states, wait, xdo
from walking import WalkCase

PROGRAM = os.environ['GLOSSATOR']
CLI = os.environ['GLOSSATOR_CLI']
SESSION = Session()
DATA = os.path.join(SESSION.data, 'glossator')
ADDRESS = 'https://undocs.org/en/A/69/723'
TO_BE_PLACED = {
    'id': 'open', 'created': '2026-01-01T00:00:00Z', 'updated': '2026-01-01T00:00:00Z', 'user': 'acct:d@hypothes.is',
    'uri': ADDRESS, 'text': 'The note to be placed', 'tags': [],
    'target': [{'source': ADDRESS, 'selector': [{'type': 'TextQuoteSelector', 'exact': 'information security'}]}],
}
NOTES = [
    ('A/69/723', 'annex__para_2__item_7', '--note=On the offline world', '--tag=law', '--color=yellow'),
    ('A/69/723', 'annex__para_2__item_8', '--note=Our position', '--tag=position', '--color=green'),
]


def write(folder, name, text):
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, name)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    return path


class Seldom(WalkCase):
    @classmethod
    def setUpClass(cls):
        for note in NOTES:
            subprocess.run([CLI, 'annotate', *note], check=True, timeout=120, stdout=subprocess.DEVNULL)
        write(os.path.join(DATA, 'documents'), 'torn.xml', '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">')
        write(os.path.join(DATA, 'annotations'), 'A_66_359.json', '{"type":')
        cls.start(SESSION, PROGRAM, 'A/66/359')

    def resize(self, width, height):
        xdo('windowsize', self.app.xid(), width, height)
        wait(lambda: self.app.window.get_extents(1).width < width + 100, what='the size of the window')

    def test_1_a_document_that_cannot_be_read(self):
        label = self.app.find('label', '1 document can’t be read')
        banner = label.get_parent()
        while self.app.query('button', root=banner) is None:
            banner = banner.get_parent()
        self.app.focus(self.app.find('button', root=banner))
        keys('space')
        self.dialog('documents that can’t be read', least=1)

    def test_2_notes_that_cannot_be_read(self):
        self.app.find('label', re.compile('^Notes on A/66/359 could not be read'))
        self.focus_list('Clauses')
        self.place('notes that could not be read', least=20)

    def test_3_without_notes(self):
        subprocess.run([PROGRAM, 'A/69/723'], check=True, timeout=120)
        wait(lambda: len(children(self.app.find('list', 'Notes'))) == 2, what='the notes on A/69/723')
        self.focus_list('Clauses')
        keys('F9')
        self.app.gone('list', 'Notes')
        self.place('reader without notes', least=15)
        self.focus_list('Clauses')
        keys('F9')
        self.app.find('list', 'Notes')

    def open_row(self):
        """The row of the note to be placed."""
        notes = self.app.query('list', 'Notes')
        return notes and next((note for note in children(notes) if 'To be placed' in note.get_name()), None)

    def test_4_placing(self):
        path = write(SESSION.home, 'open.json', json.dumps({'rows': [TO_BE_PLACED], 'total': 1}))
        subprocess.run([PROGRAM, path], check=True, timeout=120)
        self.app.press('Import')
        self.app.gone('button', 'Import')
        wait(self.open_row, what='the note to be placed')
        self.focus_list('Notes')
        keys('End')
        wait(lambda: 'focused' in states(self.open_row()), what='the note to be placed focused')
        self.app.focus(self.app.find('button', 'Place…', root=self.open_row()))
        keys('space')
        by_selecting = self.app.find('button', re.compile('^Place by Selecting'))
        self.app.find('label', re.compile('places fit$'))
        self.place('places that fit', self.app.find('dialog'), least=4)
        self.app.focus(by_selecting)
        keys('Return')
        here = self.app.find('button', 'Place Here')
        self.go_to('All States must play the same role')
        self.place('placing by selecting', least=15)
        self.app.focus(here)
        keys('Escape')
        self.app.gone('button', 'Place Here')
        wait(lambda: self.app.focused().get_role_name() == 'list item', what='the focus in the text')

    def test_5_print(self):
        """The dialog is GTK's own; the way in and back is ours."""
        self.focus_list('Clauses')
        row = self.app.focused()
        keys('ctrl+p')
        self.app.find('button', 'Print')
        keys('Escape')
        self.app.gone('button', 'Print')
        wait(lambda: self.app.focused() == row, what='the focus where it was')

    def test_6_a_tag_is_deleted(self):
        keys('ctrl+shift+t')
        self.focus_list('Tags')
        keys('Home')
        tag = children(self.app.find('list', 'Tags'))[0]
        wait(lambda: 'focused' in states(tag), what='the first tag')
        keys('Delete')
        self.app.find('button', 'Undo')
        self.place('a tag was deleted', least=8)
        keys('ctrl+z')
        wait(lambda: len(children(self.app.find('list', 'Tags'))) == 2, what='both tags')

    def test_7_narrow_pages(self):
        self.resize(400, 640)
        self.place('narrow tags', least=5)
        keys('ctrl+shift+f')
        wait(lambda: len(children(self.app.find('list', 'All Notes'))) >= 3, what='the notes')
        self.place('narrow notes', least=8)
        keys('alt+Left', 'alt+Left')
        self.app.find('list', 'Clauses')
        self.place('narrow reader', least=8)


if __name__ == '__main__':
    import tap
    tap.main(Seldom)
