"""The records that flow through the program: papers in, mentions out."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["method", "dataset", "repo", "task", "technique"]
Role = Literal["proposes", "introduces", "uses", "code", "addresses", "mentions"]


@dataclass(frozen=True, slots=True)
class KindFacts:
    """All facts of a kind of node: `one` and `many` are its nouns, `key` that of `doc.spans`.

    `colour` is that of the files, of the set of Okabe and Ito (2008), which the colour-blind can tell apart;
    `light` and `dark` are the same on the page's two backgrounds, adjusted to keep a contrast of 3:1. `shape`
    is vis-network's word. `relations` are what a paper can have to an entity of the kind, the strongest
    first: a paper has the strongest one among its mentions, else the last. `own` is the word of labelled
    files for an entity with the strongest relation; kinds without one are not labelled by role. `found_by`
    tells what a mention of the kind is: a name, a term (established words of the field, in any case), or a
    URL.
    """

    one: str
    many: str
    colour: tuple[int, int, int]
    light: str
    dark: str
    shape: str
    key: str = ""
    relations: tuple[Role, ...] = ()
    own: str = ""
    found_by: Literal["name", "term", "url"] = "name"


@dataclass(frozen=True, slots=True)
class RelationFacts:
    """How a relation is called: on an edge (`label`), over the papers of an entity (`by`).

    `section` is the heading over what a paper has this relation to, where that is not `label`. A `background`
    relation says little of what the paper is about: the page shows it last and fainter, and a neighbourhood
    does not grow over it.
    """

    label: str
    by: str
    section: str = ""
    background: bool = False


KINDS: Final[dict[Kind, KindFacts]] = {
    "method": KindFacts(
        one="method",
        many="methods",
        colour=(0, 114, 178),
        light="#0072b2",
        dark="#4fa8e6",
        shape="diamond",
        key="methods",
        relations=("proposes", "uses"),
        own="proposed",
    ),
    "dataset": KindFacts(
        one="dataset",
        many="datasets",
        colour=(230, 159, 0),
        light="#c27c00",
        dark="#e69f00",
        shape="square",
        key="datasets",
        relations=("introduces", "uses"),
        own="introduced",
    ),
    "repo": KindFacts(
        one="repository",
        many="repositories",
        colour=(0, 158, 115),
        light="#00946b",
        dark="#22c08f",
        shape="triangle",
        key="repos",
        relations=("code",),
        found_by="url",
    ),
    "task": KindFacts(
        one="task",
        many="tasks",
        colour=(204, 121, 167),
        light="#7d2f6e",
        dark="#ffbce6",
        shape="star",
        key="tasks",
        relations=("addresses", "mentions"),
        own="addressed",
        found_by="term",
    ),
    "technique": KindFacts(
        one="technique",
        many="techniques",
        colour=(213, 94, 0),
        light="#b03a10",
        dark="#e8602c",
        shape="hexagon",
        key="techniques",
        relations=("uses", "mentions"),
        own="central",
        found_by="term",
    ),
}
"""The kinds of entities, in the order in which everything lists them: adding one begins here."""

NODE_KINDS: Final[dict[str, KindFacts]] = {
    "paper": KindFacts("paper", "papers", (127, 127, 127), "#757d87", "#9aa5b1", "dot"),
    **{str(kind): facts for kind, facts in KINDS.items()},
}
"""The kinds of nodes: papers and entities."""

ENTITY_KINDS: Final[tuple[Kind, ...]] = tuple(KINDS)
NAMED_KINDS: Final[tuple[Kind, ...]] = tuple(k for k, facts in KINDS.items() if facts.found_by == "name")
TERM_KINDS: Final[tuple[Kind, ...]] = tuple(k for k, facts in KINDS.items() if facts.found_by == "term")
WORDED_KINDS: Final[tuple[Kind, ...]] = tuple(k for k, facts in KINDS.items() if facts.found_by != "url")
TOP_ROLE: Final[dict[Kind, Role]] = {kind: facts.relations[0] for kind, facts in KINDS.items()}

RELATIONS: Final[dict[str, RelationFacts]] = {
    "addresses": RelationFacts("Addresses", "Addressed in"),
    "proposes": RelationFacts("Proposes", "Proposed in"),
    "introduces": RelationFacts("Introduces", "Introduced in"),
    "uses": RelationFacts("Uses", "Used in"),
    "code": RelationFacts("Has code", "Code of", section="Code"),
    "mentions": RelationFacts("Mentions", "Mentioned in", background=True),
    "related": RelationFacts("Related papers", "Related papers"),
}
"""The relations of papers to entities and to papers, in the order in which the page lists them."""

RANK: Final[dict[tuple[str, str], int]] = {
    (kind, relation): rank for kind, facts in KINDS.items() for rank, relation in enumerate(facts.relations)
}
"""The rank of a relation among those of its kind: 0 for the strongest."""

BACKGROUND: Final[frozenset[str]] = frozenset(name for name, facts in RELATIONS.items() if facts.background)
"""The relations that say little of what a paper is about."""


@dataclass(frozen=True, slots=True, order=True)
class Author:
    """One author: `family` holds the whole name where a source does not divide it, `orcid` the bare id.

    Example:
        >>> from paperlattice import Author
        >>> Author("Ada", "Quill").name, Author(family="The Quill Team").name
        ('Ada Quill', 'The Quill Team')
    """

    given: str = ""
    family: str = ""
    orcid: str = ""

    @property
    def name(self) -> str:
        """The name as it is read: "Given Family"."""
        return f"{self.given} {self.family}".strip()


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """What a source declares of a paper besides its text: the kind of thing, its URL, and who says so.

    `kind` is "repo", "project" (a page), "model", "dataset", "space" (of the Hugging Face Hub), or another
    word; `source` is a name as in `Paper.sources`.
    """

    kind: str
    url: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    r"""One paper as a source gives it.

    Args:
        id: The arXiv id or DOI where the source has one, else `Paper.hash_id(title)`.
        title: The title, on one line.
        abstract: The abstract; it may be empty.
        date: ISO 8601, possibly cut to year or month, or empty.
        url: The page of the paper, or empty.
        sources: The names of the files that list the paper, sorted.
        categories: Subjects as the source writes them ("cs.CL").
        declared: URLs of code that the source itself gives besides the text.
        authors: The authors in the order of the source.
        venue: The journal or conference as the source writes it, or empty.
        doi: The bare DOI in lower case, or empty; never the one that arXiv registers, which `arxiv_id` says.
        arxiv_id: The arXiv id without version, or empty.
        licence: The licence as the source writes it (a URL or a short name), or empty.
        keywords: Keywords of the source.
        links: What the source declares besides the text; those of the kind "repo" count like `declared`.

    Example:
        >>> from paperlattice import Paper
        >>> Paper("1", "Quiet Attention", "We train QuillNet.").text
        'Quiet Attention\nWe train QuillNet.'
    """

    id: str
    title: str
    abstract: str = ""
    date: str = ""
    url: str = ""
    sources: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    declared: tuple[str, ...] = ()
    authors: tuple[Author, ...] = ()
    venue: str = ""
    doi: str = ""
    arxiv_id: str = ""
    licence: str = ""
    keywords: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def text(self) -> str:
        """Title and abstract with a line break between them: the offsets of mentions count its characters."""
        return paper_text(self.title, self.abstract)

    @staticmethod
    def hash_id(title: str) -> str:
        """Return a stable id for a paper without one: `t` and 12 hex digits over the normalised title.

        Example:
            >>> from paperlattice import Paper
            >>> Paper.hash_id("Quiet Attention") == Paper.hash_id("quiet  ATTENTION!")
            True
        """
        return "t" + hashlib.sha256(title_key(title).encode(errors="surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Mention:
    r"""One span where a paper names an entity: `paper.text[start:end] == surface`.

    `name` is what the paper means there, in its best form: "LoRA" for a surface "low-rank adaptation" that
    the paper abbreviates so, "CIFAR-100" for the surface "CIFAR-10/100", the canonical URL for a repository.
    Mentions of one paper and kind with one name are one entity of that paper. `role` is "proposes" (method),
    "introduces" (dataset), "addresses" (task), "code" (repository), "uses" (method, dataset, technique) or
    "mentions" (task, technique in the background). `rule` names what found it; several that agree are
    listed with "+". `confidence` is in 0..1: that the name is there. `salience` is in 0..1, with three
    digits: how much the paper is about it by this mention; 0 where nobody has weighed it.

    Example:
        >>> from paperlattice.extractors import find_methods
        >>> mention = next(find_methods("Quiet Attention\nWe compare with CLIP.", paper_id="1"))
        >>> mention.name, mention.surface, mention.start, mention.end, mention.role
        ('CLIP', 'CLIP', 32, 36, 'uses')
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
    salience: float = 0.0


