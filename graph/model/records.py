"""What the graph side adds to papers and mentions: entities, their merges, links; disjoint sets."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from paperlattice.extractors.records import Kind

NameKey = tuple[str, Kind, str]
"""(paper id, kind, `Mention.name`): one entity as one paper names it."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Why two written forms are one entity: the rule that merged them and its score in 0..1.

    `evidence` says what the rule rests on, in words: a similarity, the number of papers that pair an
    abbreviation with its long form, the catalogue entry, the line of the pin file. The rules are those of
    `resolve_entities`.
    """

    left: str
    right: str
    rule: str
    score: float
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A method, dataset, repository, task or technique that papers name.

    `id` is the node id (`method:lora`, `repo:github.com:owner:name`), `label` the name shown, `aliases` the
    other names it has (sorted, without the label), `merges` one record for each merge of two forms. `url` is
    set for repositories only, `broader` for tasks and techniques: the names of broader ones, as the catalogue
    has them.
    """

    id: str
    kind: Kind
    label: str
    aliases: tuple[str, ...] = ()
    merges: tuple[Merge, ...] = ()
    url: str = ""
    broader: tuple[str, ...] = ()

    @property
    def joins(self) -> tuple[Merge, ...]:
        """The earlier name of `merges`."""
        return self.merges


@dataclass(frozen=True, slots=True)
class Resolution:
    """Entities in id order, and which entity each name of each paper means: what `resolve_entities` returns.

    `names` maps (paper id, kind, `Mention.name`) to the id of an entity.
    """

    entities: tuple[Entity, ...]
    names: Mapping[NameKey, str]


@dataclass(frozen=True, slots=True)
class Link:
    """Two papers that belong together.

    `source < target` in the order of paper ids; `weight` is above 0, with six digits: the probability that
    a reader of one profits from the other. `shared` holds the ids of the shared entities, what counts most
    first, `terms` the words that both texts share. Of `link_papers`, which knows no texts, the weight is as
    it says, `shared` is sorted, and there are no terms.
    """

    source: str
    target: str
    weight: float
    shared: tuple[str, ...]
    terms: tuple[str, ...] = ()


class MentionRow(NamedTuple):
    """The fields of a `Mention` in their order, and its entity, made of a row in a fifth of the time."""

    paper_id: str
    kind: Kind
    name: str
    surface: str
    start: int
    end: int
    role: str
    rule: str
    confidence: float
    salience: float
    entity_id: str


class TopicFacts(NamedTuple):
    """A topic, or a subtopic of one, without its members.

    `parent` is the id of the topic of a subtopic, "" of a topic; `papers` says how many papers are in it;
    `particular` are labels and phrases that its papers have and others have not; `central` are the ids of its
    most central papers, in what is exported those of their nodes.
    """

    id: str
    parent: str
    name: str
    papers: int
    particular: tuple[str, ...]
    central: tuple[str, ...]


T = TypeVar("T", bound=Hashable)


class Partition(Generic[T]):
    """Disjoint sets with cannot-link constraints, which hold whatever is merged later."""

    def __init__(self) -> None:
        self._parent: dict[T, T] = {}
        self._size: dict[T, int] = {}
        # By representative: of which list of which separation the set holds a thing.
        self._apart: dict[T, dict[int, int]] = {}
        self._separations = 0

    def find(self, thing: T) -> T:
        """Return the representative of a thing's set; a thing never seen is a set of its own."""
        root = thing
        while (parent := self._parent.get(root, root)) != root:
            root = parent
        while thing != root:
            self._parent[thing], thing = root, self._parent.get(thing, root)
        return root

    def union(self, left: T, right: T) -> bool:
        """Merge two sets; return False if they are one already or must not be linked."""
        a, b = self.find(left), self.find(right)
        if a == b or self._are_apart(a, b):
            return False
        if self._size.get(a, 1) < self._size.get(b, 1):
            a, b = b, a
        self._parent[b] = a
        self._size[a] = self._size.get(a, 1) + self._size.pop(b, 1)
        few, many = sorted((self._apart.pop(a, {}), self._apart.pop(b, {})), key=len)
        many.update(few)
        if many:
            self._apart[a] = many
        return True

    def cannot_link(self, left: T, right: T) -> None:
        """Forbid that the sets of two things ever become one. Raises ValueError if they are one already."""
        self.keep_apart([[left], [right]])

    def keep_apart(self, lists: Iterable[Iterable[T]]) -> None:
        """Forbid that a thing of one list is ever in one set with a thing of another list.

        Cost and memory: the things, not their pairs. Raises ValueError if two are in one set already.
        """
        self._separations += 1
        for number, things in enumerate(lists):
            for thing in things:
                apart = self._apart.setdefault(self.find(thing), {})
                if apart.setdefault(self._separations, number) != number:
                    raise ValueError(f"{thing!r} is merged already with what it is to be kept apart from")

    def _are_apart(self, left: T, right: T) -> bool:
        few, many = sorted((self._apart.get(left, {}), self._apart.get(right, {})), key=len)
        return any(many.get(separation, number) != number for separation, number in few.items())
