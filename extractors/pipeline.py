"""The extraction of whole papers: a blank spaCy pipeline with the components, in one process or several."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any, Final

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc

# Importing this registers the three factories, also where the package is not installed.
from .components import doc_mentions
from .names import MIN_CONFIDENCE
from .records import Mention, Paper

__all__ = ["EXTRACTOR_VERSION", "extract", "extractor_version", "make_pipeline"]

EXTRACTOR_VERSION: Final = "1"
"""Raised with every change of the code that changes what is extracted."""

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@cache
def extractor_version() -> str:
    """Return the version of code and data together: equal versions give equal mentions for equal texts."""
    digest = hashlib.sha256()
    for resource in sorted(files("extractors").joinpath("data").iterdir(), key=lambda r: r.name):
        digest.update(resource.name.encode() + resource.read_bytes())
    return f"{EXTRACTOR_VERSION}-{digest.hexdigest()[:12]}"


def make_pipeline(*, min_confidence: float = MIN_CONFIDENCE) -> Language:
    """Return a blank English pipeline with `repo_finder`, `dataset_finder` and `method_finder`."""
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

    A pure function of each paper's title and abstract: the result is the same for any `n_process` and
    `batch_size`.
    """
    nlp = make_pipeline(min_confidence=min_confidence)
    # The components read the text, not the tokens. Cutting at blanks takes a tenth of the time of the English
    # tokeniser, and linear time where that takes quadratic (a line of brackets).
    nlp.tokenizer = Tokenizer(nlp.vocab)
    docs: Any = nlp.pipe(map(_readable, papers), as_tuples=True, n_process=n_process, batch_size=batch_size)
    for doc, (paper_id, original) in docs:
        yield _mentions(doc, paper_id, original)


def _readable(paper: Paper) -> tuple[str, tuple[str, str]]:
    """Return a text that spaCy takes, and id and text of the paper (the text only where it is another one).

    spaCy raises on half of a surrogate pair, which JSON escapes can make; a stand-in keeps the offsets.
    """
    text = paper.text
    readable = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
    return readable, (paper.id, "" if readable == text else text)


def _mentions(doc: Doc, paper_id: str, original: str) -> tuple[Mention, ...]:
    found = doc_mentions(doc, paper_id=paper_id)
    return tuple(replace(m, surface=original[m.start : m.end]) if original else m for m in found)
