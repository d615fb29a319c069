"""Repositories: which URLs point to one, and what they are cut to."""

import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.urls import canonical_repo, find_repos

CUT = [
    ("https://github.com/quill-lab/LatticeNet", "https://github.com/quill-lab/LatticeNet"),
    ("http://www.github.com/quill-lab/LatticeNet/", "https://github.com/quill-lab/LatticeNet"),
    ("GITHUB.com/Quill-Lab/LatticeNet", "https://github.com/Quill-Lab/LatticeNet"),
    ("https://github.com/quill-lab/LatticeNet.git", "https://github.com/quill-lab/LatticeNet"),
    ("https://github.com/quill-lab/LatticeNet.git.", "https://github.com/quill-lab/LatticeNet"),
    ("https://github.com/quill-lab/LatticeNet.git.git", "https://github.com/quill-lab/LatticeNet"),
    ("https://github.com/quill-lab/LatticeNet/tree/master/src/deep", "https://github.com/quill-lab/LatticeNet"),
    ("https://github.com/quill-lab/LatticeNet/blob/main/README.md#use", "https://github.com/quill-lab/LatticeNet"),
    ("https://github.com/quill-lab/LatticeNet?tab=readme", "https://github.com/quill-lab/LatticeNet"),
    ("https://github.com/quill-lab/LatticeNet#install", "https://github.com/quill-lab/LatticeNet"),
    ("https://github.com/quill-lab/LatticeNet/pull/3", "https://github.com/quill-lab/LatticeNet"),
    ("https://github.com//quill-lab//LatticeNet", "https://github.com/quill-lab/LatticeNet"),
    ("https://github.com:443/quill-lab/LatticeNet", "https://github.com/quill-lab/LatticeNet"),
    ("https://me@github.com/quill-lab/LatticeNet", "https://github.com/quill-lab/LatticeNet"),
    ("https://github.com/quill-lab/LatticeNet).", "https://github.com/quill-lab/LatticeNet"),
    ("https://github.com/quill-lab/lattice.js", "https://github.com/quill-lab/lattice.js"),
    ("https://github.com/quill-lab/.github", "https://github.com/quill-lab/.github"),
    ("https://github.com/quill-lab/lattice?next=https://example.org", "https://github.com/quill-lab/lattice"),
    ("github.com/quill-lab/lattice?next=https://example.org", "https://github.com/quill-lab/lattice"),
    ("https://raw.githubusercontent.com/quill-lab/LatticeNet/main/a.py", "https://github.com/quill-lab/LatticeNet"),
    ("https://gist.github.com/quill/0a1b2c#file-x", "https://gist.github.com/quill/0a1b2c"),
    ("https://gitlab.com/quill/LatticeNet/-/tree/main", "https://gitlab.com/quill/LatticeNet"),
    ("https://gitlab.com/group/sub/deep/LatticeNet.git", "https://gitlab.com/group/sub/deep/LatticeNet"),
    ("https://gitlab.com/group/sub/LatticeNet/tree/main", "https://gitlab.com/group/sub/LatticeNet"),
    ("https://gitlab.example.edu/group/LatticeNet", "https://gitlab.example.edu/group/LatticeNet"),
    ("https://GitLab-ext.example.de/group/LatticeNet", "https://gitlab-ext.example.de/group/LatticeNet"),
    ("https://git.example.org/quill/LatticeNet", "https://git.example.org/quill/LatticeNet"),
    ("https://jugit.example.de/quill/LatticeNet", "https://jugit.example.de/quill/LatticeNet"),
    ("https://gitee.com/quill/LatticeNet", "https://gitee.com/quill/LatticeNet"),
    ("https://bitbucket.org/quill/lattice/src/master/", "https://bitbucket.org/quill/lattice"),
    ("https://bitbucket.org/quill/workspace/projects/LAT", "https://bitbucket.org/quill/workspace/projects/LAT"),
    ("https://codeberg.org/quill/lattice/src/branch/main", "https://codeberg.org/quill/lattice"),
    ("https://huggingface.co/quill-lab/lattice-7b/tree/main", "https://huggingface.co/quill-lab/lattice-7b"),
    ("https://hf.co/quill-lab/lattice-7b", "https://huggingface.co/quill-lab/lattice-7b"),
    ("https://huggingface.co/datasets/quill-lab/notes", "https://huggingface.co/datasets/quill-lab/notes"),
    ("https://huggingface.co/datasets/notes", "https://huggingface.co/datasets/notes"),
    ("https://huggingface.co/Datasets/quill-lab/notes/viewer", "https://huggingface.co/datasets/quill-lab/notes"),
    ("https://huggingface.co/spaces/quill-lab/demo", "https://huggingface.co/spaces/quill-lab/demo"),
    ("https://huggingface.co/collections/quill-lab/all-0a1b", "https://huggingface.co/collections/quill-lab/all-0a1b"),
    ("https://anonymous.4open.science/r/lattice-0A1B/README.md", "https://anonymous.4open.science/r/lattice-0A1B"),
    ("https://zenodo.org/records/1234567?preview=1", "https://zenodo.org/records/1234567"),
    ("https://zenodo.org/record/1234567.", "https://zenodo.org/record/1234567"),
    ("https://doi.org/10.5281/zenodo.1234567", "https://doi.org/10.5281/zenodo.1234567"),
    ("https://dx.doi.org/10.5281/Zenodo.1234567.", "https://doi.org/10.5281/Zenodo.1234567"),
    ("https://zenodo.org/doi/10.5281/zenodo.1234567", "https://doi.org/10.5281/zenodo.1234567"),
    ("https://www.kaggle.com/datasets/quill/notes/data", "https://kaggle.com/datasets/quill/notes"),
    ("https://www.kaggle.com/c/lattice-challenge/overview", "https://kaggle.com/c/lattice-challenge"),
    ("https://www.kaggle.com/quill/notes", "https://kaggle.com/quill/notes"),
]  # fmt: skip

