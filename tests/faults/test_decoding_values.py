"""Values at their edges, through calls of real clients: a faithful value or a typed error, and nothing else."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
import subkit
from support.scripted import MODES, SLUGS, UUID_1, Driven, body_of, collect, reply

pytestmark = pytest.mark.parametrize("mode", MODES)
ENS, WSO2, EVENTS = "illumina-ens", "wso2-publisher", "jackhenry-events"
DOCS = Path(__file__).resolve().parents[2] / "docs"
LONG = "1" * 5000


def get(mode: str, body: bytes, slug: str = ENS, **options: Any) -> Any:
    """What a get answers with this body."""
    driven = Driven(slug, mode, [reply(200, body, content_type="application/json")], **options)
    return driven(lambda client: client.subscriptions.get(UUID_1))


def refused(mode: str, body: bytes, slug: str = ENS) -> None:
    """Assert that a body is refused as no answer, by a get, by a list and by its pages; short and on one line."""
    for ask in (
        lambda: get(mode, body, slug),
        lambda: get(mode, body, slug, decode="strict"),
        lambda: collect(_list(mode, body, slug)),
        lambda: collect(_list(mode, body, slug).pages()),
    ):
        with pytest.raises(subkit.DecodeError) as caught:
            ask()
        assert (type(caught.value), caught.value.status) == (subkit.DecodeError, 200)
        assert len(str(caught.value)) < 500
        assert str(caught.value).isprintable()


def _list(mode: str, body: bytes, slug: str) -> Any:
    driven = Driven(slug, mode, [reply(200, body, content_type="application/json")])
    return driven.client.subscriptions.list(**({"api_id": "a"} if slug == WSO2 else {}))


@pytest.mark.fault(66)
@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize(
    ("start", "end"),
    [(b"[", b"]"), (b'{"a":', b"}"), (b'[{"a":', b"}]"), (b"[", b""), (b'{"a":', b"")],
    ids=["arrays", "objects", "both", "open arrays", "open objects"],
)
def test_depth(mode: str, slug: str, start: bytes, end: bytes) -> None:
    """JSON that is nested 200,000 levels deep is no answer."""
    refused(mode, start * 200_000 + b"1" * bool(end) + end * 200_000, slug)


KNOWN = '"id": "1", "Id": "1", "subscriptionId": "1"'
"""A field by which each API's answer is known as its own."""


@pytest.mark.fault(67)
@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("number", [LONG, f"-{LONG}", "1e400", "-1e400", f"1e{LONG}"], ids=lambda text: text[:6])
def test_numbers_that_do_not_fit(mode: str, slug: str, number: str) -> None:
    """What neither an integer nor a double can hold is kept as it came, and does not spoil the rest."""
    found = get(mode, f'{{{KNOWN}, "somethingNew": {number}, "list": [{number}]}}'.encode(), slug)
    assert str(found.to_dict()["somethingNew"]) == number
    assert [str(one) for one in found.to_dict()["list"]] == [number]


@pytest.mark.fault(67)
@pytest.mark.parametrize("number", [2**53 + 1, 2**63, 2**63 + 1, 2**64, -(2**63) - 1, 10**400, 0])
def test_integers_are_exact(mode: str, number: int) -> None:
    """An integer of any size is that integer, read and sent again; one that is outside of the format that is declared
    for it is refused, unless arguments are not checked."""
    found = get(mode, json.dumps({"secretVersion": number, "id": UUID_1}).encode(), EVENTS)
    assert found.secret_version == number
    driven = Driven(EVENTS, mode, [reply(200, {})])
    whole = {"name": "n", "dispatch_type": "none", "enabled": True}
    if not -(2**63) <= number < 2**63:
        with pytest.raises(subkit.InvalidArgument, match="secret_version: expected an integer of 64 bits"):
            driven(lambda client: client.subscriptions.update(UUID_1, **whole, secret_version=found.secret_version))
        driven = Driven(EVENTS, mode, [reply(200, {})], validate=False)
    driven(lambda client: client.subscriptions.update(UUID_1, **whole, secret_version=found.secret_version))
    assert body_of(driven.last)["secretVersion"] == number


@pytest.mark.fault(68)
@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity", "nan", "+1", "01", "0x1"])
def test_what_json_has_not(mode: str, slug: str, text: str) -> None:
    """NaN, Infinity and other things that only some parsers take are no answer."""
    refused(mode, f'{{"somethingNew": {text}}}'.encode(), slug)


@pytest.mark.fault(68)
def test_a_name_that_stands_twice(mode: str) -> None:
    """Of a name that stands twice in an object the last value counts, at every level; the page of promises says so."""
    body = b'{"name": "first", "name": "last", "new": {"a": 1, "a": 2}, "new": {"a": 3, "a": 4}}'
    assert get(mode, body).to_dict() == {"name": "last", "new": {"a": 4}}
    promise = next(line for line in (DOCS / "promises.md").read_text("utf-8").splitlines() if "a name twice" in line)
    assert "last one counts" in promise
    assert re.search(r"\| [\d, ]*\b68\b[\d, ]* \|$", promise)


