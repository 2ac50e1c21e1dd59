#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the screenshots of the README from the real program, with notes as a delegation would write them:

    build-aux/env ninja -C _build
    build-aux/env python3 tests/e2e/take_screenshots.py _build data/screenshots
"""

import glob
import os
import re
import subprocess
import sys

from harness import App, Session, children, keys, states, wait, xdo

BUILD, FOLDER = map(os.path.abspath, sys.argv[1:3])
WIDTH, HEIGHT = 1280, 800
NOTES = [
    ('annex__para_2__item_7', 'in the offline environment', 'yellow', None, []),
    ('annex__para_2__item_7__subitem_b', 'ordre public', 'purple',
     'As in article 19 (3) (b) of the Covenant.', ['human-rights']),
    ('annex__para_2__item_8', None, 'green',
     '“The same role” is new against 2011. We can support it if civil society is named as in (9).',
     ['internet-governance', 'position']),
    ('annex__para_2__item_8', 'multilateral, transparent and democratic', 'red',
     'Kept word for word from (g) of 2011.', ['internet-governance']),
]


def write_notes():
    for clause, quote, color, note, tags in NOTES:
        command = [BUILD + '/src/cli/glossator-cli', 'annotate', 'A/69/723', clause, '--color=' + color]
        command += ['--quote=' + quote] if quote else []
        command += ['--note=' + note] if note else []
        command += ['--tag=' + tag for tag in tags]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def sign_notes(session, author):
    """The notes bear the name of who takes the pictures."""
    for path in glob.glob(session.data + '/glossator/annotations/*'):
        with open(path, encoding='utf-8') as file:
            text = file.read()
        with open(path, 'w', encoding='utf-8') as file:
            file.write(re.sub(r'("creator":.*?"name": ?)"[^"]*"', rf'\1"{author}"', text))


def find_words(app, words):
    keys('ctrl+f')
    app.set_text(app.field('Find in the text'), words)
    wait(lambda: any(' of ' in (n.get_name() or '') for n in app.query_all('label')), what='the words found')
    keys('Escape')
    app.gone('entry', 'Find in the text')


def take(name):
    """Takes the picture when nothing has moved on the screen for a while."""
    pictures = []

    def unchanged():
        pictures.append(subprocess.run(['import', '-window', 'root', 'rgb:-'], capture_output=True, check=True).stdout)
        return len(pictures) >= 8 and len(set(pictures[-8:])) == 1
    wait(unchanged, 30, 'a screen that stands still')
    subprocess.run(['import', '-window', 'root', '-crop', f'{WIDTH}x{HEIGHT}+0+0', '+repage', '-strip',
                    f'{FOLDER}/{name}.png'], check=True)


def main():
    session = Session(size=f'{WIDTH}x{HEIGHT}x24')
    os.environ['GSETTINGS_SCHEMA_DIR'] = BUILD + '/data'
    write_notes()
    sign_notes(session, 'A. Delegate')
    app = App(session, [BUILD + '/src/ui/glossator'])
    xdo('windowmove', app.xid(), 0, 0, 'windowsize', app.xid(), WIDTH, HEIGHT)
    find_words(app, 'All States must play')
    take('reading')

    app.press('Compare 2011 and 2015')
    rows = app.find('list', 'Clauses, old and new')
    wait(lambda: children(rows), what='the comparison')

    def stand_on():
        return next((row.get_name() for row in children(rows) if 'selected' in states(row)), '')
    for number in range(1, 60):
        keys('F8')
        app.find('label', re.compile(f'^{number} of '))
        if 'para. 2 (2)' in stand_on():
            break
    take('comparing')

    keys('alt+Left')
    app.find('list', 'Clauses')
    keys('ctrl+shift+l')
    wait(lambda: any((row.get_name() or '').startswith('English: ') for row in children(app.find('list', 'Clauses'))),
         what='both languages')
    take('two-languages')

    keys('ctrl+shift+f')
    app.field('Search all notes')
    take('all-notes')
    sys.exit(app.quit())


if __name__ == '__main__':
    main()
