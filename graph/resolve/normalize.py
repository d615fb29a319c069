"""Keys that spellings of one name share: case, hyphens, plurals, version marks and Greek letters.

Two forms with one `name_key` are one name. The other keys loosen it in one respect each, and merge a form
only with forms that really occur.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from paperlattice.extractors.records import Kind

# A blank, "_", "/" or any hyphen; not "." or "+".
SEPARATOR: Final = r"[\s_/\-‐‑‒–—−]"

# "\mathcal" of "\mathcal{L}", "$" of "$k$-NN"; not "softmax".
_LATEX: Final = re.compile(
    r"\\(?:math(?:cal|bf|rm|bb|frak|sf|tt|it)|text(?:bf|it|rm|sc|tt|sf)?|boldsymbol|operatorname|emph)(?![a-z])"
    r"|[\\${}^]"
)
# "3-7" and "3.7" are one version, but "3-8b" is a version and a parameter count.
# "-" of "Claude 3-7", "." of "Llama 3.1"; not "GPT-4".
_IN_NUMBER: Final = re.compile(r"(?<=\d)[\s._/,\-]+(?=\d)")
# "8b", "1.5 b"; not "3-8x".
_COUNT_AHEAD: Final = re.compile(r"\d+(?:\.\d+)?\s?[bmk](?![^\W_])")
# "-" of "gpt-4", " " of "dall e"; not "llama3.1" or "c++".
_ASCII_DROPPED: Final = re.compile(r"[^a-z0-9+#*.\-]|(?<!\d)[.\-]|[.\-](?!\d)")
_HYPHENS: Final = dict.fromkeys(map(ord, "‐‑‒–—−﹣－"), "-")
_KEPT_SIGNS: Final = frozenset("+#*")
_DROPPED_SIGNS: Final = frozenset("|~<>=¬^`")

# "v" of "dinov2", "v" of "efficientnetv2.1"; not "ev3" or "vits".
_VERSION_V: Final = re.compile(r"(?<=[^\W\d_]{3})v(?=\d+(?:\.\d+)*$)")
# ".0" of "wav2vec2.0"; not "llama3.1".
_POINT_ZERO: Final = re.compile(r"(?<=\d)\.0$")
# "2012" of "ilsvrc2012", "2017" of "coco2017"; not "2017".
_YEAR: Final = re.compile(r"(?<=[^\W\d_])(?:19|20)(\d\d)$")
# "β" of "β-vae"; not "beta-vae".
_GREEK: Final = re.compile(r"[α-ω]")


def _latin_base(text: str) -> str:
    """Return the text with the accents of Latin letters dropped; marks of other scripts stay."""
    out: list[str] = []
    for char in unicodedata.normalize("NFD", text):
        if unicodedata.combining(char) and out and out[-1].isascii() and out[-1].isalpha():
            continue
        out.append(char)
    return unicodedata.normalize("NFKC", "".join(out))


def _stays(char: str, before: str, after: str) -> bool:
    if char.isalnum() or char in _KEPT_SIGNS:
        return True
    if char in ".-":
        return before.isdecimal() and after.isdecimal()
    return unicodedata.category(char) == "Sm" and char not in _DROPPED_SIGNS


def _kept(text: str) -> str:
    """Return the significant characters of a text in any script, a mark only if its letter is."""
    out: list[str] = []
    on_letter = False
    padded = f" {text} "
    for i, char in enumerate(text):
        is_mark = unicodedata.category(char) in ("Mn", "Mc")
        if (is_mark and on_letter) or (not is_mark and _stays(char, padded[i], padded[i + 2])):
            out.append(char)
        on_letter = char.isalpha() or (is_mark and on_letter)
    return "".join(out)


@lru_cache(maxsize=1 << 18)
def name_key(form: str) -> str:
    """Return what spellings of one name share: letters of every script, digits, `+`, `#`, `*`, case folded.

    Hyphens, blanks, quotes, LaTeX dollars and a leading "the" go; so do the accents of Latin letters. A
    separator between two digits stays, as a full stop. A form without any letter or digit is its own key.

    >>> name_key("Low-Rank  Adaptation"), name_key("LLaMA-3.1"), name_key("C++"), name_key("ε-greedy")
    ('lowrankadaptation', 'llama3.1', 'c++', 'εgreedy')
    """
    if form.isascii():
        text = form.casefold()
    else:
        text = unicodedata.normalize("NFKC", form.translate(_HYPHENS)).casefold()
        text = _latin_base(text).casefold().translate(_HYPHENS).replace("×", "x")
    text = _LATEX.sub("", text).strip()
    if text.startswith("the ") and len(text) > 5:
        text = text[4:]
    if "&" in text:
        text = text.replace("&", " and ")
    if any(map(str.isdecimal, text)):
        text = _IN_NUMBER.sub(lambda m: "-" if _COUNT_AHEAD.match(m.string, m.end()) else ".", text)
    key = _ASCII_DROPPED.sub("", text) if text.isascii() else _kept(text)
    return key or "".join(form.split()) or form


def spelling_key(form: str) -> str:
    """Return the name key, with the `s` separated where capitals before it show a plural: GPs are not GPS.

    >>> spelling_key("GPs"), spelling_key("GPS"), spelling_key("gps")
    ('gp|s', 'gps', 'gps')
    """
    key = name_key(form)
    if form[-1:] == "s" and form[-2:-1].isupper() and len(key) > 2 and key[-1] == "s":
        return f"{key[:-1]}|s"
    return key


def numbers(form: str) -> tuple[str, ...]:
    """Return the numbers of a form in order, decimals unsplit and without a trailing ".0"."""
    # "3.1" of "llama3.1", "2" and "0" of "r2plus0".
    found = re.findall(r"\d+(?:\.\d+)*", name_key(form))
    return tuple(_POINT_ZERO.sub("", number) for number in found)


def signs(form: str) -> str:
    """Return the `+`, `#` and `*` of a form, in order: they distinguish C from C++ and A* from A."""
    return "".join(c for c in name_key(form) if c in _KEPT_SIGNS)


def words(form: str) -> tuple[str, ...]:
    """Return the words of a form as written, split at blanks, hyphens and slashes."""
    # "BERT" and "base" of "BERT-base".
    return tuple(w for w in re.split(rf"{SEPARATOR}+", form) if w)


def is_coined(word: str) -> bool:
    """Return whether a word looks made up (inner capitals, digits, signs): each of its letters may count."""
    return (
        any(c.isupper() for c in word[1:])
        or not _KEPT_SIGNS.isdisjoint(word)
        or (any(c.isdecimal() for c in word) and any(c.isalpha() for c in word))
    )


def singulars(form: str) -> tuple[str, ...]:
    """Return what the singular of a form may be, nothing when its last letter belongs to the name.

    A short capitalised word ("Titans", "Places", "Adams") may be a name of its own and has none.

    >>> singulars("SAEs"), singulars("Vision Transformers"), singulars("GPS"), singulars("Atlas")
    (('SAE',), ('Vision Transformer',), (), ())
    """
    if len(form) < 3 or not form.endswith("s") or not form[-2].isalpha():
        return ()
    stem = form[:-1]
    *before, last = words(stem) or ("",)
    if stem[-1].isupper() or is_coined(last):
        return (stem,) if len(last) > 1 and not stem.endswith("s") else ()
    if len(last) < 4 or not (before or form[0].islower() or len(last) >= 8):
        return ()
    if stem.endswith("ie"):
        return (stem[:-2] + "y", stem)
    if stem.endswith(("xe", "che", "she", "sse")):
        return (stem[:-1], stem)
    if stem.endswith("ice"):
        return (stem[:-3] + "ix", stem)
    return () if stem.endswith(("s", "u", "i")) else (stem,)


def singular_word(word: str) -> str:
    """Return a word in small letters without the `s` of a plural."""
    return word[:-1] if len(word) > 4 and word[-1] == "s" and word[-2] not in "sui" else word


def greek_key(key: str) -> str:
    """Return the key with Greek letters next to Latin ones spelt out: ε-greedy equals epsilon-greedy."""
    # Some Latin letter: the "v" of "β-vae"; not "βγ".
    if key.isascii() or not re.search(r"[a-z]", key):
        return key
    return _GREEK.sub(
        lambda m: unicodedata.name(m.group()).split()[-1].lower().replace("lamda", "lambda"), key
    )


def version_key(kind: Kind, key: str) -> str:
    """Return the key with its version mark written one way: v1.5 as 1.5, 2.0 as 2, for datasets 2014 as 14.

    Only the mark at the end counts, and a `v` only after three letters.

    >>> version_key("method", "llavav1.5"), version_key("dataset", "wmt2014"), version_key("method", "conv2d")
    ('llava1.5', 'wmt14', 'conv2d')
    """
    if not key[-1:].isdecimal():
        return key
    plain = _POINT_ZERO.sub("", _VERSION_V.sub("", key))
    return _YEAR.sub(r"\1", plain) if kind == "dataset" else plain
