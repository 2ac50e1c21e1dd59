# SPDX-License-Identifier: GPL-3.0-or-later
"""Both texts can be rebuilt from what `compare --format=json` prints, to the byte."""

import random

import cli_harness
from cli_harness import CODE_2011, CODE_2015, CODE_2015_ZH

STATES = ['unchanged', 'reworded', 'renumbered', 'moved', 'moved-reworded', 'split', 'merged', 'new', 'dropped']

WORDS = ('States shall should refrain cooperate peace security information and of the to in rights duties '
         'network threats weapons 各国 信息 安全 和平 “quoted” (see) naïve 🙂 e\u0301tude').split()


def make_texts(seed):
    """An old text and a new one made of it by taking out, putting in, moving and rewording."""
    rand = random.Random(seed)
    clauses = [' '.join(rand.choices(WORDS, k=rand.randint(1, 25))) for _ in range(rand.randint(1, 12))]
    revised = []
    for clause in clauses:
        chance = rand.random()
        if chance < 0.15:
            continue
        if chance < 0.5:
            words = clause.split()
            for _ in range(rand.randint(1, 4)):
                words[rand.randrange(len(words))] = rand.choice(WORDS)
            clause = ' '.join(words)
        elif chance < 0.6 and ' ' in clause:
            clause = clause.replace(' ', '\n', 1)
        revised.append(clause)
        if rand.random() < 0.15:
            revised.append(' '.join(rand.choices(WORDS, k=8)))
    if rand.random() < 0.3:
        rand.shuffle(revised)
    revised = revised or ['Nothing is left.']
    return [f'({chr(97 + i)}) {clause}' for i, clause in enumerate(clauses)], \
           [f'({i + 1}) {clause}' for i, clause in enumerate(revised)]


class ComparisonTest(cli_harness.CliTest):
    def check(self, old, new):
        compared = self.cli_json('compare', old, new, '--format=json')
        self.assertEqual(list(compared), ['old', 'new', 'summary', 'rows'])
        self.assertEqual(list(compared['summary']), STATES + ['words'])
        self.assertEqual(list(compared['summary']['words']), ['kept', 'removed', 'added'])
        for state in STATES:
            self.assertEqual(compared['summary'][state], sum(row['state'] == state for row in compared['rows']))

        for side, name, dropped in (('old', old, '+'), ('new', new, '-')):
            shown = self.cli_json('show', name, '--format=json')
            texts = {clause['id']: clause['text'] for clause in shown['clauses']}
            del shown['clauses']
            self.assertEqual(compared[side], shown)
            seen = []
            for row in compared['rows']:
                self.assertEqual(list(row)[:5], ['state', 'old', 'new', 'score', 'diff'])
                self.assertIn(list(row)[5:], ([], ['typographic']))
                self.assertGreaterEqual(row['score'], 0)
                self.assertLessEqual(row['score'], 1)
                seen += row[side]
                rebuilt = ''.join(text for operator, text in row['diff'] if operator != dropped)
                self.assertEqual(rebuilt, '\n'.join(texts[clause_id] for clause_id in row[side]))
            self.assertEqual(sorted(seen), sorted(texts))
        return compared

    def check_unchanged(self, compared):
        self.assertEqual({row['state'] for row in compared['rows']}, {'unchanged'})
        self.assertEqual(compared['summary']['words']['removed'], 0)
        self.assertEqual(compared['summary']['words']['added'], 0)

    def test_shipped(self):
        for old, new in ((CODE_2011, CODE_2015), (CODE_2015, CODE_2011), (CODE_2015, CODE_2015_ZH),
                         (CODE_2015_ZH, 'S/2021/540')):
            with self.subTest((old, new)):
                self.check(old, new)

    def test_with_itself(self):
        for document in self.cli_json('documents', '--json'):
            with self.subTest(document['id']):
                self.check_unchanged(self.check(document['id'], document['id']))

    def test_random(self):
        for seed in range(60):
            with self.subTest(seed):
                old, new = ('\n\n'.join(clauses) + '\n' for clauses in make_texts(seed))
                self.check(self.write('old.txt', old), self.write('new.txt', new))
                self.check_unchanged(self.check(self.write('same.txt', old), self.write('old.txt', old)))

    def test_relabelled(self):
        clauses = [clause.split(' ', 1)[1] for clause in make_texts(4711)[0]]
        old = self.write('old.txt', '\n\n'.join(f'({chr(97 + i)}) {clause}' for i, clause in enumerate(clauses)))
        new = self.write('new.txt', '\n\n'.join(f'({i + 1}) {clause}' for i, clause in enumerate(clauses)))
        compared = self.check(old, new)
        self.assertEqual({row['state'] for row in compared['rows']}, {'renumbered'})
        for row in compared['rows']:
            self.assertEqual([operator for operator, _ in row['diff']], ['='])
        self.assertEqual(compared['summary']['words']['removed'], 0)
        self.assertEqual(compared['summary']['words']['added'], 0)

    def test_same_every_time(self):
        first = self.cli('compare', CODE_2011, CODE_2015, '--format=json')
        for _ in range(3):
            self.assertEqual(self.cli('compare', CODE_2011, CODE_2015, '--format=json'), first)


if __name__ == '__main__':
    cli_harness.main()
