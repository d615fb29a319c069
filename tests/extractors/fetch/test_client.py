"""What services do to those who ask: faults that pass, faults that stay, and replies that are traps."""

from __future__ import annotations

import gzip
import json
import sys
from email.utils import formatdate
from pathlib import Path

import pytest
from filelock import FileLock

from paperlattice.extractors.errors import FetchError
from paperlattice.extractors.fetch import client as client_module
from paperlattice.extractors.fetch.waits import asked_wait
from paperlattice.extractors.fetch.wanted import Wanted
from paperlattice.extractors.sources import read_papers

SEARCH = Wanted(search="adapters")


def page(letter, token=None, **more):
    return {"total": 0, "token": token, "data": [{"paperId": letter * 40, "title": f"Paper {letter}"} | more]}


CUT = (200, {"Content-Length": "1000"}, b'{"half": ')
NOW = 1_750_000_000.0
BUSY = {"message": "Too Many Requests"}

# Replies before the good one, and the waits between the tries (beside that of one second between requests).
PASSING = {
    "429 that asks for no wait": ([(429, {"Retry-After": "0"}, BUSY)], [0.0]),
    "429 for seconds": ([(429, {"Retry-After": "7"}, BUSY)], [7.0]),
    "429 until a date": ([(429, {"Retry-After": formatdate(NOW + 90, usegmt=True)}, BUSY)], [90.0]),
    "429 until a date that passed": ([(429, {"Retry-After": formatdate(0, usegmt=True)}, BUSY)], [0.0]),
    "429 without a word": ([(429, {}, "Rate exceeded."), (429, {}, "Rate exceeded.")], [3.0, 6.0]),
    "429 with what cannot be read": ([(429, {"Retry-After": "-1 soon"}, BUSY)], [3.0]),
    "429 of a window": ([(429, {"RateLimit": '"api";r=0;t=117'}, BUSY)], [117.0]),
    "500, 503": ([(500, {}, "x"), (503, {}, "x")], [3.0, 6.0]),
    "cut in the middle": ([CUT], [3.0]),
    "broken gzip": ([(200, {"Content-Encoding": "gzip"}, b"no gzip")], [3.0]),
}


@pytest.mark.parametrize("case", PASSING)
def test_a_fault_that_passes_costs_time_only(case, fake, fetch, clock, lines):
    faults, waits = PASSING[case]
    fake.play(*faults, page("a"))
    report = fetch("s2", SEARCH)
    assert (report.stopped, report.papers, report.sent) == ("", 1, len(faults) + 1)
    for wait in waits:
        clock.slept.remove(wait)
    assert set(clock.slept) <= {1.0}
    assert len(lines()) == 1


LASTING = {
    "429 for ever": ([(429, {}, BUSY)] * 5, "gave up after 5 tries: it answers 429 (Too Many Requests)", 5),
    "hours": ([(429, {"Retry-After": "18000"}, BUSY)], "asks to wait 5.0 hours; without a key", 1),
    "400": (
        [(400, {}, {"error": "Unsupported fields: [x]"})],
        "refuses with 400 (Unsupported fields: [x])",
        1,
    ),
    "403": (
        [(403, {}, {"name": "ChallengeRequiredError"})],
        "403 (ChallengeRequiredError); set a key in S2",
        1,
    ),
    "404": ([(404, {}, "")], "refuses with 404", 1),
    "a web page": (["<!DOCTYPE html><html>Are you a robot?</html>"], "web page instead of JSON", 1),
    "another host": (
        [(302, {"Location": "https://a.example/"}, "")],
        "leads elsewhere, to https://a.example/",
        1,
    ),
    "another scheme": ([(301, {"Location": "ftp://127.0.0.1/"}, "")], "which is not followed", 1),
    "a broken address": ([(301, {"Location": "http://[::1/"}, "")], "which is not followed", 1),
    "a circle": ([(307, {"Location": "/x"}, "")] * 5, "leads in a circle", 5),
    "depth": (["[" * 200_000], "nested too deeply", 1),
    "no JSON": (["{'a': 1}"], "is not JSON", 1),
    "nothing": ([""], "its reply is empty", 1),
    "half of it": (['{"data": [{"paperId": "a'], "is not JSON, or cut off", 1),
    "an error with 200": ([{"message": "Internal\nfailure"}], "answers with an error (Internal failure)", 1),
    "control characters": ([(400, {}, {"error": "a\x1b[31m\nb"})], "(a [31m b)", 1),
}


