#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes of an old text carried over to a new one, in each of their states: one alone, then the others, with a place chosen
by hand; undone and made again, tried a second time, and the doubtful one confirmed. The notes of the old text stay."""

import json
import os
import re
import subprocess
import unittest

from harness import App, Session, children, keys, states, wait

PROGRAM = os.environ['GLOSSATOR']
CLI = os.environ['GLOSSATOR_CLI']
SESSION = Session()
WORDS = 'the whole of this sentence about unicorns'
TEXTS = {
    'old': ['The committee meets every year in spring in Geneva.',
            'Nuclear ships are kept away from the harbours of peace.',
            f'Gone from treaties long ago, never to return among them, as everybody at our table had wished: {WORDS}.',
            'The register stays with the court.'],
    'new': ['The committee meets every year in spring in Geneva.',
            'Nuclear ships are welcome in the harbours of peace.',
            'The register stays with the court.',
            f'Here comes {WORDS}, and there {WORDS} for whoever would follow the herd over land and sea.',
            f'Likewise forbid {WORDS} in the waters of green and of blue and in all that flies and walks.'],
}
NOTES = [('1', 'Geneva', 'Placed'), ('2', 'are kept away', 'Changed'), ('3', WORDS, 'Several'), ('3', 'Gone', 'Nowhere'),
         ('4', None, 'Clause')]
LIST = 'Notes to Carry Over'


def write_documents():
    folder = SESSION.data + '/glossator/documents'
    os.makedirs(folder)
    for name, clauses in TEXTS.items():
        path = os.path.join(SESSION.home, name + '.txt')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('\n\n'.join(f'{i}. {text}' for i, text in enumerate(clauses, 1)) + '\n')
        with open(f'{folder}/{name}.xml', 'w', encoding='utf-8') as file:
            subprocess.run([CLI, 'show', path, '--format=akn'], stdout=file, check=True)
    settings = SESSION.home + '/config/glib-2.0/settings/keyfile'
    with open(settings, 'a', encoding='utf-8') as file:
        file.write("session=[{'page': <\"win.compare(('old@und', 'new@und'))\">, 'width': <1200>, 'height': <760>, "
                   "'maximized': <false>}]\n")


def annotate(clause, quote, note):
    subprocess.run([CLI, 'annotate', 'old@und', 'para. ' + clause, '--note=' + note] + (['--quote=' + quote] if quote else []),
                   check=True, stdout=subprocess.DEVNULL)


def stored(name):
    """(note, id of the clause, first character of the words, whether it is to be confirmed)"""
    shown = subprocess.run([CLI, 'notes', name, '--format=json'], capture_output=True, text=True, check=True).stdout
    notes = []
    for item in json.loads(shown)['first']['items'] if '"items"' in shown else []:
        body = item['body'][0] if isinstance(item['body'], list) else item['body']
        selector = item['target']['selector']
        start = next(s['start'] for s in selector['refinedBy'] if s['type'] == 'TextPositionSelector')
        if selector.get('glossator:whole'):
            start = None
        notes.append((body['value'], selector['value'], start, item.get('glossator:toConfirm', False)))
    return notes


def stored_words(name):
    return sorted(note[0] for note in stored(name))


class CarryingOver(unittest.TestCase):
    """The tests run in the order of their names and build on each other."""

    app = None

    def setUp(self):
        if CarryingOver.app is None:
            write_documents()
            for note in NOTES:
                annotate(*note)
            CarryingOver.app = App(SESSION, [PROGRAM])
        self.app = CarryingOver.app

    def run(self, result=None):
        before = len(result.failures) + len(result.errors)
        super().run(result)
        if len(result.failures) + len(result.errors) > before and CarryingOver.app:
            print(f'--- the window when {self.id()} failed:\n' + CarryingOver.app.dump(), flush=True)

    # Helpers

    def rows(self):
        return children(self.app.find('list', LIST))

    def state(self, note):
        return next(row.get_name().split(';')[0] for row in self.rows() if row.get_name().endswith('; ' + note))

    def open(self):
        comparison = self.app.find('list', 'Clauses, old and new')
        wait(lambda: any('focused' in states(row) for row in children(comparison)), what='the focus in the comparison')
        keys('ctrl+shift+o')
        wait(lambda: len(self.rows()) == len(NOTES), what='the notes')

    def stand_on(self, note):
        def here():
            return next((row.get_name() for row in self.rows() if 'focused' in states(row)), None)
        while here() is None:
            focused = self.app.focused()
            keys('Tab')
            wait(lambda: self.app.focused() != focused, what='the focus')  # pylint: disable=cell-var-from-loop
        keys('Home')
        wait(lambda: here() == self.rows()[0].get_name(), what='the first note')
        while not here().endswith('; ' + note):
            before = here()
            keys('Down')
            wait(lambda: here() not in (None, before), what='the next note')  # pylint: disable=cell-var-from-loop

    def chosen(self, n):
        self.app.find('label', f'{n} of {len(NOTES)} notes chosen')

    def apply(self):
        keys('ctrl+Return')
        self.app.gone('list', LIST)

    # The session

    def test_1_one_alone(self):
        self.open()
        self.assertEqual(self.state('Placed'), 'Placed')
        self.assertEqual(self.state('Clause'), 'Placed')
        self.assertEqual(self.state('Changed'), 'Wording changed: to be confirmed')
        self.assertRegex(self.state('Several'), '^To be chosen')
        self.assertRegex(self.state('Nowhere'), '^Not found')
        self.chosen(3)
        self.app.press('Select None')
        self.chosen(0)
        wait(lambda: 'sensitive' not in states(self.app.find('button', 'Carry Over')), what='nothing to do')
        self.stand_on('Clause')
        keys('Return')
        self.chosen(1)
        self.apply()
        wait(lambda: stored('new@und') == [('Clause', 'para_3', None, False)], what='one note')

    def test_2_the_others(self):
        self.open()
        self.assertEqual(self.state('Clause'), 'Carried over already')
        self.app.press('Select All')
        self.chosen(2)
        self.stand_on('Several')
        keys('Tab')
        wait(lambda: self.app.focused().get_role_name() == 'toggle button', what='the places')
        keys('space')
        places = wait(lambda: [n.get_name() for n in self.app.query_all('label', re.compile(r'^new, para. [45]: '))],
                      what='the places')
        self.assertEqual(len(set(places)), 3)  # two of them are in one clause
        keys('Home', 'Down', 'Down', 'Return')
        self.chosen(3)
        self.apply()
        notes = {note: rest for note, *rest in wait(lambda: len(stored('new@und')) == 4 and stored('new@und'), what='the notes')}
        self.assertEqual(set(notes), {'Placed', 'Changed', 'Several', 'Clause'})
        self.assertEqual(notes['Changed'], ['para_2', None, True])
        self.assertEqual(notes['Several'], ['para_4', TEXTS['new'][3].rindex(WORDS), False])
        self.assertEqual(notes['Placed'], ['para_1', TEXTS['new'][0].index('Geneva'), False])

    def test_3_undone_and_made_again(self):
        comparison = self.app.find('list', 'Clauses, old and new')
        wait(lambda: any('focused' in states(row) for row in children(comparison)), what='the focus in the comparison')
        keys('ctrl+z')
        wait(lambda: stored_words('new@und') == ['Clause'], what='one step undone')
        self.assertEqual(len(stored('old@und')), len(NOTES))
        keys('ctrl+shift+z')
        wait(lambda: len(stored('new@und')) == 4, what='made again')

    def test_4_a_second_time(self):
        self.open()
        for note in ('Placed', 'Changed', 'Several', 'Clause'):
            self.assertEqual(self.state(note), 'Carried over already')
        self.chosen(0)
        self.app.press('Select All')
        self.chosen(0)
        self.app.press('Cancel')
        self.app.gone('list', LIST)
        self.assertEqual(len(stored('new@und')), 4)

    def test_5_a_note_that_came_meanwhile(self):
        annotate('4', 'register', 'Later')
        NOTES.append(('4', 'register', 'Later'))
        wait(lambda: '2 notes' in ' '.join(row.get_name() for row in children(self.app.find('list', 'Clauses, old and new'))),
             what='the new note on its row')
        self.open()
        self.assertEqual(self.state('Later'), 'Placed')
        self.chosen(1)
        self.apply()
        wait(lambda: len(stored('new@und')) == 5, what='five notes')

    def test_6_confirm(self):
        keys('alt+Left')
        documents = self.app.find('list', 'Documents')
        self.app.mouse_click(next(row for row in children(documents) if row.get_name().startswith('new')))
        wait(lambda: any('Changed' in row.get_name() and 'to be confirmed' in row.get_name()
                         for notes in self.app.query_all('list', 'Notes') for row in children(notes)), what='the doubtful note')
        self.assertEqual(len(self.app.query_all('button', 'Confirm')), 1)
        self.app.press('Confirm')
        wait(lambda: not any(note[3] for note in stored('new@und')), what='the note confirmed')
        self.assertEqual(stored_words('old@und'), sorted(note[2] for note in NOTES))

    def test_7_close(self):
        self.assertEqual(self.app.quit(), 0)
        self.assertEqual(self.app.complaints(), [])
        CarryingOver.app = None


if __name__ == '__main__':
    import tap
    tap.main(CarryingOver, stop_at_first_failure=True)
