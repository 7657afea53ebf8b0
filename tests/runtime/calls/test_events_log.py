"""What goes to the log, and that nothing secret does: neither there nor to an observer."""

from __future__ import annotations

import io
import itertools
import logging
import pickle
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
import subkit
from subkit_wso2_publisher import PasswordGrant
from support.live import live_client
from support.scripted import MODES, package_of, reply
from support.servers import always, answer, serving
from support.timed import Timed, watched

ENS, WSO2, EVENTS = "illumina-ens", "wso2-publisher", "jackhenry-events"
OK = reply(200, {"id": "s1"})
CANARY = "canary-9c3e"
make = package_of(ENS).operations
GET = make.get_subscription(CANARY)
BLOCKS = package_of(WSO2).operations.block_subscription(CANARY, block_state="BLOCKED")
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
    """Neither events nor log hold what stood in a token, a path, a query, a header or a body, sent or received."""
    tokens = map("{}{}".format, itertools.repeat(CANARY), itertools.count())
    options: dict[str, Any] = {"auth": subkit.BearerToken(lambda: next(tokens)), "retry": subkit.Retry(attempts=9)}
    driven, watcher = watched(mode, *STORMY, slug=EVENTS, validate=False, **options)
    put = package_of(EVENTS).operations.update_subscription(
        CANARY, name=CANARY, dispatch_type="https", enabled=True, http_settings=SECRETS
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
    assert logged.getvalue().count("RuntimeError: observed badly") == 5
    assert logged.getvalue().count("ERROR subkit illumina-ens get_subscription: the observer failed") == 5


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
    retries = [
        f"INFO {head}retry 1 after 503, next attempt in 0.500 s",
        f"INFO {head}retry 2 after OutcomeUnknown, next attempt in 1.000 s",
    ]
    assert said[logging.DEBUG] == [
        f"DEBUG {head}request 1", f"DEBUG {head}response 1: 503 after 0.250 s", retries[0],
        f"DEBUG {head}request 2", f"DEBUG {head}response 2: OutcomeUnknown after 0.250 s", retries[1],
        f"DEBUG {head}request 3", f"DEBUG {head}response 3: 200 after 0.250 s",
    ]  # fmt: skip
    assert said[logging.INFO] == retries
    assert said[logging.WARNING] == []


@modes
def test_renewals_in_the_log(mode: str, caplog: pytest.LogCaptureFixture) -> None:
    """That a token was bought is logged at INFO, and so is that there is none."""
    caplog.set_level(logging.INFO, "subkit")
    Timed(WSO2, mode, [reply(200, TOKEN), OK], auth=grant(), exchange=0.25).send(BLOCKS)
    Timed(WSO2, mode, [reply(400, {"error": "invalid_grant"})], auth=grant(), exchange=0.25).send(BLOCKS)
    assert [one.getMessage() for one in caplog.records if one.name == "subkit"] == [
        "wso2-publisher block_subscription: refresh 1: done after 0.250 s",
        "wso2-publisher block_subscription: refresh 1: AuthError 400 after 0.250 s",
    ]


@modes
def test_drift_has_a_logger_of_its_own(mode: str, caplog: pytest.LogCaptureFixture) -> None:
    """What departs from the specification is logged at `subkit.drift`, also where requests are not."""
    caplog.set_level(logging.WARNING)
    odd = f"field_of_{mode}"
    Timed(ENS, mode, [reply(200, {"id": "s1", odd: CANARY})]).send(GET)
    (found,) = [one for one in caplog.records if odd in one.getMessage()]
    assert (found.name, found.levelname) == ("subkit.drift", "WARNING")
    assert CANARY not in found.getMessage()


ODD_ANSWERS = {
    "whole": answer(b'{"id": "%s"}' % CANARY.encode(), f"Set-Cookie: {CANARY}", f"Location: /?key={CANARY}"),
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
            live(lambda client: client.subscriptions.get(CANARY))
        assert CANARY.encode() in server.requests[0]
    assert "subkit illumina-ens get_subscription: response 1" in logged.getvalue()
    assert CANARY not in logged.getvalue()
