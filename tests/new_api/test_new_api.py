"""A sixth API, by `docs/adding-an-api.md` alone: a vendor's file, the page's commands, and a client that works."""

from __future__ import annotations

import asyncio
import importlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from subkit import (
    HeaderKey,
    InstalledApi,
    NotFound,
    NotSent,
    OutcomeUnknown,
    PreconditionFailed,
    Reply,
    Request,
    Unauthenticated,
    UnknownVariant,
    meta,
)
from subkit.mock import Fake

from generator.__main__ import main

HERE = Path(__file__).parent
PAGE = (HERE.parents[1] / "docs" / "adding-an-api.md").read_text("utf-8")
SLUG = "harbour-notices"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The package, made as the page says: begin, add what was not recognised, generate."""
    place = tmp_path_factory.mktemp("new-api")
    specs, clients = str(place / "specs"), str(place / "clients")
    assert main(["new", SLUG, str(HERE / "vendor.yaml"), "--specs", specs]) == 0
    added = next(block for block in re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL) if "pauseWatch" in block)
    with (place / "specs" / SLUG / "facade.toml").open("a") as facade:
        facade.write(f"\n{added}")
    assert main([SLUG, "--specs", specs, "--output", clients]) == 0
    assert main([SLUG, "--check", "--specs", specs, "--output", clients]) == 0
    source = str(place / "clients" / SLUG / "src")
    sys.path.insert(0, source)
    yield importlib.import_module("subkit_harbour_notices")
    sys.path.remove(source)


class Vendor:
    """The invented vendor, in process: answers in turn, and keeps what it was asked."""

    def __init__(self, *answers: Reply | Exception) -> None:
        self.answers = list(answers)
        self.asked: list[Request] = []

    def send(self, request: Request, *, timeout: float) -> Reply:
        self.asked.append(request)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def close(self) -> None:
        """Nothing to close."""


class AsyncVendor(Vendor):
    async def send(self, request: Request, *, timeout: float) -> Reply:  # type: ignore[override]
        return super().send(request, timeout=timeout)

    async def aclose(self) -> None:
        """Nothing to close."""


def reply(status: int, body: Any = None, **headers: str) -> Reply:
    names = (("Content-Type", "application/json"), *((key.replace("_", "-"), text) for key, text in headers.items()))
    return Reply(status, names, b"" if body is None else json.dumps(body).encode())


def client(package: Any, vendor: Vendor) -> Any:
    return package.HarbourNotices(auth=HeaderKey("X-Harbour-Key", "k"), port_id="NLRTM", transport=vendor)


def watch(number: int, **fields: Any) -> dict[str, Any]:
    return {"id": f"w{number}", "name": f"watch {number}", "calls": 0, **fields}


def header(request: Request, name: str) -> str | None:
    return dict(request.headers).get(name)


def test_the_page_shows_what_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What `new` prints stands on the page, word for word but for the folder."""
    assert main(["new", SLUG, str(HERE / "vendor.yaml"), "--specs", str(tmp_path)]) == 0
    printed = capsys.readouterr().out.replace(str(tmp_path), "specs")
    assert f"```\n{printed}```" in PAGE


def test_links_are_followed_by_their_query(package: Any) -> None:
    """The `Link` header names the next page; only its query is read, wherever it points."""
    links = '<https://elsewhere.example/x?after=w2&per_page=2>; rel="next", <https://x.example/>; rel="first"'
    vendor = Vendor(reply(200, [watch(1), watch(2)], Link=links), reply(200, [watch(3)]))
    found = list(client(package, vendor).watches.list(per_page=2, kinds=["berth", "weather"]))
    assert [one.id for one in found] == ["w1", "w2", "w3"]
    base = "https://notices.harbour.example/v2/ports/NLRTM/watches"
    assert [one.url for one in vendor.asked] == [
        f"{base}?per_page=2&kinds=berth,weather",
        f"{base}?after=w2&per_page=2&kinds=berth,weather",
    ]


def test_a_checkpoint_in_the_middle(package: Any) -> None:
    """A pager resumed in another client goes on behind the last item handed out."""
    first = reply(200, [watch(1), watch(2)], Link='<?after=w2>; rel="next"')
    pager = client(package, Vendor(first)).watches.list()
    assert pager.first().id == "w1"
    again = client(package, Vendor(first, reply(200, [watch(3)]))).watches.list(resume=pager.checkpoint())
    assert [one.id for one in again] == ["w2", "w3"]


