# Made by `nox -s generate` from specs/jackhenry-events. Do not edit: change the specification or the generator.
"""What all calls of Jack Henry Modern Eventing, subscriptions have in common."""

from subkit._operations import Api

from ._version import __version__

API = Api(
    slug="jackhenry-events",
    package="subkit_jackhenry_events",
    version=__version__,
    base_url="https://banno.com",
    base_url_form=None,
    client_parameters=("institution_id",),
    problem={"ref": "subkit_jackhenry_events.models.standard_error.StandardError"},
    error_fields={"code": "type", "title": "title", "detail": "details"},
    request_id_header=None,
    environment={},
    flow="subkit_jackhenry_events._auth.PrivateKeyJwt",
)
