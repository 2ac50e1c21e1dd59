# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes of an old text on the new one, and the table of departures with notes."""

import csv
import io
import json

import cli_harness
from cli_harness import CODE_2011, CODE_2015, CODE_2015_ZH

RIGHTS = 'annex, para. (f)'
RIGHTS_NEW = 'A/69/723, annex, para. 2 (7)'


class CarryOverTest(cli_harness.CliTest):
    def annotate_2011(self):
        self.cli('annotate', CODE_2011, RIGHTS, '--note=On rights', '--tag=rights')
        self.cli('annotate', CODE_2011, 'annex, para. (a)', '--quote=Charter of the United Nations', '--note=The Charter')

    def test_plan_changes_nothing(self):
        self.annotate_2011()
        before = self.snapshot()
        items = self.cli_json('carry-over', CODE_2011, CODE_2015, '--json')
        self.assertEqual(self.snapshot(), before)
        by_note = {item['note']: item for item in items}
        self.assertEqual(by_note['On rights']['state'], 'changed')
        self.assertEqual(by_note['On rights']['new']['citation'], RIGHTS_NEW)
        self.assertEqual(by_note['The Charter']['state'], 'placed')
        self.assertEqual(by_note['The Charter']['new']['words'], 'Charter of the United Nations')
        text = self.cli('carry-over', CODE_2011, CODE_2015)
        self.assertIn(f'changed: A/66/359, {RIGHTS} → {RIGHTS_NEW}\n', text)
        self.assertIn('    note: On rights\n', text)

    def test_apply_twice_is_once(self):
        self.annotate_2011()
        first = self.cli_json('carry-over', CODE_2011, CODE_2015, '--apply', '--json')
        self.assertTrue(all('carried' in item for item in first))
        ids = self.note_ids(CODE_2015)
        self.assertEqual(sorted(ids), sorted(item['carried'] for item in first))
        second = self.cli_json('carry-over', CODE_2011, CODE_2015, '--apply', '--json')
        self.assertEqual(second, first)
        self.assertEqual(self.note_ids(CODE_2015), ids)
        self.assertEqual(len(self.notes(CODE_2011)), 2)

        # Into another language of the same document: the notes are there already.
        self.cli('carry-over', CODE_2011, CODE_2015_ZH, '--apply')
        self.assertEqual(self.note_ids(CODE_2015), ids)

    def test_what_is_written(self):
        self.annotate_2011()
        self.cli('carry-over', CODE_2011, CODE_2015, '--apply')
        originals = {note['id'] for note in self.notes(CODE_2011)}
        for note in self.notes(CODE_2015):
            self.assertIn(note['dcterms:source']['id'], originals)
        marks = {note['body'][0]['value']: note.get('glossator:toConfirm') for note in self.notes(CODE_2015)}
        self.assertEqual(marks, {'On rights': True, 'The Charter': None})

    def test_no_notes(self):
        self.assertEqual(self.cli('carry-over', CODE_2011, CODE_2015), '')
        self.assertEqual(self.cli_json('carry-over', CODE_2011, CODE_2015, '--json', '--apply'), [])

    def test_refusals(self):
        self.fail_cli('carry-over', CODE_2011, status=2)
        self.fail_cli('carry-over', CODE_2015, CODE_2015_ZH, status=2, says='A/69/723')
        self.fail_cli('carry-over', CODE_2011, 'no-such-document')

    def test_departures(self):
        self.annotate_2011()
        self.cli('annotate', CODE_2015, '(8)', '--note=Our =position', '--tag=internet-governance')
        table = self.cli('compare', CODE_2011, CODE_2015, '--format=csv', '--notes')
        rows = list(csv.DictReader(io.StringIO(table.removeprefix('\ufeff'))))
        row = next(row for row in rows if row['old clause'] == f'A/66/359, {RIGHTS}')
        self.assertEqual(row['new clause'], RIGHTS_NEW)
        self.assertEqual(row['state'], 'reworded')
        self.assertEqual(row['notes'], f'A/66/359, {RIGHTS}: On rights')
        self.assertEqual(row['tags'], 'rights')
        row = next(row for row in rows if row['new clause'] == 'A/69/723, annex, para. 2 (8)')
        self.assertEqual(row['tags'], 'internet-governance')
        self.assertEqual(sum(bool(row['notes']) for row in rows), 3)

        page = self.cli('compare', CODE_2011, CODE_2015, '--format=html', '--notes')
        self.assertIn('Our =position', page)
        self.assertIn('Notes and tags', page)
        plain = self.cli('compare', CODE_2011, CODE_2015, '--format=html')
        self.assertNotIn('Our =position', plain)
        self.fail_cli('compare', CODE_2011, CODE_2015, '--format=json', '--notes', status=2, says='--notes')

    def test_note_on_a_change_is_imported_once(self):
        record = {
            '@context': 'http://www.w3.org/ns/anno.jsonld', 'id': 'urn:uuid:4711', 'type': 'Annotation',
            'body': {'type': 'TextualBody', 'value': 'Why it was rewritten', 'purpose': 'commenting'},
            'target': [
                {'source': {'id': f'https://undocs.org/en/{symbol}', 'label': symbol, 'language': 'en'},
                 'selector': {'type': 'FragmentSelector', 'value': clause,
                              'conformsTo': 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'}}
                for symbol, clause in ((CODE_2015, 'annex__para_2__item_7'), (CODE_2011, 'annex__sec_2__item_f'))],
        }
        path = self.write('change.json', json.dumps(record))
        self.cli('import', path)
        [note] = self.notes()
        self.assertEqual([target['source']['label'] for target in note['target']], [CODE_2015, CODE_2011])

        exported = self.write('exported.json', self.cli('notes', '--format=json'))
        self.cli('import', exported)
        self.cli('import', path)
        self.assertEqual(self.notes(), [note])

        # It is a note of both documents.
        for name in (CODE_2011, CODE_2015, CODE_2011 + '@en'):
            self.assertEqual(self.note_ids(name), ['urn:uuid:4711'], name)
        self.assertEqual(self.note_ids(CODE_2015_ZH), [])

        # It stands on the row of the change, once, with both citations.
        table = self.cli('compare', CODE_2011, CODE_2015, '--format=csv', '--notes')
        self.assertEqual(table.count('Why it was rewritten'), 1)
        self.assertIn(f'A/66/359, {RIGHTS} → {RIGHTS_NEW}: Why it was rewritten', table)


if __name__ == '__main__':
    cli_harness.main()
