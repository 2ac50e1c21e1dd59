# SPDX-License-Identifier: GPL-3.0-or-later
"""glossator-cli: its commands, their options and formats, on the shipped texts and on files."""

import csv
import datetime
import io
import json
import os
import unittest
import zipfile
import xml.etree.ElementTree as ElementTree

import cli_harness
from cli_harness import CODE_2011, CODE_2015, CODE_2015_ZH, FORMATS

XHTML = '{http://www.w3.org/1999/xhtml}'

PLAIN_TEXT = 'Code of conduct\n\n1. States should keep the peace.\n\n(a) They = must not threaten;\n\n（一）各国应承诺。\n'


def read_csv(text):
    """The rows by the names of the columns; the rule of the apostrophe undone."""
    assert text.startswith('\ufeff')
    rows = list(csv.reader(io.StringIO(text[1:], newline=''), strict=True))
    return [dict(zip(rows[0], row)) for row in rows[1:]]


class UsageTest(cli_harness.CliTest):
    def test_help(self):
        overview = self.cli('--help')
        for command in ('documents', 'show', 'compare', 'annotate', 'notes'):
            self.assertIn(f'\n  {command} ', overview)
            self.assertIn(f'glossator-cli {command}', self.cli(command, '--help'))
        self.assertIn('--quote=TEXT', self.cli('annotate', '-h'))

    def test_version(self):
        self.assertRegex(self.cli('--version'), r'\Aglossator-cli \d+\.\d+\.\d+\n\Z')

    def test_wrong_usage(self):
        for arguments in ([], ['frobnicate'], ['import'], ['--frobnicate'], ['show'], ['show', 'a', 'b'],
                          ['compare', CODE_2011], ['annotate', CODE_2015], ['documents', 'x'],
                          ['show', CODE_2015, '--frobnicate'], ['show', CODE_2015, '--format=pdf'],
                          ['show', CODE_2015, '--format'], ['show', ''], ['show', CODE_2015, '--format=markdown'],
                          ['compare', CODE_2011, CODE_2015, '--format=akn'],
                          ['compare', CODE_2011, CODE_2015, '--output='], ['notes', '--format=docx'], ['notes', 'a', 'b'],
                          ['annotate', CODE_2015, '(8)', '--color=orange'], ['annotate', CODE_2015, '(8)', '--tag= '],
                          ['annotate', CODE_2015, '(8)', '--quote='], ['annotate', CODE_2015, ''],
                          ['annotate'], ['annotate', '--document'], ['annotate', CODE_2015, '(8)', '--document'],
                          ['annotate', CODE_2015, '--document', '--quote=x'], ['annotate', CODE_2015, '', '--document']):
            with self.subTest(arguments):
                self.fail_cli(*arguments, status=2, says='--help')
        self.assertEqual(self.snapshot(), {})

    def test_not_utf8(self):
        for arguments in (['show', b'\xff'], ['annotate', CODE_2015, b'\xff'],
                          ['annotate', CODE_2015, '(8)', b'--note=\xff'], ['annotate', CODE_2015, '(8)', b'--quote=\xff'],
                          ['annotate', CODE_2015, '(8)', b'--tag=\xff'], ['notes', b'--search=\xff'],
                          ['notes', b'--tag=\xff']):
            with self.subTest(arguments):
                self.fail_cli(*arguments, status=2, says='UTF-8')
        for arguments in ([b'\xff'], ['show', CODE_2015, b'--\xff'], ['show', CODE_2015, b'--format=\xff']):
            with self.subTest(arguments):
                self.fail_cli(*arguments, status=2)
        self.assertEqual(self.snapshot(), {})

    def test_order_of_options(self):
        expected = self.cli('show', CODE_2015, '--format=json')
        self.assertEqual(self.cli('show', '--format=json', CODE_2015), expected)
        self.assertEqual(self.cli('show', '--format', 'json', '--', CODE_2015), expected)
        self.write('--format=json', PLAIN_TEXT)
        self.assertIn('keep the peace', self.cli('show', '--', '--format=json'))

    def test_debug_messages(self):
        """They must not mix with what is printed."""
        done = self.run_cli('documents', '--json', env={**self.env, 'G_MESSAGES_DEBUG': 'all'})
        self.assertEqual(done.stdout.decode(), self.cli('documents', '--json'))


