# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""HttpSettings, a model of Jack Henry Modern Eventing, subscriptions."""

from __future__ import annotations

from subkit._models import Field, Model, OptionalField, field, model
from subkit._unset import UNSET


@model()
class HttpSettings(Model):
    """Where and how to dispatch events over HTTP.

    Required: `url`, `auth_type`, `uses_secrets`. Reading one that the response left out raises `MissingField`.

    Source: page: components, schemas, HttpSettings
    """

    url: Field[str] = field("url", {"type": "string", "format": "uri"})
    """URL to which events are sent. A URI."""

    auth_type: Field[str] = field("authType", {"type": "string"})
    """Type of authentication at that URL. Only `none` is documented."""

    uses_secrets: Field[bool] = field("usesSecrets", {"type": "boolean"})
    """Whether the authentication uses the secret."""

    secret: OptionalField[str] = field("secret", {"type": "string", "secret": True}, default=UNSET)
    """Secret for the authentication. Responses never contain it. Secret: never shown in `repr`."""
