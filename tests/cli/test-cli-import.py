# SPDX-License-Identifier: GPL-3.0-or-later
"""glossator-cli import: files of other programs come in once, or not at all."""

import json
import pathlib
import resource

import cli_harness
from cli_harness import CODE_2015

SAMPLES = pathlib.Path(__file__).parent.parent / 'data' / 'import'
READABLE = ['w3c-single.json', 'w3c-collection.json', 'w3c-page.json', 'w3c-list.json', 'hypothesis-api.json',
            'hypothesis-export.json', 'readium.annotation', 'foliate.json']


def sample(name):
    return str(SAMPLES / name)


class ImportTest(cli_harness.CliTest):
    def test_every_format(self):
        for name, n_notes in zip(READABLE, [1, 3, 4, 5, 9, 9, 10, 12]):
            with self.subTest(name):
                self.cli('import', sample(name))
                self.assertEqual(len(self.notes()), n_notes)

    def test_twice_is_once(self):
        files = [sample(name) for name in READABLE]
        self.cli('import', *files)
        before = self.notes()
        self.assertEqual(len(before), 12)
        again = self.cli('import', *files)
        self.assertIn(f'{CODE_2015}: 12 already there\n', again)
        self.assertEqual(self.notes(), before)

    def test_dry_run(self):
        told = self.cli('import', '--dry-run', sample('hypothesis-api.json'))
        self.assertIn('4 annotations', told)
        self.assertIn(f'{CODE_2015}: 3 new\n', told)
        self.assertIn('Nothing was changed.\n', told)
        self.assertEqual(self.snapshot(), {})
        done = self.cli('import', sample('hypothesis-api.json'))
        self.assertEqual(told, done + 'Nothing was changed.\n')

    def test_summary(self):
        told = self.cli('import', sample('w3c-collection.json'), sample('w3c-page.json'), sample('hypothesis-api.json'))
        self.assertIn('not found: “these words are nowhere in it” (A/69/723)\n', told)
        self.assertIn('on the first of 2 clauses: “for respect of the rights', told)
        self.assertIn('https://blog.example/post: 1 new (not in the library)\n', told)
        self.assertIn('1 annotation is not in the file, only its address\n', told)

    def test_update(self):
        self.cli('import', sample('hypothesis-api.json'))
        told = self.cli('import', sample('hypothesis-export.json'))
        self.assertIn(f'{CODE_2015}: 1 updated\n', told)
        self.assertIn('Equal *roles*: see also clause 9.', self.cli('notes'))

    def test_changed_here_and_there(self):
        """What was written here stays, what was written there comes beside it, once."""
        def row(text, updated):
            selector = {'type': 'TextQuoteSelector', 'exact': 'equal responsibility'}
            source = 'https://undocs.org/en/A/69/723'
            return json.dumps({'total': 1, 'rows': [
                {'id': 'x', 'created': '2020-01-01T00:00:00+00:00', 'updated': updated, 'user': 'acct:jo@hypothes.is', 'uri': source,
                 'text': text, 'tags': ['t'], 'target': [{'source': source, 'selector': [selector]}]}]})

        def texts():
            return sorted(body['value'] for note in self.notes() for body in note['body'] if body['purpose'] == 'commenting')
        first = self.write('first.json', row('theirs', '2020-01-02T00:00:00.123456+00:00'))
        second = self.write('second.json', row('theirs, later', '2999-01-02T00:00:00+00:00'))
        self.cli('import', first)
        [path] = self.annotations.glob('*.json')
        stored = path.read_text(encoding='utf-8')
        self.assertEqual(stored.count('"value":"theirs"'), 1)
        path.write_text(stored.replace('"value":"theirs"', '"value":"ours"'), encoding='utf-8')

        self.assertIn(': 1 already there\n', self.cli('import', first))
        self.assertEqual(texts(), ['ours'])
        said = self.cli('import', '--dry-run', second)
        self.assertIn(': 1 new\n', said)
        self.assertIn('another version is there, both are kept: “equal responsibility” (A/69/723)\n', said)
        self.cli('import', second)
        self.assertEqual(texts(), ['ours', 'theirs, later'])
        self.assertIn(': 1 already there\n', self.cli('import', second))
        self.assertEqual(texts(), ['ours', 'theirs, later'])

    def test_what_was_exported(self):
        self.cli('annotate', CODE_2015, '(8)', '--note=Ours', '--tag=t', '--quote=equal responsibility')
        self.cli('import', *(sample(name) for name in READABLE))
        before = self.notes()
        exported = self.write('exported.json', self.cli('notes', '--format=json'))
        self.cli('import', exported)
        self.assertEqual(self.notes(), before)

        # And somewhere else, where nothing is there yet.
        self.env['XDG_DATA_HOME'] = str(self.folder / 'elsewhere')
        self.cli('import', exported)
        self.assertEqual(sorted(note['id'] for note in self.notes()), sorted(note['id'] for note in before))

    maxDiff = None

    def test_what_was_exported_for_others(self):
        """What was written for another program is known again, and comes whole where nothing is."""
        self.cli('annotate', CODE_2015, '(8)', '--note=On a phrase 𝔘', '--tag=t', '--tag=u/v', '--quote=equal responsibility',
                 '--color=blue')
        self.cli('annotate', CODE_2015, '(9)', '--note=On a clause')
        self.cli('annotate', cli_harness.CODE_2015_ZH, 'annex__para_2__item_9', '--tag=only a tag', '--color=gray')
        self.cli('annotate', 'A/66/359', '(f)', '--note=Elsewhere')
        self.cli('import', *(sample(name) for name in READABLE))
        before = self.notes()
        for format_ in ('hypothesis', 'readium', 'json'):
            with self.subTest(format_):
                exported = self.cli('notes', f'--format={format_}')
                told = self.cli('import', self.write(f'exported-{format_}', exported))
                self.assertNotIn(' new', told)
                self.assertNotIn(' updated', told)
                self.assertEqual(self.notes(), before)

                home = self.env['XDG_DATA_HOME']
                self.env['XDG_DATA_HOME'] = str(self.folder / f'elsewhere-{format_}')
                self.cli('import', self.folder / f'exported-{format_}')
                self.cli('import', self.folder / f'exported-{format_}')
                again = self.cli('notes', f'--format={format_}')
                self.env['XDG_DATA_HOME'] = home
                self.assertEqual(self.without_dates(again), self.without_dates(exported))

    @staticmethod
    def without_dates(exported):
        data = json.loads(exported)
        for name in ('export_date', 'generated', 'id'):
            data.pop(name, None)
        return data

    def test_quotation_is_ours(self):
        self.cli('import', sample('hypothesis-api.json'))
        clause = next(clause for clause in self.cli_json('show', CODE_2015, '--format=json')['clauses']
                      if clause['id'] == 'annex__para_2__item_8')
        note = next(note for note in self.notes() if note['id'].endswith('QUOTE0000001'))
        selector = note['target']['selector']
        self.assertEqual(selector['value'], clause['id'])
        quote, position = selector['refinedBy']
        self.assertEqual(clause['text'][position['start']:position['end']], quote['exact'])
        self.assertEqual(quote['exact'], 'All States must play the same role')
        self.assertEqual(note['glossator:original']['group'], '__world__')

    def test_position_without_quotation(self):
        """In a clause that is named, a position alone says which words are meant; of another text it does not."""
        clause = next(clause for clause in self.cli_json('show', CODE_2015, '--format=json')['clauses']
                      if clause['id'] == 'annex__para_2__item_8')
        start = clause['text'].index('equal responsibility')
        for n, position in enumerate([{'start': start, 'end': start + 5}, {'start': start, 'end': 100000}]):
            self.cli('import', self.write('web.json', json.dumps({'id': f'urn:x:{n}', 'type': 'Annotation', 'bodyValue': 'n', 'target': {
                'source': 'https://undocs.org/A/69/723', 'selector': {
                    'type': 'FragmentSelector', 'conformsTo': 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0',
                    'value': clause['id'], 'refinedBy': {'type': 'TextPositionSelector', **position}}}})))
        first, second = (note['target']['selector'] for note in sorted(self.notes(), key=lambda note: note['id']))
        self.assertEqual(first['refinedBy'][0]['exact'], 'equal')
        self.assertEqual(second['value'], clause['id'])

    def test_positions_behind_other_planes(self):
        """Where only the position tells two places apart, and it counts what its format counts."""
        text = '𝔘' * 300 + ' begins. Parties shall meet.\n\nThen they rest for a while, as long as it takes, and eat well, ' \
               'and sleep. Parties shall meet.\n\n' + 'Much later, after all that was said before had been forgotten: ' * 3 + \
               'Parties shall meet.\n'
        self.write('data/glossator/documents/Planes.txt', text)
        page = text.replace('\n\n', '\n')
        for n in range(3):
            start = -1
            for _ in range(n + 1):
                start = page.index('Parties shall meet', start + 1)
            utf16 = len(page[:start].encode('utf-16-le')) // 2
            selectors = [{'type': 'TextQuoteSelector', 'exact': 'Parties shall meet'}]
            row = {'id': f'row{n}', 'uri': 'urn:glossator:Planes', 'text': 'n', 'target': [
                {'source': 'urn:glossator:Planes',
                 'selector': selectors + [{'type': 'TextPositionSelector', 'start': utf16, 'end': utf16 + 18}]}]}
            web = {'id': f'urn:web:{n}', 'type': 'Annotation', 'target': {
                'source': 'urn:glossator:Planes',
                'selector': selectors + [{'type': 'TextPositionSelector', 'start': start, 'end': start + 18}]}}
            self.cli('import', self.write('row.json', json.dumps([row])), self.write('web.json', json.dumps(web)))
            for id_ in (f'https://hypothes.is/a/row{n}', f'urn:web:{n}'):
                note = next(note for note in self.notes() if note['id'] == id_)
                clauses = self.cli_json('show', 'Planes', '--format=json')['clauses']
                self.assertEqual(note['target']['selector']['value'], clauses[n]['id'], (id_, start, utf16))


