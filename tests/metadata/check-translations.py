#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file with text for the reader is in po/POTFILES, and every file there exists and has some."""

import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
marked_in_c = re.compile(r'\b(?:C?_|N_|g_dngettext|ngettext|g_dpgettext2?) ?\(')
marked_in_ui = re.compile(r'translatable="(?:yes|true)"')


def has_text(path):
    if path.name.endswith('.in'):
        return True
    text = path.read_text(encoding='utf-8')
    if path.suffix in ('.c', '.h'):
        return bool(marked_in_c.search(text))
    if path.suffix == '.ui':
        return bool(marked_in_ui.search(text))
    return path.name.endswith('.gschema.xml')


found = {
    str(path.relative_to(root))
    for pattern in ('src/**/*.[ch]', 'src/**/*.ui', 'data/*.desktop.in.in', 'data/*.xml.in', 'data/*.xml.in.in',
                    'data/*.gschema.xml')
    for path in root.glob(pattern)
    if has_text(path)
}
listed = [
    line.strip()
    for line in (root / 'po/POTFILES').read_text(encoding='utf-8').splitlines()
    if line.strip() and not line.startswith('#')
]

problems = []
problems += [f'missing in po/POTFILES: {name}' for name in sorted(found - set(listed))]
problems += [f'in po/POTFILES, but without text: {name}' for name in sorted(set(listed) - found)]
problems += [f'listed twice: {name}' for name in sorted({n for n in listed if listed.count(n) > 1})]
if listed != sorted(listed):
    problems.append('po/POTFILES is not sorted')
if not found:
    problems.append('no file with text found: is the path right?')

print('\n'.join(problems) or f'{len(found)} files')
sys.exit(1 if problems else 0)
