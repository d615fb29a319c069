"""What is installed: one package, the files of the checkout, next to whatever else an environment holds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = Path(".src/paperlattice")
GUIDES = ("README.md", "CHANGELOG.md")  # for readers of the repository
PAGE = "graph/export/page/"
SOURCES = (
    f"{PAGE}src/",
    *(f"{PAGE}{name}.json" for name in ("biome", "package", "package-lock", "tsconfig")),
)
"""What the page's program is made of: installed is the program."""
BUILD = "import sys, build_backend as b; print(getattr(b, 'build_' + sys.argv[1])(sys.argv[2]))"

QUICK = {"spark.sql.shuffle.partitions": "1", "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1"}

USE = """
import pickle, sys, spacy, paperlattice
from paperlattice import KnowledgeGraph, Paper, PaperlatticeError, Related, StoreError
assert "site" in paperlattice.__file__ and issubclass(StoreError, PaperlatticeError)
papers = [Paper(str(n), "LoRA revisited", "We test LoRA on the ImageNet dataset.") for n in range(20)]
if __name__ == "__main__":
    kg = KnowledgeGraph.build(papers, n_process=2)
    assert [e.label for e in kg.entities()] == ["LoRA", "ImageNet"], kg.entities()
    assert {file.suffix for file in kg.write("page.html") + kg.write("page.csv")} == {".html", ".csv"}
    entity = kg.entity("LoRA")
    assert pickle.loads(pickle.dumps(entity)) == entity
    nlp = spacy.blank("en")
    nlp.add_pipe("method_finder")
    doc = nlp("We fine-tune with LoRA.")
    assert [span.text for span in doc.spans["methods"]] == ["LoRA"]
    import graph, extractors
    print(graph.OWNER, extractors.OWNER, paperlattice.__version__)
"""


def run_python(*arguments, cwd, path):
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, path))}
    return subprocess.run(
        [sys.executable, *arguments], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def tracked() -> list[Path]:
    run = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        pytest.skip("not a git checkout")
    return [path for line in run.stdout.splitlines() if (ROOT / (path := Path(line))).exists()]


@pytest.fixture(scope="module")
def checkout(tracked, tmp_path_factory) -> Path:
    """A copy of what git tracks: what the build leaves does not come into the project."""
    copy = tmp_path_factory.mktemp("checkout")
    for path in tracked:
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / path, copy / path, follow_symlinks=False)
    return copy


def built(checkout: Path, what: str) -> Path:
    run = run_python("-c", BUILD, what, str(checkout), cwd=checkout, path=[checkout / PACKAGE])
    assert run.returncode == 0, run.stderr
    return checkout / run.stdout.splitlines()[-1]


@pytest.fixture(scope="module")
def wheel(checkout) -> Path:
    return built(checkout, "wheel")


@pytest.fixture(scope="module")
def wanted(tracked) -> set[str]:
    """The files of the package, as those who import it see them."""
    own = {path.relative_to(PACKAGE).as_posix() for path in tracked if path.is_relative_to(PACKAGE)}
    linked = {path.as_posix() for path in tracked if path.parts[0] in ("graph", "extractors")}
    used = {path for path in linked if not path.endswith(GUIDES) and not path.startswith(SOURCES)}
    files = (own - {"graph", "extractors"}) | used
    return {f"paperlattice/{path}" for path in files}


def test_a_wheel_holds_one_package_with_all_its_files(wheel, wanted):
    with zipfile.ZipFile(wheel) as packed:
        files = {name for name in packed.namelist() if ".dist-info/" not in name}
    assert files == wanted


def test_a_source_distribution_holds_the_same_files(checkout, wanted):
    with tarfile.open(built(checkout, "sdist")) as packed:
        names = {member.name.partition("/")[2] for member in packed if member.isfile()}
    assert {name.removeprefix(".src/") for name in names if name.startswith(f"{PACKAGE}/")} == wanted
    assert {"pyproject.toml", "README.md", "LICENSE"} <= names


FIND = """
import sys
from pathlib import Path
from paperlattice.extractors import Paper, extract, text
from paperlattice.extractors.sources import read_papers
papers = [Paper("1", "Half \\ud83d LoRA", "LoRA on \\x00 ImageNet " * 999), Paper("2", "")]
papers += read_papers(sys.argv[1:]).papers
print(Path(text.__file__).suffix, *extract(papers, n_process=2), sep="\\n")
"""


def has_compiler() -> bool:
    """Is there what compiling takes, mypy and a C compiler?"""
    compiler = (sysconfig.get_config_var("CC") or "cc").split()[0]
    return os.name == "nt" or (find_spec("mypyc") is not None and shutil.which(compiler) is not None)


