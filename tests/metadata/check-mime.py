#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether files are known for what they are once the MIME package is installed: by their name, and by their content; and
whether this package and the metainfo speak every language, by the names that the desktop knows them by.

    check-mime.py PACKAGE DESKTOP_FILE METAINFO LINGUAS EXAMPLE.akn
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

PACKAGE, DESKTOP_FILE, METAINFO, LINGUAS, EXAMPLE = sys.argv[1:]
JSON_LD = '{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation"}'


def guess(env, path):
    shown = subprocess.run(['gio', 'info', '-a', 'standard::content-type', path],
                           env=env, capture_output=True, text=True, check=True).stdout
    return shown.rsplit('standard::content-type:', 1)[1].strip()


def main():
    with tempfile.TemporaryDirectory() as home:
        packages = os.path.join(home, 'mime', 'packages')
        os.makedirs(packages)
        shutil.copy(PACKAGE, packages)
        subprocess.run(['update-mime-database', os.path.dirname(packages)], check=True, stderr=subprocess.DEVNULL)
        env = {**os.environ, 'XDG_DATA_HOME': home, 'GIO_USE_VFS': 'local'}

        with open(EXAMPLE, encoding='utf-8') as file:
            document = file.read()
        files = {
            'code.akn': (document, 'application/akn+xml'),
            # GLib goes by the suffix where there is one, so that this is XML like any other to it.
            'code.xml': (document, 'application/xml'),
            'no-suffix': (document, 'application/akn+xml'),
            'notes.annotation': (JSON_LD, 'application/rd-annotations+json'),
            'notes.json': (JSON_LD, 'application/json'),
            'notes.jsonld': (JSON_LD, 'application/ld+json'),
            'other': ('<?xml version="1.0"?>\n<other/>\n', 'application/xml'),
            'text.txt': ('1. A clause\n', 'text/plain'),
        }
        failed = 0
        for name, (content, expected) in files.items():
            path = os.path.join(home, name)
            with open(path, 'w', encoding='utf-8') as file:
                file.write(content)
            found = guess(env, path)
            if found != expected:
                print(f'{name}: {found}, not {expected}')
                failed = 1

    # What the application says that it opens are types that there are.
    with open(DESKTOP_FILE, encoding='utf-8') as file:
        line, = (line for line in file if line.startswith('MimeType='))
    claimed = {name for name in line.strip().split('=')[1].split(';') if name}
    known = {expected for _, expected in files.values()}
    if claimed != known:
        print('claimed by the desktop file, but not tried here, or the other way round:', *sorted(claimed ^ known))
        failed = 1

    with open(LINGUAS, encoding='utf-8') as file:
        languages = {line.strip() for line in file if line.strip() and not line.startswith('#')}
    for path in PACKAGE, METAINFO:
        with open(path, encoding='utf-8') as file:
            spoken = set(re.findall(r'xml:lang="([^"]*)"', file.read()))
        if spoken != languages:
            print(f'{path}: {sorted(spoken)}, not {sorted(languages)}')
            failed = 1
    sys.exit(failed)


main()
