"""What a change was, in words."""

from cxdesk.domain.change import Change
from cxdesk.language.language import Language


def change(language: Language, entry: Change) -> str:
    """The label of a change, with what it was about; an undo says that it is one."""
    words = language.tr(entry.label)
    if entry.detail:
        words = language.tr("{what}: {detail}", what=words, detail=entry.detail)
    return language.tr("Undone: {what}", what=words) if entry.undoes else words
