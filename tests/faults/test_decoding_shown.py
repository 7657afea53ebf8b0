"""Whatever came can be shown: `repr`, `str`, print and log never fail over it, also where a terminal knows ASCII only."""

from __future__ import annotations

import logging
import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import subkit
from support.scripted import MODES, UUID_1, Driven, collect, package_of, reply

modes = pytest.mark.parametrize("mode", MODES)
TESTS = Path(__file__).resolve().parents[1]
WSO2, ENS, EVENTS = "wso2-publisher", "illumina-ens", "jackhenry-events"
HALF = "\ud800"
HOSTILE = {
    "half": HALF,
    "two halves": "\udc00\ud83d",
    "lines": "a\r\nb\u2028c",
    "escape": "\x1b[31mred\x1b[0m",
    "nul": "\x00",
}
SHOWING = """
import sys
sys.path.insert(0, sys.argv[1])
from faults.test_decoding_shown import HALF, everything
import logging
logging.basicConfig(stream=sys.stdout, level=logging.DEBUG)
for one in everything(sys.argv[2], HALF):
    print(repr(one))
    print(str(one))
    print(f"{one}", [one], {"one": one})
    logging.getLogger("subkit").error("%s %r", one, one)
"""


def model(mode: str, slug: str, body: Any) -> Any:
    """What a get answers with this body."""
    driven = Driven(slug, mode, [reply(200, body, ETag='"1"', X_Request_Id="r")])
    return driven(lambda client: client.subscriptions.get(UUID_1))


def error(mode: str, slug: str, answer: Any, **options: Any) -> subkit.SubkitError:
    """The error of a get that meets this answer."""
    driven = Driven(slug, mode, [answer], retry=subkit.Retry(attempts=1), **options)
    with pytest.raises(subkit.SubkitError) as caught:
        driven(lambda client: client.subscriptions.get(UUID_1))
    return caught.value


def everything(mode: str, text: str) -> list[Any]:
    """Models and errors that hold this text at every place where a server can put it."""
    fields = {"subscriptionId": text, "tier": text, "status": text, text: {text: [text]}}
    ens = {"id": text, "name": text, "timeCreated": text, "actions": [text], "deliveryTarget": {text: text}}
    problem = {"code": text, "message": text, "description": text, text: text, "error": [{"message": text}]}
    missing = model(mode, WSO2, {"subscriptionId": text, text: text})
    with pytest.raises(subkit.MissingField) as caught:
        _ = missing.tier
    found = [model(mode, WSO2, fields), model(mode, ENS, ens), model(mode, EVENTS, {"dispatchType": text}), missing]
    pages = Driven(ENS, mode, [reply(200, {"items": [ens], "nextPageToken": None, text: text})])
    return [
        *found,
        *(subkit.meta(one) for one in found),
        *collect(pages.client.subscriptions.list().pages()),
        caught.value,
        error(mode, WSO2, reply(404, problem)),
        error(mode, WSO2, reply(404, problem)).problem,
        error(mode, WSO2, reply(200, [text])),
        error(mode, WSO2, reply(200, fields), decode="strict"),
        error(mode, EVENTS, reply(500, {"title": text, "type": text, "details": [text, text]})),
    ]


@pytest.mark.fault(69)
@modes
@pytest.mark.parametrize("kind", HOSTILE)
def test_shown_on_one_line(mode: str, kind: str) -> None:
    """Halves of surrogate pairs, line breaks and escape sequences of a server stand escaped in what is shown: it can be
    encoded, stays on one line and does nothing to a terminal."""
    for one in everything(mode, HOSTILE[kind]):
        for shown in (repr(one), str(one), f"{one}"):
            assert shown.encode()
            assert shown.isprintable()


@pytest.mark.fault(69)
@modes
@pytest.mark.parametrize("kind", HOSTILE)
def test_enums_are_shown(mode: str, kind: str) -> None:
    """The `repr` of an enum value that the specification does not know is as safe; the value itself is the text."""
    found = model(mode, WSO2, {"subscriptionId": "s", "status": HOSTILE[kind]})
    assert found.status == HOSTILE[kind]
    assert repr(found.status).encode()
    assert repr(found.status).isprintable()


@pytest.mark.fault(69)
@modes
def test_logged(mode: str, caplog: pytest.LogCaptureFixture) -> None:
    """What is logged of drift can be written to any file, whatever the fields are called."""
    with caplog.at_level(logging.DEBUG, logger="subkit"):
        model(mode, WSO2, {"subscriptionId": "s", f"shown in {mode} {HALF}\n": HALF})
    told = [record.getMessage() for record in caplog.records if f"shown in {mode}" in record.getMessage()]
    assert len(told) == 1
    assert told[0].encode()
    assert told[0].isprintable()


@pytest.mark.fault(69)
@modes
def test_a_terminal_that_knows_ascii_only(mode: str) -> None:
    """Printing and logging models and errors works where standard output takes ASCII only."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii:strict", "PYTHONWARNINGS": "error"}
    done = subprocess.run(
        [sys.executable, "-c", SHOWING, str(TESTS), mode],
        env=environment, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode("ascii", "replace")
    assert b"Logging error" not in done.stderr
    assert done.stdout.isascii()


@pytest.mark.fault(69)
@modes
@pytest.mark.parametrize("kind", HOSTILE)
def test_kept_through_a_pickle(mode: str, kind: str) -> None:
    """Models and errors that hold such texts pickle, with everything in them."""
    for one in everything(mode, HOSTILE[kind]):
        twin = pickle.loads(pickle.dumps(one))
        assert repr(twin) == repr(one)


def test_both_packages_are_there() -> None:
    """The names that the other process imports."""
    assert package_of(WSO2).BlockState(HALF) == HALF
