"""What can go wrong by the world's fault, each as a sentence that a cashier can act on."""


class Known(Exception):
    """A sentence for the cashier. Anything that is not `Known` is a bug of ours."""

    @property
    def sentence(self) -> str:
        """The words to show, ready as they are."""
        return str(self.args[0]) if self.args else ""


class Refused(Known):
    """The shop's rules say no to what was asked; nothing was changed."""


class FieldRefused(Refused):
    """What stands in one field can't be taken; `field` names it as the form does."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


class Changed(Refused):
    """Somebody changed the record since it was read; both are to be shown."""


class Unavailable(Known):
    """The disk, the folder or a printer can't do it now; what was typed is kept and may be tried again."""


class DiskFault(Unavailable):
    """The disk didn't take it or can't be reached; the very same may be tried again until it does."""


class Damaged(Known):
    """A file of the shop is broken, foreign or from a newer program; it was not touched."""


class Broken(Damaged):
    """The shop's own file can't be read as it was written: a backup may be opened in its place."""