def test_unions(package: Any) -> None:
    """The discriminator says which variant it is; an unknown one is kept as it came."""
    answers = [
        reply(200, watch(1, subject={"kind": "berth", "berth": 7})),
        reply(200, watch(1, subject={"kind": "ice", "thickness": 2})),
    ]
    calls = client(package, Vendor(*answers)).watches
    assert calls.get("w1").subject == package.BerthSubject(kind="berth", berth=7)
    strange = calls.get("w1")
    assert isinstance(strange.subject, UnknownVariant)
    assert strange.to_dict()["subject"] == {"kind": "ice", "thickness": 2}
    assert [(one.path, one.kind) for one in meta(strange).drift] == [("$.subject.kind", "unknown_value")]


def test_one_key_for_each_attempt(package: Any) -> None:
    """A create carries an idempotency key, the same when it is sent again, another for another call."""
    vendor = Vendor(OutcomeUnknown("cut"), NotSent("refused"), reply(201, watch(1)), reply(201, watch(2)))
    calls = client(package, vendor).watches
    for _ in range(2):
        calls.create(name="n", subject=package.WeatherSubject(kind="weather", worse_than=17.5))
    keys = [header(request, "Idempotency-Key") for request in vendor.asked]
    assert keys[0] == keys[1] == keys[2] != keys[3]
    assert json.loads(vendor.asked[0].body) == {"name": "n", "subject": {"kind": "weather", "worse_than": 17.5}}


def test_modify(package: Any) -> None:
    """`modify` writes on the condition of what it fetched, and begins anew after 412."""
    vendor = Vendor(
        reply(200, watch(1, calls=1), ETag='"a"'),
        reply(412),
        reply(200, watch(1, calls=5), ETag='"b"'),
        reply(200, watch(1, calls=6), ETag='"c"'),
    )

    def once_more(one: Any) -> None:
        one.calls += 1

    assert client(package, vendor).watches.modify("w1", once_more).calls == 6
    assert [header(request, "If-Match") for request in vendor.asked] == [None, '"a"', None, '"b"']
    assert json.loads(vendor.asked[3].body) == {"name": "watch 1", "calls": 6}


def test_modify_async_gives_up(package: Any) -> None:
    """The async `modify` takes an async function, and raises what the last attempt met."""
    vendor = AsyncVendor(*[reply(200, watch(1), ETag='"a"'), reply(412)] * 2)

    async def rename(one: Any) -> Any:
        one.name = "new"
        return one

    async def run() -> None:
        auth = HeaderKey("X-Harbour-Key", "k")
        async with package.AsyncHarbourNotices(auth=auth, port_id="NLRTM", transport=vendor) as harbour:
            await harbour.watches.modify("w1", rename, attempts=2)

    with pytest.raises(PreconditionFailed):
        asyncio.run(run())
    assert len(vendor.asked) == 4


def test_forms(package: Any) -> None:
    """A form body is written as a form; what facade.toml calls idempotent is sent again."""
    vendor = Vendor(OutcomeUnknown("cut"), reply(204))
    from datetime import UTC, datetime

    client(package, vendor).watches.pause("w1", until=datetime(2026, 1, 2, 3, tzinfo=UTC), reasons=["a b", "c&d"])
    assert vendor.asked[1].body == b"until=2026-01-02T03%3A00%3A00Z&reasons=a+b&reasons=c%26d"
    assert header(vendor.asked[1], "Content-Type") == "application/x-www-form-urlencoded"


def test_its_fake(package: Any) -> None:
    """The fake of a new API needs nothing but the vendor's file: state, pages, validators, keys and credentials."""
    fake = Fake(InstalledApi(SLUG, package.__name__, ""))
    berth = {"kind": "berth", "berth": 7}
    with fake.client() as client:
        for number in range(25):
            made = client.watches.create(name=f"w{number}", subject=berth)
        assert [one.name for one in client.watches.list(per_page=10)] == [f"w{number}" for number in range(25)]
        found = client.watches.get(made.id)
        client.watches.update(found.id, name="another")
        with pytest.raises(PreconditionFailed):
            client.watches.update(found, name="late")
        client.watches.modify(found.id, lambda watch: setattr(watch, "name", "in time"))
        client.watches.delete(made.id)
        with pytest.raises(NotFound):
            client.watches.get(made.id)
        fake.fail("create_watch", loss="reset after")
        client.watches.create(name="once", subject=berth)
    assert [one["name"] for one in fake.objects("watches")].count("once") == 1
    with fake.client(auth=HeaderKey("X-Harbour-Key", "another")) as client, pytest.raises(Unauthenticated):
        client.watches.list().first()
