"""Text out of LaTeX as bibliographies write it: accents and symbols, without braces; formulas stay."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

# "$k$", "\(x\)"; not the dollar of "\$5".
_FORMULA: Final = re.compile(r"(?<!\\)(\$[^$]{1,1000}\$|\\\([^()]{1,1000}\\\))")
# '{\"o}', "\'e", "\v{c}", '\"{\i}', "\c c"; not "\textbf{c}".
_ACCENT: Final = re.compile(
    r"\{?\\(?:[\"'`^~=.]\s?|[uvHtcdbrk](?:\s|(?=[{\\])))(?:\{\\?[^\W\d_]{1,2}\}|\\[ij](?![A-Za-z])|[^\W\d_])\}?"
)
# "\url{", "\textit{", "\emph {": what only marks its argument; not "\textendash{}".
_MARKUP: Final = re.compile(
    r"\\(?:url|path|emph|ensuremath|mathrm|mbox|uppercase|lowercase|nolinkurl)\s{0,9}(?={)"
    r"|\\text\w*\s{0,9}(?={(?!}))"
)
# "{\em ", "\bfseries ".
_SWITCH: Final = re.compile(
    r"\\(?:em|it|bf|sc|tt|rm|sl|sf|itshape|bfseries|scshape|ttfamily|normalfont|small|par|relax|protect)"
    r"(?![A-Za-z])\s?"
)
# "\href{https://example.org}".
_HREF: Final = re.compile(r"\\href\s{0,9}\{[^{}]{0,2000}\}")
# "\ss{}", "\o ", "\LaTeX", "\textregistered".
_COMMAND: Final = re.compile(r"\\([A-Za-z]{1,30})(?:\s|\{\})?")
# "\&", "\_", "\%".
_ESCAPED: Final = re.compile(r"\\([&_%#$ ~{}-])")
# "{\_}", as some programs write it.
_BRACED: Final = re.compile(r"\{(\\[&_%#$~])\}")
_LIGATURES: Final = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("~", " "), ("\\\\", " "))
_KEPT_BRACES: Final = {"\\{": "\ue000", "\\}": "\ue001"}


def plain_latex(text: str) -> str:
    r"""Return a text without the commands and braces of LaTeX; formulas in dollars are returned as they are.

    Time grows with the length of the text, whatever it holds.

    Example:
        >>> from paperlattice.extractors.sources.latex import plain_latex
        >>> plain_latex(r'{Q}uill{N}et: a M{\"o}bius \textit{$k_{1}$-Graph} \& more')
        'QuillNet: a Möbius $k_{1}$-Graph & more'
    """
    if not any(sign in text for sign in "\\{}~-`'"):
        return text
    # The odd parts are formulas.
    parts = _FORMULA.split(text) if "$" in text or "\\(" in text else [text]
    return "".join(part if number % 2 else _plain(part) for number, part in enumerate(parts))


def unescaped(text: str) -> str:
    r"""Return an address or id without what LaTeX needs around it: "a_b" of `\url{a\_b}`."""
    text = _BRACED.sub(r"\1", text)
    text = _ESCAPED.sub(r"\1", re.sub(r"\\(?:url|path|href|nolinkurl|_)(?={)", "", text))
    return text.strip().strip("{}").strip() if "}{" not in text else text.partition("}{")[0].lstrip("{ ")


def _plain(text: str) -> str:
    if "\\" in text:
        for sign, kept in _KEPT_BRACES.items():
            text = text.replace(sign, kept)
        text = _ACCENT.sub(lambda found: _decoded(found[0].strip("{}") + "}" * _is_cut(found[0])), text)
        text = _SWITCH.sub("", _MARKUP.sub("", _HREF.sub("", text)))
    for sign, plain in _LIGATURES:
        text = text.replace(sign, plain)
    if "\\" in text:
        text = _COMMAND.sub(
            lambda found: _decoded(f"\\{found[1]}{{}}") or found[1], _ESCAPED.sub(r"\1", text)
        )
    text = text.replace("{", "").replace("}", "")
    return text.replace("\ue000", "{").replace("\ue001", "}")


def _is_cut(accent: str) -> bool:
    """Whether stripping braces took the one that closes an argument: that of `\\v{c}`."""
    return "{" in accent.strip("{}")


@lru_cache(maxsize=4096)
def _decoded(macro: str) -> str:
    from pylatexenc.latex2text import LatexNodes2Text

    text = str(LatexNodes2Text().latex_to_text(macro, tolerant_parsing=True)).strip()
    if not text.isprintable() or text.startswith("<"):
        return ""
    return "^" if text == "\u02c6" else text  # of \textasciicircum
