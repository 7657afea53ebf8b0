# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""CreateSubscription, a model of AVEVA Data Hub OMF ingress, subscriptions."""

from __future__ import annotations

from subkit._fields import Field, OptionalField, field
from subkit._model import Model, model
from subkit._unset import UNSET


@model()
class CreateSubscription(Model):
    """The subscription to create.

    Source: page: Definitions, CreateSubscription
    """

    name: OptionalField[str | None] = field(
        "Name", {"type": "string", "maxLength": 200, "nullable": True}, default=UNSET
    )
    """Name of the subscription, at most 200 characters. At most 200 characters."""

    description: OptionalField[str | None] = field(
        "Description", {"type": "string", "maxLength": 1000, "nullable": True}, default=UNSET
    )
    """Description of the subscription, at most 1000 characters. At most 1000 characters."""

    topic_id: Field[str] = field("TopicId", {"type": "string"})
    """Id of the topic that the subscription reads from."""

    topic_tenant_id: Field[str] = field("TopicTenantId", {"type": "string"})
    """Id of the tenant of the topic. It may be another tenant than that of the subscription.

    Source: page: Definitions, CreateSubscription; topics: Delete Topic
    """

    topic_namespace_id: Field[str] = field("TopicNamespaceId", {"type": "string"})
    """Id of the namespace of the topic. It has to be in the same region as that of the subscription.

    Source: page: Definitions, CreateSubscription; guide: regions of topics and subscriptions
    """
