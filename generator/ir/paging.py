"""How a list is paged, in the terms of the runtime."""

from __future__ import annotations

from collections.abc import Mapping

from ..spec.facade import PagingFacade
from . import nodes
from .context import Context


def paging_of(
    context: Context,
    facade: PagingFacade | None,
    arguments: tuple[nodes.Argument, ...],
    success: Mapping[str, nodes.Schema | None],
) -> nodes.Paging:
    """The paging of a call with these arguments and successes; a single page if `facade.toml` says nothing."""
    facade = facade or PagingFacade()
    python = {argument.wire: argument.python for argument in arguments}
    response = next((schema for status, schema in success.items() if status != "304"), None) or {}
    return nodes.Paging(
        style=facade.style,
        items=facade.items,
        token=python.get(facade.token or ""),
        next=facade.next,
        offset=python.get(facade.offset or ""),
        limit=python.get(facade.limit or facade.size or ""),
        page=python.get(facade.page or ""),
        first=facade.first,
        cursor=facade.cursor,
        more=facade.more,
        total=facade.total,
        links=_links(facade, arguments),
        item=context.schemas.type(_items_schema(context, facade, response)),
    )


def _items_schema(context: Context, facade: PagingFacade, response: nodes.Schema) -> nodes.Schema:
    holder = response if facade.items is None else context.schemas.model(response["ref"])["properties"][facade.items]
    return dict(holder.get("items", {}))


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
