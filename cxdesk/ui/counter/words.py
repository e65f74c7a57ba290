"""A visit in a word or two, for the sentences that say what was saved."""

from cxdesk.language.language import Language
from cxdesk.ui.counter.form import Form


def named(language: Language, form: Form) -> dict[str, str]:
    """Whose visit it was and the weightiest thing said or bought."""
    name = form.customer.name if form.customer else language.tr("anonymous")
    return {"name": name, "what": _weightiest(language, form)}


def _weightiest(language: Language, form: Form) -> str:
    if form.nps is not None:
        return language.tr("NPS {score}", score=form.nps)
    if form.csat is not None:
        return language.tr("CSAT {score}", score=form.csat)
    if form.basket.lines:
        return language.money(form.basket.total)
    return _kind(language, form)


def _kind(language: Language, form: Form) -> str:
    if form.basket.pledge:
        return language.tr("promise")
    if not form.interview.empty:
        return language.tr("interview")
    return language.tr("feedback") if form.answered or not form.notes else language.tr("note")