class FailureTest(cli_harness.CliTest):
    def test_refused_by_name(self):
        self.fail_cli('import', sample('other.json'), says=['other.json', 'no annotations that Glossator knows'])
        self.fail_cli('import', sample('damaged.json'), says=['damaged.json', 'line 1'])
        self.fail_cli('import', 'nowhere.json', says=['nowhere.json', 'no such file'])
        self.fail_cli('import', str(self.folder), says='folder')
        self.fail_cli('import', '/dev/null', says='/dev/null')
        self.fail_cli('import', self.write('x', b'\xff\xfe{}'), says='UTF-8')
        self.fail_cli('import', self.write('deep', '[' * 1000000), says='deep')
        self.fail_cli('import', self.write('null', 'null'), says='no annotations that Glossator knows')
        self.fail_cli('import', status=2)
        self.assertEqual(self.snapshot(), {})

    def test_unusual_files(self):
        note = {'id': 'urn:x:1', 'type': 'Annotation', 'bodyValue': 'n', 'target': 'https://undocs.org/A/69/723'}
        text = json.dumps(note)
        for name, content, reason in [
                ('empty', b'', 'empty'), ('blank', b' \n\t', 'empty'), ('mark-alone', b'\xef\xbb\xbf', 'line 1'),
                ('utf-16', text.encode('utf-16'), 'UTF-8'), ('utf-16-be', text.encode('utf-16-be'), 'UTF-8'),
                ('utf-32', text.encode('utf-32'), 'UTF-8'), ('nul', text.encode() + b'\0', 'line 1'),
                ('nul-inside', text.encode().replace(b'"n"', b'"n\0"'), 'line 1'),
                ('latin-1', text.replace('"n"', '"\xe9"').encode('latin-1'), 'UTF-8'),
                ('two', text.encode() * 2, 'follows'), ('lines', b'{"a": 1}\n{"b": 2}\n', 'line 2'),
                ('nested', b'{"type":"Annotation","target":' * 100000, 'deep'),
                ('cut-off', text.encode()[:-1], 'without an end'), ('comment', b'// x\n' + text.encode(), 'line 1'),
                ('page-of-addresses', b'{"type":"AnnotationCollection","first":"https://x.example/1"}', 'where the annotations are'),
                ('no-target', b'{"type":"Annotation"}', 'without a target'), ('other', b'{"type":"Manifest","items":[]}', 'no annotations')]:
            with self.subTest(name):
                self.fail_cli('import', self.write(name, content), says=[name, reason])
                self.assertEqual(self.snapshot(), {})

        self.cli('import', self.write('marked', b'\xef\xbb\xbf' + text.encode()))
        self.assertEqual(len(self.notes()), 1)

    def test_large_files(self):
        """100 MB of something else, or of one long note, take neither long nor more than a file may have."""
        other = self.write('other', b'{"shopping":["' + b'bread ' * (100 * 1000 * 1000 // 6) + b'"]}')
        self.fail_cli('import', other, says='no annotations')
        self.assertEqual(self.snapshot(), {})
        with open(self.folder / 'too-large', 'wb') as file:
            file.truncate(300 * 1024 * 1024)
        self.fail_cli('import', str(self.folder / 'too-large'), says=['too-large', 'larger than'])

    def test_all_or_nothing(self):
        self.fail_cli('import', sample('hypothesis-api.json'), sample('other.json'), says='other.json')
        self.fail_cli('import', sample('damaged.json'), sample('hypothesis-api.json'), says='damaged.json')
        self.assertEqual(self.snapshot(), {})

    def test_damaged_item(self):
        data = json.loads((SAMPLES / 'hypothesis-api.json').read_text(encoding='utf-8'))
        data['rows'][2] = {'id': 'x'}
        self.fail_cli('import', self.write('rows.json', json.dumps(data)), says=['rows.json', 'annotation 3'])
        self.assertEqual(self.snapshot(), {})

    def test_damaged_notes(self):
        self.write('data/glossator/annotations/A_69_723.json', '{"type":')
        before = self.snapshot()
        self.fail_cli('import', sample('hypothesis-api.json'), says='A_69_723.json')
        self.assertEqual(self.snapshot(), before)

    def test_no_folder_to_write_to(self):
        self.write('data/glossator', 'a file where a folder should be')
        self.fail_cli('import', sample('w3c-single.json'))

    def test_full_disk(self):
        self.cli('import', sample('w3c-single.json'))
        before = self.notes()
        self.fail_cli('import', sample('hypothesis-api.json'), says=CODE_2015,
                      preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200)))
        self.assertEqual([note for note in self.notes() if note in before], before)
        self.cli('import', sample('hypothesis-api.json'))
        self.assertEqual(len(self.notes()), 5)


if __name__ == '__main__':
    cli_harness.main()
