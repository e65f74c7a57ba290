"""Answers to surveys: scores, words, and who said so where they told."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, tzinfo
from hashlib import blake2b

from cxdesk.documents.imports.articles import NONE
from cxdesk.documents.imports.cells import LONGEST_NOTE, Cells
from cxdesk.documents.imports.people import PeopleReader
from cxdesk.domain import moments
from cxdesk.domain.errors import UserError
from cxdesk.domain.imports import AnswerRow, CellError, PersonRow
from cxdesk.domain.needs import Channel

RANGES = {"nps": (0, 10), "csat": (1, 5), "ces": (1, 7)}


class AnswerReader:
    """Reads rows of a survey; a respondent who told a name or address comes before the answer."""

    def __init__(self, cells: Cells, people: PeopleReader, zone: tzinfo | None) -> None:
        self.cells, self._people, self._zone = cells, people, zone

    def rows_of(self, line: int, cells: Sequence[str]) -> Iterator[AnswerRow | PersonRow]:
        """The one answer of a row.

        Raises:
            UserError: when nothing was answered, a score is out of its range, or a value cannot be read.
        """
        scores = {field: self._score(cells, field) for field in RANGES}
        comment = self._comment(cells)
        if not comment and set(scores.values()) == {None}:
            raise UserError("Nothing was answered in this row.")
        day, at = self._when(cells)
        person = self._people.person(line, cells)
        buyer = person.key if person else ""
        response = self.cells.text(cells, "response")
        content = response or "\x1f".join([at, buyer, *map(str, scores.values()), comment])
        digest = blake2b(f"{self.cells.profile.name}\x1f{content}".encode("utf-8", "replace"), digest_size=16)
        if person:
            yield person
        yield AnswerRow(
            line=line,
            uuid=f"import-{digest.hexdigest()}",
            buyer=buyer,
            at=at,
            date=day,
            nps=scores["nps"],
            csat=scores["csat"],
            ces=scores["ces"],
            comment=comment,
            channel=self._channel(cells),
        )

    def _score(self, cells: Sequence[str], field: str) -> int | None:
        text = next(iter(self.cells.values(cells, field)), "")
        found = self.cells.number(field, text.split()[0]) if _has_figure(text) else None  # "10 (very likely)"
        if found is None:
            return None
        least, most = RANGES[field]
        if not least <= found <= most or found != int(found):
            raise CellError(
                field,
                UserError(
                    "“{value}” is not a whole number from {least} to {most}.",
                    value=text,
                    least=least,
                    most=most,
                ),
            )
        return int(found)

    def _comment(self, cells: Sequence[str]) -> str:
        """What was said, and the answers to questions that we have no field for, each below its question."""
        said = self.cells.values(cells, "comment")
        for place in (*self._worded(cells), *self.cells.places.get("rest", ())):
            answer, question = cells[place].strip(), self.cells.header[place]
            if answer and question.endswith(f": {answer}"):
                said.append(question)
            elif answer:
                said.append(
                    f"{question} {answer}" if question.endswith(("?", ":")) else f"{question}: {answer}"
                )
        return self.cells.tidy("comment", "\n".join(said), LONGEST_NOTE, lines=True)

    def _worded(self, cells: Sequence[str]) -> Iterator[int]:
        """The columns of scores in which words stand."""
        for place in (place for field in RANGES for place in self.cells.places.get(field, ())):
            text = cells[place].strip()
            if text and text.casefold() not in NONE and not _has_figure(text):
                yield place

    def _when(self, cells: Sequence[str]) -> tuple[str, str]:
        """The shop's day, and the moment in UTC."""
        text = next(iter(self.cells.values(cells, "moment")), "")
        order = self.cells.written.get("moment", "ymd")
        day, at, zone = self.cells.told("moment", lambda: moments.zoned(text, order))
        written = datetime.combine(day, at or datetime.min.time())
        if self.cells.profile.zone == "UTC" and zone is None:
            zone = UTC
        moment = written.replace(tzinfo=zone or self._zone)
        local = moment.astimezone(self._zone) if zone is UTC else moment
        return local.date().isoformat(), moment.astimezone(UTC).isoformat(timespec="seconds")

    def _channel(self, cells: Sequence[str]) -> str:
        text = self.cells.text(cells, "channel").casefold().replace(" ", "_")
        return text if text in set(Channel) else Channel.SELF_SERVICE.value


def _has_figure(text: str) -> bool:
    return any(letter.isdigit() for letter in text)
