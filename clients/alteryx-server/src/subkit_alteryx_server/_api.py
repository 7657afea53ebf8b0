# Made by `nox -s generate` from specs/alteryx-server. Do not edit: change the specification or the generator.
"""What all calls of Alteryx Server API, subscriptions have in common."""

from subkit._operations import Api

from ._version import __version__

API = Api(
    slug="alteryx-server",
    package="subkit_alteryx_server",
    version=__version__,
    base_url=None,
    base_url_form="https://<host>/webapi",
    client_parameters=(),
    problem={"ref": "subkit_alteryx_server.models.error.Error"},
    error_fields={"title": "message"},
    request_id_header=None,
    environment={},
    flow="subkit_alteryx_server._auth.ClientCredentials",
)
