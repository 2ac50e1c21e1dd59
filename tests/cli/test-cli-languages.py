# SPDX-License-Identifier: GPL-3.0-or-later
"""glossator-cli in every language of its catalogs: no help and no message of ours stays in English."""

import os
import pathlib
import re
import subprocess
import unittest

import cli_harness
from cli_harness import CODE_2011, CODE_2015

CATALOGS = pathlib.Path(os.environ['GLOSSATOR_LOCALEDIR'])
COMMANDS = ['documents', 'show', 'compare', 'annotate', 'notes', 'import', 'carry-over', 'look-up']
MISTAKES = [
    [], ['frob'], ['show'], ['show', 'X/1'], ['show', CODE_2015 + '@fr'], ['show', CODE_2015, 'more'],
    ['show', CODE_2015, '--format=q'], ['show', 'not-utf8.txt'], ['show', 'empty.txt'], ['show', 'blank.txt'],
    ['show', 'other.xml'], ['show', 'torn.xml'], ['show', '.'], ['compare', CODE_2015], ['compare', CODE_2011, ''],
    ['compare', CODE_2011, CODE_2015, '--layout=q'], ['compare', CODE_2011, CODE_2015, '--format=docx'],
    ['annotate', CODE_2015], ['annotate', CODE_2015, 'nowhere', '--note=x'], ['annotate', CODE_2015, '(8)', '--tag= '],
    ['annotate', CODE_2015, '(8)', '--quote=no such words'], ['annotate', CODE_2015, '(8)', '--quote=the'],
    ['annotate', CODE_2015, '(8)', '--color=pink'], ['import'], ['import', 'nothing'], ['import', 'torn.json'],
    ['import', 'other.json'], ['notes', 'X/1'], ['notes', '--sort=q'], ['notes', '--since=q'], ['carry-over', CODE_2015],
    ['look-up', CODE_2011, CODE_2015, ' '],
]


def find_locale():
    """In the poorest locale the C library translates nothing, whatever the language. None: there is no other."""
    try:
        listed = subprocess.run(['locale', '-a'], capture_output=True, check=True, text=True).stdout.split()
    except (FileNotFoundError, subprocess.CalledProcessError):
        return None
    return next((name for name in listed if re.search(r'^[a-z]{2,3}_.*utf-?8$', name, re.IGNORECASE)), None)


LOCALE = find_locale()
LANGUAGES = sorted(path.parent.parent.name for path in CATALOGS.glob('*/LC_MESSAGES/glossator.mo'))


@unittest.skipIf(LOCALE is None, 'the machine has no locale but that of C')
class LanguagesTest(cli_harness.CliTest):
    def setUp(self):
        super().setUp()
        self.env.update(LC_ALL=LOCALE, GLOSSATOR_LOCALEDIR=str(CATALOGS))
        for name, content in (('not-utf8.txt', b'abc\xff'), ('empty.txt', ''), ('blank.txt', ' \n'), ('other.xml', '<other/>'),
                              ('torn.xml', '<akomaNtoso'), ('torn.json', '{"id":'), ('other.json', '{"id": 1}')):
            self.write(name, content)

    def said(self, language, *arguments):
        """The lines that are words: what the library for options says by itself, and figures and names, are not ours."""
        done = self.run_cli(*arguments, env={**self.env, 'LANGUAGE': language})
        lines = (done.stdout + done.stderr).decode().splitlines()
        return [line for line in lines if not line.startswith('  glossator-cli ') and re.search(r'[^\W\d_]{3,}.* [^\W\d_]{3,}', line)]

    def check(self, *arguments):
        english = self.said('en', *arguments)
        self.assertTrue(english, arguments)
        for language in LANGUAGES:
            with self.subTest(language=language, arguments=arguments):
                translated = self.said(language, *arguments)
                self.assertEqual([line for line in translated if line in english], [])

    def test_languages_found(self):
        self.assertEqual(LANGUAGES, ['ar', 'es', 'fr', 'ru', 'zh_CN'])

    def test_help(self):
        self.check('--help')
        for command in COMMANDS:
            self.check(command, '--help')

    def test_mistakes(self):
        for arguments in MISTAKES:
            self.check(*arguments)


if __name__ == '__main__':
    cli_harness.main()
