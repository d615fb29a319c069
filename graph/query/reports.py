"""The questions that are answered by a report: what is new, and a corpus at a glance."""

from __future__ import annotations

import os
from dataclasses import replace

from paperlattice.graph.model.watch import Watch, read_watch
from paperlattice.graph.query.counts import Counts
from paperlattice.graph.query.digest import Digest, digest_of
from paperlattice.graph.query.news import find_news
from paperlattice.graph.query.overview import MOST, Overview, overview_of
from paperlattice.graph.query.watched import with_watched


class Reports(Counts):
    """The questions that are answered by a report on a graph."""

    def digest(
        self,
        *,
        since: str = "",
        until: str = "",
        added_since: str = "",
        watch: Watch | str | os.PathLike[str] | None = None,
        most: int | None = None,
        most_names: int | None = None,
    ) -> Digest:
        """Return what is new: papers by topic, names seen for the first time, code, and what moves.

        By default new is what the last run that added papers brought. With a watch list, new papers are
        ranked by how likely they are of interest: what they name, their topics and authors, and how likely
        they belong together with papers of the list. What rises and fades does so in the whole graph up to
        `until`, as `trends` says. Topics are found first unless the graph has them.

        Args:
            since: The earliest date of new papers: "2025", "2025-06" or "2025-06-15". A paper without a date
                is of the day on which it came in.
            until: The latest date; later papers are left out altogether.
            added_since: When new papers came in at the earliest: a date, or "last" for the last run.
            watch: A watch list, or the path of one, see `read_watch`. Names of nothing are among the notes.
            most: The most new papers to return; None returns all. The rest of the digest is about all.
            most_names: The most names that are seen for the first time to return, and the most repositories.

        Raises:
            DateError: What should be a date is none, or `since` or `until` is given and no paper has one.
            WatchError: The watch list cannot be read.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper, Watch
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet on ImageNet.", date="2025-01-05"),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet.", date="2025-01-06"),
            ... ])
            >>> new = kg.digest(since="2025-01-06", watch=Watch(entities=("QuillNet",)))
            >>> [(row.paper.title, row.reasons) for row in new.papers]
            [('A Second Look', ('uses QuillNet',))]
            >>> new.first_seen
            (<method CLIP: 1 new>,)
            >>> [row.label for row in new.taken_up]
            ['QuillNet']
        """
        followed = watch if isinstance(watch, Watch) or watch is None else read_watch(watch)
        tables = self.topical
        held = self._held_of(tables)
        asked = {"since": since, "until": until, "added_since": added_since}
        news = find_news(held.times, changed=tables.changed(), **asked)
        found = digest_of(held, news, most=None if followed else most, most_names=most_names)
        if followed:
            found = with_watched(found, followed, tables, self.lookup)
        return replace(found, papers=found.papers[:most])

    def overview(self, *, topic: str = "", since: str = "", until: str = "", top: int = MOST) -> Overview:
        """Return a corpus at a glance: topics, what is most named, moves, is taken up and linked, and code.

        Topics are found first unless the graph has them.

        Args:
            topic: A topic by name or id: only its papers count, and its subtopics are listed. "" means all.
            since: The earliest date of papers, included: "2025", "2025-06" or "2025-06-15".
            until: The latest date, included.
            top: The most entities of each kind, papers and so on to list.

        Raises:
            UnknownNode: There is no such topic; the message lists the nearest.
            DateError: `since` or `until` is not a year, month or day, or no paper has a date.

        Example:
            >>> from paperlattice import KnowledgeGraph, Paper
            >>> kg = KnowledgeGraph.build([
            ...     Paper("1", "Quiet Quills", "We propose QuillNet and train it on ImageNet."),
            ...     Paper("2", "A Second Look", "We compare CLIP with QuillNet on ImageNet."),
            ... ])
            >>> found = kg.overview()
            >>> found
            <Overview: 2 papers, 1 topics>
            >>> [(row.label, row.papers, row.own) for row in found.used]
            [('QuillNet', 2, 1), ('CLIP', 1, 0), ('ImageNet', 2, 0)]
        """
        tables = self.topical
        corpus = self._corpus_of(tables)
        chosen, name = self._chosen(corpus, topic, since, until)
        return overview_of(tables, corpus, chosen, topic=name, since=since, until=until, top=top)
