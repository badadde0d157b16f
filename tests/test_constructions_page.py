"""The page of constructions is made from the data, and is up to date."""

import msgspec
from constructions_page import PAGE, page

from isnad.lexicon import load
from isnad.lexicon.constructions import Construction, frame

FRAMES = load().frames


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(FRAMES), "docs/constructions.md: run `make constructions`"


def test_each_construction_stands_on_the_page_with_its_example_and_near_miss() -> None:
    text = page(FRAMES)
    for one in FRAMES:
        assert f"\n### {one.id}\n" in text
        assert f"| example | {one.row.example} |" in text
        assert f"| near miss | {one.row.not_} |" in text


def test_a_section_says_all_that_the_row_does() -> None:
    row = Construction(
        id="visit.x", kind="visit", verb=("زار", "يزور"), nouns=("زيارة",), example="مثال.", not_="شبيه.",
        needs=("أمس", "غدا"), stay=True, slots={"subject": "none/side", "إلى": ("host/place", "host")},
    )  # fmt: skip
    section = page([frame(row)]).partition("## visit\n")[2]
    assert section.splitlines()[3:] == [
        "| | |",
        "| --- | --- |",
        "| verb | زار، يزور |",
        "| noun | زيارة |",
        "| subject | not a party (side) |",
        "| إلى | host (place), host (person) |",
        "| only with | أمس، غدا |",
        "| marks | stay |",
        "| example | مثال. |",
        "| near miss | شبيه. |",
    ]
    other = msgspec.structs.replace(row, purpose="invitation")
    assert "| purpose | invitation |" in page([frame(other)])
