"""Dates on the wire: RFC 3339 in bodies and parameters, HTTP-dates in headers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

is_rfc3339 = re.compile(
    r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?"
    r"(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)",
    re.ASCII,
).fullmatch
# Roughly: it excludes what Python or dateutil accept by mistake, such as an offset of 60 minutes or a NUL.
_is_iso8601 = re.compile(r"[\dW-]+[Tt ]\d[\d:]*(?:[.,]\d+)?(?:[Zz]|[+-]\d\d(?::?[0-5]\d)?)?", re.ASCII).fullmatch
_shorten_leap_second = re.compile(r"(?<=[Tt ]\d\d:\d\d:)60(?!\d)", re.ASCII).subn
_is_full_date = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII).fullmatch


def is_datetime(text: str) -> bool:
    """Whether `text` is a date-time of RFC 3339, with its time zone, that exists in the calendar."""
    return is_rfc3339(text) is not None and isinstance(_parse(text), datetime)


def are_datetimes(texts: Sequence[str]) -> bool:
    """Whether each of these is a date-time for which `is_datetime` is true, in the usual form; False if in doubt.

    The usual form ends in `Z`. Strings of one form differ only in their digits, so a few comparisons do for all of
    them; that the digits are a date is left to `fromisoformat`.
    """
    shapes = set("\n".join(texts).translate(_TO_ZEROS).splitlines())
    try:
        return all(map(_is_usual, shapes)) and all(map(datetime.fromisoformat, texts))
    except ValueError:
        return False


_TO_ZEROS = str.maketrans("123456789", "0" * 9)
_is_usual = re.compile(r"0000-00-00T00:00:00(?:\.0+)?Z", re.ASCII).fullmatch


def is_date(text: str) -> bool:
    """Whether `text` is a full-date of RFC 3339 that exists in the calendar."""
    return isinstance(parse_date(text), date)


def parse_datetime(text: str) -> datetime | str:
    """The date-time in `text`, or `text` itself if it is none.

    Digits beyond the microsecond are dropped from the value (the text keeps them). A leap second, the last one of a
    month of UTC, becomes the second after it. A text without a time zone becomes a naive value; one without a time of
    day stays a text, because a time must not be invented.
    """
    return _parse(text) if _is_iso8601(text) else text


def _parse(text: str) -> datetime | str:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return _parse_unusual(text)


def _parse_unusual(text: str) -> datetime | str:
    from dateutil.parser import isoparse  # noqa: PLC0415 - takes milliseconds to import, and is rarely needed

    shortened, leap = _shorten_leap_second("59", text)
    try:
        moment: datetime = isoparse(shortened)
        return _after_leap_second(moment, text) if leap else moment
    except (ValueError, OverflowError):
        return text


def _after_leap_second(last: datetime, text: str) -> datetime | str:
    """The second after a leap second, which is the last one of a month of UTC; `text` if it cannot be one."""
    after = last + timedelta(seconds=1)
    in_utc = (after if after.tzinfo else after.replace(tzinfo=UTC)).astimezone(UTC)
    return after if (in_utc.day, in_utc.hour, in_utc.minute, in_utc.second) == (1, 0, 0, 0) else text


def parse_date(text: str) -> date | str:
    """The date in `text`, or `text` itself if it is none."""
    try:
        return date.fromisoformat(text) if _is_full_date(text) else text
    except ValueError:
        return text


def format_rfc3339(moment: datetime) -> str:
    """An aware date-time as RFC 3339 text, `Z` for UTC."""
    text = moment.isoformat()
    return text[:-6] + "Z" if text.endswith("+00:00") else text


def format_http_date(moment: datetime) -> str:
    """An aware date-time as an IMF-fixdate in GMT, the only form that RFC 9110 (5.6.7) allows to be sent."""
    from email.utils import format_datetime  # noqa: PLC0415 - only few calls need it

    return format_datetime(moment.astimezone(UTC), usegmt=True)


def parse_http_date(text: str) -> datetime | None:
    """An HTTP-date in any of the three forms of RFC 9110 (5.6.7), or None."""
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - only few responses need it

    try:
        moment = parsedate_to_datetime(text)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
