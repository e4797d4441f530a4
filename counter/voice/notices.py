"""What WhatsApp itself writes into a chat's export: in the place of a picture, of a message taken back, at its end."""

import re

# On an iPhone whatever the program wrote begins with this mark; what people type doesn't.
_MARK = "\u200e"
_UNSEEN = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
# As they stand in exports in the languages of slips; whichever is missing is kept as words, and seen in the preview.
_INSTEAD = (
    "Media omitted", "Medien ausgeschlossen", "Médias omis", "Multimedia omitido", "Archivo omitido", "Media omessi",
    "Media weggelaten", "Mídia omitida", "Arquivo de mídia oculto", "Medya dahil edilmedi", "تم استبعاد الوسائط",
)  # fmt: skip
_TAKEN_BACK = (
    "This message was deleted", "You deleted this message", "Diese Nachricht wurde gelöscht",
    "Du hast diese Nachricht gelöscht", "Se eliminó este mensaje", "Eliminaste este mensaje",
    "Dit bericht is verwijderd", "Bu mesaj silindi", "تم حذف هذه الرسالة",
)  # fmt: skip
_EDITED = (
    "This message was edited", "Diese Nachricht wurde bearbeitet", "Ce message a été modifié", "Se editó este mensaje",
    "Dit bericht is bewerkt",
)  # fmt: skip
_FILES = "jpe?g|png|webp|gif|mp4|3gp|mov|opus|ogg|m4a|mp3|aac|amr|pdf|vcf|docx?|xlsx?|pptx?|txt|zip"


def _any(sentences: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sentences))


_WHOLE = re.compile(rf"[{_UNSEEN}\s]*(?:<(?:{_any(_INSTEAD)})>|(?:{_any(_TAKEN_BACK)})\.?)\s*", re.I)
_AT_END = re.compile(rf"[ \n]*(?:{_MARK}<[^<>\n]{{1,120}}>|[{_UNSEEN}]*<(?:{_any(_EDITED)})\.?>)\s*$", re.I)
# IMG-20261126-WA0001.jpg (file attached)
_FILE = re.compile(rf"[{_UNSEEN}]*[^\n]{{1,120}}\.(?:{_FILES})[ \u00a0]\([^()\n]{{2,40}}\)(?:\n|$)", re.I)


def without_notices(text: str) -> str:
    """What a person wrote of a message; empty when nobody wrote any of it."""
    if text.startswith(_MARK) or _WHOLE.fullmatch(text):
        return ""
    written = _FILE.sub("", text, count=1) if _FILE.match(text) else text
    while (end := _AT_END.search(written[-300:])) is not None:
        written = written[: len(written) - len(written[-300:]) + end.start()]
    return written.strip("\n")
