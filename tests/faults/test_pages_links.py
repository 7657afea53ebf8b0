"""A link to the next page is read for its query. Wherever it points, every request goes to the client's own URL."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest
import subkit
from hypothesis import given
from hypothesis import strategies as st
from subkit._paging.links import next_link
from subkit._transport.messages import Reply
from support.paged import NAMES, WSO2, names_of, offsets, pager_of, query
from support.properties import examples
from support.scripted import BASE_URL, MODES, TOKEN, Driven, collect, header, reply
from support.styles import HOLDER, STYLES

modes = pytest.mark.parametrize("mode", MODES)
ELSEWHERE = [
    "https://evil.example/base/things{query}",
    "https://api.example:8443/base/things{query}",
    "https://api.example:443@evil.example/{query}",
    "http://api.example/base/things{query}",
    "HTTPS://EVIL.EXAMPLE/{query}",
    "https://user:password@api.example/base/things{query}",
    "https://api.example@evil.example/{query}",
    "https://api.example.evil.example/{query}",
    "https://api.example%2eevil.example/{query}",
    "//evil.example/base/things{query}",
    "///evil.example/{query}",
    "\\\\evil.example\\base{query}",
    "/\\evil.example/{query}",
    "https:\\\\evil.example\\{query}",
    "https:evil.example{query}",
    "file:///etc/passwd{query}",
    "ftp://api.example/{query}",
    "gopher://169.254.169.254/_{query}",
    "javascript:alert(1){query}",
    "data:text/plain,x{query}",
    "http://169.254.169.254/latest/meta-data/{query}",
    "http://[fd00:ec2::254]/latest/{query}",
    "http://2852039166/{query}",
    "http://127.0.0.1:1/{query}",
    "http://localhost/{query}",
    "https://[::1/{query}",
    "https://evil.example:port/{query}",
    "https://evil.example:99999999/{query}",
    "../../../other{query}",
    "/%2e%2e/%2e%2e/other{query}",
    "/base/things/../../admin{query}",
    " https://evil.example/{query}",
    "\thttps://evil.example/{query}",
    "https://evil.example/\r\nHost: evil.example\r\n\r\n{query}",
    "https://еvil.example/{query}",
    "{query}",
    "{query}#https://evil.example/",
    "/things{query}",
    "things{query}",
]


def check_log(driven: Driven, path: str) -> None:
    """Assert that every request went to the client's own address, and the credential with it and nowhere else."""
    assert driven.requests
    for request in driven.requests:
        assert request.method == "GET"
        parts = urlsplit(request.url)
        assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{BASE_URL}{path}"
        assert parts.fragment == ""
        assert header(request, "Authorization") == f"Bearer {TOKEN}"
        assert header(request, "Host") is None


def through(pager: Any) -> None:
    """Go through a list; what cannot be read as a link ends it in an error, which is as good here."""
    try:
        collect(pager)
    except subkit.PaginationError:
        pass


def linking(style: str, link: str) -> list[Reply]:
    """Two pages, the first of which has this link to the second."""
    if style == "link header":
        return [reply(200, [{"id": "a"}], Link=f'<{link}>; rel="next"'), reply(200, [{"id": "b"}])]
    first = {"items": [{"id": "a"}], "next": link}
    return [reply(200, first), reply(200, {"items": [{"id": "b"}]})]


@pytest.mark.fault(46, 47, 48)
@modes
@pytest.mark.parametrize("form", ELSEWHERE)
@pytest.mark.parametrize("style", ["link in the body", "link header", "offset with a reference"])
def test_where_a_link_points_does_not_matter(mode: str, style: str, form: str) -> None:
    """Other hosts, ports, schemes, users, odd slashes and the metadata address: only the query counts."""
    link = form.format(query="?offset=1&limit=2" if style == "offset with a reference" else "?after=t1")
    driven = Driven(HOLDER, mode, linking(style, link))
    assert names_of(collect(STYLES[style].pager(driven))) == ["a", "b"]
    check_log(driven, "/things")
    moved = query(driven.last)
    assert moved == ({"offset": "1", "limit": "2"} if "off" in style else {"after": "t1", "q": "a,b"})


