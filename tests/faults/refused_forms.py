"""The real window over a disk that has all that was written, and yet says no at the very end of saving.

A program of its own, since such a disk must stand under SQLite before the first file is opened. Prints a line of JSON
for each story: the words of what went wrong that stand on the card, and the forms that are half written; names tell
those alone.
"""

import json
import sys
import tempfile
from pathlib import Path

import shim
from PySide6.QtWidgets import QApplication
from window_troubles import CTRL, WORDS, Key, Window

from counter.app.taming import tame_qt
from counter.models.tables_people import EntryRow

NEWER = " And it was cold."


class Counter(Window):
    """Stories of a form that the disk refused at the very end."""

    stood = 0

    def refused(self, *, at_once=False):
        """The form filled, and the answer to Save: `at_once`, before any of it was kept as half written."""
        self.open()
        self.type(WORDS)
        if at_once:
            self.app.counter.control.filling._pause.stop()
        self.wait(self.at_rest)
        # Once where the log is forced down, once more where it would be put into the file before that is opened anew.
        self.disk.kind, self.disk.at, self.disk.made, self.disk.times = shim.SYNC, 0, 0, 2
        self.press(Key.Key_Return, CTRL)
        self.wait(lambda: bool(self.said()))
        anna, complaint = self.app.window.card.customer.id, EntryRow.kind == "complaint"
        self.stood = self.asked(EntryRow.select().where(complaint, EntryRow.customer_id == anna).count)

    def asked(self, question):
        """What the lane of the shop's file answers, behind all that it was asked before."""
        answers = []
        self.app._lanes.database(question, answers.append, answers.append)
        self.wait(lambda: bool(answers))
        return answers[0]

    def open(self):
        self.press(Key.Key_F4)
        self.wait(lambda: self.form() is not None)

    def leave(self):
        self.press(Key.Key_Escape)
        self.wait(lambda: self.form() is None and self.at_rest())

    def at_rest(self):
        filling = self.app.counter.control.filling
        return not filling._pause.isActive() and not filling.owed.waiting()

    def save(self):
        self.press(Key.Key_Return, CTRL)
        self.wait(lambda: self.form() is None)

    def left_and_opened_again(self):
        self.refused()
        self.leave()
        self.open()
        self.save()

    def saved_at_once_left_and_opened_again(self):
        self.refused(at_once=True)
        self.leave()
        self.open()
        self.save()

    def waited_for(self):
        self.refused()
        self.wait(lambda: self.form() is None)

    def other_words(self):
        self.refused()
        self.type(NEWER)
        self.save()

    def other_words_when_opened_again(self):
        self.refused()
        self.leave()
        self.open()
        self.press(Key.Key_End, CTRL)
        self.type(NEWER)
        self.save()

    def opened_again_after_a_restart(self):
        self.refused()
        self.leave()
        anna = self.app.window.card.customer.id
        self.app.close()
        self.start()
        self.app.counter.control.showing.open(anna)
        self.wait(lambda: self.app.window.card is not None)
        self.open()
        self.save()

    def stands(self):
        """Whether it stood although it was refused, and what stands on the card that was read after it was saved."""
        self.asked(list)
        card = self.app.window.card
        words = [entry.thing.words for entry in card.timeline if entry.kind.value == "complaint"]
        return {"stood": self.stood, "stands": words, "half_written": [draft.form for draft in card.drafts]}


STORIES = ("waited_for", "left_and_opened_again", "saved_at_once_left_and_opened_again",
           "opened_again_after_a_restart", "other_words", "other_words_when_opened_again")  # fmt: skip


def main():
    """Each story at a shop of its own."""
    tame_qt()
    application, disk = QApplication(sys.argv[:1]), shim.Disk()
    standing = shim.Shim(disk)
    for name in [name for name in STORIES if name in sys.argv] or STORIES:
        with tempfile.TemporaryDirectory() as place:
            window = Counter(Path(place), disk)
            getattr(window, name)()
            sys.stdout.write(json.dumps({"story": name, **window.stands()}) + "\n")
            sys.stdout.flush()
            window.app.close()
    standing.unregister()
    del application


if __name__ == "__main__":
    main()
