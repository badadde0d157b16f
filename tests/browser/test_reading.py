"""Looking around: from the start to a day, a contact, its articles, the network; in both languages, and back."""

import re

import pytest
from playwright.sync_api import expect

from .conftest import Visit
from .site import Site, Watched

ZAYED_ASSAD = "39cae3ff"
LAVROV_FIDAN = "62518d17"


def test_the_start_is_the_last_day_with_contacts(look: Watched) -> None:
    page = look.go("/")
    assert look.path == "/en/day/2025-03-12"
    expect(page.get_by_role("heading", level=1)).to_contain_text("2025-03-12")
    expect(page.locator("article.card")).to_have_count(2)
    expect(page.locator(".week [aria-current]")).to_contain_text("2 contacts")
    expect(page).to_have_title(re.compile("Wednesday 2025-03-12"))


def test_the_start_speaks_the_language_that_the_browser_asks_for(visit: Visit, site: Site) -> None:
    look = visit(site, locale="ar-SY")
    page = look.go("/")
    assert look.path.startswith("/ar/day/")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")


def test_search_marks_what_it_finds_and_leads_to_the_call_with_its_chain(look: Watched) -> None:
    page = look.go("/en/")
    page.get_by_role("searchbox", name="Search articles and actors").fill("إدلب")
    page.get_by_role("button", name="Search").click()
    marks = page.locator(".hits mark.hit")
    expect(marks.first).to_be_visible()
    assert all("إدلب" in text for text in marks.all_inner_texts())
    painted = marks.first.evaluate("mark => getComputedStyle(mark).backgroundColor")
    assert painted != "rgba(0, 0, 0, 0)"
    page.get_by_role("link", name="Sergey Lavrov – Hakan Fidan").click()
    assert look.path.startswith(f"/en/contact/{LAVROV_FIDAN}")
    chains = page.get_by_role("list", name="On whose word")
    expect(chains).to_have_count(2)
    expect(chains.filter(has_text="موسكو وأنقرة تتفقان هاتفياً")).to_have_count(1)
    expect(chains.filter(has_text="بيان صادر عن وزارة الخارجية التركية")).to_have_count(1)
    evidence = page.locator("blockquote mark.evidence")
    expect(evidence.filter(has_text="نظيره التركي هاكان فيدان")).to_have_count(1)
    expect(evidence.filter(has_text="مكالمة مع نظيره الروسي سيرغي لافروف")).to_have_count(1)


def test_a_contact_of_several_reports_shows_each_with_its_chain(look: Watched) -> None:
    page = look.go(f"/en/contact/{ZAYED_ASSAD}")
    reports = page.locator("article.report")
    expect(reports).to_have_count(3)
    for n in range(3):
        expect(reports.nth(n).locator("mark.evidence").first).to_be_visible()
        expect(reports.nth(n).get_by_role("list", name="On whose word")).to_be_visible()
    expect(page.locator(".link-root")).to_contain_text("بيان للرئاسة السورية")
    expect(page.locator(".columns .column")).to_have_count(3)
    # the presidency's statement relays both sides
    for n, quotations in enumerate((1, 2, 1)):
        expect(page.locator(".columns .column").nth(n).locator("blockquote")).to_have_count(quotations)
    expect(page.get_by_text("3 independent sources")).to_be_visible()


def test_the_call_that_two_articles_tell_is_one_contact(look: Watched) -> None:
    page = look.go("/en/contacts?actor=sergey-lavrov&actor=hakan-fidan&kind=call")
    rows = page.locator("tr.item")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("2024-11-30")
    rows.locator("a.main").click()
    expect(page.locator("article.report")).to_have_count(2)


def test_the_language_switch_leads_to_the_same_page_in_the_other_direction(look: Watched) -> None:
    page = look.go("/en/contacts?side=SYR&kind=call&since=2024-11-01")
    rows = page.locator("tr.item").count()
    expect(page.locator("html")).to_have_attribute("dir", "ltr")
    page.get_by_role("link", name="العربية").click()
    assert look.path == "/ar/contacts?side=SYR&kind=call&since=2024-11-01"
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("tr.item")).to_have_count(rows)
    name = page.locator("tr.item a.main").first.bounding_box()
    day = page.locator("tr.item time").first.bounding_box()
    assert name is not None
    assert day is not None
    assert name["x"] < day["x"], "the first column stands to the right"
    page.get_by_role("link", name="English").click()
    assert look.path == "/en/contacts?side=SYR&kind=call&since=2024-11-01"


def test_the_network_is_filtered_and_leads_to_the_contacts_behind_a_tie(look: Watched) -> None:
    page = look.go("/en/network?since=2024-11-01")
    live = page.locator(".network.live")
    expect(live.locator("canvas").first).to_be_visible()
    every = page.locator("tr.item").count()
    page.get_by_label("Side", exact=True).fill("TUR")
    page.get_by_label("From", exact=True).fill("2024-11-30")
    page.get_by_label("To", exact=True).fill("2024-12-31")
    page.get_by_role("button", name="Show", exact=True).click()
    rows = page.locator("tr.item")
    expect(rows.first).to_contain_text("Turkey")
    assert 0 < rows.count() < every
    tie = rows.filter(has_text="Russia").filter(has_text="Turkey")
    number = tie.locator("a.main").inner_text()
    tie.locator("a.main").click()
    assert look.path.startswith("/en/contacts?")
    expect(page.locator("tr.item")).to_have_count(int(number))
    page.go_back()
    expect(page.get_by_label("Side", exact=True)).to_have_value("TUR")


