#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the installed Flatpak: a note is written, exported through the portal and found again after a restart and after
the program was killed, and the sandbox is shown to see neither the home folder nor the network. flatpak/test calls this."""

import glob
import gzip
import os
import re
import subprocess
import unittest
import xml.etree.ElementTree

import tap
from harness import App, Atspi, Session, children, keys, read, states, text_of, wait, walk, type_ascii

ID = os.environ['FLATPAK_ID']
SESSION = Session(portals=True)
NOTE = 'Written in the sandbox: 沙箱里写的。'
OTHER_NOTE = 'Written just before the end: 又一条。'
# What the box may not see: a file in the home folder.
SECRET = os.path.join(SESSION.home, 'secret.txt')
# What flatpak-builder made.
SHARE = os.path.join(os.environ['FLATPAK_BUILD'], 'files/share')
EXPORT = os.path.join(SESSION.home, 'Documents', 'notes.md')
BOX_DATA = os.path.join(SESSION.home, '.var/app', ID, 'data')


def launch():
    return App(SESSION, ['flatpak', 'run', '--env=GSK_RENDERER=cairo', '--env=GDK_DISABLE=gl,vulkan', ID], timeout=60)


def write_note(app, text):
    """On item (8); returns when it is on disk."""
    keys('ctrl+f')
    app.set_text(app.field('Find in the text'), 'All States must play the same role')
    app.find('label', re.compile(r'^1 of \d+$'))
    keys('Escape')
    app.gone('entry', 'Find in the text')
    keys('ctrl+n')
    note = app.field('Note')
    wait(lambda: 'focused' in states(note), what='the caret in the new note')
    Atspi.EditableText.insert_text(note, 0, text, len(text.encode()))
    wait(lambda: any(text in read(path) for path in glob.glob(BOX_DATA + '/glossator/annotations/*')), what='the note on disk')


def in_sandbox(command):
    return subprocess.run(['flatpak', 'run', '--command=sh', ID, '-c', command],
                          capture_output=True, text=True, check=False)


class Flatpak(unittest.TestCase):
    """The tests run in the order of their names and build on each other."""

    app = None

    def test_0_catalogue(self):
        """What the software centres show, by the rules that the one of Flathub goes by."""
        with gzip.open(f'{SHARE}/app-info/xmls/{ID}.xml.gz') as file:
            component, = xml.etree.ElementTree.parse(file).getroot()
        self.assertEqual((component.get('type'), component.findtext('id')), ('desktop-application', ID))
        self.assertLessEqual(len(component.findtext('name')), 20)
        summaries = [summary.text for summary in component.findall('summary')]
        self.assertEqual([text for text in summaries if len(text) > 35 or text.endswith('.')], [])
        self.assertEqual(len(summaries), 6)  # one for each language
        for part in ('description', 'developer/name', 'project_license', 'categories/category', 'keywords', 'content_rating',
                     'requires/display_length', 'requires/internet', 'supports/control', 'releases/release/description'):
            self.assertIsNotNone(component.find(part), part)
        self.assertEqual({color.get('scheme_preference') for color in component.findall('branding/color')}, {'light', 'dark'})
        self.assertEqual(component.findtext('launchable'), ID + '.desktop')
        self.assertTrue(os.path.exists(f'{SHARE}/applications/{ID}.desktop'))
        self.assertTrue(os.path.exists(f'{SHARE}/app-info/icons/flatpak/128x128/{ID}.png'))
        # Without a network the pictures are left out of the catalogue.
        metainfo = xml.etree.ElementTree.parse(f'{SHARE}/metainfo/{ID}.metainfo.xml')
        pictures = metainfo.findall('screenshots/screenshot')
        self.assertIn(len(pictures), range(3, 7))
        self.assertTrue(all(picture.findtext('caption') for picture in pictures))

    def test_1_permissions(self):
        shown = subprocess.run(['flatpak', 'info', '--show-permissions', ID],
                               capture_output=True, text=True, check=True).stdout
        granted = dict(line.split('=', 1) for line in shown.splitlines() if '=' in line)
        self.assertEqual({key: set(filter(None, value.split(';'))) for key, value in granted.items()}, {
            'shared': {'ipc'},
            'sockets': {'x11', 'wayland', 'fallback-x11'},
            'devices': {'dri'},
        })

    def test_2_sandbox(self):
        with open(SECRET, 'w', encoding='utf-8') as file:
            file.write('not for the box')
        self.assertEqual(in_sandbox('echo ready').stdout.strip(), 'ready')
        self.assertNotEqual(in_sandbox(f'cat {SECRET}').returncode, 0)
        self.assertNotIn('secret.txt', in_sandbox('ls -A "$HOME"').stdout)
        devices = in_sandbox('tail -n +3 /proc/net/dev').stdout
        self.assertEqual([line.split(':')[0].strip() for line in devices.splitlines()], ['lo'])

    def test_3_write_a_note(self):
        app = Flatpak.app = launch()
        app.find('list', 'Clauses')
        write_note(app, NOTE)

    def find_in_portal(self, *names):
        """One of the widgets of the portal's file dialog that has one of these names, or None."""
        portal = next((c for c in children(Atspi.get_desktop(0)) if 'portal' in (c.get_name() or '')), None)
        return portal and next((n for n in walk(portal) if n.get_name() in names and 'showing' in states(n)), None)

    def ask_for_file(self, path):
        """Presses Save in the dialog of the export, and types the path into the one of the portal."""
        Flatpak.app.press(re.compile('^Save'))
        wait(lambda: self.find_in_portal('Save'), what='the file dialog of the portal')
        keys('ctrl+a')
        type_ascii(path)

        def typed():
            portal = next(c for c in children(Atspi.get_desktop(0)) if 'portal' in (c.get_name() or ''))
            return any(n.get_role_name() == 'text' and path in text_of(n) for n in walk(portal))
        wait(typed, what='the path in the file dialog')

    def press_in_portal(self, *names):
        wait(lambda: self.find_in_portal(*names), what=f'{names} in the file dialog').do_action(0)

    def test_4_export_through_the_portal(self):
        app = Flatpak.app
        os.makedirs(os.path.dirname(EXPORT), exist_ok=True)
        keys('ctrl+e')
        preview = app.field('Preview of the file')
        wait(lambda: NOTE in text_of(preview), what='the note in the preview')

        # Nothing comes of a dialog that is cancelled, and the next one is asked for as usual.
        self.ask_for_file(EXPORT)
        self.press_in_portal('Cancel')
        wait(lambda: not self.find_in_portal('Save'), what='the file dialog gone')
        self.assertFalse(os.path.exists(EXPORT))
        self.ask_for_file(EXPORT)
        self.press_in_portal('Save')
        wait(lambda: os.path.exists(EXPORT) and NOTE in read(EXPORT), what='the exported file')
        self.assertIn('A/69/723, annex, para. 2 (8)', read(EXPORT))
        self.assertEqual(os.listdir(os.path.dirname(EXPORT)), [os.path.basename(EXPORT)])

    def test_5_export_to_a_file_that_exists(self):
        exported = read(EXPORT)
        with open(EXPORT, 'w', encoding='utf-8') as file:
            file.write('older, and longer than what comes now: ' + exported * 3)
        keys('ctrl+e')
        Flatpak.app.field('Preview of the file')
        self.ask_for_file(EXPORT)
        self.press_in_portal('Save')
        self.press_in_portal('Replace')
        wait(lambda: read(EXPORT) == exported, what='the file replaced')
        self.assertEqual(os.listdir(os.path.dirname(EXPORT)), [os.path.basename(EXPORT)])

    def shows(self, note):
        notes = Flatpak.app.query('list', 'Notes')
        return notes and any(note in (row.get_name() or '') for row in children(notes))

    def test_6_restart(self):
        self.assertEqual(Flatpak.app.quit(), 0)
        self.assertEqual(Flatpak.app.complaints(), [])
        Flatpak.app = launch()
        wait(lambda: self.shows(NOTE), what='the note after a restart')

    def test_7_killed(self):
        write_note(Flatpak.app, OTHER_NOTE)
        subprocess.run(['flatpak', 'kill', ID], check=True)
        Flatpak.app.process.wait(60)
        Flatpak.app.kill()
        Flatpak.app = launch()
        wait(lambda: self.shows(NOTE) and self.shows(OTHER_NOTE), what='both notes after the program was killed')
        self.assertEqual(Flatpak.app.quit(), 0)


if __name__ == '__main__':
    tap.main(Flatpak, stop_at_first_failure=True)
