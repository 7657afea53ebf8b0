"""behaviour.toml: an unknown key, a wrong kind and a name that does not exist are errors, at their line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from support.spec_folder import refusal, write_spec

from generator.spec.behaviour import _SETTINGS, ACTIONS, PLACEHOLDERS

CASES = [
    ("[resource]  # HERE\n", "unknown key 'resource': did you mean 'resources'?"),
    ("[resources.things]\nnull = true  # HERE\n", "did you mean 'nulls'?"),
    ("[resources.thing]  # HERE\nnulls = true\n", "'thing' is not a resource: did you mean 'things'?"),
    ("[operations.getThin]  # HERE\ngone = 410\n", "'getThin' is not an operationId: did you mean 'getThing'?"),
    ("[operations.getThing]\ngone = 9  # HERE\n", "gone must be an HTTP status"),
    ("[operations.getThing]\naction = 'jump'  # HERE\n", "unknown action 'jump': must be one of create, get"),
    ("[auth]\nlifetime = 0  # HERE\n", "lifetime must be a number of seconds greater than 0"),
    ("[errors]\nempty = [4]  # HERE\n", "empty must be a list of HTTP statuses"),
    ("[resources.things]\nstart = [1]  # HERE\n", "start must be a list of tables"),
    ("[resources.things]\nid = 'x-{nummer}'  # HERE\n", "unknown placeholder {nummer}"),
    ("[resources.things.sets]\nid = 'x'\nb = ['{nil}']  # HERE\n", "unknown placeholder {nil}"),
    ("[operations.getThing]\nchecks = [{ status = 400 }]  # HERE\n", "a check has exactly one of empty, required"),
    ("[operations.getThing]\nchecks = [{ exists = { a = 'b' } }]  # HERE\n", "'b' is not a collection"),
    ("[operations.getThing]\nchecks = [{ matches = { a = '(' } }]  # HERE\n", "invalid pattern '('"),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[expected for _, expected in CASES])
def test_refused(tmp_path: Path, text: str, expected: str) -> None:
    """Each is named, with file and line."""
    folder = write_spec(tmp_path)
    (folder / "behaviour.toml").write_text(text, "utf-8")
    (found,) = refusal(folder)
    assert expected in found.text
    assert found.file == folder / "behaviour.toml"
    assert found.line == 1 + text[: text.index("# HERE")].count("\n")


def test_an_api_needs_none(tmp_path: Path) -> None:
    """Without the file nothing is wrong."""
    from generator.pipeline import package_of

    assert package_of(write_spec(tmp_path)).data["behaviour"] == {}


def words(settings: Mapping[str, Any]) -> Iterator[str]:
    """All keys of all tables."""
    for name, kind in settings.items():
        if name != "*":
            yield name
        inner = kind[0] if isinstance(kind, tuple) else kind
        if isinstance(inner, Mapping):
            yield from words(inner)


def test_the_page_has_every_word() -> None:
    """`docs/adding-an-api.md` explains each key, action and placeholder."""
    page = (Path(__file__).resolve().parents[3] / "docs" / "adding-an-api.md").read_text("utf-8")
    section = page[page.index("## 5. Test with its fake") : page.index("## 6.")]
    section = re.sub(r"```.*?```", "", section, flags=re.DOTALL)
    known = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([^`]+)`", section))))
    assert {*words(_SETTINGS), *ACTIONS, *PLACEHOLDERS} - known == set()
