"""Prints a web page made of a text's paragraphs, so many times over: FILE COUNT."""

import html
import pathlib
import re
import sys

text = pathlib.Path(sys.argv[1]).read_text("utf-8")
paragraphs = [html.escape(piece) for piece in re.split(r"\n\s*\n", text) if piece.strip()]
print("<!DOCTYPE html>\n<html><head><title>The Red Lantern</title></head><body>")
for _ in range(int(sys.argv[2])):
    for number, paragraph in enumerate(paragraphs):
        words = paragraph.split(" ")
        if number % 4 == 1 and len(words) > 6:
            words[2:4] = ["<em>" + words[2], words[3] + "</em>"]
        print("<p>" + " ".join(words) + "</p>")
print("</body></html>")