@pytest.mark.fault(46, 47, 48)
@modes
@pytest.mark.parametrize("form", [one.replace("{query}", "?limit={limit}&offset={after}") for one in ELSEWHERE])
def test_references_of_an_api(mode: str, form: str) -> None:
    """The same through the one of the five APIs that refers to its next page."""
    driven = Driven(WSO2, mode, offsets(NAMES, form))
    assert names_of(collect(pager_of(driven))) == NAMES
    check_log(driven, "/subscriptions")
    assert {query(request)["apiId"] for request in driven.requests} == {"a/b c"}


ODD = st.text(st.sampled_from("aA1/\\:@?#%&=.;,<>\"' \t\r\n\x00[]$�ü😀\ud800"), max_size=25)


@pytest.mark.fault(47)
@modes
@pytest.mark.parametrize("style", ["link in the body", "link header", "offset with a reference", "token", "header"])
@examples(60)
@given(
    start=st.sampled_from(["", "https://", "//", "http://evil.example", "?after=", "?offset=", "javascript:"]), rest=ODD
)
def test_any_text_for_a_link(mode: str, style: str, start: str, rest: str) -> None:
    """Whatever text stands for a link or a token: the list ends, goes on at the client's own URL, or is an error of
    subkit."""
    text = start + rest
    if style in ("link header", "header"):
        text = text.encode("latin-1", "replace").decode("latin-1")
    first = {"items": [{"id": "a"}], "next": text}
    pages = [reply(200, first, X_Next=text)] if style == "header" else linking(style, text)
    driven = Driven(HOLDER, mode, [*pages, reply(200, {"items": []})])
    through(STYLES[style].pager(driven))
    check_log(driven, "/things")


LINKS: list[tuple[str, str | None]] = [
    ("", None),
    ("<u>", None),
    ("<u>; rel=next", "u"),
    ('<u>; rel="next"', "u"),
    ('<u>;rel="next"', "u"),
    ('<u> ; rel = "next"', "u"),
    ('<u>; REL="NEXT"', "u"),
    ('<u>; rel="prev next"', "u"),
    ('<u>; rel="nextpage"', None),
    ('<u>; rel="x-next next-x"', None),
    ('<u>; rel="prev"; rel="next"', None),
    ('<u>; rel="next"; rel="prev"', "u"),
    ('<u>; crossorigin; rel="next"', "u"),
    ('<u>; data-x=1; rel="next"', "u"),
    ("<u>; title*=UTF-8''a%20b; rel=\"next\"", "u"),
    ('<u>; title="a, <b>; rel=next c"; rel="prev"', None),
    ('<u>; title="a \\"; rel=next; \\""; rel="prev"', None),
    ('<u>; title="x"; rel="next"; hreflang=en', "u"),
    ('<p>; rel="prev", <u>; rel="next"', "u"),
    ('<p>; rel="prev",<u>; rel="next",<l>; rel="last"', "u"),
    ('<u?a=1,2;b>; rel="next"', "u?a=1,2;b"),
    ('<>; rel="next"', ""),
    ('u; rel="next"', None),
    ('<u; rel="next"', None),
    ("next", None),
    ('<a>; rel="next", <b>; rel="next"', "a"),
    ('<u>; rel="next', None),
]


@pytest.mark.fault(47)
@pytest.mark.parametrize(("text", "target"), LINKS)
def test_link_headers(text: str, target: str | None) -> None:
    """The `Link` header is read as RFC 8288 says: parameters of any name, with a value or without, in any order and
    quoted or not. What is missed here would cost the rest of a list."""
    assert next_link(text) == target


LONG = ["<" * 100_000, "<u>" + ";a=" * 60_000, '<u>;a="' * 30_000, "<u>; " + " " * 200_000 + "rel", "<u>;" + "a" * 200_000,
        '<u>;a="' + '\\"' * 100_000]  # fmt: skip


@pytest.mark.parametrize("text", LONG, ids=lambda text: text[:8])
def test_long_link_headers(text: str) -> None:
    """A header made to be slow to read is read at once."""
    assert next_link(text) is None
