#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever is laid out in a file of src/ui is walked somewhere: a page or dialog that is added must be added to a walk."""

import os
import re
import unittest
import xml.etree.ElementTree as ElementTree

HERE = os.path.dirname(os.path.abspath(__file__))
UI = os.path.join(HERE, '..', '..', 'src', 'ui')

# file -> the test that walks it and what it calls the place; None where there is nothing in it to be walked.
PLACES = {
    'gloss-all-notes-card': ('walk_notes', 'all notes'),
    'gloss-all-notes-page': ('walk_notes', 'all notes'),
    'gloss-carry-over-dialog': ('walk_comparison', 'carry notes over'),
    'gloss-carry-over-row': ('walk_comparison', 'carry notes over'),
    'gloss-change-note-dialog': ('walk_comparison', 'note on a change'),
    'gloss-clause-row': ('walk_reading', 'reader'),
    'gloss-comparison-documents-dialog': ('walk_large_text', 'documents of the comparison'),
    'gloss-comparison-list': ('walk_comparison', 'comparison in columns'),
    'gloss-comparison-look-up-dialog': ('walk_comparison', 'look up'),
    'gloss-comparison-pairing-dialog': ('walk_comparison', 'pair with'),
    'gloss-comparison-pane': ('walk_comparison', 'summary'),
    'gloss-comparison-view': ('walk_comparison', 'comparison in columns'),
    'gloss-document-dialog': ('walk_reading', 'about the document'),
    'gloss-document-list': ('walk_reading', 'reader'),
    'gloss-export-dialog': ('walk_notes', 'export of notes'),
    'gloss-find-bar': ('walk_reading', 'find bar'),
    'gloss-help-dialog': ('walk_dialogs', 'help'),
    'gloss-import-dialog': ('walk_notes', 'import'),
    'gloss-loading-bar': None,
    'gloss-note-editor': ('walk_reading', 'note editor'),
    'gloss-note-filter-date': ('walk_notes', 'Date: Any Date'),
    'gloss-note-row': ('walk_reading', 'reader'),
    'gloss-notes-pane': ('walk_reading', 'reader'),
    'gloss-parallel-row-widget': ('walk_reading', 'parallel reading'),
    'gloss-placing-bar': ('walk_seldom', 'placing by selecting'),
    'gloss-placing-dialog': ('walk_seldom', 'places that fit'),
    'gloss-preferences-dialog': ('walk_dialogs', 'preferences'),
    'gloss-reader-page': ('walk_reading', 'reader'),
    'gloss-reader-view': ('walk_reading', 'reader'),
    'gloss-tag-editor': ('walk_reading', 'note editor'),
    'gloss-tag-row': ('walk_notes', 'tags'),
    'gloss-tags-page': ('walk_notes', 'tags'),
    'gloss-welcome-dialog': ('walk_dialogs', 'welcome'),
    'gloss-window': ('walk_reading', 'reader'),
    'help-overlay': ('walk_dialogs', 'shortcuts'),
    'shortcuts-dialog': ('walk_dialogs', 'shortcuts'),
}

# What can be walked: none of these may stand in a file that is not.
CONTROL = re.compile(r'Button|Entry|Row|List|Text|Switch|Scale|DropDown|FlowBox')


class Table(unittest.TestCase):
    def test_every_file_has_its_place(self):
        files = {name.removesuffix('.ui') for name in os.listdir(UI) if name.endswith('.ui')}
        self.assertEqual(files, set(PLACES))

    def test_every_place_is_walked(self):
        for walk, place in filter(None, PLACES.values()):
            with open(os.path.join(HERE, f'test_{walk}.py'), encoding='utf-8') as file:
                self.assertRegex(file.read(), rf"\b(place|dialog|popover)\('{re.escape(place)}'", walk)

    def test_nothing_else_can_be_walked(self):
        for name in (name for name, place in PLACES.items() if place is None):
            classes = [node.get('class') for node in ElementTree.parse(os.path.join(UI, name + '.ui')).iter('object')]
            self.assertGreater(len(classes), 0, name)
            self.assertEqual([c for c in classes if CONTROL.search(c)], [], name)


if __name__ == '__main__':
    import tap
    tap.main(Table)
