"""The model of links, fitted to ratings of invented papers."""

from __future__ import annotations

import gzip
import json
from itertools import permutations

import numpy as np
import pytest

pytest.importorskip("sklearn", reason="training needs the extra `paperlattice[train]`")

from paperlattice.extractors.errors import SourceError
from paperlattice.graph.link import model as model_module, training
from paperlattice.graph.link.figures import FIGURES
from paperlattice.graph.link.training import (
    ENTITY_FIGURES,
    TEXT_FIGURES,
    Rated,
    Rows,
    agreement,
    best_threshold,
    cross_validate,
    fit_model,
    rated_rows,
    read_rated,
    write_model,
)
from paperlattice.graph.model.options import MILLION

THINGS = {
    "Speech Recognition": "Acoustic models turn audio of speakers into phonemes",
    "Protein Folding": "Amino acid sequences fold into structures of proteins",
    "Robot Grasping": "A gripper of a robot arm grasps objects on a table",
    "Machine Translation": "Sentences of a source language are translated into another",
}
MANNERS = ["Fast", "Robust", "Modern"]


def paper(number):
    thing, about = list(THINGS.items())[number % 4]
    title = f"{MANNERS[number // 4]} {thing}"
    return {"id": f"p{number:02}", "title": title, "abstract": f"We study {thing.lower()}. {about}."}


def readings():
    """Return a reading for each paper: another about the same thing is a near one."""
    ids = range(12)
    rated = {(a, b): 3 if a % 4 == b % 4 else 0 for a, b in permutations(ids, 2)}
    return [
        Rated(f"p{a:02}", {f"p{b:02}": rated[a, b] for b in ids if b != a}, pool=1 + a % 2, reading=1)
        for a in ids
    ]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("training") / "corpus"
    folder.mkdir()
    lines = "".join(json.dumps(paper(number)) + "\n" for number in range(12))
    (folder / "some.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    return folder


@pytest.fixture(scope="module")
def rows(corpus):
    return rated_rows(readings(), corpus)


def invented(count=400):
    """Return rows whose ratings depend on the point alone."""
    random = np.random.RandomState(0)
    figures = np.zeros((count, len(FIGURES)), dtype=np.int64)
    figures[:, 0] = random.randint(0, 200_000, count)
    ratings = np.where(figures[:, 0] + random.randint(0, 40_000, count) > 150_000, 2, 1)
    return Rows(figures, ratings, np.arange(count) // 10, np.ones(count // 10, dtype=np.int64))


def test_rows_are_the_pairs_of_first_readings(rows):
    assert rows.figures.shape == (132, len(FIGURES))
    assert rows.ratings.sum() == 12 * 2 * 3
    assert np.array_equal(rows.queries, np.repeat(np.arange(12), 11))


def test_pairs_whose_papers_are_missing_are_counted(corpus, capsys):
    some = [*readings(), Rated("p99", {"p00": 1}, pool=1, reading=1)]
    again = [Rated("p98", {"p97": 1}, pool=1, reading=2)]
    assert len(rated_rows([*some, *again], corpus).ratings) == 132
    assert capsys.readouterr().out.startswith("not in the corpus: 1 of 13 rated papers")


def test_a_corpus_of_other_papers_is_refused(corpus):
    with pytest.raises(SourceError, match="has none of the rated papers"):
        rated_rows([Rated("p99", {"p98": 1}, pool=1, reading=1)], corpus)


def test_the_model_tells_near_pairs(rows):
    probability = fit_model(rows).millionths(rows.figures)
    assert probability[rows.ratings == 3].min() > probability[rows.ratings == 0].max()


def test_probabilities_are_those_of_the_regression():
    rows = invented()
    probability = fit_model(rows).millionths(rows.figures) / MILLION
    assert probability.mean() == pytest.approx((rows.ratings >= 2).mean(), abs=1e-3)


def test_figures_that_are_not_used_weigh_nothing(rows):
    assert set(TEXT_FIGURES) | set(ENTITY_FIGURES) == set(FIGURES)
    weights = dict(zip(FIGURES, fit_model(rows, TEXT_FIGURES).weights, strict=True))
    assert not any(weights[figure] for figure in ENTITY_FIGURES)
    assert any(weights[figure] for figure in TEXT_FIGURES)


def test_a_held_out_query_does_not_count():
    rows = invented()
    wrong = np.where(rows.queries == 3, 3 - rows.ratings, rows.ratings)
    left = rows.queries == 3
    found = [cross_validate(Rows(rows.figures, r, rows.queries, rows.pools)) for r in (rows.ratings, wrong)]
    assert np.array_equal(found[0][left], found[1][left])
    assert not np.array_equal(found[0], found[1])


def test_the_best_threshold_is_that_of_a_loop():
    random = np.random.RandomState(3)
    ratings, probability = random.randint(0, 4, 60), random.randint(1, 50, 60)

    def f1(least):
        both = int(((probability >= least) & (ratings >= 2)).sum())
        return 2 * both / int((probability >= least).sum() + (ratings >= 2).sum())

    assert best_threshold(ratings, probability) == max(set(probability.tolist()), key=lambda t: (f1(t), t))


def test_a_written_model_is_read_again(rows, tmp_path, monkeypatch):
    fitted = fit_model(rows)
    (tmp_path / "link").mkdir()
    write_model(fitted, tmp_path / "link" / "model.json")
    monkeypatch.setattr(model_module, "files", lambda package: tmp_path)
    assert model_module.load_link_model.__wrapped__() == fitted


def test_one_command_fits_and_one_measures(corpus, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(training, "read_rated", readings)
    training.main([str(corpus.parent), "--out", str(tmp_path / "model.json"), "--processes", "1"])
    assert capsys.readouterr().out.startswith("rated pairs: 132 of 12 queries\nmodel of links -> ")
    written = (tmp_path / "model.json").read_bytes()
    training.main(
        [str(corpus.parent), "--out", str(tmp_path / "model.json"), "--measure", "--processes", "1"]
    )
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(" queries")[0] for line in lines[2:7]] == [
        *("texts only, 12", "entities only, 12", "all, 12", "all, pool 1, 6", "all, pool 2, 6")
    ]
    assert "all, 12 queries: ndcg 1.000 (1.000 to 1.000), map 1.000 (1.000 to 1.000), f1 1.000" in lines[4]
    assert lines[7].startswith("all less texts only: ndcg 0.000 (0.000 to 0.000), ")
    assert lines[-1] == "no pair was read twice"
    assert (tmp_path / "model.json").read_bytes() == written


def test_agreement_counts_what_both_read():
    first = Rated("a", {"b": 2, "c": 0, "d": 1, "e": 3}, pool=1, reading=1)
    second = Rated("a", {"b": 1, "c": 0, "d": 1, "e": 2, "f": 3}, pool=1, reading=2)
    assert agreement([second, first]) == (
        "4 pairs of 1 query were read twice: on one side of 2 for 75.0 %, equal for 50.0 %, kappa 0.50"
    )


def test_the_packaged_pairs_are_well_formed():
    found = read_rated()
    firsts = [one.query for one in found if one.reading == 1]
    assert len(firsts) == len(set(firsts))
    assert {one.query for one in found} == set(firsts)
    assert {rating for one in found for rating in one.ratings.values()} == {0, 1, 2, 3}
    assert all(one.query not in one.ratings for one in found)
    ratings = {(one.query, one.reading): one.ratings for one in found}
    assert all(set(ratings[one.query, 1]) == set(one.ratings) for one in found if one.reading == 2)
