"""What the page gets about kinds and relations, and that it has no list of its own."""

import re
from pathlib import Path

import pytest

from paperlattice.extractors.records import KINDS, NODE_KINDS, RELATIONS
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
        "named": False,
    }
    assert facts["relations"]["code"] == {"edge": "Has code", "group": "Code", "by": "Code of"}
    assert facts["relations"]["uses"] == {"edge": "Uses", "group": "Uses", "by": "Used in"}
    assert facts["entities"] == {
        "one": "method, dataset or repository",
        "many": "Methods, datasets and repositories",
    }


@pytest.mark.parametrize("kind", NODE_KINDS)
def test_the_style_holds_both_colours_of_a_kind_and_tints_by_it(kind):
    light, dark, *rules = kind_style().split("\n")
    assert f"--{kind}: {NODE_KINDS[kind].light};" in light
    assert f"--{kind}: {NODE_KINDS[kind].dark};" in dark
    assert f".{kind} {{ --tint: var(--{kind}); }}" in rules


@pytest.mark.parametrize("kind", NODE_KINDS)
def test_the_page_can_draw_the_shape_of_a_kind(kind):
    shapes = re.findall(r"^  (\w+): \{$", (PAGE / "shapes.js").read_text(), flags=re.M)
    assert NODE_KINDS[kind].shape in shapes


@pytest.mark.parametrize("file", sorted(PAGE.iterdir()), ids=lambda file: file.name)
def test_no_file_of_the_page_names_a_kind_of_entities_itself(file):
    code = re.sub(r"//.*|/\*.*?\*/|\.dataset\b", "", file.read_text())
    words = {word for kind, facts in KINDS.items() for word in (kind, facts.one, facts.many)}
    assert not words & set(re.findall(r"\w+", code.lower()))
