from __future__ import annotations

from itertools import chain, combinations, cycle

import numpy as np
import pytest

from paperlattice.extractors.text_space import load_text_space
from paperlattice.graph.model.pins import TopicName
from paperlattice.graph.topics.given_names import called_topics
from paperlattice.graph.topics.names import choose_names, written_names
from paperlattice.graph.topics.phrases import phrase_table
from paperlattice.graph.topics.topics import TopicPapers, find_topics

SUBJECTS = {
    "speculative decoding": "Draft models propose tokens that the large model accepts or rejects.",
    "image segmentation": "Masks of objects are predicted for each pixel of a picture.",
    "protein design": "Amino acid sequences fold into enzymes with a wanted shape.",
    "music generation": "Melodies and songs are composed from a description of their mood.",
}


def made(rows, links=(), entities=None):
    """Return papers of (title, abstract), numbered in order, with links (source, target, weight)."""
    space = load_text_space()
    points = [space.vector(title, abstract).point for title, abstract in rows]
    table = np.array(list(links), dtype=np.int64).reshape(-1, 3)
    titles, abstracts = [row[0] for row in rows], [row[1] for row in rows]
    return TopicPapers(
        [f"p{i:05}" for i in range(len(rows))],
        titles,
        abstracts,
        np.array(points, dtype=np.int8).reshape(len(rows), space.dimensions),
        *table.T,
        entities or [[] for _ in rows],
    )


def subject(name, count, *, start=0, linked=True):
    """Return rows, links and entities of papers on one subject, all linked with each other."""
    rows = [(f"{name} part {i}", f"{SUBJECTS[name]} Case {i}.") for i in range(count)]
    pairs = combinations(range(start, start + count), 2) if linked else ()
    return rows, [(i, j, 500_000) for i, j in pairs], [[("task", name, 900)]] * count


def subjects(count, **options):
    parts, start = [], 0
    for name in SUBJECTS:
        parts.append(subject(name, count, start=start, **options))
        start += count
    return [list(chain.from_iterable(part[i] for part in parts)) for i in range(3)]


def names_of(found):
    return [found.topics[i].name for i in found.topic.tolist()]


@pytest.mark.parametrize("linked", [True, False], ids=["links", "texts"])
def test_each_subject_is_a_topic_named_after_its_task(linked):
    found = find_topics(made(*subjects(12, linked=linked)))
    assert names_of(found) == [name for name in SUBJECTS for _ in range(12)]
    assert [topic.papers for topic in found.topics] == [12] * 4
    assert found.inside == 1.0


@pytest.mark.parametrize("count", [1, 3, 5])
def test_a_few_papers_are_one_topic(count):
    found = find_topics(made(*subject("protein design", count, linked=False)))
    assert names_of(found) == ["protein design"] * count
    assert found.subtopic.tolist() == [-1] * count
    assert found.topics[0].central == tuple(range(count))


def test_no_paper_has_no_topic():
    found = find_topics(made([]))
    assert (found.topics, found.subtopics, found.topic.tolist()) == ((), (), [])


def test_a_paper_without_links_joins_the_nearest_text():
    rows, links, entities = subjects(12)
    rows.append(("Songs", "Melodies and songs with a mood."))
    found = find_topics(made(rows, links, [*entities, []]))
    assert names_of(found)[-1] == "music generation"


def test_without_a_known_word_entities_decide_and_else_size():
    rows, links, entities = subjects(12)
    rows += [("zzqx", ""), ("qqzx", "")]
    entities += [[("task", "protein design", 500)], []]
    found = find_topics(made(rows, links, entities))
    assert names_of(found)[-2] == "protein design"
    assert found.topic[-1] == 0


def test_what_no_one_can_read_is_one_topic_with_a_name():
    found = find_topics(made([("", f"zzqx{i}") for i in range(4)]))
    assert [(topic.papers, topic.name) for topic in found.topics] == [(4, "other subjects")]


