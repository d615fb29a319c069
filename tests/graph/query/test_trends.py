"""Trends: planted ones are found, shuffled dates raise no alarm; scipy's tests as a second opinion."""

from __future__ import annotations

import builtins
from dataclasses import replace
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from scipy.stats import mannwhitneyu

from paperlattice.graph.errors import PaperlatticeError
from paperlattice.graph.query.chance import chance_of_trend
from paperlattice.graph.query.corpus import Corpus, Item, corpus_from
from paperlattice.graph.query.trends import trends_of

MONTHS = [f"2024-{month:02}" for month in range(1, 13)]
PLANTED = ("appears", "fades", "rises", "topic:rises")


def corpus_of(rng: np.random.Generator, *, papers: int = 1_200, constant: int = 40) -> Corpus:
    """Return a growing corpus with entities of constant shares, and a few of which the share changes."""
    growth = np.linspace(1, 3, 12)
    months = rng.choice(12, size=papers, p=growth / growth.sum())
    time = months / 11
    shares = {f"constant{i}": np.full(papers, rng.uniform(0.01, 0.2)) for i in range(constant)}
    shares |= {"appears": 0.08 * (time > 0.6), "rises": 0.25 * time, "fades": 0.25 * (1 - time)}
    return corpus_from(
        [(f"{i:04}", f"Paper {i}", MONTHS[month]) for i, month in enumerate(months)],
        [Item(name, "method", name) for name in shares],
        [(f"{i:04}", name, "uses") for name, share in shares.items() for i in _drawn(rng, share)],
        topics=[Item("topic:rises", "topic", "new"), Item("topic:rest", "topic", "rest")],
        topic_of={f"{i:04}": "topic:rises" for i in _drawn(rng, 0.25 * time)},
    )


def _drawn(rng, share):
    return np.flatnonzero(rng.random(len(share)) < share).tolist()


@pytest.fixture(scope="module")
def planted() -> list[Corpus]:
    return [corpus_of(np.random.default_rng(seed)) for seed in range(20)]


def test_planted_trends_are_found_in_every_corpus(planted):
    for corpus in planted:
        found = trends_of(corpus)
        assert {"appears", "rises", "topic:rises"} <= {row.id for row in found.rising}
        assert "fades" in {row.id for row in found.fading}


def test_what_is_constant_is_not_said_to_change(planted):
    said = [row.id for corpus in planted for row in (*trends_of(corpus).rising, *trends_of(corpus).fading)]
    wrong = [name for name in said if name not in PLANTED]
    assert len(wrong) < 0.05 * len(said)


def test_shuffled_dates_raise_an_alarm_in_fewer_than_one_of_twenty_corpora(planted):
    rng = np.random.default_rng(7)
    alarms = 0
    for corpus in planted * 5:
        found = trends_of(replace(corpus, dates=rng.permutation(corpus.dates).tolist()))
        alarms += bool(found.rising or found.fading)
    assert alarms < 5


