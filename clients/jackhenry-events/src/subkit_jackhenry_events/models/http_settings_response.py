# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""HttpSettingsResponse, a model of Jack Henry Modern Eventing, subscriptions."""

from __future__ import annotations

from subkit._fields import OptionalField, field
from subkit._model import Model, model
from subkit._unset import UNSET


@model()
class HttpSettingsResponse(Model):
    """Where and how events are dispatched over HTTP, without the secret.

    Source: page: components, schemas, HttpSettingsResponse
    """

    url: OptionalField[str] = field("url", {"type": "string", "format": "uri"}, default=UNSET)
    """Address that events are sent to. A URI."""

    auth_type: OptionalField[str] = field("authType", {"type": "string"}, default=UNSET)
    """Kind of authentication at that address. Only `none` is shown; the others are not documented."""

    uses_secrets: OptionalField[bool] = field("usesSecrets", {"type": "boolean"}, default=UNSET)
    """Whether that authentication needs a secret."""
