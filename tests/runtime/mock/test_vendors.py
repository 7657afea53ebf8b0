"""What is peculiar to each vendor, on its fake, with both clients."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
import subkit
from subkit.mock import Fake
from support.fakes import API, CREATE, FIRST, SECRETIVE, call, some_subscription
from support.scripted import SLUGS
from support.typed_calls import Mode

pytestmark = [pytest.mark.parametrize("mode", ["sync", "async"]), pytest.mark.both_modes]


def subscriptions(fake: Fake, mode: Mode, function: Callable[[Any], Any], **options: Any) -> Any:
    return call(fake, mode, lambda client: function(client.subscriptions), **options)


@pytest.mark.parametrize("slug", SLUGS)
def test_responses_are_as_specified(slug: str, mode: Mode) -> None:
    """No response of a fake departs from the specification, and each came from a real token."""
    fake = Fake(slug)
    identity = some_subscription(fake, mode)
    found = subscriptions(fake, mode, lambda calls: calls.get(identity), decode="strict")
    arguments = {"api_id": API} if slug == "wso2-publisher" else {}
    assert subscriptions(fake, mode, lambda calls: calls.list(**arguments).take(5), decode="strict")
    assert subkit.meta(found).drift == ()  # type: ignore[union-attr]
    fake.calls.assert_called("token")
    fake.calls.assert_none_refused()


class TestIlluminaEns:
    def test_tokens_of_pages(self, mode: Mode) -> None:
        """First, next, previous and last tokens lead to their pages, and are bound to the filter."""
        fake = Fake("illumina-ens")
        for number in range(7):
            kind = "gds.files" if number < 5 else "gds.runs"
            own = {**CREATE["illumina-ens"], "name": f"n{number}", "type": kind}
            subscriptions(fake, mode, lambda calls, own=own: calls.create(**own))

        def page(**query: Any) -> Any:
            from subkit_illumina_ens import operations

            sent = call(fake, mode, lambda client: client.send(operations.list_subscriptions(**query)))
            return sent.parsed

        first = page(page_size=2, event_type="gds.files")
        second = page(page_size=2, event_type="gds.files", page_token=first.next_page_token)
        last = page(page_size=2, event_type="gds.files", page_token=first.last_page_token)
        assert [one.name for one in second.items] == ["n2", "n3"]
        assert [one.name for one in last.items] == ["n4"]
        back = page(page_size=2, event_type="gds.files", page_token=last.prev_page_token)
        assert [one.name for one in back.items] == ["n2", "n3"]
        assert page(page_size=2, event_type="gds.files", page_token=last.first_page_token).items == first.items
        assert (first.total_item_count, first.total_page_count, first.item_count) == (5, 3, 2)
        assert (last.next_page_token, first.prev_page_token) == (None, None)
        with pytest.raises(subkit.BadRequest):
            page(page_size=2, event_type="gds.runs", page_token=first.next_page_token)
        with pytest.raises(subkit.BadRequest):
            page(page_token="invented")

    def test_disabled(self, mode: Mode) -> None:
        """A disabled subscription is returned, and then gone; one that never was is not found."""
        fake = Fake("illumina-ens")
        identity = some_subscription(fake, mode)
        gone = subscriptions(fake, mode, lambda calls: calls.disable(identity))
        assert gone.is_deleted is True
        assert gone.time_deleted == fake.clock.now()
        for again in (lambda calls: calls.get(identity), lambda calls: calls.disable(identity)):
            with pytest.raises(subkit.Gone):
                subscriptions(fake, mode, again)
        with pytest.raises(subkit.NotFound):
            subscriptions(fake, mode, lambda calls: calls.get("sub.999"))

    @pytest.mark.parametrize(
        "target",
        [{"awsSqsQueue": {"queueUrl": "https://example.com/q"}}, {"awsSnsTopic": {"topicArn": "arn:aws:sqs:x"}}],
        ids=["queue", "topic"],
    )
    def test_bad_target(self, mode: Mode, target: Any) -> None:
        """A delivery target that cannot be reached is a conflict."""
        own = {**CREATE["illumina-ens"], "delivery_target": target}
        with pytest.raises(subkit.Conflict):
            subscriptions(Fake("illumina-ens"), mode, lambda calls: calls.create(**own))

    def test_context(self, mode: Mode) -> None:
        """A list is that of the token's project."""
        fake = Fake("illumina-ens")
        mine = fake.credential(project_context="mine")
        subscriptions(fake, mode, lambda calls: calls.create(**CREATE["illumina-ens"]), auth=mine)
        assert len(subscriptions(fake, mode, lambda calls: calls.list().take(5), auth=mine)) == 1
        for other in (fake.credential(), fake.credential(project_context="yours")):
            assert subscriptions(fake, mode, lambda calls: calls.list().take(5), auth=other) == []


