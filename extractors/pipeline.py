"""The extraction of whole papers: a blank spaCy pipeline with the three components, in this process or several."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any, Final

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from .components import doc_mentions, make_dataset_finder, make_method_finder, make_repo_finder
from .names import MIN_CONFIDENCE
from .records import Mention, Paper

__all__ = ["EXTRACTOR_VERSION", "extract", "extractor_version", "make_pipeline"]

EXTRACTOR_VERSION: Final = "1"
"""Raised with every change of the code that changes what is extracted."""


@cache
def extractor_version() -> str:
    """Return the version of code and data together: equal versions give equal mentions for equal texts."""
    digest = hashlib.sha256()
    for resource in sorted(files("extractors").joinpath("data").iterdir(), key=lambda r: r.name):
        digest.update(resource.name.encode() + resource.read_bytes())
    return f"{EXTRACTOR_VERSION}-{digest.hexdigest()[:12]}"


def make_pipeline(*, min_confidence: float = MIN_CONFIDENCE) -> Language:
    """Return a blank English pipeline with `repo_finder`, `dataset_finder` and `method_finder`."""
    # Named so that the factories are registered even where the package is not installed.
    assert make_repo_finder and make_dataset_finder and make_method_finder
    nlp = spacy.blank("en")
    nlp.max_length = 100_000_000  # our components take time linear in the text; the limit guards parsers
    nlp.add_pipe("repo_finder")
    nlp.add_pipe("dataset_finder", config={"min_confidence": min_confidence})
    nlp.add_pipe("method_finder", config={"min_confidence": min_confidence})
    return nlp


def extract(
    papers: Iterable[Paper],
    *,
    n_process: int = 1,
    batch_size: int = 64,
    min_confidence: float = MIN_CONFIDENCE,
) -> Iterator[tuple[Mention, ...]]:
    """Yield the mentions of each paper, one tuple a paper, in the order of the papers.

    A pure function of each paper's title and abstract: the result is the same for any `n_process` and `batch_size`.
    """
    nlp = make_pipeline(min_confidence=min_confidence)
    texts = ((paper.text, paper.id) for paper in papers)
    docs: Any = nlp.pipe(texts, as_tuples=True, n_process=n_process, batch_size=batch_size)
    for doc, paper_id in docs:
        yield _mentions(doc, paper_id)


def _mentions(doc: Doc, paper_id: str) -> tuple[Mention, ...]:
    return tuple(doc_mentions(doc, paper_id=paper_id))
