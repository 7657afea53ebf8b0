"""Dates: a typed value or the text, drift exactly where RFC 3339 is not met, and the text for the way back."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import subkit
from hypothesis import given
from hypothesis import strategies as st
from support.bodies import moments
from support.oracle import is_date_time, is_full_date
from support.properties import examples
from support.reported_drift import call, check_kept, model, operation, told
from support.shapes import SLUG

MINUTE = "2021-03-18T23:57"
GOOD = [
    f"{MINUTE}:44Z", f"{MINUTE}:44z", "2021-03-18t23:57:44Z", "2021-03-18t23:57:44.5z", f"{MINUTE}:44-00:00",
    f"{MINUTE}:44+23:59", f"{MINUTE}:44-23:59", f"{MINUTE}:44.000000001+05:30", "2024-02-29T00:00:00Z",
    "2016-12-31T23:59:60Z", "2016-12-31T23:59:60.75Z", "2016-12-31t23:59:60z", "2016-12-31T15:59:60-08:00",
    "2017-01-01T00:59:60+01:00", "1990-06-30T23:59:60Z", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+05:00",
    "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59.9999999-05:00", "9999-12-31T23:59:59-23:59",
    f"{MINUTE}:44.{'1' * 5000}Z",
]  # fmt: skip
GOOD += [f"{MINUTE}:44.{'123456789'[:count]}{zone}" for count in range(1, 10) for zone in ("Z", "+02:00")]
TYPED_BUT_ODD = [
    f"{MINUTE}:44", f"{MINUTE}:44.123", f"{MINUTE}Z", "2021-03-18 23:57:44Z", f"{MINUTE}:44,5Z", "20210318T235744Z",
    f"{MINUTE}:44+0200", f"{MINUTE}:44+02", "2021-W11-4T23:57:44Z", "2021-03-18T24:00:00Z", "2021-03-18T23Z",
]  # fmt: skip
TEXTS = [
    "", "May", "T", "t", " ", "Z", "now", "2021", "2021-03", "2021-03-18", "23:57:44Z", "2021-13-01T00:00:00Z",
    "2021-00-01T00:00:00Z", "2021-02-29T00:00:00Z", "2021-04-31T00:00:00Z", "2021-03-18T25:00:00Z",
    "2021-03-18T24:00:01Z", "2021-03-18T23:60:00Z", "2021-03-18T23:57:61Z", f"{MINUTE}:44+24:00", f"{MINUTE}:44+01:60",
    "2021-03-18T12:60Z", "2021-03-18T12:30:60Z", "2016-12-30T23:59:60Z", "2016-12-31T23:59:60+01:00",
    "9999-12-31T23:59:60Z", "9999-12-31T24:00:00Z", "0000-01-01T00:00:00Z", "10000-01-01T00:00:00Z",
    "-2021-03-18T23:57:44Z", "+2021-03-18T23:57:44Z", f" {MINUTE}:44Z", f"{MINUTE}:44Z ", f"{MINUTE}:44Z\n",
    f"{MINUTE}:44.Z", f"{MINUTE}:44Z[Europe/Berlin]", f"{MINUTE}:44 UTC", "٢٠٢١-03-18T23:57:44Z", f"{MINUTE}:4４Z",
    "２０２１-０３-１８T２３:５７:４４Z", "2021‐03‐18T23:57:44Z", f"{MINUTE}:44\x00Z", "\ud800T", f"{MINUTE}:44\udfffZ",
    "T" * 100_000, f"{'9' * 100_000}T", f"{MINUTE}:44.{'x' * 5000}Z", "2021-W60-1T00:00:00Z", "2021-366T00:00:00Z",
    "1616111864", "Thu, 18 Mar 2021 23:57:44 GMT",
]  # fmt: skip
DAYS = ["0001-01-01", "2024-02-29", "9999-12-31"]
NO_DAYS = ["", "May", "2023-02-29", "20240229", "2024-02-29T00:00:00Z", "2024-W09-4", "2024-060", "0000-01-01", "2024-2-9",
           "٢٠٢٤-02-29", "2024-02-29\n", "\ud800", "9" * 100_000]  # fmt: skip

Round = Callable[[Any], Any]
COPIES: list[Round] = [copy.copy, copy.deepcopy]
COPIES += [lambda one, number=number: pickle.loads(pickle.dumps(one, number)) for number in (2, 3, 4, 5)]


def short(text: str) -> str:
    """A text as the name of a test."""
    return ascii(text)[:30]


def kinds(text: str, name: str = "moment") -> list[str]:
    """What is reported of a field with this text, and of arrays and maps that hold it."""
    drift = told(SLUG, "Scalars", {name: text})
    inside = told(SLUG, "Lists", {"texts": [], f"{name}s": [text, text]})
    beside = told(SLUG, "Maps", {"counts": {}, f"{name}s": {"a": text}})
    found = [kind for _, kind in drift]
    assert drift == [(f"$.{name}", kind) for kind in found]
    assert inside == [(f"$.{name}s[{index}]", kind) for index in (0, 1) for kind in found]
    assert beside == [(f"$.{name}s.a", kind) for kind in found]
    return found


def values(text: str) -> list[Any]:
    """A date-time as it is read: from a field, an array and a map."""
    scalars = model(SLUG, "Scalars").from_dict({"moment": text})
    lists = model(SLUG, "Lists").from_dict({"texts": [], "moments": [text]})
    maps = model(SLUG, "Maps").from_dict({"counts": {}, "moments": {"a": text}})
    return [scalars.moment, lists.moments[0], maps.moments["a"]]


@pytest.mark.parametrize("text", GOOD, ids=short)
def test_rfc_3339(text: str) -> None:
    """What RFC 3339 allows is no drift and an aware datetime, the same one everywhere."""
    assert is_date_time(text)
    assert kinds(text) == []
    for value in values(text):
        assert isinstance(value, datetime)
        assert value.tzinfo is not None
        assert value.utcoffset() == values(text)[0].utcoffset()
        assert value == values(text)[0]
    assert isinstance(hash(values(text)[1]), int)


@pytest.mark.parametrize("text", TYPED_BUT_ODD, ids=short)
def test_other_dates(text: str) -> None:
    """What is a date of ISO 8601 but not of RFC 3339 is a datetime, and drift."""
    assert not is_date_time(text)
    assert kinds(text) == ["bad_format"]
    assert all(isinstance(value, datetime) for value in values(text))


@pytest.mark.parametrize("text", TEXTS, ids=short)
def test_no_date(text: str) -> None:
    """What says no date, or one that cannot be, stays the text that it is, and is drift; nothing is made up."""
    assert not is_date_time(text)
    assert kinds(text) == ["bad_format"]
    assert values(text) == [text, text, text]


@pytest.mark.parametrize("text", DAYS)
def test_days(text: str) -> None:
    """A full-date is a date."""
    assert kinds(text, "day") == []
    day = model(SLUG, "Scalars").from_dict({"day": text}).day
    assert (type(day), str(day)) == (date, text)
    assert model(SLUG, "Lists").from_dict({"texts": [], "days": [text, None]}).days == [day, None]
    assert model(SLUG, "Maps").from_dict({"counts": {}, "days": {"a": text}}).days == {"a": day}


@pytest.mark.parametrize("text", NO_DAYS, ids=short)
def test_no_day(text: str) -> None:
    """What is no full-date stays text, and is drift."""
    assert not is_full_date(text)
    assert kinds(text, "day") == ["bad_format"]
    assert model(SLUG, "Scalars").from_dict({"day": text}).day == text


UIDS = ["64eca60b-2e55-4c38-8603-e9e6bad7d809", "64ECA60B-2E55-4C38-8603-E9E6BAD7D809"]
ODD_UIDS = ["64eca60b2e554c388603e9e6bad7d809", "{64ECA60B-2E55-4C38-8603-E9E6BAD7D809}", f"urn:uuid:{UIDS[0]}"]
NO_UIDS = ["", "-", "7", "{}", "64eca60b_2e55_4c38_8603_e9e6bad7d8", "１" * 32, "g" * 32, "\ud800" * 32, f"{UIDS[0]}\n"]


@pytest.mark.parametrize("text", [*UIDS, *ODD_UIDS, *NO_UIDS], ids=short)
def test_uuids(text: str) -> None:
    """A UUID in any writing is a UUID, one in another than RFC 9562's is drift, and what is none stays text."""
    assert told(SLUG, "Scalars", {"uid": text}) == [("$.uid", "bad_format")] * (text not in UIDS)
    (listed,) = model(SLUG, "Lists").from_dict({"texts": [], "uids": [text]}).uids
    inside = call(operation(SLUG, "Maps"), {"counts": {}, "maps": {"a": {"b": text}}}).parsed
    one = model(SLUG, "Scalars").from_dict({"uid": text}).uid
    assert one == listed == inside.maps["a"]["b"] == (text if text in NO_UIDS else UUID(UIDS[0]))
    for round_trip in COPIES:
        twin = round_trip(inside)
        assert twin == inside
        assert twin.to_dict() == {"counts": {}, "maps": {"a": {"b": text}}}
        assert repr(twin) == repr(inside)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        (f"{MINUTE}:44.1234567Z", datetime(2021, 3, 18, 23, 57, 44, 123456, UTC)),
        ("2021-03-18t23:57:44.5z", datetime(2021, 3, 18, 23, 57, 44, 500000, UTC)),
        ("2016-12-31T23:59:60.25Z", datetime(2017, 1, 1, 0, 0, 0, 250000, UTC)),
        ("2016-12-31T15:59:60-08:00", datetime(2017, 1, 1, tzinfo=UTC)),
        ("2021-03-18T24:00:00Z", datetime(2021, 3, 19, tzinfo=UTC)),
        ("2021-03-18 23:57:44Z", datetime(2021, 3, 18, 23, 57, 44, tzinfo=UTC)),
    ],
)
def test_what_is_meant(text: str, moment: datetime) -> None:
    """The datetime is the moment that the text says, cut after the microsecond."""
    assert values(text) == [moment] * 3


