"""What a large corpus of abstracts says of a form: in how many it stands, and how its places look on average.

The table is made by `extractors.training`, without labels of the forms themselves. It answers what one
abstract cannot: whether a name is elsewhere followed by "dataset", proposed by papers, or begins with a
small letter.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .signals import CONTEXT, EVIDENCE, LexiconRow


class CorpusEvidence(Mapping[str, LexiconRow]):
    """Rows by form key: ln(1 + papers), then the means of EVIDENCE and CONTEXT; zeros for unknown forms."""

    def __init__(self, forms: list[str], counts: NDArray[Any], shares: NDArray[np.uint8]) -> None:
        """Take n forms, n counts of papers, and the means as bytes: n rows of EVIDENCE and CONTEXT."""
        self._row = {form: i for i, form in enumerate(forms)}
        self._counts, self._shares = counts, shares
        self._zero = (0.0,) * (len(EVIDENCE) + len(CONTEXT) + 1)

    def __getitem__(self, key: str) -> LexiconRow:
        row = self._row.get(key)
        if row is None:
            return self._zero
        return (math.log1p(int(self._counts[row])), *(self._shares[row] / 255.0).tolist())

    def __contains__(self, key: object) -> bool:
        return key in self._row

    def __iter__(self) -> Iterator[str]:
        return iter(self._row)

    def __len__(self) -> int:
        return len(self._row)


@cache
def load_evidence() -> CorpusEvidence:
    """Return the packaged table, read once a process."""
    raw = files("extractors").joinpath("data/evidence.npz").read_bytes()
    arrays = np.load(BytesIO(raw))
    forms = arrays["forms"].tobytes().decode().split("\n")
    return CorpusEvidence(forms, arrays["counts"], arrays["shares"])
