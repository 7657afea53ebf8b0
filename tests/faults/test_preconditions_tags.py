"""Entity tags: opaque, kept byte for byte, and refused with a reason where they are none (RFC 9110, 8.8.3)."""

from __future__ import annotations

from typing import Any

import pytest
import subkit
from hypothesis import given
from hypothesis import strategies as st
from subkit._transport.messages import Reply
from support.properties import examples
from support.scripted import MODES, Driven, header, package_of, reply, settle
from support.servers import always, serving
from support.stateful import tags

modes = pytest.mark.parametrize("mode", MODES)
quick = examples(100)
WSO2 = "wso2-publisher"
BODY = {"subscriptionId": "s1", "applicationId": "a", "apiIdentifier": "i", "tier": "t"}
ETAGC = "".join(map(chr, [0x21, *range(0x23, 0x7F), *range(0x80, 0x100)]))
STRONG = ['""', '"x-gzip"', '"33a64df5--gzip"', '"x;gzip"', '"a,b"', '"a,W/b"', '",,"', '"*"', '"W/"', '"a\\"',
          '"\x80\x85\xff"', '"<script>"', f'"{"x" * 8000}"']  # fmt: skip
WEAK = ['W/""', 'W/"x"', 'W/"a,b"', 'W/"x-gzip"', 'W/"\xe9"']
NO_TAGS = ["33a64df5", "x-gzip", 'w/"a"', 'W/a', 'W/ "a"', 'W"a"', '"a', 'a"', '"a"b', '"a""b"', '"a b"', '"a\tb"', "'a'",
           '"a", "b"', '"a","a"', "*", '"a" ', '"\x7f"', '"a\x00"', "-", '"']  # fmt: skip


def fetched(mode: str, etag: str, **headers: str) -> tuple[Driven, Any]:
    """A subscription whose answer had this tag, and the client that it came to."""
    driven = Driven(WSO2, mode, [reply(200, BODY, ETag=etag, **headers), reply(200, BODY)])
    return driven, driven(lambda client: client.subscriptions.get("s1"))


def block(driven: Driven, subject: Any, **conditions: Any) -> Any:
    return driven(lambda client: client.subscriptions.block(subject, block_state="BLOCKED", **conditions))


def refresh(driven: Driven, subject: Any) -> Any:
    return driven(lambda client: client.subscriptions.refresh(subject))


@pytest.mark.fault(36, 37)
@modes
@pytest.mark.parametrize("tag", STRONG, ids=lambda tag: ascii(tag)[:20])
def test_tags_come_back_byte_for_byte(mode: str, tag: str) -> None:
    """What a server or a proxy made of a tag is kept, shown and sent as it came: suffixes, commas, odd bytes."""
    for call, name in ((block, "If-Match"), (refresh, "If-None-Match")):
        driven, found = fetched(mode, tag)
        assert subkit.meta(found).etag == tag
        call(driven, found)
        assert header(driven.last, name) == tag


@pytest.mark.fault(35, 36)
@modes
@pytest.mark.parametrize("tag", WEAK, ids=ascii)
def test_weak_tags(mode: str, tag: str) -> None:
    """A tag that a proxy made weak revalidates, and does not protect: the write is refused before anything is sent,
    or goes by the date."""
    driven, found = fetched(mode, tag)
    refresh(driven, found)
    assert header(driven.last, "If-None-Match") == tag
    driven, found = fetched(mode, tag)
    with pytest.raises(subkit.ConfigurationError, match=r"weak.*pass the id"):
        block(driven, found)
    assert len(driven.requests) == 1
    block(driven, found.subscription_id)
    assert header(driven.last, "If-Match") is None
    driven, found = fetched(mode, tag, Last_Modified="Fri, 02 Jan 2026 03:04:05 GMT")
    block(driven, found)
    assert header(driven.last, "If-Unmodified-Since") == "Fri, 02 Jan 2026 03:04:05 GMT"


@pytest.mark.fault(36, 37)
@modes
@pytest.mark.parametrize("tag", ["", *NO_TAGS], ids=lambda tag: ascii(tag)[:20])
def test_what_is_no_tag(mode: str, tag: str) -> None:
    """An `ETag` that is none, or two of them, is shown as it came and never sent: a write on it is refused with the
    reason and the way out, a refresh is a plain get."""
    driven, found = fetched(mode, tag)
    assert subkit.meta(found).etag == tag
    with pytest.raises(subkit.ConfigurationError, match=r"double quotes.*pass the id"):
        block(driven, found)
    assert len(driven.requests) == 1
    refresh(driven, found)
    assert header(driven.last, "If-None-Match") is None


@pytest.mark.fault(36)
@modes
def test_two_tags(mode: str) -> None:
    """Two `ETag` headers in one answer are no list of tags, either of which would do."""
    answer = reply(200, BODY)
    both = Reply(200, (*answer.headers, ("ETag", '"a"'), ("ETag", '"b"')), answer.body)
    driven = Driven(WSO2, mode, [both])
    found = driven(lambda client: client.subscriptions.get("s1"))
    with pytest.raises(subkit.ConfigurationError, match="pass the id"):
        block(driven, found)


