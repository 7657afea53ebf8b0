# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""HttpSettings, a model of Jack Henry Modern Eventing, subscriptions."""

from __future__ import annotations

from subkit._fields import Field, OptionalField, field
from subkit._model import Model, model
from subkit._unset import UNSET


@model()
class HttpSettings(Model):
    """Where and how to dispatch over HTTP.

    Source: page: components, schemas, HttpSettings
    """

    url: Field[str] = field("url", {"type": "string", "format": "uri"})
    """Address that events are sent to. A URI."""

    auth_type: Field[str] = field("authType", {"type": "string"})
    """Kind of authentication at that address. Only `none` is shown; the others are not documented."""

    uses_secrets: Field[bool] = field("usesSecrets", {"type": "boolean"})
    """Whether that authentication needs the secret."""

    secret: OptionalField[str] = field("secret", {"type": "string", "secret": True}, default=UNSET)
    """The secret. Never returned. Secret: never shown in `repr`."""
