"""Whether two words are spellings of one name: what the ear, a slip of the finger or another script makes of it.

Names that only look alike (Aino and Eino, Kaisa and Kaija, Aziz and Aziza, Jani and Joni) are two names. That is why a
slip counts only where a word is long enough for it to tell nothing, and never at the end that makes a woman's name.
"""

import re
from functools import lru_cache

VOWELS = "aeiouy"
SOUNDS = [
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"ph", "f"),
        (r"^chr", "kr"),  # Christian, Kristian
        (r"c(?!h)", "k"),
        (r"^x|x(?![aeiouy])|kh", "h"),  # Xurshid, Baxtiyor, Mikhail
        (r"x", "ks"),  # Alexandra
        (r"q", "k"),
        (r"w", "v"),
        (r"th", "t"),
        (r"^ye", "e"),  # Yelena, Elena
        (r"^y", "j"),  # Yusuf, Jusuf
        (r"y", "i"),
        (r"^u", "o"),  # Ўктам typed without its breve is Uktam
        (r"(.)\1+", r"\1"),
    )
]
NEAR_VOWELS = str.maketrans("ou", "aa")
ALL_VOWELS = str.maketrans("eiou", "aaaa")


def alike(a: str, b: str) -> bool:
    """Whether two folded words are spellings of the same name."""
    a, b = sorted((sound(a), sound(b)), key=len)
    return a == b or _outline(a, b) or _slip(a, b)


@lru_cache(maxsize=10_000)
def sound(word: str) -> str:
    """A folded word as it sounds, roughly: q, c and k are one, so are v and w, doubled letters and single ones."""
    for pattern, letters in SOUNDS:
        word = pattern.sub(letters, word)
    return word


def _outline(a: str, b: str) -> bool:
    """Whether only vowels within differ: Kamol and Kamal from five letters on, Yuldashev and Yoldoshev from six."""
    if len(a) != len(b) or len(a) < 5 or (a[0], a[-1]) != (b[0], b[-1]):
        return False
    table = NEAR_VOWELS if len(a) == 5 else ALL_VOWELS
    return a.translate(table) == b.translate(table)


def _slip(a: str, b: str) -> bool:
    """Whether one slip of the finger lies between them: a letter left out, two turned round, or one instead of another.

    `a` is the shorter one. The last letter is no slip in two words of one length (Kristian, Kristina).
    """
    if len(b) < 6 or len(b) - len(a) > 1:
        return False
    more, less = _between(b, a)
    if not less:
        return len(more) == 1 and not _other_ending(a, b)
    turned = len(more) == 2 and more == less[::-1]
    instead = len(more) == 1 and len(b) > 7
    return (turned or instead) and a[-1] == b[-1]


def _other_ending(a: str, b: str) -> bool:
    """Whether a vowel at the end makes another name (Salim, Salima); Karimov and Karimova are forms of one."""
    return b[:-1] == a and b[-1] in VOWELS and not a.endswith(("ov", "ev"))


def _between(a: str, b: str) -> tuple[str, str]:
    """What is left of both when their common beginning and end are taken away."""
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    a, b = a[start:], b[start:]
    end = next(
        (i for i, (x, y) in enumerate(zip(a[::-1], b[::-1], strict=False)) if x != y), min(len(a), len(b))
    )
    return a[: len(a) - end], b[: len(b) - end]
