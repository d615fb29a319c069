import pytest

from paperlattice.extractors.records import Author, Link, Paper
from paperlattice.extractors.sources.field_names import canonical_field
from paperlattice.extractors.sources.fields import read_record
from paperlattice.extractors.sources.merge import merge_papers
from paperlattice.extractors.sources.read_result import Skipped


def read(record):
    return read_record(record, "feed.json", where="line 1")


@pytest.mark.parametrize("name", ["arxiv_id", "arXiv ID", "arxivId", "ARXIV-ID", "\ufeffarxiv_id"])
def test_field_names_have_one_form(name):
    assert canonical_field(name) == "arxivid"


def test_a_full_record():
    record = {
        "id": "arXiv:2401.00001v2",
        "title": "Tiny Adapters\n  for Large Models",
        "abstract": "We adapt.\nIt  works.",
        "date": "2024-01-02",
        "url": "https://example.org/p1",
        "categories": "cs.LG cs.CL",
        "code_url": "https://github.com/acme/tiny",
    }
    assert read(record) == Paper(
        "2401.00001",
        "Tiny Adapters for Large Models",
        abstract="We adapt. It works.",
        date="2024-01-02",
        url="https://example.org/p1",
        sources=("feed.json",),
        categories=("cs.CL", "cs.LG"),
        declared=("https://github.com/acme/tiny",),
        arxiv_id="2401.00001",
        links=(Link("repo", "https://github.com/acme/tiny", "feed.json"),),
    )


def test_fields_of_the_daily_feed_are_nested():
    record = {
        "paper": {
            "id": "2509.00001",
            "title": "Nested Title",
            "summary": "Nested summary.",
            "publishedAt": "2025-09-01T00:00:00.000Z",
            "githubRepo": "https://github.com/acme/nested",
            "projectPage": "https://acme.example/nested",
        },
        "publishedAt": "2025-09-03T00:00:00.000Z",
        "title": "Outer Title",
        "numComments": 2,
    }
    paper = read(record)
    assert (paper.id, paper.title, paper.abstract) == ("2509.00001", "Nested Title", "Nested summary.")
    assert (paper.date, paper.url) == ("2025-09-01", "https://arxiv.org/abs/2509.00001")
    assert paper.declared == ("https://github.com/acme/nested",)


def test_what_the_nested_record_lacks_comes_from_the_outer_one():
    assert read({"paper": {"id": "2509.00001"}, "title": "Outer", "summary": "S."}).title == "Outer"


def test_the_arxiv_snapshot_dates_from_the_first_version():
    record = {
        "id": "0704.0001",
        "title": "Old",
        "update_date": "2008-11-26",
        "versions": [{"version": "v1", "created": "Mon, 2 Apr 2007 19:18:42 GMT"}],
    }
    assert read(record).date == "2007-04-02"
    assert read({**record, "versions": []}).date == "2008-11-26"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"id": "https://openalex.org/W1", "doi": "https://doi.org/10.1000/AB"}, "10.1000/ab"),
        ({"doi": "10.1000/ab", "id": "2401.00001"}, "2401.00001"),
        ({"paperId": "f00d", "externalIds": {"ArXiv": "2401.00001", "DOI": "10.1/x"}}, "2401.00001"),
        ({"paperId": "f00d", "externalIds": {"CorpusId": 3}}, "f00d"),
        ({"paper id": "p9"}, "p9"),
        ({"id": 17}, "17"),
        ({"id": "pc:3dv2025:05T"}, "pc:3dv2025:05T"),
        ({"url": "https://arxiv.org/abs/2401.00001v1"}, "2401.00001"),
        ({"url": "https://example.org/paper"}, Paper.hash_id("T")),
        ({"id": "  "}, Paper.hash_id("T")),
        ({"id": None, "doi": ""}, Paper.hash_id("T")),
        ({"id": True}, Paper.hash_id("T")),
        ({}, Paper.hash_id("T")),
    ],
)
def test_the_best_identifier_wins(fields, expected):
    assert read({"title": "T", **fields}).id == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"abstract": "A.", "summary": "S."}, "A."),
        ({"abstract": "", "summary": "S."}, "S."),
        ({"abstract": " ", "description": "D."}, "D."),
        ({"abstract_inverted_index": {"learn": [1, 3], "We": [0], "to": [2]}}, "We learn to learn"),
        ({"abstract_inverted_index": {"far": [10**12], "so": [0], "odd": None, "x": ["y"]}}, "so far"),
        ({"abstract": None}, ""),
        ({"abstract": {"text": "?"}}, ""),
    ],
)
def test_abstracts(fields, expected):
    assert read({"title": "T", **fields}).abstract == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("cs.CL cs.LG", ("cs.CL", "cs.LG")),
        ("cs.CL, stat.ML,cs.CL", ("cs.CL", "stat.ML")),
        ("Machine Learning; Vision", ("Machine Learning", "Vision")),
        ("Machine Learning", ("Machine Learning",)),
        (["cs.CL cs.LG", "hep-th"], ("cs.CL", "cs.LG", "hep-th")),
        ([{"term": "cs.CV"}, {"name": "Vision"}, {"other": 1}, 3], ("Vision", "cs.CV")),
        ("['cs.CL', 'cs.LG']", ("cs.CL", "cs.LG")),
        (7, ()),
    ],
)
def test_categories(value, expected):
    assert read({"title": "T", "categories": value}).categories == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"githubRepo": "https://github.com/a/b"}, ("https://github.com/a/b",)),
        ({"code": "https://b.example, http://a.example"}, ("http://a.example", "https://b.example")),
        ({"repository": ["https://gitlab.com/a/b", None, 4]}, ("https://gitlab.com/a/b",)),
        ({"repo_url": {"url": "https://github.com/a/c"}}, ("https://github.com/a/c",)),
        ({"code": "available on request"}, ()),
        ({"code": "javascript:alert(1)"}, ()),
        ({"code": True}, ()),
    ],
)
def test_only_web_addresses_are_declared_code(fields, expected):
    assert read({"title": "T", **fields}).declared == expected


