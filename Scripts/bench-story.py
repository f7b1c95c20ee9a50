"""Prints a story of a given size in KB, made of an example's chapters over and over: FILE KB [N].

A chapter is N of the example's, which are short; 12 unless told.
"""

import pathlib
import re
import sys

text = pathlib.Path(sys.argv[1]).read_text("utf-8")
size = int(sys.argv[2]) * 1000
length = int(sys.argv[3]) if len(sys.argv) > 3 else 12
start = text.index("Chapter One")
header, chapters = text[:start], re.split(r"^Chapter \w+\n", text[start:], flags=re.M)[1:]
story, number = bytearray(header.encode()), 0
while len(story) < size:
    number += 1
    places = range(number, number + length)
    body = "\n\n".join(chapters[place % len(chapters)].strip() for place in places)
    story += f"Chapter {number}\n\n{body}\n\n".encode()
sys.stdout.write(story[:size].decode("utf-8", "ignore"))
