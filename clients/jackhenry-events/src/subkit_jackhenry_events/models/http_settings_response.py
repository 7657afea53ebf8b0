# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""HttpSettingsResponse, a model of Jack Henry Modern Eventing, subscriptions."""

from __future__ import annotations

from subkit._models import Model, OptionalField, field, model
from subkit._unset import UNSET


@model()
class HttpSettingsResponse(Model):
    """Where and how events are dispatched over HTTP, without the secret.

    Source: page: components, schemas, HttpSettingsResponse
    """

    url: OptionalField[str] = field("url", {"type": "string", "format": "uri"}, default=UNSET)
    """URL to which events are sent. A URI."""

    auth_type: OptionalField[str] = field("authType", {"type": "string"}, default=UNSET)
    """Type of authentication at that URL. Only `none` is documented."""

    uses_secrets: OptionalField[bool] = field("usesSecrets", {"type": "boolean"}, default=UNSET)
    """Whether the authentication uses a secret."""
