"""Successes without what was promised, without a client: foreign objects, problems, and no body at all."""

from __future__ import annotations

from typing import Any

import pytest
from subkit._operations.endpoint import Paging
from support.replies import SUBSCRIPTION, WHOLE, read, refused, said

PROMISED = {200: SUBSCRIPTION}


@pytest.mark.parametrize(
    ("body", "settings", "paths"),
    [
        (b'{"fault":{"code":5}}', {}, ["$.fault"]),
        (b'{"fault":1,"more":2}', {}, ["$.fault", "$.more"]),
        (WHOLE, {"paging": Paging("none", items="list")}, []),
    ],
)
def test_an_object_that_is_not_the_promised_one(body: bytes, settings: Any, paths: list[str]) -> None:
    """It is refused with the drift that shows it: what is new in it, as far as anything is."""
    error = refused(PROMISED, body, **settings)
    assert said(error).startswith("an object without ")
    found = [one.path for one in error.drift]
    assert found[-len(paths) :] == paths if paths else found == []


def test_the_object_that_was_promised() -> None:
    """One field of the specification is enough."""
    assert read(PROMISED, b'{"tier":"t","fault":1}').parsed.tier == "t"


def test_a_problem_with_a_success() -> None:
    """The media type of problems is none of a success, although it is JSON."""
    assert said(refused(PROMISED, WHOLE, "application/problem+json")) == "'application/problem+json' instead of JSON"


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_read_without_a_body(method: str) -> None:
    """Without its body a read brought nothing, and may be called again."""
    error = refused(PROMISED, b"", method=method)
    assert said(error) == "an empty body"
    assert not error.hint


@pytest.mark.parametrize(
    ("lookup", "hint"),
    [
        ("things.get(...)", "before calling again, check with client.things.get(...)"),
        (None, "do not call again blindly"),
    ],
)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_write_without_the_promised_body(method: str, lookup: str | None, hint: str) -> None:
    """The write was carried out: the error says so, and how to see what became of it."""
    error = refused(PROMISED, b"", method=method, lookup=lookup)
    assert "carried out (status 200)" in str(error)
    assert (error.status, error.operation, error.hint) == (200, "get_subscription", hint)
