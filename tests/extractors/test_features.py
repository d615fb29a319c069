"""Signals: what a text says about its candidates."""

import math

import numpy as np
import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.candidates import find_candidates
from paperlattice.extractors.context import (
    _INTRODUCES_DATA,
    _INTRODUCES_METHOD,
    count_claims,
    different,
    pairs_of,
)
from paperlattice.extractors.features import (
    CORPUS_MEANS,
    NUMBERS,
    Lexicon,
    batch_features,
    candidate_features,
)
from paperlattice.extractors.gazetteer import CLASSES, Entry, Gazetteer, trigger_classes
from paperlattice.extractors.text import Tokens

KNOWN = Gazetteer(
    {"LACE": (Entry("LACE", "method"),), "LensQA": (Entry("LensQA", "dataset", ambiguous=True, cased=0.4),)}
)
NO_LEXICON = Lexicon({}, 5)
NO_STATISTICS = Lexicon({}, sum(name.startswith("corpus_") for name in NUMBERS))


def features(text, lexicon=NO_LEXICON):
    """Return key -> (words, numbers by name)."""
    tokens = Tokens.of(text)
    candidates = find_candidates(tokens, KNOWN)
    found = candidate_features(tokens, candidates, lexicon, NO_STATISTICS)
    rows = [dict(zip(NUMBERS, row, strict=True)) for row in found.numbers]
    return {c.key: (set(words), row) for c, words, row in zip(candidates, found.words, rows, strict=True)}


def test_numbers_have_one_name_each():
    assert len(NUMBERS) == len(set(NUMBERS))
    assert set(CORPUS_MEANS) <= set(NUMBERS)


def test_trigger_words_have_one_class():
    classes = trigger_classes()
    assert set(classes.values()) <= set(CLASSES)
    assert (classes["dataset"], classes["backbone"], classes["optimizer"]) == (
        "dataset",
        "model",
        "algorithm",
    )
    assert all(word == word.lower() and word.split() == [word] for word in classes)


def test_short_and_long_form_share_their_context():
    words = features("We annotate the Quiet Lamp Benchmark (QLB) corpus.")["qlb"][0]
    assert {"b1=the", "a1=corpus", "head=corpus"} <= words
    assert not any(w.startswith(("b1=benchmark", "a1=(")) for w in words)


@pytest.mark.parametrize(
    "text, value",
    [
        ("The Latent Attention Cascade Engine (LACE) wins.", 1.0),
        ("The LACE wins.", 0.0),
        ("The Quiet Lamp Benchmark (QLB) wins.", 0.0),
    ],
)
def test_a_known_short_form_may_mean_something_else_here(text, value):
    found = features(text)
    assert found["lace" if "LACE" in text else "qlb"][1]["gaz_redefined"] == value


