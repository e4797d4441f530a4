"""Settings and gestures that no program of ours wrote don't keep a shop shut."""

import json

import pytest

from counter.app import Start, open_shop
from counter.models import people, shop
from counter.office import shop as settings_kept
from counter.office.change import Change
from counter.paths import folders_in
from counter.settings import Settings


@pytest.mark.parametrize(
    "text",
    ["[]", "null", "7", '{"shop_name": 7}', '{"language": null}', '{"text_scale": "big"}', '{"look": "pink"}',
     '{"seed": "x"}', '{"opening_hours": [null]}', '{"opening_hours": [["9", "25"], 1, 2, 3, 4, 5, 6]}',
     '{"way": "pigeon"}',
     '{"text_scale": 1e9}', '{"returns": 7}', '{"gestures": []}',
     '{"opening_hours": "x"}', '{"printer_id": "x"}', '{"giving": 5}', '{"country": "ZZ"}'],
)  # fmt: skip
def test_a_shop_opens_with_settings_that_make_no_sense(tmp_path, text):
    folders = folders_in(tmp_path / "shop")
    opened = open_shop(folders, Start(demo=3))
    shop.save_setting("shop", text)
    opened.till.database.close()
    again = open_shop(folders, Start())
    assert again.till.settings.text_scale == Settings().text_scale
    assert again.till.today
    assert len(list(people.everyone())) >= 3
    again.till.database.close()


def test_a_zone_that_nobody_knows_gives_way_to_the_countrys_and_all_else_stays(tmp_path):
    folders = folders_in(tmp_path / "shop")
    opened = open_shop(folders, Start(demo=3))
    for zone in ("Europe/Atlantis", "", "../../etc/passwd", "/", "A" * 5000, "\0"):
        shop.save_setting("shop", json.dumps({"zone": zone, "country": "FR", "shop_name": "Blue Door", "set_up": True}))
        opened.till.database.close()
        opened = open_shop(folders, Start())
        assert (opened.till.settings.zone, opened.till.settings.shop_name) == ("Europe/Paris", "Blue Door")
        assert opened.till.today
    opened.till.database.close()


def test_settings_that_can_not_be_read_can_be_saved_anew(tmp_path):
    folders = folders_in(tmp_path / "shop")
    till = open_shop(folders, Start(demo=3)).till
    shop.save_setting("shop", "[]")
    stamp = Change(database=till.database, op="anew", at=till.now, day=till.today, staff_id=till.staff_id)
    settings_kept.save(stamp, Settings(shop_name="Blue Door"))
    assert settings_kept.load().shop_name == "Blue Door"
    till.database.close()


@pytest.mark.parametrize(
    "text", ["[]", "7", "null", '"words"', "[[]]", '{"cost": 1e999}', '{"trades": 5}', '{"kind": []}']
)
def test_a_shop_opens_with_gestures_that_make_no_sense(tmp_path, text):
    folders = folders_in(tmp_path / "shop")
    opened = open_shop(folders, Start(demo=3))
    known = {gesture.key for gesture in opened.till.catalogue.gestures}
    shop.save_gesture(min(known), text, active=True, own=False)
    shop.save_gesture("own_idea", text, active=True, own=True)
    opened.till.database.close()
    again = open_shop(folders, Start())
    assert known <= {gesture.key for gesture in again.till.catalogue.gestures}
    again.till.database.close()
