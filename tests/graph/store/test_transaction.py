"""The file of a store: one writer, readers that never wait, and a disk that is full."""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from paperlattice import KnowledgeGraph, Store
from paperlattice.extractors.records import Paper
from paperlattice.graph.errors import StoreError
from paperlattice.graph.store.transaction import open_store, write_transaction

PAPERS = [
    Paper(f"2501.{i:05}", f"Study {i}", f"We propose Net-{i}. It beats LoRA and CLIP on ImageNet.")
    for i in range(60)
]
NEW = Paper("2502.00001", "Quillnet", "We propose Quillnet. It beats LoRA on ImageNet.")


@pytest.fixture(scope="module")
def three(tmp_path_factory):
    return build(tmp_path_factory.mktemp("three") / "paperlattice.duckdb", PAPERS[:3])


@pytest.fixture
def store(three, tmp_path):
    """A store of three papers, to be changed."""
    return Path(shutil.copy(three, tmp_path))


def build(path, given):
    with Store.create(path) as store:
        store.add(given)
    return path


def add(path, given, **options):
    with Store.open(path) as store:
        return store.add(given, **options)


def names(path: Path) -> list[str]:
    return sorted(entry.name for entry in path.parent.iterdir())


def run_python(program: str, *arguments: object, **options: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)


def test_a_change_leaves_the_store_and_nothing_else(store):
    add(store, [NEW])
    assert names(store) == [store.name]
    assert len(KnowledgeGraph.open(store)) == 4


def test_a_change_that_is_not_committed_is_none(store):
    before = store.read_bytes()
    with write_transaction(store) as draft:
        draft.connection.execute("DELETE FROM papers")
    assert store.read_bytes() == before
    assert names(store) == [store.name]


@pytest.mark.parametrize("before", [0, 200_000])
def test_rows_are_packed_some_thousand_together_also_in_a_store_that_was_not(store, before):
    with duckdb.connect(str(store)) as connection:
        connection.execute(f"INSERT INTO arrivals SELECT range, '' FROM range({before})")
        connection.execute("CHECKPOINT")
    with write_transaction(store) as draft:
        draft.connection.execute("INSERT INTO arrivals SELECT range, 'now' FROM range(100_000)")
        draft.commit()
    with duckdb.connect(str(store), read_only=True) as connection:
        counts = connection.execute(
            "SELECT max(count) FROM pragma_storage_info('arrivals') WHERE column_name = 'added'"
            " AND segment_type = 'VARCHAR' GROUP BY row_group_id ORDER BY row_group_id"
        ).fetchall()
        ((added,),) = connection.execute("SELECT count(*) FROM arrivals WHERE added = 'now'").fetchall()
    assert added == 100_000
    assert [count for (count,) in counts[-5:-1]] == [8192] * 4


def test_an_error_leaves_the_store_and_no_working_copy(store):
    before = store.read_bytes()

    def fail(step, _done, _total):
        if step == "resolving":
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        add(store, [NEW], on_progress=fail)
    assert store.read_bytes() == before
    assert names(store) == [store.name]


def test_a_second_writer_is_refused_and_the_first_goes_on(store):
    with Store.open(store) as first:
        with (
            pytest.raises(StoreError, match="is being changed by another paperlattice; wait"),
            write_transaction(store),
        ):
            pass
        first.add([NEW])
    assert len(KnowledgeGraph.open(store)) == 4


def test_another_process_is_refused_too(store):
    program = (
        "import sys\n"
        "from paperlattice.graph.store.transaction import write_transaction\n"
        "from paperlattice.extractors.errors import PaperlatticeError\n"
        "try:\n"
        "    with write_transaction(sys.argv[1]): print('in')\n"
        "except PaperlatticeError as error: print(error)\n"
    )
    with write_transaction(store):
        running = run_python(program, store)
        said, _ = running.communicate()
    assert said.startswith(f"{store}: is being changed by another paperlattice")
    running = run_python(program, store)
    assert running.communicate()[0] == "in\n"


