"""Firefox opens each view once, without an error of a script."""

import time
from collections.abc import Iterator

import pytest
from tests.graph.export.page.firefox import FIREFOX, Firefox

READY = "document.readyState === 'complete' && Boolean(window.wrappedJSObject.paperlattice)"
SETTLED = "window.wrappedJSObject.paperlattice.isSettled()"


@pytest.fixture(scope="module")
def firefox(tmp_path_factory, unavailable) -> Iterator[Firefox]:
    if FIREFOX is None:
        unavailable("firefox", "no Firefox on this machine")
    found = Firefox(tmp_path_factory.mktemp("firefox"))
    yield found
    found.close()


def until(firefox: Firefox, script: str) -> None:
    for _ in range(200):
        if firefox.run(script):
            return
        time.sleep(0.1)
    pytest.fail(f"waited in vain for: {script}")


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("", "#canvas canvas"),
        ("#paper:2401.00011", "#card h2"),
        ("#method:lora&steps=2", "#card h2"),
        ("#&topic=CLIP", "#card h2"),
        ("#method:lora&to=paper:2404.00044", "#card .path"),
        ("#&main=table", "#table table"),
        ("#&view=entities", "#canvas canvas"),
        ("#&main=matrix", "#canvas canvas"),
        ("#method:lora&focus=1", "#card h2"),
        ("#&main=compare&compare=method:lora,method:clip", "#canvas canvas"),
    ],
)
def test_each_view_opens(firefox, sample_file, address, shown):
    firefox.go("about:blank")
    firefox.go(sample_file.as_uri() + address)
    until(firefox, READY)
    until(firefox, f"document.querySelector('{shown}') !== null")
    until(firefox, SETTLED)
    complaints = [line for line in firefox.said().splitlines() if "graph.html" in line and "rror" in line]
    assert complaints == []


def test_a_correction_is_seen_and_kept(firefox, sample_file):
    firefox.go(sample_file.as_uri() + "#method:clip")
    until(firefox, READY)
    until(firefox, "document.querySelector('#card .set-right') !== null")
    buttons = "Array.from(document.querySelectorAll('#card button'))"
    click = buttons + ".find((button) => button.textContent === '{}').click() || 1"
    firefox.run(click.format("Wrong …"))
    firefox.run(click.format("Wrong everywhere"))
    until(firefox, "document.querySelector('#corrections') !== null")
    until(firefox, READY)
    keys = "Array.from(window.wrappedJSObject.paperlattice.model.nodes.key).includes('method:clip')"
    assert firefox.run(keys) is False