@pytest.mark.parametrize("case", LASTING)
def test_a_fault_that_stays_is_one_line_and_what_was_there_stays(case, fake, fetch, out):
    faults, said, sent = LASTING[case]
    out.write_text('{"title": "There before"}\n')
    fake.play(*faults)
    report = fetch("s2", SEARCH)
    assert said in report.stopped
    assert report.stopped.startswith("Semantic Scholar: ")
    assert "\n" not in report.stopped
    assert len(fake.asked) == sent
    assert out.read_text() == '{"title": "There before"}\n'


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_on_its_host_is_followed(status, fake, fetch):
    fake.play((status, {"Location": "/graph/v1/elsewhere?token=x"}, ""), page("a"))
    assert fetch("s2", SEARCH).papers == 1
    assert fake.asked[1].path == "/graph/v1/elsewhere"


def test_gzip_is_read(fake, fetch):
    packed = gzip.compress(json.dumps(page("a")).encode())
    fake.play((200, {"Content-Encoding": "gzip"}, packed))
    assert fetch("s2", SEARCH).papers == 1


def test_a_reply_is_not_read_beyond_its_limit(fake, fetch, monkeypatch):
    monkeypatch.setattr(client_module, "MAX_BYTES", 1 << 20)
    fake.play((200, {"Content-Encoding": "gzip"}, gzip.compress(b" " * (4 << 20))))
    assert "larger than" in fetch("s2", SEARCH).stopped


def test_without_the_library_it_says_what_to_install(fetch, monkeypatch):
    monkeypatch.setitem(sys.modules, "httpx2", None)
    with pytest.raises(FetchError, match="run: pip install httpx2"):
        fetch("s2", SEARCH)


def test_without_a_network_it_says_so(fake, fetch, clock):
    report = fetch("s2", SEARCH, base="http://127.0.0.1:1")
    assert "no connection to 127.0.0.1:1" in report.stopped
    report = fetch("zotero", base="http://127.0.0.1:1")
    assert report.stopped.endswith("start Zotero, version 7 or later")


def test_a_document_type_is_refused(fake, fetch):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><feed>&b;</feed>'
    fake.play(bomb)
    assert "declares a document type" in fetch("arxiv", SEARCH).stopped


def test_odd_texts_come_through(fake, fetch, out):
    odd = {
        "title": "Quiet\n<b>Attention</b>\x00 \ud800",
        "abstract_inverted_index": {"Far": [10**9], "near": [0]},
    }
    works = [
        {"id": "https://openalex.org/W1"} | odd,
        {"id": "https://openalex.org/W2", "title": "x" * (1 << 20)},
    ]
    fake.play({"meta": {"count": 2}, "results": works})
    fetch("openalex", SEARCH)
    first, _ = read_papers(out).papers
    assert (first.title, first.abstract) == ("Quiet Attention", "near Far")


def test_ids_on_two_pages_are_one_line(fake, fetch, lines):
    fake.play(page("a", "t1"), {"data": [*page("a")["data"], *page("b")["data"]]})
    report = fetch("s2", SEARCH)
    assert (report.papers, report.repeated, len(lines())) == (2, 1, 2)


def test_the_same_page_again_is_an_end(fake, fetch, lines):
    fake.answer = lambda asked: page("a", asked.query.get("token", "") + "t")
    report = fetch("s2", SEARCH)
    assert "the same page again" in report.stopped
    assert (len(fake.asked), len(lines())) == (2, 1)


def test_an_empty_page_with_a_token_is_not_the_end(fake, fetch):
    fake.play(page("a", "t1"), {"data": [], "token": "t2"}, page("b"))
    assert fetch("s2", SEARCH).papers == 2


def test_what_a_shrinking_total_leaves_out_is_said(fake, fetch):
    fake.play(page("a", "t1") | {"total": 9}, page("b") | {"total": 2})
    assert fetch("s2", SEARCH).notes == (
        "Semantic Scholar said it has 9 papers, and gave 7 fewer; --fresh asks again",
    )


def test_the_pause_between_requests_is_kept(fake, fetch, clock):
    fake.play(page("a", "t1"), page("b", "t2"), page("c"))
    fetch("s2", SEARCH)
    assert clock.slept == [1.0, 1.0]
    fake.play(page("d"))
    clock.time += 0.25
    fetch("s2", Wanted(search="another run"))
    assert clock.slept[2:] == [0.75]


