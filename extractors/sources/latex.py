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
# "\o", "{\ss}", "\AA "; not "\omega".
_LETTER: Final = re.compile(r"\\(?:o|O|l|L|ss|ae|AE|oe|OE|aa|AA)(?![A-Za-z])")
# "\url{", "\textit{", "\emph {": what only marks its argument; not "\textendash{}".
_MARKUP: Final = re.compile(
    r"\\(?:url|path|emph|enquote|ensuremath|math[a-z]{2,4}|mkbib\w+|mbox|underline|uppercase|lowercase|nolinkurl)"
    r"\s{0,9}(?={)"
    r"|\\text\w*\s{0,9}(?={(?!}))"
)
# "{\em ", "\bfseries ".
_SWITCH: Final = re.compile(
    r"\\(?:em|it|bf|sc|tt|rm|sl|sf|itshape|bfseries|scshape|ttfamily|normalfont|small|par|relax|protect)"
    r"(?![A-Za-z])\s?"
)
# "\href{https://example.org}", "\textcolor{red}" before what is shown.
_FIRST_ARGUMENT: Final = re.compile(r"\\(?:href|textcolor)\s{0,9}\{[^{}]{0,2000}\}")
# "\cite{quill2024}", "\citep[p. 3]{quill2024}", "\label{a}", with the blank before it.
_REFERENCE: Final = re.compile(
    r"[ ~]?\\(?:[a-z]{0,8}cite[a-z]{0,8}|label|ref|eqref|footnotemark)\*?(?:\[[^\[\]{}]{0,200}\]){0,2}"
    r"\{[^{}]{0,500}\}"
)
# "\footnote{See \url{https://example.org}.}".
_FOOTNOTE: Final = re.compile(
    r"\s?\\(?:footnote|thanks)\s{0,9}\{(?P<text>[^{}]{0,1000}(?:\{[^{}]{0,1000}\}[^{}]{0,1000}){0,9})\}"
)
# "$_{\textrm{2}}$", as Zotero writes the "2" of CO2.
_RAISED: Final = re.compile(r"\$[_^]\{\\textrm\{(?P<text>[^{}$]{1,200})\}\}\$")
# "\ss{}", "\o ", "\LaTeX", "\textregistered".
_COMMAND: Final = re.compile(r"\\([A-Za-z]{1,30})(?:\s|\{\})?")
# "\&", "\_", "\%".
_ESCAPED: Final = re.compile(r"\\([&_%#$ ~{}])")
# "10\,\%", "a\;b"; "hy\-phen", "e.g.\@".
_SPACE: Final = re.compile(r"\\[,;:]")
_NO_SPACE: Final = re.compile(r"\\[/!@-]")
# "~" of "Figure~1"; not that of "https://example.org/~ada".
_TIE: Final = re.compile(r"(?<!/)~")
# "{\_}", as some programs write it.
_BRACED: Final = re.compile(r"\{(\\[&_%#$~])\}")
_LIGATURES: Final = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("\\\\", " "))
# What pylatexenc does not know.
_SYMBOLS: Final = {
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textquotedbl": '"',
    "textunderscore": "_",
    "textbraceleft": "\ue000",
    "textbraceright": "\ue001",
    "textminus": "−",
    "copyright": "©",
    "S": "§",
    "pounds": "£",
    "euro": "€",
    "P": "¶",
    "ddag": "‡",
    "slash": "/",
    "hyphen": "-",
    "nobreakspace": " ",
}
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
    if "\\textrm" in text:
        text = _RAISED.sub(r"\g<text>", text)
    # The odd parts are formulas.
    parts = _FORMULA.split(text) if "$" in text or "\\(" in text else [text]
    return "".join(part if number % 2 else _plain(part) for number, part in enumerate(parts))


def with_letters(text: str) -> str:
    r"""Return a text as `plain_latex` does if it has a letter that is written as a command, else as it is.

    Example:
        >>> from paperlattice.extractors.sources.latex import with_letters
        >>> with_letters(r"Poincar\'e maps of $\dot x$"), with_letters(r"The \emph{map}")
        ('Poincaré maps of $\\dot x$', 'The \\emph{map}')
    """
    return plain_latex(text) if "\\" in text and (_ACCENT.search(text) or _LETTER.search(text)) else text


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
        text = _FOOTNOTE.sub(r" (\g<text>)", _REFERENCE.sub("", text))
        text = _SWITCH.sub("", _MARKUP.sub("", _FIRST_ARGUMENT.sub("", text)))
    for sign, plain in _LIGATURES:
        text = text.replace(sign, plain)
    text = _TIE.sub(" ", text)
    if "\\" in text:
        text = _NO_SPACE.sub("", _SPACE.sub(" ", _ESCAPED.sub(r"\1", text)))
        text = _COMMAND.sub(lambda found: _symbol(found[1]), text)
    text = text.replace("{", "").replace("}", "")
    return text.replace("\ue000", "{").replace("\ue001", "}")


def _is_cut(accent: str) -> bool:
    """Whether stripping braces took the one that closes an argument: that of `\\v{c}`."""
    return "{" in accent.strip("{}")


def _symbol(name: str) -> str:
    r"""The sign of a command: "§" of `S`, "α" of `textalpha`, else its name."""
    greek = name.removeprefix("text")
    return _SYMBOLS.get(name) or _decoded(f"\\{name}{{}}") or _decoded(f"\\{greek}{{}}") or name


@lru_cache(maxsize=4096)
def _decoded(macro: str) -> str:
    from pylatexenc.latex2text import LatexNodes2Text

    text = str(LatexNodes2Text().latex_to_text(macro, tolerant_parsing=True)).strip()
    if not text.isprintable() or text.startswith("<"):
        return ""
    return "^" if text == "\u02c6" else text  # of \textasciicircum
