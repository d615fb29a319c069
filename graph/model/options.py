"""The options of a build, and the report of what it did."""

from __future__ import annotations

import hashlib
import math
import os
import re
import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final, Literal, TypedDict, Unpack, get_args

from paperlattice.extractors.records import ENTITY_KINDS, Kind, listed
from paperlattice.extractors.sources.read_result import FileReport, Skipped
from paperlattice.graph.errors import OptionError, UnknownKind
from paperlattice.graph.model.pin_files import read_pins
from paperlattice.graph.model.pins import NO_PINS, Pins

if TYPE_CHECKING:
    from paperlattice.extractors.plugins import PlugIn

HUB_LIMIT: Final = 50
"""With `links="shared"`, an entity named by more papers links none of them.

It alone would draw 1,225 lines. The limit also bounds the work: at most 25 pairs for each time that a paper
names an entity.
"""

LINK_THRESHOLD: Final = 0.2
LINK_TOP: Final = 8
"""With `links="related"`, which pairs are drawn; chosen by measurement (tests/benchmarks/README.md)."""

MILLION: Final = 1_000_000
"""Of the weight of a link, which is a probability: it is taken in whole millionths."""

_LINK_VERSION: Final = "2"  # raised with every change of the code that changes which links there are

Links = Literal["related", "shared", "none"]
"""Which papers a build links: those that likely belong together, those that share an entity, or none."""

FIRST_KINDS: Final[tuple[Kind, ...]] = ("method", "dataset", "repo")
"""The kinds of graphs that were written before the kinds could be chosen."""

_BEFORE_TERMS: Final = frozenset({"1", "2", "3"})
"""The versions of the extractors that found `FIRST_KINDS` only."""


class OptionKeywords(TypedDict, total=False):
    """The options of a build as keywords; what is left out, or None, keeps its value or has the default.

    Args:
        pins: Corrections: a TOML file, what `read_pins` made of one, or `Pins`; no pins by default.
        link_threshold: The least probability of a link, above 0 and below 1; 0.2 by default.
        link_top: So many of the best links of each paper are drawn; 8 by default.
        resolution: Above 1 for more and smaller topics, below for fewer; 1 by default.
        hub_limit: With `links="shared"`, entities that more papers name link no papers; 50 by default.
        min_confidence: Mentions below it (0 to 1) are dropped before names are resolved; 0.45 by default.
        kinds: The kinds of entities to find, as names or as one text with commas; all five by default.
        links: "related" links papers that likely belong together, "shared" those that share an entity of
            these kinds, "none" none; "related" by default.
        generic: Deprecated, without effect: techniques are found by default, and `kinds` chooses.
        components: Plug-ins, see `extractors.PlugIn`; none by default.
    """

    pins: str | os.PathLike[str] | Pins | None
    link_threshold: float | None
    link_top: int | None
    resolution: float | None
    hub_limit: int | None
    min_confidence: float | None
    kinds: str | Iterable[str] | None
    links: Links | None
    generic: bool | None
    components: Sequence[PlugIn]


@cache
def link_version() -> str:
    """Return the version of code and data together: equal versions give equal links for equal papers."""
    from paperlattice.extractors.text_space import space_version

    digest = hashlib.sha256(space_version().encode())
    digest.update(files("paperlattice.graph").joinpath("link/model.json").read_bytes())
    return f"{_LINK_VERSION}-{digest.hexdigest()[:12]}"


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """The options that a graph was built with: what its content depends on besides the papers.

    `extractor_version` includes plug-ins; `components` are those of this run and are not stored.
    `link_version` is empty for graphs that were written before links were probabilities.
    """

    extractor_version: str
    hub_limit: int
    min_confidence: float
    kinds: tuple[Kind, ...] = ENTITY_KINDS
    links: Links = "related"
    link_threshold: float = LINK_THRESHOLD
    link_top: int = LINK_TOP
    link_version: str = field(default_factory=link_version)
    resolution: float = 1.0
    pins: Pins = NO_PINS
    components: tuple[PlugIn, ...] = field(default=(), compare=False, repr=False)

    @classmethod
    def given(cls, old: BuildOptions | None = None, **keywords: Unpack[OptionKeywords]) -> BuildOptions:
        """Return the options that keywords give, for the rest those of `old` or the defaults.

        A graph that was written before there were tasks and techniques did not choose its kinds: unless
        they are given, it gets all.

        Raises PinError, PluginError, UnknownKind, OptionError.
        """
        from paperlattice.extractors.pipeline import version_with
        from paperlattice.extractors.selection import MIN_CONFIDENCE

        components = tuple(keywords.pop("components", ()))
        if keywords.pop("generic", None) is not None:
            note = "`generic` has no effect any more: techniques are found by default, and `kinds` chooses"
            warnings.warn(note, DeprecationWarning, stacklevel=3)
        stored: dict[str, Any] = {"hub_limit": HUB_LIMIT, "min_confidence": MIN_CONFIDENCE}
        if old is not None:
            stored = {name: getattr(old, name) for name in _STORED if name != "kinds" or old.knows_terms}
        values: dict[str, Any] = {name: value for name, value in keywords.items() if value is not None}
        if isinstance(pins := values.get("pins"), str | os.PathLike):
            values["pins"] = read_pins(pins)
        if "kinds" in values:
            values["kinds"] = read_kinds(values["kinds"])
        _check_links(values)
        return cls(extractor_version=version_with(components), components=components, **stored | values)

    @property
    def fingerprint(self) -> list[Any]:
        """What the mentions of a text depend on, besides the text: equal ones give equal mentions."""
        return [self.extractor_version, self.min_confidence, list(self.kinds)]

    @property
    def knows_terms(self) -> bool:
        """Whether its extractors could find tasks and techniques."""
        return re.split("[-+]", self.extractor_version)[0] not in _BEFORE_TERMS

    @property
    def needs_reading(self) -> bool:
        """Whether other extractors than those of today read the papers; plug-ins do not count."""
        from paperlattice.extractors.pipeline import extractor_version

        return self.extractor_version.partition("+")[0] != extractor_version()

    @property
    def is_outdated(self) -> bool:
        """Whether an earlier version read the papers, or linked them."""
        return self.needs_reading or self.link_version != link_version()

    @property
    def least_link(self) -> int:
        """The least weight of a link, in millionths."""
        return round(MILLION * self.link_threshold)


