"""Proxies and certificates from the environment, found in the same way as httpx does."""

from __future__ import annotations

import os
import ssl
from functools import lru_cache
from urllib.request import getproxies, proxy_bypass

from .._errors import ConfigurationError


def proxy_for(scheme: str, host: str, port: int) -> str | None:
    """The proxy from HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY (or the system's settings), or None."""
    proxies = getproxies()
    proxy = proxies.get(scheme) or proxies.get("all")
    if not proxy or proxy_bypass(f"{host}:{port}"):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def ssl_context(verify: bool | str | ssl.SSLContext, trust_env: bool) -> ssl.SSLContext:
    """The context for `verify`: itself, or one that the whole process shares.

    It is shared because loading the certificates takes longer than many calls.
    """
    if isinstance(verify, ssl.SSLContext):
        return verify
    if verify is False:
        return _blind()
    try:
        return _trusting(verify if isinstance(verify, str) else _authorities(trust_env))
    except OSError as error:
        raise ConfigurationError("verify: the file or directory of certificates cannot be read") from error


def _authorities(trust_env: bool) -> str:
    named = os.environ.get("SSL_CERT_FILE") or os.environ.get("SSL_CERT_DIR") if trust_env else None
    if named:
        return named
    import certifi  # noqa: PLC0415 - only where nothing else names a CA file

    return certifi.where()


@lru_cache(maxsize=16)
def _trusting(path: str) -> ssl.SSLContext:
    if os.path.isdir(path):
        return ssl.create_default_context(capath=path)
    return ssl.create_default_context(cafile=path)


def _blind() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
