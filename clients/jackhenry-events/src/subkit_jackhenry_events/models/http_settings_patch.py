# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""HttpSettingsPatch, a model of Jack Henry Modern Eventing, subscriptions."""

from __future__ import annotations

from subkit._fields import OptionalField, field
from subkit._model import Model, model
from subkit._unset import UNSET


@model()
class HttpSettingsPatch(Model):
    """Changes to a HttpSettings: None deletes a field, what is left out stays.

    Source: page: components, schemas, HttpSettings
    """

    url: OptionalField[str | None] = field("url", {"type": "string", "format": "uri", "nullable": True}, default=UNSET)
    """Address that events are sent to. A URI."""

    auth_type: OptionalField[str | None] = field("authType", {"type": "string", "nullable": True}, default=UNSET)
    """Kind of authentication at that address. Only `none` is shown; the others are not documented."""

    uses_secrets: OptionalField[bool | None] = field(
        "usesSecrets", {"type": "boolean", "nullable": True}, default=UNSET
    )
    """Whether that authentication needs the secret."""

    secret: OptionalField[str | None] = field(
        "secret", {"type": "string", "nullable": True, "secret": True}, default=UNSET
    )
    """The secret. Never returned. Secret: never shown in `repr`."""
