"""Salience: what makes a mention say more or less about its paper."""

from dataclasses import replace
from pathlib import Path
from statistics import mean

import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors import Mention, extract
from paperlattice.extractors.labels import plain_title, read_gold
from paperlattice.extractors.records import ENTITY_KINDS, KINDS, gold_key
from paperlattice.extractors.salience import weigh_mentions
from paperlattice.extractors.sources import read_papers

ROOT = Path(__file__).parents[2]

TITLE = "Old Trees"


def mention(text, surface, kind="method", *, role="uses", number=1):
    start = -1
    for _ in range(number):
        start = text.index(surface, start + 1)
    return Mention("p", kind, surface, surface, start, start + len(surface), role, "shape", 0.9)


def weights(text, *surfaces, **options):
    """Return the salience of each surface, all of them mentioned in one text."""
    return [m.salience for m in weigh_mentions(text, [mention(text, s, **options) for s in surfaces])]


def weight(sentence, surface="LoRA", **options):
    """Return the salience of a surface in the last sentence of an abstract."""
    (value,) = weights(f"{TITLE}\nTrees are old. {sentence}", surface, **options)
    return value


PLAIN = "The trees grow with LoRA."


def test_the_title_counts_more_than_the_abstract():
    title, abstract = "LoRA for Trees", "Here trees grow. LoRA is fast."
    text = f"{title}\n{abstract}"
    first, second = weigh_mentions(text, [mention(text, "LoRA"), mention(text, "LoRA", number=2)])
    assert first.salience > second.salience


@pytest.mark.parametrize("kind", [kind for kind in KINDS if len(KINDS[kind].relations) > 1])
def test_what_is_the_papers_own_counts_more(kind):
    strong, *_, weak = KINDS[kind].relations
    assert weight(PLAIN, kind=kind, role=strong) > weight(PLAIN, kind=kind, role=weak)


@pytest.mark.parametrize("role", ["proposes", "uses"])
@pytest.mark.parametrize(
    "sentence",
    [
        "The trees grow without LoRA.",
        "Unlike LoRA, the trees grow.",
        "The trees grow instead of LoRA.",
        "The trees are better than LoRA.",
        "The trees outperform LoRA.",
        "The trees grow with methods such as LoRA.",
        "Methods like LoRA grow the trees.",
        "The trees grow with a method (e.g., LoRA).",
        "The trees grow with, for instance, LoRA.",
    ],
)
def test_what_is_denied_compared_or_an_example_counts_less(sentence, role):
    assert weight(sentence, role=role) < weight(PLAIN, role=role)


@pytest.mark.parametrize(
    "sentence",
    ["We grow trees with LoRA.", "In this paper trees grow with LoRA.", "Our trees grow with LoRA."],
)
def test_what_the_authors_say_that_they_do_counts_more(sentence):
    assert weight(sentence) > weight(PLAIN)


@pytest.mark.parametrize(
    "sentence",
    [
        "They grow trees with LoRA.",
        "However, trees grow with LoRA.",
        "Such trees grow with LoRA.",
        "An instance of trees grows with LoRA.",
        "Trees grow by g with LoRA.",
        "Example trees grow with LoRA.",
    ],
)
def test_what_others_do_counts_as_it_is(sentence):
    assert weight(sentence) == weight(PLAIN)


def test_the_first_sentence_counts_more_than_the_next():
    text = f"{TITLE}\nTrees grow with LoRA. Trees grow with CLIP."
    first, second = weights(text, "LoRA", "CLIP")
    assert first > second


def test_the_title_of_a_paper_without_one_is_no_title():
    (titled,), (plain,) = weights("LoRA for trees\n", "LoRA"), weights("\nLoRA for trees", "LoRA")
    assert titled > plain


@pytest.mark.parametrize(
    "sentence",
    [
        "Trees grow with LoRA, CLIP and BERT.",
        "Trees grow with LoRA, CLIP, and BERT.",
        "Trees grow with LoRA, CLIP or BERT.",
        "Trees grow with LoRA/CLIP/BERT.",
    ],
)
def test_each_of_a_list_of_three_counts_less(sentence):
    text = f"{TITLE}\nTrees are old. {sentence}"
    listed = weights(text, "LoRA", "CLIP", "BERT")
    assert len(set(listed)) == 1
    assert listed[0] < weights(text, "LoRA")[0]


def test_a_name_inside_another_does_not_break_a_list():
    text = f"{TITLE}\nTrees are old. Trees grow with offline learning, tile pruning and CLIP."
    alone = weights(text, "CLIP")[0]
    found = weights(text, "learning", "offline learning", "pruning", "tile pruning", "tile", "CLIP")
    assert len(set(found)) == 1
    assert found[0] < alone
    assert weights(text, "offline", "learning", "offline learning", "CLIP") == [alone] * 4


