"""Control of a served fake over HTTP, for tests in other languages. Off unless it is asked for, on loopback only, and
with a token of its own."""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from .._errors import ConfigurationError
from .._formats.json import is_object, loads
from .._transport.messages import Headers, Reply, Request

if TYPE_CHECKING:
    from .fake import Fake

CONTROL: Final = "__fake__/"
"""Below the root of a fake."""


class ControlPanel:
    """Does to a fake what a request asks for, if it has the token."""

    def __init__(self, token: str) -> None:
        self._token = token

    def answer(self, fake: Fake, request: Request, name: str) -> Reply:
        """The response to a request for control."""
        given = Headers(request.headers).get("authorization", "").removeprefix("Bearer ")
        if not hmac.compare_digest(given.encode(), self._token.encode()):
            return _json(401, {"error": "the control token is missing or wrong"})
        action = _ACTIONS.get((request.method, name))
        if action is None:
            known = ", ".join(f"{method} {one}" for method, one in _ACTIONS)
            return _json(404, {"error": f"there is: {known}"})
        try:
            body = loads(request.body or b"{}")
            return _json(200, action(fake, body if is_object(body) else {}))
        except (ValueError, TypeError, KeyError, ConfigurationError) as error:
            return _json(400, {"error": str(error)})


def _calls(fake: Fake, body: Mapping[str, Any]) -> Any:
    return [
        {
            "number": one.number,
            "name": one.name,
            "method": one.method,
            "path": one.path,
            "status": one.status,
            "refused": None if one.explanation is None else str(one.explanation),
        }
        for one in fake.calls
    ]


def _fail(fake: Fake, body: Mapping[str, Any]) -> Any:
    fake.fail(**body)
    return {}


def _advance(fake: Fake, body: Mapping[str, Any]) -> Any:
    fake.clock.advance(body["seconds"])
    return {"now": fake.clock.now().isoformat()}


def _add(fake: Fake, body: Mapping[str, Any]) -> Any:
    return fake.add(body["resource"], **body["properties"])


def _reset(fake: Fake, body: Mapping[str, Any]) -> Any:
    fake.reset()
    return {}


def _load(fake: Fake, body: Mapping[str, Any]) -> Any:
    fake.load(body)
    return {}


def _dump(fake: Fake, body: Mapping[str, Any]) -> Any:
    return fake.dump()


_ACTIONS: Final[Mapping[tuple[str, str], Callable[[Fake, Mapping[str, Any]], Any]]] = {
    ("GET", "state"): _dump,
    ("PUT", "state"): _load,
    ("POST", "reset"): _reset,
    ("POST", "objects"): _add,
    ("POST", "faults"): _fail,
    ("POST", "clock"): _advance,
    ("GET", "calls"): _calls,
}


def _json(status: int, body: Any) -> Reply:
    return Reply(status, (("Content-Type", "application/json"),), json.dumps(body).encode())
