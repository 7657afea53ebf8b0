"""What goes to the log, and that nothing secret does: neither there nor to an observer."""

from __future__ import annotations

import io
import itertools
import json
import logging
import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
import subkit
from subkit._responses import provenance
from subkit_wso2_publisher import PasswordGrant
from support.live import live_client
from support.scripted import BASE_URL, MODES, SUBSCRIPTION, UUID_1, package_of, reply
from support.servers import always, answer, serving
from support.timed import Timed, watched

ENS, WSO2, EVENTS = "illumina-ens", "wso2-publisher", "jackhenry-events"
OK = reply(200, SUBSCRIPTION)
CANARY = "canary-9c3e"
make = package_of(ENS).operations
GET = make.get_subscription(CANARY)
BLOCKS = package_of(WSO2).operations.block_subscription(CANARY, block_state="BLOCKED")
READ = package_of(WSO2).operations.get_subscription("s1")
DRIFTING = {"subscriptionId": "s1", "tier": 5, "apiIdentifier": None}
TOKEN = {"access_token": CANARY, "token_type": "Bearer", "expires_in": 3600, "refresh_token": CANARY}
modes = pytest.mark.parametrize("mode", MODES)


def grant() -> PasswordGrant:
    return PasswordGrant("https://api.example:8243/token", "client", CANARY, "user", CANARY)


SECRETS = {"secret": CANARY, "usesSecrets": True, "url": "https://a.example", "authType": "basic"}
STORMY = [
    reply(503, {"message": CANARY}, Retry_After="1", X_Odd=CANARY, Set_Cookie=CANARY),
    OSError(CANARY),
    reply(401, {"message": CANARY}, WWW_Authenticate=CANARY),
    reply(404, {"title": CANARY}),
]


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """All that any logger says, with tracebacks."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s %(message)s %(args)s"))
    root = logging.getLogger()
    level = root.level
    root.setLevel(logging.DEBUG)
    root.addHandler(handler)
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.mark.fault(60)
@modes
def test_nothing_secret(mode: str, logged: io.StringIO) -> None:
    """Neither events nor log hold what stood in a token, a query, a header or a body, sent or received."""
    tokens = map("{}{}".format, itertools.repeat(CANARY), itertools.count())
    options: dict[str, Any] = {"auth": subkit.BearerToken(lambda: next(tokens)), "retry": subkit.Retry(attempts=9)}
    driven, watcher = watched(mode, *STORMY, slug=EVENTS, validate=False, **options)
    put = package_of(EVENTS).operations.update_subscription(
        UUID_1, name=CANARY, dispatch_type="https", enabled=True, http_settings=SECRETS
    )
    assert isinstance(driven.send(put), subkit.NotFound)
    bought, others = watched(mode, reply(200, TOKEN), reply(500), OK, slug=WSO2, auth=grant())
    assert bought.send(BLOCKS).attempts == 2
    listed, more = watched(mode, reply(503), reply(200, {"items": []}), auth=subkit.BearerToken(CANARY))
    assert listed.send(make.list_subscriptions(page_token=CANARY, event_type=CANARY)).attempts == 2
    events = [*watcher.events, *others.events, *more.events]
    assert len(events) > 15
    assert CANARY not in repr(events)
    assert CANARY.encode() not in pickle.dumps(events)
    text = logged.getvalue()
    assert text.count("subkit") >= len(events)
    assert CANARY not in text


@modes
def test_an_observer_that_fails(mode: str, logged: io.StringIO) -> None:
    """An observer that raises is logged each time, with its own traceback, and the call goes on."""

    def careless(event: subkit.Event) -> None:
        raise RuntimeError("observed badly")

    driven = Timed(ENS, mode, [reply(503), OK], observer=careless)
    assert driven.send(GET).attempts == 2
    assert logged.getvalue().count("RuntimeError: observed badly") == 7
    assert logged.getvalue().count("ERROR subkit subkit: illumina-ens get_subscription: the observer failed") == 7


@modes
def test_levels(mode: str, caplog: pytest.LogCaptureFixture) -> None:
    """At DEBUG each request and response is logged under `subkit`, at INFO only what is out of the ordinary."""
    said: dict[int, list[str]] = {}
    for level in (logging.DEBUG, logging.INFO, logging.WARNING):
        caplog.clear()
        caplog.set_level(level, "subkit")
        Timed(ENS, mode, [reply(503), subkit.OutcomeUnknown("x"), OK], exchange=0.25).send(GET)
        said[level] = [f"{one.levelname} {one.getMessage()}" for one in caplog.records if one.name == "subkit"]
    head = "illumina-ens get_subscription: "
    where = f"GET {BASE_URL}/v1/subscriptions/{CANARY}"
    retries = [
        f"INFO {head}retry 1, {where} after 503, next attempt in 0.500 s",
        f"INFO {head}retry 2, {where} after OutcomeUnknown, next attempt in 1.000 s",
    ]
    assert said[logging.DEBUG] == [
        f"DEBUG {head}call, {where}",
        f"DEBUG {head}request 1, {where}", f"DEBUG {head}response 1, {where}: 503 after 0.250 s", retries[0],
        f"DEBUG {head}request 2, {where}", f"DEBUG {head}response 2, {where}: OutcomeUnknown after 0.250 s", retries[1],
        f"DEBUG {head}request 3, {where}", f"DEBUG {head}response 3, {where}: 200 after 0.250 s",
        f"DEBUG {head}done 3, {where}: 200 after 2.250 s",
    ]  # fmt: skip
    assert said[logging.INFO] == retries
    assert said[logging.WARNING] == []


@modes
def test_renewals_in_the_log(mode: str, caplog: pytest.LogCaptureFixture) -> None:
    """That a token was bought is logged at INFO, and so is that there is none."""
    caplog.set_level(logging.INFO, "subkit")
    Timed(WSO2, mode, [reply(200, TOKEN), OK], auth=grant(), exchange=0.25).send(BLOCKS)
    Timed(WSO2, mode, [reply(400, {"error": "invalid_grant"})], auth=grant(), exchange=0.25).send(BLOCKS)
    where = f"POST {BASE_URL}/subscriptions/block-subscription"
    assert [one.getMessage() for one in caplog.records if one.name == "subkit"] == [
        f"wso2-publisher block_subscription: refresh 1, {where}: done after 0.250 s",
        f"wso2-publisher block_subscription: refresh 1, {where}: AuthError 400 after 0.250 s",
    ]


SCRIPT = """
import sys
from subkit import Reply
from subkit_wso2_publisher import Wso2Publisher

