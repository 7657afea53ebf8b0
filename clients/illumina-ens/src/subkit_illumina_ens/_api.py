# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""What all calls of Illumina Connected Analytics v1, Event Notification Service have in common."""

from subkit._operations import Api

from ._version import __version__

API = Api(
    slug="illumina-ens",
    package="subkit_illumina_ens",
    version=__version__,
    base_url=None,
    base_url_form="https://<region>.platform.illumina.com",
    client_parameters=(),
    problem={"ref": "subkit_illumina_ens.models.error_response.ErrorResponse"},
    error_fields={"code": "code", "title": "message"},
    request_id_header=None,
    environment={"base_url": ("ICA_BASE_URL",), "token": ("ICA_ACCESS_TOKEN",)},
    flow="subkit_illumina_ens._auth.ApiKey",
)