def outward_url(paper: Paper) -> str:
    """Return where a paper can be read: its page at arXiv, what its DOI leads to, else its own URL or "".

    Example:
        >>> from paperlattice.extractors.records import Paper, outward_url
        >>> outward_url(Paper("1", "Quiet Attention", url="https://a.example/1", doi="10.1000/182"))
        'https://doi.org/10.1000/182'
    """
    from paperlattice.extractors.sources.values import default_url, is_arxiv_id

    ids = (paper.arxiv_id, paper.id if is_arxiv_id(paper.id) else "", paper.doi, paper.id)
    return next(filter(None, map(default_url, ids)), paper.url)


def listed(words: Iterable[str], last: str) -> str:
    """Return words as a sentence lists them.

    >>> listed(["method", "dataset", "repository"], "or")
    'method, dataset or repository'
    """
    *most, end = words
    return f"{', '.join(most)} {last} {end}" if most else end


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun.

    >>> counted(1, "paper"), counted(1203, "paper"), counted(0, "repository", "repositories")
    ('1 paper', '1,203 papers', '0 repositories')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def paper_text(title: str, abstract: str) -> str:
    """Return title and abstract as the one text whose characters offsets count."""
    return f"{title}\n{abstract}"


def title_key(title: str) -> str:
    """Return the letters and digits of a title, case folded: equal for two spellings of one title.

    Letters of every script count. A title without any letter or digit is its own key.
    """
    folded = unicodedata.normalize("NFKC", title).casefold()
    return "".join(c for c in folded if c.isalnum()) or folded.strip()


def gold_key(form: str) -> str:
    """Return a name as the evaluation compares it: a-z, digits and + only, lower case, without a plural s."""
    # "gpt4" of "gpt-4", "refcoco+" stays.
    key = re.sub(r"[^0-9a-z+]", "", form.lower())
    return key[:-1] if len(key) > 3 and key.endswith("s") and not key.endswith("ss") else key
