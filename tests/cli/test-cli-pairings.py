# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody paired by hand in the window stands on the command line too, and can be left out."""

import csv
import io
import json

import cli_harness
from cli_harness import CODE_2011, CODE_2015

RIGHTS_NEW = 'annex__para_2__item_7'


class PairingsTest(cli_harness.CliTest):
    def setUp(self):
        super().setUp()
        clauses = self.cli_json('show', CODE_2011, '--format=json')['clauses']
        self.old = next(clause['id'] for clause in clauses if clause['citation'] == 'A/66/359, annex, para. (f)')
        self.other = next(clause['id'] for clause in clauses if clause['citation'] == 'A/66/359, annex, para. (g)')

    def pair(self, *pairings):
        self.path = self.write('data/glossator/comparisons/A%2F66%2F359@en+A%2F69%2F723@en.json', json.dumps({
            'type': 'GlossatorPairings', 'version': 1, 'old': 'A/66/359@en', 'new': 'A/69/723@en',
            'pairings': pairings}))

    def compare(self, *arguments, says=''):
        done = self.run_cli('compare', *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(says, done.stderr.decode())
        return done.stdout.decode()

    def row(self, *arguments, side='old', says=''):
        rows = json.loads(self.compare(*arguments, '--format=json', says=says))['rows']
        return next(row for row in rows if self.old in row[side])

    def test_unpaired(self):
        self.assertEqual(self.row(CODE_2011, CODE_2015)['new'], [RIGHTS_NEW])
        self.pair({'old': self.old})
        row = self.row(CODE_2011, CODE_2015, says='1 row is as you paired it by hand; --no-pairings')
        self.assertEqual((row['state'], row['new'], row['paired']), ('dropped', [], 'by hand'))

        # And the other way round.
        row = self.row(CODE_2015, CODE_2011, side='new', says='--no-pairings')
        self.assertEqual((row['state'], row['old'], row['paired']), ('new', [], 'by hand'))

    def test_left_out(self):
        before = self.cli('compare', CODE_2011, CODE_2015, '--format=json')
        self.pair({'old': self.old})
        self.assertEqual(self.cli('compare', CODE_2011, CODE_2015, '--format=json', '--no-pairings'), before)

    def test_every_format_says_so(self):
        self.pair({'old': self.other, 'new': RIGHTS_NEW})
        for name in ('text', 'markdown', 'html'):
            text = self.compare(CODE_2011, CODE_2015, '--format=' + name, says='1 row')
            self.assertIn('Paired or unpaired by hand', text)
            self.assertEqual(text.count('; paired by hand'), 1)
        table = self.compare(CODE_2011, CODE_2015, '--format=csv', says='1 row')
        rows = list(csv.DictReader(io.StringIO(table.removeprefix('\ufeff'))))
        self.assertEqual([(row['old id'], row['new id']) for row in rows if row['paired'] == 'by hand'],
                         [(self.other, RIGHTS_NEW)])

    def test_departures(self):
        self.cli('annotate', CODE_2011, '(g)', '--note=On the other one')
        self.pair({'old': self.other, 'new': RIGHTS_NEW})
        table = self.compare(CODE_2011, CODE_2015, '--format=csv', '--notes', says='1 row')
        row, = (row for row in csv.DictReader(io.StringIO(table.removeprefix('\ufeff'))) if row['paired'])
        self.assertEqual(row['new id'], RIGHTS_NEW)
        self.assertIn('On the other one', row['notes'])

    def test_carry_over(self):
        self.cli('annotate', CODE_2011, '(g)', '--note=On the other one')
        self.pair({'old': self.other, 'new': RIGHTS_NEW})
        done = self.run_cli('carry-over', CODE_2011, CODE_2015, '--json')
        self.assertIn('1 row', done.stderr.decode())
        item, = json.loads(done.stdout)
        self.assertEqual(item['new']['clause'], RIGHTS_NEW)
        item, = self.cli_json('carry-over', CODE_2011, CODE_2015, '--json', '--no-pairings')
        self.assertNotEqual(item['new']['clause'], RIGHTS_NEW)

    def test_damaged(self):
        self.pair()
        self.write(self.path, 'no such file')
        self.fail_cli('compare', CODE_2011, CODE_2015, says='.damaged-1')
        self.cli('compare', CODE_2011, CODE_2015)

    def test_newer(self):
        newer = '{"type": "GlossatorPairings", "version": 7, "old": "A/66/359@en", "new": "A/69/723@en", "pairings": []}'
        self.pair()
        self.write(self.path, newer)
        self.fail_cli('compare', CODE_2011, CODE_2015, says='newer version')
        self.fail_cli('carry-over', CODE_2011, CODE_2015, says='newer version')
        self.cli('compare', CODE_2011, CODE_2015, '--no-pairings')


if __name__ == '__main__':
    cli_harness.main()
