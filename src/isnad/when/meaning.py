"""From the slots of a rule that matched to what the expression means."""

from collections.abc import Mapping

import msgspec

from isnad.lexicon.when import Duration, Meaning, Moment, Reference, Rule, Stretch

_OFFSET = {"past": -1, "now": 0, "future": 1}
_MONTHS = {"gregorian": (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), "hijri": (30,) * 12}
Fields = Mapping[str, int | str | bool]


def build(rule: Rule, slots: Fields) -> Meaning | None:
    """The meaning, or None where the words name no possible date (the 31st of a month of 30 days) or pair of days."""
    fields = {**rule.set, **slots}
    if feast := fields.pop("feast", None):
        month, _, day = str(feast).partition("-")
        fields |= {"month": int(month), "day": int(day)}
    if rule.kind == "duration":
        return msgspec.convert(fields, Duration)
    if rule.kind == "reference":
        return Reference(fields["ref"])  # type: ignore[arg-type]
    if rule.kind == "stretch":
        prefix = "until."
        last = {k.removeprefix(prefix): v for k, v in fields.items() if k.startswith(prefix)}
        first = {k: v for k, v in fields.items() if not k.startswith(prefix)}
        ends = _moment({**_carried(first, last), **last}), _moment({**_carried(last, first), **first})
        last_end, first_end = ends
        if first_end is None or last_end is None or (rule.consecutive and not _follows(first_end, last_end)):
            return None
        return Stretch(first=first_end, last=last_end)
    return _moment(fields)


def _follows(first: Moment, last: Moment) -> bool:
    """Whether the second weekday is the day after the first."""
    return first.weekday is not None and last.weekday == first.weekday % 7 + 1


def _carried(giver: Fields, taker: Fields) -> Fields:
    """What one end of a stretch leaves unsaid and takes from the other."""
    shared = ("month", "year", "offset", "unit", "direction", "calendar")
    return {k: v for k, v in giver.items() if k in shared and k not in taker}


def _moment(fields: Fields) -> Moment | None:
    moment = msgspec.convert(dict(fields), Moment)
    if (
        moment.direction
        and moment.unit
        and moment.offset is None
        and not moment.weekday
        and not (moment.month and moment.index)
    ):
        moment = msgspec.structs.replace(moment, offset=_OFFSET[moment.direction])
    if moment.unit is None:
        named = [
            u
            for u, v in (("day", moment.day), ("day", moment.weekday), ("month", moment.month), ("year", moment.year))
            if v
        ]
        moment = msgspec.structs.replace(moment, unit=named[0] if named else "day")
    if moment.month and moment.day and moment.day > _MONTHS[moment.calendar][moment.month - 1]:
        return None
    return moment
