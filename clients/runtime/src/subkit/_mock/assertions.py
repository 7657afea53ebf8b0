"""Checks signed assertions (RFC 7523), with a key pair that is made when it is first needed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from .._auth.client_assertion import ASSERTION_TYPE

if TYPE_CHECKING:
    from joserfc.jwk import ECKey, RSAKey

LONGEST = 300
"""Seconds that an assertion may be valid for."""


class KeyPair:
    """The key pair of the client that a fake knows. Needs the extra `jwt`."""

    def __init__(self, algorithm: str) -> None:
        self.algorithm = algorithm

    @property
    def key(self) -> RSAKey | ECKey:
        """The key itself."""
        return _generate(self.algorithm)

    @property
    def pem(self) -> str:
        """The private key, as the client is given it."""
        return self.key.as_pem(private=True).decode("ascii")


@cache
def _generate(algorithm: str) -> RSAKey | ECKey:
    """The key of all fakes of this process: making one takes longer than all the rest."""
    from joserfc.jwk import ECKey, RSAKey  # noqa: PLC0415 - an extra

    curves = {"ES256": "P-256", "ES384": "P-384", "ES512": "P-521"}
    if algorithm in curves:
        return ECKey.generate_key(curves[algorithm], private=True)
    return RSAKey.generate_key(2048, private=True)


def check_assertion(
    form: Mapping[str, str], keys: KeyPair, client: str, audience: str, now: datetime, seen: set[str]
) -> str | None:
    """What is wrong with the assertion in a form, or None. An assertion serves once."""
    if form.get("client_assertion_type") != ASSERTION_TYPE:
        return "no client authentication mechanism provided"
    claims = _claims(form.get("client_assertion", ""), keys)
    if claims is None:
        return f"the assertion is not signed with {keys.algorithm} and the client's key"
    if not claims.get("iss") == claims.get("sub") == client:
        return "iss and sub of the assertion must be the id of the client"
    if claims.get("aud") != audience:
        return f"aud of the assertion must be {audience}"
    expiry = claims.get("exp")
    if not isinstance(expiry, int) or not now.timestamp() < expiry <= now.timestamp() + LONGEST:
        return f"exp of the assertion must be in seconds, and within {LONGEST} s from now"
    if claims.get("jti") in (None, *seen):
        return "jti of the assertion is missing or was used before"
    seen.add(claims["jti"])
    return None


def _claims(text: str, keys: KeyPair) -> dict[str, Any] | None:
    from joserfc import jwt  # noqa: PLC0415 - an extra
    from joserfc.errors import JoseError  # noqa: PLC0415

    try:
        return dict(jwt.decode(text, keys.key, algorithms=[keys.algorithm]).claims)
    except (JoseError, ValueError):
        return None
