# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""SubscriptionListSortFields, an enum of Illumina Connected Analytics v1, Event Notification Service."""

from subkit._models import OpenStrEnum


class SubscriptionListSortFields(OpenStrEnum):
    """Field by which a list is sorted.

    Values that are not listed here are kept: they equal their plain value, and `is_known` is False.

    Source: swagger: definitions, SubscriptionListSortFields
    """

    __module__ = "subkit_illumina_ens"

    ID = "id"