class DocumentsTest(cli_harness.CliTest):
    def test_shipped(self):
        lines = [line.split('\t') for line in self.cli('documents').splitlines()]
        documents = self.cli_json('documents', '--json')
        self.assertEqual([line[0] for line in lines], [document['id'] for document in documents])
        self.assertEqual([line[1] for line in lines], [document['date'] for document in documents])
        self.assertEqual({document['id'] for document in documents},
                         {'A/66/359@en', 'A/69/723@en', 'A/69/723@zh', 'S/2021/540@zh'})
        self.assertEqual([document['date'] for document in documents],
                         sorted(document['date'] for document in documents))

    def test_names(self):
        for document in self.cli_json('documents', '--json'):
            with self.subTest(document['id']):
                shown = self.cli_json('show', document['id'], '--format=json')
                for name in ('id', 'symbol', 'language', 'title', 'date'):
                    self.assertEqual(shown[name], document[name])
        self.assertEqual(self.cli_json('show', CODE_2015, '--format=json')['language'], 'en')


class ShowTest(cli_harness.CliTest):
    def test_json(self):
        shown = self.cli_json('show', CODE_2015, '--format=json')
        self.assertEqual(list(shown), ['id', 'symbol', 'language', 'title', 'date', 'clauses'])
        for clause in shown['clauses']:
            self.assertEqual(list(clause), ['id', 'label', 'kind', 'depth', 'text', 'citation'])
        item = next(clause for clause in shown['clauses'] if clause['id'] == 'annex__para_2__item_8')
        self.assertEqual(item['label'], '(8)')
        self.assertEqual(item['kind'], 'item')
        self.assertEqual(item['citation'], 'A/69/723, annex, para. 2 (8)')

    def test_text_reads_back(self):
        for document in self.cli_json('documents', '--json'):
            with self.subTest(document['id']):
                shown = self.cli_json('show', document['id'], '--format=json')
                path = self.write('again.txt', self.cli('show', document['id']))
                again = self.cli_json('show', path, '--format=json')
                # A footnote's mark is no label that plain text can have.
                before = [(clause['label'], clause['text']) if clause['kind'] != 'note'
                          else ('', f"{clause['label']} {clause['text']}") for clause in shown['clauses']]
                self.assertEqual([(clause['label'], clause['text']) for clause in again['clauses']], before)

    def test_akn_reads_back(self):
        for document in self.cli_json('documents', '--json'):
            with self.subTest(document['id']):
                akn = self.cli('show', document['id'], '--format=akn')
                ElementTree.fromstring(akn.encode())
                path = self.write('again.xml', akn)
                self.assertEqual(self.cli('show', path, '--format=json'),
                                 self.cli('show', document['id'], '--format=json'))

    def test_file(self):
        path = self.write('my code.txt', PLAIN_TEXT)
        for name in (path, 'my code.txt', './my code.txt'):
            shown = self.cli_json('show', name, '--format=json')
            self.assertEqual(shown['symbol'], 'my code')
            self.assertEqual([clause['label'] for clause in shown['clauses']], ['', '1.', '(a)', '（一）'])
        self.assertEqual(self.cli('show', path), PLAIN_TEXT.replace('（一）', '（一） '))


