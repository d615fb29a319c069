from __future__ import annotations

import pytest

from paperlattice.extractors.records import Paper
from paperlattice.graph.errors import UnknownKind, UnknownNode


@pytest.fixture(scope="module")
def lookup(small_graph, look_into):
    return look_into(small_graph).lookup


@pytest.mark.parametrize(
    "name, entity",
    [
        ("LoRA", "method:lora"),
        ("lora", "method:lora"),
        ("low-rank adaptation", "method:lora"),
        ("Low Rank Adaptation", "method:lora"),
        ("method:lora", "method:lora"),
        ("Vision Transformers", "method:vit"),
        ("ImageNet-1K", "dataset:imagenet"),
        ("quill-lab/quillnet", "repo:github.com:quill-lab:quillnet"),
        ("https://github.com/quill-lab/quillnet", "repo:github.com:quill-lab:quillnet"),
        ("github.com/quill-lab/quillnet", "repo:github.com:quill-lab:quillnet"),
        ("stochastic gradient descent", "method:sgd"),
        ("Schema-Guided Dialogue", "dataset:sgd"),
    ],
)
def test_an_entity_goes_by_any_of_its_names(lookup, name, entity):
    assert lookup.entity(name).id == entity


def test_between_kinds_the_one_of_more_papers_is_meant(lookup):
    assert [entity.id for entity in lookup.find_entities("SGD")] == ["method:sgd", "dataset:sgd"]


def test_a_kind_decides_what_is_meant(lookup):
    assert lookup.entity("SGD", kind="dataset").id == "dataset:sgd"


def test_of_equals_a_method_comes_first(build_small, look_into):
    lookup = look_into(build_small([("p", "dataset:x"), ("p", "method:x"), ("p", "repo:x")])).lookup
    assert [entity.kind for entity in lookup.find_entities("x")] == ["method", "dataset", "repo"]


@pytest.mark.parametrize("name", ["2501.00003", "paper:2501.00003", "Brookbench", "brookbench!"])
def test_a_paper_goes_by_id_and_title(lookup, name):
    assert lookup.paper(name).id == "2501.00003"


def test_the_head_of_a_title_is_enough_where_only_one_paper_has_it(build_small, look_into):
    titles = ["Quill: Small Nets", "Brook: Large Nets", "Brook: Small Nets"]
    lookup = look_into(build_small([], isolated="pqr", titles=titles)).lookup
    assert lookup.paper("quill").title == "Quill: Small Nets"
    with pytest.raises(UnknownNode, match="no paper named 'Brook'"):
        lookup.paper("Brook")


def test_a_paper_may_be_given_itself(lookup, small_records):
    paper = small_records[0][2]
    assert lookup.paper(paper) == paper


def test_an_escaped_node_id_finds_its_paper(lookup):
    assert lookup.paper("paper:10.5555:odd_5Fid").id == "10.5555/odd_id"


@pytest.mark.parametrize(
    "name, kind, message",
    [
        ("Quilnet", None, r"no entity named 'Quilnet'; nearest: Quillnet"),
        ("brookbench", "method", r"no method named 'brookbench'; Brookbench is a dataset$"),
        (
            "Vision Tranformer",
            "method",
            r"no method named 'Vision Tranformer'; nearest: ViT \(Vision Transformer\)",
        ),
        ("LoRA", "dataset", r"no dataset named 'LoRA'; LoRA is a method"),
        ("ÜÜÜ", None, r"no entity named 'ÜÜÜ'; `paperlattice entities`"),
    ],
)
def test_unknown_entities(lookup, name, kind, message):
    with pytest.raises(UnknownNode, match=message):
        lookup.entity(name, kind=kind)


@pytest.mark.parametrize(
    "name, message",
    [
        ("Optimizers compared", r"no paper named 'Optimizers compared'; nearest: Optimisers compared"),
        ("0000", r"no paper named '0000'; give a title or an id as `paperlattice papers` lists them"),
        (Paper("9999", "Brookbenches"), r"no paper named 'Brookbenches'; nearest: Brookbench"),
    ],
)
def test_unknown_papers(lookup, name, message):
    with pytest.raises(UnknownNode, match=message):
        lookup.paper(name)


def test_an_unknown_kind(lookup):
    with pytest.raises(UnknownKind, match="is not a kind of entity: give one of method, dataset, repo"):
        lookup.entity("ImageNet", kind="datasets")


def test_an_empty_graph_knows_nothing(build_small, look_into):
    with pytest.raises(UnknownNode, match="no entity named 'LoRA'"):
        look_into(build_small([])).lookup.entity("LoRA")
