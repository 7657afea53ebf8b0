"""What type checkers must refuse. Each of these lines expects an error: of one that is accepted, the comment is unused,
and that is an error too, of mypy and of pyright."""

# pyright: strict, reportUnnecessaryTypeIgnoreComment=true

from datetime import datetime

from subkit_illumina_ens import DeliveryTarget
from subkit_illumina_ens import Subscription as EventSubscription
from subkit_jackhenry_events import HttpSettings
from subkit_wso2_publisher import Subscription


def construct() -> None:
    HttpSettings(url="u", auth_type="none")  # type: ignore[call-arg]
    HttpSettings(url=1, auth_type="none", uses_secrets=True)  # type: ignore[arg-type]
    HttpSettings(url=None, auth_type="none", uses_secrets=True)  # type: ignore[arg-type]
    HttpSettings("u", auth_type="none", uses_secrets=True)  # type: ignore[call-arg, arg-type]
    HttpSettings(url="u", auth_type="none", uses_secrets=True, sekret="s")  # type: ignore[call-arg]
    HttpSettings(url="u", auth_type="none", uses_secrets=True, secret=None)  # type: ignore[arg-type]
    EventSubscription(time_created="2024-01-01T00:00:00Z")  # type: ignore[arg-type]
    EventSubscription(actions=[1])  # type: ignore[list-item]
    EventSubscription(delivery_target="queue")  # type: ignore[arg-type]
    EventSubscription(unknown_fields=[])  # type: ignore[arg-type]


def read(sub: EventSubscription) -> datetime:
    sub.name.upper()  # type: ignore[union-attr]
    _ = sub.nmae  # type: ignore[attr-defined]
    return sub.time_created  # type: ignore[return-value]


def change(sub: EventSubscription, other: Subscription, settings: HttpSettings) -> None:
    sub.name = 1  # type: ignore[assignment]
    sub.nmae = "n"  # type: ignore[attr-defined]
    sub.delivery_target = [DeliveryTarget()]  # type: ignore[assignment]
    sub.time_created = "2024-01-01T00:00:00Z"  # type: ignore[assignment]
    other.status = 1  # type: ignore[assignment]
    settings.url = None  # type: ignore[assignment]
    settings.secret = None  # type: ignore[assignment]
