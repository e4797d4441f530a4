"""Settings that no program of ours wrote don't keep a shop shut."""

import pytest

from counter.app import Start, open_shop
from counter.models import people, shop
from counter.paths import folders_in
from counter.settings import Settings


@pytest.mark.parametrize(
    "text",
    ["[]", "null", "7", '{"shop_name": 7}', '{"language": null}', '{"text_scale": "big"}', '{"look": "pink"}',
     '{"seed": "x"}', '{"opening_hours": "x"}', '{"printer_id": "x"}', '{"giving": 5}', '{"country": "ZZ"}'],
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
