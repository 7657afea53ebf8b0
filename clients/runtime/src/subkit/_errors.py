"""All errors that subkit raises. Each can be pickled and copied; none shows a secret or a body in `str` or `repr`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from ._public import public

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from ._meta import Drift


class SubkitError(Exception):
    """Base of all errors of subkit. `str(error)` is one line that says what to do about it."""

    operation: str | None = None
    """Id of the operation that was called, or None if there was none."""
    method: str | None = None
    """HTTP method of the call's requests, or None if it was no error of a call."""
    url: str | None = None
    """URL of the call's requests, without the query, or None if it was no error of a call."""
    checkpoint: str | None = None
    """Where a pager stood when it raised this: pass it as `resume`. None elsewhere."""
    hint: str = ""
    """What to do, or why the call was not retried: the end of the line."""

    _volatile: ClassVar[frozenset[str]] = frozenset()
    _message_names_request: ClassVar[bool] = False

    def __init__(self, message: str = "", *, operation: str | None = None) -> None:
        super().__init__(message)
        self.operation = operation

    def __str__(self) -> str:
        text = "; ".join(part for part in (super().__str__(), self.hint) if part)
        if self.url is None:
            return text
        request = "" if self._message_names_request else f"{self.method} {self.url}: "
        return f"{request}{text} ({self.operation})"

    def __reduce__(self) -> tuple[Any, ...]:
        state = {key: value for key, value in self.__dict__.items() if key not in self._volatile}
        return type(self).__restore__, (self.args, state)

    def __copy__(self) -> Self:
        return type(self).__restore__(self.args, self.__dict__)  # whole: it stays in this process

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        from copy import deepcopy  # noqa: PLC0415 - only for copies

        return type(self).__restore__(self.args, deepcopy(self.__dict__, memo))

    @classmethod
    def __restore__(cls, args: tuple[Any, ...], state: Mapping[str, Any]) -> Self:
        """The error that `__reduce__` stored: its arguments, and its attributes by name."""
        error = cls.__new__(cls, *args)
        error.args = args
        error.__dict__.update(state)
        return error


class ConfigurationError(SubkitError):
    """The client or the call is not usable as configured. Nothing was sent."""


class InvalidArgument(ConfigurationError, ValueError):
    """An argument that the API's specification does not allow, or an id that is unsafe in a path. Nothing was sent."""


class ClientClosed(ConfigurationError):
    """The client was closed before this call."""


class AuthError(SubkitError):
    """No token could be obtained. Never contains a secret."""

    status: int | None
    """HTTP status of the token endpoint, or None if it did not respond."""
    code: str | None
    """OAuth error code, such as `invalid_client`, if the endpoint sent one."""

    def __init__(
        self, message: str = "", *, status: int | None = None, code: str | None = None, operation: str | None = None
    ) -> None:
        super().__init__(message, operation=operation)
        self.status = status
        self.code = code


class TransportError(SubkitError):
    """The exchange with the server failed."""


class NotSent(TransportError):
    """The request provably never reached the server: calling again is safe."""

    permanent: bool = False
    """Whether another request would fail in the same way, as with a certificate that is not trusted."""


class OutcomeUnknown(TransportError):
    """The request was sent, but no complete response arrived: a write may or may not have happened."""


class DeadlineExceeded(TransportError):
    """The total timeout of the call ran out."""

    sent: bool
    """Whether the request may have reached the server. False if the time ran out while a token was requested."""

    def __init__(self, message: str = "", *, sent: bool = False, operation: str | None = None) -> None:
        super().__init__(message, operation=operation)
        self.sent = sent


