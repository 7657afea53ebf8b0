"""The version of this release, and the check of packages that need another one."""

__version__ = "0.1.0"


def check_runtime(package: str, version: str, needed: str) -> None:
    """Raise `ImportError`, which says what to do, unless this release is in a range such as `>=0.1.0,<0.2`."""
    least, _, below = needed.removeprefix(">=").partition(",<")
    if not _numbers(least) <= _numbers(__version__) < _numbers(below):
        raise ImportError(
            f"{package} {version} needs subkit{needed}, and subkit {__version__} is installed: "
            f"run pip install --upgrade {package} subkit"
        )


def _numbers(version: str) -> tuple[int, ...]:
    parts = version.split(".")[:3]
    return tuple(int(part[: len(part) - len(part.lstrip("0123456789"))] or 0) for part in parts)
