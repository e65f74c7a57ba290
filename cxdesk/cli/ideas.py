"""The command for staff's own ideas."""

from argparse import Namespace

from cxdesk.cli import shapes
from cxdesk.cli.answers import answer, language_of, member, opened
from cxdesk.domain.idea import Idea, Way


def idea(arguments: Namespace) -> None:
    """Note an idea, or list those that wait."""
    with opened(arguments, lock=arguments.customer is not None) as desk:
        if arguments.customer is not None:
            author = member(desk, arguments.staff) if arguments.staff else None
            day, way = arguments.day or desk.workplace.today(), Way(arguments.way)
            noted = Idea(0, arguments.customer, day, arguments.text, way, author, uuid=arguments.uuid)
            made = desk.ideas.add(noted)
            answer(arguments, {"id": made}, str(made))
            return
        found, language = desk.ideas.every(), language_of(arguments, desk)
    lines = [f"{language.date(each.day)}  {each.author or '–'}: {each.text}" for each in found]
    answer(arguments, [_idea(each) for each in found], "\n".join(lines))


def _idea(each: Idea) -> shapes.Shape:
    return {
        "id": each.id,
        "customer": each.customer_id,
        "day": each.day.isoformat(),
        "way": each.way.value,
        "text": each.text,
        "author": each.author,
    }
