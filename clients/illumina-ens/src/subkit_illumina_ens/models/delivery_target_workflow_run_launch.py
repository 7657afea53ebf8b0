# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""DeliveryTargetWorkflowRunLaunch, a model of Illumina Connected Analytics v1, Event Notification Service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subkit._models import Field, Model, field, model
from subkit._unset import UNSET

if TYPE_CHECKING:
    from typing import Any


@model()
class DeliveryTargetWorkflowRunLaunch(Model):
    """A WES workflow to start.

    Required: `id`, `version`, `name`. Reading one that the response left out raises `MissingField`.

    Source: swagger: definitions, DeliveryTargetWorkflowRunLaunch
    """

    id: Field[str] = field("id", {"type": "string", "minLength": 1})
    """Id of the workflow, starting with `wfl.`. At least 1 character."""

    version: Field[str] = field("version", {"type": "string", "minLength": 1})
    """Version of the workflow. At least 1 character."""

    name: Field[str] = field("name", {"type": "string", "minLength": 1})
    """Name of the workflow run. At least 1 character."""

    input: Field[Any] = field("input", {}, default=UNSET)
    """Arguments of the workflow run, any JSON value."""
