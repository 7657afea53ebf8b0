"""Prevents the loss of secrets that the API never returns when an object is replaced."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from .._errors import InvalidArgument
from .._models.model import Model
from .._secrets.secret import unwrap_secret
from .._values import frozen


@frozen
class WriteOnlyField:
    """A write-only field within the settings of an object."""

    attribute: str
    """Attribute of the fetched object that holds the settings."""
    wire: str
    """Name of the settings in the request."""
    field: str
    """Name of the secret within the settings."""
    flag: str | None
    """Name of the boolean within the settings that says whether the secret is in use; None if it always is."""


def check_write_only(fetched: object, given: Mapping[str, Any], rules: tuple[WriteOnlyField, ...], allow: bool) -> None:
    """Raise `InvalidArgument` if replacing a fetched object would lose a secret that it uses.

    `given` are the settings in the request by their wire names; they may be wrapped secrets.
    """
    if allow or not isinstance(fetched, Model):
        return
    for rule in rules:
        if _in_use(fetched, rule) and not _holds(unwrap_secret(given.get(rule.wire)), rule.field):
            raise InvalidArgument(
                f"{rule.attribute}: this call replaces the object, which uses {rule.wire}.{rule.field}, "
                f"which the API never returns: pass it again, change single fields with patch(), "
                f"or pass allow_secret_loss=True"
            )


def _in_use(fetched: Model, rule: WriteOnlyField) -> bool:
    settings = getattr(fetched, rule.attribute, None)
    if not isinstance(settings, Model):
        return False
    return rule.flag is None or settings.to_dict().get(rule.flag) is True


def _holds(settings: object, field: str) -> bool:
    found = settings.to_dict() if isinstance(settings, Model) else settings
    return isinstance(found, Mapping) and cast("Mapping[str, Any]", found).get(field) is not None
