"""Prints what a library costs beside bare libdeflate, pandoc and calibre: FOLDER-OF-PROGRAMS FOLDER-FOR-WORK [COUNT]."""

import os
import pathlib
import shutil
import subprocess
import sys
import time

programs, work = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
count = int(sys.argv[3]) if len(sys.argv) > 3 else 2000
here = pathlib.Path(__file__).parent


def measure(*command):
    """The milliseconds on the clock and of processors, and the most memory in MB."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"bench-batch: {' '.join(map(str, command))} failed")
    clock = time.monotonic() - start
    return clock * 1000, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1000


def batch(jobs, *options):
    folder = work / "books"
    shutil.rmtree(folder, ignore_errors=True)
    return measure(
        programs / "fanfold", "batch", "--quiet", "--jobs", str(jobs), *options, "-o", folder, library)


def bench(*arguments):
    line = subprocess.run([programs / "fanfold-bench", *arguments], capture_output=True, text=True, check=True)
    words = line.stdout.split()
    return {words[index]: float(words[index + 1]) for index in range(0, len(words), 2)}


library = work / "library"
subprocess.run([sys.executable, here / "bench-library.py", str(count), "50", library], check=True)
stories = sorted(library.iterdir())
size = sum(story.stat().st_size for story in stories) / count / 1000
print(f"\na library of {count} stories of {size:.0f} KB each")
one, processor, _ = batch(1, "--cover", "none")
books = bench("books", *map(str, sorted((work / "books").glob("*.epub"))))
own, bare = processor / count, books["deflate"] / count
print(f"  fanfold    {own:8.2f} ms of processor each {own / bare:8.1f} ×")
print(f"  libdeflate {bare:8.2f} ms, for the same bytes    1.0 ×")
two, _, memory = batch(2, "--cover", "none")
print(f"  two jobs are {one / two:.2f} × as fast as one ({count * 1000 / two:.0f} stories a second), "
      f"memory {memory:.0f} MB")
_, covered, _ = batch(1)
print(f"  with covers {covered / count:7.2f} ms each")
covers = bench("covers", "500")
print(f"  a cover    {covers['each']:8.2f} ms, the first {covers['first']:.0f} ms")
sample = stories[:: max(1, count // 5)][:5]
for name, command in [
    ("pandoc", ["pandoc", "-f", "markdown", "-t", "epub3", "-o"]),
    ("calibre", ["ebook-convert"]),
]:
    if not shutil.which(command[0]):
        continue
    times = []
    for story in sample:
        book = str(work / "sample.epub")
        call = [*command, str(story), book] if name == "calibre" else [*command, book, str(story)]
        times.append(measure(*call)[1])
    other = sum(times) / len(times)
    print(f"  {name:<10} {other:8.0f} ms of processor each, {other / own:.0f} × fanfold's "
          f"({len(times)} of the stories)")
