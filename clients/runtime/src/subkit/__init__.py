"""subkit: the runtime of a family of typed clients for subscription APIs.

Install the package of the API that you need. This package holds what all of them share: credentials, options, pages,
responses and errors. Importing `subkit` loads none of it until it is used.
"""

from ._version import __version__

TYPE_CHECKING: bool = False  # as in `typing`, which costs more than all of this; `: bool` lets jedi look behind it

if TYPE_CHECKING:
    from ._auth.credentials import AllOf as AllOf
    from ._auth.credentials import Basic as Basic
    from ._auth.credentials import BearerToken as BearerToken
    from ._auth.credentials import CookieKey as CookieKey
    from ._auth.credentials import Credential as Credential
    from ._auth.credentials import HeaderKey as HeaderKey
    from ._auth.credentials import QueryKey as QueryKey
    from ._auth.credentials import SchemeToken as SchemeToken
    from ._calls.events import Event as Event
    from ._errors import ApiError as ApiError
    from ._errors import AuthError as AuthError
    from ._errors import BadRequest as BadRequest
    from ._errors import ClientClosed as ClientClosed
    from ._errors import ConfigurationError as ConfigurationError
    from ._errors import Conflict as Conflict
    from ._errors import DeadlineExceeded as DeadlineExceeded
    from ._errors import DecodeError as DecodeError
    from ._errors import DriftError as DriftError
    from ._errors import Forbidden as Forbidden
    from ._errors import Gone as Gone
    from ._errors import InvalidArgument as InvalidArgument
    from ._errors import MissingField as MissingField
    from ._errors import NotAcceptable as NotAcceptable
    from ._errors import NotFound as NotFound
    from ._errors import NotSent as NotSent
    from ._errors import OutcomeUnknown as OutcomeUnknown
    from ._errors import PaginationError as PaginationError
    from ._errors import PreconditionFailed as PreconditionFailed
    from ._errors import RateLimited as RateLimited
    from ._errors import RequestTimeout as RequestTimeout
    from ._errors import ServerError as ServerError
    from ._errors import SubkitError as SubkitError
    from ._errors import TransportError as TransportError
    from ._errors import Unauthenticated as Unauthenticated
    from ._errors import UnexpectedRedirect as UnexpectedRedirect
    from ._errors import Unprocessable as Unprocessable
    from ._errors import UnsupportedMediaType as UnsupportedMediaType
    from ._flow.clock import Clock as Clock
    from ._flow.retry import Retry as Retry
    from ._formats.numbers import ExactNumber as ExactNumber
    from ._installed import InstalledApi as InstalledApi
    from ._installed import apis as apis
    from ._meta import Drift as Drift
    from ._meta import Meta as Meta
    from ._models.model import Model as Model
    from ._models.model import edited as edited
    from ._models.model import meta as meta
    from ._models.model_class import UnknownVariant as UnknownVariant
    from ._operations.conditional import ANY as ANY
    from ._operations.operation import Operation as Operation
    from ._paging.pager import AsyncPager as AsyncPager
    from ._paging.pager import Page as Page
    from ._paging.pager import Pager as Pager
    from ._responses.response import NotModified as NotModified
    from ._responses.response import Response as Response
    from ._transport.async_http import AsyncHttpTransport as AsyncHttpTransport
    from ._transport.http import HttpTransport as HttpTransport
    from ._transport.messages import AsyncTransport as AsyncTransport
    from ._transport.messages import Headers as Headers
    from ._transport.messages import Reply as Reply
    from ._transport.messages import Request as Request
    from ._transport.messages import Transport as Transport
    from ._unset import UNSET as UNSET
    from ._unset import Unset as Unset
else:
    from ._lazy import lazy_exports

    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "._auth.credentials": (
                "Basic",
                "AllOf",
                "BearerToken",
                "CookieKey",
                "Credential",
                "HeaderKey",
                "QueryKey",
                "SchemeToken",
            ),
            "._calls.events": ("Event",),
            "._errors": (
                "ApiError",
                "AuthError",
                "BadRequest",
                "ClientClosed",
                "Clock",
                "ConfigurationError",
                "Conflict",
                "DeadlineExceeded",
                "DecodeError",
                "DriftError",
                "Forbidden",
                "Gone",
                "InvalidArgument",
                "MissingField",
                "NotAcceptable",
                "NotFound",
                "NotSent",
                "OutcomeUnknown",
                "PaginationError",
                "PreconditionFailed",
                "RateLimited",
                "RequestTimeout",
                "ServerError",
                "SubkitError",
                "TransportError",
                "Unauthenticated",
                "UnexpectedRedirect",
                "Unprocessable",
                "UnsupportedMediaType",
            ),
            "._flow.clock": ("Clock",),
            "._flow.retry": ("Retry",),
            "._formats.numbers": ("ExactNumber",),
            "._installed": (
                "InstalledApi",
                "apis",
            ),
            "._meta": (
                "Drift",
                "Meta",
            ),
            "._models.model_class": ("UnknownVariant",),
            "._models.model": (
                "Model",
                "edited",
                "meta",
            ),
            "._operations.conditional": ("ANY",),
            "._operations.operation": ("Operation",),
            "._paging.pager": (
                "AsyncPager",
                "Page",
                "Pager",
            ),
            "._responses.response": (
                "NotModified",
                "Response",
            ),
            "._transport.async_http": ("AsyncHttpTransport",),
            "._transport.http": ("HttpTransport",),
            "._transport.messages": (
                "AsyncTransport",
                "Headers",
                "Reply",
                "Request",
                "Transport",
            ),
            "._unset": (
                "UNSET",
                "Unset",
            ),
        },
    )

__all__ = [
    "ANY",
    "UNSET",
    "AllOf",
    "ApiError",
    "AsyncHttpTransport",
    "AsyncPager",
    "AsyncTransport",
    "AuthError",
    "BadRequest",
    "Basic",
    "BearerToken",
    "ClientClosed",
    "ConfigurationError",
    "Conflict",
    "CookieKey",
    "Credential",
    "DeadlineExceeded",
    "DecodeError",
    "Drift",
    "DriftError",
    "Event",
    "ExactNumber",
    "Forbidden",
    "Gone",
    "HeaderKey",
    "Headers",
    "HttpTransport",
    "InstalledApi",
    "InvalidArgument",
    "Meta",
    "MissingField",
    "Model",
    "NotAcceptable",
    "NotFound",
    "NotModified",
    "NotSent",
    "Operation",
    "OutcomeUnknown",
    "Page",
    "Pager",
    "PaginationError",
    "PreconditionFailed",
    "QueryKey",
    "RateLimited",
    "Reply",
    "Request",
    "RequestTimeout",
    "Response",
    "Retry",
    "SchemeToken",
    "ServerError",
    "SubkitError",
    "Transport",
    "TransportError",
    "Unauthenticated",
    "UnexpectedRedirect",
    "UnknownVariant",
    "Unprocessable",
    "Unset",
    "UnsupportedMediaType",
    "__version__",
    "apis",
    "edited",
    "meta",
]
