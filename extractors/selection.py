"""The methods and datasets that one text names: the best of its scored candidates that do not overlap.

`find_names` is a pure function of the text and of the packaged data; `find_methods` and `find_datasets` give
its two halves as mentions.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Final

from .candidates import (
    LONGEST_NAME,
    Candidate,
    find_candidates,
    form_key,
    is_alternative,
    shape_of,
)
from .features import batch_features
from .gazetteer import load_gazetteer, trigger_classes
from .records import KINDS, Kind, Mention
from .scorer import COLUMNS, Scores, load_lexicon, load_scorer, load_statistics
from .term_features import Names
from .text import BATCH, Recent, Tokens, normalize

MIN_CONFIDENCE: Final = 0.45
"""Names below this probability are left out.

Where probabilities are calibrated, F1 is highest at half of the best F1 (Lipton, Elkan and
Narayanaswamy 2014): 0.44 to 0.45 here, which cross-validation on the training papers confirms.
"""

Span = tuple[int, int]
_Ranked = tuple[float, int, int, Kind]
"""The negative confidence, the negative length, candidate, kind: so sorted, the likeliest come first."""
_HYPHENS: Final = frozenset("-–_")
_SIZE_SEPARATORS: Final = _HYPHENS | {" "}
_SLASHES: Final = ("/", "/-")
# "7B", "1.5B", "base", "128k"; not "v2" or "GPT".
_SIZE: Final = re.compile(
    r"\d+(?:\.\d+)?[BMKTbmk]?|[BSLXT]|base|small|large|tiny|mini|instruct|chat|series|plus|pro|xl|huge", re.I
)


# "Es" of "SAEs"; not "Keras" or "QuillNets".
_PLURAL_OF_OWN: Final = re.compile(r"[A-Z0-9]s$")
# "Es" of "SAEs", "lNets" of "QuillNets"; not "Keras".
_PLURAL: Final = re.compile(r"[A-Z0-9]s$|[a-z][A-Z][a-z]+[^su\W]s$")
_LONGEST_FORM: Final = 100
"""No name has more characters."""
_NOUNS: Final[dict[str, tuple[str, ...]]] = {
    "method": (
        " agent", " algorithm", " architecture", " attack", " block", " encoder", " family", " framework",
        " layer", " library", " loss", " mechanism", " method", " model", " models", " module", " network",
        " optimizer", " pipeline", " scheme", " series", " solver", " strategy", " system", " toolkit",
    ),
    "dataset": (
        " benchmark", " challenge", " corpus", " data", " database", " dataset", " datasets", " suite",
    ),
}  # fmt: skip
"""What may follow a name that is also written without it."""
# "2" of "Quill-2" and "Quill v2", "1.5" of "Quill 1.5"; not "Quill-7B", "Quill-50", "Quill 2.0" for its 2.
_VERSION: Final = re.compile(r"(?:(?<=[A-Za-z])|[-\s])[vV]?\s?(\d(?:\.[1-9])?)(?:\.0)?$")
_MOST_PARTS: Final = 24
"""A slash adds no more parts to a name."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One occurrence of a name: offsets into the text that `Tokens` holds, and whether words propose it."""

    start: int
    end: int
    proposed: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A method or dataset as one text names it; `own` if the text proposes or introduces it."""

    kind: Kind
    name: str
    occurrences: tuple[Occurrence, ...]
    own: bool
    confidence: float
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScoredText:
    """The candidates of a text and what the scorer says of them."""

    tokens: Tokens
    candidates: list[Candidate]
    scores: Scores


_LONG_TEXT: Final = 8_000
"""Characters; the longest abstracts of arXiv have 3,000 or so."""
_PASSAGE: Final = 1_800

_TOKENS: Final = Recent[str, Tokens](2 * BATCH)
_SCORED: Final = Recent[str, ScoredText](2 * BATCH)
_NAMES: Final = Recent[tuple[str, float], tuple[Name, ...]](4 * BATCH)


def tokens_of(text: str) -> Tokens:
    """Return the tokens of a text, kept for the last texts."""
    return _TOKENS.get([text], lambda texts: map(Tokens.of, texts))[0]


def scored_texts(texts: Sequence[str]) -> list[ScoredText]:
    """Return the candidates of texts with their scores, kept for the last texts."""
    return _SCORED.get(texts, _score)


def _score(texts: Sequence[str]) -> Iterator[ScoredText]:
    gazetteer = load_gazetteer()
    tokens = [tokens_of(text) for text in texts]
    candidates = [find_candidates(t, gazetteer) for t in tokens]
    features = batch_features(zip(tokens, candidates, strict=True), load_lexicon(), load_statistics())
    return map(ScoredText, tokens, candidates, load_scorer().score_batch(features))


def names_of(texts: Sequence[str], *, min_confidence: float = MIN_CONFIDENCE) -> list[tuple[Name, ...]]:
    """Return the named methods and datasets of each text, in order of their first occurrence."""
    return _NAMES.get([(text, min_confidence) for text in texts], _choose)


def find_names(text: str, *, min_confidence: float = MIN_CONFIDENCE) -> tuple[Name, ...]:
    """Return the named methods and datasets of one text, in order of their first occurrence."""
    return names_of([text], min_confidence=min_confidence)[0]


def _choose(keys: Sequence[tuple[str, float]]) -> Iterator[tuple[Name, ...]]:
    cuts = [passage_spans(text) for text, _ in keys]
    passages = [text[a:b] for (text, _), spans in zip(keys, cuts, strict=True) for a, b in spans]
    scored = iter(scored_texts(passages))
    for spans, (_, least) in zip(cuts, keys, strict=True):
        names: list[Name] = []
        for begin, _ in spans:
            found = next(scored)
            chosen = choose_names(found.tokens, found.candidates, found.scores, min_confidence=least)
            names += [_shifted(name, begin) for name in chosen] if begin else chosen
        yield tuple(names if len(spans) == 1 else _in_order(_merged(names)))


def passage_spans(text: str) -> list[tuple[int, int]]:
    """Return where a text is cut: one of up to `_LONG_TEXT` characters is one passage.

    The scorer has learned from abstracts. Of a full text it sees passages of whole sentences, which are about
    as long. A text with marks of LaTeX stays whole: a cut could part a mark, and what is read would differ.
    """
    if len(text) <= _LONG_TEXT or (tokens := tokens_of(text)).markup is not None:
        return [(0, len(text))]
    cuts = [0]
    for begin, _ in tokens.sentences:
        if begin - cuts[-1] >= _PASSAGE:
            cuts.append(begin)
    return list(pairwise([*cuts, len(text)]))


def _shifted(name: Name, begin: int) -> Name:
    """Return a name of a passage that begins there, with its places in the whole text."""
    places = tuple(replace(o, start=o.start + begin, end=o.end + begin) for o in name.occurrences)
    return replace(name, occurrences=places)


def _in_order(names: Iterable[Name]) -> list[Name]:
    return sorted(names, key=lambda n: (n.occurrences[0].start, n.occurrences[0].end, n.kind, n.name))


def names_view(text: str) -> Names:
    """Return what the names of a text are to its terms: what each span is, and which words are taken."""
    (found,) = scored_texts([text])
    kinds, owns = found.scores.kinds.tolist(), found.scores.own.tolist()
    spans: dict[Span, tuple[float, float, float]] = {}
    for candidate, (_, method, dataset), own in zip(found.candidates, kinds, owns, strict=True):
        row = (method, dataset, own)
        for span in candidate.spans:
            spans[span] = max(spans.get(span, row), row)
    return Names(spans, [(o.start, o.end) for name in find_names(text) for o in name.occurrences])


def choose_names(
    tokens: Tokens,
    candidates: Sequence[Candidate],
    scores: Scores,
    *,
    min_confidence: float,
) -> list[Name]:
    """Return the likeliest candidates that do not overlap, by position (of equals the longer).

    A candidate keeps the spans that no likelier one has, and is dropped when it has none left. A candidate
    that also occurs elsewhere leaves its spans inside another thing's name to that name ("Quill" and
    "Quill-1M"). A higher `min_confidence` gives about a part of what a lower one gives.
    """
    ranked: list[_Ranked] = []
    kinds = list(COLUMNS)
    for index, row in enumerate(scores.kinds.tolist()):
        confidence, kind = -1.0, kinds[0]
        for other in kinds:
            if row[COLUMNS[other]] > confidence:
                confidence, kind = row[COLUMNS[other]], other
        if confidence >= min_confidence:
            first, last = candidates[index].spans[0]
            ranked.append((-confidence, first - last, index, kind))
    if not ranked:
        return []
    ranked.sort()
    taken = bytearray(len(tokens))
    chosen = _share_spans(tokens, candidates, ranked, taken)
    names: list[Name] = []
    for negative, _, index, kind in ranked:
        if spans := chosen.get(index):
            own = float(scores.own[index]) >= 0.5
            name = _name(tokens, candidates[index], spans, kind, own, -negative)
            if len(name.name) <= _LONGEST_FORM:
                names.append(name)
                names.extend(_further_parts(tokens, name, spans))
    return _in_order(_merged(names))


def _share_spans(
    tokens: Tokens, candidates: Sequence[Candidate], ranked: Sequence[_Ranked], taken: bytearray
) -> dict[int, list[Span]]:
    """Return the spans that each candidate gets, in order; those without any are left out."""
    kind_of: dict[int, Kind] = {}
    begins: dict[int, list[tuple[int, int]]] = {}  # first token -> (end, candidate) of spans there
    for _, _, index, kind in ranked:
        kind_of[index] = kind
        for first, last in candidates[index].spans:
            begins.setdefault(first, []).append((last, index))

    firsts = sorted(begins)

    def is_cut(index: int, kind: Kind) -> bool:
        """Is the candidate always inside the same name with its size? That is the better form of it."""
        for span in candidates[index].spans:
            for end, other in begins[span[0]]:
                if (
                    end > span[1]
                    and other != index
                    and kind_of[other] == kind
                    and _is_sized(tokens, (span[0], end), span)
                ):
                    break
            else:
                return False
        return True

    def is_inside(index: int, kind: Kind, span: Span) -> bool:
        """Is the span inside the name of another thing?"""
        low, high = bisect_left(firsts, span[0] - LONGEST_NAME), bisect_right(firsts, span[0])
        for begin in firsts[low:high]:
            for end, other in begins[begin]:
                if (
                    end >= span[1]
                    and other != index
                    and (kind_of[other] != kind or _is_compound(tokens, (begin, end), span))
                ):
                    return True
        return False

    chosen: dict[int, list[Span]] = {}
    left: list[tuple[int, list[Span]]] = []
    for _, _, index, kind in sorted(ranked, key=lambda r: is_cut(r[2], r[3])):
        apart: list[Span] = []
        inside: list[Span] = []
        for span in candidates[index].spans:
            (inside if is_inside(index, kind, span) else apart).append(span)
        if spans := _free_spans(apart or inside, taken):
            chosen[index] = spans
        if apart and inside:
            left.append((index, inside))
    for index, inside in left:
        if spans := _free_spans(inside, taken):
            chosen[index] = sorted([*chosen.get(index, ()), *spans])
    return chosen


def _is_compound(tokens: Tokens, outer: Span, inner: Span) -> bool:
    """Is the outer name the inner one with more than a size added to it by hyphens?"""
    inner_separators = {
        tokens.separators[i] for i in range(outer[0] + 1, outer[1]) if i <= inner[0] or i >= inner[1]
    }
    words = [tokens.words[i] for i in range(*outer) if not inner[0] <= i < inner[1]]
    return bool(words) and inner_separators <= _HYPHENS and not all(_SIZE.fullmatch(w) for w in words)


def _is_sized(tokens: Tokens, outer: Span, inner: Span) -> bool:
    """Is the outer name the inner one with a size after it?"""
    return (
        outer[0] == inner[0]
        and outer[1] > inner[1]
        and all(
            tokens.separators[i] in _SIZE_SEPARATORS and _SIZE.fullmatch(tokens.words[i])
            for i in range(inner[1], outer[1])
        )
    )


def _free_spans(spans_of: Sequence[Span], taken: bytearray) -> list[Span]:
    """Return the spans that are free, and mark them as taken."""
    spans = []
    for first, last in sorted(spans_of, key=lambda s: (s[0], -s[1])):
        if 1 not in taken[first:last]:
            taken[first:last] = b"\x01" * (last - first)
            spans.append((first, last))
    return spans


def _name(
    tokens: Tokens,
    candidate: Candidate,
    spans: Sequence[tuple[int, int]],
    kind: Kind,
    own: bool,
    confidence: float,
) -> Name:
    written = [_written(tokens, a, b) for a, b in spans]
    occurrences = tuple(
        [
            Occurrence(tokens.starts[a], tokens.starts[a] + len(form), _is_proposed(tokens, a))
            for (a, _), form in zip(spans, written, strict=True)
        ]
    )
    rules = tuple(sorted(candidate.sources)) or ("scorer",)
    best = _best_form(candidate, Counter(written), own=own)
    if not own:
        best = _listed_spelling(kind, best)
    return Name(kind, best, occurrences, own, round(confidence, 4), rules)


def _written(tokens: Tokens, first: int, last: int) -> str:
    """Return the form at a span, without the mark of the genitive: "CLIP" of "CLIP's"."""
    form = tokens.surface(first, last)
    return form[:-2] if form.endswith(("'s", "’s")) else form


@cache
def _proposing() -> frozenset[str]:
    return frozenset(word for word, name in trigger_classes().items() if name == "propose")


def _is_proposed(tokens: Tokens, first: int) -> bool:
    begin = max(0, first - 12)
    while tokens.sentence[begin] != tokens.sentence[first]:
        begin += 1
    return not _proposing().isdisjoint(tokens.lower[begin:first])


def _best_form(candidate: Candidate, written: Counter[str], *, own: bool) -> str:
    """Return the best form of a name: the short one of a pair, else the most frequent, in the singular."""
    if candidate.pairs:
        keys = set(map(form_key, written))
        shorts = [p.short for p in candidate.pairs if form_key(p.short) in keys]
        if shorts:
            return _singular(shorts[0], {*shorts, *written}, own=own)
    form, _ = min(written.items(), key=lambda f: (-f[1], f[0].islower(), f[0].isupper(), f[0]))
    return _singular(form, written, own=own)


def _listed_spelling(kind: Kind, form: str) -> str:
    """Return the catalogue's spelling of a name that it lists by the same letters: "Quill-2" for "Quill2"."""
    entry = load_gazetteer().canonical(kind, form)
    return entry if entry and form_key(entry) == form_key(form) else form