@pytest.mark.fault(37)
@modes
@pytest.mark.parametrize(
    "given", [*STRONG, "*", '"a", "b"', '"a","b"', '"a,b" ,\t"c"'], ids=lambda tag: ascii(tag)[:20]
)
def test_tags_by_hand(mode: str, given: str) -> None:
    """A tag, a list of tags or the star, given by hand, goes out as it was given."""
    driven = Driven(WSO2, mode, [reply(200, BODY), reply(200, BODY)])
    block(driven, "s1", if_match=given)
    assert header(driven.last, "If-Match") == given
    driven(lambda client: client.subscriptions.get("s1", if_none_match=given))
    assert header(driven.last, "If-None-Match") == given


REFUSED = [*(one for one in NO_TAGS if one not in ("*", '"a", "b"', '"a","a"')), "", " ", '*, "a"', '"a", *', '"a",,"b"',
           ',"a"', '"a",', '"a"\r\nX: y', '"ü€"', '"\ud800"', "**", 5, True, b'"a"', ["a"]]  # fmt: skip


@pytest.mark.fault(36, 37)
@modes
@pytest.mark.parametrize("given", REFUSED, ids=lambda tag: ascii(tag)[:20])
def test_what_is_no_tag_by_hand(mode: str, given: Any) -> None:
    """Anything else is refused by the name of the argument, before anything is sent, and is not repeated in the text."""
    driven = Driven(WSO2, mode)
    with pytest.raises(subkit.InvalidArgument, match="if_match") as caught:
        block(driven, "s1", if_match=given)
    assert "\n" not in str(caught.value)
    with pytest.raises(subkit.InvalidArgument, match="if_none_match"):
        driven(lambda client: client.subscriptions.get("s1", if_none_match=given))
    assert driven.requests == []


@pytest.mark.fault(35, 37)
@modes
@pytest.mark.parametrize("given", ['W/"a"', '"a", W/"b"', 'W/"a","b"'])
def test_weak_tags_by_hand(mode: str, given: str) -> None:
    """A weak tag in `if_match` could never match, and is refused; in `if_none_match` it is what it is for."""
    driven = Driven(WSO2, mode, [reply(200, BODY)])
    with pytest.raises(subkit.InvalidArgument, match=r"if_match.*weak"):
        block(driven, "s1", if_match=given)
    driven(lambda client: client.subscriptions.get("s1", if_none_match=given))
    assert header(driven.last, "If-None-Match") == given


def check_sent(text: str | None) -> None:
    """Assert that a header holds tags as RFC 9110 writes them, by a reading of its own."""
    for tag in tags(text or '""'):
        opaque = tag.removeprefix("W/")
        assert opaque == "*" or (len(opaque) > 1 and opaque[0] == opaque[-1] == '"' and set(opaque[1:-1]) <= {*ETAGC})


TEXTS = st.text(st.sampled_from('"W/w,* \tab1é\x80\x7f\\'), max_size=12) | st.text(ETAGC).map('"{}"'.format)


@pytest.mark.fault(36, 37)
@modes
@quick
@given(text=TEXTS)
def test_any_tag_of_a_server(mode: str, text: str) -> None:
    """Whatever stands in `ETag`: it goes out unchanged, or not at all."""
    driven, found = fetched(mode, text)
    try:
        block(driven, found)
    except subkit.ConfigurationError:
        assert len(driven.requests) == 1
    else:
        assert header(driven.last, "If-Match") == text
        check_sent(text)
        assert text[0] == '"'


@pytest.mark.fault(36, 37)
@modes
@quick
@given(text=TEXTS | st.lists(st.text(ETAGC, max_size=3).map('"{}"'.format)).map(", ".join))
def test_any_tag_by_hand(mode: str, text: str) -> None:
    """Whatever is given by hand: it goes out unchanged, or is refused."""
    driven = Driven(WSO2, mode, [reply(200, BODY)])
    try:
        block(driven, "s1", if_match=text)
    except subkit.InvalidArgument:
        assert driven.requests == []
    else:
        assert header(driven.last, "If-Match") == text
        check_sent(text)


@pytest.mark.fault(36)
@modes
def test_odd_bytes_on_a_real_connection(mode: str) -> None:
    """Bytes beyond ASCII in a tag are the same bytes when they go back, through the transport that users have."""
    tag = b'"\x80\xe9,\xff"'
    body = b'{"subscriptionId": "s1", "applicationId": "a", "apiIdentifier": "i", "tier": "t"}'
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nETag: " + tag
    with serving(always(head + b"\r\nContent-Length: %d\r\n\r\n" % len(body) + body)) as server:
        settle(_get_and_block(mode, server.url))
        assert b"\r\nIf-Match: " + tag + b"\r\n" in server.requests[1]


async def _get_and_block(mode: str, url: str) -> None:
    package = package_of(WSO2)
    options: dict[str, Any] = {"base_url": url, "auth": None, "trust_env": False}
    if mode == "sync":
        with package.Wso2Publisher(**options) as client:
            client.subscriptions.block(client.subscriptions.get("s1"), block_state="BLOCKED")
    else:
        async with package.AsyncWso2Publisher(**options) as client:
            await client.subscriptions.block(await client.subscriptions.get("s1"), block_state="BLOCKED")
