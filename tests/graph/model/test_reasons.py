import pytest
from hypothesis import given, strategies as st

from paperlattice.graph.model.attributes import join_forms, union_reasons
from paperlattice.graph.model.reasons import TELLING, reason_of
from paperlattice.graph.model.records import Entity, Merge


def entity_of(*merges):
    return Entity("method:vit", "method", "ViT", merges=merges)


@pytest.mark.parametrize(
    "merges, reasons",
    [
        ((), []),
        ((Merge("ViT", "ViT", "key", 1.0),), []),
        ((Merge("ViT", "ViTs", "plural", 1.0),), ['"ViT" = "ViTs" (plural, 1.00)']),
        (
            (
                Merge("ViT", "vit", "key", 1.0),
                Merge("ViT", "Vision Transformer", "abbreviation", 0.97, "3 of 3"),
            ),
            ['"ViT" = "Vision Transformer" (abbreviation, 0.97: 3 of 3)', '"ViT" = "vit" (key, 1.00)'],
        ),
        (
            (Merge("b", "c", "spelling", 0.96), Merge("a", "b", "spelling", 0.94)),
            ['"a" = "b" (spelling, 0.94)', '"b" = "c" (spelling, 0.96)'],
        ),
        ((Merge("x" * 81, "y", "own-rule", 0.5),), [f'"{"x" * 79}…" = "y" (own-rule, 0.50)']),
    ],
)
def test_reasons_as_people_read_them(merges, reasons):
    assert list(union_reasons(entity_of(*merges))) == reasons


def test_of_many_the_rest_is_counted():
    merges = [Merge("A", f"A{number:03}", "key", 1.0) for number in range(40)]
    reasons = list(union_reasons(entity_of(*merges), most=3))
    assert reasons[:3] == [f'"A" = "A00{number}" (key, 1.00)' for number in range(3)]
    assert reasons[3:] == ["and 37 more"]


@given(st.lists(st.tuples(st.text(max_size=3), st.text(max_size=3)), max_size=6), st.randoms())
def test_the_order_of_joins_makes_no_difference(pairs, random):
    merges = [Merge(left, right, "key", 1.0) for left, right in pairs]
    first = list(union_reasons(entity_of(*merges)))
    random.shuffle(merges)
    assert list(union_reasons(entity_of(*merges))) == first


def test_a_bar_in_a_form_does_not_split_a_reason():
    reasons = union_reasons(entity_of(Merge("A | B", "AB", "text", 1.0), Merge("A", "a", "key", 1.0)))
    assert join_forms(reasons) == '"A ¦ B" = "AB" (text, 1.00) | "A" = "a" (key, 1.00)'


def test_nodes_explain_their_merges(small_graph):
    nodes = small_graph.nx.nodes
    said = '"LoRA" = "low-rank adaptation" (abbreviation, 1.00: paired in 1 paper)'
    assert nodes["method:lora"]["united"] == said
    assert "united" not in nodes["method:clip"]


TITLES = ("Fern: Small Networks", "Moss")


@pytest.mark.parametrize(
    "shared, terms, said",
    [
        ([], [], "Their texts are alike."),
        ([], ["nets", "brain signals"], "Both speak of nets and brain signals."),
        ([], ["a", "b", "c", "d"], "Both speak of a, b and c."),
        ([("LoRA", "method", "uses", "uses")], [], "Both use LoRA."),
        ([("depth", "task", "addresses", "addresses")], [], "Both address depth."),
        ([("pruning", "technique", "uses", "uses")], [], "Both build on pruning."),
        ([("a/b", "repo", "code", "code")], [], "Both point to a/b."),
        ([("depth", "task", "mentions", "addresses")], [], "Both name depth."),
        ([("depth", "task", "mentions", "mentions")], ["lidar"], "Both speak of lidar."),
        ([("COCO", "dataset", "", "")], [], "Both use COCO."),
        (
            [("Quill", "method", "proposes", "uses")],
            [],
            "Moss names Quill, which Fern proposes.",
        ),
        (
            [("Quill", "method", "uses", "proposes")],
            [],
            "Fern names Quill, which Moss proposes.",
        ),
        ([("Quill", "method", "proposes", "proposes")], [], "Both propose Quill."),
        (
            [("B1", "dataset", "introduces", "uses"), ("B2", "dataset", "introduces", "uses")],
            [],
            "Moss names B1 and B2, which Fern introduces.",
        ),
        (
            [("Q", "method", "proposes", "uses"), ("R", "method", "uses", "proposes")],
            [],
            "Moss names Q, which Fern proposes; Fern names R, which Moss proposes.",
        ),
        (
            [("LoRA", "method", "uses", "uses"), ("depth", "task", "addresses", "addresses")],
            ["depths", "LoRA", "lidar"],
            "Both address depth; both use LoRA; both speak of lidar.",
        ),
        (
            [(label, "method", "uses", "uses") for label in ("A", "B", "C", "D")],
            [],
            "Both use A, B and C.",
        ),
    ],
)
def test_one_sentence_says_why_papers_belong_together(shared, terms, said):
    assert reason_of(TITLES, shared, terms) == said


@pytest.mark.parametrize(
    "titles, said",
    [
        (("Fern: faces", "Fern: joins"), "Fern: joins names X, which Fern: faces proposes."),
        (("Fern", "iMoss {0}: more"), "iMoss {0} names X, which Fern proposes."),
        (("Fern", "x" * 61), f"{'x' * 59}… names X, which Fern proposes."),
        (("X: small networks", "Moss"), "Moss names what X proposes."),
        (("Fern", ": odd"), ": odd names X, which Fern proposes."),
    ],
)
def test_papers_are_called_by_their_titles(titles, said):
    assert reason_of(titles, [("X", "method", "proposes", "uses")], []) == said


_RELATIONS = ["", "uses", "mentions", "proposes", "introduces", "addresses", "code", "own-relation"]
_SHARED = st.tuples(
    st.sampled_from(["QuillNet", "Fern sets", "oak"]),
    st.sampled_from(["method", "dataset", "task", "technique", "repo", "own-kind"]),
    st.sampled_from(_RELATIONS),
    st.sampled_from(_RELATIONS),
)


@given(st.lists(_SHARED, max_size=6), st.lists(st.sampled_from(["fern", "net", "oaks"]), max_size=3))
def test_what_is_no_telling_relation_is_a_use(shared, terms):
    told = [(*row[:2], *(r if r in TELLING else "" for r in row[2:])) for row in shared]
    titles = ("QuillNet: Small Networks", "A Second Look")
    assert reason_of(titles, told, terms) == reason_of(titles, shared, terms)
