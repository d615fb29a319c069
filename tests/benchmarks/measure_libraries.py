"""Measure the readers on a large file: time and peak memory. `python measure_libraries.py library.bib 170`.

`python measure_libraries.py json 2` compares every form of JSON with a bare parse of the same bytes, and
`python measure_libraries.py merge 1000` reads and merges so many MB of works of OpenAlex as a build does, and
`python measure_libraries.py build 200` builds a graph of them, without links.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path

from json_records import FORMS as JSON_FORMS, Form

from paperlattice.extractors.sources import iter_entries
from paperlattice.graph.executors.duckdb import DuckDBExecutor
from paperlattice.graph.model.options import BuildOptions
from paperlattice.graph.pipeline import stages
from paperlattice.graph.pipeline.build import build_graph, read_source
from paperlattice.graph.pipeline.link import find_vectors
from paperlattice.graph.store.transaction import write_transaction

WORDS = ("we", "train", "a", "network", "of", "quills", "with", "low-rank", "updates", "on", "new", "images")
ABSTRACT = " ".join(WORDS[at * 7 % len(WORDS)] for at in range(180))


def as_bibtex(number: int) -> str:
    title = f'{{Q}}uill{{N}}et {number}: Two {{M}}{{\\"o}}bius Nets'
    return (
        f"@inproceedings{{quill-{number},\n  title = {{{title}}},\n"
        f"  author = {{Quill, Ada and Fern, B{{\\o}} and Poe, Ann}},\n"
        "  booktitle = {Proceedings},\n"
        f"  year = {{2024}}, month = mar,\n  doi = {{10.1000/quill.{number}}},\n"
        f"  abstract = {{{ABSTRACT}}}\n}}\n"
    )


def as_ris(number: int) -> str:
    return (
        f"TY  - CONF\nTI  - QuillNet {number}: Two Nets\n"
        "AU  - Quill, Ada\nAU  - Fern, Bo\nPY  - 2024/03/14/\n"
        f"DO  - 10.1000/quill.{number}\nAB  - {ABSTRACT}\nER  - \n\n"
    )


def as_oai(number: int) -> str:
    paper = f"2401.{number % 100_000:05d}"
    return (
        f"<record><header><identifier>oai:arXiv.org:{paper}</identifier></header><metadata>"
        f"<arXiv><id>{paper}</id><created>2024-03-14</created><authors><author><keyname>Quill"
        f"</keyname><forenames>Ada</forenames></author></authors><title>QuillNet {number}</title>"
        f"<categories>cs.CL cs.LG</categories><abstract>{ABSTRACT}</abstract></arXiv></metadata></record>\n"
    )


FORMS = {
    "library.bib": Form(as_bibtex),
    "library.ris": Form(as_ris),
    "oai.xml": Form(as_oai, "<OAI-PMH><ListRecords>\n", "</ListRecords></OAI-PMH>\n"),
    **JSON_FORMS,
}


def write(path: Path, form: Form, megabytes: float) -> int:
    """Write a file of a form and a size; return how many records it has."""
    with path.open("w", encoding="utf-8") as file:
        written, number = file.write(form.head + form.text(1)), 1
        while written < megabytes * 1_000_000:
            number += 1
            written += file.write(form.between + form.text(number))
        file.write(form.tail)
    return number


def parse(path: Path) -> None:
    """Do what is least: parse the lines, or the document."""
    with path.open("rb") as file:
        for text in file if path.suffix == ".jsonl" else [file.read()]:
            json.loads(text)


def read(path: Path) -> None:
    """Make papers of all records."""
    deque(iter_entries(path), maxlen=0)


def best_of(rounds: int, work: Callable[[], object]) -> float:
    """Return the least processor time that work took, in seconds."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def measure(name: str, megabytes: float, folder: Path) -> None:
    """Print what it takes to read a file."""
    path = folder / name
    number = write(path, FORMS[name], megabytes)
    start = time.process_time()
    count = sum(1 for _ in iter_entries(path))
    took = time.process_time() - start
    print(f"{name}, {megabytes} MB: {count:,} of {number:,} read in {took:.1f} s; peak {peak():.0f} MB")


def peak() -> float:
    """Return the most memory that the process held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def merge(megabytes: float, folder: Path) -> None:
    """Print what a build of works of OpenAlex takes in each step before extraction."""
    path = folder / "openalex.jsonl"
    number = write(path, FORMS[path.name], megabytes)
    with write_transaction(folder / "lattice.duckdb", fresh=True) as transaction:
        executor = DuckDBExecutor(transaction.connection)
        steps: dict[str, Callable[[], object]] = {
            "imports": lambda: None,
            "reading": lambda: read_source(executor, path, source_format=None),
            "merging": lambda: stages.merge_entries(executor),
            "titles": lambda: executor.write("title_index", stages.index_titles(executor)),
            "vectors": lambda: executor.write("vectors", find_vectors(executor)),
        }
        print(f"{number:,} works, {path.stat().st_size / 1e6:,.0f} MB")
        for name, step in steps.items():
            start = time.process_time()
            step()
            print(f"{name}: {time.process_time() - start:.1f} s, so far at most {peak():.0f} MB", flush=True)


def build(megabytes: float, folder: Path) -> None:
    """Print what a build of works of OpenAlex by one process takes, step by step."""
    path = folder / "openalex.jsonl"
    number = write(path, FORMS[path.name], megabytes)
    print(f"{number:,} works, {path.stat().st_size / 1e6:,.0f} MB")
    step, start = "imports", time.process_time()

    def report(now: str, _done: int, _total: int) -> None:
        nonlocal step, start
        if now != step:
            print(f"{step}: {time.process_time() - start:.1f} s, so far at most {peak():.0f} MB", flush=True)
            step, start = now, time.process_time()

    with write_transaction(folder / "lattice.duckdb", fresh=True) as transaction:
        executor = DuckDBExecutor(transaction.connection, on_progress=report)
        build_graph(executor, path, BuildOptions.given(links="none"))
        transaction.commit()
    report("end", number, number)


def compare(megabytes: float, folder: Path) -> None:
    """Print what a record of each JSON form takes, bare and as a paper."""
    print("| file | bytes a record | bare parse | read | ratio |\n|---|---:|---:|---:|---:|")
    for name, form in JSON_FORMS.items():
        path = folder / name
        number = write(path, form, megabytes)
        bare, taken = (best_of(20, partial(work, path)) / number * 1e6 for work in (parse, read))
        size = path.stat().st_size / number
        print(f"| {name} | {size:,.0f} | {bare:.1f} | {taken:.1f} | {taken / bare:.1f} |", flush=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        what, size, folder = sys.argv[1], float(sys.argv[2]), Path(place)
        others = {"json": compare, "merge": merge, "build": build}
        others[what](size, folder) if what in others else measure(what, size, folder)
