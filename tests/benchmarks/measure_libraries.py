"""Measure the readers on a large file: time and peak memory. `python measure_libraries.py bib 170`."""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from paperlattice.extractors.sources import iter_entries

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


def as_openalex(number: int) -> str:
    index: dict[str, list[int]] = {}
    for at, word in enumerate(ABSTRACT.split()):
        index.setdefault(word, []).append(at)
    work = {
        "id": f"https://openalex.org/W{number}",
        "doi": f"https://doi.org/10.1000/quill.{number}",
        "display_name": f"QuillNet {number}",
        "publication_date": "2024-03-14",
        "authorships": [{"author": {"display_name": "Ada Quill"}}],
        "abstract_inverted_index": index,
    }
    return json.dumps(work) + "\n"


FORMS: dict[str, tuple[str, Callable[[int], str], str]] = {
    "bib": ("", as_bibtex, ""),
    "ris": ("", as_ris, ""),
    "xml": ("<OAI-PMH><ListRecords>\n", as_oai, "</ListRecords></OAI-PMH>\n"),
    "jsonl": ("", as_openalex, ""),
}


def main(form: str, megabytes: int) -> None:
    """Write a file of a form and a size, read it, and print what that took."""
    head, record, tail = FORMS[form]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"library.{form}")
        with path.open("w", encoding="utf-8") as file:
            written, number = file.write(head), 0
            while written < megabytes * 1_000_000:
                written += file.write(record(number))
                number += 1
            file.write(tail)
        start = time.process_time()
        count = sum(1 for _ in iter_entries(path))
        took = time.process_time() - start
        parse = ""
        if form == "jsonl":
            start = time.process_time()
            with path.open(encoding="utf-8") as lines:
                for line in lines:
                    json.loads(line)
            parse = f", bare parse {time.process_time() - start:.1f} s"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    read = f"{count:,} of {number:,} read in {took:.1f} s{parse}"
    print(f"{form}, {megabytes} MB: {read}; peak {peak:.0f} MB")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
