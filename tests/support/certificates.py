"""Certificates for servers on loopback: good ones, and bad ones of every kind."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import trustme


@cache
def authority(name: str = "trusted") -> trustme.CA:
    """An authority of its own for each name."""
    return trustme.CA(organization_name=name)


def server_context(host: str = "127.0.0.1", *, issuer: str = "trusted", expired: bool = False) -> ssl.SSLContext:
    """What a server needs to claim to be `host`."""
    then = (datetime(2020, 1, 1, tzinfo=UTC), datetime(2020, 2, 1, tzinfo=UTC)) if expired else (None, None)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority(issuer).issue_cert(host, not_before=then[0], not_after=then[1]).configure_cert(context)
    return context


def authority_file(folder: Path, issuer: str = "trusted") -> str:
    """The certificate of an authority in a file, as users give it in `verify`."""
    path = folder / f"{issuer}.pem"
    authority(issuer).cert_pem.write_to_path(str(path))
    return str(path)
