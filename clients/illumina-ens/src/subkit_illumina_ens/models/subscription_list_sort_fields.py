# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""SubscriptionListSortFields, values that Illumina Connected Analytics v1, Event Notification Service knows."""

from subkit._enum import OpenStrEnum


class SubscriptionListSortFields(OpenStrEnum):
    """Field that a list is sorted by.

    A value that is not listed here is kept, equals its plain value, and `is_known` is False for it.

    Source: swagger: definitions, SubscriptionListSortFields
    """

    __module__ = "subkit_illumina_ens"

    ID = "id"