@pytest.mark.parametrize("text", [*GOOD, *TYPED_BUT_ODD, *TEXTS], ids=short)
def test_copies(text: str) -> None:
    """A model with any of them compares, shows itself and survives every kind of copy with its text."""
    bodies: dict[str, Any] = {
        "Scalars": {"moment": text},
        "Lists": {"texts": [], "moments": [text]},
        "Maps": {"counts": {}, "moments": {"a": text}},
    }
    for name, body in bodies.items():
        found = call(operation(SLUG, name), body).parsed
        for round_trip in COPIES:
            twin = round_trip(found)
            assert twin == found
            check_kept(type(found), twin, body)
            assert subkit.meta(twin) == subkit.meta(found)


@examples(200)
@given(text=moments | st.text(alphabet="0123456789-:.,TtZz+ W", max_size=34))
def test_any_text(text: str) -> None:
    """Whatever text stands for a date: the judge and subkit agree, and the text is given back."""
    assert kinds(text) == ([] if is_date_time(text) else ["bad_format"])
    assert all(isinstance(value, datetime) or value == text for value in values(text))


@examples(300)
@given(data=st.data(), text=moments)
def test_any_slip(data: st.DataObject, text: str) -> None:
    """A date with one character changed, dropped or added: the judge and subkit agree."""
    at = data.draw(st.integers(0, len(text)))
    new, dropped = data.draw(st.text("0123456789-:.TZ+6\x00é", max_size=1)), data.draw(st.integers(0, 1))
    slipped = text[:at] + new + text[at + dropped :]
    assert kinds(slipped) == ([] if is_date_time(slipped) else ["bad_format"])


@pytest.mark.parametrize("round_trip", [lambda one: one, *COPIES])
def test_a_changed_date_of_a_list(round_trip: Round) -> None:
    """What is made from a date of a list is a date like any other, without the text of the first."""
    (moment,) = model(SLUG, "Lists").from_dict({"texts": [], "moments": [f"{MINUTE}:44.1234567Z"]}).moments
    for made in (moment + timedelta(days=1), moment.replace(year=2022), moment.astimezone(UTC) + timedelta(0)):
        twin = round_trip(made)
        assert twin == made
        assert repr(twin) == repr(made)
        sent = model(SLUG, "Lists")(texts=[], moments=[twin]).to_dict()["moments"]
        assert sent == [made.isoformat().replace("+00:00", "Z")]
