"""What calls are named: after the verb of their operationId first, and then after the shape of their path."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.begun import answering, begin, calls_of, parameter

NONE = "{'204': {description: ok}}"
ARRAY = answering("{type: array, items: {type: string}}")
OBJECT = answering("{type: object, properties: {theme: {type: string}, tags: {type: array, items: {type: string}}}}")
CASES = [
    ("post", "/webhooks/test", "sendTest", "Webhooks", NONE, "webhooks.send_test"),
    ("post", "/shutdown", "shutdown", "Server", NONE, "server.shutdown"),
    ("post", "/logout", "logout", "Users", NONE, "users.logout"),
    ("post", "/apis/plan", "changeBusinessPlan", "Apis", NONE, "apis.change_business_plan"),
    ("delete", "/things/{id}/lock", "deleteLock", "Things", NONE, "things.delete_lock"),
    ("delete", "/things/{id}", "deleteThing", "Things", NONE, "things.delete"),
    ("delete", "/things/{id}/star", "unstarThing", "Things", NONE, "things.unstar"),
    ("get", "/settings", "getSettings", "Settings", OBJECT, "settings.get"),
    ("get", "/me", "getMe", "Me", OBJECT, "me.get"),
    ("get", "/account/limits", "retrieveLimits", "Account", OBJECT, "account.retrieve_limits"),
    ("get", "/things", "getThings", "Things", ARRAY, "things.list"),
    ("get", "/things", "getAllThings", "Things", ARRAY, "things.list"),
    ("get", "/invoices", "listInvoices", "Billing", ARRAY, "billing.list_invoices"),
    ("get", "/apis", "getSubscribedAPIsWithAPIKeys", "APIs", NONE, "apis.get_subscribed_apis_with_api_keys"),
    ("post", "/a", "unBlockSubscription", "Subscriptions", NONE, "subscriptions.unblock"),
    ("post", "/b", "subscriptions.activate", "Subscriptions", NONE, "subscriptions.activate"),
    ("put", "/hooks/{id}", "updateAWebhook", "Webhooks", NONE, "webhooks.update"),
    ("post", "/things", "thingAdd", "Things", NONE, "things.create"),
    ("get", "/.well-known/wot", "", "WoT", NONE, "wot.get"),
    ("get", "/j", "get-/webhooks/journal_/webhooks/journal", "Basic", NONE, "basic.get_webhooks_journal"),
    ("get", "/x", "getAllTheContactSubscriptionTypesOfOneContactByItsEmail", "Contact Subscription Types", NONE,
     "contact_subscription_types.get_all_of_one_by_its_email"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[-1])
def test_names(tmp_path: Path, case: tuple[str, ...]) -> None:
    """A call is named as its operationId says."""
    method, path, name, tag, responses, call = case
    own = f"operationId: {name!r}, " if name else ""
    given = f"parameters: [{parameter('id', 'path')}], " if "{id}" in path else ""
    begun = begin(tmp_path, f"{path}:\n  {method}: {{{own}{given}tags: [{tag}], responses: {responses}}}")
    resource, _, wanted = call.partition(".")
    with begun.client() as (client, _):
        assert calls_of(getattr(client, resource)) == [wanted]


def test_negative_values(tmp_path: Path) -> None:
    """The sign of a value stands in its name."""
    schema = "Level: {type: integer, enum: [-1, 0, 1]}\nOrder: {type: string, enum: [name, '-name']}"
    answer = "{type: object, properties: {level: {$ref: '#/components/schemas/Level'}, o: {$ref: '#/components/schemas/Order'}}}"
    begun = begin(tmp_path, f"/x:\n  get: {{operationId: getX, tags: [x], responses: {answering(answer)}}}", schema)
    with begun.client() as (client, _):
        package = __import__(type(client).__module__)
        assert [one.name for one in package.Level] == ["MINUS_1", "VALUE_0", "VALUE_1"]
        assert [one.name for one in package.Order] == ["NAME", "MINUS_NAME"]


def test_a_name_that_another_call_has(tmp_path: Path) -> None:
    """A name in facade.toml that another call has by convention is refused."""
    things = f"""
/things:
  post: {{operationId: createThing, tags: [things], responses: {NONE}}}
/things/{{id}}/copies:
  post: {{operationId: copyThing, tags: [things], parameters: [{parameter("id", "path")}], responses: {NONE}}}
"""
    begun = begin(tmp_path, things, facade='[operations.copyThing]\nmethod = "create"\n')
    assert not begun.generate()
    assert "two operations would be named create_thing" in begun.said
