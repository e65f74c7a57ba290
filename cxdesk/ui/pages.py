"""The list of pages, one line each, in the order of the navigation."""

from collections.abc import Callable
from pathlib import Path

from cxdesk.language.text import N_
from cxdesk.ui.counter.page import CounterPage
from cxdesk.ui.customers.page import CustomersPage
from cxdesk.ui.feedback.page import FeedbackPage
from cxdesk.ui.help.page import HelpPage
from cxdesk.ui.reports.page import ReportsPage
from cxdesk.ui.screens import Group, Screen
from cxdesk.ui.settings.page import SettingsPage
from cxdesk.ui.today.page import TodayPage


def screens(restore: Callable[[Path], None]) -> tuple[Screen, ...]:
    """All screens; `restore` puts a backup in the place of the open shop."""
    return (
        Screen("today", "house", N_("Today"), Group.DAILY, TodayPage),
        Screen("counter", "scan-barcode", N_("Counter"), Group.DAILY, CounterPage),
        Screen("customers", "users", N_("Customers"), Group.DAILY, CustomersPage),
        Screen("feedback", "message-square", N_("Feedback"), Group.DAILY, FeedbackPage),
        Screen("reports", "file-text", N_("Reports"), Group.RUNNING, ReportsPage),
        Screen("settings", "settings", N_("Settings"), Group.FOOT, lambda d, s: SettingsPage(d, s, restore)),
        Screen("help", "circle-help", N_("Help"), Group.FOOT, HelpPage),
    )