class Fixed:
    def send(self, request, *, timeout):
        return Reply(200, (("Content-Type", "application/json"),), sys.argv[1].encode())
    def close(self):
        pass

def observe(event):
    if sys.argv[2:]:
        raise RuntimeError("observed badly")

Wso2Publisher(base_url="https://h.example", auth=None, transport=Fixed(), observer=observe).subscriptions.get("s1")
"""
WHOLE = {"subscriptionId": "s1", "applicationId": "a", "apiIdentifier": "x", "tier": "Gold"}


@pytest.mark.fault(91)
@pytest.mark.parametrize(
    ("body", "observed", "printed"),
    [
        ({**WHOLE, "new": 1, "status": "NEW"}, (), ""),
        ({**WHOLE, "tier": 5}, (), "subkit: wso2-publisher get_subscription: $.tier: wrong_type"),
        (WHOLE, ("badly",), "subkit: wso2-publisher get_subscription: the observer failed"),
    ],
)
def test_a_program_without_logging(body: Any, observed: tuple[str, ...], printed: str) -> None:
    """It prints nothing about what a vendor adds; a warning begins with the name of subkit."""
    command = [sys.executable, "-c", SCRIPT, json.dumps(body), *observed]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr.startswith(printed)
    assert bool(done.stderr) == bool(printed)


@pytest.mark.fault(91)
@modes
def test_drift_has_a_logger_of_its_own(mode: str, caplog: pytest.LogCaptureFixture) -> None:
    """What departs from the specification is logged at `subkit.drift`, and says that it comes from subkit. What a vendor
    adds is INFO; what is missing, null or of another type a WARNING."""
    provenance._reported.clear()
    caplog.set_level(logging.INFO, "subkit.drift")
    Timed(WSO2, mode, [reply(200, {**DRIFTING, "new": CANARY, "status": CANARY})]).send(READ)
    found = {one.getMessage().split(": ")[2]: one for one in caplog.records}
    assert {path: one.levelname for path, one in found.items()} == {
        "$.new": "INFO", "$.status": "INFO", "$.tier": "WARNING", "$.apiIdentifier": "WARNING",
        "$.applicationId": "WARNING",
    }  # fmt: skip
    assert {one.name for one in found.values()} == {"subkit.drift"}
    assert [one for one in found.values() if not one.getMessage().startswith("subkit: wso2-publisher get_")] == []
    assert CANARY not in caplog.text


ODD_ANSWERS = {
    "whole": answer(
        b'{"id": "%s", "items": []}' % CANARY.encode(), f"Set-Cookie: {CANARY}", f"Location: /?key={CANARY}"
    ),
    "broken": b"HTTP/1.1 200 OK\r\nSet-Cookie " + CANARY.encode() + b"\r\n\r\n",
}


@pytest.mark.fault(60)
@pytest.mark.parametrize("name", ODD_ANSWERS)
@modes
def test_what_the_http_library_logs(mode: str, name: str, logged: io.StringIO) -> None:
    """With every logger at DEBUG, the library underneath tells nothing secret either, of request or answer."""
    script = always(ODD_ANSWERS[name])
    with serving(script) as server, live_client(mode, server.url, auth=subkit.BearerToken(CANARY)) as live:
        with suppress(subkit.OutcomeUnknown):
            live(lambda client: client.subscriptions.list(page_token=CANARY).first())
        assert CANARY.encode() in server.requests[0]
    assert "subkit illumina-ens list_subscriptions: response 1" in logged.getvalue()
    assert CANARY not in logged.getvalue()
