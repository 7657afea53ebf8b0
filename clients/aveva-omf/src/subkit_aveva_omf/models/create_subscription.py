# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""CreateSubscription, a model of AVEVA Data Hub OMF ingress, subscriptions."""

from __future__ import annotations

from subkit._models import Field, Model, OptionalField, field, model
from subkit._unset import UNSET


@model()
class CreateSubscription(Model):
    """The subscription to create.

    Required: `topic_id`, `topic_tenant_id`, `topic_namespace_id`. Reading one that the response left out raises
    `MissingField`.

    Source: page: Definitions, CreateSubscription
    """

    name: OptionalField[str | None] = field(
        "Name", {"type": "string", "maxLength": 200, "nullable": True}, default=UNSET
    )
    """Name of the subscription, at most 200 characters."""

    description: OptionalField[str | None] = field(
        "Description", {"type": "string", "maxLength": 1000, "nullable": True}, default=UNSET
    )
    """Description of the subscription, at most 1000 characters."""

    topic_id: Field[str] = field("TopicId", {"type": "string"})
    """Id of the topic from which the subscription reads."""

    topic_tenant_id: Field[str] = field("TopicTenantId", {"type": "string"})
    """Id of the topic's tenant. It can differ from the subscription's tenant."""

    topic_namespace_id: Field[str] = field("TopicNamespaceId", {"type": "string"})
    """Id of the topic's namespace. It must be in the same region as the subscription's namespace."""
