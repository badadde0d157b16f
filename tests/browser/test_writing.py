"""Writing to a record of its own: verdicts with one key, parting, taking back; articles read at once and added."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import Visit
from .site import Site, Watched

ARTICLE = (
    "عمّان والقاهرة تتابعان ملف المياه\n"
    "أجرى وزير الخارجية الأردني أيمن الصفدي، اليوم السبت، اتصالا هاتفيا مع نظيره المصري بدر عبد العاطي وبحثا "
    "التطورات.\n"
)
OTHER = (
    "بغداد تهاتف مسقط بشأن الربط الكهربائي\n"
    "أجرى وزير الخارجية العراقي فؤاد حسين، اليوم الأحد، اتصالا هاتفيا مع نظيره العماني بدر البوسعيدي.\n"
)


@pytest.fixture
def desk(visit: Visit, own_site: Site) -> Watched:
    """A page of somebody who showed the token, on a record that may be written to."""
    look = visit(own_site)
    look.enter()
    assert look.path.startswith("/en/day/")
    return look


def under_review(page: Page) -> str:
    """The id of the contact that is shown for review."""
    return str(page.locator("[data-review] input[name=subject]").first.get_attribute("value"))


def test_without_the_token_nothing_is_offered_to_write_with(visit: Visit, own_site: Site) -> None:
    look = visit(own_site, expecting=frozenset({401}))
    page = look.go("/en/review")
    expect(page.locator("[data-review]")).to_have_count(0)
    page.get_by_role("link", name="Enter the token to review").click()
    page.get_by_label("Token").fill("something else")
    page.get_by_role("button", name="Enter the token").click()
    expect(page.get_by_role("alert")).to_have_text("That is not the token.")


def test_the_printed_address_brings_the_token_along(visit: Visit, own_site: Site) -> None:
    look = visit(own_site)
    page = look.go(f"/en/enter?token={own_site.token}")
    expect(page.get_by_text("You may review and add.")).to_be_visible()
    assert own_site.token not in page.url
    page.get_by_role("button", name="Forget the token").click()
    expect(page.get_by_text("You may look around.")).to_be_visible()


def test_one_key_accepts_and_the_next_contact_is_shown(desk: Watched) -> None:
    page = desk.go("/en/review")
    first = under_review(page)
    waiting = int(re.findall(r"\d+", page.locator(".lead").inner_text())[0])
    page.keyboard.press("a")
    page.wait_for_url(f"**/review?after={first}")
    second = under_review(page)
    assert second != first
    assert int(re.findall(r"\d+", page.locator(".lead").inner_text())[0]) == waiting - 1
    page.keyboard.press("s")
    page.wait_for_url(f"**/review?after={second}")
    assert under_review(page) not in (first, second)
    desk.go("/en/verdicts")
    row = page.get_by_role("row").filter(has_text=first[:8])
    expect(row).to_contain_text("accepted")
    expect(page.get_by_role("row").filter(has_text=second[:8])).to_have_count(0)
    desk.go(f"/en/contact/{first}")
    expect(page.locator(".meta")).to_contain_text("accepted")


def test_a_verdict_is_taken_back(desk: Watched) -> None:
    page = desk.go("/en/contact/3688e5c9")
    page.get_by_label("Note").first.fill("لا لقاء")
    page.get_by_role("button", name="Wrong").click()
    desk.go("/en/verdicts")
    row = page.get_by_role("row").filter(has_text="3688e5c9")
    expect(row).to_contain_text("rejected")
    expect(row).to_contain_text("لا لقاء")
    row.get_by_role("button", name="Take back").click()
    expect(page.get_by_role("row").filter(has_text="3688e5c9")).to_have_count(0)
    desk.go("/en/contact/3688e5c9")
    expect(page.locator(".meta")).not_to_contain_text("rejected")


def test_a_merge_is_parted(desk: Watched) -> None:
    page = desk.go("/en/contact/12f5f3a6")
    reports = page.locator("article.report")
    expect(reports).to_have_count(2)
    page.get_by_text("These are different contacts").first.click()
    page.get_by_role("button", name="These are different contacts").click()
    page.wait_for_url("**/contact/*")
    expect(reports).to_have_count(1)
    desk.go("/en/verdicts")
    expect(page.get_by_role("row").filter(has_text="12f5f3a6")).to_contain_text("parted")


def test_a_contact_is_corrected(desk: Watched) -> None:
    page = desk.go("/ar/contact/689ac23b")
    page.get_by_text("صحّحها").first.click()
    page.get_by_label("المكان").fill("جدة")
    page.get_by_role("button", name="صحّحها").click()
    page.wait_for_url("**/ar/contact/*")
    expect(page.locator(".lead")).to_contain_text("جدة")
    expect(page.locator(".meta")).to_contain_text("صُححت")


def test_an_article_is_pasted_read_and_added(desk: Watched) -> None:
    page = desk.go("/en/read")
    page.get_by_label("Text", exact=True).fill(ARTICLE)
    page.get_by_label("Outlet").fill("صحيفة الضحى (عينة)")
    page.get_by_label("Published").fill("2025-01-18")
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("aside .card")).to_contain_text("Ayman Safadi")
    expect(page.locator("aside")).to_contain_text("Nothing of this was stored.")
    expect(page.locator(".article-text mark.contact").first).to_be_visible()
    page.get_by_role("button", name="Add it to the record").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("عمّان والقاهرة تتابعان ملف المياه")
    page.get_by_role("link", name="in the record").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ayman Safadi")
    expect(page.locator(".lead")).to_contain_text("2025-01-18")
    desk.go("/en/day/2025-01-18")
    expect(page.locator("article.card")).to_have_count(1)


def test_a_file_is_uploaded_and_read(visit: Visit, own_site: Site, tmp_path: Path) -> None:
    look = visit(own_site)
    file = tmp_path / "muscat.txt"
    file.write_text(OTHER, encoding="cp1256")
    page = look.go("/ar/read")
    page.get_by_label("أو ملف").set_input_files(file)
    page.get_by_role("button", name="اقرأه").click()
    expect(page.locator("aside .card")).to_contain_text("فؤاد حسين")
    expect(page.get_by_role("link", name="أدخل الرمز لتضيفه إلى السجل")).to_be_visible()


def test_what_cannot_be_read_is_said(visit: Visit, own_site: Site) -> None:
    look = visit(own_site, expecting=frozenset({422}))
    page = look.go("/en/read")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing could be read.")


def test_without_scripts_all_of_it_works(visit: Visit, own_site: Site) -> None:
    look = visit(own_site, java_script_enabled=False)
    page = look.enter()
    expect(page.locator(".js").first).to_be_hidden()
    page.get_by_role("searchbox").fill("إدلب")
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".hits mark.hit").first).to_be_visible()
    page.get_by_role("link", name="Sergey Lavrov – Hakan Fidan").click()
    expect(page.get_by_role("list", name="On whose word").first).to_be_visible()
    page.get_by_role("link", name="العربية").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    look.go("/en/network?since=2024-11-01&side=TUR")
    expect(page.locator(".network svg .node").first).to_be_visible()
    page.locator("tr.item a.main").first.click()
    expect(page.locator("tr.item")).not_to_have_count(0)
    look.go("/en/article/dafaf-lavrov-fidan")
    expect(page.locator(".legend mark.statement")).to_be_visible()
    look.go("/en/review")
    subject = under_review(page)
    page.get_by_role("button", name="Right").click()
    page.wait_for_url(f"**/review?after={subject}")
    look.go("/en/verdicts")
    page.get_by_role("row").filter(has_text=subject[:8]).get_by_role("button", name="Take back").click()
    expect(page.get_by_role("row").filter(has_text=subject[:8])).to_have_count(0)
    look.go("/en/read")
    page.get_by_label("Text", exact=True).fill(OTHER)
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="Add it to the record").click()
    expect(page.get_by_role("link", name="in the record").first).to_be_visible()
