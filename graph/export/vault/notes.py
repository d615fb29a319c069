"""The notes of a vault: what stands in their front matter and between their marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from paperlattice.extractors.records import KINDS, RELATIONS, Paper, outward_url
from paperlattice.graph.export.vault.content import INDEX, MAP, Content, Naming, Related, kind_of
from paperlattice.graph.export.vault.markdown import (
    Value,
    is_web,
    link_label,
    markdown,
    property_text,
    tag,
    web_link,
    wiki_link,
)
from paperlattice.graph.model.attributes import paper_node, union_reasons
from paperlattice.graph.model.records import Entity, TopicFacts

_MOST_LISTED: Final = 100
_MOST_AUTHORS: Final = 300
_NEWEST: Final = 20
_MOST_USED: Final = 10
_KINDS_OF: Final = {
    relation: sum(relation in facts.relations for facts in KINDS.values()) for relation in RELATIONS
}
_LINKED: Final = {
    "project": "project_page",
    "model": "linked_models",
    "dataset": "linked_datasets",
    "space": "linked_spaces",
}


@dataclass(frozen=True, slots=True)
class Note:
    """A note on a node: the fields of its front matter, and the Markdown between its marks."""

    id: str
    fields: Mapping[str, Value]
    body: str


class NoteWriter:
    """Writes the notes of a graph; `paths` are those of the notes, by node."""

    def __init__(self, content: Content, paths: Mapping[str, str]) -> None:
        self._content = content
        self._paths = paths
        self._topics = {topic.id: topic for topic in content.topics}

    def topic_notes(self) -> Iterator[Note]:
        """Yield the notes on topics, and the index last: what it leads to is then there."""
        members = self._members()
        for topic in self._content.topics:
            yield self.topic_note(topic, members.get(topic.id, []))
        yield self.index_note()

    # --- a paper

    def paper_note(self, paper: Paper, named: Sequence[Naming] = (), related: Sequence[Related] = ()) -> Note:
        """Return the note on a paper, with what it names and is linked with, what counts most first.

        Read as a source it gives the same paper.
        """
        node = paper_node(paper.id)
        title, _ = self._content.titles[node]
        authors = [", ".join(filter(None, (a.family, a.given))) for a in paper.authors[:_MOST_AUTHORS]]
        topic, subtopic = self._content.places.get(node, ("", ""))
        links = {
            name: sorted({link.url for link in paper.links if link.kind == kind and is_web(link.url)})
            for kind, name in _LINKED.items()
        }
        fields: dict[str, Value] = {
            "aliases": self._aliases(node, [title]),
            "tags": [tag("paper"), *_topic_tags(topic)],
            "kind": "paper",
            "id": property_text(paper.id),
            "title": property_text(title),
            "authors": list(map(property_text, authors)),
            "date": paper.date,
            "venue": property_text(paper.venue),
            "doi": property_text(paper.doi),
            "arxiv": property_text(paper.arxiv_id),
            "url": paper.url if is_web(paper.url) else "",
            "code": list(filter(is_web, paper.declared)),
            **links,
            "keywords": list(map(property_text, paper.keywords)),
            "categories": list(map(property_text, paper.categories)),
            "licence": property_text(paper.licence),
            "topic": property_text(self._topic_name(topic)),
            "subtopic": property_text(self._topic_name(subtopic)),
        }
        lines = (
            *self._paper_lines(paper, title, list(filter(None, (topic, subtopic)))),
            *self._link_lines(named, related),
        )
        return Note(node, fields, "".join(lines))

    def _paper_lines(self, paper: Paper, title: str, topics: Sequence[str]) -> Iterator[str]:
        yield f"# {markdown(title)}\n"
        names = [author.name for author in paper.authors[:_MOST_LISTED]]
        more = len(paper.authors) - len(names)
        listed = ", ".join(names) + (f" and {more:,} more" if more else "")
        url = outward_url(paper)
        facts = [markdown(fact) for fact in (listed, paper.venue, paper.date) if fact.strip()]
        facts += [web_link(url, "paper")] if is_web(url) else []
        if facts:
            yield f"\n{' · '.join(facts)}\n"
        if topics:
            yield f"\nTopic: {' › '.join(map(self._link, topics))}\n"
        if abstract := markdown(paper.abstract):
            yield f"\n> [!abstract] Abstract\n> {abstract}\n"

    def _link_lines(self, named: Sequence[Naming], related: Sequence[Related]) -> Iterator[str]:
        for relation, facts_of in RELATIONS.items():
            if chosen := [row for row in named if row.relation == relation]:
                yield f"\n## {facts_of.section or facts_of.label}\n\n"
                yield from self._named_lines(chosen)
        if related:
            yield f"\n## {RELATIONS['related'].label}\n\n"
            for link in related:
                yield f"- {self._link(link.paper)} {link.weight:.0%}: {markdown(link.reason)}\n"

    def _named_lines(self, rows: Sequence[Naming]) -> Iterator[str]:
        """Yield what one sentence names, and below it the sentence."""
        by_sentence: dict[str, list[Naming]] = {}
        for row in rows:
            by_sentence.setdefault(row.sentence, []).append(row)
        for sentence, named in by_sentence.items():
            several = _KINDS_OF[named[0].relation] > 1
            found = [self._name(row) + (f" ({KINDS[row.kind].one})" if several else "") for row in named]
            if sentence:
                yield f"- {', '.join(found)}\n    > {markdown(sentence)}\n"
            else:
                yield f"- {', '.join(found)}: declared outside of the text\n"

    def _name(self, row: Naming) -> str:
        if row.entity in self._content.noted:
            return self._link(row.entity)
        label, url = self._content.entities[row.entity]
        return web_link(url, label)

    # --- an entity

    def entity_note(self, entity: Entity, rows: Sequence[Naming]) -> Note:
        """Return the note on an entity: other names, and the papers with the sentences that name it."""
        topic, _ = self._content.places.get(entity.id, ("", ""))
        fields: dict[str, Value] = {
            "aliases": self._aliases(entity.id, [entity.label, *entity.aliases]),
            "tags": [tag(entity.kind), *_topic_tags(topic)],
            "kind": entity.kind,
            "id": entity.id,
            "papers": len(rows),
            "url": entity.url if is_web(entity.url) else "",
            "broader": list(map(property_text, entity.broader)),
            "topic": property_text(self._topic_name(topic)),
        }
        return Note(entity.id, fields, "".join(self._entity_lines(entity, rows)))

    def _entity_lines(self, entity: Entity, rows: Sequence[Naming]) -> Iterator[str]:
        yield f"# {markdown(entity.label)}\n\n"
        papers = len(rows)
        named = f"named by {papers:,} paper{'' if papers == 1 else 's'}"
        yield f"{KINDS[entity.kind].one.capitalize()}, {named}.\n"
        if entity.url:
            yield f"\n{web_link(entity.url, entity.url)}\n"
        for what, texts in (("Also", entity.aliases), ("Broader", entity.broader)):
            if texts:
                yield f"\n{what}: {', '.join(map(markdown, texts))}\n"
        if reasons := list(union_reasons(entity)):
            yield "\n## Why these names are one\n\n"
            yield from (f"- {markdown(reason)}\n" for reason in reasons)
        for relation, of_relation in groupby(rows, key=lambda row: row.relation):
            found = list(of_relation)
            yield f"\n## {RELATIONS[relation].by}\n\n"
            for row in found[:_MOST_LISTED]:
                said = f"    > {markdown(row.sentence)}\n" if row.sentence else ""
                outside = "" if row.sentence else ": declared outside of the text"
                yield f"- {self._dated(row.paper)}{outside}\n{said}"
            yield _more(len(found))

    # --- topics and the index

    def topic_note(self, topic: TopicFacts, members: Sequence[str]) -> Note:
        """Return the note on a topic or subtopic, with the papers in it."""
        kind = "subtopic" if topic.parent else "topic"
        fields: dict[str, Value] = {
            "aliases": self._aliases(topic.id, [topic.name]),
            "tags": [tag(kind)],
            "kind": kind,
            "id": topic.id,
            "papers": topic.papers,
        }
        return Note(topic.id, fields, "".join(self._topic_lines(topic, members)))

    def _topic_lines(self, topic: TopicFacts, members: Sequence[str]) -> Iterator[str]:
        yield f"# {markdown(topic.name)}\n\n{_counted(topic.papers)}.\n"
        if topic.parent:
            yield f"\nPart of {self._link(topic.parent)}.\n"
        if topic.particular:
            yield f"\nParticular: {', '.join(map(markdown, topic.particular))}\n"
        if inner := [inner for inner in self._content.topics if inner.parent == topic.id]:
            yield "\n## Subtopics\n\n"
            yield from (f"- {self._link(one.id)}: {_counted(one.papers)}\n" for one in inner)
        yield "\n## Most central\n\n"
        yield from (f"- {self._dated(paper_node(paper))}\n" for paper in topic.central)
        yield "\n## Newest\n\n"
        newest = self._newest_first(members)
        yield from (f"- {self._dated(node)}\n" for node in newest[:_MOST_LISTED])
        yield _more(len(newest))

    def index_note(self) -> Note:
        """Return the note that leads to all others."""
        return Note(INDEX, {"tags": [tag("index")], "kind": "index"}, "".join(self._index_lines()))

    def _index_lines(self) -> Iterator[str]:
        content = self._content
        dates = sorted(date for _, date in content.titles.values() if date)
        period = f", {dates[0]} to {dates[-1]}" if dates else ""
        yield f"# Index\n\n{_counted(len(content.titles))}{markdown(period)}. {self._map_link()}\n\n"
        yield "Each export writes anew what stands between the marks; what you write around it stays.\n"
        yield "\n## Topics\n\n"
        for topic in content.topics:
            if not topic.parent:
                told = markdown(", ".join(topic.particular[:4]))
                yield f"- {self._link(topic.id)}: {_counted(topic.papers)}{told and f'; {told}'}\n"
        for kind, facts in KINDS.items():
            found = [node for node in content.noted if kind_of(node) == kind]
            if found:
                used = sorted(found, key=lambda node: (-content.named_by[node], node))[:_MOST_USED]
                yield f"\n## {facts.many.capitalize()} named most\n\n"
                yield from (f"- {self._link(node)}: {_counted(content.named_by[node])}\n" for node in used)
        yield "\n## Newest papers\n\n"
        newest = self._newest_first(content.titles)
        yield from (f"- {self._dated(node)}\n" for node in newest[:_NEWEST])

    # --- parts

    def _map_link(self) -> str:
        return wiki_link(self._paths[MAP], "Map of the topics")

    def _link(self, node: str) -> str:
        return wiki_link(self._paths[node], self._label(node))

    def _label(self, node: str) -> str:
        if node in self._content.titles:
            return self._content.titles[node][0]
        if node in self._topics:
            return self._topics[node].name
        return self._content.entities[node][0]

    def _topic_name(self, topic: str) -> str:
        return self._topics[topic].name if topic in self._topics else ""

    def _dated(self, paper: str) -> str:
        date = self._content.titles[paper][1]
        return self._link(paper) + (f" ({markdown(date)})" if date else "")

    def _newest_first(self, papers: Iterable[str]) -> list[str]:
        """Return papers by date, those without one last, then by title and id."""
        facts = self._content.titles
        by_title = sorted(papers, key=lambda paper: (facts[paper][0], paper))
        return sorted(by_title, key=lambda paper: facts[paper][1], reverse=True)

    def _aliases(self, node: str, names: Sequence[str]) -> list[str]:
        """Return other names by which Obsidian finds a note: as link labels, without that of the file."""
        labels = [link_label(name) for name in names if name.strip()]
        found = {label.casefold(): label for label in reversed(labels)}  # of two cases the first
        found.pop(self._paths[node].rpartition("/")[2].casefold(), None)
        return [label for label in labels if found.get(label.casefold()) == label]

    def _members(self) -> dict[str, list[str]]:
        """Return the papers of each topic and subtopic."""
        found: dict[str, list[str]] = {}
        for node in self._content.titles:
            for topic in filter(None, self._content.places.get(node, ())):
                found.setdefault(topic, []).append(node)
        return found


def _topic_tags(topic: str) -> list[str]:
    return [tag("topic", topic)] if topic else []


def _counted(papers: int) -> str:
    return f"{papers:,} paper{'' if papers == 1 else 's'}"


def _more(found: int) -> str:
    more = found - _MOST_LISTED
    return f"\n{more:,} more lead here: see the backlinks of this note.\n" if more > 0 else ""
