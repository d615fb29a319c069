import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.records import Author
from paperlattice.extractors.sources.people import read_authors

QUILL, FERN, OAK = Author("Ada", "Quill"), Author("Bo", "Fern"), Author("Cy", "Oak")


def whole(*names):
    return tuple(Author(family=name) for name in names)


@pytest.mark.parametrize(
    "line, expected",
    [
        ("Quill, Ada and Fern, Bo and Oak, Cy", (QUILL, FERN, OAK)),
        ("Quill, Ada and Fern, Bo and others", (QUILL, FERN)),
        ("Quill, Ada; Fern, Bo", (QUILL, FERN)),
        ("Quill, Ada", (QUILL,)),
        ("van der Berg, Jan", (Author("Jan", "van der Berg"),)),
        ("Quill, Jr., Ada and Fern, Bo", (Author("Ada", "Quill Jr."), FERN)),
        ("Ada Quill", whole("Ada Quill")),
        ("Ada Quill, Bo Fern", whole("Ada Quill", "Bo Fern")),
        ("Ada Quill, Bo Fern, and Cy Oak", whole("Ada Quill", "Bo Fern", "Cy Oak")),
        ("Ada Quill and Bo Fern", whole("Ada Quill", "Bo Fern")),
        ("Ada Quill (1), Bo Fern (2) ((1) Loom, (2) Mill)", whole("Ada Quill", "Bo Fern")),
        ("Ada Quill, Bo Fern, et al.", whole("Ada Quill", "Bo Fern")),
        ("['Ada Quill', \"Tim O'Shea\"]", whole("Ada Quill", "Tim O'Shea")),
        ("Anderson, Sandy", (Author("Sandy", "Anderson"),)),
        ("The Brothers", whole("The Brothers")),
        ("et al.", ()),
        ("", ()),
    ],
)
def test_a_line_of_names(line, expected):
    assert read_authors(line) == expected


@pytest.mark.parametrize(
    "value, expected",
    [
        ([["Quill", "Ada", ""], ["Fern", "Bo", "Jr."]], (QUILL, Author("Bo", "Fern Jr."))),
        ([{"name": "Ada Quill", "hidden": False}], whole("Ada Quill")),
        (["Ada Quill", "Fern, Bo"], (*whole("Ada Quill"), FERN)),
        (
            [{"family": "Quill", "given": "Ada"}, {"literal": "The Loom Team"}],
            (QUILL, *whole("The Loom Team")),
        ),
        (
            [{"given": "Ada", "family": "Quill", "ORCID": "http://orcid.org/0000-0002-1825-009x"}],
            (Author("Ada", "Quill", "0000-0002-1825-009X"),),
        ),
        (
            [{"author": {"display_name": "Ada Quill", "orcid": "https://orcid.org/0000-0002-1825-0097"}}],
            (Author("", "Ada Quill", "0000-0002-1825-0097"),),
        ),
        ([{"authorId": "0000-1111", "name": "Ada Quill"}], whole("Ada Quill")),
        (
            [
                {"creatorType": "editor", "firstName": "Cy", "lastName": "Oak"},
                {"creatorType": "author", "firstName": "Ada", "lastName": "Quill"},
            ],
            (QUILL,),
        ),
        ({"author": [{"fullName": "Ada Quill"}]}, whole("Ada Quill")),
        ([None, 5, {"family": 3}, [], [[["deep"]]]], ()),
        (None, ()),
    ],
)
def test_records_of_authors(value, expected):
    assert read_authors(value) == expected


VALUES = st.recursive(
    st.none() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from(["author", "name", "given", "family"]), inner)
    ),
)


@given(VALUES)
def test_any_value_gives_authors_with_a_name(value):
    assert all(author.name for author in read_authors(value))


PARTS = st.text("abcdefg", min_size=1).filter(lambda text: text != "and").map(str.title)


@given(st.lists(st.builds(Author, PARTS, PARTS), min_size=1))
def test_names_written_as_bibtex_and_scopus_do_come_back(authors):
    names = [f"{author.family}, {author.given}" for author in authors]
    assert read_authors(" and ".join(names)) == read_authors(";".join(names)) == tuple(authors)
