"""spaCy components round the finders: `repo_finder`, `dataset_finder`, `method_finder`.

They are registered through entry points, so `nlp.add_pipe("method_finder")` works in any pipeline, alone or
together. Each writes a span group (`doc.spans["methods"]`, …) whose spans carry the kind as label; what a
span cannot hold (exact offsets, role, rule, confidence) stands in the group's `attrs`, which survives
`DocBin` and `nlp.pipe(n_process=2)`. The text of the Doc is read, not its tokens: results do not depend on
the tokeniser.
"""

# ruff: noqa: ARG001 (spaCy passes `nlp` and `name` to every factory, by these names)

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, Final

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from .datasets import find_datasets
from .methods import find_methods
from .names import MIN_CONFIDENCE
from .records import Kind, Mention
from .repos import find_repos

__all__ = [
    "SPANS_KEYS",
    "MentionFinder",
    "doc_mentions",
    "make_dataset_finder",
    "make_method_finder",
    "make_repo_finder",
]

SPANS_KEYS: Final[dict[Kind, str]] = {"method": "methods", "dataset": "datasets", "repo": "repos"}


class MentionFinder:
    """A component that runs one finder: `match` is pure, `set_annotations` is the only writer.

    `find` must be picklable where processes are spawned, not forked: no lambda.
    """

    def __init__(self, kind: Kind, find: Callable[[str], Iterator[Mention]], *, spans_key: str) -> None:
        self.kind, self.find, self.spans_key = kind, find, spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Fill the span group of the Doc and return the Doc."""
        self.set_annotations(doc, self.match(doc))
        return doc

    def match(self, doc: Doc) -> list[Mention]:
        """Return the mentions in the Doc's text; a line break parts the title from the abstract."""
        return list(self.find(doc.text))

    def set_annotations(self, doc: Doc, mentions: list[Mention]) -> None:
        """Write mentions as spans, widened to whole tokens where a mention ends inside one.

        What lies outside of the Doc is left out; span i belongs to row i of the attrs.
        """
        placed = []
        for m in mentions:
            span = doc.char_span(m.start, m.end, label=m.kind.upper(), alignment_mode="expand")
            if span is not None:
                placed.append((m, span))
        rows = [[m.name, m.surface, m.start, m.end, m.role, m.rule, m.confidence] for m, _ in placed]
        attrs = {"mentions": rows, "scores": [m.confidence for m, _ in placed]}
        spans = [span for _, span in placed]
        doc.spans[self.spans_key] = SpanGroup(doc, name=self.spans_key, attrs=attrs, spans=spans)


def doc_mentions(
    doc: Doc, *, paper_id: str = "", spans_keys: Mapping[Kind, str] = SPANS_KEYS
) -> list[Mention]:
    """Return what the three components found in a Doc, as records in order of kind and place.

    `spans_keys` says where each kind stands, for components that were given a `spans_key` of their own.
    """
    found = []
    for kind, key in spans_keys.items():
        group: Any = doc.spans.get(key)
        for name, surface, start, end, role, rule, confidence in (
            group.attrs.get("mentions", ()) if group else ()
        ):
            found.append(Mention(paper_id, kind, name, surface, start, end, role, rule, confidence))
    return found


@Language.factory("repo_finder", assigns=["doc.spans"], default_config={"spans_key": "repos"})
def make_repo_finder(nlp: Language, name: str, spans_key: str) -> MentionFinder:
    """Return the component that finds URLs of repositories."""
    return MentionFinder("repo", find_repos, spans_key=spans_key)


@Language.factory(
    "dataset_finder",
    assigns=["doc.spans"],
    default_config={"spans_key": "datasets", "min_confidence": MIN_CONFIDENCE, "generic": False},
)
def make_dataset_finder(
    nlp: Language, name: str, spans_key: str, min_confidence: float, generic: bool
) -> MentionFinder:
    """Return the component that finds named datasets, benchmarks and environments."""
    find = partial(find_datasets, min_confidence=min_confidence, generic=generic)
    return MentionFinder("dataset", find, spans_key=spans_key)


@Language.factory(
    "method_finder",
    assigns=["doc.spans"],
    default_config={"spans_key": "methods", "min_confidence": MIN_CONFIDENCE, "generic": False},
)
def make_method_finder(
    nlp: Language, name: str, spans_key: str, min_confidence: float, generic: bool
) -> MentionFinder:
    """Return the component that finds named methods, models and systems."""
    find = partial(find_methods, min_confidence=min_confidence, generic=generic)
    return MentionFinder("method", find, spans_key=spans_key)
