"""The extraction of whole papers: a blank spaCy pipeline with the components, in one process or several."""

from __future__ import annotations

import hashlib
import re
from collections import deque
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib.resources import files
from itertools import islice
from typing import Any, Final

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from .ensemble import combine_predictions
from .plugins import (
    CANDIDATE_KEYS,
    PlugIn,
    add_plugins,
    check_filled,
    check_returned,
    plugin_predictions,
    plugins_version,
    watched,
)
from .pool import map_parallel
from .records import ENTITY_KINDS, KINDS, WORDED_KINDS, Kind, Mention, Paper
from .salience import weigh_mentions
from .selection import MIN_CONFIDENCE

# Importing this registers the factories, also where the package is not installed.
from .spacy_components import doc_mentions, text_of

EXTRACTOR_VERSION: Final = "6"
"""Raised with every change of the code that changes what is extracted."""

_DOUBTFUL: Final = 0.1
"""From here on a name below the threshold is shown to plug-ins; one that agrees may raise it above."""

Batch = tuple[list[tuple[Mention, ...]], set[str]]
"""The mentions of each paper of a batch, and the span groups that components filled."""

# "\ud83d" of "half \ud83d a pair"; not "é".
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@cache
def extractor_version() -> str:
    """Return the version of code and data together: equal versions give equal mentions for equal texts."""
    digest = hashlib.sha256()
    for resource in sorted(files("paperlattice.extractors").joinpath("data").iterdir(), key=lambda r: r.name):
        digest.update(resource.name.encode() + resource.read_bytes())
    return f"{EXTRACTOR_VERSION}-{digest.hexdigest()[:12]}"


def version_with(components: Iterable[PlugIn]) -> str:
    """Return the version of the extractor together with plug-ins: their names and configuration count."""
    return extractor_version() + plugins_version(components)


def make_pipeline(
    *,
    min_confidence: float = MIN_CONFIDENCE,
    kinds: Collection[Kind] = ENTITY_KINDS,
    components: Sequence[PlugIn] = (),
    language: str = "en",
) -> Language:
    """Return a blank spaCy pipeline with a finder for each kind: `method_finder`, `task_finder`, ...

    `doc.spans` then has the groups "methods", "datasets", "repos", "tasks", "techniques";
    `spacy_components.doc_mentions` reads them as mentions. Plug-ins follow, after finders of doubtful names
    that they may confirm.

    Args:
        min_confidence: Names below this probability (0 to 1) are left out.
        kinds: The kinds to find; all five by default.
        components: Plug-ins; each is a pipe "plugin:NAME".
        language: A language of spaCy; it changes the tokens, not what is found.

    Raises:
        PluginError: A component is unknown, or two share a name or a spans key.
        ValueError: Something in `kinds` is no kind.

    Example:
        >>> from paperlattice.extractors import make_pipeline
        >>> nlp = make_pipeline()
        >>> nlp.pipe_names
        ['technique_finder', 'task_finder', 'repo_finder', 'dataset_finder', 'method_finder']
        >>> doc = nlp("We train CLIP on ImageNet.")
        >>> [span.text for span in doc.spans["methods"]]
        ['CLIP']
    """
    if wrong := sorted(str(kind) for kind in kinds if kind not in KINDS):
        raise ValueError(f"{wrong[0]!r} is not a kind: give some of {', '.join(ENTITY_KINDS)}")
    nlp = spacy.blank(language)
    nlp.max_length = 100_000_000  # our components take time linear in the text; the limit guards parsers
    for kind in reversed(ENTITY_KINDS):
        if kind in kinds:
            nlp.add_pipe(
                f"{kind}_finder", config={"min_confidence": min_confidence} if kind in WORDED_KINDS else {}
            )
    if components:
        for kind in (k for k in WORDED_KINDS if k in kinds):
            key = CANDIDATE_KEYS[kind]
            config = {"spans_key": key, "min_confidence": min(min_confidence, _DOUBTFUL)}
            nlp.add_pipe(f"{kind}_finder", name=key, config=config)
        add_plugins(nlp, components)
    return nlp


def extract(
    papers: Iterable[Paper],
    *,
    n_process: int = 1,
    batch_size: int = 64,
    min_confidence: float = MIN_CONFIDENCE,
    kinds: Collection[Kind] = ENTITY_KINDS,
    components: Sequence[PlugIn] = (),
) -> Generator[tuple[Mention, ...], None, None]:
    """Yield the mentions of each paper, one tuple a paper, in the order of the papers.

    Within a paper they are in the order of kinds (`ENTITY_KINDS`) and of the text.

    The result is a pure function of each paper's title and abstract.

    Args:
        papers: Any papers; they are read as they are needed.
        n_process: The number of processes; it does not change the result.
        batch_size: The number of papers that are processed at once; it does not change the result.
        min_confidence: Names below this probability (0 to 1) are left out.
        kinds: The kinds to find; all five by default.
        components: Plug-ins; what they find is combined in their order, see `extractors.ensemble`.

    Raises:
        PluginError: A plug-in is unknown, fails, or fills its key for none of the papers.

    Example:
        >>> from paperlattice.extractors import Paper, extract
        >>> papers = [Paper("1", "Quiet Quills", "We train CLIP on CIFAR-10."), Paper("2", "Empty")]
        >>> [[mention.name for mention in mentions] for mentions in extract(papers)]
        [['CLIP', 'CIFAR-10'], []]
    """
    options: dict[str, Any] = {"min_confidence": min_confidence, "kinds": kinds, "components": components}
    filled: set[str] = set()
    if n_process > 1:
        source = iter(papers)
        batches = iter(lambda: list(islice(source, batch_size)), [])
        for found, keys in map_parallel(
            batches, partial(_make_batch_extractor, **options), n_process=n_process
        ):
            filled |= keys
            yield from found
    else:
        yield from Extraction(filled, **options).run(papers, batch_size=batch_size)
    check_filled(components, filled)


