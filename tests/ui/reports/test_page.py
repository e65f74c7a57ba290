"""The reports in the real window."""

import pytest

from cxdesk.language.language import Language
from cxdesk.ui.reports.page import ReportsPage
from cxdesk.ui.theme import theme


def open_page(desk, shop, shown, language, size=(1366, 768)):
    window = shop.window(desk, language, "reports", ReportsPage)
    shown(window, *size)
    window.go("reports")
    return window, window.page("reports")


def test_preview_opens_the_report_and_it_is_listed(desk, shop, shown, language, qtbot, find):
    window, page = open_page(desk, shop, shown, language)
    page.show_button.click()
    assert not page.save_button.isEnabled()
    qtbot.waitUntil(page.preview_.isVisible, timeout=30_000)
    assert page.preview_.sheet.pages >= 2

    page.preview_.closed.emit()
    assert page.save_button.isEnabled()
    assert find(page, "open-monthly 2026-10 en").isVisible()
    assert page.sheet.isVisible()
    window.close()
    assert window.errors == []


@pytest.mark.parametrize("code", ["fi", "en", "uz"])
@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 720, 1.0), (1366, 768, 1.0), (1366, 768, 2.0)])
def test_walk(desk, shop, shown, walk, code, width, height, scale):
    theme().set_scale(scale)
    window, page = open_page(desk, shop, shown, Language(code), (width, height))
    path = page.presenter.folder / f"monthly 2026-10 {code}.pdf"
    path.parent.mkdir()
    desk.reports.monthly(desk.workplace.today().replace(month=10), code, path)
    page.reload()

    assert walk(page) == []
    window.close()
