"""A checkpoint as a text: small, the same after a round trip, and read only where it can be of this list."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
import subkit
from subkit._operations.endpoint import Paging
from subkit._paging.checkpoint import Checkpoint, key_of, moving, read_checkpoint

TOKEN = Paging("token", items="items", token="after", next="next", limit="size")
OFFSET = Paging("offset", items="items", offset="start", limit="size")
LINK = Paging("link", links=(("p", "number", "integer"), ("c", "cursor", "string")))


@pytest.mark.parametrize(
    ("paging", "mark"),
    [
        (TOKEN, Checkpoint("list", "k", {}, 0)),
        (TOKEN, Checkpoint("list", "k", {"after": "t 1", "size": 5}, 7)),
        (OFFSET, Checkpoint("list", "k", {"start": 10**15 - 1, "size": 1 - 10**15}, 10**6)),
        (LINK, Checkpoint("list", "k", {"number": 2, "cursor": ""}, 0, "closed: by this")),
        (TOKEN, Checkpoint("list", "k", None, 0)),
        (TOKEN, Checkpoint("list", "k", {}, 0, None, "https://h.example:443", {"tenant": "t"})),
    ],
)
def test_round_trip(paging: Paging, mark: Checkpoint) -> None:
    """What is written is read as the same, and has no blank that could be left out."""
    text = mark.text()
    assert read_checkpoint(text, paging) == mark
    assert text == json.dumps(json.loads(text), separators=(",", ":"))


def test_what_older_versions_read() -> None:
    """What only few lists need stands in the checkpoints of those alone."""
    plain = json.loads(Checkpoint("list", "k", {"after": "t"}, 2).text())
    assert plain == {"v": 1, "operation": "list", "key": "k", "at": {"after": "t"}, "skip": 2, "end": False}
    assert json.loads(Checkpoint("list", "k", None, 0, "c").text()) == {
        **plain,
        "at": {},
        "skip": 0,
        "end": True,
        "closed": "c",
    }


GOOD: dict[str, Any] = {"v": 1, "operation": "list", "key": "k", "at": {"after": "t"}, "skip": 0, "end": False}


@pytest.mark.parametrize(
    ("paging", "changes"),
    [
        *((TOKEN, {"v": odd}) for odd in (0, 2, "1", None)), *((TOKEN, {"skip": odd}) for odd in (-1, 0.0, True, "0", None)),
        *((TOKEN, {"end": odd}) for odd in (0, 1, "", None)), *((TOKEN, {"closed": odd}) for odd in (0, False, [], {})),
        *((TOKEN, {"client": odd}) for odd in (0, [], "t", {"tenant": 1})),
        *((TOKEN, {"origin": odd}) for odd in (0, "", "h.example", "https://h.example", "https://a b:1", "https://u@h:1", f"https://{'h' * 301}:1")),
        *((TOKEN, {"at": odd}) for odd in (None, [], "", "after", {"size": "5"}, {"other": 1}, {"after": None}, {"after": 1.5})),
        *((OFFSET, {"at": {"start": odd}}) for odd in (10**15, -(10**15), "5", True, None, [5])), (LINK, {"at": {"after": "t"}}),
    ],
)  # fmt: skip
def test_what_is_no_checkpoint(paging: Paging, changes: dict[str, Any]) -> None:
    """What could not ask for a page of this list is refused, in one sentence, before anything is sent."""
    with pytest.raises(subkit.InvalidArgument, match=r"^resume: not a checkpoint of this version of subkit$") as caught:
        read_checkpoint(json.dumps({**GOOD, **changes}), paging)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("name", GOOD)
def test_what_is_missing(name: str) -> None:
    """Nothing in a checkpoint may be missing."""
    with pytest.raises(subkit.InvalidArgument):
        read_checkpoint(json.dumps({key: value for key, value in GOOD.items() if key != name}), TOKEN)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "7", '"x"', "[" * 100_000])
def test_other_texts(text: str) -> None:
    """No other text is one."""
    with pytest.raises(subkit.InvalidArgument):
        read_checkpoint(text, TOKEN)


def test_what_moves() -> None:
    """What asks for a page moves: a token, an offset, a number, and whatever a link may set; the size of a page does
    not."""
    assert moving(TOKEN) == {"after"}
    assert moving(OFFSET) == {"start"}
    assert moving(Paging("page", page="number", limit="size")) == {"number"}
    assert moving(LINK) == {"number", "cursor"}
    assert moving(Paging("offset", offset="start", next="next", links=(("$top", "size", "integer"),))) == {"start"}


def test_keys() -> None:
    """Another API, query or client-wide id has another key; the order of arguments and those left empty count for
    nothing."""
    key = key_of("api", {"a": 1, "b": "x"}, {"tenant": "t"})
    assert key == key_of("api", {"b": "x", "c": None, "a": 1}, {"tenant": "t"})
    others = [
        key_of("other", {"a": 1, "b": "x"}, {"tenant": "t"}), key_of("api", {"a": 2, "b": "x"}, {"tenant": "t"}),
        key_of("api", {"a": 1}, {"tenant": "t"}), key_of("api", {"a": 1, "b": "x"}, {"tenant": "u"}),
        key_of("api", {"a": 1, "b": "x", "tenant": "t"}, {}), key_of("api", {"a": "1", "b": "x"}, {"tenant": "t"}),
    ]  # fmt: skip
    assert len({key, *others}) == 7
    assert len(key) == 16


def test_keys_of_what_json_does_not_know() -> None:
    """A query that was not checked may hold anything; it is told from others all the same."""
    assert key_of("api", {"a": b"x"}, {}) == key_of("api", {"a": b"x"}, {})
    assert key_of("api", {"a": b"x"}, {}) != key_of("api", {"a": b"y"}, {})


HERE = ("list", "k", "https://h.example:443", {"tenant": "t"})


def test_what_a_checkpoint_is_for() -> None:
    """A checkpoint holds for its own list, server and client-wide ids. One that does not say which holds for any."""
    Checkpoint("list", "k", {}, 0, None, *HERE[2:]).ensure_own(*HERE)
    Checkpoint("list", "k", {}, 0).ensure_own(*HERE)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"origin": "https://other.example:443"},
            "for https://other.example:443, and this client is for https://h.example:443",
        ),
        ({"client": {"tenant": "u"}}, "for another tenant than this client has"),
        ({"client": {}}, "for another tenant than this client has"),
        ({"client": {"tenant": "t", "namespace": "n"}}, "for another namespace than this client has"),
        ({"operation": "other"}, "for another operation, query or client parameter"),
        ({"key": "other"}, "for another operation, query or client parameter"),
    ],
)
def test_what_it_is_not_for(changes: dict[str, Any], said: str) -> None:
    """Any other is refused with the difference."""
    mark = attrs.evolve(Checkpoint("list", "k", {}, 0, None, *HERE[2:]), **changes)
    with pytest.raises(subkit.InvalidArgument) as caught:
        mark.ensure_own(*HERE)
    assert str(caught.value) == f"resume: this checkpoint is {said}"
