"""What the calls of one client share: options, the retry budget and the clock."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Literal

from .._flow.clock import Clock
from .._flow.retry import Budget, Retry
from .._secrets.secret import SecretHeaders
from .._transport.limits import MAX_BODY
from .._values import evolve, field, frozen
from .._version import __version__

if TYPE_CHECKING:
    from .._auth.credentials import Credential
    from .._operations.endpoint import Api
    from .._transport.urls import BaseUrl
    from .events import Observer

Decode = Literal["tolerant", "strict"]
Preconditions = Literal["automatic", "required"]
DEFAULT_TIMEOUT: Final = 30.0


@frozen(kw_only=True)
class Options:
    """The options of a client. Checked when the client is created."""

    base_url: BaseUrl
    auth: Credential | None
    timeout: float = DEFAULT_TIMEOUT
    retry: Retry = field(factory=Retry)
    decode: Decode = "tolerant"
    validate: bool = True
    preconditions: Preconditions = "automatic"
    max_body: int = MAX_BODY
    client_parameters: Mapping[str, str] = field(factory=dict[str, str])
    observer: Observer | None = None
    clock: Clock = field(factory=Clock)
    headers: SecretHeaders = field(default=SecretHeaders())
    log_bodies: bool = False
    """Whether bodies are logged, because of `SUBKIT_LOG=debug`."""


class ClientContext:
    """What the calls of one client share."""

    def __init__(self, api: Api, options: Options, *, budget: Budget | None = None) -> None:
        self.api = api
        self.options = options
        self.clock = options.clock
        self.budget = budget or Budget(options.retry.budget)
        self.fixed = (("User-Agent", _user_agent(api)), ("Accept-Encoding", "gzip"))

    def with_options(self, changes: Mapping[str, Any], client_parameters: Mapping[str, str]) -> ClientContext:
        """A context with other options and client-wide path parameters that spends from the same budget."""
        parameters = {**self.options.client_parameters, **client_parameters}
        options = evolve(self.options, **changes, client_parameters=parameters)
        twin = ClientContext(self.api, options, budget=self.budget)
        twin.clock = self.clock
        return twin


def _user_agent(api: Api) -> str:
    return f"subkit-{api.slug}/{api.version} subkit/{__version__} python/{sys.version.split()[0]}"
