"""The commands that tell what is given, and whether thanking helps."""

from argparse import Namespace
from dataclasses import asdict

from cxdesk.cli import shapes
from cxdesk.cli.answers import answer, language_of, opened
from cxdesk.domain.effect import Trial
from cxdesk.language import effects as words
from cxdesk.language import reasons
from cxdesk.language.language import Language

EVERYTHING = 1_000_000


def effect(arguments: Namespace) -> None:
    """What the trials have shown so far."""
    with opened(arguments, lock=False) as desk:
        trials, language = desk.effects.trials(), language_of(arguments, desk)
    lines = [
        f"{reasons.title(language, each.setting.kind)}: "
        + " ".join([_verdict_words(each, language), *words.sentences(language, each)])
        for each in trials
    ]
    answer(arguments, [_trial(each) for each in trials], "\n".join(lines))


def gifts(arguments: Namespace) -> None:
    """What is kept ready to give, and who got what."""
    with opened(arguments, lock=False) as desk:
        kept, given, language = desk.gifts.every(), desk.gifts.given(EVERYTHING), language_of(arguments, desk)
    shape = {
        "catalogue": [asdict(each) | {"kind": each.kind.value} for each in kept],
        "given": [asdict(each) | {"day": each.day.isoformat()} for each in given],
    }
    lines = [
        *(f"{each.id:>4}  {each.name} · {language.money(each.cost)}" for each in kept if each.active),
        *(f"{language.date(g.day)}  {g.name}: {g.gift} · {language.money(g.cost)}" for g in given),
    ]
    answer(arguments, shape, "\n".join(lines))


def _verdict_words(trial: Trial, language: Language) -> str:
    return f"{words.verdict(language, trial.effect.verdict)}." if trial.effect else ""


def _trial(trial: Trial) -> shapes.Shape:
    found = trial.effect
    return {
        "occasion": trial.setting.kind.value,
        "version": trial.setting.version,
        "since": trial.begun.isoformat(),
        "until": trial.end.isoformat(),
        "final": trial.final,
        "drawn": trial.drawn,
        "thanked": asdict(found.thanked) if found else None,
        "left_out": asdict(found.left_out) if found else None,
        "gain": asdict(found.gain) if found else None,
        "verdict": found.verdict.value if found else "unclear",
        "weeks": trial.weeks,
        "needed": trial.needed,
        "money": asdict(trial.worth.gain) if trial.worth else None,
        "cost": trial.cost,
        "cost_per_visit": trial.per_visit,
    }
