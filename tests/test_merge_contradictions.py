"""What forbids two reports to be of one contact: each rule with a pair that it parts and the nearest that it leaves."""

from typing import Any

import pytest

from isnad.merge.contradiction import RULES, contradiction

from .report_cases import EGYPT, TURKIYE, account, party

Fields = dict[str, Any]
QATAR, IRAN, SAUDI = party("QAT"), party("IRN"), party("SAU")
ALLIANCE = party("NATO")
SECRETARY = party("NATO", "مارك روته")
CALL: Fields = {"kind": "call"}
VISIT: Fields = {"kind": "visit"}
MANY: Fields = {"kind": "multilateral"}
AGAIN = "one is counted as another after the other"
CALLED_OFF = "one was called off, the other was held"
HOPED = "asked for, and held on no day that either tells"
SITTING = "a sitting with a body, and talks with one of it"


def of(*parties: Any, **more: Any) -> Fields:
    return {"parties": parties, **more}


def guest(side: str) -> Any:
    return party(side, role="visitor")


def sender(side: str) -> Any:
    return party(side, role="initiator")


CASES: dict[str, tuple[str | None, Fields, Fields]] = {
    "nothing": (None, {}, {}),
    "one article": ("one article tells of both", {}, {"key": "a", "id_": "b"}),
    # kinds
    "a call is no meeting": ("kinds", CALL, {}),
    "a meeting of many may be one": (None, MANY, {}),
    "no channel is any channel": (None, {"kind": "contact"}, CALL),
    "what was sent was not talked over": ("kinds", {"kind": "contact"}, {"kind": "message"}),
    "a journey is no talk": ("kinds", VISIT, {"kind": "contact"}),
    # sides
    "another side": ("sides", {}, of(EGYPT, IRAN)),
    "one more side": ("sides", {}, of(EGYPT, TURKIYE, IRAN)),
    "many: the shorter list": (None, of(EGYPT, TURKIYE, IRAN, **MANY), of(EGYPT, TURKIYE, **MANY)),
    "many: the longer list": (None, of(EGYPT, TURKIYE, **MANY), of(EGYPT, TURKIYE, IRAN, **MANY)),
    "many: two of four": (None, of(EGYPT, TURKIYE, **MANY), of(EGYPT, TURKIYE, IRAN, QATAR, **MANY)),
    "many: only one in common": ("sides", of(EGYPT, TURKIYE, IRAN, **MANY), of(EGYPT, **MANY)),
    "many: as many others as in common": ("sides", of(EGYPT, TURKIYE, IRAN, **MANY), of(EGYPT, TURKIYE, QATAR, **MANY)),
    "many: fewer others than in common": (
        None,
        of(EGYPT, TURKIYE, IRAN, QATAR, **MANY),
        of(EGYPT, TURKIYE, IRAN, SAUDI, **MANY),
    ),
    "many, told once as of two": ("sides", of(EGYPT, TURKIYE, IRAN, **MANY), {}),
    # days
    "one day": (None, {"days": "2024-11-29"}, {"days": "2024-11-29"}),
    "the day after": ("days", {"days": "2024-11-29"}, {"days": "2024-11-30"}),
    "ten days before the news": (None, {"days": "2024-11-20"}, {}),
    "eleven days before the news": ("days", {"days": "2024-11-19"}, {}),
    "its day of the week": (None, {"value": "XXXX-WXX-5"}, {"days": "2024-11-29"}),
    "another day of the week": ("days", {"value": "XXXX-WXX-4"}, {"days": "2024-11-29"}),
    "a visit on another day of the week": (None, {"value": "XXXX-WXX-4", **VISIT}, {"days": "2024-11-29", **VISIT}),
    "a day without its year": (None, {"value": "XXXX-11-29"}, {"days": "2024-11-29"}),
    "another day without its year": ("days", {"value": "XXXX-11-28"}, {"days": "2024-11-29"}),
    "the other way round": ("days", {"days": "2024-11-29"}, {"value": "XXXX-11-28"}),
    "in a week that lacks the day": ("days", {"value": "XXXX-11-20"}, {"days": ("2024-11-21", "2024-11-27")}),
    "in more than a week": (None, {"value": "XXXX-11-20"}, {"days": ("2024-11-21", "2024-11-28")}),
    "a visit lasts six days": (None, {"days": "2024-11-20", **VISIT}, {"days": "2024-11-26", **VISIT}),
    "a visit does not last seven": ("days", {"days": "2024-11-20", **VISIT}, {"days": "2024-11-27", **VISIT}),
    "a visit some time in a week": (
        None,
        {"days": ("2024-11-01", "2024-11-08"), **VISIT},
        {"days": "2024-11-14", **VISIT},
    ),
    "a visit some time in more than a week": (
        "days",
        {"days": ("2024-11-01", "2024-11-09"), **VISIT},
        {"days": "2024-11-10", **VISIT},
    ),
    "many meet for two days": (None, {"days": "2024-11-20", **MANY}, {"days": "2024-11-21", **MANY}),
    "many do not meet for three": ("days", {"days": "2024-11-20", **MANY}, {"days": "2024-11-22", **MANY}),
    "many and two on two days": ("days", {"days": "2024-11-20", **MANY}, {"days": "2024-11-21"}),
    "a year": (None, {"days": ("2023-12-01", "2024-12-01")}, {}),
    "more than a year": ("days hardly known", {"days": ("2023-11-30", "2024-12-01")}, {}),
    "more than a year, in copies": (None, {"days": ("2023-11-30", "2024-12-01"), "family": "f"}, {"family": "f"}),
    # sittings
    "the body and its secretary": (SITTING, of(TURKIYE, ALLIANCE, **MANY), of(TURKIYE, SECRETARY)),
    "the secretary in both": (None, of(TURKIYE, SECRETARY, **MANY), of(TURKIYE, SECRETARY)),
    "a meeting with the body in both": (None, of(TURKIYE, ALLIANCE), of(TURKIYE, SECRETARY)),
    "several and the secretary": (
        None,
        of(TURKIYE, EGYPT, ALLIANCE, **MANY),
        of(TURKIYE, EGYPT, SECRETARY, **MANY),
    ),
    # messages
    "an invitation": ("messages of another kind", {"kind": "message", "purpose": "invitation"}, {"kind": "message"}),
    "an invitation of a day": (
        None,
        {"kind": "message", "purpose": "invitation", "days": "2024-11-29"},
        {"kind": "message", "days": "2024-11-29"},
    ),
    "the day of one message": (
        "messages of another kind",
        {"kind": "message", "purpose": "invitation", "days": "2024-11-29"},
        {"kind": "message"},
    ),
    "purpose of a meeting": (None, {"purpose": "invitation"}, {}),
    "other senders": (
        "senders",
        of(sender("EGY"), party("TUR"), kind="message"),
        of(sender("TUR"), party("EGY"), kind="message"),
    ),
    "one sender": (None, of(sender("EGY"), party("TUR"), kind="message"), of(EGYPT, TURKIYE, kind="message")),
    "who called does not matter": (
        None,
        of(sender("EGY"), party("TUR"), **CALL),
        of(sender("TUR"), party("EGY"), **CALL),
    ),
    # visits
    "other visitors": ("visitors", of(guest("EGY"), TURKIYE, **VISIT), of(EGYPT, guest("TUR"), **VISIT)),
    "one visitor": (None, of(guest("EGY"), TURKIYE, **VISIT), of(EGYPT, TURKIYE, **VISIT)),
    "guests of a meeting": (None, of(guest("EGY"), TURKIYE), of(EGYPT, guest("TUR"))),
    # places
    "two cities": ("places", {"place": "القاهرة"}, {"place": "إسطنبول"}),
    "two cities at one time": ("places", {"place": "القاهرة", "status": "ongoing"}, {"place": "إسطنبول"}),
    "a city in two spellings": (None, {"place": "إسطنبول"}, {"place": "استانبول"}),
    "a city and its state": (None, {"place": "إسطنبول"}, {"place": "تركيا"}),
    "two cities of a plan": (None, {"place": "القاهرة", "status": "planned"}, {"place": "إسطنبول"}),
    "two cities of a call": (None, {"place": "القاهرة", **CALL}, {"place": "إسطنبول", **CALL}),
    # counted
    "the second call": (AGAIN, {"again": True, **CALL}, CALL),
    "the second call, both on a day": (
        None,
        {"again": True, "days": "2024-11-29", **CALL},
        {"days": "2024-11-29", **CALL},
    ),
    "the second call, in one week": (
        None,
        {"again": True, "days": ("2024-11-20", "2024-11-27"), **CALL},
        {"days": "2024-11-25", **CALL},
    ),
    "the second call, in more than a week": (
        AGAIN,
        {"again": True, "days": ("2024-11-20", "2024-11-28"), **CALL},
        {"days": "2024-11-25", **CALL},
    ),
    "the day of one call": (AGAIN, {"again": True, "days": "2024-11-29", **CALL}, CALL),
    "the second call in copies": (None, {"again": True, "family": "f", **CALL}, {"family": "f", **CALL}),
    "the second meeting": (None, {"again": True}, {}),
    # plans
    "called off and held": (CALLED_OFF, {"status": "cancelled"}, {}),
    "held and called off": (CALLED_OFF, {}, {"status": "cancelled"}),
    "called off and held, both on a day": (None, {"status": "cancelled", "days": "2024-11-29"}, {"days": "2024-11-29"}),
    "the day of one": (CALLED_OFF, {"status": "cancelled", "days": "2024-11-29"}, {}),
    "called off and planned": (None, {"status": "cancelled"}, {"status": "planned"}),
    "asked for and held": (HOPED, {"status": "proposed"}, {}),
    "held and asked for": (HOPED, {"status": "ongoing"}, {"status": "proposed"}),
    "planned and held": (None, {"status": "planned"}, {}),
    "asked for and held on a day": (None, {"status": "proposed"}, {"days": "2024-11-30"}),
    "asked for and held in places": (None, {"status": "proposed", "place": "القاهرة"}, {"place": "القاهرة"}),
    "the place of one": (HOPED, {"status": "proposed", "place": "القاهرة"}, {}),
    "asked for and held, in copies": (None, {"status": "proposed", "family": "f"}, {"family": "f"}),
    "a visit asked for": (None, {"status": "proposed", **VISIT}, VISIT),
    # people
    "other people": ("other people of TUR", {}, of(EGYPT, party("TUR", "ياشار غولر"))),
    "a spelling": (None, {}, of(EGYPT, party("TUR", "هاكان فدان"))),
    "another first name": ("other people of TUR", of(EGYPT, party("TUR", "حقان فيدان")), {}),
    "a part of the name": (None, {}, of(EGYPT, party("TUR", "فيدان"))),
    "one of the registry, two names": (
        None,
        of(EGYPT, party("TUR", "الوزير هاكان", actor="hakan-fidan")),
        of(EGYPT, party("TUR", "فيدان", actor="hakan-fidan")),
    ),
    "two of the registry, one name": (
        "other people of TUR",
        of(EGYPT, party("TUR", "فيدان", actor="hakan-fidan")),
        of(EGYPT, party("TUR", "فيدان", actor="another-fidan")),
    ),
    "one of the registry, one of no registry": (None, of(EGYPT, party("TUR", "فيدان", actor="hakan-fidan")), {}),
    "nobody named": (None, of(EGYPT, party("TUR")), {}),
    "other offices": (
        "other offices of TUR",
        of(EGYPT, party("TUR", office="وزير الخارجية")),
        of(EGYPT, party("TUR", office="رئيس الجمهورية")),
    ),
    "offices of one rank": (
        None,
        of(EGYPT, party("TUR", office="وزير الخارجية")),
        of(EGYPT, party("TUR", office="وزير الدفاع")),
    ),
    "an office and none": (None, of(EGYPT, party("TUR", office="وزير الخارجية")), of(EGYPT, party("TUR"))),
    "offices of people who are named": (
        None,
        of(EGYPT, party("TUR", "هاكان فيدان", office="وزير الخارجية")),
        of(EGYPT, party("TUR", "هاكان فيدان", office="رئيس الجمهورية")),
    ),
    "half of those who met": (
        "other people of EGY",
        of(EGYPT, party("EGY", "سامح شكري"), TURKIYE),
        of(EGYPT, party("EGY", "مصطفى مدبولي"), TURKIYE),
    ),
    "half of those on a visit": (
        None,
        of(EGYPT, party("EGY", "سامح شكري"), TURKIYE, **VISIT),
        of(EGYPT, party("EGY", "مصطفى مدبولي"), TURKIYE, **VISIT),
    ),
    "one of those who met": (None, of(EGYPT, TURKIYE), of(EGYPT, party("EGY", "مصطفى مدبولي"), TURKIYE)),
    "two of the three who met": (
        None,
        of(EGYPT, party("EGY", "سامح شكري"), party("EGY", "كامل الوزير"), TURKIYE),
        of(EGYPT, party("EGY", "سامح شكري"), party("EGY", "مصطفى مدبولي"), TURKIYE),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_forbids(name: str) -> None:
    why, a, b = CASES[name]
    one, other = account(**{"key": "a", **a}), account(**{"key": "b", **b})
    assert contradiction(one, other) == why
    assert contradiction(other, one) == why


def test_every_rule_has_a_case() -> None:
    assert {why for why, _ in RULES} <= {why for why, _, _ in CASES.values()}
