#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks every control of what is for many notes: the page of all notes with its filters, a selection and its dialogs, the
page of tags with its dialogs, the import of a file with notes that are there already or to be placed, and the export."""

import json
import os
import subprocess

from harness import Session, children, keys, states, wait
from walking import WalkCase

PROGRAM = os.environ['GLOSSATOR']
CLI = os.environ['GLOSSATOR_CLI']
SESSION = Session()
ADDRESS = 'https://undocs.org/en/A/69/723'
NOTES = [
    ('A/69/723', 'annex__para_2__item_7', '--note=On the offline world', '--tag=law', '--color=yellow'),
    ('A/69/723', 'annex__para_2__item_8', '--note=Our position', '--tag=law/water', '--tag=position', '--color=green'),
    ('A/66/359', 'annex__sec_2__item_a', '--note=The Charter first', '--tag=peace', '--color=red'),
]


def row(id_, note, quotation):
    """One annotation as Hypothesis exports it."""
    return {'id': id_, 'created': '2026-01-01T00:00:00Z', 'updated': '2026-01-01T00:00:00Z', 'user': 'acct:d@hypothes.is',
            'uri': ADDRESS, 'text': note, 'tags': [], 'target': [
                {'source': ADDRESS, 'selector': [{'type': 'TextQuoteSelector', 'exact': quotation}]}]}


FIRST = row('first', 'The first note', 'All States must play the same role')
OPEN = row('open', 'The note to be placed', 'information security')
NOWHERE = row('nowhere', 'Of another text', 'words that stand in no document at all')


class Notes(WalkCase):
    @classmethod
    def setUpClass(cls):
        for note in NOTES:
            subprocess.run([CLI, 'annotate', *note], check=True, timeout=120, stdout=subprocess.DEVNULL)
        cls.start(SESSION, PROGRAM)

    def open_file(self, name, *rows):
        path = os.path.join(SESSION.home, name)
        with open(path, 'w', encoding='utf-8') as file:
            json.dump({'rows': rows, 'total': len(rows)}, file)
        subprocess.run([PROGRAM, path], check=True, timeout=120)

    def all_notes(self):
        keys('ctrl+shift+f')
        wait(lambda: 'focused' in states(self.app.field('Search all notes')), what='the search of all notes')

    def test_1_all_notes(self):
        self.app.find('list', 'Documents')
        self.all_notes()
        wait(lambda: len(children(self.app.find('list', 'All Notes'))) >= 3, what='the notes')
        self.place('all notes', least=15)
        self.popover('Sorting and Selection')
        self.popover('Date: Any Date')
        self.choices('Any Tag')
        self.choices('Any Color')

    def test_2_selection(self):
        self.all_notes()
        keys('Return', 'ctrl+a')
        self.app.find('label', '3 selected')
        self.place('a selection of notes', least=15)
        self.focus_list('All Notes')
        self.dialog('tags for many notes', 'ctrl+t')
        self.dialog('export of notes', 'ctrl+e', least=5)

    def test_3_nothing_found(self):
        self.all_notes()
        self.app.set_text(self.app.field('Search all notes'), 'nothing like that')
        self.app.find('label', 'No Notes Found')
        self.place('no notes found', least=5)
        self.app.set_text(self.app.field('Search all notes'), '')

    def test_4_tags(self):
        keys('ctrl+shift+t')
        self.app.find('list', 'Tags')
        self.place('tags', least=10)
        self.popover('Tags Menu')
        for name, key in (('rename a tag', 'F2'), ('merge a tag', 'ctrl+m'), ('color and description', 'alt+Return')):
            self.focus_list('Tags')
            keys('End', 'Home')
            tag = children(self.app.find('list', 'Tags'))[0]
            wait(lambda: 'focused' in states(tag), what='the first tag')  # pylint: disable=cell-var-from-loop
            if 'selected' not in states(tag):
                keys('space')
                wait(lambda: 'selected' in states(tag), what='the tag selected')  # pylint: disable=cell-var-from-loop
            self.dialog(name, key)
        self.focus_list('Tags')
        self.menu('menu of a tag', 'shift+F10')

    def test_5_import(self):
        self.open_file('first.json', FIRST)
        self.app.press('Import')
        self.app.gone('button', 'Import')
        self.open_file('second.json', FIRST, OPEN, NOWHERE)
        self.app.find('button', 'Import')
        wait(lambda: self.app.query('label', 'To be placed'), what='what would come in')
        self.place('import', self.app.find('dialog'), least=2)
        self.app.press('Import')
        self.app.gone('button', 'Import')


if __name__ == '__main__':
    import tap
    tap.main(Notes)
