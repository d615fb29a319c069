"""Texts other than whole abstracts as training rows: passages of our own, and sentences that others labelled.

Names stand in full texts and in single sentences too. Passages are cut from annotated abstracts, with their
labels. Sentences of TDMSci, of SciREX and after Heddes et al. 2021 have spans of datasets, those of SciREX of
methods too; what such labels do not say of a candidate is left to an earlier scorer, at a small weight.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from ..candidates import Candidate, find_candidates
from ..features import batch_features
from ..gazetteer import load_gazetteer
from ..records import gold_key
from ..scorer import DATASET, METHOD, NEITHER, load_lexicon, load_scorer, load_statistics
from ..text import BATCH, Tokens, sentence_spans
from .gold import OPTIONAL_WEIGHT, Example, annotated_records, example_of

Span = tuple[int, int]
_TAUGHT: Final = 0.3
"""Weight of what an earlier scorer says of candidates that the labels do not speak of."""
_LABELLED: Final = 0.7
_TEST_PART: Final = 5
"""Every fifth sentence after Heddes is for measuring only."""
_PASSAGE: Final = 6

# " data set" of "SIFT data set", " corpus" of "the Brown corpus"; not "corpus" of "corpus linguistics".
_HEAD: Final = re.compile(
    r"[\s-]+(?:data ?-?(?:sets?|bases?)?|corp(?:us|ora)|collections?|benchmarks?|tree ?banks?|"
    r"(?:train(?:ing)?|test(?:ing)?|dev(?:elopment)?|validation) ?(?:sets?|data)?|challenges?|tasks?)$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class LabelledSpan:
    """A labelled span: offsets, METHOD or DATASET, and whether it is a name."""

    start: int
    end: int
    column: int
    named: bool


@dataclass(slots=True)
class LabelledText:
    """A text with its labelled spans; `columns` are the kinds that were labelled in it."""

    id: str
    text: str
    columns: frozenset[int]
    spans: list[LabelledSpan] = field(default_factory=list)


_COLUMNS: Final = {"METHOD": METHOD, "DATASET": DATASET}


_TDMSCI: Final = ("tdmsci_train", "tdmsci_test")
_HEDDES: Final = "heddes_dataset_names_reannotated_final"
_SCIREX: Final = "scirex_train_sentences"
_MOST_PASSAGES: Final = 3000
_CUT_EVERY: Final = 4


def read_passages(folder: Path, *, without: Iterable[str], seed: int = 0) -> list[Example]:
    """Return passages of the annotated abstracts of `corpus/`, and of what `labelled/` holds for training.

    Of SciREX so many passages, drawn at random, take part that it is not heard more than our own labels.
    """
    records = annotated_records(folder / "corpus", without=without, name="annotations")
    examples = list(cut_passages(records, every=_CUT_EVERY, seed=seed))
    labelled = folder / "labelled"
    texts: list[LabelledText] = []
    if (path := labelled / f"{_TDMSCI[0]}.jsonl.gz").exists():
        texts += read_labelled(path, (DATASET,))
    if (path := labelled / f"{_HEDDES}.jsonl.gz").exists():
        sentences = read_labelled(path, (DATASET,))
        texts += [text for number, text in enumerate(sentences) if not is_for_measuring(number)]
    if (path := labelled / f"{_SCIREX}.jsonl.gz").exists():
        passages = list(joined_passages(read_labelled(path, (METHOD, DATASET))))
        random.Random(seed).shuffle(passages)
        texts += passages[:_MOST_PASSAGES]
    return [*examples, *labelled_examples(texts)]


def measured_sentences(folder: Path) -> dict[str, list[LabelledText]]:
    """Return the labelled sentences of `labelled/` that train nothing, by what they are."""
    found = {}
    if (path := folder / "labelled" / f"{_TDMSCI[1]}.jsonl.gz").exists():
        found["TDMSci, test"] = read_labelled(path, (DATASET,))
    if (path := folder / "labelled" / f"{_HEDDES}.jsonl.gz").exists():
        sentences = enumerate(read_labelled(path, (DATASET,)))
        found["after Heddes, every fifth"] = [text for number, text in sentences if is_for_measuring(number)]
    return found


def read_labelled(path: Path, columns: Iterable[int]) -> list[LabelledText]:
    """Return the sentences of a file of `labelled/`: JSON lines with `id`, `text`, `entities`."""
    wanted = frozenset(columns)
    texts = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            spans = [
                LabelledSpan(e["start"], e["end"], _COLUMNS[e["map"]], bool(e["named"]))
                for e in record["entities"]
                if _COLUMNS.get(e["map"]) in wanted
            ]
            texts.append(LabelledText(record["id"], record["text"], wanted, spans))
    return texts


def is_for_measuring(number: int) -> bool:
    """Is the sentence of this number, counted from 0, in the part after Heddes that trains nothing?"""
    return number % _TEST_PART == _TEST_PART - 1


def joined_passages(texts: Sequence[LabelledText], *, size: int = _PASSAGE) -> Iterator[LabelledText]:
    """Yield passages of up to `size` consecutive sentences of one paper; ids are PAPER#NUMBER."""
    for paper, sentences in groupby(texts, key=lambda t: t.id.rpartition(":")[0]):
        held = list(sentences)
        for at in range(0, len(held), size):
            text, spans = "", list[LabelledSpan]()
            for sentence in held[at : at + size]:
                shift = len(text)
                spans += [replace(s, start=s.start + shift, end=s.end + shift) for s in sentence.spans]
                text += sentence.text + " "
            yield LabelledText(f"{paper}#{at}", text.rstrip(), held[at].columns, spans)


