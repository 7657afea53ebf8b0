"""`modify` where a vendor documents no precondition: read, change, write, once, and the docstring says what that means."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
import subkit
from support.paged import query
from support.scripted import MODES, UUID_1, package_of, reply
from support.timed import Timed

ALTERYX, EVENTS, OMF = "alteryx-server", "jackhenry-events", "aveva-omf"
modes = pytest.mark.parametrize("mode", MODES)
WHOLE: dict[str, dict[str, Any]] = {
    ALTERYX: {"id": "s1", "name": "old", "canShareSchedules": True, "credentialId": "c1"},
    EVENTS: {"id": UUID_1, "name": "old", "dispatchType": "https", "enabled": True, "description": "d"},
    OMF: {"Id": "s1", "Name": "old", "Description": "d"},
}
SENT: dict[str, tuple[str, dict[str, Any]]] = {
    ALTERYX: ("PUT", {"name": "new", "canShareSchedules": True, "credentialId": "c1"}),
    EVENTS: ("PATCH", {"name": "new"}),
    OMF: ("PUT", {"Name": "new", "Description": "d"}),
}
slugs = pytest.mark.parametrize("slug", WHOLE)


def rename(one: Any) -> None:
    one.name = "new"


def modified(mode: str, slug: str, change: Any, **options: Any) -> Timed:
    """A client that modified its subscription."""
    driven = Timed(slug, mode, lambda _: reply(200, WHOLE[slug]), **options)
    driven.result = driven.outcome(lambda client: client.subscriptions.modify(UUID_1, change))  # type: ignore[attr-defined]
    return driven


@slugs
@modes
def test_what_is_written(mode: str, slug: str) -> None:
    """A patch sends the edited field alone, a replacement all that it takes from the object."""
    driven = modified(mode, slug, rename)
    method, body = SENT[slug]
    assert [request.method for request in driven.requests] == ["GET", method]
    assert json.loads(driven.last.body or b"") == body


@slugs
@modes
def test_a_copy(mode: str, slug: str) -> None:
    """A changed copy does as well."""
    driven = modified(mode, slug, lambda one: attrs.evolve(one, name="new"))
    assert json.loads(driven.last.body or b"") == SENT[slug][1]


@slugs
@modes
def test_nothing_changed(mode: str, slug: str) -> None:
    """Nothing is written if nothing was changed; the fetched object is the result."""
    driven: Any = modified(mode, slug, lambda one: None)
    assert [request.method for request in driven.requests] == ["GET"]
    assert driven.result.name == "old"


@slugs
@modes
def test_another_id(mode: str, slug: str) -> None:
    """A change that gives the object another id does not write to that other one."""

    def move(one: Any) -> None:
        one.id = "64eca60b-2e55-4c38-8603-000000000000"
        one.name = "new"

    driven: Any = modified(mode, slug, move)
    assert isinstance(driven.result, subkit.InvalidArgument)
    assert [request.method for request in driven.requests] == ["GET"]


@slugs
@modes
def test_required_preconditions(mode: str, slug: str) -> None:
    """A client that requires preconditions requires those that are declared; here none is."""
    assert len(modified(mode, slug, rename, preconditions="required").requests) == 2


@modes
def test_a_cache_is_bypassed(mode: str) -> None:
    """What is changed is what the server has, not what a cache of it has."""
    driven = modified(mode, EVENTS, rename)
    assert query(driven.requests[0]).get("nocache") == "true"


@slugs
def test_the_docstring_says_so(slug: str) -> None:
    """Nobody takes it for protected."""
    module = __import__(f"{package_of(slug).__name__}.resources.subscriptions", fromlist=["x"])
    text = " ".join(module.Subscriptions.modify.__doc__.split())
    assert "offers no protection against concurrent changes" in text
    assert ("Only the edited fields are sent" in text) is (SENT[slug][0] == "PATCH")
