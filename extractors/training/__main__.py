"""`python -m extractors.training DATA_FOLDER`: make the packaged gazetteer and scorer from labelled data."""

from __future__ import annotations

import argparse
from pathlib import Path

from .. import gazetteer
from .catalogue import write_gazetteer


def main(arguments: list[str] | None = None) -> None:
    """Read `gazetteer/*.jsonl` and `gold/train.jsonl` below the folder; write `extractors/data`."""
    parser = argparse.ArgumentParser(prog="python -m extractors.training", description=__doc__)
    parser.add_argument("folder", type=Path, help="holds gazetteer/ and gold/train.jsonl")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "data")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    count = write_gazetteer(options.folder / "gazetteer", options.out / "gazetteer.jsonl.gz")
    print(f"gazetteer: {count} names")
    gazetteer.load_gazetteer.cache_clear()

    from .fit import fit_model, write_model
    from .gold import read_examples

    examples = read_examples(options.folder / "gold" / "train.jsonl")
    print(f"training on {len(examples)} papers, {sum(len(e.candidates) for e in examples)} candidates")
    model = fit_model(examples, seed=options.seed)
    write_model(model, options.out)
    trees = model.kinds.roots.size + model.own.roots.size
    print(f"scorer: {len(model.words)} words, {trees} trees -> {options.out}")


if __name__ == "__main__":
    main()
