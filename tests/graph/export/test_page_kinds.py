"""What the page gets about kinds and relations, and that it has no list of its own."""

import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from paperlattice.extractors.records import KINDS, NODE_KINDS, RELATIONS, TERM_KINDS, WORDED_KINDS
from paperlattice.graph.export import html
from paperlattice.graph.export.page_data import kind_facts, kind_style

PAGE = Path(html.__file__).with_name("page")


def test_every_kind_and_relation_is_listed_in_the_order_of_the_tables():
    facts = kind_facts()
    assert list(facts["kinds"]) == list(NODE_KINDS)
    assert list(facts["relations"]) == list(RELATIONS)
    assert facts["kinds"]["repo"] == {
        "one": "Repository",
        "many": "Repositories",
        "shape": "triangle",
        "worded": False,
        "term": False,
        "relations": ("code",),
    }
    assert [kind for kind, own in facts["kinds"].items() if own["term"]] == list(TERM_KINDS)
    code = {"edge": "Has code", "group": "Code", "by": "Code of", "background": False}
    mentions = {"edge": "Mentions", "group": "Mentions", "by": "Mentioned in", "background": True}
    assert facts["relations"]["code"] == code
    assert facts["relations"]["mentions"] == mentions
    assert facts["entities"] == {
        "one": "method, dataset, repository, task or technique",
        "many": "Methods, datasets, repositories, tasks and techniques",
    }


def test_matrices_and_example_questions_are_of_kinds_that_have_words():
    facts = kind_facts()
    words = [*facts["asked"].values(), *facts["matrices"]]
    assert {kind for kinds in words for kind in kinds} <= set(WORDED_KINDS)
    assert len(set(map(frozenset, facts["matrices"]))) == len(facts["matrices"])


@pytest.mark.parametrize("kind", NODE_KINDS)
def test_the_style_holds_both_colours_of_a_kind_and_tints_by_it(kind):
    light, dark, *rules = kind_style().split("\n")
    assert f"--{kind}: {NODE_KINDS[kind].light};" in light
    assert f"--{kind}: {NODE_KINDS[kind].dark};" in dark
    assert f".{kind} {{ --tint: var(--{kind}); }}" in rules


# How the colour-blind see linear red, green and blue (Machado, Oliveira, Fernandes 2009, severity 1).
SIGHT = {
    "normal": np.eye(3),
    "protan": [[0.1523, 1.0526, -0.2049], [0.1145, 0.7863, 0.0992], [-0.0039, -0.0481, 1.0520]],
    "deutan": [[0.3673, 0.8606, -0.2280], [0.2801, 0.6725, 0.0474], [-0.0118, 0.0429, 0.9689]],
    "tritan": [[1.2555, -0.0767, -0.1788], [-0.0784, 0.9308, 0.1476], [0.0047, 0.6914, 0.3039]],
}
GROUNDS = {"light": ("#f7f8f9", "#ffffff"), "dark": ("#0f1318", "#181d24")}


def linear(colour):
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(colour, ground):
    light = sorted(linear(one) @ [0.2126, 0.7152, 0.0722] for one in (colour, ground))
    return (light[1] + 0.05) / (light[0] + 0.05)


def lab(rgb):
    matrix = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    xyz = matrix @ np.clip(rgb, 0, 1) / [0.9505, 1.0, 1.0888]
    x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("side", GROUNDS)
def test_colours_stand_out_from_both_backgrounds(side):
    sheet = (PAGE / "page.css").read_text()
    assert all(ground in sheet for ground in GROUNDS[side])
    for facts in NODE_KINDS.values():
        assert min(contrast(getattr(facts, side), ground) for ground in GROUNDS[side]) >= 3


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("side", GROUNDS)
def test_the_colours_of_two_kinds_differ_for_everybody(side, sight):
    colours = {kind: lab(SIGHT[sight] @ linear(getattr(f, side))) for kind, f in NODE_KINDS.items()}
    near = {
        (a, b): float(np.linalg.norm(colours[a] - colours[b]))
        for a, b in combinations(colours, 2)
        if np.linalg.norm(colours[a] - colours[b]) < 12
    }
    assert near == {}


@pytest.mark.parametrize("kind", NODE_KINDS)
def test_the_page_can_draw_the_shape_of_a_kind(kind):
    shapes = re.findall(r"^  (\w+): \{$", (PAGE / "src" / "shapes.ts").read_text(), flags=re.M)
    assert NODE_KINDS[kind].shape in shapes


@pytest.mark.parametrize(
    "file",
    sorted([*PAGE.glob("*.html"), *PAGE.glob("*.css"), *PAGE.glob("src/*.ts")]),
    ids=lambda file: file.name,
)
def test_no_file_of_the_page_names_a_kind_of_entities_itself(file):
    code = re.sub(r"//.*|/\*.*?\*/|\.dataset\b", "", file.read_text())
    words = {word for kind, facts in KINDS.items() for word in (kind, facts.one, facts.many)}
    assert not words & set(re.findall(r"\w+", code.lower()))
