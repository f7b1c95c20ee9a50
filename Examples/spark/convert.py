"""Makes books of all stories in a folder: spark-submit convert.py STORIES BOOKS

STORIES is anything Spark reads (a folder, s3a://…), BOOKS a folder that every executor sees. Each task keeps one
`fanfold worker` for all stories of its partition. FANFOLD says where the program is, when not on the PATH.
"""

import base64
import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlparse

from pyspark.sql import SparkSession

PROGRAM = os.environ.get("FANFOLD", "fanfold")


def convert(rows, books):
    command = [PROGRAM, "worker", "--max-line", "512"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as worker:
        for row in rows:
            name = Path(unquote(urlparse(row.path).path)).name
            request = {
                "name": name,
                "data": base64.b64encode(row.content).decode(),
                "options": {"modified": int(row.modificationTime.timestamp())},
            }
            worker.stdin.write(json.dumps(request).encode() + b"\n")
            worker.stdin.flush()
            line = worker.stdout.readline()
            if not line:
                raise RuntimeError(f"the worker ended at {name}")  # Spark starts the task again.
            answer = json.loads(line)
            if answer["ok"]:
                book = Path(books, Path(name).stem + ".epub")
                part = book.with_name(f".{book.name}.{os.getpid()}")
                part.write_bytes(base64.b64decode(answer.pop("epub")))
                part.replace(book)  # Whole or not at all, however often the task is started.
            yield {"input": row.path, **answer}


def main(stories, books):
    Path(books).mkdir(parents=True, exist_ok=True)
    spark = SparkSession.builder.appName("fanfold").getOrCreate()
    files = spark.read.format("binaryFile").option("pathGlobFilter", "[!.]*").load(stories)
    tasks = 4 * spark.sparkContext.defaultParallelism
    answers = files.repartition(tasks).rdd.mapPartitions(lambda rows: convert(rows, books))
    failed = 0
    for answer in answers.toLocalIterator(prefetchPartitions=True):
        failed += not answer["ok"]
        print(json.dumps(answer, ensure_ascii=False))
    spark.stop()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
