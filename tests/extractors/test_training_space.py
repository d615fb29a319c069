"""The space of texts, fitted to invented papers."""

from __future__ import annotations

import gzip
import json
import random

import duckdb
import numpy as np
import pytest

pytest.importorskip("sklearn", reason="training needs the extra `paperlattice[train]`")

from paperlattice.extractors import text_space as text_space_module
from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.records import title_key
from paperlattice.extractors.training import __main__ as command, text_space
from paperlattice.extractors.training.text_space import make_text_space

# Each topic has words of its own, so that a title and its abstract share a topic, rarely a word.
TOPICS, WORDS = 8, 20


def paper(number):
    rolls = random.Random(number)
    words = [f"{chr(97 + number % TOPICS)}{chr(97 + i)}word" for i in range(WORDS)]
    common = [f"common{chr(97 + i)}" for i in range(40)]
    title = rolls.sample(words, 4)
    abstract = rolls.sample([w for w in words if w not in title], 14) + rolls.sample(common, 10)
    return {"id": f"p{number}", "title": f"{' '.join(title)} {number}", "abstract": f"{' '.join(abstract)}."}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("space")
    for name in ("corpus", "gold", "seeds"):
        (folder / name).mkdir()
    lines = "".join(json.dumps(paper(number)) + "\n" for number in range(400))
    (folder / "corpus" / "some.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    (folder / "gold" / "kept_apart.txt").write_text("p1\np2\n")
    (folder / "gold" / "labelled.jsonl").write_text(json.dumps({"title": paper(3)["title"]}) + "\n")
    (folder / "seeds" / "page.jsonl").write_text(json.dumps(paper(4)) + "\n")
    return folder


def fitted(folder, out):
    make_text_space(folder, out, without=frozenset(), epochs=1)
    return out


@pytest.fixture(scope="module")
def file(folder):
    (folder / "data").mkdir()
    return fitted(folder, folder / "data" / "text_space.npz")


@pytest.fixture(scope="module")
def space(folder, file):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_space_module, "files", lambda package: folder)
        return text_space_module.load_text_space.__wrapped__()


def test_titles_are_near_the_abstracts_of_their_topic(space):
    papers = [paper(number) for number in range(400, 480)]
    titles = [space.vector(p["title"], "").point.astype(int) for p in papers]
    abstracts = [space.vector("", p["abstract"]).point.astype(int) for p in papers]
    nearest = (np.array(titles) @ np.array(abstracts).T).argmax(axis=1)
    assert np.mean(nearest % TOPICS == np.arange(80) % TOPICS) > 0.9


def test_equal_seeds_give_equal_bytes(file, folder, tmp_path):
    assert fitted(folder, tmp_path / "again.npz").read_bytes() == file.read_bytes()


def test_papers_about_one_rare_thing_train_the_space_too(file, folder, tmp_path):
    store = tmp_path / "it's a corpus.duckdb"
    with duckdb.connect(store) as connection:
        connection.execute(
            "CREATE TABLE incidence (entity_id TEXT, paper_id TEXT, relation TEXT, salience DOUBLE)"
        )
        rows = [(f"task:t{n % TOPICS}", f"p{n}", "addresses", 0.9) for n in range(400)]
        rows += [("repo:a", f"p{n}", "code", 0.9) for n in range(9)]
        rows += [("task:broad", f"p{n}", "addresses", 0.9) for n in range(100)]
        connection.executemany("INSERT INTO incidence VALUES (?, ?, ?, ?)", rows)
    with_store = tmp_path / "space.npz"
    make_text_space(folder, with_store, without=frozenset(), store=store, epochs=1)
    old, new = np.load(file), np.load(with_store)
    assert old["terms"].tobytes() == new["terms"].tobytes()
    assert old["vectors"].tobytes() != new["vectors"].tobytes()


def test_a_corpus_that_is_all_for_measuring_is_refused(folder, tmp_path):
    titles = frozenset(title_key(paper(number)["title"]) for number in range(400))
    with pytest.raises(SourceError, match="no paper of which title and abstract are long enough"):
        make_text_space(folder, tmp_path / "none.npz", without=titles, epochs=1)


def test_the_command_makes_the_space_without_gold_and_seeds(folder, tmp_path, monkeypatch):
    given = []
    monkeypatch.setattr(text_space, "make_text_space", lambda *a, **options: given.append((a, options)))
    command.main([str(folder), "--only", "space", "--out", str(tmp_path), "--seed", "7"])
    apart = frozenset(title_key(paper(number)["title"]) for number in (3, 4))
    assert given == [((folder, tmp_path / "text_space.npz"), {"without": apart, "store": None, "seed": 7})]


def test_measuring_makes_no_space(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(text_space, "make_text_space", lambda *_, **__: pytest.fail("was made"))
    command.main([str(folder), "--only", "space", "--out", str(tmp_path), "--measure"])
