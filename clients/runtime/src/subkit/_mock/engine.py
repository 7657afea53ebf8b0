"""The server that a fake is: a request in, a response out, without I/O."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from random import Random
from threading import RLock
from typing import Any, Final
from urllib.parse import urlsplit

from .._formats.dates import format_http_date
from .._transport.messages import Headers, Reply, Request
from .._unset import UNSET
from .._values import evolve, field, frozen
from .actions import Actions, Result
from .calls import Call, Calls
from .clock import FakeClock
from .conditions import check_preconditions, etag_of, is_unmodified
from .errors import Errors
from .faults import Fault, Faults, Loss
from .grants import TokenEndpoint
from .pages import Pages
from .refusal import Explanation, Refused
from .requests import Incoming, Judge
from .security import Security
from .spec import ApiSpec, Json, Route
from .store import Entry, Store
from .templates import Values, moment
from .tokens import Issued, Tokens

CALL_HEADER: Final = "X-Fake-Call"
"""Has the number of the call in the log, so that its reply can be explained."""
USER, TENANT = "fake-user-1", "fake-tenant-1"
_LOGIN_PAGE: Final = b"<!DOCTYPE html><html><head><title>Sign in</title></head><body><form></form></body></html>"


@frozen
class Answer:
    """A response, and what happens to it on its way."""

    reply: Reply
    delay: float = 0.0
    drip: float = 0.0
    loss: Loss | None = None


@frozen
class _Target:
    """What a request is for."""

    name: str | None
    route: Route | None = None
    match: re.Match[str] | None = field(default=None, repr=False)
    allowed: tuple[str, ...] = ()
    """The methods of its path, if this is none of them."""


class Engine:
    """Everything that a fake knows and does."""

    def __init__(self, spec: ApiSpec, clock: FakeClock, seed: int) -> None:
        self.spec: ApiSpec = spec
        self.clock: FakeClock = clock
        self.store: Store = Store()
        self.faults: Faults = Faults()
        self.calls: Calls = Calls()
        self.random: Random = Random(seed)  # noqa: S311 - not for secrets
        self.tokens: Tokens = Tokens(clock, jwt=spec.behaviour.get("auth", {}).get("jwt", False))
        self.token_endpoint: TokenEndpoint = TokenEndpoint(spec, self.tokens, clock)
        self.security: Security = Security(spec, self.tokens)
        self.judge: Judge = Judge(spec)
        self.pages: Pages = Pages(spec, seed)
        self.actions: Actions = Actions(spec, self.store, self.pages, self.judge, clock)
        self.errors: Errors = Errors(spec)
        self.ignores_preconditions = False
        self.idempotent: dict[tuple[str, ...], Reply] = {}
        """Responses by operation and idempotency key."""
        self._lock = RLock()

    def answer(self, request: Request, root: str) -> Answer:
        """The response to a request. `root` is the URL under which the fake is reached."""
        with self._lock:
            path = urlsplit(request.url).path.removeprefix(urlsplit(root).path)
            target = self._target(request.method, path)
            names = (target.name or "", target.route.id if target.route else "")
            fault = self.faults.take(*names) or Fault()
            values = self.values(root)
            reply, explanation = self._reply(request, path, root, target, fault, values)
            reply = self._finish(reply, values)
            call = Call(
                len(self.calls) + 1, target.name, request.method, path, reply.status, request, reply, explanation
            )
            self.calls.append(call)
            return Answer(_spoiled(reply, fault), fault.delay, fault.drip, fault.loss)

    def _target(self, method: str, path: str) -> _Target:
        if self.token_endpoint.serves(path):
            return _Target("token")
        inside = path.removeprefix(self.spec.base_path) if path.startswith(self.spec.base_path) else None
        found = [(route, match) for route in self.spec.routes if inside and (match := route.pattern.fullmatch(inside))]
        # A path without parameters goes before one that has some: OpenAPI 3.0, Path Templating.
        found.sort(key=lambda one: len(one[0].path_names))
        for route, match in found:
            if route.endpoint.method == method:
                return _Target(route.endpoint.id, route, match)
        return _Target(None, allowed=tuple(route.endpoint.method for route, _ in found))

    def values(self, root: str) -> dict[str, Any]:
        """What the placeholders of templates stand for, as far as it does not depend on the request."""

        def hexadecimal(digits: str) -> str:
            return f"{self.random.getrandbits(4 * int(digits or 32)):0{int(digits or 32)}x}"

        def uuid(_: str) -> str:
            return self.clock.new_id()

        def secret(_: str) -> str:
            return f"fake-secret-{hexadecimal('')}"

        return {
            "root": root,
            "request_id": self.clock.new_id(),
            "now": moment(self.clock.now()),
            "uuid": uuid,
            "hex": hexadecimal,
            "secret": secret,
            "user": USER,
            "tenant": TENANT,
        }

    def _reply(
        self, request: Request, path: str, root: str, target: _Target, fault: Fault, values: dict[str, Any]
    ) -> tuple[Reply, Explanation | None]:
        try:
            if (reply := _instead(fault)) is not None:
                return reply, Explanation(reply.status, "fault", "a fault was asked for")
            if fault.status is not None:
                raise Refused(fault.status, "fault", "a fault was asked for", headers=_headers_of(fault))
            if fault.loss in ("refused", "reset before"):
                return Reply(0), Explanation(0, "fault", f"a fault was asked for: {fault.loss}")
            if target.name == "token":
                return self.token_endpoint.answer(request, path, root), None
            return self._operate(request, target, fault, values), None
        except Refused as refused:
            explanation = Explanation(
                refused.status, refused.rule, refused.detail, refused.pointer, self.spec.line(refused.pointer)
            )
            return self.errors.reply(refused, target.route, values), explanation

    def _operate(self, request: Request, target: _Target, fault: Fault, values: dict[str, Any]) -> Reply:
        route = target.route
        if route is None or target.match is None:
            raise _no_route(request, target)
        if fault.expired_token:
            raise Refused(401, "fault", "a fault was asked for: the token counts as expired")
        token = self.security.check(route, request)
        incoming = self.judge.read(route, target.match, request, token, values["request_id"])
        context = token.context if token else None
        values |= {"resource": route.endpoint.resource, "context": context or USER, "id": incoming.id}
        entry = self.actions.entry(incoming) if route.subject is not None else None
        if entry is not None and route.endpoint.method != "GET" and not self.ignores_preconditions:
            check_preconditions(route.endpoint.conditions, incoming.headers, self._etag(entry), entry.modified)
        self.pages.repeat = fault.repeat_page
        return self._once(incoming, lambda: self._written(incoming, self.actions.perform(incoming, entry, values)))

    def _once(self, incoming: Incoming, perform: Callable[[], Reply]) -> Reply:
        """The response; the earlier one, for an idempotency key that was used before."""
        name = incoming.route.endpoint.idempotency_key
        key = incoming.headers.get(name) if name else None
        if key is None:
            return perform()
        used = (incoming.route.id, *incoming.scope, key)
        if used not in self.idempotent:
            self.idempotent[used] = perform()
        return self.idempotent[used]

    def _written(self, incoming: Incoming, result: Result) -> Reply:
        """The response with a result, or without it if the client has it already."""
        route = incoming.route
        body = b"" if result.value is UNSET else json.dumps(result.value).encode()
        etag = self._etag(result.entry) if result.entry is not None else etag_of(body)
        modified = result.entry.modified if result.entry is not None else None
        validators = self._validators(route, result.status, etag, result.entry)
        if route.endpoint.method == "GET" and is_unmodified(
            route.endpoint.conditions, incoming.headers, etag, modified
        ):
            return Reply(304, validators)
        headers = (*validators, *_paging_headers(route, incoming, result))
        media_type = (("Content-Type", self._media_type(route, result.status)),) if body else ()
        return Reply(result.status, (*media_type, *headers), body)

    def _etag(self, entry: Entry) -> str:
        return etag_of(self.spec.slug, entry.id, entry.number, entry.revision)

    def _validators(self, route: Route, status: int, etag: str, entry: Entry | None) -> tuple[tuple[str, str], ...]:
        """The validators that the specification declares for a response."""
        declared = self._response(route, status).get("headers", {})
        found = [("ETag", etag)] if "ETag" in declared else []
        if "Last-Modified" in declared and entry is not None:
            found.append(("Last-Modified", format_http_date(entry.modified)))
        return tuple(found)

    def _response(self, route: Route, status: int) -> Json:
        responses = route.node["responses"]
        node: Json = self.spec.follow(responses.get(str(status), responses.get("default", {})), "")[0]
        return node

    def _media_type(self, route: Route, status: int) -> str:
        return next(iter(self._response(route, status).get("content", {})), "application/json")

    def _finish(self, reply: Reply, values: Values) -> Reply:
        name = self.spec.api.request_id_header
        own = ((name, values["request_id"]),) if name else ()
        date = ("Date", format_http_date(self.clock.now()))
        headers = (*reply.headers, *own, date, (CALL_HEADER, str(len(self.calls) + 1)))
        return evolve(reply, headers=headers)

    def issue(self, scopes: tuple[str, ...], context: str | None, lifetime: float | None = None) -> Issued:
        """A token without asking the token endpoint for it."""
        return self.tokens.issue(scopes, context, lifetime or self.token_endpoint.lifetime)


def _no_route(request: Request, target: _Target) -> Refused:
    if target.allowed:
        allowed = ", ".join(dict.fromkeys(target.allowed))
        return Refused(405, "method", f"{request.method} is none of {allowed}", headers=(("Allow", allowed),))
    return Refused(404, "path", "the API has no such path: is the base URL right?")


def _paging_headers(route: Route, incoming: Incoming, result: Result) -> tuple[tuple[str, str], ...]:
    paging = route.facade.get("paging", {})
    if result.page is None or result.page.link is None:
        return ()
    if paging.get("style") == "header":
        return ((paging["next"], str(result.page.values["next"])),)
    if paging.get("style") == "link" and "next" not in paging:
        return (("Link", f'<{result.page.link}>; rel="next"'),)
    return ()


def _headers_of(fault: Fault) -> tuple[tuple[str, str], ...]:
    after = () if fault.retry_after is None else (("Retry-After", f"{fault.retry_after:g}"),)
    return (*fault.headers, *after)


def _instead(fault: Fault) -> Reply | None:
    """The response that a fault puts in place of the API's own, before anything is done."""
    if fault.login_page:
        return Reply(200, (*_headers_of(fault), ("Content-Type", "text/html; charset=utf-8")), _LOGIN_PAGE)
    if fault.status is None or fault.body is None:
        return None
    if isinstance(fault.body, (str, bytes)):
        content = fault.body.encode() if isinstance(fault.body, str) else fault.body
        return Reply(fault.status, (*_headers_of(fault), ("Content-Type", "text/plain")), content)
    headers = (*_headers_of(fault), ("Content-Type", "application/json"))
    return Reply(fault.status, headers, json.dumps(fault.body).encode())


def _spoiled(reply: Reply, fault: Fault) -> Reply:
    return evolve(reply, body=b'{"\xff\x00' + reply.body[: len(reply.body) // 2]) if fault.garbage else reply


def call_number(headers: Mapping[str, str] | tuple[tuple[str, str], ...]) -> int | None:
    """The number of a call in the log, from the headers of its response."""
    found = headers if isinstance(headers, Mapping) else Headers(headers)
    text = found.get(CALL_HEADER, "")
    return int(text) if text.isdecimal() else None
