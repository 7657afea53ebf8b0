"""Vendors in process, from the token endpoint to the API: each checks what it is sent as the real one would, and takes
no token but its own."""

from __future__ import annotations

import json
import threading
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import subkit
from subkit._formats.dates import format_http_date
from subkit._transport.messages import Reply, Request

from .scripted import BASE_URL, SUBSCRIPTION, UUID_1, Answer, Clock, Driven, header, package_of, reply
from .vendors import SCOPES, SECRETS, VENDORS, Refused, check_post, pem


class Issuer:
    """A vendor: the script of a `Driven`. What it answers can be changed at any time."""

    def __init__(
        self, slug: str, *, clock: Clock | None = None, lifetime: Any = 3600, base_url: str = BASE_URL
    ) -> None:
        self.slug, self.clock, self.lifetime, self.base_url = slug, clock, lifetime, base_url
        self.vendor = VENDORS[slug]
        self.token_url = self.vendor.token_url.replace("{base_url}", base_url)
        self.discovery_url = f"{base_url}/identity/.well-known/openid-configuration"
        self.members: dict[str, Any] = {}
        """What its answers say beside, or instead of, the usual; None leaves a member out."""
        self.first: list[Answer | Callable[[], Answer]] = []
        """What the token endpoint answers before it does its work again."""
        self.api: Callable[[Request], Reply] = lambda request: reply(200, SUBSCRIPTION)
        self.ahead = 0.0
        """Seconds by which its calendar is ahead of the right time."""
        self.gate: threading.Event | None = None
        """Requests for tokens are held until it is set."""
        self.entered = threading.Semaphore(0)
        """Released for each request that is held."""
        self.asked: list[Request] = []
        self.calls: list[Request] = []
        self.refusals: list[str] = []
        self.given: dict[str, float] = {}
        """Its tokens, and until when each is good by the monotonic clock."""
        self.refresh_tokens: set[str] = set()
        self.seen: set[str] = set()
        """Every `jti` so far."""
        self._numbers = count(1)

    def credential(self, **changes: Any) -> Any:
        """The credential of the generated package, with the secrets that this vendor knows."""
        arguments = {name: SECRETS.get(name, value) for name, value in self.vendor.arguments.items()}
        if "key" in arguments and self.slug == "jackhenry-events":
            arguments["key"] = pem()
        return getattr(package_of(self.slug), self.vendor.name)(**{**arguments, **changes})

    def driven(self, mode: str, **options: Any) -> Driven:
        """A client of this vendor, on its clock if it has one."""
        options = {"base_url": self.base_url, "auth": None, **options}
        options["auth"] = options["auth"] or self.credential()
        driven = Driven(self.slug, mode, self, **options)
        return driven if self.clock is None else self.clock.drive(driven)

    def now(self) -> datetime:
        """What its calendar says."""
        right = datetime.now(UTC) if self.clock is None else self.clock.start + timedelta(seconds=self.clock.passed)
        return right + timedelta(seconds=self.ahead)

    def monotonic(self) -> float:
        return time.monotonic() if self.clock is None else self.clock.passed

    def revoke(self) -> None:
        """Take none of the tokens any more that were given so far."""
        self.given = dict.fromkeys(self.given, float("-inf"))

    def hold(self, request: Request) -> threading.Event | None:
        """What the answer to a request waits for."""
        if self.gate is None or not self.is_token_request(request):
            return None
        self.entered.release()
        return self.gate

    def is_token_request(self, request: Request) -> bool:
        return request.method == "POST" and request.url.partition("?")[0] == self.token_url

    def __call__(self, request: Request) -> Answer:
        if not self.is_token_request(request):
            return self._call(request)
        self.asked.append(request)
        if self.first:
            answer = self.first.pop(0)
            return answer() if callable(answer) else answer
        return self._give(request)

    def _call(self, request: Request) -> Answer:
        if request.url == self.discovery_url:
            assert header(request, "Authorization") is None
            return self._dated(200, {"token_endpoint": self.token_url})
        self.calls.append(request)
        token = (header(request, "Authorization") or "").removeprefix("Bearer ")
        if self.given.get(token, float("-inf")) <= self.monotonic():
            return self._dated(401, {"title": "no such token"})
        return self.api(request)

    def _give(self, request: Request) -> Reply:
        try:
            check_post(request)
            self.vendor.check(self, request)
        except Refused as refused:
            self.refusals.append(str(refused))
            return self._dated(refused.status, {"error": refused.code, "error_description": str(refused)})
        members = {**self._usual(request), **self.members}
        return self._dated(self.vendor.status, {name: one for name, one in members.items() if one is not None})

    def _usual(self, request: Request) -> dict[str, Any]:
        token = f"token-{next(self._numbers)}"
        if self.slug == "illumina-ens":
            token = unsigned_jwt(exp=self.now().timestamp() + self.lifetime, number=token)
        self.given[token] = self.monotonic() + float(self.lifetime)
        usual: dict[str, Any] = {"access_token": token, "token_type": "Bearer"}
        if self.slug == "illumina-ens":
            return usual
        usual |= {"expires_in": self.lifetime, "scope": SCOPES.get(self.slug)}
        if self.slug == "wso2-publisher":
            usual["refresh_token"] = f"refresh-{token}"
            self.refresh_tokens.add(usual["refresh_token"])
        return usual

    def _dated(self, status: int, body: Any) -> Reply:
        return reply(status, body, date=format_http_date(self.now()))


def unsigned_jwt(**claims: Any) -> str:
    """A JWT as far as its reader looks: nobody can check its signature."""
    parts = (json.dumps(one).encode() for one in ({"alg": "RS256"}, claims))
    return ".".join((*(urlsafe_b64encode(part).rstrip(b"=").decode("ascii") for part in parts), "c2ln"))


def get(driven: Driven) -> Any:
    """One call."""
    return driven(lambda client: client.subscriptions.get(UUID_1))


def refusal(driven: Driven) -> subkit.AuthError:
    """The `AuthError` of one call."""
    try:
        get(driven)
    except subkit.AuthError as error:
        return error
    raise AssertionError("the call succeeded")


def started(mode: str, slug: str = "alteryx-server", **options: Any) -> tuple[Driven, Issuer, Clock]:
    """A client that has a token for a hundred seconds, on a clock that stands still."""
    clock = Clock(chance=0.0)
    issuer = Issuer(slug, clock=clock, lifetime=100)
    driven = issuer.driven(mode, **options)
    get(driven)
    return driven, issuer, clock


def tokens(issuer: Issuer) -> list[str]:
    """The tokens that came to the API, in order."""
    return [(header(call, "Authorization") or "").removeprefix("Bearer ") for call in issuer.calls]
