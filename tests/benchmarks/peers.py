#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares two texts by words with a library of Python, and prints how many words changed.

peers.py difflib|diff-match-patch OLD NEW
"""

import re
import sys


def is_word(token):
    return token[0].isalnum()


def with_difflib(old, new):
    import difflib
    changed = 0
    for operator, i, i_end, j, j_end in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if operator != 'equal':
            changed += sum(map(is_word, old[i:i_end])) + sum(map(is_word, new[j:j_end]))
    return changed


def with_diff_match_patch(old, new):
    import diff_match_patch
    signs = {}
    tokens = {}

    # A sign of a private plane for each token, since the library knows signs alone.
    def encode(words):
        for word in words:
            if word not in signs:
                signs[word] = chr(0x10000 + len(signs))
                tokens[signs[word]] = word
        return ''.join(signs[word] for word in words)

    matcher = diff_match_patch.diff_match_patch()
    matcher.Diff_Timeout = 0
    return sum(is_word(tokens[sign])
               for operator, text in matcher.diff_main(encode(old), encode(new), False) if operator
               for sign in text)


def main():
    library, old_path, new_path = sys.argv[1:]
    old, new = (re.findall(r'[^\W_]+|\S', open(path, encoding='utf-8').read()) for path in (old_path, new_path))
    print({'difflib': with_difflib, 'diff-match-patch': with_diff_match_patch}[library](old, new))


main()
