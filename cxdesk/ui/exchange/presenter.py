"""Decisions of an import in four steps; nothing is saved before the last."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from cxdesk import paths
from cxdesk.domain.errors import UserError
from cxdesk.domain.profiles import Profile, Subject
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.services.exports import BroughtBack, is_export
from cxdesk.services.imports import Draft, Imported, Plan
from cxdesk.ui.exchange import facts
from cxdesk.ui.exchange.columns import Columns
from cxdesk.ui.exchange.doubts import Doubts
from cxdesk.ui.exchange.view import Jobs, Place, Step, View, Work
from cxdesk.ui.tokens import Tone

TABLES = frozenset(
    {
        "customers",
        "contact_points",
        "consents",
        "products",
        "purchases",
        "feedback",
        "points",
        "settings",
        "staff",
    }
)


class Presenter:
    """Leads a file in; the slow work is done in the worker."""

    def __init__(self, desk: Desk, language: Language, jobs: Jobs, view: View) -> None:
        self._desk, self._language, self._jobs, self._view = desk, language, jobs, view
        self.columns, self.doubts = Columns(language), Doubts(language)
        self.step, self.overwrite = Step.FILE, False
        self._plan: Plan | None = None
        self._draft: Draft | None = None
        self._profiles: list[Profile] = []
        self._trial: tuple[Plan, Imported] | None = None
        self._done: Imported | None = None
        self._shown: Imported | None = None
        self._shop: Path | None = None
        self._known = ""
        self._ticket = 0

    @property
    def unfinished(self) -> bool:
        """Whether something would be lost by leaving."""
        return Step.FILE < self.step < Step.DONE

    def begin(self) -> None:
        """Ask for a file."""
        self._forget()
        self._view.show_file(None)
        self._turn(Step.FILE)

    def open(self, path: Path) -> None:
        """Look at a file."""
        if self.unfinished and not self._view.may_leave():
            return
        self._forget()
        self._turn(Step.FILE)
        self._look(Plan(path))

    def read_as(self, *, encoding: str = "", delimiter: str = "", sheet: str = "") -> None:
        """Read the file in another way than we think; what is empty stays."""
        if self._plan:
            self.columns.forget()
            plan = replace(self._plan, profile=None, encoding=encoding or self._plan.encoding)
            plan = replace(plan, delimiter=delimiter or plan.delimiter, sheet=sheet or plan.sheet)
            self._look(plan)

    def set_subject(self, subject: str) -> None:
        """The file is about something else than we think."""
        if self._plan:
            self.columns.forget()
            self._look(replace(self._plan, profile=None), Subject(subject))

    def set_system(self, name: str) -> None:
        """The file is of another system than we think, or of none that we know."""
        if self._plan and self._draft:
            subject = self._draft.profile.subject
            general = next(p.name for p in self._profiles if p.general and p.subject is subject)
            wanted = general if name == facts.GENERAL else name
            self.columns.forget()
            self._look(replace(self._plan, profile=wanted), subject)

    def become(self, column: int, field: str) -> None:
        """A column becomes a field, or (empty) is left out."""
        if self._plan:
            self._look(replace(self._plan, profile=self.columns.become(column, field)))

    def answer(self, field: str, ways: Sequence[str]) -> None:
        """A question about a column is answered."""
        self.columns.answer(field, ways)
        self._view.say("")
        self._show_columns()

    def keep(self, name: str) -> None:
        """Keep what the columns become under a name, for the next file of the kind."""
        draft = self._draft
        if draft is None:
            return
        kept = replace(draft.profile, name=name, content={**draft.profile.content, "name": name})

        def work(desk: Desk, _progress: object) -> None:
            desk.imports.save_profile(kept)

        def done(_: object) -> None:
            text = self._language.tr(
                "Kept as {name}: the next file of this kind is recognised.", name=name.strip()
            )
            self._view.say(text, Tone.GOOD)

        self._run(work, done, self._language.tr("Saving…"))

    def decide(self, key: str, choice: str) -> None:
        """Somebody of the file is a customer or new."""
        self.doubts.decide(key, choice)

    def decide_all(self, *, same: bool) -> None:
        """All are who they may be, or all are new."""
        self.doubts.decide_all(same=same)
        self._show_people()

    def forward(self) -> None:
        """Go to the next step, when nothing is in the way."""
        self._view.say("")
        match self.step:
            case Step.FILE if self._shop:
                self._bring_back(self._shop)
            case Step.FILE if self._draft:
                self._show_columns()
                self._turn(Step.COLUMNS)
            case Step.COLUMNS:
                self._leave_columns()
            case Step.PEOPLE:
                self._try(self._order(), self._check)
            case Step.CHECK:
                self._bring_in()
            case Step.DONE:
                self.begin()

    def back(self) -> bool:
        """Go to the step before; False when there is none."""
        if not self.unfinished:
            return False
        self._view.say("")
        self._turn(Step(self.step - 1))
        return True

    def cancel(self) -> None:
        """Leave the import; the person is asked once."""
        if not self.unfinished or self._view.may_leave():
            self.begin()

    def undo(self) -> None:
        """Take the import back."""
        if self._done and self._done.change is not None:
            self._take_back(self._done.change)

    def save_refused(self, path: Path) -> None:
        """Write the refused rows to a file, to correct and import again."""
        plan = self._order()

        def saved(count: int) -> None:
            text = self._language.tr_n(
                "{n} row saved to {path}.", "{n} rows saved to {path}.", count, path=path
            )
            self._view.say(text, Tone.GOOD)

        self._run(
            lambda desk, _: desk.imports.save_refused(plan, path),
            saved,
            self._language.tr("Saving the rows…"),
        )

    def reconcile(self) -> None:
        """Make the sheet that holds the file against the shop, and show it."""
        shown, code = self._shown, self._language.code
        if shown is None or self._plan is None:
            return
        name = self._plan.path.name
        path = paths.reports(self._desk.workplace.db.path) / f"import {self._plan.path.stem} {code}.pdf"

        def work(desk: Desk, _progress: object) -> Path:
            with suppress(OSError):  # the sheet then says that it cannot be saved
                path.parent.mkdir(parents=True, exist_ok=True)
            return desk.reports.reconciliation(shown, name, code, path)

        title = self._language.tr("The file and the shop")
        self._run(work, lambda made: self._view.preview(made, title), self._language.tr("Making the sheet…"))

    def _look(self, plan: Plan, subject: Subject | None = None) -> None:
        plan = replace(plan, answers=self.columns.answers)

        def work(desk: Desk, _progress: object) -> tuple[Draft | None, list[Profile]]:
            if is_export(plan.path):
                return None, []
            return desk.imports.guess(plan, subject), desk.imports.profiles()

        def done(found: tuple[Draft | None, list[Profile]]) -> None:
            draft, self._profiles = found
            if draft is None:
                self._take_shop(plan.path)
            else:
                self._take(plan, draft)

        text = self._language.tr("Looking at {file}…", file=plan.path.name)
        self._run(work, done, text)

    def _take(self, plan: Plan, draft: Draft) -> None:
        self._plan, self._draft, self._trial = replace(plan, profile=draft.profile), draft, None
        self.columns.take(draft)
        self._view.show_file(facts.file_facts(self._language, draft, self._profiles))
        self._show_columns()
        self._turn(self.step)

    def _take_shop(self, path: Path) -> None:
        self._shop = path
        self._view.show_shop(path.name)
        self._turn(Step.FILE)

    def _leave_columns(self) -> None:
        if missing := self.columns.missing():
            self._view.say(missing)
        elif (column := self.columns.unanswered()) is not None:
            self._view.say(self._language.tr("Answer the question about this column first."), Tone.WARN)
            self._view.point_at(column)
        else:
            self._try(replace(self._order(), decisions={}, overwrite=False), self._meet)

    def _order(self) -> Plan:
        """The file as everything that has been said so far has it."""
        assert self._plan  # noqa: S101 - there is no second step without a file
        return replace(
            self._plan,
            answers=self.columns.answers,
            decisions=dict(self.doubts.decisions),
            overwrite=self.overwrite,
        )

    def _try(self, plan: Plan, then: Callable[[Imported], None]) -> None:
        if self._trial and self._trial[0] == plan:
            then(self._trial[1])
            return

        def tried(trial: Imported) -> None:
            self._trial = plan, trial
            then(trial)

        self._run(
            lambda desk, progress: desk.imports.run(plan, dry_run=True, progress=progress),
            tried,
            self._language.tr("Trying {file}; nothing is saved yet…", file=plan.path.name),
        )

    def _meet(self, trial: Imported) -> None:
        self.doubts.take(trial)
        self._known = facts.known(self._language, trial, len(self.doubts.people()))
        self._show_people()
        self._turn(Step.PEOPLE)

    def _check(self, trial: Imported) -> None:
        self._shown = trial
        self._view.show_check(facts.check_facts(self._language, trial))
        self._turn(Step.CHECK)

    def _bring_in(self) -> None:
        plan = self._order()

        def brought(done: Imported) -> None:
            self._done = self._shown = done
            self._view.tell(TABLES)
            self._view.show_check(facts.check_facts(self._language, done))
            self._turn(Step.DONE)
            tone = Tone.WARN if done.refused_count else Tone.GOOD
            self._view.say(facts.came_in(self._language, done), tone)

        self._run(
            lambda desk, progress: desk.imports.run(plan, progress=progress),
            brought,
            self._language.tr("Bringing in {file}…", file=plan.path.name),
        )

    def _take_back(self, change: int) -> None:
        def taken(_: object) -> None:
            self._view.tell(TABLES)
            self.begin()
            self._view.say(self._language.tr("The import was taken back."), Tone.INFO)

        text = self._language.tr("Taking the import back…")
        self._run(lambda desk, progress: desk.history.undo(change, progress), taken, text)

    def _show_columns(self) -> None:
        if self._draft:
            line = facts.file_line(self._language, self._draft)
            self._view.show_columns(line, self.columns.fields(), self.columns.rows())

    def _show_people(self) -> None:
        self._view.show_people(self._known, self.doubts.people(), overwrite=self.overwrite)

    def _turn(self, step: Step) -> None:
        tr = self._language.tr
        self.step = step
        forward = {
            Step.FILE: tr("Continue: columns") if self._draft else "",
            Step.COLUMNS: tr("Continue: duplicates"),
            Step.PEOPLE: tr("Continue: check"),
            Step.CHECK: tr("Bring in"),
            Step.DONE: tr("Another file"),
        }[step]
        if self._shop:
            forward = tr("Bring the shop back")
        place = Place(
            step,
            facts.title(self._language, self._draft),
            forward,
            back=self.unfinished,
            cancel=step is not Step.DONE and bool(self._plan or self._shop),
            undo=step is Step.DONE and self._done is not None and self._done.change is not None,
        )
        self._view.turn(place)

    def _forget(self) -> None:
        self._ticket += 1
        self._plan = self._draft = self._trial = self._done = self._shown = self._shop = None
        self.overwrite = False
        self.columns.forget()
        self.doubts.forget()
        self._view.say("")
        self._view.show_shop("")

    def _run(self, work: Work, done: Callable[[Any], None], text: str) -> None:
        """Do slow work; its end counts only while nothing newer has begun."""
        self._ticket += 1
        ticket = self._ticket

        def ended(result: Any) -> None:
            if ticket == self._ticket:
                done(result)

        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                self._view.fail(error)
            elif ticket == self._ticket:
                self._view.say(self._language.error(error))

        self._view.say("")
        self._view.follow(self._jobs.run(work, ended, failed), text)

    def _bring_back(self, path: Path) -> None:
        def brought(back: BroughtBack) -> None:
            self._desk.workplace.staff_id = None  # who worked here belongs to the shop that was
            self._view.tell(TABLES)
            self.begin()
            text = self._language.tr("The shop is back as {file} has it.", file=path.name)
            self._view.toast(text, lambda: self._take_back(back.change))

        text = self._language.tr("Bringing back {file}…", file=path.name)
        self._run(lambda desk, progress: desk.exports.bring_back(path, progress), brought, text)
