"""The manual's pictures are those that tests make, and its keys are those of the help."""

import re
import runpy
from pathlib import Path

from counter.ui.texts.help import PAGES

DOCS = Path(__file__).parents[2] / "docs"
MANUAL = (DOCS / "manual.md").read_text(encoding="utf-8")


def test_every_picture_is_one_that_a_test_makes_and_none_is_left_over():
    shown = re.findall(r"!\[[^\]]+\]\(pictures/([^)]+)\)", MANUAL)
    assert sorted(shown) == sorted(runpy.run_path(str(DOCS / "pictures.py"))["PICTURES"])


def test_every_link_inside_leads_to_a_heading():
    headings = {
        re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in re.findall(r"^## (.+)$", MANUAL, re.M)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", MANUAL)) <= headings


def test_the_keys_of_the_card_stand_in_the_manual():
    keys = {key for key, _ in PAGES["card"].keys}
    assert [key for key in sorted(keys) if key not in MANUAL] == []