def test_readers_do_not_wait_and_keep_what_they_opened(store):
    before = KnowledgeGraph.open(store)
    with Store.open(store) as changed:
        changed.add([NEW])
        assert len(KnowledgeGraph.open(store).papers()) == 3
    assert len(before.papers()) == 3
    assert len(KnowledgeGraph.open(store).papers()) == 4
    assert [row.id for row in before.related("Study 1")] == ["2501.00000", "2501.00002"]


def test_a_working_copy_that_cannot_be_read_is_ignored_and_removed(store):
    leftover = store.with_name(f".{store.name}.broken.draft")
    leftover.write_bytes(b"no database at all")
    add(store, [NEW])
    assert names(store) == [store.name]


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="the system knows no limit of files")
def test_a_disk_that_is_full_is_named_and_the_store_stays(store):
    before = store.read_bytes()
    program = (
        "import resource, signal, sys\n"
        "from paperlattice.extractors.errors import PaperlatticeError\n"
        "from paperlattice.extractors.records import Paper\n"
        "from paperlattice import Store\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "papers = [Paper(f'2503.{i:05}', f'Work {i ** 9}', 'LoRA ' * 4000) for i in range(400)]\n"
        "limit = int(sys.argv[2])\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))\n"
        "try:\n"
        "    with Store.open(sys.argv[1]) as store: store.add(papers)\n"
        "except PaperlatticeError as error:\n"
        "    print(error)\n"
    )
    running = run_python(program, store, store.stat().st_size + 20_000)
    said, errors = running.communicate()
    assert said.startswith(f"{store}: cannot be written, "), errors
    assert "the store is as it was" in said
    assert said.count("\n") == 1
    assert store.read_bytes() == before
    assert names(store) == [store.name]


@pytest.mark.parametrize("content", [b"", b"no database", bytes(20_000)], ids=["empty", "text", "zeros"])
def test_what_is_no_store_is_never_overwritten(tmp_path, content):
    path = tmp_path / "paperlattice.duckdb"
    path.write_bytes(content)
    for fresh in (True, False) if content else (False,):  # an empty file is nobody's work
        with pytest.raises(StoreError, match=r"paperlattice\.duckdb"), write_transaction(path, fresh=fresh):
            pass
    assert path.read_bytes() == content
    assert names(path) == [path.name]


def test_a_database_of_others_is_never_overwritten(tmp_path):
    path = tmp_path / "paperlattice.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE sales (day DATE)")
    before = path.read_bytes()
    with (
        pytest.raises(StoreError, match="is a DuckDB file but not a paperlattice store"),
        write_transaction(path, fresh=True),
    ):
        pass
    assert path.read_bytes() == before


def test_a_damaged_store_is_recognised_and_left(store):
    content = bytearray(store.read_bytes())
    for place in range(12288 + 64, len(content), 50_000):
        content[place] ^= 0xFF
    store.write_bytes(bytes(content))
    with pytest.raises(StoreError, match=r"seems damaged|cannot be read|cannot be written"):
        add(store, [NEW])
    with pytest.raises(StoreError):
        KnowledgeGraph.open(store).papers()
    assert store.read_bytes() == bytes(content)


def test_an_older_store_is_refused_and_replaced_only_by_a_build(store):
    with duckdb.connect(str(store)) as connection:
        connection.execute("UPDATE meta SET value = '1' WHERE key = 'schema_version'")
    before = store.read_bytes()
    with pytest.raises(
        StoreError, match="has schema version 1, this paperlattice reads 2, 3, 4, 5, 6 and 7; build"
    ):
        open_store(store)
    with pytest.raises(StoreError, match="schema version 1"), write_transaction(store):
        pass
    assert store.read_bytes() == before
    build(store, PAPERS[:1])
    assert len(KnowledgeGraph.open(store)) == 1


def test_a_store_in_a_folder_that_is_no_folder(tmp_path):
    (tmp_path / "file").touch()
    with (
        pytest.raises(StoreError, match="cannot be written"),
        write_transaction(tmp_path / "file" / "a.duckdb", fresh=True),
    ):
        pass


