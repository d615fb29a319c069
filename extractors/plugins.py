"""Third-party spaCy components as further extractors: named in the configuration, read from `doc.spans`.

A component takes part if it fills a span group: GLiNER, spancat, a transformer pipeline, spacy-llm. It must
be registered as a spaCy factory, by an installed package or by an import before the pipeline is made.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from .errors import PluginError
from .records import KINDS, WORDED_KINDS, Kind, listed
from .toml_files import read_toml

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

    from .ensemble import Prediction

DEFAULT_WEIGHT: Final = 0.5
"""The confidence of a span without a score: it counts neither for nor against what is doubtful."""

CANDIDATE_KEYS: Final[dict[Kind, str]] = {kind: f"{kind}_candidates" for kind in WORDED_KINDS}
"""The span groups with the doubtful names of each kind that plug-ins may confirm."""

_OWN_KEYS: Final = {*(facts.key for facts in KINDS.values()), *CANDIDATE_KEYS.values()}
_ENTRIES: Final = frozenset({"name", "factory", "config", "spans_key", "labels"})
_EDGES: Final = " \t\r\n.,;:!?()[]{}\"'“”‘’`"
_LONGEST_MESSAGE: Final = 200


@dataclass(frozen=True, slots=True)
class PlugIn:
    """A spaCy component that fills `doc.spans[spans_key]`, and what the labels of its spans mean.

    Args:
        factory: The name under which spaCy knows the component.
        labels: "method", "dataset", "task" or "technique" by label; spans with other labels are skipped, the
            case of labels does not matter.
        config: The configuration for the factory.
        spans_key: The span group that the component fills; "sc" is the default of spaCy's own.
        name: Part of the rule of what the component finds ("plugin:NAME"); the factory by default.

    Raises:
        PluginError: A kind is not one that is found by its words, there are no labels, the spans key is that
            of one of our own components, or the name holds blanks or "+".

    Example:
        >>> from paperlattice.extractors import PlugIn
        >>> PlugIn("spancat", labels={"MODEL": "method", "CORPUS": "dataset"}, name="ours").rule
        'plugin:ours'
    """

    factory: str
    labels: Mapping[str, Kind]
    config: Mapping[str, Any] = field(default_factory=dict)
    spans_key: str = "sc"
    name: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", self.name or self.factory)
        if not self.name or "+" in self.name or any(c.isspace() for c in self.name):
            raise PluginError(f"plug-in {self.name!r}: give it a name without blanks and without +")
        if not self.labels:
            raise PluginError(
                f"plug-in {self.name}: no labels; give the kind of each: labels = {{LABEL = 'method'}}"
            )
        if wrong := sorted(str(kind) for kind in self.labels.values() if kind not in WORDED_KINDS):
            kinds = listed(WORDED_KINDS, "or")
            raise PluginError(f"plug-in {self.name}: a label has the kind {wrong[0]!r}; give {kinds}")
        if not self.spans_key or self.spans_key in _OWN_KEYS:
            raise PluginError(f"plug-in {self.name}: spans_key {self.spans_key!r} is taken; choose another")

    @property
    def rule(self) -> str:
        """What `Mention.rule` holds where this component found a name."""
        return f"plugin:{self.name}"


def read_plugins(path: str | PathLike[str]) -> tuple[PlugIn, ...]:
    r"""Return the plug-ins of a TOML file, one for each table `[[component]]`.

    Args:
        path: The file. A table holds `factory` and `labels`, and may hold `config`, `spans_key` and `name`,
            see `PlugIn`.

    Raises:
        PluginError: The file cannot be read or a table is wrong; the message names the file and the number of
            the table.

    Example:
        >>> import tempfile
        >>> from pathlib import Path
        >>> from paperlattice.extractors import read_plugins
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = Path(folder, "plugins.toml")
        ...     _ = file.write_text('[[component]]\nfactory = "spancat"\nlabels = {MODEL = "method"}')
        ...     [(plugin.rule, plugin.labels) for plugin in read_plugins(file)]
        [('plugin:spancat', {'MODEL': 'method'})]
    """
    file = Path(path)
    data = read_toml(file, "the plug-in file", error=PluginError)
    tables = data.get("component")
    if data.keys() != {"component"} or not isinstance(tables, list) or not tables:
        raise PluginError(
            f"{file}: holds something other than tables [[component]]; write one for each plug-in"
        )
    return tuple(_plugin(table, f"{file}: [[component]] {i}") for i, table in enumerate(tables, start=1))


def _plugin(table: Any, source: str) -> PlugIn:
    if not isinstance(table, dict):
        raise PluginError(f"{source}: not a table; write [[component]]")
    if unknown := sorted(table.keys() - _ENTRIES):
        raise PluginError(
            f"{source}: unknown entry {unknown[0]!r}; allowed are {', '.join(sorted(_ENTRIES))}"
        )
    if missing := sorted({"factory", "labels"} - table.keys()):
        raise PluginError(f"{source}: {missing[0]!r} is missing")
    for entry, value in table.items():
        wanted: type = dict if entry in ("config", "labels") else str
        if not isinstance(value, wanted) or not (value or entry == "config"):
            what = "a table" if wanted is dict else "a text"
            raise PluginError(f"{source}: {entry!r} must be {what}, found {value!r}")
    try:
        return PlugIn(**table)
    except PluginError as error:
        raise PluginError(f"{source}: {error}") from error


def plugins_version(plugins: Iterable[PlugIn]) -> str:
    """Return what distinguishes configurations of plug-ins: their names with digests; empty for none."""
    parts = []
    for plugin in plugins:
        settings = [plugin.factory, dict(plugin.config), plugin.spans_key, dict(plugin.labels)]
        exact = json.dumps(settings, sort_keys=True, default=repr)
        parts.append(f"+{plugin.name}-{hashlib.sha256(exact.encode()).hexdigest()[:12]}")
    return "".join(parts)


def add_plugins(nlp: Language, plugins: Sequence[PlugIn]) -> None:
    """Add the components to the end of a pipeline, in their order; a failing one raises PluginError.

    Raises PluginError if a factory is unknown or refuses its configuration, or if two share a name or a
    spans key.
    """
    for entry in ("name", "spans_key"):
        values = [getattr(plugin, entry) for plugin in plugins]
        if twice := sorted(value for value in set(values) if values.count(value) > 1):
            raise PluginError(f"two plug-ins have the {entry} {twice[0]!r}; each needs its own")
    for plugin in plugins:
        if not nlp.has_factory(plugin.factory):
            raise PluginError(
                f"plug-in {plugin.name}: spaCy knows no component {plugin.factory!r}; "
                "install the package that brings it, or import the module that registers it"
            )
        try:
            nlp.add_pipe(plugin.factory, name=plugin.rule, config=dict(plugin.config))
        except (Exception, SystemExit) as error:
            raise PluginError(
                f"plug-in {plugin.name}: could not be set up: {_one_line(error)}; check its config"
            ) from error
    if plugins:
        nlp.set_error_handler(_raise_named)


def _raise_named(pipe: str | None, _component: Any, _docs: Any, error: Exception) -> NoReturn:
    """Raise what a component raised, as PluginError where it is a plug-in; spaCy calls this."""
    if pipe is not None and pipe.startswith("plugin:") and not isinstance(error, PluginError):
        raise PluginError(_failed(pipe.removeprefix("plugin:"), error)) from error
    raise error


def plugin_predictions(doc: Doc, plugin: PlugIn) -> list[Prediction]:
    """Return what a plug-in found in a Doc, nothing where it did not fill its key.

    Spans lose blanks and punctuation around them. The confidence is the span's in `group.attrs["scores"]`,
    where spaCy's spancat leaves it, or in `span._.score`, where GLiNER's wrapper does, cut to 0..1; else
    DEFAULT_WEIGHT.

    Raises PluginError for spans or scores that cannot be read.
    """
    try:
        return _predictions(doc, plugin)
    except Exception as error:
        raise PluginError(_failed(plugin.name, error)) from error


def _predictions(doc: Doc, plugin: PlugIn) -> list[Prediction]:
    from .ensemble import Prediction

    if plugin.spans_key not in doc.spans:
        return []
    group: Any = doc.spans[plugin.spans_key]
    kinds = {label.casefold(): kind for label, kind in plugin.labels.items()}
    scores = group.attrs.get("scores")
    scores = scores if scores is not None and len(scores) == len(group) else None
    predictions = []
    for index, span in enumerate(group):
        kind = kinds.get(span.label_.casefold())
        text = span.text
        surface = text.strip(_EDGES)
        if kind is not None and surface and "\n" not in surface:
            start = span.start_char + len(text) - len(text.lstrip(_EDGES))
            score = _probability(_own_score(span) if scores is None else scores[index])
            predictions.append(Prediction(kind, surface, start, start + len(surface), score))
    return predictions


def _own_score(span: Span) -> Any:
    """Return `span._.score`, None where nobody has set it (then it is absent, or the default 0)."""
    return (span._.score or None) if span.has_extension("score") else None


def _probability(score: Any) -> float:
    try:
        value = float(score)
    except (TypeError, ValueError):
        return DEFAULT_WEIGHT
    return DEFAULT_WEIGHT if math.isnan(value) else min(max(value, 0.0), 1.0)


def watched(docs: Iterator[Any], plugins: Sequence[PlugIn], *, given: list[BaseException]) -> Iterator[Any]:
    """Yield the docs; what a plug-in raises on the way, here or in another process, becomes a PluginError.

    `given` collects what the source of the papers raises: that is raised again as it is.
    """
    try:
        yield from docs
    except PluginError:
        raise
    except (Exception, SystemExit) as error:  # a component may end in sys.exit, too
        if not plugins or any(error is known for known in given):
            raise
        lines = str(error).strip().splitlines()
        message = lines[-1].partition("PluginError: ")[2] if lines else ""
        raise PluginError(message or _failed(_names(plugins), error)) from error


def check_returned(doc: Doc | None, given: Doc | None, plugins: Sequence[PlugIn]) -> None:
    """Raise PluginError if a Doc that comes back is not the given one: another paper would get its names."""
    if doc is not given:
        raise PluginError(
            f"plug-in {_names(plugins)}: does not return each Doc that it is given, once and in order; "
            "let it fill the spans of these"
        )


def check_filled(plugins: Iterable[PlugIn], keys: Set[str]) -> None:
    """Raise PluginError for the first plug-in whose spans key is not in `keys`, those that docs had.

    Without any docs `keys` is empty, and nothing is raised.
    """
    for plugin in plugins:
        if keys and plugin.spans_key not in keys:
            seen = ", ".join(sorted(keys - _OWN_KEYS)) or "no other"
            raise PluginError(
                f"plug-in {plugin.name}: never filled doc.spans[{plugin.spans_key!r}] "
                f"(keys filled: {seen}); set spans_key to the one that it fills"
            )


def _names(plugins: Iterable[PlugIn]) -> str:
    return " or ".join(plugin.name for plugin in plugins)


def _failed(name: str, error: BaseException) -> str:
    return f"plug-in {name}: failed: {_one_line(error)}; leave it out or fix it"


def _one_line(error: BaseException) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    message = f"{type(error).__name__}: {' '.join(lines)}".removesuffix(": ")
    if "multiprocessing" in message and lines:  # a worker's traceback; its last line says what happened
        message = lines[-1]
    return message if len(message) <= _LONGEST_MESSAGE else message[:_LONGEST_MESSAGE] + "…"