class ApiError(SubkitError):
    """The API responded with an error. There is a class for each common status; this one is used for the others."""

    status: int
    """HTTP status."""
    code: str | int | None
    """The vendor's error code, if the body has one."""
    title: str | None
    """The vendor's short text."""
    detail: str | None
    """The vendor's longer text; several are joined by "; "."""
    problem: Any
    """The body as the vendor's error model, with secrets redacted, or None if it was something else."""
    request_id: str | None
    """The vendor's id of this request, which its support may ask for."""
    headers: Mapping[str, str]
    """Headers of the response; names are case-insensitive."""
    body: Any = None
    """The body: parsed if it was JSON, else text; secrets are redacted. Not part of pickles."""
    retry_at: datetime | None
    """The earliest time for another request according to the server (aware, UTC), or None."""
    attempts: int
    """How many requests were sent."""

    _volatile = frozenset({"body"})
    _message_names_request = True

    def __init__(
        self,
        message: str = "",
        *,
        status: int = 0,
        code: str | int | None = None,
        title: str | None = None,
        detail: str | None = None,
        problem: Any = None,
        request_id: str | None = None,
        headers: Mapping[str, str] | None = None,
        body: Any = None,
        operation: str | None = None,
        retry_at: datetime | None = None,
        attempts: int = 1,
    ) -> None:
        super().__init__(message, operation=operation)
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail
        self.problem = problem
        self.request_id = request_id
        self.headers = headers if headers is not None else {}
        self.body = body
        self.retry_at = retry_at
        self.attempts = attempts


class BadRequest(ApiError):
    """400."""


class Unauthenticated(ApiError):
    """401: the credential was rejected."""


class Forbidden(ApiError):
    """403: the credential does not permit this."""


class NotFound(ApiError):
    """404."""


class NotAcceptable(ApiError):
    """406."""


class RequestTimeout(ApiError):
    """408: the server gave up on the request."""


class Conflict(ApiError):
    """409."""


class Gone(ApiError):
    """410: the object existed and is gone."""

    after_replay: bool = False
    """Whether this is the response to a retry after a lost response, a 408 or a 5xx: then most likely this very call
    removed the object."""


class PreconditionFailed(ApiError):
    """412: somebody else changed the object since it was fetched. The body may be empty."""

    after_replay: bool = False
    """Whether this is the response to a retry after a lost response or an error of the server: then this very call may
    have changed the object."""


class UnsupportedMediaType(ApiError):
    """415."""


class Unprocessable(ApiError):
    """422."""


class RateLimited(ApiError):
    """429: too many requests; see `retry_at`."""


class UnexpectedRedirect(ApiError):
    """3xx. Redirects are never followed, because the credential would be sent along."""


class ServerError(ApiError):
    """5xx."""


class DecodeError(SubkitError):
    """What arrived is not a response of the API: HTML, nothing, another JSON type, too large, or nested too deep."""

    status: int | None
    """HTTP status of the response, or None if a value was decoded without one."""
    excerpt: str | None
    """The first printable characters of the body, or None if it could contain a secret."""
    drift: tuple[Drift, ...] = ()
    """Where the response does not match the specification, as far as it was compared."""

    def __init__(
        self,
        message: str = "",
        *,
        status: int | None = None,
        excerpt: str | None = None,
        operation: str | None = None,
    ) -> None:
        super().__init__(message, operation=operation)
        self.status = status
        self.excerpt = excerpt


class DriftError(DecodeError):
    """Strict mode: the response does not match the specification. `drift` says where."""


class MissingField(DecodeError, AttributeError):
    """A required field was read that the response does not contain."""


class PaginationError(SubkitError):
    """The pages make no sense: a token was repeated, or pages keep coming without new items."""


_BY_STATUS: dict[int, type[ApiError]] = {
    400: BadRequest,
    401: Unauthenticated,
    403: Forbidden,
    404: NotFound,
    406: NotAcceptable,
    408: RequestTimeout,
    409: Conflict,
    410: Gone,
    412: PreconditionFailed,
    415: UnsupportedMediaType,
    422: Unprocessable,
    429: RateLimited,
}


def _publish(names: Mapping[str, object]) -> None:
    """All errors are public."""
    for one in names.values():
        if isinstance(one, type) and issubclass(one, SubkitError):
            public(one)


_publish(globals())


def class_for(status: int) -> type[ApiError]:
    """The class of error for an HTTP status."""
    if 300 <= status < 400:
        return UnexpectedRedirect
    return _BY_STATUS.get(status, ServerError if status >= 500 else ApiError)
