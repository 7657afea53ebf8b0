# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""WcfSettingsResponse, a model of Jack Henry Modern Eventing, subscriptions."""

from __future__ import annotations

from subkit._models import Model, OptionalField, field, model
from subkit._unset import UNSET


@model()
class WcfSettingsResponse(Model):
    """How events are dispatched to a WCF service, without the credentials.

    Source: page: components, schemas, WcfSettingsResponse
    """

    use_wcf_security: OptionalField[bool] = field("useWcfSecurity", {"type": "boolean"}, default=UNSET)
    """Whether WCF security is used."""
