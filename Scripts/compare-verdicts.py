#!/usr/bin/env python3
"""Compares what EPUBCheck and fanfold find in books: compare-verdicts.py PROGRAM BOOK…

EPUBCheck's findings come through standard input, as Scripts/check-books prints them. Prints where
ids, severities, counts or lines differ, and ends with status 1 if they do.
"""
import collections
import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

LINE = re.compile(r"(.+?\.\w+)!(.*?):(-?\d+):(-?\d+): (\w+)\[(\w+[-_]\w+)\]: (.*)")
LEVELS = {"fatal", "error", "warning"}


def place(path, line):
    return unquote(path or "").rsplit("/", 1)[-1], max(int(line), 0)


def epubcheck(lines):
    """A set of findings for each book: EPUBCheck's own reports name each place once, too."""
    found = collections.defaultdict(set)
    for line in lines:
        match = LINE.match(line)
        if match:
            book, path, row, column, level, rule, words = match.groups()
            finding = (level, rule.replace("_", "-"), place(path, row), int(column), words)
            found[book].add(finding)
    return found


def count(findings, with_lines):
    return collections.Counter(
        (level, rule, where if with_lines else None) for level, rule, where in findings)


def fanfold(program, books):
    output = subprocess.run([program, "check", "--json", *books], capture_output=True, text=True)
    for line in output.stdout.splitlines():
        findings, whole = [], True
        for message in json.loads(line)["messages"]:
            level, rule = message["severity"].lower(), message["ID"].replace("_", "-")
            if level not in LEVELS:
                continue
            places = [place(at["path"], at["line"]) for at in message["locations"]]
            more = message.get("additionalLocations", 0)
            whole = whole and more == 0
            findings += [(level, rule, where) for where in places + [None] * more]
        yield findings, whole


def difference(theirs, ours, whole):
    for with_lines in [False, True] if whole else [False]:
        one, other = count(theirs, with_lines), count(ours, with_lines)
        if one != other:
            return one - other, other - one
    return None


def main(program, books):
    theirs = epubcheck(sys.stdin)
    differing = 0
    for book, (ours, whole) in zip(books, fanfold(program, books), strict=True):
        if any(rule.startswith("CHK-") for _, rule, *_ in theirs[book]):
            print(f"{book}: EPUBCheck gave up")
            continue
        found = difference([(f[0], f[1], f[2]) for f in theirs[book]], ours, whole)
        if found is None:
            continue
        differing += 1
        note = Path(book).with_suffix(".txt")
        print(f"{book}" + (f" ({note.read_text().strip()})" if note.exists() else ""))
        for who, findings in zip(("EPUBCheck", "fanfold  "), found):
            for (level, rule, where), times in sorted(findings.items(), key=str):
                at = f" {where[0]}:{where[1]}" if where else ""
                print(f"  only {who} {level}[{rule}]{at} x{times}")
    print(f"{len(books)} books, {differing} judged differently")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
