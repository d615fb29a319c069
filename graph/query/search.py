"""The conditions that papers of a text, an author or a time meet, in SQL."""

from __future__ import annotations

import re
from typing import Final

from paperlattice.extractors.sources.values import normalise_date
from paperlattice.graph.errors import DateError

# Characters that are not ASCII and fold to ASCII letters, and the blanks of ASCII but for the blank itself.
_FOLDING: Final = "[ßİŉſǰẖẗẘẙẚẞKﬀﬁﬂﬃﬄﬅﬆ]"
_BLANKS: Final = (9, 10, 11, 12, 13, 28, 29, 30, 31)
_WIDE: Final = "(strlen(title) <> length(title) OR strlen(abstract) <> length(abstract))"


def folded(text: str) -> str:
    """Return a text as `text=` compares it: case folded, each run of blanks and line breaks one blank."""
    return " ".join(text.casefold().split())


def may_hold(sought: str) -> tuple[str, list[str]]:
    """Return a condition that all papers with a folded text meet, and few others, and its values.

    Folding plain ASCII does no more than `lower`, so that what is sought occurs as it is, unless it spans
    blanks other than single ones, or title and abstract. In other text each word occurs, in ASCII or with a
    character that folds to ASCII.
    """
    if not sought.isascii():
        return _WIDE, []
    words = sought.split()
    values = [sought, *sorted(set(words), key=lambda word: (-len(word), word))]
    tails = [" ".join(words[start:]) for start in range(1, len(words))]
    holds = [
        f"(contains(lower(abstract), ${n}) OR contains(lower(title), ${n}))"
        for n in range(1, len(values) + 1)
    ]
    odd = [f"contains({field}, chr({sign}))" for field in ("abstract", "title") for sign in _BLANKS]
    odd += [f"contains({field}, '  ')" for field in ("abstract", "title")]
    odd += [
        f"starts_with(lower(ltrim(abstract)[:{len(t)}]), ${n})" for n, t in enumerate(tails, len(values) + 1)
    ]
    each = " AND ".join(holds[1:])
    wide = f"{_WIDE} AND (({each}) OR regexp_matches(title || abstract, '{_FOLDING}'))"
    spanning = f" OR ({each} AND ({' OR '.join(odd)}))" if tails else ""
    return f"({holds[0]}{spanning} OR ({wide}))", [*values, *tails]


_RUN: Final = re.compile(r"\w+")  # "low", "rank" and "ad" of "low-rank ad"
_MOST_RUNS: Final = 4


def may_hold_words(sought: str) -> tuple[str, list[str]]:
    """Return a query for the ids of the papers whose words may make up a folded text, and its values.

    Only the ends of what is sought may be parts of words; of many words the longest decide. The query is ""
    for a text without words, which no word can tell.
    """
    runs = [
        (match[0], _WITHIN[match.start() == 0, match.end() == len(sought)]) for match in _RUN.finditer(sought)
    ]
    chosen = sorted(set(runs), key=lambda run: (-len(run[0]), run))[:_MOST_RUNS]
    conditions = [
        f"number IN (SELECT unnest(numbers) FROM {{text_index}} WHERE {within.format(f'${n}')})"
        for n, (_, within) in enumerate(chosen, 1)
    ]
    if not conditions:
        return "", []
    return f"SELECT paper_id FROM {{text_numbers}} WHERE {' AND '.join(conditions)}", [w for w, _ in chosen]


_WITHIN: Final = {
    (False, False): "word = {}",
    (True, False): "suffix(word, {})",
    (False, True): "starts_with(word, {})",
    (True, True): "contains(word, {})",
}
"""What holds of the word of a run that begins a text, or ends it."""

PLAIN: Final = "strip_accents(lower({}))"
"""SQL for a text without case and accents."""

# "Jean", "Pierre" and "A" of "Jean-Pierre A."
_WORD: Final = re.compile(r"[^\W_]+")


def has_author(name: str, *, first: int) -> tuple[str, list[str]]:
    """Return the condition that one author has words that begin as those of a name, and its values.

    The values are numbered from `first` on. A name without any word is nobody's.
    """
    words = _WORD.findall(name)
    whole = PLAIN.format("concat(a.given, ' ', a.family)")
    spaced = f"concat(' ', regexp_replace({whole}, '[^\\pL\\pN]+', ' ', 'g'))"
    holds = [
        f"contains({spaced}, concat(' ', {PLAIN.format(f'${n}')}))" for n in range(first, first + len(words))
    ]
    return f"len(list_filter(authors, lambda a: {' AND '.join(holds) or 'false'})) > 0", words


def check_date(date: str) -> None:
    """Raise DateError unless a text is a year, month or day as papers have it."""
    if not date or normalise_date(date) != date:
        raise DateError.of(date)


def is_of_time(date: str, sign: str, *, first: int) -> tuple[str, list[str]]:
    """Return the condition that a paper is of a date or later (`sign` >=), or earlier (<=), and its value.

    Dates are compared at the coarser precision: a paper of "2025" fits since 2025-06 and until 2025-06, for
    it may be of that month. A paper without a date fits nothing. The value is numbered `first`. Raises
    DateError for what is not a year, month or day.
    """
    check_date(date)
    shorter = f"least(length(date), length(${first}))"
    return f"date <> '' AND left(date, {shorter}) {sign} left(${first}, {shorter})", [date]
