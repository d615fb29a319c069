"""Names that a person gave to topics."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from paperlattice.graph.model.pins import Scope, TopicName, given_scopes, scopes_of
from paperlattice.graph.topics.topics import Topic, TopicPapers, Topics


def called_topics(found: Topics, papers: TopicPapers, pins: Sequence[TopicName]) -> Topics:
    """Return topics with the names that pins give them; ids stay, and no two topics get one name.

    A pin with a paper means the topic, or the subtopic, that the paper is in, whatever it is called now; one
    with a name means what is called so without pins. Of two pins of one topic the first counts.
    """
    if not pins:
        return found
    number: dict[Scope, int] = {}
    for i, (paper, title) in enumerate(zip(papers.ids, papers.titles, strict=True)):
        for scope in scopes_of(paper, title):
            number.setdefault(scope, i)
    wanted: dict[tuple[str, int], str] = {}
    levels = {"topic": (found.topics, found.topic), "subtopic": (found.subtopics, found.subtopic)}
    for pin in pins:
        topics, of_paper = levels[pin.level]
        at = next((number[scope] for scope in given_scopes(pin.paper) if scope in number), -1)
        if pin.paper:
            place = int(of_paper[at]) if at >= 0 and topics else -1
        else:
            key = pin.name.casefold()
            place = next((i for i, topic in enumerate(topics) if topic.name.casefold() == key), -1)
        if place >= 0:
            wanted.setdefault((pin.level, place), pin.to)
    free = {
        topic.name.casefold()
        for level, (topics, _) in levels.items()
        for i, topic in enumerate(topics)
        if (level, i) not in wanted
    }
    named = [_named(topics, level, wanted, free) for level, (topics, _) in levels.items()]
    return replace(found, topics=tuple(named[0]), subtopics=tuple(named[1]))


def _named(
    topics: Iterable[Topic], level: str, wanted: dict[tuple[str, int], str], used: set[str]
) -> list[Topic]:
    named = []
    for i, topic in enumerate(topics):
        name = given = wanted.get((level, i), "")
        number = 1
        while given and name.casefold() in used:
            number += 1
            name = f"{given} ({number})"
        used.add(name.casefold())
        named.append(replace(topic, name=name) if given else topic)
    return named
