"""Prints a story of a given size in KB, made of an example's chapters over and over: FILE KB."""

import pathlib
import re
import sys

text = pathlib.Path(sys.argv[1]).read_text("utf-8")
size = int(sys.argv[2]) * 1000
start = text.index("Chapter One")
header, chapters = text[:start], re.split(r"^Chapter \w+\n", text[start:], flags=re.M)[1:]
story, number = bytearray(header.encode()), 0
while len(story) < size:
    body = chapters[number % len(chapters)].strip()
    number += 1
    story += f"Chapter {number}\n\n{body}\n\n".encode()
sys.stdout.write(story[:size].decode("utf-8", "ignore"))
