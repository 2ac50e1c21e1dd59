#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes of every kind, on whole documents too, in every format; and those of the formats that come back, back."""

import csv
import html
import io
import re
import shutil
import zipfile
from xml.etree import ElementTree

import cli_harness
from cli_harness import CODE_2011, CODE_2015, CODE_2015_ZH

XHTML = '{http://www.w3.org/1999/xhtml}'
WORD = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
FORMATS_THAT_COME_BACK = ('json', 'hypothesis', 'readium')
NOTE = 'Our *position* | on all\n# of it\n=1+1 <b>'

# Letters outside the BMP before the phrase, and the same words several times.
ASTRAL = """1. 𝔘𝔫𝔦 😀😀 the States shall cooperate and the States shall cooperate again.

2. Repeated phrase here. Repeated phrase there. Repeated phrase elsewhere.
"""


class ExchangeTest(cli_harness.CliTest):
    def setUp(self):
        super().setUp()
        # A document of the user's own, where the program keeps those.
        source = self.write('astral.txt', ASTRAL)
        added = self.data / 'glossator' / 'documents'
        added.mkdir(parents=True)
        (added / 'astral.xml').write_text(self.cli('show', source, '--format=akn'), encoding='utf-8')
        self.added = added

    def write_notes(self):
        self.cli('annotate', CODE_2015, '--document', f'--note={NOTE}', '--tag=法/总则', '--tag=vote', '--color=red')
        self.cli('annotate', CODE_2015, '--document')
        self.cli('annotate', CODE_2015_ZH, '--document', '--note=总的立场')
        self.cli('annotate', CODE_2015, '(8)', '--note=On the clause', '--tag=vote')
        self.cli('annotate', CODE_2015, '(8)', '--quote=equal responsibility', '--note=A phrase', '--color=purple')
        self.cli('annotate', CODE_2015, '(8)', '--quote=responsibility for, international', '--note=Over it', '--color=blue')
        self.cli('annotate', CODE_2011, '(a)', '--note=موقفنا\nالثاني')
        self.cli('annotate', 'astral', '--document', '--note=Of my own')
        self.cli('annotate', 'astral', '1.', '--quote=𝔘𝔫𝔦 😀', '--note=😀')
        self.cli('annotate', 'astral', '1.', '--quote=States shall cooperate again', '--note=Behind', '--color=gray')
        self.cli('annotate', 'astral', '2.', '--quote=Repeated phrase there', '--note=The second')

    def rows(self, *arguments):
        """What every note says, in the order of the text: what a reader would see of it."""
        table = self.cli('notes', '--format=csv', *arguments)
        return list(csv.DictReader(io.StringIO(table.lstrip('\ufeff'), newline='')))

    def in_new_home(self):
        """From here on, another user, who has the same documents."""
        home = self.folder / 'another'
        shutil.copytree(self.added, home / 'glossator' / 'documents')
        self.env = {**self.env, 'XDG_DATA_HOME': str(home)}

    def test_round_trip(self):
        self.write_notes()
        here = self.env
        before = self.rows()
        self.assertEqual(len(before), 11)
        for name in FORMATS_THAT_COME_BACK:
            with self.subTest(name):
                path = str(self.folder / f'notes.{name}')
                self.cli('notes', f'--format={name}', f'--output={path}')

                # Nothing is there twice.
                self.assertNotIn(' new', self.cli('import', path))
                self.assertEqual(self.rows(), before)

                self.in_new_home()
                said = self.cli('import', path)
                self.assertNotRegex(said, 'to be placed|not found|not in the library')
                self.assertEqual(self.rows(), before)
                self.assertNotIn(' new', self.cli('import', path))
                self.assertEqual(self.rows(), before)
                shutil.rmtree(self.folder / 'another')
                self.env = here

    def test_both_selectors(self):
        """Both of each phrase, and of the words of a whole clause, for programs that go by either; of a whole document
        neither."""
        self.write_notes()
        texts = {}
        for document in (CODE_2015, CODE_2011, 'astral'):
            for clause in self.cli_json('show', document, '--format=json')['clauses']:
                texts[document, clause['id']] = clause['text']
        n_phrases = 0
        for note in self.notes():
            selector = note['target'].get('selector')
            if selector is None:
                self.assertRegex(note['target']['dcterms:bibliographicCitation'], r'\A(A/69/723|astral)\Z')
                continue
            quote, position = selector['refinedBy']
            self.assertEqual((quote['type'], position['type']), ('TextQuoteSelector', 'TextPositionSelector'))
            text = texts[note['target']['source']['label'], selector['value']]
            self.assertEqual(text[position['start']:position['end']], quote['exact'])
            self.assertTrue(text[:position['start']].endswith(quote['prefix']))
            self.assertTrue(text[position['end']:].startswith(quote['suffix']))
            n_phrases += quote['exact'] != text
            self.assertEqual(selector.get('glossator:whole', False), quote['exact'] == text)
        self.assertEqual(n_phrases, 5)

    def test_whole_document_in_texts(self):
        """It stands under the citation of the document, before the notes on its clauses, and quotes nothing."""
        self.write_notes()
        text = self.cli('notes', CODE_2015)
        self.assertRegex(text, r'\nA/69/723\n\n    Our \*position\* \| on all\n    # of it\n    =1\+1 <b>\n\n    Tags: 法/总则, vote\n')
        self.assertLess(text.index('总的立场'), text.index('On the clause'))

        markdown = self.cli('notes', CODE_2015, '--format=markdown')
        self.assertIn('\n### A/69/723\n\nOur \\*position\\* \\| on all  \n\\# of it  \n\\=1+1 \\<b\\>\n', markdown)

        page = ElementTree.fromstring(self.cli('notes', CODE_2015, '--format=html'))
        articles = page.findall(f'.//{XHTML}article')
        self.assertEqual([article.find(f'{XHTML}h3').text for article in articles[:3]], ['A/69/723'] * 3)
        self.assertEqual([article.find(f'{XHTML}blockquote') for article in articles[:3]], [None] * 3)
        self.assertEqual(articles[0].find(f'{XHTML}p').text, NOTE)

        row = next(row for row in self.rows(CODE_2015) if row['tags'].startswith('法'))
        self.assertEqual([row[name] for name in ('citation', 'clause', 'quotation', 'note', 'place')],
                         ['A/69/723', '', '', NOTE, 'placed'])

    def test_whole_document_in_word(self):
        """A comment on the title, beside those on overlapping phrases; each range is opened and closed once."""
        self.write_notes()
        path = self.folder / 'notes.docx'
        self.cli('notes', CODE_2015, '--format=docx', f'--output={path}')
        with zipfile.ZipFile(path) as archive:
            comments = ElementTree.fromstring(archive.read('word/comments.xml'))
            body = ElementTree.fromstring(archive.read('word/document.xml'))
        covered, found = set(), {}
        for node in body.iter():
            number = node.get(f'{WORD}id')
            if node.tag == f'{WORD}commentRangeStart':
                covered.add(number)
                self.assertIsNone(found.setdefault(number, '') or None, 'begun twice')
            elif node.tag == f'{WORD}commentRangeEnd':
                covered.remove(number)
            elif node.tag == f'{WORD}t':
                for each in covered:
                    found[each] += node.text
        self.assertEqual(covered, set())

        titles = [clause['text'] for clause in self.cli_json('show', CODE_2015, '--format=json')['clauses'] if clause['kind'] == 'title']
        said = {}
        for comment in comments:
            lines = [''.join(text.text for text in line.iter(f'{WORD}t')) for line in comment.iter(f'{WORD}p')]
            said[lines[0]] = found[comment.get(f'{WORD}id')]
            if lines[0].startswith('Our'):
                self.assertEqual(lines[:3], NOTE.split('\n'))
        self.assertIn(said['Our *position* | on all'], titles)
        self.assertIn(said['总的立场'], titles)
        self.assertEqual(said['A phrase'], 'equal responsibility')
        self.assertEqual(said['Over it'], 'responsibility for, international')
        self.assertTrue(said['On the clause'].endswith('functioning of the Internet;'))

    def test_html_is_escaped(self):
        self.cli('annotate', CODE_2015, '--document', '--note=<script>alert("x")</script> & \'', '--tag=<i>')
        page = self.cli('notes', '--format=html')
        self.assertNotRegex(page, '<script|<i>')
        self.assertIn('<script>alert("x")</script> & \'', html.unescape(re.sub(r'<[^>]*>', '', page)))


if __name__ == '__main__':
    cli_harness.main()
