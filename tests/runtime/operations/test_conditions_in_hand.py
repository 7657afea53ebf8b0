"""Which conditions an object in hand is good for, by what is known of the answer that it came in. Pure."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
import subkit
from subkit._operations.conditional import Conditions, condition_headers, ensure_known

ALL = ("If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since")
MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
DATE = "Fri, 02 Jan 2026 03:04:05 GMT"
AGAIN = Conditions(revalidate=True)


def basis(*drift: tuple[str, Any], etag: str | None = '"1"', date: datetime | None = MOMENT) -> subkit.Meta:
    found = tuple(subkit.Drift(path, kind, "an object", "something") for path, kind in drift)
    return subkit.Meta(status=200, etag=etag, last_modified=date, drift=found)


@pytest.mark.parametrize(
    ("drift", "sent"),
    [
        ([], True), ([("$", "missing")], False), ([("$.tier", "missing")], True), ([("$", "unknown_field")], True),
        ([("$.a", "null"), ("$", "missing")], False), ([("$.a", "null"), ("$.b", "missing")], True),
    ],
)  # fmt: skip
def test_what_may_still_be_current(drift: Any, sent: bool) -> None:
    """What came without a body is not in hand, so nothing can say that it is current: it is asked for as a whole. Any
    other departure does not matter."""
    headers = [("If-None-Match", '"1"'), ("If-Modified-Since", DATE)]
    assert condition_headers(ALL, AGAIN, basis(*drift)) == (headers if sent else [])


@pytest.mark.parametrize(
    ("etag", "why"),
    [
        ('W/"1"', "carries only a weak entity tag"),
        ("1", "carries an ETag that is not an entity tag in double quotes"),
        ('"1', "carries an ETag that is not an entity tag in double quotes"),
    ],
)
def test_a_write_that_cannot_be_protected(etag: str, why: str) -> None:
    """Where nothing in hand protects a write, the error says why, and how to write all the same."""
    with pytest.raises(subkit.ConfigurationError) as caught:
        condition_headers(ALL, Conditions(), basis(etag=etag, date=None))
    assert str(caught.value) == (
        f"the object {why}, which cannot protect a write (RFC 9110, 13.1.1); "
        "to write without a precondition, pass the id instead of the object"
    )
    assert condition_headers(ALL, Conditions(), None) == []
    assert condition_headers(ALL, Conditions(), basis(etag=etag)) == [("If-Unmodified-Since", DATE)]


@pytest.mark.parametrize("name", ["if_modified_since", "if_unmodified_since"])
@pytest.mark.parametrize(("year", "hours"), [(1, 5), (9999, -5)])
def test_a_moment_outside_the_calendar(name: str, year: int, hours: int) -> None:
    """A moment that lies in no year of GMT cannot be sent, and the error names the argument."""
    edge = datetime.min if year == 1 else datetime.max
    moment = edge.replace(tzinfo=timezone(timedelta(hours=hours)))
    with pytest.raises(subkit.InvalidArgument) as caught:
        condition_headers(ALL, Conditions(**{name: moment}), None)
    assert str(caught.value) == f"{name}: must be in the years 1 to 9999 in GMT"


@pytest.mark.parametrize(
    ("name", "what"),
    [("if_match", "an entity tag or subkit.ANY"), ("if_unmodified_since", "a datetime with a time zone")],
)
def test_none_protects_nothing(name: str, what: str) -> None:
    """None where a write would be protected is refused, with what to pass instead; it is refused beside another
    precondition too. A read can do without."""
    for other in ({}, {"if_none_match": '"1"'}):
        with pytest.raises(subkit.InvalidArgument) as caught:
            condition_headers(ALL, Conditions(**{name: None}, **other), basis())
        assert str(caught.value) == (
            f"{name}: must be {what}, not None; to write without a precondition, pass the id instead of the object"
        )
    assert condition_headers(ALL, Conditions(if_none_match=None, if_modified_since=None), None) == []


@pytest.mark.parametrize("others", [[], [("If-None-Match", '"1"')], [("If-Modified-Since", DATE)]])
def test_what_protects_a_write(others: list[tuple[str, str]]) -> None:
    """A tag and a date that the server compares before it writes protect a write, wherever they stand among the
    headers. Without them the error says which write it is, and what to do."""
    for header in (("If-Match", '"1"'), ("If-Unmodified-Since", DATE)):
        ensure_known("block", [header, *others])
        ensure_known("block", [*others, header])
    with pytest.raises(subkit.ConfigurationError) as caught:
        ensure_known("block", others)
    assert str(caught.value) == (
        "block: the object has no ETag or Last-Modified that applies to this call, and the client has "
        'preconditions="required": fetch it with get(); '
        "to write without a precondition, pass the id instead of the object"
    )