def test_a_failed_first_build_leaves_no_folder(tmp_path):
    with pytest.raises(ZeroDivisionError), write_transaction(tmp_path / "a" / "b" / "c.duckdb", fresh=True):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


ODD = ["q?x*y[z]", "a#b c%20d", 'it\'s "q"', "Größe {a,b}"]


@pytest.mark.parametrize("name", ODD)
def test_a_store_may_have_any_name_and_lie_in_any_folder(store, tmp_path, name):
    odd = tmp_path / "top" / name / f"{name}.duckdb"
    odd.parent.mkdir(parents=True)
    store.rename(odd)
    with write_transaction(odd) as draft:
        draft.connection.execute("UPDATE papers SET title = 'Other' WHERE id = '2501.00001'")
        draft.commit()
    assert KnowledgeGraph.open(odd).paper("2501.00001").title == "Other"
    build(odd, PAPERS[:1])
    assert len(KnowledgeGraph.open(odd)) == 1
    assert names(odd) == [odd.name]
    assert names(odd.parent) == [name]


@pytest.mark.parametrize("name", ["q?x", "a*b", "[z]"])
def test_runs_on_stores_of_odd_names_resume_from_their_own_copies_only(store, tmp_path, name):
    others = [tmp_path / part / "a.duckdb" for part in (name, "q?y", "axb", "z")]
    for other in others:
        other.parent.mkdir()
        other.write_bytes(store.read_bytes())
    with contextlib.suppress(KeyboardInterrupt), write_transaction(others[0]) as draft:
        draft.connection.execute("CREATE TABLE found AS SELECT '2502.00001' AS paper_id")
        raise KeyboardInterrupt
    for other in others[1:]:
        with write_transaction(other) as draft:
            assert draft.unfinished == []
            draft.commit()
    with write_transaction(others[0]) as draft:
        assert len(draft.unfinished) == 1
        draft.commit()
    assert sum(path.name.endswith(".draft") for path in tmp_path.rglob("*")) == 0


@pytest.mark.skipif(os.sep != "/", reason="there it is what parts a path")
def test_a_path_that_duckdb_cannot_open_is_reported(store, tmp_path):
    odd = tmp_path / "a\\b.duckdb"
    with (
        pytest.raises(StoreError, match="cannot be written, DuckDB takes the"),
        write_transaction(odd, fresh=True),
    ):
        pass
    store.rename(odd)
    for ask in (open_store, lambda path: write_transaction(path).__enter__()):
        with pytest.raises(StoreError, match="cannot be read, DuckDB takes the"):
            ask(odd)


@pytest.mark.parametrize("fresh", [True, False])
def test_a_link_is_written_through(store, tmp_path, fresh):
    real = tmp_path / "disk" / "real.duckdb"
    real.parent.mkdir()
    store.rename(real)
    store.symlink_to(real)
    with Store.create(store) if fresh else Store.open(store) as changed:
        with (
            pytest.raises(StoreError, match=r"real\.duckdb: is being changed by another"),
            write_transaction(real),
        ):
            pass
        changed.add([NEW])
        assert names(store) == ["disk", store.name]
        assert changed.commit() == store
    assert store.is_symlink()
    assert (names(store), names(real)) == (["disk", store.name], [real.name])
    assert len(KnowledgeGraph.open(real)) == (1 if fresh else 4)


def test_a_link_to_nothing_is_filled(tmp_path):
    link, real = tmp_path / "a.duckdb", tmp_path / "disk" / "real.duckdb"
    link.symlink_to(real)
    build(link, PAPERS[:1])
    assert link.is_symlink()
    assert len(KnowledgeGraph.open(real)) == 1


def test_a_changed_store_has_the_mode_of_a_new_file(store):
    with write_transaction(store) as draft:
        draft.commit()
    (store.parent / "new").touch()
    assert store.stat().st_mode == (store.parent / "new").stat().st_mode
