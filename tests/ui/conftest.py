"""What the tests of the window share: no screen, one application, one theme, the walk."""

import gc
import importlib.util
import os
import re
from dataclasses import replace
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from cxdesk.language.language import Language
from cxdesk.ui.theme import Scheme, Theme, theme

CROWD = 12
QUIET = "This plugin does not support propagateSizeHints"


LONG = "CXDESK_LONG" in os.environ
WALK = re.compile(r"test_(the_)?walk(_|\[)")
ORDINARY = ({"code": "fi", "width": 1280}, {"code": "uz", "scale": 2.0})  # test_every_page takes the others


def pytest_collection_modifyitems(config, items):
    """Of each page's own walk the ordinary run takes the narrowest in Finnish and the largest text in Uzbek."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(QUIET))
    if LONG:
        return
    left = [item for item in items if not _ordinary(item)]
    items[:] = [item for item in items if _ordinary(item)]
    config.hook.pytest_deselected(items=left)


def _ordinary(item):
    params = item.callspec.params if hasattr(item, "callspec") else {}
    if not (WALK.match(item.name) and params.keys() >= {"code", "scale", "width"}):
        return True
    dark = "dark" in item.name
    return not dark and any(
        all(params[name] == value for name, value in wanted.items()) for wanted in ORDINARY
    )


@pytest.fixture(autouse=True)
def look(qapp):
    """The theme, light and at 100 %, whatever the test before did."""
    if not qapp.findChildren(Theme):
        Theme(qapp, Scheme.LIGHT)
    yield theme()
    QCoreApplication.sendPostedEvents(
        None, QEvent.Type.DeferredDelete.value
    )  # or closed widgets see the next look
    if theme().scheme is not Scheme.LIGHT:
        theme().set_scheme(Scheme.LIGHT)
    if theme().scale != 1.0:
        theme().set_scale(1.0)
    if len(qapp.topLevelWidgets()) > CROWD:
        gc.collect()  # closed windows are rings of references, and the theme goes through all that are left


@pytest.fixture
def language():
    return Language("en", currency="EUR")


@pytest.fixture
def shown(qtbot):
    """Shows a widget in a size and waits until it is laid out."""

    def show(widget, width=400, height=300):
        qtbot.addWidget(widget)
        theme().dress(widget)
        widget.resize(width, height)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return show


@pytest.fixture
def find():
    """Finds the descendant with an accessible identifier."""

    def find_one(root, key):
        return next(child for child in root.findChildren(QWidget) if child.accessibleIdentifier() == key)

    return find_one


@pytest.fixture
def walk():
    """The walk through a widget tree: gives what is wrong with it, a list of sentences."""
    spec = importlib.util.spec_from_file_location("walk", Path(__file__).with_name("walk.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.faults


@pytest.fixture
def shop():
    """The functions that make a small real shop and the window around a page."""
    spec = importlib.util.spec_from_file_location("shop", Path(__file__).with_name("shop.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def desk(tmp_path, shop):
    """A desk in a new, empty shop with a budget of 20 €."""
    made = shop.opened(tmp_path / "shop.cxdesk", monthly_budget=2000)
    yield made
    made.close()


@pytest.fixture
def session(desk, tmp_path, monkeypatch):
    """The whole application on the page Help, in English."""
    from cxdesk.ui.application import Application
    from cxdesk.ui.session import Session

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    desk.settings.save(replace(desk.settings.shop(), theme="light", language="en"))
    desk.workplace.code = ""
    application, failed = Application("en"), []
    application.errors.show = failed.append
    made = Session(desk, application)
    made.window.go("help")
    made.window.show()
    yield made
    if isValid(made.window):
        made.close()
    assert failed == []
