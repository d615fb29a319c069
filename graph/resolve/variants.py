"""Forms that are one name written differently: joined by hash keys, never by comparing pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractors.records import Kind
from graph.model.records import Join
from graph.resolve.families import bare_form, family_form
from graph.resolve.keys import greek_key, singulars, spelling_key, version_key
from graph.resolve.slugs import repo_parts

__all__ = ["join_variants"]


def join_variants(kind: Kind, names: Iterable[str]) -> Iterator[Join]:
    """Yield the joins of names of one kind that differ in spelling, plural, version mark or mark of size.

    Rules: `key` (case, hyphens, blanks), `plural`, `noun` ("CLIP model"), `greek` (ε and epsilon), `version`
    (v2 and 2, 2.0 and 2, for datasets 2014 and 14), `family` (a form and the form cut to its family, which
    need not occur). Forms with one key are joined to the first of them in sort order, so the number of joins
    stays below the number of forms. Repositories have the one rule `url`: host and path are equal but for
    case.
    """
    written = set(names)
    if kind == "repo":
        yield from _urls(written)
        return
    families = {name: family_form(kind, name) for name in written}
    forms = sorted(written.union(families.values()))
    by_key: dict[str, str] = {}
    for form in forms:
        first = by_key.setdefault(spelling_key(form), form)
        if first != form:
            yield Join(first, form, "key", 1.0, "equal but for case, hyphens and blanks")
    for name in sorted(written):
        if families[name] != name:
            yield Join(families[name], name, "family", 1.0, "size, depth and tuning marks cut")
    yield from _loose(kind, by_key)
    for form in forms:
        for single in singulars(form):
            if (found := by_key.get(spelling_key(single))) is not None:
                yield Join(found, form, "plural", 1.0, "plural of a name that occurs")
                break
        bare = spelling_key(bare_form(kind, form))
        if bare in by_key and bare != spelling_key(form):
            yield Join(by_key[bare], form, "noun", 1.0, "a name that occurs and a common noun")


def _urls(written: set[str]) -> Iterator[Join]:
    by_parts: dict[tuple[str, ...], str] = {}
    for url in sorted(written):
        first = by_parts.setdefault(repo_parts(url), url)
        if first != url:
            yield Join(first, url, "url", 1.0, "equal but for case")


def _loose(kind: Kind, by_key: dict[str, str]) -> Iterator[Join]:
    """Yield the joins of keys that are equal once Greek letters and version marks are written one way."""
    groups: dict[str, list[str]] = {}
    for key in by_key:
        groups.setdefault(version_key(kind, greek_key(key)), []).append(key)
    for loose, keys in groups.items():
        if len(keys) < 2:
            continue
        first = min(keys, key=lambda k: (k != loose, by_key[k]))
        for key in keys:
            if key != first:
                rule = "greek" if greek_key(key) == greek_key(first) else "version"
                said = "Greek letter spelt out" if rule == "greek" else "version marks written alike"
                yield Join(by_key[first], by_key[key], rule, 1.0, said)
