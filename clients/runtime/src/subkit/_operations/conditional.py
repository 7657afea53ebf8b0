"""Conditional requests: which validators are sent, after RFC 9110 sections 8.8 and 13.

An entity tag is opaque and kept byte for byte. If-Match compares strongly, so a weak tag never matches; If-None-Match
compares weakly. A tag is preferred to a date, which counts whole seconds and cannot tell two changes within one.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Final, cast

from .._errors import ConfigurationError, InvalidArgument
from .._formats.dates import format_http_date
from .._unset import UNSET, Unset
from .._values import frozen

if TYPE_CHECKING:
    from .._meta import Meta

ANY: Final = "*"
"""Matches any current version, in `if_match` and `if_none_match`."""

_TAG = r'(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"'
_is_tag = re.compile(_TAG).fullmatch
_is_tag_list = re.compile(rf"{_TAG}(?:[ \t]*,[ \t]*{_TAG})*").fullmatch
_find_tags = re.compile(_TAG).findall

HeaderList = list[tuple[str, str]]


@frozen
class Conditions:
    """The preconditions of a call. `UNSET` leaves the choice to subkit; None means none, for reads only."""

    if_match: str | Unset | None = UNSET
    if_none_match: str | Unset | None = UNSET
    if_modified_since: datetime | Unset | None = UNSET
    if_unmodified_since: datetime | Unset | None = UNSET
    revalidate: bool = False
    """Request the object only if it differs from the one at hand."""
    without_response: bool = False
    """Whether the call got an object that did not come in a response, and thus has no validators."""


UNCONDITIONAL = Conditions()
PROTECTING: Final = frozenset({"If-Match", "If-Unmodified-Since"})
"""The headers that make a write depend on the version that it replaces."""
_UNPROTECTED: Final = "to write without a precondition, pass the id instead of the object"


def is_weak(tag: str) -> bool:
    """Whether an entity tag is weak (RFC 9110, 8.8.3)."""
    return tag.startswith("W/")


def condition_headers(declared: tuple[str, ...], conditions: Conditions, basis: Meta | None) -> HeaderList:
    """The conditional headers of one call.

    `declared` are those of the specification; no others are ever sent. `basis` is the response that the object came
    from, if its validators apply to this call. Raises `InvalidArgument` for a validator that cannot be sent, and
    `ConfigurationError` if only a weak tag is known.
    """
    if basis is None and conditions is UNCONDITIONAL:
        return []
    _refuse_none(conditions)
    by_hand = _given(conditions)
    if by_hand or basis is None:
        return by_hand
    return _revalidation(declared, basis) if conditions.revalidate else _protection(declared, basis)


def _refuse_none(conditions: Conditions) -> None:
    """Refuse None where a caller may take the write for protected: `Meta` has None where the server sent nothing."""
    for name in ("if_match", "if_unmodified_since"):
        if getattr(conditions, name) is None:
            what = "an entity tag or subkit.ANY" if name == "if_match" else "a datetime with a time zone"
            raise InvalidArgument(f"{name}: must be {what}, not None; {_UNPROTECTED}")


def ensure_known(name: str, headers: HeaderList) -> None:
    """Refuse a write of an object whose validators are not known."""
    if not any(header in PROTECTING for header, _ in headers):
        raise ConfigurationError(
            f"{name}: the object has no ETag or Last-Modified that applies to this call, and the client has "
            f'preconditions="required": fetch it with get(); {_UNPROTECTED}'
        )


def _given(conditions: Conditions) -> HeaderList:
    tags = (("If-Match", conditions.if_match), ("If-None-Match", conditions.if_none_match))
    dates = (
        ("If-Modified-Since", conditions.if_modified_since),
        ("If-Unmodified-Since", conditions.if_unmodified_since),
    )
    headers = [(name, checked_tag(name, tag)) for name, tag in tags if tag is not UNSET and tag is not None]
    return headers + [(name, _date(name, date)) for name, date in dates if date is not UNSET and date is not None]


def checked_tag(header: str, tag: str) -> str:
    """`tag`, if it can be sent in `header`."""
    name = header.lower().replace("-", "_")
    if tag == ANY:
        return tag
    if not isinstance(cast(object, tag), str) or not _is_tag_list(tag):
        raise InvalidArgument(f"{name}: must be an entity tag in double quotes, such as '\"33a64df5\"', or '*'")
    if header == "If-Match" and any(is_weak(one) for one in _find_tags(tag)):
        raise InvalidArgument(f"{name}: a weak tag never matches here (RFC 9110, 13.1.1); pass a strong one")
    return tag


def _date(header: str, moment: datetime) -> str:
    name = header.lower().replace("-", "_")
    if not isinstance(cast(object, moment), datetime) or moment.utcoffset() is None:
        raise InvalidArgument(f"{name}: must be a datetime with a time zone, e.g. tzinfo=datetime.UTC")
    try:
        return format_http_date(moment)
    except OverflowError:
        raise InvalidArgument(f"{name}: must be in the years 1 to 9999 in GMT") from None


def _revalidation(declared: tuple[str, ...], basis: Meta) -> HeaderList:
    if any(one.path == "$" and one.kind == "missing" for one in basis.drift):
        return []  # the response had no body, so nothing at hand could still be current
    headers: HeaderList = []
    if basis.etag is not None and _is_tag(basis.etag) and "If-None-Match" in declared:
        headers.append(("If-None-Match", basis.etag))
    if basis.last_modified is not None and "If-Modified-Since" in declared:
        headers.append(("If-Modified-Since", format_http_date(basis.last_modified)))
    return headers


def _protection(declared: tuple[str, ...], basis: Meta) -> HeaderList:
    etag = basis.etag if "If-Match" in declared else None
    if etag is not None and _is_tag(etag) and not is_weak(etag):
        return [("If-Match", etag)]
    if basis.last_modified is not None and "If-Unmodified-Since" in declared:
        return [("If-Unmodified-Since", format_http_date(basis.last_modified))]
    if etag is None:
        return []
    why = (
        "carries only a weak entity tag"
        if _is_tag(etag)
        else "carries an ETag that is not an entity tag in double quotes"
    )
    raise ConfigurationError(f"the object {why}, which cannot protect a write (RFC 9110, 13.1.1); {_UNPROTECTED}")
