"""A rundown as a project file of Ontime: what both know, and what only we know in custom fields."""

from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo
from typing import Any

from console.domain.planning import Slot, plan
from console.domain.rundown import Kind, Segment
from console.domain.show import Show

MILLISECOND = timedelta(milliseconds=1)
LABELS = ("Owner", "Script", "Products", "Coupon", "Gift")
VERSION = "4.0.0"


def project(show: Show, zone: tzinfo, now: datetime, called: Callable[[str], str]) -> dict[str, Any]:
    """The whole file. Ad-libs are no part of the order there: they are written as events to be skipped."""
    slots = plan(show, show.began or now)
    groups = {slot.segment.id for slot in slots if slot.segment.kind is Kind.GROUP}
    entries: dict[str, Any] = {}
    order: list[str] = []
    held: dict[int, list[str]] = {group: [] for group in groups}
    for slot in slots:
        segment = slot.segment
        into = held.get(segment.group, order)
        if (delay := show.delays.get(segment.id)) and segment.timed:
            name = f"d{segment.id}"
            entries[name] = {
                "type": "delay",
                "id": name,
                "duration": delay // MILLISECOND,
                "parent": parent(segment, groups),
            }
            into.append(name)
        entries[str(segment.id)] = entry(show, slot, zone, groups, called)
        into.append(str(segment.id))
    for group, names in held.items():
        entries[str(group)]["entries"] = names
    flat = [name for each in order for name in (each, *entries[each].get("entries", ()))]
    rundown = {
        "id": "default",
        "title": show.title,
        "order": order,
        "flatOrder": flat,
        "entries": entries,
        "revision": 0,
    }
    labels = {label: {"type": "text", "colour": "", "label": label} for label in LABELS}
    return {
        "rundowns": {"default": rundown},
        "project": {"title": show.title, "description": "", "url": "", "info": "", "logo": None, "custom": []},
        "settings": {"version": VERSION, "editorKey": None, "operatorKey": None, "timeFormat": "24", "language": "en"},
        "viewSettings": {
            "overrideStyles": False,
            "normalColor": "#ffffffcc",
            "warningColor": "#ffa528",
            "dangerColor": "#ff7300",
        },
        "urlPresets": [],
        "customFields": labels,
        "automation": {
            "enabledAutomations": False,
            "enabledOscIn": False,
            "oscPortIn": 8888,
            "triggers": [],
            "automations": {},
        },
    }


def parent(segment: Segment, groups: set[int]) -> str | None:
    """The group of a row, by its name there."""
    return str(segment.group) if segment.group in groups else None


def entry(show: Show, slot: Slot, zone: tzinfo, groups: set[int], called: Callable[[str], str]) -> dict[str, Any]:
    """A row in Ontime's words."""
    segment = slot.segment
    texts = (segment.owner, segment.script, "; ".join(map(called, segment.products)), segment.coupon, segment.gift)
    custom = {label: text for label, text in zip(LABELS, texts, strict=True) if text}
    about = {
        "id": str(segment.id),
        "title": segment.title,
        "note": segment.notes,
        "colour": segment.colour,
        "custom": custom,
        "revision": 0,
    }
    times = {
        "timeStart": of_day(slot.begins, zone),
        "timeEnd": of_day(slot.ends, zone),
        "duration": slot.length // MILLISECOND,
    }
    match segment.kind:
        case Kind.GROUP:
            target = segment.planned // MILLISECOND or None
            return {"type": "group", **about, **times, "entries": [], "targetDuration": target, "isFirstLinked": False}
        case Kind.MILESTONE:
            return {"type": "milestone", **about, "cue": "", "parent": parent(segment, groups)}
        case Kind.SEGMENT | Kind.AD_LIB:
            length = slot.length if segment.timed else segment.planned
            return {
                "type": "event",
                **about,
                **times,
                "timeEnd": of_day(slot.begins + length, zone),
                "duration": length // MILLISECOND,
                "cue": "",
                "flag": segment.flag,
                "endAction": "none",
                "timerType": "count-down",
                "countToEnd": segment.count_to_end,
                "linkStart": segment.planned_start is None,
                "timeStrategy": "lock-end" if segment.planned_end else "lock-duration",
                "skip": segment.id in show.skipped or segment.kind is Kind.AD_LIB,
                "timeWarning": 120_000,
                "timeDanger": 60_000,
                "triggers": [],
                "parent": parent(segment, groups),
                "delay": 0,
                "dayOffset": 0,
                "gap": 0,
            }


def of_day(instant: datetime, zone: tzinfo) -> int:
    """The milliseconds since midnight that clocks of a zone show."""
    local = instant.astimezone(zone)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    return (local.replace(tzinfo=None) - midnight.replace(tzinfo=None)) // MILLISECOND
