"""What the field on top finds: papers by their code, screens and customers."""

from collections.abc import Sequence
from functools import partial

from cxdesk.language.folding import search_key
from cxdesk.services.desk import Desk
from cxdesk.ui.screens import Screen, Shell
from cxdesk.ui.widgets.search import Found

MOST = 7


def find(text: str, desk: Desk, shell: Shell, screens: Sequence[Screen]) -> list[Found]:
    """The paper with the code `text`, screens in whose title a word begins with it, customers; picking goes there."""
    return [*_papers(text, desk, shell), *_screens(text, shell, screens), *_customers(text, desk, shell)][
        :MOST
    ]


def _papers(text: str, desk: Desk, shell: Shell) -> list[Found]:
    from cxdesk.language import papers  # noqa: PLC0415 - nobody looks for a paper before the first frame

    slip = desk.papers.find(text) if shell.has("letters") else None
    if slip is None:
        return []
    go = partial(shell.go, "letters", ("paper", slip.paper.id))
    title = " · ".join(part for part in (papers.title(shell.language, slip), slip.name) if part)
    return [Found(title, papers.told(shell.language, slip), go, icon="mail")]


def _screens(text: str, shell: Shell, screens: Sequence[Screen]) -> list[Found]:
    typed = search_key(text)
    titles = [(screen, shell.language.tr(screen.title)) for screen in screens]
    return [
        Found(title, "", partial(shell.go, screen.key), icon=screen.icon)
        for screen, title in titles
        if typed and f" {typed}" in f" {search_key(title)}"
    ]


def _customers(text: str, desk: Desk, shell: Shell) -> list[Found]:
    if not shell.has("customers"):
        return []
    return [
        Found(row.name, _detail(row.town, row.phone), partial(shell.go, "customers", row.id))
        for row in desk.customers.search(text, MOST)
    ]


def _detail(*facts: str) -> str:
    return " · ".join(fact for fact in facts if fact)
