"""How a list is paged, in the runtime's terms."""

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
    """How a list is paged."""
    facade = facade or PagingFacade()
    python = {argument.wire: argument.python for argument in arguments}
    answer = next((schema for status, schema in success.items() if status != "304"), None) or {}
    items = _items_schema(context, facade, answer)
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
        item=context.schemas.type(items),
    )


def _items_schema(context: Context, facade: PagingFacade, answer: nodes.Schema) -> nodes.Schema:
    if facade.items is None:
        items: nodes.Schema = answer.get("items", {})
        return items
    found: nodes.Schema = context.schemas.model(answer["ref"])["properties"][facade.items]
    return dict(found.get("items", {}))


def _is_number(argument: nodes.Argument, wire: str | None) -> bool:
    return argument.location == "query" and argument.wire == wire and argument.schema.get("type") == "integer"


def _links(facade: PagingFacade, arguments: tuple[nodes.Argument, ...]) -> tuple[tuple[str, str, str], ...]:
    """The query parameters that a link to the next page may set, and a token that is a number."""
    if facade.style in ("token", "header", "cursor"):
        return tuple((one.wire, one.python, "integer") for one in arguments if _is_number(one, facade.token))
    if facade.style not in ("link", "offset") or (facade.style == "offset" and facade.next is None):
        return ()
    found = [one for one in arguments if one.location == "query" and one.schema.get("type") in ("string", "integer")]
    moving = {facade.offset, facade.limit} if facade.style == "offset" else {one.wire for one in found}
    return tuple((one.wire, one.python, str(one.schema["type"])) for one in found if one.wire in moving)
