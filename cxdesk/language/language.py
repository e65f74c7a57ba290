"""A language: the one object through which everything a person sees is said."""

from dataclasses import dataclass
from datetime import date, time

from cxdesk.domain.errors import UserError
from cxdesk.language.formats import Formats
from cxdesk.language.text import catalogue, filled

LANGUAGES = {"fi": "Suomi", "en": "English", "uz": "Oʻzbekcha"}  # each says itself


@dataclass(frozen=True)
class Language(Formats):
    """Texts and formats in the language `code` (fi, en or uz) with amounts in `currency` (ISO 4217 code)."""

    def tr(self, msgid: str, /, **params: object) -> str:
        """The text of `msgid` (English) with its `{fields}` filled in.

        Raises:
            KeyError: when a field is missing; the same holds for `tr_n` and `tr_c`.
        """
        return filled(catalogue(self.code).gettext(msgid), params)

    def tr_n(self, singular: str, plural: str, n: int, /, **params: object) -> str:
        """The text for a count; `{n}` is inserted as the language writes numbers."""
        text = catalogue(self.code).ngettext(singular, plural, n)
        return filled(text, {**params, "n": self.number(n)})

    def tr_c(self, context: str, msgid: str, /, **params: object) -> str:
        """The text of a word that means different things in different places."""
        return filled(catalogue(self.code).pgettext(context, msgid), params)

    def error(self, exc: UserError) -> str:
        """What happened and what to do, said to a person; dates, lists and reasons in it are said too."""
        return self.tr(exc.message, **{name: self._said(value) for name, value in exc.fields.items()})

    def days(self, n: int) -> str:
        """A length in days: `3 days`."""
        return self.tr_n("{n} day", "{n} days", n)

    def ago(self, n: int) -> str:
        """How long ago `n` days are: `today`, `yesterday`, `3 days ago`."""
        if n == 0:
            return self.tr("today")
        if n == 1:
            return self.tr("yesterday")
        return self.tr_n("{n} day ago", "{n} days ago", n)

    def _said(self, value: object) -> object:
        match value:
            case UserError():
                return self.error(value)
            case date():
                return self.date(value)
            case time():
                return self.time(value)
            case list() | tuple():
                return self.joined([str(self._said(part)) for part in value])
            case _:
                return value
