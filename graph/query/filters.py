"""What papers are asked for: by what they name, words, authors, venue, topic and time."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypedDict, TypeVar

from paperlattice.extractors.records import ENTITY_KINDS, Kind

Names = str | Iterable[str] | None
"""One name, several, or none."""

Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class PaperFilter:
    """What papers must fit, all of it; what is empty asks for nothing.

    `named` are ids of entities that they name, `text` is in title or abstract, `authors` all wrote them,
    `venue` is a part of their venue. `since` and `until` are a year, month or day, both included. `among`
    are the ids of papers to choose from, None for all.
    """

    named: tuple[str, ...] = ()
    text: str = ""
    authors: tuple[str, ...] = ()
    venue: str = ""
    since: str = ""
    until: str = ""
    among: frozenset[str] | None = None


class NamesByKind(TypedDict, total=False):
    """Names of entities by kind, each one or several."""

    method: Names
    dataset: Names
    repo: Names
    task: Names
    technique: Names


def keywords_by_kind(
    *, before: str, annotation: Callable[[Kind], Any] = lambda _: Names, eval_str: bool = False
) -> Callable[[Function], Function]:
    """Return a decorator that gives the signature of a function one keyword for each kind.

    The function takes them as `**names`; `help` and whatever else reads signatures, as the command line does,
    see them by name, in the order of kinds. They stand before the keyword `before`. With `eval_str` all
    annotations are types, as the command line needs them, not text.
    """

    def show(function: Function) -> Function:
        signature = inspect.signature(function, eval_str=eval_str)
        shown = [
            inspect.Parameter(kind, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation(kind))
            for kind in ENTITY_KINDS
        ]
        others = [p for p in signature.parameters.values() if p.kind is not inspect.Parameter.VAR_KEYWORD]
        at = [p.name for p in others].index(before)
        function.__dict__["__signature__"] = signature.replace(
            parameters=[*others[:at], *shown, *others[at:]]
        )
        return function

    return show
