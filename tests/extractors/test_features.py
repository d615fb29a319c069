"""Signals: what a text says about its candidates."""

import math

import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.candidates import find_candidates
from paperlattice.extractors.features import CORPUS_MEANS, NUMBERS, Lexicon, candidate_features
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
    assert candidate_features(tokens, [], NO_LEXICON, NO_STATISTICS).numbers == []
