"""`SUBKIT_LOG`: what it prints, and that no secret is in it."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import subkit
from subkit._calls import body_log
from support.scripted import BASE_URL, MODES, UUID_1, Driven, package_of, reply

ENS, WSO2, EVENTS = "illumina-ens", "wso2-publisher", "jackhenry-events"
CANARY = "canary-9c3e"
modes = pytest.mark.parametrize("mode", MODES)
log = logging.getLogger("subkit")


@pytest.fixture(autouse=True)
def debug(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The variable is set; afterwards the log is as it was."""
    monkeypatch.setenv("SUBKIT_LOG", "debug")
    level, handlers = log.level, list(log.handlers)
    yield
    log.setLevel(level)
    log.handlers[:] = handlers


def said(driven: Driven, operation: Any, caplog: pytest.LogCaptureFixture) -> list[str]:
    """What is logged of a call, without the API and the operation."""
    caplog.clear()
    try:
        driven(lambda client: client.send(operation))
    except subkit.SubkitError:
        pass
    assert CANARY not in caplog.text
    return [one.getMessage().partition(": ")[2] for one in caplog.records if one.name == "subkit"]


@modes
def test_what_is_said_of_a_call(mode: str, caplog: pytest.LogCaptureFixture) -> None:
    """Each request line, status and duration, and the bodies behind them."""
    update = package_of(ENS).operations.create_subscription(
        name="n", type="t", delivery_target={"awsSqsQueue": {"queueUrl": "q"}}
    )
    driven = Driven(ENS, mode, [reply(201, {"id": "s1", "name": "é"})])
    lines = said(driven, update, caplog)
    where = f"POST {BASE_URL}/v1/subscriptions"
    assert [line.partition(" after ")[0] for line in lines] == [
        f"call, {where}",
        f"request 1, {where}",
        'request 1 body: {"type": "t", "name": "n", "deliveryTarget": {"awsSqsQueue": {"queueUrl": "q"}}}',
        f"response 1, {where}: 201",
        'response 1 body: {"id": "s1", "name": "é"}',
        f"done 1, {where}: 201",
    ]


@pytest.mark.fault(60)
@modes
def test_secrets_in_bodies(mode: str, caplog: pytest.LogCaptureFixture) -> None:
    """What the specification marks as secret is not shown, nor what a response repeats of it or of a credential."""
    settings = {"secret": CANARY, "usesSecrets": True, "url": "https://a.example", "authType": "basic"}
    put = package_of(EVENTS).operations.update_subscription(
        UUID_1, name="n", dispatch_type="https", enabled=True, http_settings=settings
    )
    problem = {"title": f"no {CANARY}", "httpSettings": {"secret": CANARY}}
    options: dict[str, Any] = {"auth": subkit.BearerToken(CANARY), "validate": False}
    lines = said(Driven(EVENTS, mode, [reply(404, problem)], **options), put, caplog)
    bodies = [json.loads(line.partition(" body: ")[2]) for line in lines if " body: " in line]
    assert bodies[0]["httpSettings"] == {**settings, "secret": "<secret>"}
    assert bodies[1] == {"title": "no <secret>", "httpSettings": {"secret": "<secret>"}}


BODIES: dict[str, tuple[subkit.Reply, str | None]] = {
    "none": (reply(204), None),
    "html": (reply(502, b"<p>no\n  way</p>", content_type="text/html"), "<p>no way</p>"),
    "a secret": (reply(502, f"no {CANARY}".encode(), content_type="text/plain"), "no <secret>"),
    "broken": (reply(200, b'{"secret": "s', content_type="application/json"), "<13 bytes of application/json>"),
    "other": (reply(502, b"\x00\x01", content_type="image/png"), "<2 bytes of image/png>"),
    "unnamed": (reply(502, b"abc"), "<3 bytes of no known type>"),
    "long": (reply(502, b'"' + b"x" * 10_000 + b'"', content_type="text/json"), f'"{"x" * 9_999}… (2 characters more)'),
}


