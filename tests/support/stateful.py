"""Servers that keep what is written and heed all four conditional headers, in the order of RFC 9110, 13.2.2.

Tags are compared here by code of its own, so that it does not repeat the mistakes of what it tests.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from importlib import import_module
from typing import Any

from subkit._operations.endpoint import Endpoint, Parameter, RequestBody
from subkit._transport.messages import Reply, Request
from support.paged import query
from support.scripted import header, package_of, reply

START = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
Tag = Callable[[int], str | None]


def strong(version: int) -> str:
    """The tag of a version."""
    return f'"v{version}"'


def weak(version: int) -> str:
    """A tag of it that does not promise the same bytes."""
    return f'W/"v{version}"'


def no_tag(version: int) -> None:
    """None."""


class Stateful:
    """Keeps one subscription, which `block` and `unblock` change. `seconds` is what its clock says."""

    def __init__(self, tag: Tag = strong, *, dated: bool = True) -> None:
        self.state = "UNBLOCKED"
        self.version = 1
        self.seconds = 0.0
        self.changed = 0.0
        self.requests: list[Request] = []
        self._tag, self._dated = tag, dated
        self._lock = threading.Lock()

    def __call__(self, request: Request) -> Reply:
        with self._lock:
            self.requests.append(request)
            refusal = self._refusal(request)
            if refusal is not None:
                return reply(refusal, **self._validators())
            if request.method == "POST":
                self._change(query(request).get("blockState", "UNBLOCKED"))
            return reply(200, self._body(), **self._validators())

    def change(self) -> None:
        """Change it behind the client's back."""
        with self._lock:
            self._change("ON_HOLD")

    def _change(self, state: str) -> None:
        self.state, self.version, self.changed = state, self.version + 1, self.seconds

    def _body(self) -> dict[str, Any]:
        fields = {"subscriptionId": "s1", "applicationId": "a", "apiIdentifier": "i", "tier": "t"}
        return {**fields, "status": self.state}

    def _validators(self) -> dict[str, str]:
        tag = self._tag(self.version)
        date = format_datetime(self._modified(), usegmt=True)
        return ({"ETag": tag} if tag is not None else {}) | ({"Last_Modified": date} if self._dated else {})

    def _modified(self) -> datetime:
        return START + timedelta(seconds=int(self.changed))

    def _refusal(self, request: Request) -> int | None:
        tag, reads = self._tag(self.version), request.method == "GET"
        match, none_match = header(request, "If-Match"), header(request, "If-None-Match")
        if match is not None:
            if not any(one == "*" or (one == tag and not one.startswith("W/")) for one in tags(match)):
                return 412
        elif (date := header(request, "If-Unmodified-Since")) and self._modified() > _read(date):
            return 412
        if none_match is not None:
            if any(one == "*" or _opaque(one) == _opaque(tag) for one in tags(none_match)):
                return 304 if reads else 412
        elif reads and (date := header(request, "If-Modified-Since")) and self._modified() <= _read(date):
            return 304
        return None


def tags(field: str) -> Iterator[str]:
    """The tags of a header, read character by character: a comma inside of quotes parts nothing."""
    one, quoted = "", False
    for character in field:
        quoted ^= character == '"'
        if character == "," and not quoted:
            yield one.strip()
            one = ""
        else:
            one += character
    yield one.strip()


def _opaque(tag: str | None) -> str | None:
    return None if tag is None else tag.partition('"')[2]


def _read(date: str) -> datetime:
    return datetime.strptime(date, "%a, %d %b %Y %H:%M:%S GMT").replace(tzinfo=UTC)


class Counter:
    """Keeps a number at a URL of which every part tells one thing from another; PUT replaces it, PATCH merges."""

    def __init__(self, **fields: Any) -> None:
        self.thing: dict[str, Any] = {"id": "t1", "secretVersion": 0, **fields}
        self.version = 1
        self.requests: list[Request] = []
        self._lock = threading.Lock()

    def __call__(self, request: Request) -> Reply:
        with self._lock:
            self.requests.append(request)
            if (match := header(request, "If-Match")) is not None and strong(self.version) not in tags(match):
                return reply(412)
            if request.method != "GET":
                self.thing = {**self.thing, **json.loads(request.body or b"{}")}
                self.version += 1
            return reply(200, self.thing, ETag=strong(self.version))


_PATH = "/{institutionId}/groups/{group}/things/{thing}"
_THING = {"ref": "subkit_jackhenry_events.models.subscription.Subscription"}
HOLDER = "jackhenry-events"
"""The API whose client sends the calls below: it has a client-wide id."""


def _endpoint(name: str, method: str, conditions: tuple[str, ...], body: tuple[Parameter, ...] = ()) -> Endpoint[Any]:
    text = {"type": "string"}
    kinds = (f"{package_of(HOLDER).__name__}.Subscription",)
    ids = (
        Parameter("institution_id", "institutionId", "path", text, required=True),
        Parameter("group", "group", "path", text, required=True),
        Parameter("thing", "thing", "path", text, required=True, is_id=True, objects=kinds),
    )
    return Endpoint(
        api=import_module(f"{package_of(HOLDER).__name__}._api").API,
        id=name,
        resource="things",
        method=method,
        path=_PATH,
        parameters=(*ids, *body),
        body=RequestBody({"type": "object"}) if body else None,
        success={200: _THING, 304: None},
        conditions=conditions,
        idempotent=True,
    )


_FIELDS = (Parameter("name", "name", "body", {"type": "string"}),)
GET_THING = _endpoint("get_thing", "GET", ("If-None-Match", "If-Modified-Since"))
PUT_THING = _endpoint("put_thing", "PUT", ("If-Match", "If-Unmodified-Since"), _FIELDS)
MAKE_THING = _endpoint("make_thing", "PUT", ("If-None-Match",), _FIELDS)
COUNT_THING = _endpoint(
    "count_thing", "PUT", ("If-Match",), (*_FIELDS, Parameter("count", "secretVersion", "body", {}))
)
