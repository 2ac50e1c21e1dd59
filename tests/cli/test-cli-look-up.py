# SPDX-License-Identifier: GPL-3.0-or-later
"""A word or a phrase looked up in two documents."""

import cli_harness
from cli_harness import CODE_2011, CODE_2015, CODE_2015_ZH


class LookUpTest(cli_harness.CliTest):
    def look_up(self, old, new, words):
        found = self.cli_json('look-up', old, new, words, '--json')
        self.assertEqual(found['words'], words)
        for side, name in (('old', old), ('new', new)):
            self.assertEqual(found[side]['count'], len(found[side]['places']))
            shown = self.cli_json('show', name, '--format=json')
            texts = {clause['id']: clause for clause in shown['clauses']}
            for place in found[side]['places']:
                clause = texts[place['clause']]
                self.assertEqual(place['citation'], clause['citation'])
                self.assertEqual(place['text'], clause['text'])
                self.assertEqual(place['words'], clause['text'][place['start']:place['end']])
        return found

    def test_codes(self):
        found = self.look_up(CODE_2011, CODE_2015, 'INFORMATION weapons')
        self.assertEqual((found['old']['count'], found['new']['count']), (1, 0))
        self.assertEqual(found['old']['places'][0]['citation'], 'A/66/359, annex, para. (b)')
        self.assertEqual(found['old']['places'][0]['words'], 'information weapons')
        self.assertEqual((found['old']['id'], found['new']['id']), ('A/66/359@en', 'A/69/723@en'))

        first, *places = self.cli('look-up', CODE_2011, CODE_2015, 'information weapons').splitlines()
        self.assertEqual(first, '“information weapons”: 1 in A/66/359, 0 in A/69/723')
        self.assertEqual(len(places), 1)
        self.assertRegex(places[0], r'^A/66/359, annex, para\. \(b\): …?.*information weapons')

    def test_two_languages(self):
        lines = self.cli('look-up', CODE_2015, CODE_2015_ZH, '信息安全').splitlines()
        self.assertRegex(lines[0], r'^“信息安全”: 0 in A/69/723@en, [1-9]\d* in A/69/723@zh$')
        found = self.look_up(CODE_2015, CODE_2015_ZH, '信息安全')
        self.assertEqual(found['new']['count'], len(lines) - 1)

    def test_folding(self):
        old = self.write('old.txt', '(1) The ÉTUDE of ｗｉｄｅ signs 𝒳 🙂 étude.\n\n(2) Towards no etudes.\n')
        new = self.write('new.txt', '(1) One line\nand an étude\nmore\n')
        found = self.look_up(old, new, 'etude')
        self.assertEqual((found['old']['count'], found['new']['count']), (2, 1))
        self.assertEqual([place['words'] for place in found['old']['places']], ['ÉTUDE', 'étude'])
        self.assertEqual(self.look_up(old, new, 'wide')['old']['places'][0]['words'], 'ｗｉｄｅ')
        self.assertEqual(self.look_up(old, new, 'war')['old']['count'], 0)
        text = self.cli('look-up', old, new, 'étude')
        self.assertEqual(len(text.splitlines()), 4)
        self.assertIn('One line and an étude more\n', text)

    def test_whole_words(self):
        """An excerpt begins and ends where words do."""
        n_cut = 0
        for words in ('information', 'security', 'the', 'rights', 'space'):
            found = self.look_up(CODE_2011, CODE_2015, words)
            texts = [' '.join(place['text'].split()) for side in ('old', 'new') for place in found[side]['places']]
            lines = self.cli('look-up', CODE_2011, CODE_2015, words).splitlines()[1:]
            self.assertEqual(len(lines), len(texts))
            for line, text in zip(lines, texts):
                excerpt = ' '.join(line.split(': ', 1)[1].split())
                n_cut += excerpt.startswith('…') + excerpt.endswith('…')
                self.assertIn(' ' + excerpt.strip('…').strip() + ' ', ' ' + text + ' ')
        self.assertGreater(n_cut, 50)

    def test_across_lines(self):
        old = self.write('old.txt', "(1) The State’s own\r\ninformation   weapons – “so-called”.\n")
        new = self.write('new.txt', '(1) None.\n')
        for words in ("state's own information weapons", 'State’s own', 'weapons - "so-called"', 'so‑called'):
            self.assertEqual(self.look_up(old, new, words)['old']['count'], 1, words)
        self.assertEqual(self.look_up(old, new, 'weapon')['old']['count'], 0)

    def test_nothing(self):
        found = self.look_up(CODE_2011, CODE_2015, 'no such words')
        self.assertEqual((found['old']['places'], found['new']['places']), ([], []))

    def test_refusals(self):
        self.fail_cli('look-up', CODE_2011, CODE_2015, status=2)
        self.fail_cli('look-up', CODE_2011, CODE_2015, ' ', status=2)
        self.fail_cli('look-up', CODE_2011, 'no-such-document', 'war')


if __name__ == '__main__':
    cli_harness.main()
