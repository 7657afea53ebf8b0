"""Replacing an object whole loses the secrets that the API never gives back. This refuses to do so by accident."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from attrs import frozen

from .._errors import InvalidArgument
from .._models.model import Model
from .._secrets.secret import reveal


@frozen
class SecretRule:
    """A write-only field inside the settings of an object."""

    attribute: str
    """Attribute of the fetched object that holds the settings."""
    wire: str
    """Their name in the request."""
    field: str
    """Name of the secret in them."""
    flag: str | None
    """Name of the boolean in them that says whether the secret is in use; None if it always is."""


def refuse_secret_loss(subject: object, given: Mapping[str, Any], rules: tuple[SecretRule, ...], allow: bool) -> None:
    """Raise `InvalidArgument` if replacing a fetched object would lose a secret that it uses.

    `given` are the settings of the request by their wire names; they may be concealed.
    """
    if allow or not isinstance(subject, Model):
        return
    for rule in rules:
        if _in_use(subject, rule) and not _holds(reveal(given.get(rule.wire)), rule.field):
            raise InvalidArgument(
                f"{rule.attribute}: this replaces everything, and the fetched object uses {rule.wire}.{rule.field}, "
                f"which the API never returns: give it again, change single fields with patch(), "
                f"or pass allow_secret_loss=True"
            )


def _in_use(subject: Model, rule: SecretRule) -> bool:
    settings = getattr(subject, rule.attribute, None)
    if not isinstance(settings, Model):
        return False
    return rule.flag is None or settings.to_dict().get(rule.flag) is True


def _holds(settings: object, field: str) -> bool:
    found = settings.to_dict() if isinstance(settings, Model) else settings
    return isinstance(found, Mapping) and cast("Mapping[str, Any]", found).get(field) is not None
