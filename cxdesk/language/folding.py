"""Search and sort keys: one spelling for all the ways in which a name, number or address is written."""

import re
import unicodedata

from cxdesk.domain.errors import UserError

APOSTROPHES = "'`´ʹʻʼʽʾʿˈˊˋ‘’‛′‵＇"
OKINA = "ʻ"
CYRILLIC = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфхыэў", "abvgdezijklmnoprstufxieo", strict=True))
    | {"ё": "yo", "ж": "j", "й": "y", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": OKINA, "ь": ""}
    | {"ю": "yu", "я": "ya", "ў": "o" + OKINA, "ғ": "g" + OKINA, "қ": "q", "ҳ": "h", "і": "i", "ї": "yi"}
)
YE = re.compile(r"(?<![^\Wаеёиоуўыэюяъь])е")  # at the start of a word and after a vowel е is read ye
LETTERS = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i"}
    | dict.fromkeys(APOSTROPHES)
    | dict.fromkeys("‐‑‒–—−", "-")
)
FINNISH = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y"})
UZBEK = re.compile(rf"([og])[{APOSTROPHES}]|[sc]h")
UZBEK_ORDER = {"o": "{", "g": "|", "sh": "}", "ch": "~"}
CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
BREAKS = re.compile("\r\n?|[\u2028\u2029\x85]")


def search_key(text: str) -> str:
    """What is compared when searching: small letters without marks or apostrophes, in Latin script."""
    if text.isascii():
        return " ".join(text.lower().translate(LETTERS).split())
    folded = _latin(text).translate(LETTERS)
    folded = unicodedata.normalize("NFKD", folded).casefold()
    base = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return " ".join(_latin(base).translate(LETTERS).split())


def sort_key(text: str, code: str) -> str:
    """What is compared, as bytes, to sort in the language `code`: å ä ö (fi) or oʻ gʻ sh ch (uz) last."""
    latin = _latin(text)
    if code == "fi":
        latin = latin.translate(FINNISH)
    elif code == "uz":
        latin = UZBEK.sub(lambda letter: UZBEK_ORDER[letter[1] or letter[0]], latin)
    return search_key(latin)


def phone_key(text: str, region: str) -> str:
    """The first phone number in `text` in international form (+358401234567), else its digits alone.

    `region` (ISO 3166 code) is where numbers without a country code are dialled.
    """
    from phonenumbers import PhoneNumberFormat, PhoneNumberMatcher, format_number  # noqa: PLC0415 - heavy

    figures = "".join(str(int(figure)) for figure in text if figure.isdecimal())
    for written in (text, figures, f"0{figures}"):  # a spreadsheet loses the nought at the beginning
        for match in PhoneNumberMatcher(written, region):
            return str(format_number(match.number, PhoneNumberFormat.E164))
    return figures


def email_key(text: str) -> str:
    """An e-mail address as it is compared: without a name around it, in small letters."""
    address = re.search(r"<([^<>]*)>", text)
    bare = address[1] if address else text.strip().removeprefix("mailto:")
    return unicodedata.normalize("NFC", bare).strip().lower()


def clean(text: str, limit: int, *, lines: bool = False) -> str:
    """`text` fit to be kept: NFC, without control characters, on one line unless `lines` are allowed.

    Raises:
        UserError: when more than `limit` characters are left.
    """
    kept = BREAKS.sub("\n", unicodedata.normalize("NFC", CONTROLS.sub("", BREAKS.sub("\n", text))))
    kept = kept.strip() if lines else " ".join(kept.split())
    if len(kept) > limit:
        raise UserError(
            "This text has {length} characters; at most {limit} fit here.", length=len(kept), limit=limit
        )
    return kept


def _latin(text: str) -> str:
    """Small letters, Cyrillic ones as Uzbek writes them in Latin script."""
    small = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return YE.sub("ye", small).translate(CYRILLIC)
