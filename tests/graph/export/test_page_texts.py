"""Long texts of the page: chunks, and sentences by their places."""

import base64
import json
import zlib

import pytest
from hypothesis import given, strategies as st

from paperlattice.graph.export.page_texts import OTHERS_A_CHUNK, PAPERS_A_CHUNK, chunk_numbers, pack_texts


def unpacked(packed: str) -> list[dict]:
    return [json.loads(zlib.decompress(base64.b64decode(line))) for line in packed.splitlines()]


def as_javascript(text: str, start: int, length: int) -> str:
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * start : 2 * (start + length)].decode("utf-16-le")


@pytest.mark.parametrize(
    "papers, others, chunks",
    [(0, 0, 0), (1, 0, 1), (0, 1, 1), (256, 0, 1), (257, 0, 2), (257, 2048, 3), (256, 2049, 3)],
)
def test_papers_come_in_chunks_then_the_others(papers, others, chunks):
    found = chunk_numbers([True] * papers + [False] * others)
    assert max(found, default=-1) + 1 == chunks
    assert found == sorted(found)


def test_an_edge_is_in_the_chunk_of_its_source():
    nodes = [{"kind": "paper", "label": str(number)} for number in range(PAPERS_A_CHUNK + 1)]
    nodes.append({"kind": "method", "label": "m", "united": "why"})
    edges = [
        (0, {"surfaces": "a"}),
        (PAPERS_A_CHUNK, {"surfaces": "b"}),
        (PAPERS_A_CHUNK + 1, {"terms": "c"}),
    ]
    assert OTHERS_A_CHUNK > 1
    assert unpacked(pack_texts(nodes, edges)) == [
        {"surfaces": ["a"]},
        {"surfaces": ["b"]},
        {"united": ["why"], "terms": ["c"]},
    ]


text = st.text(alphabet=st.sampled_from("ab\n.\u00e9\U0001f9ea"), max_size=12)


@given(label=text, abstract=text, sentence=text)
def test_a_sentence_is_written_or_placed_where_javascript_finds_it(label, abstract, sentence):
    nodes = [{"kind": "paper", "label": label, "abstract": abstract}]
    (chunk,) = unpacked(pack_texts(nodes, [(0, {"evidence": sentence})]))
    (start,), (length,) = chunk.get("start", [-1]), chunk.get("length", [0])
    whole = f"{label}\n{abstract}"
    assert (start >= 0) == (sentence != "" and sentence in whole)
    read = as_javascript(whole, start, length) if start >= 0 else chunk.get("evidence", [""])[0]
    assert read == sentence
