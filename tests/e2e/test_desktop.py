#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as a part of the desktop: what is preferred holds at once, the session comes back, nothing that was typed
is lost when it ends, and the desktop's search finds clauses and notes."""

import glob
import json
import os
import re
import signal
import subprocess
import unittest

from gi.repository import Gio, GLib
from harness import App, Atspi, Session, children, keys, read, states, text_of, type_ascii, wait, walk, xdo

PROGRAM = os.environ['GLOSSATOR']
ID = 'io.github.glossator.Glossator'
PATH = '/' + ID.replace('.', '/')
SESSION = Session(welcome=True)
EIGHT = 'A/69/723, annex, para. 2 (8)'
AUTHOR = 'Delegation of Utopia'
NOTE = 'Written while the session was ending'


def stored(pattern='annotations/*'):
    """Everything that is on disk of the notes."""
    return ''.join(read(path) for path in glob.glob(SESSION.data + '/glossator/' + pattern))


def setting(key):
    """What is in the settings, as text; None for the default."""
    path = SESSION.home + '/config/glib-2.0/settings/keyfile'
    if not os.path.exists(path):
        return None
    found = re.search(f'^{key}=(.*)$', read(path), re.MULTILINE)
    return found and found.group(1)


def brightness():
    picture = subprocess.run(['import', '-window', 'root', 'png:-'], capture_output=True, check=True).stdout
    shown = subprocess.run(['convert', 'png:-', '-colorspace', 'gray', '-scale', '1x1!', '-depth', '8', 'gray:-'],
                           input=picture, capture_output=True, check=True).stdout
    return shown[0]


class Bus:
    """The session bus, as the shell sees the program from there."""

    def __init__(self):
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)

    def call(self, name, path, method, arguments=None):
        interface, method = method.rsplit('.', 1)
        result = self.bus.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 20000)
        return result.unpack()

    def search(self, method, arguments):
        return self.call(ID, PATH + '/SearchProvider', 'org.gnome.Shell.SearchProvider2.' + method, arguments)

    def action(self, name):
        return self.call(ID, PATH, 'org.freedesktop.Application.ActivateAction', GLib.Variant('(sava{sv})', (name, [], {})))

    def daemon(self, method, arguments=None):
        return self.call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus.' + method, arguments)

    def owned(self):
        return self.daemon('NameHasOwner', GLib.Variant('(s)', (ID,)))[0]