@pytest.mark.parametrize("jump", [-1e6, 1e6])
def test_a_clock_that_jumps_costs_one_pause_at_most(jump, fake, fetch, clock, lines):
    pages = [page("a", "t1"), page("b")]

    def answer(asked):
        clock.time += jump
        return pages["token" in asked.query]

    fake.answer = answer
    report = fetch("s2", SEARCH)
    assert (report.stopped, len(lines())) == ("", 2)
    assert sum(clock.slept) <= 1.0


def test_a_spent_quota_and_a_backoff_are_waited_for(fake, fetch, clock):
    fake.play(
        (200, {"RateLimit": '"api";r=0;t=60'}, page("a", "t1")),
        (200, {"Backoff": "5"}, page("b", "t2")),
        page("c"),
    )
    fetch("s2", SEARCH)
    assert clock.slept == [60.0, 5.0]


def test_a_quota_that_is_spent_for_longer_is_an_end(fake, fetch, clock, lines):
    fake.play((200, {"RateLimit": '"api";r=0;t=5000'}, page("a", "t1")))
    assert "its quota is spent for 83 minutes; without a key" in fetch("s2", SEARCH).stopped
    assert (len(fake.asked), len(lines()), clock.slept) == (1, 1, [])


def test_what_was_answered_is_not_asked_again_until_it_is_old(fake, fetch, clock):
    fake.play(page("a"), page("b"), page("c"))
    assert fetch("s2", SEARCH).sent == 1
    again = fetch("s2", SEARCH)
    assert (again.sent, again.replayed, again.counts.same) == (0, 1, 1)
    clock.time += 13 * 3600
    assert fetch("s2", SEARCH).counts.kept == 1
    clock.time += 1
    assert fetch("s2", SEARCH, max_age=0).sent == 1


def test_a_run_that_stopped_goes_on_where_it_was(fake, fetch, clock, lines):
    fake.play(page("a", "t1"), page("b", "t2"), *[(500, {}, "")] * 5)
    first = fetch("s2", SEARCH)
    assert (first.papers, "gave up" in first.stopped, len(lines())) == (2, True, 2)
    clock.time += 3 * 86400
    fake.play(page("c"))
    second = fetch("s2", SEARCH)
    assert (second.papers, second.sent, second.replayed, second.stopped) == (3, 1, 2, "")
    assert (second.counts.new, second.counts.same, len(lines())) == (1, 2, 3)


def test_a_reply_that_cannot_be_read_is_asked_for_again(fake, fetch):
    fake.play("{", {"data": "none"}, page("a"))
    for said in ("is not JSON", "data is not a list", ""):
        assert said in fetch("s2", SEARCH).stopped
    assert len(fake.asked) == 3


def test_a_damaged_cache_is_no_cache(fake, fetch, cache):
    fake.play(page("a"), page("a"))
    fetch("s2", SEARCH)
    (stored,) = cache.rglob("*.reply")
    stored.write_bytes(stored.read_bytes()[:-1])
    assert fetch("s2", SEARCH).sent == 1


def test_newer_records_replace_older_ones_and_others_stay(fake, fetch, clock, out):
    fake.play(page("a", year=2024))
    fetch("s2", SEARCH)
    out.write_bytes(out.read_bytes() + b'{"title": "Mine"}\nnot JSON, and without an end')
    fake.play(page("a", year=2025))
    clock.time += 1
    report = fetch("s2", SEARCH, max_age=0)
    assert (report.counts.changed, report.counts.new, report.counts.kept) == (1, 0, 2)
    texts = out.read_text().splitlines()
    assert texts[:2] == ['{"title": "Mine"}', "not JSON, and without an end"]
    assert json.loads(texts[2])["year"] == 2025


def test_no_more_than_asked_for(fake, fetch):
    fake.play({"data": [{"paperId": f"{n:040}", "title": str(n)} for n in range(5)], "token": "t1"})
    report = fetch("s2", SEARCH, limit=3)
    assert (report.papers, report.notes) == (3, ("the first 3 papers, as asked for",))


KEY = "quill-secret-key-1"