class TestWso2Publisher:
    def test_validators(self, mode: Mode) -> None:
        """A read that the client has is a 304; a write of an older version is a 412, without a body."""
        fake = Fake("wso2-publisher")

        def run(calls: Any) -> Any:
            return calls.get(FIRST)

        found = subscriptions(fake, mode, run)
        assert subscriptions(fake, mode, lambda calls: calls.refresh(found)) is found
        fake.calls.assert_called("get_subscription", status=304)
        subscriptions(fake, mode, lambda calls: calls.block(FIRST, block_state="BLOCKED"))
        with pytest.raises(subkit.PreconditionFailed) as caught:
            subscriptions(fake, mode, lambda calls: calls.block(found, block_state="PROD_ONLY_BLOCKED"))
        assert fake.calls[-1].reply.body == b""
        assert fake.explain(caught.value).rule == "precondition"  # type: ignore[union-attr]
        assert subscriptions(fake, mode, lambda calls: calls.get(FIRST)).status == "BLOCKED"

    def test_as_v09_was(self, mode: Mode) -> None:
        """The servers of this version ignored preconditions, and so does the fake if it is asked to."""
        fake = Fake("wso2-publisher", preconditions="ignored")
        found = subscriptions(fake, mode, lambda calls: calls.get(FIRST))
        subscriptions(fake, mode, lambda calls: calls.block(FIRST, block_state="BLOCKED"))
        changed = subscriptions(fake, mode, lambda calls: calls.block(found, block_state="PROD_ONLY_BLOCKED"))
        assert changed.status == "PROD_ONLY_BLOCKED"
        assert subscriptions(fake, mode, lambda calls: calls.refresh(found)).status == "PROD_ONLY_BLOCKED"

    def test_links(self, mode: Mode) -> None:
        """References lack the base path, are not encoded, end in an empty `groupId`, and are empty at both ends."""
        fake = Fake("wso2-publisher")
        fake.add("apis", id="a b@c")
        for number in range(3):
            own = {"apiIdentifier": "a b@c", "tier": "Gold", "applicationId": str(number), "status": "UNBLOCKED"}
            fake.add("subscriptions", **own)
        found = subscriptions(fake, mode, lambda calls: calls.list(api_id="a b@c", limit=2).take(9))
        assert [one.application_id for one in found] == ["0", "1", "2"]
        first, second = (json.loads(one.reply.body) for one in fake.calls.named("list_subscriptions"))
        assert first["next"] == "/subscriptions?limit=2&offset=2&apiId=a b@c&groupId="
        assert (first["previous"], second["next"], second["count"]) == ("", "", 1)
        assert second["previous"] == "/subscriptions?limit=2&offset=0&apiId=a b@c&groupId="

    def test_scopes(self, mode: Mode) -> None:
        """A scope that is not granted is left out silently, and a call that needs it is refused with 401."""
        fake = Fake("wso2-publisher")
        fake.grant("apim:subscription_view")
        with pytest.raises(subkit.AuthError, match="apim:subscription_block"):
            subscriptions(fake, mode, lambda calls: calls.get(FIRST))
        viewer = fake.credential(scopes=["apim:subscription_view"])
        assert subscriptions(fake, mode, lambda calls: calls.get(FIRST), auth=viewer).subscription_id == FIRST
        with pytest.raises(subkit.Unauthenticated):
            subscriptions(fake, mode, lambda calls: calls.unblock(FIRST), auth=viewer)

    def test_refresh_token(self, mode: Mode) -> None:
        """The second token is bought with the refresh token of the first."""
        fake = Fake("wso2-publisher")

        def run(client: Any) -> Any:
            return client.subscriptions.get(FIRST)

        credential = fake.credential()
        call(fake, mode, run, auth=credential)
        fake.clock.advance(3600)
        call(fake, mode, run, auth=credential)
        first, second = (one.request.body for one in fake.calls.named("token"))
        assert b"grant_type=password" in (first or b"")
        assert b"grant_type=refresh_token" in (second or b"")

    def test_unknown_api(self, mode: Mode) -> None:
        """The list of an API that the caller may not see is not found."""
        with pytest.raises(subkit.NotFound):
            subscriptions(Fake("wso2-publisher"), mode, lambda calls: calls.list(api_id="other").take(1))