def _singular(form: str, written: Collection[str], *, own: bool) -> str:
    """Return "SAE" for "SAEs", "QuillNet" for "QuillNets"; else only what the text has in the singular too.

    A name that is known to end in s stays (BEATs, nuScenes), and so does the name of a paper's own work.
    """
    if not form.endswith("s"):
        return form
    if (_PLURAL_OF_OWN if own else _PLURAL).search(form):
        known = load_gazetteer().by_form
        return form if any(e.name == form for e in known.get(normalize(form), ())) else form[:-1]
    return form[:-1] if form[:-1] in written else form


def _further_parts(tokens: Tokens, name: Name, spans: Sequence[tuple[int, int]]) -> list[Name]:
    """Return the names that a slash adds: "CIFAR-100" of "CIFAR-10/100", "ImageNet-R" of "ImageNet-A/R"."""
    found = []
    for first, last in spans:
        if tokens.separators[last] not in _SLASHES:
            continue
        tail = tokens.words[last - 1]
        if last - first < 2 and shape_of(tail) not in "D":
            continue
        stem = tokens.surface(first, last)[: -len(tail)]
        step = last
        while (
            step < min(len(tokens), last + _MOST_PARTS)
            and tokens.separators[step] in _SLASHES
            and is_alternative(tail, tokens.words[step])
            and stem
            and len(stem) + len(tokens.words[step]) <= _LONGEST_FORM
        ):
            occurrence = Occurrence(tokens.starts[first], tokens.ends[step])
            found.append(
                Name(
                    name.kind, stem + tokens.words[step], (occurrence,), name.own, name.confidence, ("slash",)
                )
            )
            step += 1
    return found


