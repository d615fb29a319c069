"""The tasks and techniques of one text: the candidates that are likely enough, one a term."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from .forest import Floats
from .records import Kind, Mention
from .selection import Name, Occurrence, name_mentions, names_of, names_view, tokens_of
from .term_features import NOTHING, TASK, TASK_ASIDE, TECHNIQUE, TECHNIQUE_ASIDE, Names, TermText
from .term_scorer import load_term_scorer
from .terms import Span, TermCandidate, TermForms, find_term_candidates, load_terms, phrase_keys
from .text import BATCH, Recent, Tokens

MIN_TERM: Final = 0.45
"""Terms below this probability are left out."""

_MAIN: Final = 0.33
"""The share of "what the text is about" among that and "no term", from which a term is more than mentioned.

F1 is highest at about half of the best F1 (Lipton, Elkan and Narayanaswamy 2014).
"""

# "s" of "attention heads"; not of "analysis", "bias", "time series", "fluid dynamics" or "GANs".
_PLURAL: Final = re.compile(
    r"\b(?!(?:bias|series|species|lens|\w*(?:nam|hys|han|bot|mat|ant|nom|th|raph)ics)$)(\w*[^\W\dsiu])s$"
)

_ENDINGS: Final = (
    # "policies", "robot strategies"; not "time series", "movies" or "ties".
    (
        re.compile(r"\b(?!(?:series|species|movies|cookies|selfies|calories|zombies)$)(\w*[^\W\d]{2})ies$"),
        r"\1y",
    ),
    # "losses", "bounding boxes", "3D meshes", "biases".
    (re.compile(r"(ss|[aeiou]x|sh|bias)es$"), r"\1"),
    # "analyses", "hypotheses".
    (re.compile(r"(analy|hypothe|synthe|diagno)ses$"), r"\1sis"),
    (_PLURAL, r"\1"),
)
"""Plurals and how the singular is made; the first that fits counts."""

_TERMS: Final = Recent[tuple[str, float], tuple[Name, ...]](4 * BATCH)


def terms_of(texts: Sequence[str], *, min_confidence: float = MIN_TERM) -> list[tuple[Name, ...]]:
    """Return the tasks and techniques of each text, in order of their first occurrence.

    What a method or dataset of the text is called is no term of it.
    """
    return _TERMS.get([(text, min_confidence) for text in texts], _choose)


def find_terms(text: str, *, min_confidence: float = MIN_TERM) -> tuple[Name, ...]:
    """Return the tasks and techniques of one text, in order of their first occurrence."""
    return terms_of([text], min_confidence=min_confidence)[0]


def _choose(keys: Sequence[tuple[str, float]]) -> Iterator[tuple[Name, ...]]:
    for begin in range(0, len(keys), BATCH):
        part = keys[begin : begin + BATCH]
        known = load_terms()
        read = _read([text for text, _ in part], known)
        for text, shares, (_, least) in zip(read, load_term_scorer().score(read), part, strict=True):
            yield tuple(
                choose_terms(text.tokens, text.candidates, shares, known, text.names, min_confidence=least)
            )


def _read(texts: Sequence[str], known: TermForms) -> list[TermText]:
    """Return what the scorer reads of some texts."""
    names_of(texts)  # the names of all texts at once
    scorer = load_term_scorer()
    tokens = [tokens_of(text) for text in texts]
    keys = [phrase_keys(t) for t in tokens]
    found = [find_term_candidates(t, k, known, scorer.heads) for t, k in zip(tokens, keys, strict=True)]
    likely = scorer.likely_forms(keys, found, known)
    return [
        TermText(t, k, candidates, rows, names_view(text))
        for text, t, k, (candidates, rows) in zip(texts, tokens, keys, likely, strict=True)
    ]


def choose_terms(
    tokens: Tokens,
    candidates: Sequence[TermCandidate],
    shares: Floats,
    known: TermForms,
    names: Names,
    *,
    min_confidence: float,
) -> list[Name]:
    """Return the candidates that are terms, with their likelier kind, and whether the text is about them."""
    taken = set(names.taken)
    starts, ends = tokens.starts, tokens.ends
    terms = []
    for candidate, row in zip(candidates, shares.tolist(), strict=True):
        kind, own = kind_of(row)
        confidence = round(1.0 - row[NOTHING], 4)
        if confidence < min_confidence and not (own and min_confidence <= MIN_TERM):
            continue
        places = [(starts[a], ends[b - 1]) for a, b in _outermost(candidate.spans)]
        occurrences = [Occurrence(*place) for place in places if place not in taken]
        if occurrences:
            label = term_label(tokens, candidate, known)
            terms.append(Name(kind, label, tuple(occurrences), own, confidence, ("term",)))
    return sorted(terms, key=lambda n: (n.occurrences[0].start, n.occurrences[0].end, n.kind, n.name))


def _outermost(spans: Sequence[Span]) -> list[Span]:
    """Return the spans, in order, without those inside of another: "translation" of "machine translation"."""
    if len(spans) == 1:
        return [*spans]
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not kept or span[1] > kept[-1][1]:
            kept.append(span)
    return kept


def kind_of(row: Sequence[float]) -> tuple[Kind, bool]:
    """Return the kind of a candidate by its probabilities, and whether the text is about it."""
    kind: Kind = "task"
    main = row[TASK]
    if row[TECHNIQUE] + row[TECHNIQUE_ASIDE] > main + row[TASK_ASIDE]:
        kind, main = "technique", row[TECHNIQUE]
    return kind, main >= _MAIN * (main + row[NOTHING])


def term_label(tokens: Tokens, candidate: TermCandidate, known: TermForms) -> str:
    """Return the label of the term that the table knows, else the form that the text writes most often.

    A new term is written in small letters but for acronyms and inner capitals, in the singular.
    """
    if candidate.key.startswith("#") and (label := known.labels[int(candidate.key[1:])]):
        return label
    spans = candidate.spans
    if len(spans) == 1:
        return _new_label(tokens.surface(*spans[0]))
    written = Counter(tokens.surface(a, b) for a, b in spans if b - a > 1)
    return _new_label(min(written or {tokens.surface(*spans[0]): 1}, key=lambda f: (-written[f], f)))


@lru_cache(maxsize=1 << 12)
def _new_label(form: str) -> str:
    """Return a new form in small letters but for acronyms and inner capitals, in the singular."""
    # "Attribute" of "Attribute Binding"; not "INR" or "LoRA".
    small = re.sub(r"\b[A-Z][a-z]+\b|\b[A-Z]\b(?=-)", lambda m: m.group().lower(), form)
    if len(small) > 4:
        for plural, singular in _ENDINGS:
            if plural.search(small):
                return plural.sub(singular, small)
    return small


def find_tasks(text: str, *, paper_id: str = "", min_confidence: float = MIN_TERM) -> Iterator[Mention]:
    r"""Yield one mention for each span that names a task, from left to right.

    Mentions with one `name`, the established term, are one task. `role` is "addresses" for what the text is
    about, else "mentions".

    Args:
        text: A title, a line break, and an abstract, as `Paper.text` has them.
        paper_id: Goes into the mentions as it is.
        min_confidence: Terms below this probability (0 to 1) are left out.

    Example:
        >>> from paperlattice.extractors import find_tasks
        >>> text = "Retrieving Images Fast\nWe study image retrieval with sketches."
        >>> for mention in find_tasks(text):
        ...     print(mention.name, "|", mention.surface, "|", mention.role)
        image retrieval | Retrieving Images | addresses
        image retrieval | image retrieval | addresses
    """
    yield from name_mentions(text, "task", find_terms(text, min_confidence=min_confidence), paper_id)


def find_techniques(text: str, *, paper_id: str = "", min_confidence: float = MIN_TERM) -> Iterator[Mention]:
    r"""Yield one mention for each span that names a technique, from left to right.

    `role` is "uses" for what the text builds on or studies, else "mentions".

    Args:
        text: A title, a line break, and an abstract, as `Paper.text` has them.
        paper_id: Goes into the mentions as it is.
        min_confidence: Terms below this probability (0 to 1) are left out.

    Example:
        >>> from paperlattice.extractors import find_techniques
        >>> text = "Small Experts\nWe train LLMs with a mixture of experts (MoE)."
        >>> sorted({mention.name for mention in find_techniques(text)})
        ['large language model', 'mixture-of-experts']
    """
    yield from name_mentions(text, "technique", find_terms(text, min_confidence=min_confidence), paper_id)
