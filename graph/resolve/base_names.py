"""Base names: a name without its marks of size, depth, patch and tuning.

Whether a trailing number is a depth or a version cannot be seen; `base_names.toml` lists it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final, Protocol, runtime_checkable

from paperlattice.extractors.records import NAMED_KINDS, Kind
from paperlattice.graph.resolve.normalize import (
    SEPARATOR,
    is_coined,
    name_key,
    numbers,
    signs,
    singulars,
    spelling_key,
    words,
)

_DATA: Final[dict[str, Any]] = tomllib.loads(
    (files(__package__) / "base_names.toml").read_text(encoding="utf-8")
)
_METHODS: Final[dict[str, Any]] = _DATA["methods"]
_DATASETS: Final[dict[str, Any]] = _DATA["datasets"]


def _any_of(choices: list[str]) -> str:
    return "(?:" + "|".join(re.escape(c) for c in sorted(choices, key=lambda c: (-len(c), c))) + ")"


# A blank or a hyphen: between "Llama" and "7B".
_S: Final = SEPARATOR
# "7B", "1.5 billion", "8x7B", "30B-A3B".
_COUNT: Final = (
    r"(?:\d+\s?[x×]\s?)?\d+(?:\.\d+)?\s?(?:[BbMm]|[Bb]illion)(?:[-\s]A\d+(?:\.\d+)?[Bb])?(?:\sparameters)?"
)
# "-Instruct", " (chat)", "-bf16"; not "instruct" without a separator before it.
_TUNING: Final = rf"(?:{_S}+\(?{_any_of(_METHODS['tuning'])}\)?)"
# "-7B-chat" of "Llama-2-7B-chat", " (1.5B)" of "GPT-2 (1.5B)", "-8x7B" of "Mixtral-8x7B"; not "GPT-4".
_COUNT_BEFORE_TUNING: Final = re.compile(rf"{_S}*(?:{_S}|\()\(?{_COUNT}\)?(?:{_S}+\d+[Kk])?{_TUNING}*$", re.I)
# "-7B" of "Vicuna-7B v1.5"; not "Llama-2-7B".
_COUNT_INSIDE: Final = re.compile(rf"{_S}+\(?{_COUNT}\)?(?={_S})")
# "7B " of "7B LLaMA"; not "7B model".
_COUNT_FIRST: Final = re.compile(rf"^{_COUNT}{_S}+(?=\S*[A-Z])")
# "7B" of "LLaMA7B"; not "Llama-7B".
_COUNT_GLUED: Final = re.compile(r"(?<=[^\W\d_])\d{1,3}[Bb]$")
# "-Instruct" of "Mistral-Instruct", "-128k" of "GPT-4-128k"; not "GPT-4".
_TAIL_TUNING: Final = re.compile(rf"(?:{_S}+\d+[Kk])?{_TUNING}+$|{_S}+\d+[Kk]$", re.I)
# "-base" of "BERT-base", "-large-uncased" of "BERT-large-uncased", "-Large v2" of "Whisper-Large v2"; not
# "BERT".
_SIZE_TAIL: Final = re.compile(
    rf"{_S}+\(?{_any_of(_METHODS['sizes'])}\)?(?P<rest>(?:{_S}+(?:un)?cased)*|{_S}+v?\d+(?:\.\d+)?)$", re.I
)
# "-uncased" of "BERT-uncased"; not "BERTcased".
_CASE_TAIL: Final = re.compile(rf"{_S}+(?:un)?cased$", re.I)
# "-XL" of "T5-XL", "-XXL/16" of "Imagen-XXL/16"; not "T5-L".
_XL_TAIL: Final = re.compile(rf"{_S}*(?:X{{1,2}}L|XS|XXS)(?:/\d+)?$", re.I)
# "-mini" of "GPT-4o-mini"; not "Gemini".
_MINI_TAIL: Final = re.compile(rf"{_S}+mini$", re.I)
# "-preview" of "o1-preview"; not "o1-pro".
_STATE_TAIL: Final = re.compile(
    rf"{_S}+(?P<word>{_any_of(list(_METHODS['states']))})(?:{_S}+\d{{3,4}})?$", re.I
)
# "-0613" of "GPT-4-0613", "-2024-08-06" of "GPT-4o-2024-08-06"; not "GPT-4-2024".
_SNAPSHOT: Final = re.compile(rf"(?<=\w){_S}+(?:20\d\d-\d\d-\d\d|0\d{{3}}|1[01]\d\d)$")
# "-B/16" of "ViT-B/16", "-T" of "Swin-T", "-L@336px" of "ViT-L@336px"; not "ViT-X".
_LETTER_TAIL: Final = re.compile(
    rf"{_S}*{_S}\(?(?:Ti|T|S|B|M|L|H|G|g|XXS|XS|XL|Pico|Nano)(?:\+)?(?:{_S}?\d{{1,3}})?(?:[@{_S[1:-1]}]\d{{3}}(?:px)?)?\)?$"
)
# "/16" of "ViT/16", "-16/32" of "ViT-16/32"; not "ViT-15".
_PATCH_TAIL: Final = re.compile(rf"{_S}+(?:\d{{1,2}}/)?(?:8|14|16|28|32)$")
# "-50" of "ResNet-50", "-28-10" of "WideResNet-28-10", "-101V2" of "ResNet-101V2"; not "VGG".
_DEPTH_TAIL: Final = re.compile(
    rf"{_S}*[wW]?\d{{2,4}}(?:[-x×]\d+(?:x\d+)?[a-z]?)*(?:{_S}?(?:BN|GF|MF))?(?:{_S}[bcd])?(?P<version>{_S}?[vV]\d)?$"
)
# "-ViT-B/32" of "CLIP-ViT-B/32", " (RN50)" of "CLIP (RN50)"; not "CLIP-B".
_CARRIED: Final = re.compile(
    rf"(?:{_S}+|{_S}*\()(?:ViT|RN\d*|ResNet|R\d{{2,3}})(?:{_S}*(?:Ti|S|B|L|H|G|g|SO400M|bigG))?(?:{_S}*\d+(?:x\d+)?)?(?:@\d+(?:px)?)?\)?$"
)
# "YOLOv8n", "YOLOX-s"; not "YOLOv8".
_YOLO: Final = re.compile(
    rf"^(?P<stem>.*\bYOLO(?:{_S}?v?\d{{1,2}}|X|{_S}?NAS)){_S}?{_any_of(_METHODS['yolo_sizes'])}$", re.I
)

# " val" of "ImageNet val", " (val)" of "MS COCO (val)", " test-dev" of "COCO test-dev"; not "ImageNet-val".
_SPLIT_TAIL: Final = re.compile(rf"\s+\(?{_any_of(_DATASETS['splits'])}\)?(?:[\s-](?:set|split))?$", re.I)
_NOUN_TAILS: Final[dict[Kind, re.Pattern[str]]] = {
    # " model" of "CLIP model"; not "CLIP Model".
    "method": re.compile(rf"\s+{_any_of(_METHODS['nouns'])}$"),
    # " dataset" of "ADE20K dataset"; not "ADE20K".
    "dataset": re.compile(rf"\s+{_any_of(_DATASETS['nouns'])}$", re.I),
}
# " 256x256" of "ImageNet 256x256", "-64×64" of "ImageNet-64×64"; not "ImageNet-64".
_RESOLUTION: Final = re.compile(rf"{_S}+\(?\d{{2,4}}\s?[x×]\s?\d{{2,4}}\)?$")
# "-1K" of "ImageNet-1K", "-20M" of "MovieLens-20M"; not "CIFAR-10".
_SCALE: Final = re.compile(rf"{_S}*(?P<scale>\d+[kKmM])$")


@lru_cache(maxsize=1 << 18)
def base_name(kind: Kind, form: str) -> str:
    """Return the base name of a form, as written; the form itself where nothing is to be cut.

    Repositories have no base names. Cutting twice changes nothing more.

    >>> base_name("method", "Llama-2-7b-chat-hf"), base_name("dataset", "CIFAR-10")
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
    """Return a form without the common noun after a coined name: "CLIP model", "ADE20K dataset".

    Whether the rest is a name of its own is for the caller to check.
    """
    pattern = _NOUN_TAILS.get(kind)
    stem, found = _stem(pattern, form) if pattern else (form, None)
    return stem if found and _ends_coined(stem) else form


