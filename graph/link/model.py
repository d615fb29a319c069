"""How likely a reader of one paper profits from another, from the figures of the pair."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np

from paperlattice.graph.link.figures import FIGURES, Numbers
from paperlattice.graph.model.options import MILLION

_STEPS: Final = 20_000  # thousandths of log-odds, beyond which a probability does not grow
_BILLIONTHS: Final = 1_000_000  # of log-odds, in a thousandth


@dataclass(frozen=True, slots=True)
class LinkModel:
    """A logistic regression over FIGURES in whole numbers.

    `start` and `weights`, one for each figure, are in billionths of log-odds; figures above `most` count as
    much as it.
    """

    start: int
    weights: tuple[int, ...]
    most: tuple[int, ...]

    def parts(self, figures: Numbers) -> Numbers:
        """Return what each figure adds to the log-odds, in billionths: a row for each pair."""
        capped: Numbers = np.minimum(figures, np.array(self.most)) * np.array(self.weights)
        return capped

    def millionths(self, figures: Numbers) -> Numbers:
        """Return the probability of each pair in millionths, from 1 to 999,999."""
        odds = (self.start + self.parts(figures).sum(axis=1)) // _BILLIONTHS
        found: Numbers = _table()[np.clip(odds, -_STEPS, _STEPS) + _STEPS]
        return found


@cache
def _table() -> Numbers:
    """Return the probability in millionths for each thousandth of log-odds."""
    found = [round(MILLION / (1 + math.exp(-step / 1000))) for step in range(-_STEPS, _STEPS + 1)]
    return np.clip(np.array(found, dtype=np.int64), 1, MILLION - 1)


@cache
def load_link_model() -> LinkModel:
    """Return the packaged model, read once a process."""
    data = json.loads(files("paperlattice.graph").joinpath("link/model.json").read_text(encoding="utf-8"))
    weights, most = (tuple(data[name][figure] for figure in FIGURES) for name in ("weights", "most"))
    return LinkModel(data["start"], weights, most)