def test_an_id_may_lead_to_a_page():
    assert read({"title": "A", "pmid": "38"}).url == "https://pubmed.ncbi.nlm.nih.gov/38/"
    assert read({"title": "A", "id": "https://openalex.org/W3"}).url == "https://openalex.org/W3"
    assert read({"title": "A", "id": "p3"}).url == ""


@pytest.mark.parametrize("url", ["javascript:alert(1)", "www.example.org", "", 5])
def test_only_web_addresses_are_urls(url):
    assert read({"title": "T", "id": "2401.00001", "url": url}).url == "https://arxiv.org/abs/2401.00001"


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({"abstract": "A.", "id": "x"}, "no title (fields: abstract, id)"),
        ({"title": " \u0000 "}, "no title (fields: title)"),
        ({"title": {"text": "T"}}, "no title (fields: title)"),
        ({}, "no title (fields: none)"),
    ],
)
def test_a_record_without_title_is_not_a_paper(record, reason):
    assert read(record) == Skipped("feed.json", "line 1", reason)


def test_titles_may_be_in_a_list():
    assert read({"title": ["Listed Title"]}).title == "Listed Title"


def test_nesting_has_a_bottom():
    nested = {"title": "Deep"}
    for _ in range(900):
        nested = {"paper": nested}
    assert isinstance(read_record(nested, "a.json", where="line 1"), Skipped)
    categories = ["a"]
    for _ in range(900):
        categories = [categories]
    paper = read_record(
        {"title": "T", "categories": categories, "code": categories}, "a.json", where="line 1"
    )
    assert (paper.title, paper.categories) == ("T", ())