def _stem(pattern: re.Pattern[str], form: str) -> tuple[str, re.Match[str] | None]:
    found = pattern.search(form)
    return (form[: found.start()] if found else form), found


def _is_language_model(form: str) -> bool:
    # "Llama" of "Llama-2", "GPT" of "GPT4"; not "3D-LLaVA".
    first = re.match(r"[^\W\d_]+", form)
    if first is None:
        return False
    letters = re.match(r"[^\W\d_]+", name_key(form))
    heads = {first.group().casefold(), letters.group() if letters else ""}
    return not heads.isdisjoint(_METHODS["language_models"])


def _ends_coined(stem: str) -> bool:
    """Return whether the last word looks made up, apart from numbers after it (GPT-2, wav2vec 2.0)."""
    with_letters = [w for w in words(stem) if any(map(str.isalpha, w))]
    return bool(with_letters) and is_coined(with_letters[-1])


def _ends_with(stem: str, endings: list[str]) -> bool:
    """Return whether a stem is one of the endings or ends in one of its long ones (SE-ResNet, 3D ResNet)."""
    key = name_key(stem)
    last = name_key((words(stem) or ("",))[-1])
    return key in endings or last in endings or any(len(e) > 4 and key.endswith(e) for e in endings)


def _cut_count(form: str) -> str:
    for pattern in (_COUNT_BEFORE_TUNING, _COUNT_INSIDE, _COUNT_FIRST):
        # Some letter is left: the "L" of "LLaMA" of "7B LLaMA"; not "2.5" of "2.5-7B".
        if (found := pattern.search(form)) and re.search(
            r"[^\W\d_]", form[: found.start()] or form[found.end() :]
        ):
            rest = form[: found.start()] + form[found.end() :]
            return rest if _has_size(rest, found.group()) else form
    if (found := _COUNT_GLUED.search(form)) and _is_language_model(form[: found.start()]):
        return form[: found.start()] if _has_size(form[: found.start()], found.group()) else form
    return form


