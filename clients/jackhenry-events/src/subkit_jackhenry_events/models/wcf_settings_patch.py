# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""WcfSettingsPatch, a model of Jack Henry Modern Eventing, subscriptions."""

from __future__ import annotations

from subkit._fields import OptionalField, field
from subkit._model import Model, model
from subkit._unset import UNSET


@model()
class WcfSettingsPatch(Model):
    """Changes to a WcfSettings: None deletes a field, what is left out stays.

    Source: page: components, schemas, WcfSettings
    """

    use_wcf_security: OptionalField[bool | None] = field(
        "useWcfSecurity", {"type": "boolean", "nullable": True}, default=UNSET
    )
    """Whether WCF security is used."""

    username: OptionalField[str | None] = field(
        "username", {"type": "string", "nullable": True, "secret": True}, default=UNSET
    )
    """User name for WCF. Never returned. Secret: never shown in `repr`."""

    password: OptionalField[str | None] = field(
        "password", {"type": "string", "nullable": True, "secret": True}, default=UNSET
    )
    """Password for WCF. Never returned. Secret: never shown in `repr`."""
