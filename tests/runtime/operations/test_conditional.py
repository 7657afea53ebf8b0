"""Conditional requests, after RFC 9110 sections 8.8 and 13: which validators go out, and what the answers mean."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import attrs
import pytest
import subkit
from subkit_wso2_publisher import Subscription, operations
from support.scripted import MODES, Driven, collect, header, reply

WSO2 = "wso2-publisher"
BODY = {"subscriptionId": "s1", "applicationId": "a", "apiIdentifier": "i", "tier": "t"}
TAG, WEAK = '"33a64df5"', 'W/"33a64df5"'
MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
DATE = "Fri, 02 Jan 2026 03:04:05 GMT"
NAMES = ("If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since")
modes = pytest.mark.parametrize("mode", MODES)


def sent(driven: Driven) -> dict[str, str]:
    """The conditional headers of the last request."""
    return {name: value for name in NAMES if (value := header(driven.last, name)) is not None}


def get(driven: Driven, **conditions: Any) -> Any:
    return driven(lambda client: client.subscriptions.get("s1", **conditions))


def block(driven: Driven, subject: Any, **conditions: Any) -> Any:
    return driven(lambda client: client.subscriptions.block(subject, block_state="BLOCKED", **conditions))


WHOLE = reply(200, BODY, ETag=TAG, Last_Modified=DATE)


@modes
def test_refresh(mode: str) -> None:
    """A refresh sends what is known; on 304 it gives back the very object, else the new one."""
    driven = Driven(WSO2, mode, [WHOLE, reply(304), reply(200, BODY, ETag='"new"')])
    sub = get(driven)
    assert sent(driven) == {}
    assert driven(lambda client: client.subscriptions.refresh(sub)) is sub
    assert sent(driven) == {"If-None-Match": TAG, "If-Modified-Since": DATE}
    new = driven(lambda client: client.subscriptions.refresh(sub))
    assert new is not sub
    assert subkit.meta(new).etag == '"new"'


@modes
def test_refresh_without_validators_is_a_get(mode: str) -> None:
    """Without validators nothing conditional goes out, and a 304 would not be the API's answer."""
    driven = Driven(WSO2, mode, [reply(200, BODY), reply(200, BODY), reply(304)])
    sub = get(driven)
    assert driven(lambda client: client.subscriptions.refresh(sub)) == sub
    assert sent(driven) == {}
    with pytest.raises(subkit.DecodeError):
        driven(lambda client: client.subscriptions.refresh(sub))


@modes
def test_get_with_conditions(mode: str) -> None:
    """A conditional get answers the object or `NotModified`, with the validators of the answer."""
    driven = Driven(WSO2, mode, [reply(304, ETag=TAG, Last_Modified=DATE), WHOLE, reply(304), reply(304)])
    assert subkit.NotModified(TAG, MOMENT) == get(driven, if_none_match=TAG)
    assert sent(driven) == {"If-None-Match": TAG}
    assert get(driven, if_none_match='"old"').to_dict() == BODY
    assert subkit.NotModified() == get(driven, if_modified_since=MOMENT)
    assert sent(driven) == {"If-Modified-Since": DATE}
    with pytest.raises(subkit.DecodeError):
        get(driven, if_none_match=None)


@pytest.mark.fault(39)
@modes
def test_block_is_protected_by_the_object(mode: str) -> None:
    """A write on a fetched object sends its strong tag, or its date; an id alone sends nothing."""
    driven = Driven(WSO2, mode, [WHOLE, WHOLE, WHOLE, reply(200, BODY, Last_Modified=DATE), WHOLE])
    sub = get(driven)
    for subject, expected in ((sub, {"If-Match": TAG}), ("s1", {})):
        block(driven, subject)
        assert expected == sent(driven)
    dated = get(driven)
    block(driven, dated)
    assert sent(driven) == {"If-Unmodified-Since": DATE}


@pytest.mark.fault(37)
@modes
@pytest.mark.parametrize("tag", [TAG, subkit.ANY, '""', '"with,comma"'])
def test_block_by_hand(mode: str, tag: str) -> None:
    """A tag given by hand goes before that of the object, byte for byte."""
    driven = Driven(WSO2, mode, [reply(200, BODY, ETag='"other"'), WHOLE])
    block(driven, get(driven), if_match=tag)
    assert {"If-Match": tag} == sent(driven)


