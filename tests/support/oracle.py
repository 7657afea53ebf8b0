"""The independent judge of answers: jsonschema over the vendor's own document, read without any code of subkit's.

Lengths, patterns and ranges bind requests only and are left out. An object with properties takes no other ones, unless
its document says that it does. A discriminator decides which variant counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from jsonschema import Draft202012Validator, FormatChecker

from .shapes import DOCUMENT
from .shapes import SLUG as SHAPES

SPECS: Final = Path(__file__).parents[2] / "specs"
PREFIX: Final = "#/components/schemas/"
Json = dict[str, Any]

_checker = FormatChecker(formats=())
_DATE_TIME: Final = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d))", re.ASCII
)


@_checker.checks("date-time")
def is_date_time(value: object) -> bool:
    """RFC 3339, 5.6 and 5.7: a leap second ends a month of UTC. Year 0 and what follows 9999 have no datetime."""
    if not isinstance(value, str):
        return True
    found = _DATE_TIME.fullmatch(value)
    if found is None:
        return False
    year, month, day, hour, minute, second = map(int, found.groups()[:6])
    away = timedelta(hours=int(found[8] or 0), minutes=int(found[9] or 0)) * (-1 if found[7] == "-" else 1)
    if second > 60 or int(found[8] or 0) > 23 or int(found[9] or 0) > 59:
        return False
    try:
        moment = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
        after = moment - away + timedelta(seconds=1) if second == 60 else None
    except (ValueError, OverflowError):
        return False
    return after is None or (after.day, after.hour, after.minute, after.second) == (1, 0, 0, 0)


@_checker.checks("date")
def is_full_date(value: object) -> bool:
    """RFC 3339, full-date."""
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value, re.ASCII) if isinstance(value, str) else None
    try:
        return not isinstance(value, str) or (found is not None and bool(date(*map(int, found.groups()))))
    except ValueError:
        return False


@_checker.checks("uuid")
def is_uuid(value: object) -> bool:
    """RFC 4122, in text."""
    pattern = r"[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}"
    return not isinstance(value, str) or re.fullmatch(pattern, value) is not None


@cache
def document(slug: str) -> Json:
    """The document of an API as its vendor's page has it."""
    if slug == SHAPES:
        return DOCUMENT
    found: Json = yaml.safe_load((SPECS / slug / "openapi.yaml").read_text("utf-8"))
    return found


@cache
def model_names(slug: str) -> tuple[str, ...]:
    """The schemas that are objects with fields of their own."""
    schemas = document(slug)["components"]["schemas"]
    return tuple(name for name, one in schemas.items() if one.get("properties") or len(one.get("allOf", ())) > 1)


def _judged(schema: Json) -> Any:
    """A schema of OpenAPI 3.0 as one of JSON Schema 2020-12."""
    result: Json = {key: schema[key] for key in ("type", "enum", "required", "format") if key in schema}
    if "$ref" in schema:
        return {"$ref": f"#/$defs/{schema['$ref'].removeprefix(PREFIX)}"}
    if "properties" in schema:
        result["properties"] = {name: _judged(one) for name, one in schema["properties"].items()}
    if "items" in schema:
        result["items"] = _judged(schema["items"])
    if isinstance(extra := schema.get("additionalProperties"), Mapping):
        result["additionalProperties"] = _judged(dict(extra))
    if isinstance(extra, bool) and extra:
        result["additionalProperties"] = True  # otherwise a union around it would take them for unknown
    if len(parts := schema.get("allOf", ())) == 1:
        result["allOf"] = [_judged(parts[0])]
    elif parts:
        result["allOf"] = [_part(one) for one in parts]
    if variants := schema.get("oneOf") or schema.get("anyOf"):
        result |= _union(variants, schema.get("discriminator"))
    return {"anyOf": [result, {"type": "null"}]} if schema.get("nullable") else result


def _part(schema: Json) -> Any:
    """A part of `allOf`: other parts may bring more fields."""
    return {"$ref": f"#/$defs/{schema['$ref'].removeprefix(PREFIX)}+"} if "$ref" in schema else _judged(schema)


def _union(variants: list[Json], discriminator: Json | None) -> Json:
    if discriminator is None:
        return {"anyOf": [_judged(one) for one in variants]}
    name = discriminator["propertyName"]
    mapping = {one["$ref"].removeprefix(PREFIX): one["$ref"] for one in variants} | discriminator["mapping"]
    chosen = [
        {"properties": {name: {"const": value}}, "required": [name], "$ref": f"#/$defs/{to.removeprefix(PREFIX)}"}
        for value, to in mapping.items()
    ]
    return {"anyOf": chosen}


def _definitions(schemas: Json) -> Json:
    made: Json = {}
    for name, schema in schemas.items():
        made[f"{name}+"] = _judged(schema)
        fields = schema.get("properties") or schema.get("allOf")
        closed = fields and not isinstance(schema.get("additionalProperties"), Mapping | bool)
        closed = closed or (schema.get("properties") and schema.get("additionalProperties") is False)
        made[name] = _closed(schema, made[f"{name}+"]) if closed else made[f"{name}+"]
    return made


def _closed(schema: Json, judged: Json) -> Json:
    if schema.get("nullable"):
        return {"anyOf": [{**judged["anyOf"][0], "unevaluatedProperties": False}, {"type": "null"}]}
    return {**judged, "unevaluatedProperties": False}


@cache
def judge(slug: str, name: str) -> Draft202012Validator:
    """The validator of one schema of an API."""
    definitions = _definitions(document(slug)["components"]["schemas"])
    return Draft202012Validator({"$defs": definitions, "$ref": f"#/$defs/{name}"}, format_checker=_checker)


def accepts(slug: str, name: str, body: Any) -> bool:
    """Whether this body is as the document promises."""
    return judge(slug, name).is_valid(body)
