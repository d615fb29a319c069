"""Extraction of papers: order, batches, processes, version."""

from dataclasses import replace

import pytest

from paperlattice import extractors
from paperlattice.extractors import (
    Mention,
    Paper,
    extract,
    find_datasets,
    find_methods,
    find_repos,
    find_tasks,
    find_techniques,
    make_pipeline,
)
from paperlattice.extractors.pipeline import EXTRACTOR_VERSION, Extraction, extractor_version
from paperlattice.extractors.records import ENTITY_KINDS, NAMED_KINDS
from paperlattice.extractors.salience import weigh_mentions
from paperlattice.extractors.spacy_components import doc_mentions

FINDERS = {
    "method": find_methods,
    "dataset": find_datasets,
    "repo": find_repos,
    "task": find_tasks,
    "technique": find_techniques,
}

PAPERS = [
    Paper("p1", "QuillNet: Tiled Attention", "We propose QuillNet, trained with AdamW on ImageNet-1K."),
    Paper("p2", "Trees", ""),
    Paper("p3", "Slow Rivers", "A CLIP-based model on MS COCO. Code: https://github.com/quill-lab/rivers"),
    Paper("p4", "", "We use LoRA on the ImageNet dataset."),
    Paper("p5", "", ""),
    Paper("p6", "QuillNet: Tiled Attention", "We propose QuillNet, trained with AdamW on ImageNet-1K."),
    Paper("p7", "Finding Pictures", "We study image retrieval with large language models (LLMs)."),
]


def test_one_tuple_a_paper_in_their_order():
    found = list(extract(PAPERS))
    assert len(found) == len(PAPERS)
    assert [{m.paper_id for m in mentions} for mentions in found] == [
        {"p1"},
        set(),
        {"p3"},
        {"p4"},
        set(),
        {"p6"},
        {"p7"},
    ]


def test_extraction_is_what_the_finders_give():
    for paper, mentions in zip(PAPERS, extract(PAPERS), strict=True):
        found = [m for find in FINDERS.values() for m in find(paper.text, paper_id=paper.id)]
        assert list(mentions) == weigh_mentions(paper.text, found)
        assert all(paper.text[m.start : m.end] == m.surface for m in mentions)


@pytest.mark.parametrize(
    "options", [{"batch_size": 1}, {"batch_size": 1000}, {"n_process": 2, "batch_size": 2}]
)
def test_batches_and_processes_do_not_matter(options):
    assert list(extract(PAPERS, **options)) == list(extract(PAPERS))


def test_the_order_of_papers_does_not_matter():
    assert list(extract(PAPERS[::-1]))[::-1] == list(extract(PAPERS))


def test_papers_are_read_as_they_are_needed():
    def endless():
        while True:
            yield PAPERS[0]

    stream = extract(endless(), batch_size=2)
    assert next(stream) == next(stream)


def test_the_threshold_is_passed_on():
    kept = [m for mentions in extract(PAPERS, min_confidence=1.1) for m in mentions]
    assert {m.kind for m in kept} == {"repo"}


def test_families_are_techniques():
    paper = Paper("p1", "Trees", "We study large language models.")
    (found,) = extract([paper])
    assert {(m.kind, m.name, m.role) for m in found} == {("technique", "large language model", "uses")}
    assert list(extract([paper], kinds=(*NAMED_KINDS, "repo"))) == [()]


@pytest.mark.parametrize(
    "kinds", [*((kind,) for kind in ENTITY_KINDS), ("task", "method"), NAMED_KINDS, ENTITY_KINDS[::-1], ()]
)
def test_chosen_kinds_are_found_as_among_all(kinds):
    every = list(extract(PAPERS))
    chosen = [[(m.kind, m.name, m.start, m.confidence) for m in ms if m.kind in kinds] for ms in every]
    found = list(extract(PAPERS, kinds=kinds))
    assert [[(m.kind, m.name, m.start, m.confidence) for m in mentions] for mentions in found] == chosen


