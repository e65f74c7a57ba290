from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.dialogs import Dialog
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.states import LOADING_AFTER_MS, Empty, Loadable


def test_loading_is_said_only_after_200_ms(shown, qtbot):
    assert LOADING_AFTER_MS == 200
    content = Label("Rows")
    loadable = shown(Loadable(content, "Loading…"))
    loadable.wait()
    assert content.isVisible()
    qtbot.waitUntil(lambda: not content.isVisible())
    loadable.ready()
    assert content.isVisible()


def test_fast_content_never_flickers(shown):
    loadable = shown(Loadable(Label("Rows"), "Loading…"))
    loadable.wait()
    loadable.ready()
    assert not loadable._clock.isActive()


def test_something_else_instead_and_back(shown):
    content = Label("Rows")
    loadable = shown(Loadable(content, "Loading…"))
    empty = Empty("sparkles", "Nothing yet", "It comes.")
    loadable.instead(empty)
    assert empty.isVisible()
    loadable.ready()
    assert content.isVisible()


def test_a_note_stays_until_it_is_emptied(shown, qtbot):
    note = shown(Note())
    note.say("The disk is full.", Tone.BAD, action="Try again")
    assert note.isVisible()
    with qtbot.waitSignal(note.acted):
        note.button.click()
    assert note.isVisible()
    note.say("")
    assert not note.isVisible()


def test_the_first_button_of_a_dialog_is_the_safe_one(qtbot):
    keep, erase = Button("Keep"), Button("Erase")
    dialog = Dialog(None, "Erase Kaisa?", "It cannot be undone.", keep, erase)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.reject()
    assert dialog.answer == 0
    dialog.open()
    erase.click()
    assert dialog.answer == 1
    assert not dialog.isVisible()
