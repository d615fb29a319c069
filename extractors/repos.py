"""Repositories of code, models and data that a text names by URL."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final
from urllib.parse import urlsplit

from .records import Mention
from .urls import find_urls

__all__ = ["canonical_repo", "find_repos"]

_GITHUB_PAGES: Final = frozenset(
    "about apps blog collections contact customer-stories enterprise events explore features issues login "
    "marketplace new notifications orgs pricing pulls search security settings site sponsors topics trending".split()
)
_HUGGINGFACE_PAGES: Final = frozenset(
    "blog chat docs enterprise inference join learn login models new organizations papers posts pricing "
    "settings tasks terms-of-service".split()
)
# Universities and companies run servers of their own: gitlab.inria.fr, git.uwaterloo.ca, jugit.fz-juelich.de.
_OWN_GIT_SERVER: Final = re.compile(r"gitee\.com$|(?:[a-z]{0,4}git|gitlab(?:-\w+)?)\.[\w-]+\.\w")
_KAGGLE_SECTIONS: Final = {"datasets": 3, "code": 3, "models": 3, "kernels": 3, "competitions": 2, "c": 2}


def find_repos(text: str, *, paper_id: str = "") -> Iterator[Mention]:
    """Yield one mention a URL of a repository, from left to right; `name` is its canonical URL.

    Project pages, videos and pages of persons or organisations are no repositories; `extractors.urls.find_urls`
    gives those too.
    """
    for found in find_urls(text):
        if found.kind == "repo" and (url := canonical_repo(found.url)):
            surface = text[found.start : found.end]
            yield Mention(paper_id, "repo", url, surface, found.start, found.end, "code", "url", 1.0)


def canonical_repo(url: str) -> str | None:
    """Return the URL cut to its repository (`https://github.com/OWNER/NAME`), None if it points to none.

    Host names are lower case, owner and name stay as written. Known hosts: GitHub (with gists), GitLab (nested
    groups and own servers), Bitbucket, Codeberg, Hugging Face (models, datasets, spaces, collections),
    anonymous.4open.science, Zenodo (records and DOIs), Kaggle.

    >>> canonical_repo("http://www.github.com/example-lab/LatticeNet.git")
    'https://github.com/example-lab/LatticeNet'
    >>> canonical_repo("https://huggingface.co/datasets/example-lab/notes/tree/main")
    'https://huggingface.co/datasets/example-lab/notes'
    """
    try:
        parts = urlsplit(url if "://" in url else "https://" + url)
        host = (parts.hostname or "").lower().removeprefix("www.")
    except ValueError:
        return None
    path = [p for p in re.sub(r"[#?].*", "", parts.path).split("/") if p]
    rule = _RULES.get(host)
    if rule is None and _OWN_GIT_SERVER.match(host):
        return _gitlab(host, path)
    return rule(path) if rule else None


def _name(part: str) -> str:
    """Return a repository's name without `.git` and without sentence punctuation."""
    return re.sub(r"\.git$", "", part.rstrip(".,;:)}]'\""), flags=re.I)


def _two_parts(host: str, reserved: frozenset[str] = frozenset()) -> Callable[[list[str]], str | None]:
    def rule(path: list[str]) -> str | None:
        if len(path) < 2 or path[0].lower() in reserved or not _name(path[1]):
            return None
        return f"https://{host}/{path[0]}/{_name(path[1])}"

    return rule


def _gitlab(host: str, path: list[str]) -> str | None:
    stop = next(
        (i for i, p in enumerate(path) if p in ("-", "tree", "blob", "raw", "issues", "wikis")), len(path)
    )
    kept = path[:stop]
    if len(kept) < 2 or not _name(kept[-1]):
        return None
    return f"https://{host}/{'/'.join(kept[:-1])}/{_name(kept[-1])}"


def _huggingface(path: list[str]) -> str | None:
    section = path[0].lower() if path else ""
    if section == "datasets" and len(path) == 2:  # datasets of the hub's first years have no owner
        return f"https://huggingface.co/datasets/{_name(path[1])}"
    if section in ("datasets", "spaces", "collections"):
        rest = _two_parts(f"huggingface.co/{section}")
        return rest(path[1:])
    return _two_parts("huggingface.co", _HUGGINGFACE_PAGES)(path)


def _bitbucket(path: list[str]) -> str | None:
    if len(path) >= 4 and path[1:3] == ["workspace", "projects"]:  # a group of repositories
        return f"https://bitbucket.org/{'/'.join(path[:4])}"
    return _two_parts("bitbucket.org", frozenset({"product", "account", "dashboard"}))(path)


def _anonymous(path: list[str]) -> str | None:
    if len(path) >= 2 and path[0] in ("r", "w", "repository", "anonymize"):
        return f"https://anonymous.4open.science/{path[0]}/{_name(path[1])}"
    return None


def _zenodo(path: list[str]) -> str | None:
    if len(path) >= 2 and path[0] in ("record", "records", "uploads", "deposit") and path[1].isdigit():
        return f"https://zenodo.org/{path[0]}/{path[1]}"
    if len(path) >= 3 and path[0] == "doi":
        return _doi(path[1:])
    return None


def _doi(path: list[str]) -> str | None:
    if len(path) >= 2 and path[0] == "10.5281" and path[1].lower().startswith("zenodo."):
        return f"https://doi.org/10.5281/{_name(path[1])}"
    return None


def _kaggle(path: list[str]) -> str | None:
    depth = _KAGGLE_SECTIONS.get(path[0].lower(), 2) if path else 2
    if len(path) < depth:
        return None
    return "https://kaggle.com/" + "/".join([*path[: depth - 1], _name(path[depth - 1])])


_RULES: Final[dict[str, Callable[[list[str]], str | None]]] = {
    "github.com": _two_parts("github.com", _GITHUB_PAGES),
    "raw.githubusercontent.com": _two_parts("github.com"),
    "gist.github.com": _two_parts("gist.github.com"),
    "bitbucket.org": _bitbucket,
    "gitlab.com": partial(_gitlab, "gitlab.com"),
    "codeberg.org": _two_parts("codeberg.org"),
    "huggingface.co": _huggingface,
    "hf.co": _huggingface,
    "anonymous.4open.science": _anonymous,
    "zenodo.org": _zenodo,
    "doi.org": _doi,
    "dx.doi.org": _doi,
    "kaggle.com": _kaggle,
}
