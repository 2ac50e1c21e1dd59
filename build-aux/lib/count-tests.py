#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what test runs found: count-tests.py TITLE=LOG...

A LOG is Meson's testlog.json, or the TAP output of one program (its name ends in .tap).

Each test point of a program that speaks TAP counts as one; any other program counts as one. A program that went wrong
without a failed point of its own (it crashed, hung, or leaked) counts as one failure more. A log that is missing or
empty is a failure too: a run that tested nothing has proved nothing.

Prints a line for each failure and each run, and at the end "N passed, N failed, N skipped" ("skipped" only if any
were). The exit status is 1 if anything failed.
"""

import json
import re
import sys
from dataclasses import dataclass, field

POINT = re.compile(r"^(not )?ok\b[ \d]*(?:- )?(.*?)(?:\s+# (SKIP|TODO)\b(.*))?$", re.IGNORECASE)
PLAN = re.compile(r"^1\.\.\d+", re.MULTILINE)


@dataclass
class Tally:
    passed: int = 0
    skipped: int = 0
    failures: list[str] = field(default_factory=list)

    def add(self, other):
        self.passed += other.passed
        self.skipped += other.skipped
        self.failures += other.failures

    def __str__(self):
        line = f"{self.passed} passed, {len(self.failures)} failed"
        return f"{line}, {self.skipped} skipped" if self.skipped else line


def count_points(program, output):
    """The points of one program's TAP output."""
    tally = Tally()
    for line in output.splitlines():
        point = POINT.match(line)
        if not point:
            continue
        not_ok, name, directive, _ = point.groups()
        if directive and directive.upper() == "SKIP":
            tally.skipped += 1
        elif not_ok and not directive:
            tally.failures.append(f"{program}: {name}")
        else:
            tally.passed += 1
    return tally


def count_program(record):
    """One program, as Meson recorded it."""
    program, result = record["name"].removeprefix("glossator:"), record["result"]
    output = record.get("stdout", "")
    speaks_tap = bool(PLAN.search(output)) or output.startswith("TAP version")
    tally = count_points(program, output) if speaks_tap else Tally()

    if result in ("OK", "EXPECTEDFAIL"):
        if not speaks_tap:
            tally.passed += 1
    elif result == "SKIP":
        if tally.skipped == 0:
            tally.skipped += 1
    elif not tally.failures:
        tally.failures.append(f"{program}: {result.lower()}, exit status {record['returncode']}")
    return tally


def count_tap(log):
    """The TAP output of one program. A point that was planned and not reached has failed as well."""
    output = log.read()
    plan = PLAN.search(output)
    tally = count_points("TAP", output)
    reached = tally.passed + len(tally.failures) + tally.skipped
    if not plan:
        tally.failures.append("no plan: the program did not start")
    elif "# SKIP" in output[plan.end():].split("\n", 1)[0]:
        tally.skipped += 1
    elif reached < int(plan.group()[3:]):
        tally.failures += ["a test that was not reached"] * (int(plan.group()[3:]) - reached)
    return tally


def count_meson(log):
    """Meson's log: a JSON object a line."""
    tally = Tally()
    for line in log:
        if line.strip():
            tally.add(count_program(json.loads(line)))
    return tally


def count_log(title, path):
    tally = Tally()
    try:
        with open(path, encoding="utf-8", errors="replace") as log:
            tally = count_tap(log) if path.endswith(".tap") else count_meson(log)
    except (OSError, ValueError, KeyError) as error:
        tally.failures.append(f"the log can't be read: {error}")
    if not (tally.passed or tally.skipped or tally.failures):
        tally.failures.append("no test ran")
    tally.failures = [f"{title}: {failure}" for failure in tally.failures]
    return tally


def main(arguments):
    total = Tally()
    lines = []
    for argument in arguments:
        title, _, path = argument.partition("=")
        tally = count_log(title, path)
        lines.append(f"{title}: {tally}")
        total.add(tally)
    for failure in total.failures:
        print(f"FAILED  {failure}")
    for line in lines:
        print(line)
    print(total)
    return 1 if total.failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
