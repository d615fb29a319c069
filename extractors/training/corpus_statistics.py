"""What a corpus says of each form: how its occurrences look, averaged over all papers that have it."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray

from ..candidates import find_candidates
from ..features import (
    CONTEXT,
    CORPUS_MEANS,
    LEXICON_NUMBERS,
    NUMBERS,
    Lexicon,
    batch_features,
    candidate_features,
)
from ..gazetteer import load_gazetteer
from ..records import paper_text, title_key
from ..text import BATCH, Tokens
from .corpus import read_corpus
from .fit import LinearModel, around_form, fit_linear
from .gold import Example

NO_STATISTICS: Final = Lexicon({}, len(CORPUS_MEANS) + len(CONTEXT) + 1)
NO_LEXICON: Final = Lexicon({}, len(LEXICON_NUMBERS))
GazetteerRow = tuple[str, str, list[str], str, float]
_FEWEST: Final = 3  # papers; what fewer papers show is chance
_CHUNK: Final = (
    1000  # texts summed at a time, whatever the number of processes: the sums are rounded in the same way
)
_STEPS: Final = 255  # a share is kept as a byte


def corpus_texts(folder: Path, *, without: frozenset[str]) -> Iterator[str]:
    """Yield the texts of a folder's `*.jsonl.gz`, each title once, leaving out title keys `without`."""
    seen = set(without)
    for _, paper in read_corpus(folder):
        key = title_key(paper["title"])
        if key not in seen:
            seen.add(key)
            yield paper_text(paper["title"], paper["abstract"])


def fit_context(examples: Sequence[Example]) -> LinearModel:
    """Return a model of what is around names, never of the names themselves."""
    words: list[list[str]] = []
    for example in examples:
        features = candidate_features(example.tokens, example.candidates, NO_LEXICON, NO_STATISTICS)
        words += [around_form(w) for w in features.words]
    kinds = np.array([k for e in examples for k in e.kinds])
    return fit_linear(words, kinds, np.array([w for e in examples for w in e.weights]))


def average_features(
    texts: Iterable[str], context: LinearModel, *, processes: int = 1
) -> dict[str, NDArray[np.float32]]:
    """Return for each form key the number of papers, CORPUS_MEANS and CONTEXT.

    The features are those of `candidate_features` without any lexicon. Labels have an influence only through
    the weights of `context`, which sees the words around a form and never the form itself. The number of
    `processes` changes nothing in the result.
    """
    sums: dict[str, NDArray[np.float32]] = {}
    parts = Parallel(n_jobs=processes, return_as="generator")(
        delayed(_sum_features)(chunk, context) for chunk in _chunks(texts)
    )
    for part in parts:
        for key, row in part.items():
            if key in sums:
                sums[key] += row
            else:
                sums[key] = row
    return {
        key: np.concatenate((row[:1], row[1:] / row[0])) for key, row in sums.items() if row[0] >= _FEWEST
    }


def _chunks(texts: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(texts)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk


def _sum_features(texts: Sequence[str], context: LinearModel) -> dict[str, NDArray[np.float32]]:
    """Return for each form key the sums over some texts: papers, CORPUS_MEANS, CONTEXT."""
    columns = [NUMBERS.index(name) for name in CORPUS_MEANS]
    gazetteer = load_gazetteer()
    sums: dict[str, NDArray[np.float32]] = {}
    for at in range(0, len(texts), BATCH):
        batch = [Tokens.of(text) for text in texts[at : at + BATCH]]
        found = [find_candidates(tokens, gazetteer) for tokens in batch]
        features = batch_features(zip(batch, found, strict=True), NO_LEXICON, NO_STATISTICS)
        kinds = context.probabilities([around_form(words) for words in features.words])
        shares = np.minimum(1.0, features.numbers[:, columns])
        rows = np.hstack([np.ones((len(shares), 1)), shares, kinds[:, 1:3]]).astype(np.float32)
        candidates = (candidate for text in found for candidate in text)
        for candidate, row in zip(candidates, rows, strict=True):
            for key in candidate.keys:
                if key in sums:
                    sums[key] += row
                else:
                    sums[key] = row.copy()
    return sums


def write_statistics(table: dict[str, NDArray[np.float32]], target: Path) -> None:
    """Write the table: forms in order, a count and one byte a share each; equal tables give equal bytes."""
    forms = sorted(table)
    counts = np.array([min(65535, int(table[f][0])) for f in forms], dtype=np.uint16)
    shares = np.array([np.rint(table[f][1:] * _STEPS) for f in forms], dtype=np.uint8)
    text = np.frombuffer("\n".join(forms).encode(), dtype=np.uint8)
    np.savez_compressed(target, forms=text, counts=counts, shares=shares)


def classical_methods() -> Iterator[GazetteerRow]:
    """Yield the records of `classical_methods.tsv`, names of the fields around machine learning."""
    text = files("paperlattice.extractors").joinpath("training/classical_methods.tsv").read_text("utf-8")
    for line in text.splitlines():
        name, others, flags, _ = line.split("\t")
        forms = [name, *filter(None, others.split("|"))]
        # In a title or at the beginning of a sentence.
        aliases = {cased for form in forms for cased in (form, form[0].upper() + form[1:], form.title())}
        yield ("m", name, sorted(aliases - {name}), flags, 1.0)


def write_gazetteer(folder: Path, target: Path) -> int:
    """Write the names of `methods.jsonl` and `datasets.jsonl` that abstracts have, and classical methods.

    Returns how many. A record is [kind, name, aliases, flags, cased]; `flags` holds "g" for generic and "a"
    for ambiguous. What `gazetteer_fixes.tsv` says of an alias is applied.
    """
    rows = list(classical_methods())
    for kind, source in (("m", "methods.jsonl"), ("d", "datasets.jsonl")):
        for line in (folder / source).read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            if entry.get("df", 0) < 1 or not _is_name(entry["name"]):
                continue
            flags = ("g" if entry.get("generic") else "") + ("a" if entry.get("ambiguous") else "")
            aliases = sorted({a for a in entry["aliases"] if _is_name(a)})
            rows.append((kind, entry["name"], aliases, flags, entry.get("cased") or 1.0))
    rows = _fixed(rows)
    rows.sort(key=lambda r: (r[0], r[1]))
    text = "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
    target.write_bytes(gzip.compress(text.encode(), mtime=0))
    return len(rows)


def _fixed(rows: Iterable[GazetteerRow]) -> list[GazetteerRow]:
    """Return the rows with each alias of `gazetteer_fixes.tsv` under the name that it has instead.

    A name that is not listed is a new row with the flags of the old one; a version is not ambiguous.
    """
    listed_rows = list(rows)
    by_name = {(row[0], row[1]): row for row in listed_rows}
    table = files("paperlattice.extractors").joinpath("training/gazetteer_fixes.tsv")
    for line in table.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, listed, alias, name, reason = line.split("\t")
        row = by_name.get((kind, listed))
        if row is None or alias not in row[2]:
            continue
        row[2].remove(alias)
        if name:
            flags = row[3].replace("a", "") if reason == "another version" else row[3]
            if (other := by_name.get((kind, name))) is None:
                other = by_name[kind, name] = (kind, name, [], flags, row[4])
                listed_rows.append(other)
            if alias != name and alias not in other[2]:
                other[2].append(alias)
                other[2].sort()
    return listed_rows


def _is_name(form: str) -> bool:
    # Only digits and signs: "12", "4.5"; not "T5".
    return len(form) >= 2 and not re.fullmatch(r"[\d\W]+", form)
