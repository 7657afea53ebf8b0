"""The signature of a model's constructor, built from the annotations of its fields."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from inspect import Parameter, Signature, get_annotations
from typing import TYPE_CHECKING, cast

from .._unset import UNSET

if TYPE_CHECKING:
    from .fields import AnyField


def signature_of(fields: Sequence[AnyField]) -> Signature:
    """The signature of the constructor of a model with these fields."""
    required = [Parameter(one.name, Parameter.KEYWORD_ONLY, annotation=_given(one)) for one in fields if one.needed]
    optional = [
        Parameter(one.name, Parameter.KEYWORD_ONLY, annotation=f"{_given(one)} | Unset", default=UNSET)
        for one in fields
        if not one.needed
    ]
    return Signature([*required, *optional, _UNKNOWN], return_annotation="None")


_UNKNOWN = Parameter("unknown_fields", Parameter.KEYWORD_ONLY, annotation="dict[str, Any] | None", default=None)


def _given(one: AnyField) -> str:
    """The type for writing: the last argument of `Field[...]`, or its only one."""
    annotation = ast.parse(get_annotations(one.owner)[one.name], mode="eval").body
    arguments = cast(ast.Subscript, annotation).slice
    return ast.unparse(arguments.elts[-1] if isinstance(arguments, ast.Tuple) else arguments)
