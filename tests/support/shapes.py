"""An invented API whose models hold the shapes that the five APIs do not have, generated once per process."""

from __future__ import annotations

import atexit
import json
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from generator.pipeline import generate

SLUG: Final = "acme-shapes"
TEXT, WHOLE = {"type": "string"}, {"type": "integer"}
MOMENT, DAY, UID = ({"type": "string", "format": name} for name in ("date-time", "date", "uuid"))


def ref(name: str) -> dict[str, Any]:
    """A reference to a schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def listed(items: Any, **more: Any) -> dict[str, Any]:
    """An array."""
    return {"type": "array", "items": items, **more}


def mapped(values: Any, **more: Any) -> dict[str, Any]:
    """A map."""
    return {"type": "object", "additionalProperties": values, **more}


def thing(*required: str, **properties: Any) -> dict[str, Any]:
    """An object with fields."""
    schema = {"type": "object", "properties": properties}
    return {**schema, "required": list(required)} if required else schema


def null(schema: dict[str, Any]) -> dict[str, Any]:
    """The same or null."""
    return {"nullable": True, "allOf": [schema]} if "$ref" in schema else {**schema, "nullable": True}


PLAIN = {
    "text": TEXT, "whole": WHOLE, "number": {"type": "number"}, "flag": {"type": "boolean"}, "moment": MOMENT,
    "day": DAY, "uid": UID, "colour": ref("Colour"), "level": ref("Level"), "any": {}, "free": {"type": "object"},
}  # fmt: skip
PET = {"oneOf": [ref("Cat"), ref("Dog")]}
KIND = {"propertyName": "kind", "mapping": {"cat": "#/components/schemas/Cat", "dog": "#/components/schemas/Dog"}}

SCHEMAS: Final[dict[str, Any]] = {
    "OpenEmpty": {**thing(name=TEXT), "additionalProperties": {}},
    "MaybeNothing": {**thing("name", name=TEXT), "nullable": True},
    "Nothings": thing(one=ref("MaybeNothing"), all=listed(ref("MaybeNothing")), named=mapped(ref("MaybeNothing"))),
    "Colour": {"type": "string", "enum": ["red", "green", "Red"]},
    "Level": {"type": "integer", "enum": [1, 2, 30]},
    "Scalars": thing(**PLAIN),
    "Needed": thing(*PLAIN, **PLAIN),
    "Nullable": thing(*PLAIN, **{name: null(one) for name, one in PLAIN.items()}),
    "Chosen": thing(
        mixed={"enum": ["a", 1, True, 2.5]},
        maybe={"enum": ["a", 1, None]},
        half={"type": "number", "enum": [0.5, 1.5]},
        yes={"type": "boolean", "enum": [True]},
        named=listed({"type": "string", "enum": ["x", "y"]}),
        numbered=mapped({"type": "integer", "enum": [7, 8]}),
    ),
    "Lists": thing(
        "texts",
        texts=listed(TEXT), gaps=listed(null(TEXT)), numbers=listed({"type": "number"}), moments=listed(MOMENT),
        days=listed(null(DAY)), uids=listed(UID), colours=listed(ref("Colour")), levels=listed(ref("Level")),
        nested=listed(listed(listed(WHOLE))), things=listed(ref("Small"), nullable=True),
        holes=listed(null(ref("Small"))), grid=listed(listed(ref("Small"))), pets=listed(PET), anything=listed({}),
    ),
    "Maps": thing(
        "counts",
        counts=mapped(WHOLE), moments=mapped(MOMENT), days=mapped(null(DAY)), things=mapped(ref("Small")),
        lists=mapped(listed(ref("Small"))), colours=mapped(ref("Colour")), maps=mapped(mapped(UID), nullable=True),
        either=mapped({"anyOf": [WHOLE, TEXT]}), free=mapped(True), named=ref("Labels"),
    ),
    "Labels": mapped(TEXT),
    "Small": thing("name", name=TEXT, at=MOMENT, size=null(WHOLE)),
    "Inherited": {"allOf": [ref("Small"), thing("own", own=listed(DAY), colour=ref("Colour"))]},
    "OpenTyped": {**thing("name", name=TEXT), "additionalProperties": WHOLE},
    "OpenThings": {**thing(name=TEXT), "additionalProperties": ref("Small")},
    "OpenAny": {**thing("name", name=TEXT), "additionalProperties": True},
    "Closed": {**thing(name=TEXT), "additionalProperties": False},
    "Cat": thing("kind", "lives", kind=TEXT, lives=WHOLE, born=DAY),
    "Dog": thing("kind", kind=TEXT, name=null(TEXT), friends=listed(ref("Dog"))),
    "Unions": thing(
        "pet",
        pet={**PET, "discriminator": KIND}, pets=listed({**PET, "discriminator": KIND}), loose={"anyOf": PET["oneOf"]},
        either={"oneOf": [TEXT, WHOLE]}, maybe={"oneOf": [null(WHOLE), listed(WHOLE)]},
        whenever={"oneOf": [MOMENT, WHOLE]}, scalar_or_thing={"oneOf": [{"type": "boolean"}, ref("Small")]},
        level_or_text={"anyOf": [ref("Level"), ref("Colour")]}, null_pet={**PET, "discriminator": KIND, "nullable": True},
    ),
    "Node": thing("name", name=TEXT, parent=null(ref("Node")), children=listed(ref("Node")), by=mapped(ref("Node"))),
    "Left": thing(name=TEXT, next=ref("Either")),
    "Right": thing("mark", name=TEXT, next=ref("Either"), mark=WHOLE),
    "Either": {"anyOf": [ref("Left"), ref("Right")]},
}  # fmt: skip


def _path(name: str) -> dict[str, Any]:
    ok = {"description": "It.", "content": {"application/json": {"schema": ref(name)}}}
    at = {"operationId": f"get{name}", "x-source": "page: it", "tags": [name], "summary": f"Get {name}."}
    return {"get": {**at, "responses": {"200": ok}}}


DOCUMENT: Final[dict[str, Any]] = {
    "openapi": "3.0.3",
    "info": {"title": "Shapes", "version": "v1", "description": "All shapes.", "x-sources": {"page": "A page"}},
    "servers": [{"url": "https://shapes.example/v1"}],
    "security": [{"bearer": []}],
    "paths": {f"/{name}": _path(name) for name, schema in SCHEMAS.items()},
    "components": {
        "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
        "schemas": {name: {**schema, "x-source": "page: it"} for name, schema in SCHEMAS.items()},
    },
}


@cache
def package() -> Any:
    """The generated package."""
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    specs, made = Path(folder.name, SLUG), Path(folder.name, "made")
    specs.mkdir()
    (specs / "openapi.yaml").write_text(json.dumps(DOCUMENT, indent=1), "utf-8")
    (specs / "facade.toml").write_text("", "utf-8")
    for name, text in generate(specs).items():
        file = made / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    sys.path.insert(0, str(made / "src"))
    return import_module("subkit_acme_shapes")
