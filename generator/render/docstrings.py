"""Docstrings of what is generated."""

from __future__ import annotations

from typing import Any

from ..ir.nodes import Argument, Auth, Call, Enumeration, Package, Property, Schema, is_conditional_read
from .signatures import conditions, id_name


def limits(schema: Schema) -> str:
    """The limits of a value, as a sentence."""
    parts: list[str] = []
    for key, text in (
        ("minLength", "at least {} characters"),
        ("maxLength", "at most {} characters"),
        ("minItems", "at least {} items"),
        ("maxItems", "at most {} items"),
        ("minimum", "at least {}"),
        ("maximum", "at most {}"),
        ("pattern", "of the pattern `{}`"),
    ):
        if key in schema:
            parts.append(text.format(schema[key]))
    if "enum" in schema:
        parts.append("one of " + ", ".join(f"`{value}`" for value in schema["enum"]))
    words = {"date-time": "a date-time", "uuid": "a UUID", "date": "a date", "uri": "a URI"}
    if schema.get("format") in words:
        parts.insert(0, words[schema["format"]])
    if not parts:
        return ""
    text = ", ".join(parts)
    return f"{text[0].upper()}{text[1:]}."


def sentence(text: str) -> str:
    """A text with a full stop."""
    text = text.strip()
    return text if not text or text.endswith((".", "!", "?", ":")) else f"{text}."


def operation_doc(call: Call) -> str:
    """The docstring of an operation function."""
    return _call_doc(call, "An operation: `client.send(operation)` performs it.", pager=False)


def method_doc(call: Call) -> str:
    """The docstring of a method."""
    if call.paging:
        returns = f"A pager over {call.paging.item.text} objects. Nothing is fetched before it is asked for."
        return _call_doc(call, returns, pager=True)
    returns = "Nothing." if call.returns.text == "None" else f"{call.returns.text}."
    if is_conditional_read(call):
        returns += " `NotModified` if a condition was given and nothing has changed."
    return _call_doc(call, returns, pager=False)


def _call_doc(call: Call, returns: str, *, pager: bool) -> str:
    paragraphs = [
        sentence(call.summary or call.id),
        "Deprecated by the vendor." if call.deprecated else "",
        call.description,
        _PAGING_PROMISES[call.paging.style] if pager and call.paging else "",
        f"Needs the scope {', '.join(call.scopes)}." if call.scopes else "",
        "\n".join(_argument_lines(call, pager)),
        f"Returns:\n    {returns}",
        "\n".join(
            ("Raises:", "    InvalidArgument: an argument is not as described here; nothing was sent.", *_raises(call))
        ),
        f"Source: {call.source}" if call.source else "",
    ]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _raises(call: Call) -> list[str]:
    texts = {status: " ".join(sentence(text).split()) for status, text in call.error_texts.items()}
    lines = [f"    {_class_for(status)}: {status}. {text}" for status, text in texts.items() if status != "default"]
    if call.lookup:
        lines.append(
            "    OutcomeUnknown: the answer was lost and the call is not sent again; "
            f"`client.{call.lookup}` shows whether it was carried out."
        )
    return [*lines, f"    ApiError: any other status. {texts['default']}"] if "default" in texts else lines


def _argument_lines(call: Call, pager: bool) -> list[str]:
    lines = [_argument_doc(one) for one in call.arguments if one.location != "shared"]
    if not pager:
        lines += [f"    {name}: {_CONDITION_DOCS[name]}" for name, _ in conditions(call)]
    if call.write_only_fields:
        lines.append("    allow_secret_loss: Replace the object although its secrets would be lost.")
    if pager:
        lines.append("    resume: A checkpoint of a pager with the same arguments; goes on after it.")
    return ["Args:", *lines] if lines else []


_STANDS = "Resuming from a checkpoint loses and repeats nothing as long as the vendor's {} stand."
_MOVES = "what is added or removed while you page can make items come twice or not at all."
_PAGING_PROMISES = {
    "token": f"Pages are fetched by token. {_STANDS.format('tokens')}",
    "header": f"Pages are fetched by token. {_STANDS.format('tokens')}",
    "cursor": f"Pages are fetched by cursor. {_STANDS.format('cursors')}",
    "link": f"Pages are fetched by what the link to the next page says. {_STANDS.format('links')}",
    "offset": f"Pages are fetched by offset: {_MOVES}",
    "page": f"Pages are fetched by number: {_MOVES}",
    "none": "The API answers everything at once. "
    "Resuming from a checkpoint asks again and skips as many items as were handed out, "
    "so changes in between can make items come twice or not at all.",
}
_CONDITION_DOCS = {
    "if_match": "Entity tag that the object must still have, or `subkit.ANY`. "
    "Left out, it is taken from the fetched object; None sends no precondition.",
    "if_none_match": "Entity tag of what you have.",
    "if_modified_since": "Aware datetime of what you have.",
    "if_unmodified_since": "Aware datetime after which the object must not have changed. "
    "Left out, it is taken from the fetched object where only a date is known. "
    "Dates count whole seconds: two changes within one look alike, so a tag protects better.",
}


