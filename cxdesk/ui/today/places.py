"""Where Today leads: the rows behind its figures and rows, on other pages."""

from cxdesk.ui.screens import Shell
from cxdesk.ui.today.morning import Period


class Places:
    """The other pages, as far as they exist."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self.feedback = shell.has("feedback")
        self.counter = shell.has("counter")
        self.register = shell.has("customers")
        self.imports = shell.has("settings")

    def open_customer(self, customer_id: int) -> None:
        """A customer's card."""
        if self.register:
            self._shell.go("customers", customer_id)

    def new_customer(self) -> None:
        """The form for a new customer."""
        self._shell.go("customers", "new")

    def record(self) -> None:
        """The counter."""
        self._shell.go("counter")

    def import_customers(self) -> None:
        """The import of a file, in the settings."""
        self._shell.go("settings", "data")

    def open_feedback(self, feedback_id: int) -> None:
        """One feedback."""
        if self.feedback:
            self._shell.go("feedback", feedback_id)

    def answers(self, period: Period) -> None:
        """All feedback of a period: what `desk.feedback.ids` takes."""
        if self.feedback:
            self._shell.go("feedback", ("all", period.first, period.last))

    def waiting(self, what: str) -> None:
        """Whom to call, or what is promised."""
        if self._shell.has("requests"):
            self._shell.go("requests", what)

    def complaints(self) -> None:
        """What waits for an answer."""
        if self.feedback:
            self._shell.go("feedback", ("open", None, None))
