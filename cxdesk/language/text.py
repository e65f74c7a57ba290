"""Texts: the message catalogues (gettext) and the safe insertion of what a person has typed."""

import gettext
import re
from collections.abc import Mapping
from functools import cache

from cxdesk import paths

DOMAIN = "cxdesk"
SOURCE = "en"  # the messages in the code are English
FIELD = re.compile(r"\{([a-z_][a-z0-9_]*)\}")


def N_(message: str) -> str:  # noqa: N802 - the customary name
    """Marks a message for the catalogues where it is only kept; it is translated where it is shown."""
    return message


def capital(text: str) -> str:
    """`text` beginning with a capital letter, where it stands by itself."""
    return text[:1].upper() + text[1:]


@cache
def catalogue(code: str) -> gettext.NullTranslations:
    """The texts of a language; English needs no catalogue.

    Raises:
        FileNotFoundError: when the catalogue was not shipped.
    """
    if code == SOURCE:
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, paths.resources() / "language", [code])


def filled(text: str, fields: Mapping[str, object]) -> str:
    """`text` with its `{name}`s replaced; what is inserted is never looked at for braces.

    Raises:
        KeyError: when a field is missing.
    """
    return FIELD.sub(lambda field: str(fields[field[1]]), text) if "{" in text else text
