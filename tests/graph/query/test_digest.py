"""What is new: the difference of two stores; planted news are found, shuffled dates raise no alarm."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import Phase, given, settings, strategies as st

from paperlattice import Author, Digest, KnowledgeGraph, Mention, Paper, Store, Watch
from paperlattice.extractors import read_papers
from paperlattice.graph.model.records import Entity
from paperlattice.graph.query.corpus import Corpus, Item, corpus_from
from paperlattice.graph.query.digest import first_seen_of

SAMPLE = Path(__file__).parents[3] / "graph" / "sample" / "daily_papers.txt"
BEFORE, AFTER = "2025-03-01", "2025-03-02"


@pytest.fixture(scope="module")
def sample() -> list[Paper]:
    """Some papers of the sample, which share names."""
    return sorted(read_papers(SAMPLE).papers, key=lambda paper: paper.id)[:6]


def named_by(kg: KnowledgeGraph, papers: set[str]) -> set[tuple[str, str]]:
    return {(row[1], row[0]) for row in kg.tables.incidence_of(papers)}


@settings(max_examples=settings.default.max_examples // 20, phases=[Phase.explicit, Phase.generate])
@given(data=st.data())
def test_a_digest_is_the_difference_of_two_stores(sample, tmp_path_factory, data):
    old = set(data.draw(st.sets(st.sampled_from([paper.id for paper in sample]), min_size=1, max_size=5)))
    dated = [replace(paper, date=BEFORE if paper.id in old else AFTER) for paper in sample]
    path = tmp_path_factory.mktemp("stores") / "store.duckdb"
    with pytest.MonkeyPatch.context() as patch, Store.create(path, links="none") as store:
        store.add([paper for paper in dated if paper.id in old])
        before = {paper.id for paper in store.graph.papers()}
        named_before = {entity.id for entity in store.graph.entities()}
        patch.setenv("SOURCE_DATE_EPOCH", "4000000000")
        store.add([paper for paper in dated if paper.id not in old])
        second = store.graph
        found = second.digest(since=AFTER)
        check_difference(second, found, before, named_before)
        last = second.digest()
    assert (last.papers, last.first_seen, last.code) == (found.papers, found.first_seen, found.code)


def check_difference(kg: KnowledgeGraph, found: Digest, before: set[str], named_before: set[str]) -> None:
    assert {row.paper.id for row in found.papers} == {paper.id for paper in kg.papers()} - before
    named = {e.id for e in kg.entities()}
    assert {row.id for row in found.first_seen} == named - named_before
    repos = {e.id for e in kg.entities("repo")} - named_before
    known = {e.id for e in kg.entities("method")} & named_before
    pairs = named_by(kg, {row.paper.id for row in found.papers})
    coded = {
        (repo, paper) for repo, paper in pairs if repo in repos and any((m, paper) in pairs for m in known)
    }
    assert {(row.id, row.paper) for row in found.code} == coded


def planted(
    rng: np.random.Generator, *, papers: int = 1_000, constant: int = 300
) -> tuple[Corpus, np.ndarray]:
    """Return a corpus, and which papers are new: the last twentieth, in which alone some entities appear."""
    new = np.arange(papers) >= papers * 19 // 20
    shares = {f"constant{i}": np.full(papers, 10 ** rng.uniform(-2.7, -0.7)) for i in range(constant)}
    named = {name: np.flatnonzero(rng.random(papers) < share) for name, share in shares.items()}
    named |= {f"appears{i}": rng.choice(np.flatnonzero(new), 4, replace=False) for i in range(10)}
    corpus = corpus_from(
        [(f"{i:04}", "", "") for i in range(papers)],
        [Item(name, "method", name) for name in named],
        [(f"{i:04}", name, "uses") for name, found in named.items() for i in found.tolist()],
    )
    return corpus, new


def test_planted_first_appearances_are_found_and_little_else():
    said = []
    for seed in range(5):
        found = first_seen_of(*planted(np.random.default_rng(seed)))
        sure = [row.id for row in found if row.is_sure]
        assert {f"appears{i}" for i in range(10)} <= set(sure)
        assert sure == [row.id for row in found[: len(sure)]]
        said += sure
    assert sum(name.startswith("constant") for name in said) < 0.05 * len(said)


def test_shuffled_papers_raise_an_alarm_in_fewer_than_one_of_twenty_corpora():
    alarms = 0
    for seed in range(60):
        rng = np.random.default_rng(seed)
        corpus, new = planted(rng, papers=400, constant=60)
        alarms += any(row.is_sure for row in first_seen_of(corpus, rng.permutation(new)))
    assert alarms < 3


def test_the_chance_is_that_of_drawing_only_new_papers():
    rows = [(f"{i:02}", "", "") for i in range(20)]
    named = [*((f"{i:02}", "m", "uses") for i in (15, 18)), ("19", "m", "proposes"), ("19", "alone", "uses")]
    corpus = corpus_from(rows, [Item("m", "method", "M"), Item("alone", "method", "Alone")], named)
    both, alone = first_seen_of(corpus, np.arange(20) >= 15)
    assert (both.papers, both.p) == (("19", "15", "18"), pytest.approx(5 * 4 * 3 / (20 * 19 * 18)))
    assert (alone.papers, alone.p, alone.q, alone.is_sure) == (("19",), 1.0, 1.0, False)


ROWS = (
    Paper("1", "Quiet Quills", "We propose QuillNet.", "2025-01-01", authors=(Author("Ada", "Quill"),)),
    Paper("2", "Loud Quills", "QuillNet meets CLIP.", "2025-01-02"),
    Paper("3", "A Second Look", "QuillNet again, with Fernleaf.", "2025-02-01", url="https://a.example/3"),
    Paper("4", "A Third Look", "We propose Fernleaf.", "2025-02-02", authors=(Author("Ada", "Quill"),)),
)
NAMED = (
    ("1", "method:quillnet", "proposes", 0.9),
    ("2", "method:quillnet", "uses", 0.3),
    ("2", "method:clip", "uses", 0.3),
    ("3", "method:quillnet", "uses", 0.7),
    ("3", "method:fernleaf", "uses", 0.2),
    ("3", "task:looking", "mentions", 0.1),
    ("3", "repo:look", "code", 0.6),
    ("4", "method:fernleaf", "proposes", 0.9),
    ("4", "repo:fern", "code", 0.6),
)
RELATED = "related to 'A Third Look': A Second Look names Fernleaf, which A Third Look proposes."
LABELS = {"method:quillnet": "QuillNet", "method:clip": "CLIP", "method:fernleaf": "Fernleaf"}


@pytest.fixture(scope="module")
def kg(make_graph) -> KnowledgeGraph:
    entities = [
        Entity(name, name.partition(":")[0], LABELS.get(name, name), url=f"https://github.com/x/{name[5:]}")
        for name in sorted({row[1] for row in NAMED})
    ]
    named = []
    for paper, name, role, salience in NAMED:
        label = LABELS.get(name, name)
        at = next((p.text.find(label) for p in ROWS if p.id == paper), -1)
        span = (label, at, at + len(label)) if at >= 0 else ("", 0, 0)
        rule = "test" if at >= 0 else "declared"
        kind = name.partition(":")[0]
        named.append((Mention(paper, kind, label, *span, role, rule, 0.9, salience), name))
    return make_graph(ROWS, entities, named)


def test_new_papers_say_what_they_are_about(kg):
    found = kg.digest(since="2025-02")
    third, fourth = sorted(found.papers, key=lambda row: row.paper.id)
    assert third.about == "Uses QuillNet, Fernleaf. Has code repo:look."
    assert (fourth.about, fourth.sentence) == (
        "Proposes Fernleaf. Has code repo:fern.",
        "We propose Fernleaf.",
    )
    assert (found.before, repr(found)) == (2, "<Digest: 2 new papers, 2 before>")
    assert sum(topic.new for topic in found.topics) == 2


def test_what_is_first_seen_begins_with_those_that_propose_it(kg):
    first = {row.id: row.papers for row in kg.digest(since="2025-02").first_seen}
    assert first["method:fernleaf"] == ("4", "3")
    assert set(first) == {"method:fernleaf", "task:looking", "repo:look", "repo:fern"}


def test_new_code_is_listed_with_methods_that_were_known(kg):
    (code,) = kg.digest(since="2025-02").code
    assert (code.id, code.paper, code.methods) == ("repo:look", "3", ("QuillNet",))
    assert code.url == "https://github.com/x/look"


def test_only_new_takers_of_what_was_known_are_listed(kg):
    (row,) = kg.digest(since="2025-02").taken_up
    assert (row.label, row.takers) == ("QuillNet", ("3",))


@pytest.mark.parametrize("watch", [None, Watch(entities=("CLIP",))])
def test_the_first_papers_may_be_asked_for_and_all_are_counted(kg, watch):
    every = kg.digest(since="2025-02", watch=watch)
    assert len(every.papers) > 1
    assert kg.digest(since="2025-02", watch=watch, most=1) == replace(every, papers=every.papers[:1])
    assert every.new == len(every.papers)


def test_later_papers_are_left_out(kg):
    found = kg.digest(since="2025-01-02", until="2025-01")
    assert ([row.paper.id for row in found.papers], found.before) == (["2"], 1)
    assert [row.id for row in found.first_seen] == ["method:clip"]


def test_a_day_without_papers_has_no_news(kg):
    found = kg.digest(since="2030")
    assert (found.papers, found.first_seen, found.code, found.taken_up, found.before) == ((), (), (), (), 4)


@pytest.mark.parametrize(
    "watch, scores",
    [
        (Watch(entities=("QuillNet",)), {"3": (0.7, ("uses QuillNet",))}),
        (Watch(entities=("QuillNet", "quillnet")), {"3": (0.7, ("uses QuillNet",))}),
        (Watch(authors=("A. Quill",)), {"4": (0.9, ("by A. Quill",))}),
        (
            Watch(entities=("Fernleaf",), authors=("quill",)),
            {"4": (0.99, ("by quill", "proposes Fernleaf")), "3": (0.2, ("uses Fernleaf",))},
        ),
        (
            Watch(papers=("A Third Look",)),
            {"4": (1.0, ("on the watch list",)), "3": (pytest.approx(0.999, abs=0.005), (RELATED,))},
        ),
        (Watch(), {}),
    ],
)
def test_papers_are_ranked_by_the_watch_list(kg, watch, scores):
    found = kg.digest(since="2025-02", watch=watch)
    assert {row.paper.id: (row.score, row.reasons) for row in found.papers if row.score} == scores
    assert [row.paper.id for row in found.papers[: len(scores)]] == list(scores)
    assert found.notes == kg.digest(since="2025-02").notes


def test_a_topic_is_watched(kg):
    (topic,) = kg.topics()
    found = kg.digest(since="2025-02", watch=Watch(topics=(topic.name.upper(),)))
    assert {row.reasons for row in found.papers} == {(f"of the topic {topic.name}",)}


@pytest.mark.parametrize(
    "watch, said",
    [
        (
            Watch(entities=("Quilnet",), source="w.toml"),
            "w.toml: no entity named 'Quilnet'; nearest: QuillNet",
        ),
        (Watch(topics=("zzz",)), "the watch list: no topic named 'zzz'"),
        (Watch(papers=("Quiet Quils",)), "no paper named 'Quiet Quils'; nearest: Quiet Quills"),
        (Watch(authors=("Ida Quill",)), "no author named 'Ida Quill'; nearest: Ada Quill"),
    ],
)
def test_a_name_of_nothing_is_noted_and_the_rest_works(kg, watch, said):
    watch = replace(watch, entities=(*watch.entities, "Fernleaf"))
    found = kg.digest(since="2025-02", watch=watch)
    assert (
        sum(said in note for note in found.notes) == 1 if said else "no author" not in " ".join(found.notes)
    )
    assert found.papers[0].reasons


def test_an_addition_that_brings_nothing_has_no_news(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    with Store.create(tmp_path / "store.duckdb", links="none") as store:
        store.add(ROWS[:2])
        assert {row.added for row in store.graph.digest().papers} == {"2023-11-14T22:13:20Z"}
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000001")
        store.add(ROWS[:1])
        found = store.graph.digest()
        assert (found.papers, found.before, found.added_since) == ((), 2, "2023-11-14T22:13:21Z")
        assert len(store.graph.digest(added_since="2023-11-14").papers) == 2


def test_what_came_in_without_a_date_moves_no_trend(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1763000000")  # in November 2025
    with Store.create(tmp_path / "store.duckdb", links="none") as store:
        store.add(
            [Paper(f"{i:02}", f"Quills {i}", "We use CLIP.", f"20{15 + i // 4}-01-05") for i in range(40)]
            + [Paper(f"u{i:02}", f"Reeds {i}", "We use LoRA on COCO.") for i in range(20)]
        )
        trends, found = store.graph.trends(), store.graph.digest(since="2024")
    assert not trends.note
    assert [row.trend for row in (*found.rising, *found.fading)] == [*trends.rising, *trends.fading] == []
    assert len(found.papers) == 24


def test_where_no_paper_was_before_names_are_not_listed_as_new(kg):
    found = kg.digest(since="2000")
    assert (found.before, found.first_seen, found.code) == (0, (), ())
    assert "No paper was before: all that is named is new, and is not listed." in found.notes
