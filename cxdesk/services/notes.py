"""What staff can do with notes: keep what they noticed of a customer."""

from dataclasses import replace

from cxdesk.domain.errors import UserError
from cxdesk.domain.note import Note, NoteKind
from cxdesk.language.folding import clean
from cxdesk.services.workplace import Workplace
from cxdesk.storage import notes

LIMIT = 1000


class Notes:
    """Observations, visits and calls."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def knows(self, uuid: str) -> bool:
        """Whether the form `uuid` has been saved."""
        return bool(uuid) and notes.by_uuid(self._work.db, uuid) is not None

    def add(self, note: Note) -> int:
        """Add a note within the change in progress; gives the id.

        Raises:
            UserError: when it says nothing, lies in the future, is about nobody (0), or there is no such customer.
        """
        text = clean(note.text, LIMIT)
        if not text and note.kind is not NoteKind.VISIT:
            raise UserError("Write what you noticed.")
        if note.day > self._work.today():
            raise UserError("The note lies in the future: {day}. Check the date.", day=note.day)
        if not note.customer_id:
            raise UserError("A note is about somebody: choose the customer, or leave the note out.")
        self._work.customer(note.customer_id)
        at = self._work.stamp()
        staff_id = note.staff_id or self._work.staff_id
        return notes.insert(self._work.db, replace(note, text=text, at=at, staff_id=staff_id))
