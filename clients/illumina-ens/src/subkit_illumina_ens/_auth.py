# Made by `nox -s generate` from specs/illumina-ens. Do not edit: change the specification or the generator.
"""The credential of Illumina Connected Analytics v1, Event Notification Service."""

from typing import ClassVar

from subkit._auth import issuer, oauth
from subkit._secrets import Secret


class ApiKey(oauth.ApiKey):
    """Exchanges an API key for access tokens.

    A list contains what belongs to the tenant and the context of the token: without `project_context` that is the
    user's own context, which does not include what belongs to a project. The lifetime of the token is read from the
    JWT itself.

    The client requests a token on the first call and refreshes it before it expires. Concurrent callers share one
    refresh. After a 401 it refreshes and retries once. The token is sent to the client's own base URL only. If no
    token can be obtained, calls raise `AuthError`.

    Args:
        key: API key.
        project_context: Sent to the token endpoint as `cid`.
        token_url: URL of the token endpoint. Default: `{base_url}/v1/tokens`.

    Raises:
        ConfigurationError: An argument is not valid.

    Source: tokens: POST /v1/tokens; guide: cli-authentication; users: empty lists for want of cid
    """

    __module__ = "subkit_illumina_ens"
    __server__: ClassVar[issuer.AuthorizationServer] = issuer.AuthorizationServer(
        token_url="{base_url}/v1/tokens", header="X-API-Key"
    )

    def __init__(
        self,
        key: str,
        project_context: str | None = None,
        *,
        token_url: str | None = None,
    ) -> None:
        hidden = Secret(key)
        del key
        super().__init__(
            hidden,
            query=(("cid", project_context),),
            token_url=token_url,
        )
