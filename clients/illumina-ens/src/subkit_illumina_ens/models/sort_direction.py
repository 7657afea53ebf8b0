# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""SortDirection, an enum of Illumina Connected Analytics v1, Event Notification Service."""

from subkit._models import OpenStrEnum


class SortDirection(OpenStrEnum):
    """Direction in which a list is sorted, ascending or descending.

    Values that are not listed here are kept: they equal their plain value, and `is_known` is False.

    Source: swagger: definitions, SortDirection
    """

    __module__ = "subkit_illumina_ens"

    ASC = "Asc"
    DESC = "Desc"
