"""The site has a page for each operation, whose curl line is a request that the API knows."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable
from functools import cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx
import pytest
from support.scripted import SLUGS, package_of

from docs.site.__main__ import check, foreign
from docs.site.operations import Pages
from docs.site.pages import all_pages, packages


@cache
def pages() -> Pages:
    return all_pages(packages())


def of(slug: str) -> Pages:
    return {name: page for name, page in pages().items() if name.startswith(f"clients/{slug}/operations/")}


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_for_each_operation(slug: str) -> None:
    """As many pages as there are operations, each with its request, its arguments and three ways to make the call."""
    operations = import_module(f"{package_of(slug).__name__}.operations").__all__
    assert len([name for name in of(slug) if not name.endswith(("modify.md", "create_or_find.md"))]) == len(operations)
    for name, page in of(slug).items():
        assert page.startswith(f"# {Path(name).stem}\n\n")
        assert re.search(r"^Request: `[A-Z]+ /", page, re.MULTILINE)
        assert "## Errors" in page
        if not name.endswith(("refresh.md", "modify.md", "create_or_find.md")):
            assert re.findall(r"^## (Synchronous|Asynchronous|curl)$", page, re.MULTILINE) == [
                "Synchronous",
                "Asynchronous",
                "curl",
            ]


def test_the_index_for_models_lists_each() -> None:
    """`llms.txt` links every page of an operation and of `docs/`."""
    links = re.findall(r"\]\((\S+)\)", pages()["llms.txt"])
    assert set(links) >= {
        name for name in pages() if "/operations/" in name or re.fullmatch(r"docs/\w[\w-]*\.md", name)
    }
    assert set(links) <= set(pages())


@pytest.mark.parametrize("slug", SLUGS)
def test_curl_lines(slug: str, fake_vendor: Callable[..., Any]) -> None:
    """Each is a request of its operation, which is refused, if at all, for a placeholder that does not exist."""
    fake = fake_vendor(slug)
    seen = set()
    for name, page in of(slug).items():
        for command in re.findall(r"```sh\n(curl .*?)\n```", page, re.DOTALL):
            response = fake.respond(as_request(command, fake))
            assert response.status_code in (200, 201, 204, 400, 404, 409), f"{name}: {response.text}"
            assert fake.calls[-1].name is not None
            seen.add(fake.calls[-1].name)
    operations = set(import_module(f"{package_of(slug).__name__}.operations").__all__)
    assert seen == operations - {"refresh_subscription"}


def as_request(command: str, fake: Any) -> httpx.Request:
    """What curl would send."""
    text = command.replace("$BASE_URL", fake.base_url).replace("$TOKEN", fake.token())
    curl, *words = shlex.split(text.replace("\\\n", " "))
    assert curl == "curl"
    options = list(pairwise(words))
    headers = dict(value.split(": ", 1) for option, value in options if option == "-H")
    body = next((value for option, value in options if option == "-d"), None)
    if body is not None:
        json.loads(body)
    [method] = [value for option, value in options if option == "-X"]
    [url] = [word for word in words if word.startswith("http")]
    return httpx.Request(method, url, headers=headers, content=body)


def test_what_comes_from_another_host_is_found(tmp_path: Path) -> None:
    """A script, an image or a style of another host is noticed; a link to click is none of these."""
    (tmp_path / "good.html").write_text('<a href="https://example.com">x</a><link rel="x" href="style.css">')
    assert foreign(tmp_path) == []
    for number, text in enumerate(
        ('<script defer src="https://cdn.example/x.js">', '<link href="//cdn.example/x.css">')
    ):
        (tmp_path / f"bad{number}.html").write_text(text)
    (tmp_path / "bad.css").write_text("@import url(https://cdn.example/x.css);")
    assert len(foreign(tmp_path)) == 3


def test_a_missing_page_is_found(tmp_path: Path) -> None:
    """A page that the builder left out fails the build."""
    (tmp_path / "index.md").write_text("# x")
    with pytest.raises(SystemExit, match=r"index\.html"):
        check(tmp_path, tmp_path / "html")
