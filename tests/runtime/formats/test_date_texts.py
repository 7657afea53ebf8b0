"""Dates as text, without models or clients: what is read, what is written, and what stays text."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from subkit._formats.dates import (
    are_datetimes,
    format_http_date,
    format_rfc3339,
    is_date,
    is_datetime,
    parse_date,
    parse_datetime,
    parse_http_date,
)

EAST, WEST = timezone(timedelta(hours=5, minutes=30)), timezone(-timedelta(hours=8))
MOMENT = datetime(2026, 3, 18, 23, 57, 4, tzinfo=UTC)
HTTP = "Wed, 18 Mar 2026 23:57:04 GMT"


@pytest.fixture(autouse=True)
def _far_from_greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing here may depend on the zone of the machine."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "XST-05:30")
        getattr(time, "tzset", lambda: None)()
        yield
    getattr(time, "tzset", lambda: None)()


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        (HTTP, MOMENT),
        ("Wednesday, 18-Mar-26 23:57:04 GMT", MOMENT),
        ("Wed Mar 18 23:57:04 2026", MOMENT),
        ("Thu, 19 Mar 2026 05:27:04 +0530", MOMENT),
        ("Wed, 18 Mar 2026 15:57:04 -0800", MOMENT),
        ("Wed, 18 Mar 2026 23:57:04 -0000", MOMENT),
        ("Wed, 18 Mar 2026 23:57 GMT", MOMENT.replace(second=0)),
    ],
)
def test_dates_of_headers(text: str, moment: datetime) -> None:
    """All three forms of HTTP, and what servers make of them, are the same moment in UTC."""
    found = parse_http_date(text)
    assert found is not None
    assert (found, found.tzinfo) == (moment, UTC)


@pytest.mark.parametrize(
    "text",
    ["", " ", "0", "soon", "GMT", "2026-03-18T23:57:04Z", "Wed, 32 Mar 2026 23:57:04 GMT", "Wed, 18 Mar 2026 25:57:04 GMT",
     "Wed, 18 Foo 2026 23:57:04 GMT", "Fri, 31 Dec 9999 23:59:59 -2359",
     "Wed, 18 Mar 99999 23:57:04 GMT", f"Wed, 18 Mar 2026 23:57:{'9' * 30} GMT", f"Wed, {'1' * 5000} Mar 2026 23:57:04 GMT",
     "Wed, 18 Mar 2026 23:57:04 +" + "9" * 30, ",", "\x00"],
)  # fmt: skip
def test_no_dates_of_headers(text: str) -> None:
    """What is no date, or one that is in no calendar, is none; nothing that a server sends raises."""
    assert parse_http_date(text) is None


@pytest.mark.parametrize(
    "moment",
    [MOMENT, MOMENT.astimezone(EAST), MOMENT.astimezone(WEST), MOMENT.replace(microsecond=999_999)],
)
def test_writing_a_date_for_a_header(moment: datetime) -> None:
    """A header has whole seconds in GMT, never rounded up, whatever zone the caller uses."""
    assert format_http_date(moment) == HTTP
    assert parse_http_date(format_http_date(moment)) == MOMENT


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (MOMENT, "2026-03-18T23:57:04Z"),
        (MOMENT.replace(microsecond=120), "2026-03-18T23:57:04.000120Z"),
        (MOMENT.astimezone(EAST), "2026-03-19T05:27:04+05:30"),
        (MOMENT.astimezone(WEST), "2026-03-18T15:57:04-08:00"),
        (MOMENT.astimezone(timezone(timedelta(0), "Z")), "2026-03-18T23:57:04Z"),
    ],
)
def test_writing_a_date_for_a_body(moment: datetime, text: str) -> None:
    """A body has RFC 3339: the caller's own offset, and `Z` where there is none."""
    assert format_rfc3339(moment) == text
    assert is_datetime(text)
    assert parse_datetime(text) == moment


