"""The list of pages, one line each, in the order of the navigation."""

from cxdesk.language.text import N_
from cxdesk.ui.screens import Group, Screen
from cxdesk.ui.settings.page import SettingsPage

SCREENS = (Screen("settings", "settings", N_("Settings"), Group.FOOT, SettingsPage),)
