"""`python -m generator new <slug> <file>`: a first `facade.toml`, from what a document lets one recognise.

It guesses from names and shapes only, writes down what it found, and says what it could not find.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import field, frozen

from .diagnostics import Problem, Refused
from .ir.naming import is_list_call, method_name_of
from .spec.facade import Facade
from .spec.normalise import normalise
from .spec.operations import Operation, Prepared
from .spec.references import target
from .spec.resolve import prepare
from .spec.source import read_document

ITEMS: Final = ("items", "data", "results", "list", "value", "values", "entries", "resources", "records", "content")
_TOKENS: Final = ("nextToken", "next_token", "continuationToken", "iterator")
TOKENS: Final = ("pageToken", "page_token", "marker", "after", *_TOKENS)
NEXT_TOKENS: Final = ("nextPageToken", "next_page_token", "nextCursor", "next_cursor", *_TOKENS)
CURSORS: Final = ("cursor", "starting_after", "startingAfter")
MORE: Final = ("has_more", "hasMore", "more")
OFFSETS: Final = ("offset", "skip", "start", "startIndex")
LIMITS: Final = ("limit", "count", "pageSize", "page_size", "per_page", "perPage", "size", "top", "max_results")
PAGES: Final = ("page", "pageNumber", "page_number", "Page")
LINKS: Final = ("next", "nextLink", "next_url", "nextUrl", "@odata.nextLink")
TOTALS: Final = ("total", "totalCount", "total_count", "totalItemCount", "totalResults", "total_results")
CODES: Final = ("code", "errorCode", "error_code", "type", "status")
TITLES: Final = ("title", "message", "error", "Error")
DETAILS: Final = ("detail", "details", "description", "error_description", "Reason")


@frozen
class Beginning:
    """A first facade, and what is left to a person."""

    text: str
    open: tuple[str, ...] = field(default=())


def begin(slug: str, file: Path, specs: Path) -> Beginning:
    """Copy a document to `specs/<slug>/openapi.yaml` and write its first `facade.toml`.

    Raises `Refused` if the folder is there already or the document cannot be read.
    """
    folder = specs / slug
    if folder.exists():
        raise Refused([Problem(folder, 1, "there is such an API already")])
    document = normalise(read_document(file))
    prepared = prepare(document, Facade())
    beginning = recognise(prepared)
    folder.mkdir(parents=True)
    shutil.copyfile(file, folder / "openapi.yaml")
    (folder / "facade.toml").write_text(beginning.text, "utf-8")
    return beginning


def recognise(prepared: Prepared) -> Beginning:
    """The first facade of a prepared document."""
    lines = ["# The Python surface of this API, where it differs from the conventions or says what OpenAPI cannot."]
    missing: list[str] = []
    if shared := shared_parameters(prepared):
        lines += ["", "[client]", f"path_parameters = {json.dumps(shared)}"]
    for operation in prepared.operations:
        if is_list_call(operation, prepared):
            paging = _paging(operation, prepared)
            lines += ["", f"[operations.{_key(operation.id)}.paging]", *_settings(paging)]
            if not _is_array(operation, prepared) and (paging["style"] == "none" or "items" not in paging):
                missing.append(f"{operation.id}: how it pages; it is read as one page")
    errors = _errors(prepared)
    if errors:
        lines += ["", "[errors]", *_settings(errors)]
    else:
        missing.append("which property of an error body says what: [errors] code, title, detail")
    missing += [
        f"{one.id}: whether it is safe to send twice: idempotent" for one in prepared.operations if _is_action(one)
    ]
    return Beginning("\n".join([*lines, ""]), tuple(missing))


def _key(name: str) -> str:
    return name if name.replace("_", "").replace("-", "").isalnum() and name.isascii() else json.dumps(name)


def _settings(values: Mapping[str, str]) -> list[str]:
    return [f"{key} = {json.dumps(value)}" for key, value in values.items()]


def shared_parameters(prepared: Prepared) -> list[str]:
    """Path parameters that every operation has: they belong to the client."""
    paths = [[p.name for p in operation.parameters if p.place == "path"] for operation in prepared.operations]
    return [name for name in paths[0] if all(name in others for others in paths)] if len(paths) > 1 else []


def _paging(operation: Operation, prepared: Prepared) -> dict[str, str]:
    query = [p.name for p in operation.parameters if p.place == "query"]
    answer = _answer(operation, prepared)
    properties: Mapping[str, Any] = answer.get("properties", {})
    arrays = [name for name, one in properties.items() if one.get("type") == "array"]
    items = _first(ITEMS, arrays) or (arrays[0] if len(arrays) == 1 else None)
    found = {
        "token": _first(TOKENS, query),
        "cursor": _first(CURSORS, query),
        "next": _first(NEXT_TOKENS, properties),
        "link": _first(LINKS, properties),
        "more": _first(MORE, properties),
        "offset": _first(OFFSETS, query),
        "page": _first(PAGES, query),
        "limit": _first(LIMITS, query),
        "total": _first(TOTALS, properties),
        "headers": "Link" if _declares_link(operation) else None,
    }
    chosen = next(style for style in _styles(found, items))
    return {"style": chosen.pop("style"), **({"items": items} if items else {}), **chosen}


def _styles(found: Mapping[str, str | None], items: str | None) -> Iterator[dict[str, str]]:
    """What fits, the surest first."""
    token = found["token"] or found["cursor"]
    if token and found["next"]:
        yield _given(style="token", token=token, next=found["next"], size=found["limit"], total=found["total"])
    if found["cursor"] and found["more"]:
        yield _given(style="cursor", token=found["cursor"], cursor="id", more=found["more"])
    if found["headers"]:
        yield {"style": "link"}
    if found["offset"] and items:
        yield _given(style="offset", offset=found["offset"], limit=found["limit"], total=found["total"])
    if found["link"]:
        yield _given(style="link", next=found["link"])
    if found["page"]:
        yield _given(style="page", page=found["page"], limit=found["limit"], total=found["total"])
    if found["offset"]:
        yield _given(style="offset", offset=found["offset"], limit=found["limit"])
    yield {"style": "none"}


def _given(**values: str | None) -> dict[str, str]:
    return {key: value for key, value in values.items() if value is not None}


def _first(names: tuple[str, ...], known: Any) -> str | None:
    return next((name for name in names if name in known), None)


def _answer(operation: Operation, prepared: Prepared) -> Mapping[str, Any]:
    content = next((r.content for s, r in operation.replies.items() if s.startswith("2") and r.content), None)
    schema: Mapping[str, Any] = content.schema if content else {}
    return prepared.schemas.get(target(schema) or "", schema)


def _is_array(operation: Operation, prepared: Prepared) -> bool:
    return _answer(operation, prepared).get("type") == "array"


def _declares_link(operation: Operation) -> bool:
    return any(name.lower() == "link" for reply in operation.replies.values() for name in reply.headers)


def _errors(prepared: Prepared) -> dict[str, str]:
    for operation in prepared.operations:
        for status, reply in operation.replies.items():
            if status[0] in "45d" and reply.content is not None:
                properties = prepared.schemas.get(target(reply.content.schema) or "", {}).get("properties", {})
                found = _given(
                    code=_first(CODES, properties), title=_first(TITLES, properties), detail=_first(DETAILS, properties)
                )
                if found:
                    return found
    return {}


def _is_action(operation: Operation) -> bool:
    return operation.method == "post" and method_name_of(operation) not in ("create", "add")
