"""Papers come and go: the store is that of a build from scratch, whatever the way there was."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from graph.store.whole import read_options, read_store, write_store
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from extractors.errors import SourceError
from extractors.records import Paper
from graph import KnowledgeGraph
from graph.errors import StoreError, UnknownNode
from graph.model.pins import read_pins
from graph.pipeline.build import build_lattice
from graph.pipeline.update import add_papers, build_papers, remove_papers
from graph.store.schema import TABLES
from graph.store.transaction import changing, open_store

# Short texts about few names, written in many ways: plurals, versions, sizes, long forms, two meanings.
SENTENCES = (
    "We propose Quillnet, a sparse adapter.",
    "We use Quillnets on ImageNet.",
    "Low-rank adaptation (LoRA) is common.",
    "We test LoRA and low rank adaptation.",
    "We compare ViT-B/16, Vision Transformers and ViTs on CIFAR-10.",
    "Trained with stochastic gradient descent (SGD).",
    "We evaluate on Schema-Guided Dialogue (SGD) and on SGD.",
    "We introduce Brookbench, a new dataset for dialogue.",
    "LLaMA-2-7B-Chat and LLaMA 2 are compared with GPT-4 on MMLU.",
    "Sparse autoencoders (SAEs) and a stacked autoencoder (SAE) are trained.",
    "Code is at https://github.com/quill-lab/quillnet.",
    "See github.com/Quill-Lab/Quillnet.git and BERT-base.",
    "This sentence names nothing at all.",
)


@st.composite
def papers(draw):
    number = draw(st.integers(0, 5))
    text = " ".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3)))
    title = draw(st.sampled_from(["On adapters", f"Study {number}", "Quillnet: adapters"]))
    name = draw(st.sampled_from([f"2501.0000{number}", f"{number}", Paper.hash_id(title)]))
    declared = draw(st.sampled_from([(), ("https://github.com/quill-lab/quillnet",)]))
    return Paper(name, title, text, sources=(draw(st.sampled_from("ab")),), declared=declared)


@pytest.fixture(autouse=True)
def only_what_is_touched(monkeypatch):
    """Resolve anew only what a change touches, also where these small stores change as a whole."""
    monkeypatch.setattr("graph.pipeline.update.MOST_TOUCHED", 2.0)


def tables(path):
    """Return the rows of each table that the graph follows from, in an order of their own."""
    with open_store(path) as connection:
        return {
            name: sorted(map(repr, connection.execute(f"SELECT * FROM {name}").fetchall()))
            for name in TABLES
            if name not in ("meta", "nodes")
        }


def built(path, given, **options):
    with changing(path, fresh=True) as draft:
        build_papers(draft, given, **options)
        draft.commit()
    return path


def added(path, given, **options):
    with changing(path) as draft:
        changes = add_papers(draft, given, **options)[1]
        draft.commit()
    return changes


def removed(path, names):
    with changing(path) as draft:
        changes = remove_papers(draft, names)[1]
        draft.commit()
    return changes


def entries(path):
    return read_store(path)[0].entries


@settings(
    max_examples=10,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(
    first=st.lists(papers(), min_size=1, max_size=5),
    steps=st.lists(st.tuples(st.booleans(), papers()), max_size=4),
)
def test_any_way_leads_to_the_store_of_a_build_from_scratch(first, steps, tmp_path_factory):
    folder = tmp_path_factory.mktemp("store")
    path = built(folder / "changed.duckdb", first)
    for is_coming, paper in steps:
        known = read_store(path)[0].papers
        if is_coming or not known:
            added(path, [paper])
        elif len(known) > 1:
            removed(path, [random.Random(paper.title).choice(known).id])
    scratch = built(folder / "scratch.duckdb", list(entries(path)))
    assert tables(path) == tables(scratch)


@pytest.fixture
def sample(tmp_path):
    from graph.demo import sample_file

    with sample_file() as page:
        return list(read_store(built(tmp_path / "sample.duckdb", page))[0].entries)


def test_one_paper_at_a_time_gives_equal_files(sample, tmp_path):
    shuffled = random.Random(4).sample(sample, len(sample))
    path = built(tmp_path / "grown.duckdb", shuffled[:1])
    for entry in shuffled[1:]:
        assert added(path, [entry]).new <= 1
    KnowledgeGraph.open(path).write(tmp_path / "grown.graphml")
    KnowledgeGraph.open(path).write(tmp_path / "grown.html")
    KnowledgeGraph.build(sample).write(tmp_path / "scratch.graphml")
    KnowledgeGraph.build(sample).write(tmp_path / "scratch.html")
    for suffix in ("graphml", "html"):
        grown, scratch = (tmp_path / f"{name}.{suffix}" for name in ("grown", "scratch"))
        assert grown.read_bytes() == scratch.read_bytes()


def test_what_was_added_can_be_removed(sample, tmp_path):
    path = built(tmp_path / "a.duckdb", sample[:20])
    before = tables(path)
    new = [entry.id for entry in sample[20:] if entry.id not in {e.id for e in sample[:20]}]
    added(path, sample[20:])
    assert removed(path, new).removed == len(set(new))
    assert tables(path) == before


def test_a_store_holds_what_a_build_in_memory_gives(sample, tmp_path):
    lattice = build_lattice(sample)
    assert read_store(built(tmp_path / "a.duckdb", sample))[0] == replace(
        lattice, report=read_store(tmp_path / "a.duckdb")[0].report
    )
    report = read_store(tmp_path / "a.duckdb")[0].report
    assert replace(report, entries=0, duplicates=0) == replace(lattice.report, entries=0, duplicates=0)


PAPER = Paper("2501.00001", "Quillnet", "We propose Quillnet. It beats LoRA on ImageNet.", sources=("a.txt",))
OTHER = Paper("2501.00002", "Another", "We use LoRA on ImageNet and CIFAR-10.", sources=("a.txt",))


@pytest.fixture
def store(tmp_path):
    return built(tmp_path / "paperlattice.duckdb", [PAPER, OTHER])


def test_papers_that_are_there_are_not_read_again(store):
    before = tables(store)
    changes = added(store, [OTHER, PAPER])
    assert (changes.new, changes.changed, changes.unchanged, changes.read) == (0, 0, 2, 0)
    assert tables(store) == before


def test_a_paper_on_another_page_gains_a_source_and_is_not_read_again(store):
    changes = added(store, [replace(PAPER, sources=("b.txt",))])
    assert (changes.unchanged, changes.changed, changes.read) == (1, 0, 0)
    assert KnowledgeGraph.open(store).paper("Quillnet").sources == ("a.txt", "b.txt")


def test_another_abstract_replaces_the_old_one(store, tmp_path):
    revised = replace(PAPER, abstract="We propose Quillnet.", sources=("b.txt",))
    changes = added(store, [revised])
    assert (changes.new, changes.changed, changes.unchanged, changes.read) == (0, 1, 0, 1)
    assert tables(store) == tables(built(tmp_path / "scratch.duckdb", [revised, OTHER]))


def test_an_entry_without_an_abstract_replaces_nothing(store):
    added(store, [replace(PAPER, abstract="", sources=("list.csv",))])
    assert KnowledgeGraph.open(store).paper("Quillnet").abstract == PAPER.abstract


def test_rows_of_two_tables_with_one_number_are_two_papers(tmp_path):
    one = Paper("1", "Adapters", "We use LoRA.", sources=("a.csv",))
    two = Paper("1", "Dialogue", "We use CLIP.", sources=("b.csv",))
    path = built(tmp_path / "a.duckdb", [one])
    assert added(path, [two]).removed == 0
    assert tables(path) == tables(built(tmp_path / "b.duckdb", [two, one]))


def test_a_declared_repository_comes_without_a_reading(store, tmp_path):
    declared = replace(PAPER, declared=("https://github.com/quill-lab/quillnet",))
    assert added(store, [declared]).read == 0
    assert [r.label for r in KnowledgeGraph.open(store).entities("repo")] == ["quill-lab/quillnet"]
    assert tables(store) == tables(built(tmp_path / "scratch.duckdb", [PAPER, declared, OTHER]))


def test_papers_are_removed_by_title_id_or_node(store):
    assert removed(store, ["another", "paper:2501.00001"]).removed == 2
    assert len(KnowledgeGraph.open(store)) == 0
    assert added(store, [PAPER]).new == 1


def test_an_unknown_paper_removes_nothing(store):
    before = tables(store)
    with pytest.raises(UnknownNode, match="nearest: Quillnet"):
        removed(store, ["Another", "Quilnet"])
    assert tables(store) == before


def test_other_options_apply_to_all_papers(store, tmp_path):
    assert added(store, [PAPER], min_confidence=0.9, hub_limit=1).read == 2
    wanted = built(tmp_path / "scratch.duckdb", [PAPER, OTHER], min_confidence=0.9, hub_limit=1)
    assert tables(store) == tables(wanted)
    assert added(store, [OTHER]).read == 0
    assert tables(store) == tables(wanted)


def test_generic_terms_and_pins_stay_as_they_were_chosen(tmp_path):
    pins = tmp_path / "pins.toml"
    pins.write_text('[[same]]\nnames = ["Quillnet", "LoRA"]\n', encoding="utf-8")
    llm = Paper("2501.00003", "Models", "A large language model (LLM) with Quillnet.")
    path = built(tmp_path / "a.duckdb", [PAPER], pins=pins, generic=True)
    added(path, [OTHER])
    added(path, [llm])
    wanted = built(tmp_path / "b.duckdb", [PAPER, OTHER, llm], pins=read_pins(pins), generic=True)
    assert tables(path) == tables(wanted)
    assert KnowledgeGraph.open(path).explain("Quillnet", "LoRA").same


def test_another_version_of_the_extractors_reads_all_again(store, monkeypatch):
    monkeypatch.setattr("extractors.pipeline.version_with", lambda _components: "2-new")
    assert added(store, [PAPER]).read == 2
    with open_store(store) as connection:
        meta = dict(connection.execute("SELECT key, value FROM meta").fetchall())
    assert read_options(meta).extractor_version == "2-new"


def test_plug_ins_of_a_store_are_asked_for(store, monkeypatch):
    with monkeypatch.context() as changed:
        changed.setattr("extractors.pipeline.version_with", lambda _components: "1-abc+spotter-1")
        added(store, [PAPER])
    with pytest.raises(StoreError, match="was built with plug-ins; give the same --plugin"):
        added(store, [PAPER])


def test_a_graph_that_was_saved_grows_like_one_that_was_built(tmp_path):
    path = tmp_path / "a.duckdb"
    write_store(path, build_lattice([PAPER]))
    assert added(path, [OTHER]).new == 1
    assert tables(path) == tables(built(tmp_path / "b.duckdb", [PAPER, OTHER]))


def test_a_source_without_papers_changes_nothing(store, tmp_path):
    before = store.read_bytes()
    (tmp_path / "empty.txt").write_text("")
    with pytest.raises(SourceError, match="empty"):
        added(store, tmp_path / "empty.txt")
    assert store.read_bytes() == before


def test_pages_in_any_order_give_one_graph(shared, tmp_path):
    pages = sorted((shared / "seeds").glob("*.txt"))
    path = built(tmp_path / "a.duckdb", pages[2])
    for page in (pages[4], pages[0], pages[3], pages[1]):
        added(path, page)
    assert tables(path) == tables(built(tmp_path / "b.duckdb", pages))
