"""What a further extractor changes: names that it confirms, adds, or knows to be of the other kind.

Pure functions over records, for one paper at a time. Two extractors count as independent witnesses: where
they agree, their confidences are combined by noisy-or, 1 - (1 - a)(1 - b).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .candidates import form_key
from .gazetteer import load_gazetteer
from .records import ENTITY_KINDS, KINDS, NAMED_KINDS, TOP_ROLE, WORDED_KINDS, Kind, Mention


@dataclass(frozen=True, slots=True)
class Prediction:
    """A span that a further extractor takes for an entity of a kind, and how sure it is, in 0..1."""

    kind: Kind
    surface: str
    start: int
    end: int
    confidence: float


def noisy_or(a: float, b: float) -> float:
    """Return the probability that one of two independent witnesses is right, to four digits.

    >>> noisy_or(0.4, 0.5)
    0.7
    """
    return round(1.0 - (1.0 - a) * (1.0 - b), 4)


def combine_predictions(
    mentions: Iterable[Mention],
    candidates: Iterable[Mention],
    predictions: Iterable[Prediction],
    *,
    rule: str,
    min_confidence: float,
    paper_id: str = "",
) -> list[Mention]:
    """Return the mentions of one text combined with predictions of a further extractor, by kind and position.

    Predictions of one kind with one form are weighed together, with the confidence of the surest; the surest
    come first. If one of them overlaps a mention of that kind and form, the extractor agrees: the name gets
    `rule` and a higher confidence. Else, if one overlaps a candidate in the same way, the candidate's
    confidence is raised. Else they are a name of their own, with the weakest role. A raised candidate or a
    new name is kept from `min_confidence` on if it overlaps no name of that kind and is surer than all names
    of the other kind that it overlaps; those are then dropped, or change their kind if the form is the same.
    Forms that the catalogue knows for a family or technique are left out as methods and datasets.
    """
    ours = list(mentions)
    weak = [m for m in candidates if m.kind in WORDED_KINDS]
    for same in _by_name(predictions):
        agreed = _agreeing(ours, same)
        if agreed:
            names = {(m.kind, m.name) for m in agreed}
            ours = [_raised(m, same, rule) if (m.kind, m.name) in names else m for m in ours]
            pattern = next(m for m in ours if (m.kind, m.name) in names)
            more = [_mention(f, pattern.name, pattern, rule) for f in same]
            ours += [m for m in more if not any(_overlap(m, other) for other in ours)]
            continue
        new = _new_mentions(weak, same, rule=rule, paper_id=paper_id)
        ours = _without_rivals(ours, [m for m in new if m.confidence >= min_confidence])
    return sorted(ours, key=lambda m: (ENTITY_KINDS.index(m.kind), m.start, m.end, m.name))


def is_generic_form(form: str) -> bool:
    """Return whether the catalogue knows a form, and only for families and techniques."""
    entries = load_gazetteer().lookup(form)
    return bool(entries) and all(entry.generic for entry in entries)


def _by_name(predictions: Iterable[Prediction]) -> list[list[Prediction]]:
    """Return the predictions in groups of one kind and form, the surest group first, each by position."""
    groups: dict[tuple[str, str], list[Prediction]] = defaultdict(list)
    for prediction in predictions:
        if len(key := form_key(prediction.surface)) > 1:
            groups[prediction.kind, key].append(prediction)
    ranked = sorted(groups, key=lambda g: (-_surest(groups[g]), *g))
    return [sorted(groups[g], key=lambda f: (f.start, f.end)) for g in ranked]


def _surest(same: Sequence[Prediction]) -> float:
    return max(prediction.confidence for prediction in same)


def _overlap(a: Mention | Prediction, b: Mention | Prediction) -> bool:
    return a.start < b.end and b.start < a.end


def _agreeing(mentions: Iterable[Mention], same: Sequence[Prediction]) -> list[Mention]:
    key = form_key(same[0].surface)
    return [
        m
        for m in mentions
        if m.kind == same[0].kind
        and key in (form_key(m.name), form_key(m.surface))
        and any(_overlap(m, prediction) for prediction in same)
    ]


def _raised(mention: Mention, same: Sequence[Prediction], rule: str) -> Mention:
    confidence = noisy_or(mention.confidence, _surest(same))
    return replace(mention, rule=f"{mention.rule}+{rule}", confidence=confidence)


def _mention(prediction: Prediction, name: str, pattern: Mention, rule: str) -> Mention:
    return replace(
        pattern,
        kind=prediction.kind,
        name=name,
        surface=prediction.surface,
        start=prediction.start,
        end=prediction.end,
        rule=rule,
    )


def _new_mentions(
    weak: Iterable[Mention], same: Sequence[Prediction], *, rule: str, paper_id: str
) -> list[Mention]:
    """Return what the predictions add: a candidate that they confirm, at all occurrences, or a new name."""
    if same[0].kind in NAMED_KINDS and is_generic_form(same[0].surface):
        return []
    if agreed := _agreeing(weak, same):
        names = {(m.kind, m.name) for m in agreed}
        return [_raised(m, same, rule) for m in weak if (m.kind, m.name) in names]
    written = Counter(prediction.surface for prediction in same)
    name = min(written, key=lambda form: (-written[form], form))
    confidence = round(_surest(same), 4)
    kind = same[0].kind
    role = KINDS[kind].relations[-1]
    return [Mention(paper_id, kind, name, f.surface, f.start, f.end, role, rule, confidence) for f in same]


def _without_rivals(ours: list[Mention], new: Iterable[Mention]) -> list[Mention]:
    """Return the mentions with the new ones that win against those that they overlap.

    A name of ours that is of the other kind after all changes it at every occurrence, and keeps its role.
    """
    for mention in new:
        rivals = [m for m in ours if _overlap(m, mention)]
        if any(m.kind == mention.kind or m.confidence >= mention.confidence for m in rivals):
            continue
        turned = {(m.kind, m.name) for m in rivals if form_key(m.name) == form_key(mention.name)}
        moved = [_with_other_kind(m, mention) for m in ours if (m.kind, m.name) in turned]
        stay = [m for m in ours if (m.kind, m.name) not in turned and not _overlap(m, mention)]
        ours = stay + (moved or [mention])
    return ours


def _with_other_kind(mention: Mention, into: Mention) -> Mention:
    if mention.role in KINDS[into.kind].relations:
        role = mention.role
    else:
        role = TOP_ROLE[into.kind] if mention.role == TOP_ROLE[mention.kind] else into.role
    return replace(into, surface=mention.surface, start=mention.start, end=mention.end, role=role)
