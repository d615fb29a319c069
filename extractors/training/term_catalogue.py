"""What is known of terms: annotated abstracts, the catalogue, judged phrases, and counts of labels.

The labels are `tasks.jsonl.gz` (abstracts annotated by reading) and `term_list.tsv.gz` (phrases of the corpus
judged by reading, one by one); names come from a catalogue as well.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import numpy as np

from ..forest import Floats
from ..records import paper_text
from ..selection import names_view
from ..term_features import CLASSES, NOTHING, TASK, TASK_ASIDE, TECHNIQUE, TECHNIQUE_ASIDE, Names
from ..terms import (
    phrase_keys,
    phrases,
    term_cues,
    term_key,
)
from ..text import Tokens
from .gold import annotated_records

FIELDS: Final = {"tasks": (TASK, TASK_ASIDE), "techniques": (TECHNIQUE, TECHNIQUE_ASIDE)}
"""The fields of an annotated paper, with the classes of what the paper is about and of what stands aside."""

# Settled by the guidelines: what is always a task, or always a technique.
_ALWAYS_TASK: Final = frozenset(
    map(
        term_key,
        (
            "multi-task learning", "continual learning", "few-shot learning", "zero-shot learning",
            "semi-supervised learning", "imitation learning", "neural architecture search",
            "interpretability",
        ),
    )
)  # fmt: skip
_ALWAYS_TECHNIQUE: Final = frozenset(
    map(
        term_key,
        (
            "transfer learning", "meta-learning", "active learning", "curriculum learning",
            "self-supervised learning", "in-context learning", "retrieval-augmented generation",
            "fine-tuning", "pre-training",
        ),
    )
)  # fmt: skip


@dataclass(slots=True)
class TermExample:
    """An annotated abstract: its phrases, the class of each labelled form, and what names it holds."""

    id: str
    tokens: Tokens
    keys: list[str]
    labels: dict[str, int]
    found: list[tuple[int, int, str]]
    names: Names
    record: dict[str, Any] = field(repr=False)


def read_term_examples(corpus: Path, *, without: Iterable[str]) -> list[TermExample]:
    """Return the papers of `tasks.jsonl.gz` that a folder holds, less the title keys `without`."""
    return list(map(term_example, annotated_records(corpus, without=without, name="tasks")))


def term_example(record: dict[str, Any]) -> TermExample:
    """Return an annotated paper, with `title` and `abstract`, as an example."""
    text = paper_text(record["title"], record["abstract"])
    tokens = Tokens.of(text)
    keys = phrase_keys(tokens)
    labels: dict[str, int] = {}
    for kind, entry in entries_of(record):
        label = class_of(kind, entry)
        for form in map(term_key, (entry["name"], *entry["aliases"], entry["cluster"])):
            labels[form] = min(label, labels.get(form, label))
    found = phrases(tokens, keys)
    return TermExample(record["id"], tokens, keys, labels, found, names_view(text), record)


def class_of(kind: str, entry: Mapping[str, Any]) -> int:
    """Return the class of an entry of a kind (`FIELDS`): about it where it is required, else aside."""
    main, aside = FIELDS[kind]
    return main if entry["required"] else aside


def entries_of(record: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the entries of a record with their kind, or with the kind that the guidelines settle."""
    for kind in FIELDS:
        for entry in record[kind]:
            key = term_key(entry["cluster"])
            settled = "tasks" if key in _ALWAYS_TASK else "techniques" if key in _ALWAYS_TECHNIQUE else kind
            yield settled, entry


@dataclass(slots=True)
class Catalogue:
    """What is known of terms: by form the term, marks, and by term its label and the broader ones."""

    term_of: dict[str, str] = field(default_factory=dict)
    marks: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    labels: dict[str, str] = field(default_factory=dict)
    broader: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def term(self, form: str) -> str:
        """Return the term that a form means; one whose label means another term is that one."""
        term = self.term_of.get(form, form)
        for _ in range(_MOST_STEPS):
            label = term_key(self.labels.get(term, ""))
            following = self.term_of.get(label, label) or term
            if following == term:
                break
            term = following
        return term


_MOST_STEPS: Final = 5
_AGREED: Final = 0.6
_ENOUGH: Final = 3


def read_catalogue(path: Path, examples: Sequence[TermExample]) -> Catalogue:
    """Return the catalogue of `tasks.jsonl`, of the judged phrases, and of the clusters of the annotations.

    A form means what the annotations agree on, else what the catalogue says, else what a judge said.
    """
    catalogue = Catalogue()
    listed: dict[str, Counter[str]] = defaultdict(Counter)
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        cluster = term_key(entry["cluster"])
        if term_key(entry["name"]) == cluster or cluster not in catalogue.labels:
            catalogue.labels[cluster] = entry["name"]
        catalogue.broader[cluster].update(map(term_key, entry["broader"]))
        for form in (entry["name"], *entry["aliases"]):
            key = term_key(form)
            listed[key][cluster] += 2 if form == entry["name"] else 1
            catalogue.marks[key].add(f"listed_{entry['kind']}")
            catalogue.marks[key].update(mark for mark in ("broad", "ambiguous") if entry.get(mark))
    for phrase, code, other in read_judged():
        key = term_key(phrase)
        if code == "N":
            catalogue.marks[key].add("judged_nothing")
            continue
        catalogue.marks[key].add({"T": "listed_task", "Q": "listed_technique", "B": "broad"}[code])
        if other:
            catalogue.marks[key].add("variant")
        if key not in listed:
            meant = term_key(other or phrase)
            known = listed.get(meant)
            listed[key][known.most_common(1)[0][0] if known else meant] += 1
            catalogue.labels.setdefault(meant, cased(other or phrase))
    for cluster, label in list(catalogue.labels.items()):
        for form in verb_forms(label):
            if form not in listed:
                listed[form][cluster] += 1
                catalogue.marks[form].update(("listed_task", "variant"))
    annotated: dict[str, Counter[str]] = defaultdict(Counter)
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for example in examples:
        for _, entry in entries_of(example.record):
            cluster = term_key(entry["cluster"])
            written[cluster][entry["name"]] += 1
            for form in {term_key(f) for f in (entry["name"], *entry["aliases"], entry["cluster"])}:
                annotated[form][cluster] += 1
    for form in sorted(listed.keys() | annotated.keys()):
        terms = annotated.get(form, Counter())
        best = min(terms, key=lambda t: (-terms[t], t), default="")
        agreed = terms[best] >= _ENOUGH and terms[best] >= _AGREED * terms.total()
        if form in listed and not agreed:
            best = min(listed[form], key=lambda t: (-listed[form][t], t))
        catalogue.term_of[form] = best
    for cluster, names in written.items():
        catalogue.labels.setdefault(cluster, min(names, key=lambda n: (-names[n], n)))
    return catalogue


