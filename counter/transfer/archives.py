"""A ZIP archive as a phone sends a chat in: its texts, within bounds, and nothing else of it."""

import io
import zipfile
from collections.abc import Iterator

from counter.errors import Refused
from counter.transfer.decoding import LARGEST

_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
_CHAT = "_chat.txt"
_MOST = 20
BROKEN = "This archive is damaged or locked with a password. Send the chat from the phone once more."
BOMB = "A text in this archive unfolds to more than 20 MB. Send the chat from the phone once more."
WORKBOOK = "This is a workbook or a document, not a chat. Save it as CSV, and choose that file."
NO_TEXT = "There is no text in this archive. In WhatsApp choose “Export chat”, and send its file to this PC."


def is_archive(data: bytes) -> bool:
    """Whether a file is a ZIP archive."""
    return data.startswith(_MARKS)


def texts_in(data: bytes) -> Iterator[bytes]:
    """The archive's texts, what WhatsApp calls a chat first; raises Refused for what is damaged, locked or too large.

    What is read is counted while it unfolds: what the archive says of itself may be a lie.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = [part.filename for part in packed.infolist()]
            if "[Content_Types].xml" in names:
                raise Refused(WORKBOOK)
            texts = [name for name in names if name.casefold().endswith(".txt")]
            if not texts:
                raise Refused(NO_TEXT)
            for name in sorted(texts, key=lambda name: not name.endswith(_CHAT))[:_MOST]:
                yield _unfolded(packed, name)
    except Refused:
        raise
    except Exception as fault:  # noqa: BLE001 - an archive from anywhere: the library raises whatever it stumbles over
        raise Refused(BROKEN) from fault


def _unfolded(packed: zipfile.ZipFile, name: str) -> bytes:
    with packed.open(name) as text:
        found = text.read(LARGEST + 1)
    if len(found) > LARGEST:
        raise Refused(BOMB)
    return found