ADA = Author("Ada", "Quill", "0000-0002-1825-0097")
FORMS = {
    "hf": {
        "title": "Quiet Quills",
        "publishedAt": "2025-06-17T00:00:00Z",
        "paper": {
            "id": "2506.00001",
            "publishedAt": "2025-06-16T10:00:00Z",
            "authors": [{"name": "Ada Quill", "hidden": False}],
            "ai_keywords": ["quills", "deep nets"],
            "githubRepo": "https://github.com/quill/net",
            "projectPage": "https://quill.example",
            "linkedModels": [{"id": "quill/net"}],
            "linkedDatasets": [{"id": "quill/data"}],
        },
    },
    "arxiv": {
        "id": "2506.00001",
        "title": "Quiet Quills",
        "authors": "Ada Quill",
        "authors_parsed": [["Quill", "Ada", ""]],
        "journal-ref": "Quilting 3 (2025)",
        "doi": "10.1000/Q1 10.1000/Q2",
        "license": "http://creativecommons.org/licenses/by/4.0/",
        "versions": [{"version": "v1", "created": "Mon, 16 Jun 2025 19:18:42 GMT"}],
    },
    "openalex": {
        "id": "https://openalex.org/W1",
        "doi": "https://doi.org/10.1000/q1",
        "display_name": "Quiet Quills",
        "publication_date": "2025-06-16",
        "primary_location": {"license": "cc-by", "source": {"display_name": "Quilting"}},
        "locations": [{"landing_page_url": "http://arxiv.org/abs/2506.00001v2"}],
        "authorships": [
            {"author": {"display_name": "Ada Quill", "orcid": "https://orcid.org/0000-0002-1825-0097"}}
        ],
        "keywords": [{"display_name": "Quill", "score": 0.5}],
    },
    "s2": {
        "paperId": "00aa",
        "title": "Quiet Quills",
        "publicationDate": "2025-06-16",
        "externalIds": {"ArXiv": "2506.00001", "DOI": "10.1000/Q1"},
        "venue": "",
        "publicationVenue": {"name": "Quilting"},
        "authors": [{"authorId": "1", "name": "Ada Quill"}],
        "openAccessPdf": {"url": "https://a.example", "license": "CCBY"},
    },
    "crossref": {
        "DOI": "10.1000/Q1",
        "title": ["Quiet Quills"],
        "container-title": ["Quilting"],
        "author": [{"given": "Ada", "family": "Quill", "ORCID": "http://orcid.org/0000-0002-1825-0097"}],
        "issued": {"date-parts": [[2025, 6, 16]]},
        "license": [{"URL": "https://cc.example/by"}],
    },
    "scopus": {
        "Title": "Quiet Quills",
        "Authors": "Quill, Ada",
        "Year": "2025",
        "Source title": "Quilting",
        "DOI": "10.1000/Q1",
        "Author Keywords": "quills; nets, deep",
    },
}


@pytest.mark.parametrize(
    "form, expected",
    [
        ("hf", ((Author("", "Ada Quill"),), "", "", "2506.00001", "", ("deep nets", "quills"))),
        (
            "arxiv",
            (
                (Author("Ada", "Quill"),),
                *("Quilting 3 (2025)", "10.1000/q1", "2506.00001"),
                *("http://creativecommons.org/licenses/by/4.0/", ()),
            ),
        ),
        (
            "openalex",
            (
                (Author("", "Ada Quill", ADA.orcid),),
                "Quilting",
                "10.1000/q1",
                "2506.00001",
                "cc-by",
                ("Quill",),
            ),
        ),
        ("s2", ((Author("", "Ada Quill"),), "Quilting", "10.1000/q1", "2506.00001", "CCBY", ())),
        ("crossref", ((ADA,), "Quilting", "10.1000/q1", "", "https://cc.example/by", ())),
        ("scopus", ((Author("Ada", "Quill"),), "Quilting", "10.1000/q1", "", "", ("nets, deep", "quills"))),
    ],
)
def test_what_sources_say_of_a_paper(form, expected):
    paper = read(FORMS[form])
    assert (paper.authors, paper.venue, paper.doi, paper.arxiv_id, paper.licence, paper.keywords) == expected


def test_one_paper_in_all_forms_is_one_with_the_fullest_fields():
    (paper,) = merge_papers(read(record) for record in FORMS.values())
    assert (paper.id, paper.date, paper.doi, paper.arxiv_id) == (
        *("2506.00001", "2025-06-16"),
        *("10.1000/q1", "2506.00001"),
    )
    assert paper.authors == (ADA,)
    assert paper.keywords == ("Quill", "deep nets", "nets, deep", "quills")


def test_declared_links_of_the_hub():
    assert [(link.kind, link.url) for link in read(FORMS["hf"]).links] == [
        ("dataset", "https://huggingface.co/datasets/quill/data"),
        ("model", "https://huggingface.co/quill/net"),
        ("project", "https://quill.example"),
        ("repo", "https://github.com/quill/net"),
    ]


@pytest.mark.parametrize("value", [5, [5], {"id": 5}, [{"id": "a b"}], ["ftp://a.example"], [[["x"]]]])
def test_what_is_no_address_is_not_linked(value):
    assert not read({"title": "T", "projectPage": value, "linkedModels": value}).links


def test_the_doi_that_arxiv_registers_is_the_arxiv_id():
    paper = read({"title": "T", "doi": "https://doi.org/10.48550/arXiv.2506.00001"})
    assert (paper.id, paper.arxiv_id, paper.doi) == ("2506.00001", "2506.00001", "")
