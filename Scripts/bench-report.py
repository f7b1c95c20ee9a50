"""Prints a benchmark's numbers as ratios: TIMES.json of hyperfine, the line of fanfold-bench, those on
reading texts and pages."""

import json
import os
import platform
import shutil
import subprocess
import sys


def first_line(*command):
    if not shutil.which(command[0]):
        return None
    return subprocess.run(command, capture_output=True, text=True).stdout.split("\n")[0]


def processor():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as info:
            names = [line.split(":")[1].strip() for line in info if "model name" in line]
        return names[0]
    except (OSError, IndexError):
        return platform.processor() or platform.machine()


rows = json.load(open(sys.argv[1], encoding="utf-8"))["results"]
batch = open(sys.argv[2], encoding="utf-8").read().split()
own = rows[0]["median"]
print(f"{processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}")
for command in (["pandoc", "--version"], ["ebook-convert", "--version"], ["swift", "--version"]):
    if line := first_line(*command):
        print(line)
print("\none story of 47 KB, cold process, median of wall clock times")
for row in rows:
    print(f"  {row['command']:<10} {row['median'] * 1000:8.1f} ms {row['median'] / own:8.1f} ×")
convert, deflate = float(batch[1]), float(batch[3])
print("\n500 times the same story in one process, processor time each")
print(f"  fanfold    {convert:8.2f} ms {convert / deflate:8.1f} ×")
print(f"  libdeflate {deflate:8.2f} ms      1.0 ×")

print("\nreading, processor time")
for line in open(sys.argv[3], encoding="utf-8"):
    _, size, _, speed, _, memory = line.split()
    print(f"  text of {float(size):5.1f} MB {float(speed):6.1f} MB/s, memory {float(memory):.1f} × its size")
for line in open(sys.argv[4], encoding="utf-8"):
    kind, _, size, _, reading, _, parsing, _, memory = line.split()
    ratio = float(reading) / float(parsing)
    print(
        f"  {kind:<7} page of {float(size):4.1f} MB {float(reading):6.1f} ms, {ratio:.1f} × libxml2's"
        f" own document of it, memory {float(memory):.1f} × its size")
