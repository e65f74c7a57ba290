"""The list of pages, one line each, in the order of the navigation; a page's code is loaded when it is visited."""
# ruff: noqa: PLC0415 - the window opens at once, without the pages that nobody looks at yet

from collections.abc import Callable
from pathlib import Path

from cxdesk.language.text import N_
from cxdesk.services.desk import Desk
from cxdesk.ui.screens import Group, Page, Screen, Shell


def screens(restore: Callable[[Path], None]) -> tuple[Screen, ...]:
    """All screens; `restore` puts a backup in the place of the open shop."""

    def settings(desk: Desk, shell: Shell) -> Page:
        from cxdesk.ui.settings.page import SettingsPage

        return SettingsPage(desk, shell, restore)

    return (
        Screen("today", "house", N_("Today"), Group.DAILY, _today),
        Screen("counter", "scan-barcode", N_("Counter"), Group.DAILY, _counter),
        Screen("customers", "users", N_("Customers"), Group.DAILY, _customers),
        Screen("feedback", "message-square", N_("Feedback"), Group.DAILY, _feedback),
        Screen("appreciation", "heart-handshake", N_("Appreciation"), Group.THANKING, _appreciation),
        Screen("letters", "mail", N_("Letters"), Group.THANKING, _letters),
        Screen("loyalty", "ticket-percent", N_("Coupons and points"), Group.THANKING, _loyalty),
        Screen("reports", "file-text", N_("Reports"), Group.RUNNING, _reports),
        Screen("exchange", "upload", N_("Import and export"), Group.FOOT, _exchange),
        Screen("settings", "settings", N_("Settings"), Group.FOOT, settings),
        Screen("help", "circle-help", N_("Help"), Group.FOOT, _help),
        Screen("duplicates", "users", N_("Duplicates"), Group.WITHIN, _duplicates, "customers"),
        Screen("requests", "package-x", N_("Promised and asked for"), Group.WITHIN, _requests, "counter"),
        Screen("kiosk", "monitor-smartphone", N_("Customer’s screen"), Group.WITHIN, _kiosk, "counter"),
    )


def _today(desk: Desk, shell: Shell) -> Page:
    from cxdesk.ui.today.page import TodayPage

    return TodayPage(desk, shell)


def _counter(desk: Desk, shell: Shell) -> Page:
    from cxdesk.ui.counter.page import CounterPage

    return CounterPage(desk, shell)


def _customers(desk: Desk, shell: Shell) -> Page:
    from cxdesk.ui.customers.page import CustomersPage

    return CustomersPage(desk, shell)


def _duplicates(desk: Desk, shell: Shell) -> Page:
    from cxdesk.ui.duplicates.page import DuplicatesPage

    return DuplicatesPage(desk, shell)


def _requests(desk: Desk, shell: Shell) -> Page:
    from cxdesk.ui.requests.page import RequestsPage

    return RequestsPage(desk, shell)


def _feedback(desk: Desk, shell: Shell) -> Page:
    from cxdesk.ui.feedback.page import FeedbackPage

    return FeedbackPage(desk, shell)


def _letters(desk: Desk, shell: Shell) -> Page:
    from cxdesk.ui.letters.page import LettersPage

    return LettersPage(desk, shell)


def _appreciation(desk: Desk, shell: Shell) -> Page:
    from cxdesk.ui.appreciation.page import AppreciationPage

    return AppreciationPage(desk, shell)


def _loyalty(desk: Desk, shell: Shell) -> Page:
    from cxdesk.ui.loyalty.page import LoyaltyPage

    return LoyaltyPage(desk, shell)


def _reports(desk: Desk, shell: Shell) -> Page:
    from cxdesk.ui.reports.page import ReportsPage

    return ReportsPage(desk, shell)


def _exchange(desk: Desk, shell: Shell) -> Page:
    from cxdesk.ui.exchange.page import ExchangePage

    return ExchangePage(desk, shell)


def _kiosk(desk: Desk, shell: Shell) -> Page:
    from cxdesk.ui.kiosk.page import KioskPage

    return KioskPage(desk, shell)


def _help(desk: Desk, shell: Shell) -> Page:
    from cxdesk.ui.help.page import HelpPage

    return HelpPage(desk, shell)
