"""The figures of an accuracy card: counts, ratios, and each entity as it was judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from paperlattice.extractors.records import KINDS, NAMED_KINDS, RELATIONS, TOP_ROLE, Kind

LABELLED_KINDS: Final[tuple[Kind, ...]] = tuple(k for k in NAMED_KINDS if RELATIONS[TOP_ROLE[k]].role)
"""The kinds whose entities gold files label, each with its role."""

URL_KINDS: Final[tuple[Kind, ...]] = tuple(kind for kind in KINDS if kind not in NAMED_KINDS)
"""The kinds that are found by URL and judged by it, without a role: repositories."""

MEASURED_KINDS: Final[tuple[Kind, ...]] = LABELLED_KINDS + URL_KINDS
"""The kinds that gold files say anything of."""


@dataclass(slots=True)
class Counts:
    """True positives, false positives and false negatives, and the ratios of them; 0 where undefined."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

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
        return _harmonic(self.precision, self.recall)

    def as_dict(self) -> dict[str, float]:
        """Return ratios and counts by name."""
        ratios = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return ratios | {"tp": self.tp, "fp": self.fp, "fn": self.fn}


@dataclass(frozen=True, slots=True)
class Resolved:
    """B-cubed precision and recall of nodes against gold clusters, over `mentions` true positives."""

    precision: float = 0.0
    recall: float = 0.0
    mentions: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _harmonic(self.precision, self.recall)


@dataclass(frozen=True, slots=True)
class Judged:
    """What a graph names in a labelled paper, rightly or wrongly, or missed there.

    `node` is that of the paper, None where the graph lacks it. `of` says what the same name in other papers
    shares: the cluster of the labels, for a wrong one the entity's node. `forms` are keys: see `gold_key`.
    `confidence` and `evidence` are those of the surest edge; None where it states none that is 0 to 1.
    """

    paper: str
    title: str
    kind: Kind
    what: Literal["right", "wrong", "missed"]
    name: str
    of: str
    node: Any = None
    forms: frozenset[str] = frozenset()
    confidence: float | None = None
    evidence: str = ""


@dataclass(slots=True)
class Evaluation:
    """The outcome of `evaluate_graph`.

    `missing` holds titles that the graph lacks: all that they name counts as missed. `ignored` counts nodes
    that match an optional entity, `roles_right` the true positives whose role agrees. `links` is about pairs
    of papers that share an entity.
    """

    papers: int
    missing: list[str] = field(default_factory=list)
    counts: dict[Kind, Counts] = field(default_factory=lambda: {kind: Counts() for kind in MEASURED_KINDS})
    ignored: Counter[Kind] = field(default_factory=Counter)
    roles_right: Counter[Kind] = field(default_factory=Counter)
    resolution: Resolved = Resolved()
    links: Counts = field(default_factory=Counts)
    judged: list[Judged] = field(default_factory=list)

    @property
    def disagreements(self) -> list[Judged]:
        """What was missed or is wrong, in the order of the labels."""
        return [one for one in self.judged if one.what != "right"]

    def role_accuracy(self, kind: Kind) -> float:
        """Return the share of true positives of a kind whose role agrees, 0 if there are none."""
        return _ratio(self.roles_right[kind], self.counts[kind].tp)

    def calibration(self, *kinds: Kind) -> Calibration:
        """Return how far the confidences of these kinds can be trusted: of `LABELLED_KINDS` if none is given.

        What is ignored and what states no confidence is left out.
        """
        return calibrate(
            (one.confidence, one.what == "right")
            for one in self.judged
            if one.kind in (kinds or LABELLED_KINDS) and one.confidence is not None and one.what != "missed"
        )

    def as_dict(self) -> dict[str, Any]:
        """Return all figures by name, ready for JSON."""
        out: dict[str, Any] = {"papers": self.papers, "papers_missing": len(self.missing)}
        for kind in MEASURED_KINDS:
            out[kind] = self.counts[kind].as_dict()
        for kind in LABELLED_KINDS:
            out[kind] |= {"ignored": self.ignored[kind], "role_accuracy": self.role_accuracy(kind)}
        b3 = self.resolution
        out["resolution"] = {"b3_precision": b3.precision, "b3_recall": b3.recall, "b3_f1": b3.f1}
        out["links"] = self.links.as_dict()
        by_kind = {kind: self.calibration(kind).error for kind in LABELLED_KINDS}
        out["calibration"] = self.calibration().as_dict() | {"ece_by_kind": by_kind}
        return out


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _harmonic(left: float, right: float) -> float:
    return 2 * left * right / (left + right) if left + right else 0.0


BINS: Final = 10
"""How many bins of equal width the confidences from 0 to 1 fall into."""


@dataclass(frozen=True, slots=True)
class Bin:
    """What fell from `low` up to, not including, `high` (the last bin holds 1 too): never empty."""

    low: float
    high: float
    count: int
    confidence: float
    right: float

    def as_dict(self) -> dict[str, float]:
        """Return the fields by name; `confidence` is the mean, `right` a share."""
        return {
            "low": self.low,
            "high": self.high,
            "count": self.count,
            "confidence": self.confidence,
            "right": self.right,
        }


@dataclass(frozen=True, slots=True)
class Calibration:
    """The bins that hold something, lowest first."""

    bins: tuple[Bin, ...] = ()

    @property
    def count(self) -> int:
        """How many finds were judged."""
        return sum(bin.count for bin in self.bins)

    @property
    def error(self) -> float:
        """The expected calibration error: the mean over the finds of |confidence - right| of their bin."""
        gaps = sum(bin.count * abs(bin.confidence - bin.right) for bin in self.bins)
        return gaps / self.count if self.bins else 0.0

    def as_dict(self) -> dict[str, Any]:
        """Return error, count and bins, ready for JSON."""
        return {"ece": self.error, "count": self.count, "bins": [bin.as_dict() for bin in self.bins]}


def calibrate(finds: Iterable[tuple[float, bool]]) -> Calibration:
    """Return the reliability of finds, each with its confidence (0 to 1) and whether it is right.

    Ten bins of equal width, as in Naeini, Cooper, Hauskrecht 2015. Confidences are not checked.

    >>> calibrate([(0.75, True), (0.75, False)]).error
    0.25
    """
    held: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in finds:
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
