# SPDX-License-Identifier: GPL-3.0-or-later
"""glossator-cli where things go wrong: one clear line, the right exit status, and nothing changed."""

import fcntl
import json
import os
import pathlib
import resource
import shutil
import subprocess
import unittest

import cli_harness
from cli_harness import CODE_2011, CODE_2015, FORMATS

# Every command that prints something, with what it needs.
PRINTING = [['--help'], ['--version'], ['documents'], ['documents', '--json'], ['notes'],
            *(['notes', f'--format={name}'] for name in FORMATS), ['show', CODE_2015],
            ['show', CODE_2015, '--format=json'], ['show', CODE_2015, '--format=akn'],
            *(['compare', CODE_2011, CODE_2015, f'--format={name}'] for name in FORMATS)]


def limit_file_size(n_bytes):
    """No file of the program grows beyond that: a full disk for whoever writes one."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (n_bytes, n_bytes))


class DocumentTest(cli_harness.CliTest):
    def check(self, name, *says):
        for arguments in (['show', name], ['show', '--format=json', name], ['compare', name, CODE_2015],
                          ['compare', CODE_2015, name], ['annotate', name, '(8)'], ['notes', name]):
            with self.subTest(arguments):
                self.fail_cli(*arguments, says=says)
        self.assertEqual(self.snapshot(), {})

    def test_not_there(self):
        self.check('A/99/999', 'A/99/999')
        self.check('A/69/723@fr', 'A/69/723@fr')
        self.check('no such file.txt', 'no such file.txt')
        self.check(str(self.folder / 'no folder' / 'file.xml'), 'file.xml')

    def test_folder(self):
        (self.folder / 'folder').mkdir()
        self.check('folder', 'folder')

    def test_damaged_xml(self):
        akn = self.cli('show', CODE_2015, '--format=akn')
        self.assertIn('</p>', akn)
        damaged = [akn[:len(akn) // 2],
                   akn.replace('</akomaNtoso>', ''),
                   akn.replace('</p>', '</q>', 1),
                   akn.replace('</p>', '</p', 1),
                   akn.encode().replace(b'</p>', b'\xff</p>', 1),
                   '<?xml version="1.0"?><unrelated/>',
                   '<akomaNtoso',
                   '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>']
        for number, content in enumerate(damaged):
            self.check(self.write(f'damaged-{number}.xml', content), f'damaged-{number}.xml')

    def test_not_utf8(self):
        self.check(self.write('latin.txt', 'é'.encode('latin-1')), 'latin.txt', 'UTF-8')
        self.check(self.write('binary.txt', bytes(range(256))), 'binary.txt')

    def test_empty(self):
        self.check(self.write('empty.txt', ''), 'empty.txt')
        self.check(self.write('blank.txt', ' \n\n \n'), 'blank.txt')

    def test_not_readable(self):
        path = self.write('secret.txt', '1. Secret.\n')
        os.chmod(path, 0)
        if os.access(path, os.R_OK):
            self.skipTest('this user may read everything')
        self.check(path, 'secret.txt')

    def test_damaged_document_of_the_users(self):
        path = self.write('data/glossator/documents/damaged.xml', '<akomaNtoso')
        done = self.run_cli('documents')
        self.assertEqual(done.returncode, 0)
        self.assertEqual(len(done.stdout.splitlines()), 4)
        self.assertRegex(done.stderr.decode(), r'\Aglossator-cli: [^\n]*damaged\.xml[^\n]*\n\Z')
        self.assertEqual(pathlib.Path(path).read_text(encoding='utf-8'), '<akomaNtoso')
        # Nobody who wants another document needs to hear of it.
        self.cli('show', CODE_2015)


class ClauseTest(cli_harness.CliTest):
    def test_unknown(self):
        message = self.fail_cli('annotate', CODE_2015, 'annex__para_2__item_88', '--note=x', says='annex__para_2__item_88')
        self.assertIn('annex__para_2__item_8,', message)
        self.fail_cli('annotate', CODE_2015, 'annex, para. 2 (14)', says='annex__para_2__item_1')
        self.fail_cli('annotate', CODE_2015, 'x' * 5000)
        self.assertEqual(self.snapshot(), {})

    def test_ambiguous_label(self):
        path = self.write('t.txt', '1. One.\n\n(a) First.\n\n2. Two.\n\n(a) Second.\n')
        message = self.fail_cli('annotate', path, '(a)', says='2')
        ids = [clause['id'] for clause in self.cli_json('show', path, '--format=json')['clauses'] if clause['label'] == '(a)']
        for clause_id in ids:
            self.assertIn(clause_id, message)
            self.cli('annotate', path, clause_id)

    def test_quote_not_in_clause(self):
        self.cli('annotate', CODE_2015, '(8)', '--note=kept')
        before = self.snapshot()
        self.fail_cli('annotate', CODE_2015, '(8)', '--quote=words that are not there', '--note=x',
                      says=['words that are not there', 'A/69/723, annex, para. 2 (8)'])
        self.assertEqual(self.snapshot(), before)

    def test_one_line_whatever_is_named(self):
        self.fail_cli('annotate', CODE_2015, 'a\nb\x1b[31m', '--note=x')
        self.fail_cli('annotate', CODE_2015, '(8)', '--quote=two\nlines')
        self.fail_cli('show', 'no\nfile')


class AnnotationFileTest(cli_harness.CliTest):
    def damage(self, content):
        self.cli('annotate', CODE_2015, '(8)', '--note=kept')
        [path] = [path for path in self.annotations.iterdir() if path.suffix == '.json']
        path.write_bytes(content(path.read_bytes()))
        return path

    def check(self, content):
        path = self.damage(content)
        before = self.snapshot()
        for arguments in (['notes'], ['notes', CODE_2015], ['notes', '--format=json'],
                          ['annotate', CODE_2015, '(9)', '--note=new']):
            with self.subTest(arguments):
                self.fail_cli(*arguments, says=str(path))
                self.assertEqual(self.snapshot(), before)
        # Other documents are not harmed.
        self.cli('annotate', CODE_2011, '(a)', '--note=fine')
        self.assertEqual(len(self.notes(CODE_2011)), 1)

    def test_truncated(self):
        self.check(lambda content: content[:-20])

    def test_empty(self):
        self.check(lambda content: b'')

    def test_no_json(self):
        self.check(lambda content: b'These are not annotations.\n')

    def test_other_json(self):
        self.check(lambda content: b'{"name": "something else", "list": [1, 2, 3]}')

    def test_not_utf8(self):
        self.check(lambda content: content.replace(b'kept', b'k\xffpt'))

    def test_folder_in_its_place(self):
        path = self.damage(lambda content: content)
        path.unlink()
        path.mkdir()
        self.fail_cli('annotate', CODE_2015, '(9)', says=str(path))
        self.fail_cli('notes', says=str(path))
        self.assertTrue(path.is_dir())


class DataFolderTest(cli_harness.CliTest):
    def test_file_in_place_of_folder(self):
        self.write('data/glossator', 'I am a file.')
        self.fail_cli('annotate', CODE_2015, '(8)', '--note=x', says='glossator')
        self.assertEqual(list(self.snapshot().values()), [b'I am a file.'])

    def test_read_only(self):
        self.cli('annotate', CODE_2015, '(8)', '--note=kept')
        for path in [*self.annotations.iterdir(), self.annotations]:
            path.chmod(0o555 if path.is_dir() else 0o444)
        self.addCleanup(self.annotations.chmod, 0o755)
        if os.access(self.annotations, os.W_OK):
            self.skipTest('this user may write everywhere')
        before = self.snapshot()
        self.fail_cli('annotate', CODE_2015, '(9)', '--note=x')
        self.assertEqual(self.snapshot(), before)
        self.assertEqual(len(self.notes()), 1)

    def test_no_space(self):
        """Whatever the limit is, a note is either acknowledged and there, or refused and not there."""
        acknowledged = [self.cli('annotate', CODE_2015, '(8)', '--note=kept').strip()]
        outcomes = set()
        for limit in (0, 1, 100, 500, 1000, 1500, 3000, 6000, 100000):
            done = self.run_cli('annotate', CODE_2015, '(9)', f'--note={"x" * 700}', preexec_fn=limit_file_size(limit))
            outcomes.add(done.returncode)
            if done.returncode == 0:
                acknowledged.append(done.stdout.decode().strip())
            else:
                self.assertEqual(done.returncode, 1)
                self.assertEqual(done.stdout, b'')
                self.assertRegex(done.stderr.decode(), r'\Aglossator-cli: [^\n]+\n\Z')
            self.assertEqual(sorted(self.note_ids()), sorted(acknowledged), limit)
        self.assertEqual(outcomes, {0, 1})

    def test_full_disk(self):
        """The same on a real file system of 64 KiB, where the user may mount one."""
        mount = self.folder / 'data'
        mount.mkdir()
        script = ('mount -t tmpfs -o size=64k tmpfs "$1" || exit 77\n'
                  'cat /dev/zero >"$1/filler" 2>/dev/null\n'
                  'n=0\n'
                  'while [ $n -lt 40 ]; do\n'
                  '  # A page more of room after every third note.\n'
                  '  size=$(( $(stat -c %s "$1/filler") - 4096 ))\n'
                  '  [ $((n % 3)) = 2 ] && [ $size -ge 0 ] && truncate -s $size "$1/filler"\n'
                  '  id=$("$2" annotate A/69/723 "(8)" --note="note $n" 2>"$3/stderr"); status=$?\n'
                  '  echo "$status $id $(wc -l <"$3/stderr")"\n'
                  '  n=$((n + 1))\n'
                  'done >"$3/outcomes"\n'
                  '"$2" notes --format=json >"$3/notes.json"\n')
        unshare = shutil.which('unshare')
        if unshare is None:
            self.skipTest('there is no unshare')
        done = subprocess.run([unshare, '--map-root-user', '--mount', 'sh', '-c', script, 'sh', mount,
                               cli_harness.PROGRAM, self.folder], env=self.env, cwd=self.folder,
                              capture_output=True, timeout=120, check=False)
        if not (self.folder / 'outcomes').exists():
            self.skipTest('this user may mount nothing')
        self.assertEqual(done.returncode, 0, done.stderr)
        acknowledged, refused = [], 0
        for line in (self.folder / 'outcomes').read_text(encoding='utf-8').splitlines():
            fields = line.split()
            if fields[0] == '0':
                self.assertEqual(len(fields), 3, line)
                acknowledged.append(fields[1])
            else:
                self.assertEqual(fields, ['1', '1'], 'an id was printed, or not one line said why')
                refused += 1
        self.assertGreater(refused, 0)
        self.assertGreater(len(acknowledged), 0)
        notes = cli_harness.list_items(json.loads((self.folder / 'notes.json').read_text(encoding='utf-8')))
        self.assertEqual(sorted(note['id'] for note in notes), sorted(acknowledged))


class WaitingTest(cli_harness.CliTest):
    def test_another_writes_for_long(self):
        """A window that removes thousands of notes holds their file for seconds: that is waited for."""
        self.cli('annotate', CODE_2015, '(8)', '--note=before')
        [journal] = self.annotations.glob('*.journal')
        with open(journal, 'rb') as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            waiting = [subprocess.Popen([cli_harness.PROGRAM, *arguments], env=self.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                       for arguments in (['annotate', CODE_2015, '(9)', '--note=meanwhile'], ['notes', '--format=csv'])]
            for process in waiting:
                with self.assertRaises(subprocess.TimeoutExpired):
                    process.wait(3)
        for process in waiting:
            with process:
                self.assertEqual(process.stderr.read(), b'')
                self.assertEqual(process.wait(60), 0)
        self.assertEqual(len(self.notes()), 2)


class OutputTest(cli_harness.CliTest):
    def test_full_device(self):
        if not os.path.exists('/dev/full'):
            self.skipTest('there is no /dev/full')
        self.cli('annotate', CODE_2015, '(8)', '--note=kept')
        for arguments in PRINTING:
            with self.subTest(arguments), open('/dev/full', 'wb') as full:
                self.fail_cli(*arguments, stdout=full, says='standard output')

    def test_closed_pipe(self):
        for arguments in PRINTING:
            with self.subTest(arguments):
                reader, writer = os.pipe()
                os.close(reader)
                try:
                    self.fail_cli(*arguments, stdout=writer, says='standard output')
                finally:
                    os.close(writer)

    def test_closed_standard_output(self):
        """The next file to be opened must not take its place."""
        self.cli('annotate', CODE_2015, '(8)', '--note=kept')
        done = self.run_cli('annotate', CODE_2015, '(9)', '--note=new', stdout=None, preexec_fn=lambda: os.close(1))
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr.decode(), r'\Aglossator-cli: [^\n]*urn:uuid:[^\n]+\n\Z')
        self.assertEqual(len(self.notes()), 2)

    def test_slow_reader(self):
        """A pipe holds 64 KiB; all of a long text arrives though nobody reads at first."""
        text = '\n\n'.join(f'({i}) ' + 'peace ' * 50 for i in range(1, 2000))
        path = self.write('long.txt', text)
        expected = self.cli('show', path, '--format=json')
        self.assertGreater(len(expected), 500000)
        with subprocess.Popen([cli_harness.PROGRAM, 'show', path, '--format=json'], env=self.env,
                              stdout=subprocess.PIPE) as process:
            pieces = []
            while piece := process.stdout.read(1000):
                pieces.append(piece)
        self.assertEqual(b''.join(pieces).decode(), expected)

    def test_output_file(self):
        (self.folder / 'folder').mkdir()
        path = self.write('there.md', 'old content')
        for arguments in (['notes'], ['compare', CODE_2011, CODE_2015]):
            with self.subTest(arguments):
                self.fail_cli(*arguments, '--output=folder', says='folder')
                self.fail_cli(*arguments, '--output=no such folder/x', says='no such folder/x')
                self.fail_cli(*arguments, '--output=/dev/full', says='/dev/full')
        self.fail_cli('compare', CODE_2011, CODE_2015, f'--output={path}', preexec_fn=limit_file_size(1000), says='there.md')
        self.assertEqual(pathlib.Path(path).read_text(encoding='utf-8'), 'old content')
        self.fail_cli('compare', CODE_2011, CODE_2015, '--output=new.md', preexec_fn=limit_file_size(1000), says='new.md')
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ['folder', 'there.md'])


if __name__ == '__main__':
    cli_harness.main()
