"""The scorer of terms: what it reads of many texts at once is what it reads of each."""

import gzip
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from paperlattice.extractors.term_features import CLASSES, NUMBERS, TASK, TECHNIQUE, neighbours, term_features
from paperlattice.extractors.term_places import PLACES, linear_words, places_of
from paperlattice.extractors.term_scorer import load_term_scorer
from paperlattice.extractors.term_selection import _read, find_terms, terms_of
from paperlattice.extractors.terms import load_terms, phrase_keys
from paperlattice.extractors.text import Tokens
from paperlattice.extractors.text_space import load_text_space, text_terms

TEXTS = (
    "Finding Pictures\nWe study image retrieval, question answering (VQA) and machine translation. "
    "Large language models (LLMs) like it: image retrieval tasks, image-retrieval models. LLMs win. "
    "Our large-scale image retrieval of LLMs; 'image retrieval' and image retrieval. Image retrieval!",
    "",
    "Retrieval",
    "Deep reinforcement learning",
    "Deep reinforcement learning\n",
    "($%&) -- , ! ?\n((((",
    "\x00\x00 reinforcement \x00 learning",
    "half \ud83d of machine translation \ud83d",
    "模型 machine translation 模型\n图像 object detection",
    r"The \textbf{object detection} of $x_1$ \cite{a} and \emph{graph neural networks}"
    + "\nWe train $\\Phi$.",
    "Object detection, object detection, object detection, object detection. " * 40,
    "A+ b++ c# (object detection), C++. -object detection- A*",
)
MARKS = st.sampled_from(
    [" ", " ", " ", "-", ", ", ". ", " (", ") ", "\n", "/", " -- ", ": ", " , ", "+ ", " 模型 "]
)
WORDS = st.sampled_from([
    "image", "retrieval", "object", "detection", "for", "the", "a", "and", "tasks", "We", "models",
    "learning", "deep", "of", "on", "problem", "reinforcement", "propose", "LLMs", "C++", "such", "x",
])  # fmt: skip
WRITTEN = st.lists(st.tuples(WORDS, MARKS), max_size=40).map(lambda p: "".join(w + m for w, m in p))
PLAIN = WRITTEN.map(lambda text: text.replace("+", "").replace("--", ","))


def read(*texts):
    return _read(texts, load_terms())


@pytest.fixture(scope="module")
def vocabulary():
    packed = files("paperlattice.extractors").joinpath("data/term_words.txt.gz").read_bytes()
    return {word: i for i, word in enumerate(gzip.decompress(packed).decode().split("\n"))}


def sums(text, vocabulary):
    """Return the sums of the linear model by the words as such."""
    scorer = load_term_scorer()
    rows = []
    for candidate in text.candidates:
        words = linear_words(text.tokens, text.keys, candidate)
        known = [*(vocabulary[w] for w in words if w in vocabulary), len(vocabulary)]
        rows.append(np.add.reduceat(scorer._weights[known], [0], axis=0)[0] + scorer._bias)
    return np.array(rows).reshape(-1, len(CLASSES))


def test_many_texts_give_what_each_gives():
    alone = [find_terms(text) for text in TEXTS]
    again = [find_terms(text, min_confidence=0.2) for text in TEXTS]
    assert terms_of(TEXTS[::-1], min_confidence=0.3)[::-1] == [
        find_terms(t, min_confidence=0.3) for t in TEXTS
    ]
    assert terms_of(TEXTS) == alone
    assert terms_of([*TEXTS, *TEXTS], min_confidence=0.2) == again * 2
    assert any(alone)


@settings(max_examples=30, deadline=None)
@given(st.lists(WRITTEN, min_size=1, max_size=4))
def test_shares_do_not_depend_on_other_texts(texts):
    scorer = load_term_scorer()
    for text, together in zip(texts, scorer.score(read(*texts)), strict=True):
        (alone,) = scorer.score(read(text))
        assert np.array_equal(together, alone)


