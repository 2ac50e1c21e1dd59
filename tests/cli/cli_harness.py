# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the real glossator-cli in folders of its own, and reports unittest results as TAP."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.environ['GLOSSATOR_CLI']

# The shipped documents; what is said of them here is checked against `documents`.
CODE_2011 = 'A/66/359'
CODE_2015 = 'A/69/723'
CODE_2015_ZH = 'A/69/723@zh'

FORMATS = ['text', 'json', 'markdown', 'html', 'csv']


class CliTest(unittest.TestCase):
    """Each test has a home folder of its own, which is gone afterwards."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix='glossator-cli-')
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.data = self.folder / 'data'
        self.annotations = self.data / 'glossator' / 'annotations'
        self.env = {
            'PATH': '/usr/bin:/bin',
            'HOME': str(self.folder),
            'XDG_DATA_HOME': str(self.data),
            'XDG_CONFIG_HOME': str(self.folder / 'config'),
            'XDG_CACHE_HOME': str(self.folder / 'cache'),
            # Output is UTF-8 in every locale, so the poorest one is good enough.
            'LC_ALL': 'C',
            'G_DEBUG': 'fatal-criticals',
        }
        for name in ('ASAN_OPTIONS', 'LSAN_OPTIONS', 'UBSAN_OPTIONS'):
            if name in os.environ:
                self.env[name] = os.environ[name]

    def run_cli(self, *arguments, **options):
        """Output is bytes, so that nothing is mended on the way."""
        options.setdefault('env', self.env)
        options.setdefault('cwd', self.folder)
        options.setdefault('stdin', subprocess.DEVNULL)
        options.setdefault('stdout', subprocess.PIPE)
        return subprocess.run([PROGRAM, *arguments], stderr=subprocess.PIPE, timeout=120, check=False, **options)

    def cli(self, *arguments, **options):
        """What the program printed; it must have succeeded in silence."""
        done = self.run_cli(*arguments, **options)
        self.assertEqual(done.stderr.decode(), '', arguments)
        self.assertEqual(done.returncode, 0, arguments)
        return done.stdout.decode() if done.stdout is not None else ''

    def cli_json(self, *arguments, **options):
        return json.loads(self.cli(*arguments, **options))

    def fail_cli(self, *arguments, status=1, says=(), **options):
        """The one line on standard error; nothing may be on standard output."""
        done = self.run_cli(*arguments, **options)
        message = done.stderr.decode()
        self.assertEqual(done.returncode, status, (arguments, message))
        self.assertFalse(done.stdout, arguments)
        self.assertRegex(message, r'\Aglossator-cli: [^\n]+\n\Z', arguments)
        for word in [says] if isinstance(says, str) else says:
            self.assertIn(word, message)
        return message

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    def snapshot(self):
        """Every file under the data folder, with its bytes."""
        return {str(path): path.read_bytes() for path in sorted(self.data.rglob('*')) if path.is_file()}

    def note_ids(self, *arguments):
        return [note['id'] for note in self.notes(*arguments)]

    def notes(self, *arguments):
        return list_items(self.cli_json('notes', '--format=json', *arguments))


def list_items(collection):
    assert collection['type'] == 'AnnotationCollection', collection
    first = collection.get('first', {})
    return first.get('items', [])


class TapResult(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.number = 0

    def say(self, test, outcome, remark='', detail=''):
        self.number += 1
        print(f'{outcome} {self.number} - {test.id()}{remark}', flush=True)
        for line in detail.splitlines():
            print(f'# {line}', flush=True)

    def addSuccess(self, test):
        self.say(test, 'ok')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.say(test, 'not ok', detail=self.failures[-1][1])

    def addError(self, test, err):
        super().addError(test, err)
        self.say(test, 'not ok', detail=self.errors[-1][1])

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.say(test, 'ok', f' # SKIP {reason}')

    def addSubTest(self, test, subtest, err):
        # A failure of a part is a failure of the whole test, which is said here, once for each.
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.say(subtest, 'not ok', detail=self._exc_info_to_string(err, test))


def main():
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__'])
    result = TapResult()
    suite.run(result)
    print(f'1..{result.number}', flush=True)
    sys.exit(0 if result.wasSuccessful() else 1)
