"""The six questions that the product answers, each on one page, at most two clicks from the start."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from .site import Watched

CLICKS = 2


def whose_word(page: Page, click: Callable[[Locator], None]) -> None:
    """Who talked to whom about Syria on 30 November, and on whose word do we know it?"""
    page.goto(page.url.replace("2025-03-12", "2024-11-30"))
    click(page.locator("a.chip").filter(has_text="Syria"))
    card = page.locator("article.card").filter(has_text="Bashar al-Assad").first
    expect(card).to_contain_text("On the word of")
    expect(card.locator(".roots")).to_contain_text("Syria: بيان للرئاسة السورية")


def readouts(page: Page, click: Callable[[Locator], None]) -> None:
    """What did one side's readout say that the other's did not? Which outlet dropped which clause?"""
    page.goto(page.url.replace("2025-03-12", "2024-12-02"))
    click(page.get_by_role("link", name="Abbas Araghchi – Hakan Fidan"))
    expect(page.locator(".column").filter(has_text="Iran").locator("mark.only").first).to_be_visible()
    expect(page.locator(".column").filter(has_text="Turkey").locator("mark.only").first).to_be_visible()
    expect(page.locator(".findings summary").filter(has_text="Only in this readout")).to_be_visible()


def announced(page: Page, click: Callable[[Locator], None]) -> None:
    """Was the announced visit held, postponed, denied?"""
    click(page.get_by_role("link", name="Announced"))
    page.goto(page.url + "?since=2024-11-01")
    held = page.locator(".fate").filter(has_text="Held").first
    expect(held).to_contain_text("visit: Abbas Araghchi – Syria")
    expect(page.locator(".fate").filter(has_text="No report says that it was held")).to_be_visible()


def independent(page: Page, click: Callable[[Locator], None]) -> None:
    """How many independent sources stand behind this, once agency copies are folded?"""
    click(page.get_by_role("link", name="Contacts", exact=True))
    row = page.locator("tr.item").filter(has_text="Abdel Fattah el-Sisi – Masoud Pezeshkian")
    # two articles that rest on one word
    expect(row.locator("td").nth(3)).to_have_text("1")
    expect(row.locator("td").nth(5)).to_have_text("2")
    click(row.locator("a.main"))
    expect(page.get_by_text("1 independent source", exact=True)).to_be_visible()
    expect(page.locator(".rootlist li")).to_have_count(1)
    expect(page.locator("article.report")).to_have_count(2)


def called(page: Page, click: Callable[[Locator], None]) -> None:
    """Who calls them «الإرهابيين»: in the outlet's own voice, or inside somebody's words?"""
    click(page.get_by_role("link", name="Who calls whom what"))
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="الإرهابيين"))
    expect(row).to_contain_text("وكالة أنباء الضفاف")
    expect(page.get_by_role("columnheader").filter(has_text="quot")).to_be_visible()


def tables(page: Page, click: Callable[[Locator], None]) -> None:
    """Give me the table, so that I can go on elsewhere."""
    click(page.get_by_role("link", name="Contacts", exact=True))
    with page.expect_download() as taken:
        click(page.get_by_role("link", name="CSV"))
    assert taken.value.path().read_text(encoding="utf-8-sig").startswith("id,")
    expect(page.get_by_role("link", name="GraphML")).to_be_visible()


@pytest.mark.parametrize(
    "ask", [whose_word, readouts, announced, independent, called, tables], ids=lambda f: f.__name__
)
def test_the_question_is_answered_at_most_two_clicks_from_the_start(
    ask: Callable[[Page, Callable[[Locator], None]], None], look: Watched
) -> None:
    clicks = 0

    def click(target: Locator) -> None:
        nonlocal clicks
        clicks += 1
        target.click()

    ask(look.go("/en/"), click)
    assert 0 < clicks <= CLICKS
