"""Identifiers of papers: arXiv ids and DOIs in one spelling, anything else as it stands."""

from __future__ import annotations

import re
from typing import Final

from extractors.sources.text import fold_text

_ARXIV_ID: Final = re.compile(r"\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)*(?:\.[A-Za-z]{2})?/\d{7}")
_ARXIV: Final = re.compile(
    r"""(?:https?://(?:[\w-]+\.)?(?:arxiv\.org/(?:abs|pdf|html)|huggingface\.co/papers|alphaxiv\.org/abs)/
        |(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?10\.48550/arxiv\.
        |oai:arxiv\.org:|arxiv:\s*|hf:)?
        (?P<id>\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)*(?:\.[a-z]{2})?/\d{7})
        (?:v\d+)?(?:\.pdf)?/?(?:\s*\[[\w.-]+\])?(?:[?#]\S*)?""",
    re.VERBOSE | re.IGNORECASE,
)
_DOI: Final = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(?P<doi>10\.\d{4,9}/\S+)", re.IGNORECASE)


def normalise_id(text: str) -> str:
    """Return the bare arXiv id (no prefix, no version), the lower-case DOI, or the text itself, folded.

    "arXiv:2401.00001v2", "https://arxiv.org/abs/2401.00001", "hf:2401.00001" and the DOI that arXiv registers
    for the paper all give "2401.00001".
    """
    text = fold_text(text)
    if match := _ARXIV.fullmatch(text):
        archive, slash, number = match["id"].rpartition("/")
        return f"{_archive(archive)}{slash}{number}"
    if match := _DOI.fullmatch(text):
        return match["doi"].lower()
    return text


def _archive(name: str) -> str:
    """The archive of an old arXiv id: lower case, but for the subject class (`math.GT`)."""
    archive, dot, subject = name.lower().partition(".")
    return f"{archive}{dot}{subject.upper()}"


def is_arxiv_id(identifier: str) -> bool:
    """Whether a normalised id is an arXiv id."""
    return _ARXIV_ID.fullmatch(identifier) is not None


def is_doi(identifier: str) -> bool:
    """Whether a normalised id is a DOI."""
    return _DOI.fullmatch(identifier) is not None


def default_url(identifier: str) -> str:
    """The page of a paper that its normalised id implies, or ""."""
    if is_arxiv_id(identifier):
        return f"https://arxiv.org/abs/{identifier}"
    return f"https://doi.org/{identifier}" if is_doi(identifier) else ""
