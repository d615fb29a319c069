"""The figures of an accuracy card: counts, ratios, and each entity as it was judged."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from paperlattice.extractors.labels import ROLE_KINDS, Calibration, Counts, calibrate, harmonic_mean
from paperlattice.extractors.records import ENTITY_KINDS, WORDED_KINDS, Kind

URL_KINDS: Final[tuple[Kind, ...]] = tuple(kind for kind in ENTITY_KINDS if kind not in WORDED_KINDS)
"""The kinds that are found by URL and judged by it, without a role: repositories."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """B-cubed precision and recall of nodes against gold clusters, over `mentions` true positives."""

    precision: float = 0.0
    recall: float = 0.0
    mentions: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return harmonic_mean(self.precision, self.recall)


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

    `kinds` are those that some paper was labelled for, in the order of ENTITY_KINDS. `missing` holds titles
    that the graph lacks: all that they name counts as missed. `ignored` counts nodes that match an optional
    entity. `links` is about pairs of papers that share an entity.
    """

    papers: int
    kinds: tuple[Kind, ...] = ENTITY_KINDS
    missing: list[str] = field(default_factory=list)
    counts: dict[Kind, Counts] = field(default_factory=lambda: {kind: Counts() for kind in ENTITY_KINDS})
    ignored: Counter[Kind] = field(default_factory=Counter)
    resolution: Resolved = Resolved()
    links: Counts = field(default_factory=Counts)
    judged: list[Judged] = field(default_factory=list)

    @property
    def role_kinds(self) -> tuple[Kind, ...]:
        """Those of the kinds that are labelled with roles: all but repositories."""
        return tuple(kind for kind in self.kinds if kind in ROLE_KINDS)

    @property
    def disagreements(self) -> list[Judged]:
        """What was missed or is wrong, in the order of the labels."""
        return [one for one in self.judged if one.what != "right"]

    def calibration(self, *kinds: Kind) -> Calibration:
        """Return how far the confidences of these kinds can be trusted: of `role_kinds` if none is given.

        What is ignored and what states no confidence is left out.
        """
        return calibrate(
            (one.confidence, one.what == "right")
            for one in self.judged
            if one.kind in (kinds or self.role_kinds) and one.confidence is not None and one.what != "missed"
        )

    def as_dict(self) -> dict[str, Any]:
        """Return all figures by name, ready for JSON."""
        out: dict[str, Any] = {"papers": self.papers, "papers_missing": len(self.missing)}
        for kind in self.kinds:
            out[kind] = self.counts[kind].as_dict()
        for kind in self.role_kinds:
            out[kind] |= {"ignored": self.ignored[kind], "role_accuracy": self.counts[kind].role_accuracy}
        b3 = self.resolution
        out["resolution"] = {"b3_precision": b3.precision, "b3_recall": b3.recall, "b3_f1": b3.f1}
        out["links"] = self.links.as_dict()
        by_kind = {kind: self.calibration(kind).error for kind in self.role_kinds}
        out["calibration"] = self.calibration().as_dict() | {"ece_by_kind": by_kind}
        return out