@pytest.mark.fault(36)
@modes
@pytest.mark.parametrize("tag", ['"\x80\xff"', '"a\\"', '"!#$%&\'()*+,-./"'])
def test_tags_are_opaque(mode: str, tag: str) -> None:
    """A tag comes back byte for byte, whatever is in it."""
    driven = Driven(WSO2, mode, [reply(200, BODY, ETag=tag), WHOLE])
    block(driven, get(driven))
    assert {"If-Match": tag} == sent(driven)


@pytest.mark.fault(35)
@modes
def test_a_weak_tag_without_a_date(mode: str) -> None:
    """A write on an object with only a weak tag is refused before anything is sent."""
    driven = Driven(WSO2, mode, [reply(200, BODY, ETag=WEAK), reply(200, BODY, ETag=WEAK, Last_Modified=DATE), WHOLE])
    weak, dated = get(driven), get(driven)
    with pytest.raises(subkit.ConfigurationError, match="pass the id"):
        block(driven, weak)
    assert len(driven.requests) == 2
    block(driven, dated)
    assert sent(driven) == {"If-Unmodified-Since": DATE}


@modes
def test_a_date_that_cannot_be_read_is_no_validator(mode: str) -> None:
    """A `Last-Modified` that is no date is left out of account."""
    driven = Driven(WSO2, mode, [reply(200, BODY, Last_Modified="recently"), WHOLE])
    block(driven, get(driven))
    assert sent(driven) == {}


@modes
def test_a_validator_serves_its_object_only(mode: str) -> None:
    """It is used for no other object, no edited copy, no item of a list and no other origin; copies keep it."""
    listed = reply(200, {"count": 1, "list": [BODY], "next": ""}, ETag='"list"')
    driven = Driven(WSO2, mode, [WHOLE, listed, *[WHOLE] * 8])
    sub = get(driven)
    [item] = collect(driven.client.subscriptions.list(api_id="a"))
    renamed = copy.copy(sub)
    renamed.subscription_id = "s2"
    for subject in (item, renamed, attrs.evolve(sub, tier="x"), Subscription.from_dict(BODY)):
        block(driven, subject)
        assert sent(driven) == {}
    for subject in (copy.deepcopy(sub), pickle.loads(pickle.dumps(sub))):
        block(driven, subject)
        assert sent(driven) == {"If-Match": TAG}
    other = Driven(WSO2, mode, [WHOLE], base_url="https://other.example/base")
    block(other, sub)
    assert sent(other) == {}


@pytest.mark.fault(34)
@modes
def test_precondition_failed(mode: str) -> None:
    """412 is `PreconditionFailed`, with a body or without one; it is never repeated."""
    for answer in (reply(412), reply(412, {"code": 412, "message": "changed"})):
        driven = Driven(WSO2, mode, [WHOLE, answer])
        with pytest.raises(subkit.PreconditionFailed):
            block(driven, get(driven))
        assert len(driven.requests) == 2


@modes
def test_a_write_without_a_body_in_its_answer(mode: str) -> None:
    """A 200 without a body gives a subscription that holds only its id, with drift reported; strict mode raises."""
    for decode in ("tolerant", "strict"):
        driven = Driven(WSO2, mode, [reply(200, b"", ETag='"n"')], decode=decode)
        if decode == "strict":
            with pytest.raises(subkit.DriftError):
                block(driven, "s1")
        else:
            found = block(driven, UUID(int=7))
            assert {"subscriptionId": str(UUID(int=7))} == found.to_dict()
            assert subkit.meta(found).drift
            with pytest.raises(subkit.MissingField):
                _ = found.tier


@modes
def test_conditional_pages(mode: str) -> None:
    """A page has the tag of its answer, which serves to ask for that page again."""
    listed = reply(200, {"count": 1, "list": [BODY], "next": ""}, ETag='"list"')
    driven = Driven(WSO2, mode, [listed, reply(304, ETag='"list"'), listed])
    [page] = collect(driven.client.subscriptions.list(api_id="a").pages())
    operation = operations.list_subscriptions(api_id="a", if_none_match=page.etag)
    response = driven(lambda client: client.send(operation))
    assert sent(driven) == {"If-None-Match": '"list"'}
    assert (304, subkit.NotModified('"list"')) == (response.status, response.parsed)
    assert driven(lambda client: client.send(operation)).parsed.list[0].tier == "t"
