"""Validators, after RFC 9110 sections 8.8 and 13: which headers follow from which validators."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
import subkit
from subkit._meta import Meta
from subkit._operations.conditional import UNCONDITIONAL, Conditions, condition_headers
from support.scripted import MODES

WSO2 = "wso2-publisher"
BODY = {"subscriptionId": "s1", "applicationId": "a", "apiIdentifier": "i", "tier": "t"}
TAG, WEAK = '"33a64df5"', 'W/"33a64df5"'
MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
DATE = "Fri, 02 Jan 2026 03:04:05 GMT"
NAMES = ("If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since")
GET, BLOCK = ("If-None-Match", "If-Modified-Since"), ("If-Match", "If-Unmodified-Since")
modes = pytest.mark.parametrize("mode", MODES)


def meta(etag: str | None = None, last_modified: datetime | None = None) -> Meta:
    return Meta(200, etag=etag, last_modified=last_modified)


@pytest.mark.parametrize(
    ("declared", "conditions", "basis", "expected"),
    [
        (BLOCK, Conditions(), None, []),
        (BLOCK, UNCONDITIONAL, None, []),
        (BLOCK, UNCONDITIONAL, meta(TAG), [("If-Match", TAG)]),
        (BLOCK, Conditions(), meta(), []),
        (BLOCK, Conditions(), meta(TAG), [("If-Match", TAG)]),
        (BLOCK, Conditions(), meta(TAG, MOMENT), [("If-Match", TAG)]),
        (BLOCK, Conditions(), meta(None, MOMENT), [("If-Unmodified-Since", DATE)]),
        (BLOCK, Conditions(), meta(WEAK, MOMENT), [("If-Unmodified-Since", DATE)]),
        (BLOCK, Conditions(if_match='"x"'), meta(TAG, MOMENT), [("If-Match", '"x"')]),
        (BLOCK, Conditions(if_match=subkit.ANY), meta(WEAK), [("If-Match", "*")]),
        (BLOCK, Conditions(if_match='"a", "b"'), None, [("If-Match", '"a", "b"')]),
        (BLOCK, Conditions(if_unmodified_since=MOMENT), meta(TAG), [("If-Unmodified-Since", DATE)]),
        (GET, Conditions(if_modified_since=MOMENT), meta(TAG), [("If-Modified-Since", DATE)]),
        (("If-Match",), Conditions(), meta(None, MOMENT), []),
        (("If-Unmodified-Since",), Conditions(), meta(TAG, MOMENT), [("If-Unmodified-Since", DATE)]),
        ((), Conditions(), meta(TAG, MOMENT), []),
        (GET, Conditions(), meta(TAG, MOMENT), []),
        (GET, Conditions(revalidate=True), meta(TAG, MOMENT), [("If-None-Match", TAG), ("If-Modified-Since", DATE)]),
        (GET, Conditions(revalidate=True), meta(WEAK), [("If-None-Match", WEAK)]),
        (GET, Conditions(revalidate=True), meta(None, MOMENT), [("If-Modified-Since", DATE)]),
        (GET, Conditions(revalidate=True), meta(), []),
        (GET, Conditions(revalidate=True), None, []),
        (("If-None-Match",), Conditions(revalidate=True), meta(None, MOMENT), []),
        ((), Conditions(revalidate=True), meta(TAG, MOMENT), []),
        (GET, Conditions(if_none_match=WEAK), None, [("If-None-Match", WEAK)]),
        (GET, Conditions(if_none_match=subkit.ANY), None, [("If-None-Match", "*")]),
        (GET, Conditions(if_none_match=None), None, []),
        (GET, Conditions(if_none_match='""'), None, [("If-None-Match", '""')]),
    ],
)
def test_condition_headers(declared: Any, conditions: Conditions, basis: Meta | None, expected: Any) -> None:
    """What goes out, for what is declared, asked for, and known. Nothing that is not declared is ever sent."""
    assert expected == condition_headers(declared, conditions, basis)


@pytest.mark.fault(35)
def test_only_a_weak_tag() -> None:
    """A weak tag cannot protect a write; the error names the way out."""
    with pytest.raises(subkit.ConfigurationError, match="pass the id"):
        condition_headers(BLOCK, Conditions(), meta(WEAK))


@pytest.mark.fault(36)
@pytest.mark.parametrize("tag", ["33a64df5", "", '"a', 'a"', '"a" "b"', '"a\nb"', 'w/"a"', '"a"b"', '"ü€"', "'a'", 5])
@pytest.mark.parametrize("name", ["if_match", "if_none_match"])
def test_tags_by_hand_are_checked(tag: Any, name: str) -> None:
    """What is no entity tag is refused by the name of the argument."""
    with pytest.raises(subkit.InvalidArgument, match=name):
        condition_headers(NAMES, Conditions(**{name: tag}), None)


@pytest.mark.fault(35, 37)
@pytest.mark.parametrize("tag", [WEAK, f'"a", {WEAK}', f'{WEAK},"a"'])
def test_weak_tags_by_hand(tag: str) -> None:
    """A weak tag given for `if_match` is refused, also in a list."""
    with pytest.raises(subkit.InvalidArgument, match="weak"):
        condition_headers(BLOCK, Conditions(if_match=tag), None)


@pytest.mark.parametrize("name", ["if_modified_since", "if_unmodified_since"])
def test_dates_by_hand(name: str) -> None:
    """A date goes out as IMF-fixdate in GMT, whatever its zone; one without a zone is refused."""
    east = MOMENT.astimezone(timezone(timedelta(hours=9)))
    [(_, text)] = condition_headers(NAMES, Conditions(**{name: east}), None)
    assert text == DATE
    for bad in (datetime(2026, 1, 1), "today"):
        with pytest.raises(subkit.InvalidArgument, match=name):
            condition_headers(NAMES, Conditions(**{name: bad}), None)  # type: ignore[arg-type]
