# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""Error, a model of Alteryx Server API, subscriptions."""

from __future__ import annotations

from subkit._fields import OptionalField, field
from subkit._model import Model, model
from subkit._unset import UNSET


@model(extra=True)
class Error(Model):
    """What went wrong. The vendor documents no error body: this is an open object, of which only `message` is read, if
    it is there.

    Source: client: reads message from an error body that is a JSON object, which neither the page nor the generated
    client describes
    """

    message: OptionalField[str] = field("message", {"type": "string"}, default=UNSET)
    """Text of the error, where the server sends one."""
