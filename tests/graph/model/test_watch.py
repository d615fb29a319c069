from __future__ import annotations

import pytest

from paperlattice import Watch, WatchError, read_watch


@pytest.fixture
def file(tmp_path):
    return tmp_path / "watch.toml"


def test_a_list_is_read_once_each(file):
    file.write_text('papers = ["2501.00001"]\nentities = ["LoRA", "COCO", "LoRA"]', encoding="utf-8")
    assert read_watch(file) == Watch(("LoRA", "COCO"), papers=("2501.00001",), source="watch.toml")


def test_an_empty_file_watches_nothing(file):
    file.write_text("")
    assert read_watch(file) == Watch(source="watch.toml")


@pytest.mark.parametrize(
    "content, said",
    [
        ("entities = [", "not valid TOML"),
        ('entitys = ["LoRA"]', "unknown entry 'entitys' (did you mean 'entities'?); a watch list holds"),
        ('[source]\nx = "y"', "unknown entry 'source'"),
        ('entities = "LoRA"', "'entities' must be a list of names"),
        ("papers = [1]", "'papers' must be a list of names"),
        ('topics = [" "]', "'topics' must be a list of names"),
        (b"authors = ['\xff']", "not valid TOML"),
    ],
)
def test_what_is_no_watch_list_is_refused_in_one_line(file, content, said):
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(WatchError) as caught:
        read_watch(file)
    assert said in str(caught.value)
    assert str(file) in str(caught.value)


def test_a_missing_file_is_named(file):
    with pytest.raises(WatchError, match="cannot be read"):
        read_watch(file)