_STORED: Final = (
    "hub_limit",
    "min_confidence",
    "kinds",
    "links",
    "link_threshold",
    "link_top",
    "resolution",
    "pins",
)


def _check_links(values: Mapping[str, Any]) -> None:
    """Raise OptionError for options of links that mean nothing."""
    if values.get("links", "related") not in get_args(Links):
        choices = listed(map(repr, get_args(Links)), "or")
        raise OptionError(f"links is {values['links']!r}; give {choices}")
    threshold = values.get("link_threshold", LINK_THRESHOLD)
    if not 0 < threshold < 1:
        raise OptionError(
            f"link_threshold is {threshold!r}; give a probability above 0 and below 1, such as 0.2"
        )
    if values.get("link_top", LINK_TOP) < 1:
        raise OptionError(f"link_top is {values['link_top']!r}; give 1 or more links a paper")
    if not 0 < values.get("resolution", 1.0) < math.inf:
        raise OptionError(f"resolution is {values['resolution']!r}; give a number above 0, such as 1.5")


@dataclass(frozen=True, slots=True)
class BuildReport:
    """The report of a build, as `KnowledgeGraph.report` and `build_with_spark` return it.

    `entries` counts the papers as the input lists them, `papers` the distinct ones, `duplicates` the
    difference; `without_entities` of the papers name nothing that was found. `entities` counts by kind, of
    the chosen kinds, `links` the pairs of related papers. `skipped` is what could not be read, and why;
    `files` has a report for each file. `pins` are lines on pins that have no effect, the first few of them,
    `idle_pins` says how many there are.
    """

    entries: int = 0
    papers: int = 0
    duplicates: int = 0
    without_entities: int = 0
    entities: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ENTITY_KINDS, 0))
    links: int = 0
    skipped: tuple[Skipped, ...] = ()
    files: tuple[FileReport, ...] = ()
    pins: tuple[str, ...] = ()
    idle_pins: int = 0


@dataclass(frozen=True, slots=True)
class Changes:
    """What a change did, in papers, as `Store.add` and `Store.remove` return it.

    `changed` have another title or abstract than before; `unchanged` came again with the text that the store
    has. `read` is how many abstracts went through the extractors, `report` the report of the graph as it is
    now.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    read: int = 0
    report: BuildReport = field(default_factory=BuildReport, repr=False)


def read_kinds(given: str | Iterable[str]) -> tuple[Kind, ...]:
    """Return kinds in the order of ENTITY_KINDS, given as names or as texts with commas between them.

    Raises UnknownKind for another name, or for none.

    >>> read_kinds("dataset,method"), read_kinds(["task", "method,task"])
    (('method', 'dataset'), ('method', 'task'))
    """
    texts = [given] if isinstance(given, str) else list(given)
    names = [name for text in texts for part in str(text).split(",") if (name := part.strip())]
    choices = listed(ENTITY_KINDS, "and")
    if unknown := next((name for name in names if name not in ENTITY_KINDS), None):
        raise UnknownKind(f"there is no kind {unknown!r}; choose among {choices}")
    if not names:
        raise UnknownKind(f"no kind of entity is given; choose among {choices}")
    return tuple(kind for kind in ENTITY_KINDS if kind in names)
