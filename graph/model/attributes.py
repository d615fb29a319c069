"""The attributes of nodes and edges: one definition for a graph in memory and one that streams."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from string import ascii_letters, digits
from typing import Any, Final, NamedTuple

from paperlattice.extractors.records import KINDS, NODE_KINDS, RANK, Author, Mention, Paper
from paperlattice.extractors.text import sentence_at
from paperlattice.graph.model.records import Entity, Link, MentionRow, Merge

DECLARED: Final = "declared"
"""`Mention.rule` of a repository that the source states outside the text: span (0, 0), no surface."""

PINNED: Final = "pin"
PINNED_OUTSIDE: Final = "pin+declared"
"""`Mention.rule` of what a pin adds to a paper: the text has the name, or not."""

OUTSIDE: Final = (DECLARED, PINNED_OUTSIDE)
"""`Mention.rule` of what no text says: span (0, 0), no surface, no evidence."""


NodeData = tuple[str, dict[str, Any]]
"""Node id and attributes."""

AnyMention = Mention | MentionRow

EdgeData = tuple[str, str, str, dict[str, Any]]
"""Source node, target node, relation (the key of the edge) and attributes."""

_SEPARATOR: Final = " | "
_LOOSE_BAR: Final = re.compile(r"(?:(?<=\s)|^)\||\|(?=\s|$)")
_LEAST_WEIGHT: Final = 0.01


@lru_cache(maxsize=1 << 14)  # links ask for the same papers over and over
def paper_node(paper_id: str) -> str:
    """Return the node id of a paper: `paper:` and its id, with what XML names do not allow escaped.

    A slash becomes a colon, other characters `_` and their bytes in hex, so that node ids are distinct.

    >>> paper_node("2106.09685"), paper_node("10.1000/a_b")
    ('paper:2106.09685', 'paper:10.1000:a_5Fb')
    """
    return "paper:" + paper_id.translate(_IN_NODES)


class _InNodes(dict[int, str]):
    """What stands for each character of the id of a paper in that of its node."""

    def __missing__(self, code: int) -> str:
        self[code] = "".join(f"_{byte:02X}" for byte in chr(code).encode())
        return self[code]


_IN_NODES: Final = _InNodes({ord(sign): sign for sign in ascii_letters + digits + ".-"} | {ord("/"): ":"})

# "_5F" of "paper:10.1000:a_5Fb"
_ESCAPED: Final = re.compile(r"(?:_[0-9A-F]{2})+")


def paper_id(node: str) -> str:
    """Return the id of the paper of a node, as `paper_node` wrote it.

    >>> paper_id("paper:10.1000:a_5Fb")
    '10.1000/a_b'
    """
    found = node.removeprefix("paper:").replace(":", "/")
    return _ESCAPED.sub(lambda run: bytes.fromhex(run[0].replace("_", "")).decode(errors="replace"), found)


def relation_of(mentions: Sequence[AnyMention]) -> str:
    """Return the relation that mentions of one entity in one paper amount to; there must be one at least."""
    relations = KINDS[mentions[0].kind].relations
    if len(mentions) == 1:  # as most are, here and below
        return mentions[0].role if mentions[0].role in relations else relations[-1]
    roles = {mention.role for mention in mentions}
    return next((relation for relation in relations if relation in roles), relations[-1])


def best_sentence(paper: Paper, mentions: Iterable[AnyMention]) -> str:
    """Return the sentence that shows best how a paper relates to the entity of its mentions.

    Empty if there is none. Of the mentions with that relation: one found by a rule for proposals if the
    entity is proposed, then the first in the abstract, then the title.
    """
    written = [mention for mention in mentions if mention.rule not in OUTSIDE]
    return _sentence(paper.text, len(paper.title) + 1, written) if written else ""


def _sentence(text: str, body: int, written: Sequence[AnyMention]) -> str:
    """Return the sentence of a text, whose abstract begins at `body`, as `best_sentence`."""
    best = written[0]
    if len(written) > 1:
        relation = relation_of(written)
        showing = [mention for mention in written if mention.role == relation] or written
        top = RANK[best.kind, relation] == 0
        best = min(showing, key=lambda m: (top and "proposal" not in m.rule, m.start < body, m.start))
    return sentence_at(text, best.start, best.end)


def salience_of(mentions: Sequence[AnyMention]) -> float:
    """Return how much a paper is about the entity of its mentions, 0 to 1; the table `incidence` has it."""
    if len(mentions) == 1:
        return min(1000, round(mentions[0].salience * 1000)) / 1000
    best = max([round(mention.salience * 1000) for mention in mentions])
    return min(1000, best + _MORE * min(len(mentions) - 1, _MOST_MORE)) / 1000


_MORE: Final = 40
_MOST_MORE: Final = 5
SALIENCE_SQL: Final = (
    "CAST(least(1000, max(CAST(round(salience * 1000) AS BIGINT))"
    f" + {_MORE} * least(count(*) - 1, {_MOST_MORE})) AS DOUBLE) / CAST(1000 AS DOUBLE)"
)
"""`salience_of` in SQL, over the mentions of an entity in a paper.

