import json

import pytest

from paperlattice.extractors.errors import FetchError
from paperlattice.extractors.fetch.hf import pages
from paperlattice.extractors.fetch.output import Counts, drafted
from paperlattice.extractors.fetch.wanted import Wanted


def line(identifier, title):
    return json.dumps({"id": identifier, "title": title}).encode() + b"\n"


def test_a_paper_that_the_file_has_twice_counts_once(tmp_path):
    path = tmp_path / "papers.jsonl"
    path.write_bytes(line("1", "Old") + line("2", "Other") + line("1", "Older"))
    with drafted(path, lambda record: record["id"]) as draft:
        draft.add({"id": "1", "title": "New"})
        assert draft.finish() == Counts(new=0, changed=1, same=0, kept=1)
    assert [json.loads(found)["title"] for found in path.read_bytes().splitlines()] == ["Other", "New"]


@pytest.mark.parametrize("day", ["since", "until"])
def test_a_search_of_the_hub_cannot_be_limited_to_a_time(day):
    wanted = Wanted(search="quills", **{day: "2025-06-17"})
    with pytest.raises(FetchError, match="cannot be limited to a time"):
        list(pages(wanted, ask=lambda call: pytest.fail("it was asked")))
