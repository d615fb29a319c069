"""What questions answer: papers, entities and places, each with what it is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from paperlattice.extractors.records import Kind


@dataclass(frozen=True, slots=True)
class NamedIn:
    """A paper that names an entity, as `EntityView.papers` lists it.

    `relation` is the paper's strongest relation to the entity ("proposes", "introduces", "addresses",
    "uses", "code" or "mentions"); `date` is ISO 8601, possibly cut to year or month, or empty. `salience`,
    from 0 to 1, is how much the paper is about the entity.
    """

    id: str
    title: str
    relation: str
    date: str = ""
    salience: float = 0.0


@dataclass(frozen=True, slots=True)
class EntityView:
    """An entity and the papers that name it, as `KnowledgeGraph.entity` and `entities` return it.

    `id` is the node id ("method:lora"), `kind` "method", "dataset", "repo", "task" or "technique", `label`
    the name shown. `aliases` are its other names, sorted; `url` is set for repositories only. `papers` begins
    with those that are most about the entity: the strongest relation comes first (those that propose,
    introduce or address it), then the highest salience, then the lowest id. `broader` are the names of
    broader tasks or techniques, where the catalogue knows some.
    """

    id: str
    kind: Kind
    label: str
    aliases: tuple[str, ...]
    url: str
    papers: tuple[NamedIn, ...]
    broader: tuple[str, ...] = ()

    def __repr__(self) -> str:
        count = f"{len(self.papers)} paper{'' if len(self.papers) == 1 else 's'}"
        return f"<{self.kind} {self.label}: {count}>"


@dataclass(frozen=True, slots=True)
class Related:
    """A paper that may belong together with another, as `KnowledgeGraph.related` returns it.

    `weight` is the probability that a reader of one profits from the other, from 0 to 1. `shared` are the
    labels of the entities that both name, what counts most first, `terms` the words that both texts share;
    `reason` says in one sentence why the two belong together. `is_linked` tells whether the graph has a
    link between them. `sentences`, one of the paper that was asked for and one of this paper, are those in
    which both name the first shared entity, or use the first shared word; "" where there is none, and after
    the first 100 papers.
    """

    id: str
    title: str
    weight: float
    shared: tuple[str, ...]
    terms: tuple[str, ...] = ()
    reason: str = ""
    is_linked: bool = False
    sentences: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Step:
    """A node on a path, as `KnowledgeGraph.path` returns it.

    `id` is the node id, `kind` "paper" or a kind of entity, `label` the title or the name. `relation` and
    `evidence` (a sentence of the paper) connect the step with the one before; the first step has neither.
    """

    id: str
    kind: str
    label: str
    relation: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span where a paper names an entity, as `KnowledgeGraph.evidence` returns it.

    `paper.text[start:end] == surface`, counted in characters. `sentence` is empty if the source declares
    the entity outside the text. `role` is what this mention says of the entity, `rule` what found it,
    `confidence` is in 0..1.
    """

    sentence: str
    surface: str
    start: int
    end: int
    role: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Named:
    """An entity that a paper names, with every span where it does, as `KnowledgeGraph.names` returns it.

    `relation` is the strongest that one of the mentions has; `salience`, from 0 to 1, is how much the paper
    is about the entity; `evidence` is in the order of the text.
    """

    id: str
    kind: Kind
    label: str
    relation: str
    salience: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A repository that only the source of a paper names ("declared"), or only its text ("extracted").

    `id` and `title` are those of the paper, `url` is that of the repository.
    """

    id: str
    title: str
    url: str
    origin: str
