"""The command `fetch`, and `add --fetch`, against a service on the loopback address."""

from __future__ import annotations

import json
import shlex
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from paperlattice.extractors.fetch import fetch as module

DAY = "2025-06-17"
ITEMS = [
    {
        "publishedAt": f"{DAY}T00:00:00.000Z",
        "paper": {
            "id": f"2506.0000{number}",
            "title": f"Willowbark{number}: a study of adapters",
            "summary": f"We propose Willowbark{number}. It beats LoRA on ImageNet.",
            "publishedAt": "2025-06-16T10:00:00.000Z",
        },
    }
    for number in range(3)
]


class Hub:
    """The feed of one day; `broken` makes its second page fail."""

    broken = False
    asked = 0


@pytest.fixture
def hub(monkeypatch, tmp_path) -> Iterator[Hub]:
    hub = Hub()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            hub.asked += 1
            query = parse_qs(urlsplit(self.path).query)
            later = query["p"] != ["0"]
            items = ITEMS if query.get("date") == [DAY] and not later else []
            body = json.dumps(items).encode()
            self.send_response(400 if later and hub.broken else 200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.01))
    thread.start()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAPERLATTICE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PAPERLATTICE_HF_URL", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.delenv("HF_TOKEN", raising=False)
    monkeypatch.setitem(module.fetch_papers.__kwdefaults__, "sleep", lambda _: None)
    yield hub
    server.shutdown()
    thread.join()
    server.server_close()


def test_what_is_fetched_can_be_built(hub, run, tmp_path):
    done = run("fetch", "hf", "--day", DAY, "--out", "day.jsonl")
    assert (done.code, done.err) == (0, "")
    assert "fetched   3 papers: 3 new, 0 changed, 0 unchanged" in done.out
    assert "file      day.jsonl" in done.out
    built = run("build", "day.jsonl", "--no-files", "--json")
    assert json.loads(built.out)["papers"] == 3


def test_a_second_fetch_asks_for_nothing(hub, run):
    run("fetch", "hf", "--day", DAY)
    account = json.loads(run("fetch", "hf", "--day", DAY, "--json").out)
    assert (account["sent"], account["replayed"], account["counts"]["same"]) == (0, 2, 3)
    assert hub.asked == 2
    assert json.loads(run("fetch", "hf", "--day", DAY, "--fresh", "--json").out)["sent"] == 2


def test_a_fetch_that_stops_names_the_command_that_goes_on(hub, run):
    hub.broken = True
    done = run("fetch", "hf", "--day", DAY, "--limit", "9", "--out", "my day.jsonl")
    assert done.code == 1
    assert "fetched   3 papers: 3 new" in done.out
    assert done.err.count("\n") == 1
    command = shlex.split(done.err.split("; go on with: ")[1])
    assert command == [
        "paperlattice",
        "fetch",
        "hf",
        "--day",
        DAY,
        "--out",
        "my day.jsonl",
        "--limit",
        "9",
    ]
    hub.broken = False
    account = json.loads(run(*command[1:], "--json").out)
    assert (account["sent"], account["replayed"], account["stopped"]) == (1, 1, "")


def test_what_cannot_be_asked_is_one_line(hub, run, failed):
    failed(run("fetch", "hf", "--category", "cs.CL"), "Hugging Face cannot be asked by --category")
    failed(run("fetch", "hf"), "nothing is asked for")
    failed(run("fetch", "hf", "--day", DAY, "--out", "day.csv"), "end it with .jsonl")
    assert hub.asked == 0


def test_add_fetches_first(hub, run, feed, tmp_path):
    assert run("build", feed, "--no-files").code == 0
    done = run("add", "--fetch", f"hf:{DAY}")
    assert (done.code, done.err) == (0, "")
    assert "fetched   3 papers: 3 new" in done.out
    assert "added     3 new" in done.out
    assert (tmp_path / "outputs" / "fetched" / f"hf-{DAY}.jsonl").exists()
    again = json.loads(run("add", "--fetch", f"hf:{DAY}", "--json").out)
    assert (again["fetched"][0]["sent"], again["new"]) == (0, 0)


def test_a_morning_without_papers_is_no_fault(hub, run, feed):
    assert run("build", feed, "--no-files").code == 0
    done = run("add", "--fetch", "hf:2025-06-15")
    assert (done.code, done.out.splitlines()[-1]) == (0, "nothing to add")


def test_what_came_before_a_stop_is_added(hub, run, feed):
    assert run("build", feed, "--no-files").code == 0
    hub.broken = True
    done = run("add", "--fetch", f"hf:{DAY}")
    assert done.code == 1
    assert "added     3 new" in done.out
    assert "the same command goes on there" in done.err


def test_add_without_a_store_asks_nobody(hub, run, failed):
    failed(run("add", "--fetch", f"hf:{DAY}"), "there is no store")
    assert hub.asked == 0