class Desktop(unittest.TestCase):
    """The tests run in the order of their names and build on each other, as a session at a desk does."""

    app = None

    @classmethod
    def setUpClass(cls):
        cls.bus = Bus()
        cls.app = App(SESSION, [PROGRAM])

    def run(self, result=None):
        before = len(result.failures) + len(result.errors)
        super().run(result)
        if len(result.failures) + len(result.errors) > before and Desktop.app.process.poll() is None:
            print(f'--- the window when {self.id()} failed:\n' + Desktop.app.dump(), flush=True)

    # Helpers

    def restart(self):
        Desktop.app = App(SESSION, [PROGRAM])

    def terminate(self):
        self.app.process.send_signal(signal.SIGTERM)
        self.assertEqual(self.app.process.wait(60), 0)
        self.assertEqual(self.app.complaints(), [])
        wait(lambda: not self.bus.owned(), what='the name given back')

    def clause(self, beginning):
        def look():
            clauses = self.app.query('list', 'Clauses')
            return clauses and next((row for row in children(clauses) if row.get_name().startswith(beginning)), None)
        return wait(look, what=f'the clause {beginning}')

    def go_to(self, words):
        keys('ctrl+f')
        self.app.set_text(self.app.field('Find in the text'), words)
        self.app.find('label', re.compile(r'^1 of \d+$'))
        keys('Escape')
        self.app.gone('entry', 'Find in the text')

    def frames(self):
        return self.app.query_all('frame')

    def size(self):
        """Of the active window, in pixels."""
        shown = subprocess.run(['xdotool', 'getactivewindow', 'getwindowgeometry', '--shell'],
                               capture_output=True, text=True, check=True).stdout
        return tuple(int(re.search(rf'{name}=(\d+)', shown).group(1)) for name in ('WIDTH', 'HEIGHT'))

    # The session

    def test_0_welcome(self):
        """A new user comes to the first note and the first comparison."""
        first = self.app.find('list item', re.compile('^Read the Code of 2015'))
        wait(lambda: 'focused' in states(first), what='the first thing to do has the focus')
        keys('Down')
        second = self.app.find('list item', re.compile('^Write Your First Note'))
        wait(lambda: 'focused' in states(second), what='the second thing to do has the focus')
        keys('Return')
        self.app.find('label', EIGHT)
        self.app.find('label', re.compile('^A clause is chosen'))
        keys('n')  # as it says there
        note = self.app.field('Note')
        wait(lambda: 'focused' in states(note), what='the caret in the first note')
        type_ascii('My first note')
        wait(lambda: 'My first note' in stored(), what='the first note on disk')

        self.app.press('Compare 2011 and 2015')
        rows = self.app.find('list', 'Clauses, old and new')
        wait(lambda: children(rows), what='the first comparison')
        keys('alt+Left')
        self.app.find('list', 'Clauses')
        self.assertEqual(setting('welcome-shown'), 'true')

    def test_1_zoom(self):
        self.go_to('All States must play the same role')
        eight = self.clause('(8)')
        self.app.settle(eight)
        height = self.app.rect(eight)[3]

        keys('ctrl+plus', 'ctrl+equal', 'ctrl+KP_Add')
        wait(lambda: setting('text-size') == '150', what='three steps')
        wait(lambda: self.app.rect(self.clause('(8)'))[3] > height, what='a larger clause')
        wait(lambda: 'selected' in states(self.clause('(8)')), what='the same clause chosen')
        keys('ctrl+minus')
        wait(lambda: setting('text-size') == '125', what='one step back')
        keys('ctrl+0')
        wait(lambda: setting('text-size') == '100', what='the normal size')
        wait(lambda: self.app.rect(self.clause('(8)'))[3] == height, what='the clause as before')

    def test_2_preferences(self):
        light = brightness()
        keys('ctrl+comma')
        name = self.app.field('Name')
        self.app.set_text(name, AUTHOR)
        wait(lambda: setting('author-name') == f"'{AUTHOR}'", what='the author in the settings')

        self.app.set_text(self.app.field('Yellow'), 'For the committee')
        wait(lambda: 'For the committee' in stored('vocabulary.json'), what='the color named')

        # libadwaita 1.10 calls it a switch.
        palette = wait(lambda: next((node for role in ('check box', 'switch')
                                     for node in self.app.query_all(role, 'Colors for Color-Blind Readers')), None),
                       what='the switch for colors')
        self.app.focus(palette)
        keys('space')
        wait(lambda: setting('colorblind-palette') == 'true', what='the other palette')
        keys('Escape')
        self.app.gone(palette.get_role_name(), 'Colors for Color-Blind Readers')

        # What is set from outside holds at once as well.
        subprocess.run(['gsettings', 'set', ID, 'color-scheme', 'dark'], check=True)
        wait(lambda: brightness() < light / 2, what='a dark window')
        subprocess.run(['gsettings', 'set', ID, 'color-scheme', 'follow'], check=True)
        wait(lambda: brightness() > light * 0.9, what='a light window')

    def test_3_end_while_typing(self):
        self.go_to('All States must play the same role')
        keys('ctrl+n')
        note = self.app.field('Note')
        wait(lambda: 'focused' in states(note), what='the caret in the new note')
        type_ascii(NOTE)
        wait(lambda: text_of(note) == NOTE, what='the note typed')
        self.terminate()
        self.assertIn(NOTE, stored())
        self.assertIn(AUTHOR, stored())

    def test_4_session_restored(self):
        self.restart()
        self.app.find('label', EIGHT)
        keys('ctrl+shift+n')
        wait(lambda: len(self.frames()) == 2, what='a second window')
        wait(lambda: setting('session').count("'document'") == 2, what='both windows in the session')

        # What is written in one window stands in the other at once.
        self.go_to('All States must play the same role')
        keys('n')
        note = wait(lambda: next((n for n in self.app.query_all('text', 'Note') + self.app.query_all('entry', 'Note')
                                  if 'focused' in states(n)), None), what='the caret in a note of the second window')
        type_ascii('Seen in both windows')
        wait(lambda: text_of(note) == 'Seen in both windows', what='the note typed')
        wait(lambda: [any('Seen in both windows' in row.get_name() for row in children(notes))
                      for notes in self.app.query_all('list', 'Notes')] == [True, True], what='the note in both windows')

        xdo('getactivewindow', 'windowsize', '%1', 900, 600)
        wait(lambda: self.size() == (900, 600), what='a smaller window')
        wait(lambda: "'width': <900>" in setting('session'), what='the smaller window in the session')
        self.assertIn("'width': <1280>", setting('session'))  # the other one is as it was
        keys('F11')
        wait(lambda: self.size() == (1280, 800), what='a window on the full screen')
        keys('F11')
        wait(lambda: self.size() == (900, 600), what='a window as before')

        def enlarged():
            if self.size() != (1280, 800):  # not heard while the window was leaving the full screen
                xdo('getactivewindow', 'windowsize', '%1', 1280, 800)
            return setting('session').count("'width': <1280>") == 2
        wait(enlarged, what='both as large in the session')
        self.terminate()

        self.restart()
        wait(lambda: len(self.frames()) == 2, what='both windows again')
        keys('ctrl+w')
        wait(lambda: len(self.frames()) == 1, what='one window closed')
        wait(lambda: setting('session').count("'document'") == 1, what='one window in the session')

        # Killed, it comes back as it was as well.
        self.app.window = wait(lambda: next((w for w in self.frames() if 'active' in states(w)), None), what='the other')
        self.app.press('Compare 2011 and 2015')
        self.app.find('list', 'Clauses, old and new')
        wait(lambda: 'win.compare' in setting('session'), what='the comparison in the session')
        self.app.kill()
        self.restart()
        rows = self.app.find('list', 'Clauses, old and new')
        wait(lambda: children(rows), what='the comparison again')

    def test_5_search_while_it_runs(self):
        ids, = self.bus.search('GetInitialResultSet', GLib.Variant('(as)', (['session', 'ending'],)))
        self.assertEqual(len(ids), 1)
        meta, = self.bus.search('GetResultMetas', GLib.Variant('(as)', (ids,)))[0]
        self.assertEqual(meta['id'], ids[0])
        self.assertIn(EIGHT, meta['name'])
        self.assertIn(NOTE, meta['description'])
        ids, = self.bus.search('GetInitialResultSet', GLib.Variant('(as)', (['General', '13', 'January'],)))
        masthead, = self.bus.search('GetResultMetas', GLib.Variant('(as)', (ids[:1],)))[0]
        self.assertIn('General 13 January', masthead['description'])  # in one line
        ids, = self.bus.search('GetInitialResultSet', GLib.Variant('(as)', (['session', 'ending'],)))

        # A symbol finds its document, and the clauses in it.
        found, = self.bus.search('GetInitialResultSet', GLib.Variant('(as)', (['69/723'],)))
        metas, = self.bus.search('GetResultMetas', GLib.Variant('(as)', (found,)))
        self.assertEqual(metas[0]['name'], 'A/69/723')
        self.assertIn('English', metas[0]['description'])
        self.assertTrue(metas[-1]['name'].startswith('A/69/723, '))

        # From the comparison, it leads to the note in its place.
        self.bus.search('ActivateResult', GLib.Variant('(sasu)', (ids[0], ['session'], 0)))
        self.app.find('label', EIGHT)
        notes = self.app.find('list', 'Notes')
        wait(lambda: any(NOTE in row.get_name() for row in children(notes)), what='the note in the pane')

        for meta, title in ((metas[1], '信息安全国际行为准则（2015年）'), (metas[0], 'Code of conduct for information security, 2015')):
            self.bus.search('ActivateResult', GLib.Variant('(sasu)', (meta['id'], ['69/723'], 0)))
            wait(lambda: any('selected' in states(row) and row.get_name().startswith(title)  # pylint: disable=cell-var-from-loop
                             for row in children(self.app.find('list', 'Documents'))), what=title)

        self.bus.search('LaunchSearch', GLib.Variant('(asu)', (['session', 'ending'], 0)))
        found = wait(lambda: next((node for node in walk(self.app.root) if node.get_role_name() in ('entry', 'text')
                                   and 'showing' in states(node) and text_of(node) == 'session ending'), None),
                     what='the words in the search of all notes')
        self.assertTrue(found)
        self.terminate()

    def test_6_search_starts_it(self):
        services = SESSION.data + '/dbus-1/services'
        os.makedirs(services)
        with open(f'{services}/{ID}.service', 'w', encoding='utf-8') as file:
            file.write(f'[D-BUS Service]\nName={ID}\nExec={PROGRAM} --gapplication-service\n')
        self.bus.daemon('ReloadConfig')
        self.assertFalse(self.bus.owned())

        ids, = self.bus.search('GetInitialResultSet', GLib.Variant('(as)', (['same', 'role', 'internet'],)))
        metas, = self.bus.search('GetResultMetas', GLib.Variant('(as)', (ids,)))
        names = [meta['name'] for meta in metas]
        self.assertIn(EIGHT, names)
        eight = metas[names.index(EIGHT)]
        self.assertIn('same role', eight['description'])
        self.assertIn(EIGHT, eight['clipboardText'])
        fewer, = self.bus.search('GetSubsearchResultSet',
                                 GLib.Variant('(asas)', (ids, ['same', 'role', 'internet', 'governance'])))
        self.assertTrue(set(fewer) <= set(ids))
        self.assertIn(eight['id'], fewer)
        self.assertEqual(self.bus.search('GetResultMetas', GLib.Variant('(as)', (['clause:nothing', ''],))), ([],))

        # A search opens no window; what is chosen from it does.
        self.assertFalse([c for c in children(Atspi.get_desktop(0)) if c.get_name() == 'glossator' and children(c)])
        self.bus.search('ActivateResult', GLib.Variant('(sasu)', (eight['id'], ['same'], 0)))

        def shown():
            root = next((c for c in children(Atspi.get_desktop(0)) if c.get_name() == 'glossator'), None)
            return root and [n for n in walk(root) if n.get_role_name() == 'label' and n.get_name() == EIGHT]
        wait(shown, what='the clause in a window')

        # Actions from outside: a second window, and the end.
        self.bus.action('new-window')
        wait(lambda: len([n for c in children(Atspi.get_desktop(0)) for n in children(c)
                          if n.get_role_name() == 'frame']) == 2, 20, 'a second window')
        self.bus.action('quit')
        wait(lambda: not self.bus.owned(), what='the program at its end')
        self.assertIn(NOTE, json.dumps(stored()))

    def test_7_service_ends(self):
        """What a search started goes again when nothing more is asked; Arabic and Chinese words are found as well."""
        subprocess.run([os.environ['GLOSSATOR_CLI'], 'annotate', 'A/69/723', 'annex__para_2__item_8', '--note=السيادة الرقمية'],
                       check=True, timeout=120, stdout=subprocess.DEVNULL)
        for words, where in ((['الرقمية', 'السيادة'], 'Note on ' + EIGHT), (['互联网', '平等发挥作用'], EIGHT)):
            ids, = self.bus.search('GetInitialResultSet', GLib.Variant('(as)', (words,)))
            metas, = self.bus.search('GetResultMetas', GLib.Variant('(as)', (ids,)))
            self.assertIn(where, [meta['name'] for meta in metas])
        self.assertTrue(self.bus.owned())
        wait(lambda: not self.bus.owned(), 60, 'a program that nobody needs gone')


if __name__ == '__main__':
    import tap
    tap.main(Desktop, stop_at_first_failure=True)
