"""Servers that carry a request out and then lose the answer: what is there afterwards, and what the user is told."""

from __future__ import annotations

import copy
import json
import pickle
import re
from typing import Any

import pytest
import subkit
from attrs import define, field
from support.lines import own_error
from support.live import live_client
from support.scripted import MODES, UUID_1, Answer, collect, package_of, reply
from support.servers import Connection, answer, serving
from support.timed import Timed

ENS, SERVER, EVENTS, OMF = "illumina-ens", "alteryx-server", "jackhenry-events", "aveva-omf"
CREATES: dict[str, dict[str, Any]] = {
    ENS: {"name": "n", "type": "a", "delivery_target": {"awsSqsQueue": {"queueUrl": "q"}}},
    SERVER: {"name": "n"},
    EVENTS: {"name": "n", "dispatch_type": "https", "enabled": True},
    OMF: {"topic_id": "t", "topic_tenant_id": UUID_1, "topic_namespace_id": "d"},
}
pytestmark = pytest.mark.parametrize("mode", MODES)
creators = pytest.mark.parametrize("slug", CREATES)


@define
class Shelf:
    """A server that keeps things, and may lose the answer to what it has carried out."""

    slug: str
    loses: int = 0
    """How many of the next answers to writes are lost on the way."""
    lost: Any = None
    """What the client gets instead of an answer; without it, nothing."""
    things: dict[str, dict[str, Any]] = field(factory=dict[str, dict[str, Any]])
    made: int = 0

    def __call__(self, request: subkit.Request) -> Answer:
        name = re.split("[/=]", request.url)[-1]  # an id stands last, in the path or in the query
        if request.method == "GET":
            return self._listed() if name == "subscriptions" else self._found(name)
        done = self._create(request) if request.method == "POST" else self._delete(name)
        if not self.loses:
            return done
        self.loses -= 1
        return self.lost or subkit.OutcomeUnknown("cut")

    def _create(self, request: subkit.Request) -> Answer:
        self.made += 1
        key = "Id" if self.slug == OMF else "id"
        thing = {**json.loads(request.body or b"{}"), key: f"s{self.made}"}
        self.things[thing[key]] = thing
        return reply(201, thing)

    def _listed(self) -> Answer:
        found = list(self.things.values())
        return reply(200, {"items": found} if self.slug == ENS else found)

    def _found(self, name: str) -> Answer:
        return reply(200, self.things[name]) if name in self.things else self._missing()

    def _delete(self, name: str) -> Answer:
        found = self.things.pop(name, None)
        if found is None:
            return self._missing()
        return reply(200, found) if self.slug == ENS else reply(204)

    def _missing(self) -> Answer:
        return own_error(
            package_of(self.slug).operations.get_subscription("s1").endpoint, 410 if self.slug == ENS else 404
        )


def names(driven: Timed) -> list[str]:
    """What the list shows."""
    return [getattr(one, one.__identity__) for one in collect(driven.client.subscriptions.list())]


@pytest.mark.fault(30)
@creators
def test_one_thing_is_made(mode: str, slug: str) -> None:
    """A create that was carried out and whose answer is lost is sent once; the list that the error names shows it."""
    shelf = Shelf(slug, loses=1)
    driven = Timed(slug, mode, shelf)
    error = driven.outcome(lambda client: client.subscriptions.create(**CREATES[slug]))
    assert type(error) is subkit.OutcomeUnknown
    assert "client.subscriptions.list()" in str(error)
    assert len(driven.requests) == shelf.made == 1
    assert names(driven) == ["s1"]


@pytest.mark.fault(31)
@creators
def test_created_again_by_the_user(mode: str, slug: str) -> None:
    """Who calls again without looking gets a second thing: the list shows both, and the docstring has said so."""
    driven = Timed(slug, mode, Shelf(slug, loses=1))
    assert isinstance(
        driven.outcome(lambda client: client.subscriptions.create(**CREATES[slug])), subkit.OutcomeUnknown
    )
    made = driven(lambda client: client.subscriptions.create(**CREATES[slug]))
    assert getattr(made, made.__identity__) == "s2"
    assert names(driven) == ["s1", "s2"]
    assert "doing it again" in " ".join(type(driven.client.subscriptions).create.__doc__.split()).lower()


@pytest.mark.fault(25)
@creators
def test_a_create_that_was_refused_for_now(mode: str, slug: str) -> None:
    """A create that met a rate limit is sent again with the same body, and one thing is made."""
    shelf = Shelf(slug)
    limits = [reply(429, Retry_After="1"), reply(429)]
    driven = Timed(slug, mode, lambda request: limits.pop(0) if limits else shelf(request))
    driven(lambda client: client.subscriptions.create(**CREATES[slug]))
    assert len(driven.requests) == 3
    assert {request.body for request in driven.requests} == {driven.last.body}
    assert names(driven) == ["s1"]


