"""Words of the page “About”."""

from __future__ import annotations

from typing import Final

from counter.ui.texts import isolate

ABOUT: Final = "About Counter"
OURS: Final = (
    "Counter is free software under the MIT licence. It uses Qt and PySide6 under the GNU Lesser General Public "
    "License 3; they lie beside the program as libraries of their own, and may be replaced by others."
)
PARTS: Final = "Parts made by others"
PART_HEADS: Final = ("Part", "Version")
FOR_HELP: Final = "Make a report for help"
HELP_HOLDS: Final = "Versions, settings and logs for whoever helps you. No customer is in it, and nothing is sent."
LICENCE_TEXT: Final = "The licence’s own words"
FROM_SOURCES: Final = (
    "This copy runs from its sources: the parts it needs are named in requirements.txt and carry their licences with "
    "them. An installed Counter lists them here."
)


def version(number: str) -> str:
    """Under the title."""
    return f"Version {number}"


def data(folder: str, *, portable: bool) -> str:
    """Where the shop's data is, and that it stays."""
    moves = " This copy is portable: its data lies beside it and goes where it goes." if portable else ""
    return f"This shop’s data is in {isolate(folder)}. Removing the program leaves it there.{moves}"


def report(file: str) -> str:
    """Where the report for help lies."""
    return f"The report is {isolate(file)}. Give it to whoever helps you."


def notices(folder: str) -> str:
    """Where the whole texts and the bill of materials are."""
    return (
        f"All licences (THIRD-PARTY-NOTICES.txt), and a bill of materials with every file inside and its checksum "
        f"(sbom.cdx.json, CycloneDX), are in {isolate(folder)}."
    )
