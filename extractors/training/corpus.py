"""The abstracts of a training folder."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def read_corpus(corpus: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the papers of the `*.jsonl.gz` of a folder, in the order of names, each with its file's name."""
    for path in sorted(corpus.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield path.name, json.loads(line)
