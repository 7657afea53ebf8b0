"""`with_response`: the same requests as the calls, and all that came back."""

from __future__ import annotations

from typing import Any

import pytest
import subkit
from subkit_wso2_publisher import SubscriptionList
from support.scripted import MODES, UUID_1, Driven, header, reply

WSO2, EVENTS = "wso2-publisher", "jackhenry-events"
WHOLE = {"subscriptionId": "s1", "applicationId": "a", "apiIdentifier": "x", "tier": "Gold"}
TAGGED = reply(200, WHOLE, ETag='"1"', X_Request_Id="r-1")
modes = pytest.mark.parametrize("mode", MODES)


def asked(driven: Driven, call: Any) -> Any:
    """The response of one call of `with_response`."""
    return driven(lambda client: call(client.subscriptions.with_response))


@modes
def test_a_call(mode: str) -> None:
    """A call sends what the call of that name sends, and returns the response; the object in it is the same."""
    driven = Driven(WSO2, mode, [reply(503), TAGGED, TAGGED])
    response = asked(driven, lambda calls: calls.get("s1"))
    assert isinstance(response, subkit.Response)
    assert (response.status, response.etag, response.request_id, response.attempts) == (200, '"1"', "r-1", 2)
    plain = driven(lambda client: client.subscriptions.get("s1"))
    assert response.parsed == plain
    assert (driven.requests[1].method, driven.requests[1].url) == (driven.last.method, driven.last.url)


@modes
def test_conditions(mode: str) -> None:
    """Conditions are sent, those of an object and those given by hand."""
    driven = Driven(WSO2, mode, [TAGGED, TAGGED, reply(304), reply(304), reply(304)])
    found = asked(driven, lambda calls: calls.get("s1")).parsed
    asked(driven, lambda calls: calls.block(found, block_state="BLOCKED"))
    assert header(driven.last, "If-Match") == '"1"'
    assert asked(driven, lambda calls: calls.refresh(found)).parsed == subkit.NotModified()
    assert asked(driven, lambda calls: calls.get("s1", if_none_match='"1"')).status == 304
    assert asked(driven, lambda calls: calls.list(api_id="a", if_none_match='"2"')).status == 304
    assert header(driven.last, "If-None-Match") == '"2"'


@modes
def test_a_list_is_one_page(mode: str) -> None:
    """A list is one page and one request."""
    driven = Driven(WSO2, mode, [reply(200, {"list": [WHOLE], "next": "/subscriptions?offset=1"})])
    page = asked(driven, lambda calls: calls.list(api_id="a", limit=1))
    assert isinstance(page.parsed, SubscriptionList)
    assert len(driven.requests) == 1


@modes
def test_nothing_comes_back(mode: str) -> None:
    """A call that returns nothing has a response too."""
    response = asked(Driven(EVENTS, mode, [reply(204)]), lambda calls: calls.delete(UUID_1))
    assert (response.status, response.parsed) == (204, None)


@pytest.mark.fault(57)
def test_secrets_stay_hidden() -> None:
    """Arguments that hold a secret are hidden from the locals of the method's frame, as in the call itself."""
    driven = Driven(EVENTS, "sync", [AssertionError("not mocked")])
    settings = {"url": "https://a", "authType": "basic", "usesSecrets": True, "secret": "canary-9c3e"}
    with pytest.raises(AssertionError) as caught:
        asked(
            driven,
            lambda calls: calls.create(name="n", dispatch_type="https", enabled=True, http_settings=settings),
        )
    frames = [
        one.frame.f_locals for one in caught.traceback if str(one.frame.f_globals["__name__"]).startswith("subkit")
    ]
    assert frames
    assert "canary-9c3e" not in repr(frames)
