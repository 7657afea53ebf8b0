"""How a list is paged, in the terms of the runtime."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..spec.answers import path_of, property_at, success_schema
from ..spec.facade import PagingFacade
from ..spec.operations import Operation
from . import nodes
from .context import Context


def paging_of(
    context: Context, operation: Operation, facade: PagingFacade | None, arguments: tuple[nodes.Argument, ...]
) -> nodes.Paging:
    """The paging of a call with these arguments; a single page if `facade.toml` says nothing."""
    facade = facade or PagingFacade()
    python = {argument.wire: argument.python for argument in arguments}
    response = success_schema(operation, context.resolved)
    item = _item(context, facade, response)
    return nodes.Paging(
        style=facade.style,
        items=_name(context, facade.items, response),
        token=python.get(facade.token or ""),
        next=facade.next if facade.style == "header" else _name(context, facade.next, response),
        offset=python.get(facade.offset or ""),
        limit=python.get(facade.limit or facade.size or ""),
        page=python.get(facade.page or ""),
        first=_first(context, facade),
        cursor=_name(context, facade.cursor, item),
        more=_name(context, facade.more, response),
        total=_name(context, facade.total, response),
        links=_links(facade, arguments),
        item=context.schemas.type(context.schemas.normal(item)),
    )


def _name(context: Context, name: str | None, schema: Mapping[str, Any]) -> nodes.Name | None:
    """The name of a property as the runtime takes it."""
    path = path_of(name, schema, context.resolved.schemas) if name is not None else None
    return name if path is None else path[0] if len(path) == 1 else path


def _first(context: Context, facade: PagingFacade) -> int | None:
    """The number of the first page; None for 1, which is the usual one."""
    found = facade.first if facade.first is not None else context.facade.first_page
    return found if facade.style == "page" and found != 1 else None


def _item(context: Context, facade: PagingFacade, response: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema of one item."""
    path = path_of(facade.items, response, context.resolved.schemas) if facade.items is not None else ()
    found: Mapping[str, Any] = property_at(path or (), response, context.resolved.schemas).get("items") or {}
    return found


def _is_number(argument: nodes.Argument, wire: str | None) -> bool:
    return argument.location == "query" and argument.wire == wire and argument.schema.get("type") == "integer"


def _links(facade: PagingFacade, arguments: tuple[nodes.Argument, ...]) -> tuple[tuple[str, str, str], ...]:
    """The query parameters that a link to the next page may set, or a token that is an integer."""
    if facade.style in ("token", "header", "cursor"):
        return tuple((one.wire, one.python, "integer") for one in arguments if _is_number(one, facade.token))
    if facade.style not in ("link", "offset") or (facade.style == "offset" and facade.next is None):
        return ()
    found = [one for one in arguments if one.location == "query" and one.schema.get("type") in ("string", "integer")]
    moving = {facade.offset, facade.limit} if facade.style == "offset" else {one.wire for one in found}
    return tuple((one.wire, one.python, str(one.schema["type"])) for one in found if one.wire in moving)
