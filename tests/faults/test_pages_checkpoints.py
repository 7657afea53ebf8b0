"""A checkpoint is taken up by the list that it is of, in whatever client, and refused by any other."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import attrs
import pytest
import subkit
from support.lists import PAGES, marks_of
from support.paged import ENS, EVENTS, FIVE, NAMES, OMF, SERVERS, WSO2, names_of, pager_of
from support.scripted import BASE_URL, MODES, UUID_1, Driven, collect, settle
from support.styles import HOLDER, STYLES, Style

modes = pytest.mark.parametrize("mode", MODES)
styles = pytest.mark.parametrize("style", STYLES.values(), ids=lambda style: style.name)
TENANT = UUID_1.replace("6", "7")


def refused(mode: str, slug: str, mark: str, **more: Any) -> None:
    """Assert that a list refuses a checkpoint before anything is sent."""
    driven = Driven(slug, mode)
    with pytest.raises(subkit.InvalidArgument, match="resume"):
        pager_of(driven, resume=mark, **more)
    assert driven.requests == []


@pytest.mark.fault(43)
@modes
@pytest.mark.parametrize("slug", FIVE)
@pytest.mark.parametrize("other", FIVE)
def test_of_another_api(mode: str, slug: str, other: str) -> None:
    """A checkpoint of one API is refused by all others."""
    mark = pager_of(Driven(other, mode)).checkpoint()
    if slug != other:
        refused(mode, slug, mark)
    else:
        assert names_of(collect(pager_of(Driven(slug, mode, SERVERS[slug]), resume=mark))) == NAMES


@pytest.mark.fault(43)
@modes
@pytest.mark.parametrize(
    ("slug", "arguments"),
    [
        (ENS, {"event_type": "gds.files"}),
        (ENS, {"page_size": 3}),
        (WSO2, {"api_id": "another"}),
        (WSO2, {"limit": 3}),
        (EVENTS, {"nocache": True}),
    ],
)
def test_of_another_query(mode: str, slug: str, arguments: dict[str, Any]) -> None:
    """A checkpoint of a list with other arguments is refused, in both directions."""
    refused(mode, slug, pager_of(Driven(slug, mode)).checkpoint(), **arguments)
    refused(mode, slug, pager_of(Driven(slug, mode), **arguments).checkpoint())


@pytest.mark.fault(43)
@modes
@pytest.mark.parametrize(("slug", "name"), [(EVENTS, "institution_id"), (OMF, "tenant_id"), (OMF, "namespace_id")])
def test_of_another_client_wide_id(mode: str, slug: str, name: str) -> None:
    """A checkpoint of another institution, tenant or namespace is refused; that of the same one, as UUID or text,
    holds in any client."""
    other = pager_of(Driven(slug, mode, **{name: TENANT})).checkpoint()
    refused(mode, slug, other)
    same = pager_of(Driven(slug, mode, **{name: UUID(UUID_1)})).checkpoint()
    assert names_of(collect(pager_of(Driven(slug, mode, SERVERS[slug]), resume=same))) == NAMES


@pytest.mark.fault(43)
@modes
def test_it_says_which_client_it_is_for(mode: str) -> None:
    """The text says the client-wide ids and the server, and a refusal says which of them differ; the base URL may be
    written in another way."""
    pager = pager_of(Driven(OMF, mode))
    mark = json.loads(pager.checkpoint())
    assert mark["client"] == {"tenant_id": UUID_1, "namespace_id": UUID_1}
    assert mark["origin"] == "https://api.example:443"
    with pytest.raises(subkit.InvalidArgument, match="for another namespace_id than this client has"):
        pager_of(Driven(OMF, mode, namespace_id=TENANT), resume=pager.checkpoint())
    with pytest.raises(subkit.InvalidArgument, match=r"for https://api\.example:443, and .* https://api\.example:8443"):
        pager_of(Driven(OMF, mode, base_url=BASE_URL.replace(".example", ".example:8443")), resume=pager.checkpoint())
    same = Driven(OMF, mode, SERVERS[OMF], base_url=BASE_URL.replace("api.example", "API.example:443"))
    assert names_of(collect(pager_of(same, resume=pager.checkpoint()))) == NAMES


@pytest.mark.fault(43)
@modes
def test_of_an_older_release(mode: str) -> None:
    """A checkpoint without an origin, from before it had one, is still taken up, and still only by its own list."""
    mark = json.loads(pager_of(Driven(OMF, mode)).checkpoint())
    old = json.dumps({name: value for name, value in mark.items() if name not in ("origin", "client")})
    assert names_of(collect(pager_of(Driven(OMF, mode, SERVERS[OMF]), resume=old))) == NAMES
    refused_by = Driven(OMF, mode, tenant_id=TENANT)
    with pytest.raises(subkit.InvalidArgument, match="another operation, query or client parameter"):
        pager_of(refused_by, resume=old)


@pytest.mark.fault(43)
@modes
@styles
def test_of_another_operation(mode: str, style: Style) -> None:
    """A checkpoint of another list of the same API is refused, also where the two are asked alike."""
    for other in STYLES.values():
        for mark in marks_of(other):
            if other is not style:
                with pytest.raises(subkit.InvalidArgument, match="resume"):
                    style.pager(Driven(HOLDER, mode), resume=mark)


@modes
@pytest.mark.parametrize("style", ["link in the body", "link header"])
def test_of_another_query_by_link(mode: str, style: str) -> None:
    """Where links may change the whole query, the query that a list began with still tells it from another."""
    one = STYLES[style]
    other = attrs.evolve(one, arguments={"q": "other"})
    for mark in marks_of(other):
        with pytest.raises(subkit.InvalidArgument, match="another"):
            one.pager(Driven(HOLDER, mode), resume=mark)
    again = other.pager(Driven(HOLDER, mode, other.serve(PAGES)), resume=marks_of(other)[2])
    assert names_of(collect(again)) == ["c", "d", "e"]


BEGINNINGS: list[tuple[str, dict[str, Any]]] = [
    ("token", {"token": UUID(UUID_1)}),
    ("offset alone", {"skip": 2.0}),
    ("link header", {"q": datetime(2026, 1, 1, tzinfo=UTC)}),
    ("link header", {"q": date(2026, 1, 1)}),
    ("token", {"token": None}),
    ("page", {"page": None}),
]


@modes
@pytest.mark.parametrize(("style", "arguments"), BEGINNINGS)
def test_beginnings_of_any_type(mode: str, style: str, arguments: dict[str, Any]) -> None:
    """A list that was begun with a date, a UUID, a float or None has checkpoints too, and they are taken up."""
    one = attrs.evolve(STYLES[style], arguments=arguments)
    driven = Driven(HOLDER, mode, lambda _: STYLES[style].serve(PAGES)(attrs.evolve(driven.last, url=BASE_URL)))
    pager = one.pager(driven)
    for mark in (pager.checkpoint(), settle(pager.take(1)) and pager.checkpoint()):
        resumed = one.pager(Driven(HOLDER, mode), resume=mark)
        assert json.loads(resumed.checkpoint()) == json.loads(mark)


@modes
def test_what_says_the_same(mode: str) -> None:
    """None says the same as an argument that was left out, since both are not sent."""
    mark = pager_of(Driven(ENS, mode), event_type=None).checkpoint()
    assert names_of(collect(pager_of(Driven(ENS, mode, SERVERS[ENS]), resume=mark))) == NAMES
