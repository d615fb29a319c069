"""Compare what two versions of the program find in a corpus: `write CORPUS FILE` in each, then `compare`.

    python tests/benchmarks/compare_mentions.py write corpus/*.jsonl.gz --out before.tsv
    python tests/benchmarks/compare_mentions.py write corpus/*.jsonl.gz --out after.tsv
    python tests/benchmarks/compare_mentions.py compare before.tsv after.tsv

A line holds the id of a paper, the number of its mentions, and a digest of all their fields.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from paperlattice.extractors import Paper, extract


def papers_in(files: list[Path], every: int) -> Iterator[Paper]:
    """Yield the papers of files of JSON lines, or every so manieth of them."""
    number = 0
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open() as lines:
            for line in lines:
                number += 1
                if number % every == 0:
                    record = json.loads(line)
                    yield Paper(record["id"], record["title"], record.get("abstract") or "")


def write(files: list[Path], out: Path, *, processes: int, every: int) -> None:
    """Write a line for each paper."""
    begin = time.time()
    with out.open("w", encoding="utf-8") as lines:
        papers = list(papers_in(files, every))
        for paper, found in zip(papers, extract(papers, n_process=processes), strict=True):
            digest = hashlib.blake2b(repr(found).encode(), digest_size=12).hexdigest()
            lines.write(f"{paper.id}\t{len(found)}\t{digest}\n")
    print(f"{len(papers)} papers in {time.time() - begin:.0f} s", file=sys.stderr)


def compare(before: Path, after: Path) -> int:
    """Print how many papers differ and the first of them; return how many."""
    one, two = (file.read_text(encoding="utf-8").splitlines() for file in (before, after))
    different = [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    for a, b in different[:20]:
        print(a, b, sep="\n", end="\n\n")
    mentions = sum(int(line.split("\t")[1]) for line in one)
    print(f"{len(one)} papers with {mentions} mentions: {len(different)} papers differ")
    return len(different)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    writing = commands.add_parser("write")
    writing.add_argument("files", type=Path, nargs="+")
    writing.add_argument("--out", type=Path, required=True)
    writing.add_argument("--processes", type=int, default=1)
    writing.add_argument("--every", type=int, default=1, help="read only every so manieth paper")
    comparing = commands.add_parser("compare")
    comparing.add_argument("before", type=Path)
    comparing.add_argument("after", type=Path)
    given = parser.parse_args()
    if given.command == "write":
        write(given.files, given.out, processes=given.processes, every=given.every)
    else:
        sys.exit(1 if compare(given.before, given.after) else 0)


if __name__ == "__main__":
    main()