def test_two_are_no_list():
    text = f"{TITLE}\nTrees are old. Trees grow with LoRA and CLIP."
    assert weights(text, "LoRA", "CLIP") == weights(text, "LoRA") + weights(text, "CLIP")


def test_a_list_ends_where_words_stand_between():
    text = f"{TITLE}\nTrees are old. Trees grow with LoRA, CLIP grows with trees, and BERT."
    assert weights(text, "LoRA", "CLIP", "BERT")[0] == weights(text, "LoRA")[0]


def test_the_kinds_of_a_list_may_differ():
    text = f"{TITLE}\nTrees are old. Trees grow with LoRA, MNIST and pruning."
    kinds = {"LoRA": "method", "MNIST": "dataset", "pruning": "technique"}
    found = weigh_mentions(text, [mention(text, s, kind, role="uses") for s, kind in kinds.items()])
    assert found[0].salience < weights(text, "LoRA")[0]


def test_what_the_source_declares_counts_in_full():
    declared = Mention("p", "repo", "https://x.org/y", "https://x.org/y", 0, 0, "code", "declared", 1.0)
    (found,) = weigh_mentions("", [declared])
    assert found == replace(declared, salience=0.6)
    assert weigh_mentions(f"{TITLE}\n{PLAIN}", [declared]) == [found]


def test_only_the_salience_changes_and_the_order_stays():
    text = f"{TITLE}\n{PLAIN} Trees grow with CLIP."
    given = [mention(text, "CLIP"), mention(text, "LoRA"), mention(text, "grow")]
    found = weigh_mentions(text, given)
    assert [replace(m, salience=0.0) for m in found] == given
    assert weigh_mentions(text, found) == found
    assert weigh_mentions(text, reversed(given)) == found[::-1]


@pytest.mark.parametrize("text", ["", "\n", TITLE])
def test_nothing_is_weighed_where_nothing_is_found(text):
    assert weigh_mentions(text, []) == []


def test_a_link_is_weighed_where_it_stands():
    url = "https://github.com/quill-lab/rivers"
    for text in (f"{TITLE}\nCode: {url}", f"{TITLE}\nSee {url} for code. We like it.", url, f"{url}\n"):
        (value,) = weights(text, url, kind="repo", role="code")
        assert 0 < value <= 1


PIECES = st.sampled_from(
    [
        "LoRA",
        "CLIP",
        " ",
        ", ",
        " and ",
        "we ",
        ". ",
        "\n",
        "without ",
        "than ",
        "such as ",
        "(",
        ")",
        "模型",
        "https://a.b",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join), st.data())
def test_any_mention_of_any_text_has_a_salience_of_three_digits(text, data):
    place = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(place, place).map(sorted), max_size=5))
    given = []
    for start, end in spans:
        kind = data.draw(st.sampled_from(ENTITY_KINDS))
        role = data.draw(st.sampled_from(KINDS[kind].relations))
        given.append(Mention("p", kind, "x", text[start:end], start, end, role, "x", 0.5))
    found = weigh_mentions(text, given)
    assert [replace(m, salience=0.0) for m in found] == given
    assert all(0 < m.salience <= 1 and round(m.salience, 3) == m.salience for m in found)


@pytest.mark.parametrize("separator", [". ", ", ", " "])
def test_thousands_of_mentions_are_weighed(separator):
    text = f"{TITLE}\n" + separator.join(["we grow LoRA"] * 3_000)
    given = []
    at = text.find("LoRA")
    while at >= 0:
        given.append(Mention("p", "method", "LoRA", "LoRA", at, at + 4, "uses", "shape", 0.9))
        at = text.find("LoRA", at + 4)
    assert len(weigh_mentions(text, given)) == 3_000


def test_what_readers_call_a_papers_own_is_more_salient_in_the_sample():
    papers = read_papers(ROOT / "graph" / "sample" / "daily_papers.txt").papers
    labels = {plain_title(paper.title): paper for paper in read_gold(ROOT / "tests" / "sample_labels.jsonl")}
    weighed = {"own": [], "used": []}
    for paper, mentions in zip(papers, extract(papers, kinds=("method", "dataset")), strict=True):
        entities = labels[plain_title(paper.title)].entities
        for m in mentions:
            for entity in entities[m.kind]:
                if {gold_key(m.name), gold_key(m.surface)} & entity.forms:
                    weighed["own" if entity.role == KINDS[m.kind].own else "used"].append(m.salience)
    assert min(map(len, weighed.values())) > 50
    assert mean(weighed["own"]) > 1.5 * mean(weighed["used"])
