"""Why a fake refused a request: the rule, in words, and where the specification has it."""

from __future__ import annotations

from typing import Literal

from .._values import frozen

Rule = Literal[
    "path",
    "method",
    "token",
    "scope",
    "accept",
    "media type",
    "parameter",
    "body",
    "exists",
    "gone",
    "page token",
    "precondition",
    "check",
    "behaviour",
    "token request",
    "fault",
]
"""Kinds of rules."""


@frozen
class Explanation:
    """Why a request was refused."""

    __module__ = "subkit.mock"

    status: int
    rule: Rule
    """Which kind of rule it violates."""
    detail: str
    """What is wrong, in words."""
    pointer: str = ""
    """The place in the specification, as a JSON pointer (RFC 6901); empty for rules that OpenAPI does not express."""
    line: int | None = None
    """The line of that place in `openapi.yaml`."""

    def __str__(self) -> str:
        place = f" (openapi.yaml, line {self.line}: {self.pointer})" if self.line else ""
        return f"{self.status}, {self.rule}: {self.detail}{place}"


class Refused(Exception):
    """A request that is refused. The engine answers it with the vendor's own error."""

    def __init__(
        self,
        status: int,
        rule: Rule,
        detail: str,
        pointer: str = "",
        *,
        headers: tuple[tuple[str, str], ...] = (),
        oauth: str | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.rule: Rule = rule
        self.detail = detail
        self.pointer = pointer
        self.headers = headers
        self.oauth = oauth
        """The error code of OAuth 2.0, for what a token endpoint refuses."""
