"""What a change was, in words."""

from cxdesk.domain.change import Change
from cxdesk.language.language import Language


def change(language: Language, entry: Change) -> str:
    """The label of a change, with what it was about; an undo and a redo say that they are one."""
    words = language.tr(entry.label)
    if entry.detail:
        words = language.tr("{what}: {detail}", what=words, detail=entry.detail)
    if entry.undoes is None:
        return words
    if entry.again:
        return language.tr("Done again: {what}", what=words)
    return language.tr("Undone: {what}", what=words)
