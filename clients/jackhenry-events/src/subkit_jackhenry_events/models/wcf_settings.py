# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""WcfSettings, a model of Jack Henry Modern Eventing, subscriptions."""

from __future__ import annotations

from subkit._models import Model, OptionalField, field, model
from subkit._unset import UNSET


@model()
class WcfSettings(Model):
    """How to dispatch events to a WCF service.

    Source: page: components, schemas, WcfSettings
    """

    use_wcf_security: OptionalField[bool] = field("useWcfSecurity", {"type": "boolean"}, default=UNSET)
    """Whether WCF security is used."""

    username: OptionalField[str] = field("username", {"type": "string", "secret": True}, default=UNSET)
    """User name for WCF. Responses never contain it. Secret: never shown in `repr`."""

    password: OptionalField[str] = field("password", {"type": "string", "secret": True}, default=UNSET)
    """Password for WCF. Responses never contain it. Secret: never shown in `repr`."""
