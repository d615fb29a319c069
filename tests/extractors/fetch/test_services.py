"""Each service in its own words: what is asked for, page by page, and what becomes of the replies."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from paperlattice.extractors.errors import FetchError
from paperlattice.extractors.fetch.services import SERVICES, read_shorthand
from paperlattice.extractors.fetch.wanted import Wanted, read_period
from paperlattice.extractors.sources import read_papers

ROOT = Path(__file__).parents[3]


def entry(identifier, title="Quiet Attention", **more):
    extra = "".join(f"<arxiv:{name}>{value}</arxiv:{name}>" for name, value in more.items())
    return f"""<entry><id>http://arxiv.org/abs/{identifier}v2</id><title>{title}</title>
        <updated>2025-07-01T00:00:00Z</updated><summary> We train
        QuillNet. </summary><category term="cs.CL" scheme="x"/><category term="cs.LG"/>
        <published>2025-06-17T17:59:46Z</published>{extra}
        <author><name>Ada Quill</name><arxiv:affiliation>Fern</arxiv:affiliation></author></entry>"""


def feed(*entries, total=None):
    return f"""<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"
        xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom">
        <id>x</id><title>arXiv Query</title><opensearch:totalResults>
        {len(entries) if total is None else total}</opensearch:totalResults>{"".join(entries)}</feed>"""


def rss(*items):
    inner = "".join(
        f"<item><link>https://arxiv.org/abs/{name}</link>"
        f"<arxiv:announce_type>{kind}</arxiv:announce_type></item>"
        for name, kind in items
    )
    return f'<rss xmlns:arxiv="http://arxiv.org/schemas/atom"><channel>{inner}</channel></rss>'


def daily(identifier, day="2025-06-17"):
    return {"publishedAt": f"{day}T00:00:00.000Z", "paper": {"id": identifier, "title": f"T {identifier}"}}


def work(number):
    return {
        "id": f"https://openalex.org/W{number}",
        "title": f"Work {number}",
        "publication_date": "2025-06-17",
    }


def works(*numbers, count=0, cursor=None):
    meta = {"count": count or len(numbers), "next_cursor": cursor}
    return {"meta": meta, "results": [work(number) for number in numbers]}


def paper(letter):
    return {"paperId": letter * 40, "title": f"Paper {letter}", "publicationDate": "2025-06-17"}


def found(number):
    return {
        "id": str(number),
        "source": "MED",
        "pmid": str(number),
        "title": f"Result {number}",
        "firstPublicationDate": "2025-06-17",
    }


def results(mark, *numbers, count=0):
    inner = {"result": [found(number) for number in numbers]}
    return {"hitCount": count or len(numbers), "nextCursorMark": mark, "resultList": inner}


def item(key, kind="preprint"):
    data = {"key": key, "itemType": kind, "title": f"Item {key}", "date": "2025-06-17"}
    return {"key": key, "library": {"type": "user", "id": 7}, "data": data}


DAY = Wanted(since="2025-06-17", until="2025-06-17", period="2025-06-17")
KEYED = {"OPENALEX_API_KEY": "quill-key-1", "ZOTERO_API_KEY": "quill-key-1"}

# Service, question, further arguments, replies, and of each request its path with a part of its query.
CASES = {
    "arxiv ids": (
        "arxiv",
        Wanted(),
        {"ids": ["arXiv:2506.00001v3", "https://arxiv.org/pdf/math.GT/0309136"]},
        [feed(entry("2506.00001"), entry("math.GT/0309136"))],
        [("/api/query", {"id_list": "2506.00001,math.GT/0309136", "max_results": "2"})],
    ),
    "arxiv search": (
        "arxiv",
        Wanted(search="quiet adapters", categories=("cs.CL",), since="2025-06-01", until="2025-06-30"),
        {},
        [feed(entry("2506.00001"), total=501), feed(entry("2506.00002"), total=501)],
        [
            (
                "/api/query",
                {
                    "start": "0",
                    "search_query": "all:quiet AND all:adapters AND cat:cs.CL"
                    " AND submittedDate:[202506010000 TO 202506302359]",
                },
            ),
            ("/api/query", {"start": "500"}),
        ],
    ),
    "arxiv today": (
        "arxiv",
        Wanted(
            since="2025-06-15", until="2025-06-15", period="2025-06-15", today=True, categories=("cs.CL",)
        ),
        {},
        [
            rss(("2506.00001", "new"), ("2506.00002", "cross"), ("2401.00001", "replace-cross")),
            feed(entry("2506.00001"), entry("2506.00002")),
        ],
        [("/rss/cs.CL", {}), ("/api/query", {"id_list": "2506.00001,2506.00002"})],
    ),
    "hf day": (
        "hf",
        DAY,
        {},
        [[daily("2506.00001"), daily("2506.00002")], []],
        [("/api/daily_papers", {"date": "2025-06-17", "p": "0"}), ("/api/daily_papers", {"p": "1"})],
    ),
    "hf week": (
        "hf",
        Wanted(since="2025-06-16", until="2025-06-22", period="2025-W25"),
        {},
        [[daily("2506.00001"), daily("2506.00002", "2025-06-22")], []],
        [("/api/daily_papers", {"week": "2025-W25"}), ("/api/daily_papers", {"p": "1"})],
    ),
    "hf ids": (
        "hf",
        Wanted(),
        {"ids": ["hf:2506.00001", "https://huggingface.co/papers/2506.00002"]},
        [{"id": "2506.00001", "title": "One"}, {"id": "2506.00002", "title": "Two"}],
        [("/api/papers/2506.00001", {}), ("/api/papers/2506.00002", {})],
    ),
    "openalex cursor": (
        "openalex",
        Wanted(search="adapters", since="2025-06-01", until="2025-06-30"),
        {"environment": KEYED},
        [works(1, cursor="c1", count=2), works(2, cursor="c2", count=2), works(cursor=None, count=2)],
        [
            ("/works", {"filter": "from_publication_date:2025-06-01,to_publication_date:2025-06-30"}),
            ("/works", {"cursor": "c1", "search": "adapters"}),
            ("/works", {"cursor": "c2"}),
        ],
    ),
    "openalex page": (
        "openalex",
        Wanted(search="adapters"),
        {},
        [works(1, count=101), works(2, count=101)],
        [("/works", {"page": "1"}), ("/works", {"page": "2"})],
    ),
    "openalex ids": (
        "openalex",
        Wanted(),
        {"ids": ["https://openalex.org/W1", "arXiv:2506.00002"]},
        [work(1), work(2)],
        [("/works/W1", {}), ("/works/doi:10.48550/arxiv.2506.00002", {})],
    ),
    "s2 search": (
        "s2",
        Wanted(search="adapters", since="2025-06-01", until="2025-06-30"),
        {},
        [
            {"total": 2, "token": "t1", "data": [paper("a")]},
            {"total": 2, "token": None, "data": [paper("b")]},
        ],
        [
            ("/graph/v1/paper/search/bulk", {"publicationDateOrYear": "2025-06-01:2025-06-30"}),
            ("/graph/v1/paper/search/bulk", {"token": "t1"}),
        ],
    ),
    "s2 ids": (
        "s2",
        Wanted(),
        {"ids": ["2506.00001", "10.1000/182"]},
        [[paper("a"), paper("b")]],
        [("/graph/v1/paper/batch", {})],
    ),
    "europepmc search": (
        "europepmc",
        Wanted(search="adapters"),
        {},
        [results("m1", 1, count=2), results("m2", 2, count=2), results("m2", count=2)],
        [
            ("/europepmc/webservices/rest/search", {"cursorMark": "*", "resultType": "core"}),
            ("/europepmc/webservices/rest/search", {"cursorMark": "m1"}),
            ("/europepmc/webservices/rest/search", {"cursorMark": "m2"}),
        ],
    ),
    "europepmc ids": (
        "europepmc",
        Wanted(),
        {"ids": ["pmid:1", "https://pubmed.ncbi.nlm.nih.gov/2/"]},
        [results("*", 1, 2)],
        [
            (
                "/europepmc/webservices/rest/search",
                {"query": "(EXT_ID:1 AND SRC:MED) OR (EXT_ID:2 AND SRC:MED)"},
            )
        ],
    ),
    "zotero library": (
        "zotero",
        Wanted(),
        {},
        [
            (200, {"Total-Results": "3"}, [item("AAAA2222"), item("NNNN2222", "note")]),
            (200, {"Total-Results": "3"}, [item("BBBB2222")]),
        ],
        [("/api/users/0/items/top", {"start": "0"}), ("/api/users/0/items/top", {"start": "2"})],
    ),
    "zotero of the web": (
        "zotero",
        Wanted(library="users/7", collection="CCCC2222"),
        {"environment": KEYED},
        [[item("AAAA2222"), item("BBBB2222")]],
        [("/users/7/collections/CCCC2222/items/top", {"v": "3"})],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_question_gives_the_papers_of_all_pages(case, fake, fetch, out):
    service, wanted, given, replies, asked = CASES[case]
    fake.play(*replies)
    report = fetch(service, wanted, **given)
    assert (report.papers, report.stopped, report.missing) == (2, "", ())
    assert all("gave" in note for note in report.notes)  # 501 papers were announced to have a second page
    assert [request.path for request in fake.asked] == [path for path, _ in asked]
    for request, (_, query) in zip(fake.asked, asked, strict=True):
        assert query.items() <= request.query.items()
    read = read_papers(out)
    assert len(read.papers) == 2
    assert not read.skipped
    assert all(paper.date == "2025-06-17" for paper in read.papers if service != "hf")


RUN = """
import sys
from pathlib import Path
from paperlattice.extractors.fetch.fetch import fetch_papers
from paperlattice.extractors.fetch.wanted import Wanted
name, base, out = sys.argv[1:4]
given = {"environment": {}} | eval(sys.argv[5])
report = fetch_papers(name, eval(sys.argv[4]), Path(out), base=base, sleep=lambda _: None, **given)
print([report.sent, report.replayed, report.papers, report.missing, report.notes, report.stopped])
"""
ONE_OF_EACH = ("arxiv search", "hf day", "openalex cursor", "europepmc search", "zotero library")
LANES = (
    dict.fromkeys(CASES, pytest.mark.long) | dict.fromkeys(ONE_OF_EACH, pytest.mark.slow) | {"s2 search": ()}
)


@pytest.mark.parametrize("case", [pytest.param(case, marks=lane) for case, lane in LANES.items()])
def test_a_run_killed_at_any_page_asks_for_no_page_again(case, fake, fetch, out, tmp_path, monkeypatch):
    """The process is killed while it asks for each page in turn; the pages before are in the cache."""
    service, wanted, given, replies, _ = CASES[case]
    fake.play(*replies)
    whole = fetch(service, wanted, **given, out=tmp_path / "whole.jsonl")
    pages, running = dict[str, object](), list[subprocess.Popen[str]]()

    def answer(asked):
        page = f"{asked.path} {asked.query} {asked.body}"
        if page not in pages:
            pages[page] = replies[len(pages)]
            running[-1].send_signal(signal.SIGKILL)
            running[-1].wait()
        return pages[page]

    fake.answer = answer
    fake.asked.clear()
    monkeypatch.setenv("PAPERLATTICE_CACHE", str(tmp_path / "another"))
    arguments = [sys.executable, "-c", RUN, service, fake.url, str(out), repr(wanted), repr(given)]
    environment = os.environ | {"PYTHONPATH": str(ROOT / ".src")}
    for _ in replies:
        running.append(subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, env=environment))
        assert running[-1].communicate(timeout=120) == ("", None)
        assert not out.exists()
    said = subprocess.run(arguments, capture_output=True, text=True, env=environment, check=True).stdout
    report = [1, len(replies) - 1, whole.papers, whole.missing, whole.notes, ""]
    assert (said, len(fake.asked)) == (f"{report}\n", 2 * len(replies))
    assert out.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


def test_a_record_of_arxiv_keeps_what_the_feed_says(fake, fetch, out):
    fake.play(
        feed(entry("2506.00001", title="Quiet\n  &lt;Attention&gt;", doi="10.1000/182", journal_ref="Fern 3"))
    )
    fetch("arxiv", ids=["2506.00001"])
    (paper,) = read_papers(out).papers
    assert (paper.id, paper.title, paper.abstract) == (
        "2506.00001",
        "Quiet <Attention>",
        "We train QuillNet.",
    )
    assert (paper.doi, paper.venue, paper.categories) == ("10.1000/182", "Fern 3", ("cs.CL", "cs.LG"))
    assert [author.name for author in paper.authors] == ["Ada Quill"]


MISSING = {
    "arxiv": (["2506.00001", "2506.00009"], [feed(entry("2506.00001"))], ("2506.00009",)),
    "hf": (["2506.00009"], [(404, {}, {"error": "Paper not found"})], ("2506.00009",)),
    "openalex": (["W9"], [(404, {}, "<html>no</html>")], ("W9",)),
    "s2": (["2506.00001", "2506.00009"], [[paper("a"), None]], ("ARXIV:2506.00009",)),
    "europepmc": (["1", "PMC9"], [results("*", 1)], ("PMC9",)),
    "zotero": (["AAAA2222", "BBBB2222"], [[item("AAAA2222")]], ("BBBB2222",)),
}


@pytest.mark.parametrize("service", MISSING)
def test_ids_that_a_service_does_not_know_are_named(service, fake, fetch):
    ids, replies, missing = MISSING[service]
    fake.play(*replies)
    report = fetch(service, ids=[*ids, "no id at all"])
    assert (report.missing, report.refused, report.stopped) == (missing, ("no id at all",), "")
    assert report.papers == len(ids) - len(missing)


IDS = [
    ("arxiv", "10.48550/arXiv.2506.00001", "2506.00001"),
    ("arxiv", "10.1000/182", ""),
    ("hf", "https://huggingface.co/papers/2506.00001", "2506.00001"),
    ("openalex", "https://api.openalex.org/works/w12", "W12"),
    ("openalex", "A12", ""),
    ("openalex", "https://doi.org/10.1000/ABC", "10.1000/abc"),
    ("s2", "https://www.semanticscholar.org/paper/Quiet/" + "a1" * 20, "a1" * 20),
    ("s2", "corpusid:12", "CorpusId:12"),
    ("s2", "12", ""),
    ("europepmc", "https://europepmc.org/article/MED/123", "123"),
    ("europepmc", "https://europepmc.org/article/PMC/pmc123", "PMC123"),
    ("europepmc", "https://a.example/123", ""),
    ("europepmc", "PPR12", "PPR12"),
    ("zotero", "zotero://select/library/items/ABCD2345", "ABCD2345"),
    ("zotero", "abcd2345", ""),
]


@pytest.mark.parametrize("service, text, expected", IDS)
def test_ids_are_known_in_their_forms(service, text, expected):
    assert SERVICES[service].identify(text) == expected


REFUSED = [
    ("openalex", Wanted(search="x", categories=("cs.CL",)), "cannot be asked by --category; it takes --ids"),
    ("zotero", Wanted(search="x", since="2025-06-17", until="2025-06-18"), "cannot be asked by --since"),
    ("s2", Wanted(), "nothing is asked for"),
    ("arxiv", Wanted(ids=("2506.00001",), search="x"), "leave out --search"),
    ("arxiv", Wanted(search="x", since="2025-06-18", until="2025-06-17"), "--until is before --since"),
    ("arxiv", Wanted(search="x", since="yesterday"), "'yesterday' is not a day"),
    ("bing", Wanted(), "unknown service 'bing'; choose arxiv, hf"),
]


@pytest.mark.parametrize("service, wanted, said", REFUSED)
def test_what_a_service_cannot_be_asked_is_said_before_it_is_asked(service, wanted, said, fake, fetch, out):
    with pytest.raises(FetchError, match=said):
        fetch(service, wanted)
    assert fake.asked == []
    assert not out.exists()


STOPPED = [
    ("arxiv", Wanted(search="x", categories=("cs CL",)), [], "'cs CL' is not a category"),
    ("arxiv", Wanted(since="2025-06-15", until="2025-06-15", today=True), [], "today needs a category"),
    ("zotero", Wanted(library="users/me"), [], "'users/me' is not a library"),
    ("zotero", Wanted(collection="x/../y"), [], "is not the key of a collection"),
    ("hf", Wanted(search="x", since="2025-06-10"), [], "leave out one of them"),
    ("s2", Wanted(since="2025-06-10"), [], "needs --search"),
    ("hf", DAY, [{"error": "x"}], "Hugging Face: it answers with an error (x)"),
    ("openalex", Wanted(search="x"), [{"meta": {}}], "results is not a list"),
    ("s2", Wanted(ids=("DOI:10.1000/1",)), [[]], "not one paper for each id"),
    ("arxiv", Wanted(search="x"), ["<feed/>"], "another form of reply than known: feed"),
]


@pytest.mark.parametrize("service, wanted, replies, said", STOPPED)
def test_what_goes_wrong_is_one_line(service, wanted, replies, said, fake, fetch):
    fake.play(*replies)
    report = fetch(service, wanted)
    assert said in report.stopped
    assert "\n" not in report.stopped


def test_an_error_of_arxiv_is_told_in_its_words_whatever_its_status(fake, fetch):
    error = (
        "<entry><id>https://arxiv.org/api/errors#x</id><title>Error</title><summary>bad id</summary></entry>"
    )
    for status in (400, 200):
        fake.play((status, {}, feed(error)))
        report = fetch("arxiv", Wanted(search="id:x"))
        assert "refuses" in report.stopped
        assert "bad id" in report.stopped


def test_a_day_without_papers_is_not_filled_with_those_of_another(fake, fetch, out):
    fake.play([daily("2506.00001", "2025-06-13")])
    report = fetch("hf", DAY)
    assert (report.papers, report.stopped) == (0, "")
    assert report.notes == ("no papers of 2025-06-17: the Hub gave those of another time",)
    assert not out.exists()


def test_a_day_without_announcements_is_said(fake, fetch):
    fake.play(rss())
    day = Wanted(
        since="2025-06-15", until="2025-06-15", period="2025-06-15", today=True, categories=("cs.CL",)
    )
    assert "announced nothing today" in fetch("arxiv", day).notes[0]


def test_each_day_of_a_time_is_asked_for(fake, fetch):
    fake.answer = lambda asked: [
        daily("2506.1" + asked.query["date"][-4:].replace("-", "0"), asked.query["date"])
    ]
    report = fetch("hf", Wanted(since="2025-06-29", until="2025-07-01"))
    assert {asked.query["date"] for asked in fake.asked} == {"2025-06-29", "2025-06-30", "2025-07-01"}
    assert (report.papers, report.stopped) == (3, "")


def test_a_token_that_expired_is_asked_for_again_from_the_start(fake, fetch, lines):
    first = {"total": 2, "token": "t1", "data": [paper("a")]}
    last = {"total": 2, "token": None, "data": [paper("b")]}
    fake.play(first, (400, {}, {"error": "token"}), first | {"token": "t2"}, last)
    report = fetch("s2", Wanted(search="adapters"))
    assert (report.papers, report.stopped) == (2, "")
    assert [asked.query.get("token") for asked in fake.asked] == [None, "t1", None, "t2"]
    assert len(lines()) == 2


def test_an_empty_page_before_the_end_is_asked_for_again(fake, fetch):
    fake.play(feed(total=1), feed(entry("2506.00001")))
    assert (fetch("arxiv", Wanted(search="x")).papers, len(fake.asked)) == (1, 2)


SHORTHANDS = [
    ("hf", "hf-2025-06-17"),
    ("hf:yesterday", "hf-2025-06-16"),
    ("hf:2025-W25", "hf-2025-W25"),
    ("arxiv:cs.CL+cs.LG", "arxiv-cs.CL+cs.LG-2025-06-17"),
    ("arxiv:cs.CL:2025-06", "arxiv-cs.CL-2025-06"),
    ("s2:a: ../b:today", "s2-a_.._b-2025-06-17"),
    ("zotero", "zotero"),
]


@pytest.mark.parametrize("text, name", SHORTHANDS)
def test_a_shorthand_has_a_name(text, name):
    assert read_shorthand(text, date(2025, 6, 17))[2] == name


@pytest.mark.parametrize("text", ["", "bing:today", "zotero:today", "arxiv:cs.CL:soon", "hf::2025-13-01"])
def test_what_is_no_shorthand_is_refused(text):
    with pytest.raises(FetchError):
        read_shorthand(text, date(2025, 6, 17))


PERIODS = ["2025-02-30", "2025-W54", "2025-13", "2025", "tomorrow", "0000-01-01", ""]


@pytest.mark.parametrize("text", PERIODS)
def test_what_is_no_time_is_refused(text):
    with pytest.raises(FetchError, match="is not a time"):
        read_period(text, date(2025, 6, 17))


def feed_of(ids, total):
    entries = "".join(f"<entry><id>http://arxiv.org/abs/{i}v1</id><title>{i}</title></entry>" for i in ids)
    total = f'<o:totalResults xmlns:o="http://a9.com/-/spec/opensearch/1.1/">{total}</o:totalResults>'
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{total}{entries}</feed>'


def works_of(ids, total, cursor=""):
    works = [{"id": f"https://openalex.org/{i}", "title": i} for i in ids]
    return {"meta": {"count": total} | ({"next_cursor": cursor} if cursor else {}), "results": works}


def articles_of(ids, total, mark):
    results = [{"id": i, "source": "MED", "title": i} for i in ids]
    return {"hitCount": total, "nextCursorMark": mark, "resultList": {"result": results}}


def items_of(ids, total):
    items = [{"key": i, "data": {"itemType": "preprint", "title": i}} for i in ids]
    return (200, {"Total-Results": str(total)}, items)


NEW, OLD = [f"2506.{n:05}" for n in range(500)], ["2506.00999"]
HUNDRED = [f"W{n}" for n in range(100)]
# The first page, an empty one, the second, and what the service is asked with besides.
EMPTY = {
    "arxiv": (feed_of(NEW, 501), feed_of([], 501), feed_of(OLD, 501), {}),
    "openalex": (works_of(HUNDRED, 101), works_of([], 101), works_of(["W100"], 101), {}),
    "europepmc": (articles_of(["1"], 2, "b"), articles_of([], 2, "c"), articles_of(["2"], 2, "b"), {}),
    "zotero": (items_of(["A"], 2), items_of([], 2), items_of(["B"], 2), {}),
}
EMPTY["openalex with a key"] = (
    *(works_of(["W1"], 2, "b"), works_of([], 2, "c"), works_of(["W2"], 2, "c")),
    {"environment": {"OPENALEX_API_KEY": "k"}},
)


@pytest.mark.parametrize("name", EMPTY)
def test_an_empty_page_amid_others_is_asked_for_again(name, fake, fetch, lines):
    first, empty, second, given = EMPTY[name]
    end = works_of([], 2) if "key" in name else second
    fake.play(first, empty, second, end)
    report = fetch(name.split()[0], Wanted(search="x"), **given)
    assert (report.stopped, report.notes) == ("", ())
    assert len(lines()) == report.papers == len(titles_on(first)) + 1


@pytest.mark.parametrize("name", EMPTY)
def test_after_three_empty_pages_the_next_run_goes_on(name, fake, fetch, lines):
    first, empty, second, given = EMPTY[name]
    end = works_of([], 2) if "key" in name else second
    fake.play(first, *[empty] * 3)
    report = fetch(name.split()[0], Wanted(search="x"), **given)
    assert "it gives an empty page at" in report.stopped
    assert len(lines()) == len(titles_on(first))
    fake.play(second, end)
    report = fetch(name.split()[0], Wanted(search="x"), **given)
    assert (report.stopped, len(lines())) == ("", len(titles_on(first)) + 1)


def titles_on(reply):
    """The papers on a page of EMPTY."""
    body = reply[2] if isinstance(reply, tuple) else reply
    return re.findall("<entry>|'title'", str(body))
