"""Lines in which some signs run from right to left, put in the order in which they are drawn.

The part of Unicode's bidirectional algorithm that names and addresses need: one level, told by the first letter of a
line; figures keep their order, brackets turn round.
"""

import unicodedata
from itertools import groupby

RIGHT, LEFT, FIGURE = "R", "L", "1"
WAYS = {"R": RIGHT, "AL": RIGHT, "L": LEFT, "EN": FIGURE, "AN": FIGURE}
MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def drawn(line: str) -> str:
    """`line` from its left end to its right end."""
    ways = [WAYS.get(unicodedata.bidirectional(sign), "") for sign in line]
    if RIGHT not in ways:
        return line
    base = next(way for way in ways if way in {RIGHT, LEFT})
    settled = [way or _between(ways, at, base) for at, way in enumerate(ways)]
    pieces = []
    for rightward, group in groupby(zip(line, settled, strict=True), lambda pair: pair[1] == RIGHT):
        piece = "".join(sign for sign, _ in group)
        pieces.append(_turned(piece) if rightward else piece)
    return "".join(reversed(pieces) if base == RIGHT else pieces)


def _between(ways: list[str], at: int, base: str) -> str:
    """A sign without a way of its own goes with its neighbours when they agree, else with the line."""
    before = next((way for way in reversed(ways[:at]) if way), base)
    after = next((way for way in ways[at + 1 :] if way), base)
    return before if before == after else base


def _turned(piece: str) -> str:
    letters: list[str] = []
    for sign in piece:
        if letters and unicodedata.combining(sign):
            letters[-1] += sign
        else:
            letters.append(sign)
    return "".join(reversed(letters)).translate(MIRRORED)
