"""The catalogues of texts: `python installer/translations.py update|compile|check`.

`update` reads the messages out of the code into the .po files, `compile` makes the .mo files that are
shipped, `check` lists what is missing, stale or wrong and fails if there is anything.
"""

import argparse
import ast
import io
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = ROOT / "resources" / "language"
LANGUAGES = ("fi", "uz")
ERRORS = {"UserError", "DamagedFileError", "NothingLeftError", "ShopInUseError"}
SAY_ONE = {"tr", "N_", "change"} | ERRORS  # the first argument is the message
ALIASES = {"say": "tr"}  # what `language.tr` is called in some places
PLURALS = "nplurals=2; plural=(n != 1);"
ABBREVIATED = "-yks."  # ends with a stop that is no end of a sentence
FIELD = re.compile(r"\{([a-z_][a-z0-9_]*)\}")
WRONG_LETTERS = {
    "fi": re.compile(r"[\"“'`´]"),  # ” and ’ are the Finnish marks
    "uz": re.compile(r"\w['`´‘’]\w|[OoGg]['`´‘’ʼ]"),  # oʻ gʻ have U+02BB, the tutuq is U+02BC
}

Entry = tuple[str | None, str]  # context and message


def po_file(language: str) -> Path:
    """The catalogue that people edit; the compiled one stands beside it."""
    return CATALOGUES / language / "LC_MESSAGES" / "cxdesk.po"


def read(language: str) -> Catalog:
    """The catalogue of a language, empty when there is none yet."""
    locale = "uz_Latn" if language == "uz" else language
    path = po_file(language)
    if not path.exists():
        return Catalog(
            locale,
            project="CX Desk",
            version="1",
            charset="utf-8",
            header_comment="#",
            fuzzy=False,
            last_translator="CX Desk",
            language_team="CX Desk",
            msgid_bugs_address="-",
        )
    with path.open("rb") as file:
        return read_po(file, locale=locale, ignore_obsolete=True, charset="utf-8")


def template() -> Catalog:
    """All messages of the code with the files they stand in."""
    messages = Catalog(charset="utf-8")
    for file in sorted((ROOT / "cxdesk").rglob("*.py")):
        place = (file.relative_to(ROOT).as_posix(), 0)
        for context, message in messages_in(file.read_text("utf-8")):
            messages.add(message, locations=[place], context=context)
    return messages


def messages_in(code: str) -> Iterator[tuple[str | None, str | tuple[str, str]]]:
    """The contexts and messages that are literal in Python code, in f-strings too."""
    calls = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call))
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        alone = getattr(call.func, "id", "")
        name = getattr(call.func, "attr", ALIASES.get(alone, alone))
        values = [getattr(argument, "value", None) for argument in call.args]
        match name, values:
            case "tr_n", [str(one), str(many), *_]:
                yield None, (one, many)
            case "tr_c", [str(context), str(text), *_]:
                yield context, text
            case _, [str(text), *_] if name in SAY_ONE:
                yield None, text


def update() -> None:
    """Adds new messages to the .po files and drops those that the code no longer has."""
    for language in LANGUAGES:
        catalogue = read(language)
        catalogue.update(template(), no_fuzzy_matching=True, update_creation_date=False)
        path = po_file(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(
                file, catalogue, width=110, sort_by_file=True, ignore_obsolete=True, include_lineno=False
            )


def compiled(language: str) -> bytes:
    """The .mo file that belongs to a .po file."""
    file = io.BytesIO()
    write_mo(file, read(language))
    return file.getvalue()


def compile_all() -> None:
    """Writes the .mo files."""
    for language in LANGUAGES:
        po_file(language).with_suffix(".mo").write_bytes(compiled(language))


def check() -> list[str]:
    """Everything that is wrong with the catalogues, one sentence each."""
    wanted = entries(template())
    return [problem for language in LANGUAGES for problem in problems(language, wanted)]


def problems(language: str, wanted: Mapping[Entry, Message]) -> Iterator[str]:
    """What is missing, stale or wrong in one catalogue; `wanted` are the messages of the code."""
    present = entries(read(language))
    for key in wanted.keys() - present.keys():
        yield f"{language}: missing: {key[1]!r} ({wanted[key].locations[0][0]})"
    for key in present.keys() - wanted.keys():
        yield f"{language}: no longer in the code: {key[1]!r}"
    for key in wanted.keys() & present.keys():
        for fault in faults(language, wanted[key], present[key]):
            yield f"{language}: {fault}: {key[1]!r} ({wanted[key].locations[0][0]})"
    if not po_file(language).with_suffix(".mo").exists():
        yield f"{language}: not compiled"
    elif texts(po_file(language).with_suffix(".mo").read_bytes()) != texts(compiled(language)):
        yield f"{language}: the compiled catalogue is stale; run compile"


def entries(catalogue: Catalog) -> dict[Entry, Message]:
    """The messages of a catalogue by context and (singular) text."""
    return {(message.context, forms(message.id)[0]): message for message in catalogue if message.id}


def faults(language: str, source: Message, translated: Message) -> Iterator[str]:
    """What is wrong with one translation."""
    originals, translations = forms(source.id), forms(translated.string)
    if forms(translated.id) != originals:
        yield "the plural has changed"
    if not all(translations) or len(translations) != len(originals):
        yield "not translated"
        return
    if translated.fuzzy:
        yield "marked fuzzy"
    for original, text in zip(originals, translations, strict=True):
        yield from differences(original, text, counted=len(originals) > 1)
        if WRONG_LETTERS[language].search(text):
            yield f"quotes or apostrophes of another language in {text!r}"


def differences(original: str, text: str, *, counted: bool) -> Iterator[str]:
    """What differs that should not; a counted form may say its number in a word."""
    free = {"n"} if counted else set()
    if set(FIELD.findall(original)) - free != set(FIELD.findall(text)) - free:
        yield "other {fields}"
    if set("{}") & set(FIELD.sub("", original + text)):
        yield "stray brace"
    text = text.removesuffix(".") if text.endswith(ABBREVIATED) else text
    for end in (slice(None, 1), slice(-1, None)):
        if any((original[end] == mark) != (text[end] == mark) for mark in " \n:….?"):
            yield "starts or ends differently"


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """The plural forms of a message or translation, or its only form."""
    return tuple(text) if isinstance(text, list | tuple) else (text or "",)


def texts(compiled_file: bytes) -> dict[Entry, tuple[str, ...]]:
    """The translations in a .mo file, without the header that names Babel's version."""
    catalogue = read_mo(io.BytesIO(compiled_file))
    return {key: forms(message.string) for key, message in entries(catalogue).items()}


def main() -> int:
    """Does what the command line says; 1 when `check` found something."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=("update", "compile", "check"))
    match parser.parse_args().command:
        case "update":
            update()
        case "compile":
            compile_all()
        case "check":
            found = sorted(check())
            print("\n".join(found))
            return 1 if found else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
