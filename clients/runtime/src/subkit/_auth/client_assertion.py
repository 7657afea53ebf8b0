"""Signed assertions with which a client authenticates, instead of sending a secret (RFC 7523)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from .._errors import ConfigurationError
from .._secrets.secret import Secret

if TYPE_CHECKING:
    from joserfc.jwk import Key

PrivateKey = str | bytes | Mapping[str, Any]
ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
LIFETIME = 60
"""Lifetime of an assertion, in seconds."""
_SIZES = {"RSA": ", of at least 2048 bits", "EC": ""}


class Signer:
    """Signs with a private key. Raises `ConfigurationError` for a key that cannot be used.

    `key` is a private key as PEM (text or bytes) or as a JWK (a dict, or its JSON), `algorithm` a name of JWA such as
    `PS256`. `key_id` is sent in the header as `kid`; a JWK may contain its own.
    """

    def __init__(self, key: Secret[PrivateKey], algorithm: str, key_id: str | None = None) -> None:
        if find_spec("joserfc") is None:
            raise ConfigurationError("key: signing needs another package: pip install 'subkit[jwt]'")
        kind = "EC" if algorithm.startswith("ES") else "RSA"
        found = _import(key, kind)
        if found is None:
            raise ConfigurationError(f"key: must be an unencrypted {kind} private key, as PEM or JWK{_SIZES[kind]}")
        self._key = found
        name = key_id or found.kid
        self._header = {"alg": algorithm, "typ": "JWT"} | ({"kid": name} if name else {})
        if not self._can_sign():
            raise ConfigurationError(f"key: this {kind} key cannot sign with {algorithm}")

    def sign(self, claims: Mapping[str, Any]) -> Secret[str]:
        """A signed JWT with these claims."""
        from joserfc import jwt  # noqa: PLC0415 - an extra, imported only when something is signed

        return Secret(jwt.encode(self._header, dict(claims), self._key, algorithms=[self._header["alg"]]))

    def _can_sign(self) -> bool:
        try:
            self.sign({})
        except Exception:  # noqa: BLE001 - of many kinds: too short, another curve, made for encryption
            return False
        return True

    def __repr__(self) -> str:
        return "Signer(<secret>)"


def _import(key: Secret[PrivateKey], kind: str) -> Key | None:
    from joserfc.jwk import ECKey, RSAKey  # noqa: PLC0415 - as above

    family: type[RSAKey | ECKey] = ECKey if kind == "EC" else RSAKey
    try:
        found = family.import_key(_plain(key))
        return found if found.is_private and _is_long(found) else None
    except Exception:  # noqa: BLE001 - of many kinds, and their messages may contain the key
        return None


def _is_long(key: Key) -> bool:
    """RFC 7518, 3.3 and 3.5: an RSA key has at least 2048 bits. The curve of an EC key is checked by signing."""
    size: int = getattr(key.get_op_key("sign"), "key_size", 0)
    return key.key_type != "RSA" or size >= 2048


def _plain(key: Secret[PrivateKey]) -> Any:
    if isinstance(key.value, Mapping):
        return dict(key.value)
    text = Secret(key.value if isinstance(key.value, str) else key.value.decode("ascii"))
    if text.value.lstrip().startswith("{"):
        return json.loads(text.value)
    return text.value.replace("\\n", "\n")  # as it is often written in environment variables
