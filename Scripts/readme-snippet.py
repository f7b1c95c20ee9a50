"""Fails when the Swift example in README.md is not the program in Examples/LibraryUse."""

import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parent.parent
program = (root / "Examples/LibraryUse/Sources/LibraryUse/main.swift").read_text("utf-8")
snippets = re.findall(r"```swift\n(.*?)```", (root / "README.md").read_text("utf-8"), re.DOTALL)
if program not in snippets:
    sys.exit("lint: README.md shows other Swift than Examples/LibraryUse compiles")
