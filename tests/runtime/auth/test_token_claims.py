"""What an answer and a token say of the token's life: each form that counts as a number, and each shape of a JWT."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from subkit._auth.token import lifetime_in, lifetime_of


@pytest.mark.parametrize(
    ("value", "seconds"),
    [(3600, 3600.0), ("3600", 3600.0), (0.5, 0.5), ("0.5", 0.5), (10**300, 1e300), (1e-3, 0.001), (0, 0.0), ("0", 0.0)],
)
def test_expires_in(value: object, seconds: float) -> None:
    """Servers write a life as a number or as digits; both are seconds."""
    assert lifetime_of(value) == seconds


@pytest.mark.parametrize(
    "value",
    [None, True, [], {}, "", "soon", "1h", "٣", "1e3", "0x10", -1, "-1", "-3600", 10**400, "9" * 400, "nan", "inf",
     float("nan"), float("inf")],
    ids=lambda value: repr(value)[:9],
)  # fmt: skip
def test_odd_expires_in(value: object) -> None:
    """Anything else says no life; nothing that a server sends raises."""
    assert lifetime_of(value) is None


def jwt(claims: Any, *, padded: bool = False) -> str:
    """A JWT with these claims, which nobody signed."""
    middle = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode()
    return f"e30.{middle if padded else middle.rstrip('=')}.c2lnbg"


@pytest.mark.parametrize("length", range(8))
def test_a_jwt_of_any_length(length: int) -> None:
    """JWTs leave out the padding of base64; however much there would be, it is read. So are its two odd letters."""
    claims = {"exp": 9, "iat": 1, "x": "?>~ü" + "a" * length}
    assert lifetime_in(jwt(claims), None) == lifetime_in(jwt(claims, padded=True), None) == 8.0


def test_four_parts_are_no_jwt() -> None:
    """Only three parts make a JWT, whatever stands in the second one."""
    whole = jwt({"exp": 9, "iat": 1})
    assert lifetime_in(whole, None) == 8.0
    assert lifetime_in(whole + ".x", None) is None
    assert lifetime_in(whole.rpartition(".")[0], None) is None
