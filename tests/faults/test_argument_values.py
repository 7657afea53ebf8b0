"""Odd values among arguments, at any depth: what can be said is sent, and what cannot be said is refused."""

from __future__ import annotations

import json
from collections import OrderedDict, UserDict
from types import MappingProxyType
from typing import Any

import pytest
import subkit
from subkit import UNSET
from subkit_jackhenry_events import HttpSettingsPatch, Subscription
from subkit_wso2_publisher import Subscription as Publisher
from support.scripted import MODES, UUID_1, Driven, body_of, reply

modes = pytest.mark.parametrize("mode", MODES)
EVENTS, ENS, PUBLISHER, OMF = "jackhenry-events", "illumina-ens", "wso2-publisher", "aveva-omf"
TARGET = {"awsSqsQueue": {"queueUrl": "https://sqs.example/q"}}


def patched(mode: str, **given: Any) -> bytes:
    driven = Driven(EVENTS, mode, [reply(200, {})])
    driven(lambda client: client.subscriptions.patch(UUID_1, **given))
    return driven.last.body or b""


def created(mode: str, filter_expression: Any) -> Any:
    driven = Driven(ENS, mode, [reply(201, {"id": "1"})])
    arguments = {"name": "n", "type": "gds.files", "delivery_target": TARGET}
    driven(lambda client: client.subscriptions.create(**arguments, filter_expression=filter_expression))
    return json.loads(body_of(driven.last)["filterExpression"])


@pytest.mark.fault(105)
@modes
def test_unset_leaves_out(mode: str) -> None:
    """`UNSET` leaves the field out wherever it stands: as an argument, in a dict, in a mapping of another class, in a
    model, in text that holds JSON, and in what was read from a dict."""
    settings = {"url": "u", "secret": UNSET}
    for given in (settings, OrderedDict(settings), MappingProxyType(settings), HttpSettingsPatch(url="u", secret=UNSET),
                  HttpSettingsPatch.from_dict(settings)):  # fmt: skip
        assert json.loads(patched(mode, http_settings=given, name=UNSET)) == {"httpSettings": {"url": "u"}}
    assert created(mode, {"a": UNSET, "b": {"c": UNSET, "d": [{"e": UNSET}]}}) == {"b": {"d": [{}]}}
    made = Subscription(name="n", unknown_fields={"new": {"a": UNSET, "b": 1}})
    assert made.to_dict() == {"name": "n", "new": {"b": 1}}


@pytest.mark.fault(105)
@modes
@pytest.mark.parametrize("items", [["1", UNSET], ("1", UNSET), [UNSET]])
def test_unset_in_an_array(mode: str, items: Any) -> None:
    """In an array nothing can be left out: refused before anything is sent, also when arguments are not checked."""
    for validate in (True, False):
        driven = Driven(EVENTS, mode, [], validate=validate)
        with pytest.raises(subkit.InvalidArgument, match="event_number_filter: UNSET cannot be an item of an array"):
            driven(lambda client: client.subscriptions.patch(UUID_1, event_number_filter=items))
    with pytest.raises(subkit.InvalidArgument, match="UNSET cannot be an item of an array"):
        created(mode, {"or": [{"a": items}]})


@pytest.mark.fault(105)
def test_unset_as_a_setting() -> None:
    """A path parameter of the client that is `UNSET` is missing, and not called so."""
    with pytest.raises(subkit.ConfigurationError, match="tenant_id is missing"):
        Driven(OMF, "sync", [], tenant_id=UNSET)


@pytest.mark.fault(106)
@modes
def test_floats_for_integers(mode: str) -> None:
    """A float with an integer value is sent as an integer where one is declared, and as it is elsewhere."""
    driven = Driven(PUBLISHER, mode, [reply(200, {"list": []})], validate=False)
    driven(lambda client: client.subscriptions.list(api_id="a", limit=25.0, offset=0.0).first())
    assert driven.last.url.endswith("?apiId=a&limit=25&offset=0")
    assert patched(mode, batch_settings={"batchSize": 25.0}) == b'{"batchSettings":{"batchSize":25}}'
    assert patched(mode, secret_version=-3.0) == b'{"secretVersion":-3}'
    assert created(mode, {"a": 25.0}) == {"a": 25.0}
    with pytest.raises(subkit.InvalidArgument, match="secret_version: expected an integer"):
        patched(mode, secret_version=2.5)


@pytest.mark.fault(106)
@modes
@pytest.mark.parametrize("number", [2**63, -(2**63) - 1, 1e19])
def test_integers_beyond_their_format(mode: str, number: Any) -> None:
    """An integer that is none of the declared format is refused, inside too."""
    for given in ({"secret_version": number}, {"batch_settings": {"batchSize": number}}):
        with pytest.raises(subkit.InvalidArgument, match="expected an integer of 64 bits"):
            patched(mode, **given)
    assert patched(mode, secret_version=2**63 - 1) == b'{"secretVersion":9223372036854775807}'


@pytest.mark.fault(106)
@modes
@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number(mode: str, number: float) -> None:
    """NaN and the infinities are refused before anything is sent, in a query, in a body and at any depth."""
    for validate in (True, False):
        driven = Driven(PUBLISHER, mode, [], validate=validate)
        with pytest.raises(subkit.InvalidArgument, match="limit: NaN and infinity"):
            driven(lambda client: client.subscriptions.list(api_id="a", limit=number).first())
        driven = Driven(EVENTS, mode, [], validate=validate)
        with pytest.raises(subkit.InvalidArgument, match="batch_settings: NaN and infinity"):
            driven(lambda client: client.subscriptions.patch(UUID_1, batch_settings={"batchSize": [number]}))
    with pytest.raises(subkit.InvalidArgument, match="filter_expression: NaN and infinity"):
        created(mode, {"a": [{"b": number}]})


@pytest.mark.parametrize("kind", [dict, OrderedDict, MappingProxyType, UserDict])
def test_models_of_any_mapping(kind: Any) -> None:
    """A model made from any mapping is like one that came, and what is below it too; it shares nothing with it."""
    inner, items = {"url": "u", "usesSecrets": True}, ["1"]
    source = kind(
        {"name": "n", "httpSettings": kind(inner), "eventNumberFilter": tuple(items), "new": kind({"a": [1]})}
    )
    made = Subscription.from_dict(source)
    assert made.http_settings is not None
    assert made.http_settings.uses_secrets is True
    wanted = {"name": "n", "httpSettings": inner, "eventNumberFilter": items, "new": {"a": [1]}}
    assert (made.to_dict(), made) == (wanted, Subscription.from_dict(wanted))
    made.to_dict()["new"]["a"].append(2)
    assert made.to_dict() == wanted
    assert Subscription(http_settings=kind(inner)).http_settings == made.http_settings


def test_unknown_fields_take_no_place() -> None:
    """What the specification declares is no unknown field: refused by the name to set, in the constructor and after."""
    made = Publisher(application_id="a", api_identifier="x", tier="Gold", unknown_fields={"new": 1})
    for action in (
        lambda: Publisher(application_id="a", api_identifier="x", tier="Gold", unknown_fields={"applicationId": "b"}),
        lambda: setattr(made, "unknown_fields", {"applicationId": "b"}),
    ):
        with pytest.raises(subkit.InvalidArgument, match="'applicationId' is declared; set application_id instead"):
            action()
    assert made.to_dict() == {"applicationId": "a", "apiIdentifier": "x", "tier": "Gold", "new": 1}
