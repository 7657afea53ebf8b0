"""Run in an environment that holds nothing but the wheels: every package imports, whole, and a client can be made."""

import importlib
import sys
from typing import Any

import subkit

EXPECTED = 5
ARGUMENTS = {
    "ApiKey": {"key": "k"},
    "PasswordGrant": {
        "token_url": "https://api.example/token",
        "client_id": "c",
        "client_secret": "s",
        "username": "u",
        "password": "p",
    },
    "ClientCredentials": {"client_id": "c", "client_secret": "s"},
    "PrivateKeyJwt": {"client_id": "c", "key": "k"},
}


def check_credential(module: Any) -> None:
    """The vendor's flow can be made; one that signs says which extra it takes, for it is not installed here."""
    flow = module._api.API.flow.rpartition(".")[2]
    wanting = ""
    try:
        getattr(module, flow)(**ARGUMENTS[flow])
    except subkit.ConfigurationError as error:
        wanting = str(error)
    assert ("subkit[jwt]" in wanting) == (flow == "PrivateKeyJwt"), (flow, wanting)


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
        shared = dict.fromkeys(module._api.API.client_parameters, "12345678-1234-1234-1234-123456789012")
        client = getattr(module, api.data["client"])(base_url="https://api.example", auth=None, **shared)
        client.close()
        check_credential(module)
        print(f"{api.package} {module.__version__}: {len(module.__all__)} names, {len(operations.__all__)} operations")
    print(f"Python {sys.version.split()[0]}: {len(found)} packages import")


main()
