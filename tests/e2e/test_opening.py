#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files are opened as a file manager opens them, over the session bus: one or several, documents and notes together;
what can't be read is told in one dialog, a sentence for each."""

import json
import os
import re
import unittest

from gi.repository import Gio, GLib
from harness import App, Session, children, keys, read, states, wait, walk

PROGRAM = os.environ['GLOSSATOR']
ID = 'io.github.glossator.Glossator'
PATH = '/' + ID.replace('.', '/')
SESSION = Session()
TEXT = 'The draft of the {}\n\n1. The first clause of the {}.\n\n2. The second clause of it.\n'


def write(name, content):
    path = os.path.join(SESSION.home, name)
    mode = 'wb' if isinstance(content, bytes) else 'w'
    with open(path, mode, **({} if mode == 'wb' else {'encoding': 'utf-8'})) as file:
        file.write(content)
    return path


def window_of(node):
    while node.get_role_name() != 'frame':
        node = node.get_parent()
    return node


class Opening(unittest.TestCase):
    """The tests run in the order of their names and build on each other."""

    @classmethod
    def setUpClass(cls):
        cls.app = App(SESSION, [PROGRAM])

    def run(self, result=None):
        before = len(result.failures) + len(result.errors)
        super().run(result)
        if len(result.failures) + len(result.errors) > before and self.app.process.poll() is None:
            print(f'--- the windows when {self.id()} failed:\n' + self.app.dump(), flush=True)

    def open(self, *uris):
        """What a file manager sends, with the token by which the window may come to the front."""
        token = {'activation-token': GLib.Variant('s', 'token_TIME1'), 'desktop-startup-id': GLib.Variant('s', 'token_TIME1')}
        Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
            ID, PATH, 'org.freedesktop.Application', 'Open', GLib.Variant('(asa{sv})', (uris, token)),
            None, Gio.DBusCallFlags.NONE, 20000)

    def frames(self):
        return self.app.query_all('frame')

    def shown(self, text):
        wait(lambda: any(text in (row.get_name() or '') for node in self.app.query_all('list', 'Clauses')
                         for row in children(node)), what=f'the text {text!r}')

    def no_other_is_selected(self):
        """In the lists of documents: what is read is none of them, not even where the focus goes there."""
        lists = self.app.query_all('list', 'Documents')
        self.app.focus(children(next(node for node in lists if 'active' in states(window_of(node))))[0])
        keys('Down')
        wait(lambda: [row for node in lists for row in children(node) if 'focused' in states(row)], what='the focus on a document')
        self.assertEqual([row.get_name() for node in lists for row in children(node) if 'selected' in states(row)], [])

    def told(self):
        """What the alert says, which is closed then."""
        self.app.find(None, 'Document Can’t Be Opened')
        said = wait(lambda: [node.get_name() for node in walk(self.app.root)
                             if node.get_role_name() == 'label' and '/' in (node.get_name() or '')
                             and ': ' in node.get_name()], what='what is said')
        self.app.press('Close')
        wait(lambda: not self.app.query('label', 'Document Can’t Be Opened'), what='the alert gone')
        self.assertEqual(len(said), 1)
        return said[0]

    def test_1_one(self):
        self.app.find('list', 'Clauses')
        self.open(GLib.filename_to_uri(write('north.txt', TEXT.format('north', 'north')), None))
        self.shown('The first clause of the north')
        self.assertEqual(len(self.frames()), 1)

    def test_2_several(self):
        paths = [write(f'{name}.txt', TEXT.format(name, name)) for name in ('east', 'west')]
        self.open(*(GLib.filename_to_uri(path, None) for path in paths))
        self.shown('The first clause of the east')
        self.shown('The first clause of the west')
        wait(lambda: len(self.frames()) == 2, what='a window for each')
        self.no_other_is_selected()

        keys('ctrl+w')
        wait(lambda: len(self.frames()) == 1, what='one window again')
        self.app.window = self.frames()[0]

    def test_3_unreadable(self):
        os.mkdir(os.path.join(SESSION.home, 'folder'))
        bad = {
            write('binary.txt', bytes(range(256)) * 40): 'zero byte|not UTF-8',
            write('empty.txt', ''): 'holds no text|is empty',
            write('blank.txt', '\n \n\t\n'): 'holds no text|is empty',
            write('broken.akn', '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act>'): 'damaged',
            write('other.xml', '<html/>'): 'not Akoma Ntoso',
            write('wide.txt', 'A text'.encode('utf-16')): 'save it as UTF-8',
            os.path.join(SESSION.home, 'folder'): 'is a folder',
            os.path.join(SESSION.home, 'missing.txt'): 'no such file',
        }
        for path, reason in bad.items():
            with self.subTest(path=path):
                self.open(GLib.filename_to_uri(path, None))
                said = self.told()
                self.assertIn(os.path.basename(path), said)
                self.assertRegex(said, reason)
                self.assertNotIn('\n', said)

    def test_4_good_and_bad(self):
        """The readable one is shown, and the others are told together."""
        self.open(*(GLib.filename_to_uri(os.path.join(SESSION.home, name), None)
                    for name in ('empty.txt', 'north.txt', 'missing.txt')), 'nowhere://host/document.txt')
        said = self.told().split('\n')
        self.assertEqual(len(said), 3)
        self.shown('The first clause of the north')

    def test_5_notes_on_a_document_that_is_not_there(self):
        path = write('notes.jsonld', json.dumps({
            '@context': 'http://www.w3.org/ns/anno.jsonld', 'id': 'urn:uuid:1', 'type': 'Annotation',
            'body': {'type': 'TextualBody', 'value': 'A note from afar', 'purpose': 'commenting'},
            'target': {'source': 'https://undocs.org/en/A/RES/1/1',
                       'selector': {'type': 'TextQuoteSelector', 'exact': 'words of another text'}},
        }))
        self.open(GLib.filename_to_uri(path, None))
        self.app.find('label', re.compile('not among the documents'))
        keys('Escape')
        self.app.gone('label', re.compile('not among the documents'))

    def test_6_recent(self):
        """What was opened is known to the desktop, and nothing that could not be."""
        recent = SESSION.data + '/recently-used.xbel'
        wait(lambda: os.path.exists(recent) and all(name in read(recent) for name in ('north.txt', 'east.txt', 'west.txt')),
             what='the recent documents')
        self.assertNotIn('binary.txt', read(recent))
        self.assertEqual(self.app.quit(), 0)
        self.assertEqual(self.app.complaints(), [])


if __name__ == '__main__':
    import tap
    tap.main(Opening, stop_at_first_failure=True)
