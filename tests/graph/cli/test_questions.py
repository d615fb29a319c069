from __future__ import annotations

import json
import re

import pytest

from paperlattice import CentralPaper, KnowledgeGraph, Paper, TopicView
from paperlattice.graph.cli.render import topic_rows

QUILLNET = "Quillnet: sparse adapters for ViT"
ENTITY_FIELDS = ["id", "kind", "label", "aliases", "url", "broader", "paper_count", "papers"]
RELATED_FIELDS = ["id", "title", "weight", "shared", "terms", "reason", "is_linked", "sentences"]
PAIR_FIELDS = [
    *("left", "right", "titles", "weight", "is_linked", "reason", "verdict"),
    *("parts", "shared", "terms", "sentences"),
]
EVIDENCE_FIELDS = ["sentence", "surface", "start", "end", "role", "rule", "confidence"]


def answer(done) -> object:
    assert (done.code, done.err) == (0, "")
    return json.loads(done.out)


@pytest.mark.parametrize(
    "options, ids",
    [
        ([], ["10.5555/odd_id", "2501.00001", "2501.00002", "2501.00003", "2501.00004", "2501.00005"]),
        (["--method", "low-rank adaptation"], ["2501.00001", "2501.00002"]),
        (["--method", "LoRA", "--method", "Quillnet"], ["2501.00001"]),
        (["--method", "LoRA", "--dataset", "CIFAR-10"], ["2501.00002"]),
        (["--repo", "quill-lab/quillnet"], ["2501.00001"]),
        (["--text", "TRAINED with  sgd"], ["2501.00004"]),
        (["--method", "LoRA", "--dataset", "Brookbench"], []),
    ],
)
def test_papers_are_found(ask, options, ids):
    assert [paper["id"] for paper in answer(ask("papers", *options, "--json"))] == ids


def test_the_fields_of_a_paper_are_stable(ask):
    (paper,) = answer(ask("papers", "--text", "Quillnet", "--json"))
    assert paper == {
        "kind": "paper",
        "id": "2501.00001",
        "title": QUILLNET,
        "abstract": paper["abstract"],
        "date": "2025-01-03",
        "url": "https://arxiv.org/abs/2501.00001",
        "sources": ["b.txt", "a.txt"],
        "categories": [],
        "declared": ["https://github.com/quill-lab/quillnet"],
        "authors": [],
        "venue": "",
        "doi": "",
        "arxiv_id": "",
        "licence": "",
        "keywords": [],
        "links": [],
    }


def test_papers_are_listed_as_aligned_text(ask):
    assert ask("papers", "--dataset", "ImageNet").out == (
        "ID          DATE        TITLE\n"
        "2501.00001  2025-01-03  Quillnet: sparse adapters for ViT\n"
        "2501.00002  2025-02     A second look at low-rank adaptation\n"
    )


def test_no_paper_is_an_answer(ask):
    done = ask("papers", "--method", "LoRA", "--dataset", "Brookbench")
    assert (done.code, done.out) == (0, "no paper fits all the options\n")


def test_entities_are_listed_best_known_first(ask):
    assert ask("entities", "--kind", "dataset", "--top", "3").out == (
        "PAPERS  KIND     NAME        ALSO CALLED\n"
        "     2  dataset  ImageNet    ImageNet-1K\n"
        "     1  dataset  Brookbench\n"
        "     1  dataset  CIFAR-10\n"
    )


def test_the_fields_of_an_entity_are_stable(ask):
    (found, *_) = answer(ask("entities", "--kind", "method", "--json"))
    assert list(found) == ENTITY_FIELDS
    assert (found["label"], found["paper_count"]) == ("CLIP", 2)
    assert list(found["papers"][0]) == ["id", "title", "relation", "date", "salience"]


@pytest.mark.parametrize(
    "paper", [QUILLNET, "2501.00001", "quillnet sparse ADAPTERS for vit", "paper:2501.00001"]
)
def test_related_papers_come_with_what_they_share(ask, paper):
    row, *rest = answer(ask("related", paper, "--json"))
    assert list(row) == RELATED_FIELDS
    assert (row["id"], len(rest)) == ("2501.00002", 4)
    head, first = ask("related", paper, "-k", "1").out.splitlines()
    assert head.split() == ["WEIGHT", "LINKED", "ID", "TITLE", "REASON"]
    assert first.startswith(f"  {row['weight']:.2f}  ")
    assert first.endswith(f"A second look at low-rank adaptation  {row['reason']}")


