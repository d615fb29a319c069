"""Print abstracts a second of the extraction, beside two yardsticks.

    python tests/benchmarks/measure_speed.py INPUT...

In one run, over the same texts, in one process: bare tokenising by spaCy, our five components, three of them
(methods, datasets and repositories), and spaCy's standard NER architecture (HashEmbedCNN with the transition
parser; its weights are as initialised, for speed does not depend on training). The rounds take turns, so that
a slow moment of the machine hits all alike.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Example

sys.path[0] = str(Path(__file__).parents[2])  # tests/extractors would shadow the package

from paperlattice.extractors import extract, read_papers  # noqa: E402
from paperlattice.extractors.records import Paper  # noqa: E402

ROUNDS = 5


def standard_ner() -> Language:
    """Return a blank pipeline with spaCy's default NER, initialised for the two labels."""
    nlp = spacy.blank("en")
    ner = nlp.add_pipe("ner")
    for label in ("METHOD", "DATASET"):
        ner.add_label(label)
    entities = {"entities": [(7, 11, "METHOD"), (15, 23, "DATASET")]}
    nlp.initialize(lambda: [Example.from_dict(nlp.make_doc("We use LoRA on ImageNet."), entities)])
    return nlp


def rates(papers: list[Paper]) -> dict[str, list[float]]:
    """Return abstracts a second for each contestant and round."""
    texts = [p.text for p in papers]
    tokenizer, ner = spacy.blank("en"), standard_ner()
    contestants: dict[str, Callable[[], object]] = {
        "bare tokenising": lambda: [tokenizer.make_doc(t) for t in texts],
        "paperlattice": lambda: list(extract(papers)),
        "names and URLs only": lambda: list(extract(papers, kinds=("method", "dataset", "repo"))),
        "spaCy NER (HashEmbedCNN)": lambda: list(ner.pipe(texts)),
    }
    found: dict[str, list[float]] = {name: [] for name in contestants}
    for run in contestants.values():
        run()  # warm up: data files, caches
    for _ in range(ROUNDS):
        for name, run in contestants.items():
            start = time.perf_counter()
            run()
            found[name].append(len(papers) / (time.perf_counter() - start))
    return found


if __name__ == "__main__":
    intake = read_papers(sys.argv[1:])
    found = rates(list(intake.papers))
    ours = statistics.median(found["paperlattice"])
    print(f"{len(intake.papers)} abstracts, median of {ROUNDS} rounds")
    for name, rounds in found.items():
        middle = statistics.median(rounds)
        print(f"{name:26s} {middle:8.0f} abstracts/s   {ours / middle:6.2f} x as fast is paperlattice")
