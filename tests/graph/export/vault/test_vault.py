"""The vault as a whole: what is in it, links, a reader's own notes, and the way back."""

import os
import re
import tempfile
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings, strategies as st

from paperlattice import Author, KnowledgeGraph, Paper
from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.sources import read_papers
from paperlattice.extractors.sources.values import default_url, fold_text
from paperlattice.graph.errors import ExportError
from paperlattice.graph.export.vault import write_vault
from paperlattice.graph.export.vault.content import Content
from paperlattice.graph.export.vault.marks import fresh_text
from paperlattice.graph.export.vault.notes import NoteWriter
from paperlattice.graph.model.attributes import paper_node
from paperlattice.graph.store.tables import GraphTables

OURS = re.compile(r"%% paperlattice:begin (\S+) %%\n(.*)%% paperlattice:end \1 \w{8} %%\n", re.DOTALL)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def notes(folder: Path) -> dict[str, str]:
    """The files of notes by node."""
    found = {path: OURS.search(path.read_text()) for path in folder.rglob("*.md")}
    return {match[1]: str(path.relative_to(folder)) for path, match in found.items() if match}


def test_there_is_a_note_a_paper_a_topic_and_an_entity_that_several_name(graph, vault):
    found = notes(vault)
    assert {node for node in found if node.startswith("paper:")} == {
        paper_node(paper) for paper in graph.tables.paper_ids()
    }
    assert {topic.id for topic in graph.topics()} <= found.keys()
    entities = {entity.id: len(entity.papers) for entity in graph.entities()}
    noted = found.keys() & entities.keys()
    assert {node for node, papers in entities.items() if papers > 1} <= noted
    assert {"method:quillnet", "dataset:brookbench"} <= noted  # made by one paper
    assert "method:clip" not in noted
    assert "index" in found


def test_no_link_is_dead(vault, check_links):
    count, dead = check_links(vault)
    assert (count > 200, dead) == (True, [])


@pytest.mark.long
def test_no_link_of_a_year_is_dead(shared, tmp_path, check_links):
    year = shared / "corpus" / "hf_daily_2024.jsonl.gz"
    if not year.exists():
        pytest.skip("the year of Daily Papers is not here")
    KnowledgeGraph.build(year).write(tmp_path, "vault")
    count, dead = check_links(tmp_path)
    assert (count > 50_000, dead) == (True, [])


def test_the_checker_of_links_sees_a_dead_one(vault, check_links):
    (vault / "mine.md").write_text(
        "[[Papers/nowhere|x]], [[Index#Topics]], [[Index#Nothing]], \\[[Papers/escaped]]"
    )
    assert check_links(vault)[1] == [("mine.md", "Papers/nowhere", ""), ("mine.md", "Index", "Nothing")]


def test_a_paper_s_note_quotes_what_it_names(vault):
    text = (vault / notes(vault)["paper:2501.00001"]).read_text()
    assert "## Proposes\n\n- [[Methods/QuillNet|QuillNet]], [[Methods/Sparse Adapters|" in text
    assert "]]\n    > We propose QuillNet, a sparse adapter.\n" in text
    facts = "Ada Quill, The Fern Team · Workshop on Quills · 2025-01-03"
    assert f"{facts} · [paper](<https://arxiv.org/abs/2501.00001>)" in text
    assert re.search(r"## Related papers\n\n- \[\[Papers/.*\]\] \d+%: .*QuillNet", text)


def test_an_entity_s_note_says_who_says_it(vault):
    text = (vault / notes(vault)["method:quillnet"]).read_text()
    assert "named by 25 papers" in text
    assert "## Proposed in\n\n- [[Papers/QuillNet - Sparse Adapters for ViT|" in text
    assert "(2025-01-03)\n    > We propose QuillNet, a sparse adapter.\n" in text


def test_a_second_export_touches_nothing(graph, vault):
    before, times = contents(vault), {path: path.stat().st_mtime_ns for path in vault.rglob("*")}
    written = write_vault(graph.tables, vault)
    assert contents(vault) == before
    assert {path: path.stat().st_mtime_ns for path in vault.rglob("*") if path.is_file()} == {
        path: time for path, time in times.items() if path.is_file()
    }
    assert sorted(written) == sorted(vault / name for name in before)


def test_equal_graphs_give_equal_vaults(graph, vault, tmp_path):
    write_vault(graph.tables, tmp_path / "again")
    assert contents(tmp_path / "again") == contents(vault)


