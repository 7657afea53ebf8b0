"""Proxies and certificates from the environment, found in the same way as httpx does."""

from __future__ import annotations

import os
import ssl
import sys
from functools import lru_cache
from typing import Final, cast

from .._errors import ConfigurationError

Verify = bool | str | os.PathLike[str] | ssl.SSLContext
_ASKS_THE_SYSTEM: Final = sys.platform in ("darwin", "win32")


def proxy_for(scheme: str, host: str, port: int) -> str | None:
    """The proxy from HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY (or the system's settings), or None."""
    if not _ASKS_THE_SYSTEM and not any(name.lower().endswith("_proxy") for name in os.environ):
        return None
    from urllib.request import getproxies, proxy_bypass  # noqa: PLC0415 - loads much, and few need it

    proxies = getproxies()
    proxy = proxies.get(scheme) or proxies.get("all")
    if not proxy or proxy_bypass(f"{host}:{port}"):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def check_verify(verify: Verify, *, trust_env: bool) -> None:
    """Refuse what is no setting for TLS. A file of certificates is read now, not in the first call."""
    if isinstance(verify, (str, os.PathLike)):
        ssl_context(verify, trust_env)
    elif not isinstance(cast("object", verify), (bool, ssl.SSLContext)):
        raise ConfigurationError(
            "verify: must be True, False, the path of a file or directory of certificates, or an ssl.SSLContext"
        )


def ssl_context(verify: Verify, trust_env: bool) -> ssl.SSLContext:
    """The context for `verify`: itself, or one that the whole process shares.

    It is shared because loading the certificates takes longer than many calls.
    """
    if isinstance(verify, ssl.SSLContext):
        return verify
    if verify is False:
        return _blind(trust_env)
    try:
        return _trusting(_authorities(trust_env) if verify is True else os.fspath(verify), trust_env)
    except (OSError, ValueError) as error:
        raise ConfigurationError("verify: the file or directory of certificates cannot be read") from error


def _authorities(trust_env: bool) -> str:
    named = os.environ.get("SSL_CERT_FILE") or os.environ.get("SSL_CERT_DIR") if trust_env else None
    if named:
        return named
    import certifi  # noqa: PLC0415 - only where nothing else names a CA file

    return certifi.where()


@lru_cache(maxsize=16)
def _trusting(path: str, trust_env: bool) -> ssl.SSLContext:
    context = _without_authorities(trust_env)
    if os.path.isdir(path):
        context.load_verify_locations(capath=path)
    else:
        context.load_verify_locations(cafile=path)
    return context


@lru_cache(maxsize=2)
def _blind(trust_env: bool) -> ssl.SSLContext:
    context = _without_authorities(trust_env)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _without_authorities(trust_env: bool) -> ssl.SSLContext:
    """A context like `ssl.create_default_context`, which loads the system's authorities, or leaves a file unless it
    is named one, and always writes keys where SSLKEYLOGFILE says."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if sys.version_info >= (3, 13):
        context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN | ssl.VERIFY_X509_STRICT
    keys = os.environ.get("SSLKEYLOGFILE") if trust_env else None
    if keys:
        context.keylog_filename = keys
    return context
