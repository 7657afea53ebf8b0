# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""SortDirection, values that Illumina Connected Analytics v1, Event Notification Service knows."""

from subkit._enum import OpenStrEnum


class SortDirection(OpenStrEnum):
    """Direction that a list is sorted in, ascending or descending.

    A value that is not listed here is kept, equals its plain value, and `is_known` is False for it.

    Source: swagger: definitions, SortDirection
    """

    __module__ = "subkit_illumina_ens"

    ASC = "Asc"
    DESC = "Desc"