@pytest.mark.parametrize(
    "text, number, value",
    [
        ("We use the QuillQA dataset.", "next_dataset", 1.0),
        ("We use QuillQA. The dataset is here.", "next_dataset", 0.0),
        ("We use the QuillQA model.", "next_model", 1.0),
        ("We use the QuillQA optimizer.", "next_algorithm", 1.0),
        ("QuillQA here. QuillQA there.", "places", 2.0),
        ("QuillQA here. QuillQA there.", "sentences", 2.0),
        ("QuillQA: a title\nWe do.", "in_title", 1.0),
        ("QuillQA: a title\nWe do.", "title_head", 1.0),
        ("A title\nQuillQA: we do.", "in_title", 0.0),
        ("We propose QuillQA.", "propose_before", 1.0),
        ("We sleep. QuillQA too.", "propose_before", 0.0),
        ("Here our QuillQA wins.", "our_before", 1.0),
        ("We evaluate on QuillQA here.", "on_before", 1.0),
        ("We train with QuillQA here.", "with_before", 1.0),
        ("Models such as QuillQA win.", "such_as_before", 1.0),
        ("The best (QuillQA) wins.", "parenthesis", 1.0),
        ("A QuillQA-based one.", "hyphen_tail", 1.0),
        ("QuillQA, a benchmark for trees, wins.", "appos_dataset", 1.0),
        ("QuillQA is a framework for trees.", "is_a_method", 1.0),
        ("QuillQA is a corpus of trees.", "is_a_dataset", 1.0),
        ("On LensQA, QuillQA and others.", "list_dataset", 1.0),
        ("Use LACE, QuillQA and others.", "list_method", 1.0),
        ("Use QuillQA alone.", "in_list", 0.0),
        ("The QuillQA wins.", "capitals", 3 / 7),
        # after parentheses, and after closing marks
        ("We use QuillQA (42 trees) dataset.", "next_dataset", 1.0),
        ("We use the oak (QuillQA) dataset.", "next_dataset", 1.0),
        ('We use the "QuillQA" benchmark.', "next_dataset", 1.0),
        ("We use QuillQA (42 trees). The dataset is here.", "next_dataset", 0.0),
        ("QuillQA (see above), a benchmark for trees, wins.", "appos_dataset", 1.0),
        # after and before the list in which the name is
        ("On QuillQA, LensQA and LACE datasets.", "tail_dataset", 1.0),
        ("On QuillQA (4.2), LensQA (3.1) and LACE (2.0) models.", "tail_model", 1.0),
        ("On QuillQA, LensQA and LACE. Datasets are many.", "tail_dataset", 0.0),
        ("Benchmarks such as LensQA, LACE and QuillQA.", "lead_dataset", 1.0),
        ("Benchmarks such as LensQA (4.2) and QuillQA.", "lead_dataset", 1.0),
        ("A new benchmark called QuillQA.", "lead_dataset", 1.0),
        ("The large model QuillQA.", "lead_model", 1.0),
        ("The benchmark shows that QuillQA wins.", "lead_dataset", 0.0),
        ("A dataset called QuillQA. We read QuillQA.", "cue_dataset", 1.0),
        ("The QuillQA model. The QuillQA algorithm.", "cue_method", 2.0),
        ("QuillQA sleeps.", "cue_other", 0.0),
        # what the paper says of itself
        ("We propose a new model for QuillQA.", "doc_introduces_method", 1.0),
        ("A dataset of QuillQA\nWe sleep in a dataset.", "doc_title_dataset", 1.0),
    ],
)
def test_numbers_describe_the_context_of_a_name(text, number, value):
    assert features(text)["quillqa"][1][number] == pytest.approx(value)


@pytest.mark.parametrize(
    "text, word",
    [
        ("We use the QuillQA dataset.", "head=dataset"),
        ("We use QuillQA, a large benchmark for trees.", "appos=benchmark"),
        ("On QuillQA we win.", "b1=on"),
        ("QuillQA wins.", "b1=¶"),
        ("We win by QuillQA.", "a1=¶"),
        ("Tall oaks on QuillQA here.", "b=oaks on"),
        ("QuillQA: a title\nWe do.", "in=t"),
        ("A title\nOn QuillQA.", "in=a"),
        ("We propose the new QuillQA here.", "sb=propose"),
        ("On QuillQA with 50 trees.", "a=with 00"),
    ],
)
def test_words_describe_the_context_of_a_name(text, word):
    assert word in features(text)["quillqa"][0]


def test_what_the_catalogue_knows_is_a_number():
    _, row = features("We use LensQA.")["lensqa"]
    assert (row["gaz_dataset"], row["gaz_method"], row["gaz_ambiguous"], row["gaz_cased"]) == (
        1.0,
        0.0,
        1.0,
        0.4,
    )


def test_a_pair_gives_the_words_of_its_long_form():
    words, row = features("We use the Tall Oak Dataset (TOD) here.")["tod"]
    assert {"longlast=dataset", "longfirst=tall"} <= words
    assert (row["pair_last_dataset"], row["src_abbreviation"]) == (1.0, 1.0)


def test_the_lexicon_gives_its_row():
    _, row = features("We use QuillQA.", Lexicon({"quillqa": (1.0, 2.0, 3.0, 4.0, 5.0)}, 5))["quillqa"]
    assert [row[f"lex_{name}"] for name in ("method", "dataset", "optional", "none", "proposed")] == [
        1,
        2,
        3,
        4,
        5,
    ]