def test_a_compiled_wheel_finds_the_same(checkout, wheel, tmp_path, monkeypatch, unavailable):
    if "compiler" not in os.environ.get("PAPERLATTICE_REQUIRE", "").split():
        pytest.skip("compiling takes minutes: PAPERLATTICE_REQUIRE=compiler asks for it")
    if not has_compiler():
        unavailable("compiler", "mypy or a C compiler is missing")
    monkeypatch.setenv("PAPERLATTICE_COMPILE", "1")
    copy = tmp_path / "checkout"
    shutil.copytree(checkout, copy, symlinks=True, ignore=shutil.ignore_patterns("build", "*.whl"))
    found = []
    for packed in (wheel, built(copy, "wheel")):
        with zipfile.ZipFile(packed) as files:
            files.extractall(site := tmp_path / packed.stem)
        run = run_python("-c", FIND, copy / "graph/sample/daily_papers.txt", cwd=tmp_path, path=[site])
        assert run.returncode == 0, run.stderr
        found.append(run.stdout.split("\n", 1))
    (kind, mentions), (compiled_kind, same) = found
    assert (kind, compiled_kind in (".so", ".pyd")) == (".py", True)
    assert mentions == same
    assert mentions.count("Mention(") > 100


@pytest.fixture
def site(wheel, tmp_path) -> Path:
    """A folder of installed packages: ours, and a distribution that has a `graph` and `extractors` too."""
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(site)
    for name in ("graph", "extractors"):
        (site / name).mkdir()
        (site / name / "__init__.py").write_text("OWNER = 'a distribution'\n")
    return site


@pytest.fixture
def user(tmp_path) -> Path:
    """A user's folder, with a module and a folder of these names."""
    user = tmp_path / "user"
    (user / "extractors").mkdir(parents=True)
    (user / "extractors" / "__init__.py").write_text("OWNER = 'the user'\n")
    (user / "graph.py").write_text("OWNER = 'the user'\n")
    return user


def test_an_installed_wheel_works_next_to_others_of_these_names(site, user, tmp_path):
    (user / "use.py").write_text(USE)
    run = run_python("use.py", cwd=user, path=[site])
    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == ["the", "user", "the", "user", "0.4.0"]
    owners = "import paperlattice, graph, extractors; print(graph.OWNER, extractors.OWNER)"
    elsewhere = run_python("-c", owners, cwd=tmp_path, path=[site, user])
    assert (elsewhere.stdout, elsewhere.stderr) == ("a distribution a distribution\n", "")
    run = run_python("-m", "paperlattice", "--version", cwd=user, path=[site])
    assert (run.stdout, run.stderr) == ("paperlattice 0.4.0\n", "")


@pytest.mark.long
@pytest.mark.spark
def test_workers_of_spark_find_the_installed_package(site, user, needs_spark):
    (user / "papers.csv").write_text("id,title,abstract\n1,LoRA revisited,We test LoRA on ImageNet.\n")
    build = "build_with_spark('papers.csv', 'tables', master='local[1]', settings=QUICK)"
    code = f"import paperlattice as p; QUICK = {QUICK}; print(p.{build}.entities)"
    run = run_python("-c", code, cwd=user, path=[site])
    assert run.stdout == "{'method': 1, 'dataset': 1, 'repo': 0, 'task': 0, 'technique': 0}\n", run.stderr


def test_without_links_the_build_says_what_to_do(checkout, tmp_path):
    copy = tmp_path / "checkout"
    shutil.copytree(checkout, copy, symlinks=True)
    for name in ("graph", "extractors"):
        (copy / PACKAGE / name).unlink()
        (copy / PACKAGE / name).write_text(f"../../{name}")
    run = run_python("-c", BUILD, "wheel", str(tmp_path), cwd=copy, path=[copy / PACKAGE])
    assert run.returncode == 1
    assert run.stderr.splitlines() == [
        "paperlattice cannot be built: .src/paperlattice/graph is not a link to the folder graph; "
        "run: git config core.symlinks true && git checkout -- .src"
    ]


def test_in_a_checkout_the_folders_are_the_package():
    code = (
        "import graph.api, graph, extractors.sources.read, paperlattice.graph.api as api;"
        "from graph import KnowledgeGraph; from extractors.records import Paper;"
        "from paperlattice import KnowledgeGraph as Same, Paper as SamePaper;"
        "print(KnowledgeGraph is Same is api.KnowledgeGraph is graph.api.KnowledgeGraph, Paper is SamePaper)"
    )
    for path in ([], [ROOT / ".src"]):  # found from the folder itself, and as installed
        run = run_python("-W", "error", "-c", code, cwd=ROOT, path=path)
        assert (run.stdout, run.stderr) == ("True True\n", "")
    run = run_python("-m", "graph", "--version", cwd=ROOT, path=[])
    assert run.stdout.startswith("paperlattice ")
    run = run_python("-c", "import graph.nonesuch", cwd=ROOT, path=[])
    assert "No module named 'graph.nonesuch'" in run.stderr
