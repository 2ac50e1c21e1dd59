#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A document and a comparison, printed into a file through the print dialog, and read back."""

import os
import shutil
import subprocess
import unittest

from harness import App, Session, keys, states, wait

PROGRAM = os.environ['GLOSSATOR']
SESSION = Session()


def printed():
    """The files that the dialog wrote, which it names itself."""
    found = []
    for folder, _, names in os.walk(SESSION.home):
        found += [os.path.join(folder, name) for name in names if name.endswith('.pdf')]
    return found


def whole(path):
    with open(path, 'rb') as file:
        return file.read().rstrip().endswith(b'%%EOF')


class Printing(unittest.TestCase):
    def setUp(self):
        if shutil.which('pdftotext') is None:
            self.skipTest('pdftotext is not installed')
        self.app = App(SESSION, [PROGRAM])

    def tearDown(self):
        self.assertEqual(self.app.quit(), 0)
        self.assertEqual(self.app.complaints(), [])
        for path in printed():
            os.remove(path)

    def print_to_file(self, name):
        keys('ctrl+p')
        button = self.app.find('button', 'Print')
        printer = self.app.find('table row', 'Print to File')
        self.app.focus(printer)
        keys('space')
        wait(lambda: 'sensitive' in states(button), what='a printer')
        self.app.press('Print')
        path = wait(lambda: next(iter(printed()), None), what='the file')
        wait(lambda: whole(path), what='the end of the file')
        self.assertTrue(os.path.basename(path).startswith(name), path)
        return subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True, check=True).stdout

    def test_1_document(self):
        documents = self.app.find('list', 'Documents')
        self.app.settle(documents)
        keys('Return')
        self.app.find('list', 'Clauses')
        text = self.print_to_file('A-')
        self.assertIn('code of conduct', text.lower())
        self.assertRegex(text, r'Page 1 of \d')

    def test_2_comparison(self):
        self.app.press('Compare 2011 and 2015')
        self.app.find('list', 'Clauses, old and new')
        text = self.print_to_file('A-66-359 compared with A-69-723')
        self.assertIn('A/66/359 compared with A/69/723', text)
        self.assertIn('A/66/359, annex, para. (f)', text)
        self.assertRegex(text, r'Page 1 of \d')


if __name__ == '__main__':
    import tap
    tap.main(Printing)
