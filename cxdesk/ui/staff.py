"""Who is at the desk: a dialog that changes it, by F4."""

from typing import TYPE_CHECKING

from cxdesk.domain.shop import StaffMember
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def working(desk: Desk) -> list[StaffMember]:
    """Those who work in the shop now."""
    return [member for member in desk.settings.staff() if member.active]


def at_desk(desk: Desk) -> StaffMember | None:
    """Who is at the desk, None when nobody was chosen or the chosen one has left."""
    return next((member for member in working(desk) if member.id == desk.workplace.staff_id), None)


def choose(parent: "QWidget", desk: Desk, language: Language) -> None:
    """Ask who is at the desk from now on."""
    from cxdesk.ui.widgets.buttons import Button  # noqa: PLC0415 - the window opens without the dialog
    from cxdesk.ui.widgets.choices import ChipGroup  # noqa: PLC0415
    from cxdesk.ui.widgets.dialogs import Dialog  # noqa: PLC0415

    close = Button(language.tr("Close"), id="close")
    names = {str(member.id): member.name for member in working(desk)}
    people = ChipGroup(language.tr("Who is at the desk?"), names, id="at-desk", height=48)
    people.choose(str(desk.workplace.staff_id))
    dialog = Dialog(
        parent,
        language.tr("Who is at the desk?"),
        language.tr("The name stands in the history and under letters."),
        close,
        parts=(people,),
        icon="user",
    )
    people.changed.connect(dialog.accept)
    for name in list(names)[:1]:
        people.chip(people.value() or name).setFocus()
    dialog.exec()
    desk.workplace.staff_id = int(people.value()) if people.value() else None