@pytest.mark.parametrize("n_process", [1, 2])
def test_every_mention_is_weighed(n_process):
    found = [m for mentions in extract(PAPERS, n_process=n_process) for m in mentions]
    assert all(0 < m.salience <= 1 for m in found)


def test_equal_abstracts_give_equal_mentions():
    title, abstract = "Finding Pictures", "We study image retrieval with CLIP on MS COCO."
    found = list(extract(Paper(str(n), title, abstract) for n in range(300)))
    assert [{m.paper_id for m in mentions} for mentions in found] == [{str(n)} for n in range(300)]
    assert len({tuple(replace(m, paper_id="") for m in mentions) for mentions in found}) == 1


@pytest.mark.parametrize("n_process", [1, 2])
def test_half_a_surrogate_pair_is_no_obstacle(n_process):
    paper = Paper("p1", "Broken \ud83d title", "On ImageNet we use LoRA \udc00 here.")
    (mentions,) = extract([paper], n_process=n_process)
    assert {m.name for m in mentions} >= {"LoRA"}
    assert all(paper.text[m.start : m.end] == m.surface for m in mentions)


@pytest.mark.parametrize(
    "text", ["(" * 50_000, "a." * 20_000, "\x00" * 100, "https://" * 5_000, "x" * 1_200_000]
)
def test_hostile_papers_are_read_to_the_end(text):
    assert list(extract([Paper("p1", "Trees", text)])) == [()]


def test_the_vocabulary_forgets_the_texts():
    extraction = Extraction(set(), min_confidence=0.45, kinds=ENTITY_KINDS, components=())
    held = []
    for begin in (0, 100, 200):
        papers = [
            Paper(str(n), f"Trees {n}", f"We train Net{n}. {'x' * n}") for n in range(begin, begin + 100)
        ]
        assert len(list(extraction.run(papers, batch_size=32))) == 100
        held.append(len(extraction._nlp.vocab.strings))
    assert held[0] == held[1] == held[2]


def test_extraction_in_batches_is_what_the_pipeline_gives_text_by_text():
    papers = [Paper(str(n), "", text.text) for n, text in enumerate(PAPERS)]
    nlp = make_pipeline()
    for paper, found in zip(papers, extract(papers), strict=True):
        doc = nlp(paper.text)
        assert list(found) == weigh_mentions(doc.text, doc_mentions(doc, paper_id=paper.id))


def test_the_pipeline_holds_a_component_for_each_kind():
    assert set(make_pipeline().pipe_names) == {f"{kind}_finder" for kind in ENTITY_KINDS}


def test_the_pipeline_holds_the_components_of_chosen_kinds():
    nlp = make_pipeline(kinds=("task", "repo"))
    assert nlp.pipe_names == ["task_finder", "repo_finder"]
    assert set(nlp(PAPERS[2].text).spans) == {"tasks", "repos"}


def test_the_version_is_stable_and_names_code_and_data():
    code, dash, data = extractor_version().partition("-")
    assert (code, dash, len(data)) == (EXTRACTOR_VERSION, "-", 12)
    extractor_version.cache_clear()
    assert extractor_version() == f"{code}-{data}"


def test_the_version_changes_with_the_data(tmp_path, monkeypatch):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "words.txt").write_bytes(b"oak")
    monkeypatch.setattr("paperlattice.extractors.pipeline.files", lambda package: tmp_path)
    before = extractor_version.__wrapped__()
    (tmp_path / "data" / "words.txt").write_bytes(b"elm")
    assert extractor_version.__wrapped__() != before


def test_the_package_exports_what_it_names():
    assert [name for name in extractors.__all__ if getattr(extractors, name, None) is None] == []
    assert extractors.Mention is Mention


def test_other_names_are_refused():
    with pytest.raises(AttributeError, match="no attribute 'find_trees'"):
        _ = extractors.find_trees
