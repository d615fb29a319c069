"""Pins that change what single papers name: mentions are dropped, are of another kind or name, or are added.

Nothing is lost: what a mention was is in its `rule`, so that other pins apply to what extraction found. The
`rule` of a dropped mention begins with DROPPED; it means no entity. One of another kind or name ends with
`+was:`, and its kind, role and name before, with `:` between them. One that a pin adds is in ADDED.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, Final

import pyarrow as pa

from paperlattice.extractors.records import KINDS, RANK, Kind, Mention
from paperlattice.graph.executors.base import Executor
from paperlattice.graph.model.attributes import PINNED, PINNED_OUTSIDE
from paperlattice.graph.model.options import BuildOptions
from paperlattice.graph.model.pins import (
    EVERYWHERE,
    Add,
    Drop,
    Pins,
    Rename,
    Retype,
    Scope,
    by_scope,
    given_scopes,
    scopes_of,
)
from paperlattice.graph.store.codec import Row, mention_row, table_of
from paperlattice.graph.store.schema import FOUND

_DROPPED: Final = "dropped:"
_WAS: Final = "+was:"
IS_KEPT: Final = f"rule NOT LIKE '{_DROPPED}%'"
"""SQL: whether a mention is not dropped."""

_IS_ADDED: Final = f"rule IN ('{PINNED}', '{PINNED_OUTSIDE}')"
_IS_MARKED: Final = f"(rule LIKE '{_DROPPED}%' OR rule LIKE '%{_WAS}%')"
WAS: Final = f"CASE WHEN rule LIKE '%{_WAS}%' THEN rule END"
"""SQL: the `rule` of a mention that had another kind or name, else null."""

# "list+was:method:proposes:Fern" of a mention that was the method Fern, which its paper proposes.
_BEFORE: Final = re.compile(r"(.*?)\+was:([a-z]+):([a-z]+):(.*)", re.DOTALL)

NAMES: Final = pa.schema({"name": pa.string()})


def correct_mentions(
    executor: Executor, options: BuildOptions, mentioned: str, papers: str = "papers", *, marked: bool = False
) -> str:
    """Return the query for mentions as pins want them, given the query for rows of FOUND of some papers.

    It may need the relation `corrected`, which is written then. `marked`: other pins may have changed the
    mentions before. Only mentions that pins name are looked at one by one.
    """
    pins = options.pins
    if not pins.changes_mentions and not marked:
        return mentioned
    index = mention_pins(pins, options.kinds)
    executor.write("pinned_names", table_of(({"name": name} for name in sorted(index.names)), NAMES))
    joined = f"({mentioned}) m LEFT JOIN pinned_names n ON m.name = n.name"
    executor.write(
        "rewritten",
        executor.map(
            f"SELECT m.*, t.title AS title FROM {joined} JOIN (SELECT id, title FROM {papers}) t "
            f"ON t.id = m.paper_id WHERE NOT {_IS_ADDED} AND (n.name IS NOT NULL OR {_IS_MARKED})",
            partial(_rewritten_rows, pins, options.kinds),
            FOUND,
        ),
    )
    wanted = "true" if pins.add else "false"
    executor.write(
        "added",
        executor.map(
            f"SELECT id, title, abstract FROM {papers} WHERE {wanted}",
            partial(_added_rows, pins, options.kinds),
            FOUND,
        ),
    )
    executor.write(
        "corrected",
        f"""
        SELECT m.* FROM {joined} WHERE n.name IS NULL AND NOT {_IS_ADDED} AND NOT {_IS_MARKED}
        UNION ALL SELECT * FROM rewritten UNION ALL SELECT * FROM added
        """,
    )
    return "SELECT * FROM corrected"


def _rewritten_rows(pins: Pins, kinds: tuple[Kind, ...], rows: list[Row]) -> Iterator[Row]:
    index = mention_pins(pins, kinds)
    for row in rows:
        yield index.rewritten(row)


def _added_rows(pins: Pins, kinds: tuple[Kind, ...], rows: list[Row]) -> Iterator[Row]:
    index = mention_pins(pins, kinds)
    for row in rows:
        for pin in index.added(row["id"], row["title"]):
            yield added_row(pin, row["id"], f"{row['title']}\n{row['abstract']}")


def found_as(kind: Kind, name: str, rule: str | None) -> tuple[Kind, str]:
    """Return kind and name of a mention as extraction found it."""
    before = _BEFORE.fullmatch((rule or "").removeprefix(_DROPPED))
    return (kind, name) if before is None else (before[2], before[4])  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class MentionPins:
    """The pins that change mentions, by name and scope. `names` are all names that they change."""

    names: frozenset[str]
    kinds: tuple[Kind, ...]
    drop: Mapping[tuple[str, Scope], Mapping[Kind | None, Drop]]
    rename: Mapping[tuple[str, Scope], Mapping[Kind | None, Rename]]
    retype: Mapping[tuple[str, Scope], Mapping[Kind | None, Retype]]
    add: Mapping[Scope, list[Add]]

    def rewritten(self, row: Row) -> Row:
        """Return a mention, a row of FOUND with `title`, as the pins want it; its own mark does not count."""
        rule = row["rule"].removeprefix(_DROPPED)
        kind, name, role = row["kind"], row["name"], row["role"]
        if before := _BEFORE.fullmatch(rule):
            rule, kind, role, name = before.groups()
        scopes = (*scopes_of(row["paper_id"], row["title"]), EVERYWHERE)
        to_name = _first(self.rename, kind, name, scopes)
        to_kind = _first(self.retype, kind, name, scopes)
        wanted = to_kind.to if to_kind else kind
        called = to_name.to if to_name else name
        is_dropped = _first(self.drop, kind, name, scopes) or _first(self.drop, wanted, called, scopes)
        new = {"kind": wanted, "name": called, "role": role, "rule": rule}
        if wanted != kind:
            new["role"] = _like_role(kind, role, wanted)
        if (wanted, called) != (kind, name):
            new["rule"] = f"{rule}{_WAS}{kind}:{role}:{name}"
        if is_dropped or wanted not in self.kinds:
            new["rule"] = f"{_DROPPED}{new['rule']}"
        return row | new

    def added(self, paper_id: str, title: str) -> list[Add]:
        """Return what pins add to a paper."""
        found = [pin for scope in scopes_of(paper_id, title) for pin in self.add.get(scope, ())]
        by_entity = {(pin.kind, pin.name, pin.relation): pin for pin in reversed(found)}
        return [pin for _, pin in sorted(by_entity.items()) if pin.kind in self.kinds]


def _first(
    pins: Mapping[tuple[str, Scope], Mapping[Kind | None, Any]],
    kind: Kind,
    name: str,
    scopes: Iterable[Scope],
) -> Any:
    """Return the narrowest pin: of a paper before everywhere, of a kind before any."""
    for scope in scopes:
        by_kind = pins.get((name, scope))
        if by_kind and (pin := by_kind.get(kind) or by_kind.get(None)):
            return pin
    return None


def _like_role(kind: Kind, role: str, wanted: Kind) -> str:
    """Return the role of a kind that says what a role of another one says: `proposes` is `introduces`."""
    relations = KINDS[wanted].relations
    return relations[min(RANK.get((kind, role), len(relations)), len(relations) - 1)]


@lru_cache(maxsize=1)
def mention_pins(pins: Pins, kinds: tuple[Kind, ...]) -> MentionPins:
    """Return the pins that change mentions, made once per process."""
    add: dict[Scope, list[Add]] = {}
    for pin in pins.add:
        for scope in given_scopes(pin.paper):
            add.setdefault(scope, []).append(pin)
    drop, retype = by_scope(pins.drop), by_scope(pins.retype)
    rename = by_scope(pin for pin in pins.rename if pin.paper)
    names = frozenset(name for name, _ in (*drop, *rename, *retype))
    return MentionPins(names, kinds, drop, rename, retype, add)


def added_row(pin: Add, paper_id: str, text: str) -> Row:
    """Return the mention that a pin adds: where the text first has the name, else outside of the text."""
    from paperlattice.extractors.salience import weigh_mentions

    role: Any = pin.relation or KINDS[pin.kind].relations[-1]
    start = end = 0
    # "LoRA" of "with LoRA." and "(LoRA)"; not of "QLoRA".
    pattern = rf"(?<!\w){re.escape(pin.name)}(?!\w)"
    at = re.search(pattern, text) or re.search(pattern, text, re.IGNORECASE)
    if at is not None:
        start, end = at.span()
    rule = PINNED if at else PINNED_OUTSIDE
    mention = Mention(paper_id, pin.kind, pin.name, text[start:end], start, end, role, rule, 1.0)
    return mention_row(weigh_mentions(text, [mention])[0])


# --- papers that pins mean

_MEANT: Final = pa.schema({"what": pa.string(), "key": pa.string(), "id": pa.string()})


def papers_meant(executor: Executor, given: Iterable[str], papers: str = "papers") -> dict[str, list[str]]:
    """Return for ids or titles the ids of the papers that have one, in order; those of none are left out."""
    asked = set(given)
    if not asked:
        return {}
    work = partial(_meant_rows, frozenset(scope for paper in asked for scope in given_scopes(paper)))
    executor.write("meant", executor.map(f"SELECT id, title FROM {papers}", work, _MEANT))
    ids: dict[Scope, list[str]] = {}
    for row in executor.sql("SELECT * FROM meant ORDER BY id").to_pylist():
        ids.setdefault((row["what"], row["key"]), []).append(row["id"])
    found = {p: {i for scope in given_scopes(p) for i in ids.get(scope, ())} for p in asked}
    return {paper: sorted(meant) for paper, meant in found.items() if meant}


def _meant_rows(wanted: frozenset[Scope], rows: list[Row]) -> Iterator[Row]:
    for row in rows:
        for what, key in scopes_of(row["id"], row["title"]):
            if (what, key) in wanted:
                yield {"what": what, "key": key, "id": row["id"]}


def unrelated_pairs(executor: Executor, pins: Pins) -> frozenset[tuple[str, str]]:
    """Return the pairs of ids that pins keep from being linked, each in order."""
    ids = papers_meant(executor, (paper for pin in pins.unrelated for paper in pin.papers))
    return frozenset(
        (min(one, other), max(one, other))
        for pin in pins.unrelated
        for one in ids.get(pin.papers[0], ())
        for other in ids.get(pin.papers[1], ())
        if one != other
    )
