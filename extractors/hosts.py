"""Hosts of code, models and data, and the repository that a URL of theirs points to."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Final
from urllib.parse import urlsplit

# First parts of a path that are not an owner but a page of the host.
_GITHUB_PAGES: Final = frozenset({
    "about", "apps", "blog", "codespaces", "collections", "contact", "customer-stories", "enterprise",
    "events", "explore", "features", "issues", "join", "login", "marketplace", "new", "notifications",
    "organizations", "orgs", "pricing", "pulls", "readme", "search", "security", "sessions", "settings",
    "signup", "site", "sponsors", "stars", "topics", "trending", "users",
})  # fmt: skip
_HUGGINGFACE_PAGES: Final = frozenset({
    "blog", "chat", "docs", "enterprise", "inference", "join", "learn", "login", "models", "new",
    "organizations", "papers", "posts", "pricing", "settings", "tasks", "terms-of-service",
})  # fmt: skip
_GITLAB_PAGES: Final = frozenset({"dashboard", "explore", "groups", "help", "users"})
_BITBUCKET_PAGES: Final = frozenset({"account", "dashboard", "product"})
_CODEBERG_PAGES: Final = frozenset({"explore", "org", "user"})
_KAGGLE_PAGES: Final = frozenset({"discussions", "docs", "learn", "organizations", "rankings"})
# Universities and companies run their own servers: gitlab.inria.fr, git.uwaterloo.ca, jugit.fz-juelich.de.
# "gitlab.inria.f" of "gitlab.inria.fr", "git.uwaterloo.c" of "git.uwaterloo.ca", "gitee.com"; not
# "gitlab.com.evil.org" or "digit.example.org".
_OWN_GIT_SERVER: Final = re.compile(
    r"gitee\.com$|(?!gitlab\.com\.|digit|legit)(?:[a-z]{0,4}git|gitlab(?:-\w+)?)\.[\w-]+\.\w"
)
# "https://", "git+ssh://"; not "github.com/owner".
_SCHEME: Final = re.compile(r"[a-zA-Z+]+://")
# "example-lab" and "workspace" before the name; not "-2+3".
_OWNER: Final = re.compile(r"[\w~][\w.~-]*")
# "LatticeNet" of "LatticeNet}{link": what hosts allow in a name.
_POSSIBLE: Final = re.compile(r"[\w.~-]+")
_KAGGLE_SECTIONS: Final = {"datasets": 3, "code": 3, "models": 3, "kernels": 3, "competitions": 2, "c": 2}


def canonical_repo(url: str) -> str | None:
    """Return the URL cut to its repository (`https://github.com/OWNER/NAME`), None if it points to none.

    Host names are lower case, owner and name stay as written; doing it twice changes nothing. Known hosts:
    GitHub (with gists), GitLab (nested groups and own servers), Bitbucket, Codeberg, Hugging Face (models,
    datasets, spaces, collections), anonymous.4open.science, Zenodo (records and DOIs), Kaggle.

    >>> canonical_repo("http://www.github.com/example-lab/LatticeNet.git")
    'https://github.com/example-lab/LatticeNet'
    >>> canonical_repo("https://huggingface.co/datasets/example-lab/notes/tree/main")
    'https://huggingface.co/datasets/example-lab/notes'
    """
    try:
        parts = urlsplit(url if _SCHEME.match(url) else "https://" + url)
        host = (parts.hostname or "").lower().removeprefix("www.")
    except ValueError:
        return None
    path = [part for part in parts.path.split("/") if part.strip(".")]
    rule = _RULES.get(host)
    if rule is None and _OWN_GIT_SERVER.match(host):
        return _gitlab(host, path)
    return rule(path) if rule else None


def _cut(host: str, path: list[str], depth: int) -> str | None:
    """Return the URL of the first `depth` parts of a path, None for fewer or an impossible owner."""
    name = _name(path[depth - 1]) if len(path) >= depth else ""
    within = path[: depth - 1]
    if not name or not all(map(_OWNER.fullmatch, within)):
        return None
    return "/".join(["https:/", host, *within, name])


def _name(part: str) -> str:
    """Return what can be a repository's name, without `.git` and without sentence punctuation."""
    possible = _POSSIBLE.match(part)
    part = possible[0] if possible else ""
    while True:
        name = part.rstrip(".,;:)}]'\"… ")
        if name[-4:].lower() == ".git":
            name = name[:-4]
        if name == part:
            return name
        part = name


def _two_parts(host: str, pages: frozenset[str] = frozenset()) -> Callable[[list[str]], str | None]:
    def rule(path: list[str]) -> str | None:
        return None if path and path[0].lower() in pages else _cut(host, path, 2)

    return rule


def _gitlab(host: str, path: list[str]) -> str | None:
    if path and path[0].lower() in _GITLAB_PAGES:
        return None
    within = ("-", "tree", "blob", "raw", "issues", "wikis")
    depth = next((i for i, part in enumerate(path) if part in within), len(path))
    return _cut(host, path, depth) if depth > 1 else None


def _huggingface(path: list[str]) -> str | None:
    section = path[0].lower() if path else ""
    if section not in ("datasets", "spaces", "collections"):
        return None if section in _HUGGINGFACE_PAGES else _cut("huggingface.co", path, 2)
    # Datasets of the hub's first years have no owner.
    depth = 2 if section == "datasets" and len(path) == 2 else 3
    return _cut("huggingface.co", [section, *path[1:]], depth)


def _bitbucket(path: list[str]) -> str | None:
    if path and path[0].lower() in _BITBUCKET_PAGES:
        return None
    of_group = path[1:3] == ["workspace", "projects"]  # a group of repositories
    return _cut("bitbucket.org", path, 4 if of_group else 2)


def _anonymous(path: list[str]) -> str | None:
    known = path and path[0] in ("r", "w", "repository", "anonymize")
    return _cut("anonymous.4open.science", path, 2) if known else None


def _zenodo(path: list[str]) -> str | None:
    if path and path[0] == "doi":
        return _doi(path[1:])
    known = path and path[0] in ("record", "records", "uploads", "deposit")
    found = _cut("zenodo.org", path, 2) if known else None
    return found if found and found.rpartition("/")[2].isdigit() else None


def _doi(path: list[str]) -> str | None:
    known = path[:1] == ["10.5281"] and path[1:] and path[1].lower().startswith("zenodo.")
    return _cut("doi.org", path, 2) if known else None


def _kaggle(path: list[str]) -> str | None:
    section = path[0].lower() if path else ""
    if section in _KAGGLE_PAGES:
        return None
    return _cut("kaggle.com", path, _KAGGLE_SECTIONS.get(section, 2))


_RULES: Final[dict[str, Callable[[list[str]], str | None]]] = {
    "github.com": _two_parts("github.com", _GITHUB_PAGES),
    "raw.githubusercontent.com": _two_parts("github.com", _GITHUB_PAGES),
    "gist.github.com": _two_parts("gist.github.com"),
    "bitbucket.org": _bitbucket,
    "gitlab.com": partial(_gitlab, "gitlab.com"),
    "codeberg.org": _two_parts("codeberg.org", _CODEBERG_PAGES),
    "huggingface.co": _huggingface,
    "hf.co": _huggingface,
    "anonymous.4open.science": _anonymous,
    "zenodo.org": _zenodo,
    "doi.org": _doi,
    "dx.doi.org": _doi,
    "kaggle.com": _kaggle,
}
