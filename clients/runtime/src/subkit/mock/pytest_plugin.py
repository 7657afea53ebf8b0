"""Fixtures of pytest. It loads this module in every run, so the module imports nothing until a fixture is used."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from typing import TYPE_CHECKING, Any, Final

import pytest

if TYPE_CHECKING:
    from .._mock.clock import FakeClock
    from .._mock.fake import Fake
    from .._mock.server import FakeServer

    Make = Callable[..., Fake]
    Serve = Callable[..., FakeServer]

_FAKES: Final = pytest.StashKey[list[Any]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--fake-seed`."""
    parser.getgroup("subkit").addoption("--fake-seed", type=int, default=0, help="decides the ids of fake vendors")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show the seed and the calls of the fakes of a test that failed."""
    report = yield
    if report.failed and (fakes := item.stash.get(_FAKES, None)):
        report.sections.append(("fake vendors", "\n".join(map(_summary, fakes))))
    return report


def _summary(fake: Fake) -> str:
    lines = [f"{fake.slug}, --fake-seed={fake.seed}"]
    for call in fake.calls:
        why = f": {call.explanation}" if call.explanation else ""
        lines.append(f"  {call.number}. {call.method} {call.path} {call.status}{why}")
    return "\n".join(lines)


def _seed(request: pytest.FixtureRequest) -> int:
    return int(request.config.getoption("--fake-seed") or 0)


@pytest.fixture
def fake_clock(request: pytest.FixtureRequest) -> FakeClock:
    """The clock of all fakes of a test, and of their clients: `fake_clock.advance(3600)`."""
    from .._mock.clock import FakeClock  # noqa: PLC0415 - see above

    return FakeClock(seed=_seed(request))


@pytest.fixture
def fake_vendor(request: pytest.FixtureRequest, fake_clock: FakeClock) -> Make:
    """A function that makes fakes in process.

    `fake = fake_vendor(slug)`, and then `fake.client()` or `fake.transport`. Further arguments are those of
    `subkit.mock.Fake`.
    """
    from .._mock.fake import Fake  # noqa: PLC0415

    fakes = request.node.stash.setdefault(_FAKES, [])

    def make(slug: str, **options: Any) -> Fake:
        own: dict[str, Any] = {"clock": fake_clock, "seed": _seed(request), **options}
        fake = Fake(slug, **own)
        fakes.append(fake)
        return fake

    return make


@pytest.fixture
def fake_vendor_server(request: pytest.FixtureRequest, fake_clock: FakeClock) -> Iterator[Serve]:
    """A function that serves fakes on a socket of this machine. Needs the extra `mock`.

    `server = fake_vendor_server(slug, ...)`, and then `server.fakes[slug].base_url`. Further arguments are those of
    `subkit.mock.FakeServer`.
    """
    from contextlib import ExitStack  # noqa: PLC0415

    from .._mock.server import FakeServer  # noqa: PLC0415

    fakes = request.node.stash.setdefault(_FAKES, [])
    with ExitStack() as stack:

        def serve(*slugs: str, **options: Any) -> FakeServer:
            own: dict[str, Any] = {"clock": fake_clock, "seed": _seed(request), **options}
            server = stack.enter_context(FakeServer(*slugs, **own))
            fakes.extend(server.fakes.values())
            return server

        yield serve
