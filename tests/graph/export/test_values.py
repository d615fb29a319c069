import datetime
import enum
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.export.values import plain_value, scalar_text


class Colour(enum.Enum):
    RED = 1


@pytest.mark.parametrize(
    "value, expected",
    [
        pytest.param(["a", "b", 3], "a | b | 3", id="G2-list"),
        pytest.param(("a", None, "", True), "a | true", id="G2-tuple"),
        pytest.param({"b", "a"}, "a | b", id="G2-set"),
        pytest.param({"b": 1, "a": [1, 2]}, "a=1 | 2 | b=1", id="G2-dict"),
        pytest.param(None, None, id="G2-none"),
        pytest.param([], "", id="G2-empty-list"),
        pytest.param(datetime.date(2024, 5, 1), "2024-05-01", id="G2-date"),
        pytest.param(datetime.datetime(2024, 5, 1, 12, 30), "2024-05-01T12:30:00", id="G2-datetime"),
        pytest.param(b"ab\xff", "ab\ufffd", id="G2-bytes"),
        pytest.param(Colour.RED, "Colour.RED", id="G2-object"),
        pytest.param("a\x00", "a", id="G4-control"),
        pytest.param(float("nan"), None, id="nan"),
        pytest.param(-math.inf, None, id="infinity"),
        pytest.param(True, True, id="truth"),
        pytest.param(np.float64(0.5), 0.5, id="numpy-float"),
        pytest.param(np.float32(0.5), 0.5, id="numpy-single"),
        pytest.param(np.int64(3), 3, id="numpy-int"),
        pytest.param(np.bool_(True), True, id="numpy-bool"),
        pytest.param(np.array([1, 2]), "1 | 2", id="numpy-array"),
        pytest.param(np.str_("x"), "x", id="numpy-text"),
    ],
)
def test_plain_value(value, expected):
    plain = plain_value(value)
    assert plain == expected
    assert type(plain) is type(expected)


@pytest.mark.parametrize(
    "value, expected",
    [
        pytest.param(True, "true", id="G20-true"),
        pytest.param(False, "false", id="G20-false"),
        pytest.param(3, "3", id="int"),
        pytest.param(3.0, "3.0", id="float"),
        pytest.param(1e-05, "1e-05", id="small"),
        pytest.param(0.1 + 0.2, "0.30000000000000004", id="exact"),
        pytest.param("x", "x", id="text"),
    ],
)
def test_scalar_text(value, expected):
    assert scalar_text(value) == expected


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_survives_as_text(value):
    assert float(scalar_text(value)) == value
