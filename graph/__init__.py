"""The graph of papers and what they name: resolve, link, export, query."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from paperlattice.extractors.errors import (
        GoldError as GoldError,
        InputNotFound as InputNotFound,
        PaperlatticeError as PaperlatticeError,
        PluginError as PluginError,
        SourceError as SourceError,
        UnknownSource as UnknownSource,
    )
    from paperlattice.extractors.records import Author as Author, Mention as Mention, Paper as Paper
    from paperlattice.graph.api import (
        ArrowTables as ArrowTables,
        Frames as Frames,
        KnowledgeGraph as KnowledgeGraph,
        Store as Store,
    )
    from paperlattice.graph.errors import (
        DateError as DateError,
        EngineError as EngineError,
        ExportError as ExportError,
        OptionError as OptionError,
        PinError as PinError,
        QueryError as QueryError,
        StoreError as StoreError,
        UnknownFormat as UnknownFormat,
        UnknownKind as UnknownKind,
        UnknownNode as UnknownNode,
        WatchError as WatchError,
    )
    from paperlattice.graph.export import write_graph as write_graph
    from paperlattice.graph.export.digest import write_digest as write_digest
    from paperlattice.graph.export.overview import write_overview as write_overview
    from paperlattice.graph.link.shared import link_papers as link_papers
    from paperlattice.graph.model.options import BuildReport as BuildReport, Changes as Changes
    from paperlattice.graph.model.pin_files import read_pins as read_pins, write_pins as write_pins
    from paperlattice.graph.model.pins import (
        Add as Add,
        Drop as Drop,
        Pin as Pin,
        Pins as Pins,
        Rename as Rename,
        Retype as Retype,
        TopicName as TopicName,
        Unrelated as Unrelated,
    )
    from paperlattice.graph.model.records import Entity as Entity, Link as Link, Merge as Merge
    from paperlattice.graph.model.watch import Watch as Watch, read_watch as read_watch
    from paperlattice.graph.pipeline.spark import build_with_spark as build_with_spark
    from paperlattice.graph.query.answers import (
        Disagreement as Disagreement,
        EntityView as EntityView,
        Evidence as Evidence,
        Named as Named,
        NamedIn as NamedIn,
        Related as Related,
        Step as Step,
    )
    from paperlattice.graph.query.context import (
        Context as Context,
        Passage as Passage,
        QuotedPaper as QuotedPaper,
    )
    from paperlattice.graph.query.digest import (
        Digest as Digest,
        FirstSeen as FirstSeen,
        Movement as Movement,
        NewCode as NewCode,
        NewName as NewName,
        NewPaper as NewPaper,
        TopicNews as TopicNews,
    )
    from paperlattice.graph.query.matrix import Counted as Counted, Gap as Gap, Matrix as Matrix
    from paperlattice.graph.query.overview import (
        LinkedPaper as LinkedPaper,
        Overview as Overview,
        TopicPart as TopicPart,
        Used as Used,
    )
    from paperlattice.graph.query.pairs import (
        OddsPart as OddsPart,
        PairExplanation as PairExplanation,
        SharedName as SharedName,
    )
    from paperlattice.graph.query.question_names import NamedInQuestion as NamedInQuestion
    from paperlattice.graph.query.sql import Answer as Answer
    from paperlattice.graph.query.taken_up import TakenUp as TakenUp
    from paperlattice.graph.query.text_search import Hit as Hit
    from paperlattice.graph.query.topics import CentralPaper as CentralPaper, TopicView as TopicView
    from paperlattice.graph.query.trends import Trend as Trend, Trends as Trends
    from paperlattice.graph.resolve.entities import resolve_entities as resolve_entities
    from paperlattice.graph.resolve.explain import Explanation as Explanation

if __name__ == "graph":  # in a checkout: the modules are those of the package, under a second name
    sys.path.append(str(Path(__file__).resolve().parents[1] / ".src"))
    import_module("paperlattice.checkout").share_modules("graph")

_HOMES: Final = {
    "InputNotFound": "extractors.errors",
    "PaperlatticeError": "extractors.errors",
    "PluginError": "extractors.errors",
    "SourceError": "extractors.errors",
    "UnknownSource": "extractors.errors",
    "Author": "extractors.records",
    "Mention": "extractors.records",
    "Paper": "extractors.records",
    "ArrowTables": "graph.api",
    "Frames": "graph.api",
    "KnowledgeGraph": "graph.api",
    "Store": "graph.api",
    "DateError": "graph.errors",
    "EngineError": "graph.errors",
    "ExportError": "graph.errors",
    "GoldError": "extractors.errors",
    "OptionError": "graph.errors",
    "PinError": "graph.errors",
    "QueryError": "graph.errors",
    "StoreError": "graph.errors",
    "UnknownFormat": "graph.errors",
    "UnknownKind": "graph.errors",
    "UnknownNode": "graph.errors",
    "WatchError": "graph.errors",
    "write_graph": "graph.export",
    "write_digest": "graph.export.digest",
    "write_overview": "graph.export.overview",
    "BuildReport": "graph.model.options",
    "Changes": "graph.model.options",
    "read_pins": "graph.model.pin_files",
    "write_pins": "graph.model.pin_files",
    "Add": "graph.model.pins",
    "Drop": "graph.model.pins",
    "Pin": "graph.model.pins",
    "Pins": "graph.model.pins",
    "Rename": "graph.model.pins",
    "Retype": "graph.model.pins",
    "TopicName": "graph.model.pins",
    "Unrelated": "graph.model.pins",
    "Entity": "graph.model.records",
    "Link": "graph.model.records",
    "Merge": "graph.model.records",
    "Watch": "graph.model.watch",
    "read_watch": "graph.model.watch",
    "link_papers": "graph.link.shared",
    "build_with_spark": "graph.pipeline.spark",
    "Context": "graph.query.context",
    "Passage": "graph.query.context",
    "QuotedPaper": "graph.query.context",
    "NamedInQuestion": "graph.query.question_names",
    "Disagreement": "graph.query.answers",
    "EntityView": "graph.query.answers",
    "Evidence": "graph.query.answers",
    "Named": "graph.query.answers",
    "NamedIn": "graph.query.answers",
    "Related": "graph.query.answers",
    "Step": "graph.query.answers",
    "Digest": "graph.query.digest",
    "FirstSeen": "graph.query.digest",
    "Movement": "graph.query.digest",
    "NewCode": "graph.query.digest",
    "NewName": "graph.query.digest",
    "NewPaper": "graph.query.digest",
    "TopicNews": "graph.query.digest",
    "LinkedPaper": "graph.query.overview",
    "Overview": "graph.query.overview",
    "TopicPart": "graph.query.overview",
    "Used": "graph.query.overview",
    "CentralPaper": "graph.query.topics",
    "Answer": "graph.query.sql",
    "Hit": "graph.query.text_search",
    "TopicView": "graph.query.topics",
    "resolve_entities": "graph.resolve.entities",
    "Explanation": "graph.resolve.explain",
    "PairExplanation": "graph.query.pairs",
    "OddsPart": "graph.query.pairs",
    "SharedName": "graph.query.pairs",
    "Counted": "graph.query.matrix",
    "Gap": "graph.query.matrix",
    "Matrix": "graph.query.matrix",
    "TakenUp": "graph.query.taken_up",
    "Trend": "graph.query.trends",
    "Trends": "graph.query.trends",
}

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    """Import the home of a public name on first use: `import paperlattice` alone stays fast."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"paperlattice.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
