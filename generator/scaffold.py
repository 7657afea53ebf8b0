"""`python -m generator new <slug> <file>`: a first `facade.toml`, guessed from the document.

The guesses come from names and shapes only. What could not be guessed is listed for a person to decide.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import field, frozen

from .diagnostics import Diagnostic, SpecError, limited_depth
from .ir.verbs import is_action, is_list_call
from .spec.facade import Facade
from .spec.normalise import normalise
from .spec.operations import Operation, ResolvedSpec
from .spec.references import component_of
from .spec.resolve import resolve_spec
from .spec.source import check_slug
from .spec.structure import check_structure
from .spec.yaml_reader import read_document

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
class Scaffold:
    """The text of a first `facade.toml`, and what it does not settle."""

    text: str
    missing: tuple[str, ...] = field(default=())


def scaffold(slug: str, file: Path, specs: Path) -> Scaffold:
    """Copy a document to `specs/<slug>/openapi.yaml` and write its first `facade.toml`.

    Raises `SpecError` if the folder already exists, its name cannot be that of a package, or the document is invalid.
    """
    folder = specs / slug
    check_slug(slug, folder)
    if folder.exists():
        raise SpecError([Diagnostic(folder, 1, "this API already exists")])
    document = read_document(file)
    if diagnostics := check_structure(document):
        raise SpecError(diagnostics)
    with limited_depth(file):
        result = recognise(resolve_spec(normalise(document), Facade()))
    folder.mkdir(parents=True)
    shutil.copyfile(file, folder / "openapi.yaml")
    (folder / "facade.toml").write_text(result.text, "utf-8")
    return result


def recognise(resolved: ResolvedSpec) -> Scaffold:
    """A first facade for a resolved document."""
    lines = ["# How the Python API differs from the conventions, and what OpenAPI cannot express."]
    missing: list[str] = []
    if shared := client_parameters(resolved):
        lines += ["", "[client]", f"path_parameters = {json.dumps(shared)}"]
    for operation in resolved.operations:
        if is_list_call(operation, resolved):
            paging = _paging(operation, resolved)
            lines += ["", f"[operations.{_key(operation.id)}.paging]", *_settings(paging)]
            if not _is_array(operation, resolved) and (paging["style"] == "none" or "items" not in paging):
                missing.append(f"{operation.id}: how it is paged; treated as a single page")
    errors = _errors(resolved)
    if errors:
        lines += ["", "[errors]", *_settings(errors)]
    else:
        missing.append("which error properties hold code, title and detail: [errors]")
    missing += [
        f"{one.id}: whether it can be retried safely: idempotent"
        for one in resolved.operations
        if is_action(one, resolved)
    ]
    return Scaffold("\n".join([*lines, ""]), tuple(missing))


def _key(name: str) -> str:
    return name if name.replace("_", "").replace("-", "").isalnum() and name.isascii() else json.dumps(name)


def _settings(values: Mapping[str, str]) -> list[str]:
    return [f"{key} = {json.dumps(value)}" for key, value in values.items()]


def client_parameters(resolved: ResolvedSpec) -> list[str]:
    """Path parameters that every operation has: they become arguments of the client."""
    paths = [[p.name for p in operation.parameters if p.location == "path"] for operation in resolved.operations]
    return [name for name in paths[0] if all(name in others for others in paths)] if len(paths) > 1 else []


def _paging(operation: Operation, resolved: ResolvedSpec) -> dict[str, str]:
    query = [p.name for p in operation.parameters if p.location == "query"]
    schema = _success_schema(operation, resolved)
    properties: Mapping[str, Any] = schema.get("properties", {})
    arrays = [name for name, one in properties.items() if one.get("type") == "array"]
    items = _first_known(ITEMS, arrays) or (arrays[0] if len(arrays) == 1 else None)
    found = {
        "token": _first_known(TOKENS, query),
        "cursor": _first_known(CURSORS, query),
        "next": _first_known(NEXT_TOKENS, properties),
        "link": _first_known(LINKS, properties),
        "more": _first_known(MORE, properties),
        "offset": _first_known(OFFSETS, query),
        "page": _first_known(PAGES, query),
        "limit": _first_known(LIMITS, query),
        "total": _first_known(TOTALS, properties),
        "headers": "Link" if _declares_link(operation) else None,
    }
    chosen = next(style for style in _styles(found, items))
    return {"style": chosen.pop("style"), **({"items": items} if items else {}), **chosen}


def _styles(found: Mapping[str, str | None], items: str | None) -> Iterator[dict[str, str]]:
    """The paging styles that fit, the most certain first."""
    token = found["token"] or found["cursor"]
    if token and found["next"]:
        yield _without_none(style="token", token=token, next=found["next"], size=found["limit"], total=found["total"])
    if found["cursor"] and found["more"]:
        yield _without_none(style="cursor", token=found["cursor"], cursor="id", more=found["more"])
    if found["headers"]:
        yield {"style": "link"}
    if found["offset"] and items:
        yield _without_none(style="offset", offset=found["offset"], limit=found["limit"], total=found["total"])
    if found["link"]:
        yield _without_none(style="link", next=found["link"])
    if found["page"]:
        yield _without_none(style="page", page=found["page"], limit=found["limit"], total=found["total"])
    if found["offset"]:
        yield _without_none(style="offset", offset=found["offset"], limit=found["limit"])
    yield {"style": "none"}


def _without_none(**values: str | None) -> dict[str, str]:
    return {key: value for key, value in values.items() if value is not None}


def _first_known(names: tuple[str, ...], known: Any) -> str | None:
    return next((name for name in names if name in known), None)


def _success_schema(operation: Operation, resolved: ResolvedSpec) -> Mapping[str, Any]:
    content = next((r.content for s, r in operation.responses.items() if s.startswith("2") and r.content), None)
    schema: Mapping[str, Any] = content.schema if content else {}
    return resolved.schemas.get(component_of(schema) or "", schema)


def _is_array(operation: Operation, resolved: ResolvedSpec) -> bool:
    return _success_schema(operation, resolved).get("type") == "array"


def _declares_link(operation: Operation) -> bool:
    return any(name.lower() == "link" for reply in operation.responses.values() for name in reply.headers)


def _errors(resolved: ResolvedSpec) -> dict[str, str]:
    for operation in resolved.operations:
        for status, reply in operation.responses.items():
            if status[0] in "45d" and reply.content is not None:
                properties = resolved.schemas.get(component_of(reply.content.schema) or "", {}).get("properties", {})
                found = _without_none(
                    code=_first_known(CODES, properties),
                    title=_first_known(TITLES, properties),
                    detail=_first_known(DETAILS, properties),
                )
                if found:
                    return found
    return {}
