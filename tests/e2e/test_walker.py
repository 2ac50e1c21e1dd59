#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule of the walker finds what it is there for, in a window of a few simple widgets."""

import unittest

from walker import Walk


class Node:
    def __init__(self, role, name='', *inner, focusable=None, size=(100, 34)):
        self.role, self.name, self.children, self.size = role, name, list(inner), size
        self.focusable = role not in ('frame', 'label', 'grouping') if focusable is None else focusable
        self.sensitive = self.showing = True
        self.parent = None
        for child in inner:
            child.parent = self


class Keys:
    """Tab goes over order, the arrows over rows. traps: what Tab does not leave; unseen: what looks the same with the focus."""

    def __init__(self, order, rows=(), traps=(), unseen=(), backward=None):
        self.order, self.rows, self.traps, self.unseen = order, list(rows), traps, unseen
        self.backward = backward or order
        self.now = order[0]

    def focused(self):
        return self.now

    look = focused

    def refresh(self):
        pass

    def was_seen(self, node):
        return node not in self.unseen

    def press(self, key):
        before = self.now
        if 'Tab' in key:
            order = self.order if key == 'Tab' else self.backward
            at = next((i for i, node in enumerate(order) if node == self.now or self.now in node.children), 0)
            if self.now not in self.traps:
                self.now = order[(at + (1 if key == 'Tab' else -1)) % len(order)]
        elif self.now in self.rows:
            at = self.rows.index(self.now)
            at = {'Home': 0, 'End': len(self.rows) - 1, 'Down': at + 1, 'Up': at - 1}.get(key, at)
            self.now = self.rows[min(max(at, 0), len(self.rows) - 1)]
        return self.now if self.now != before else None


def rules(window, keys):
    return sorted((violation.rule, violation.name) for violation in Walk(window, keys).run())


class Walker(unittest.TestCase):
    def setUp(self):
        self.a, self.b, self.c = (Node('button', name) for name in 'abc')
        self.rows = [Node('list item', f'row {i}') for i in range(3)]
        self.list = Node('list', 'rows', *self.rows)
        self.window = Node('frame', 'window', self.a, Node('grouping', '', self.b), self.list, self.c)
        self.order = [self.a, self.b, self.rows[0], self.c]

    def walk(self, **kwargs):
        return rules(self.window, Keys(kwargs.pop('order', self.order), self.rows, **kwargs))

    def test_nothing_wrong(self):
        self.assertEqual(self.walk(), [])

    def test_name(self):
        self.b.name = ' '
        self.assertEqual(self.walk(), [('name', ' ')])

    def test_role(self):
        self.b.role = 'filler'
        self.assertEqual(self.walk(), [('role', 'b')])

    def test_size(self):
        self.b.size = (100, 20)
        self.assertEqual(self.walk(), [('size 100x20', 'b')])

    def test_unreachable(self):
        self.assertEqual(self.walk(order=[self.a, self.rows[0], self.c]), [('unreachable', 'b')])

    def test_rows_by_arrows_only(self):
        self.assertEqual(rules(self.window, Keys(self.order)), [('unreachable', 'row 1'), ('unreachable', 'row 2')])

    def test_trap(self):
        found = self.walk(traps=[self.b])
        self.assertIn(('trap Tab', 'b'), found)

    def test_other_way_back(self):
        found = self.walk(backward=[self.a, self.rows[0], self.c])
        self.assertIn(('trap: not on the way by shift+Tab', 'b'), found)

    def test_unseen(self):
        self.assertEqual(self.walk(unseen=[self.c]), [('unseen', 'c')])

    def test_out_of_the_place(self):
        behind = Node('button', 'behind')
        behind.parent = Node('frame', 'other')
        self.assertIn(('trap: out of the place by Tab', 'behind'), self.walk(order=[*self.order, behind]))

    def test_what_shows_a_value(self):
        """The list in a combo box, and the switch in a row of its name, get no focus apart."""
        combo = Node('combo box', 'Style', Node('list', '', Node('list item', 'Dark')))
        row = Node('check box', 'Marks', Node('check box', 'Marks'))
        window = Node('frame', 'window', combo, row)
        self.assertEqual(rules(window, Keys([combo, row])), [])


if __name__ == '__main__':
    import tap
    tap.main(Walker)
