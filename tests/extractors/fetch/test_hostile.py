"""Whatever a service answers, a fetch gets records, or one line that says what is wrong."""

from __future__ import annotations

import json
from contextlib import suppress
from email.utils import formatdate
from itertools import islice
from urllib.parse import urlsplit
from xml.etree.ElementTree import ParseError

import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.errors import FetchError
from paperlattice.extractors.fetch.addresses import redirect_target
from paperlattice.extractors.fetch.client import read_xml
from paperlattice.extractors.fetch.service import Reply
from paperlattice.extractors.fetch.services import SERVICES
from paperlattice.extractors.fetch.waits import asked_wait
from paperlattice.extractors.fetch.wanted import Wanted

NAMES = (
    *("results", "meta", "count", "next_cursor", "data", "token", "total", "resultList", "result", "doi"),
    *("hitCount", "nextCursorMark", "paper", "id", "key", "library", "publishedAt", "submittedOnDailyAt"),
    "itemType",
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4),
    max_leaves=12,
)
SEARCH = Wanted(search="x", since="2025-06-17", until="2025-06-17")
QUESTIONS = [
    ("hf", Wanted(since="2025-06-17", until="2025-06-17", period="2025-06-17")),
    ("hf", Wanted(ids=("2506.00001",))),
    ("hf", Wanted(search="x")),
    ("openalex", SEARCH),
    ("openalex", Wanted(search="x", keyed=True)),
    ("openalex", Wanted(ids=("W1",))),
    ("s2", SEARCH),
    ("s2", Wanted(ids=("DOI:10.1000/1",))),
    ("europepmc", SEARCH),
    ("europepmc", Wanted(ids=("1",))),
    ("zotero", Wanted()),
    ("zotero", Wanted(ids=("ABCD2345",))),
]


def take(name, wanted, reply):
    service = SERVICES[name]
    with suppress(FetchError):
        for page in islice(service.pages(wanted, lambda _: reply), 3):
            for record in page.records:
                assert isinstance(service.key_of(record), str)
                json.dumps(record)


@pytest.mark.parametrize("name, wanted", QUESTIONS)
@given(data=JSON, total=st.text("0123456789-x", max_size=4))
def test_any_json_is_read_or_refused(name, wanted, data, total):
    take(name, wanted, Reply(200, {"total-results": total}, data))


FEED = (
    b'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:a="http://arxiv.org/schemas/atom"><entry>'
    b"<id>http://arxiv.org/abs/2506.00001v1</id><title>Quiet</title><author><name>A</name></author>"
    b'<category term="cs.CL"/><a:doi>10.1000/1</a:doi></entry></feed>'
)


@given(place=st.integers(0, len(FEED) - 1), cut=st.integers(0, 40), put=st.binary(max_size=12))
def test_any_feed_is_read_or_refused(place, cut, put):
    try:
        root = read_xml(FEED[:place] + put + FEED[place + cut :])
    except (ValueError, ParseError):
        return
    take("arxiv", Wanted(search="x"), Reply(200, {}, root))
    take("arxiv", Wanted(ids=("2506.00001",)), Reply(200, {}, root))


@given(text=st.text(max_size=30) | st.floats(0, 4e9).map(lambda time: formatdate(time, usegmt=True)))
def test_any_header_is_a_wait_or_none(text):
    for name in ("retry-after", "backoff", "ratelimit"):
        wait = asked_wait({name: text}, 1e9)
        assert wait is None or 0 <= wait < 1e10


@given(location=st.text(max_size=40) | st.text("/:@.a\\?#[]", max_size=12).map("https:".__add__))
def test_no_redirect_leaves_its_host(location):
    target = redirect_target("https://a.example/x", location)
    assert target == "" or urlsplit(target)[:2] == ("https", "a.example")
