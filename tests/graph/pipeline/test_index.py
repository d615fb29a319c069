from __future__ import annotations

import duckdb
import pytest
from graph.pipeline.index import NAMING_SQL, form_rows, forms_of, naming_rows, title_rows, titles_of
from hypothesis import given
from hypothesis import strategies as st

from extractors.records import ENTITY_KINDS, TOP_ROLE, Mention
from graph.model.records import Entity


def test_a_key_has_its_best_rank():
    rows = forms_of(
        "method:lora", "LoRA", aliases=["lora", "Low-Rank Adaptation"], written=["LORA", "LoRAs", ""]
    )
    assert rows == [
        ("lora", "method:lora", 1),
        ("loras", "method:lora", 3),
        ("lowrankadaptation", "method:lora", 2),
    ]


def test_a_repository_goes_by_its_url():
    rows = form_rows([Entity("repo:h:a:b", "repo", "a/b", url="https://h/a/b")])
    assert [rank for _, _, rank in rows] == [1, 2]


def test_rows_of_forms_are_sorted_whatever_the_order():
    entities = [Entity("method:b", "method", "B"), Entity("method:a", "method", "A", ("B",))]
    written = [("method:b", "A"), ("method:a", "A")]
    rows = form_rows(entities, written)
    assert rows == [("a", "method:a", 1), ("a", "method:b", 3), ("b", "method:a", 2), ("b", "method:b", 1)]
    assert form_rows(entities[::-1], written[::-1]) == rows


@pytest.mark.parametrize(
    "title, rows",
    [
        ("A Net", [("anet", "p", False)]),
        ("A-Net: small: fast", [("anetsmallfast", "p", False), ("anet", "p", True)]),
        (": of nothing", [("ofnothing", "p", False)]),
        ("??: who", [("who", "p", False), ("??", "p", True)]),
        ("", [("", "p", False)]),
    ],
)
def test_titles_and_their_heads(title, rows):
    assert titles_of("p", title) == rows


def test_rows_of_titles_are_sorted():
    assert title_rows([("q", "A"), ("p", "B: A"), ("p2", "A")]) == [
        ("a", "p2", False),
        ("a", "q", False),
        ("b", "p", True),
        ("ba", "p", False),
    ]


def mention(paper: str, kind: str, top: bool) -> Mention:
    return Mention(paper, kind, "x", "x", 0, 1, TOP_ROLE[kind] if top else "uses", "test", 1.0)


named = st.lists(
    st.builds(
        lambda paper, kind, number, top: (f"{kind}:{number}", mention(paper, kind, top)),
        st.sampled_from("pqr"),
        st.sampled_from(ENTITY_KINDS),
        st.integers(0, 2),
        st.booleans(),
    )
)


@pytest.fixture(scope="module")
def database():
    with duckdb.connect() as connection:
        yield connection


@given(named)
def test_sql_and_python_agree_on_who_names_what(database, rows):
    database.execute(
        "CREATE OR REPLACE TABLE mentions (entity_id VARCHAR, paper_id VARCHAR, kind VARCHAR, role VARCHAR)"
    )
    values = [(e, m.paper_id, m.kind, m.role) for e, m in rows] + [(None, "p", "method", "uses")]
    database.executemany("INSERT INTO mentions VALUES (?, ?, ?, ?)", values)
    assert database.execute(NAMING_SQL).fetchall() == naming_rows(rows)
