# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""WcfSettingsPatch, a model of Jack Henry Modern Eventing, subscriptions."""

from __future__ import annotations

from subkit._models import Model, OptionalField, field, model
from subkit._unset import UNSET


@model()
class WcfSettingsPatch(Model):
    """Changes to the `WcfSettings`: None removes a field; a field left out stays as it is.

    Source: page: components, schemas, WcfSettings
    """

    use_wcf_security: OptionalField[bool | None] = field(
        "useWcfSecurity", {"type": "boolean", "nullable": True}, default=UNSET
    )
    """Whether WCF security is used."""

    username: OptionalField[str | None] = field(
        "username", {"type": "string", "nullable": True, "secret": True}, default=UNSET
    )
    """User name for WCF. Responses never contain it. Secret: never shown in `repr`."""

    password: OptionalField[str | None] = field(
        "password", {"type": "string", "nullable": True, "secret": True}, default=UNSET
    )
    """Password for WCF. Responses never contain it. Secret: never shown in `repr`."""
