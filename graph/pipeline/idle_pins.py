"""Pins that have no effect: what they name is nowhere, is of another kind, or is in no such paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from paperlattice.extractors.records import KINDS, Kind
from paperlattice.graph.executors.base import Executor
from paperlattice.graph.model.near_names import hint_of, nearest
from paperlattice.graph.model.options import BuildOptions, BuildReport
from paperlattice.graph.model.pins import Add, AnyPin, Drop, Pin, Pins, Rename, Retype, TopicName, Unrelated
from paperlattice.graph.pipeline.corrections import NAMES, WAS, found_as, papers_meant
from paperlattice.graph.resolve.normalize import name_key
from paperlattice.graph.store.codec import table_of

MOST_PINS: Final = 20
"""So many pins without effect are reported in words; of the others only the number."""


@dataclass(frozen=True, slots=True)
class _Fault:
    """Why a pin has no effect: a name, of a kind, that nothing has, or a paper; `text` is said as it is."""

    pin: AnyPin
    name: str = ""
    kind: Kind | None = None
    paper: str = ""
    text: str = ""


@dataclass(slots=True)
class _Known:
    """What a graph has of what pins name.

    `found` are kinds and names as extraction found them and as they are, `forms` also all other names of
    entities, `named` what the papers of pins name; `papers` are the ids that ids and titles mean.
    """

    found: set[tuple[Kind, str]] = field(default_factory=set)
    forms: set[tuple[Kind, str]] = field(default_factory=set)
    named: set[tuple[str, Kind, str]] = field(default_factory=set)
    papers: dict[str, list[str]] = field(default_factory=dict)

    def has(self, names: Iterable[str], kind: Kind | None, *, found: bool = False) -> bool:
        known = self.found if found else self.forms
        kinds: Iterable[Kind] = KINDS if kind is None else (kind,)
        return any((k, name) in known for k in kinds for name in names)

    def has_in(self, paper: str, names: Iterable[str], kind: Kind | None) -> bool:
        kinds: Iterable[Kind] = KINDS if kind is None else (kind,)
        return any((i, k, n) in self.named for i in self.papers.get(paper, ()) for k in kinds for n in names)


def find_idle_pins(executor: Executor, options: BuildOptions, report: BuildReport) -> BuildReport:
    """Return the report with a line for each pin without effect, cut after MOST_PINS, and their number.

    Names of topics are not looked at, which a build does not know. Cost: linear in pins, and in papers where
    pins name papers.
    """
    if not len(options.pins):
        return replace(report, pins=(), idle_pins=0)
    known = _known(executor, options.pins)
    faults = _faults(options, known)
    first = list(islice(faults, MOST_PINS))
    words = _Words(executor, known.papers) if first else None
    lines = tuple(words.line(fault) for fault in first) if words else ()
    return replace(report, pins=lines, idle_pins=len(lines) + sum(1 for _ in faults))


def _names_of(pin: AnyPin) -> tuple[str, ...]:
    match pin:
        case Pin() | Drop():
            return pin.names
        case Rename() | Retype() | Add():
            return (pin.name,)
        case _:
            return ()


def papers_of(pin: AnyPin) -> tuple[str, ...]:
    """Return the papers that a pin names, by id or title."""
    match pin:
        case Pin():
            return tuple(paper for group in pin.papers for paper in group)
        case Unrelated():
            return pin.papers
        case _:
            return (pin.paper,) if pin.paper else ()


def _known(executor: Executor, pins: Pins) -> _Known:
    known = _Known()
    every = [pin for found in pins.tables().values() for pin in found]
    known.papers = papers_meant(executor, (paper for pin in every for paper in papers_of(pin)))
    names = sorted({name for pin in every for name in _names_of(pin)})
    executor.write("asked_names", table_of(({"name": name} for name in names), NAMES))
    asked = "mentions m LEFT JOIN asked_names a ON m.name = a.name"
    given = f"a.name IS NOT NULL OR {WAS} IS NOT NULL"
    query = f"SELECT DISTINCT kind, m.name AS name, {WAS} AS was FROM {asked} WHERE {given}"
    for row in executor.sql(query).to_pylist():
        known.found |= {(row["kind"], row["name"]), found_as(row["kind"], row["name"], row["was"])}
    keys = ({"name": key} for key in sorted(set(map(name_key, names))))
    executor.write("asked_keys", table_of(keys, NAMES))
    query = """
        SELECT DISTINCT e.id AS id, kind, label, aliases FROM asked_keys a
        JOIN name_index i ON i.key = a.name JOIN entities e ON e.id = i.entity_id
    """
    known.forms |= known.found
    for row in executor.sql(query).to_pylist():
        known.forms |= {(row["kind"], form) for form in (row["label"], *row["aliases"])}
    scoped = sorted({name for pin in every if papers_of(pin) for name in _names_of(pin)})
    if scoped:
        executor.write("asked_names", table_of(({"name": name} for name in scoped), NAMES))
        query = f"SELECT DISTINCT paper_id, kind, m.name AS name, {WAS} AS was FROM {asked} WHERE {given}"
        for row in executor.sql(query).to_pylist():
            for kind, name in {(row["kind"], row["name"]), found_as(row["kind"], row["name"], row["was"])}:
                known.named.add((row["paper_id"], kind, name))
    return known


def _faults(options: BuildOptions, known: _Known) -> Iterator[_Fault]:
    """Yield the first fault of each pin that has one."""
    for pins in options.pins.tables().values():
        for pin in pins:
            if (fault := _fault(options, known, pin)) is not None:
                yield fault


def _fault(options: BuildOptions, known: _Known, pin: AnyPin) -> _Fault | None:
    if unknown := next((paper for paper in papers_of(pin) if paper not in known.papers), None):
        return _Fault(pin, paper=unknown)
    match pin:
        case Unrelated() | TopicName():
            return None
        case Add():
            if pin.kind in options.kinds:
                return None
            return _Fault(pin, text=f"the graph has no {KINDS[pin.kind].many}; choose them with `--kinds`")
        case Pin():
            missing = next((name for name in pin.names if not known.has([name], pin.kind)), None)
            if missing is not None:
                return _Fault(pin, missing, pin.kind)
            silent = (p for p in papers_of(pin) if not known.has_in(p, pin.names, pin.kind))
            paper = next(silent, None)
            return None if paper is None else _Fault(pin, pin.names[0], pin.kind, paper)
        case _:
            names = _names_of(pin)
            if pin.paper:
                is_there = known.has_in(pin.paper, names, pin.kind)
            else:
                is_there = known.has(names, pin.kind, found=not isinstance(pin, Rename))
            return None if is_there else _Fault(pin, names[0], pin.kind, pin.paper)


class _Words:
    """Puts faults in words, with the nearest names."""

    def __init__(self, executor: Executor, papers: Mapping[str, list[str]]) -> None:
        self._executor = executor
        self._papers = papers
        self._names: dict[str, set[Kind]] | None = None
        self._titles: list[str] | None = None

    def line(self, fault: _Fault) -> str:
        """Return a line on a fault."""
        if not fault.name:
            return f"{fault.pin.source}: {fault.text or self._no_paper(fault.paper)}"
        if self._names is None:
            self._names = {}
            query = "SELECT DISTINCT kind, name FROM mentions UNION SELECT kind, label AS name FROM entities"
            for row in self._executor.sql(query).to_pylist():
                self._names.setdefault(row["name"], set()).add(row["kind"])
        kind = fault.kind
        noun = "name" if kind is None else KINDS[kind].one
        others = [KINDS[k].one for k in KINDS if k in self._names.get(fault.name, ())]
        if fault.paper:
            text = f"the paper {fault.paper!r} has no {noun} {fault.name!r}"
            own = [row["name"] for row in self._in_paper(fault.paper)]
            return f"{fault.pin.source}: {text}{hint_of(nearest(fault.name, own))}"
        text = f"no paper has the {noun} {fault.name!r}"
        if kind is not None and others and kind not in self._names[fault.name]:
            return f"{fault.pin.source}: {text}; it is a {' and a '.join(others)}"
        near = (n for n, kinds in self._names.items() if (kind is None or kind in kinds) and n != fault.name)
        return f"{fault.pin.source}: {text}{hint_of(nearest(fault.name, near))}"

    def _no_paper(self, given: str) -> str:
        if self._titles is None:
            rows = self._executor.sql("SELECT id, title FROM papers ORDER BY id").to_pylist()
            self._titles = [text for row in rows for text in (row["id"], row["title"])]
        return f"no paper has the id or title {given!r}{hint_of(nearest(given, self._titles))}"

    def _in_paper(self, given: str) -> list[dict[str, str]]:
        ids = self._papers.get(given, [])
        executor = self._executor
        executor.write("asked_names", table_of(({"name": paper} for paper in ids), NAMES))
        query = "SELECT DISTINCT m.name AS name FROM mentions m JOIN asked_names a ON m.paper_id = a.name"
        found: list[dict[str, str]] = executor.sql(f"{query} ORDER BY name").to_pylist()
        return found
