"""No secret shows on the way through subkit's own transport: not in its logs, nor in those of what it is built on."""

from __future__ import annotations

from typing import Any

import pytest
import subkit
from support.broken import endless_headers, reset_in_body
from support.canary import Canaries
from support.canary_credentials import PLANTS, Plant
from support.captured_output import overhearing
from support.certificates import server_context
from support.failures import outcome
from support.live import live_client
from support.renderings import Reach
from support.scripted import MODES, UUID_1
from support.servers import (
    CHUNKED,
    Connection,
    Script,
    always,
    answer,
    drip_body,
    drip_headers,
    once,
    refused_port,
    serving,
    silence,
)

pytestmark = [pytest.mark.fault(60, 61), pytest.mark.parametrize("mode", MODES)]
GET = [one for one in PLANTS if not one.buys]


def repeating(status: str) -> Script:
    """Each answer repeats its request, in a header and in the body."""

    def script(connection: Connection) -> None:
        while request := connection.request():
            target = request.split(b" ")[1].decode()
            connection.send(
                answer(request, f"Location: {target}", f"X-Target: {target}", "Content-Type: text/plain", status=status)
            )

    return script


SCRIPTS: dict[str, tuple[Script, type[subkit.SubkitError]]] = {
    "answer": (always(answer(b'{"id": "x"}', "Content-Type: application/json")), subkit.SubkitError),
    "page": (repeating("200 OK"), subkit.DecodeError),
    "error": (repeating("400 Bad Request"), subkit.BadRequest),
    "redirect": (repeating("307 Temporary Redirect"), subkit.UnexpectedRedirect),
    "unavailable": (repeating("503 Service Unavailable"), subkit.ServerError),
    "reset": (reset_in_body, subkit.OutcomeUnknown),
    "nothing": (once(b""), subkit.OutcomeUnknown),
    "garbage": (once(b"SSH-2.0-OpenSSH_9.6\r\n"), subkit.OutcomeUnknown),
    "unfinished": (once(CHUNKED + b"3\r\nabc\r\n"), subkit.OutcomeUnknown),
    "headers without end": (endless_headers, subkit.OutcomeUnknown),
    "silence": (silence, subkit.DeadlineExceeded),
    "dripping headers": (drip_headers, subkit.DeadlineExceeded),
    "dripping body": (drip_body, subkit.DeadlineExceeded),
}
LATE = ("silence", "dripping headers", "dripping body")


def get(client: Any) -> Any:
    return client.subscriptions.get(UUID_1)


@pytest.mark.parametrize("name", SCRIPTS)
@pytest.mark.parametrize("plant", GET, ids=str)
def test_a_call(mode: str, plant: Plant, name: str) -> None:
    """Whatever a server does on the wire, no secret shows in the error or in any log at DEBUG."""
    canaries, (script, error) = Canaries(), SCRIPTS[name]
    options = {"timeout": 0.2 if name in LATE else 5.0, "retry": subkit.Retry(base=0, attempts=2)}
    with overhearing() as heard, serving(script) as server:
        with live_client(mode, server.url, auth=plant.make(canaries, mode), **options) as live:
            found = outcome(lambda: live(get))
            shown = Reach(live.subject)
    assert isinstance(found, error) or name == "answer"
    assert {record.name.partition(".")[0] for record in heard.records} >= {"subkit", "httpcore"}
    assert canaries.hits(found, shown, *heard.all) == []


@pytest.mark.parametrize("plant", [one for one in PLANTS if one.slug == "illumina-ens"], ids=str)
def test_where_nobody_is(mode: str, plant: Plant) -> None:
    """Neither a refused connection, nor a name that leads nowhere, nor a proxy that refuses shows a secret."""
    canaries = Canaries()
    proxy = f"http://user:{canaries.plant('password of the proxy')}@127.0.0.1:"
    refusing = always(answer(b"", status="407 Proxy Authentication Required"))
    with overhearing() as heard, serving(refusing) as server:
        found = [
            outcome(lambda one=one: call(mode, plant.make(canaries, mode), *one))
            for one in (
                (f"http://127.0.0.1:{refused_port()}", None),
                ("https://nowhere.invalid", None),
                ("https://nowhere.invalid", f"{proxy}{server.port}"),
                ("http://127.0.0.1:1", f"{proxy}{server.port}"),
                ("https://nowhere.invalid", f"{proxy}{refused_port()}"),
            )
        ]
    assert all(isinstance(one, subkit.SubkitError) for one in found)
    assert canaries.hits(*found, *heard.all) == []


def call(mode: str, auth: subkit.Credential, url: str, proxy: str | None) -> Any:
    with live_client(mode, url, auth=auth, proxy=proxy, retry=subkit.Retry(attempts=1), timeout=5.0) as live:
        return live(get)


@pytest.mark.parametrize("plant", GET, ids=str)
def test_tls(mode: str, plant: Plant) -> None:
    """A certificate that does not hold shows no secret."""
    canaries = Canaries()
    with overhearing() as heard, serving(silence, server_context(issuer="strange")) as server:
        found = outcome(lambda: call(mode, plant.make(canaries, mode), server.url, None))
    assert type(found) is subkit.NotSent
    assert canaries.hits(found, *heard.all) == []


def issuing(canaries: Canaries) -> Script:
    """A server that sells tokens, and refuses them with all that it was told."""

    def script(connection: Connection) -> None:
        while request := connection.request():
            token = canaries.plant("access token").encode()
            bought = b'{"access_token": "%s", "token_type": "Bearer", "expires_in": 3600}' % token
            refused = answer(request, "Content-Type: text/plain", status="401 Unauthorized")
            connection.send(answer(bought) if b"/tokens" in request.split(b"\r\n")[0] else refused)

    return script


def test_buying(mode: str) -> None:
    """Neither the key nor the tokens that it buys show when the tokens are refused."""
    canaries = Canaries()
    plant = next(one for one in PLANTS if one.buys)
    with overhearing() as heard, serving(issuing(canaries)) as server:
        found = outcome(lambda: call(mode, plant.make(canaries, mode), server.url, None))
    assert type(found) is subkit.Unauthenticated
    assert canaries.hits(found, *heard.all) == []