def test_a_corpus_that_grows_is_no_trend():
    months = [month for month in range(12) for _ in range(10 * 2 ** (month // 3))]
    rows = [(f"{i:04}", "", MONTHS[month]) for i, month in enumerate(months)]
    corpus = corpus_from(rows, [Item("m", "method", "m")], [(r[0], "m", "uses") for r in rows[::10]])
    (row,) = trends_of(corpus).rows
    assert (row.direction, row.p) == ("", pytest.approx(1.0, abs=0.05))
    assert row.change == pytest.approx(1.0, abs=0.02)


@pytest.mark.parametrize("papers", [8, 40, 190, 260])
def test_chances_are_those_of_the_rank_sum_test(papers):
    """Draws from a large corpus, where it makes no difference whether papers are put back."""
    rng = np.random.default_rng(papers)
    whole = np.array([900, 1_000, 1_100, 1_200, 1_300, 1_500])
    corpus = np.repeat(np.arange(6), whole)
    drawn = rng.choice(corpus, size=papers, p=(p := 6.0 + corpus) / p.sum(), replace=False)
    series = np.bincount(drawn, minlength=6)
    rest = np.repeat(np.arange(6), whole - series)
    second = mannwhitneyu(drawn, rest, method="asymptotic").pvalue
    assert chance_of_trend(series[None], whole)[0] == pytest.approx(second, rel=0.15, abs=1e-6)


def test_chances_hold_where_nearly_all_papers_are_of_one_month():
    """The normal distribution would be wrong here by orders of magnitude."""
    whole = np.array([10, 10, 10, 970])
    rng = np.random.default_rng(3)
    draws = rng.multivariate_hypergeometric(whole, 8, size=4_000)
    assert np.mean(chance_of_trend(draws, whole) <= 0.01) <= 0.012


def dated(dates: list[str], named: list[int]) -> Corpus:
    rows = [(f"{i:03}", f"Paper {i}", day) for i, day in enumerate(dates)]
    return corpus_from(
        rows, [Item("method:m", "method", "M")], [(f"{i:03}", "method:m", "uses") for i in named]
    )


def test_the_change_is_that_of_the_share_with_one_paper_more():
    corpus = dated([*["2024-01"] * 20, *["2024-02"] * 20, *["2024-03"] * 20], [0, 1, 20, *range(40, 52)])
    found = trends_of(corpus)
    assert (found.bins, found.corpus, found.split) == (("2024-01", "2024-02", "2024-03"), (20, 20, 20), 2)
    (row,) = found.rows
    assert (row.papers, row.series, row.early, row.late) == (15, (2, 1, 12), 3, 12)
    assert row.change == pytest.approx(((12 + 1 / 3) / 20) / ((3 + 2 / 3) / 40), abs=1e-4)
    assert row.direction == "rising"
    assert repr(row) == "<method M: 3 -> 12, rising>"


@pytest.mark.parametrize(
    "dates, said",
    [
        (["", "unknown"] * 10, "No paper has a date"),
        (["2024-01-01", "2024-01-02"] * 10, "The papers are of 2 days"),
        (["2024-01-01"] * 20, "The papers are of 1 day:"),
    ],
)
def test_what_cannot_be_tested_is_said(dates, said):
    found = trends_of(dated(dates, list(range(20))))
    assert found.note.startswith(said)
    assert found.rising == found.fading == ()
    assert all(row.p == row.q == 1.0 for row in found.rows)


def test_few_papers_are_listed_on_request_and_never_tested():
    corpus = dated([*["2024-01"] * 20, *["2024-02"] * 20, *["2024-03"] * 20], list(range(53, 60)))
    assert trends_of(corpus).rows == ()
    for found in (trends_of(corpus, also=["method:m"]), trends_of(corpus, min_papers=7)):
        assert [(row.papers, row.p, row.direction) for row in found.rows] == [(7, 1.0, "")]


def test_an_empty_corpus_has_no_trends():
    found = trends_of(corpus_from([], [], []))
    assert (found.bins, found.corpus, found.rows) == ((), (), ())


def test_the_order_of_rows_makes_no_difference():
    corpus = corpus_of(np.random.default_rng(1), papers=300)
    pairs = [
        (corpus.papers[i], corpus.entities[j].id, "uses")
        for i, j in zip(corpus.naming, corpus.named, strict=True)
    ]
    papers = list(zip(corpus.papers, corpus.titles, corpus.dates, strict=True))
    topic_of = {
        paper: corpus.topics[topic].id
        for paper, topic in zip(corpus.papers, corpus.topic_of, strict=True)
        if topic >= 0
    }
    turned = corpus_from(
        papers[::-1], corpus.entities[::-1], pairs[::-1] * 2, topics=corpus.topics[::-1], topic_of=topic_of
    )
    assert trends_of(turned) == trends_of(corpus)


def test_the_frame_has_a_line_for_each_row_and_bin():
    found = trends_of(dated(["2024-01", "2024-02", "2024-03"] * 5, list(range(9))))
    frame = found.to_pandas()
    assert frame.columns.tolist() == ["id", "kind", "label", "bin", "papers", "corpus"]
    assert frame[["bin", "papers", "corpus"]].values.tolist() == [
        ["2024-01", 3, 5],
        ["2024-02", 3, 5],
        ["2024-03", 3, 5],
    ]


def test_the_picture_is_svg_and_always_the_same():
    found = trends_of(corpus_of(np.random.default_rng(2)))
    drawn = found.to_svg()
    assert ET.fromstring(drawn).tag == "{http://www.w3.org/2000/svg}svg"
    assert drawn == found.to_svg()
    assert "rises (" in drawn


@pytest.mark.parametrize("label", ["$x^", r"\alpha & <b>", "a" * 200])
def test_the_picture_takes_any_label(label):
    found = trends_of(dated(["2024-01", "2024-02", "2024-03"] * 5, list(range(9))))
    ET.fromstring(found.to_svg([replace(found.rows[0], label=label)]))


def test_a_picture_of_nothing_says_so():
    assert "nothing rises or fades" in trends_of(corpus_from([], [], [])).to_svg()


@pytest.mark.parametrize("missing, verb", [("pandas", "to_pandas"), ("matplotlib", "to_svg")])
def test_an_extra_that_is_missing_is_named(monkeypatch, missing, verb):
    real = builtins.__import__

    def refuse(name, *rest, **more):
        if name.partition(".")[0] == missing:
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(PaperlatticeError, match=f"pip install {missing}"):
        getattr(trends_of(corpus_from([], [], [])), verb)()
