#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the installed Flatpak: a note is written, exported through the portal and found again after a restart, and the
sandbox is shown to see neither the home folder nor the network. flatpak/test calls this."""

import glob
import gzip
import json
import os
import re
import subprocess
import unittest
import xml.etree.ElementTree

import tap
from harness import App, Atspi, Session, children, keys, read, text_of, wait, walk, type_ascii

ID = os.environ['FLATPAK_ID']
SESSION = Session(portals=True)
NOTE = 'Written in the sandbox: 沙箱里写的。'
# What the box may not see: a file in the home folder.
SECRET = os.path.join(SESSION.home, 'secret.txt')
# What flatpak-builder made.
SHARE = os.path.join(os.environ['FLATPAK_BUILD'], 'files/share')
BOX_DATA = os.path.join(SESSION.home, '.var/app', ID, 'data')


def launch():
    return App(SESSION, ['flatpak', 'run', '--env=GSK_RENDERER=cairo', '--env=GDK_DISABLE=gl,vulkan', ID], timeout=60)


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
        self.assertLessEqual(len(component.findtext('summary')), 35)
        self.assertFalse(component.findtext('summary').endswith('.'))
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
        keys('ctrl+f')
        app.set_text(app.field('Find in the text'), 'All States must play the same role')
        app.find('label', re.compile(r'^1 of \d+$'))
        keys('Escape')
        app.gone('entry', 'Find in the text')
        keys('ctrl+n')
        note = app.field('Note')
        Atspi.EditableText.insert_text(note, 0, NOTE, len(NOTE.encode()))

        def stored():
            return any(NOTE in json.dumps([read(path)], ensure_ascii=False)
                       for path in glob.glob(BOX_DATA + '/glossator/annotations/*'))
        wait(stored, what='the note on disk')

    def test_4_export_through_the_portal(self):
        app = Flatpak.app
        folder = os.path.join(SESSION.home, 'Documents')
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, 'notes.md')
        keys('ctrl+e')
        preview = app.field('Preview of the file')
        wait(lambda: NOTE in text_of(preview), what='the note in the preview')
        app.press(re.compile('^Save'))

        def portal_button():
            portal = next((c for c in children(Atspi.get_desktop(0)) if 'portal' in (c.get_name() or '')), None)
            return portal and next((n for n in walk(portal) if n.get_name() == 'Save'), None)
        save = wait(portal_button, 30, 'the file dialog of the portal')
        keys('ctrl+a')
        type_ascii(path)

        def typed():
            portal = next(c for c in children(Atspi.get_desktop(0)) if 'portal' in (c.get_name() or ''))
            return any(n.get_role_name() == 'text' and path in text_of(n) for n in walk(portal))
        wait(typed, what='the path in the file dialog')
        save.do_action(0)
        wait(lambda: os.path.exists(path) and os.path.getsize(path), 20, 'the exported file')
        self.assertIn('A/69/723, annex, para. 2 (8)', read(path))
        self.assertIn(NOTE, read(path))

    def test_5_restart(self):
        self.assertEqual(Flatpak.app.quit(), 0)
        Flatpak.app = launch()

        def found():
            notes = Flatpak.app.query('list', 'Notes')
            return notes and any(NOTE in (row.get_name() or '') for row in children(notes))
        wait(found, 20, 'the note after a restart')
        self.assertEqual(Flatpak.app.quit(), 0)


if __name__ == '__main__':
    tap.main(Flatpak, stop_at_first_failure=True)