def test_a_click_in_the_living_network_leads_on_too(look: Watched) -> None:
    page = look.go("/ar/network?since=2024-11-01&by=person")
    canvas = page.locator(".network.live canvas").first
    expect(canvas).to_be_visible()
    canvas.scroll_into_view_if_needed()
    box = page.locator(".network").bounding_box()
    assert box is not None
    # a thin grid of clicks meets some node or tie
    for step in range(1, 400):
        x, y = box["x"] + (step * 61) % box["width"], box["y"] + (step * 37) % min(box["height"], 600)
        page.mouse.click(x, y)
        if "/network" not in page.url:
            break
    assert re.search(r"/ar/(actor/|contacts\?)", page.url)


def test_the_layers_of_an_article_can_be_hidden(look: Watched) -> None:
    page = look.go("/en/article/dafaf-lavrov-fidan")
    statement = page.locator(".article-text mark.statement:not(.contact)").first
    colour = "mark => getComputedStyle(mark).backgroundColor"
    assert statement.evaluate(colour) != "rgba(0, 0, 0, 0)"
    page.get_by_role("checkbox", name="statements").uncheck()
    assert statement.evaluate(colour) == "rgba(0, 0, 0, 0)"
    page.get_by_role("checkbox", name="statements").check()
    assert statement.evaluate(colour) != "rgba(0, 0, 0, 0)"


def test_a_mark_leads_to_its_reason(look: Watched) -> None:
    page = look.go("/en/article/dafaf-lavrov-fidan")
    page.locator(".article-text mark.mention a").first.click()
    reason = page.locator("li:target")
    expect(reason).to_be_visible()
    expect(reason).to_contain_text("→")


def test_a_chain_leads_to_the_contact_in_its_article(look: Watched) -> None:
    page = look.go(f"/en/contact/{LAVROV_FIDAN}")
    page.locator(".chain .link-article a").first.click()
    expect(page.locator(".article-text mark.contact").first).to_be_visible()
    assert "#contact-" in page.url
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Lavrov")


def test_the_skip_link_is_first_and_leads_to_the_content(look: Watched) -> None:
    page = look.go("/en/")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text("Skip to the content")
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_the_theme_switch_is_kept(visit: Visit, site: Site) -> None:
    look = visit(site, color_scheme="light")
    page = look.go("/en/")
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Dark or light").click()
    dark = page.evaluate(paper)
    assert dark != light
    look.go("/ar/contacts")
    assert page.evaluate(paper) == dark
    page.get_by_role("button", name="داكن أو فاتح").click()
    assert page.evaluate(paper) == light


PRESSED = (
    "key => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}))"
)
KEYBOARDS = {"latin": "/jkol", "arabic": "ظتنخم"}


@pytest.mark.parametrize("keys", KEYBOARDS.values(), ids=KEYBOARDS.keys())
def test_keys_move_open_search_and_switch(keys: str, look: Watched) -> None:
    slash, down, up, enter, language = keys

    def press(key: str) -> None:
        if key.isascii():
            page.keyboard.press(key)
        else:
            # Playwright knows the keys of one keyboard only
            page.evaluate(PRESSED, key)

    page = look.go("/en/day/2024-11-30")
    items = page.locator(".item")
    press(down)
    expect(items.nth(0)).to_have_class(re.compile(r"\bat\b"))
    expect(items.nth(0).locator("a.main")).to_be_focused()
    press(down)
    expect(items.nth(1)).to_have_class(re.compile(r"\bat\b"))
    press(up)
    expect(items.nth(0)).to_have_class(re.compile(r"\bat\b"))
    expect(page.locator(".item.at")).to_have_count(1)
    title = items.nth(0).locator("a.main").inner_text()
    press(enter)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    press(slash)
    expect(page.get_by_role("searchbox")).to_be_focused()
    # while somebody writes, keys are letters
    page.keyboard.type("jl")
    expect(page.get_by_role("searchbox")).to_have_value("jl")
    page.locator("h1").click()
    press(language)
    expect(page.locator("html")).to_have_attribute("dir", "rtl")


def test_what_is_not_there_is_said_kindly(visit: Visit, site: Site) -> None:
    look = visit(site, expecting=frozenset({404, 422}))
    page = look.go("/en/contact/nothing")
    expect(page.get_by_role("heading", level=1)).to_have_text("Not found")
    page.get_by_role("link", name="To the start").click()
    assert look.path.startswith("/en/day/")
    look.go("/ar/contacts?since=tomorrow")
    expect(page.get_by_role("heading", level=1)).to_have_text("لم يُفهم هذا")
    look.go("/en/day/2001-01-01")
    expect(page.locator(".empty")).to_be_visible()


def test_tables_are_taken_along(look: Watched) -> None:
    page = look.go("/en/contacts?side=SYR")
    for name, first in (("CSV", "id,"), ("JSON Lines", '{"'), ("GraphML", "<?xml")):
        href = page.get_by_role("link", name=name).get_attribute("href")
        taken = page.request.get(look.site.origin + str(href))
        assert taken.ok
        assert taken.text().startswith(first), taken.text()[:60]


def test_the_api_has_its_own_page(look: Watched) -> None:
    page = look.go("/en/")
    page.get_by_role("link", name="API").click()
    assert look.path == "/api/v1/docs"
    expect(page.get_by_role("heading", level=1)).to_be_visible()