def test_a_star_marks_the_papers_that_are_linked(ask):
    rows = answer(ask("related", "2501.00001", "--json"))
    lines = ask("related", "2501.00001").out.splitlines()[1:]
    assert [line.split()[1] == "*" for line in lines] == [row["is_linked"] for row in rows]
    assert any(row["is_linked"] for row in rows)


def test_a_paper_alone_has_no_related_ones(run, tmp_path, make_graph):
    store = make_graph([Paper("1", "Quiet Quills")]).save(tmp_path / "one.duckdb")
    assert run("related", "1", "--from", store).out == "the graph holds no other paper\n"
    assert answer(run("related", "1", "--json", "--from", store)) == []


@pytest.mark.parametrize("k", ["0", "-2"])
def test_fewer_than_one_related_paper_is_wrong_usage(ask, misused, k):
    misused(ask("related", "2501.00001", "-k", k), "-k")


def test_two_papers_are_explained(run, topics):
    found = answer(run("explain", "t1", "t3", "--json", "--from", topics))
    assert list(found) == PAIR_FIELDS
    lines = run("explain", "t1", "t3", "--from", topics).out.splitlines()
    assert lines[:2] == ["Pictures by words (t1)", "What LLMs make up (t3)"]
    assert re.match(r"(not )?linked, 0\.\d\d: ", lines[2])
    assert lines[3] == f"  {found['reason']}"
    assert "  image retrieval (task)  addresses / mentions" in lines
    assert any(line.endswith("  any two papers") for line in lines)


def test_an_entity_and_a_paper_are_not_a_pair(ask, failed):
    failed(ask("explain", "LoRA", QUILLNET), "'LoRA' is an entity and")


def test_an_unknown_paper_beside_one_gives_the_nearest_titles(ask, failed):
    failed(ask("explain", QUILLNET, "Dialog agents"), "nearest: Dialogue agents revisited")


def test_ids_of_entities_are_explained(ask):
    assert "method:vit, method:clip" in ask("explain", "method:vit", "method:clip").out


def test_as_many_related_papers_as_wanted(ask):
    assert len(answer(ask("related", "2501.00004", "-k", "1", "--json"))) == 1
    assert len(answer(ask("related", "2501.00004", "--json"))) == 5


def test_a_path_quotes_the_sentences(ask):
    steps = answer(ask("path", "Quillnet", "CIFAR-10", "--json"))
    assert list(steps[0]) == ["id", "kind", "label", "relation", "evidence"]
    assert [step["kind"] for step in steps] == ["method", "paper", *[steps[2]["kind"]], "paper", "dataset"]
    lines = ask("path", "Quillnet", "CIFAR-10").out.splitlines()
    assert lines[0] == "Quillnet (method)"
    assert lines[1:4] == [
        "  proposes",
        f"{QUILLNET} (paper)",
        '      "We propose Quillnet, a sparse adapter."',
    ]


def test_no_path_is_an_answer(ask):
    assert ask("path", "Quillnet", "Brookbench").out == "there is no path between Quillnet and Brookbench\n"
    assert answer(ask("path", "Quillnet", "Brookbench", "--json")) == []


def test_the_card_of_an_entity(ask):
    card = answer(ask("show", "low-rank adaptation", "--json"))
    assert list(card) == [*ENTITY_FIELDS, "topic", "subtopic", "joins"]
    assert list(card["papers"][0]["evidence"][0]) == EVIDENCE_FIELDS
    assert list(card["joins"][0]) == ["left", "right", "rule", "score", "evidence"]
    assert ask("show", "LoRA").out == (
        "LoRA (method, named by 2 papers)\n"
        "  also called: low-rank adaptation\n"
        f"  topic: {card['topic']}\n"
        "\n"
        "  uses        0.08  A second look at low-rank adaptation (2501.00002)\n"
        '                    "A second look at low-rank adaptation"\n'
        "  uses        0.00  Quillnet: sparse adapters for ViT (2501.00001)\n"
        '                    "It beats LoRA on ImageNet."\n'
        "\n"
        "merged, and why\n"
        "  LoRA = low-rank adaptation  by abbreviation, score 1.00: paired in 1 paper\n"
    )


def test_the_card_of_a_repository_has_its_url(ask):
    assert "https://github.com/brook-lab/agents\n" in ask("show", "brook-lab/agents").out


