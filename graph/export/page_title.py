"""The title of a page that was given none: from the names of the files that the papers were read from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from paperlattice.extractors.records import listed
from paperlattice.graph.export.rows import Graph, GraphRows, NetworkxRows, rows_of

_DEFAULT: Final = "Papers"
_FEW: Final = 3
_TOPICS: Final = 2
_MOST: Final = 80
# ".jsonl.gz", ".txt"; not ".5" of "v1.5"
_SUFFIXES: Final = re.compile(r"(\.[A-Za-z][A-Za-z0-9]{0,8})+$")
_GAPS: Final = re.compile(r"[\s_+-]+")
# "1a56f45ac90f8119", "000"; not "cs", "2024" or "decade"
_TELLS_NOTHING: Final = re.compile(r"(?=.*\d)[0-9a-f]{8,}|\d{1,3}", re.IGNORECASE)
_LETTERS: Final = re.compile(r"[^\W\d_]{2}")


def page_title(graph: Graph) -> str:
    """Return a title from the sources of the papers; failing that, from the largest topics.

    One name stays as it is, several have what they begin with in common, or are listed; equal graphs give
    equal titles.
    """
    rows = rows_of(graph)
    return title_of(_sources(rows)) or _about([topic.name for topic in rows.topics if not topic.parent])


def _sources(rows: GraphRows) -> Counter[str]:
    """Return how many papers each source has."""
    if not isinstance(rows, NetworkxRows):
        statement = "SELECT source, count(*) FROM (SELECT unnest(sources) AS source FROM {papers}) GROUP BY 1"
        return Counter(dict(rows.tables.rows(statement)))
    found = Counter[str]()
    for _, data in rows.nodes():
        found.update(filter(None, str(data.get("sources") or "").split(" | ")))
    return found


def title_of(sources: Iterable[str] | Counter[str]) -> str:
    """Return what files hold, from their names, the most frequent first; "" where these say nothing.

    >>> title_of(["hf_daily_2024.jsonl.gz"]), title_of(["000_1a56f45ac90f8119.txt"])
    ('Hf daily 2024', '')
    >>> title_of(["acl-2023.bib", "acl-2024.bib"]), title_of(["emnlp.csv", "acl.csv"])
    ('Acl 2023, 2024', 'Acl and emnlp')
    """
    counts = sources if isinstance(sources, Counter) else Counter(sources)
    order = sorted(counts, key=lambda source: (-counts[source], source))
    names = list(dict.fromkeys(filter(None, map(_words, order))))
    if not names:
        return ""
    title = _joined(names)
    return (title[:1].upper() + title[1:])[:_MOST].rstrip()


def _words(source: str) -> str:
    """Return the words of a file name that say something.

    >>> _words("data/000_hf-daily_v1.5.jsonl.gz"), _words("17.txt"), _words("2024.csv")
    ('hf daily v1.5', '', '')
    """
    stem = _SUFFIXES.sub("", re.split(r"[\\/]", source)[-1])
    words = [word for word in _GAPS.split(stem) if word and not _TELLS_NOTHING.fullmatch(word)]
    return " ".join(words) if _LETTERS.search(" ".join(words)) else ""


def _joined(names: Sequence[str]) -> str:
    split = [name.split() for name in names]
    common = 0
    while all(len(words) > common and words[common] == split[0][common] for words in split):
        common += 1
    start = " ".join(split[0][:common])
    if common and _LETTERS.search(start):
        ends = sorted(" ".join(words[common:]) for words in split)
        return f"{start} {', '.join(filter(None, ends))}".rstrip() if len(names) <= _FEW else start
    more = len(names) - _FEW
    return f"{', '.join(names[:_FEW])} and {more} more" if more > 0 else listed(names, "and")


def _about(topics: Sequence[str]) -> str:
    """Return what papers are about, from the names of their topics, the largest first."""
    if not topics:
        return _DEFAULT
    if len(topics) > _TOPICS:
        return f"{_DEFAULT} on {', '.join(topics[:_TOPICS])} and more"
    return f"{_DEFAULT} on {listed(topics, 'and')}"
