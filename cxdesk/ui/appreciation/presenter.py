"""What the page of appreciation decides: which section is seen, and in each its own part."""

from typing import Protocol

from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui.acts import Acts, Saying
from cxdesk.ui.appreciation.hosting import Hosting
from cxdesk.ui.appreciation.measuring import Measuring
from cxdesk.ui.appreciation.stocking import Stocking
from cxdesk.ui.appreciation.tuning import Tuning

RULES, GIFTS, EVENTS, EFFECT = "rules", "gifts", "events", "effect"


class Part(Protocol):
    """What each section decides."""

    def load(self) -> None:
        """Show what stands now."""


class View(Saying, Protocol):
    """What the page can show around its sections."""

    def show_section(self, key: str) -> None:
        """Show one section."""


class Presenter:
    """Decides; each part is told by its section where to show what it says."""

    def __init__(self, desk: Desk, language: Language, view: View) -> None:
        self._view, acts = view, Acts(desk, view)
        self.tuning = Tuning(desk, language, acts)
        self.stocking = Stocking(desk, language, acts)
        self.hosting = Hosting(desk, language, view, acts)
        self.measuring = Measuring(desk, language)
        self.parts: dict[str, Part] = {
            RULES: self.tuning,
            GIFTS: self.stocking,
            EVENTS: self.hosting,
            EFFECT: self.measuring,
        }
        self.section = RULES

    def reload(self) -> None:
        """Show what stands now, in the section that is seen."""
        self.parts[self.section].load()

    def turn(self, key: str) -> None:
        """Show another section."""
        self.section = key
        self._view.show_section(key)
        self.reload()

    def open(self, what: object) -> None:
        """Turn to the section `what`, if there is such a one."""
        if isinstance(what, str) and what in self.parts:
            self.turn(what)
