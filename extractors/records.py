"""The records that flow through the program: papers in, mentions out."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from typing import Final, Literal

__all__ = [
    "ENTITY_KINDS",
    "GENERIC",
    "KINDS",
    "NODE_KINDS",
    "RELATIONS",
    "TOP_ROLE",
    "Kind",
    "KindFacts",
    "Mention",
    "Paper",
    "RelationFacts",
    "Role",
    "gold_key",
    "is_generic",
    "paper_text",
    "title_key",
]

Kind = Literal["method", "dataset", "repo"]
Role = Literal["proposes", "introduces", "uses", "code"]


@dataclass(frozen=True, slots=True)
class KindFacts:
    """All that is to be known of a kind of node: `one` and `many` are its nouns, `key` that of `doc.spans`.

    `relations` are what a paper can have to an entity of the kind, the strongest first: a paper has the
    strongest that one of its mentions says, else the last. `by_name` tells kinds that are found by their
    names from those that are found by URL. Colours are of the set of Okabe and Ito (2008), which the
    colour-blind can tell apart; `shape` is vis-network's word.
    """

    name: str
    one: str
    many: str
    colour: tuple[int, int, int]
    shape: str
    key: str = ""
    relations: tuple[Role, ...] = ()
    by_name: bool = True


@dataclass(frozen=True, slots=True)
class RelationFacts:
    """A relation of a paper to a node of one of the kinds `targets`."""

    name: str
    targets: tuple[str, ...]


KINDS: Final[dict[Kind, KindFacts]] = {
    "method": KindFacts(
        "method", "method", "methods", (0, 114, 178), "diamond", "methods", ("proposes", "uses")
    ),
    "dataset": KindFacts(
        "dataset", "dataset", "datasets", (230, 159, 0), "square", "datasets", ("introduces", "uses")
    ),
    "repo": KindFacts(
        "repo", "repository", "repositories", (0, 158, 115), "triangle", "repos", ("code",), by_name=False
    ),
}
"""The kinds of entities, in the order in which everything lists them: adding one begins here."""

NODE_KINDS: Final[dict[str, KindFacts]] = {
    "paper": KindFacts("paper", "paper", "papers", (127, 127, 127), "dot"),
    **{str(kind): facts for kind, facts in KINDS.items()},
}
"""The kinds of nodes: papers and entities."""

ENTITY_KINDS: Final[tuple[Kind, ...]] = tuple(KINDS)
TOP_ROLE: Final[dict[Kind, Role]] = {kind: facts.relations[0] for kind, facts in KINDS.items()}

RELATIONS: Final[dict[str, RelationFacts]] = {
    **{
        relation: RelationFacts(relation, tuple(k for k, f in KINDS.items() if relation in f.relations))
        for relation in dict.fromkeys(r for facts in KINDS.values() for r in facts.relations)
    },
    "related": RelationFacts("related", ("paper",)),
}
"""The relations of papers to entities and to papers, as the kinds list them."""

GENERIC: Final = "generic"
"""In the `rule` of a mention: a term of the catalogue for a family or technique, no name."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper as a source gives it.

    `id` is the arXiv id or DOI where the source has one, else `Paper.hash_id(title)`. `date` is ISO 8601
    (possibly cut to year or month) or empty. `sources` names the files that list the paper, sorted.
    `declared` holds URLs of code that the source itself states beside the text.
    """

    id: str
    title: str
    abstract: str = ""
    date: str = ""
    url: str = ""
    sources: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    declared: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Title and abstract joined by a line break: what the offsets of mentions count in."""
        return paper_text(self.title, self.abstract)

    @staticmethod
    def hash_id(title: str) -> str:
        """Return a stable id for a paper without one: `t` and 12 hex digits over the normalised title."""
        return "t" + hashlib.sha256(title_key(title).encode(errors="surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a paper names an entity: `paper.text[start:end] == surface`.

    `name` is what the paper means there, written at its best: "LoRA" for a surface "low-rank adaptation" that
    the paper abbreviates so, "CIFAR-100" for the surface "CIFAR-10/100", the canonical URL for a repository.
    Mentions of one paper and kind with one name are one entity of that paper. `rule` names what found it;
    several that agree are joined with "+". `confidence` is in 0..1.
    """

    paper_id: str
    kind: Kind
    name: str
    surface: str
    start: int
    end: int
    role: Role
    rule: str
    confidence: float


def is_generic(mention: Mention) -> bool:
    """Return whether a mention is a generic term: a node only on demand, and never a link."""
    return GENERIC in mention.rule.split("+")


def paper_text(title: str, abstract: str) -> str:
    """Return title and abstract as the one text that offsets count in."""
    return f"{title}\n{abstract}"


def title_key(title: str) -> str:
    """Return the letters and digits of a title, case folded: equal for two spellings of one title.

    Letters of every script count. A title without any letter or digit is its own key.
    """
    folded = unicodedata.normalize("NFKC", title).casefold()
    return "".join(c for c in folded if c.isalnum()) or folded.strip()


def gold_key(form: str) -> str:
    """Return a name as the scoring compares it: a-z, digits and + only, lower case, without a plural s."""
    key = re.sub(r"[^0-9a-z+]", "", form.lower())
    return key[:-1] if len(key) > 3 and key.endswith("s") and not key.endswith("ss") else key