@dataclass(frozen=True, slots=True)
class _Read:
    """A paper as our finders read it; `original` is its text where spaCy was given another."""

    doc: Doc
    paper_id: str
    original: str
    found: list[Mention]


class Extraction:
    """The pipeline of one process; `filled` collects the span groups that components fill."""

    def __init__(
        self,
        filled: set[str],
        *,
        min_confidence: float,
        kinds: Collection[Kind],
        components: Sequence[PlugIn],
    ) -> None:
        self._filled = filled
        self._components = components
        self._min_confidence = min_confidence
        self._kinds = frozenset(kinds)
        # Our finders read the text, not the tokens: a language without exceptions is made in a fifth of the
        # time.
        self._nlp = make_pipeline(
            components=components,
            language="en" if components else "xx",
            kinds=kinds,
            min_confidence=min_confidence,
        )
        if not components:
            self._nlp.tokenizer = partial(_uncut, self._nlp.vocab)
            vocab: Any = self._nlp.vocab
            vocab.lex_attr_getters = {}  # nothing reads whether a text "is a number"

    def run(self, papers: Iterable[Paper], *, batch_size: int) -> Iterator[tuple[Mention, ...]]:
        """Yield the mentions of each paper, in order."""
        if self._components:  # they may keep a Doc
            yield from self._run(papers, batch_size=batch_size)
            return
        source = iter(papers)
        while batch := list(islice(source, batch_size)):
            # The vocabulary forgets the texts, which it would else keep, each as a word.
            with self._nlp.memory_zone():
                found = list(self._run(batch, batch_size=batch_size))
            yield from found

    def _run(self, papers: Iterable[Paper], *, batch_size: int) -> Iterator[tuple[Mention, ...]]:
        errors: list[BaseException] = []
        texts = map(_readable, _noting(papers, errors))
        rules = [plugin.rule for plugin in self._components]
        docs: Any = self._nlp.pipe(texts, as_tuples=True, batch_size=batch_size, disable=rules)
        read = (_Read(doc, id_, original, doc_mentions(doc, paper_id=id_)) for doc, (id_, original) in docs)
        for one in self._plugged(read, errors, batch_size=batch_size) if rules else read:
            found, original = weigh_mentions(text_of(one.doc), one.found), one.original
            yield tuple(replace(m, surface=original[m.start : m.end]) if original else m for m in found)

    def _plugged(
        self, read: Iterable[_Read], errors: list[BaseException], *, batch_size: int
    ) -> Iterator[_Read]:
        """Yield what was read, combined with what plug-ins find; what they do to our spans is no matter."""
        given: deque[tuple[_Read, list[Mention]]] = deque()

        def noted() -> Iterator[Doc]:
            for one in read:
                weak = doc_mentions(one.doc, paper_id=one.paper_id, spans_keys=CANDIDATE_KEYS)
                given.append((one, weak))
                yield one.doc

        rules = {plugin.rule for plugin in self._components}
        ours = [name for name in self._nlp.pipe_names if name not in rules]
        docs = self._nlp.pipe(noted(), batch_size=batch_size, disable=ours)
        for doc in watched(docs, self._components, given=errors):
            check_returned(doc, given[0][0].doc if given else None, self._components)
            self._filled.update(doc.spans)
            yield self._combined(*given.popleft())
        check_returned(None, given[0][0].doc if given else None, self._components)

    def _combined(self, read: _Read, weak: list[Mention]) -> _Read:
        """Return what was read with the predictions of each plug-in, in the order of the plug-ins."""
        found = read.found
        for plugin in self._components:
            predictions = [p for p in plugin_predictions(read.doc, plugin) if p.kind in self._kinds]
            found = combine_predictions(
                found,
                weak,
                predictions,
                rule=plugin.rule,
                paper_id=read.paper_id,
                min_confidence=self._min_confidence,
            )
        return replace(read, found=found)


def _uncut(vocab: Vocab, text: str) -> Doc:
    """Return a Doc of one token: our finders read the text, and cutting it takes a tenth of all time."""
    return Doc(vocab, words=[text], spaces=[False]) if text else Doc(vocab)


def _make_batch_extractor(**options: Any) -> Callable[[list[Paper]], Batch]:
    filled: set[str] = set()
    extraction = Extraction(filled, **options)

    def extract_batch(papers: list[Paper]) -> Batch:
        found = list(extraction.run(papers, batch_size=len(papers)))
        keys = set(filled)
        filled.clear()
        return found, keys

    return extract_batch


def _noting(papers: Iterable[Paper], errors: list[BaseException]) -> Iterator[Paper]:
    """Yield the papers; what their source raises is recorded, so that no plug-in is blamed for it."""
    try:
        yield from papers
    except BaseException as error:
        errors.append(error)
        raise


def _readable(paper: Paper) -> tuple[str, tuple[str, str]]:
    """Return a text that spaCy accepts, and id and text of the paper (the text only if it differs).

    spaCy raises on half of a surrogate pair, which JSON escapes can make; a replacement keeps the offsets.
    """
    text = paper.text
    readable = text if text.isascii() else _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
    return readable, (paper.id, "" if readable == text else text)
