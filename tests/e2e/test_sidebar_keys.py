#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of the page that is shown work from the list of documents beside it as well: those of the reader, of all notes,
of tags and of a comparison. In a dialog they do nothing behind it."""

import os
import re
import subprocess
import unittest

from harness import App, Session, children, keys, states, wait, xdo

PROGRAM = os.environ['GLOSSATOR']
CLI = os.environ['GLOSSATOR_CLI']
SESSION = Session()
LIST = 'Clauses, old and new'


class SidebarKeys(unittest.TestCase):
    """In the order of their names, in one window."""

    app = None

    @classmethod
    def setUpClass(cls):
        subprocess.run([CLI, 'annotate', 'A/69/723', 'annex__para_2__item_7', '--note=Ours', '--tag=law'], check=True, timeout=120,
                       stdout=subprocess.DEVNULL)
        cls.app = App(SESSION, [PROGRAM])

    @classmethod
    def tearDownClass(cls):
        if cls.app is not None and cls.app.process.poll() is None:
            cls.app.kill()

    def tearDown(self):
        self.assertEqual(self.app.complaints(), [])

    def run(self, result=None):
        before = len(result.failures) + len(result.errors)
        super().run(result)
        if len(result.failures) + len(result.errors) > before and self.app:
            print(f'--- the window when {self.id()} failed:\n' + self.app.dump(), flush=True)

    def to_sidebar(self):
        self.app.focus(wait(lambda: next((row for row in children(self.app.find('list', 'Documents'))
                                          if 'selected' in states(row)), None) or children(self.app.find('list', 'Documents'))[0],
                            what='a document'))

    def leads_to(self, key, name):
        """From the list of documents, the key puts the caret into a field."""
        self.to_sidebar()
        keys(key)
        wait(lambda: 'focused' in states(self.app.field(name)), what=f'{key}: {name}')

    def changes(self, key, look):
        """From the list of documents, the key changes what is seen."""
        self.to_sidebar()
        before = look()
        keys(key)
        wait(lambda: look() != before, what=f'{key} to change {before}')

    def place(self):
        """The change of the comparison that is shown, as the header says it."""
        return self.app.find('label', re.compile(r'^\d+ (of|changes)')).get_name()

    def checked(self, name):
        return 'checked' in states(self.app.find('toggle button', name)) or 'pressed' in states(self.app.find('toggle button', name))

    def test_1_reader(self):
        self.app.find('list', 'Clauses')
        self.leads_to('ctrl+f', 'Find in the text')
        keys('Escape')
        self.app.gone('entry', 'Find in the text')
        self.leads_to('ctrl+g', 'Find in the text')
        keys('Escape')
        self.app.gone('entry', 'Find in the text')

    def test_2_all_notes(self):
        keys('ctrl+shift+f')
        wait(lambda: 'focused' in states(self.app.field('Search all notes')), what='all notes')
        self.leads_to('ctrl+f', 'Search all notes')

    def test_3_tags(self):
        keys('ctrl+shift+t')
        self.app.find('list', 'Tags')
        self.leads_to('ctrl+f', 'Search tags')

    def test_4_comparison(self):
        self.app.press('Compare 2011 and 2015')
        wait(lambda: any('focused' in states(row) for row in children(self.app.find('list', LIST))), what='the comparison')
        self.changes('F8', self.place)
        self.changes('alt+Down', self.place)
        self.changes('shift+F8', self.place)
        self.changes('ctrl+r', lambda: self.checked('Redline in One Column'))
        self.changes('ctrl+r', lambda: self.checked('Redline in One Column'))
        self.leads_to('ctrl+n', 'Note')
        keys('Escape')
        self.app.gone('text', 'Note')

    def test_5_not_behind_a_dialog(self):
        self.leads_to('ctrl+f', 'Word or phrase')
        before = self.place(), self.checked('Redline in One Column')
        keys('ctrl+r', 'F8', 'ctrl+f')
        self.app.set_text(self.app.field('Word or phrase'), 'cooperation')
        self.app.find('label', re.compile(r'^[1-9] in A/66/359, [1-9] in A/69/723$'))
        self.assertEqual(len(self.app.query_all('dialog')), 1)
        self.assertEqual((self.place(), self.checked('Redline in One Column')), before)
        keys('Escape')
        self.app.gone('dialog')

    def test_6_alone(self):
        """Where there is room for the list of documents only, Ctrl+F leads to the page and searches there."""
        xdo('windowsize', self.app.xid(), 360, 640)
        keys('F10')  # the menu is with the documents
        self.app.find('menu item', 'Preferences')
        keys('Escape')
        self.app.gone('menu item', 'Preferences')
        self.app.gone('list', LIST)
        self.leads_to('ctrl+f', 'Word or phrase')
        keys('Escape')
        self.app.gone('dialog')
        self.app.find('list', LIST)


if __name__ == '__main__':
    import tap
    tap.main(SidebarKeys, stop_at_first_failure=True)