class AnnotateTest(cli_harness.CliTest):
    def test_note(self):
        done = self.cli('annotate', CODE_2015, 'annex__para_2__item_8', '--note=Our position.\nSecond line.',
                        '--tag=internet-governance', '--tag=équité', '--color=red')
        self.assertRegex(done, r'\Aurn:uuid:[0-9a-f-]{36}\n\Z')
        [note] = self.notes(CODE_2015)
        self.assertEqual(note['id'], done.strip())
        self.assertEqual(note['type'], 'Annotation')
        shown = self.cli('notes')
        for words in ('A/69/723, annex, para. 2 (8)', '    Our position.\n    Second line.\n',
                      'Tags: internet-governance, équité', 'Color: Object (Red)'):
            self.assertIn(words, shown)

    def test_whole_document(self):
        self.cli('annotate', CODE_2015_ZH, '（八）', '--note=on a clause')
        self.cli('annotate', CODE_2015_ZH, '--document', '--note=总的立场\n第二行', '--tag=vote')
        self.cli('annotate', self.write('my code.txt', PLAIN_TEXT), '--document', '--note=on a file')
        rows = read_csv(self.cli('notes', '--format=csv'))
        self.assertEqual([(row['citation'], row['clause'], row['quotation'], row['note'], row['place']) for row in rows],
                         [('A/69/723', '', '', '总的立场\n第二行', 'placed'),
                          ('A/69/723, annex, para. 2 (8)', 'annex__para_2__item_8', rows[1]['quotation'], 'on a clause', 'placed'),
                          ('my code', '', '', 'on a file', 'not-found')])
        note = self.notes(CODE_2015_ZH)[0]
        self.assertNotIn('selector', note['target'])
        self.assertEqual(note['target']['source']['language'], 'zh')
        self.assertEqual(len(self.notes(CODE_2015)), 2)

    def test_clause_names(self):
        expected = self.cli_json('show', CODE_2015, '--format=json')['clauses']
        for name, clause_id in (('annex__para_2__item_8', 'annex__para_2__item_8'),
                                ('(8)', 'annex__para_2__item_8'),
                                ('（8）', 'annex__para_2__item_8'),
                                ('annex, para. 2 (8)', 'annex__para_2__item_8'),
                                ('A/69/723, annex, para. 2 (8)', 'annex__para_2__item_8'),
                                ('a/69/723,  ANNEX,  Para. 2  (8)', 'annex__para_2__item_8'),
                                ('annex, para. 2 (7) (a)', 'annex__para_2__item_7__subitem_a'),
                                ('annex, third preambular para.', 'annex__preamble__rec_3'),
                                ('letter, first para.', 'letter__para_1'),
                                ('2.', 'annex__para_2')):
            with self.subTest(name):
                self.assertIn(clause_id, [clause['id'] for clause in expected])
                note_id = self.cli('annotate', CODE_2015, name, '--note=here').strip()
                row = next(row for row in read_csv(self.cli('notes', '--format=csv')) if row['id'] == note_id)
                self.assertEqual(row['clause'], clause_id)

    def test_every_citation_names_its_clause(self):
        """But for the lines of the masthead, which are cited as one."""
        for document in self.cli_json('documents', '--json'):
            clauses = self.cli_json('show', document['id'], '--format=json')['clauses']
            citations = [clause['citation'] for clause in clauses if clause['kind'] != 'masthead']
            self.assertEqual(len(set(citations)), len(citations))
        self.fail_cli('annotate', CODE_2015, 'A/69/723, masthead', says='masthead__distr')

    def test_typographic_quotes_in_a_citation(self):
        self.cli('annotate', CODE_2011, 'annex, "purpose and scope"', '--note=here')
        self.assertIn('A/66/359, annex, “Purpose and scope”', self.cli('notes', CODE_2011))

    def test_quote(self):
        clause = next(clause for clause in self.cli_json('show', CODE_2015_ZH, '--format=json')['clauses']
                      if clause['id'] == 'annex__para_2__item_8')
        quote = clause['text'][3:9]
        self.cli('annotate', CODE_2015_ZH, '(八)', f'--quote={quote}', '--note=立场')
        [row] = read_csv(self.cli('notes', '--format=csv'))
        self.assertEqual(row['quotation'], quote)
        self.assertEqual(row['language'], 'zh')
        self.assertEqual(row['place'], 'placed')
        [note] = self.notes()
        selectors = json.dumps(note['target'], ensure_ascii=False)
        self.assertIn('TextQuoteSelector', selectors)
        self.assertIn(quote, selectors)

    def test_quote_once_of_several(self):
        path = self.write('t.txt', '1. aXa peace aXa\n')
        self.fail_cli('annotate', path, '1.', '--quote=aXa', says='more than one place')
        self.fail_cli('annotate', path, '1.', '--quote=a', says='more than one place')
        self.assertEqual(self.snapshot(), {})
        self.cli('annotate', path, '1.', '--quote=aXa p')
        self.assertEqual(len(self.notes(path)), 1)

    def test_overlapping_places(self):
        path = self.write('t.txt', '1. aaa\n')
        self.fail_cli('annotate', path, '1.', '--quote=aa', says='more than one place')

    def test_file(self):
        path = self.write('my code.txt', PLAIN_TEXT)
        self.cli('annotate', path, '(a)', '--note=on a file')
        self.cli('annotate', path, '1.', '--quote=the peace', '--note=first')
        rows = read_csv(self.cli('notes', path, '--format=csv'))
        self.assertEqual([(row['citation'], row['quotation'], row['note']) for row in rows],
                         [('my code, para. 1', 'the peace', 'first'),
                          ('my code, (a)', 'They = must not threaten;', 'on a file')])
        # Without the file the notes are still there.
        os.unlink(path)
        self.assertEqual({row['note'] for row in read_csv(self.cli('notes', '--format=csv'))}, {'first', 'on a file'})

    def test_dash_values(self):
        self.cli('annotate', '--note', '--not an option', CODE_2015, '--', '(8)')
        self.assertIn('--not an option', self.cli('notes'))

    def test_data_home(self):
        self.cli('annotate', CODE_2015, '(8)', '--note=here')
        self.assertTrue(any(self.annotations.iterdir()))
        env = dict(self.env)
        del env['XDG_DATA_HOME']
        self.assertIn('There are no notes', self.cli('notes', env=env))
        self.cli('annotate', CODE_2015, '(8)', '--note=home', env=env)
        self.assertTrue(any((self.folder / '.local/share/glossator/annotations').iterdir()))

    def test_many_from_several_processes(self):
        ids = [self.cli('annotate', CODE_2015, '(8)', f'--note=note {i}').strip() for i in range(20)]
        self.assertEqual(sorted(self.note_ids()), sorted(ids))


