# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""WorkflowInfo, a model of Alteryx Server API, subscriptions."""

from __future__ import annotations

from subkit._models import Field, Model, field, model


@model()
class WorkflowInfo(Model):
    """A workflow in a subscription.

    Required: `id`, `name`. Reading one that the response left out raises `MissingField`.

    Source: page: Search for a Specific Subscription, sample of 200; generated: WorkflowInfo
    """

    id: Field[str] = field("id", {"type": "string"})
    """Id of the workflow, 24 hexadecimal digits."""

    name: Field[str] = field("name", {"type": "string"})
    """Name of the workflow."""
