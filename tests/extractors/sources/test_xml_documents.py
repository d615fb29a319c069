"""XML that attacks, breaks off or is of another kind; dates and ids where sources put them."""

# ruff: noqa: E501

import tracemalloc

import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.sources import iter_entries, read_papers
from paperlattice.extractors.sources.xml_documents import find_shape, root_of

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
ENTRY = "<entry><title>{}</title></entry>"


def feed(*entries, prolog=""):
    return f'<?xml version="1.0"?>\n{prolog}<feed>\n' + "\n".join(entries) + "\n</feed>"


@pytest.mark.parametrize(
    ("text", "titles", "skipped"),
    [
        (
            feed(ENTRY.format("A &l9;"), ENTRY.format("B"), prolog=f"<!DOCTYPE feed [{LAUGHS}]>\n"),
            ["B"],
            [("line 4", "broken XML: undefined entity")],
        ),
        (
            feed(
                ENTRY.format("&f;"),
                ENTRY.format("B"),
                prolog='<!DOCTYPE a [<!ENTITY f SYSTEM "/etc/hosts">]>\n',
            ),
            ["B"],
            [("line 4", "broken XML: undefined entity")],
        ),
        (
            feed("<entry>" + "<a>" * 300 + "</a>" * 300 + "</entry>", ENTRY.format("B")),
            ["B"],
            [("line 3", "broken XML: nested more than 200 deep")],
        ),
        (
            feed("<entry><!DOCTYPE x><title>A</title></entry>", ENTRY.format("B")),
            ["B"],
            [("line 3", "broken XML: not well-formed (invalid token)")],
        ),
        (
            feed("<entry><title>A</title>", ENTRY.format("B")),
            ["B"],
            [("line 3", "broken XML: <entry> is not closed")],
        ),
        (
            feed("<title>A</title></entry>", ENTRY.format("B")),
            ["B"],
            [("line 3", "</entry> closes what nothing opened")],
        ),
        (
            feed(ENTRY.format("A"), "<entry><title>B</ti")[:-8],
            ["A"],
            [("line 4", "broken XML: <entry> is not closed")],
        ),
        (feed(ENTRY.format("A<b>B</b> &lt;C")), ["AB <C"], []),
        (
            feed(ENTRY.format("A"), f"<!-- {ENTRY.format('B')} - </entry> -->", ENTRY.format("C")),
            ["A", "C"],
            [],
        ),
        (feed(ENTRY.format("A<!-- </entry> <entry> -->")), ["A"], []),
        (feed(ENTRY.format("<![CDATA[A </entry> <entry> B]]>")), ["A </entry> <entry> B"], []),
        (
            feed("<!-- not closed -- ", ENTRY.format("A"), "<![CDATA[ neither", ENTRY.format("B")),
            ["A", "B"],
            [],
        ),
        (feed("<entry/>", "<a:entry x='1'><a:title>A</a:title></a:entry>"), ["A"], []),
    ],
)
def test_a_hostile_or_broken_record_costs_itself(write, text, titles, skipped):
    result = read_papers(write("a.xml", text))
    assert sorted(paper.title for paper in result.papers) == titles
    assert [(s.where, s.reason) for s in result.skipped] == skipped


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '<OAI-PMH><error code="noRecordsMatch">None</error></OAI-PMH>',
            r"the error noRecordsMatch \(None\)",
        ),
        ("<rss><channel><title>cs.CL</title></channel></rss>", "holds no papers"),
        (
            feed(
                "<entry><id>http://arxiv.org/api/errors#x</id><title>Error</title><summary>bad id</summary></entry>"
            ),
            "line 3: arXiv answered: bad id",
        ),
        (
            '<?xml version="1.0"?><TEI/>',
            "is XML with the root element TEI, which is not read; read are Atom, RSS",
        ),
        ('<?xml version="1.0"?><rdf:RDF><z:Attachment/></rdf:RDF>', "export the library as BibTeX or RIS"),
        ("<?xml <<<", r"is XML with the root element \(none\)"),
    ],
)
def test_nothing_to_read(write, text, said):
    with pytest.raises(SourceError, match=said) as caught:
        read_papers(write("a.xml", text))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("record", "date"),
    [
        ("<PubDate><Year>2024</Year><Month>Mar</Month><Day>4</Day></PubDate>", "2024-03-04"),
        ("<PubDate><Year>2024</Year><Season>Spring</Season></PubDate>", "2024"),
        ("<PubDate><MedlineDate>2024 Mar-Apr</MedlineDate></PubDate>", "2024-03"),
    ],
)
def test_dates_of_pubmed(write, record, date):
    text = (
        "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>7</PMID><Article><ArticleTitle>A</ArticleTitle>"
        f"<Journal><JournalIssue>{record}</JournalIssue></Journal><Abstract><AbstractText Label='AIM'>One."
        "</AbstractText><AbstractText>Two.</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle>"
        "</PubmedArticleSet>"
    )
    (paper,) = read_papers(write("a.xml", text)).papers
    assert (paper.id, paper.date, paper.abstract) == ("pmid:7", date, "AIM: One. Two.")


