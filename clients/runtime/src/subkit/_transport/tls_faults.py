"""TLS that fails for a reason which stays: what to do about it."""

from __future__ import annotations

import ssl
from typing import Final

_NOT_TLS: Final = {"WRONG_VERSION_NUMBER", "UNKNOWN_PROTOCOL", "HTTP_REQUEST", "RECORD_LAYER_FAILURE"}
_STRICT: Final = ("Missing Authority Key Identifier", "Missing Subject Key Identifier", "not marked critical")
"""What only Python 3.13 and later object to."""


def tls_advice(error: BaseException) -> str:
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
