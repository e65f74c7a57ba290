"""E-mail as a link that the mail program opens as a draft."""

from urllib.parse import quote

LONGEST = 1800
"""Characters of a link that every system passes on whole; a longer letter goes as a file."""


def link(to: str, subject: str, text: str) -> str:
    """The link with everything said in it; empty when it would be too long."""
    body = text.replace("\r\n", "\n").replace("\n", "\r\n")
    made = f"mailto:{quote(to, safe='@')}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
    return made if len(made) <= LONGEST else ""
