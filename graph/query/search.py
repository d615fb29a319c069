"""The conditions that papers of a text, an author or a time meet, in SQL."""

from __future__ import annotations

import re
from typing import Final

from paperlattice.extractors.sources.values import normalise_date
from paperlattice.graph.errors import DateError

# Characters that are not ASCII and fold to ASCII letters, and all that parts words.
_FOLDING: Final = "[ßİŉſǰẖẗẘẙẚẞKﬀﬁﬂﬃﬄﬅﬆ]"
_BLANKS: Final = (
    r"[\s\x0b\x1c-\x1f\x85\xa0\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]+"
)
_TEXT: Final = "concat(title, chr(10), abstract)"
_WIDE: Final = "(strlen(title) <> length(title) OR strlen(abstract) <> length(abstract))"
_FOLDS: Final = f"({_WIDE} AND regexp_matches({_TEXT}, '{_FOLDING}'))"
_LONGEST: Final = 500  # of a text that is looked for: a pattern has a limit


def folded(text: str) -> str:
    """Return a text as `text=` compares it: case folded, each run of blanks and line breaks one blank."""
    return " ".join(text.casefold().split())


def may_hold(sought: str, *, first: int) -> tuple[str, list[str]]:
    """Return a condition that all papers with a folded text meet, and few others, and its values.

    Folding plain ASCII does no more than a pattern does that ignores case. Other text meets it too if it has
    a character that folds to ASCII. The values are numbered from `first` on.
    """
    if not sought.isascii():
        return _WIDE, []
    pattern = _BLANKS.join(map(re.escape, sought[:_LONGEST].split()))
    return f"(regexp_matches({_TEXT}, ${first}, 'i') OR {_FOLDS})", [pattern]


def doubtful(sought: str) -> str:
    """Return SQL for the text of a paper that meets `may_hold` and may yet lack what is sought, else null."""
    return _TEXT if _is_loose(sought) else f"CASE WHEN {_FOLDS} THEN {_TEXT} END"


def holds(text: str, sought: str) -> bool:
    """Return whether the text of a paper that meets `may_hold` has what is sought, a folded text."""
    return (text.isascii() and not _is_loose(sought)) or sought in folded(text)


def _is_loose(sought: str) -> bool:
    """Return whether ASCII texts may meet `may_hold` that lack what is sought."""
    return len(sought) > _LONGEST or not sought.isascii()


_RUN: Final = re.compile(r"\w+")  # "low", "rank" and "ad" of "low-rank ad"
_MOST_RUNS: Final = 4


def may_hold_words(sought: str, *, first: int) -> tuple[str, list[str]]:
    """Return a query for the ids of the papers whose words may make up a folded text, and its values.

    Only the ends of what is sought may be parts of words; of many words the longest decide. The query is ""
    for a text without words, which no word can tell. The values are numbered from `first` on.
    """
    words, conditions = _runs(sought, first)
    if not conditions:
        return "", []
    within = (f"number IN (SELECT unnest(numbers) FROM {{text_index}} WHERE {word})" for word in conditions)
    return f"SELECT paper_id FROM {{text_numbers}} WHERE {' AND '.join(within)}", words


def is_word(sought: str) -> bool:
    """Return whether a folded text has the papers that `may_hold_words` gives and no others: as one word."""
    return _RUN.fullmatch(sought) is not None


def are_frequent(sought: str) -> tuple[str, *tuple[str, ...]]:
    """Return a query for whether more than half of the papers have each of the words, and its values."""
    words, conditions = _runs(sought, 1)
    papers = "(SELECT count(*) / 2 FROM {text_numbers})"
    counts = (f"(SELECT sum(len(numbers)) FROM {{text_index}} WHERE {word})" for word in conditions)
    return f"SELECT {' AND '.join(f'coalesce({n}, 0) > {papers}' for n in counts) or 'true'}", *words


def _runs(sought: str, first: int) -> tuple[list[str], list[str]]:
    """Return the longest words of a folded text and what holds of each in the index, from `first` on."""
    runs = [
        (match[0], _WITHIN[match.start() == 0, match.end() == len(sought)]) for match in _RUN.finditer(sought)
    ]
    chosen = sorted(set(runs), key=lambda run: (-len(run[0]), run))[:_MOST_RUNS]
    return [word for word, _ in chosen], [how.format(f"${n}") for n, (_, how) in enumerate(chosen, first)]


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
