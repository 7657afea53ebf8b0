"""What both clients share: options, the retry budget, time and chance. Each call that it makes is a `Call`."""

from __future__ import annotations

import logging
import platform
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar

from attrs import evolve, field, frozen

from ._call import Call
from ._clockwork import Clockwork
from ._provenance import each_once
from ._reply import read_response
from ._retry import Budget, Retry
from ._version import __version__

if TYPE_CHECKING:
    from ._auth import Credential
    from ._events import Observer
    from ._flow import Flow
    from ._operation import Api, Operation
    from ._origin import BaseUrl
    from ._received import Received
    from ._response import Response

T = TypeVar("T")
Decode = Literal["tolerant", "strict"]

drift_log: Final = logging.getLogger("subkit.drift")
DEFAULT_TIMEOUT: Final = 30.0
MAX_BODY: Final = 16 * 2**20


@frozen(kw_only=True)
class Options:
    """What a client was told. Checked when the client is made."""

    base_url: BaseUrl
    auth: Credential | None
    timeout: float = DEFAULT_TIMEOUT
    retry: Retry = field(factory=Retry)
    decode: Decode = "tolerant"
    validate: bool = True
    max_body: int = MAX_BODY
    shared: Mapping[str, str] = field(factory=dict[str, str])
    observer: Observer | None = None


class Engine:
    """Makes calls, for both clients."""

    def __init__(self, api: Api, options: Options, *, budget: Budget | None = None) -> None:
        self.api = api
        self.options = options
        self.clockwork = Clockwork()
        self.budget = budget or Budget(options.retry.budget)
        self.fixed = (("User-Agent", _user_agent(api)), ("Accept-Encoding", "gzip"))

    def with_options(self, changes: Mapping[str, Any]) -> Engine:
        """An engine with other options, that spends from the same budget."""
        twin = Engine(self.api, evolve(self.options, **changes), budget=self.budget)
        twin.clockwork = self.clockwork
        return twin

    def call(self, operation: Operation[T]) -> Flow[Response[T]]:
        """One logical call. Raises `InvalidArgument` at once."""
        return Call(self, self._keyed(operation)).proceed()

    def _keyed(self, operation: Operation[T]) -> Operation[T]:
        """The operation with an idempotency key, where the API takes one: one for the call, whatever is sent again."""
        header = operation.endpoint.idempotency_key
        name = next((p.python for p in operation.endpoint.parameters if header and p.wire == header), None)
        if name is None or name in operation.arguments:
            return operation
        return evolve(operation, arguments={**operation.arguments, name: self.clockwork.key()})

    def response(self, received: Received) -> Response[Any]:
        """The response in a reply that is a success."""
        response = read_response(received, strict=self.options.decode == "strict")
        for drift in each_once(response.drift, f"{self.api.slug} {received.endpoint.id}"):
            drift_log.warning(
                "%s %s: %s: %s, expected %s, got %s",
                self.api.slug,
                received.endpoint.id,
                drift.path,
                drift.kind,
                drift.expected,
                drift.got,
            )
        return response


def _user_agent(api: Api) -> str:
    return f"subkit-{api.slug}/{api.version} subkit/{__version__} python/{platform.python_version()}"
