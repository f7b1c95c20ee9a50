"""Times anthologies of 250 and of 1,000 stories of 50 KB and tells how much memory they took: BIN WORK."""

import os
import pathlib
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent
program, work = pathlib.Path(sys.argv[1]) / "fanfold", pathlib.Path(sys.argv[2])


def bind(count):
    """The processor time in seconds and the most memory in MB."""
    folder, book = work / f"stories-{count}", work / "anthology.epub"
    subprocess.run(
        [sys.executable, root / "Scripts/bench-library.py", str(count), "50", folder], check=True)
    process = subprocess.Popen([program, "anthology", folder, "-o", book, "--force", "--quiet"])
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit("bench: an anthology failed")
    # Linux counts kilobytes, macOS bytes.
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit


small, _ = bind(250)
large, memory = bind(1000)
print(f"anthology of 1,000 stories, 50 MB: {large:.1f} s of processor time, {large / small:.2f}x that of 250 "
      f"(4 is linear), {memory:.0f} MB of memory")
