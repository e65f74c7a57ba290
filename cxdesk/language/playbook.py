"""The playbook in each language, read when it is opened first."""

import tomllib
from functools import cache

from cxdesk import paths
from cxdesk.domain.playbook import Script, Situation, Step
from cxdesk.language.language import Language


def title(language: Language, situation: Situation) -> str:
    """A situation in a word."""
    return {
        Situation.COMPLAINT: language.tr_c("situation", "complaint"),
        Situation.RETURN: language.tr_c("situation", "return"),
        Situation.FIRST_VISIT: language.tr_c("situation", "first visit"),
    }[situation]


@cache
def scripts(code: str) -> dict[Situation, Script]:
    """The scripts in the language `code`."""
    found = tomllib.loads((paths.resources() / "playbook" / f"{code}.toml").read_text("utf-8"))
    return {
        each: Script(found[each]["title"], tuple(Step(*step) for step in found[each]["steps"]))
        for each in Situation
    }