def test_the_kind_chooses_among_namesakes(ask):
    assert answer(ask("show", "SGD", "--json"))["id"] == "method:sgd"
    assert answer(ask("show", "SGD", "--kind", "dataset", "--json"))["id"] == "dataset:sgd"


@pytest.mark.parametrize("paper", [QUILLNET, "2501.00001"])
def test_the_card_of_a_paper(ask, paper):
    card = answer(ask("show", paper, "--json"))
    assert list(card)[-2:] == ["entities", "related"]
    assert list(card["entities"][0]) == ["id", "kind", "label", "relation", "salience", "evidence"]
    assert {entity["label"]: entity["relation"] for entity in card["entities"]} == {
        "Quillnet": "proposes",
        "quill-lab/quillnet": "code",
        "ImageNet": "uses",
        "LoRA": "uses",
        "ViT": "uses",
    }
    text = ask("show", paper).out
    assert text.startswith(
        f"{QUILLNET}\n2501.00001, 2025-01-03, https://arxiv.org/abs/2501.00001, listed in b.txt"
    )
    quoted = '                    "We propose Quillnet, a sparse adapter."'
    assert f"  proposes    0.04  Quillnet (method)\n{quoted}\n" in text
    best = card["related"][0]
    assert (
        f"related papers\n  {best['weight']:.2f}  A second look at low-rank adaptation (2501.00002)\n" in text
    )


def test_the_card_of_a_paper_that_names_nothing(ask):
    assert (
        "no method, dataset, repository, task or technique was found in it"
        in ask("show", "On nothing in particular").out
    )


@pytest.fixture(scope="module")
def topics(topical_graph, tmp_path_factory):
    return topical_graph.save(tmp_path_factory.mktemp("topics") / "topics.duckdb")


@pytest.mark.parametrize(
    "options, ids",
    [
        (["--task", "image retrieval"], ["t1", "t2", "t3"]),
        (["--task", "picture search", "--technique", "LLM"], ["t1", "t3"]),
        (["--task", "image retrieval", "--task", "hallucination"], ["t3"]),
    ],
)
def test_papers_are_found_by_task_and_technique(run, topics, options, ids):
    assert [paper["id"] for paper in answer(run("papers", *options, "--json", "--from", topics))] == ids


def test_tasks_and_techniques_are_listed(run, topics):
    assert run("entities", "--kind", "task", "--from", topics).out == (
        "PAPERS  KIND  NAME             ALSO CALLED\n"
        "     3  task  image retrieval  picture search\n"
        "     1  task  hallucination\n"
    )
    (found, _) = answer(run("entities", "--kind", "technique", "--json", "--from", topics))
    assert [(row["id"], row["relation"], row["salience"]) for row in found["papers"]] == [
        ("t3", "uses", 0.8),
        ("t1", "mentions", 0.1),
    ]


def test_cards_say_what_a_paper_is_most_about_first(run, topics):
    card = answer(run("show", "Pictures by words", "--json", "--from", topics))
    assert [(row["label"], row["salience"]) for row in card["entities"]] == [
        ("image retrieval", 0.6),
        ("contrastive learning", 0.55),
        ("CLIP", 0.3),
        ("large language model", 0.1),
    ]
    lines = run("show", "image retrieval", "--from", topics).out.splitlines()
    assert lines[:3] == [
        "image retrieval (task, named by 3 papers)",
        "  also called: picture search",
        "  broader: retrieval, search",
    ]
    assert [line for line in lines[3:] if line.endswith(")")] == [
        "  addresses   0.94  Image retrieval with less (t2)",
        "  addresses   0.60  Pictures by words (t1)",
        "  mentions    0.95  What LLMs make up (t3)",
    ]


def test_two_names_of_one_entity_are_explained(ask):
    said = answer(ask("explain", "LoRA", "low-rank adaptation", "--json"))
    assert list(said) == ["same", "kind", "left", "right", "left_ids", "right_ids", "joins", "reason"]
    assert said["same"] is True
    assert ask("explain", "LoRA", "low-rank adaptation").out == (
        "LoRA and low-rank adaptation are one entity (method:lora)\n"
        "  they are one entity\n"
        "  LoRA = low-rank adaptation  by abbreviation, score 1.00: paired in 1 paper\n"
    )


