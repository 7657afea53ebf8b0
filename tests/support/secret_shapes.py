"""An invented API that has secrets at every place where a specification can put one, generated once per process."""

from __future__ import annotations

import atexit
import json
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from generator.pipeline import generate

from .shapes import listed, mapped, ref, thing

SLUG: Final = "acme-secrets"
TEXT: Final = {"type": "string"}
HIDDEN: Final = {"type": "string", "writeOnly": True}
PASSWORD: Final = {"type": "string", "format": "password", "maxLength": 200}

SCHEMAS: Final[dict[str, Any]] = {
    "Inner": thing("key", key=PASSWORD, name=TEXT),
    "Settings": thing("url", url=TEXT, secret=HIDDEN, inner=ref("Inner"), keys=listed(PASSWORD)),
    "Plain": thing("size", size={"type": "integer"}),
    "NewThing": thing(
        "name",
        name=TEXT, pin=HIDDEN, number={"type": "integer", "writeOnly": True}, password=PASSWORD,
        codes=listed(PASSWORD), vault=mapped(PASSWORD), settings=ref("Settings"), many=listed(ref("Settings")),
        named=mapped(ref("Settings")), either={"oneOf": [ref("Settings"), ref("Plain")]},
        whole={"type": "object", "writeOnly": True, "additionalProperties": True},
    ),
    "Thing": thing(
        "id",
        id=TEXT, name=TEXT, apiKey=TEXT, password=PASSWORD, settings=ref("Settings"), many=listed(ref("Settings")),
        named=mapped(ref("Settings")), either={"oneOf": [ref("Settings"), ref("Plain")]}, vault=mapped(PASSWORD),
    ),
    "Things": thing("items", items=listed(ref("Thing")), nextPageToken=TEXT),
    "Login": thing("user", user=TEXT, password=PASSWORD),
    "Problem": thing(title=TEXT, detail=TEXT, hint=PASSWORD, either={"oneOf": [ref("Inner"), ref("Plain")]}),
}  # fmt: skip
FACADE: Final = """
[models.Thing]
secret = ["apiKey"]

[operations.listThings.paging]
style = "token"
items = "items"
token = "pageToken"
next = "nextPageToken"

[errors]
title = "title"
detail = "detail"
"""


def _answer(schema: str) -> dict[str, Any]:
    return {"description": "It.", "content": {"application/json": {"schema": ref(schema)}}}


def _call(name: str, schema: str | None, parameters: Any = (), body: Any = None, kind: str = "json") -> dict[str, Any]:
    found: dict[str, Any] = {"operationId": name, "tags": ["things"], "summary": f"{name}.", "x-source": "page: it"}
    found["parameters"] = [{"required": False, "x-source": "page: it", **one} for one in parameters]
    found["responses"] = {"200": _answer(schema) if schema else {"description": "Done."}, "400": _answer("Problem")}
    if body:
        found["requestBody"] = {"required": True, "content": {f"application/{kind}": {"schema": body}}}
    return found


_ID: Final = {"name": "thing_id", "in": "path", "required": True, "schema": TEXT}
_MATCH: Final = {"name": "If-Match", "in": "header", "schema": TEXT}
_PAGE: Final = [{"name": name, "in": "query", "schema": TEXT} for name in ("pageToken",)]
_SECRET: Final = [
    {"name": "otp", "in": "query", "schema": PASSWORD},
    {"name": "X-Second-Key", "in": "header", "schema": PASSWORD},
]
DOCUMENT: Final[dict[str, Any]] = {
    "openapi": "3.0.3",
    "info": {"title": "Secrets", "version": "v1", "description": "Secrets.", "x-sources": {"page": "A page"}},
    "servers": [{"url": "https://secrets.example/v1"}],
    "security": [{"bearer": []}],
    "paths": {
        "/things": {
            "get": _call("listThings", "Things", [*_PAGE, *_SECRET]),
            "post": _call("createThing", "Thing", _SECRET, ref("NewThing")),
        },
        "/things/{thing_id}": {
            "get": _call("getThing", "Thing", [_ID, *_SECRET]),
            "put": _call("updateThing", "Thing", [_ID, _MATCH], ref("NewThing")),
        },
        "/settings": {"put": _call("replaceSettings", None, (), listed(ref("Settings")))},
        "/logins": {"post": _call("logIn", "Thing", (), ref("Login"), "x-www-form-urlencoded")},
    },
    "components": {
        "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
        "schemas": {name: {**schema, "x-source": "page: it"} for name, schema in SCHEMAS.items()},
    },
}  # fmt: skip


@cache
def made() -> str:
    """Make the package importable; its slug."""
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    specs, made = Path(folder.name, SLUG), Path(folder.name, "made")
    specs.mkdir()
    (specs / "openapi.yaml").write_text(json.dumps(DOCUMENT, indent=1), "utf-8")
    (specs / "facade.toml").write_text(FACADE, "utf-8")
    for name, text in generate(specs).items():
        file = made / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    sys.path.insert(0, str(made / "src"))
    return SLUG