def _merged(names: list[Name]) -> list[Name]:
    """Merge names of one kind with one key, or with one catalogued name (SVM, support vector machine)."""
    by_key: dict[tuple[str, str], list[Name]] = {}
    known = load_gazetteer()
    for name in names:
        entry = known.canonical(name.kind, name.name)
        key = (name.kind, form_key(entry if entry and not _is_version(name.name, entry) else name.name))
        by_key.setdefault(key, []).append(name)
    for full in [k for k in by_key if by_key[k][0].name.lower().endswith(_NOUNS[k[0]])]:
        # "Quill dataset" where the text also says "Quill".
        kind, bare = full[0], by_key[full][0].name.rpartition(" ")[0]
        if (stem := (kind, form_key(known.canonical(kind, bare) or bare))) in by_key and stem != full:
            by_key[stem] += by_key.pop(full)
    return [same[0] if len(same) == 1 else _united(same) for same in by_key.values()]


def _is_version(form: str, name: str) -> bool:
    """Is a form another version of a catalogued name: "Quill v2" of "Quill", not "Quill-7B" or "Quill-50"?"""
    found, listed = _VERSION.search(form), _VERSION.search(name)
    return found is not None and found.start() > 0 and (listed is None or found[1] != listed[1])


def _united(same: Sequence[Name]) -> Name:
    """Return one name with the occurrences of all; it is called what the first is called."""
    occurrences = {o for name in same for o in name.occurrences}
    return Name(
        same[0].kind,
        same[0].name,
        tuple(sorted(occurrences, key=lambda o: (o.start, o.end, o.proposed))),
        any(name.own for name in same),
        max(name.confidence for name in same),
        tuple(sorted({rule for name in same for rule in name.rules})),
    )


