"""Hand-made labels of papers: read from gold files, compared with the names that were found, and counted.

The evaluation of a graph and that of the packaged scorer use the same labels in the same way.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence, Set as AbstractSet
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from .errors import GoldError
from .markup import read_markup
from .records import KINDS, NAMED_KINDS, TERM_KINDS, Kind, gold_key, listed

LABELLED_KINDS: Final[tuple[Kind, ...]] = tuple(k for k in NAMED_KINDS if KINDS[k].own)
"""The kinds that the scorer of names is trained and measured on: those that their names give away."""

OWN_ROLES: Final[dict[Kind, str]] = {kind: KINDS[kind].own for kind in LABELLED_KINDS}
"""The role of what is a paper's own, by kind of LABELLED_KINDS."""

ROLE_KINDS: Final[tuple[Kind, ...]] = tuple(k for k, facts in KINDS.items() if facts.own)
"""The kinds whose entities gold files label, each with its role."""

_URLS: Final = "urls"
_GOLD_FIELDS: Final = (*(KINDS[kind].key for kind in ROLE_KINDS), _URLS)

_DEMANDED_URLS: Final = ("repo", "dataset", "model")


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """One entity of a labelled paper.

    `forms` holds the keys of all its spellings, `cluster` what it is across papers. `required` is false for
    what counts neither as missed nor as wrong.
    """

    name: str
    forms: frozenset[str]
    role: str
    required: bool
    cluster: str


