"""Families: a name without its marks of size, depth, patch and tuning.

Which trailing number is a depth and which a version cannot be seen; `families.toml` lists it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final, Protocol, runtime_checkable

from paperlattice.extractors.records import Kind
from paperlattice.graph.resolve.keys import (
    SEPARATOR,
    is_coined,
    name_key,
    numbers,
    signs,
    spelling_key,
    words,
)

_DATA: Final[dict[str, Any]] = tomllib.loads(
    (files(__package__) / "families.toml").read_text(encoding="utf-8")
)
_METHODS: Final[dict[str, Any]] = _DATA["methods"]
_DATASETS: Final[dict[str, Any]] = _DATA["datasets"]


def _any_of(choices: list[str]) -> str:
    return "(?:" + "|".join(re.escape(c) for c in sorted(choices, key=lambda c: (-len(c), c))) + ")"


_S: Final = SEPARATOR
_COUNT: Final = (
    r"(?:\d+\s?[x×]\s?)?\d+(?:\.\d+)?\s?(?:[BbMm]|[Bb]illion)(?:[-\s]A\d+(?:\.\d+)?[Bb])?(?:\sparameters)?"
)
_TUNING: Final = rf"(?:{_S}+\(?{_any_of(_METHODS['tuning'])}\)?)"
_COUNT_BEFORE_TUNING: Final = re.compile(rf"{_S}*(?:{_S}|\()\(?{_COUNT}\)?(?:{_S}+\d+[Kk])?{_TUNING}*$", re.I)
_COUNT_INSIDE: Final = re.compile(rf"{_S}+\(?{_COUNT}\)?(?={_S})")
_COUNT_FIRST: Final = re.compile(rf"^{_COUNT}{_S}+(?=\S*[A-Z])")
_COUNT_GLUED: Final = re.compile(r"(?<=[^\W\d_])\d{1,3}[Bb]$")
_TAIL_TUNING: Final = re.compile(rf"(?:{_S}+\d+[Kk])?{_TUNING}+$|{_S}+\d+[Kk]$", re.I)
_SIZE_TAIL: Final = re.compile(
    rf"{_S}+\(?{_any_of(_METHODS['sizes'])}\)?(?P<rest>(?:{_S}+(?:un)?cased)*|{_S}+v?\d+(?:\.\d+)?)$", re.I
)
_CASE_TAIL: Final = re.compile(rf"{_S}+(?:un)?cased$", re.I)
_XL_TAIL: Final = re.compile(rf"{_S}*(?:X{{1,2}}L|XS|XXS)(?:/\d+)?$", re.I)
_MINI_TAIL: Final = re.compile(rf"{_S}+mini$", re.I)
_STATE_TAIL: Final = re.compile(
    rf"{_S}+(?P<word>{_any_of(list(_METHODS['states']))})(?:{_S}+\d{{3,4}})?$", re.I
)
_SNAPSHOT: Final = re.compile(rf"(?<=\w){_S}+(?:20\d\d-\d\d-\d\d|0\d{{3}}|1[01]\d\d)$")
_LETTER_TAIL: Final = re.compile(
    rf"{_S}*{_S}\(?(?:Ti|T|S|B|M|L|H|G|g|XXS|XS|XL|Pico|Nano)(?:\+)?(?:{_S}?\d{{1,3}})?(?:[@{_S[1:-1]}]\d{{3}}(?:px)?)?\)?$"
)
_PATCH_TAIL: Final = re.compile(rf"{_S}+(?:\d{{1,2}}/)?(?:8|14|16|28|32)$")
_DEPTH_TAIL: Final = re.compile(
    rf"{_S}*[wW]?\d{{2,4}}(?:[-x×]\d+(?:x\d+)?[a-z]?)*(?:{_S}?(?:BN|GF|MF))?(?:{_S}[bcd])?(?P<version>{_S}?[vV]\d)?$"
)
_CARRIED: Final = re.compile(
    rf"(?:{_S}+|{_S}*\()(?:ViT|RN\d*|ResNet|R\d{{2,3}})(?:{_S}*(?:Ti|S|B|L|H|G|g|SO400M|bigG))?(?:{_S}*\d+(?:x\d+)?)?(?:@\d+(?:px)?)?\)?$"
)
_YOLO: Final = re.compile(
    rf"^(?P<stem>.*\bYOLO(?:{_S}?v?\d{{1,2}}|X|{_S}?NAS)){_S}?{_any_of(_METHODS['yolo_sizes'])}$", re.I
)

_SPLIT_TAIL: Final = re.compile(rf"\s+\(?{_any_of(_DATASETS['splits'])}\)?(?:[\s-](?:set|split))?$", re.I)
_NOUN_TAILS: Final[dict[Kind, re.Pattern[str]]] = {
    "method": re.compile(rf"\s+{_any_of(_METHODS['nouns'])}$"),
    "dataset": re.compile(rf"\s+{_any_of(_DATASETS['nouns'])}$", re.I),
}
_RESOLUTION: Final = re.compile(rf"{_S}+\(?\d{{2,4}}\s?[x×]\s?\d{{2,4}}\)?$")
_SCALE: Final = re.compile(rf"{_S}*(?P<scale>\d+[kKmM])$")


@lru_cache(maxsize=1 << 18)
def family_form(kind: Kind, form: str) -> str:
    """Return the form cut to its family, as written; the form itself where nothing is to be cut.

    Repositories have no families. Cutting twice changes nothing more.

    >>> family_form("method", "Llama-2-7b-chat-hf"), family_form("dataset", "CIFAR-10")
    ('Llama-2', 'CIFAR-10')
    """
    cuts = _CUTS.get(kind, ())
    done = False
    while not done:
        done = True
        for cut in cuts:
            shorter = cut(form).strip()
            if shorter != form and sum(c.isalnum() for c in shorter) > 1 and any(map(str.isalpha, shorter)):
                form, done = shorter, False
    return form


def bare_form(kind: Kind, form: str) -> str:
    """Return a form without the common noun behind a coined name: "CLIP model", "ADE20K dataset".

    Whether the rest is a name of its own must be seen elsewhere.
    """
    pattern = _NOUN_TAILS.get(kind)
    stem, found = _stem(pattern, form) if pattern else (form, None)
    return stem if found and _ends_coined(stem) else form


def _stem(pattern: re.Pattern[str], form: str) -> tuple[str, re.Match[str] | None]:
    found = pattern.search(form)
    return (form[: found.start()] if found else form), found


def _is_language_model(form: str) -> bool:
    first = re.match(r"[^\W\d_]+", form)
    if first is None:
        return False
    letters = re.match(r"[^\W\d_]+", name_key(form))
    heads = {first.group().casefold(), letters.group() if letters else ""}
    return not heads.isdisjoint(_METHODS["language_models"])


def _ends_coined(stem: str) -> bool:
    """Return whether the last word looks made up, numbers behind it aside (GPT-2, wav2vec 2.0)."""
    said = [w for w in words(stem) if any(map(str.isalpha, w))]
    return bool(said) and is_coined(said[-1])


def _ends_with(stem: str, endings: list[str]) -> bool:
    """Return whether a stem is one of the endings or ends in one of its long ones (SE-ResNet, 3D ResNet)."""
    key = name_key(stem)
    last = name_key((words(stem) or ("",))[-1])
    return key in endings or last in endings or any(len(e) > 4 and key.endswith(e) for e in endings)


def _cut_count(form: str) -> str:
    for pattern in (_COUNT_BEFORE_TUNING, _COUNT_INSIDE, _COUNT_FIRST):
        if (found := pattern.search(form)) and re.search(
            r"[^\W\d_]", form[: found.start()] or form[found.end() :]
        ):
            return form[: found.start()] + form[found.end() :]
    if (found := _COUNT_GLUED.search(form)) and _is_language_model(form[: found.start()]):
        return form[: found.start()]
    return form


def _cut_tuning(form: str) -> str:
    stem, found = _stem(_TAIL_TUNING, form)
    return stem if found and stem and _is_language_model(stem) else form


def _cut_size(form: str) -> str:
    stem, found = _stem(_SIZE_TAIL, form)
    if found and (_ends_coined(stem) or name_key(stem) in _METHODS["sized"]):
        rest = found.group("rest")
        return stem + (rest if any(map(str.isdecimal, rest)) else "")
    for pattern, stems in ((_XL_TAIL, _METHODS["xl"]), (_MINI_TAIL, _METHODS["mini"])):
        stem, found = _stem(pattern, form)
        if found and (name_key(stem) in stems or re.sub(r"[\d.]+$", "", name_key(stem)) in stems):
            return stem
    stem, found = _stem(_CASE_TAIL, form)
    return stem if found and _ends_coined(stem) else form


def _cut_state(form: str) -> str:
    stem, found = _stem(_STATE_TAIL, form)
    if found and name_key(stem) in _METHODS["states"][found.group("word").lower()]:
        return stem
    stem, found = _stem(_SNAPSHOT, form)
    return stem if found and re.match(r"(?:chat)?gpt|o\d", name_key(stem)) else form


def _cut_letter(form: str) -> str:
    for pattern in (_LETTER_TAIL, _PATCH_TAIL):
        stem, found = _stem(pattern, form)
        bare = re.sub(rf"{_S}?[vV]?\d{{1,2}}$", "", stem)
        if found and (_ends_with(stem, _METHODS["letters"]) or _ends_with(bare, _METHODS["letters"])):
            if pattern is _PATCH_TAIL and not _ends_with(stem, ["vit", "visiontransformer", "deit"]):
                continue
            return stem
    found = _YOLO.match(form)
    return found.group("stem") if found else form


def _cut_depth(form: str) -> str:
    stem, found = _stem(_DEPTH_TAIL, form)
    if found and stem and _ends_with(stem, _METHODS["depths"]):
        return stem + (found.group("version") or "")
    return form


def _cut_backbone(form: str) -> str:
    stem, found = _stem(_CARRIED, form)
    return stem if found and name_key(stem) in _METHODS["carriers"] else form


def _cut_split(form: str) -> str:
    stem, found = _stem(_SPLIT_TAIL, form)
    return stem if found and _ends_coined(stem) else form


def _cut_scale(form: str) -> str:
    stem, found = _stem(_RESOLUTION, form)
    if found and (_ends_coined(stem) or len(words(stem)) == 1):
        return stem
    stem, found = _stem(_SCALE, form)
    return (
        stem
        if found and found.group("scale").lower() in _DATASETS["scales"].get(name_key(stem), ())
        else form
    )


_CUTS: Final[dict[Kind, tuple[Callable[[str], str], ...]]] = {
    "method": (
        _cut_count,
        _cut_tuning,
        _cut_size,
        _cut_state,
        _cut_backbone,
        _cut_letter,
        _cut_depth,
    ),
    "dataset": (_cut_split, _cut_scale),
}


@runtime_checkable
class Catalogue(Protocol):
    """Known names with their aliases."""

    def canonical(self, kind: Kind, form: str) -> str | None:
        """Return the name under which the catalogue lists a form, None for a form that it does not know.

        Must be a pure function. A canonical name need not be known under itself.
        """


def _skeleton(form: str) -> str:
    return re.sub(r"(?:(?<=[^\W\d_]{2})v)?\d[\d.\-]*|[+#*]", "", name_key(form))


def _years(found: tuple[str, ...]) -> bool:
    return all(re.fullmatch(r"(?:19|20)\d\d", n) for n in found)


def versions_agree(kind: Kind, left: str, right: str) -> bool:
    """Return whether two forms may be one version, whatever a list of aliases says: EAGLE-2 is no EAGLE-3.

    The numbers must be equal once size marks are cut. A method may have one name without any number (T5,
    Text-to-Text Transfer Transformer) if the letters differ; names of a data set may have other numbers
    (ILSVRC 2012) or a year.
    """
    a, b = family_form(kind, left), family_form(kind, right)
    if numbers(a) == numbers(b):
        return signs(a) == signs(b) or _skeleton(a) != _skeleton(b)
    if _skeleton(a) != _skeleton(b):
        return kind == "dataset" or not (numbers(a) and numbers(b))
    return kind == "dataset" and not (numbers(a) and numbers(b)) and _years(numbers(a) + numbers(b))


def listed_as(catalogue: Catalogue, kind: Kind, form: str) -> str | None:
    """Return the catalogue's name for a form; None without one, for another version, and for ViTs as VITS."""
    entry = catalogue.canonical(kind, form)
    if entry is None or not versions_agree(kind, form, entry):
        return None
    plural_as_letter = name_key(form) == name_key(entry) and spelling_key(form) != spelling_key(entry)
    return None if plural_as_letter else entry
