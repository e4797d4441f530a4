"""A folder with everything, taken in again through the real window, weighed and confirmed as a backup is."""

from test_backups_page import CTRL, Counter, Key, counter, shown  # noqa: F401

from counter.models.swap import set_aside
from counter.office.exports import MANIFEST


def test_everything_taken_out_as_a_folder_is_taken_in_again_after_it_was_weighed(counter, tmp_path):  # noqa: F811
    out = tmp_path / "everything"
    counter.page()
    counter.owner.take_out.everything.emit(str(out))
    counter.meet("Dora")
    counter.owner.show_page("bring")
    counter.owner.bring.folder_picked.emit(str(out))
    page = counter.owner.page()
    assert page is counter.owner.backups
    assert "Take this folder in?" in shown(page.form)
    assert "3 people" in shown(page.form)
    assert "would go" in shown(page.form)
    counter.press(Key.Key_Return, CTRL)
    assert counter.names() == ["Anna", "Ben", "Zoe"]
    assert len(set_aside(counter.file)) == 1


def test_a_folder_that_was_changed_is_told_and_the_shop_stays_as_it_is(counter, tmp_path):  # noqa: F811
    out = tmp_path / "everything"
    counter.page()
    counter.owner.take_out.everything.emit(str(out))
    (out / "customer.csv").write_text("id\r\n1\r\n", encoding="utf-8")
    counter.owner.bring.folder_picked.emit(str(out))
    assert "was changed since it was written" in counter.owner.message.message()
    assert not counter.owner.backups.form_is_open()
    counter.meet("Dora")
    assert counter.names() == ["Anna", "Ben", "Dora", "Zoe"]


def test_on_a_new_pc_the_first_page_begins_with_the_folder_that_was_taken_out(counter, tmp_path, qtbot):  # noqa: F811
    out = tmp_path / "everything"
    counter.page()
    counter.owner.take_out.everything.emit(str(out))
    counter.close()
    new = Counter(tmp_path / "new PC", qtbot).start()
    first = new.app.counter.owners.first_run
    first.backup_picked.emit(out / MANIFEST)
    assert "3 people" in first._note.text()
    first.backup.click()
    assert new.names() == ["Anna", "Ben", "Zoe"]
    assert new.app.counter.owners.first_run is None
    new.close()
