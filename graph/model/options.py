"""What a graph is built with, and the account of a build."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypedDict, Unpack

from extractors.records import ENTITY_KINDS
from extractors.sources.intake import FileReport, Skipped
from graph.model.pins import NO_PINS, Pins, read_pins

if TYPE_CHECKING:
    from extractors.plugins import PlugIn

HUB_LIMIT: Final = 50
"""An entity named by more papers links none of them.

Its link would weigh 1 / ln 50 = 0.26, a sixth of what the rarest shared entity gives, and it alone would
draw 1,225 lines. The limit also bounds the work: at most 25 pairs for each time that a paper names an
entity.
"""


class OptionKeywords(TypedDict, total=False):
    """The options of a build as keywords; what is left out, or None, keeps its value or has the default.

    `pins` is a TOML file, or what `read_pins` made of one. Entities that more than `hub_limit` papers name
    link no papers. Mentions below `min_confidence` are dropped before names are resolved. `generic` keeps
    terms such as LLM as nodes that are marked so and link no papers. `components` are plug-ins, see
    `extractors.PlugIn`.
    """

    pins: str | os.PathLike[str] | Pins | None
    hub_limit: int | None
    min_confidence: float | None
    generic: bool | None
    components: Sequence[PlugIn]


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """The options that a graph was built with: what its content depends on beside the papers.

    `extractor_version` speaks of plug-ins too; `components` are those of this run and are not stored.
    """

    extractor_version: str
    hub_limit: int
    min_confidence: float
    generic: bool = False
    pins: Pins = NO_PINS
    components: tuple[PlugIn, ...] = field(default=(), compare=False, repr=False)

    @classmethod
    def given(cls, old: BuildOptions | None = None, **keywords: Unpack[OptionKeywords]) -> BuildOptions:
        """Return the options that keywords say, for the rest those of `old` or the defaults.

        Raises PinError, PluginError.
        """
        from extractors.names import MIN_CONFIDENCE
        from extractors.pipeline import version_with

        components = tuple(keywords.pop("components", ()))
        stored: dict[str, Any] = {"hub_limit": HUB_LIMIT, "min_confidence": MIN_CONFIDENCE}
        if old is not None:
            stored = {name: getattr(old, name) for name in ("hub_limit", "min_confidence", "generic", "pins")}
        said: dict[str, Any] = {name: value for name, value in keywords.items() if value is not None}
        if isinstance(pins := said.get("pins"), str | os.PathLike):
            said["pins"] = read_pins(pins)
        return cls(extractor_version=version_with(components), components=components, **stored | said)

    @property
    def fingerprint(self) -> list[Any]:
        """What the mentions of a text depend on, beside the text: equal ones give equal mentions."""
        return [self.extractor_version, self.min_confidence, self.generic]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """The account of a build.

    `entries` counts the papers as the input lists them, `papers` the distinct ones; `without_entities` of
    those name nothing that was found. `entities` counts by kind. `skipped` is what could not be taken, and
    why.
    """

    entries: int = 0
    papers: int = 0
    duplicates: int = 0
    without_entities: int = 0
    entities: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ENTITY_KINDS, 0))
    links: int = 0
    skipped: tuple[Skipped, ...] = ()
    files: tuple[FileReport, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What a change did, in papers.

    `changed` have another title or abstract than before; `unchanged` came again with the text that the store
    has. `read` is how many abstracts went through the extractors, `report` the account of the graph as it is.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    read: int = 0
    report: BuildReport = field(default_factory=BuildReport, repr=False)