def _argument_doc(one: Argument) -> str:
    parts = [
        " ".join(sentence(one.description).split()),
        "An id (str or UUID) or a fetched object." if one.is_id else "",
        "A dict is written as JSON." if one.json_string else "",
        limits(one.schema),
        f"Source: {one.source}." if one.source else "",
    ]
    return f"    {one.python}: {' '.join(part for part in parts if part)}"


def model_doc(model: Any) -> str:
    """The docstring of a model or enum."""
    text = sentence(model.description or model.name)
    if isinstance(model, Enumeration):
        text += "\n\nA value that is not listed here is kept, equals its plain value, and `is_known` is False for it."
    return f"{text}\n\nSource: {model.source}" if model.source else text


def property_doc(one: Property) -> str:
    """The docstring of a property."""
    parts = [sentence(one.description or one.wire), limits(one.schema)]
    if one.secret:
        parts.append("Secret: never shown in `repr`.")
    if one.required and one.nullable:
        parts.append("May be null.")
    text = " ".join(part for part in parts if part)
    raises = "\n\nRaises `MissingField` if it did not come." if one.required else ""
    return f"{text}{raises}\n\nSource: {one.source}" if one.source else f"{text}{raises}"


def refresh_doc(call: Call, kind: str) -> str:
    """The docstring of `refresh`."""
    result = (
        "The same object if it has not changed (304), else the new one."
        if kind == "method"
        else ("An operation whose answer is the object, or `NotModified`.")
    )
    return (
        f"Ask for a fetched object again, only if it has changed.\n\n"
        f"Sends the validators that it came with; without any it is a plain get.\n\n"
        f"Returns:\n    {result}\n\nRaises:\n    As `{call.method_name}`.\n\nSource: {call.source}"
    )


def modify_doc(read: Call, write: Call) -> str:
    """The docstring of `modify`."""
    return (
        "Fetch an object, change it, and write it only if nobody else changed it meanwhile.\n\n"
        "If somebody did (412), all of it is done again on what is there now, so `change` may be called more than "
        "once and should do nothing but change the object.\n\n"
        "Args:\n"
        f"    {id_name(read)}: An id (str or UUID) or a fetched object, which is fetched afresh.\n"
        "    change: Takes the fetched object and changes it in place, or returns a changed copy.\n"
        "    attempts: How often it is tried at most.\n\n"
        f"Returns:\n    {write.returns.text}, as `{write.method_name}` answers it.\n\n"
        "Raises:\n"
        "    ConfigurationError: the answer carries no validator, so the write cannot be protected.\n"
        "    PreconditionFailed: others were faster at each attempt.\n"
        "    OutcomeUnknown: the answer to the write was lost, and its repeat found the object changed, perhaps by "
        "itself.\n"
        f"    And what `{read.method_name}` and `{write.method_name}` raise.\n\n"
        f"Source: {read.source}; {write.source}"
    )


def client_doc(package: Package, mode: Any) -> str:
    """The docstring of a client class."""
    flavour = "Asynchronous" if mode.prefix else "Synchronous"
    where = (
        f"Address of the API. Left out, it is {package.base_url}."
        if package.base_url
        else "Address of your server. Required."
    )
    shared = "\n".join(
        f"    {one.python}: {' '.join(sentence(one.description).split())} Source: {one.source}."
        for one in package.client_parameters
    )
    flow = f"`{package.auth.name}` or " if package.auth else ""
    return f"""{flavour} client of {package.names.title}.

{package.description}

Args:
    base_url: {where}
    auth: A credential, such as {flow}`subkit.BearerToken`; None sends none.
{shared}
    timeout: Seconds for one call in all: waits, repeats and token refresh included. Each page is one call.
    retry: How often a call is repeated where that is safe; `Retry()` if left out.
    decode: "tolerant" keeps and reports what departs from the specification, "strict" raises `DriftError`.
    validate: Check arguments against the specification before sending.
    verify: True, False, a CA file, or an `ssl.SSLContext`.
    proxy: URL of a proxy.
    trust_env: Heed the proxy and CA settings of the environment. It never supplies credentials.
    allow_insecure_http: Allow a credential over plain http to other hosts than this one.
    max_body: Most bytes of an answer, after decompression.
    observer: A function that is told of each request, response, repeat and token refresh, as a `subkit.Event`.
    transport: A transport of your own, such as a fake.

Raises:
    ConfigurationError: the arguments cannot work together.
""".replace("\n\n    timeout", "\n    timeout")


