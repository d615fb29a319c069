"""What the page is told of kinds and relations: facts for its scripts, colours for its style sheet."""

from __future__ import annotations

from typing import Any

from extractors.records import KINDS, NODE_KINDS, RELATIONS, listed

__all__ = ["kind_facts", "kind_style"]


def kind_facts() -> dict[str, Any]:
    """Return nouns and shape of each kind, the words for any and for all entities, and those of relations."""
    nouns = {"one": [facts.one for facts in KINDS.values()], "many": [facts.many for facts in KINDS.values()]}
    return {
        "kinds": {
            kind: {
                "one": facts.one.capitalize(),
                "many": facts.many.capitalize(),
                "shape": facts.shape,
                "named": facts.by_name,
            }
            for kind, facts in NODE_KINDS.items()
        },
        "entities": {"one": listed(nouns["one"], "or"), "many": listed(nouns["many"], "and").capitalize()},
        "relations": {
            name: {"edge": facts.label, "group": facts.section or facts.label, "by": facts.by}
            for name, facts in RELATIONS.items()
        },
    }


def kind_style() -> str:
    """Return style rules that follow all others: each kind's colour on either ground, and where it tints."""
    light, dark = (
        " ".join(f"--{kind}: {getattr(facts, ground)};" for kind, facts in NODE_KINDS.items())
        for ground in ("light", "dark")
    )
    return "\n".join(
        [
            f":root {{ {light} }}",
            f"@media (prefers-color-scheme: dark) {{ :root:not([data-print]) {{ {dark} }} }}",
            *(f".{kind} {{ --tint: var(--{kind}); }}" for kind in NODE_KINDS),
        ]
    )
