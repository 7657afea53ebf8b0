"""What goes wrong between here and the server, in subkit's words: whether anything was sent, and what can be done."""

from __future__ import annotations

import ssl
import zlib
from typing import TYPE_CHECKING, Final

from .._errors import DeadlineExceeded, NotSent, OutcomeUnknown, SubkitError, TransportError
from .failures import PROTOCOL, TIMEOUTS, WHILE_CONNECTING, is_failure, is_network_failure, names_of, was_sent
from .urls import describe_server

if TYPE_CHECKING:
    from .messages import Request
    from .network import RequestTracker

_HARMLESS: Final = {"GET", "HEAD", "OPTIONS"}
_SOON: Final = 0.002  # seconds by which a timer may be early
_NOT_TLS: Final = {"WRONG_VERSION_NUMBER", "UNKNOWN_PROTOCOL", "HTTP_REQUEST", "RECORD_LAYER_FAILURE"}
_STRICT: Final = ("Missing Authority Key Identifier", "Missing Subject Key Identifier", "not marked critical")
"""What only Python 3.13 and later object to."""


def explain(error: Exception, request: Request, tracker: RequestTracker, limit: int = 0) -> TransportError | None:
    """The error of subkit for a failure of input or output, or None for any other error, which stays what it is."""
    if isinstance(error, SubkitError) or not is_failure(error):
        return None
    names = names_of(error)
    sent = was_sent(error) if tracker.written is None or names & WHILE_CONNECTING else tracker.written
    if names & TIMEOUTS and tracker.left() < _SOON:
        return _too_late(request, tracker, sent=sent, limit=limit)
    where = _where(request, tracker)
    if sent:
        return OutcomeUnknown(f"{_words(error)} ({where}){_doubt(request)}")
    advice = _tls_advice(error)
    not_sent = NotSent(f"{_words(error)} ({where}); nothing was sent{advice and '; '}{advice}")
    not_sent.permanent = bool(advice or _status(error))
    return not_sent


def cause_of(error: Exception) -> Exception | None:
    """What may be shown as the cause of an error that was explained. Other texts may quote a header or the URL."""
    return error if is_network_failure(error) else None


def _too_late(request: Request, tracker: RequestTracker, *, sent: bool, limit: int) -> DeadlineExceeded:
    within = f"within the timeout of {tracker.timeout:g} s"
    if tracker.queued:
        return DeadlineExceeded(f"no connection became free {within} ({limit} at most: max_connections)")
    end = _doubt(request) if sent else "; nothing was sent"
    return DeadlineExceeded(f"no complete response from {_where(request, tracker)} {within}{end}", sent=sent)


def _words(error: Exception) -> str:
    match names_of(error):
        case names if "ConnectError" in names:
            return f"could not connect: {' '.join(str(error).split())}"
        case names if names & TIMEOUTS:
            return "the connection timed out"
        case names if "ProxyError" in names:
            return f"the proxy refused to forward the request{_status(error)}"
        case names if "RemoteProtocolError" in names and "without sending" in str(error):
            return "the server closed the connection before its response was complete"
        case names if "RemoteProtocolError" in names:
            return "the server's response is not valid HTTP"
        case names if names & PROTOCOL:
            return "the request cannot be expressed in HTTP"
        case _ if isinstance(error, zlib.error):
            return "the body of the response is damaged or incomplete"
        case _:
            return "the connection broke"


def _status(error: Exception) -> str:
    """With which status a proxy refused; it would do so again."""
    status = str(error).partition(" ")[0]
    return f" with status {status}" if "ProxyError" in names_of(error) and status.isdecimal() else ""


def _doubt(request: Request) -> str:
    return "" if request.method.upper() in _HARMLESS else "; the request may have been carried out"


def _where(request: Request, tracker: RequestTracker) -> str:
    server = describe_server(request.url)
    return server if tracker.peer in (None, server) else f"{server}, through the proxy {tracker.peer}"


def _tls_advice(error: BaseException) -> str:
    """What to do about an error of TLS, or nothing where another try may help."""
    found = _tls_error(error)
    if isinstance(found, ssl.SSLCertVerificationError):
        return _about_certificate(found.verify_message)
    if found is not None and found.reason in _NOT_TLS:
        return "the server speaks no TLS there: should the address begin with http://?"
    return ""


def _about_certificate(problem: str) -> str:
    if "mismatch" in problem.lower():
        return "the certificate is for another host"
    if any(text in problem for text in _STRICT):
        return (
            "Python 3.13 checks certificates more strictly: renew the certificate, or give verify= an ssl.SSLContext "
            "without ssl.VERIFY_X509_STRICT"
        )
    return 'give your company\'s CA as verify="ca.pem" or in SSL_CERT_FILE'


def _tls_error(error: BaseException | None) -> ssl.SSLError | None:
    """The error of TLS that led to an error."""
    for _ in range(5):
        if error is None or isinstance(error, ssl.SSLError):
            return error
        error = error.__cause__ or error.__context__
    return None
