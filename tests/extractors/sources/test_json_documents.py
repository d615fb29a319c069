import io
import json
from types import SimpleNamespace

import ijson
import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.records import Paper
from paperlattice.extractors.sources import json_documents, json_events, read_papers
from paperlattice.extractors.sources.fields import read_record

ONE = {"id": "a", "title": "Title A"}
TWO = {"id": "b", "title": "Title B"}

TEXT = st.text(st.characters(codec=None), max_size=30)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)
RECORDS = st.lists(
    st.builds(
        lambda title, year, fields: {**fields, "title": f"T{title}", "abstract": title, "year": year},
        TEXT,
        st.integers(900, 2100) | st.floats(1900, 2100),
        st.dictionaries(
            TEXT.filter(lambda name: not json_documents.wraps_records(f'{{"{name}": [')), VALUES, max_size=4
        ),
    ),
    min_size=1,
    max_size=5,
)


def stream_only(patch):
    """Have documents read as a stream that would be held in memory."""
    patch.setattr(json_documents, "read_ahead", lambda read: ("", read))


@pytest.fixture(autouse=True, scope="module", params=["held", "stream"])
def way(request):
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "stream":
            stream_only(patch)
        yield


def ids(result):
    return [paper.id for paper in result.papers]


def parse(text, *, size):
    """What `parse` gives for a text that comes in pieces of `size` characters whatever is asked for."""
    read = io.StringIO(text).read
    return list(json_documents.parse(SimpleNamespace(source="doc.json", read=lambda _: read(size))))


@pytest.fixture(params=["as installed", "python"])
def backend(request, monkeypatch):
    """The parser of ijson: the one that it chose, or the one in Python that it has everywhere."""
    if request.param == "python":
        python = ijson.get_backend("python")
        monkeypatch.setattr(ijson, "basic_parse_coro", python.basic_parse_coro)


@given(RECORDS, st.integers(1, 40), st.sampled_from([None, 2]), st.booleans(), st.booleans())
def test_records_are_complete_however_the_text_is_cut(records, size, indent, ascii_only, in_array):
    texts = [json.dumps(record, indent=indent, ensure_ascii=ascii_only) for record in records]
    # No stream of text has lone surrogates; as escapes they may come.
    texts = [text.encode(errors="ignore").decode() for text in texts]
    whole = f"[{','.join(texts)}]" if in_array else "\n".join(texts)
    expected = [read_record(json.loads(text), "doc.json", where="") for text in texts]
    assert parse(whole, size=size) == expected


@given(RECORDS, st.integers(16, 60))
def test_overlong_records_are_skipped(records, size):
    long = json.dumps({"title": "Long", "text": ["x" * 500, '}"\\', "\\" * 501]})
    text = f"[{long},{','.join(f'{json.dumps(record)},{long}' for record in records)}]"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_events, "MAX_RECORD_CHARS", 900)
        found = parse(text, size=size)
    assert [item for item in found if isinstance(item, Paper)] == [
        read_record(record, "doc.json", where="") for record in records
    ]
    assert {item.reason for item in found if not isinstance(item, Paper)} == {"longer than 900 characters"}


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
def test_where_records_may_be(write, document, indent):
    result = read_papers(write("doc.json", json.dumps(document, indent=indent)))
    assert ids(result) == ["a", "b"]
    assert result.files[0].format == "json"
    assert result.skipped == ()


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
        ('["one", "two"]', "not a record: a JSON str, not an object"),
    ],
)
def test_documents_without_papers(write, content, match):
    with pytest.raises(SourceError, match=match):
        read_papers(write("doc.json", content))


def test_records_before_the_break_are_kept(write):
    content = f"[\n{json.dumps(ONE)},\n{json.dumps(TWO)},\n{{broken}}, {json.dumps(ONE)}]" + " " * 50
    result = read_papers(write("doc.json", content))
    assert ids(result) == ["a", "b"]
    (note,) = result.skipped
    assert note.where == "line 4"
    assert note.reason.startswith("broken JSON: ")
    assert note.reason.endswith("; what follows record 2 was not read")


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ("[\n , x]" + " " * 99, "Expecting value at line 2, column 2"),
        ('{"a" 1}' + " " * 99, "Expecting ':' delimiter at line 1, column 6"),
        ('\n\n  {"a": tru', "Expecting value at line 3, column 9"),
        ('{"a": "open', "Unterminated string starting at line 1, column 7"),
        ('{"a": "\\u12zz"}', r"Invalid \\uXXXX escape at line 1, column 9"),
        ('{} {}\n [] {"a"}', "Expecting ':' delimiter at line 2, column 9"),
        ("[" * 100_000, "doc.json is broken JSON: .* at line 1; fix it"),
        ('{"a": ' + "9" * 5000 + "}", "(Exceeds the limit|Unexpected symbol).* at line 1"),
    ],
)
def test_what_is_broken_before_the_first_record_is_located(write, backend, content, where):
    with pytest.raises(SourceError, match=where):
        read_papers(write("doc.json", content), source="json")


def test_a_broken_record_is_found_without_reading_to_the_end(monkeypatch):
    stream_only(monkeypatch)
    asked = []

    def read(size):
        asked.append(size)
        return '{"title": "One" "abstract": "' + "x" * size

    stream = SimpleNamespace(source="doc.json", read=read)
    with pytest.raises(SourceError, match="line 1, column 17"):
        next(json_documents.parse(stream))
    assert len(asked) == 1


