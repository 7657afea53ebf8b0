# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""DeliveryTargetWorkflowRunLaunch, a model of Illumina Connected Analytics v1, Event Notification Service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._fields import Field, field
from subkit._model import Model, model
from subkit._unset import UNSET

if TYPE_CHECKING:
    from typing import Any


@model()
class DeliveryTargetWorkflowRunLaunch(Model):
    """The launch of a WES workflow.

    Source: swagger: definitions, DeliveryTargetWorkflowRunLaunch
    """

    id: Field[str] = field("id", {"type": "string", "minLength": 1})
    """Id of the workflow, beginning with `wfl.`. Not empty. At least 1 characters.

    Source: swagger: definitions, DeliveryTargetWorkflowRunLaunch; guide: form of the id
    """

    version: Field[str] = field("version", {"type": "string", "minLength": 1})
    """Version of that workflow. Not empty. At least 1 characters."""

    name: Field[str] = field("name", {"type": "string", "minLength": 1})
    """Name that the workflow run gets. Not empty. At least 1 characters."""

    input: Field[Any] = field("input", {}, default=UNSET)
    """Arguments of the workflow run. Any JSON value."""
