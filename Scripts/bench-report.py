"""Prints a benchmark's numbers as ratios: TIMES.json of hyperfine, the line of fanfold-bench, those on reading, and
on checking CHECKS.json of hyperfine and the line of fanfold-bench."""

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
    kind, size, _, first, _, second = line.split()
    size, first, second = float(size), float(first), float(second)
    if kind == "text":
        print(f"  text of {size:5.1f} MB {first:6.1f} MB/s, memory {second:.1f} × its size")
    else:
        print(f"  page of {size:5.1f} MB {first:6.1f} ms, {first / second:.1f} × libxml2's bare parsing")

print("\nchecking the book of that story, cold process, median of wall clock times")
checks = json.load(open(sys.argv[4], encoding="utf-8"))["results"]
for row in checks:
    print(f"  {row['command']:<10} {row['median'] * 1000:8.1f} ms {row['median'] / checks[0]['median']:8.1f} ×")
_, _, _, checking, _, parsing, _, first = open(sys.argv[5], encoding="utf-8").read().split()
print("\nchecking it many times in one process, processor time each")
print(f"  fanfold    {float(checking):8.2f} ms {float(checking) / float(parsing):8.1f} ×, the first {float(first):.1f} ms")
print(f"  libxml2    {float(parsing):8.2f} ms      1.0 ×")