def labelled_examples(texts: Iterable[LabelledText]) -> Iterator[Example]:
    """Yield labelled texts as examples; an earlier scorer speaks where the labels do not."""
    source = list(texts)
    gazetteer, lexicon, statistics, scorer = (
        load_gazetteer(), load_lexicon(), load_statistics(), load_scorer()
    )  # fmt: skip
    for at in range(0, len(source), BATCH):
        batch = source[at : at + BATCH]
        tokens = [Tokens.of(t.text) for t in batch]
        candidates = [find_candidates(t, gazetteer) for t in tokens]
        features = batch_features(zip(tokens, candidates, strict=True), lexicon, statistics)
        scores = scorer.score_batch(features)
        for text, cut, found, scored in zip(batch, tokens, candidates, scores, strict=True):
            if found:
                yield _example(text, cut, found, scored.kinds)


def _example(text: LabelledText, tokens: Tokens, candidates: list[Candidate], taught: Any) -> Example:
    example = Example(text.id, text.text, tokens, candidates, [], [], [], [], "", {}, has_roles=False)
    exact = {(s.column, key) for s in text.spans if s.named for key in _keys(text.text[s.start : s.end])}
    loose = {key for s in text.spans if not s.named for key in _keys(text.text[s.start : s.end])}
    for index, candidate in enumerate(candidates):
        forms = {gold_key(tokens.surface(*span)) for span in candidate.spans}
        column = next((c for c in (DATASET, METHOD) if any((c, f) in exact for f in forms)), NEITHER)
        soft = False
        if column != NEITHER and any(e.generic for e in candidate.entries):
            column, soft = NEITHER, True
        elif column == NEITHER and (forms & loose or _overlaps(tokens, candidate, text.spans)):
            soft = True
        weight = _LABELLED
        if soft:
            weight = OPTIONAL_WEIGHT
        elif column == NEITHER:
            likely = int(taught[index].argmax())
            weight = _TAUGHT
            if likely != NEITHER and likely not in text.columns:
                column = likely
        example.kinds.append(column)
        example.own.append(0)
        example.optional.append(soft)
        example.weights.append(weight)
    return example


def _keys(form: str) -> set[str]:
    """Return the keys of a labelled name, with and without the words for data at its end."""
    keys = {gold_key(form)}
    # "(SUN)" of "SUN scene attributes (SUN)".
    if inner := re.search(r"\(([^()]{2,20})\)", form):
        keys |= {gold_key(inner.group(1)), gold_key(form[: inner.start()])}
    while cut := _HEAD.search(form):
        form = form[: cut.start()]
        keys.add(gold_key(form))
    return {key for key in keys if len(key) > 1}


def _overlaps(tokens: Tokens, candidate: Candidate, spans: Sequence[LabelledSpan]) -> bool:
    return any(
        tokens.starts[first] < s.end and s.start < tokens.ends[last - 1]
        for first, last in candidate.spans
        for s in spans
    )


def cut_passages(records: Iterable[dict[str, Any]], *, every: int, seed: int = 0) -> Iterator[Example]:
    """Yield one passage of one to four sentences, without the title, of every so manieth annotated paper."""
    for number, record in enumerate(records):
        if number % every:
            continue
        chance = random.Random(f"{seed} {record['id']}")
        abstract = str(record["abstract"])
        sentences = sentence_spans(abstract)
        if not sentences:
            continue
        first = chance.randrange(len(sentences))
        last = min(len(sentences), first + chance.choice((1, 1, 2, 3, 4)))
        passage = abstract[sentences[first][0] : sentences[last - 1][1]]
        example = example_of({**record, "title": "", "abstract": passage})
        if example.candidates:
            yield replace(example, id=f"{record['id']}#{first}")
