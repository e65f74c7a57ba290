"""Letter templates: Liquid texts in three languages, filled with plain data only."""

import re
from dataclasses import asdict, dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from cxdesk import paths
from cxdesk.domain.errors import UserError
from cxdesk.domain.formality import Formality
from cxdesk.domain.letter import LetterFields, LetterKind, variant

if TYPE_CHECKING:
    from liquid import BoundTemplate, Environment
    from liquid.exceptions import LiquidError

KEYS = tuple(LetterKind)
LANGUAGES = ("fi", "en", "uz")
SOURCE_LIMIT = 20_000  # characters of a template
FIELD_LIMIT = 2_000  # characters of a field
MESSAGE_LIMIT = 8_000
OUTPUT_LIMIT = 60_000  # bytes of a filled letter
GROUPS = ("customer", "shop", "staff")  # customer_name is written customer.name in a template
TAGS = frozenset({"#", "case", "comment", "content", "for", "if", "illegal", "output", "unless"})
FILTERS = frozenset({"capitalize", "default", "downcase", "strip", "upcase"})


@dataclass(frozen=True, slots=True)
class Text:
    """A filled template: the subject line and the paragraphs, salutation first and closing last."""

    subject: str
    paragraphs: tuple[str, ...]


def source(key: str, language: str, formality: Formality = Formality.FAMILIAR) -> str:
    """The shipped template `key` in `language`, worded for this formality.

    Raises:
        UserError: when there is no such template.
    """
    formal = ".formal" if variant(language, formality) == Formality.FORMAL else ""
    path = paths.resources() / "letters" / f"{key}.{language}{formal}.liquid"
    if key not in KEYS or language not in LANGUAGES:
        raise UserError("There is no letter template “{name}”.", name=path.stem)
    return path.read_text("utf-8")


def fill(template: str, fields: LetterFields) -> Text:
    """`template` with `fields` put in: its first paragraph is the subject, blank lines separate the others.

    Raises:
        UserError: when the template is not valid Liquid, names an unknown field, or grows too long.
    """
    from liquid.exceptions import LiquidError  # noqa: PLC0415 - loaded when the first letter is written

    if len(template) > SOURCE_LIMIT:
        raise UserError("The letter template is longer than {limit} characters.", limit=SOURCE_LIMIT)
    try:
        filled = _parsed(template).render(_context(fields))
    except (LiquidError, RecursionError) as error:
        raise _refused(error) from error
    return _text(filled)


def _refused(error: "LiquidError | RecursionError") -> UserError:
    """What is wrong with a template, and in which line."""
    from liquid import exceptions  # noqa: PLC0415 - loaded with the first letter

    found = error.context() if isinstance(error, exceptions.LiquidError) and error.token else None
    limits = (exceptions.ResourceLimitError, RecursionError)
    if isinstance(error, limits):
        return UserError("The letter template makes a letter that is too long.")
    if found is None:
        return UserError("The letter template has a condition that does not end.")
    if isinstance(error, exceptions.UndefinedError):
        name = str(error).split(" is undefined")[0].strip("'")
        return UserError(
            "Line {line} of the letter template: there is no field {name}.", line=found[0], name=name
        )
    return UserError("Line {line} of the letter template is not understood: check its braces.", line=found[0])


def _text(filled: str) -> Text:
    said = paragraphs(filled)
    return Text(said[0] if said else "", said[1:])


def paragraphs(text: str) -> tuple[str, ...]:
    """What stands between the blank lines of a text; it may be no longer than a filled letter."""
    blocks = (block.strip() for block in text[:OUTPUT_LIMIT].replace("\r\n", "\n").split("\n\n"))
    return tuple(_one_spaced(block) for block in blocks if block)


def _one_spaced(block: str) -> str:
    lines = (" ".join(part for part in line.split(" ") if part) for line in block.split("\n"))
    return "\n".join(line for line in lines if line)


def _context(fields: LetterFields) -> dict[str, object]:
    """Plain data only; an unknown field is nil, because an empty text counts as true in Liquid."""
    context: dict[str, object] = {}
    groups: dict[str, dict[str, object]] = {name: {} for name in GROUPS}
    for name, value in asdict(fields).items():
        group, _, rest = name.partition("_")
        place, key = (groups[group], rest) if group in groups else (context, name)
        several = name == "message"
        place[key] = (
            (_paragraphs(value) if several else _one_line(value)) if isinstance(value, str) else value
        )
    return context | groups


def _one_line(text: str) -> str | None:
    """A field's text without line breaks, so that a name cannot begin a paragraph; None if it is blank."""
    return " ".join(text[:FIELD_LIMIT].replace("\u2029", " ").splitlines()).strip() or None


def _paragraphs(text: str) -> str | None:
    """What the shop writes itself: its blank lines begin paragraphs, other line breaks are spaces."""
    parts = re.split(r"\n\s*\n", text[:MESSAGE_LIMIT].replace("\r\n", "\n"))
    return "\n\n".join(said for said in map(_one_line, parts) if said) or None


@lru_cache(maxsize=32)
def _parsed(template: str) -> "BoundTemplate":
    return _environment().from_string(template)


@cache
def _environment() -> "Environment":
    from liquid import Environment, StrictUndefined  # noqa: PLC0415 - loaded when the first letter is written

    class LetterEnvironment(Environment):
        """Liquid without files, with few tags and filters, and with a limit on everything that can grow."""

        context_depth_limit = 10
        loop_iteration_limit = 1_000
        local_namespace_limit = 100_000
        output_stream_limit = OUTPUT_LIMIT
        block_nesting_limit = 20

    environment = LetterEnvironment(undefined=StrictUndefined)
    environment.tags = {name: tag for name, tag in environment.tags.items() if name in TAGS}
    environment.filters = {name: call for name, call in environment.filters.items() if name in FILTERS}
    return environment