@dataclass(frozen=True, slots=True)
class GoldPaper:
    """One labelled paper: its entities by kind, the URLs a graph must hold and those it may hold.

    `entities` has the kinds that the paper was labelled for; `has_urls` says whether its URLs were labelled.
    """

    id: str
    title: str
    entities: dict[Kind, tuple[GoldEntity, ...]]
    demanded_urls: frozenset[str]
    known_urls: frozenset[str]
    has_urls: bool = True

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds that the paper was labelled for, repositories among them where URLs were."""
        return tuple(
            k for k, f in KINDS.items() if k in self.entities or (f.found_by == "url" and self.has_urls)
        )


def read_gold(path: str | os.PathLike[str]) -> tuple[GoldPaper, ...]:
    """Return the labelled papers of a JSON-lines file, in its order.

    A line holds `id`, `title`, and a list for each kind that the paper was labelled for, at least one:
    `methods`, `datasets`, `tasks`, `techniques` (each entity with `name`, `aliases`, `role`, `required`,
    where known `cluster`) and `urls` (each with `canonical` and `kind`). Empty lines are skipped.

    Raises GoldError, with the number of the line, for what is broken or missing, and for a repeated id.
    """
    papers: dict[str, GoldPaper] = {}
    for number, record in json_records(path):
        try:
            paper = _gold_paper(record)
        except GoldError as error:
            raise GoldError(f"{path}, line {number}: {error}; correct the line") from None
        if paper.id in papers:
            raise GoldError(f"{path}, line {number}: the id {paper.id!r} is on an earlier line too")
        papers[paper.id] = paper
    if not papers:
        raise GoldError(f"{path}: holds no labelled paper; give one JSON object per line")
    return tuple(papers.values())


def json_records(path: str | os.PathLike[str]) -> Iterator[tuple[int, Any]]:
    """Yield what each line of a JSON-lines file holds, with its number; empty lines are skipped.

    Raises GoldError for a file that cannot be read, and with the number of the line for broken JSON.
    """
    file = Path(path)
    try:
        lines = file.read_bytes().split(b"\n")
    except OSError as error:
        raise GoldError(f"{file}: the gold file cannot be read ({error.strerror}); check the path") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:  # broken JSON, not UTF-8, nested without end
            raise GoldError(f"{file}, line {number}: broken JSON ({error}); correct the line") from error
        yield number, record


def plain_title(title: str) -> str:
    """Return the letters a-z and the digits of a title, lower case."""
    return re.sub(r"[^0-9a-z]", "", title.lower())


def url_key(url: str) -> str:
    """Return a URL in lower case without scheme, `www.`, `.git` and a slash or full stop at its end."""
    key = re.sub(r"^https?://(www\.)?", "", url.strip().lower())
    return key.rstrip("/.").removesuffix(".git")


def _gold_paper(record: Any) -> GoldPaper:
    """Return a labelled paper. Raises GoldError, without a line number, for a record of another form."""
    given = (_text(record, "id", "the record"), _text(record, "title", "the record"))
    if not any(field in record for field in _GOLD_FIELDS):
        raise GoldError(f"the record has no labels; give one of {listed(map(repr, _GOLD_FIELDS), 'or')}")
    urls = [
        (url_key(_text(url, "canonical", _URLS)), _text(url, "kind", _URLS))
        for url in (_list(record, _URLS, "the record") if _URLS in record else ())
    ]
    return GoldPaper(
        *given,
        gold_entities(record, [kind for kind in ROLE_KINDS if KINDS[kind].key in record]),
        frozenset(url for url, kind in urls if kind in _DEMANDED_URLS),
        frozenset(url for url, _ in urls),
        has_urls=_URLS in record,
    )


def gold_entities(record: Any, kinds: Iterable[Kind] = LABELLED_KINDS) -> dict[Kind, tuple[GoldEntity, ...]]:
    """Return the labelled entities of a record by kind. Raises GoldError."""
    return {
        kind: tuple(_gold_entity(entity, kind) for entity in _list(record, KINDS[kind].key, "the record"))
        for kind in kinds
    }


def _gold_entity(record: Any, kind: Kind) -> GoldEntity:
    where = KINDS[kind].key
    name = _text(record, "name", where)
    aliases = _list(record, "aliases", where)
    required = _get(record, "required", where)
    if not isinstance(required, bool) or not all(isinstance(alias, str) for alias in aliases):
        raise GoldError(f"{name!r} in {where!r}: `required` is true or false, `aliases` a list of strings")
    key = gold_term_key if kind in TERM_KINDS else gold_key
    cluster = str(record.get("cluster") or key(name) or name)
    # A term is written in many ways, and the name of its cluster is one of them.
    written = [name, *aliases, *([cluster] if kind in TERM_KINDS else [])]
    # Names are found in texts that are read through LaTeX.
    read = [plain.text for form in written if (plain := read_markup(form))]
    forms = frozenset(map(key, [*written, *read]))
    return GoldEntity(name, forms, _text(record, "role", where), required, cluster)


def gold_term_key(form: str) -> str:
    """Return a term as the evaluation compares it: as `gold_key`, but no word has its plural s.

    >>> gold_term_key("Large-Language Models")
    'largelanguagemodel'
    """
    return "".join(map(gold_key, re.findall(r"[a-z0-9+]+", form.lower())))


def _get(record: Any, name: str, where: str) -> Any:
    if not isinstance(record, dict):
        raise GoldError(f"an object was expected, not {type(record).__name__} ({where})")
    if name not in record:
        raise GoldError(f"the field {name!r} is missing ({where})")
    return record[name]


def _text(record: Any, name: str, where: str) -> str:
    value = _get(record, name, where)
    if not isinstance(value, str):
        raise GoldError(f"the field {name!r} is not a string ({where})")
    return value


def _list(record: Any, name: str, where: str) -> list[Any]:
    value = _get(record, name, where)
    if not isinstance(value, list):
        raise GoldError(f"the field {name!r} is not a list ({where})")
    return value


def labelled_kinds(papers: Iterable[GoldPaper]) -> tuple[Kind, ...]:
    """Return the kinds that some of the papers were labelled for, in the order of KINDS."""
    found = {kind for paper in papers for kind in paper.kinds}
    return tuple(kind for kind in KINDS if kind in found)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the labels of one kind say of the names found in a paper, each given by its index.

    `demanded` pairs each required entity, one a cluster, with the name that is right for it, None where it
    was missed. `wrong` are names that no label knows, `ignored` those that only match what is optional.
    """

    demanded: tuple[tuple[GoldEntity, int | None], ...]
    wrong: tuple[int, ...]
    ignored: tuple[int, ...]


