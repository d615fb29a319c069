"""`python -m paperlattice.extractors.training DATA_FOLDER`: make the packaged data."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from ..gazetteer import load_gazetteer
from ..records import title_key
from ..scorer import load_statistics
from ..sources.read import read_papers
from .corpus_statistics import write_gazetteer

if TYPE_CHECKING:
    from .gold import Example


def main(arguments: list[str] | None = None) -> None:
    """Read a folder with gazetteer/, gold/train.jsonl, corpus/ and seeds/; write the packaged files.

    With `--measure`, print the figures of cross-validation by paper instead of fitting for packaging.
    """
    parser = argparse.ArgumentParser(prog="python -m paperlattice.extractors.training", description=__doc__)
    parser.add_argument("folder", type=Path, help="holds gazetteer/, gold/train.jsonl, corpus/, seeds/")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "data")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--keep-evidence", action="store_true", help="do not read the corpus again (saves minutes)"
    )
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--annotated", type=int, help="use at most so many of the annotated papers (measuring is quicker)"
    )
    parser.add_argument("--measure", action="store_true", help="cross-validate and print the figures instead")
    parser.add_argument("--counts", type=Path, help="with --measure: write the held-out counts by paper here")
    parser.add_argument(
        "--against", type=Path, help="with --measure: an earlier run's --counts to compare with"
    )
    parser.add_argument(
        "--store",
        type=Path,
        help="a graph of corpus/: papers about one rare thing train the space",
    )
    parser.add_argument(
        "--only",
        choices=("names", "terms", "space"),
        help="methods and datasets only, tasks and techniques only, or the space of texts only",
    )
    parser.add_argument(
        "--packaged", action="store_true", help="print figures of the packaged scorers instead"
    )
    parser.add_argument("--ablate", action="store_true", help="print what each part brings instead")
    options = parser.parse_args(arguments)
    gold_titles = _titles(options.folder / "gold")
    chosen = (options.only,) if options.only else ("names", "terms", "space")
    if options.packaged:
        from .measure import print_packaged
        from .terms import print_packaged_terms

        print_packaged(options.folder, without=gold_titles)
        print_packaged_terms(options.folder, without=gold_titles)
        return
    if "names" in chosen:
        _make_names(options, gold_titles)
    if "terms" in chosen and not options.ablate:
        _make_terms(options, _titles(options.folder / "gold", but="train.jsonl"))
    if "space" in chosen and not (options.measure or options.ablate):
        _make_space(options, gold_titles)


def _make_terms(options: argparse.Namespace, measured: frozenset[str]) -> None:
    """Write what finds tasks and techniques, or print its figures.

    The papers of train.jsonl have no labels of terms for measuring: those that are annotated train.
    """
    from .terms import make_terms

    make_terms(
        options.folder,
        options.out,
        without=measured,
        seed=options.seed,
        processes=options.processes,
        measure=options.measure,
    )


def _make_space(options: argparse.Namespace, gold_titles: frozenset[str]) -> None:
    """Write the space of texts; what is for measuring trains nothing, the papers of seeds/ neither."""
    from .text_space import make_text_space

    pages = sorted(path for path in (options.folder / "seeds").glob("*") if path.is_file())
    seeds = {title_key(paper.title) for paper in read_papers(pages).papers} if pages else set()
    make_text_space(
        options.folder,
        options.out / "text_space.npz",
        without=gold_titles | seeds,
        store=options.store,
        seed=options.seed,
    )


def _make_names(options: argparse.Namespace, gold_titles: frozenset[str]) -> None:
    """Write what finds methods and datasets, or print the figures that the options ask for."""
    from .fit import fit_model, write_model
    from .gold import read_annotations, read_examples
    from .passages import read_passages

    measures_only = options.measure or options.ablate
    if not measures_only:
        count = write_gazetteer(options.folder / "gazetteer", options.out / "gazetteer.jsonl.gz")
        load_gazetteer.cache_clear()
        print(f"gazetteer: {count} names")
    train = options.folder / "gold" / "train.jsonl"
    corpus = options.folder / "corpus"
    further = read_annotations(corpus, without=gold_titles)
    if options.annotated is not None:
        further = further[:: max(1, len(further) // max(1, options.annotated))][: options.annotated]
    if options.ablate:
        from .ablation import print_ablation

        print_ablation(train, further, seed=options.seed, processes=options.processes)
        return
    examples = read_examples(train)
    for title, papers in (("labelled papers", examples), ("annotated papers of the corpus", further)):
        print(f"{title}: {len(papers)}, {sum(len(e.candidates) for e in papers)} candidates")
    if not measures_only and not options.keep_evidence:
        without = gold_titles | {title_key(e.title) for e in further}
        labelled = [*examples, *further]
        _make_statistics(options.folder, options.out, labelled, without=without, processes=options.processes)
    if options.measure:
        from .measure import print_measurement, read_counts, write_counts

        against = read_counts(options.against) if options.against else None
        unseen = read_annotations(corpus, without=gold_titles, name="unseen")
        counts = print_measurement(
            examples,
            further=further,
            unseen=unseen,
            seed=options.seed,
            processes=options.processes,
            against=against,
        )
        if options.counts:
            write_counts(counts, options.counts)
        return
    passages = read_passages(options.folder, without=gold_titles, seed=options.seed)
    print(f"passages and sentences: {len(passages)}, {sum(len(e.candidates) for e in passages)} candidates")
    model = fit_model([*examples, *further, *passages], seed=options.seed)
    write_model(model, options.out)
    trees = model.kinds.roots.size + model.own.roots.size
    print(f"scorer: {len(model.words)} words, {trees} trees -> {options.out}")


def _titles(gold: Path, *, but: str = "") -> frozenset[str]:
    """Return the title keys of all labelled papers, those for measuring too, less those of one file."""
    titles = set()
    for path in sorted(path for path in gold.glob("*.jsonl") if path.name != but):
        for line in path.read_text(encoding="utf-8").splitlines():
            if title := json.loads(line).get("title"):  # pairs of papers have ids only
                titles.add(title_key(title))
    return frozenset(titles)


def _make_statistics(
    folder: Path, out: Path, examples: list[Example], *, without: frozenset[str], processes: int
) -> None:
    """Average the features of the corpus without the labelled papers, whose texts must not count for them."""
    from .corpus_statistics import average_features, corpus_texts, fit_context, write_statistics
    from .word_weights import write_word_weights

    texts = corpus_texts(folder / "corpus", without=without)
    table = average_features(texts, fit_context(examples), processes=processes)
    write_statistics(table, out / "evidence.npz")
    load_statistics.cache_clear()
    words = write_word_weights(
        corpus_texts(folder / "corpus", without=frozenset()), out / "word_weights.txt.gz"
    )
    print(f"corpus statistics: {len(table)} forms, {words} words")


if __name__ == "__main__":
    main()
