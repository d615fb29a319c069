"""Papers come and go: the store is always that of a build from scratch."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st

from paperlattice import KnowledgeGraph, Store
from paperlattice.extractors.records import Author, Paper
from paperlattice.graph.demo import sample_file
from paperlattice.graph.store.codec import paper_of, rows_of

from ..conftest import WHEN_ASKED, table_rows

# Short texts about few names, written in many ways: plurals, versions, sizes, long forms, two senses.
SENTENCES = (
    "We propose Quillnet, a sparse adapter.",
    "We propose Quillnet, which aligns landmarks on faces of babies with glasses.",
    "With QuillNet, landmarks on faces with wrinkles and glasses are aligned.",
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
    name = draw(st.sampled_from([f"2501.0000{number}", f"{number}", Paper.hash_id(title), "10.1000/x"]))
    declared = draw(st.sampled_from([(), ("https://github.com/quill-lab/quillnet",)]))
    doi = draw(st.sampled_from(["", "10.1000/x"]))
    more = {"doi": doi, "authors": draw(st.sampled_from([(), (Author("Ada", "Quill"),)]))}
    return Paper(name, title, text, sources=(draw(st.sampled_from("ab")),), declared=declared, **more)


@pytest.fixture(autouse=True)
def only_what_is_affected(monkeypatch):
    """Resolve again only what a change affects, although most of these small stores changes."""
    monkeypatch.setattr("paperlattice.graph.pipeline.update.MOST_AFFECTED", 2.0)


def tables(graph):
    """Return the rows of each table that a change keeps as a build makes it."""
    return table_rows(graph.tables, without=WHEN_ASKED)


def entries(graph):
    return list(map(paper_of, rows_of(graph.tables.arrow("SELECT * FROM entries ORDER BY ALL").to_batches())))


def built(path, given, **options):
    with Store.create(path, **options) as store:
        store.add(given)
    return path


def added(path, given, **options):
    with Store.open(path) as store:
        return store.add(given, **options)


def check(path, given, **options):
    """Compare a store with a build of papers from scratch."""
    assert tables(KnowledgeGraph.open(path)) == tables(KnowledgeGraph.build(given, **options))


@settings(
    max_examples=settings.default.max_examples // 10,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(
    first=st.lists(papers(), min_size=1, max_size=5),
    steps=st.lists(st.tuples(st.booleans(), papers()), max_size=4),
)
def test_any_way_leads_to_the_store_of_a_build_from_scratch(first, steps, tmp_path_factory):
    path = built(tmp_path_factory.mktemp("store") / "changed.duckdb", first)
    with Store.open(path) as store:
        for is_coming, paper in steps:
            known = store.graph.papers()
            if is_coming:
                store.add([paper])
            elif len(known) > 1:
                store.remove(random.Random(paper.title).choice(known).id)
    check(path, entries(KnowledgeGraph.open(path)))


@pytest.fixture
def short_lists(monkeypatch):
    """Three nearest texts, so that lists overflow and papers push each other out."""
    monkeypatch.setattr("paperlattice.graph.link.pairs.NEIGHBOURS", 3)


# Texts that are near to many others, to none, or equal.
ABSTRACTS = (
    "",
    "深度学习模型的图像分割。",
    "Graph networks.",
    "We prune graph neural networks for protein folding.",
    "We prune graph neural networks for protein folding with LoRA.",
    "Protein folding by diffusion models, tested on ImageNet.",
    "We propose Quillnet, a diffusion model for protein folding and speech.",
    "Quillnet folds proteins. We compare it with LoRA on ImageNet.",
    "Speech recognition with diffusion models and LoRA.",
    "Robots learn a policy from speech and from video.",
    "Nothing.",
)
near_papers = st.builds(
    lambda number, title, abstract: Paper(f"2501.000{number:02}", title, abstract, sources=("a",)),
    st.integers(0, 20),
    st.sampled_from(["Graphs", "Folding proteins", "Quillnet", "图", "On speech"]),
    st.sampled_from(ABSTRACTS),
)


@pytest.mark.usefixtures("short_lists")
@pytest.mark.parametrize(
    "options",
    [
        {},
        {"link_threshold": 0.01, "link_top": 1},
        {"links": "shared", "hub_limit": 2},
        pytest.param({"links": "shared"}, marks=pytest.mark.long),
        pytest.param({"links": "none"}, marks=pytest.mark.long),
    ],
    ids=str,
)
@settings(
    max_examples=settings.default.max_examples // 15,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(
    first=st.lists(near_papers, min_size=8, max_size=20, unique_by=lambda paper: paper.id),
    steps=st.lists(st.lists(near_papers, max_size=3), min_size=1, max_size=4),
    rng=st.randoms(use_true_random=False),
)
def test_links_are_those_of_a_build_whatever_came_and_went(options, first, steps, rng, tmp_path_factory):
    path = built(tmp_path_factory.mktemp("store") / "changed.duckdb", first, **options)
    with Store.open(path) as store:
        for coming in steps:
            known = [paper.id for paper in store.graph.papers()]
            store.add(coming) if coming else store.remove(rng.sample(known, len(known) // 4))
    check(path, entries(KnowledgeGraph.open(path)), **options)


@pytest.mark.usefixtures("short_lists")
def test_pins_part_papers_that_others_push_apart_and_together(tmp_path):
    pins = tmp_path / "pins.toml"
    pins.write_text('[[unrelated]]\npapers = ["2501.00001", "2501.00004"]\n', encoding="utf-8")
    papers = [Paper(f"2501.{n:05}", f"Part {n}", ABSTRACTS[3 + n % 6], sources=("a",)) for n in range(24)]
    options = {"pins": pins, "link_top": 1}
    path = built(tmp_path / "a.duckdb", papers[:14], **options)
    added(path, papers[14:])
    check(path, papers, **options)
    with Store.open(path) as store:
        store.remove([paper.id for paper in papers[5:12]])
    check(path, papers[:5] + papers[12:], **options)
    revised = replace(papers[4], abstract=papers[1].abstract)
    added(path, [revised])
    check(path, [*papers[:4], revised, *papers[12:]], **options)


SAME = "We prune graph neural networks for protein folding with LoRA."


@pytest.mark.parametrize(
    "links, count", [("related", 200), ("shared", 40), pytest.param("none", 40, marks=pytest.mark.long)]
)
def test_identical_abstracts_come_and_go(links, count, tmp_path):
    papers = [Paper(f"2501.{n:05}", f"Part {n}", SAME, sources=("a",)) for n in range(count)]
    path = built(tmp_path / "a.duckdb", papers[:-10], links=links)
    added(path, papers[-10:])
    check(path, papers, links=links)
    with Store.open(path) as store:
        store.remove([paper.id for paper in papers[:5]])
        store.add([replace(papers[9], abstract="Robots learn from speech.")])
    changed = replace(papers[9], abstract="Robots learn from speech.")
    check(path, [*papers[5:9], changed, *papers[10:]], links=links)


def test_another_text_about_the_same_names_changes_the_weight_of_a_link(tmp_path):
    one = Paper("1", "A", "We use LoRA on graphs.", sources=("a",))
    two = Paper("2", "B", "We use LoRA on graphs.", sources=("a",))
    path = built(tmp_path / "a.duckdb", [one, two], links="shared")
    before = KnowledgeGraph.open(path).tables.rows("SELECT weight FROM {links}")
    revised = replace(two, abstract="We use LoRA on robots.")
    added(path, [revised])
    check(path, [one, revised], links="shared")
    assert KnowledgeGraph.open(path).tables.rows("SELECT weight FROM {links}") != before


@pytest.mark.parametrize(
    "before, after",
    [
        ({"links": "none"}, {"links": "related"}),
        ({"links": "none"}, {"link_threshold": 0.5}),
        ({"links": "shared"}, {"links": "related"}),
        ({"link_top": 1}, {"links": "shared"}),
        ({"link_top": 1}, {"link_threshold": 0.5}),
    ],
)
def test_other_options_of_links_apply_to_all_papers(before, after, tmp_path):
    path = built(tmp_path / "a.duckdb", [PAPER, OTHER], **before)
    assert added(path, [PAPER], **after).read == 0
    check(path, [PAPER, OTHER], **before | after)


@pytest.fixture(scope="module")
def sample():
    with sample_file() as page:
        return entries(KnowledgeGraph.build(page))


def test_one_paper_at_a_time_gives_equal_files(sample, tmp_path):
    shuffled = random.Random(4).sample(sample, 6)
    with Store.create(tmp_path / "grown.duckdb") as store:
        for entry in shuffled:
            assert store.add([entry]).new <= 1
    scratch = KnowledgeGraph.build(sorted(shuffled, key=sample.index))
    assert tables(store.graph) == tables(scratch)
    for suffix in ("graphml", "html"):
        store.graph.write(tmp_path / f"grown.{suffix}")
        scratch.write(tmp_path / f"scratch.{suffix}")
        assert (tmp_path / f"grown.{suffix}").read_bytes() == (tmp_path / f"scratch.{suffix}").read_bytes()


def test_what_was_added_can_be_removed(sample, tmp_path):
    path = built(tmp_path / "a.duckdb", sample[:20])
    new = {entry.id for entry in sample[20:]} - {entry.id for entry in sample[:20]}
    added(path, sample[20:])
    with Store.open(path) as store:
        assert store.remove(new).removed == len(new)
    check(path, sample[:20])


PAPER = Paper("2501.00001", "Quillnet", "We propose Quillnet. It beats LoRA on ImageNet.", sources=("a.txt",))
OTHER = Paper("2501.00002", "Another", "We use LoRA on ImageNet and CIFAR-10.", sources=("a.txt",))
REVISED = replace(PAPER, abstract="We propose Quillnet.", sources=("b.txt",))
ELSEWHERE = replace(PAPER, sources=("b.txt",))
DECLARED = replace(PAPER, declared=("https://github.com/quill-lab/quillnet",))
NAMELESS = replace(PAPER, abstract="", sources=("list.csv",))
ROWS = [Paper("1", "Adapters", "We use LoRA.", sources=("a.csv",)), Paper("1", "Dialogue", "We use CLIP.")]


@pytest.mark.parametrize(
    "first, coming, wanted, counts",
    [
        pytest.param([PAPER], [OTHER], [OTHER, PAPER], (1, 0, 0, 1), id="a new paper"),
        pytest.param([PAPER, OTHER], [OTHER, PAPER], [PAPER, OTHER], (0, 0, 2, 0), id="known papers"),
        pytest.param([PAPER], [ELSEWHERE], [PAPER, ELSEWHERE], (0, 0, 1, 0), id="on another page"),
        pytest.param([PAPER, OTHER], [REVISED], [REVISED, OTHER], (0, 1, 0, 1), id="another abstract"),
        pytest.param([PAPER], [NAMELESS], [PAPER, NAMELESS], (0, 0, 1, 0), id="no abstract replaces none"),
        pytest.param([PAPER], [DECLARED], [PAPER, DECLARED], (0, 0, 1, 0), id="a declared repository"),
        pytest.param(ROWS[:1], ROWS[1:], ROWS, None, id="rows of two tables with one number"),
    ],
)
def test_what_comes_is_merged_with_what_is_there(tmp_path, first, coming, wanted, counts):
    path = built(tmp_path / "a.duckdb", first)
    changes = added(path, coming)
    assert counts in (None, (changes.new, changes.changed, changes.unchanged, changes.read))
    assert changes.removed == 0
    check(path, wanted)


def test_other_options_apply_to_all_papers(tmp_path):
    path = built(tmp_path / "a.duckdb", [PAPER, OTHER])
    assert added(path, [PAPER], min_confidence=0.9, hub_limit=1).read == 2
    check(path, [PAPER, OTHER], min_confidence=0.9, hub_limit=1)
    assert added(path, [OTHER]).read == 0
    check(path, [PAPER, OTHER], min_confidence=0.9, hub_limit=1)


def test_kinds_links_and_pins_stay_as_they_were_chosen(tmp_path):
    pins = tmp_path / "pins.toml"
    pins.write_text('[[same]]\nnames = ["Quillnet", "LoRA"]\n', encoding="utf-8")
    llm = Paper("2501.00003", "Models", "A large language model (LLM) with Quillnet.")
    options = {"pins": pins, "kinds": ("method", "technique"), "links": "none"}
    path = built(tmp_path / "a.duckdb", [PAPER], **options)
    added(path, [OTHER])
    added(path, [llm])
    check(path, [PAPER, OTHER, llm], **options)
    assert {entity.kind for entity in KnowledgeGraph.open(path).entities()} == {"method", "technique"}
    assert KnowledgeGraph.open(path).explain("Quillnet", "LoRA").same


FACES = Paper(
    "2501.00011", "Flapnet: landmarks", "We propose Flapnet. Flapnet aligns landmarks on baby faces."
)
QUERIES = Paper("2501.00012", "Flapnet: joins", "We propose Flapnet. Flapnet reorders joins of query plans.")
USE = Paper("2501.00013", "Faster joins", "We cache query plans. Joins are reordered with Flapnet.")


def entity_of(path, paper):
    (found,) = {n.id for n in KnowledgeGraph.open(path).names(paper.id) if n.label.startswith("Flap")}
    return found


def test_a_second_proposal_makes_two_things_and_goes_again(tmp_path):
    path = built(tmp_path / "a.duckdb", [FACES, PAPER])
    assert entity_of(path, FACES) == "method:flapnet"
    added(path, [QUERIES])
    check(path, [FACES, PAPER, QUERIES])
    assert entity_of(path, FACES) == "method:flapnet--landmarks"
    assert entity_of(path, QUERIES) == "method:flapnet--joins"
    added(path, [USE])
    check(path, [FACES, PAPER, QUERIES, USE])
    assert entity_of(path, USE) == entity_of(path, QUERIES) == "method:flapnet"
    with Store.open(path) as store:
        store.remove([QUERIES.id, USE.id])
    check(path, [FACES, PAPER])
    assert entity_of(path, FACES) == "method:flapnet"


def test_names_of_two_blocks_want_one_id(tmp_path):
    plus = Paper("2501.00021", "Towers", "We propose Tower+, a translation model.")
    spelled = Paper("2501.00022", "More towers", "We propose Tower-Plus, a translation model.")
    use = Paper("2501.00023", "On towers", "We use Tower+ for translation, and compare it with LoRA.")
    path = built(tmp_path / "a.duckdb", [plus, PAPER])
    assert method_ids(path) >= {"method:tower-plus"}
    added(path, [spelled])
    check(path, [plus, PAPER, spelled])
    assert len({i for i in method_ids(path) if i.startswith("method:tower-plus--")}) == 2
    added(path, [use])
    check(path, [plus, PAPER, spelled, use])
    with Store.open(path) as store:
        store.remove([spelled.id])
    check(path, [plus, PAPER, use])
    assert method_ids(path) >= {"method:tower-plus"}


def method_ids(path):
    return {entity.id for entity in KnowledgeGraph.open(path).entities(kind="method")}


def test_another_text_can_make_one_of_two_things(tmp_path):
    path = built(tmp_path / "a.duckdb", [FACES, QUERIES])
    assert entity_of(path, FACES) != entity_of(path, QUERIES)
    revised = replace(QUERIES, title="Flapnet again", abstract=FACES.abstract)
    added(path, [revised])
    check(path, [FACES, revised])
    assert entity_of(path, FACES) == entity_of(path, revised)


@pytest.mark.parametrize("names", [["Flapnet", "Flapper"], ["Flapnet", "FLAPNET"]])
def test_pins_overrule_contexts(tmp_path, names):
    pins = tmp_path / "pins.toml"
    pins.write_text(f"[[same]]\nnames = {names}\n", encoding="utf-8")
    path = built(tmp_path / "a.duckdb", [FACES], pins=pins)
    added(path, [QUERIES])
    check(path, [FACES, QUERIES], pins=pins)
    assert entity_of(path, FACES) == entity_of(path, QUERIES) == "method:flapnet"


def test_pins_keep_apart_what_contexts_unite(tmp_path):
    pins = tmp_path / "pins.toml"
    pins.write_text('[[different]]\nnames = ["Flapnet", "FlapNet"]\n', encoding="utf-8")
    other = Paper("2501.00014", "Baby faces", "With FlapNet, landmarks on baby faces are aligned by FlapNet.")
    path = built(tmp_path / "a.duckdb", [FACES], pins=pins)
    added(path, [other])
    check(path, [FACES, other], pins=pins)
    assert entity_of(path, FACES) != entity_of(path, other)


def test_a_graph_that_was_saved_grows_like_one_that_was_built(tmp_path):
    path = KnowledgeGraph.build([PAPER]).save(tmp_path / "a.duckdb")
    assert added(path, [OTHER]).new == 1
    check(path, [PAPER, OTHER])


def test_pages_in_any_order_give_one_graph(shared, tmp_path):
    pages = sorted((shared / "seeds").glob("*.txt"), key=lambda page: page.stat().st_size)[:3]
    path = built(tmp_path / "a.duckdb", pages[1])
    with Store.open(path) as store:
        for page in (pages[2], pages[0]):
            store.add(page)
    check(path, pages)
