"""Prints what checking a book costs beside EPUBCheck and libxml2's bare parser: FOLDER-OF-PROGRAMS BOOK."""

import glob
import json
import pathlib
import subprocess
import sys

programs, book = pathlib.Path(sys.argv[1]), sys.argv[2]
here = pathlib.Path(__file__).parent
rows = [("fanfold", f"{programs}/fanfold check {book}")]
for jar in glob.glob(f"{here}/../.venv/lib/python3*/site-packages/epubcheck/epubcheck.jar"):
    rows.append(("EPUBCheck", f"java -jar {jar} -q {book}"))

print("\nchecking the book of the story, cold process, median of wall clock times")
times = pathlib.Path(book).with_suffix(".json")
command = ["hyperfine", "-N", "--warmup", "1", "--min-runs", "5", "--style", "none", "--export-json", str(times)]
subprocess.run(command + [row[1] for row in rows], check=True, stdout=subprocess.DEVNULL)
results = json.load(open(times, encoding="utf-8"))["results"]
for (name, _), row in zip(rows, results):
    print(f"  {name:<10} {row['median'] * 1000:8.1f} ms {row['median'] / results[0]['median']:8.1f} ×")

line = subprocess.run([f"{programs}/fanfold-bench", "check", book], check=True, capture_output=True, text=True)
_, _, _, checking, _, parsing, _, first = line.stdout.split()
checking, parsing, first = float(checking), float(parsing), float(first)
print("\nchecking it many times in one process, processor time each")
print(f"  fanfold    {checking:8.2f} ms {checking / parsing:8.1f} ×, the first {first:.1f} ms")
print(f"  libxml2    {parsing:8.2f} ms      1.0 ×")
