# Made by `nox -s generate` from specs/wso2-publisher. Do not edit: change the specification or the generator.
"""What all calls of WSO2 API Manager Publisher, subscriptions have in common."""

from subkit._operations import Api

from ._version import __version__

API = Api(
    slug="wso2-publisher",
    package="subkit_wso2_publisher",
    version=__version__,
    base_url=None,
    base_url_form="https://<host>:9443/api/am/publisher/v0.9",
    client_parameters=(),
    problem={"ref": "subkit_wso2_publisher.models.error.Error"},
    error_fields={"code": "code", "title": "message", "detail": "description"},
    request_id_header=None,
    environment={},
    flow="subkit_wso2_publisher._auth.PasswordGrant",
)
