"""What an entity is called: its label, its other names, its address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from extractors.records import Kind
from graph.model.records import Join
from graph.resolve.families import family_form
from graph.resolve.slugs import repo_parts

__all__ = ["choose_label", "choose_url", "repo_label"]


def choose_label(kind: Kind, papers: Mapping[str, int], joins: Iterable[Join]) -> str:
    """Return the name under which to show an entity, given how many papers write each of its names.

    Names count for their family, plurals and names with a common noun for the bare name. The most frequent
    one wins; ties: the shorter, then mixed case ("LoRA" before "LORA"), then sort order.
    """
    joins = tuple(joins)
    known = {*papers, *(form for join in joins for form in (join.left, join.right))}
    single = {join.right: join.left for join in joins if join.rule in ("plural", "noun")}
    counts: Counter[str] = Counter()
    for name, number in papers.items():
        family = family_form(kind, name)
        family = family if family in known else name  # a pin may keep a size apart from its family
        counts[single.get(family, family)] += number
    return min(counts, key=lambda form: (-counts[form], len(form), form.isupper() or form.islower(), form))


def choose_url(papers: Mapping[str, int]) -> str:
    """Return the URL that most papers write; ties in sort order."""
    return min(papers, key=lambda url: (-papers[url], url))


def repo_label(url: str) -> str:
    """Return owner and name of a repository, as its URL writes them; the host where there is no path."""
    depth = len(repo_parts(url)) - 1
    return "/".join(url.rstrip("/").removesuffix(".git").split("/")[-depth:]) if depth else url