@pytest.mark.parametrize("text", TEXTS)
def test_sums_are_those_of_the_words(text, vocabulary):
    (given,) = read(text)
    if given.candidates:
        assert np.array_equal(load_term_scorer().linear([given]), sums(given, vocabulary))


@settings(max_examples=60, deadline=None)
@given(text=WRITTEN)
def test_sums_of_any_text_are_those_of_the_words(text, vocabulary):
    first, given, last = read(TEXTS[0], text, TEXTS[3])
    expected = np.vstack([sums(t, vocabulary) for t in (first, given, last)])
    assert np.array_equal(load_term_scorer().linear([first, given, last]), expected)


def places(text, surface):
    tokens = Tokens.of(text)
    keys = phrase_keys(tokens)
    first = tokens.starts.index(text.index(surface))
    last = tokens.ends.index(text.index(surface) + len(surface)) + 1
    (row,) = places_of(tokens, keys, [(first, last)])
    return {name for name, holds in zip(PLACES, row, strict=True) if holds}


@pytest.mark.parametrize(
    "sentence, expected",
    [
        ("Wet moss", {"after_start", "next_end"}),
        ("Wet moss tasks", {"after_start", "next_task"}),
        ("Wet moss old tasks", {"after_start", "next_task"}),
        ("Wet moss, tasks", {"after_start", "next_comma"}),
        ("We go for Wet moss and", {"after_for", "next_and"}),
        ("We go for the Wet moss for", {"after_for", "next_for"}),
        ("We go on (Wet moss (so", {"after_bracket", "next_bracket"}),
        ("We, Wet moss-based", {"after_comma", "next_hyphen", "next_model"}),
        ("We go; Wet moss -- data", set()),
        ("We introduce a Wet moss dataset", {"after_verb", "next_data"}),
        ("We go. For it. Wet moss go", {"after_start"}),
    ],
)
def test_places_of_an_occurrence(sentence, expected):
    assert {p for p in places(sentence, "Wet moss") if not p.startswith("in_")} == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Wet moss\nWe go. We run. We go.", {"in_title"}),
        ("Trees\nWet moss go. We go. We go.", {"in_first"}),
        ("Trees\nWe go. Wet moss go. We go.", set()),
        ("Trees\nWe go. We go. Wet moss go.", {"in_last"}),
    ],
)
def test_places_in_the_text(text, expected):
    assert {p for p in places(text, "Wet moss") if p.startswith("in_")} == expected


def test_a_plural_is_seen():
    assert "plural" in places("The heads fall", "heads")
    assert "plural" not in places("The analysis falls", "analysis")


def test_a_text_without_occurrences_has_no_places():
    tokens = Tokens.of("")
    assert places_of(tokens, [], []).shape == (0, len(PLACES))


def nested(text):
    """Return for each candidate those that contain it, and those that it contains, by comparing all."""
    spans = [(i, *span) for i, c in enumerate(text.candidates) for span in c.spans]
    around, within = ([set() for _ in text.candidates] for _ in range(2))
    for i, a, b in spans:
        for j, c, d in spans:
            if i != j and a <= c and d <= b:
                within[i].add(j)
                around[j].add(i)
    return around, within


@settings(max_examples=60, deadline=None)
@given(st.lists(WRITTEN, min_size=1, max_size=3))
def test_candidates_see_those_of_their_text_around_and_within_them(texts):
    batch = read(*texts)
    features = term_features(batch)
    begin = 0
    shares = np.random.default_rng(len(texts[0])).random((len(features.numbers), len(CLASSES)))
    near = neighbours(features, shares)
    for text in batch:
        own = shares[begin : begin + len(text.candidates)]
        for index, groups in enumerate(zip(*nested(text), strict=True)):
            for at, group in enumerate(groups):
                row = near[begin + index, at * len(CLASSES) : (at + 1) * len(CLASSES)]
                assert np.array_equal(row, own[[*group]].max(axis=0) if group else np.zeros(len(CLASSES)))
        for column, of in ((-2, TASK), (-1, TECHNIQUE)):
            ranks = near[begin : begin + len(own), column].astype(int).tolist()
            assert ranks == np.argsort(np.argsort(-own[:, of], kind="stable")).tolist()
        if len(own):
            assert np.array_equal(near[begin, 2 * len(CLASSES) : 3 * len(CLASSES)], own.sum(axis=0))
        begin += len(own)