def test_feeds_of_arxiv(write):
    items = (
        "<item><title>One (arXiv:2401.00001v1 [cs.CL])</title><link>http://arxiv.org/abs/2401.00001</link>"
        "<pubDate>Thu, 14 Mar 2024 00:00:00 -0400</pubDate><arxiv:announce_type>replace</arxiv:announce_type></item>"
    )
    (paper,) = read_papers(write("a.rss", f"<rss><channel>{items}</channel></rss>")).papers
    assert (paper.title, paper.id, paper.date) == ("One", "2401.00001", "")


@pytest.mark.parametrize(
    ("head", "root", "label"),
    [
        ("<?xml version='1.0'?><!-- <a> --><feed>", "feed", "Atom"),
        ("<!DOCTYPE a [<!ENTITY x 'y'>]><PubmedArticleSet>", "PubmedArticleSet", "PubMed"),
        ("<xml><records><record><ref-type>", "xml", "EndNote"),
        ("<records><record><header>", "records", "OAI-PMH"),
        ("<records><record><leader>", "records", ""),
        ("<html><body>", "html", ""),
        ("< 5 papers", "", ""),
        ("Text", "", ""),
    ],
)
def test_what_it_is(head, root, label):
    shape = find_shape(head)
    assert (root_of(head), shape.label if shape else "") == (root, label)


WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)
LINES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


@given(st.lists(st.tuples(LINES, LINES, WORDS), min_size=1, max_size=4))
def test_what_is_written_is_read(tmp_path_factory, entries):
    path = tmp_path_factory.mktemp("xml") / "a.xml"
    record = "<entry><title>{}</title><summary>{}</summary><author><name>{}</name></author></entry>"
    path.write_text(feed(*(record.format(*entry) for entry in entries)), encoding="utf-8")
    assert [(p.title, p.abstract, p.authors[0].name) for p in iter_entries(path)] == entries


@pytest.mark.parametrize(("opening", "closing"), [("<!--", "-->"), ("<![CDATA[", "]]>")])
def test_a_comment_may_be_longer_than_what_is_read_at_once(write, opening, closing):
    hidden = opening + ENTRY.format("B") * 2_000 + closing
    result = read_papers(write("a.xml", feed(ENTRY.format("A"), hidden, ENTRY.format("C"))))
    assert sorted(paper.title for paper in result.papers) == ["A", "C"]
    assert result.skipped == ()


@pytest.mark.parametrize("sign", ["<!--", "<![CDATA[", "<!-- -", "<!-", "<", "]]>", "<![CDATA[]"])
def test_signs_that_close_nothing_cost_no_more_than_their_length(write, sign):
    result = read_papers(write("a.xml", feed(ENTRY.format("A"), sign * 30_000, ENTRY.format("B"))))
    assert sorted(paper.title for paper in result.papers) == ["A", "B"]


def test_memory_does_not_grow_with_the_file(tmp_path):
    path = tmp_path / "large.xml"
    path.write_text(
        feed(*(f"<entry><title>T {n}</title><summary>{'word ' * 2000}</summary></entry>" for n in range(400)))
    )
    entries = iter_entries(path)
    next(entries)
    tracemalloc.start()
    try:
        assert sum(1 for _ in entries) == 399
        assert tracemalloc.get_traced_memory()[1] < 2_000_000 < path.stat().st_size
    finally:
        tracemalloc.stop()
