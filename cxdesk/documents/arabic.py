"""Arabic letters in the forms in which they join: Unicode's presentation forms, which the fallback face has."""

import re
import unicodedata
from functools import cache
from itertools import pairwise

PRESENTED = (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD))
FORMS = {
    (False, False): "<isolated>",
    (False, True): "<initial>",
    (True, True): "<medial>",
    (True, False): "<final>",
}
"""By whether a letter joins the one before it and the one after it."""

TATWEEL = "\u0640"
VOWELS = frozenset(map(chr, range(0x064B, 0x0660)))
UNITS = re.compile("\u0644[\u0622\u0623\u0625\u0627]|.", re.DOTALL)
"""Lam before alef is one sign."""


def joined(text: str) -> str:
    """`text`, in the order in which it is read, with every Arabic letter in the form that its neighbours ask for."""
    if _forms().keys().isdisjoint(text):
        return text
    units = UNITS.findall(text)
    letters = [at for at, unit in enumerate(units) if not unicodedata.combining(unit[0])]
    links = [_linked(units[at], units[after]) for at, after in pairwise(letters)]
    for at, back, on in zip(letters, [False, *links], [*links, False], strict=True):
        units[at] = _forms().get(units[at], {}).get(FORMS[back, on], units[at])
    return "".join(units)


def stands_alone(sign: str) -> bool:
    """Whether this is a vowel sign, or a letter that would have to join its neighbours, without forms for it."""
    unjoined = unicodedata.bidirectional(sign) == "AL" and unicodedata.category(sign) == "Lo"
    return sign in VOWELS or (unjoined and not unicodedata.decomposition(sign).startswith("<"))


def _linked(one: str, other: str) -> bool:
    """Whether a letter joins the next one."""
    forms = _forms()
    onward = one == TATWEEL or "<initial>" in forms.get(one, {})
    return onward and (other == TATWEEL or "<final>" in forms.get(other, {}))


@cache
def _forms() -> dict[str, dict[str, str]]:
    """The forms of each letter, and of lam before alef, by the names that Unicode gives them."""
    found: dict[str, dict[str, str]] = {}
    for sign in map(chr, PRESENTED):
        form, *letters = unicodedata.decomposition(sign).split() or [""]
        unit = "".join(chr(int(letter, 16)) for letter in letters)
        if unit and UNITS.fullmatch(unit):
            found.setdefault(unit, {}).setdefault(form, sign)
    return found
