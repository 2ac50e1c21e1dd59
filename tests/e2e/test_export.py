#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A comparison saved from the window in each format: the file is the one that the command line writes. Saving is given up,
and tried where nothing can be written."""

import os
import re
import subprocess
import unittest
import zipfile

from harness import App, Session, children, keys, states, text_of, type_ascii, wait

PROGRAM = os.environ['GLOSSATOR']
CLI = os.environ['GLOSSATOR_CLI']
SESSION = Session()
FOLDER = SESSION.home + '/saved'
FORMATS = [
    ('Markdown', 'md', ['--format=markdown']),
    ('Web page (HTML)', 'html', ['--format=html', '--notes']),
    ('Spreadsheet (CSV)', 'csv', ['--format=csv', '--notes']),
    ('Plain text', 'txt', ['--format=text']),
    ('Data for programs (JSON)', 'json', ['--format=json']),
    ('Word document', 'docx', ['--format=docx']),
    ('PDF', 'pdf', None),
]


def content_of(path):
    """Of a Word document its parts, for the archive itself bears the time."""
    if path.endswith('.docx'):
        with zipfile.ZipFile(path) as archive:
            return {name: re.sub(rb'\d{4}-\d\d-\d\dT[\d:.]+Z', b'TIME', archive.read(name)) for name in archive.namelist()}
    with open(path, 'rb') as file:
        return file.read()


class Exporting(unittest.TestCase):
    """The tests run in the order of their names and build on each other."""

    app = None

    def setUp(self):
        if Exporting.app is None:
            os.makedirs(FOLDER)
            for document, clause, note in (('A/66/359', 'annex, para. (f)', 'Rights were rewritten; "quoted", =1+1'),
                                           ('A/69/723', 'annex__para_2__item_8', 'Our position: 立场')):
                subprocess.run([CLI, 'annotate', document, clause, '--note=' + note, '--tag=position'], check=True,
                               stdout=subprocess.DEVNULL)
            Exporting.app = App(SESSION, [PROGRAM])
            Exporting.app.press('Compare 2011 and 2015')
        self.app = Exporting.app

    def run(self, result=None):
        before = len(result.failures) + len(result.errors)
        super().run(result)
        if len(result.failures) + len(result.errors) > before and Exporting.app:
            print(f'--- the window when {self.id()} failed:\n' + Exporting.app.dump(), flush=True)

    # Helpers

    def open(self):
        comparison = self.app.find('list', 'Clauses, old and new')
        wait(lambda: any('focused' in states(row) for row in children(comparison)), what='the focus in the comparison')
        keys('ctrl+e')
        self.app.find('text', 'Preview of the file')

    def choose_format(self, position, name):
        self.app.focus(self.app.find('combo box', 'Format'))
        keys('space')
        self.app.find('label', FORMATS[-1][0])
        wait(lambda: self.app.focused().get_role_name() == 'list item', what='the list of formats')
        keys('Home', *['Down'] * position, 'Return')
        wait(lambda: self.app.query('label', name, self.app.find('combo box', 'Format')), what='the format')

    def ask_for_file(self):
        self.app.press(re.compile('^Save'))
        self.app.find('button', 'Save')  # of the file dialog: the one of ours has dots

    def name_file(self, path):
        keys('ctrl+a')
        type_ascii(path)
        keys('Return')

    # The session

    def test_1_each_format(self):
        for position, (name, suffix, options) in enumerate(FORMATS):
            with self.subTest(name):
                path = f'{FOLDER}/window.{suffix}'
                self.open()
                self.choose_format(position, name)
                self.ask_for_file()
                self.name_file(path)
                self.app.find('label', f'Saved as “window.{suffix}”')
                self.app.gone('text', 'Preview of the file')
                if options is None:
                    self.assertEqual(content_of(path)[:5], b'%PDF-')
                    continue
                other = f'{FOLDER}/line.{suffix}'
                subprocess.run([CLI, 'compare', 'A/66/359', 'A/69/723', '--output=' + other, *options], check=True)
                self.assertEqual(content_of(path), content_of(other))

    def test_2_given_up(self):
        before = sorted(os.listdir(FOLDER))
        self.open()
        self.ask_for_file()
        keys('Escape')
        self.app.gone('button', 'Save')
        self.assertTrue(text_of(self.app.find('text', 'Preview of the file')))
        keys('Escape')
        self.app.gone('text', 'Preview of the file')
        self.assertEqual(sorted(os.listdir(FOLDER)), before)

    def test_3_where_nothing_can_be_written(self):
        self.open()
        self.choose_format(2, 'Spreadsheet (CSV)')
        self.ask_for_file()
        self.name_file('/proc/departures.csv')
        self.app.find('label', 'File Not Saved')
        self.app.press('Save Elsewhere…')
        self.app.find('button', 'Save')
        self.name_file(FOLDER + '/elsewhere.csv')
        self.app.find('label', 'Saved as “elsewhere.csv”')
        self.assertEqual(content_of(FOLDER + '/elsewhere.csv'), content_of(FOLDER + '/line.csv'))

    def test_4_close(self):
        self.assertEqual(self.app.quit(), 0)
        self.assertEqual(self.app.complaints(), [])
        Exporting.app = None


if __name__ == '__main__':
    import tap
    tap.main(Exporting, stop_at_first_failure=True)
