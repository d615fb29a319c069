import json

import pytest

from extractors.errors import SourceError
from extractors.sources import json_array, read_papers

ONE = {"id": "a", "title": "Title A"}
TWO = {"id": "b", "title": "Title B"}


def ids(intake):
    return [paper.id for paper in intake.papers]


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize(
    "document",
    [
        [ONE, TWO],
        {"papers": [ONE, TWO]},
        {"total": 2, "data": [ONE, TWO], "next": None},
        {"meta": {"count": 2}, "results": [ONE, TWO]},
        {"message": {"items": [ONE, TWO], "rows": 1}},
        {"response": {"docs": [ONE, TWO]}},
        {"Entries": [ONE, TWO]},
        {"rows": [{"row_idx": 0, "row": ONE}, {"row_idx": 1, "row": TWO}]},
        {"a": {"title": "Title A"}, "b": {"title": "Title B"}},
        [{"paper": ONE, "numComments": 1}, {"paper": TWO, "submittedBy": {"name": "x"}}],
    ],
)
def test_where_records_may_stand(write, document, indent):
    intake = read_papers(write("doc.json", json.dumps(document, indent=indent)))
    assert ids(intake) == ["a", "b"]
    assert intake.files[0].format == "json"
    assert intake.skipped == ()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (json.dumps(ONE, indent=2), ["a"]),
        (json.dumps(ONE, indent=2) + "\n" + json.dumps(TWO, indent=2), ["a", "b"]),
        (json.dumps({**ONE, "data": [{"x": 1}]}, indent=2), ["a"]),
        (f"[{json.dumps(ONE)}, {json.dumps(TWO)},]", ["a", "b"]),
        (f"[\n{json.dumps(ONE)},\n{json.dumps(TWO)}\n]", ["a", "b"]),
    ],
)
def test_other_documents(write, content, expected):
    assert ids(read_papers(write("doc.json", content))) == expected


@pytest.mark.parametrize(
    ("content", "match"),
    [
        (
            '[\n  {"title": "A" "id": 1}\n]' + " " * 50,
            r"doc.json is broken JSON: .*',' .* at line 2, column 17",
        ),
        ('{"papers": [', "doc.json is broken JSON: Expecting value at line 1, column 13"),
        ('{"papers" [{}]}' + " " * 50, "Expecting ':' delimiter at line 1, column 11"),
        ("[]", "doc.json holds no papers"),
        ("{}", "doc.json holds no papers"),
        ('{"papers": []}', "doc.json holds no papers"),
        ('[{"id": 1}, {"id": 2}]', r"2 skipped, first record 1 \(line 1\): no title \(fields: id\)"),
        ('["one", "two"]', "no record: a JSON str, not an object"),
    ],
)
def test_documents_without_papers(write, content, match):
    with pytest.raises(SourceError, match=match):
        read_papers(write("doc.json", content))


def test_what_stands_before_the_break_is_kept(write):
    content = f"[\n{json.dumps(ONE)},\n{json.dumps(TWO)},\n{{broken}}, {json.dumps(ONE)}]" + " " * 50
    intake = read_papers(write("doc.json", content))
    assert ids(intake) == ["a", "b"]
    assert [(s.where, s.reason) for s in intake.skipped] == [
        (
            "line 4, column 2",
            "broken JSON: Expecting property name enclosed in double quotes; "
            "what follows record 2 was not read",
        )
    ]


def test_a_record_that_is_too_long_is_stepped_over(write, monkeypatch):
    monkeypatch.setattr(json_array, "MAX_RECORD_CHARS", 100_000)
    long = {"title": "Long", "abstract": 'x"{' * 100_000}
    intake = read_papers(write("doc.json", json.dumps([ONE, long, TWO])))
    assert ids(intake) == ["a", "b"]
    assert [(s.where, s.reason) for s in intake.skipped] == [
        ("record 2 (line 1)", "longer than 100,000 characters")
    ]


def test_a_record_that_is_nested_too_deeply_is_stepped_over(write):
    content = f"[{json.dumps(ONE)}, {'[' * 50_000}{']' * 50_000}, {json.dumps(TWO)}]"
    intake = read_papers(write("doc.json", content))
    assert ids(intake) == ["a", "b"]
    assert [str(s) for s in intake.skipped] == ["doc.json, record 2 (line 1): broken JSON: nested too deeply"]


def test_a_field_that_is_too_long_is_named(write, monkeypatch):
    monkeypatch.setattr(json_array, "MAX_RECORD_CHARS", 100_000)
    intake = read_papers(write("doc.json", json.dumps({**ONE, "abstract": "x" * 200_000}, indent=1)))
    assert ids(intake) == ["a"]
    assert [s.reason for s in intake.skipped] == ["longer than 100,000 characters"]


def test_other_values_among_the_records_are_reported(write):
    intake = read_papers(write("doc.json", json.dumps([ONE, None, 3, TWO], indent=0)))
    assert [s.where for s in intake.skipped] == ["record 2 (line 6)", "record 3 (line 7)"]
    assert ids(intake) == ["a", "b"]
