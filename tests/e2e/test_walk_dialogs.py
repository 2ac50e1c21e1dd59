#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks every control of the dialogs that belong to the whole program: the welcome, the preferences, the shortcuts, the help,
what is said about the program, the names of the colors; and of a narrow window, and of one with nothing in it."""

import os
import re

from harness import Session, children, keys, wait, xdo
from walking import WalkCase

PROGRAM = os.environ['GLOSSATOR']
SESSION = Session(welcome=True)


class Dialogs(WalkCase):
    @classmethod
    def setUpClass(cls):
        cls.start(SESSION, PROGRAM)

    def test_1_welcome(self):
        self.app.find('list item', re.compile('^Read the Code of 2015'))
        self.dialog('welcome', least=3)

    def test_2_preferences(self):
        keys('ctrl+comma')
        dialog = self.app.find('dialog', 'Preferences')
        self.place('preferences', dialog, least=10)
        self.app.focus(self.app.find('combo box', 'Style'))
        keys('space')
        self.app.find('list item', 'Dark')
        row = wait(self.focused_row, what='the focus in the choices')
        self.place('choices of a preference', row.get_parent(), 'Down', 'Up', least=3)
        keys('Escape')
        self.close(dialog)

    def test_3_shortcuts(self):
        keys('ctrl+question')
        window = wait(lambda: next((node for node in children(self.app.root) if node != self.app.window), None) or
                      self.app.query('dialog'), what='the shortcuts')
        self.place('shortcuts', window, least=10, looks=False)  # GTK's own window, and where it stands is not told
        self.close(window)

    def test_4_help(self):
        keys('F1')
        dialog = self.app.find('dialog')
        self.place('help', dialog, least=3)
        keys('Return')
        self.place('a page of the help', dialog)
        keys('Escape')
        self.close(dialog)

    def test_5_about(self):
        keys('F10')
        self.app.press('About Glossator', 'menu item')
        dialog = self.app.find('dialog')
        self.place('about', dialog, least=3)
        self.close(dialog)

    def test_6_names_of_colors(self):
        keys('ctrl+shift+t')
        self.app.find('label', 'No Tags Yet')
        self.place('no tags yet', least=8)
        self.app.press('Tags Menu', 'toggle button')
        self.app.press('Names of Colors…', 'menu item')
        self.dialog('names of colors', least=6)

    def test_7_narrow(self):
        xdo('windowsize', self.app.xid(), '400', '640')
        wait(lambda: self.app.window.get_extents(1).width < 500, what='a narrow window')
        self.place('narrow library', least=4)


if __name__ == '__main__':
    import tap
    tap.main(Dialogs)
