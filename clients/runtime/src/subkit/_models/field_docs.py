"""The docstrings of a model and of its fields, as `help()` shows them."""

from __future__ import annotations

from typing import Any


class FieldDoc:
    """The `__doc__` of a class of fields, and of each of its fields."""

    def __init__(self, text: str | None) -> None:
        self.text = text

    def __get__(self, field: Any, owner: type) -> str | None:
        if field is None:
            return self.text
        from .._source_docs import source_docs  # noqa: PLC0415 - only for those who read docstrings

        return source_docs(field.owner.__home__, field.owner.__name__).get(field.name)
