"""A draft as a link."""

from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from cxdesk.domain.mail import LONGEST, link

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)


@given(subject=TEXT, lines=st.lists(TEXT, max_size=3))
def test_a_mail_program_reads_what_was_said(subject, lines):
    made = link("kaisa+yarn@example.com", subject, "\n".join(lines))
    said = parse_qs(urlsplit(made).query, keep_blank_values=True)
    if made:
        assert len(made) <= LONGEST
        assert urlsplit(made).path == "kaisa%2Byarn@example.com"
        assert said == {"subject": [subject], "body": ["\r\n".join(lines)]}


def test_the_longest_link_is_made_and_one_letter_more_is_a_file():
    room = LONGEST - len("mailto:a@b.fi?subject=Hei&body=")
    assert len(link("a@b.fi", "Hei", "x" * room)) == LONGEST
    assert link("a@b.fi", "Hei", "x" * (room + 1)) == ""
    assert link("a@b.fi", "Hei", "ä" * (room // 6 + 1)) == "", "ä is six characters there"
