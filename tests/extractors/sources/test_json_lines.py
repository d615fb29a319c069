import json

import pytest

from paperlattice.extractors.sources import read_papers
from paperlattice.extractors.sources.formats import FORMATS

RECORD = json.dumps({"title": "One Title", "abstract": "An abstract."})


@pytest.mark.parametrize(
    ("head", "name", "lines", "document"),
    [
        (f"{RECORD}\n{RECORD}\n", "a.txt", True, True),
        (RECORD, "a.txt", False, True),
        (RECORD, "a.jsonl.gz", True, True),
        ('{"papers": [{"title": "T"}]}', "a.jsonl", False, True),
        (RECORD[:20], "a.jsonl", True, True),
        (f'{{"title": broken\n{RECORD}\n', "a.json", True, True),
        ('{"total": 1, "papers": [{"title": "T"}]}', "a.json", False, True),
        ('{"meta": 1, "results": {"entries": []}}', "a.json", False, True),
        ('{\n  "title": "T"\n}\n', "a.json", False, True),
        ('{"papers": [\n {"title": "T"},\n {"title": "U"}\n]}', "a.json", False, True),
        (f"[{RECORD}]", "a.json", False, True),
        ("[]", "a.json", False, True),
        ("[1] A reference, not JSON", "a.txt", False, False),
        ("[draft] notes", "a.txt", False, False),
        ("{curly} words\n{more} words", "a.txt", False, False),
        ("Title\n\nText", "a.txt", False, False),
    ],
)
def test_recognise(head, name, lines, document):
    found = [FORMATS[form].recognise(head, name) for form in ("json_lines", "json")]
    assert found == [lines, document]


def test_one_broken_line_of_ten_costs_one_paper(write):
    lines = [json.dumps({"id": f"p{n}", "title": f"Title {n}"}) for n in range(10)]
    lines[6] = '{"id": "p6" "title": "Title 6"}'
    result = read_papers(write("feed.jsonl", "\n".join(lines)))
    assert [paper.id for paper in result.papers] == [f"p{n}" for n in range(10) if n != 6]
    assert [str(skipped) for skipped in result.skipped] == [
        "feed.jsonl, line 7: broken JSON: Expecting ',' delimiter at column 13"
    ]
    assert result.files[0].passed_over == 1


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"id": "x"}', "no title (fields: id)"),
        ('["title"]', "not a record: a JSON list, not an object"),
        ("17", "not a record: a JSON int, not an object"),
        ('{"title": "cut', "broken JSON: Unterminated string starting at column 11"),
        ("[" * 100_000, "broken JSON: nested too deeply"),
        ('{"year": ' + "9" * 5000 + "}", "broken JSON: Exceeds the limit"),
    ],
)
def test_a_line_that_is_not_a_record(write, line, reason):
    result = read_papers(write("feed.jsonl", f"{RECORD}\n\n{line}\n"))
    assert result.entries == 1
    assert result.skipped[0].where == "line 3"
    assert result.skipped[0].reason.startswith(reason)


def test_control_characters_and_half_pairs_are_cleaned(write):
    content = '{"title": "One\\u0007 \\ud83d Title", "abstract": "Raw \x02 tab\t and \\u0000 nul."}\n'
    (paper,) = read_papers(write("feed.jsonl", content)).papers
    assert (paper.title, paper.abstract) == ("One Title", "Raw tab and nul.")


@pytest.mark.parametrize(
    "name", ["feed.jsonl", "feed.jsonl.gz", "feed.ndjson", "feed.txt", "feed.csv", "feed"]
)
def test_content_decides_not_the_suffix(write, name):
    result = read_papers(write(name, f"\ufeff{RECORD}\r\n{RECORD}\r\n"))
    assert [(f.source, f.format, f.entries) for f in result.files] == [(name, "json_lines", 2)]
    assert result.duplicates == 1


def test_an_abstract_of_nearly_a_megabyte_is_kept(write):
    line = json.dumps({"title": "Long", "abstract": "word " * 190_000 + "end."})
    (paper,) = read_papers(write("feed.txt", f"{line}\n{RECORD}\n")).papers[:1]
    assert max(len(p.abstract) for p in read_papers(write("one.txt", line)).papers) == 950_004
    assert paper.sources == ("feed.txt",)


def test_files_with_byte_order_marks_that_were_concatenated(write):
    part = f"\ufeff{RECORD}\r\n\ufeff\r\n"
    assert read_papers(write("feed.jsonl", part * 3)).entries == 3
