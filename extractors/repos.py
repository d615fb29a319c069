"""Repositories of code, models and data that a text names by URL."""

from __future__ import annotations

from collections.abc import Iterator

from .hosts import canonical_repo
from .records import Mention
from .urls import find_urls


def find_repos(text: str, *, paper_id: str = "") -> Iterator[Mention]:
    """Yield one mention a URL of a repository, from left to right; `name` is its canonical URL.

    Project pages, videos and pages of persons or organisations are no repositories;
    `extractors.urls.find_urls` gives those too.
    """
    for found in find_urls(text):
        if found.kind == "repo" and (url := canonical_repo(found.url)):
            surface = text[found.start : found.end]
            yield Mention(paper_id, "repo", url, surface, found.start, found.end, "code", "url", 1.0)