def test_two_entities_are_explained(ask):
    assert answer(ask("explain", "LoRA", "ViT", "--json"))["same"] is False
    assert ask("explain", "LoRA", "ViT").out.startswith(
        "LoRA and ViT are two entities (method:lora, method:vit)\n"
    )


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["papers", "--method", "LORAA"], "no method named 'LORAA'; nearest: LoRA"),
        (["papers", "--dataset", "LoRA"], "no dataset named 'LoRA'"),
        (["show", "Quilnet"], "no entity or paper named 'Quilnet'; nearest: Quillnet"),
        (["show", "LoRA", "--kind", "repo"], "no repo named 'LoRA'"),
        (["show", "A second look at low rank adaption"], "nearest: A second look at low-rank adaptation"),
        (["related", "Quillnet: adapters for ViT"], f"nearest: {QUILLNET}"),
        (["path", "LoRA", "Brokbench"], "no entity or paper named 'Brokbench'; nearest: Brookbench"),
        (["explain", "LoRA", "Brokbench"], "no entity or paper named 'Brokbench'; nearest: Brookbench"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_unknown_names_get_the_nearest(ask, failed, arguments, said):
    failed(ask(*arguments), said)


@pytest.fixture(scope="session")
def placed(topical_graph, tmp_path_factory):
    """A store that has topics: a saved graph does."""
    graph = KnowledgeGraph(topical_graph.tables)
    return graph.save(tmp_path_factory.mktemp("placed") / "papers.duckdb")


def test_topics_are_listed_with_what_is_particular_and_central(run, placed):
    done = run("topics", "--from", str(placed))
    assert (done.code, done.err) == (0, "")
    heads, row, line = done.out.splitlines()
    assert heads.split("  ")[0] == "TOPIC"
    assert heads.split() == ["TOPIC", "PAPERS", "PARTICULAR", "MOST", "CENTRAL", "PAPERS"]
    assert row.startswith("image retrieval  ")
    assert "; " in row
    assert re.fullmatch(r"modularity -?0\.\d\d; 100% of the weight of links is inside topics", line)


def test_the_fields_of_a_topic_are_stable(run, placed):
    (topic,) = answer(run("topics", "--from", str(placed), "--json"))
    assert list(topic) == ["id", "name", "papers", "particular", "central", "subtopics"]
    assert (topic["papers"], topic["subtopics"]) == (3, [])
    assert set(topic["central"][0]) == {"id", "title"}


def test_a_store_without_topics_gets_them_for_the_answer(run, topics):
    assert [topic["papers"] for topic in answer(run("topics", "--from", str(topics), "--json"))] == [3]


def test_figures_of_topics_that_were_found_for_the_answer(run, store):
    assert run("topics", "--from", store).out.splitlines()[-1].startswith("modularity")


def test_no_topics_is_an_answer(run, tmp_path, make_graph):
    store = make_graph([]).save(tmp_path / "empty.duckdb")
    assert run("topics", "--from", str(store)).out == "the graph holds no paper\n"


def test_subtopics_are_indented_below_their_topic():
    finer = TopicView("subtopic:b", "b", 4, ("x",), (CentralPaper("1", "T" * 80),))
    topic = TopicView("topic:a", "a", 9, tuple("uvwxyz"), (), (finer,))
    assert list(topic_rows([topic])) == [
        ("a", 9, "u, v, w, x", ""),
        ("  b", 4, "x", f"{'T' * 59}…"),
    ]


def test_cards_say_the_topic(run, placed):
    for name in ("t1", "image retrieval"):
        assert "topic: image retrieval" in run("show", name, "--from", str(placed)).out
    record = answer(run("show", "t1", "--from", str(placed), "--json"))
    assert (record["topic"], record["subtopic"]) == ("image retrieval", "")


def test_context_quotes_sentences_within_a_budget(ask):
    done = ask("context", "What beats LoRA?", "--budget", 150)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[0] == "LoRA (method, 2 papers; method:lora)"
    assert len(done.out) <= 151


def test_the_fields_of_a_context_are_stable(ask):
    found = answer(ask("context", "What beats LoRA?", "--json"))
    assert list(found) == ["question", "budget", "entities", "papers", "left_out"]
    assert list(found["entities"][0]) == ["id", "kind", "label", "written", "papers"]
    assert list(found["papers"][0]) == ["id", "title", "date", "url", "passages"]
    assert list(found["papers"][0]["passages"][0]) == ["sentence", "start", "end", "entities"]


@pytest.mark.parametrize(
    "question, code, said",
    [("☃", 0, "no sentence that is about the question"), (" ", 1, "the question is empty")],
)
def test_a_context_of_nothing_is_one_line(ask, question, code, said):
    done = ask("context", question)
    assert done.code == code
    assert said in done.out + done.err
