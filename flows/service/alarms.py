"""Automations: what the server does by itself when a run dies, hangs back or ends badly."""

from collections.abc import Iterable
from datetime import timedelta

from prefect.blocks.webhook import Webhook
from prefect.client.orchestration import PrefectClient
from prefect.client.schemas.objects import StateType
from prefect.events.actions import CallWebhook, ChangeFlowRunState
from prefect.events.schemas.automations import AutomationCore, EventTrigger, Posture
from pydantic import SecretStr

from flows.outcome import DEGRADED
from flows.service.settings import HEARTBEAT_S

# Where alarms are sent. A setting and no option: such an address is often a secret in itself.
URL_SETTING = "READOUT_ALARM_URL"

SILENT = timedelta(seconds=3 * HEARTBEAT_S)
LATE = timedelta(hours=1)

_ENDED = ("Completed", DEGRADED, "Failed", "TimedOut", "Cancelled", "Cancelling", "Crashed")
_BEGUN = ("Pending", "Running", *_ENDED)
_BAD = (DEGRADED, "Failed", "TimedOut", "Crashed", "Late")

# What Slack, Mattermost and many others understand.
_PAYLOAD = """{"text": {{ (
    flow.name ~ ", " ~ flow_run.name ~ ": " ~ flow_run.state.name
    ~ (" (" ~ flow_run.state.message ~ ")" if flow_run.state.message else "")
) | tojson }}}"""


def dead(within: timedelta = SILENT) -> AutomationCore:
    """A run whose heart has stopped is marked as crashed, and its place in the queue is free."""
    beat = "prefect.flow-run.heartbeat"
    return AutomationCore(
        name="readout: dead runs",
        description="Marks a run as crashed when it has given no sign of life for a while.",
        trigger=_absence({beat}, {beat, *_events(_ENDED)}, within),
        actions=[
            ChangeFlowRunState(
                state=StateType.CRASHED,
                name="Crashed",
                force=False,
                message="It gave no sign of life any more. The next run does what it left undone.",
            )
        ],
    )


def late(within: timedelta = LATE) -> AutomationCore:
    """A scheduled run that nobody has begun in time is cancelled: a later one does its work."""
    trigger = _absence(_events(["Late"]), _events(_BEGUN), within)
    trigger.match_related = {
        "prefect.resource.role": "tag",
        "prefect.resource.id": "prefect.tag.auto-scheduled",
    }
    return AutomationCore(
        name="readout: late runs",
        description="Cancels scheduled runs that nobody has begun for long: the next does it all.",
        trigger=trigger,
        actions=[
            ChangeFlowRunState(
                state=StateType.CANCELLED,
                name="Cancelled",
                force=False,
                message="It was not begun in time. A later run does its work.",
            )
        ],
    )


async def automations(alarm_url: str | None) -> list[AutomationCore]:
    """Those a server should have; with an address, also one that tells it of every bad end."""
    if not alarm_url:
        return [dead(), late()]
    block = Webhook(url=SecretStr(alarm_url))
    block_id = await block.save("readout-alarm", overwrite=True)
    return [dead(), late(), _told(CallWebhook(block_document_id=block_id, payload=_PAYLOAD))]


def _told(action: CallWebhook) -> AutomationCore:
    return AutomationCore(
        name="readout: alarms",
        description="Tells of runs that are late or end degraded, failed or crashed.",
        trigger=EventTrigger(
            expect=_events(_BAD),
            match={"prefect.resource.id": "prefect.flow-run.*"},
            posture=Posture.Reactive,
            threshold=1,
        ),
        actions=[action],
    )


async def put(client: PrefectClient, automation: AutomationCore) -> None:
    """Make the automation, or bring the one of this name up to date; it stays off if it is off."""
    existing = await client.read_automations_by_name(automation.name)
    if not existing:
        await client.create_automation(automation)
    for one in existing:
        automation.enabled = one.enabled
        await client.update_automation(one.id, automation)


def _absence(after: set[str], expect: set[str], within: timedelta) -> EventTrigger:
    return EventTrigger(
        after=after,
        expect=expect,
        match={"prefect.resource.id": "prefect.flow-run.*"},
        for_each={"prefect.resource.id"},
        posture=Posture.Proactive,
        threshold=1,
        within=within,
    )


def _events(states: Iterable[str]) -> set[str]:
    return {f"prefect.flow-run.{state}" for state in states}
