"""Text messages: in the letters that every phone sends at the ordinary price, and the link that a phone opens."""

import unicodedata
from urllib.parse import quote

GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
ALIKE = str.maketrans({
    "ʻ": "'", "ʼ": "'", "‘": "'", "’": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "−": "-", "…": "...", "\u00a0": " ", "€": "EUR", "\u202f": " ", "·": "-", "[": "(", "]": ")",
})  # fmt: skip
ONE, PART = 160, 153


def plain(text: str) -> str:
    """`text` in the GSM alphabet: apostrophes and dashes as typewriters have them, other letters by their base."""
    return "".join(_plain(sign) for sign in unicodedata.normalize("NFC", text.translate(ALIKE)))


def messages(text: str) -> int:
    """How many messages a plain text is paid as."""
    return 1 if len(text) <= ONE else -(-len(text) // PART)


def link(number: str, text: str) -> str:
    """What a phone opens as a new message, ready to be sent."""
    figures = "".join(sign for sign in number if sign.isdigit() or sign == "+")
    return f"sms:{figures}?body={quote(text)}"


def _plain(sign: str) -> str:
    if sign in GSM:
        return sign
    bare = "".join(part for part in unicodedata.normalize("NFKD", sign) if part in GSM)
    return bare or ("" if unicodedata.category(sign)[0] in "CMS" else "?")
