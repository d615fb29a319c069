"""Which papers are new, by their dates and by when they came in."""

from __future__ import annotations

import pytest

from paperlattice.graph.errors import DateError
from paperlattice.graph.query.corpus import corpus_from
from paperlattice.graph.query.news import LAST, Times, find_news

DATES = {"1": "2025-01-05", "2": "2025-02", "3": "2025", "4": "", "5": "2025-03-01T08:00:00Z", "6": ""}
ADDED = {"1": "2025-01-06T00:00:00Z", "2": "2025-02-02T07:00:00Z", "4": "2025-02-02T07:00:00Z"}
CORPUS = corpus_from([(paper, "", date) for paper, date in DATES.items()], [], [])


def found(added=ADDED, **asked):
    news = find_news(Times(CORPUS, added), **asked)
    new = "".join(paper for paper, is_new in zip(news.corpus.papers, news.is_new, strict=True) if is_new)
    return new, "".join(news.corpus.papers)


@pytest.mark.parametrize(
    "asked, new, kept",
    [
        ({"since": "2025-02-02"}, "2345", "123456"),
        ({"since": "2025-02-03"}, "235", "123456"),
        ({"since": "2025-03"}, "35", "123456"),
        ({"since": "2025-02", "until": "2025-02-20"}, "234", "12346"),
        ({"until": "2025-01"}, "13", "136"),
        ({"since": "2026"}, "", "123456"),
        ({"since": "2027", "until": "2024"}, "", "6"),
        ({}, "24", "123456"),
        ({"added_since": LAST}, "24", "123456"),
        ({"added_since": "2025-01-06"}, "124", "123456"),
        ({"added_since": "2025-01-06T00:00:01Z"}, "24", "123456"),
        ({"added_since": "2025", "since": "2025-02"}, "24", "123456"),
        ({"changed": "2025-04-01T00:00:00Z"}, "", "123456"),
    ],
)
def test_new_is_what_fits_all_that_is_asked(asked, new, kept):
    assert found(**asked) == (new, kept)


def test_where_times_are_unknown_the_newest_date_is_new():
    news = find_news(Times(CORPUS, {}))
    assert (news.since, news.added_since) == ("2025-03-01T08:00:00Z"[:10], "")
    assert "not known when papers came in" in news.notes[0]
    assert found(added={}) == ("35", "123456")


def test_without_times_and_dates_nothing_is_new_and_it_says_so():
    news = find_news(Times(corpus_from([("1", "", "")], [], []), {}))
    assert not news.is_new.any()
    assert news.notes == ("It is not known when papers came in, and none has a date.",)


def test_an_empty_corpus_has_no_news():
    assert not find_news(Times(corpus_from([], [], []), {}), since="2025").corpus.papers


@pytest.mark.parametrize("asked", ["since", "until", "added_since"])
def test_what_is_no_date_is_refused(asked):
    with pytest.raises(DateError, match="'June' is not a date"):
        find_news(Times(CORPUS, ADDED), **{asked: "June"})


def test_a_time_without_any_date_is_refused():
    with pytest.raises(DateError, match="no paper of the graph has a date"):
        find_news(Times(corpus_from([("1", "", "")], [], []), {}), since="2025")
