# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""Error, a model of Alteryx Server API, subscriptions."""

from __future__ import annotations

from subkit._models import Model, OptionalField, field, model
from subkit._unset import UNSET


@model(extra=True)
class Error(Model):
    """An error. The vendor documents no error body, so only `message` is read, if it is there.

    Source: client: reads message from an error body that is a JSON object, which neither the page nor the generated
    client describes
    """

    message: OptionalField[str] = field("message", {"type": "string"}, default=UNSET)
    """Error message, if the server sends one."""
