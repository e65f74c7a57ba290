"""What stands between the cells of a text."""

import re

DELIMITERS = (",", ";", "\t", "|")
SEP = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)
SAMPLE_SIGNS = 20_000  # enough for clevercsv, which takes a second for a thousand lines
LONG_RUN = re.compile(r"""([^\s,;|"']{60})[^\s,;|"']+""")  # and minutes for one of 50,000 letters
QUOTED = r'"(?:[^"]|"")*+"'
QUOTED_LINE = re.compile(rf"[\r\n ]*{QUOTED}(?:([,;\t|]){QUOTED}(?:\1{QUOTED})*)?[ \t]*(?=[\r\n]|\Z)")


def found_delimiter(sample: str) -> str:
    """What stands between quoted cells, else what makes most sense of the sample; a comma if nothing does."""
    return _between_quotes(sample) or _sensible(sample) or ","


def _between_quotes(sample: str) -> str | None:
    """The delimiter of the first line with several cells when it, and all above it, have every cell quoted."""
    line = QUOTED_LINE.match(sample, 1 if sample.startswith("\ufeff") else 0)
    while line and not line[1]:
        line = QUOTED_LINE.match(sample, line.end())
    return line[1] if line else None


def _sensible(sample: str) -> str | None:
    from clevercsv.detect import Detector  # noqa: PLC0415 - heavy

    clear = LONG_RUN.sub(r"\1", sample[:SAMPLE_SIGNS].replace("\0", ""))
    found = Detector().detect(clear, delimiters=DELIMITERS)
    return found.delimiter if found else None