Summed in whole thousandths, so that no engine and no order of rows changes a digit.
"""


def join_forms(forms: Iterable[str]) -> str:
    """Return distinct forms in the order given, joined with " | "; splitting there gives them back.

    Blanks are collapsed, and a bar that could be taken for the separator becomes a broken bar.
    """
    distinct = dict.fromkeys(map(_joinable, forms))
    distinct.pop("", None)
    return _SEPARATOR.join(distinct)


@lru_cache(maxsize=1 << 14)  # names come again in paper after paper
def _joinable(form: str) -> str:
    return _without_bars(" ".join(form.split()))


@lru_cache(maxsize=1 << 14)
def _two_forms(one: str, other: str) -> str:
    return join_forms((one, other))


@lru_cache(maxsize=1 << 14)
def _without_bars(form: str) -> str:
    return _LOOSE_BAR.sub("¦", form)


def mention_order(mention: AnyMention) -> tuple[bool, int, int, str, str, str, float]:
    """Return the key that sorts the mentions of an edge: declared ones last, the others as in the text."""
    return (
        mention.rule in OUTSIDE,
        mention.start,
        mention.end,
        mention.name,
        mention.role,
        mention.rule,
        mention.confidence,
    )


def key_order(key: Any) -> tuple[str, str]:
    """Return what keys of parallel edges are sorted by, whatever their types."""
    return str(key), type(key).__name__


def edge_rank(edge: EdgeData) -> tuple[Any, ...]:
    """Return what sorts edges by strength: links of papers last, then by weight, ties by ends and key."""
    source, target, key, data = edge
    return (
        str(data.get("relation") or key) == "related",
        -number_or_zero(data.get("weight")),
        source,
        target,
        key_order(key),
    )


def number_or_zero(value: Any) -> float:
    """Return a value as a number, 0 for what is not a finite number."""
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else 0.0


def paper_attributes(paper: Paper, linked: int, *, top: int) -> dict[str, Any]:
    """Return the attributes of a paper that is linked with `linked` papers, the best linked with `top`.

    Attributes that would be empty are left out, here and for entities.
    """
    more = {
        "date": paper.date,
        "url": paper.url,
        "authors": author_line(paper.authors) if paper.authors else "",
        "venue": paper.venue,
        "doi": paper.doi,
        "arxiv_id": paper.arxiv_id,
        "sources": join_forms(paper.sources),
        "abstract": paper.abstract,
    }
    size = paper_size(linked, top=top)
    return _drawn("paper", paper.title or paper.id, linked, size) | {k: v for k, v in more.items() if v}


def author_line(authors: Iterable[Author]) -> str:
    """Return authors as one text: "Given Family; Given Family".

    >>> author_line([Author("Ada", "Quill"), Author(family="The Fern Team")])
    'Ada Quill; The Fern Team'
    """
    return "; ".join([author.name for author in authors])


def entity_attributes(entity: Entity, papers: int, *, top: int) -> dict[str, Any]:
    """Return the attributes of an entity that `papers` papers name, the most mentioned one `top`."""
    reasons = join_forms(union_reasons(entity))
    more = {
        "aliases": join_forms(entity.aliases),
        "united": reasons,
        "url": entity.url,
        "broader": join_forms(entity.broader),
    }
    size = entity_size(papers, top=top)
    return _drawn(entity.kind, entity.label, papers, size) | {k: v for k, v in more.items() if v}


def incidence_edge(paper: Paper, entity_id: str, mentions: Sequence[AnyMention]) -> EdgeData:
    """Return the edge from a paper to an entity; `mentions` in the order of `mention_order`, one at least.

    Its confidence is that of the surest mention: those of one paper come from the same words, so they are
    not independent.
    """
    return incidence_edges(paper, [(entity_id, mentions)])[0]


def incidence_edges(paper: Paper, named: Iterable[tuple[str, Sequence[AnyMention]]]) -> list[EdgeData]:
    """Return the edges from a paper to entities, given with their mentions, as `incidence_edge`."""
    node, text, body = paper_node(paper.id), paper.text, len(paper.title) + 1
    return [_incidence_edge(node, text, body, entity, mentions) for entity, mentions in named]


def _incidence_edge(
    node: str, text: str, body: int, entity_id: str, mentions: Sequence[AnyMention]
) -> EdgeData:
    first = mentions[0]
    relation = relation_of(mentions)
    if len(mentions) == 1:
        written = mentions if first.rule not in OUTSIDE else ()
        surfaces = _two_forms(first.surface, first.name)
        confidence = first.confidence
    else:
        written = [mention for mention in mentions if mention.rule not in OUTSIDE]
        surfaces = join_forms([form for m in mentions for form in (m.surface, m.name)])
        confidence = max([mention.confidence for mention in mentions])
    salience = salience_of(mentions)
    attributes: dict[str, Any] = {
        "relation": relation,
        "surfaces": surfaces,
        "mentions": len(written),
        "evidence": _sentence(text, body, written) if written else "",
        "confidence": float(round(confidence, 4)),
        "salience": salience,
        "weight": max(salience, _LEAST_WEIGHT),
    }
    if relation == "code":
        declared = len(written) < len(mentions)
        attributes["origin"] = "both" if written and declared else DECLARED if declared else "extracted"
    return node, entity_id, relation, attributes


def related_edge(link: Link, labels: Mapping[str, str], reason: str) -> EdgeData:
    """Return the edge between two papers, from the smaller node id; `labels` are those of entities."""
    source, target = paper_node(link.source), paper_node(link.target)
    if target < source:
        source, target = target, source
    attributes = {
        "relation": "related",
        "weight": link.weight,
        "confidence": link.weight,
        "shared": _SEPARATOR.join([_without_bars(labels.get(e, e)) for e in link.shared]),
        "shared_count": len(link.shared),
        "terms": join_forms(link.terms),
        "reason": reason,
    }
    return source, target, "related", attributes


def _drawn(kind: str, label: str, papers: int, size: float) -> dict[str, Any]:
    red, green, blue = NODE_KINDS[kind].colour
    return {
        "kind": kind,
        "label": label,
        "papers": papers,
        "topic": "",
        "topic_id": "",
        "subtopic": "",
        "subtopic_id": "",
        "x": 0.0,
        "y": 0.0,
        "size": size,
        "r": red,
        "g": green,
        "b": blue,
    }


SIZE_MIN: Final = 4.0
SIZE_MAX: Final = 100.0
_FULL_SIZE: Final = 10
_PAPER_MIN: Final = 9.0
_PAPER_SPAN: Final = 9.0


def entity_size(papers: int, *, top: int) -> float:
    """Return the radius of an entity that `papers` papers name where the most mentioned one has `top`.

    Grows with the square root, from 4 for one paper to 100 for the top: the range that Gephi leaves as it
    is (any other is stretched to that one, positions included). Where even the top has fewer than ten
    papers the range ends below 100, or a name shared by two papers would fill the picture.
    """
    reach = math.sqrt(max(top, _FULL_SIZE)) - 1.0
    share = (math.sqrt(max(papers, 1)) - 1.0) / reach
    return round(min(SIZE_MAX, SIZE_MIN + (SIZE_MAX - SIZE_MIN) * share), 2)


def paper_size(linked: int, *, top: int) -> float:
    """Return the radius of a paper linked with `linked` papers, 9 to 18: hubs of entities stay larger."""
    share = math.sqrt(linked / top) if top > 0 else 0.0
    return round(_PAPER_MIN + _PAPER_SPAN * min(share, 1.0), 2)


def hex_colour(rgb: tuple[int, int, int]) -> str:
    """Return `#rrggbb`."""
    return "#{:02x}{:02x}{:02x}".format(*rgb)


MOST_REASONS: Final = 12
_LONGEST: Final = 80

# What a reader may doubt comes first; that two forms differ in case or number explains itself.
_TOP: Final = (
    "pin",
    "spelling",
    "abbreviation",
    "text",
    "catalogue",
    "greek",
    "noun",
    "version",
    "family",
    "plural",
    "url",
    "key",
)


def union_reasons(entity: Entity, *, most: int = MOST_REASONS) -> Iterator[str]:
    """Yield a text per merge of two different forms, at most `most`, and if there are more, how many.

    Merges that a reader may doubt come first, then by score and form. A form of more than 80 characters is
    cut.

    >>> merge = Merge("ViT", "Vision Transformer", "abbreviation", 0.97, "3 of 3 papers")
    >>> list(union_reasons(Entity("method:vit", "method", "ViT", merges=(merge,))))
    ['"ViT" = "Vision Transformer" (abbreviation, 0.97: 3 of 3 papers)']
    """
    merges = sorted({merge for merge in entity.merges if merge.left != merge.right}, key=_order)
    for merge in merges[:most]:
        rests = f": {merge.evidence}" if merge.evidence else ""
        yield f'"{_short(merge.left)}" = "{_short(merge.right)}" ({merge.rule}, {merge.score:.2f}{rests})'
    if len(merges) > most:
        yield f"and {len(merges) - most:,} more"


def _order(merge: Merge) -> tuple[int, float, str, str, str]:
    rank = _TOP.index(merge.rule) if merge.rule in _TOP else len(_TOP)
    return rank, merge.score, merge.left, merge.right, merge.evidence


def _short(form: str) -> str:
    return form if len(form) <= _LONGEST else form[: _LONGEST - 1] + "…"


Scalar = str | int | float | bool
"""What an attribute can hold."""


class Attribute(NamedTuple):
    """The type of an attribute (str, int, float or bool), and what it says in one line."""

    type: type
    meaning: str


NODE_ATTRIBUTES: Final[Mapping[str, Attribute]] = {
    "label": Attribute(str, "title of a paper, name of an entity"),
    "kind": Attribute(str, "paper, or the kind of the entity"),
    "papers": Attribute(int, "papers that name the entity; of a paper, those that it is linked with"),
    "topic": Attribute(str, "name of the topic"),
    "topic_id": Attribute(str, "id of the topic"),
    "subtopic": Attribute(str, "name of the subtopic, in larger graphs"),
    "subtopic_id": Attribute(str, "id of the subtopic"),
    "date": Attribute(str, "date of the paper: a day, a month or a year"),
    "url": Attribute(str, "address of the paper or repository"),
    "authors": Attribute(str, "authors of the paper, joined with '; '"),
    "venue": Attribute(str, "journal or conference of the paper, as its source writes it"),
    "doi": Attribute(str, "DOI of the paper, without https://doi.org/; not the one that arXiv gives"),
    "arxiv_id": Attribute(str, "arXiv id of the paper, without version"),
    "sources": Attribute(str, "files from which the paper was read, joined with ' | '"),
    "aliases": Attribute(str, "other names of the entity, joined with ' | '"),
    "united": Attribute(str, "why different names are one entity, joined with ' | '"),
    "broader": Attribute(str, "broader terms of a task or technique, joined with ' | '"),
    "abstract": Attribute(str, "abstract of the paper"),
    "x": Attribute(float, "position, to the right"),
    "y": Attribute(float, "position, as the layout gives it"),
    "z": Attribute(float, "position in depth; only where you set it"),
    "size": Attribute(float, "radius, from 4 to 100: grows with `papers`"),
    "r": Attribute(int, "red, from 0 to 255; colours tell kinds"),
    "g": Attribute(int, "green"),
    "b": Attribute(int, "blue"),
    "color": Attribute(str, "colour as #rrggbb in place of r, g and b; only where you set it"),
}
"""The attributes of nodes; a node lacks those that would be empty."""

EDGE_ATTRIBUTES: Final[Mapping[str, Attribute]] = {
    "relation": Attribute(
        str, "proposes, introduces, uses, code, addresses or mentions; related between papers"
    ),
    "weight": Attribute(float, "how strongly the two belong together, from 0 to 1: salience, or confidence"),
    "confidence": Attribute(
        float, "how sure the surest mention is; of a link, how likely a reader of one profits from the other"
    ),
    "salience": Attribute(float, "how much the paper is about the entity, from 0 to 1"),
    "mentions": Attribute(int, "mentions in title and abstract"),
    "surfaces": Attribute(str, "the forms in which the paper names the entity, joined with ' | '"),
    "evidence": Attribute(str, "the sentence that shows the relation best"),
    "origin": Attribute(str, "who says where the code is: extracted, declared or both"),
    "shared": Attribute(str, "labels of the entities that two papers share, joined with ' | '"),
    "shared_count": Attribute(int, "how many entities two papers share"),
    "terms": Attribute(str, "words that the texts of two papers share, joined with ' | '"),
    "reason": Attribute(str, "why two papers are linked, in one sentence"),
}
"""The attributes of edges; an edge lacks those that would be empty."""
