"""The errors of a graph that tell most, each with the sentence that should have been read otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from extractors.records import Kind, paper_text
from graph.evaluation.accuracy import Judged
from graph.model.sentences import sentence_at

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class TellingError:
    """One error; `paper` is the id in the labels, `papers` how many of them name what was missed, else 0.

    `confidence` is None for what was missed; `sentence` is empty where the paper's text does not show it.
    """

    kind: Kind
    what: str
    name: str
    paper: str
    title: str
    sentence: str
    confidence: float | None
    papers: int

    def as_dict(self) -> dict[str, Any]:
        """Return the fields by name."""
        return asdict(self)


def telling_errors(judged: Sequence[Judged], graph: nx.Graph[Any], *, most: int) -> list[TellingError]:
    """Return up to `most` errors, half of them wrong, half missed; one half fills up for the other.

    Wrong ones come by falling confidence, then missed ones by how many labelled papers name their cluster;
    ties in the order of the labels. A name that errs in several papers stands once before others return.
    What was missed in a paper that the graph lacks says nothing of the extraction and is left out.
    """
    bearers = Counter((one.kind, one.of) for one in judged if one.what != "wrong")
    wrong = [one for one in judged if one.what == "wrong"]
    missed = [one for one in judged if one.what == "missed" and one.node is not None]
    wrong = _spread(sorted(wrong, key=lambda one: -(one.confidence or 0.0)))
    missed = _spread(sorted(missed, key=lambda one: -bearers[one.kind, one.of]))
    share = max(most - most // 2, most - len(missed))
    chosen = wrong[:share]
    chosen += missed[: most - len(chosen)]
    return [
        TellingError(
            one.kind,
            one.what,
            one.name,
            one.paper,
            one.title,
            one.evidence or _sentence(one, graph),
            one.confidence,
            0 if one.what == "wrong" else bearers[one.kind, one.of],
        )
        for one in chosen
    ]


def find_name(text: str, name: str, forms: Iterable[str]) -> tuple[int, int] | None:
    """Return where a text holds a name as it is written, else one of its forms, else None.

    `forms` are keys of `extractors.records.gold_key`. The abstract is preferred to the title, which is the
    first line. A form is found at any spelling that has its key, at whole words only; longer forms go first.
    """
    body = text.find("\n") + 1
    written = re.compile(rf"(?<!\w){re.escape(name)}(?![\w+])")
    if found := written.search(text, body) or written.search(text):
        return found.span()
    letters, places = _letters(text)
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        spans = list(_spans(text, letters, places, form)) if form else []
        if spans:
            return next((span for span in spans if span[0] >= body), spans[0])
    return None


def _spread(errors: Iterable[Judged]) -> list[Judged]:
    """Put the first error of every name before the second of any; the order is kept besides."""
    seen: Counter[tuple[Kind, str]] = Counter()
    numbered = []
    for one in errors:
        numbered.append((seen[one.kind, one.of], one))
        seen[one.kind, one.of] += 1
    return [one for _, one in sorted(numbered, key=lambda pair: pair[0])]


def _sentence(one: Judged, graph: nx.Graph[Any]) -> str:
    node = graph.nodes[one.node]
    text = paper_text(str(node.get("label", "")), str(node.get("abstract", "")))
    span = find_name(text, one.name, one.forms)
    return "" if span is None else sentence_at(text, *span)


def _letters(text: str) -> tuple[str, list[int]]:
    """Return what `gold_key` keeps of a text, and where each sign of it stands."""
    lowered = ((sign.lower(), at) for at, sign in enumerate(text))
    kept = [(sign, at) for sign, at in lowered if sign == "+" or (sign.isascii() and sign.isalnum())]
    return "".join(sign for sign, _ in kept), [at for _, at in kept]


def _spans(text: str, letters: str, places: Sequence[int], form: str) -> Iterator[tuple[int, int]]:
    """Yield where a key stands in a text at whole words; a plural s may follow."""
    at = letters.find(form)
    while at >= 0:
        start, end = places[at], places[at + len(form) - 1] + 1
        end += text[end : end + 1] == "s"
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        if not (before.isalnum() or after.isalnum() or after == "+"):
            yield start, end
        at = letters.find(form, at + 1)
