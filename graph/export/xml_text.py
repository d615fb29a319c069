"""Text that every XML 1.0 reader accepts and gives back unchanged."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_ILLEGAL: Final = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME: Final = (
    "-.0-9:A-Z_a-z\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u200c\u200d\u203f\u2040"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NOT_NAME: Final = re.compile(f"[^{_NAME}]")
# Some readers end lines by the rules of XML 1.1, where these two are line ends unless they are references.
_REFERENCES: Final = {"\x85": "&#133;", "\u2028": "&#8232;"}
_ATTRIBUTE: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;", **_REFERENCES}
)


def legal_text(text: str) -> str:
    """Return `text` with line ends as "\\n" and without what XML 1.0 forbids.

    Forbidden are control characters, lone surrogates, U+FFFE and U+FFFF. Readers turn a carriage return into
    a line feed themselves.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _ILLEGAL.sub("", text)


def element_text(text: str) -> str:
    """Return `text`, which must be legal, as the content of an element.

    A text with `&` or `<` becomes CDATA: some readers lose a blank that stands between two entities.
    """
    marked = "&" in text or "<" in text or "]]>" in text
    if marked:
        text = "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"
    if text.isascii():
        return text
    for character, reference in _REFERENCES.items():
        if character in text:
            text = text.replace(character, f"]]>{reference}<![CDATA[" if marked else reference)
    return text


def attribute_text(text: str) -> str:
    """Return `text`, which must be legal, for use between double quotes; line ends and tabs survive."""
    return text.translate(_ATTRIBUTE)


def is_nmtoken(text: str) -> bool:
    """Return whether `text` is an XML NMTOKEN: not empty, only letters, digits, `.` `-` `_` `:`."""
    return bool(text) and not _NOT_NAME.search(text)


@lru_cache(maxsize=1 << 14)  # an edge id names the ends that the edges beside it have too
def nmtoken(text: str) -> str:
    """Return `text` with `_` for every character that an NMTOKEN may not hold; "_" for an empty text."""
    return _NOT_NAME.sub("_", text) or "_"
