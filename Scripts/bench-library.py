"""Writes a folder of stories of 50 KB, each of its own words: FILE COUNT FOLDER. The words are an example's in an order of chance."""

import pathlib
import random
import re
import sys

words = re.findall(r"\w+", pathlib.Path(sys.argv[1]).read_text("utf-8"))
folder = pathlib.Path(sys.argv[3])
folder.mkdir(parents=True)
for number in range(1, int(sys.argv[2]) + 1):
    chance = random.Random(number)
    lines = [f"Title: Story {number}", f"Author: Writer {number % 97}", f"Fandom: Fandom {number % 31}"]
    size, chapter = 0, 0
    while size < 50_000:
        chapter += 1
        lines += ["", f"Chapter {chapter}"]
        for _ in range(12):
            paragraph = " ".join(chance.choices(words, k=60)).capitalize() + "."
            lines += ["", paragraph]
            size += len(paragraph) + 2
    name = folder / f"story-{chance.randrange(10 ** 6):06}-{number}.txt"
    name.write_text("\n".join(lines) + "\n", "utf-8")
