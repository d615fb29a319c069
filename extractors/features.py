"""What a text says about each of its candidates, as numbers and as words, for the scorer to weigh.

There are two kinds of features. `words` are strings such as "next=dataset" or "appos=benchmark", which a
linear model weighs one by one. `numbers` are a fixed row of floats (NUMBERS names them): shape, position,
lexicons, how the candidate lies to the others. Each is computed once a candidate over all its occurrences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from .candidates import Candidate
from .context import ContextFeatures, TextView
from .gazetteer import CLASSES
from .text import Tokens

LexiconRow = tuple[float, ...]
"""How often a form was labelled method, dataset, optional, none in other papers, and how often proposed."""

LEXICON_NUMBERS: Final = ("lex_method", "lex_dataset", "lex_optional", "lex_none", "lex_proposed")
CORPUS_MEANS: Final = (
    "next_dataset", "next_model", "next_algorithm", "next_metric", "next_task", "next_organisation",
    "near_propose", "near_evaluate", "in_title", "title_head", "opening_only", "inside",
    "propose_before", "our_before", "on_before", "with_before", "such_as_before", "parenthesis",
    "in_list", "list_dataset", "list_method", "appos_dataset", "appos_method", "is_a_dataset", "is_a_method",
    "src_abbreviation", "src_shape", "hyphen_tail", "acronym", "camel", "capitalised", "lower",
    "number_after", "slash",
    "cue_dataset", "cue_method", "cue_other", "tail_dataset", "tail_metric", "tail_task", "lead_dataset",
)  # fmt: skip
"""The features whose means over a corpus say what a form is elsewhere."""

CONTEXT: Final = ("context_method", "context_dataset")
"""Mean probabilities over a corpus by a model that sees the words around a form, never the form."""

GROUPS: Final = ("before", "after", "form", "sentence")
"""What a word feature describes: what is before an occurrence, what is after it, the form, the sentence."""

_GROUP_OF: Final = {
    **dict.fromkeys(("b1", "b2", "b", "lead", "x"), 0),
    **dict.fromkeys(("a1", "a2", "a", "head", "tail", "appos"), 1),
    **dict.fromkeys(("sb", "sa", "in"), 3),
}

NUMBERS: Final = (
    *(f"next_{c}" for c in CLASSES[:6]),
    *(f"near_{c}" for c in CLASSES),
    "places", "in_title", "title_head", "first_place", "sentences", "words", "letters", "capitals", "digits",
    "acronym", "camel", "capitalised", "lower", "hyphens", "opening_only", "slash",
    "src_shape", "src_gazetteer", "src_abbreviation", "src_christened", "src_title",
    "pair_short_upper", "pair_last_dataset", "pair_last_model", "pair_last_algorithm", "pair_last_task",
    "pair_last_metric",
    "gaz_method", "gaz_dataset", "gaz_generic", "gaz_ambiguous", "gaz_cased", "gaz_redefined",
    *LEXICON_NUMBERS,
    "inside", "contains", "last_dataset", "last_model", "last_algorithm", "last_metric", "last_task",
    "propose_before", "our_before", "on_before", "with_before", "such_as_before", "parenthesis",
    "in_list", "list_dataset", "list_method",
    "doc_dataset_words", "doc_method_words", "doc_introduces_dataset", "doc_introduces_method",
    "doc_title_dataset", "doc_title_method", "doc_candidates", "doc_own_heads",
    "hyphen_tail", "appos_dataset", "appos_method",
    "number_after", "is_a_dataset", "is_a_method",
    "cue_dataset", "cue_method", "cue_other",
    *(f"{side}_{c}" for side in ("tail", "lead") for c in CLASSES[:5]),
    "corpus_papers", *(f"corpus_{name}" for name in (*CORPUS_MEANS, *CONTEXT)),
)  # fmt: skip


def word_group(word: str) -> int:
    """Return the index in GROUPS of a word feature."""
    return _GROUP_OF.get(word.partition("=")[0], GROUPS.index("form"))


class Lexicon(Mapping[str, LexiconRow]):
    """Rows of numbers by form key; unknown forms give zeros."""

    def __init__(self, rows: dict[str, LexiconRow], width: int) -> None:
        self._rows, self._zero = rows, (0.0,) * width

    def __getitem__(self, key: str) -> LexiconRow:
        return self._rows.get(key, self._zero)

    def __contains__(self, key: object) -> bool:
        return key in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


@dataclass(frozen=True, slots=True)
class DocumentFeatures:
    """One row a candidate: `words[i]` and `numbers[i]` belong to candidate i.

    The other three hold indices of candidates: those next to it in a list, those that contain one of its
    occurrences, those that one of its occurrences contains.
    """

    words: list[list[str]]
    numbers: list[list[float]]
    listed: list[list[int]]
    around: list[list[int]]
    within: list[list[int]]


def batch_features(
    texts: Iterable[tuple[Tokens, Sequence[Candidate]]],
    lexicon: Mapping[str, LexiconRow],
    statistics: Mapping[str, LexiconRow],
) -> list[DocumentFeatures]:
    """Return the features of all candidates of each text."""
    return [candidate_features(*text, lexicon, statistics) for text in texts]


def candidate_features(
    tokens: Tokens,
    candidates: Sequence[Candidate],
    lexicon: Mapping[str, LexiconRow],
    statistics: Mapping[str, LexiconRow],
) -> DocumentFeatures:
    """Return the features of all candidates of a text."""
    view = TextView(tokens, candidates, lexicon, statistics)
    features = DocumentFeatures([], [], [], [], [])
    for candidate in candidates:
        reader = ContextFeatures(view, candidate)
        features.words.append(reader.words())
        features.numbers.append(reader.numbers())
        features.listed.append(sorted(reader.listed))
        features.around.append(sorted(reader.around))
        features.within.append(sorted(reader.within))
    return features
