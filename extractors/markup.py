r"""Text read through LaTeX: what a reader sees, and where the source has it.

About one abstract of arXiv in twenty has marks: `\textsc{Q}uill`, `Q$^2$uill`, `Mat\'ern`, `$k$-NN`, `\&`.
A formula that is no part of a name is read as one sign that joins nothing.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Final

_MARKS: Final = ("\\", "$", "{", "~")
FORMULA: Final = "\\"
"""What stands for a formula that is not read."""

_SMALL: Final = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau "
    "upsilon phi chi psi omega"
)
_GREEK: Final = dict(zip(_SMALL.split(), "αβγδεζηθικλμνξοπρστυφχψω", strict=True))
_CAPITALS: Final = "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"
_SYMBOLS: Final = (
    _GREEK
    | {name: _GREEK[name.lower()].upper() for name in _CAPITALS.split()}
    | {"varepsilon": "ε", "varphi": "φ", "vartheta": "θ"}
    | {"ell": "l", "star": "*", "ast": "*", "times": "×"}
    | {"ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł"}
    | {"aa": "å", "AA": "Å", "i": "i", "j": "j", "textendash": "–", "textasciitilde": "~"}
)
_ACCENTS: Final = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "r": "\u030a", "k": "\u0328",
}  # fmt: skip
_TYPE: Final = (
    r"\\(?:text(?:bf|it|tt|sc|sf|rm|sl|up|normal|md)?|emph|underline|uline|mbox|textcolor\{\w{1,20}\}"
    r"|math(?:bf|it|tt|sf|rm|cal|bb|frak|scr)|boldsymbol|bm|operatorname)\s?\{"
)
_MARK: Final = re.compile(
    # "\'e" and "\"{o}" of names, "\c{c}".
    r"""\\(?P<accent>['"`^~=.]|[cvuHrk](?=\{))\s?(?:\{\\?(?P<braced>[A-Za-z])\}|\\?(?P<bare>[A-Za-z]))"""
    # "\&" of "Q\&A", "\_" of "mini\_quill".
    r"|\\(?P<escaped>[&%_#${}])"
    # "\," and "\/"
    r"|\\(?P<space>[ ,;:!/])"
    # "\textsc{" of "\textsc{Q}uill"
    rf"|(?P<type>{_TYPE})"
    # "\sc " of "{\sc Quill}"
    r"|(?P<switch>\\(?:sc|bf|it|tt|em|rm|sf|sl|scshape|bfseries|itshape)(?![A-Za-z])\s?)"
    # "\alpha" of "PIN-{\alpha}"; not "\cite"
    r"|\\(?P<symbol>[A-Za-z]{1,16})(?![A-Za-z])(?:\{\})?"
    # "$^2$" of "Q$^2$uill"; not "$5 and $6"
    r"|(?<!\\)\$(?P<formula>(?=\S)[^$\n]{1,80}(?<![\s\\]))\$"
    # "{" of "{B}ERT", "PIN-{\alpha}", "{\sc Quill}"; not "{a, b}" or "a{B}"
    r"|(?P<group>\{(?:(?=\\[A-Za-z'\"`^])|(?<![A-Za-z]\{)(?=[\w.+-]{1,40}\})))"
    r"|(?P<brace>[{}])|(?P<tie>~)"
)
_FORMULA_PIECE: Final = re.compile(
    # "\mathcal{" and "\,"
    rf"(?P<skip>{_TYPE}|\\[,;!: ]|[{{}}]|\s)"
    # "\alpha"
    r"|\\(?P<symbol>[A-Za-z]+)"
    # "_2" and "_{base}" lower, "^2" raises
    r"|(?P<script>[_^])"
    r"|\\?(?P<sign>[^\W_]|[.+*,×%/–-]|(?<=\\)[&#])"
)
# "k", "75.1%", "128×128", "Quill", "+", "I2G", "π0.5"; not "x1", "-1" or "α".
_PLAIN_FORMULA: Final = re.compile(
    r"[A-Za-z]|\d[\d.,×]*[%KMBk]?|[A-Za-z]{3,}|[+×–/-]"
    r"|[A-Z][A-Za-z]*\d[A-Z][A-Za-z]*|[A-Z][a-z]{2,}\d|[πτ]\d(?:\.\d)?"
)
# "\text{Quill" of a formula; not "\text{if".
_WORDED: Final = re.compile(r"\\(?:text|math)[a-z]{0,6}\{[A-Z][\w.+-]{2}")
# "or " of "$5 or US$7"; not "x " or "\log ".
_WORDS: Final = re.compile(r"(?<![\\A-Za-z{])[A-Za-z]{2,}\s")
# How formulas are shown.
_SHOWN: Final = _SYMBOLS | {
    "ell": "ℓ", "star": "⋆", "vartheta": "ϑ", "le": "≤", "leq": "≤", "leqslant": "≤", "ge": "≥", "geq": "≥",
    "geqslant": "≥", "ne": "≠", "neq": "≠", "approx": "≈", "sim": "~", "simeq": "≃", "equiv": "≡",
    "propto": "∝", "ll": "≪", "gg": "≫", "pm": "±", "cdot": "·", "circ": "∘", "oplus": "⊕", "otimes": "⊗",
    "infty": "∞", "to": "→", "rightarrow": "→", "leftarrow": "←", "leftrightarrow": "↔", "Rightarrow": "⇒",
    "mapsto": "↦", "uparrow": "↑", "downarrow": "↓", "in": "∈", "subset": "⊂",
    "subseteq": "⊆", "cup": "∪", "cap": "∩", "forall": "∀", "exists": "∃", "partial": "∂", "nabla": "∇",
    "sum": "∑", "prod": "∏", "int": "∫", "sqrt": "√", "dots": "…", "ldots": "…", "cdots": "⋯", "prime": "′",
    "dagger": "†", "langle": "⟨", "rangle": "⟩", "mid": "|", "vert": "|", "top": "⊤", "quad": " ",
    "Vert": "‖", "lVert": "‖", "rVert": "‖", "perp": "⊥", "S": "§", "dag": "†",
}  # fmt: skip
_RAISED: Final = dict(zip("0123456789+-=()niT*′⋆∘", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀ*′*°", strict=True))
_LOWERED: Final = dict(
    zip("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True)
)
_FRACTION: Final = re.compile(r"\\[dt]?frac\s?\{([^{}]*)\}\s?\{([^{}]*)\}")
# "\textbf{more than one word}"
_TYPED: Final = re.compile(rf"{_TYPE}[^{{}}]*\}}")
# "\alpha", "\,", "\{"
_COMMAND: Final = re.compile(r"\\(?:([A-Za-z]+)|(.))")
# "\mathbf", "\left"; not "\log"
_SILENT: Final = re.compile(
    r"(?:text|math)[a-z]*|left|right|[bB]igg?[lr]?|displaystyle|limits|boldsymbol|bm|operatorname|emph|mbox|rm|bf|it"
)
_ESCAPED: Final = {",": " ", ";": " ", ":": " ", "!": "", "|": "‖", "{": "\x01", "}": "\x02"}
_BRACES: Final = str.maketrans({"{": "", "}": "", "\x01": "{", "\x02": "}"})
_NESTED: Final = re.compile(r"\{\{([^{}]*)\}\}")
# "_2", "^{n+1}"
_SCRIPT: Final = re.compile(r"(?P<way>[_^])\s?(?:\{(?P<braced>[^{}]*)\}|(?P<bare>[^\s{}]))")
_LONGEST_PART: Final = 14


@dataclass(slots=True)
class PlainText:
    """A text without its marks: `starts` and `ends` say where the source has each of its characters.

    `emphasised` holds the spans that the source sets in another type.
    """

    source: str
    text: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    emphasised: list[tuple[int, int]] = field(default_factory=list)

    def original(self, start: int, end: int) -> tuple[int, int]:
        r"""Return where the source has a span that is not empty, with the marks that belong to it.

        >>> plain = read_markup("our HAM$^{3}$ wins")
        >>> plain.source[slice(*plain.original(4, 8))]
        'HAM$^{3}$'
        """
        left, right = self.starts[start], self.ends[end - 1]
        wide_left = self.ends[start - 1] if start else 0
        wide_right = self.starts[end] if end < len(self.starts) else len(self.source)
        for begin, stop in ((left, right), (left, wide_right), (wide_left, right), (wide_left, wide_right)):
            if _is_balanced(self.source[begin:stop]):
                return begin, stop
        return left, right

    def offset(self, position: int) -> int:
        """Return where the text has what is at a position of the source."""
        return bisect_left(self.ends, position + 1)


def _is_balanced(written: str) -> bool:
    """Are formulas and braces closed that are opened, and the other way round, with no blank at an end?"""
    if written.count("$") % 2 or written != written.strip():
        return False
    depth = 0
    for c in written:
        depth += (c == "{") - (c == "}")
        if depth < 0:
            return False
    return depth == 0


def readable(text: str) -> str:
    r"""Return a text as it is shown to people: without LaTeX, formulas set in Unicode as far as it goes.

    >>> readable(r"\textbf{Quill}$^2$ with $\alpha$-NN and $x_1 \leq 10^{-3}$")
    'Quill² with α-NN and x₁ ≤ 10⁻³'
    """
    read = read_markup(text, shown=True)
    return text if read is None else read.text


def read_markup(text: str, *, shown: bool = False) -> PlainText | None:
    r"""Return a text without LaTeX, None if it has none.

    What is `shown` keeps every formula; otherwise one that is no part of a name is `FORMULA`, and indices are
    written as names have them.

    >>> read_markup(r"\textsc{Q}uill with $k$-NN, Mat\'ern and $x_1 = 2$").text
    'Quill with k-NN, Matérn and \\'
    """
    if not any(map(text.__contains__, _MARKS)):
        return None
    plain = PlainText(text)
    pieces: list[str] = []
    opened: list[int] = []  # for each brace: -1 where it stays, -2 where it goes, or where its type begins
    position, unread = 0, -1  # `unread`: where a command ends that stays, as its braces do

    def add(piece: str, start: int, end: int) -> None:
        pieces.append(piece)
        plain.starts += [start] * len(piece)
        plain.ends += [end] * len(piece)

    for match in _MARK.finditer(text):
        start, end = match.span()
        if position < start:
            pieces.append(text[position:start])
            plain.starts += range(position, start)
            plain.ends += range(position + 1, start + 1)
        position = end
        kind, written = match.lastgroup, match.group()
        if kind in ("braced", "bare"):
            letter = match.group(kind) + _ACCENTS[match.group("accent")]
            composed = unicodedata.normalize("NFC", letter)
            add(composed if len(composed) == 1 else letter[0], start, end)
        elif kind == "escaped":
            add(match.group(kind), start, end)
        elif kind == "space":
            add("" if match.group(kind) in "!/" else " ", start, end)
        elif kind == "group" and unread == start:
            opened.append(-1)
            add(written, start, end)
        elif kind in ("type", "group"):
            opened.append(len(plain.starts) if kind == "type" else -2)
        elif kind == "symbol":
            name = match.group(kind)
            if symbol := (_SHOWN if shown else _SYMBOLS).get(name):
                add(symbol, start, end)
            else:
                unread = end
                pieces.append(written)
                plain.starts += range(start, end)
                plain.ends += range(start + 1, end + 1)
        elif kind == "formula":
            for sign, begin, stop in (_set_formula if shown else _read_formula)(text, *match.span(kind)):
                add(sign, begin, stop)
        elif kind == "brace":
            if written == "{":
                opened.append(-1)
                add(written, start, end)
            elif (begun := opened.pop() if opened else -1) == -1:
                add(written, start, end)
            elif 0 <= begun < len(plain.starts):
                plain.emphasised.append((begun, len(plain.starts)))
        elif kind == "tie":
            # "~ 20" and "~20" are about 20.
            joins = not shown or (
                start and not text[start - 1].isspace() and not text[end : end + 1].isspace()
            )
            add(" " if joins else "~", start, end)
    pieces.append(text[position:])
    plain.starts += range(position, len(text))
    plain.ends += range(position + 1, len(text) + 1)
    plain.text = "".join(pieces)
    return plain


Sign = tuple[str, int, int]


def _read_formula(text: str, start: int, end: int) -> list[Sign]:
    """Return the signs of a formula that is part of a name or a number, else one that stands for it."""
    whole: list[Sign] = [(FORMULA, start - 1, end + 1)]
    if _is_price(text, start, end):
        return [(text[i], i, i + 1) for i in range(start - 1, end + 1)]
    if _WORDED.search(text, start, end) and (plain := read_markup(text[start:end])):
        return [
            (sign, start + begin, start + stop)
            for sign, begin, stop in zip(plain.text, plain.starts, plain.ends, strict=True)
        ]
    signs = _formula_signs(text, start, end)
    if not signs:
        return whole
    read = "".join([sign for sign, _, _ in signs])
    before, after = text[max(0, start - 3) : start - 1], text[end + 1 : end + 3]
    glued = before[-1:].isalnum() or after[:1].isalnum()
    if not glued:
        joined = (before[-1:] + after[:1]).count("-")
        glued = joined > 0 and (before[:1].isalnum() or after[1:].isalnum())
    if glued and len(read) <= _LONGEST_PART:
        return signs
    return signs if _PLAIN_FORMULA.fullmatch(read) else whole


def _is_price(text: str, start: int, end: int) -> bool:
    """Are these two prices and what is between them, and nothing is a formula?"""
    two = text[start].isdigit() and text[end + 1 : end + 2].isdigit()
    return two or _WORDS.search(text, start, end) is not None


def _set_formula(text: str, start: int, end: int) -> list[Sign]:
    """Return a formula as one piece of Unicode; two prices and what is between them stay as they are."""
    if _is_price(text, start, end) and not _TYPED.fullmatch(text, start, end):
        return [(text[start - 1 : end + 1], start - 1, end + 1)]
    formula = _COMMAND.sub(_command, _FRACTION.sub(r"\1/\2", text[start:end]))
    formula = _SCRIPT.sub(_script, _NESTED.sub(r"{\1}", formula)).translate(_BRACES)
    return [(" ".join(formula.split()), start - 1, end + 1)]


def _command(match: re.Match[str]) -> str:
    """Return what a command of a formula shows: its sign, its name, nothing where it only sets the type."""
    name, sign = match.groups()
    if sign:
        return _ESCAPED.get(sign, sign)
    if known := _SHOWN.get(name):
        return known
    apart = " " if match.string[match.start() - 1 : match.start()].isalnum() else ""  # "n\\log n"
    return "" if _SILENT.fullmatch(name) else f"{apart}{{{name}}}"


def _script(match: re.Match[str]) -> str:
    """Return an index or a power, in small letters if there are such.

    >>> [_script(_SCRIPT.search(formula)) for formula in ("x_2", "x^{n+1}", "x_{Quill}", "x^{A+B}")]
    ['₂', 'ⁿ⁺¹', '_Quill', '^(A+B)']
    """
    inner = (match["braced"] or match["bare"] or "").strip()
    small = _RAISED if match["way"] == "^" else _LOWERED
    if all(map(small.__contains__, inner)):
        return "".join(map(small.__getitem__, inner))
    return match["way"] + (inner if len(inner) < 2 or inner.isalnum() else f"({inner})")


def _formula_signs(text: str, start: int, end: int) -> list[Sign]:
    """Return the signs of a formula with their places, none if it has others than a name has."""
    signs: list[Sign] = []
    script, position = "", start
    while position < end:
        piece = _FORMULA_PIECE.match(text, position, end)
        if piece is None:
            return []
        kind = piece.lastgroup or ""
        position = piece.end()
        if kind == "script":
            script = piece.group()
            if script == "^" and signs and signs[-1][0].isdigit():  # a power
                return []
        elif kind != "skip":
            sign = piece.group(kind)
            if kind == "symbol":
                sign = _SYMBOLS.get(sign, "")
                if not sign:
                    return []
            if script == "_" and sign.isalpha():
                if not sign.isascii():  # "$C_\Phi$"
                    return []
                signs.append(("_", piece.start(), piece.start()))
            script = ""
            signs.append((sign, *piece.span()))
    return signs