_ACRONYMS: Final = {word.lower(): word for word in term_cues("acronyms")}


def cased(term: str) -> str:
    """Return a term that a judge wrote in small letters with its acronyms as the field writes them.

    >>> cased("human-ai interaction"), cased("3d object detection")
    ('human-AI interaction', '3D object detection')
    """
    # "human", "ai" of "human-ai"; the marks between them stay.
    return re.sub(r"[a-z0-9]+", lambda m: _ACRONYMS.get(m.group(), m.group()), term)


def verb_forms(term: str) -> tuple[str, ...]:
    """Return the keys of what a text may write for a term that ends in the noun of a verb.

    >>> verb_forms("image retrieval")
    ('retrieveimage', 'retrievingimage', 'retrievalofimage')
    >>> verb_forms("machine unlearning")
    ()
    """
    *thing, noun = term.lower().replace("-", " ").split() or [""]
    if not thing or noun not in _VERBS:
        return ()
    return tuple(term_key(f"{verb} {' '.join(thing)}") for verb in (*_VERBS[noun], f"{noun} of"))


_VERBS: Final[dict[str, tuple[str, str]]] = {
    noun: (verb, gerund)
    for noun, verb, gerund in (
        line.split()
        for line in """
        alignment align aligning
        answering answer answering
        augmentation augment augmenting
        calibration calibrate calibrating
        captioning caption captioning
        classification classify classifying
        completion complete completing
        compression compress compressing
        control control controlling
        decoding decode decoding
        denoising denoise denoising
        detection detect detecting
        diagnosis diagnose diagnosing
        discovery discover discovering
        editing edit editing
        enhancement enhance enhancing
        estimation estimate estimating
        extraction extract extracting
        forecasting forecast forecasting
        generation generate generating
        grounding ground grounding
        identification identify identifying
        inpainting inpaint inpainting
        learning learn learning
        localization localize localizing
        manipulation manipulate manipulating
        matching match matching
        mitigation mitigate mitigating
        modeling model modeling
        parsing parse parsing
        planning plan planning
        prediction predict predicting
        ranking rank ranking
        recognition recognize recognizing
        recommendation recommend recommending
        reconstruction reconstruct reconstructing
        rendering render rendering
        restoration restore restoring
        retrieval retrieve retrieving
        segmentation segment segmenting
        simulation simulate simulating
        summarization summarize summarizing
        synthesis synthesize synthesizing
        tracking track tracking
        translation translate translating
        understanding understand understanding
        verification verify verifying
        """.strip().splitlines()
    )
}


def read_judged() -> Iterator[tuple[str, str, str]]:
    """Yield phrase, code and the term that it is a variant of: T task, Q technique, B broad, N no term."""
    packed = files("paperlattice.extractors").joinpath("training/term_list.tsv.gz").read_bytes()
    for line in gzip.decompress(packed).decode().splitlines():
        phrase, code, other = line.split("\t")
        yield phrase, code, other


class Lexicon:
    """How often annotated abstracts hold a form and with which label, and the same by last and first word.

    For training, the counts of a text are those of the other folds, never of all other texts: taking out the
    one label of the text itself would tell what it was, since the sum is known.
    """

    def __init__(self, examples: Sequence[TermExample]) -> None:
        self.forms: dict[str, Floats] = defaultdict(lambda: np.zeros(len(CLASSES)))
        self.heads: dict[str, Floats] = defaultdict(lambda: np.zeros(len(CLASSES)))
        self.firsts: dict[str, Floats] = defaultdict(lambda: np.zeros(len(CLASSES)))
        for example in examples:
            for key, (first, last) in first_spans(example).items():
                label = example.labels.get(key, NOTHING)
                self.forms[key][label] += 1
                if last - first > 1:
                    self.heads[example.keys[last - 1]][label] += 1
                    self.firsts[example.keys[first]][label] += 1
        self._none = np.zeros(len(CLASSES))

    def row(self, key: str, first: str, last: str) -> tuple[Floats, Floats, Floats]:
        """Return the counts of a form, of its last and of its first word."""
        none = self._none
        return self.forms.get(key, none), self.heads.get(last, none), self.firsts.get(first, none)


def first_spans(example: TermExample) -> dict[str, tuple[int, int]]:
    """Return the first span of each phrase of a text."""
    spans: dict[str, tuple[int, int]] = {}
    for first, last, key in example.found:
        spans.setdefault(key, (first, last))
    return spans
