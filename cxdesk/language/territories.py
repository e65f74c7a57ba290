"""Countries: the ISO 3166 code of a name in English, Finnish or Uzbek, and the name of a code."""

from functools import cache

from cxdesk.language.folding import search_key

LANGUAGES = ("en", "fi", "uz")
ALSO = {
    "aland": "AX",
    "america": "US",
    "britain": "GB",
    "czech republic": "CZ",
    "eire": "IE",
    "england": "GB",
    "great britain": "GB",
    "holland": "NL",
    "hong kong": "HK",
    "macedonia": "MK",
    "northern ireland": "GB",
    "republic of ireland": "IE",
    "republic of korea": "KR",
    "rsa": "ZA",
    "scotland": "GB",
    "the netherlands": "NL",
    "uae": "AE",
    "uk": "GB",
    "united states of america": "US",
    "usa": "US",
    "wales": "GB",
}
"""Names that tills and people write besides those of Unicode's CLDR."""


def code(name: str) -> str:
    """The two-letter code of a country written in any spelling or as its code; empty when it is none."""
    return _codes().get(search_key(name), "")


def name(territory: str, language: str) -> str:
    """The country with this two-letter code, named in a language (fi, en, uz); any other text stays as it is."""
    return _names(language).get(territory.upper(), territory)


@cache
def _codes() -> dict[str, str]:
    known = {
        search_key(name): code for spoken in reversed(LANGUAGES) for code, name in _names(spoken).items()
    }
    return known | ALSO | {code.lower(): code for code in _names("en")}


@cache
def _names(language: str) -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415 - reads all of a language's names

    territories = Locale(language).territories
    return {
        code: name
        for code, name in territories.items()
        if len(code) == 2 and code not in {"EU", "EZ", "UN", "ZZ"}
    }
