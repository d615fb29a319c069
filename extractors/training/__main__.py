"""`python -m extractors.training DATA_FOLDER`: make the packaged data from labels, names and a corpus."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from .. import evidence, gazetteer
from ..records import title_key
from .catalogue import write_gazetteer

if TYPE_CHECKING:
    from .gold import Example
    from .sentences import SentenceRows


def main(arguments: list[str] | None = None) -> None:
    """Read a folder with gazetteer/, gold/train.jsonl, labelled/ and corpus/; write the packaged files.

    With `--measure`, fit nothing for packaging but print what cross-validation by paper gives.
    """
    parser = argparse.ArgumentParser(prog="python -m extractors.training", description=__doc__)
    parser.add_argument("folder", type=Path, help="holds gazetteer/, gold/train.jsonl, labelled/ and corpus/")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "data")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--keep-evidence", action="store_true", help="do not read the corpus again (saves minutes)"
    )
    parser.add_argument("--measure", action="store_true", help="cross-validate and print the figures instead")
    parser.add_argument("--counts", type=Path, help="with --measure: write the held-out counts by paper here")
    parser.add_argument(
        "--against", type=Path, help="with --measure: an earlier run's --counts to compare with"
    )
    parser.add_argument("--ablate", action="store_true", help="print what each part brings instead")
    options = parser.parse_args(arguments)
    looks_only = options.measure or options.ablate

    from .fit import fit_model, write_model
    from .gold import read_examples
    from .sentences import fit_sentences, read_sentences

    if not looks_only:
        count = write_gazetteer(options.folder / "gazetteer", options.out / "gazetteer.jsonl.gz")
        gazetteer.load_gazetteer.cache_clear()
        print(f"gazetteer: {count} names")
    sentences = read_sentences(options.folder / "labelled")
    print(f"labelled sentences: {len(sentences.kinds)} candidates")
    train = options.folder / "gold" / "train.jsonl"
    if options.ablate:
        from .ablation import print_ablation

        print_ablation(train, fit_sentences(sentences), seed=options.seed)
        return
    examples = read_examples(train)
    print(f"labelled papers: {len(examples)}, {sum(len(e.candidates) for e in examples)} candidates")
    if not looks_only and not options.keep_evidence:
        _make_evidence(options.folder, options.out, examples, sentences)
    beside = fit_sentences(sentences)
    if options.measure:
        from .bootstrap import read_counts, write_counts
        from .measure import print_measurement

        against = read_counts(options.against) if options.against else None
        counts = print_measurement(examples, beside, seed=options.seed, against=against)
        if options.counts:
            write_counts(counts, options.counts)
        return
    model = fit_model(examples, beside, seed=options.seed)
    write_model(model, options.out)
    trees = model.kinds.roots.size + model.own.roots.size
    print(f"scorer: {len(model.words)} words, {trees} trees -> {options.out}")


def _make_evidence(folder: Path, out: Path, examples: list[Example], sentences: SentenceRows) -> None:
    """Average the signals of the corpus, without the labelled papers: they must not speak for themselves."""
    from .evidence import average_signals, corpus_texts, write_evidence
    from .measure import fit_context

    titles = set()
    for path in sorted((folder / "gold").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            titles.add(title_key(json.loads(line)["title"]))
    context = fit_context(examples, sentences)
    table = average_signals(corpus_texts(folder / "corpus", without=frozenset(titles)), context)
    write_evidence(table, out / "evidence.npz")
    evidence.load_evidence.cache_clear()
    print(f"corpus evidence: {len(table)} forms")


if __name__ == "__main__":
    main()
