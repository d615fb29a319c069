"""Corrections that a person makes to a graph: pins, as a TOML file, a store and Python hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any, Final, Literal

from paperlattice.extractors.records import ENTITY_KINDS, NAMED_KINDS, Kind, title_key
from paperlattice.graph.errors import PinError
from paperlattice.graph.model.records import Partition

Level = Literal["topic", "subtopic"]
"""What a `[[topic]]` names."""

Scope = tuple[str, str]
"""Which papers something holds for: those of an id, those of a title (its key), or EVERYWHERE."""

EVERYWHERE: Final[Scope] = ("", "")


def scopes_of(paper_id: str, title: str) -> tuple[Scope, Scope]:
    """Return the scopes that a paper is in, besides EVERYWHERE."""
    return ("id", paper_id), ("title", title_key(title))


def given_scopes(paper: str) -> tuple[Scope, ...]:
    """Return the scopes that `paper` of a pin, an id or a title, may mean; "" is everywhere."""
    return scopes_of(paper, paper) if paper else (EVERYWHERE,)


def _kinds(kind: Kind | None) -> tuple[Kind, ...]:
    return ENTITY_KINDS if kind is None else (kind,)


@dataclass(frozen=True, slots=True)
class Pin:
    """Names of one table of a pin file; `kind` None means every kind, `source` says which table it is.

    With `papers`, groups of papers by id or title, the pin has one name and says in which papers it means one
    thing. A source is written to files that people share: it holds the name of the pin file, not its folder.
    """

    names: tuple[str, ...]
    kind: Kind | None = None
    source: str = "pin"
    papers: tuple[tuple[str, ...], ...] = ()

    def kinds(self) -> tuple[Kind, ...]:
        """Return the kinds that the pin applies to."""
        return tuple(k for k in _kinds(self.kind) if not self.papers or k in NAMED_KINDS)


@dataclass(frozen=True, slots=True)
class Drop:
    """Names that are no entity, in one paper (id or title) or everywhere; `kind` None means every kind."""

    names: tuple[str, ...]
    kind: Kind | None = None
    paper: str = ""
    source: str = "pin"


@dataclass(frozen=True, slots=True)
class Rename:
    """What an entity is to be called that has this name, or, with `paper`, what that paper means by it."""

    name: str
    to: str
    kind: Kind | None = None
    paper: str = ""
    source: str = "pin"


@dataclass(frozen=True, slots=True)
class Retype:
    """A name that is of the kind `to`, where it was found as one of `kind` (None: of any kind)."""

    name: str
    to: Kind
    kind: Kind | None = None
    paper: str = ""
    source: str = "pin"


@dataclass(frozen=True, slots=True)
class Add:
    """An entity that extraction missed in a paper; `relation` "" is the weakest one of the kind."""

    name: str
    kind: Kind
    paper: str
    relation: str = ""
    source: str = "pin"


@dataclass(frozen=True, slots=True)
class Unrelated:
    """Two papers, by id or title, that are not linked."""

    papers: tuple[str, str]
    source: str = "pin"


@dataclass(frozen=True, slots=True)
class TopicName:
    """What a topic is to be called: the one with this `name`, or the one that `paper` is in."""

    to: str
    name: str = ""
    paper: str = ""
    level: Level = "topic"
    source: str = "pin"


AnyPin = Pin | Drop | Rename | Retype | Add | Unrelated | TopicName


@dataclass(frozen=True, slots=True)
class Pins:
    r"""What a person has decided: names of each pin of `same` are one entity, those of `different` are not.

    No two names of a `different` pin are one entity. The others drop, rename, retype and add what papers
    name, part papers, and name topics. Raises PinError if two contradict each other.

    Example:
        >>> from paperlattice import resolve_entities
        >>> from paperlattice.extractors import find_methods
        >>> pins = Pins(same=(Pin(("QuillNet", "BrambleNet")),))
        >>> text = "Old Names\nWe propose QuillNet, a renamed BrambleNet."
        >>> [entity.aliases for entity in resolve_entities(find_methods(text), pins=pins).entities]
        [('BrambleNet',)]
    """

    same: tuple[Pin, ...] = ()
    different: tuple[Pin, ...] = ()
    drop: tuple[Drop, ...] = ()
    rename: tuple[Rename, ...] = ()
    retype: tuple[Retype, ...] = ()
    add: tuple[Add, ...] = ()
    unrelated: tuple[Unrelated, ...] = ()
    topic: tuple[TopicName, ...] = ()

    def __post_init__(self) -> None:
        _check_merges(self)
        _check_senses(self)
        _check_names(self)

    def __hash__(self) -> int:
        # Equal ones have equal counts; to hash a hundred thousand pins with each piece of work takes long.
        return hash(tuple(len(pins) for pins in self.tables().values()))

    def __len__(self) -> int:
        return sum(len(pins) for pins in self.tables().values())

    def tables(self) -> dict[str, tuple[AnyPin, ...]]:
        """Return the pins by the name of their table."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def united(self) -> Iterator[tuple[Pin, Kind, str, str]]:
        """Yield pin, kind and two names for each name that is merged with the first of its pin."""
        for pin in self.same:
            for kind in pin.kinds():
                for name in pin.names[1:]:
                    yield pin, kind, pin.names[0], name

    def parted(self) -> Iterator[tuple[Kind, tuple[str, ...]]]:
        """Yield kind and names of which no two must be merged (cannot-link)."""
        for pin in self.different:
            for kind in pin.kinds():
                yield kind, pin.names

    def exact(self, kind: Kind) -> set[str]:
        """Return all names that pins of a kind mention."""
        return {name for pin in (*self.same, *self.different) if kind in pin.kinds() for name in pin.names}

    def sense_pins(self) -> Iterator[tuple[Pin, bool]]:
        """Yield the pins about what papers mean by one name, each with whether its groups are apart."""
        yield from ((pin, False) for pin in self.same if pin.papers)
        yield from ((pin, True) for pin in self.different if pin.papers)

    @property
    def changes_mentions(self) -> bool:
        """Whether some pin changes what single papers name, before names are resolved."""
        return bool(self.drop or self.retype or self.add or any(pin.paper for pin in self.rename))


