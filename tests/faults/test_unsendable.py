"""What can never be sent is refused before anything is tried; what fits is sent."""

from __future__ import annotations

import json
from typing import Any

import pytest
import subkit
from subkit._operations.request import MAX_TARGET
from support.scripted import MODES, Driven, body_of, reply

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.fault(107)]
WSO2, ENS = "wso2-publisher", "illumina-ens"
TARGET = {"awsSqsQueue": {"queueUrl": "https://sqs.example/q"}}


@pytest.mark.parametrize("text", ["x" * 70_000, "é" * (MAX_TARGET // 6)], ids=["long", "long when escaped"])
def test_a_url_that_is_too_long(mode: str, text: str) -> None:
    """An id or an argument that makes a URL too long is refused by its name, and not tried, even unchecked."""
    for validate in (True, False):
        events: list[subkit.Event] = []
        driven = Driven(WSO2, mode, [], observer=events.append, validate=validate)
        with pytest.raises(subkit.InvalidArgument, match=f"^subscription: the URL would be .* and {MAX_TARGET} are"):
            driven(lambda client: client.subscriptions.get(text))
        with pytest.raises(subkit.InvalidArgument, match=r"^api_id: the URL would be"):
            driven(lambda client: client.subscriptions.list(api_id=text).first())
        assert (driven.requests, [one.kind for one in events if one.kind not in ("call", "done")]) == ([], [])


def test_a_long_one_that_fits(mode: str) -> None:
    """What is shorter is sent: how long a URL may be is the server's business."""
    driven = Driven(WSO2, mode, [reply(200, {"subscriptionId": "s"})])
    driven(lambda client: client.subscriptions.get("x" * (MAX_TARGET - 100)))
    assert len(driven.requests) == 1


@pytest.mark.parametrize("host", ["xn--ü.example", "a..b", "h" * 64 + ".example"])
def test_a_host_without_a_name(mode: str, host: str) -> None:
    """A host that has no name in the DNS is refused when the client is made."""
    with pytest.raises(subkit.ConfigurationError, match=r"base_url: .* is not a valid host name"):
        Driven(WSO2, mode, [], base_url=f"https://{host}/b")


@pytest.mark.parametrize(
    "host", ["bücher.example", "xn--bcher-kva.example", "a_b.example", "example.", "127.0.0.1", "[::1]"]
)
def test_hosts(mode: str, host: str) -> None:
    """Names beyond ASCII, in both spellings, names with low lines and addresses are hosts."""
    driven = Driven(WSO2, mode, [reply(200, {"subscriptionId": "s"})], base_url=f"https://{host}/b")
    driven(lambda client: client.subscriptions.get("s"))
    assert driven.last.url == f"https://{host}/b/subscriptions/s"


def test_text_is_measured_in_characters(mode: str) -> None:
    """A filter is as long as its characters are many, not their escapes, and arrives as it was."""

    def filtered(text: str) -> Any:
        driven = Driven(ENS, mode, [reply(201, {"id": "1"})])
        arguments = {"name": "n", "type": "gds.files", "delivery_target": TARGET, "filter_expression": {"a": [text]}}
        driven(lambda client: client.subscriptions.create(**arguments))
        return json.loads(body_of(driven.last)["filterExpression"])

    for text in ("é" * 8000, "😀" * 8000, "\ud800"):
        assert filtered(text) == {"a": [text]}
    with pytest.raises(subkit.InvalidArgument, match="filter_expression: expected at most 8192 characters, got 9010"):
        filtered("é" * 9000)
