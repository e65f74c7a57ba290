"""The page Today: tiles, suggestions, and the people of the week."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from cxdesk.domain.errors import UserError
from cxdesk.services.desk import Desk
from cxdesk.ui.letterdesk import LetterDesk
from cxdesk.ui.screens import Page, Shell
from cxdesk.ui.today.board import Board
from cxdesk.ui.today.figures import Figure
from cxdesk.ui.today.lines import Line, Person
from cxdesk.ui.today.morning import Morning, read
from cxdesk.ui.today.places import Places
from cxdesk.ui.today.presenter import MORE, WORKED_OUT, Kept, Presenter, Tally
from cxdesk.ui.today.side import Side
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card, Tile
from cxdesk.ui.widgets.columns import Columns, PageHead, ScrollPage
from cxdesk.ui.widgets.layouts import boxed, column, empty
from cxdesk.ui.widgets.states import Empty, Loadable

PAIR_FROM, FOUR_FROM = 380, 900


class TodayPage(Page):
    """Whom to thank today; the first page of the morning."""

    tables = frozenset(
        {
            "customers",
            "anniversaries",
            "purchases",
            "feedback",
            "actions",
            "ideas",
            "goals",
            "goal_steps",
            "consents",
            "preferences",
            "settings",
            "staff",
            "requests",
            "promises",
            "products",
        }
    )

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._shell, self._language = shell, shell.language
        self._places = Places(shell)
        self._asked = 0
        self._morning: Morning | None = None
        self.presenter = Presenter(desk, shell.language, self)
        self.letters = LetterDesk(desk, shell)
        self.letters.printed.connect(lambda suggestions: self.presenter.done(*suggestions))
        self.board = Board(shell.language, self.presenter, self.letters, self._places)
        self.side = Side(
            shell.language,
            self._places.open_customer,
            self._places.open_feedback,
            self._places.complaints,
            self._places.waiting,
        )
        self.tiles = self._make_tiles()
        self._content = self._make_content()
        self._loadable = Loadable(self._content, shell.language.tr("Reading the day…"))
        self.letters.place(self._loadable)
        self.setLayout(column(self.letters))

    def reload(self) -> None:
        """Read the day in the worker; what is on the screen stays until it is there."""
        self._asked += 1
        asked, room = self._asked, max(self.presenter.room + MORE, WORKED_OUT)
        self.presenter.greet()
        if self._morning is None:
            self._loadable.wait()
        self._shell.jobs.run(
            lambda desk, _: read(desk, room), lambda morning: self._arrived(morning, asked), self._failed
        )

    def main_control(self) -> QWidget | None:
        """The selected suggestion, or the button for the counter."""
        return self.board.list.main_control() or self._record

    def show_head(self, greeting: str, date: str) -> None:
        """Greet."""
        self._head.title.setText(greeting)
        self._head.line.setText(date)

    def show_figures(self, nps: Figure, csat: Figure, complaints: Figure, budget: Figure) -> None:
        """Fill the tiles."""
        for tile, figure in zip(self.tiles, (nps, csat, complaints, budget), strict=True):
            tile.show_figure(figure.value, figure.note, figure.badge, figure.tone, share=figure.share)

    def show_lines(self, shown: Sequence[Line], tally: Tally) -> None:
        """Show the suggestions."""
        self._show_parts(board=True, figures=True)
        self.board.show_lines(shown, tally)

    def show_nothing(self, text: str, *, new_shop: bool) -> None:
        """Say that everybody has been thanked, or that there is nobody yet."""
        empty(self._nothing)
        self._nothing.addWidget(self._empty(text, new_shop=new_shop))
        self.board.show_lines([], Tally(0, 0, 0))
        self._show_parts(board=False, figures=not new_shop)

    def show_side(
        self, birthdays: Sequence[Person], complaints: Sequence[Person], counts: tuple[int, int]
    ) -> None:
        """Show the right column."""
        self.side.show_people(birthdays, complaints, counts)

    def show_waiting(self, calls: str, promised: str) -> None:
        """Say above the side who waits."""
        self.side.show_waiting(calls, promised)

    def count_unpermitted(self, then: Callable[[int], None]) -> None:
        """Have those counted, in the worker, whom only a permission is missing."""
        self._shell.jobs.run(lambda desk, _: desk.appreciation.unpermitted(), then, self.fail)

    def explain(self, title: str, sentences: Sequence[str]) -> None:
        """Say why, below the suggestions."""
        self.board.panel.explain(title, sentences)
        self._reveal()

    def list_kept(self, title: str, kept: Sequence[Kept], nothing: str) -> None:
        """List decisions below the suggestions."""
        self.board.panel.list_kept(title, kept, nothing)
        self._reveal()

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done."""
        self.letters.toast(text, undo)

    def fail(self, error: Exception) -> None:
        """Say above the suggestions what went wrong."""
        self.letters.fail(error)

    def _arrived(self, morning: Morning, asked: int) -> None:
        if asked != self._asked:
            return
        first, self._morning = self._morning is None, morning
        self._loadable.ready()
        self.presenter.show(morning)
        control = self.main_control()
        if first and control is not None and self.isVisible():
            control.setFocus()

    def _failed(self, error: Exception) -> None:
        say = self._language
        again = Button(say.tr("Try again"), icon="refresh-cw", id="try-again")
        again.clicked.connect(self.reload)
        text = say.tr("The day could not be read from the shop file.")
        if isinstance(error, UserError):
            text = f"{text}\n{say.error(error)}"
        else:
            self._shell.fail(error)
        self._morning = None
        self._loadable.instead(Empty("circle-x", say.tr("That did not work"), text, again, tone=Tone.BAD))

    def _reveal(self) -> None:
        self._content.reveal(self.board.panel)

    def _open_answers(self) -> None:
        if self._morning is not None:
            self._places.answers(self._morning.now)

    def _make_tiles(self) -> tuple[Tile, Tile, Tile, Tile]:
        say = self._language
        tiles = (
            Tile(say.tr("NPS, 90 days"), "tile-nps"),
            Tile(say.tr("CSAT, 90 days"), "tile-csat"),
            Tile(say.tr("Open complaints"), "tile-complaints"),
            Tile(say.tr("Appreciation budget"), "tile-budget"),
        )
        for tile in tiles[:2]:
            tile.clicked.connect(self._open_answers)
        tiles[2].clicked.connect(self._places.complaints)
        tiles[3].clicked.connect(self.presenter.list_spent)
        return tiles

    def _make_content(self) -> ScrollPage:
        say = self._language
        self._record = Button(
            say.tr("Record feedback"), Kind.PRIMARY, icon="scan-barcode", hint="F2", id="record"
        )
        self._record.clicked.connect(self._places.record)
        if not self._places.counter:
            self._record.hide()
        new = Button(say.tr("New customer"), icon="user-plus", id="new-customer")
        new.clicked.connect(self._places.new_customer)
        if not self._places.register:
            new.hide()
        self._head = PageHead("", "", new, self._record)
        one, two, three, four = self.tiles
        left = Columns((one, 1), (two, 1), gap=12, stack_under=PAIR_FROM)
        right = Columns((three, 1), (four, 1), gap=12, stack_under=PAIR_FROM)
        self._figures = Columns((left, 1), (right, 1), gap=12, stack_under=FOUR_FROM)
        self._nothing = column()
        self._nothing_box = Card("", boxed(self._nothing))
        main = boxed(column(self.board, self._nothing_box, None))
        self._columns = Columns((main, 8), (self.side, 3), stack_under=FOUR_FROM)
        return ScrollPage(self._head, self._figures, self._columns, None)

    def _show_parts(self, *, board: bool, figures: bool) -> None:
        self.board.setVisible(board)
        self._nothing_box.setVisible(not board)
        self._figures.setVisible(figures)
        self.side.setVisible(figures)

    def _empty(self, text: str, *, new_shop: bool) -> Empty:
        say, buttons = self._language, list[QWidget]()
        if new_shop and self._places.register:
            buttons.append(self._button(say.tr("New customer"), "user-plus", self._places.new_customer))
        if self._places.counter:
            buttons.append(self._button(say.tr("Record feedback"), "scan-barcode", self._places.record))
        if self._places.imports:
            buttons.append(
                self._button(say.tr("Import customers from a file"), "upload", self._places.import_customers)
            )
        title = say.tr("Welcome") if new_shop else say.tr("Everybody has been thanked for today")
        return Empty("sparkles", title, text, *buttons)

    def _button(self, text: str, icon: str, act: Callable[[], None]) -> Button:
        button = Button(text, icon=icon)
        button.clicked.connect(act)
        return button
