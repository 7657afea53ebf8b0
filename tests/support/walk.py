"""A list that is walked through page by page, without a client: a cursor, and who answers it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import subkit
from subkit._operations.endpoint import Endpoint, Paging
from subkit._operations.operation import Operation
from subkit._paging.state import Cursor
from subkit._transport.messages import Headers

from .scripted import package_of

HOLDER: Endpoint[Any] = package_of("alteryx-server").operations.list_subscriptions().endpoint
TOKEN = Paging("token", items="items", token="after", next="next", limit="size")
HEADER = Paging("header", items="items", token="after", next="X-Next")
PAGE = Paging("page", items="items", page="number", total="total")
OFFSET = Paging("offset", items="items", offset="start", limit="size", next="next")
LINK = Paging("link", items="items", next="next", links=(("p", "page", "integer"), ("c", "cursor", "string")))
THREE = {None: ("ab", "2"), "2": ("cd", "3"), "3": ("e", None)}
Serve = Callable[[dict[str, Any]], Any]


def listing(paging: Paging | None, **arguments: Any) -> Operation[Any]:
    """A call of a list that is paged like this."""
    return Operation(attrs.evolve(HOLDER, paging=paging), arguments)


def tokens(pages: dict[str | None, tuple[str, str | None]]) -> Serve:
    """Serves pages by token: items as letters, and the next token."""

    def serve(asked: dict[str, Any]) -> Any:
        items, following = pages[asked.get("after")]
        return {"items": list(items), "next": following}

    return serve


class Walk:
    """A cursor over a list, and what it asked for."""

    def __init__(self, serve: Serve, operation: Operation[Any], resume: str | None = None) -> None:
        self.cursor: Cursor[Any] = Cursor(operation, {"tenant": "t"}, resume)
        self.serve = serve
        self.asked: list[dict[str, Any]] = []
        self.headers: dict[str, str] = {}

    def fetch(self) -> bool:
        """Take in the next page, if there is one."""
        last, operation = self.cursor.last, self.cursor.next_operation()
        if operation is not None:
            self.asked.append(dict(operation.arguments))
            self.cursor.accept(self.response(operation), last)
        return operation is not None

    def response(self, operation: Operation[Any]) -> subkit.Response[Any]:
        """The answer to this call."""
        return subkit.Response(
            parsed=self.serve(dict(operation.arguments)), status=200, headers=Headers(self.headers.items()), etag='"p"'
        )

    def rest(self) -> str:
        """All items that are left."""
        found = "".join(self.cursor.take(99))
        while self.fetch():
            found += "".join(self.cursor.take(99))
        return found
