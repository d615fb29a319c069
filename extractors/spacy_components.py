"""spaCy components around the finders: `method_finder`, `dataset_finder`, `repo_finder`, `task_finder`, ...

They are registered through entry points, so `nlp.add_pipe("method_finder")` works in any pipeline, alone or
together. Each writes a span group (`doc.spans["methods"]`, …) whose spans carry the kind as label; what a
span cannot hold (exact offsets, role, rule, confidence) is in the group's `attrs`, which survives
`DocBin` and `nlp.pipe(n_process=2)`. The text of the Doc is read, not its tokens: results do not depend on
the tokeniser.
"""

# ruff: noqa: ARG001 (spaCy passes `nlp` and `name` to every factory, by these names)

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Any, Final

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from .records import KINDS, WORDED_KINDS, Kind, Mention
from .selection import MIN_CONFIDENCE, find_datasets, find_methods, names_of
from .term_selection import find_tasks, find_techniques, terms_of
from .text import BATCH
from .urls import find_repos

SPANS_KEYS: Final[dict[Kind, str]] = {kind: facts.key for kind, facts in KINDS.items()}


class MentionFinder:
    """A component that runs one finder: `match` is pure, `set_annotations` is the only writer.

    `read`, where given, reads many texts at once; `find` then has its results at hand. Both must be picklable
    where processes are spawned, not forked: no lambda.
    """

    def __init__(
        self,
        kind: Kind,
        find: Callable[[str], Iterator[Mention]],
        *,
        spans_key: str,
        read: Callable[[list[str]], object] | None = None,
    ) -> None:
        self.kind, self.find, self.spans_key, self.read = kind, find, spans_key, read

    def __call__(self, doc: Doc) -> Doc:
        """Fill the span group of the Doc and return the Doc."""
        self.set_annotations(doc, self.match(doc))
        return doc

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = BATCH) -> Iterator[Doc]:
        """Yield the Docs, each with its span group filled; texts are worked on many at a time."""
        source = iter(docs)
        while batch := list(islice(source, min(batch_size, BATCH))):
            if self.read is not None:
                self.read([text_of(doc) for doc in batch])
            yield from map(self, batch)

    def match(self, doc: Doc) -> list[Mention]:
        """Return the mentions in the Doc's text; a line break separates the title from the abstract."""
        return list(self.find(text_of(doc)))

    def set_annotations(self, doc: Doc, mentions: list[Mention]) -> None:
        """Write mentions as spans, widened to whole tokens where a mention ends inside one.

        A mention outside of the Doc is left out; span i belongs to row i of the attrs.
        """
        aligned = []
        for m in mentions:
            span = doc.char_span(m.start, m.end, label=m.kind.upper(), alignment_mode="expand")
            if span is not None:
                aligned.append((m, span))
        rows = [[m.name, m.surface, m.start, m.end, m.role, m.rule, m.confidence] for m, _ in aligned]
        attrs = {"mentions": rows, "scores": [m.confidence for m, _ in aligned]}
        spans = [span for _, span in aligned]
        doc.spans[self.spans_key] = SpanGroup(doc, name=self.spans_key, attrs=attrs, spans=spans)


def text_of(doc: Doc) -> str:
    """Return the text of a Doc; one of a single token, as extraction makes them, needs no joining."""
    return doc[0].text if len(doc) == 1 and not doc[0].whitespace_ else doc.text


def doc_mentions(
    doc: Doc, *, paper_id: str = "", spans_keys: Mapping[Kind, str] = SPANS_KEYS
) -> list[Mention]:
    """Return what the components found in a Doc, as records in order of kind and position.

    `spans_keys` names the span group of each kind, for components that were given a `spans_key` of their own.
    """
    found = []
    for kind, key in spans_keys.items():
        group: Any = doc.spans.get(key)
        for name, surface, start, end, role, rule, confidence in (
            group.attrs.get("mentions", ()) if group else ()
        ):
            found.append(Mention(paper_id, kind, name, surface, start, end, role, rule, confidence))
    return found


def _register(
    kind: Kind, find: Callable[..., Iterator[Mention]], read: Callable[..., object] | None = None
) -> Callable[..., MentionFinder]:
    """Register the component that runs a finder; return its factory.

    Kinds that are found by their words have one more option.
    """

    def make(nlp: Language, name: str, spans_key: str) -> MentionFinder:
        return MentionFinder(kind, find, spans_key=spans_key)

    def make_scored(nlp: Language, name: str, spans_key: str, min_confidence: float) -> MentionFinder:
        least = {"min_confidence": min_confidence}
        return MentionFinder(
            kind, partial(find, **least), spans_key=spans_key, read=read and partial(read, **least)
        )

    config: dict[str, Any] = {"spans_key": SPANS_KEYS[kind]}
    if kind in WORDED_KINDS:
        config |= {"min_confidence": MIN_CONFIDENCE}
    made = make_scored if kind in WORDED_KINDS else make
    Language.factory(f"{kind}_finder", assigns=["doc.spans"], default_config=config, func=made)
    return made


make_method_finder = _register("method", find_methods, names_of)
make_dataset_finder = _register("dataset", find_datasets, names_of)
make_repo_finder = _register("repo", find_repos)
make_task_finder = _register("task", find_tasks, terms_of)
make_technique_finder = _register("technique", find_techniques, terms_of)
