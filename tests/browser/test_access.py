"""Every kind of page for everybody: what axe finds, wide and narrow, light and dark; and no style in the markup."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, ViewportSize, expect

from .pages import KINDS
from .site import Site, Watched, watched

WIDE: ViewportSize = {"width": 1200, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 900}
# what the policy of the page forbids: styles and scripts in the markup
STYLED = re.compile(r"<[^>]*\sstyle=[^>]*>|<style[^>]*>|<[^>]*\son\w+=[^>]*>")
GRAVE = ("serious", "critical")
OPTIONS = {"resultTypes": ["violations"], "preload": False}
# colours are the same at every width, and looking at them takes longest
BUT_COLOURS = OPTIONS | {"rules": {"color-contrast": {"enabled": False}}}


@pytest.fixture(scope="module")
def reviewer(browser: Browser, site: Site) -> Iterator[Watched]:
    """A page of somebody who may write: what it offers to others is in it too."""
    context = browser.new_context(viewport=WIDE, locale="en")
    look = watched(context.new_page(), site, frozenset({404}))
    look.enter()
    yield look
    context.close()


def violations(page: Page, options: dict[str, Any] = OPTIONS) -> list[str]:
    """The grave violations that axe finds, each with its first element; it must be in the page."""
    found = page.evaluate("options => axe.run(options).then(told => told.violations)", options)
    return [
        f"{page.url}: {v['impact']} {v['id']}: {node['html'][:200]} {node['failureSummary']}"
        for v in found
        if v["impact"] in GRAVE
        for node in v["nodes"][:2]
    ]


def settled(page: Page) -> None:
    """The network is drawn by a script once its answer is there."""
    if page.locator("[data-network]").count():
        expect(page.locator(".network.live")).to_be_visible()


def too_wide(page: Page) -> bool:
    """Whether the page as a whole scrolls sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_is_shut_out(kind: str, reviewer: Watched) -> None:
    """Each kind of page in each language, wide and narrow; its colours by day in one, by night in the other."""
    page, wrong = reviewer.page, reviewer.wrong
    wrong.clear()
    for lang, dir_, theme in (("en", "ltr", "light"), ("ar", "rtl", "dark")):
        page.set_viewport_size(WIDE)
        page.emulate_media(color_scheme=theme)
        served = page.goto(f"{reviewer.site.origin}/{lang}/{KINDS[kind]}")
        assert served is not None
        settled(page)
        page.evaluate(AXE_SCRIPT)
        wrong += violations(page)
        page.set_viewport_size(NARROW)
        wrong += violations(page, BUT_COLOURS)
        if too_wide(page):
            wrong.append(f"{page.url}: wider than {NARROW['width']} pixels")
        html = served.text()
        assert f'lang="{lang}" dir="{dir_}"' in html
        wrong += [f"{page.url}: {found}" for found in re.findall(STYLED, html)]
    assert wrong == []


def test_an_article_just_read_shuts_nobody_out(reviewer: Watched) -> None:
    page = reviewer.go("/ar/read")
    page.get_by_label("النص").fill(
        "القاهرة تهاتف عمّان\nبحث وزير الخارجية المصري بدر عبد العاطي هاتفيا مع نظيره الأردني أيمن الصفدي التطورات."
    )
    page.get_by_role("button", name="اقرأه").click()
    expect(page.locator(".article-text")).to_be_visible()
    page.evaluate(AXE_SCRIPT)
    assert violations(page) == []
    page.set_viewport_size(NARROW)
    assert not too_wide(page)


def test_the_documents_of_the_api_shut_nobody_out(reviewer: Watched) -> None:
    page = reviewer.go("/api/v1/docs")
    page.evaluate(AXE_SCRIPT)
    assert violations(page) == []
    page.set_viewport_size(NARROW)
    assert violations(page, BUT_COLOURS) == []
    assert not too_wide(page)


def test_on_paper_only_the_content_is_printed(look: Watched) -> None:
    page = look.go("/en/contact/39cae3ff")
    page.emulate_media(media="print")
    for gone in (".top", ".bottom"):
        expect(page.locator(gone)).to_be_hidden()
    expect(page.locator("article.report").first).to_be_visible()
    assert page.pdf().startswith(b"%PDF")
