# Made by `nox -s generate` from specs/aveva-omf. Do not edit: change the specification or the generator.
"""What all calls of AVEVA Data Hub OMF ingress, subscriptions have in common."""

from subkit._operations import Api

from ._version import __version__

API = Api(
    slug="aveva-omf",
    package="subkit_aveva_omf",
    version=__version__,
    base_url=None,
    base_url_form="https://<region>.datahub.connect.aveva.com",
    client_parameters=("tenant_id", "namespace_id"),
    problem={"ref": "subkit_aveva_omf.models.error_response_body.ErrorResponseBody"},
    error_fields={"title": "Error", "detail": "Reason"},
    request_id_header="Operation-Id",
    environment={},
    flow="subkit_aveva_omf._auth.ClientCredentials",
)
