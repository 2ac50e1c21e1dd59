# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks every control of a page or dialog, as somebody does who sees no screen and holds no mouse, and tells what is wrong:

- role: a control must say what it is;
- name: it must say what it is for, by its own name or by a label that names it;
- size: it must be large enough to be hit, 24 by 24 pixels (WCAG 2.2, 2.5.8);
- trap: Tab must leave it, and Shift+Tab must lead back over the same controls;
- mute: a step of the focus must be told on the bus;
- unseen: what has the focus must look otherwise than without it;
- unreachable: what can have the focus must get it by Tab or by the arrow keys.

The tree is any object with the attributes of Node and the keyboard any with those of Keys: the real ones stand in
walking.py, and simple ones in test_walker.py, where each rule is shown to fail.

What is not a control of ours to judge, and why:
- a list, a scrolled area or a box that can have the focus, but has controls in it: GTK gives these the focus instead. When
  it gets the focus itself, it is judged as any control;
- what lies within a combo box or within a control of the same name: it shows the value of that one (AdwComboRow, AdwSwitchRow,
  AdwEntryRow), and GTK never gives it the focus apart;
- the name of a scrolled area, which GTK 4.18 never tells: that of what it stands in is read with it;
- the size of links and of selectable texts: these are as large as their words; and of rows of a table, which are read only;
- the buttons of the window: GTK keeps them out of the way of Tab in every program; Ctrl+W and Escape do the same;
- all rows of a long list: they are walked to BOUND and then the last one, for all are rows of one kind. Neither is such a
  list walked again at the next place where it stands.
