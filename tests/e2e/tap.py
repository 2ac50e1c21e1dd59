# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a unittest class and prints its results as TAP, so that each test counts."""

import sys
import traceback
import unittest


class Result(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.count = 0

    def _point(self, test, ok, note=''):
        self.count += 1
        print(f"{'ok' if ok else 'not ok'} {self.count} {test.id().split('.', 1)[-1]}{note}", flush=True)

    def _failed(self, test, error):
        self._point(test, False)
        for line in ''.join(traceback.format_exception(*error)).splitlines():
            print('# ' + line, flush=True)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._point(test, True)

    def addFailure(self, test, err):
        self._failed(test, err)
        super().addFailure(test, err)

    def addError(self, test, err):
        self._failed(test, err)
        super().addError(test, err)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._point(test, True, f' # SKIP {reason}')


def main(*classes, stop_at_first_failure=False):
    """Where each test builds on the one before, the rest is left out after a failure: a TAP plan
    that is not kept is a failure as well."""
    suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromTestCase(c) for c in classes)
    print(f'1..{suite.countTestCases()}', flush=True)
    result = Result()
    result.failfast = stop_at_first_failure
    suite.run(result)
    sys.exit(0 if result.wasSuccessful() else 1)
