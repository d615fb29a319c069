"""A small graph with hostile titles, the vault of it, and a checker of links."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from paperlattice import Author, KnowledgeGraph, Paper
from paperlattice.graph.export.vault import write_vault

HOSTILE = (
    "../../x",
    "=cmd|' /C calc'!A0",
    "<img src=x onerror=alert(1)> & &amp; &#60;b&#62;",
    "100%% sure %%",
    "[[x]] and ![[y]] and [z](javascript:alert(1))",
    "---",
    "<% tp.system.prompt() %>",
    "`$= dv.pages()` and $x$",
    "CON",
    "com1.txt",
    ". .hidden. ",
    "key:: value #tag ^block obsidian://open?vault=x www.x.org a@b.org",
    "# Heading",
    "> [!note] Callout",
    "1. First",
    "%% paperlattice:end paper:1 00000000 %%",
    "\u202egnp.exe a\u200bb",
    "论文" * 200,
    "Ω" * 400,
    "Cafe\u0301 society",
    "CAFÉ society",
    "café  society?",
    "a\\*b\\",
)

PLAIN = (
    Paper(
        "2501.00001",
        "QuillNet: Sparse Adapters for ViT",
        "We propose QuillNet, a sparse adapter. It beats LoRA on ImageNet. See github.com/quill/quillnet.",
        date="2025-01-03",
        url="https://arxiv.org/abs/2501.00001",
        arxiv_id="2501.00001",
        authors=(Author("Ada", "Quill"), Author(family="The Fern Team")),
        venue="Workshop on Quills",
        declared=("https://github.com/quill/quillnet",),
        keywords=("adapters",),
    ),
    Paper("2501.00002", "A Second Look", "We compare LoRA with QuillNet on ImageNet.", date="2025-02"),
    Paper(
        "10.5555/brook_1", "Brookbench", "We introduce Brookbench, a dataset for dialogue. CLIP fails on it."
    ),
)


@pytest.fixture(scope="session")
def hostile() -> tuple[str, ...]:
    return HOSTILE


@pytest.fixture(scope="session")
def graph() -> KnowledgeGraph:
    """Some papers that name each other's things, and one for each hostile text, in title and abstract."""
    hostile = [
        Paper(f"2502.{number:05}", title, f"We use LoRA. {title} is all we say of QuillNet on ImageNet.")
        for number, title in enumerate(HOSTILE)
    ]
    kg = KnowledgeGraph.build([*PLAIN, *hostile])
    kg.place()
    return kg


@pytest.fixture(scope="session")
def part(graph) -> KnowledgeGraph:
    """The plain papers only."""
    kg = KnowledgeGraph.build(PLAIN)
    kg.place()
    return kg


@pytest.fixture
def vault(graph, tmp_path) -> Path:
    write_vault(graph.tables, tmp_path / "notes")
    return tmp_path / "notes"


# "[[Papers/x#y|z]]" of "see [[Papers/x#y|z]]"; not that of "\[\[x\]\]".
LINK = re.compile(r"(?<!\\)\[\[(?P<path>[^\[\]|#]*)(?:#(?P<anchor>[^\[\]|]*))?(?:\|(?P<label>[^\[\]]*))?\]\]")


def links_of(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield file, path and anchor of each link of notes and maps."""
    for note in sorted(folder.rglob("*.md")):
        for link in LINK.finditer(note.read_text()):
            yield note.name, link["path"], link["anchor"] or ""
    for canvas in sorted(folder.rglob("*.canvas")):
        for node in json.loads(canvas.read_text()).get("nodes", []):
            if node["type"] == "file":
                yield canvas.name, node["file"], node.get("subpath", "").removeprefix("#")


@pytest.fixture(scope="session")
def check_links() -> Callable[[Path], tuple[int, list[tuple[str, str, str]]]]:
    """Count the links of a vault, and list the dead ones, as Obsidian follows them: by path, note or file."""

    def check(folder: Path) -> tuple[int, list[tuple[str, str, str]]]:
        files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
        found, dead = 0, []
        for name, path, anchor in links_of(folder):
            found += 1
            target = files.get(path) or files.get(f"{path}.md")
            headings = re.findall(r"^#+ (.*)$", target.read_text(), re.MULTILINE) if target and anchor else []
            if target is None or (anchor and anchor not in headings):
                dead.append((name, path, anchor))
        return found, dead

    return check
