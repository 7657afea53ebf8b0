"""What is refused: by one line, which names file and line."""

from support.fragments import Fragment, Run, asking, document
from support.scripted import reply


def _body(media_type: str) -> str:
    return document(f"""
        /things:
          post:
            operationId: createThing
            requestBody:  # HERE
              content: {{{media_type}: {{schema: {{type: object, properties: {{a: {{type: string}}}}}}}}}}
            responses: {{"204": {{description: Done.}}}}
    """)


def _reference(reference: str) -> str:
    return document(f"""
        /things:
          get:
            operationId: getThing
            responses:
              "200":
                description: It.
                content:
                  application/json:
                    schema:
                      $ref: '{reference}'  # HERE
    """)


remote = Fragment(
    construct="a reference to another server",
    openapi=_reference("https://x.example/openapi.yaml#/components/schemas/A"),
    refused="only references within this file",
)
other_file = Fragment(
    construct="a reference to another file",
    openapi=_reference("./schemas.yaml#/A"),
    refused="only references within this file",
)
matrix = Fragment(
    construct="matrix and label styles",
    openapi=asking("- {name: id, in: path, required: true, style: matrix, schema: {type: string}}  # HERE", "/{id}"),
    refused="matrix",
)
content = Fragment(
    construct="a parameter with content other than JSON",
    openapi=asking("- {name: filter, in: query, content: {application/xml: {schema: {type: object}}}}  # HERE"),
    refused="`content` of type application/xml",
)
plain_server = Fragment(
    construct="a server of an operation without TLS",
    openapi=document("""
        /things:
          get:
            operationId: getThing
            servers: [{url: 'http://x.example'}]  # HERE
            responses: {"204": {description: Done.}}
    """),
    refused="must be an https:// URL",
)
multipart = Fragment(
    construct="multipart other than forms", openapi=_body("multipart/mixed"), refused="multipart/mixed"
)
xml = Fragment(construct="an XML body", openapi=_body("application/xml"), refused="application/xml")
cookie = Fragment(
    construct="a cookie as a parameter",
    openapi=asking("- {name: session, in: cookie, schema: {type: string}}  # HERE"),
    refused="cookie",
)
duplicate = Fragment(
    construct="one operationId twice",
    openapi=document("""
        /a: {get: {operationId: same, responses: {"204": {description: Done.}}}}
        /b:
          get:
            operationId: same  # HERE
            responses: {"204": {description: Done.}}
    """),
    refused="duplicate operationId",
)
swagger = Fragment(
    construct="Swagger 2.0",
    openapi="swagger: '2.0'  # HERE\ninfo: {title: Old, version: '1'}\npaths: {}\n",
    refused="OpenAPI 3.0 or 3.1",
)
nowhere = Fragment(
    construct="a reference to nothing", openapi=_reference("#/components/schemas/A"), refused="target not found"
)


def _ignored(run: Run) -> None:
    run(lambda c: c.things.create(), reply(204))
    assert run.target == "/things"


callbacks = Fragment(
    construct="callbacks are ignored with a note",
    openapi=document("""
        /things:
          post:
            operationId: createThing
            callbacks:  # HERE
              done: {'{$request.body#/url}': {post: {responses: {"200": {description: Heard.}}}}}
            responses: {"204": {description: Done.}}
    """),
    check=_ignored,
    noted="callbacks are ignored",
)
webhooks = Fragment(
    construct="webhooks are ignored with a note",
    openapi=document(
        '/things: {post: {operationId: createThing, responses: {"204": {description: Done.}}}}',
        version="3.1.0",
        top='webhooks:  # HERE\n  made: {post: {responses: {"200": {description: Heard.}}}}\n',
    ),
    check=_ignored,
    noted="webhooks are ignored",
)
unheeded = Fragment(
    construct="keywords of schemas that are not heeded, with a note",
    openapi=document("""
        /things:
          post:
            operationId: createThing
            parameters:
              - name: step
                in: query
                example: {not: here}
                schema:
                  type: integer
                  multipleOf: 5  # HERE
            responses: {"204": {description: Done.}}
    """),
    check=_ignored,
    noted="`multipleOf` is ignored",
)
wrong_target = Fragment(
    construct="a reference to a component of another kind",
    openapi=asking("- $ref: '#/components/schemas/A'  # HERE", schemas="A: {type: object}"),
    refused="does not lead to one of the parameters",
)
external_parameter = Fragment(
    construct="a parameter in another file",
    openapi=asking("- $ref: 'common.yaml#/components/parameters/p'  # HERE"),
    refused="only references within this file",
)
null_scopes = Fragment(
    construct="scopes that are null",
    openapi=document('/things: {get: {security: [{a: null}], responses: {"204": {description: Done.}}}}  # HERE'),
    refused="None is not of type 'array'",
)
no_info = Fragment(
    construct="a document without info",
    openapi="openapi: 3.0.3  # HERE\npaths: {}\n",
    refused="'info' is a required property",
)


def _no_calls(run: Run) -> None:
    run(lambda c: c.close() if hasattr(c, "close") else c.aclose())
    assert run.package.operations.__all__ == []


only_webhooks = Fragment(
    construct="a document without paths",
    openapi="openapi: 3.1.0\ninfo: {title: t, version: '1'}\nwebhooks: {ping: {}}  # HERE\n",
    check=_no_calls,
    noted="webhooks are ignored",
)
properties_as_list = Fragment(
    construct="properties as a list in 3.1",
    openapi=document(
        """
        /things:
          get:
            responses:
              "200":
                description: It.
                content:
                  application/json:
                    schema:
                      oneOf:
                        - type: object
                          properties: []  # HERE
        """,
        version="3.1.0",
    ),
    refused="[] is not of type 'object'",
)
path_not_required = Fragment(
    construct="a path parameter that is not said to be required",
    openapi=asking("- {name: id, in: path, schema: {type: string}}  # HERE", "/{id}"),
    refused="a path parameter must have `required: true`",
)


def _extension(run: Run) -> None:
    run(lambda c: c.things.find(), reply(204))
    assert run.target == "/things"


reference_in_extension = Fragment(
    construct="a reference inside of an extension",
    openapi=asking("- {name: a, in: query, schema: {type: string}, x-code: {$ref: examples/list.php}}"),
    check=_extension,
)
binary_field = Fragment(
    construct="a binary field in a JSON body",
    openapi=document("""
        /files:
          post:
            operationId: createFile
            requestBody:  # HERE
              content:
                application/json:
                  schema: {type: object, properties: {files: {type: array, items: {type: string, format: binary}}}}
            responses: {"204": {description: Done.}}
    """),
    refused="'files' is binary",
)


def _at(path: str) -> str:
    return document(f"""
        "{path}":  # HERE
          get:
            operationId: getThing
            responses: {{"204": {{description: Done.}}}}
    """)


hash_in_path = Fragment(construct="a path with a fragment", openapi=_at("/things#x"), refused="a query or a fragment")
query_in_path = Fragment(
    construct="a path with a query", openapi=_at("/things?kind=a"), refused="a query or a fragment"
)
dots_in_path = Fragment(construct="a path that leads up", openapi=_at("/things/../admin"), refused="segment . or ..")
encoded_dots = Fragment(
    construct="a path that leads up in escapes", openapi=_at("/a/%2e%2E/b"), refused="segment . or .."
)
control_in_path = Fragment(
    construct="a path with a control character", openapi=_at("/things/\\u0001x"), refused="control characters"
)
