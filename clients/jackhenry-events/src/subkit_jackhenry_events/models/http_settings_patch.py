# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""HttpSettingsPatch, a model of Jack Henry Modern Eventing, subscriptions."""

from __future__ import annotations

from subkit._models import Model, OptionalField, field, model
from subkit._unset import UNSET


@model()
class HttpSettingsPatch(Model):
    """Changes to the `HttpSettings`: None removes a field; a field left out stays as it is.

    Source: page: components, schemas, HttpSettings
    """

    url: OptionalField[str | None] = field("url", {"type": "string", "format": "uri", "nullable": True}, default=UNSET)
    """URL to which events are sent. A URI."""

    auth_type: OptionalField[str | None] = field("authType", {"type": "string", "nullable": True}, default=UNSET)
    """Type of authentication at that URL. Only `none` is documented."""

    uses_secrets: OptionalField[bool | None] = field(
        "usesSecrets", {"type": "boolean", "nullable": True}, default=UNSET
    )
    """Whether the authentication uses the secret."""

    secret: OptionalField[str | None] = field(
        "secret", {"type": "string", "nullable": True, "secret": True}, default=UNSET
    )
    """Secret for the authentication. Responses never contain it. Secret: never shown in `repr`."""