def test_hostile_titles_stay_inside_and_harmless(vault, hostile):
    assert all(path.resolve().is_relative_to(vault.resolve()) for path in vault.rglob("*"))
    assert len([node for node in notes(vault) if node.startswith("paper:2502.")]) == len(hostile)
    for path in vault.rglob("*.md"):
        text = path.read_text()
        assert "<%" not in text
        assert text.count("%%") == 4
        assert text.count("\n---\n") == 1
        assert not re.search(r"(?<!\\)`|(?<!\\)!\[|<img|(?<!\\)\]\((?!<https?:)|obsidian://", text)


def test_the_vault_gives_the_papers_back(graph, vault):
    papers = graph.tables.read_papers(graph.tables.paper_ids())
    found = {paper.id: paper for paper in read_papers(vault).papers}
    assert found.keys() == papers.keys()
    for id, paper in papers.items():
        back = found[id]
        assert (back.title, back.abstract) == (fold_text(paper.title), fold_text(paper.abstract))
        assert (back.date, back.authors, back.venue) == (paper.date, paper.authors, paper.venue)
        assert (back.keywords, back.declared) == (paper.keywords, paper.declared)
        assert back.url == (paper.url or default_url(id))


# --- a reader's own


def test_what_a_reader_writes_and_moves_stays(graph, vault, check_links):
    paper = vault / notes(vault)["paper:2501.00002"]
    moved = vault / "Read" / "my name.md"
    moved.parent.mkdir()
    paper.rename(moved)
    moved.write_text(moved.read_text() + "My thoughts.\n")
    (vault / "daily.md").write_text("Mine.")
    write_vault(graph.tables, vault)
    assert moved.read_text().endswith("My thoughts.\n")
    assert not paper.exists()
    assert (vault / "daily.md").read_text() == "Mine."
    assert "[[Read/my name|A Second Look]]" in (vault / notes(vault)["method:lora"]).read_text()
    assert check_links(vault)[1] == []