def _has_size(stem: str, size: str) -> bool:
    """Return whether a version has a size: no LLaMA without a version mark has 405 billion parameters."""
    known = _METHODS["counts"].get(name_key(stem))
    # "405" of "-405B", "1.5" of " (1.5B)"; not "B".
    return known is None or re.findall(r"\d+(?:\.\d+)?", size)[0] in known


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
        # "gpt" of "gpt4.1", "phi" of "phi3".
        if found and (name_key(stem) in stems or re.sub(r"[\d.]+$", "", name_key(stem)) in stems):
            return stem
    stem, found = _stem(_CASE_TAIL, form)
    return stem if found and _ends_coined(stem) else form


def _cut_state(form: str) -> str:
    stem, found = _stem(_STATE_TAIL, form)
    if found and name_key(stem) in _METHODS["states"][found.group("word").lower()]:
        return stem
    stem, found = _stem(_SNAPSHOT, form)
    # "gpt" of "gpt4", "chatgpt", "o1" of "o1mini"; not "llama2".
    return stem if found and re.match(r"(?:chat)?gpt|o\d", name_key(stem)) else form


def _cut_letter(form: str) -> str:
    for pattern in (_LETTER_TAIL, _PATCH_TAIL):
        stem, found = _stem(pattern, form)
        # "Swin" of "Swin-V2" and of "Swin2"; "Swin" stays.
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

        Must be a pure function. The catalogue need not list a canonical name under itself.
        """

    def is_ambiguous(self, kind: Kind, form: str) -> bool:
        """Return whether a form that it lists often means something else."""


def _skeleton(form: str) -> str:
    # "dino" of "dinov2", "llama" of "llama3.1", "c" of "c++"; "v" of "v2".
    return re.sub(r"(?:(?<=[^\W\d_]{2})v)?\d[\d.\-]*|[+#*]", "", name_key(form))


# "v2" of "OWLv2" and of "SD v2", "V2" of "SwinV2", "v3" of "whisperv3"; not of "Conv2D" or "DAIR-V2X".
_VERSION_MARK: Final = re.compile(
    rf"(?:{_S}[vV]|(?<=[A-Z])v|(?<=[a-z])V)\d+(?:\.\d+)*\b|(?<=\w{{3}})v\d+(?:\.\d+)*$"
)


def _years(found: tuple[str, ...]) -> bool:
    # "2012", "1998"; not "12" or "2112".
    return all(re.fullmatch(r"(?:19|20)\d\d", n) for n in found)


def versions_agree(kind: Kind, left: str, right: str) -> bool:
    """Return whether two forms may be one version, whatever a list of aliases says: EAGLE-2 is not EAGLE-3.

    The numbers must be equal once size marks are cut. A method may have one name without any number (T5,
    Text-to-Text Transfer Transformer) if the letters differ; names of a data set may have other numbers
    (ILSVRC 2012) or a year. A version mark is never left out: SwinV2 is not Swin Transformer.
    """
    a, b = base_name(kind, left), base_name(kind, right)
    if bool(_VERSION_MARK.search(a)) != bool(_VERSION_MARK.search(b)) and numbers(a) != numbers(b):
        return False
    if numbers(a) == numbers(b):
        return signs(a) == signs(b) or _skeleton(a) != _skeleton(b)
    if _skeleton(a) != _skeleton(b):
        return kind == "dataset" or not (numbers(a) and numbers(b))
    return kind == "dataset" and not (numbers(a) and numbers(b)) and _years(numbers(a) + numbers(b))


_OWN_KEYS: Final = {kind: frozenset(map(name_key, _DATA["own_names"].get(kind, ()))) for kind in NAMED_KINDS}


def listed_as(catalogue: Catalogue, kind: Kind, form: str) -> str | None:
    """Return the catalogue's name for a form.

    None without one, for another version, for ViTs as VITS or Adams as Adam, and for what the catalogue lists
    under the name of another thing (`own_names` of `base_names.toml`).
    """
    entry = catalogue.canonical(kind, form)
    if entry is None or not versions_agree(kind, form, entry):
        return None
    key, single = name_key(form), singulars(form)
    if not _OWN_KEYS[kind].isdisjoint((key, *map(name_key, single))):
        return None
    if key == f"{name_key(entry)}s" and not single and len(words(form)) == 1:
        return None
    plural_as_letter = key == name_key(entry) and spelling_key(form) != spelling_key(entry)
    return None if plural_as_letter else entry
