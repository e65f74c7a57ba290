"""What can be taken out of the shop, and how each file is made; no Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from cxdesk.domain.customer import ContactChannel
from cxdesk.domain.errors import UserError
from cxdesk.language.language import Language
from cxdesk.language.text import N_
from cxdesk.services.desk import Desk
from cxdesk.ui.exchange.view import Jobs
from cxdesk.ui.tokens import Tone

Progress = Callable[[float], None]
CSV, EXCEL, JSON, ZIP = "CSV (*.csv)", "Excel (*.xlsx)", "JSON (*.json)", "ZIP, CSV (*.zip)"
LIST = (CSV, EXCEL)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One kind of file: `name` is its file name without ending, `filters` are what it can be, `make` writes it."""

    key: str
    icon: str
    title: str
    text: str
    name: str
    filters: tuple[str, ...]
    make: Callable[[Desk, Path, Progress], int]


WHOLE = (
    Outgoing(
        "everything",
        "store",
        N_("The whole shop"),
        N_("An open format; CX Desk brings it back into an empty shop."),
        N_("shop"),
        (JSON, EXCEL, ZIP),
        lambda desk, path, progress: desk.exports.everything(path, progress),
    ),
)
LISTS = (
    Outgoing(
        "customers",
        "users",
        N_("Customers"),
        N_("The register with visits, spend and permissions."),
        N_("customers"),
        LIST,
        lambda desk, path, _: desk.exports.customers(path),
    ),
    Outgoing(
        "purchases",
        "receipt",
        N_("Purchases"),
        N_("Every line of every receipt."),
        N_("purchases"),
        LIST,
        lambda desk, path, _: desk.exports.purchases(path),
    ),
    Outgoing(
        "feedback",
        "message-square",
        N_("Feedback"),
        N_("Scores and words, newest first."),
        N_("feedback"),
        LIST,
        lambda desk, path, _: desk.exports.feedback(path),
    ),
)
REACHED = (
    Outgoing(
        "mailing-letter",
        "mail",
        N_("Mailing list: letters"),
        N_("Only those to whom letters may be sent."),
        N_("mailing letters"),
        LIST,
        lambda desk, path, _: desk.exports.mailing(path, ContactChannel.LETTER),
    ),
    Outgoing(
        "mailing-email",
        "at-sign",
        N_("Mailing list: e-mail"),
        N_("Only those who have permitted e-mail."),
        N_("mailing e-mail"),
        LIST,
        lambda desk, path, _: desk.exports.mailing(path, ContactChannel.EMAIL),
    ),
    Outgoing(
        "mailing-text",
        "phone",
        N_("Mailing list: text messages"),
        N_("Only those who have permitted text messages."),
        N_("mailing texts"),
        LIST,
        lambda desk, path, _: desk.exports.mailing(path, ContactChannel.TEXT),
    ),
    Outgoing(
        "birthdays",
        "cake",
        N_("Birthdays as a calendar"),
        N_("For the calendar of a phone or PC; without years of birth."),
        N_("birthdays"),
        ("iCalendar (*.ics)",),
        lambda desk, path, _: desk.exports.birthdays(path),
    ),
    Outgoing(
        "contacts",
        "user",
        N_("Contacts for a phone"),
        N_("Customers as vCards."),
        N_("contacts"),
        ("vCard (*.vcf)",),
        lambda desk, path, _: desk.exports.customers(path),
    ),
)


class View(Protocol):
    """What the page shows."""

    def say(self, text: str, tone: Tone = Tone.BAD, folder: Path | None = None) -> None:
        """Say what was made or went wrong; with `folder` it can be opened."""

    def follow(self, job: Any, text: str) -> None:
        """Show how far a job is, and let it be cancelled."""

    def fail(self, error: Exception) -> None:
        """Show an error of ours."""


class Exporting:
    """Writes files in the worker."""

    def __init__(self, language: Language, jobs: Jobs, view: View) -> None:
        self._language, self._jobs, self._view = language, jobs, view

    def proposal(self, what: Outgoing) -> str:
        """The file name that is offered."""
        return f"{self._language.tr(what.name)}{_ending(what.filters[0])}"

    def save(self, what: Outgoing, path: Path, chosen: str = "") -> None:
        """Write a file; a name without an ending gets that of the `chosen` filter."""
        if path.suffix.lower() not in {_ending(each) for each in what.filters}:
            path = path.with_name(path.name + _ending(chosen or what.filters[0]))

        def done(count: int) -> None:
            text = self._language.tr_n(
                "{n} row saved to {path}.", "{n} rows saved to {path}.", count, path=path.name
            )
            self._view.say(text, Tone.GOOD, path.parent)

        self._view.say("")
        job = self._jobs.run(lambda desk, progress: what.make(desk, path, progress), done, self._failed)
        self._view.follow(job, self._language.tr("Writing {file}…", file=path.name))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._view.say(self._language.error(error))
        else:
            self._view.fail(error)


def _ending(pattern: str) -> str:
    return pattern.rpartition("*")[2].rstrip(")")
