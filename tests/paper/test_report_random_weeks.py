"""Weeks in which anybody says anything, in any script: each voice stands in the report exactly once."""

import pytest
from counter_maker import Clock
from report_pages import Talk

from counter.office import report as office
from counter.paper.fonts import Fonts


@pytest.mark.slow
@pytest.mark.usefixtures("no_network")
def test_in_random_weeks_each_voice_in_any_script_stands_exactly_once_and_what_is_open_is_complete(tmp_path, families):
    talk = Talk(tmp_path / "shop.counter", Clock(), seed=8)
    weeks = [talk.week() for _ in range(6)]
    found = [talk.missing(week, Fonts(families[0])) for week in weeks]
    assert [missing for missing, _ in found if missing] == []
    assert sum(count for _, count in found) > 30
    still_open = {voice.thing_id for voice in office.all_voices(talk.till.today, talk.till.settings) if voice.open}
    assert still_open == set(talk.open)
    talk.till.database.close()