NO_REPOSITORIES = [
    "",
    "https://github.com",
    "https://github.com/quill-lab",
    "https://github.com/features/actions",
    "https://github.com/orgs/quill-lab/repositories",
    "https://github.com/TOPICS/lattice",
    "https://github.com/quill-lab/.git",
    "https://github.com/./LatticeNet",
    "https://github.com/quill-lab/..",
    "https://github.com/quill-lab/)",
    "https://github.com.evil.example.org/quill-lab/LatticeNet",
    "https://gitlab.com.evil.example.org/quill-lab/LatticeNet",
    "https://mygithub.com/quill-lab/LatticeNet",
    "https://example.org/github.com/quill-lab/LatticeNet",
    "https://github.com@example.org/quill-lab/LatticeNet",
    "https://digit.example.org/quill/LatticeNet",
    "https://legit.example.org/quill/LatticeNet",
    "https://quill-lab.github.io/LatticeNet",
    "https://group.gitlab.io/LatticeNet",
    "https://gist.github.com/quill",
    "https://gitlab.com/explore/projects",
    "https://gitlab.com/quill",
    "https://gitlab.com/-/quill/LatticeNet",
    "https://bitbucket.org/product/features",
    "https://codeberg.org/explore/repos",
    "https://huggingface.co/quill-lab",
    "https://huggingface.co/docs/lattice",
    "https://huggingface.co/papers/2401.00001",
    "https://huggingface.co/datasets",
    "https://huggingface.co/datasets/.",
    "https://huggingface.co/spaces/quill-lab",
    "https://anonymous.4open.science/",
    "https://anonymous.4open.science/about/lattice",
    "https://zenodo.org/communities/quill",
    "https://zenodo.org/records/latest",
    "https://doi.org/10.1000/182",
    "https://www.kaggle.com/learn/lattice",
    "https://www.kaggle.com/datasets/quill",
    "https://youtu.be/q1",
    "https://[broken/quill/LatticeNet",
]


@pytest.mark.parametrize("url, repository", CUT)
def test_urls_are_cut_to_the_repository(url, repository):
    assert canonical_repo(url) == repository


@pytest.mark.parametrize("url", NO_REPOSITORIES)
def test_other_pages_are_not_repositories(url):
    assert canonical_repo(url) is None


@pytest.mark.parametrize("repository", sorted({repository for _, repository in CUT}))
def test_a_cut_url_stays(repository):
    assert canonical_repo(repository) == repository


HOSTS = st.sampled_from([
    "github.com", "gist.github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "huggingface.co", "hf.co",
    "anonymous.4open.science", "zenodo.org", "doi.org", "kaggle.com", "gitlab.example.org", "git.example.org",
])  # fmt: skip
KNOWN_PARTS = [
    "datasets",
    "spaces",
    "r",
    "records",
    "10.5281",
    "zenodo.7",
    "-",
    "tree",
    "a.git",
    ".git.",
    "..",
    "c",
]
PARTS = st.one_of(st.text(max_size=6), st.sampled_from(KNOWN_PARTS))


@given(HOSTS, st.lists(PARTS, max_size=6))
def test_cutting_twice_changes_nothing(host, parts):
    once = canonical_repo(f"https://{host}/{'/'.join(parts)}")
    assert once is None or canonical_repo(once) == once


@given(st.text())
def test_any_text_gives_a_url_or_none(text):
    found = canonical_repo(text)
    assert found is None or found.startswith("https://")


def test_mentions_match_the_text():
    text = "LatticeNet\nCode (github.com/quill-lab/LatticeNet.git) and page https://quill-lab.github.io."
    (mention,) = find_repos(text, paper_id="p1")
    assert text[mention.start : mention.end] == mention.surface == "github.com/quill-lab/LatticeNet.git"
    assert (mention.paper_id, mention.kind, mention.role) == ("p1", "repo", "code")
    assert mention.name == "https://github.com/quill-lab/LatticeNet"
    assert mention.confidence == 1.0


def test_mentions_come_from_left_to_right_and_repeat():
    text = "https://github.com/c/d https://github.com/a/b https://github.com/c/d"
    assert [m.name[-3:] for m in find_repos(text)] == ["c/d", "a/b", "c/d"]


@pytest.mark.parametrize(
    "url, found",
    [
        ("https://github.com/-2+3/b", None),
        ("https://gitlab.com/a/-b/c", None),
        ("https://github.com/a/+", None),
        ("https://github.com/a/b}{link", "https://github.com/a/b"),
        ("https://github.com/a/-b_1.2", "https://github.com/a/-b_1.2"),
    ],
)
def test_names_that_no_host_can_have(url, found):
    assert canonical_repo(url) == found