class TestAlteryxServer:
    def test_secrets_once(self, mode: Mode) -> None:
        """Key and secret stand in the response to a create, and in no other."""
        fake = Fake("alteryx-server")
        made = subscriptions(fake, mode, lambda calls: calls.create(name="Finance", can_share_schedules=True))
        assert made.api_secret.startswith("fake-secret-")
        assert made.can_share_schedules is True
        subscriptions(fake, mode, lambda calls: calls.get(made.id))
        subscriptions(fake, mode, lambda calls: calls.list().take(5))
        new = {"name": "F", "credential_id": "", "can_share_schedules": False}
        subscriptions(fake, mode, lambda calls: calls.update(made.id, **new))
        assert sum(b"fake-secret-" in one.reply.body for one in fake.calls) == 1

    def test_users(self, mode: Mode) -> None:
        """A studio with users or workflows cannot be deleted; users move from one to another."""
        fake = Fake("alteryx-server")
        (old,) = subscriptions(fake, mode, lambda calls: calls.list(user_count_greater_than_equals=2).take(5))
        users = [one.id for one in subscriptions(fake, mode, lambda calls: calls.get(old.id)).users]
        made = some_subscription(fake, mode)
        assert subscriptions(fake, mode, lambda calls: calls.move_users(made, user_ids=users)) is None
        assert subscriptions(fake, mode, lambda calls: calls.get(old.id)).users == []
        for full in (old.id, made):
            with pytest.raises(subkit.BadRequest, match="still has users or workflows"):
                subscriptions(fake, mode, lambda calls, full=full: calls.delete(full))
        subscriptions(fake, mode, lambda calls: calls.move_users(old.id, user_ids=users))
        assert subscriptions(fake, mode, lambda calls: calls.delete(made)) is None
        assert fake.calls[-1].reply.body == b""

    def test_delete_without_an_id(self, mode: Mode) -> None:
        """A delete that lost its id deletes nothing."""
        fake = Fake("alteryx-server")
        request = subkit.Request(
            "DELETE", f"{fake.base_url}/v3/subscriptions", (("Authorization", f"Bearer {fake.token()}"),)
        )
        assert fake.transport.send(request, timeout=1).status == 400
        assert len(fake.objects("subscriptions")) == 1


