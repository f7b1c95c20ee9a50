"""Fills a folder with stories of about a size, no two alike, the same ones every time: COUNT KB FOLDER."""

import pathlib
import random
import re
import sys

count, size, folder = int(sys.argv[1]), int(sys.argv[2]) * 1000, pathlib.Path(sys.argv[3])
examples = sorted((pathlib.Path(__file__).parent.parent / "Examples/stories").glob("*.txt"))
texts = [path.read_text("utf-8") for path in examples]
prose = [text for text in texts for text in re.split(r"\n\s*\n", text) if re.match(r"[A-Z][^:@<>]{120,}$", text)]
words = sorted({word for text in prose for word in re.findall(r"\b[a-z]{5,9}\b", text)})
folder.mkdir(parents=True, exist_ok=True)
for number in range(count):
    chance = random.Random(number)
    title = " ".join(chance.sample(words, chance.randint(2, 4))).title()
    author = chance.choice(words).title() + chance.choice(words)
    text = f"Title: {title}\nAuthor: {author}\nFandom: {chance.choice(words).title()}"
    wanted, parts, length, chapter = chance.uniform(0.7, 1.3) * size, [text], 0, 0
    while length < wanted:
        if length >= chapter * 9000:
            chapter += 1
            parts.append(f"Chapter {chapter}")
        # A word changed here and there, so that no paragraph is there twice.
        paragraph = chance.choice(prose).split(" ")
        for _ in range(len(paragraph) // 6):
            place = chance.randrange(len(paragraph))
            if paragraph[place].isalpha() and paragraph[place].islower():
                paragraph[place] = chance.choice(words)
        parts.append(" ".join(paragraph))
        length += len(parts[-1])
    (folder / f"{number:05d}.txt").write_text("\n\n".join(parts) + "\n", "utf-8")
