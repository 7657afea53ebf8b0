"""The bodies of a vendor's errors, in the vendor's own form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from .._models.schema import Schema
from .._transport.messages import Reply
from .projection import as_declared, show, whole
from .refusal import Refused
from .spec import ApiSpec, Json, Route
from .templates import Values, fill

_BY_FACADE: Final = {"code": "{status}", "title": "{title}", "detail": "{detail}"}


def title_of(status: int) -> str:
    """The name of a status."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Error"


class Errors:
    """Makes the error responses of one API."""

    def __init__(self, spec: ApiSpec) -> None:
        self._spec = spec
        self._settings = spec.behaviour.get("errors", {})

    def reply(self, refused: Refused, route: Route | None, values: Values) -> Reply:
        """The response to a refused request."""
        if refused.oauth is not None:
            return _json(refused, "application/json", {"error": refused.oauth, "error_description": refused.detail})
        schema = self._schema(refused.status, route)
        if schema is None or refused.status in self._settings.get("empty", ()):
            return Reply(refused.status, refused.headers)
        title = title_of(refused.status)
        own = {"status": refused.status, "title": title, "code": title.replace(" ", "")}
        own["detail"] = self._detail(refused, {**values, **own})
        body = fill(self._settings.get("body") or self._by_convention(), {**values, **own})
        shown = show(schema, as_declared(schema, body), frozenset())
        return _json(refused, self._media_type(refused.status, route), shown)

    def _detail(self, refused: Refused, values: Values) -> str:
        """What is wrong, in the vendor's words where `behaviour.toml` has them."""
        words = self._settings.get("messages", {}).get(str(refused.status))
        own = refused.rule in ("check", "body", "parameter")
        return str(fill(words, values)) if words is not None and not own else refused.detail

    def _by_convention(self) -> dict[str, str]:
        fields: Mapping[str, str] = self._spec.facade.get("errors", {})
        return {wire: _BY_FACADE[name] for name, wire in fields.items()}

    def _schema(self, status: int, route: Route | None) -> Schema | None:
        """The schema of a body, or None if there is none."""
        errors: Mapping[int | str, Schema | None] = route.endpoint.errors if route else {}
        found = errors[status] if status in errors else errors.get("default", self._spec.api.problem)
        return found if found is None or whole(found).get("type", "object") == "object" else None

    def _media_type(self, status: int, route: Route | None) -> str:
        responses: Json = route.node["responses"] if route else {}
        for name in (str(status), "default", *responses):
            if name in responses and (name == "default" or name[0] in "45"):
                types = list(self._spec.follow(responses[name], "")[0].get("content", {}))
                if types:
                    return str(types[0])
        return "application/json"


def _json(refused: Refused, media_type: str, body: Any) -> Reply:
    return Reply(refused.status, (*refused.headers, ("Content-Type", media_type)), json.dumps(body).encode())
