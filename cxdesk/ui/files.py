"""Files that a person chooses, and places where the shop file is not safe."""

from PySide6.QtWidgets import QFileDialog, QWidget

from cxdesk.language.language import Language

TABLES = "*.csv *.tsv *.txt *.gz *.xlsx *.xls *.ods *.vcf *.json *.zip"
PICTURES = "JPEG, PNG (*.jpg *.jpeg *.png *.webp *.bmp *.gif)"
KINDS = f"CSV, Excel, OpenDocument, vCard ({TABLES})"


def ask(parent: QWidget) -> str:
    """The path of a table that the person chooses to import; empty when they think better of it."""
    return QFileDialog.getOpenFileName(parent, "", "", f"{KINDS};;* (*)")[0]


def ask_picture(parent: QWidget) -> str:
    """The path of a picture that the person chooses; empty when they think better of it."""
    return QFileDialog.getOpenFileName(parent, "", "", f"{PICTURES};;* (*)")[0]


def ask_target(parent: QWidget, name: str, filters: str) -> tuple[str, str]:
    """The path under which to save a file proposed as `name`, and the filter that was chosen; empty when nowhere."""
    return QFileDialog.getSaveFileName(parent, "", name, filters)


def synced(language: Language, service: str | None) -> str:
    """What is dangerous about the place of the shop file; empty when nothing is."""
    if service is None:
        return ""
    if service == "network":
        return language.tr(
            "The shop file lies on a network drive, where a broken connection can damage it. Keep it on this PC."
        )
    return language.tr(
        "{service} copies the folder of the shop file while the shop is open, which can damage it. "
        "Keep the file in a folder of this PC that is not synchronised.",
        service=service,
    )
