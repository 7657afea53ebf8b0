"""Kinds of errors, told by the names of their classes.

httpcore has them in common with httpx and its forks, and none of these has to be loaded to know them. A mistake in a
program is not among them.
"""

from __future__ import annotations

import zlib
from typing import Final

TIMEOUTS: Final = {"TimeoutException", "TimeoutError"}
_NETWORK: Final = {"NetworkError", "OSError", "EOFError", *TIMEOUTS}
PROTOCOL: Final = {"ProtocolError", "ProxyError", "UnsupportedProtocol", "InvalidURL", "UnicodeError"}
_OTHERS: Final = {"HTTPError", "HTTPException", "ClientError"}  # what everything else of a library derives from
WHILE_CONNECTING: Final = {"ConnectError", "ConnectTimeout", "ProxyError"}
_NOTHING_SENT: Final = {
    "PoolTimeout", "UnsupportedProtocol", "LocalProtocolError", "InvalidURL", "UnicodeError", "ConnectionRefusedError",
    "gaierror", *WHILE_CONNECTING,
}  # fmt: skip


def is_failure(error: BaseException) -> bool:
    """Whether an error is about input or output."""
    return is_network_failure(error) or bool(names_of(error) & (PROTOCOL | _OTHERS))


def is_network_failure(error: BaseException) -> bool:
    """Whether an error is about the connection, and not about what was to be said over it."""
    return isinstance(error, zlib.error) or bool(names_of(error) & _NETWORK)


def was_sent(error: BaseException) -> bool:
    """Whether something may have been sent before an error, as far as its kind tells."""
    return not names_of(error) & _NOTHING_SENT


def names_of(error: BaseException) -> set[str]:
    """The names of an error's class and of its bases."""
    return {one.__name__ for one in type(error).__mro__}
