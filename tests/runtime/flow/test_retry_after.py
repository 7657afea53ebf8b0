"""`Retry-After` in every form, legal or not, as a call meets it (RFC 9110, 10.2.3). No test really waits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import subkit
from hypothesis import given
from hypothesis import strategies as st
from subkit._flow.retry import retry_at
from support.properties import examples
from support.scripted import MODES, package_of, reply
from support.timed import START, Timed

ENS, EVENTS = "illumina-ens", "jackhenry-events"
OK = reply(200, {"id": "s1"})
OWN = 0.25
"""The wait that the policy takes by itself in these tests, and what it adds to that of a server."""
QUEUE = {"awsSqsQueue": {"queueUrl": "q"}}
make = package_of(ENS).operations
GET = make.get_subscription("s1")
CREATE = make.create_subscription(name="n", type="a", delivery_target=QUEUE)
modes = pytest.mark.parametrize("mode", MODES)


def moment(seconds: float, form: str = "%a, %d %b %Y %H:%M:%S GMT") -> str:
    """An HTTP-date, so many seconds after the test's beginning."""
    return (START + timedelta(seconds=seconds)).strftime(form)


RFC850, ASCTIME = "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %d %H:%M:%S %Y"
OFF = 5 * 3600.0


def answer(status: int, *waits: str, date: str | None = None) -> subkit.Reply:
    """An answer with these `Retry-After` headers."""
    pairs = [("Retry-After", text) for text in waits] + ([] if date is None else [("Date", date)])
    return subkit.Reply(status, tuple(pairs))


def run(mode: str, *script: Any, operation: Any = GET, **options: Any) -> tuple[Any, Timed]:
    driven = Timed(ENS, mode, script, **{"chance": 0.5, **options})
    return driven.send(operation), driven


OBEYED = [
    pytest.param(answer(503, "7"), 7.0 + OWN, marks=pytest.mark.fault(21), id="seconds"),
    pytest.param(answer(503, " 7\t"), 7.0 + OWN, marks=pytest.mark.fault(21), id="with-spaces"),
    pytest.param(answer(503, "007"), 7.0 + OWN, marks=pytest.mark.fault(21), id="with-zeros"),
    pytest.param(answer(503, "29"), 29.0 + OWN, marks=pytest.mark.fault(21), id="almost-all-the-time"),
    pytest.param(answer(503, "0"), OWN, marks=pytest.mark.fault(21), id="zero"),
    pytest.param(answer(503, moment(7)), 7.0 + OWN, marks=pytest.mark.fault(22), id="date"),
    pytest.param(answer(503, moment(7, RFC850)), 7.0 + OWN, marks=pytest.mark.fault(22), id="rfc850"),
    pytest.param(answer(503, moment(7, ASCTIME)), 7.0 + OWN, marks=pytest.mark.fault(22), id="asctime"),
    pytest.param(answer(503, moment(7), date=moment(0)), 7.0 + OWN, marks=pytest.mark.fault(22), id="date-and-date"),
    pytest.param(answer(503, moment(OFF + 7), date=moment(OFF)), 7.0 + OWN, marks=pytest.mark.fault(22, 56), id="fast-server"),
    pytest.param(answer(503, moment(7 - OFF), date=moment(-OFF)), 7.0 + OWN, marks=pytest.mark.fault(22, 56), id="slow-server"),
    pytest.param(answer(503, moment(7), date="noon"), 7.0 + OWN, marks=pytest.mark.fault(22), id="odd-server-date"),
    pytest.param(answer(503, moment(-60)), OWN, marks=pytest.mark.fault(22), id="past"),
    pytest.param(answer(503, moment(-60), date=moment(0)), OWN, marks=pytest.mark.fault(22), id="past-and-date"),
    pytest.param(answer(503, moment(OFF), date=moment(OFF)), OWN, marks=pytest.mark.fault(22), id="now"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "wait"), OBEYED)
@modes
def test_obeyed(mode: str, first: subkit.Reply, wait: float) -> None:
    """The server is asked again a little after the moment that it named, and not before the own wait is over."""
    response, driven = run(mode, first, OK)
    assert response.attempts == 2
    assert driven.pauses == driven.started[1:] == [wait]


ODD = {
    "nothing": [""], "spaces": ["  "], "negative": ["-5"], "plus": ["+5"], "fraction": ["1.5"], "comma": ["1,5"],
    "words": ["soon"], "unit": ["7 s"], "nan": ["nan"], "inf": ["inf"], "exponent": ["1e1"], "hex": ["0x7"],
    "underscore": ["1_0"], "fullwidth": ["７"], "arabic": ["٧"], "superscript": ["²"], "iso": ["2026-01-01T00:00:07Z"],
    "no-such-day": ["Fri, 32 Jan 2026 00:00:07 GMT"], "no-time": ["Thu, 01 Jan 2026"], "no-year": ["Thu, 01 Jan"],
    "two": ["7", "9"], "twice": ["7", "7"], "two-dates": [moment(7), moment(9)], "date-and-seconds": [moment(7), "9"],
    "seconds-and-date": ["9", moment(7)], "two-asctimes": [moment(7, ASCTIME), moment(9, ASCTIME)],
    "control": ["7\x00"],
}  # fmt: skip


