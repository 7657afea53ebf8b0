"""Checkpoints: a list goes on where it stopped, or the checkpoint is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
import subkit
from subkit._transport.messages import Request
from support.paged import (
    ARRAYS,
    ENS,
    EVENTS,
    NAMES,
    SERVERS,
    WSO2,
    following,
    names_of,
    pager_of,
)
from support.scripted import MODES, UUID_1, Driven, collect, reply, settle

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]
apis = pytest.mark.parametrize("slug", SERVERS)


@apis
@pytest.mark.parametrize("count", range(7))
def test_resume_after_any_item(mode: str, slug: str, count: int) -> None:
    """A checkpoint taken after any item goes on with the next one, in another client and more than once."""
    pager = pager_of(Driven(slug, mode, SERVERS[slug]))
    begun = settle(pager.take(count))
    mark = pager.checkpoint()
    assert isinstance(mark, str)
    assert len(mark) < 500
    assert json.loads(mark)
    for _ in range(2):
        again = pager_of(Driven(slug, mode, SERVERS[slug]), resume=mark)
        assert mark == again.checkpoint()
        assert names_of(begun + collect(again)) == NAMES


@apis
def test_resume_after_pages(mode: str, slug: str) -> None:
    """Each page handed out counts for the checkpoint, and pages can be resumed in the middle of one."""
    pager = pager_of(Driven(slug, mode, SERVERS[slug]))
    begun = settle(pager.take(1))
    again = pager_of(Driven(slug, mode, SERVERS[slug]), resume=pager.checkpoint())
    pages = collect(again.pages())
    assert names_of(begun + [item for page in pages for item in page.items]) == NAMES
    assert collect(pager_of(Driven(slug, mode, SERVERS[slug]), resume=again.checkpoint())) == []


@pytest.mark.parametrize(("slug", "start"), [(WSO2, {"offset": 1}), (ENS, {"page_token": "t 2"})])
@pytest.mark.parametrize("repeated", [True, False], ids=["same arguments", "without the start"])
def test_resume_a_list_that_began_elsewhere(mode: str, slug: str, start: dict[str, Any], repeated: bool) -> None:
    """A checkpoint says where to go on by itself, or is refused: it never goes on somewhere else."""
    pager = pager_of(Driven(slug, mode, SERVERS[slug]), **start)
    begun = settle(pager.take(1))
    expected = names_of(collect(pager_of(Driven(slug, mode, SERVERS[slug]), **start)))
    assert expected[:1] == names_of(begun)
    try:
        again = pager_of(Driven(slug, mode, SERVERS[slug]), resume=pager.checkpoint(), **(start if repeated else {}))
    except subkit.InvalidArgument:
        assert not repeated
    else:
        assert expected[1:] == names_of(collect(again))


def checkpoint(mode: str, slug: str, **changes: Any) -> str:
    return pager_of(Driven(slug, mode, SERVERS[slug], **changes)).checkpoint()


@pytest.mark.parametrize("text", ["", "x", "[]", "null", "{}", "1", '{"v":1}', '{"v":2,"at":{},"skip":0}', 5])
def test_what_is_no_checkpoint(mode: str, text: Any) -> None:
    """A text that is no checkpoint is refused before anything is sent."""
    with pytest.raises(subkit.InvalidArgument, match="resume"):
        pager_of(Driven(ENS, mode), resume=text)


@pytest.mark.parametrize(
    "change", [{"skip": -1}, {"skip": "1"}, {"at": []}, {"at": {"api_id": "x"}}, {"operation": "x"}]
)
def test_a_changed_checkpoint(mode: str, change: dict[str, Any]) -> None:
    """A checkpoint that was tampered with is refused: it cannot change what is asked for."""
    mark = json.loads(checkpoint(mode, WSO2))
    with pytest.raises(subkit.InvalidArgument):
        collect(pager_of(Driven(WSO2, mode, SERVERS[WSO2]), resume=json.dumps({**mark, **change})))


@pytest.mark.fault(43)
def test_a_checkpoint_of_something_else(mode: str) -> None:
    """A checkpoint of another API, query or client-wide id is refused."""
    for arguments in ({"api_id": "another"}, {"limit": 3}):
        with pytest.raises(subkit.InvalidArgument, match="resume"):
            pager_of(Driven(WSO2, mode), resume=checkpoint(mode, WSO2), **arguments)
    with pytest.raises(subkit.InvalidArgument, match="resume"):
        pager_of(Driven(WSO2, mode), resume=checkpoint(mode, ENS))
    mark = Driven(EVENTS, mode).client.subscriptions.list().checkpoint()
    other = Driven(EVENTS, mode, institution_id=UUID_1.replace("6", "7"))
    with pytest.raises(subkit.InvalidArgument, match="resume"):
        other.client.subscriptions.list(resume=mark)


@pytest.mark.fault(43)
@apis
@pytest.mark.parametrize("failure", [reply(500), subkit.OutcomeUnknown("cut"), reply(200, b"<html>")])
def test_an_error_half_way_has_a_checkpoint(mode: str, slug: str, failure: Any) -> None:
    """Whatever ends a pager, the error says where to go on; the pager itself can go on too."""
    served = []

    def serve(request: Request) -> Any:
        served.append(request)
        return failure if len(served) == (1 if slug in ARRAYS else 2) else SERVERS[slug](request)

    pager = pager_of(Driven(slug, mode, serve, retry=subkit.Retry(attempts=1)))
    begun = settle(pager.take(0 if slug in ARRAYS else 2))
    with pytest.raises(subkit.SubkitError) as caught:
        following(pager)
    assert caught.value.checkpoint == pager.checkpoint()
    resumed = pager_of(Driven(slug, mode, SERVERS[slug]), resume=caught.value.checkpoint)
    assert names_of(begun + collect(resumed)) == NAMES
    assert names_of(begun + collect(pager)) == NAMES
