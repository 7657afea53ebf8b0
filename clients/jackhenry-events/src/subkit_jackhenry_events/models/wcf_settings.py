# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""WcfSettings, a model of Jack Henry Modern Eventing, subscriptions."""

from __future__ import annotations

from subkit._fields import OptionalField, field
from subkit._model import Model, model
from subkit._unset import UNSET


@model()
class WcfSettings(Model):
    """How to dispatch to a WCF service.

    Source: page: components, schemas, WcfSettings
    """

    use_wcf_security: OptionalField[bool] = field("useWcfSecurity", {"type": "boolean"}, default=UNSET)
    """Whether WCF security is used."""

    username: OptionalField[str] = field("username", {"type": "string", "secret": True}, default=UNSET)
    """User name for WCF. Never returned. Secret: never shown in `repr`."""

    password: OptionalField[str] = field("password", {"type": "string", "secret": True}, default=UNSET)
    """Password for WCF. Never returned. Secret: never shown in `repr`."""