def test_what_json_forbids_and_programs_write(write, backend):
    records = [
        '{"id": "c", "title": "Raw \x02tab\tand\nbreak", "abstract": "form\x0cfeed"}',
        r'{"id": "d", "title": "Half \ud83d pair \udc00 \uD83D", "abstract": "\ud83e\udd17 \\ud83d"}',
        '{"id": "e", "title": "Not a number", "score": NaN, "range": [-Infinity, Infinity]}',
        '{"id": "f", "title": "NaN, [Infinity,] in \\"NaN\\" text", "abstract": "},]"}',
        f'{{"id": {2**70}, "title": "A long number", "far": 1e999, "year": 2024.0}}',
    ]
    result = read_papers(write("doc.json", f"[{', '.join(records)},\n ]"), source="json")
    assert {paper.id: (paper.title, paper.abstract) for paper in result.papers} == {
        "c": ("Raw tab and break", "form feed"),
        "d": ("Half pair", r"🤗 \ud83d"),
        "e": ("Not a number", ""),
        "f": ('NaN, [Infinity,] in "NaN" text', "},]"),
        str(2**70): ("A long number", ""),
    }
    assert {paper.date for paper in result.papers} == {"", "2024"}
    assert result.skipped == ()


def test_a_number_without_end_costs_the_rest_and_no_more(write, backend):
    content = f'[{json.dumps(ONE)}, {{"title": "B", "year": {"9" * 5000}}}, {json.dumps(TWO)}]'
    result = read_papers(write("doc.json", content))
    assert ids(result) == ["a"]
    assert result.skipped[0].reason.endswith("what follows record 1 was not read")


@pytest.mark.parametrize("nested", ["[" * 50_000 + "]" * 50_000, '{"a":' * 50_000 + '"]}"' + "}" * 50_000])
def test_fields_that_are_nested_too_deeply_are_named(write, backend, nested):
    result = read_papers(write("doc.json", f'{{"id": "a",\n"deep": {nested},\n "title": "T"}}'))
    assert ids(result) == ["a"]
    assert [s.reason for s in result.skipped] == ["broken JSON: nested too deeply"]


def test_the_text_after_a_long_record_is_read_once(monkeypatch):
    """A record of megabytes must not make each of those that follow as dear as itself."""
    stream_only(monkeypatch)
    cleaned, clean = [], json_events._cleaned
    monkeypatch.setattr(
        json_events, "_cleaned", lambda text, quoted: cleaned.append(len(text)) or clean(text, quoted)
    )
    work = {}
    for count in (500, 2000):
        records = [{"title": "Long", "abstract": "word " * 400_000}]
        records += [{"title": f"Title {number}"} for number in range(count)]
        text = json.dumps(records)
        assert len(parse(text, size=1 << 16)) == count + 1
        work[count] = (sum(cleaned), len(cleaned), len(text))
        cleaned.clear()
    assert all(characters == size for characters, _, size in work.values())
    assert work[2000][1] < 2 * work[500][1]


def test_a_record_that_is_too_long_is_skipped(write, monkeypatch):
    monkeypatch.setattr(json_events, "MAX_RECORD_CHARS", 100_000)
    long = {"title": "Long", "abstract": 'x"{' * 100_000}
    result = read_papers(write("doc.json", json.dumps([ONE, long, TWO])))
    assert ids(result) == ["a", "b"]
    assert [(s.where, s.reason) for s in result.skipped] == [
        ("record 2 (line 1)", "longer than 100,000 characters")
    ]


def test_a_record_that_is_nested_too_deeply_is_skipped(write):
    content = f"[{json.dumps(ONE)}, {'[' * 50_000}{']' * 50_000}, {json.dumps(TWO)}]"
    result = read_papers(write("doc.json", content))
    assert ids(result) == ["a", "b"]
    assert [str(s) for s in result.skipped] == ["doc.json, record 2 (line 1): broken JSON: nested too deeply"]


def test_a_field_that_is_too_long_is_named(write, monkeypatch):
    monkeypatch.setattr(json_events, "MAX_RECORD_CHARS", 100_000)
    result = read_papers(write("doc.json", json.dumps({**ONE, "abstract": "x" * 200_000}, indent=1)))
    assert ids(result) == ["a"]
    assert [s.reason for s in result.skipped] == ["longer than 100,000 characters"]


def test_other_values_among_the_records_are_reported(write):
    result = read_papers(write("doc.json", json.dumps([ONE, None, 3, TWO], indent=0)))
    assert [s.where for s in result.skipped] == ["record 2 (line 6)", "record 3 (line 7)"]
    assert ids(result) == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "titles", "reason"),
    [
        (
            '{"papers": [{"title": "A"}], "archive": [{"title": "B"}]}',
            ["A"],
            "1 records under 'archive' were not",
        ),
        ('{"x": {"title": "A"}, "y": {"abstract": "B"}}', ["A"], "no title (fields: id, abstract)"),
        ('{"x": {"title": "A"}, "x": {"abstract": "B"}}', ["A"], "no title (fields: id, abstract)"),
    ],
)
def test_records_in_odd_places_are_not_lost_without_a_word(write, text, titles, reason):
    result = read_papers(write("a.json", text))
    assert [paper.title for paper in result.papers] == titles
    assert [s.reason.startswith(reason) for s in result.skipped] == [True]