def test_an_unknown_form_has_a_row_of_zeros():
    lexicon = Lexicon({"oak": (1.0, 2.0)}, 2)
    assert (lexicon["elm"], lexicon["oak"]) == ((0.0, 0.0), (1.0, 2.0))
    assert ("elm" in lexicon, "oak" in lexicon, list(lexicon), len(lexicon)) == (False, True, ["oak"], 1)


PIECES = st.sampled_from(
    ["QuillQA", "LACE", " the ", " dataset", ", ", ". ", "\n", "a", " (", ")", "-", "/", "is a", "7", "模"]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
def test_every_candidate_has_a_full_finite_row(text):
    for words, row in features(text).values():
        assert len(row) == len(NUMBERS)
        assert all(math.isfinite(value) for value in row.values())
        assert words


def test_no_candidate_gives_no_row():
    tokens = Tokens.of("nothing is named")
    found = candidate_features(tokens, [], NO_LEXICON, NO_STATISTICS)
    assert (found.numbers.shape, found.words) == ((0, len(NUMBERS)), [])


def candidates_in(text):
    tokens = Tokens.of(text)
    return tokens, find_candidates(tokens, KNOWN)


HOSTILE = [
    "", "\n", "QuillQA", "(" * 300 + "QuillQA", "QuillQA, " * 300, "A-B-" * 300, "模型 QuillQA 模",
    "\x00\x00", "\ud800 LACE",
    "LACE (" * 90, r"\emph{QuillQA}$_2$: x", "QuillQA: a\nLACE", "İ QuillQA", "LACE and",
]  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(HOSTILE), st.lists(PIECES, max_size=30).map("".join)), max_size=6))
def test_the_features_of_a_text_are_the_same_in_any_batch(texts):
    texts = [candidates_in(text) for text in texts]
    together = batch_features(texts, NO_LEXICON, NO_STATISTICS)
    words = together.words
    for text, begin, end in zip(texts, together.bounds, together.bounds[1:], strict=False):
        alone = candidate_features(*text, NO_LEXICON, NO_STATISTICS)
        assert np.array_equal(together.numbers[begin:end], alone.numbers)
        assert words[begin:end] == alone.words
        for name in ("listed", "around", "within"):
            pairs, own = getattr(together, name), getattr(alone, name)
            chosen = (pairs.one >= begin) & (pairs.one < end)
            assert (pairs.one[chosen] - begin).tolist() == own.one.tolist()
            assert (pairs.other[chosen] - begin).tolist() == own.other.tolist()


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20), st.integers(1, 20))
def test_pairs_come_in_parts_of_bounded_size(ranges, most):
    begin, end = np.array(ranges, dtype=np.int64).reshape(-1, 2).T
    parts = [
        list(zip(*map(np.ndarray.tolist, pair), strict=True)) for pair in pairs_of(begin, end, most=most)
    ]
    assert [p for part in parts for p in part] == [
        (i, j) for i, (a, b) in enumerate(ranges) for j in range(a, b)
    ]
    assert all(len(part) <= max(most, 9) for part in parts)


@given(st.lists(st.integers(0, 20)))
def test_different_numbers_are_sorted(numbers):
    assert different(np.array(numbers, dtype=np.int64)).tolist() == sorted(set(numbers))


CLAIMS = st.sampled_from(
    [
        "We ",
        "release",
        "RELEASES ",
        "a ",
        "scheme ",
        "deve",
        "lop",
        "releaſe ",
        "new dataset",
        "İ ",
        "benchmarks",
        ". ",
        "_",
        "tested ",
    ]
)


@given(st.lists(CLAIMS, max_size=30).map("".join))
def test_claims_are_counted_as_by_the_pattern_alone(text):
    patterns = (_INTRODUCES_DATA, _INTRODUCES_METHOD)
    assert count_claims(text) == tuple(len(pattern.findall(text)) for pattern in patterns)


def test_the_highest_row_of_several_forms_counts():
    table = Lexicon({"oak": (1.0, 2.0), "elm": (1.0, 3.0), "ash": (0.0, 9.0)}, 2)
    assert [table.highest(keys) for keys in (["oak", "elm", "fir"], ["ash"], ["fir"])] == [1, 2, -1]
    assert table.rows([1, -1]).tolist() == [[1.0, 3.0], [0.0, 0.0]]
