"""How likely a trend is by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LEVELS: Final = 128
_EXACT: Final = 200
_DIGITS: Final = 10


def chance_of_trend(series: NDArray[np.int64], whole: NDArray[np.int64]) -> NDArray[Any]:
    """Return for each row of papers by time how likely such a trend is if they come as all papers do.

    `whole` has all papers in each bin. This is the trend test of Cochran and Armitage (P. Armitage, Tests for
    linear trends in proportions and frequencies, Biometrics 11, 1955) with the mean rank of the papers of a
    bin as its score, which is the rank-sum test of Wilcoxon on the bins: no matter how the corpus grows, only
    the share of a row counts. Two-sided, as twice the smaller tail. Up to 200 papers the tails are exact for
    independent draws from the bins, which errs on the side of caution, since papers are drawn without return;
    above, they are those of the normal distribution with the variance of draws without return. Rounded to
    ten digits, which no processor changes.

    >>> import numpy as np
    >>> whole = np.array([100, 100, 100, 100])
    >>> chance_of_trend(np.array([[0, 0, 2, 8], [2, 3, 2, 3]]), whole).round(4).tolist()
    [0.0001, 0.7946]
    """
    import numpy as np

    score = _scores(whole)
    observed, totals = series @ score, series.sum(axis=1)
    chance = np.ones(len(series))
    few = (totals > 0) & (totals <= _EXACT)
    for papers in np.unique(totals[few]).tolist():
        rows = np.flatnonzero(totals == papers)
        chance[rows] = _exact(observed[rows], papers, score, whole)
    many = totals > _EXACT
    chance[many] = _normal(observed[many], totals[many], score, whole)
    return np.round(np.clip(chance, 10.0**-_DIGITS, 1.0), _DIGITS)


def among_many(chance: NDArray[Any]) -> NDArray[Any]:
    """Return the chances of tests with regard to their number: what share of such finds or likelier is false.

    These are the adjusted values of Benjamini and Hochberg (Controlling the false discovery rate, Journal of
    the Royal Statistical Society B 57, 1995), of all tests of the array, rounded to twelve digits.

    >>> import numpy as np
    >>> among_many(np.array([0.01, 0.04, 0.03])).tolist()
    [0.03, 0.04, 0.04]
    """
    import numpy as np

    flat = chance.ravel()
    order = np.argsort(flat)[::-1]
    found = np.empty(flat.size)
    found[order] = np.minimum.accumulate(flat[order] * flat.size / np.arange(flat.size, 0, -1))
    return np.round(np.minimum(found, 1.0), 12).reshape(chance.shape)


def chance_text(value: float) -> str:
    """Return a probability with four digits.

    >>> chance_text(0.0123), chance_text(0.00002)
    ('0.0123', '<0.0001')
    """
    return f"{value:.4f}" if value >= 0.0001 else "<0.0001"


def _scores(whole: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the mean rank of the papers of each bin, from 0 to 127."""
    import numpy as np

    below = np.cumsum(whole) - whole
    middle = (below + whole / 2) / max(int(whole.sum()), 1)
    return np.rint(middle * (_LEVELS - 1)).astype(np.int64)


def _exact(
    observed: NDArray[np.int64], papers: int, score: NDArray[np.int64], whole: NDArray[np.int64]
) -> NDArray[Any]:
    """Return twice the smaller tail of the sum of the scores of independent papers."""
    import numpy as np
    from scipy.fft import irfft, next_fast_len, rfft

    one = np.bincount(score, weights=whole, minlength=_LEVELS) / whole.sum()
    size = next_fast_len(papers * (_LEVELS - 1) + 1, real=True)
    # The distribution of a sum is the convolution of those of its parts.
    distribution = np.maximum(irfft(rfft(one, size) ** papers, size), 0.0)
    up_to = np.cumsum(distribution)
    at_least = np.cumsum(distribution[::-1])[::-1]
    chance: NDArray[Any] = 2 * np.minimum(up_to[observed], at_least[observed])
    return chance


def _normal(
    observed: NDArray[np.int64], totals: NDArray[np.int64], score: NDArray[np.int64], whole: NDArray[np.int64]
) -> NDArray[Any]:
    import numpy as np
    from scipy.special import ndtr

    size = int(whole.sum())
    mean = float(whole @ score) / size
    variance = float(whole @ (score - mean) ** 2) / size
    spread = np.sqrt(totals * (size - totals) / max(size - 1, 1) * variance)
    off = np.abs(observed - totals * mean)
    chance: NDArray[Any] = 2 * ndtr(-np.divide(off, spread, out=np.zeros(len(off)), where=spread > 0))
    return chance