PIN_TABLES: Final[dict[str, type[AnyPin]]] = {
    "same": Pin,
    "different": Pin,
    "drop": Drop,
    "rename": Rename,
    "retype": Retype,
    "add": Add,
    "unrelated": Unrelated,
    "topic": TopicName,
}
"""The tables of a pin file, and the record that each makes."""


def _check_merges(pins: Pins) -> None:
    merged: Partition[tuple[Kind, str]] = Partition()
    for _, kind, left, right in pins.united():
        merged.union((kind, left), (kind, right))
    for pin in pins.different:
        for kind in pin.kinds():
            first: dict[tuple[Kind, str], str] = {}  # by what is one entity; all pairs would be too many
            for name in pin.names:
                root = merged.find((kind, name))
                if root in first:
                    raise PinError(
                        f"{pin.source}: {first[root]!r} and {name!r} ({kind}) are declared different, "
                        "but other pins declare them the same; remove one of the two"
                    )
                first[root] = name


def _check_senses(pins: Pins) -> None:
    """Raise PinError for papers that are to mean one thing by a name and also two."""
    merged: Partition[tuple[Kind, str, str]] = Partition()
    whole = {(kind, pin.names[0]): pin for pin in pins.same if not pin.papers for kind in pin.kinds()}
    for pin, _ in pins.sense_pins():
        for kind in pin.kinds():
            for group in pin.papers:
                for paper in group[1:]:
                    merged.union((kind, pin.names[0], group[0]), (kind, pin.names[0], paper))
    for pin, apart in pins.sense_pins():
        for kind in pin.kinds() if apart else ():
            name = pin.names[0]
            if (kind, name) in whole and len(whole[kind, name].names) == 1:
                raise PinError(
                    f"{pin.source}: papers mean different things by {name!r}, but "
                    f"{whole[kind, name].source} says that it is one thing everywhere; remove one of the two"
                )
            seen: dict[tuple[Kind, str, str], str] = {}
            for group in pin.papers:
                root = merged.find((kind, name, group[0]))
                if root in seen:
                    raise PinError(
                        f"{pin.source}: {seen[root]!r} and {group[0]!r} are to mean different things by "
                        f"{name!r}, but other pins or groups say the same thing; remove one of the two"
                    )
                seen[root] = group[0]


def _check_names(pins: Pins) -> None:
    """Raise PinError for what is to be two things at once: dropped and renamed, of two kinds, ..."""
    dropped = {(n, pin.paper, kind): pin for pin in pins.drop for n in pin.names for kind in _kinds(pin.kind)}
    changed: dict[tuple[str, ...], tuple[str, Rename | Retype | TopicName]] = {}

    def settle(key: tuple[str, ...], value: str, pin: Rename | Retype | TopicName, what: str) -> None:
        other = changed.setdefault(key, (value, pin))
        if other[0] != value:
            raise PinError(f"{pin.source}: {what} {value!r}, but {other[1].source} says {other[0]!r}")

    correcting: tuple[Rename | Retype | Add, ...] = (*pins.rename, *pins.retype, *pins.add)
    for pin in correcting:
        for kind in _kinds(pin.kind):
            if (other := dropped.get((pin.name, pin.paper, kind))) is not None:
                raise PinError(
                    f"{pin.source}: {pin.name!r} ({kind}) is dropped by {other.source}; remove one of the two"
                )
    for to in pins.rename:
        settle(("rename", to.name, to.paper, to.kind or ""), to.to, to, f"{to.name!r} is renamed to")
    for kind_pin in pins.retype:
        key = ("retype", kind_pin.name, kind_pin.paper, kind_pin.kind or "")
        settle(key, kind_pin.to, kind_pin, f"{kind_pin.name!r} is a")
    for topic in pins.topic:
        of_topic = ("topic", topic.level, topic.name, topic.paper)
        settle(of_topic, topic.to, topic, f"{topic.name or topic.paper!r} is called")


def by_scope(
    pins: Iterable[Rename | Retype | Drop],
) -> dict[tuple[str, Scope], dict[Kind | None, Any]]:
    """Return pins by a name and a scope, and by kind; the first of equal ones."""
    found: dict[tuple[str, Scope], dict[Kind | None, Any]] = {}
    for pin in pins:
        for name in pin.names if isinstance(pin, Drop) else (pin.name,):
            for scope in given_scopes(pin.paper):
                found.setdefault((name, scope), {}).setdefault(pin.kind, pin)
    return found


NO_PINS: Final = Pins()
