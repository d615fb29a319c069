import datetime

import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.sources.values import date_in_name, normalise_date, sure_date


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-09-03", "2025-09-03"),
        ("2025-09-03T23:59:59.000Z", "2025-09-03"),
        ("2025-09-03 10:00", "2025-09-03"),
        ("2025/9/3", "2025-09-03"),
        ("20250903", "2025-09-03"),
        ("2025-09", "2025-09"),
        ("2025", "2025"),
        (2025, "2025"),
        (2025.0, "2025"),
        ("Mon, 2 Apr 2007 19:18:42 GMT", "2007-04-02"),
        ("Sep 3, 2025", "2025-09-03"),
        ("3 September 2025", "2025-09-03"),
        ("September 3rd, 2025", "2025-09-03"),
        ("May 2025", "2025-05"),
        ({"date-parts": [[2025, 9]]}, "2025-09"),
        ("2025-13-01", ""),
        ("2025-02-30", ""),
        ("2025-00", ""),
        ("0025", ""),
        ("9/3/2025", ""),
        ("Sep 3", ""),
        ("soon, perhaps", ""),
        ("", ""),
        (True, ""),
        (17, ""),
        (float("nan"), ""),
        (None, ""),
        ({"date-parts": [["2025", "9"]]}, "2025-09"),
        ({"raw": "3 Sep 2025"}, "2025-09-03"),
        ({"date-parts": [[]], "literal": "2025-09"}, "2025-09"),
        ({"date-parts": [["soon"]], "raw": 2025}, ""),
        ({"date-parts": []}, ""),
        ({"date-parts": [[2025, 9, 3, 1]]}, "2025-09-03"),
        ({"date-parts": [[2025, 0, 0]]}, "2025"),
        ({"date-parts": [[2025, None]]}, "2025"),
        ({"date-parts": [[None]]}, ""),
    ],
)
def test_normalise_date(value, expected):
    assert normalise_date(value) == expected


@given(st.dates(datetime.date(1900, 1, 1)))
def test_iso_days_stay_as_they_are(day):
    assert normalise_date(day.isoformat()) == normalise_date(day.strftime("%d %B %Y")) == day.isoformat()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-09-03", "2025-09-03"),
        ("2025-09-00", "2025-09"),
        ("2025-00-00", "2025"),
        ("2025-02-30", "2025-02"),
        ("2025-13-01", "2025"),
        ("2025-09-00 09/2025", "2025-09"),
        ("2025~", "2025"),
        ("2025///Summer", "2025"),
        ("2025 Winter", "2025"),
        ("1998 Dec-1999 Jan", "1998-12"),
        ("27-30 June 2025", "2025-06"),
        ("c1998", "1998"),
        ("09/2025", "2025-09"),
        ("25/12/2025", "2025-12-25"),
        ("12/25/2025", "2025-12-25"),
        ("3.9.2025", "2025-09-03"),
        ("3/9/2025", "2025"),
        ("3/3/2025", "2025-03-03"),
        ({"literal": "Spring 2025"}, "2025"),
        ("in press", ""),
        ("2401.00001", ""),
        ("20250230", ""),
        ("A sentence of many words that happens to name the year 2025 as well", ""),
        (None, ""),
    ],
)
def test_what_is_sure_of_a_date(value, expected):
    assert sure_date(value) == expected


@given(st.text())
def test_any_text_gives_a_date_or_nothing(text):
    for read in (normalise_date, sure_date):
        assert read(text) == "" or normalise_date(read(text)) == read(text)


@pytest.mark.parametrize(
    "name, expected",
    [
        ("2025-06-17.txt", "2025-06-17"),
        ("2025-06.json.gz", "2025-06"),
        ("daily-2025-06.json", "2025-06"),
        ("HF_Daily_Papers_2025-06-17.TXT", "2025-06-17"),
        ("2025-06-17", "2025-06-17"),
        ("2025-02-30.txt", ""),
        ("2025-13.txt", ""),
        ("2025.txt", ""),
        ("2401-00001.txt", ""),
        ("2506.00001.txt", ""),
        ("zotero-export-2025-06-17.csv", ""),
        ("2025-06-17 (1).txt", ""),
    ],
)
def test_a_date_that_is_the_name_of_a_file(name, expected):
    assert date_in_name(name) == expected
