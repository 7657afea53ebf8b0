"""An argument that is refused is told in words that a person can act on: what was given, what was probably meant."""

from __future__ import annotations

from typing import Any

import pytest
import subkit
from subkit_jackhenry_events import HttpSettings
from support.scripted import MODES, UUID_1, Driven

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.fault(108)]
EVENTS, WSO2, ENS = "jackhenry-events", "wso2-publisher", "illumina-ens"
WHOLE = {"name": "n", "dispatch_type": "https", "enabled": True}
PYTHON = "A dict takes the vendor's names"
CASES: list[tuple[str, dict[str, Any], str]] = [
    ("patch", {"batch_settings": {"batch_size": 1}},
     f"batch_settings.batch_size: no such field; did you mean 'batchSize'? {PYTHON}, BatchSettingsPatch(batch_size=...) Python's"),
    ("patch", {"batch_settings": {"batchsize": 1}}, "batch_settings.batchsize: no such field; did you mean 'batchSize'?"),
    ("patch", {"batch_settings": {"zzz": 1}}, "batch_settings.zzz: no such field"),
    ("create", {**WHOLE, "http_settings": {"url": "u", "auth_type": "none", "uses_secrets": False}},
     f"http_settings.auth_type: no such field; did you mean 'authType'? {PYTHON}, HttpSettings(auth_type=...) Python's"),
    ("create", {**WHOLE, "http_settings": {"url": "u", "usesSecrets": False}}, "http_settings.authType is required"),
    ("create", {**WHOLE, "http_settings": HttpSettings(url="u", auth_type="n", uses_secrets=None)},  # type: ignore[arg-type]
     "http_settings.usesSecrets: must be true or false, not None; leave it out, or pass UNSET"),
    ("create", {**WHOLE, "description": None}, "description: must be a string, not None; leave it out, or pass UNSET"),
    ("create", {**WHOLE, "name": None}, "name: must be a string, not None"),
    ("create", {**WHOLE, "dispatch_type": "htps"}, "dispatch_type: expected one of https, wcf, none, got a string; did you mean 'https'?"),
    ("create", {**WHOLE, "dispatch_type": "xyz"}, "dispatch_type: expected one of https, wcf, none, got a string"),
    ("create", {**WHOLE, "dispatch_type": 5}, "dispatch_type: expected one of https, wcf, none, got an integer"),
    ("patch", {"event_number_filter": ["1", 2]}, "event_number_filter[1]: expected a string, got an integer"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "given", "text"), CASES, ids=lambda one: one if isinstance(one, str) else "")
def test_texts(mode: str, call: str, given: dict[str, Any], text: str) -> None:
    """The names are those that were given, the hint is in the terms in which it was given, a twin in the wrong
    spelling comes before the field that is therefore missing, and nothing says a value."""
    driven = Driven(EVENTS, mode, [])
    subject = () if call == "create" else (UUID_1,)
    with pytest.raises(subkit.InvalidArgument) as caught:
        driven(lambda client: getattr(client.subscriptions, call)(*subject, **given))
    assert str(caught.value) == text
    assert driven.requests == []


def test_enums_and_ids(mode: str) -> None:
    """A misspelt value of an enum, and an id that is none."""
    driven = Driven(WSO2, mode, [])
    with pytest.raises(subkit.InvalidArgument) as caught:
        driven(lambda client: client.subscriptions.block("s1", block_state="BLOKED"))
    assert (
        str(caught.value)
        == "block_state: expected one of BLOCKED, PROD_ONLY_BLOCKED, got a string; did you mean 'BLOCKED'?"
    )
    with pytest.raises(subkit.InvalidArgument) as caught:
        Driven(EVENTS, mode, [])(lambda client: client.subscriptions.get("abc"))
    assert str(caught.value) == "subscription: expected a UUID, got a string of 3 characters"


TOKENS = {
    "t0ken\n": "must not contain a line break",
    "t0k\r\nen": "must not contain a line break",
    "Bearer t0ken": 'leave out the word "Bearer"',
    "bearer t0ken": 'leave out the word "Bearer"',
    "t0 ken": "without spaces",
}


@pytest.mark.parametrize("token", TOKENS)
def test_tokens(mode: str, token: str) -> None:
    """What is usually wrong with a token is said, and the token is not."""
    for make in (subkit.BearerToken, lambda text: subkit.HeaderKey("X-Key", text)):
        if make is subkit.BearerToken or "earer" not in token:
            with pytest.raises(subkit.ConfigurationError) as caught:
                make(token)
            assert TOKENS[token] in str(caught.value)
            assert "t0k" not in str(caught.value)
