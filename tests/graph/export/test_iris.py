import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.records import Author
from paperlattice.graph.errors import OptionError
from paperlattice.graph.export.iris import Names, check_base, escaped, public_iris, web_iri
from paperlattice.graph.export.rows import NetworkxRows

ox = pytest.importorskip("pyoxigraph", reason="pyoxigraph is not installed (pip install '.[test]')")


@pytest.mark.parametrize(
    "base",
    [
        "urn:paperlattice:",
        "https://example.org/",
        "http://a.example:80/b%20c/",
        "https://example.org/kg#",
        "tag:a@b:",
    ],
)
def test_a_base_stays_as_it_is(base):
    assert check_base(base) == base
    assert ox.NamedNode(base + "x").value == base + "x"


@pytest.mark.parametrize(
    "base",
    [
        "",
        "example.org/",
        "https://example.org",
        "https://example.org/kg",
        "https://example.org/a b/",
        "https://example.org/%zz/",
        "https://example.org:port/",
        "https://[::1/",
        "https:///",
        "https://example.org/a/../",
        "https://a#b#",
        "https://例え/",
        "urn:a\n:",
        "schema:x/",
        "<urn:x:",
    ],
)
def test_an_unfit_base_is_told(base):
    with pytest.raises(OptionError, match="cannot begin an IRI"):
        check_base(base)


@pytest.mark.parametrize(
    "address, iri",
    [
        ("HTTPS://Example.org/A", "https://Example.org/A"),
        ("https://a.b/100%", "https://a.b/100%25"),
        ("https://a.b/%7Bx%7D", "https://a.b/%7Bx%7D"),
        ("https://a.b/図?q={1}#<2>#3", "https://a.b/%E5%9B%B3?q=%7B1%7D#%3C2%3E%233"),
        ("https://a.b:port/", None),
        ("https://[::1]/", None),
        ("https://a.b/c/../d", None),
        ("ftp://a.b/", None),
        ("javascript:alert(1)", None),
        ("", None),
    ],
)
def test_addresses_become_iris(address, iri):
    assert web_iri(address) == iri


@given(st.text())
def test_an_iri_of_an_address_is_valid(text):
    for address in (text, f"https://a.b/{text}", f"https://{text}"):
        if iri := web_iri(address):
            assert ox.NamedNode(iri).value == iri


@given(st.text(), st.text())
def test_escaped_texts_are_valid_and_distinct(one, other):
    assert ox.NamedNode(f"urn:a:{escaped(one)}").value.isascii()
    assert (escaped(one) == escaped(other)) == (one == other)


@pytest.mark.parametrize(
    "arxiv_id, doi, iris",
    [
        ("2401.00001", "", ["https://arxiv.org/abs/2401.00001"]),
        ("math.GT/0309136", "", ["https://arxiv.org/abs/math.GT/0309136"]),
        ("", "10.1000/a<b>", ["https://doi.org/10.1000/a%3Cb%3E"]),
        ("", "10.1000/a/../b", []),
        ("not one", "11.1/x", []),
    ],
)
def test_papers_have_public_iris(arxiv_id, doi, iris):
    assert public_iris(arxiv_id, doi) == iris


def test_an_author_without_a_valid_orcid_is_one_of_the_paper(paper_graph):
    names = Names(NetworkxRows(paper_graph), "urn:x:")
    assert names.author("paper:1", 2, Author("A", "B", "0000-0000")) == "urn:x:author:1:2"
    assert names.author("paper:1", 2, Author("A", "B", "0000-0001-2345-678X")).endswith(
        "org/0000-0001-2345-678X"
    )