def test_papers_of_one_abstract_are_in_one_topic():
    abstract = SUBJECTS["protein design"]
    chain = [(i, i + 1, 900_000) for i in range(299)]
    found = find_topics(made([(f"Title {i}", abstract) for i in range(300)], chain))
    assert len(found.topics) == len(found.subtopics) == 1


def test_many_papers_have_subtopics_of_other_names():
    found = find_topics(made(*subjects(30)))
    assert found.subtopic.min() == 0
    names = [topic.name for topic in (*found.topics, *found.subtopics)]
    assert len(set(names)) == len(names)
    for paper, place in enumerate(found.subtopic.tolist()):
        assert found.subtopics[place].parent == found.topics[found.topic[paper]].id


def test_brand_names_and_general_words_name_nothing():
    rows, links, _ = subjects(12)
    said = [("method", "GPT-4", 900), ("technique", "model", 900)]
    found = find_topics(made(rows, links, [said] * len(rows)))
    assert not {name.casefold() for name in names_of(found)} & {"gpt-4", "model"}


def name_of(labels):
    """Return the name of ten papers that name labels, each one of the list in turn, beside ten others."""
    named = [[("technique", label, 900)] for _, label in zip(range(10), cycle(labels), strict=False)]
    phrases = phrase_table([""] * 20, named + [[("task", "weather forecasting", 900)]] * 10)
    return written_names(phrases, choose_names(phrases, np.repeat([0, 1], 10)))[0]


def test_pre_training_names_a_topic_and_a_pre_trained_model_does_not():
    assert name_of(["pre-training"]) == "pre-training"
    assert name_of(["pre-trained model"]) == "other subjects"


def test_a_word_names_what_its_longer_forms_have_in_common():
    finer = [f"{kind} segmentation" for kind in ("video", "cell", "semantic", "interactive", "panoptic")]
    assert name_of([*finer, "segmentation"]) == "segmentation"
    assert name_of([*finer[:1] * 4, "segmentation"]) == "video segmentation"


def test_what_is_particular_is_rare_elsewhere():
    rows, links, entities = subjects(24)
    everywhere = ("method", "GPT-4", 400)
    entities = [[*named, everywhere] for named in entities]
    entities[0] = [*entities[0], ("dataset", "DraftBank", 900)]
    entities[1] = [*entities[1], ("dataset", "DraftBank", 900)]
    particular = find_topics(made(rows, links, entities)).topics[0].particular
    assert particular.index("DraftBank") < particular.index("GPT-4")


def test_a_higher_resolution_gives_more_topics():
    rows, links, entities = subjects(24)
    half = [(i, j, w) for i, j, w in links if i // 12 == j // 12]
    joints = [(24 * k, 24 * k + 12, 40_000_000) for k in range(4)]
    papers = made(rows, half + joints, entities)
    coarse, fine = (len(find_topics(papers, resolution=r).topics) for r in (0.3, 3.0))
    assert coarse < fine


def test_topics_have_the_names_that_pins_give_them():
    papers = made(*subjects(12))
    found = find_topics(papers)
    pins = [
        TopicName("Drafts", name="Speculative Decoding"),
        TopicName("Enzymes", paper="p00030"),
        TopicName("Melodies", paper="Music generation: part 3"),
        TopicName("Drafts", paper="image segmentation part 3"),
        TopicName("Nothing", name="nonesuch"),
        TopicName("Nothing", paper="p00001", level="subtopic"),
    ]
    called = called_topics(found, papers, pins)
    assert [topic.id for topic in called.topics] == [topic.id for topic in found.topics]
    assert {topic.id: topic.name for topic in called.topics} == {
        "topic:speculative-decoding": "Drafts",
        "topic:image-segmentation": "Drafts (2)",
        "topic:protein-design": "Enzymes",
        "topic:music-generation": "Melodies",
    }
    assert called_topics(found, papers, pins[:1]).topics[0].name == "Drafts"
