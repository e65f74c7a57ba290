"""The commands that find people who stand in the register twice, and make one entry of two."""

from argparse import Namespace

from cxdesk.cli import shapes
from cxdesk.cli.answers import answer, language_of, opened
from cxdesk.domain.merging import Part, Side
from cxdesk.language.likeness import degree, why
from cxdesk.services.duplicates import Pair, Preview


def duplicates(arguments: Namespace) -> None:
    """Find entries that may be one person."""
    with opened(arguments, lock=False) as desk:
        pairs = desk.duplicates.find()
        language = language_of(arguments, desk)
    lines = [
        f"{pair.keep.id:>6}  {pair.drop.id:>6}  {degree(language, pair.likeness)}: "
        f"{pair.keep.name} / {pair.drop.name} ({why(language, pair.likeness)})"
        for pair in pairs
    ]
    answer(arguments, [_pair(pair) for pair in pairs], "\n".join(lines))


def merge(arguments: Namespace) -> None:
    """Make one entry of two."""
    chosen = {Part(part): Side.DROP for part in arguments.take or ()}
    with opened(arguments, lock=not arguments.dry_run) as desk:
        plan = desk.duplicates.preview(arguments.keep, arguments.drop, chosen)
        if not arguments.dry_run:
            desk.duplicates.merge(arguments.keep, arguments.drop, chosen)
        words = language_of(arguments, desk).tr(
            "{keep} and {drop} become {name}.",
            keep=f"{plan.keep.name} ({plan.keep.id})",
            drop=f"{plan.drop.name} ({plan.drop.id})",
            name=f"{plan.merged.name} ({plan.merged.id})",
        )
    answer(arguments, _preview(plan), words)


def _pair(pair: Pair) -> shapes.Shape:
    return {
        "keep": shapes.customer_row(pair.keep),
        "drop": shapes.customer_row(pair.drop),
        "degree": pair.likeness.degree.name.lower(),
        "agrees": [field.value for field in pair.likeness.agrees],
        "names": pair.likeness.names.name.lower(),
    }


def _preview(plan: Preview) -> shapes.Shape:
    return {
        "customer": plan.merged.id,
        "name": plan.merged.name,
        "contacts": [{"kind": point.kind.value, "value": point.value} for point in plan.merged.contacts],
        "from": {choice.part.value: choice.side.value for choice in plan.choices},
        "contradicting": [choice.part.value for choice in plan.choices if choice.free],
        "moved": plan.moved,
        "stops": [{"purpose": stop.purpose.value, "channel": stop.channel.value} for stop in plan.stops],
    }
