"""How long a token is good for, and when it is renewed. Pure: no test waits."""

from __future__ import annotations

import math
from base64 import urlsafe_b64encode
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from subkit._auth.authorization import Authorization
from subkit._auth.token import Token, lifetime_in, lifetime_of, need
from support.issuers import unsigned_jwt

DATE = "Wed, 18 Mar 2026 23:57:44 GMT"
MOMENT = 1773878264
"""The same in seconds."""


def token(lifetime: float | None, requested_at: float = 1000.0) -> Token:
    return Token(Authorization(), requested_at, lifetime)


@pytest.mark.parametrize(
    ("lifetime", "advisory", "mandatory"),
    [
        (3600.0, 3300.0, 3570.0),
        (86400.0, 86100.0, 86370.0),
        (1500.0, 1200.0, 1470.0),
        (600.0, 480.0, 570.0),
        (100.0, 80.0, 95.0),
        (60.0, 48.0, 57.0),
        (1.0, 0.8, 0.95),
    ],
)
def test_the_two_windows(lifetime: float, advisory: float, mandatory: float) -> None:
    """Renewal is advised in the last fifth, at most five minutes, and needed in the last twentieth, at most half a
    minute, and from then on."""
    held = token(lifetime)
    moments = {
        0.0: "none",
        advisory - 0.001: "none",
        advisory + 0.001: "advisory",
        mandatory - 0.001: "advisory",
        mandatory + 0.001: "mandatory",
        lifetime: "mandatory",
        lifetime * 100: "mandatory",
    }
    assert moments == {passed: need(held, 1000.0 + passed) for passed in moments}


@pytest.mark.parametrize(
    ("passed", "needed"), [(79.0, "none"), (80.0, "advisory"), (94.0, "advisory"), (95.0, "mandatory")]
)
def test_where_the_windows_begin(passed: float, needed: str) -> None:
    """The first moment of a window belongs to it."""
    assert need(token(100.0, requested_at=0.0), passed) == needed


def test_no_token_and_one_without_an_end() -> None:
    """No token has to be got; one that nobody gave a lifetime is good until it is refused."""
    assert need(None, 0.0) == "mandatory"
    assert need(token(None), 10.0**12) == "none"


@given(st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.integers()), st.binary()))
def test_any_expires_in(value: Any) -> None:
    """Whatever is said, it is a number of seconds that is not negative, or nothing."""
    found = lifetime_of(value)
    assert found is None or (math.isfinite(found) and found >= 0)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value < 10**300:
        assert found == float(value)


@pytest.mark.parametrize(
    ("claims", "date", "lifetime"),
    [
        ({"exp": MOMENT + 600, "iat": MOMENT}, None, 600.0),
        ({"exp": MOMENT + 600, "iat": MOMENT}, DATE, 600.0),
        ({"exp": MOMENT + 600}, DATE, 600.0),
        ({"exp": MOMENT + 600.5}, DATE, 600.5),
        ({"exp": MOMENT + 600, "iat": MOMENT - 3000}, DATE, 600.0),
        ({"exp": MOMENT + 600, "iat": MOMENT + 5}, DATE, 595.0),
        ({"exp": MOMENT + 600, "iat": "x"}, DATE, 600.0),
        ({"exp": MOMENT + 600, "iat": MOMENT - 3000}, "yesterday", 3600.0),
        ({"exp": MOMENT + 600}, None, None),
        ({"exp": MOMENT + 600}, "yesterday", None),
        ({"exp": MOMENT}, DATE, None),
        ({"exp": MOMENT - 600, "iat": MOMENT - 1200}, DATE, None),
        ({"iat": MOMENT}, DATE, None),
        ({}, DATE, None),
        ({"exp": True}, DATE, None),
        ({"exp": None}, DATE, None),
        ({"exp": str(MOMENT + 600)}, DATE, None),
        ({"exp": [MOMENT + 600]}, DATE, None),
        ({"exp": (MOMENT + 600) * 1000}, DATE, None),
        ({"exp": 10**12, "iat": 0}, None, None),
        ({"exp": float("nan")}, DATE, None),
        ({"exp": float("inf")}, DATE, None),
        ({"exp": MOMENT + 600, "iat": -MOMENT}, None, 2.0 * MOMENT + 600),
    ],
)
def test_what_a_jwt_says(claims: dict[str, Any], date: str | None, lifetime: float | None) -> None:
    """A JWT is good from the server's `Date`, or from when it was made if that was later, to its `exp`, in seconds;
    an end in milliseconds, or no later than the begin, says nothing."""
    assert lifetime_in(unsigned_jwt(**claims), date) == lifetime


def _part(body: bytes) -> str:
    return urlsafe_b64encode(body).rstrip(b"=").decode("ascii")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "opaque",
        "a.b",
        "a.b.c",
        "a..c",
        "a.b.c.d",
        f"a.{_part(b'[1]')}.c",
        f"a.{_part(b'null')}.c",
        f"a.{_part(b'{')}.c",
        f"a.{_part(bytes([255, 254, 253]))}.c",
        f"a.{_part(b'[' * 100_000)}.c",
        f"a.{_part(b'9' * 5000)}.c",
        "a.\u00e9\u00e9\u00e9\u00e9.c",
        "a.====.c",
        "a.x.c",
    ],
)
def test_what_is_no_jwt(text: str) -> None:
    """A token that is no JWT, or a broken one, says nothing."""
    assert lifetime_in(text, DATE) is None


@given(st.text(max_size=50), st.text(max_size=50))
def test_any_token(text: str, date: str) -> None:
    """No token and no date raises."""
    assert lifetime_in(f"a.{text}.c", date) is None
