"""What the world can do to us, said so that a person can act on it."""


class UserError(Exception):
    """The world's fault, not ours: what happened and what to do, in one sentence.

    The message is written in English with named fields, `UserError("{name} is not a shop file.", name=path.name)`;
    `Language.error` says it in the language of the screen.
    """

    def __init__(self, message: str, /, **fields: object) -> None:
        super().__init__(message)
        self.message = message
        self.fields = fields

    def __str__(self) -> str:
        return self.message.format_map(self.fields)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuilt, (type(self), self.message, self.fields)


def _rebuilt(kind: type[UserError], message: str, fields: dict[str, object]) -> UserError:
    return kind(message, **fields)


class Cancelled(Exception):  # noqa: N818 - not an error: a person asked for it
    """A person cancelled the work; nothing of it was saved."""
