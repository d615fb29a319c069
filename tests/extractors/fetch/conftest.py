"""A service of our own on the loopback address, which plays what is written, and a clock that never waits."""

from __future__ import annotations

import json
import threading
from collections import deque
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest

from paperlattice.extractors.fetch.fetch import FetchReport, fetch_papers
from paperlattice.extractors.fetch.wanted import Wanted

CUT = object()
"""A reply that breaks off in its middle."""


class Asked(NamedTuple):
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: Any


class Fake:
    """Plays `replies` in turn: a status, headers and body each, what becomes JSON, a text, or CUT.

    With `answer` it calls that for each request instead.
    """

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.replies: deque[Any] = deque()
        self.answer: Callable[[Asked], Any] = lambda _: self.replies.popleft()
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                sent = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                query = {name: values[0] for name, values in parse_qs(parts.query).items()}
                headers = {name.lower(): value for name, value in self.headers.items()}
                asked = Asked(parts.path, query, headers, json.loads(sent) if sent else None)
                fake.asked.append(asked)
                self.play(fake.answer(asked))

            do_POST = do_GET  # noqa: N815

            def play(self, reply: Any) -> None:
                status, headers, body = reply if isinstance(reply, tuple) else (200, {}, reply)
                if body is CUT:
                    body, headers = b'{"half": ', {"Content-Length": "1000"}
                elif not isinstance(body, bytes):
                    body = (body if isinstance(body, str) else json.dumps(body)).encode()
                self.send_response(status)
                for name, value in ({"Content-Length": str(len(body))} | headers).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def play(self, *replies: Any) -> None:
        self.replies = deque(replies)


@pytest.fixture
def fake() -> Iterator[Fake]:
    fake = Fake()
    thread = threading.Thread(target=lambda: fake.server.serve_forever(poll_interval=0.01))
    thread.start()
    yield fake
    fake.server.shutdown()
    thread.join()
    fake.server.server_close()


class Clock:
    def __init__(self) -> None:
        self.time = 1_750_000_000.0  # 2025-06-15
        self.slept: list[float] = []

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.time += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def cache(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("PAPERLATTICE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def out(tmp_path) -> Path:
    return tmp_path / "papers.jsonl"


@pytest.fixture
def fetch(fake, clock, cache, out) -> Callable[..., FetchReport]:
    """Return what fetches from the fake service, with no key but those given."""

    def run(service: str, wanted: Wanted | None = None, **given: Any) -> FetchReport:
        given = {
            "base": fake.url,
            "environment": {},
            "now": clock.now,
            "sleep": clock.sleep,
            "out": out,
        } | given
        return fetch_papers(service, wanted or Wanted(), **given)

    return run


@pytest.fixture
def lines(out) -> Callable[[], list[dict]]:
    return lambda: [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