def judge_names(
    entities: Iterable[GoldEntity],
    found: Sequence[AbstractSet[str]],
    *,
    known: AbstractSet[str] = frozenset(),
    by_cluster: bool = True,
) -> Verdict:
    """Return what labels say of names, each given by the keys of its forms.

    A required entity and a name are paired one to one, most forms in common first; ties: the last ones.
    `known` are further forms that are neither right nor wrong. Required entities of one cluster count as one
    if `by_cluster`.
    """
    labels = list(entities)
    required = _merged(labels) if by_cluster else [entity for entity in labels if entity.required]
    optional = known | frozenset[str]().union(*(entity.forms for entity in labels if not entity.required))
    overlaps = [
        (len(forms & entity.forms), row, at)
        for row, entity in enumerate(required)
        for at, forms in enumerate(found)
        if forms & entity.forms
    ]
    name_of: dict[int, int] = {}
    for _, row, at in sorted(overlaps, reverse=True):
        if row not in name_of and at not in name_of.values():
            name_of[row] = at
    rest = [at for at in range(len(found)) if at not in name_of.values()]
    return Verdict(
        tuple((entity, name_of.get(row)) for row, entity in enumerate(required)),
        tuple(at for at in rest if not found[at] & optional),
        tuple(at for at in rest if found[at] & optional),
    )


def _merged(entities: Iterable[GoldEntity]) -> list[GoldEntity]:
    """Return the required entities, those of one cluster as one: one node has both ResNet and ResNet-50."""
    merged: dict[str, GoldEntity] = {}
    for entity in entities:
        if entity.required:
            first = merged.get(entity.cluster, entity)
            role = entity.role if entity.role in OWN_ROLES.values() else first.role
            merged[entity.cluster] = replace(first, forms=first.forms | entity.forms, role=role)
    return list(merged.values())


@dataclass(slots=True)
class Counts:
    """True positives, false positives and false negatives, and the ratios of them; 0 where undefined.

    `roles` are the true positives whose role agrees.
    """

    tp: int = 0
    fp: int = 0
    fn: int = 0
    roles: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return _ratio(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float:
        """The share of what is demanded that was found."""
        return _ratio(self.tp, self.tp + self.fn)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return harmonic_mean(self.precision, self.recall)

    @property
    def role_accuracy(self) -> float:
        """The share of true positives whose role agrees."""
        return _ratio(self.roles, self.tp)

    def as_dict(self) -> dict[str, float]:
        """Return ratios and counts by name."""
        ratios = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return ratios | {"tp": self.tp, "fp": self.fp, "fn": self.fn}


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def harmonic_mean(left: float, right: float) -> float:
    """Return the harmonic mean of two shares; 0 if both are."""
    return 2 * left * right / (left + right) if left + right else 0.0


BINS: Final = 10
"""How many bins of equal width the confidences from 0 to 1 fall into."""


@dataclass(frozen=True, slots=True)
class Bin:
    """The predictions from `low` up to, not including, `high` (the last bin holds 1 too): never empty.

    `confidence` is the mean, `right` a share.
    """

    low: float
    high: float
    count: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """The bins that are not empty, the lowest first."""

    bins: tuple[Bin, ...] = ()

    @property
    def count(self) -> int:
        """How many predictions were judged."""
        return sum(bin.count for bin in self.bins)

    @property
    def error(self) -> float:
        """The expected calibration error: the mean over predictions of |confidence - right| of their bin."""
        errors = sum(bin.count * abs(bin.confidence - bin.right) for bin in self.bins)
        return errors / self.count if self.bins else 0.0

    def as_dict(self) -> dict[str, Any]:
        """Return error, count and bins, ready for JSON."""
        return {"ece": self.error, "count": self.count, "bins": [asdict(bin) for bin in self.bins]}


def calibrate(predictions: Iterable[tuple[float, bool]]) -> Calibration:
    """Return the reliability of predictions, each with its confidence (0 to 1) and whether it is right.

    Ten bins of equal width, as in Naeini, Cooper, Hauskrecht 2015. Confidences are not checked.

    >>> calibrate([(0.75, True), (0.75, False)]).error
    0.25
    """
    held: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in predictions:
        held[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    return Calibration(
        tuple(
            Bin(
                at / BINS,
                (at + 1) / BINS,
                len(inside),
                sum(confidence for confidence, _ in inside) / len(inside),
                sum(right for _, right in inside) / len(inside),
            )
            for at, inside in enumerate(held)
            if inside
        )
    )
