"""The command that writes lists, contacts, calendars and the whole shop to files for other programs."""

from argparse import Namespace
from collections.abc import Callable

from cxdesk.cli.answers import answer, opened
from cxdesk.cli.commands import EVERYBODY
from cxdesk.domain.customer import ContactChannel
from cxdesk.domain.errors import UserError
from cxdesk.services.exports import Exports

EVERYTHING = "everything"
LISTS: dict[str, Callable[..., int]] = {
    "customers": Exports.customers,
    "purchases": Exports.purchases,
    "feedback": Exports.feedback,
    "mailing": Exports.mailing,
    "birthdays": Exports.birthdays,
}
CHANNELS = (ContactChannel.EMAIL, ContactChannel.LETTER, ContactChannel.TEXT)


def export(arguments: Namespace) -> None:
    """Write a file for other programs."""
    if arguments.search and arguments.what == EVERYTHING:
        raise UserError("The whole shop is exported as it is. Choose a list to search in.")
    with opened(arguments, lock=False) as desk:
        if arguments.what == EVERYTHING:
            rows = desk.exports.everything(arguments.out)
        else:
            found = desk.customers.search(arguments.search, EVERYBODY) if arguments.search else None
            channel = {"channel": ContactChannel(arguments.channel)} if arguments.what == "mailing" else {}
            write = LISTS[arguments.what]
            rows = write(desk.exports, arguments.out, ids=found and [row.id for row in found], **channel)
    words = arguments.say.tr_n("{path}: {n} row", "{path}: {n} rows", rows, path=arguments.out)
    answer(arguments, {"path": str(arguments.out), "rows": rows}, words)
