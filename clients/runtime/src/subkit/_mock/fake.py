"""A fake vendor, as tests use it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from .._errors import ApiError, ConfigurationError
from .._transport.messages import Reply
from .accounts import credential_for, static_credential
from .calls import Call, Calls
from .clock import START, FakeClock
from .engine import USER, Engine, call_number
from .faults import Fault
from .refusal import Explanation
from .samples import sample_text
from .spec import ApiSpec, Json, spec_of
from .store import Entry
from .transport import AsyncFakeTransport, FakeTransport, respond

if TYPE_CHECKING:
    from .._auth.credentials import Credential
    from .._installed import InstalledApi
    from .._transport.messages import Request
    from .engine import Answer

Preconditions = Literal["documented", "ignored"]
_FORMAT: Final = 1


class Fake:
    """A stateful stand-in for a vendor's API, which behaves as its specification and `behaviour.toml` say.

    It needs no network and no account, and nothing is patched: a client reaches it through its `transport=`.

        fake = Fake(slug)
        with fake.client() as client:
            client.subscriptions.list().first()

    Args:
        api: Slug of an installed API, or one of `subkit.apis()`.
        seed: Decides ids and random numbers, so that runs repeat.
        clock: Where the time comes from, for the fake and for its clients. Fakes may share one.
        lenient: Accept requests that violate the specification, as far as they can be read.
        preconditions: Whether `If-Match` and `If-Unmodified-Since` are checked as the specification says, or ignored.
        root: URL under which the fake is reached.

    Raises:
        ConfigurationError: No installed package serves the API.

    """

    __module__ = "subkit.mock"

    def __init__(
        self,
        api: str | InstalledApi,
        *,
        seed: int = 0,
        clock: FakeClock | None = None,
        lenient: bool = False,
        preconditions: Preconditions = "documented",
        root: str | None = None,
    ) -> None:
        self.seed: int = seed
        """What ids and random numbers come from."""
        self.clock: FakeClock = clock or FakeClock(START, seed=seed)
        """The clock that the fake and its clients share."""
        self._spec = spec_of(api) if isinstance(api, str) else ApiSpec(api)
        self.root: str = (root or f"https://{self.slug}.localhost").rstrip("/")
        """URL under which it is reached; in process, one that leads nowhere else."""
        self.engine: Engine = Engine(self._spec, self.clock, seed)
        """What answers. Not for tests."""
        self.engine.judge.lenient = lenient
        self.engine.ignores_preconditions = preconditions == "ignored"
        self._start()

    def _start(self) -> None:
        behaviour = self._spec.behaviour
        self.engine.store.collections = {name: list(found) for name, found in behaviour.get("collections", {}).items()}
        for resource, settings in behaviour.get("resources", {}).items():
            for data in settings.get("start", ()):
                self.add(resource, **data)

    @property
    def slug(self) -> str:
        """Name of the API."""
        return self._spec.slug

    @property
    def base_url(self) -> str:
        """What a client takes as `base_url`."""
        return f"{self.root}{self._spec.base_path}"

    @property
    def token_url(self) -> str | None:
        """URL of the token endpoint, if there is one."""
        path = self.engine.token_endpoint.path
        return None if path is None else f"{self.root}{path}"

    @property
    def parameters(self) -> dict[str, str]:
        """Path parameters that a client takes as arguments, with the values that this fake is made for."""
        names = self._spec.api.client_parameters
        endpoints = [one.endpoint for one in self._spec.routes]
        schemas = {one.python: one.schema for endpoint in endpoints for one in endpoint.parameters}
        return {name: sample_text(schemas[name], name) for name in names}

    @property
    def transport(self) -> FakeTransport:
        """What a synchronous client takes as `transport`."""
        return FakeTransport(self.engine, self.root)

    @property
    def async_transport(self) -> AsyncFakeTransport:
        """What an asynchronous client takes as `transport`."""
        return AsyncFakeTransport(self.engine, self.root)

    def credential(self, **options: Any) -> Credential | None:
        """The vendor's own credential, which requests tokens from this fake; None for an API that takes none.

        `options` are further arguments of its class, such as `scopes`, or others than those that the fake accepts.
        """
        return credential_for(self.engine, self.token_url, options) or static_credential(self.engine)

    def token(
        self, *, scopes: Sequence[str] | None = None, context: str | None = None, lifetime: float | None = None
    ) -> str:
        """A valid access token, without asking the token endpoint for it.

        It has all scopes and lives as long as the vendor's tokens do, unless something else is given. `context` is
        what it belongs to, such as a project.
        """
        granted = self.engine.security.scopes if scopes is None else tuple(scopes)
        return self.engine.issue(granted, context, lifetime).text

    def client(self, **options: Any) -> Any:
        """A synchronous client of the API that reaches this fake. `options` are further arguments of its class."""
        return self._made("", self.transport, options)

    def async_client(self, **options: Any) -> Any:
        """As `client`, asynchronous."""
        return self._made("Async", self.async_transport, options)

    def _made(self, prefix: str, transport: object, options: Mapping[str, Any]) -> Any:
        client = getattr(import_module(self._spec.package), f"{prefix}{self._spec.data['client']}")
        own = {"base_url": self.base_url, "clock": self.clock, "transport": transport, **self.parameters}
        if "auth" not in options:
            own["auth"] = self.credential()
        return client(**{**own, **options})

    def answer(self, request: Request) -> Answer:
        """The response to a request, and what happens to it on its way. For transports and servers."""
        return self.engine.answer(request, self.root)

    def respond(self, request: Any) -> Any:
        """The response to a request of httpx, or of a fork of it: a side effect for respx, or a handler for its mock
        transport. What gets lost raises the exceptions of that library."""
        return respond(self.transport, request)

    def add(self, resource: str, /, **properties: Any) -> dict[str, Any]:
        """Put an object into the fake, by the vendor's names, and return it as it is stored.

        What is left out is made as in a create. Also adds to the collections that requests refer to, such as users.
        """
        collections = self.engine.store.collections
        if resource in collections and resource not in self._resources():
            collections[resource].append(dict(properties))
            return dict(properties)
        if resource not in self._resources():
            known = ", ".join([*self._resources(), *collections])
            raise ConfigurationError(f"{self.slug} has no {resource!r}: there are {known}")
        return dict(self._added(resource, properties).data)

    def add_samples(self) -> None:
        """Put some objects into each resource that has none, so that there is something to look at."""
        for resource, settings in self._spec.behaviour.get("resources", {}).items():
            for data in settings.get("samples", ()) if not self.objects(resource) else ():
                self.add(resource, **data)

    def _added(self, resource: str, properties: Mapping[str, Any]) -> Entry:
        parameters = self.parameters
        python = {one.wire: one.python for route in self._spec.routes for one in route.endpoint.parameters}
        listing = next((one for one in self._spec.routes if one.action in ("list", "create")), self._spec.routes[0])
        path = {name: parameters.get(python[name], "") for name in listing.path_names}
        values = {**self.engine.values(self.root), "path": path, "resource": resource, "context": USER}
        scope = tuple(path.values()) if listing.subject is None else ()
        by_context = ("",) if self._spec.resource(resource).get("by_context") else ()
        return self.engine.actions.objects.add(resource, (*scope, *by_context), dict(properties), values)

    def _resources(self) -> list[str]:
        return list(dict.fromkeys(route.endpoint.resource for route in self._spec.routes))

    def objects(self, resource: str) -> list[dict[str, Any]]:
        """The stored objects of a resource, by the vendor's names, without those that are gone."""
        return [dict(one.data) for one in self.engine.store.all(resource)]

    def fail(self, on: str | Fault | None = None, **fault: Any) -> None:
        """Let something go wrong. `on` names a call, and the rest is as in `Fault`; or it is a `Fault` itself.

        Faults wait in a queue: each call meets the first one that is about it.
        """
        made = on if isinstance(on, Fault) else Fault(on=on, **fault)
        self._check_target(made.on)
        self.engine.faults.add(made)

    def _check_target(self, name: str | None) -> None:
        known = [one for route in self._spec.routes for one in (route.endpoint.id, route.id)]
        if name not in (None, "token", *known):
            raise ConfigurationError(f"{self.slug} has no call {name!r}: there are token, {', '.join(known)}")

    @property
    def pending_faults(self) -> list[Fault]:
        """The faults that have not all happened yet."""
        return self.engine.faults.pending

    def grant(self, *scopes: str) -> None:
        """Let the token endpoint grant these scopes only. As some vendors do, it says nothing about the others."""
        self.engine.token_endpoint.granted = scopes

    def expire_tokens(self) -> None:
        """All access tokens expire now; refresh tokens do not."""
        self.engine.tokens.expire()

    @property
    def calls(self) -> Calls:
        """All requests that came, the oldest first."""
        return self.engine.calls

    def explain(self, refused: Reply | ApiError | Call | Any) -> Explanation | None:
        """Why a request was refused: the rule, and the line of the specification. None if it was not.

        `refused` is the response, the error that a client raised, or a call of the log.
        """
        if isinstance(refused, Call):
            return refused.explanation
        if not hasattr(refused, "headers"):  # such as an AuthError: of a request that nobody has seen but the client
            return next((one.explanation for one in reversed(list(self.calls)) if one.explanation), None)
        number = call_number(refused.headers)
        if number is None or number > len(self.calls):
            raise ValueError("this response does not come from this fake")
        return self.calls[number - 1].explanation

    def reset(self) -> None:
        """Back to the beginning: the first objects, no tokens, no faults, an empty log. The clock stays as it is."""
        self.engine.store.load({"entries": {}, "collections": {}, "last_number": 0})
        self.engine.tokens.revoke()
        self.engine.faults.clear()
        self.engine.idempotent.clear()
        self.engine.calls.clear()
        self._start()

    def dump(self) -> Json:
        """All objects and tokens as JSON, for `load`."""
        state = {"store": self.engine.store.dump(), "tokens": self.engine.tokens.dump()}
        return {"format": _FORMAT, "api": self.slug, **state}

    def load(self, state: Mapping[str, Any]) -> None:
        """Replace all objects and tokens by those that `dump` gave."""
        if (state.get("format"), state.get("api")) != (_FORMAT, self.slug):
            raise ValueError(f"this is no state of a fake of {self.slug} in format {_FORMAT}")
        self.engine.store.load(state["store"])
        self.engine.tokens.load(state["tokens"])

    def save(self, file: str | os.PathLike[str]) -> None:
        """Write `dump` to a file."""
        Path(file).write_text(json.dumps(self.dump(), indent=1), "utf-8")

    def __repr__(self) -> str:
        return f"<Fake {self.slug} seed={self.seed}: {len(self.calls)} calls>"
