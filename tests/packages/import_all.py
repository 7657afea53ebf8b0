"""Run in an environment that holds nothing but the wheels: every package imports, whole, and a client can be made."""

import importlib
import sys

import subkit

EXPECTED = 5


def main() -> None:
    found = subkit.apis()
    assert len(found) == EXPECTED, found
    for api in found:
        module = api.module
        for name in module.__all__:
            assert getattr(module, name) is not None, name
        operations = importlib.import_module(f"{api.package}.operations")
        for name in operations.__all__:
            assert callable(getattr(operations, name)), name
        shared = dict.fromkeys(module._api.API.shared, "12345678-1234-1234-1234-123456789012")
        client = getattr(module, api.data["client"])(base_url="https://api.example", auth=None, **shared)
        client.close()
        print(f"{api.package} {module.__version__}: {len(module.__all__)} names, {len(operations.__all__)} operations")
    print(f"Python {sys.version.split()[0]}: {len(found)} packages import")


main()