"""

from collections import namedtuple

NO_ROLE = {'', 'unknown', 'invalid', 'filler', 'panel', 'redundant object', 'extended', 'generic'}
CONTAINERS = {'list', 'list box', 'table', 'tree', 'tree table', 'menu', 'menu bar', 'tool bar', 'page tab list', 'grouping',
              'scroll pane', 'panel', 'filler', 'form', 'dialog', 'alert', 'frame', 'viewport', 'landmark'}
ROWS_IN = {'list', 'list box', 'table', 'tree', 'tree table', 'menu'}
GROUPS = {'page tab list', 'tool bar', 'grouping', 'panel', 'radio group'}
ROWS = {'list item', 'table row', 'tree item', 'menu item', 'check menu item', 'radio menu item'}
KEEPS_ARROWS = {'entry', 'text', 'slider', 'spin button', 'password text'}
OPPOSITE = {'Down': 'Up', 'Right': 'Left', 'Left': 'Right'}
WINDOW_BUTTONS = {'Close', 'Minimize', 'Maximize', 'Restore'}
CONTROLS = {'button', 'toggle button', 'check box', 'radio button', 'switch', 'combo box', 'slider', 'spin button', 'entry',
            'text', 'password text', 'link', 'list item', 'menu item', 'check menu item', 'radio menu item', 'page tab',
            'table row', 'tree item', 'color chooser', 'level bar'}
HIT = {'button', 'toggle button', 'check box', 'radio button', 'switch', 'combo box', 'slider', 'spin button', 'entry', 'menu item',
       'check menu item', 'radio menu item', 'page tab', 'list item', 'tree item'}
SMALLEST = 24
BOUND = 8      # rows of a list that are walked one by one
LONGEST = 120  # stops of Tab on the way round

Violation = namedtuple('Violation', 'rule role name path')


def node_tree(node):
    """What shows of a tree, from the outside to the inside."""
    yield node
    for child in node.children:
        if child.showing:
            yield from node_tree(child)


def ancestors(node):
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def inside(node):
    """The controls in something that can have the focus."""
    return [inner for inner in node_tree(node) if inner != node and inner.focusable]


def is_stop(node):
    return node.focusable and node.sensitive and not (node.role in CONTAINERS and inside(node)) and not is_window_button(node)


def is_window_button(node):
    return node.role == 'button' and node.name in WINDOW_BUTTONS and node.parent.role == 'grouping'


def path_of(node):
    """The named ones among what a control lies in, from the window to the control."""
    steps = [node, *ancestors(node)]
    return ' > '.join(f'{step.role} “{step.name[:40]}”' for step in reversed(steps) if step.name or step is node)


def words(node):
    return set(node.name.split())


def stands_for(node):
    """The controls of which one that gets the focus is enough: those around it, or in it, that have its name."""
    found = []
    for outer in ancestors(node):
        if outer.role == 'combo box' or (outer.role in CONTROLS and outer.focusable and node.name and words(outer) == words(node)):
            found.append(outer)
    if node.role in CONTROLS and node.name:
        found += [inner for inner in inside(node) if inner.role in CONTROLS and words(inner) == words(node)]
    return found


class Walk:
    """One walk over one place; keys moves the focus and finds it."""

    def __init__(self, scope, keys, forward='Tab', backward='shift+Tab', kinds=None):
        self.scope = scope
        self.keys = keys
        self.forward = forward
        self.backward = backward
        self.visited = set()
        self.stops = []
        self.explored = set()
        self.kinds = set() if kinds is None else kinds  # what was walked in long lists, for this place and the next ones
        self.found = {}

    def report(self, rule, node):
        violation = Violation(rule, node.role, node.name, path_of(node))
        self.found[(rule, violation.path)] = violation

    def run(self):
        """Returns the violations. The focus is somewhere in the place, before and afterwards."""
        begin = self.keys.focused()
        if begin is None or self.scope not in ancestors(begin):
            self.report('the focus does not go into the place', self.scope)
        else:
            self.visited.add(begin)
        self.judge_all()
        self.walk_round()
        self.walk_by_arrows()
        self.keys.refresh()
        for node in self.unreached():
            self.report('unreachable', node)
        self.go_back(begin)
        return list(self.found.values())

    def go_back(self, begin):
        for _ in range(len(self.stops) + 2):
            focused = self.keys.focused()
            if begin is None or focused is None or self.entrance(begin) in (focused, *ancestors(focused)):
                return
            self.step(self.forward)

    # What can be said of a control without touching it

    def judge(self, node):
        if node.role in NO_ROLE:
            self.report('role', node)
        named = node.name.strip()
        if node.role == 'scroll pane':
            named = any(outer.name.strip() for outer in ancestors(node) if outer.role != 'frame')
        if not named:
            self.report('name', node)
        if node.role in HIT and not any(inner.role in HIT for inner in inside(node)):
            width, height = node.size
            if min(width, height) < SMALLEST:
                self.report(f'size {width}x{height}', node)

    def judge_all(self):
        for node in node_tree(self.scope):
            if any(outer.role == 'combo box' for outer in ancestors(node)):
                continue
            if node.role in CONTROLS or (node.focusable and node.role not in CONTAINERS):
                self.judge(node)

    # The way round

    def step(self, key):
        """Presses a key; returns what has the focus then, or None where nothing was told."""
        focused = self.keys.press(key)
        if focused is not None:
            self.visited.add(focused)
        return focused

    def cycle(self, key, judged):
        """The stops on the way round from where the focus is, that one last."""
        stops = []
        mute = 0
        while len(stops) < LONGEST:
            left = self.keys.focused()
            focused = self.step(key)
            if focused is None and not self.unreached():
                break  # the only control of its place
            if focused is None:
                mute += 1
                self.report(('mute ' if mute == 1 else 'trap ') + key, left or self.scope)
                if mute > 1:
                    break
                continue
            if judged and left is not None and mute == 0 and not self.keys.was_seen(left):
                self.report('unseen', left)
            mute = 0
            if focused in stops:
                break
            stops.append(focused)
            if judged:
                self.judge(focused)
            if self.scope not in ancestors(focused):
                self.report('trap: out of the place by ' + key, focused)
        return stops

    def entrance(self, node):
        """A row counts as its list: the way back may enter that at another row."""
        for outer in [node, *ancestors(node)]:
            if outer == self.scope:
                break
            if outer.role in ROWS_IN:
                return outer
        return node

    def walk_round(self):
        self.step(self.forward)  # where it begins need not lie on the way: a row that was left stays behind
        self.stops = self.cycle(self.forward, True)
        back = self.cycle(self.backward, False)
        self.keys.refresh()
        if self.forward not in OPPOSITE:
            self.compare(back)

    def compare(self, back):
        there, returned = ({self.entrance(node) for node in stops} for stops in (self.stops, back))
        for node in there ^ returned:
            if node.showing:
                self.report('trap: not on the way by ' + (self.backward if node in there else self.forward), node)

    # The arrows

    def unreached(self):
        return [node for node in node_tree(self.scope) if is_stop(node) and node not in self.visited
                and not any((outer.name, node.role) in self.kinds for outer in ancestors(node) if outer.role in ROWS_IN)
                and not any(other.role == 'combo box' or other in self.visited for other in stands_for(node))]

    def walk_by_arrows(self):
        """Goes round again, and at each list of which something was not reached yet, walks that."""
        self.keys.refresh()
        left = set(self.unreached())
        for _ in range(2 * len(self.stops) + 2):
            focused = self.keys.focused()
            if not left or focused is None:
                return
            area = None if focused.role in KEEPS_ARROWS else self.area_of(focused, left)
            if area is not None:
                self.explored.add(area)
                self.explore(area)
                self.keys.refresh()
                left = set(self.unreached())
            elif self.step(self.forward) is None:
                return

    def area_of(self, node, left):
        """The list, or the small group of controls, around a stop in which something is left."""
        for level, outer in enumerate(ancestors(node)):
            if outer == self.scope or outer in self.explored:
                return None
            if outer.role in ROWS_IN or (outer.role in GROUPS and level < 4):
                if any(other in left for other in node_tree(outer)):
                    return outer
        return None

    def explore(self, area):
        """Walks a list by the arrows; the last row stands for those past the bound."""
        for _ in range(BOUND if area.role in ROWS_IN else 0):
            if self.keys.focused().parent == area or self.keys.focused().role in ROWS:
                break  # out of what is in a row, to the row
            self.step(self.backward)
        self.step('Home')
        self.look_inside(self.keys.focused())
        rows = self.along(area, 'Down')
        self.keys.refresh()
        for key in ('Right', 'Left'):
            if any(area in ancestors(node) for node in self.unreached()):
                rows += self.along(area, key)
                self.keys.refresh()
        if len(rows) >= BOUND // 2:
            last = self.step('End') or self.keys.look()
            if last is not None and area in ancestors(last):
                self.kinds.update((area.name, node.role) for node in self.visited if area in ancestors(node))

    def along(self, area, key):
        """Returns the rows to which the key led."""
        rows = []
        for _ in range(BOUND):
            before = self.keys.focused()
            focused = self.step(key)
            if focused is None or focused == before:
                break
            if area not in ancestors(focused):
                self.step(OPPOSITE[key])
                break
            rows.append(focused)
            self.judge(focused)
            self.look_inside(focused)
        return rows

    def look_inside(self, row):
        """Goes over the controls in a row by Tab, and back to the row."""
        self.keys.refresh()  # a row may show more when it has the focus
        inner = {node for node in inside(row) if is_stop(node)} if row is not None and row.role in CONTROLS else set()
        steps = 0
        while inner - self.visited and steps <= len(inner):
            focused = self.step(self.forward)
            steps += 1
            if focused not in inner:
                break
            self.judge(focused)
        for _ in range(steps + 1):
            if steps == 0 or self.keys.focused() == row:
                return
            self.step(self.backward)
        self.report('trap: not back by ' + self.backward, row)
