"""What commands print, as lines of text and as JSON records, whose field names scripts rely on."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from paperlattice.extractors.records import KINDS, RANK, Author, Kind, Paper, counted, listed, outward_url
from paperlattice.graph.cli.printing import shown

if TYPE_CHECKING:
    from paperlattice.extractors.sources import FileReport
    from paperlattice.graph.api import KnowledgeGraph
    from paperlattice.graph.model.options import BuildReport, Changes
    from paperlattice.graph.query.answers import EntityView
    from paperlattice.graph.query.pairs import PairExplanation
    from paperlattice.graph.query.topics import TopicFigures, TopicView

MOST_ROWS: Final = 20
_WIDTH: Final = 110


def card_lines(card: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of a record that `card_record` made; long lists are cut, with a note."""
    yield from _paper(card) if card["kind"] == "paper" else _entity(card)


def _entity(card: Mapping[str, Any]) -> Iterator[str]:
    yield f"{card['label']} ({card['kind']}, named by {counted(card['paper_count'], 'paper')})"
    if card["url"]:
        yield card["url"]
    if card["aliases"]:
        yield from _wrapped(f"also called: {', '.join(card['aliases'])}", "  ")
    if card["broader"]:
        yield from _wrapped(f"broader: {', '.join(card['broader'])}", "  ")
    yield from _topic(card, "  ")
    yield ""
    for paper in card["papers"][:MOST_ROWS]:
        yield f"  {paper['relation']:<10}  {paper['salience']:.2f}  {paper['title']} ({paper['id']})"
        yield from _quote(card["kind"], paper["evidence"])
    yield from _more(card["papers"])
    if card["joins"]:
        yield ""
        yield "merged, and why"
        for merge in card["joins"][:MOST_ROWS]:
            why = f"by {merge['rule']}, score {merge['score']:.2f}"
            rests = f": {merge['evidence']}" if merge["evidence"] else ""
            yield f"  {merge['left']} = {merge['right']}  {why}{rests}"
        yield from _more(card["joins"])


def _paper(card: Mapping[str, Any]) -> Iterator[str]:
    yield card["title"]
    sources = f"listed in {', '.join(card['sources'])}" if card["sources"] else ""
    if card["authors"]:
        names = (f"{author['given']} {author['family']}".strip() for author in card["authors"])
        yield from _wrapped("; ".join(names), "")
    parts = (card["id"], card["date"], card["venue"], card["outward_url"], sources)
    yield ", ".join(filter(None, parts))
    if card["keywords"]:
        yield from _wrapped(f"keywords: {', '.join(card['keywords'])}", "")
    yield from (f"{link['kind']}: {link['url']}" for link in _distinct(card["links"]))
    if card["licence"]:
        yield f"licence: {card['licence']}"
    yield from _topic(card)
    if card["abstract"]:
        yield ""
        yield from _wrapped(card["abstract"], "")
    yield ""
    if not card["entities"]:
        yield f"no {listed((facts.one for facts in KINDS.values()), 'or')} was found in it"
    for entity in card["entities"]:
        yield f"  {entity['relation']:<10}  {entity['salience']:.2f}  {entity['label']} ({entity['kind']})"
        yield from _quote(entity["kind"], entity["evidence"])
    if card["related"]:
        yield ""
        yield "related papers"
        for row in card["related"]:
            yield f"  {row['weight']:.2f}  {row['title']} ({row['id']})"
            yield from _wrapped(row["reason"], " " * 8)


def _distinct(links: Iterable[Mapping[str, str]]) -> Iterator[Mapping[str, str]]:
    """Yield each declared link once, whichever sources declare it."""
    yield from {(link["kind"], link["url"]): link for link in links}.values()


_PARTICULAR: Final = 4
_CENTRAL: Final = 2
_LONGEST: Final = 60


