"""Checkpoints come back from files and queues: one that was tampered with is refused, or does no harm."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

import pytest
import subkit
from hypothesis import given
from hypothesis import strategies as st
from subkit._transport.messages import Reply, Request
from support.bodies import anything
from support.lists import PAGES, marks_of
from support.paged import FIVE, pager_of, query
from support.properties import examples
from support.scripted import BASE_URL, MODES, UUID_1, Driven, reply, settle
from support.styles import HOLDER, STYLES, Style

modes = pytest.mark.parametrize("mode", MODES)
styles = pytest.mark.parametrize("style", STYLES.values(), ids=lambda style: style.name)
quick = examples(40)
TENANT = UUID_1.replace("6", "7")


def refused(mode: str, slug: str, mark: Any) -> None:
    """Assert that a list refuses a checkpoint before anything is sent."""
    driven = Driven(slug, mode)
    with pytest.raises(subkit.InvalidArgument, match="resume"):
        pager_of(driven, resume=mark)
    assert driven.requests == []


NO_CHECKPOINTS = [
    "", " ", "x", "[]", "null", "true", "1", "{}", '"{}"', "[" * 100_000, '{"v":' * 50_000, "1" * 5000, "NaN", "\x00",
    "\ud800", '{"v":1}', '{"v":[],"at":{},"skip":0,"end":false}', '{"v":1,"at":{},"skip":0}',
    b"{}", b"\xff", 5, 5.0, True, {}, [], object(), {"v": 1},
]  # fmt: skip


@modes
@pytest.mark.parametrize(
    "text", NO_CHECKPOINTS, ids=lambda text: "object" if type(text) is object else ascii(text)[:20]
)
def test_no_checkpoint_at_all(mode: str, text: Any) -> None:
    """Whatever is no checkpoint is refused by name, before anything is sent."""
    for slug in FIVE:
        refused(mode, slug, text)


def check_harmless(style: Style, mode: str, mark: Any) -> None:
    """Assert that a tampered checkpoint is refused, or goes on within the operation that it is given to."""

    def serve(request: Request) -> Reply:
        try:
            return style.serve(PAGES)(request)
        except (IndexError, ValueError):
            return reply(400, {"message": "there is no such place in this list"})

    driven = Driven(HOLDER, mode, serve)
    try:
        pager = style.pager(driven, resume=json.dumps(mark))
        assert isinstance(pager.checkpoint(), str)
        settle(pager.take(9))
    except (subkit.InvalidArgument, subkit.PaginationError, subkit.BadRequest):
        pass
    fixed = {name: str(value) for name, value in style.arguments.items() if style.paging.style != "link"}
    for request in driven.requests:
        parts = urlsplit(request.url)
        assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{BASE_URL}/things"
        assert query(request).keys() <= {name.rstrip("#") for name in style.parameters.split()}
        assert fixed.items() <= query(request).items() or style.paging.limit in fixed


VALUES = anything | st.sampled_from(
    ["../x", "t1", "\ud800", "\r\nX: y", 10**400, -1, 2**63, 1.0, "http://evil.example/", "?a=b#c", "&a=b", "1" * 5000]
)


@modes
@styles
@quick
@given(data=st.data())
def test_one_change(mode: str, style: Style, data: st.DataObject) -> None:
    """One thing changed, added or taken away at any place of any checkpoint."""
    mark = json.loads(data.draw(st.sampled_from(marks_of(style))))
    moving = [name.rstrip("#") for name in style.parameters.split()]
    inside = data.draw(st.booleans())
    target = mark["at"] if inside else mark
    names = [*moving, *target, "api_id", "limit", "__class__", ""] if inside else [*mark, "closed"]
    name = data.draw(st.sampled_from(names))
    if data.draw(st.integers(0, 4)) == 0:
        target.pop(name, None)
    else:
        target[name] = data.draw(VALUES)
    check_harmless(style, mode, mark)


@modes
@quick
@given(mark=anything, style=st.sampled_from([*STYLES.values()]))
def test_any_json(mode: str, style: Style, mark: Any) -> None:
    """Any JSON at all."""
    check_harmless(style, mode, mark)


@modes
@styles
@quick
@given(data=st.data())
def test_any_text(mode: str, style: Style, data: st.DataObject) -> None:
    """A checkpoint with characters changed, cut or put in."""
    mark = data.draw(st.sampled_from(marks_of(style)))
    start = data.draw(st.integers(0, len(mark)))
    text = mark[:start] + data.draw(st.text(max_size=3)) + mark[start + data.draw(st.integers(0, 3)) :]
    try:
        style.pager(Driven(HOLDER, mode), resume=text)
    except subkit.InvalidArgument as error:
        assert "resume" in str(error)  # noqa: PT017 - a checkpoint that came through is as good
