"""Connections that break, seen by the user of a client: what is repeated, and what is said."""

from __future__ import annotations

from typing import Any

import pytest
import subkit
from support.broken import OTHERS, ROWS, at_first
from support.live import busy, live_client
from support.scripted import MODES, TOKEN, package_of
from support.servers import Connection, Script, always, answer, once, refused_port, serving

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]
ENS = "illumina-ens"
FOUND = answer(b'{"id": "s1"}', "Content-Type: application/json")
MADE = answer(b'{"id": "s1"}', "Content-Type: application/json", status="201 Created")
QUEUE = {"awsSqsQueue": {"queueUrl": "q"}}
make = package_of(ENS).operations


def get(client: Any) -> Any:
    return client.send(make.get_subscription("s1"))


def create(client: Any) -> Any:
    return client.send(make.create_subscription(name="n", type="a", delivery_target=QUEUE))


@pytest.mark.parametrize("script", [*ROWS, *OTHERS])
def test_a_read_is_repeated_on_a_new_connection(mode: str, script: Script) -> None:
    """When an answer breaks, a call that is safe to repeat succeeds the second time, with its own answer."""
    with serving(at_first(script, always(FOUND))) as server, live_client(mode, server.url) as live:
        response = live(get)
        assert (response.parsed.id, response.attempts, server.connections) == ("s1", 2, 2)


@pytest.mark.parametrize("script", [*ROWS, *OTHERS])
def test_a_create_is_not_repeated(mode: str, script: Script) -> None:
    """When the answer to a create breaks, it is sent once, and the error does not claim to know what happened."""
    with serving(script) as server, live_client(mode, server.url) as live:
        with pytest.raises(subkit.OutcomeUnknown) as caught:
            live(create)
        assert server.connections == 1
        assert busy(live.subject._connections.transport) == 0
    assert caught.value.operation == "create_subscription"
    assert TOKEN not in str(caught.value)


@pytest.mark.parametrize("script", ROWS)
def test_there_is_no_storm_of_repeats(mode: str, script: Script) -> None:
    """A server that always breaks is asked as often as the policy says, and every connection is let go."""
    with serving(script) as server, live_client(mode, server.url, retry=subkit.Retry(attempts=4, base=0)) as live:
        with pytest.raises(subkit.OutcomeUnknown):
            live(get)
        assert server.connections == 4
        assert busy(live.subject._connections.transport) == 0


def closing_early(connection: Connection) -> None:
    """One answer, then the connection ends as soon as the next request has come."""
    connection.request()
    connection.send(FOUND)
    connection.request()


@pytest.mark.fault(2)
@pytest.mark.parametrize("call", [get, create])
def test_a_connection_that_was_kept_and_ends(mode: str, call: Any) -> None:
    """If a connection that was kept ends when it is used again, a read does not notice, and a create is unknown."""
    with serving(at_first(closing_early, always(FOUND))) as server, live_client(mode, server.url) as live:
        live(get)
        if call is get:
            assert live(call).parsed.id == "s1"
        else:
            with pytest.raises(subkit.OutcomeUnknown):
                live(call)
        assert len(server.requests) == (3 if call is get else 2)


@pytest.mark.fault(2)
def test_a_connection_that_ended_while_idle(mode: str) -> None:
    """A connection that the server ended in between serves for nothing more: also a create goes out on a new one."""
    with serving(at_first(once(FOUND), always(MADE))) as server, live_client(mode, server.url) as live:
        live(get)
        server.wait_for_ends(1)
        assert live(create).attempts == 1
        assert len(server.requests) == 2


@pytest.mark.fault(16)
@pytest.mark.parametrize("call", [get, create])
def test_a_refused_connection_is_tried_again(mode: str, call: Any) -> None:
    """Nothing was sent, so everything is tried again, as often as the policy says; the error names the server."""
    port = refused_port()
    with live_client(mode, f"http://127.0.0.1:{port}") as live:
        with pytest.raises(subkit.NotSent, match=f"127.0.0.1:{port}.*nothing was sent") as caught:
            live(call)
    assert caught.value.operation is not None


@pytest.mark.fault(17)
def test_an_unknown_name(mode: str) -> None:
    """A host that does not exist is named."""
    with live_client(mode, "https://no-such-host.invalid", retry=subkit.Retry(attempts=2, base=0)) as live:
        with pytest.raises(subkit.NotSent, match=r"no-such-host\.invalid.*nothing was sent"):
            live(create)


@pytest.mark.fault(9)
def test_a_server_without_tls(mode: str) -> None:
    """A server that does not speak TLS gets no request, in clear neither."""

    def script(connection: Connection) -> None:
        connection.send(answer(status="400 Bad Request"))
        connection.request()

    with serving(script) as server:
        with live_client(mode, server.url.replace("http:", "https:"), verify=False) as live:
            with pytest.raises(subkit.NotSent):
                live(create)
        assert server.requests == []


@pytest.mark.fault(11)
def test_a_304_with_a_body(mode: str) -> None:
    """Where a 304 was asked for, what comes as its body is neither read nor taken for the next answer."""
    whole = answer(b'{"subscriptionId": "s1"}', "Content-Type: application/json", 'ETag: "one"')

    def script(connection: Connection) -> None:
        while request := connection.request():
            connection.send(answer(whole, status="304 Not Modified") if b"If-None-Match" in request else whole)

    with serving(script) as server, live_client(mode, server.url, "wso2-publisher") as live:
        found = live(lambda client: client.subscriptions.get("s1"))
        for _ in range(2):
            assert live(lambda client: client.subscriptions.refresh(found)) is found
            assert live(lambda client: client.subscriptions.get("s1")) == found
        assert len(server.requests) == 5