KINDS: list[tuple[str, Any, str, str | None]] = [
    ("an unknown value", {"status": "NEW"}, "$.status", "unknown_value"),
    ("another field", {"colour": "red"}, "$.colour", "unknown_field"),
    ("a missing field", {"tier": ...}, "$.tier", "missing"),
    ("null", {"applicationId": None}, "$.applicationId", "null"),
    ("a number for a text", {"tier": 5}, "$.tier", "wrong_type"),
    ("an object for a text", {"tier": {"a": [1]}}, "$.tier", "wrong_type"),
    ("an array for a value", {"status": ["BLOCKED"]}, "$.status", "wrong_type"),
    ("nothing of it", {}, "", None),
]
WHOLE = {"subscriptionId": UUID_1, "applicationId": "a", "apiIdentifier": "i", "tier": "t", "status": "BLOCKED"}


@pytest.mark.fault(70)
@pytest.mark.parametrize(("change", "path", "kind"), [one[1:] for one in KINDS], ids=[one[0] for one in KINDS])
def test_what_the_specification_does_not_know(mode: str, change: dict[str, Any], path: str, kind: str | None) -> None:
    """Kept as it came, told with its path, readable but for what did not come; an error in strict mode."""
    body = {name: value for name, value in {**WHOLE, **change}.items() if value is not ...}
    found = get(mode, json.dumps(body).encode(), WSO2)
    assert found.to_dict() == body
    assert [(one.path, one.kind) for one in subkit.meta(found).drift] == ([(path, kind)] if kind else [])
    if kind == "missing":
        with pytest.raises(subkit.MissingField, match=r"tier.*\$\.tier"):
            _ = found.tier
    elif change:
        [(wire, value)] = change.items()
        names = {name: slot[1:] for slot, name in found.__names__}
        assert (found.unknown_fields[wire] if kind == "unknown_field" else getattr(found, names[wire])) == value
    if kind:
        with pytest.raises(subkit.DriftError, match=kind):
            get(mode, json.dumps(body).encode(), WSO2, decode="strict")
    else:
        assert get(mode, json.dumps(body).encode(), WSO2, decode="strict") == found


MINUTE = "2021-03-18T23:57"
SECOND = datetime(2021, 3, 18, 23, 57, 44, tzinfo=UTC)
DATES: list[tuple[str, Any, bool]] = [
    (f"{MINUTE}:44Z", SECOND, True),
    (f"{MINUTE}:44.1234567Z", SECOND.replace(microsecond=123456), True),
    (f"{MINUTE}:44.12345678Z", SECOND.replace(microsecond=123456), True),
    (f"{MINUTE}:44.123456789Z", SECOND.replace(microsecond=123456), True),
    (f"{MINUTE}:44+02:00", SECOND.replace(tzinfo=timezone(timedelta(hours=2))), True),
    (f"{MINUTE}:44-00:00", SECOND, True),
    ("2016-12-31T23:59:60Z", datetime(2017, 1, 1, tzinfo=UTC), True),
    ("0001-01-01T00:00:00Z", datetime(1, 1, 1, tzinfo=UTC), True),
    ("9999-12-31T23:59:59Z", datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC), True),
    (f"{MINUTE}:44", SECOND.replace(tzinfo=None), False),
    ("2021-03-18T24:00:00Z", datetime(2021, 3, 19, tzinfo=UTC), False),
    ("2021-03-18", "2021-03-18", False),
    ("2021-02-30T00:00:00Z", "2021-02-30T00:00:00Z", False),
    ("10000-01-01T00:00:00Z", "10000-01-01T00:00:00Z", False),
    ("9999-12-31T23:59:60Z", "9999-12-31T23:59:60Z", False),
    ("May", "May", False),
    ("", "", False),
]


@pytest.mark.fault(71)
@pytest.mark.parametrize(("text", "value", "sound"), DATES, ids=[one[0] or "empty" for one in DATES])
def test_dates(mode: str, text: str, value: Any, sound: bool) -> None:
    """A date is an aware datetime, or the text that came; told as drift unless RFC 3339 has it; and every digit goes
    back as it came."""
    body = json.dumps({"id": "s", "timeCreated": text}).encode()
    found = get(mode, body)
    assert found.time_created == value
    assert found.to_dict()["timeCreated"] == text
    assert [one.kind for one in subkit.meta(found).drift] == ([] if sound else ["bad_format"])
    if sound:
        assert get(mode, body, decode="strict").time_created.tzinfo is not None
    else:
        with pytest.raises(subkit.DriftError):
            get(mode, body, decode="strict")


HALVES = ['"\\ud800"', '"a\\udfff"', '"\\udc00\\ud800"', '"\\ud83d"']


@pytest.mark.fault(69)
@pytest.mark.parametrize("text", HALVES)
def test_half_of_a_surrogate_pair(mode: str, text: str) -> None:
    """Half of a surrogate pair is kept, and written again as it came; as an id or a token it is refused by name."""
    half = json.loads(text)
    found = get(mode, b'{"id": %s, "name": %s, "new": {%s: %s}}' % ((text.encode(),) * 4))
    assert found.to_dict() == {"id": half, "name": half, "new": {half: half}}
    driven = Driven(EVENTS, mode, [reply(200, {"id": UUID_1})])
    driven(lambda client: client.subscriptions.patch(UUID_1, description=found.name))
    assert body_of(driven.last) == {"description": half}
    with pytest.raises(subkit.InvalidArgument, match="subscription"):
        Driven(ENS, mode)(lambda client: client.subscriptions.get(found))
    with pytest.raises(subkit.PaginationError):
        collect(_list(mode, b'{"items": [], "nextPageToken": %s}' % text.encode(), ENS))