def find_methods(
    text: str, *, paper_id: str = "", min_confidence: float = MIN_CONFIDENCE
) -> Iterator[Mention]:
    r"""Yield one mention for each span that names a method, from left to right.

    Mentions with one `name` are one method. The same text always gives the same mentions.

    Args:
        text: A title, a line break, and an abstract, as `Paper.text` has them.
        paper_id: Goes into the mentions as it is.
        min_confidence: Names below this probability (0 to 1) are left out.

    Example:
        >>> from paperlattice.extractors import find_methods
        >>> text = "Small Updates\nWe propose QuillNet, which beats CLIP on ImageNet."
        >>> [(mention.name, mention.role, mention.start) for mention in find_methods(text)]
        [('QuillNet', 'proposes', 25), ('CLIP', 'uses', 47)]
    """
    yield from name_mentions(text, "method", find_names(text, min_confidence=min_confidence), paper_id)


def find_datasets(
    text: str, *, paper_id: str = "", min_confidence: float = MIN_CONFIDENCE
) -> Iterator[Mention]:
    r"""Yield one mention for each span that names a dataset, from left to right.

    Args:
        text: A title, a line break, and an abstract, as `Paper.text` has them.
        paper_id: Goes into the mentions as it is.
        min_confidence: Names below this probability (0 to 1) are left out.

    Example:
        >>> from paperlattice.extractors import find_datasets
        >>> text = "A Small Test\nWe introduce Quill-1M, a dataset, and test it with CIFAR-10/100."
        >>> for mention in find_datasets(text):
        ...     print(mention.name, mention.surface, mention.role)
        Quill-1M Quill-1M introduces
        CIFAR-10 CIFAR-10 uses
        CIFAR-100 CIFAR-10/100 uses
    """
    yield from name_mentions(text, "dataset", find_names(text, min_confidence=min_confidence), paper_id)


def name_mentions(text: str, kind: Kind, names: Iterable[Name], paper_id: str) -> list[Mention]:
    """Return the mentions of the names of one kind in order of position.

    Names have places in the text as it is read; mentions have those in the text as given.
    """
    markup = tokens_of(text).markup
    mentions = []
    for name in names:
        if name.kind != kind:
            continue
        role = KINDS[kind].relations[0 if name.own else -1]
        for occurrence in name.occurrences:
            rules = "+".join(
                sorted({*name.rules, "proposal"} if name.own and occurrence.proposed else name.rules)
            )
            start, end = occurrence.start, occurrence.end
            if markup is not None:
                start, end = markup.original(start, end)
            span = (text[start:end], start, end)
            mentions.append(Mention(paper_id, kind, name.name, *span, role, rules, name.confidence))
    return sorted(mentions, key=lambda m: (m.start, m.end, m.name))
