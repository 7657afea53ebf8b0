"""Clients whose token endpoint answers as a test says, and what has to hold of every `AuthError`."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

import subkit
from subkit._transport.messages import Reply

from .issuers import Issuer
from .lines import own_text
from .scripted import Answer, Clock, Driven, reply
from .secrecy import check_secrecy
from .vendors import CLIENT_ID, SECRETS

TOKEN = "canary-token"
BASIC = b64encode(f"{CLIENT_ID}:{SECRETS['client_secret']}".encode()).decode("ascii")
CANARIES = ("canary", BASIC, "PRIVATE KEY", "eyJ")


def good(**changes: Any) -> Reply:
    """An answer with a token, but for the changes; None leaves a member out."""
    members = {"access_token": TOKEN, "token_type": "Bearer", "expires_in": 3600, **changes}
    return reply(200, {name: value for name, value in members.items() if value is not None})


def driven_by(mode: str, slug: str, *answers: Answer, **changes: Any) -> tuple[Driven, Issuer]:
    """A client whose token endpoint answers so, the last answer for ever."""
    issuer = Issuer(slug, clock=Clock(chance=0.0))
    issuer.given[TOKEN] = float("inf")
    left = list(answers)
    issuer.first = [lambda: left.pop(0) if len(left) > 1 else left[0]] * 20
    return issuer.driven(mode, auth=issuer.credential(**changes)), issuer


def check(error: subkit.AuthError, issuer: Issuer) -> None:
    """One line that names the endpoint and the operation, and no secret anywhere; nothing went to the API."""
    assert own_text(error).startswith(f"the token endpoint {issuer.token_url} ")
    assert len(str(error).splitlines()) == 1
    assert error.operation == "get_subscription"
    assert issuer.calls == []
    check_secrecy(error, *CANARIES)
