"""Letters that leave without a stamp: e-mail drafts and text messages, only to those who permit that channel.

They are remembered when a person says that they were sent.
"""

from collections.abc import Sequence
from pathlib import Path

from cxdesk.documents import outgoing as documents
from cxdesk.documents.files import whole
from cxdesk.domain import texting
from cxdesk.domain.customer import ContactChannel, Customer
from cxdesk.domain.errors import UserError
from cxdesk.domain.letter import Letter, Way
from cxdesk.domain.mailing import Mailing, Obstacle, Problem
from cxdesk.services.audience import reach
from cxdesk.services.mailings import Mailings
from cxdesk.services.workplace import Workplace
from cxdesk.storage import customers
from cxdesk.storage.errors import file_errors

WAYS = {ContactChannel.EMAIL: Way.EMAIL, ContactChannel.TEXT: Way.TEXT}
LONGEST = 600  # signs of a text message


class Outgoing:
    """E-mails and text messages; a person sends them, the program prepares and remembers."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def problems(self, ids: Sequence[int], channel: ContactChannel) -> tuple[int, tuple[Problem, ...]]:
        """How many of these are reached through a channel, and who is not."""
        places = reach(self._work, ids, channel)
        people = customers.many(self._work.db, [i for i in ids if i not in places])
        return len(places), tuple(Problem(p.id, p.name, Obstacle.NOT_PERMITTED) for p in people)

    def emails(self, mailing: Mailing, ids: Sequence[int], folder: Path) -> int:
        """One draft each in `folder`, to be opened in the mail program; gives how many.

        Raises:
            UserError: when nobody can be reached, the wording cannot be filled or the files cannot be written.
        """
        letters, places = self._letters(mailing, ids, ContactChannel.EMAIL)
        with file_errors(folder):
            folder.mkdir(parents=True, exist_ok=True)
        for number, (customer, letter) in enumerate(letters, 1):
            with whole(folder / f"{number:03} {letter.code}.eml") as file:
                file.write(documents.draft(letter, places[customer.id]))
        return len(letters)

    def texts(self, mailing: Mailing, ids: Sequence[int], path: Path) -> int:
        """A sheet of codes for the shop's phone, one for each message; gives how many.

        Raises:
            UserError: when nobody can be reached, the wording cannot be filled or the file cannot be written.
        """
        letters, places = self._letters(mailing, ids, ContactChannel.TEXT)
        messages = [_message(customer, letter, places[customer.id]) for customer, letter in letters]
        with file_errors(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        documents.write_codes(messages, path, self._work.language())
        return len(letters)

    def sent(self, mailing: Mailing, ids: Sequence[int], channel: ContactChannel) -> int:
        """These went out through a channel; the same form (uuid) twice is the same letters. Gives how many.

        Raises:
            UserError: when nobody can be reached (any more), or the wording cannot be filled.
        """
        letters, _ = self._letters(mailing, ids, channel)
        Mailings(self._work).remember(mailing, letters, WAYS[channel], str(len(letters)))
        return len(letters)

    def _letters(
        self, mailing: Mailing, ids: Sequence[int], channel: ContactChannel
    ) -> tuple[tuple[tuple[Customer, Letter], ...], dict[int, str]]:
        places = reach(self._work, ids, channel)
        if not places:
            raise UserError("Nobody on this list permits this and has an address for it.")
        people = list(customers.many(self._work.db, list(places)))
        return Mailings(self._work).letters(mailing, people), places


def _message(customer: Customer, letter: Letter, number: str) -> documents.Message:
    offered = texting.plain(f" {letter.coupon.title} {letter.coupon.code}") if letter.coupon else ""
    said = texting.plain(" ".join([*letter.paragraphs[:-1], letter.sender.name]).replace("\n", " "))
    room = LONGEST - len(offered)
    short = (said if len(said) <= room else f"{said[: room - 3]}...") + offered
    return customer.name, texting.link(number, short), short, texting.messages(short)