class TestJackHenryEvents:
    def test_secrets(self, mode: Mode) -> None:
        """No response has a secret; a new one raises the version; a replacement without it loses it."""
        fake = Fake("jackhenry-events")
        identity = some_subscription(fake, mode)
        assert all(b"made-up" not in one.reply.body for one in fake.calls)
        new = {"http_settings": {"secret": "another"}}
        assert subscriptions(fake, mode, lambda calls: calls.patch(identity, **new)).secret_version == 2
        own = {"name": "hook", "dispatch_type": "https", "enabled": True}
        settings = {name: value for name, value in SECRETIVE.items() if name != "secret"}
        sent = {**own, "http_settings": settings}
        subscriptions(fake, mode, lambda calls: calls.update(identity, **sent, allow_secret_loss=True))
        assert "secret" not in fake.objects("subscriptions")[0]["httpSettings"]

    def test_merge_patch(self, mode: Mode) -> None:
        """Null removes a field, what is left out stays, and what has to be there stays."""
        fake = Fake("jackhenry-events")
        identity = some_subscription(fake, mode)
        subscriptions(fake, mode, lambda calls: calls.patch(identity, description="d"))
        assert subscriptions(fake, mode, lambda calls: calls.get(identity)).description == "d"
        patched = subscriptions(fake, mode, lambda calls: calls.patch(identity, description=None))
        assert "description" not in patched.to_dict()
        assert patched.http_settings.url == SECRETIVE["url"]
        with pytest.raises(subkit.BadRequest) as caught:
            subscriptions(fake, mode, lambda calls: calls.patch(identity, name=None))
        assert caught.value.detail == "name is required"
        assert dict(fake.calls[-1].reply.headers)["Content-Type"] == "application/problem+json"

    def test_errors_without_a_body(self, mode: Mode) -> None:
        """401 and 404 have no body; a delete is a 204."""
        fake = Fake("jackhenry-events")
        identity = some_subscription(fake, mode)
        assert subscriptions(fake, mode, lambda calls: calls.delete(identity)) is None
        assert fake.calls[-1].status == 204
        with pytest.raises(subkit.NotFound):
            subscriptions(fake, mode, lambda calls: calls.get(identity))
        with pytest.raises(subkit.Unauthenticated):
            subscriptions(fake, mode, lambda calls: calls.get(identity), auth=subkit.BearerToken("invented"))
        assert [one.reply.body for one in list(fake.calls)[-2:]] == [b"", b""]

    def test_ten_minutes(self, mode: Mode) -> None:
        """A token lives ten minutes, and each is requested with an assertion of its own."""
        fake = Fake("jackhenry-events")
        credential = fake.credential()
        subscriptions(fake, mode, lambda calls: calls.list().take(1), auth=credential)
        fake.clock.advance(599)
        subscriptions(fake, mode, lambda calls: calls.list().take(1), auth=credential)
        first, second = (one.request.body for one in fake.calls.named("token"))
        assert first != second
        fake.calls.assert_none_refused()


class TestAvevaOmf:
    def test_form(self, mode: Mode) -> None:
        """Names are in Pascal case, times have seven digits, what has no value is null, and each call has an id."""
        fake = Fake("aveva-omf")
        own = {name: value for name, value in CREATE["aveva-omf"].items() if name.startswith("topic")}
        made = subscriptions(fake, mode, lambda calls: calls.create(**own))
        assert made.to_dict()["Name"] is None
        assert made.to_dict()["CreatedDate"] == "2026-01-01T00:00:00.0000000Z"
        assert made.to_dict()["TenantId"] == fake.parameters["tenant_id"]
        with pytest.raises(subkit.NotFound) as caught:
            subscriptions(fake, mode, lambda calls: calls.get("nope"))
        assert caught.value.request_id == caught.value.body["OperationId"]

    def test_put(self, mode: Mode) -> None:
        """A replacement changes name and description only; a description that is left out is removed."""
        fake = Fake("aveva-omf")
        identity = some_subscription(fake, mode)
        changed = subscriptions(fake, mode, lambda calls: calls.update(identity, name="New"))
        assert (changed.name, changed.description, changed.topic_id) == ("New", None, "t")

    def test_discovery(self, mode: Mode) -> None:
        """The token endpoint is found by discovery."""
        fake = Fake("aveva-omf")
        some_subscription(fake, mode)
        assert [(one.method, one.path) for one in fake.calls.named("token")] == [
            ("GET", "/identity/.well-known/openid-configuration"),
            ("POST", "/identity/connect/token"),
        ]
