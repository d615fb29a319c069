"""Print how well names are resolved.

    python tests/benchmarks/measure_resolution.py [--cutoff 93 ...] [--json FILE]

Reads the cases of tests/graph/resolve/pairs.toml, each two names in two papers that must or must not become
one entity, and counts what was united: precision is the share of the united that must be, recall the share
of those that must be that were. "alone" resolves each case by itself, "together" all of them as one corpus.
The likeness that misspellings need (`score_cutoff`) is varied, without a catalogue and with the packaged
one. The cases of contexts.toml, short names with a text of each paper, are counted at the default with the
catalogue. What is wrong at the default is listed.
"""

import argparse
import inspect
import json
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from paperlattice.extractors.records import TOP_ROLE, Mention
from paperlattice.graph.resolve.entities import resolve_entities

PAIRS = Path(__file__).parents[1] / "graph" / "resolve" / "pairs.toml"
CONTEXTS = PAIRS.with_name("contexts.toml")
DEFAULT = inspect.signature(resolve_entities).parameters["score_cutoff"].default
CUTOFFS = (80.0, 85.0, 90.0, DEFAULT, 96.0, 99.0)


@dataclass(frozen=True)
class Name:
    """A name of a kind in a paper of its own, which also writes it as `surface`, and may propose it."""

    kind: str
    name: str
    surface: str = ""
    own: bool = False
    text: str = ""

    def mention(self, paper: str) -> Mention:
        surface = self.surface or self.name
        role = TOP_ROLE[self.kind] if self.own else "uses"
        return Mention(paper, self.kind, self.name, surface, 0, len(surface), role, "test", 1.0)

    def __str__(self) -> str:
        written = f"{self.name} = {self.surface}" if self.surface else self.name
        about = f": {self.text[:40]}..." if self.text else ""
        return f"{'proposed ' * self.own}{written} ({self.kind}{about})"


@dataclass(frozen=True)
class Case:
    """Two names and whether they must be one entity; `sort` says what the case is about."""

    left: Name
    right: Name
    same: bool
    sort: str = ""

    def __str__(self) -> str:
        return f"{self.left} {'=' if self.same else '/'} {self.right}"


def read_cases(path: Path = PAIRS) -> list[Case]:
    """The tables `same` and `different` hold pairs; the others an abbreviation or a name of two kinds."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    cases = [Case(Name("method", name), Name("dataset", name), False) for name in tables.pop("two_kinds")]
    for table, kinds in tables.items():
        for kind, rows in kinds.items():
            for row in rows:
                pair = [(row[0], row[1]), (row[0], row[2])] if len(row) == 3 else [(name, "") for name in row]
                left, right = (Name(kind, *names) for names in pair)
                cases.append(Case(left, right, table in ("same", "one_meaning")))
    return cases


def read_contexts(path: Path = CONTEXTS) -> list[Case]:
    """The cases with a text of each paper."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))

    def name(kind: str, written: str, key: str) -> Name:
        own, (short, _, long) = written.startswith("*"), written.removeprefix("*").partition(" = ")
        return Name(kind, short, long, own, tables["texts"][key].format(short))

    return [
        Case(name(kind, left, left_text), name(kind, right, right_text), table == "one", sort)
        for table in ("one", "two")
        for sort, kind, left, left_text, right, right_text in tables[table]["rows"]
    ]


def united_alone(cases: Iterable[Case], **options: object) -> Iterator[bool]:
    for case in cases:
        yield from united_together([case], **options)


def united_together(cases: Iterable[Case], **options: object) -> Iterator[bool]:
    cases = list(cases)
    papers = {name: f"p{n}" for n, name in enumerate({name: 0 for c in cases for name in (c.left, c.right)})}
    texts = {paper: name.text for name, paper in papers.items() if name.text}
    names = resolve_entities([name.mention(p) for name, p in papers.items()], texts=texts, **options).names
    for case in cases:
        left, right = (names[papers[name], name.kind, name.name] for name in (case.left, case.right))
        yield left == right


def figures(cases: list[Case], united: list[bool]) -> dict[str, float]:
    right = sum(case.same and found for case, found in zip(cases, united, strict=True))
    must = sum(case.same for case in cases)
    precision, recall = right / max(sum(united), 1), right / max(must, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"precision": precision, "recall": recall, "f1": f1}


def main() -> None:
    from paperlattice.extractors.gazetteer import load_gazetteer

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--cutoff", type=float, nargs="+", default=list(CUTOFFS))
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    options = parser.parse_args()
    cases, contexts = read_cases(), read_contexts()
    print(f"{len(cases)} cases, {sum(case.same for case in cases)} of them one entity\n")
    print(
        f"{'catalogue':<11}{'resolved':<10}{'cutoff':>7}{'precision':>11}{'recall':>8}{'F1':>7}{'wrong':>7}"
    )
    rows, wrong = [], {}
    for catalogue_name, catalogue in (("none", None), ("packaged", load_gazetteer())):
        for way, unite in (("alone", united_alone), ("together", united_together)):
            for cutoff in sorted(options.cutoff):
                found = list(unite(cases, catalogue=catalogue, score_cutoff=cutoff))
                faults = [str(case) for case, one in zip(cases, found, strict=True) if one != case.same]
                row = {"catalogue": catalogue_name, "resolved": way, "cutoff": cutoff, "wrong": len(faults)}
                rows.append(row | figures(cases, found))
                share = "{precision:>11.3f}{recall:>8.3f}{f1:>7.3f}{wrong:>7}".format_map(rows[-1])
                print(f"{catalogue_name:<11}{way:<10}{cutoff:>7.0f}{share}", flush=True)
                if cutoff == DEFAULT:
                    wrong[f"catalogue {catalogue_name}, {way}"] = faults
    print(f"\n{len(contexts)} cases in context, {sum(case.same for case in contexts)} of them one entity\n")
    for way, unite in (("alone", united_alone), ("together", united_together)):
        found = list(unite(contexts, catalogue=load_gazetteer()))
        faults = [f"{c.sort}: {c}" for c, one in zip(contexts, found, strict=True) if one != c.same]
        row = {"catalogue": "packaged", "resolved": f"{way} in context", "wrong": len(faults)}
        rows.append(row | figures(contexts, found))
        print("packaged   {:<10}{precision:>18.3f}{recall:>8.3f}{f1:>7.3f}{wrong:>7}".format(way, **rows[-1]))
        wrong[f"in context, {way}"] = faults
    for where, faults in wrong.items():
        print(f"\nwrong at {DEFAULT:.0f}, {where}: {len(faults) or 'none'}")
        print("".join(f"  {fault}\n" for fault in faults), end="")
    if options.json:
        options.json.write_text(json.dumps({"figures": rows, "wrong": wrong}, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
