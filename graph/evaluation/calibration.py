"""How far a confidence can be trusted: by bins of it, the mean confidence beside the share that is right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

__all__ = ["BINS", "Bin", "Calibration", "calibrate"]

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