@pytest.mark.fault(24)
@pytest.mark.parametrize("name", ODD)
@modes
def test_unusable(mode: str, name: str) -> None:
    """What names no moment, or more than one, is as if it were not there: the usual wait, and no `retry_at`."""
    response, driven = run(mode, answer(503, *ODD[name]), OK)
    assert response.attempts == 2
    assert driven.pauses == [OWN]
    error, _ = run(mode, answer(503, *ODD[name]), retry=subkit.Retry(attempts=1))
    assert (type(error), error.retry_at) == (subkit.ServerError, None)


LATE = {
    "at-the-deadline": (answer(429, "30"), 30.0),
    "a-day": (answer(429, "86400"), 86400.0),
    "thirty-years": (answer(429, "999999999"), 999_999_999.0),
    "date": (answer(429, moment(3600)), 3600.0),
    "rfc850": (answer(429, moment(3600, RFC850)), 3600.0),
    "asctime": (answer(429, moment(3600, ASCTIME)), 3600.0),
    "other-clock": (answer(429, moment(OFF + 60), date=moment(OFF)), 60.0),
}
tries = pytest.mark.parametrize("operation", [GET, CREATE], ids=lambda one: one.id)


@pytest.mark.fault(23)
@tries
@pytest.mark.parametrize("name", LATE)
@modes
def test_beyond_the_deadline(mode: str, name: str, operation: Any) -> None:
    """A wait that the timeout does not allow is not begun: the error at once, and when to come back, to the second."""
    first, seconds = LATE[name]
    budget = subkit.Retry(budget=1)
    error, driven = run(mode, first, operation=operation, retry=budget)
    assert type(error) is subkit.RateLimited
    assert (driven.passed, len(driven.requests)) == (0.0, 1)
    assert error.retry_at == START + timedelta(seconds=seconds)
    assert error.retry_at.tzinfo is UTC
    assert driven.client._context.budget.spend(), "a repeat that is not made costs nothing"


@pytest.mark.fault(23)
@pytest.mark.parametrize("text", ["9" * 12, str(10**30), "9" * 5000, "Fri, 31 Dec 9999 23:59:59 GMT"])
@modes
def test_for_ever(mode: str, text: str) -> None:
    """A number of any length, and the last date there is, mean a time that nobody lives to see, and break nothing."""
    error, driven = run(mode, answer(503, text))
    assert (type(error), driven.passed, len(driven.requests)) == (subkit.ServerError, 0.0, 1)
    assert error.retry_at.year > 5000
    assert error.retry_at.tzinfo is UTC


@pytest.mark.fault(21, 25)
@tries
@modes
def test_a_rate_limit(mode: str, operation: Any) -> None:
    """Also a create waits as long as a rate limit says, and is sent again with the same bytes."""
    made = reply(201, {"id": "s1"}) if operation is CREATE else OK
    response, driven = run(mode, answer(429, "3"), answer(429, moment(10)), made, operation=operation)
    assert response.attempts == 3
    assert driven.started == [0.0, 3.0 + OWN, 10.0 + OWN]
    assert driven.requests == [driven.last] * 3


@pytest.mark.fault(21)
@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
@modes
def test_whatever_the_status(mode: str, status: int) -> None:
    """Every status after which a call is sent again may carry the header."""
    _, driven = run(mode, answer(status, "7"), OK)
    assert driven.pauses == [7.0 + OWN]


@pytest.mark.parametrize("status", [301, 400, 403, 404, 409, 413, 501])
@modes
def test_on_what_is_final(mode: str, status: int) -> None:
    """An error that is final tells the moment all the same, for the caller to use."""
    error, driven = run(mode, answer(status, "7"))
    assert (error.status, len(driven.requests)) == (status, 1)
    assert error.retry_at == START + timedelta(seconds=7)


@pytest.mark.fault(27)
@modes
def test_on_a_create_that_may_have_happened(mode: str) -> None:
    """A 503 to a create is not repeated, even if the server asks for it; the caller is told when it wanted that."""
    error, driven = run(mode, answer(503, "7"), operation=CREATE)
    assert (type(error), len(driven.requests)) == (subkit.ServerError, 1)
    assert error.retry_at == START + timedelta(seconds=7)


@pytest.mark.fault(23)
@modes
def test_what_is_left_counts(mode: str) -> None:
    """A wait that the timeout allowed at first may be too long the second time: then the second answer is the error."""
    error, driven = run(mode, answer(503, "20"), answer(503, "10"), exchange=0.5)
    assert driven.started == [0.0, 20.5 + OWN]
    assert (error.attempts, error.retry_at) == (2, START + timedelta(seconds=31 + OWN))


@pytest.mark.fault(22)
@pytest.mark.parametrize("chance", [0.0, 0.999])
@pytest.mark.parametrize("seconds", range(0, 20, 3))
@modes
def test_never_earlier(mode: str, seconds: int, chance: float) -> None:
    """Chance makes a wait longer than the server's, never shorter."""
    _, driven = run(mode, *[answer(503, str(seconds))] * 2, OK, chance=chance, timeout=60.0)
    first, second, third = driven.started
    assert second - first >= seconds
    assert third - second >= seconds


@pytest.mark.fault(24)
@examples(300)
@given(st.one_of(st.text(), st.text("0123456789 ,:-+.GMTJanThu", max_size=40)), st.none() | st.text())
def test_no_header_breaks_the_error(header: str, date: str | None) -> None:
    """Whatever the header says, it names no moment, or one in UTC that is not in the past."""
    now = datetime(2026, 1, 1, tzinfo=UTC)
    found = retry_at(header, date, now)
    assert found is None or (found.tzinfo is UTC and found >= now)
