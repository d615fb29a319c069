"""Our own labels of abstracts of the corpus: names and kinds by paper id, without the texts.

`annotations.jsonl.gz` is for training; `unseen.jsonl.gz`, of papers drawn at random, is for measuring only.

The texts stay in the corpus that the training folder holds; a paper that is not there is passed over.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from ..records import title_key
from .gold import Example, example_of


def read_annotations(corpus: Path, *, without: Iterable[str], name: str = "annotations") -> list[Example]:
    """Return the papers of a folder of `*.jsonl.gz` annotated under `name`, less the title keys `without`.

    In the order of the annotations, so that the order of the corpus does not change a model.
    """
    packed = files("extractors").joinpath(f"training/{name}.jsonl.gz").read_bytes()
    records = map(json.loads, gzip.decompress(packed).decode().splitlines())
    labels = {record["id"]: record for record in records}
    left_out = set(without)
    found: dict[str, dict[str, Any]] = {}
    for paper in _papers(corpus):
        if paper["id"] in labels and title_key(paper["title"]) not in left_out:
            found.setdefault(paper["id"], paper)
    return [example_of({**found[i], **record}) for i, record in labels.items() if i in found]


def _papers(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)
