"""Drift: where an answer departs from the specification is reported once, with its path and never with its value."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any

import pytest
import subkit
from subkit_wso2_publisher import operations
from support.scripted import MODES, Driven, reply

WSO2 = "wso2-publisher"
WHOLE = {"subscriptionId": "s1", "applicationId": "a1", "apiIdentifier": "p-n-1", "tier": "Gold", "status": "BLOCKED"}
SEVENTH = "2021-03-18T23:57:44.1234567Z"


def fetched(body: Any, mode: str = "sync", **options: Any) -> Any:
    """A subscription of WSO2 that came in an answer."""
    driven = Driven(WSO2, mode, [reply(200, body, ETag='"v1"', X_Request_Id="r-1")], **options)
    return driven(lambda client: client.subscriptions.get("s1"))


def page(*items: Any, mode: str = "sync", **more: Any) -> Any:
    """A page of WSO2 that came in an answer."""
    driven = Driven(WSO2, mode, [reply(200, {"count": len(items), "list": [*items], **more}, ETag='"l1"')])
    operation = operations.list_subscriptions(api_id="api")
    return driven(lambda client: client.send(operation))


def test_missing_field_of_an_item() -> None:
    """The path of a missing field counts from the answer that it should have come in."""
    items = page(WHOLE, {"subscriptionId": "s2"}).parsed.list
    with pytest.raises(subkit.MissingField, match=r"\$\.list\[1\]\.tier"):
        _ = items[1].tier


def test_items_have_meta_without_validators() -> None:
    """An item of a list knows its answer and its own drift, but no validator; the page's drift is that of its items."""
    response = page(WHOLE, {**WHOLE, "extra": 1}, {**WHOLE, "tier": 5, "more": 2})
    metas = [subkit.meta(item) for item in response.parsed.list]
    assert [(m.status, m.etag, m.last_modified) for m in metas] == [(200, None, None)] * 3
    assert [len(m.drift) for m in metas] == [0, 1, 2]
    assert sorted(map(str, response.drift)) == sorted(str(one) for m in metas for one in m.drift)
    assert {"$.list[1].extra", "$.list[2].tier", "$.list[2].more"} == {one.path for one in response.drift}
    assert '"l1"' == response.etag == subkit.meta(response.parsed).etag


KINDS: list[tuple[str, str, Any]] = [
    ("unknown_field", "$.colour", {"colour": "canary"}),
    ("unknown_value", "$.status", {"status": "canary"}),
    ("missing", "$.tier", {"tier": ...}),
    ("null", "$.applicationId", {"applicationId": None}),
    ("wrong_type", "$.applicationId", {"applicationId": ["canary"]}),
]


@pytest.mark.fault(70)
@pytest.mark.parametrize(("kind", "path", "change"), KINDS, ids=[kind for kind, _, _ in KINDS])
@pytest.mark.parametrize("mode", MODES)
def test_kinds_of_drift(kind: str, path: str, change: dict[str, Any], mode: str) -> None:
    """Each departure is reported with its path and kind, never with the value; strict mode raises it."""
    body = {key: value for key, value in {**WHOLE, **change}.items() if value is not ...}
    [drift] = subkit.meta(fetched(body, mode)).drift
    assert (kind, path) == (drift.kind, drift.path)
    assert "canary" not in drift.got + drift.expected + drift.path
    with pytest.raises(subkit.DriftError, match=kind) as caught:
        fetched(body, mode, decode="strict")
    assert (drift,) == caught.value.drift
    assert "canary" not in str(caught.value)


@pytest.mark.fault(71)
@pytest.mark.parametrize("text", ["2021-03-18T23:57:44", "2021-03-18", "May", "2021-02-30T00:00:00Z", "12:00:00Z"])
def test_bad_format(text: str) -> None:
    """A date without zone or time, or that does not exist, is drift and not an error."""
    driven = Driven("illumina-ens", "sync", [reply(200, {"timeCreated": text})])
    found = driven(lambda client: client.subscriptions.get("sub.1"))
    assert [(one.kind, one.path) for one in subkit.meta(found).drift] == [("bad_format", "$.timeCreated")]
    assert {"timeCreated": text} == found.to_dict()


@pytest.mark.fault(71)
@pytest.mark.parametrize("text", [SEVENTH, "2021-03-18t23:57:44z", "2016-12-31T23:59:60Z", "2021-03-18T23:57:44-05:00"])
def test_no_drift(text: str) -> None:
    """More than six digits, lower case letters and leap seconds are RFC 3339."""
    driven = Driven("illumina-ens", "sync", [reply(200, {"timeCreated": text})], decode="strict")
    found = driven(lambda client: client.subscriptions.get("sub.1"))
    assert subkit.meta(found).drift == ()
    assert isinstance(found.time_created, datetime)


def test_strict_passes_what_was_promised() -> None:
    """Strict mode raises nothing for an answer as promised."""
    assert fetched(WHOLE, decode="strict").to_dict() == WHOLE


@pytest.mark.parametrize("mode", MODES)
def test_each_drift_is_logged_once(mode: str, caplog: pytest.LogCaptureFixture) -> None:
    """Tolerant mode logs a departure at its first sight, without its value; another index is not another departure."""
    odd = {**WHOLE, f"logged_{mode}": "canary"}
    with caplog.at_level(logging.DEBUG, logger="subkit.drift"):
        page(odd, odd, mode=mode)
        page(odd, mode=mode)
    [record] = [record for record in caplog.records if f"logged_{mode}" in record.getMessage()]
    assert record.name == "subkit.drift"
    assert "canary" not in record.getMessage()