@pytest.mark.fault(32)
@pytest.mark.parametrize("lost", [None, reply(502), reply(503), reply(504), reply(500), reply(408)])
@pytest.mark.parametrize("slug", [SERVER, EVENTS, OMF])
def test_deleted_although_the_answer_was_lost(mode: str, slug: str, lost: Any) -> None:
    """A delete that finds its own work done is done, whether the answer was cut or a gateway put its own in place."""
    shelf = Shelf(slug, loses=1, lost=lost, things={UUID_1: {}})
    driven = Timed(slug, mode, shelf)
    operation = package_of(slug).operations.delete_subscription(UUID_1)
    response = driven.send(operation)
    assert (response.status, response.already_gone, response.attempts, response.parsed) == (404, True, 2, None)
    shelf.things[UUID_1], shelf.loses = {}, 1
    assert driven(lambda client: client.subscriptions.delete(UUID_1)) is None
    assert shelf.things == {}


@pytest.mark.fault(32)
@pytest.mark.parametrize("status", [404, 410])
@pytest.mark.parametrize("before", [[], [subkit.NotSent("no")], [reply(429)], [reply(429), subkit.NotSent("no")]])
@pytest.mark.parametrize("slug", [SERVER, EVENTS, OMF])
def test_deleting_what_is_not_there(mode: str, slug: str, before: list[Answer], status: int) -> None:
    """A delete that met nothing but requests that were surely not carried out says that there is nothing."""
    driven = Timed(slug, mode, [*before, reply(status)])
    error = driven.outcome(lambda client: client.subscriptions.delete(UUID_1))
    assert type(error) is (subkit.NotFound if status == 404 else subkit.Gone)
    assert error.attempts == len(before) + 1


@pytest.mark.fault(32)
def test_disabled_although_the_answer_was_lost(mode: str) -> None:
    """Where the object cannot be given back, the error says that it met a repeat, and so do its copies."""
    driven = Timed(ENS, mode, Shelf(ENS, loses=1, things={"s1": {"id": "s1"}}))
    error = driven.outcome(lambda client: client.subscriptions.disable("s1"))
    assert type(error) is subkit.Gone
    assert [one.after_replay for one in (error, copy.copy(error), pickle.loads(pickle.dumps(error)))] == [True] * 3
    again = driven.outcome(lambda client: client.subscriptions.disable("s1"))
    assert (type(again), again.after_replay) == (subkit.Gone, False)


@pytest.mark.fault(32)
def test_what_is_no_delete_is_not_done(mode: str) -> None:
    """A repeated call that is no delete and meets 404 or 410 is an error like any other: its work is not to be seen."""
    lost = subkit.OutcomeUnknown("cut")
    move = package_of(SERVER).operations.move_users_subscription("s1", user_ids=["u"])
    assert type(Timed(SERVER, mode, [lost, reply(404)]).send(move)) is subkit.NotFound
    gone = Timed(ENS, mode, [lost, reply(410)]).outcome(lambda client: client.subscriptions.get("s1"))
    assert (type(gone), gone.after_replay, gone.attempts) == (subkit.Gone, False, 2)


@pytest.mark.fault(33)
def test_reading_what_was_disabled(mode: str) -> None:
    """410 is an error of its own: that a thing existed is another news than that it is not found."""
    driven = Timed(ENS, mode, Shelf(ENS))
    error = driven.outcome(lambda client: client.subscriptions.get("s1"))
    assert isinstance(error, subkit.Gone)
    assert not isinstance(error, subkit.NotFound)
    assert (error.status, error.after_replay, len(driven.requests)) == (410, False, 1)


@pytest.mark.fault(1, 30)
@creators
def test_committed_and_reset_on_the_wire(mode: str, slug: str) -> None:
    """The same with sockets: the server resets the connection after it has done the work, and the work is done once."""
    shelf = Shelf(slug)

    def script(connection: Connection) -> None:
        while data := connection.request():
            head, _, body = data.partition(b"\r\n\r\n")
            method, path = head.decode().split(" ")[:2]
            done = shelf(subkit.Request(method, path, (), body))
            if method == "POST":
                connection.reset()
                return
            assert isinstance(done, subkit.Reply)
            connection.send(answer(done.body, "Content-Type: application/json"))

    with serving(script) as server, live_client(mode, server.url, slug) as live:
        with pytest.raises(subkit.OutcomeUnknown, match=r"client\.subscriptions\.list\(\)"):
            live(lambda client: client.subscriptions.create(**CREATES[slug]))
        assert shelf.made == 1
        assert live(lambda client: client.subscriptions.list().first()) is not None