def topic_rows(topics: Sequence[TopicView], indent: str = "") -> Iterator[tuple[object, ...]]:
    """Yield for each topic its name, how many papers, what is particular, the titles of central papers.

    Those of its subtopics follow, indented.
    """
    for topic in topics:
        particular = ", ".join(topic.particular[:_PARTICULAR])
        central = "; ".join(_shortened(paper.title) for paper in topic.central[:_CENTRAL])
        yield indent + topic.name, topic.papers, particular, central
        yield from topic_rows(topic.subtopics, indent + "  ")


def topic_line(figures: TopicFigures) -> str:
    """Return the line on how well links keep inside topics."""
    return (
        f"modularity {figures.modularity:.2f}; {figures.inside:.0%} of the weight of links is inside topics"
    )


def _shortened(title: str) -> str:
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"


def _topic(card: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    if card["topic"]:
        names = ", ".join(filter(None, (card["topic"], card["subtopic"])))
        yield from _wrapped(f"topic: {names}", indent)


def _quote(kind: str, evidence: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the most informative sentence: the first of the strongest role."""
    quotable = (span for span in evidence if span["sentence"])
    best = min(quotable, key=lambda span: RANK.get((kind, span["role"]), len(RANK)), default=None)
    if best is not None:
        yield from _wrapped(f'"{best["sentence"]}"', " " * 20)


def _more(rows: Sequence[object]) -> Iterator[str]:
    if len(rows) > MOST_ROWS:
        yield f"  and {len(rows) - MOST_ROWS:,} more (--json has all)"


def _wrapped(text: str, indent: str) -> list[str]:
    width = max(40, min(_WIDTH, shutil.get_terminal_size((_WIDTH, 24)).columns))
    return textwrap.wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def pair_lines(pair: PairExplanation) -> Iterator[str]:
    """Yield the lines of why two papers belong together."""
    linked = "linked" if pair.is_linked else "not linked"
    yield f"{pair.titles[0]} ({pair.left})"
    yield f"{pair.titles[1]} ({pair.right})"
    yield f"{linked}, {pair.weight:.2f}: how likely a reader of one profits from the other"
    yield from _wrapped(pair.reason, "  ")
    yield from _wrapped(pair.verdict, "  ")
    yield ""
    yield "what adds to the log-odds"
    yield from (f"  {part.log_odds:>+6.2f}  {part.what}" for part in pair.parts)
    if pair.shared:
        yield ""
        yield "both name"
        yield from (f"  {n.label} ({n.kind})  {' / '.join(n.relations)}" for n in pair.shared)
    if pair.terms:
        yield ""
        yield from _wrapped(f"both texts have: {', '.join(pair.terms)}", "")
    for sentence in filter(None, pair.sentences):
        yield from _wrapped(f'"{sentence}"', " " * 4)


_MOST_LINES: Final = 20


def report_lines(
    report: BuildReport, written: Iterable[Path], changes: Changes | None = None
) -> Iterator[str]:
    """Yield the lines of a report: input, papers, entities, links, what was skipped and why, files.

    With `changes`, added and removed papers are counted too.
    """
    if report.files:
        files = counted(len(report.files), "file")
        yield _line("read", f"{counted(report.entries, 'entry', 'entries')} in {files}")
        yield from _cut([_file(file) for file in report.files])
    if changes is not None and changes.removed:
        yield _line("removed", counted(changes.removed, "paper"))
    elif changes is not None:
        yield _line(
            "added", f"{changes.new:,} new, {changes.changed:,} changed, {changes.unchanged:,} unchanged"
        )
    merged = "" if changes is not None else f"{counted(report.duplicates, 'duplicate')} merged, "
    yield _line("papers", f"{report.papers:,}, {merged}{report.without_entities:,} without entities")
    nouns = ((KINDS[kind], count) for kind, count in report.entities.items() if kind in KINDS)
    entities = (counted(count, facts.one, facts.many) for facts, count in nouns)
    yield _line("entities", ", ".join(entities))
    yield _line("links", f"{report.links:,} between papers")
    if report.skipped:
        yield _line("skipped", counted(len(report.skipped), "piece of input", "pieces of input"))
        yield from _cut([shown(str(skipped)) for skipped in report.skipped])
    if report.idle_pins:
        yield _line("pins", f"{report.idle_pins:,} without effect")
        yield from (f"  {shown(line)}" for line in report.pins)
        if report.idle_pins > len(report.pins):
            yield f"  and {report.idle_pins - len(report.pins):,} more"
    for number, path in enumerate(written):
        yield _line("" if number else "written", str(path))


def _file(file: FileReport) -> str:
    skipped = f", {counted(file.passed_over, 'piece')} skipped" if file.passed_over else ""
    return shown(f"{file.source}: {counted(file.entries, 'entry', 'entries')} as {file.format}{skipped}")


def _line(what: str, text: str) -> str:
    return f"{what:<10}{text}"


def _cut(lines: Sequence[str]) -> Iterator[str]:
    for line in lines[:_MOST_LINES]:
        yield f"  {line}"
    if len(lines) > _MOST_LINES:
        yield f"  and {len(lines) - _MOST_LINES:,} more"


_MOST_AUTHORS: Final = 2


def few_authors(authors: Sequence[Author]) -> str:
    """Return the authors for a cell: one or two, or the first and "et al."."""
    names = [author.name for author in authors]
    return ", ".join(names) if len(names) <= _MOST_AUTHORS else f"{names[0]} et al."


def paper_record(paper: Paper) -> dict[str, Any]:
    """Return a paper with all its fields."""
    return {"kind": "paper"} | asdict(paper)


def entity_record(entity: EntityView) -> dict[str, Any]:
    """Return an entity with the papers that name it."""
    record = asdict(entity)
    papers = record.pop("papers")
    return record | {"paper_count": len(papers), "papers": papers}


def card_record(
    graph: KnowledgeGraph, name: str, *, kind: Kind | None = None, quoted: int | None = None
) -> dict[str, Any]:
    """Return all about an entity, or about a paper if no entity has the name.

    An entity: its record, its merges, and for each paper, or the first `quoted`, the spans that name it. A
    paper: its record, the entities that it names with their spans, and the papers that it is linked with.

    Raises UnknownNode with the nearest names; those are titles if the name is as long as a title.
    """
    if kind is not None or graph.lookup.find_entities(name):
        return _entity_card(graph, graph.entity(name, kind), quoted)
    paper = graph.lookup.find_paper(name)
    if paper is None:
        raise graph.lookup.unknown_node(name)
    return _paper_card(graph, paper)


def _entity_card(graph: KnowledgeGraph, entity: EntityView, quoted: int | None) -> dict[str, Any]:
    record = entity_record(entity)
    shown = record["papers"][:quoted]
    spans = graph.places(entity.id, [paper["id"] for paper in shown])
    for paper in shown:
        paper["evidence"] = [asdict(span) for span in spans[paper["id"]]]
    joins = [asdict(merge) for merge in graph.merges(entity.id)]
    return record | _topics_of(graph, entity.id) | {"joins": joins}


def _topics_of(graph: KnowledgeGraph, node: str) -> dict[str, str]:
    """Return the names of topic and subtopic, empty where there is none, or none was found yet."""
    found = graph.tables.topics_of([node]).get(node, {})
    return {name: found.get(name, "") for name in ("topic", "subtopic")}


def _paper_card(graph: KnowledgeGraph, paper: Paper) -> dict[str, Any]:
    entities = [
        {
            "id": named.id,
            "kind": named.kind,
            "label": named.label,
            "relation": named.relation,
            "salience": named.salience,
            "evidence": [asdict(span) for span in named.evidence],
        }
        for named in graph.names(paper)
    ]
    related = [asdict(row) for row in graph.related(paper, drawn=True)]
    from paperlattice.graph.model.attributes import paper_node

    topics = _topics_of(graph, paper_node(paper.id))
    more = topics | {"outward_url": outward_url(paper)}
    return paper_record(paper) | more | {"entities": entities, "related": related}
