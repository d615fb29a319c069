"""pandas, where it is installed."""

from __future__ import annotations

from typing import Any

from paperlattice.extractors.errors import PaperlatticeError


def pandas() -> Any:
    """Return the module pandas. Raises PaperlatticeError where it, an optional extra, is not installed."""
    try:
        import pandas
    except ImportError as error:
        raise PaperlatticeError(
            "to_pandas needs pandas, which is not installed; run: pip install pandas"
        ) from error
    return pandas