class NotesTest(cli_harness.CliTest):
    def write_notes(self):
        self.cli('annotate', CODE_2015, '(8)', '--note=Café on - *stars* | pipes\n= equal', '--tag=a', '--tag=b')
        self.cli('annotate', CODE_2011, '(a)', '--note=Older one', '--tag=b', '--color=blue')
        self.cli('annotate', CODE_2015_ZH, 'letter__para_1', '--note==1+1', '--tag=c')
        self.cli('annotate', CODE_2015, 'letter__para_1', '--note=Letter')

    def test_order(self):
        self.write_notes()
        rows = read_csv(self.cli('notes', '--format=csv'))
        self.assertEqual([(row['document'], row['language'], row['clause']) for row in rows],
                         [('A/66/359', 'en', 'annex__sec_2__item_a'), ('A/69/723', 'en', 'letter__para_1'),
                          ('A/69/723', 'en', 'annex__para_2__item_8'), ('A/69/723', 'zh', 'letter__para_1')])
        self.assertEqual(self.note_ids(), [row['id'] for row in rows])

    def test_filters(self):
        self.write_notes()
        for arguments, expected in (([], 4), (['--tag=b'], 2), (['--tag=x'], 0), (['--search=cafe STARS'], 1),
                                    (['--search=older'], 1), (['--tag=b', '--search=older'], 1), ([CODE_2011], 1),
                                    ([CODE_2015], 3), (['A/69/723@en'], 2), ([CODE_2015_ZH], 1),
                                    ([CODE_2015, '--tag=b'], 1), (['--search=nothing of this'], 0)):
            with self.subTest(arguments):
                self.assertEqual(len(self.notes(*arguments)), expected)

    def test_more_filters(self):
        self.write_notes()
        self.cli('annotate', CODE_2015, '(9)', '--note=Nested', '--tag=law/water', '--color=red')
        author = self.notes(CODE_2011)[0]['creator']['name']
        today = datetime.date.today()
        yesterday, tomorrow = (str(today + datetime.timedelta(days=days)) for days in (-1, 1))
        for arguments, expected in ((['--tag=law'], 1), (['--tag=law/water'], 1), (['--tag=la'], 0),
                                    (['--color=blue'], 1), (['--color=green'], 0), (['--color=red', '--tag=law'], 1),
                                    ([f'--author={author}'], 5), (['--author=Nobody at all'], 0),
                                    ([f'--since={yesterday}'], 5), ([f'--since={tomorrow}'], 0),
                                    ([f'--until={yesterday}'], 0), ([f'--until={tomorrow}'], 5),
                                    (['--since=2015-01-13', f'--until={tomorrow}', '--search=nested'], 1)):
            with self.subTest(arguments):
                self.assertEqual(len(self.notes(*arguments)), expected)

    def test_filters_that_are_none(self):
        for arguments, says in ((['--color=mauve'], 'mauve'), (['--since=13.1.2015'], '13.1.2015'),
                                (['--until=2015-02-29'], '2015-02-29'), (['--sort=color'], 'place, tag, date'),
                                (['--since='], '--since'), ([b'--author=\xff'], '--author')):
            with self.subTest(arguments):
                self.fail_cli('notes', *arguments, status=2, says=says)

    def test_sort(self):
        self.write_notes()

        def listed(*arguments):
            return [row['note'].split()[0] for row in read_csv(self.cli('notes', '--format=csv', *arguments))]
        self.assertEqual(listed('--sort=place'), listed())
        self.assertEqual(listed('--sort=place'), ['Older', 'Letter', 'Café', "'=1+1"])
        self.assertEqual(listed('--sort=tag'), ['Café', 'Older', "'=1+1", 'Letter'])
        self.assertEqual(listed('--sort=date'), ['Letter', "'=1+1", 'Older', 'Café'])
        page = ElementTree.fromstring(self.cli('notes', '--format=html', '--sort=tag'))
        self.assertEqual([heading.text for heading in page.findall(f'.//{XHTML}h2')], ['a', 'b', 'c', 'Without a tag'])

    def test_quotations_are_exact(self):
        self.write_notes()
        for row in read_csv(self.cli('notes', '--format=csv')):
            document = f"{row['document']}@{row['language']}"
            clause = next(clause for clause in self.cli_json('show', document, '--format=json')['clauses']
                          if clause['id'] == row['clause'])
            self.assertEqual(row['quotation'], clause['text'])
            self.assertEqual(row['citation'], clause['citation'])

    def test_word(self):
        """A Word document goes to a file, or to standard output where that is said."""
        self.cli('annotate', CODE_2015, '(8)', '--note=意见 & more')
        path = self.folder / 'notes.docx'
        self.cli('notes', '--format=docx', f'--output={path}')
        with zipfile.ZipFile(path) as archive:
            self.assertIsNone(archive.testzip())
            comments = archive.read('word/comments.xml').decode()
            text = archive.read('word/document.xml').decode()
        self.assertEqual(comments.count('<w:comment '), 1)
        self.assertIn('意见 &amp; more', comments)
        self.assertIn('equal responsibility', text)

        done = self.run_cli('notes', '--format=docx', '--output=-')
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stdout, path.read_bytes())
        self.fail_cli('notes', '--format=docx', status=2, says='--output')

    def test_formats(self):
        self.write_notes()
        for words in ('### A/69/723, annex, para. 2 (8)\n', 'Café on - \\*stars\\* \\| pipes  \n\\= equal\n', '\n> '):
            self.assertIn(words, self.cli('notes', '--format=markdown'))
        page = ElementTree.fromstring(self.cli('notes', '--format=html'))
        self.assertEqual(len(page.findall(f'.//{XHTML}article')), 4)
        self.assertEqual([heading.get('lang') for heading in page.findall(f'.//{XHTML}h2')], ['en', 'en', 'zh'])
        notes = [row['note'] for row in read_csv(self.cli('notes', '--format=csv'))]
        self.assertEqual(notes[3], "'=1+1")
        for item in self.notes():
            self.assertIn(item['target']['dcterms:bibliographicCitation'],
                          ['A/66/359, annex, para. (a)', 'A/69/723, letter, first para.', 'A/69/723, annex, para. 2 (8)'])

    def test_nothing_to_show(self):
        self.assertEqual(self.cli('notes'), 'There are no notes.\n')
        self.assertEqual(self.cli('notes', '--format=markdown'), '# Notes\n\nThere are no notes.\n')
        ElementTree.fromstring(self.cli('notes', '--format=html'))
        self.assertEqual(read_csv(self.cli('notes', '--format=csv')), [])
        self.assertEqual(self.notes(), [])
        self.assertEqual(self.notes(CODE_2015), [])
        self.assertEqual(self.snapshot(), {})

    def test_output(self):
        self.write_notes()
        for name in FORMATS:
            with self.subTest(name):
                path = self.folder / f'notes {name}'
                expected = self.cli('notes', f'--format={name}')
                self.assertEqual(self.cli('notes', f'--format={name}', f'--output={path}'), '')
                self.assertEqual(path.read_text(encoding='utf-8', newline=''), expected)
        path.write_text('something else that is there already')
        self.cli('notes', '--output', str(path))
        self.assertEqual(path.read_text(encoding='utf-8'), self.cli('notes'))
        self.assertEqual(self.cli('notes', '-o', '-'), self.cli('notes'))
        self.assertEqual(self.cli('notes', '--output=/dev/stdout'), self.cli('notes'))

    def test_reading_changes_nothing(self):
        self.write_notes()
        self.cli('notes')
        before = self.snapshot()
        for name in FORMATS:
            self.cli('notes', f'--format={name}')
        self.assertEqual(self.snapshot(), before)


