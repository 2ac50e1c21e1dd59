#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One folder of notes, and more than one who writes to it: the window, the command line, a synchronization, a disk that
fails. Nobody loses anything, and the window says what happened."""

import glob
import json
import os
import re
import subprocess
import unittest

from harness import App, Session, children, keys, read, states, wait

PROGRAM = os.environ['GLOSSATOR']
CLI = os.environ['GLOSSATOR_CLI']
SESSION = Session()
FOLDER = SESSION.data + '/glossator/annotations'
COLLECTION = FOLDER + '/A_69_723.json'
JOURNAL = FOLDER + '/A_69_723.journal'
EIGHT = 'annex__para_2__item_8'

# More than is read before the window shows.
MANY = 20000


def annotate(note, symbol='A/69/723', clause=EIGHT):
    subprocess.run([CLI, 'annotate', symbol, clause, '--note=' + note], check=True, timeout=120, capture_output=True)


def stored():
    """id -> record, as the command line reads them."""
    done = subprocess.run([CLI, 'notes', 'A/69/723', '--format=json'], check=True, timeout=60, capture_output=True, text=True)
    return {record['id']: record for record in json.loads(done.stdout)['first']['items']}


def stored_notes():
    return [body['value'] for record in stored().values() for body in record['body'] if body['purpose'] == 'commenting']


def replace(path, text):
    """As a synchronization does it."""
    with open(path + '.part', 'w', encoding='utf-8') as file:
        file.write(text)
    os.replace(path + '.part', path)


class Store(unittest.TestCase):
    def run(self, result=None):
        self.app = None
        before = len(result.failures) + len(result.errors)
        super().run(result)
        if self.app is not None and len(result.failures) + len(result.errors) > before:
            print(f'--- the window when {self.id()} failed:\n' + self.app.dump(), flush=True)

    def start(self):
        self.app = App(SESSION, [PROGRAM, 'A/69/723'])
        self.app.find('list', 'Clauses')

    def note_rows(self):
        notes = self.app.query('list', 'Notes')
        return [row.get_name() for row in children(notes)] if notes else []

    def shows(self, words):
        return any(words in row for row in self.note_rows())

    def clause_says(self, words):
        """Item (8), which is in sight since a note was written on it; of the notes only those that are are rows."""
        clauses = self.app.query('list', 'Clauses')
        return clauses and any(row.get_name().startswith('(8)') and words in row.get_name() for row in children(clauses))

    def close_banner(self, words):
        """The window has a button of that name, too; the banner's is the nearest to its words."""
        node = self.app.find('label', re.compile(words))
        button = None
        while button is None:
            node = node.get_parent()
            button = self.app.query('button', 'Close', root=node)
        self.app.click(button)
        self.app.gone('label', re.compile(words))

    def write_note(self, text):
        """On item (8)."""
        keys('ctrl+f')
        self.app.set_text(self.app.field('Find in the text'), 'All States must play the same role')
        self.app.find('label', re.compile(r'^1 of \d+$'))
        keys('Escape')
        self.app.gone('entry', 'Find in the text')
        keys('ctrl+n')
        note = self.app.field('Note')
        wait(lambda: 'focused' in states(note), what='the caret in the new note')
        self.app.set_text(note, text)
        keys('Escape')

    def end(self):
        self.assertEqual(self.app.quit(), 0)
        self.assertEqual(self.app.complaints(), [])

    def test_1_two_programs(self):
        annotate('written before the window')
        self.start()
        wait(lambda: self.shows('written before the window'), what='the first note')

        # It appears by itself, and both sides have what both wrote.
        annotate('written beside the window')
        wait(lambda: self.shows('written beside the window'), what='the note of the command line')
        self.write_note('written in the window')
        wait(lambda: 'written in the window' in stored_notes(), what='the note of the window')
        writers = [subprocess.Popen([CLI, 'annotate', 'A/69/723', EIGHT, f'--note=one of many {number}'],
                                    stdout=subprocess.DEVNULL) for number in range(8)]
        self.write_note('written meanwhile')
        self.assertEqual([writer.wait(60) for writer in writers], [0] * 8)
        wait(lambda: self.clause_says('12 notes'), what='the notes of all of them')
        wait(lambda: len(stored_notes()) == 12, what='all notes on disk')
        self.end()

    def test_2_synchronization(self):
        self.start()
        wait(lambda: self.shows('written in the window'), what='the notes')
        subprocess.run([CLI, 'notes'], check=True, timeout=120, capture_output=True)
        before = json.loads(read(COLLECTION))

        # A note changed on another machine.
        changed = json.loads(json.dumps(before))
        record = next(r for r in changed['first']['items'] if 'beside the window' in json.dumps(r))
        record['body'][0]['value'] = 'changed on the other machine'
        record['modified'] = '2099-01-01T00:00:00.000Z'
        replace(COLLECTION, json.dumps(changed))
        wait(lambda: self.shows('changed on the other machine'), what='what the other machine changed')
        self.assertFalse(self.shows('written beside the window'))

        # The same note changed here and there, neither knowing of the other.
        self.app.kill()
        journal = {'put': dict(record, body=[dict(record['body'][0], value='changed here')], modified='2099-01-02T00:00:00.000Z'),
                   'was': record['modified']}
        record['body'][0]['value'] = 'changed there'
        record['modified'] = '2099-01-03T00:00:00.000Z'
        replace(COLLECTION, json.dumps(changed))
        replace(JOURNAL, json.dumps({'type': 'GlossatorJournal', 'version': 1, 'generation': 'x', 'symbol': 'A/69/723'}) + '\n'
                + json.dumps(journal) + '\n')
        self.start()
        wait(lambda: self.shows('changed here') and self.shows('changed there'), what='both versions')
        self.close_banner('changed in two places at once')
        self.end()

    def test_3_disk_that_fails(self):
        self.start()
        wait(lambda: self.shows('changed here'), what='the notes')
        if os.path.exists(JOURNAL):
            os.rename(JOURNAL, JOURNAL + '.kept')
        os.mkdir(JOURNAL)
        self.write_note('written without a disk')
        self.app.find('label', re.compile('^Changes to the notes on A/69/723 are not saved yet: '))
        self.app.find('button', 'Retry')
        self.write_note('and another one')
        wait(lambda: self.shows('written without a disk') and self.shows('and another one'), what='work goes on')

        # Nobody asks for it.
        os.rmdir(JOURNAL)
        self.app.gone('button', 'Retry')
        wait(lambda: {'written without a disk', 'and another one'} <= set(stored_notes()), what='both on disk')
        self.end()

    def test_4_damaged_file(self):
        annotate('in the journal')
        good = read(COLLECTION)
        replace(COLLECTION, good[:len(good) // 2])
        self.start()
        self.close_banner('^Notes on A/69/723 could not be read and are kept in “.*damaged-')
        aside = glob.glob(COLLECTION + '.damaged-*')
        self.assertEqual([read(path) for path in aside], [good[:len(good) // 2]])
        self.write_note('after the damage')
        wait(lambda: 'after the damage' in stored_notes(), what='the note on disk')
        self.end()

        later = '{"type":"AnnotationCollection","glossator:version":99}'
        replace(COLLECTION, later)
        self.start()
        self.app.find('label', re.compile('written by a later version of Glossator'))
        self.end()
        self.assertEqual(read(COLLECTION), later)
        os.remove(COLLECTION)

    def test_5_many_notes(self):
        records = [{'id': f'urn:uuid:{number}', 'type': 'Annotation', 'motivation': 'commenting',
                    'created': '2026-01-01T00:00:00.000Z', 'modified': '2026-01-01T00:00:00.000Z',
                    'body': [{'type': 'TextualBody', 'purpose': 'commenting', 'value': f'note {number} of many'}],
                    'target': {'type': 'SpecificResource',
                               'source': {'id': 'https://undocs.org/en/A/69/723', 'type': 'Text', 'language': 'en', 'label': 'A/69/723'},
                               'selector': {'type': 'FragmentSelector', 'conformsTo': 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0',
                                            'value': EIGHT}}} for number in range(MANY)]
        lines = ',\n'.join(json.dumps(record, separators=(',', ':')) for record in records)
        for path in glob.glob(FOLDER + '/*'):
            os.remove(path)
        replace(COLLECTION, '{"type":"AnnotationCollection","glossator:version":1,"first":{"type":"AnnotationPage","items":[\n'
                + lines + '\n]}}\n')
        self.start()
        wait(lambda: self.shows(' of many'), timeout=90, what='the notes')
        self.app.gone('label', 'Loading notes…')
        self.write_note('one more')
        wait(lambda: 'one more' in read(JOURNAL), what='the note in the journal')
        self.assertLess(os.path.getsize(JOURNAL), 4096)
        self.end()
        self.assertEqual(len(stored()), MANY + 1)


if __name__ == '__main__':
    import tap
    tap.main(Store, stop_at_first_failure=True)
