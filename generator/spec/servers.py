"""The servers of a document, and those of single operations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from ..diagnostics import Diagnostic
from .document import Document, Json
from .operations import Operation


def server_url(own: list[Json] | None, shared: list[Json] | None) -> str | None:
    """The server of an operation with servers of its own: a URL, or a path. None if the document has the same one."""
    url, usual = _url(own), _url(shared) or "/"
    return None if url in (None, usual) else url


def _url(servers: list[Json] | None) -> str | None:
    """The URL of the first server, with the defaults of its variables and without a slash at its end."""
    if not servers:
        return None
    url = str(servers[0].get("url", ""))
    variables: dict[str, Any] = servers[0].get("variables") or {}
    for name, variable in variables.items():
        url = url.replace(f"{{{name}}}", str(variable.get("default", "")))
    return url.rstrip("/") or "/"


def check_server(document: Document, operation: Operation) -> Iterator[Diagnostic]:
    """A server of an operation that cannot be used."""
    url = operation.server
    if url is None or re.fullmatch(r"/[^/{}?#\\\s][^{}?#\\\s]*|/", url):
        return
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname or "{" in url or parts.query or parts.fragment:
        text = f"the server {url!r} of {operation.id} must be an https:// URL, or a path that starts with a slash"
        yield document.diagnostic((*operation.pointer, "servers"), text)
