"""Whether thanking helps, in words that claim no more than is known."""

from cxdesk.domain.effect import Effect, Trial, Verdict
from cxdesk.domain.intervals import Difference
from cxdesk.domain.occasion import Setting
from cxdesk.language.language import Language

LONG = 104  # weeks


def verdict(language: Language, said: Verdict) -> str:
    """What may be said, in one word or two."""
    return {
        Verdict.HELPS: language.tr("helps"),
        Verdict.PROBABLY: language.tr("probably helps"),
        Verdict.UNCLEAR: language.tr("cannot tell yet"),
        Verdict.NOT: language.tr("does not seem to help"),
    }[said]


def sentences(language: Language, trial: Trial) -> list[str]:
    """What a trial has shown so far, in sentences."""
    if trial.effect is None:
        return [_too_few(language, trial)]
    return [
        *_arms(language, trial.effect, trial.setting["within"]),
        gain(language, trial.effect.gain),
        *([worth(language, trial)] if trial.worth else []),
        *_until(language, trial),
        *_cost(language, trial),
    ]


def gain(language: Language, found: Difference) -> str:
    """The gain in percentage points with its interval."""
    points = (language.number(round(100 * n, 1)) for n in (found.difference, found.low, found.high))
    return language.tr(
        "Difference {gain} percentage points, between {low} and {high}.",
        **dict(zip(("gain", "low", "high"), points, strict=True)),
    )


def facts(language: Language, trial: Trial) -> list[tuple[str, str]]:
    """The figures of a trial, each with what it is."""
    say, money = language.tr, language.money
    since = f"{language.date(trial.begun)} – {language.date(trial.end)}"
    found = [(say("Measured"), since), (say("Drawn"), language.number(trial.drawn))]
    unclear = trial.effect is None or trial.effect.verdict is Verdict.UNCLEAR
    if trial.needed and unclear and not trial.final:
        found.append((say("Still needed"), say("about {n}", n=language.number(trial.needed))))
    found.append((say("Cost so far"), money(trial.cost)))
    if trial.per_visit is not None:
        found.append((say("One more visit costs"), money(trial.per_visit)))
    if trial.worth:
        found.append((say("Bought, each thanked"), money(round(trial.worth.thanked.mean))))
        found.append((say("Bought, each left out"), money(round(trial.worth.left_out.mean))))
    return found


def worth(language: Language, trial: Trial) -> str:
    """The difference in money with its interval; empty while there are too few."""
    if trial.worth is None:
        return ""
    gain = trial.worth.gain
    by, low, high = (language.money(round(n)) for n in (gain.difference, gain.low, gain.high))
    said = language.tr("In money {gain} per customer, between {low} and {high}.", gain=by, low=low, high=high)
    if gain.low <= 0 <= gain.high:
        return f"{said} {language.tr('That may be chance.')}"
    return said


def unmeasured(language: Language, setting: Setting) -> str:
    """Why a rule that could be measured has no figures."""
    if not setting.active:
        return language.tr("Switched off")
    if setting.held_back:
        share = language.percent(setting.held_back / 100)
        return language.tr("A lot leaves {share} out; nobody was drawn yet", share=share)
    return language.tr("Nobody is left out, so nothing can be told")


def _arms(language: Language, found: Effect, within: int) -> list[str]:
    said = language.tr(
        "Of {n} thanked {came} came within {days} ({share}).",
        n=found.thanked.people,
        came=found.thanked.came,
        days=language.days(within),
        share=language.percent(found.thanked.share),
    )
    left = language.tr(
        "Of {n} left out by lot {came} came ({share}).",
        n=found.left_out.people,
        came=found.left_out.came,
        share=language.percent(found.left_out.share),
    )
    return [said, left]


def _until(language: Language, trial: Trial) -> list[str]:
    day = language.date(trial.end)
    if trial.final:
        return [language.tr("The trial ended on {day}.", day=day)]
    until = language.tr("Drawn until {day}; before the end only a great difference counts.", day=day)
    unclear = trial.effect is not None and trial.effect.verdict is Verdict.UNCLEAR
    return [until, _weeks(language, trial.weeks)] if trial.weeks and unclear else [until]


def _weeks(language: Language, weeks: int) -> str:
    if weeks > LONG:
        return language.tr("So few people are drawn that only a great difference will ever show.")
    return language.tr_n("About {n} more week is needed.", "About {n} more weeks are needed.", weeks)


def _cost(language: Language, trial: Trial) -> list[str]:
    total = language.tr("All of it has cost {cost}.", cost=language.money(trial.cost))
    if trial.per_visit is None:
        return [total]
    return [total, language.tr("One visit more has cost {cost}.", cost=language.money(trial.per_visit))]


def _too_few(language: Language, trial: Trial) -> str:
    return language.tr(
        "{n} drawn since {day}; too few whose days are over to say anything.",
        n=trial.drawn,
        day=language.date(trial.begun),
    )
