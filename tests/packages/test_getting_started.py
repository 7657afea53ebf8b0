"""The page that begins with a package does so: its code runs against the fake of the vendor."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import subkit
from support.scripted import SLUGS, package_of

ROOT = Path(__file__).resolve().parents[2]
FIRST = 2
"""Two blocks make the first call: with the synchronous client, and with the asynchronous one."""
ABOUT_PLACEHOLDERS = (subkit.BadRequest, subkit.NotFound, subkit.Conflict)


def blocks(slug: str) -> list[str]:
    text = (ROOT / "clients" / slug / "GETTING_STARTED.md").read_text("utf-8")
    return re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


@pytest.fixture
def fake(slug: str, fake_vendor_server: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> Any:
    """The vendor, with its settings in the environment."""
    found = fake_vendor_server(slug).fakes[slug]
    if slug == "wso2-publisher":
        found.add("apis", id="...")  # what the page has as a placeholder
    for setting, value in {"base_url": found.base_url, "token": found.token(), **found.parameters}.items():
        monkeypatch.setenv(f"SUBKIT_{slug}_{setting}".replace("-", "_").upper(), value)
    return found


@pytest.mark.parametrize("slug", SLUGS)
def test_the_first_call_succeeds(slug: str, fake: Any) -> None:
    """With nothing but the environment, sync and async; and so does the code with the fake."""
    namespace: dict[str, Any] = {"__name__": "page"}
    for block in blocks(slug)[: FIRST + 1]:
        exec(compile(block, slug, "exec"), namespace)
    assert len(fake.calls) >= FIRST
    fake.calls.assert_none_refused()


@pytest.mark.parametrize("slug", SLUGS)
def test_every_call_has_an_example_that_is_sent(slug: str, fake: Any) -> None:
    """The page shows each operation once; its arguments are valid, and only a placeholder can be unknown."""
    namespace: dict[str, Any] = {"__name__": "page"}
    exec(compile(blocks(slug)[0], slug, "exec"), namespace)
    fake.calls.clear()
    examples = blocks(slug)[FIRST + 1 :]
    for number, block in enumerate(examples, 1):
        with suppress(*ABOUT_PLACEHOLDERS):
            exec(compile(block, slug, "exec"), namespace)
        assert len(fake.calls) >= number
    operations = set(import_module(f"{package_of(slug).__name__}.operations").__all__)
    assert {call.name for call in fake.calls} == operations - {"refresh_subscription"}  # a `get` with conditions
    assert len(examples) == len({call.name for call in fake.calls})
