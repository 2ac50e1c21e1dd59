#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in Arabic: what comes first stands at the right, and each document keeps its own direction, an English one in
the Arabic window and an Arabic one beside it."""

import gettext
import os
import subprocess
import unittest

from harness import WINDOW_COORDS, App, Session, children, keys, states, wait, walk

PROGRAM = os.environ['GLOSSATOR']
CATALOGS = os.environ['GLOSSATOR_LOCALEDIR']
SESSION = Session()
ARABIC = """(1) تتعهد كل دولة باحترام ميثاق الأمم المتحدة ومبادئ القانون الدولي المعترف بها عالميا.

(2) لا تستخدم تكنولوجيات المعلومات والاتصالات في أنشطة تتنافى مع صون السلم والأمن الدوليين.
"""


def make_locale():
    """Few machines have the locale; the C library makes one in a moment. FALSE: not here."""
    folder = os.path.join(SESSION.home, 'locales')
    os.makedirs(folder)
    try:
        subprocess.run(['localedef', '-i', 'ar_EG', '-f', 'UTF-8', folder + '/ar_EG.UTF-8'], check=False,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except FileNotFoundError:
        return False
    os.environ.update(LOCPATH=folder, LC_ALL='ar_EG.UTF-8', LANGUAGE='ar')
    return os.path.isdir(folder + '/ar_EG.UTF-8')


HAS_LOCALE = make_locale()


class RightToLeft(unittest.TestCase):
    def setUp(self):
        if not HAS_LOCALE:
            self.skipTest('the Arabic locale can not be made here')
        self.translate = gettext.translation('glossator', CATALOGS, ['ar']).gettext
        self.file = os.path.join(SESSION.home, 'code.txt')
        with open(self.file, 'w', encoding='utf-8') as file:
            file.write(ARABIC)

    def run(self, result=None):
        self.app = None
        before = len(result.failures) + len(result.errors)
        super().run(result)
        if self.app is not None:
            if len(result.failures) + len(result.errors) > before:
                print(f'--- the window when {self.id()} failed:\n' + self.app.dump(), flush=True)
            self.app.process.terminate()
            self.app.process.wait(60)

    def start(self, *arguments):
        self.app = App(SESSION, [PROGRAM, *arguments])

    def find(self, role, text):
        """What has this English text, in Arabic."""
        name = self.translate(text)
        assert name != text, f'not translated: {text}'
        return self.app.find(role, name)

    def begins_at_left(self, row):
        """Whether the clause keeps more room free at the left of its text: there stands its label."""
        text = next(n for n in walk(row) if n.get_role_name() == 'label' and n.get_name())
        inner, outer = text.get_extents(WINDOW_COORDS), row.get_extents(WINDOW_COORDS)
        return inner.x - outer.x > outer.x + outer.width - inner.x - inner.width

    def clause(self, beginning):
        def row():
            clauses = self.app.query('list', self.translate('Clauses'))
            return clauses and next((r for r in children(clauses) if r.get_name().startswith(beginning)), None)
        return wait(row, what=f'the clause {beginning}')

    def middle(self, node):
        area = node.get_extents(WINDOW_COORDS)
        return area.x + area.width / 2

    def test_1_order(self):
        """Documents, text and notes stand from right to left; the clauses of an English text from left to right."""
        self.start()
        documents = self.find('list', 'Documents')
        clauses = self.find('list', 'Clauses')
        search = wait(lambda: next((n for n in walk(self.app.root) if n.get_name() == self.translate('Search notes')
                                    and 'showing' in states(n)), None), what='the search for notes')
        self.assertGreater(self.middle(documents), self.middle(clauses))
        self.assertGreater(self.middle(clauses), self.middle(search))

        keys('ctrl+f')
        entry = self.app.field(self.translate('Find in the text'))
        self.app.set_text(entry, 'All States must play')
        row = self.clause('(8)')
        wait(lambda: 'selected' in states(row), what='the clause (8) chosen')
        self.assertTrue(self.begins_at_left(row))
        self.assertEqual(self.app.complaints(), [])

    def test_2_arabic_text(self):
        """A plain text does not say that it is Arabic: its letters do, and the labels stand at the right."""
        self.start(self.file)
        self.assertFalse(self.begins_at_left(self.clause('(1)')))
        self.assertEqual(self.app.complaints(), [])

    def test_3_arabic_text_in_an_english_window(self):
        os.environ.update(LC_ALL='C.UTF-8', LANGUAGE='en')
        self.addCleanup(os.environ.update, LC_ALL='ar_EG.UTF-8', LANGUAGE='ar')
        self.start(self.file)
        rows = self.app.find('list', 'Clauses')
        row = wait(lambda: next(iter(children(rows)), None), what='a clause')
        self.assertFalse(self.begins_at_left(row))
        self.assertLess(self.middle(self.app.find('list', 'Documents')), self.middle(rows))

    def test_4_back(self):
        """The arrow that points back in an Arabic window goes back, and so does the one that does in others."""
        for key in ('alt+Right', 'alt+Left'):
            if self.app is None:
                self.start()
            self.find('list', 'Clauses')
            keys('ctrl+shift+f')
            self.app.field(self.translate('Search all notes'))
            keys(key)
            self.app.gone('text', self.translate('Search all notes'))
            self.find('list', 'Clauses')


if __name__ == '__main__':
    import tap
    tap.main(RightToLeft)
