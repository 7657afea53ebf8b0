"""What `help()` shows: each field with its text, each call with its types."""

from __future__ import annotations

import inspect
import pydoc
import re
from typing import Any

import pytest
import subkit
from subkit._paging.pager import Page
from subkit._values import fields_of
from support.scripted import SLUGS, Driven

VALUES = [
    subkit.Response,
    subkit.Event,
    subkit.Meta,
    subkit.Drift,
    subkit.NotModified,
    subkit.Request,
    subkit.Reply,
    Page,
]
SELF_EXPLAINING = {"method", "status"}
"""Fields of `Request` and `Reply` without a text."""


def shown(value: object) -> str:
    """A help text as one line."""
    text = pydoc.plain(pydoc.render_doc(value))
    return " ".join(re.sub(r"^ \|", "", text, flags=re.MULTILINE).split())


@pytest.mark.parametrize("cls", VALUES, ids=lambda cls: cls.__name__)
def test_fields(cls: Any) -> None:
    """Each field is shown with the text below it in the source, also one that is computed late."""
    text = shown(cls)
    told = {one.name: inspect.getdoc(inspect.getattr_static(cls, one.name)) for one in fields_of(cls)}
    if cls not in (subkit.Request, subkit.Reply):
        assert {name for name, doc in told.items() if not doc} == set()
    for name, doc in told.items():
        if doc:
            assert f" {name} {' '.join(doc.split())} " in text


def test_each_text_is_its_own() -> None:
    """Texts are those of the field, and another class has others."""
    late = inspect.getattr_static(subkit.Meta, "drift")
    assert late.__doc__ == "Where this object does not match the specification."
    assert (
        inspect.getattr_static(subkit.Response, "drift").__doc__
        == "Where the response does not match the specification."
    )
    assert "A call begins; a request is sent" in shown(subkit.Event)
    assert (
        inspect.getdoc(type(late))
        == "An attribute that may be given as a function. It is called when the attribute is first read."
    )


@pytest.mark.parametrize("slug", SLUGS)
def test_calls(slug: str) -> None:
    """The help of a resource and of each call shows what it returns; `NotModified` only where a condition can be given."""
    client = Driven(slug, "sync").client
    resource = shown(client.subscriptions)
    for name in (name for name in dir(type(client.subscriptions)) if name[0] != "_" and name != "with_response"):
        call = getattr(client.subscriptions, name)
        returns = inspect.signature(call).return_annotation
        assert f"-> '{returns}'" in shown(call)
        assert re.search(rf" {name}\( ?self, ", resource)
        assert ("NotModified" in returns) is ("if_none_match" in inspect.signature(call).parameters)
    assert "The same calls, returning the whole `subkit.Response`" in resource
    assert "`subscriptions.get`: " in shown(client)
