"""Servers that page, one for each convention, and what drives a pager over them in either mode."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from subkit._transport import Reply, Request
from support.scripted import Driven, reply

ENS, WSO2, SERVER = "illumina-ens", "wso2-publisher", "alteryx-server"
Serve = Callable[[Request], Reply]
ARGUMENTS: dict[str, dict[str, Any]] = {ENS: {"page_size": 2}, WSO2: {"api_id": "a/b c", "limit": 2}, SERVER: {}}


def query(request: Request) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(request.url).query).items()}


def tokens(pages: dict[str | None, tuple[list[str], str | None]]) -> Serve:
    """Serves pages by token."""

    def serve(request: Request) -> Reply:
        items, following = pages[query(request).get("pageToken")]
        listed = [{"id": one} for one in items]
        return reply(200, {"items": listed, "nextPageToken": following, "totalItemCount": 5}, ETag='"p"')

    return serve


def offsets(names: list[str], form: str = "/subscriptions?limit={limit}&offset={after}&apiId=a/b c") -> Serve:
    """Serves a list by offset, with references to the next page such as servers give."""

    def serve(request: Request) -> Reply:
        asked = query(request)
        offset, limit = int(asked.get("offset", 0)), int(asked.get("limit", 25))
        here, after = names[offset : offset + limit], offset + limit
        following = form.format(limit=limit, after=after) if after < len(names) else ""
        listed = [{"subscriptionId": one, "applicationId": "x", "apiIdentifier": "y", "tier": "z"} for one in here]
        return reply(200, {"count": len(here), "list": listed, "next": following, "previous": ""})

    return serve


def array(names: list[str]) -> Serve:
    return lambda _: reply(200, [{"id": one} for one in names])


NAMES = ["a", "b", "c", "d", "e"]
SERVERS: dict[str, Serve] = {
    ENS: tokens({None: (["a", "b"], "t 2"), "t 2": (["c", "d"], "t/3"), "t/3": (["e"], "")}),
    WSO2: offsets(NAMES),
    SERVER: array(NAMES),
}


def pager_of(driven: Driven, **arguments: Any) -> Any:
    return driven.client.subscriptions.list(**{**ARGUMENTS[driven.slug], **arguments})


def names_of(items: list[Any]) -> list[str]:
    return [getattr(item, "subscription_id", None) or item.id for item in items]


def following(pager: Any) -> Any:
    """The next item."""
    return next(pager) if hasattr(pager, "__next__") else asyncio.run(_following(pager))


async def _following(pager: Any) -> Any:
    return await anext(pager)