def test_texts_without_candidates_have_no_features():
    scorer = load_term_scorer()
    assert [s.shape for s in scorer.score(read("", "Empty", ""))] == [(0, len(CLASSES))] * 3
    assert scorer.score([]) == []
    assert term_features(read("")).numbers.shape == (0, len(NUMBERS))


def test_numbers_of_a_candidate():
    (given,) = read("Object detection\nObject detection (OD) is old. We like OD for trees.")
    row = dict(zip(NUMBERS, term_features([given]).numbers[0].tolist(), strict=True))
    assert given.tokens.surface(*given.candidates[0].spans[0]) == "Object detection"
    assert (row["occurrences"], row["titled"], row["sentences"]) == (4, 1, 3)
    assert (row["forms"], row["tokens"], row["defined"], row["first_place"]) == (2, 2, 1, 0)
    assert (row["text_sentences"], row["in_title"], row["after_start"]) == (3, 0.25, 0.5)


@pytest.fixture(scope="module")
def point():
    """Return what gives the sum over the words and pairs of words of some tokens, one by one."""
    space = load_text_space()
    parts = space.parts(64) // 64
    number = {term: i for i, term in enumerate(space.terms)}

    def slow(tokens, first, last):
        terms = text_terms(tokens.surface(first, last)) if first < last else ()
        return sum((parts[number[t]] for t in terms if t in number), np.zeros(64, dtype=np.int64))

    return slow


def cosine(one, other):
    size = np.linalg.norm(one) * np.linalg.norm(other)
    return float(one @ other / size) if size else 0.0


@settings(max_examples=30, deadline=None)
@given(
    texts=st.lists(WRITTEN.map(lambda text: text.replace("+", "").replace("--", ",")), min_size=1, max_size=3)
)
def test_nearness_is_a_cosine_with_the_rest_of_the_text(point, texts):
    batch = read(*texts)
    numbers = term_features(batch).numbers
    row = 0
    for text in batch:
        tokens = text.tokens
        title_end = sum(start < tokens.title_end for start in tokens.starts)
        title = point(tokens, 0, title_end)
        abstract = point(tokens, title_end, len(tokens))
        for candidate in text.candidates:
            found = dict(zip(NUMBERS, numbers[row].tolist(), strict=True))
            spans = {span: point(tokens, *span) for span in candidate.spans}
            own = spans[max(candidate.spans, key=lambda s: s[1] - s[0])]
            in_title = sum((p for (a, _), p in spans.items() if a < title_end), np.zeros(64))
            everywhere = sum(spans.values(), np.zeros(64))
            assert found["strength"] == pytest.approx(np.linalg.norm(own))
            assert found["near_title"] == pytest.approx(cosine(own, title - in_title), abs=0.01)
            rest = abstract - (everywhere - in_title)
            assert found["near_abstract"] == pytest.approx(cosine(own, rest), abs=0.01)
            assert found["near_text"] == pytest.approx(cosine(own, title + abstract - everywhere), abs=0.01)
            row += 1


def test_what_a_text_is_about_is_nearer_to_it_than_what_it_only_mentions():
    (given,) = read(
        "Answering Questions about Pictures\nVisual question answering needs images and language. Our vision "
        "language model reads the picture and the question and answers in words. Image captioning gains too. "
        "Transformers are also used in weather forecasting."
    )
    near = dict(
        zip(
            [given.tokens.surface(*c.spans[0]).lower() for c in given.candidates],
            term_features([given]).numbers[:, NUMBERS.index("near_text")].tolist(),
            strict=True,
        )
    )
    assert near["visual question answering"] > near["image captioning"] > near["weather forecasting"]