@pytest.mark.parametrize("status", [200, 400, 401])
def test_a_key_is_sent_and_nowhere_else(status, fake, fetch, cache, out, capfd):
    reply = page("a", note=KEY) if status == 200 else {"error": f"the key {KEY} is wrong"}
    fake.play((status, {"Link": f"<https://a.example/?key={KEY}>"}, reply))
    report = fetch("s2", SEARCH, environment={"S2_API_KEY": f" {KEY}\n"})
    assert fake.asked[0].headers["x-api-key"] == KEY
    assert ("check the key in S2_API_KEY" in report.stopped) == (status == 401)
    written = [path for path in cache.parent.rglob("*") if path.is_file()]
    assert all(KEY.encode() not in path.read_bytes() for path in written)
    assert KEY not in repr(report) + "".join(capfd.readouterr())


def test_it_says_who_asks(fake, fetch):
    fake.play(page("a"))
    fetch("s2", SEARCH, contact="mail@quill.example")
    assert fake.asked[0].headers["user-agent"].startswith("paperlattice/")
    assert fake.asked[0].headers["user-agent"].endswith(" (mail@quill.example)")


WRONG = [
    ({"environment": {"S2_API_KEY": "two words"}}, "the key in S2_API_KEY holds characters"),
    ({"contact": "a\nb: c"}, "the contact must be"),
    ({"base": "http://a.example"}, "'http://a.example' is not an address"),
    ({"base": "https://me:secret@a.example"}, "must not hold a name or password"),
    ({"base": "https://a.example:port"}, "is not an address"),
    ({"out": Path("papers.bib")}, "end it with .jsonl"),
    ({"ids": ["no id"]}, "no id in what --ids gives, as no id"),
]


@pytest.mark.parametrize("given, said", WRONG)
def test_what_cannot_be_is_said_before_anything_is_asked(given, said, fake, fetch):
    wanted = Wanted() if "ids" in given else SEARCH
    with pytest.raises(FetchError, match=said) as caught:
        fetch("s2", wanted, **given)
    assert "secret" not in str(caught.value)
    assert fake.asked == []


def test_two_runs_do_not_write_one_file_nor_ask_one_service(fake, fetch, out, cache):
    with (
        FileLock(out.with_name(f".{out.name}.lock")),
        pytest.raises(FetchError, match="written by another run"),
    ):
        fetch("s2", SEARCH)
    (cache / "fetch" / "s2").mkdir(parents=True)
    with FileLock(cache / "fetch" / "s2" / "lock"), pytest.raises(FetchError, match="wait until it ends"):
        fetch("s2", SEARCH)
    assert fake.asked == []


def test_two_ids_of_one_paper_are_one_line(fake, fetch, lines):
    fake.answer = lambda _: {"id": "https://openalex.org/W1", "title": "Quiet"}
    report = fetch("openalex", ids=["W1", "10.1000/1"])
    assert (report.papers, report.repeated, report.stopped, report.notes) == (1, 1, "", ())
    assert len(lines()) == 1


def test_ids_are_read_from_files_and_lines(fake, fetch, tmp_path):
    ids = tmp_path / "ids.txt"
    ids.write_text(
        "\ufeff# mine\nSee (https://arxiv.org/abs/2506.00001v1), doi:10.1000/182.\n\nnothing\n2506.00001\n"
    )
    fake.play([page("a")["data"][0], page("b")["data"][0], None])
    report = fetch("s2", ids=[str(ids), "2506.00002"])
    assert fake.asked[0].body == {"ids": ["ARXIV:2506.00001", "DOI:10.1000/182", "ARXIV:2506.00002"]}
    assert (report.refused, report.missing) == (("nothing",), ("ARXIV:2506.00002",))


WAITS = [
    ({}, None),
    ({"retry-after": "7"}, 7.0),
    ({"retry-after": "soon"}, None),
    ({"retry-after": "9" * 400}, None),
    ({"retry-after": "Wed, 99 Foo 2025"}, None),
    ({"ratelimit": '"api";r=3;t=117'}, None),
    ({"ratelimit": '"api";r=3;t=117, "pages";r=0;t=20'}, 20.0),
    ({"backoff": "4", "retry-after": "2"}, 2.0),
]


@pytest.mark.parametrize("headers, expected", WAITS)
def test_the_wait_asked_for(headers, expected):
    assert asked_wait(headers, NOW) == expected


def test_a_proxy_is_for_other_machines(fake, fetch, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")  # where nothing listens
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    fake.play([])
    here = {"PAPERLATTICE_ZOTERO_URL": fake.url}
    assert fetch("zotero", Wanted(search="quills"), base="", environment=here).stopped == ""
    assert len(fake.asked) == 1
