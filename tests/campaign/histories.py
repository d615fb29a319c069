"""Random histories of papers that come, change and go, under changing pins: always the graph of a rebuild."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from case import Case, Kind, Result, smallest
from sibling import load

Step = tuple[str, Any]
PINS = (
    '[[same]]\nnames = ["Quillnet", "LoRA"]\n',
    '[[different]]\nnames = ["LoRA", "low-rank adaptation"]\n',
    '[[drop]]\nnames = ["ImageNet"]\n',
    '[[rename]]\nname = "MMLU"\nto = "Quizbook"\n',
    '[[retype]]\nname = "Brookbench"\nfrom = "dataset"\nto = "method"\n',
    '[[unrelated]]\npapers = ["2501.00001", "2501.00002"]\n',
    "",
)


class Histories:
    """The texts and the comparison of the tests of increments."""

    def __init__(self) -> None:
        from paperlattice.graph.pipeline import update

        self.update = update
        self.known = load("tests/graph/equivalence/test_increments.py")

    def paper(self, rng: random.Random) -> Any:
        from paperlattice.extractors.records import Author, Paper

        number = rng.randrange(7)
        text = " ".join(rng.sample(self.known.SENTENCES, rng.randrange(1, 4)))
        title = rng.choice(["On adapters", f"Study {number}", "Quillnet: adapters"])
        more = {
            "doi": rng.choice(["", "", "10.1000/x"]),
            "authors": rng.choice([(), (Author("Ada", "Quill"),)]),
        }
        name = rng.choice([f"2501.0000{number}"] * 3 + [f"{number}", "10.1000/x"])
        declared = rng.choice([(), ("https://github.com/quill-lab/quillnet",)])
        date = rng.choice(["", "2025-03", "2024-11-05"])
        return Paper(name, title, text, date=date, sources=(rng.choice("ab"),), declared=declared, **more)

    def steps(self, rng: random.Random) -> list[Step]:
        steps: list[Step] = [("add", [self.paper(rng) for _ in range(rng.randrange(1, 6))])]
        for _ in range(rng.randrange(2, 6)):
            choice = rng.random()
            if choice < 0.5:
                steps.append(("add", [self.paper(rng) for _ in range(rng.randrange(1, 3))]))
            elif choice < 0.75:
                steps.append(("remove", rng.random()))
            else:
                steps.append(("pins", rng.choice(PINS)))
        return steps

    def fault_of(self, steps: list[Step], folder: Path) -> str:
        """Return how the store that steps lead to differs from one that is built at once."""
        from paperlattice import KnowledgeGraph, Store

        store, pins = folder / "a.duckdb", folder / "pins.toml"
        store.unlink(missing_ok=True)
        pins.unlink(missing_ok=True)
        affected, self.update.MOST_AFFECTED = self.update.MOST_AFFECTED, 2.0
        try:
            for kind, given in steps:
                if kind == "pins":
                    pins.write_text(given, encoding="utf-8")
                with Store.open(store) if store.exists() else Store.create(store) as opened:
                    if kind == "remove":
                        papers = opened.graph.papers() if len(opened.graph) > 1 else []
                        if papers:
                            opened.remove(papers[int(given * len(papers))].id)
                    elif kind == "add" or store.exists():
                        opened.add(
                            given if kind == "add" else opened.graph.papers()[:1],
                            **({"pins": pins} if pins.exists() else {}),
                        )
        finally:
            self.update.MOST_AFFECTED = affected
        graph = KnowledgeGraph.open(store)
        built = KnowledgeGraph.build(self.known.entries(graph), **({"pins": pins} if pins.exists() else {}))
        one, other = self.known.tables(graph), self.known.tables(built)
        wrong = [name for name in one if one[name] != other[name]]
        return f"{', '.join(wrong)} differ from those of a rebuild" if wrong else ""

    def check(self, case: Case) -> Result:
        steps = self.steps(case.rng)
        fault = self.fault_of(steps, case.folder)
        if fault:
            fault += f": {smallest(steps, lambda few: self.fails(few, case.folder))!r}"
        return Result(1, fault)

    def fails(self, steps: list[Step], folder: Path) -> bool:
        return steps[0][0] == "add" and bool(self.fault_of(steps, folder))


def opened(folder: Path) -> Callable[[Case], Result]:
    folder.mkdir(parents=True, exist_ok=True)
    return Histories().check


KIND = Kind("histories", "papers that come, change and go; pins", opened, share=2.0)
