"""State machines that know what a fake has to do, without knowing how it does it."""

from __future__ import annotations

import json
from typing import Any

import subkit
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
)
from subkit.mock import Fake

from .fakes import CREATE, FIRST

STATES = ["BLOCKED", "PROD_ONLY_BLOCKED", "UNBLOCKED"]


class _Raw(RuleBasedStateMachine):
    """Sends requests without a client, which would hide mistakes."""

    slug = ""

    def __init__(self) -> None:
        super().__init__()
        self.fake = Fake(self.slug)
        self.token = self.fake.token()

    def send(self, method: str, path: str, body: Any = None, **headers: str) -> subkit.Reply:
        own = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json", **headers}
        content = None if body is None else json.dumps(body).encode()
        request = subkit.Request(method, f"{self.fake.base_url}{path}", tuple(own.items()), content)
        return self.fake.transport.send(request, timeout=1)


class Validators(_Raw):
    """Entity tags and dates: a tag changes with the object and only then; a stale write is refused and does nothing."""

    slug = "wso2-publisher"
    tags = Bundle("tags")

    def __init__(self) -> None:
        super().__init__()
        self.state = "UNBLOCKED"
        self.version = 0
        self.changed = self.fake.clock.now()

    def _set(self, state: str, **headers: str) -> subkit.Reply:
        if state == "UNBLOCKED":
            return self.send("POST", f"/subscriptions/unblock-subscription?subscriptionId={FIRST}", **headers)
        return self.send(
            "POST", f"/subscriptions/block-subscription?subscriptionId={FIRST}&blockState={state}", **headers
        )

    def _note(self, state: str) -> None:
        if state != self.state:
            self.state, self.version, self.changed = state, self.version + 1, self.fake.clock.now()

    @rule(target=tags)
    def read(self) -> tuple[str, str, int]:
        reply = self.send("GET", f"/subscriptions/{FIRST}")
        headers = subkit.Headers(reply.headers)
        assert json.loads(reply.body)["status"] == self.state
        return headers["etag"], headers["last-modified"], self.version

    @rule(state=st.sampled_from(STATES))
    def write(self, state: str) -> None:
        assert self._set(state).status == 200
        self._note(state)

    @rule(seconds=st.integers(1, 100))
    def wait(self, seconds: int) -> None:
        self.fake.clock.advance(seconds)

    @rule(known=tags, state=st.sampled_from(STATES), others=st.booleans())
    def write_if_match(self, known: tuple[str, str, int], state: str, others: bool) -> None:
        tag, _, version = known
        reply = self._set(state, **{"If-Match": f'"other", {tag}' if others else tag})
        assert reply.status == (200 if version == self.version else 412)
        if reply.status == 200:
            self._note(state)

    @rule(known=tags, state=st.sampled_from(STATES))
    def write_if_match_weakly(self, known: tuple[str, str, int], state: str) -> None:
        assert self._set(state, **{"If-Match": f"W/{known[0]}"}).status == 412

    @rule(known=tags, state=st.sampled_from(STATES))
    def write_if_unmodified(self, known: tuple[str, str, int], state: str) -> None:
        reply = self._set(state, **{"If-Unmodified-Since": known[1]})
        date = subkit_date(known[1])
        assert reply.status == (200 if self.changed.replace(microsecond=0) <= date else 412)
        if reply.status == 200:
            self._note(state)

    @rule(known=tags, weak=st.booleans())
    def read_if_none_match(self, known: tuple[str, str, int], weak: bool) -> None:
        tag, _, version = known
        reply = self.send("GET", f"/subscriptions/{FIRST}", **{"If-None-Match": f"W/{tag}" if weak else tag})
        assert reply.status == (304 if version == self.version else 200)
        assert bool(reply.body) == (reply.status == 200)

    @invariant()
    def the_state_is_known(self) -> None:
        assert self.fake.objects("subscriptions")[0]["status"] == self.state


def subkit_date(text: str) -> Any:
    from email.utils import parsedate_to_datetime

    return parsedate_to_datetime(text)


class Lifecycle(_Raw):
    """What is disabled is gone for good; what is not is there, and listed once."""

    slug = "illumina-ens"
    made = Bundle("made")
    gone = Bundle("gone")

    def __init__(self) -> None:
        super().__init__()
        self.there: list[str] = []

    @initialize(target=made)
    def begin(self) -> Any:
        """With some objects, so that lists have several pages from the beginning."""
        return multiple(*(self._create() for _ in range(4)))

    @rule(target=made)
    def create(self) -> str:
        return self._create()

    def _create(self) -> str:
        own = CREATE["illumina-ens"]
        body = {"name": own["name"], "type": own["type"], "deliveryTarget": own["delivery_target"]}
        reply = self.send("POST", "/v1/subscriptions", body)
        assert reply.status == 201
        identity = str(json.loads(reply.body)["id"])
        assert identity not in self.there
        self.there.append(identity)
        return identity

    @rule(target=gone, identity=consumes(made))
    def disable(self, identity: str) -> str:
        self._disable(identity)
        return identity

    def _disable(self, identity: str) -> None:
        assert self.send("DELETE", f"/v1/subscriptions/{identity}").status == 200
        self.there.remove(identity)

    @rule(identity=gone)
    def is_gone(self, identity: str) -> None:
        assert self.send("GET", f"/v1/subscriptions/{identity}").status == 410
        assert self.send("DELETE", f"/v1/subscriptions/{identity}").status == 410

    @rule(identity=made)
    def is_there(self, identity: str) -> None:
        assert self.send("GET", f"/v1/subscriptions/{identity}").status == 200

    @rule(size=st.integers(1, 4), removed=st.lists(consumes(made), max_size=2))
    def walk(self, size: int, removed: list[str]) -> None:
        """A walk finds everything that is there all the time once, though others come and go."""
        stay = {one for one in self.there if one not in removed}
        seen: list[str] = []
        token = ""
        for step in range(100):
            reply = self.send("GET", f"/v1/subscriptions?pageSize={size}{token}")
            page = json.loads(reply.body)
            assert page["itemCount"] == len(page["items"]) <= size
            seen += [one["id"] for one in page["items"]]
            if page["nextPageToken"] is None:
                break
            token = f"&pageToken={page['nextPageToken']}"
            if step < 3:
                self._create()
            if removed:
                self._disable(removed.pop())
        for left in removed:
            self._disable(left)
        assert [one for one in seen if one in stay] == [one for one in self.there if one in stay]
        assert len(seen) == len(set(seen))

    @precondition(lambda self: bool(self.there))
    @rule()
    def another_project_sees_nothing(self) -> None:
        mine, self.token = self.token, self.fake.token(context="other")
        assert json.loads(self.send("GET", "/v1/subscriptions").body)["items"] == []
        assert self.send("GET", f"/v1/subscriptions/{self.there[0]}").status == 404
        self.token = mine