@pytest.mark.parametrize(
    ("text", "promised", "value"),
    [
        ("2026-03-18T23:57:04Z", True, MOMENT),
        ("2026-03-18t23:57:04.000001z", True, MOMENT.replace(microsecond=1)),
        ("2026-03-18T23:57:04.9999999Z", True, MOMENT.replace(microsecond=999_999)),
        ("2026-03-18T15:57:04-08:00", True, MOMENT),
        ("2026-03-18T23:57:04", False, MOMENT.replace(tzinfo=None)),
        ("2026-03-18 23:57:04Z", False, MOMENT),
        ("20260318T235704Z", False, MOMENT),
        ("2026-03-18T24:00:00Z", False, datetime(2026, 3, 19, tzinfo=UTC)),
        ("2016-12-31T23:59:60Z", True, datetime(2017, 1, 1, tzinfo=UTC)),
        ("2016-12-31T23:59:60.5Z", True, datetime(2017, 1, 1, microsecond=500_000, tzinfo=UTC)),
        ("2016-12-31 23:59:60", False, datetime(2017, 1, 1)),
        ("2017-01-01T05:29:60+05:30", True, datetime(2017, 1, 1, tzinfo=UTC)),
        ("2015-06-30T23:59:60Z", True, datetime(2015, 7, 1, tzinfo=UTC)),
    ],
)
def test_date_times(text: str, promised: bool, value: datetime) -> None:
    """A date-time is the moment that it says, cut after the microsecond, a leap second the one after it; only that of
    RFC 3339 is as promised."""
    found = parse_datetime(text)
    assert is_datetime(text) is promised
    assert (found, getattr(found, "tzinfo", "none") is None) == (value, value.tzinfo is None)


USUAL = ["2026-03-18T23:57:04Z", "2024-02-29T00:00:00Z", "2026-03-18T23:57:04.5Z", "2026-03-18T23:57:04.123456789Z"]


def test_many_usual_date_times() -> None:
    """Date-times in the form that nearly all servers write are known as such all at once."""
    assert are_datetimes(USUAL) is True
    assert all(map(is_datetime, USUAL))
    assert are_datetimes([]) is True


@pytest.mark.parametrize(
    "text",
    ["", " ", "May", "2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z", "2026-03-18T23:57:60Z", "2026-03-18T24:00:00Z",
     "2026-03-18T23:57:04", "2026-03-18 23:57:04Z", "2026-03-18t23:57:04Z", "2026-03-18T23:57:04z", "2026-03-18T23:57:04.Z",
     "2026-03-18T23:57:04+00:00", "20260318T235704Z", "2026-03-18T23:57:04Z\n", "\n2026-03-18T23:57:04Z",
     "2026-03-18T23:57:04Z\x0b", "2026-03-18T23:57:04Z\u2028",
     "\n".join(USUAL), " ".join(USUAL), "٢٠٢٦-03-18T23:57:04Z"],
)  # fmt: skip
def test_many_date_times_and_another_text(text: str) -> None:
    """What is no date-time, or one in an unusual form, makes it look at each, wherever it stands."""
    for texts in ([text], [text, *USUAL], [*USUAL, text]):
        assert are_datetimes(texts) is False


@pytest.mark.parametrize(
    "text",
    ["", "May", "2026-03-18", "23:57:04Z", "2026-02-29T00:00:00Z", "2026-03-18T23:57:61Z", "2026-03-18T23:57:60Z",
     "2016-12-30T23:59:60Z", "2016-12-31T23:58:60Z", "2016-12-31T22:59:60Z", "2016-12-31T23:59:60+01:00",
     "2026-03-18T12:60Z", "9999-12-31T23:59:60Z", "2026-03-18T23:57:04+24:00", "2026-03-18T23:57:04+05:60", "x" * 50],
)  # fmt: skip
def test_no_date_times(text: str) -> None:
    """What says no moment stays the text that it is: a leap second in the middle of a day or month cannot be."""
    assert parse_datetime(text) == text
    assert is_datetime(text) is False


@pytest.mark.parametrize("text", ["2026-03-18", "2024-02-29", "0001-01-01", "9999-12-31"])
def test_days(text: str) -> None:
    """A day of the calendar is a date."""
    assert parse_date(text) == date(*map(int, text.split("-")))
    assert is_date(text) is True


@pytest.mark.parametrize(
    "text", ["", "2026-02-29", "2026-13-01", "20260318", "2026-3-18", "2026-03-18T00:00:00Z", "2026-W12-3"]
)
def test_no_days(text: str) -> None:
    """Anything else stays text."""
    assert parse_date(text) == text
    assert is_date(text) is False