class CompareTest(cli_harness.CliTest):
    def test_word(self):
        path = self.folder / 'comparison.docx'
        self.cli('compare', CODE_2011, CODE_2015, '--format=docx', f'--output={path}')
        with zipfile.ZipFile(path) as archive:
            self.assertIsNone(archive.testzip())
            text = archive.read('word/document.xml').decode()
        self.assertRegex(text, r'<w:ins [^>]*w:author="A/69/723"')
        self.assertIn('<w:delText', text)
        self.fail_cli('compare', CODE_2011, CODE_2015, '--format=docx', status=2, says='--output')

    def test_formats(self):
        rows = self.cli_json('compare', CODE_2011, CODE_2015, '--format=json')['rows']
        table = read_csv(self.cli('compare', CODE_2011, CODE_2015, '--format=csv'))
        self.assertEqual([row['state'] for row in table], [row['state'] for row in rows])
        page = ElementTree.fromstring(self.cli('compare', CODE_2011, CODE_2015, '--format=html'))
        self.assertEqual(len([row for row in page.iter(f'{XHTML}div') if row.get('id', '').startswith('row-')]), len(rows))
        markdown = self.cli('compare', CODE_2011, CODE_2015, '--format=markdown').split('| --- | --- | --- | --- |\n')[1]
        self.assertEqual(markdown.count('\n'), len(rows))
        for line in markdown.splitlines():
            self.assertEqual(line.replace('\\|', '').count('|'), 5)
        text = self.cli('compare', CODE_2011, CODE_2015)
        self.assertIn('[-', text)
        self.assertIn('{+', text)

    def test_html_holds_both_texts(self):
        page = ElementTree.fromstring(self.cli('compare', CODE_2011, CODE_2015, '--format=html', '--layout=columns'))
        table = read_csv(self.cli('compare', CODE_2011, CODE_2015, '--format=csv'))
        for row, cells in zip(page.findall(f'.//{XHTML}tbody/{XHTML}tr'), table):
            old, new = row.findall(f'{XHTML}td')
            self.assertEqual(''.join(old.find(f'{XHTML}div').itertext()) if len(old) else '', cells['old text'])
            self.assertEqual(''.join(new.find(f'{XHTML}div').itertext()) if len(new) else '', cells['new text'])

    def test_html_redline(self):
        """Without what is deleted it is the new text, without what is inserted the old one; the ends of what moved lead to
        each other; and there is no table."""
        def text_without(element, tag):
            return ''.join([element.text or ''] + [('' if child.tag == XHTML + tag else ''.join(child.itertext())) +
                                                   (child.tail or '') for child in element])

        old = self.write('old.txt', '(a) One & <two> three\u0001.\n\n(b) A clause that goes elsewhere, with many words.\n\n'
                                    '(c) Four five six seven.\n\n(d) Nine ten eleven [-twelve-] {+13+} | x.\n')
        new = self.write('new.txt', '(1) One & <two> 3\u0001.\n\n(2) Four five six seven.\n\n'
                                    '(3) Nine ten eleven [-twelve-] {+14+} | x.\n\n'
                                    '(4) A clause that goes elsewhere, with many words.\n')
        for pair in ((old, new), (CODE_2011, CODE_2015), (CODE_2015, CODE_2015_ZH)):
            page = ElementTree.fromstring(self.cli('compare', *pair, '--format=html'))
            self.assertEqual(page.findall(f'.//{XHTML}table'), [])
            table = read_csv(self.cli('compare', *pair, '--format=csv'))
            rows = [row for row in page.iter(f'{XHTML}div') if row.get('id', '').startswith('row-')]
            self.assertEqual(len(rows), len(table))
            for row, cells in zip(rows, table):
                text = row.find(f'{XHTML}div/{XHTML}div[2]')
                for name, other in (('old text', 'ins'), ('new text', 'del')):
                    expected = cells[name].replace('\u0001', '\ufffd')
                    self.assertEqual(text_without(text, other), expected.removeprefix("'") if expected[:1] == "'" else expected)
            links = {link.get('href')[1:] for link in page.iter(f'{XHTML}a')}
            places = {place.get('id') for place in page.iter(f'{XHTML}div') if place.get('id')}
            self.assertLessEqual(links, places)
            if pair[0] == old:
                self.assertEqual(len(links), 2)
                self.assertEqual({link.text for link in page.iter(f'{XHTML}a')}, {'moved to (4)', 'moved from (b)'})

        page = ElementTree.fromstring(self.cli('compare', CODE_2015, CODE_2015_ZH, '--format=html'))
        self.assertEqual({mark.get('lang') for mark in page.iter(f'{XHTML}del') if mark.get('lang')}, {'en'})
        self.assertEqual({mark.get('lang') for mark in page.iter(f'{XHTML}ins') if mark.get('lang')}, {'zh'})

        with_notes = self.cli('compare', CODE_2011, CODE_2015, '--format=html', '--layout=redline', '--notes')
        ElementTree.fromstring(with_notes)
        self.fail_cli('compare', CODE_2011, CODE_2015, '--layout=columns', status=2, says='--format=html')
        self.fail_cli('compare', CODE_2011, CODE_2015, '--format=html', '--layout=rows', status=2, says='columns')

    def test_output(self):
        for name in FORMATS:
            with self.subTest(name):
                path = self.folder / f'comparison {name}'
                expected = self.cli('compare', CODE_2011, CODE_2015, f'--format={name}')
                self.assertEqual(self.cli('compare', CODE_2011, CODE_2015, f'--format={name}', f'--output={path}'), '')
                self.assertEqual(path.read_text(encoding='utf-8', newline=''), expected)

    def test_added_document(self):
        akn = self.cli('show', CODE_2015, '--format=akn').replace('A/69/723', 'A/70/999')
        self.write('data/glossator/documents/a-70-999.xml', akn)
        self.assertIn('A/70/999@en', self.cli('documents'))
        compared = self.cli_json('compare', CODE_2015, 'A/70/999', '--format=json')
        self.assertEqual(compared['new']['symbol'], 'A/70/999')


if __name__ == '__main__':
    cli_harness.main()