def test_a_reader_s_note_of_the_same_name_is_not_overwritten(part, tmp_path, check_links):
    for name in ("Index.md", "Papers/a second look.md", "Map.canvas"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("{}")
    said = []
    for _ in range(2):
        write_vault(part.tables, tmp_path, on_note=said.append)
    assert len(said) == 3
    assert all("is not ours and stays" in line for line in said)
    assert (tmp_path / "Papers/a second look.md").read_text() == "{}"
    assert (tmp_path / "Map (paperlattice).canvas").is_file()
    assert check_links(tmp_path)[1] == []


def test_an_empty_note_is_filled(part, tmp_path):
    (tmp_path / "Index.md").touch()
    write_vault(part.tables, tmp_path)
    assert notes(tmp_path)["index"] == "Index.md"


@pytest.mark.parametrize("mark", ["begin", "end"])
def test_a_damaged_note_is_left_with_one_line(part, tmp_path, mark, check_links):
    write_vault(part.tables, tmp_path)
    note = tmp_path / "Index.md"
    damaged = note.read_text().replace(f"paperlattice:{mark}", "paperlattice")
    note.write_text(damaged)
    with pytest.warns(UserWarning, match="Index.md is left as it is: its marks are damaged"):
        write_vault(part.tables, tmp_path)
    assert note.read_text() == damaged
    assert check_links(tmp_path)[1] == []


def test_a_copy_is_left(part, tmp_path):
    write_vault(part.tables, tmp_path)
    (tmp_path / "Index 1.md").write_bytes((tmp_path / "Index.md").read_bytes())
    with pytest.warns(UserWarning, match=r"Index 1\.md is a copy of Index\.md and is left as it is"):
        write_vault(part.tables, tmp_path)


def test_notes_of_what_has_left_the_graph(graph, part, vault, check_links):
    kept = vault / notes(vault)["paper:2502.00000"]
    kept.write_text(kept.read_text() + "My thoughts.\n")
    said = []
    write_vault(part.tables, vault, on_note=said.append)
    assert kept.read_text().endswith("My thoughts.\n")
    assert "This is no longer in the graph." in kept.read_text()
    assert {node for node in notes(vault) if node.startswith("paper:")} == {
        *map(paper_node, part.tables.paper_ids()),
        "paper:2502.00000",
    }
    assert re.fullmatch(r"removed \d+ notes on what is no longer in the graph", *said)
    assert check_links(vault)[1] == []


def test_the_name_of_what_is_gone_is_free(part, tmp_path):
    write_vault(part.tables, tmp_path)
    note = tmp_path / "Papers" / "A Second Look.md"
    note.write_text(note.read_text().replace("paper:2501.00002", "paper:before"))
    write_vault(part.tables, tmp_path, on_note=[].append)
    assert notes(tmp_path)["paper:2501.00002"] == "Papers/A Second Look.md"


def test_a_new_paper_renames_no_note(part, graph, tmp_path, check_links):
    write_vault(part.tables, tmp_path)
    before = notes(tmp_path)
    write_vault(graph.tables, tmp_path, on_note=[].append)
    after = notes(tmp_path)
    assert {node: after[node] for node in before.keys() & after.keys()} == {
        node: before[node] for node in before.keys() & after.keys()
    }
    assert check_links(tmp_path)[1] == []


# --- places


def test_nothing_is_written_through_a_link(part, tmp_path):
    outside, vault = tmp_path / "outside", tmp_path / "vault"
    outside.mkdir()
    vault.mkdir()
    (outside / "Index.md").write_text("Mine.")
    (vault / "Index.md").symlink_to(outside / "Index.md")
    (vault / "Papers").symlink_to(outside)
    with pytest.raises(ExportError, match="Papers is a link, through which nothing is written"):
        write_vault(part.tables, vault, on_note=[].append)
    assert contents(outside) == {"Index.md": b"Mine."}
    assert not [path for path in vault.iterdir() if path.name.startswith(".")]


def test_in_a_folder_of_a_vault_the_map_has_whole_paths(part, tmp_path):
    (tmp_path / ".obsidian").mkdir()
    write_vault(part.tables, tmp_path / "Literature")
    assert '"file": "Literature/Papers/' in (tmp_path / "Literature" / "Map.canvas").read_text()


def test_a_file_in_place_of_the_folder(part, tmp_path):
    (tmp_path / "notes").write_text("Mine.")
    with pytest.raises(ExportError, match="notes cannot be written"):
        write_vault(part.tables, tmp_path / "notes")
    assert (tmp_path / "notes").read_text() == "Mine."


def test_a_killed_run_is_completed(part, tmp_path, monkeypatch):
    write_vault(part.tables, tmp_path / "whole")
    replace, done = Path.replace, []

    def killed(self, target):
        if len(done) == 5:
            raise KeyboardInterrupt
        done.append(replace(self, target))

    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        write_vault(part.tables, tmp_path / "cut")
    monkeypatch.undo()
    whole = contents(tmp_path / "whole")
    cut = contents(tmp_path / "cut")
    assert 0 < len(cut) < len(whole)
    assert {name: whole[name] for name in cut} == cut
    write_vault(part.tables, tmp_path / "cut")
    assert contents(tmp_path / "cut") == whole


def test_a_read_only_folder(part, tmp_path):
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    tmp_path.chmod(0o500)
    with pytest.raises(ExportError, match="permission denied"):
        write_vault(part.tables, tmp_path / "notes")


def test_the_least_number_of_papers_of_an_entity_can_be_chosen(part, tmp_path):
    write_vault(part.tables, tmp_path, min_papers=1)
    assert "method:clip" in notes(tmp_path)


def test_ids_of_any_form_come_back(tmp_path):
    papers = [Paper(id, f"On {id}", "We train.") for id in ("W123", "pmid:9", "a b/c", "x_y", "ü:1")]
    kg = KnowledgeGraph.build(papers, links="none")
    kg.place()
    write_vault(kg.tables, tmp_path)
    assert {paper.id for paper in read_papers(tmp_path).papers} == {paper.id for paper in papers}


def test_notes_on_other_things_are_no_papers_and_not_reported(vault):
    read = read_papers(vault)
    assert (read.entries, read.duplicates, read.skipped) == (len(read.papers), 0, ())
    with pytest.raises(SourceError, match="is a note on something else than a paper"):
        read_papers(vault / "Topics")


LETTERS = st.characters(exclude_categories=["Cc", "Cs"])
SIGNS = st.sampled_from(["[[", "]]", "%%", "<b>", "&lt;", "\\", "`", "://", "---", "\n", '"', "{", "*"])
TEXTS = (
    st.lists(st.one_of(st.text(LETTERS, max_size=10), SIGNS), min_size=1, max_size=8)
    .map("".join)
    .map(fold_text)
)
DATES = st.from_regex(r"(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]))?)?", fullmatch=True)


@settings(max_examples=settings.default.max_examples // 2)
@given(TEXTS.filter(bool), TEXTS, st.sampled_from(["2501.00001", "10.1/a_b", "W12", "x y"]), DATES)
def test_the_note_on_any_paper_gives_it_back(title, abstract, id, date):
    paper = Paper(id, title, abstract, date, authors=(Author("Ada", "Quill"),), venue=title)
    node = paper_node(id)
    content = Content(GraphTables(duckdb.connect()), {node: (title, date)}, {}, {}, [], {})
    note = NoteWriter(content, {node: "Papers/x"}).paper_note(paper)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "note.md")
        file.write_text(fresh_text(note), encoding="utf-8")
        (back,) = read_papers(file).papers
    assert (back.id, back.title, back.abstract, back.date) == (id, title, abstract, date)
    assert back.authors == paper.authors
