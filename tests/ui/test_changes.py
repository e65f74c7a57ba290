from PySide6.QtWidgets import QWidget

from cxdesk.ui.changes import Changes


def test_a_visible_page_reloads_at_once_and_only_for_its_tables(shown):
    changes, page, reloads = Changes(), shown(QWidget()), []
    changes.watch(page, {"customer"}, lambda: reloads.append(1))
    changes.tell({"product"})
    assert reloads == []
    changes.tell({"customer", "product"})
    assert reloads == [1]


def test_a_hidden_page_reloads_once_when_it_is_shown(shown):
    changes, page, reloads = Changes(), shown(QWidget()), []
    changes.watch(page, {"customer"}, lambda: reloads.append(1))
    page.hide()
    changes.tell({"customer"})
    changes.tell({"customer"})
    assert reloads == []
    page.show()
    page.hide()
    page.show()
    assert reloads == [1]


def test_nothing_moved_is_not_told():
    changes, told = Changes(), []
    changes.changed.connect(told.append)
    changes.tell(())
    assert told == []


def test_a_page_that_is_gone_is_not_called(qapp):
    changes, page, reloads = Changes(), QWidget(), []
    changes.watch(page, {"customer"}, lambda: reloads.append(1))
    page.deleteLater()
    qapp.sendPostedEvents(None, 52)
    changes.tell({"customer"})
    assert reloads == []
