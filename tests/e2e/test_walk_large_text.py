#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks what is laid out otherwise in a narrow window with text of twice the size: the two documents of a comparison, which
one button names and a dialog lets choose."""

import os
import re

from harness import Session, children, keys, states, wait, xdo
from walking import Screen, WalkCase

SESSION = Session()
LIST = 'Clauses, old and new'
OLD_AND_NEW = re.compile('^A/66/359 .*2011.* → A/69/723 .*2015')
NEW_AND_OLD = re.compile('^A/69/723 .*2015.* → A/66/359 .*2011')


class LargeText(WalkCase):
    @classmethod
    def setUpClass(cls):
        Screen().enlarge_text(2)
        cls.start(SESSION, os.environ['GLOSSATOR'])
        cls.app.find('list', 'Clauses')
        keys('ctrl+d')
        rows = cls.app.find('list', LIST)
        wait(lambda: any('focused' in states(row) for row in children(rows)), what='a row focused')
        xdo('windowsize', cls.app.xid(), '400', '640')
        wait(lambda: cls.app.window.get_extents(1).width < 500, what='a narrow window')
        cls.app.find('button', OLD_AND_NEW)

    def test_1_documents(self):
        self.app.focus(self.app.find('button', OLD_AND_NEW))
        keys('space')
        self.dialog('documents of the comparison', called='Documents', least=3)

    def test_2_swapped(self):
        self.app.focus(self.app.find('button', OLD_AND_NEW))
        keys('space')
        dialog = self.app.find('dialog', 'Documents')
        self.app.press('Swap Documents', root=dialog)
        self.app.find('button', NEW_AND_OLD, showing=False)
        self.close(dialog)
        self.app.find('button', NEW_AND_OLD)


if __name__ == '__main__':
    import tap
    tap.main(LargeText)
