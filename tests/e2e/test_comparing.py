#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two very long texts that have nothing in common are compared: how far it is can be seen and heard, and it can be ended by
the button or by Escape, which leads back to where the reader was. Then, in a comparison, a window is made narrow."""

import os
import random
import re
import subprocess
import unittest

from harness import App, Session, children, keys, states, wait, xdo
from walking import Events

PROGRAM = os.environ['GLOSSATOR']
CLI = os.environ['GLOSSATOR_CLI']
SESSION = Session()
CLAUSES = 60000


def write_documents():
    folder = SESSION.data + '/glossator/documents'
    os.makedirs(folder)
    words = [f'w{number:x}' for number in range(8000)]
    for name in ('longest', 'longer'):
        choice = random.Random(name)
        path = os.path.join(SESSION.home, name + '.txt')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('\n\n'.join(f'{number}. ' + ' '.join(choice.choices(words, k=20)) for number in range(1, CLAUSES + 1)) + '\n')
        with open(f'{folder}/{name}.xml', 'w', encoding='utf-8') as file:
            subprocess.run([CLI, 'show', path, '--format=akn'], stdout=file, check=True)


class Comparing(unittest.TestCase):
    """The tests run in the order of their names and build on each other."""

    app = None
    events = None

    @classmethod
    def setUpClass(cls):
        write_documents()
        cls.events = Events()
        cls.app = App(SESSION, [PROGRAM])

    def run(self, result=None):
        before = len(result.failures) + len(result.errors)
        super().run(result)
        if len(result.failures) + len(result.errors) > before and Comparing.app:
            print(f'--- the window when {self.id()} failed:\n' + Comparing.app.dump(), flush=True)

    # Helpers

    def choose_document(self, name):
        documents = self.app.find('list', 'Documents')
        self.app.mouse_click(next(row for row in children(documents) if row.get_name().startswith(name)))
        self.app.find('list', 'Clauses')

    def compare(self):
        """The long text that is read, with the other one."""
        self.events.clear()
        keys('ctrl+d')
        bar = self.app.find('progress bar', 'Comparing…')
        self.events.wait_announced(lambda text: text == 'Comparing…')
        wait(lambda: 'focused' in states(self.app.find('button', 'Cancel')), what='the focus on the button')
        wait(lambda: 0 < bar.get_value_iface().get_current_value() <= 1, what='a fraction')

    def focused_row(self, name):
        return next((row for row in children(self.app.find('list', name)) if 'focused' in states(row)), None)

    # The session

    def test_1_cancel(self):
        self.choose_document('longest')
        self.compare()
        self.app.press('Cancel')
        self.events.wait_announced(lambda text: text == 'Comparison Stopped')
        self.app.find('list', 'Clauses')
        self.app.gone('progress bar', 'Comparing…')

    def test_2_escape(self):
        self.compare()
        keys('Escape')
        self.events.wait_announced(lambda text: text == 'Comparison Stopped')
        self.app.find('list', 'Clauses')

    def test_3_a_quick_one(self):
        """Others are there at once."""
        self.app.press('Compare 2011 and 2015')
        wait(lambda: self.focused_row('Clauses, old and new'), what='the focus on a row')
        keys('F8', 'F8', 'F8')
        self.app.find('label', re.compile(r'^3 of \d+$'))

    def test_4_narrow(self):
        """The list of changes goes away with the room for it, and who was there is at the same change in the texts."""
        row = wait(lambda: self.focused_row('Clauses, old and new'), what='the focus on a row').get_name()
        if self.app.query('list', 'Changes') is not None:
            keys('F9')
            self.app.gone('list', 'Changes')
        keys('F9')
        wait(lambda: self.focused_row('Changes'), what='the focus on a change')
        xdo('windowsize', self.app.xid(), '400', '700')
        self.app.gone('list', 'Changes')
        wait(lambda: self.focused_row('Clauses, old and new'), what='the focus on a row')
        self.assertEqual(self.focused_row('Clauses, old and new').get_name(), row)

    def test_5_close(self):
        self.assertEqual(self.app.quit(), 0)
        self.assertEqual(self.app.complaints(), [])


if __name__ == '__main__':
    import tap
    tap.main(Comparing, stop_at_first_failure=True)