_FLOWS = {
    "ApiKey": ("Buys access tokens with an API key.", ("key: The key.",)),
    "PasswordGrant": (
        "Gets access tokens for a user by name and password (RFC 6749, 4.3); later ones by refresh token.",
        (
            "token_url: Address of the token endpoint.",
            "client_id: Id of the client.",
            "client_secret: Secret of the client.",
            "username: Name of the user.",
            "password: Password of the user.",
        ),
    ),
    "ClientCredentials": (
        "Gets access tokens for a client by id and secret (RFC 6749, 4.4).",
        ("client_id: Id of the client.", "client_secret: Secret of the client."),
    ),
    "PrivateKeyJwt": (
        "Gets access tokens for a client by assertions that it signs (RFC 7523, 2.2), a fresh one each time.",
        (
            "client_id: Id of the client.",
            "key: Private key, not encrypted: PEM (text or bytes) or JWK (a dict, or its JSON).",
            "key_id: Goes into the assertion as `kid`. Left out, it is that of the JWK, if it has one.",
        ),
    ),
}

_TOKENS = (
    "A token is kept, renewed ahead of its end, once however many threads and tasks wait for it, and after a 401. "
    "It is sent to the client's own base URL only. A call raises `AuthError` when none is to be had."
)


def auth_doc(package: Package) -> str:
    """The docstring of a credential that buys tokens."""
    auth = package.auth
    if auth is None:
        raise ValueError("a package without a flow has nothing to describe")
    summary, arguments = _FLOWS[auth.name]
    lines = [f"    {one}" for one in arguments]
    lines += [f"    {name}: Sent to the token endpoint as `{wire}`." for name, wire in auth.query.items()]
    if auth.name != "PasswordGrant":
        lines.append(f"    token_url: Address of the token endpoint. Left out, it is {_token_url(auth)}.")
    if auth.name != "ApiKey":
        scopes = " ".join(auth.issuer.get("scopes", ()))
        lines.append(f"    scopes: Those to ask for, all of which have to be granted. Left out: {scopes or 'none'}.")
        lines.append("    lifetime: Seconds that a token is good for, for a server whose answers do not say.")
    paragraphs = (
        summary,
        auth.description,
        _TOKENS,
        "\n".join(("Args:", *lines)),
        f"Raises:\n    ConfigurationError: an argument cannot be sent{', or the key cannot sign' * auth.signs}.",
        f"Source: {auth.source}" if auth.source else "",
    )
    return "\n\n".join(one for one in paragraphs if one)


def _token_url(auth: Auth) -> str:
    if "discovery_url" in auth.issuer:
        return f"what `{auth.issuer['discovery_url']}` names, if that is at the API's own origin"
    return f"`{auth.issuer['token_url']}`"


def from_env_doc(package: Package) -> str:
    """The docstring of `from_env`."""
    prefix = f"SUBKIT_{package.names.slug}_".replace("-", "_").upper()
    names = ["BASE_URL", *(one.python.upper() for one in package.client_parameters), "TOKEN"]
    known = [name for found in package.environment.values() for name in found]
    also = f" Also read: {', '.join(known)}." if known else ""
    if package.auth:
        one = f"{prefix}{'KEY' if package.auth.name == 'ApiKey' else 'CLIENT_ID'}"
        also = f" In place of the token, the arguments of `{package.auth.name}`, such as {one}.{also}"
    return (
        f"A client with settings from the environment: {', '.join(prefix + name for name in names)}.{also} "
        f"What is given as an argument goes before it.\n\n"
        f"Raises:\n    ConfigurationError: names the variables that are missing."
    )


def _class_for(status: str) -> str:
    names = {
        "400": "BadRequest", "401": "Unauthenticated", "403": "Forbidden", "404": "NotFound", "406": "NotAcceptable",
        "408": "RequestTimeout", "409": "Conflict", "410": "Gone", "412": "PreconditionFailed",
        "415": "UnsupportedMediaType", "422": "Unprocessable", "429": "RateLimited",
    }  # fmt: skip
    return names.get(status, "ServerError" if status.startswith("5") else "ApiError")
