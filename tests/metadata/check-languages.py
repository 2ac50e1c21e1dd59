#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every translation is whole: each text that the sources have is translated, none is in doubt, formats and plural forms
are in order, and what a text must keep (placeholders, tags, a key to press, an ellipsis) is kept."""

import pathlib
import re
import subprocess
import sys
import tempfile

root = pathlib.Path(sys.argv[1])
expected = ['ar', 'es', 'fr', 'ru', 'zh_CN']

# As the "glib" preset of Meson's i18n module has it, by which the template is made.
keywords = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3', 'ngettext:1,2']
flags = ['N_:1:pass-c-format', 'C_:2:pass-c-format', 'NC_:2:pass-c-format', 'g_dngettext:2:pass-c-format',
         'g_strdup_printf:1:c-format', 'g_string_printf:2:c-format', 'g_string_append_printf:2:c-format',
         'g_error_new:3:c-format', 'g_set_error:4:c-format', 'g_markup_printf_escaped:1:c-format',
         'g_log:3:c-format', 'g_print:1:c-format', 'g_printerr:1:c-format', 'g_printf:1:c-format',
         'g_fprintf:2:c-format', 'g_sprintf:2:c-format', 'g_snprintf:3:c-format', 'g_option_context_new:1:pass-c-format']
tag = re.compile(r'</?[a-z]+[^>]*>')
number = re.compile(r'%(?:\d+\$)?[+-]?\d*(?:\.\d+)?[a-zA-Z]')


def run(*command):
    return subprocess.run(command, cwd=root, capture_output=True, text=True)


def unquote(lines):
    return ''.join(re.sub(r'\\(.)', lambda m: {'n': '\n', 't': '\t'}.get(m[1], m[1]), line) for line in lines)


def entries(text):
    """The entries of a catalogue: (flags, singular, translations)."""
    for block in text.split('\n\n'):
        fields, current, comments = {}, None, []
        for line in block.splitlines():
            if line.startswith('#,'):
                comments.append(line)
            elif match := re.match(r'(msg\w+(?:\[\d\])?) "(.*)"$', line):
                current = fields.setdefault(match[1], [])
                current.append(match[2])
            elif current is not None and (match := re.match(r'"(.*)"$', line)):
                current.append(match[1])
        if fields.get('msgid', ['']) != ['']:
            yield ' '.join(comments), unquote(fields['msgid']), [unquote(v) for k, v in fields.items()
                                                                 if k.startswith('msgstr')]


def check_entry(comments, source, translations):
    for translation in translations:
        if '...' in translation and '...' not in source:
            yield 'three full stops instead of an ellipsis'
        if ('…' in source) != ('…' in translation):
            yield 'the ellipsis differs'
        if sorted(tag.findall(source)) != sorted(tag.findall(translation)) and '<' in source:
            yield 'the tags differ'
        if re.search(r'_\w', source) and '%' not in source and source.count('_') == 1 and '_' not in translation:
            yield 'no key to press'
        if source.endswith('\n') != translation.endswith('\n'):
            yield 'the last line break differs'
        if len(translations) == 1 and len(number.findall(source)) != len(number.findall(translation)):
            yield 'the placeholders differ'


problems = []
listed = [line for line in (root / 'po/LINGUAS').read_text(encoding='utf-8').split('\n') if line and line[0] != '#']
if listed != expected:
    problems.append(f'po/LINGUAS has {listed}, not {expected}')

with tempfile.TemporaryDirectory() as folder:
    template = f'{folder}/glossator.pot'
    made = run('xgettext', '--from-code=UTF-8', '--add-comments', '--files-from=po/POTFILES', f'--output={template}',
               *(f'--keyword={k}' for k in keywords), *(f'--flag={f}' for f in flags))
    if made.returncode != 0:
        problems.append(made.stderr)
    else:
        count = len(list(entries(pathlib.Path(template).read_text(encoding='utf-8'))))
        if count < 300:
            problems.append(f'only {count} texts found: is the path right?')
        for language in listed:
            catalogue = f'po/{language}.po'
            for checked in (run('msgfmt', '--check', '--output-file=/dev/null', catalogue),
                            run('msgcmp', catalogue, template)):
                if checked.returncode != 0:
                    problems.append(checked.stderr)
            for entry in entries((root / catalogue).read_text(encoding='utf-8')):
                problems += [f'{catalogue}: {problem}: {entry[1]!r} {entry[2]!r}' for problem in check_entry(*entry)]

print('\n'.join(problems) or f'{count} texts in {len(listed)} languages')
sys.exit(1 if problems else 0)
