"""The guide says what the screens say: every bold word is a text of the program, every picture exists."""

import re
import struct
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "guide"
LANGUAGES = ("fi", "en", "uz")
CHAPTERS = (
    "at-the-counter.md",
    "the-register.md",
    "thanking.md",
    "letters.md",
    "points.md",
    "moving-in.md",
    "moving-out.md",
)
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)#]+)\)")
FIELD = re.compile(r"\{\w+\}")
LEAST_LETTERS = 8  # of a text with fields, so that "{what}: {detail}" does not say everything
LARGEST = 120_000  # bytes


def forms(text):
    return [text] if isinstance(text, str) else list(text)


def said(language):
    """Every text of the program in a language, as patterns in which a field is anything."""
    with (ROOT / f"resources/language/{language if language != 'en' else 'fi'}/LC_MESSAGES/cxdesk.po").open(
        "rb"
    ) as file:
        found = {
            text
            for message in read_po(file)
            if message.id
            for text in forms(message.id if language == "en" else message.string)
        }
    plain = {text for text in found if not FIELD.search(text)}
    filled = [
        ".+".join(map(re.escape, FIELD.split(text)))
        for text in found - plain
        if sum(map(str.isalpha, FIELD.sub("", text))) >= LEAST_LETTERS
    ]
    return plain, re.compile("|".join(filled))


def chapter(language, name):
    return (GUIDE / language / name).read_text(encoding="utf-8")


def pictures(text):
    return [target for sign, _words, target in LINK.findall(text) if sign]


@pytest.mark.parametrize("language", LANGUAGES)
def test_bold_words_stand_on_the_screen(language):
    plain, filled = said(language)
    bold = [" ".join(words.split()) for name in CHAPTERS for words in BOLD.findall(chapter(language, name))]
    found = [words for words in bold if words not in plain and not filled.fullmatch(words)]

    assert bold
    assert found == []


def test_words_that_no_screen_says_are_found():
    plain, filled = said("fi")

    assert "Kaksoiskappaleet…" in plain
    assert filled.fullmatch("Mitä päivää ”10/05/1984” tarkoittaa?")
    assert "Paina tästä" not in plain
    assert not filled.fullmatch("Paina tästä: heti")


@pytest.mark.parametrize("name", CHAPTERS)
def test_chapters_have_the_same_parts_in_every_language(name):
    parts = {
        language: (
            [line.split()[0] for line in chapter(language, name).splitlines() if line.startswith("#")],
            [Path(target).name.partition("-")[2] for target in pictures(chapter(language, name))],
            sum(line.startswith("|") for line in chapter(language, name).splitlines()),
        )
        for language in LANGUAGES
    }

    assert parts["en"] == parts["fi"]
    assert parts["uz"] == parts["fi"]


def test_links_lead_somewhere():
    texts = [GUIDE / "README.md", *(GUIDE / language / name for language in LANGUAGES for name in CHAPTERS)]
    broken = [
        f"{path.name}: {target}"
        for path in texts
        for _sign, _words, target in LINK.findall(path.read_text(encoding="utf-8"))
        if not (path.parent / target).is_file()
    ]

    assert broken == []


def test_pictures_are_used_described_and_small():
    texts = [chapter(language, name) for language in LANGUAGES for name in CHAPTERS]
    used = {Path(target).name for text in texts for target in pictures(text)}
    drawn = {path.name: path.read_bytes() for path in (GUIDE / "pictures").iterdir()}

    assert used == drawn.keys()
    assert all(words for text in texts for sign, words, _target in LINK.findall(text) if sign)
    assert [name for name, data in drawn.items() if len(data) > LARGEST] == []
    assert {struct.unpack(">II", data[16:24]) for data in drawn.values()} == {(1366, 768)}
