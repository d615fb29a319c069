"""The options of a build: kinds, links, and the one that is gone."""

from __future__ import annotations

import warnings

import pytest

from paperlattice import KnowledgeGraph, Paper, Store
from paperlattice.extractors.records import ENTITY_KINDS
from paperlattice.graph.errors import OptionError, PaperlatticeError, UnknownKind
from paperlattice.graph.model.options import FIRST_KINDS, BuildOptions, read_kinds

PAPERS = [
    Paper(
        "1",
        "Quillnet for image retrieval",
        "We propose Quillnet, a large language model. It beats LoRA on ImageNet.",
        declared=("https://github.com/quill-lab/quillnet",),
    ),
    Paper("2", "Again", "We test LoRA and large language models on image retrieval with ImageNet."),
]


def kinds_of(graph):
    return {entity.kind for entity in graph.entities()}


@pytest.mark.parametrize(
    "given, kinds",
    [
        ("method", ("method",)),
        ("task, method,", ("method", "task")),
        (["technique", "repo", "technique"], ("repo", "technique")),
        (("dataset", "task,method"), ("method", "dataset", "task")),
        (iter(ENTITY_KINDS), ENTITY_KINDS),
    ],
)
def test_kinds_come_in_their_order_and_once(given, kinds):
    assert read_kinds(given) == kinds
    assert BuildOptions.given(kinds=kinds).kinds == kinds


@pytest.mark.parametrize("given", ["author", ["method", "Method"], "methods", [7]])
def test_an_unknown_kind_is_named_with_the_five(given):
    said = r"there is no kind .*; choose among method, dataset, repo, task and technique"
    with pytest.raises(UnknownKind, match=said):
        read_kinds(given)
    with pytest.raises(PaperlatticeError, match=said):
        KnowledgeGraph.build(PAPERS, kinds=given)


@pytest.mark.parametrize("given", ["", [], ",", [" "]])
def test_at_least_one_kind_is_needed(given):
    with pytest.raises(UnknownKind, match=r"no kind of entity is given; choose among method, "):
        BuildOptions.given(kinds=given)


def test_links_are_a_choice():
    with pytest.raises(OptionError, match="links is 'all'; give 'related', 'shared' or 'none'"):
        BuildOptions.given(links="all")


@pytest.mark.parametrize("threshold", [0, 1, -0.1, 1.5, float("nan")])
def test_a_threshold_of_links_is_a_probability(threshold):
    with pytest.raises(OptionError, match=r"link_threshold is .*; give a probability above 0 and below 1"):
        BuildOptions.given(link_threshold=threshold)


def test_at_least_one_link_a_paper_is_drawn():
    with pytest.raises(OptionError, match="link_top is 0; give 1 or more links a paper"):
        BuildOptions.given(link_top=0)


def test_all_kinds_and_related_papers_are_the_default():
    graph = KnowledgeGraph.build(PAPERS)
    assert kinds_of(graph) == set(ENTITY_KINDS)
    assert (graph.tables.options().kinds, graph.tables.options().links) == (ENTITY_KINDS, "related")
    ((link,),) = graph.tables.rows("SELECT shared FROM {links}")
    assert {entity.partition(":")[0] for entity in link} == {"method", "dataset", "task", "technique"}


@pytest.mark.parametrize("kinds", [("method",), ("dataset", "task"), ("repo",), FIRST_KINDS])
def test_only_the_chosen_kinds_are_found_and_link(kinds):
    graph, whole = KnowledgeGraph.build(PAPERS, kinds=kinds), KnowledgeGraph.build(PAPERS)
    assert tuple(graph.report.entities) == graph.tables.options().kinds == kinds
    assert kinds_of(graph) == set(kinds)
    chosen = "SELECT * FROM {mentions} WHERE list_contains(?, kind) ORDER BY ALL"
    assert graph.tables.rows(chosen, list(kinds)) == whole.tables.rows(chosen, list(kinds))
    shared = {entity for (found,) in graph.tables.rows("SELECT shared FROM {links}") for entity in found}
    assert {entity.partition(":")[0] for entity in shared} == set(kinds) - {"repo"}


def test_without_links_the_rest_is_the_same(contents):
    linked, bare = (
        contents(KnowledgeGraph.build(PAPERS)),
        contents(KnowledgeGraph.build(PAPERS, links="none")),
    )
    for table in ("links", "pairs", "reaches"):
        assert linked.pop(table)
        assert bare.pop(table) == []
    assert linked == bare


def test_kinds_decide_what_is_read_links_do_not():
    plain = BuildOptions.given()
    assert BuildOptions.given(links="none").fingerprint == plain.fingerprint
    assert BuildOptions.given(kinds="method").fingerprint != plain.fingerprint


def test_options_that_are_not_given_keep_their_values():
    old = BuildOptions.given(kinds="method", links="none", hub_limit=3)
    assert BuildOptions.given(old) == BuildOptions.given(old, kinds=None, links=None) == old
    changed = BuildOptions.given(old, kinds="task")
    assert (changed.kinds, changed.links, changed.hub_limit) == (("task",), "none", 3)


def test_a_graph_from_before_terms_gets_all_kinds_unless_some_are_given():
    old = BuildOptions("3-6d7ac710ca7a", 50, 0.45, kinds=FIRST_KINDS)
    assert BuildOptions.given(old).kinds == ENTITY_KINDS
    assert BuildOptions.given(old, kinds="dataset").kinds == ("dataset",)


def build(**options):
    return KnowledgeGraph.build(PAPERS, **options)


def create(folder, **options):
    with Store.create(folder / "a.duckdb", **options) as store:
        store.add(PAPERS)
    return store.graph


def add(folder, **options):
    with Store.create(folder / "a.duckdb") as store:
        store.add(PAPERS, **options)
    return store.graph


@pytest.mark.parametrize("generic", [True, False])
@pytest.mark.parametrize("way", [build, create, add])
def test_generic_warns_once_at_the_caller_and_changes_nothing(way, generic, tmp_path, contents):
    folder = () if way is build else (tmp_path,)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        graph = way(*folder, generic=generic)
    (warning,) = (w for w in caught if issubclass(w.category, DeprecationWarning))
    assert str(warning.message).startswith(
        "`generic` has no effect any more: techniques are found by default"
    )
    assert warning.filename == __file__
    assert contents(graph) == contents(KnowledgeGraph.build(PAPERS))
    assert way(*folder, generic=None).tables.options() == graph.tables.options()
