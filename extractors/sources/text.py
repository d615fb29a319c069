"""Text as it may enter the program: one line, no character that XML cannot hold."""

from __future__ import annotations

import re
from typing import Final

# What XML 1.0 forbids, lone surrogates (JSON escapes can make them), and the byte order mark inside of text.
_FORBIDDEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufeff\ufffe\uffff]")


def fold_text(text: str) -> str:
    """Return the text on one line: runs of blanks and breaks are one blank, forbidden characters are gone.

    Letters stay as they are (no Unicode normalisation). Folding twice changes nothing.
    """
    # isprintable() is a fast scan; what passes it holds no break, no control character and no odd blank.
    if text.isprintable():
        return " ".join(text.split()) if "  " in text else text.strip()
    folded = " ".join(text.split())
    return " ".join(_FORBIDDEN.sub("", folded).split()) if _FORBIDDEN.search(folded) else folded
