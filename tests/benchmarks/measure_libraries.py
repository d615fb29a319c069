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
    source = {"id": "https://openalex.org/S4306400194", "display_name": "arXiv", "type": "repository"}
    location = {
        "is_oa": True,
        "landing_page_url": f"https://doi.org/10.1000/quill.{number}",
        "pdf_url": f"https://example.org/quill/{number}.pdf",
        "source": source | {"issn_l": None, "host_organization": "https://openalex.org/I205783295"},
        "license": "cc-by",
        "version": "submittedVersion",
    }
    school = {"id": "https://openalex.org/I1", "display_name": "Quill College", "country_code": "DK"}
    authorships = [
        {
            "author_position": "middle",
            "author": {"id": f"https://openalex.org/A{at}", "display_name": f"{name} Quill", "orcid": None},
            "institutions": [school | {"ror": "https://ror.org/0quill", "type": "education"}],
            "raw_author_name": f"{name} Quill",
            "raw_affiliation_strings": ["Department of Feathers, Quill College, Denmark"],
        }
        for at, name in enumerate(("Ada", "Bo", "Cy", "Di", "Eve"))
    ]
    level = {"id": "https://openalex.org/subfields/1702", "display_name": "Artificial Intelligence"}
    topics = [
        {"id": f"https://openalex.org/T{at}", "display_name": f"Quills {at}", "score": 0.98, "field": level}
        for at in range(3)
    ]
    work = {
        "id": f"https://openalex.org/W{number}",
        "doi": f"https://doi.org/10.1000/quill.{number}",
        "title": f"QuillNet {number}",
        "display_name": f"QuillNet {number}",
        "publication_year": 2024,
        "publication_date": "2024-03-14",
        "ids": {"openalex": f"https://openalex.org/W{number}", "mag": str(number)},
        "language": "en",
        "primary_location": location,
        "type": "article",
        "open_access": {"is_oa": True, "oa_status": "green", "oa_url": location["pdf_url"]},
        "authorships": authorships,
        "cited_by_count": 12,
        "biblio": {"volume": None, "issue": None, "first_page": None, "last_page": None},
        "is_retracted": False,
        "primary_topic": topics[0],
        "topics": topics,
        "keywords": [{"id": "https://openalex.org/keywords/quill", "display_name": "Quill", "score": 0.6}],
        "concepts": [level | {"wikidata": f"Q{at}", "level": 1, "score": 0.5} for at in range(10)],
        "locations": [location, location],
        "referenced_works": [f"https://openalex.org/W{number + at}" for at in range(40)],
        "related_works": [f"https://openalex.org/W{number - at}" for at in range(10)],
        "abstract_inverted_index": index,
        "counts_by_year": [{"year": 2024 + at, "cited_by_count": 4} for at in range(3)],
        "updated_date": "2026-10-01T00:00:00.000000",
        "created_date": "2024-03-20",
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