@pytest.mark.parametrize("name", BODIES)
def test_bodies_of_any_kind(name: str, caplog: pytest.LogCaptureFixture) -> None:
    """A body is shown as far as its secrets can be told, and on one line; otherwise its size."""
    answer, text = BODIES[name]
    operation = package_of(ENS).operations.get_subscription("s1")
    driven = Driven(ENS, "sync", [answer], auth=subkit.BearerToken(CANARY), retry=subkit.Retry(attempts=1))
    shown = [line.partition(" body: ")[2] for line in said(driven, operation, caplog) if " body: " in line]
    assert shown == ([text] if text else [])


def test_forms() -> None:
    """The fields of a form are told apart, so that secret ones are left out."""
    redaction = body_log.redaction_of
    raw: Any = None

    def keep(_: str, found: Any) -> None:
        nonlocal raw
        raw = raw or found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(body_log, "log_body", keep)
        Driven(EVENTS, "sync", [reply(404)])(lambda client: client.subscriptions.list().checkpoint())
        with pytest.raises(subkit.NotFound):
            Driven(EVENTS, "sync", [reply(404)])(lambda client: client.subscriptions.delete(UUID_1))
    hidden = {"properties": {"b": {"type": "string", "secret": True}}}
    text = body_log._text(redaction(raw), hidden, "application/x-www-form-urlencoded", b"a=1+2&b=x&a=")
    assert json.loads(text) == [{"a": "1 2"}, {"b": "<secret>"}, {"a": ""}]


SCRIPT = """
import logging, sys
from subkit import Reply
from subkit_wso2_publisher import Wso2Publisher

class Fixed:
    def send(self, request, *, timeout):
        return Reply(200, (("Content-Type", "application/json"),), b'{"subscriptionId": "s1", "tier": "Gold"}')
    def close(self):
        pass

if sys.argv[1:]:
    logging.basicConfig(format="mine %(message)s")
for _ in range(2):
    client = Wso2Publisher(base_url="https://h.example", auth=None, transport=Fixed())
client.subscriptions.get("s1")
"""


def printed(level: str, *arguments: str) -> list[str]:
    """The lines that a program prints with this value of the variable."""
    environment = {**os.environ, "SUBKIT_LOG": level}
    command = [sys.executable, "-c", SCRIPT, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == ""
    return done.stderr.splitlines()


def test_a_program_without_logging() -> None:
    """A program that sets up no logging prints each line once, with its time; with `info`, nothing of a good call."""
    lines = printed("debug")
    assert len([line for line in lines if " DEBUG subkit: wso2-publisher get_subscription: " in line]) == 5
    assert lines[0][:2] == "20"
    assert 'response 1 body: {"subscriptionId": "s1", "tier": "Gold"}' in "\n".join(lines)
    assert [line for line in printed("INFO") if "drift" not in line] == []


def test_a_program_with_logging() -> None:
    """In a program that sets up logging, the lines go there and nowhere else."""
    lines = [line for line in printed("Debug", "own") if "drift" not in line and "$." not in line]
    assert len(lines) == 5
    assert {line.partition(" ")[0] for line in lines} == {"mine"}


@modes
def test_another_value(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A level that does not exist is refused when the client is created; an empty one is none."""
    monkeypatch.setenv("SUBKIT_LOG", "verbose")
    with pytest.raises(subkit.ConfigurationError, match=r"^SUBKIT_LOG: must be one of debug, info, warning, error$"):
        Driven(ENS, mode)
    monkeypatch.setenv("SUBKIT_LOG", "")
    assert not Driven(ENS, mode).client._context.options.log_bodies


def test_without_it(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """Without the variable no body is logged, whatever the level of the log is."""
    monkeypatch.delenv("SUBKIT_LOG")
    caplog.set_level(logging.DEBUG)
    driven = Driven(ENS, "sync", [reply(200, {"id": "s1"})])
    lines = said(driven, package_of(ENS).operations.get_subscription("s1"), caplog)
    assert len(lines) == 4
    assert [line for line in lines if " body: " in line] == []
