"""Turtle and JSON-LD, read by rdflib and pyoxigraph."""

import json
from collections import Counter

import networkx as nx
import pytest
from hypothesis import given, settings, strategies as st

from paperlattice import KnowledgeGraph, Pins
from paperlattice.extractors.pipeline import extractor_version
from paperlattice.extractors.records import Author, Link, Paper
from paperlattice.graph.errors import OptionError
from paperlattice.graph.export.iris import unicode_text
from paperlattice.graph.export.rdf_formats import generate_jsonld, generate_turtle
from paperlattice.graph.export.rdf_terms import PREFIXES, TERMS
from paperlattice.graph.export.rows import Graph
from paperlattice.graph.export.table_rows import TableRows
from paperlattice.graph.model.pins import Add

ox = pytest.importorskip("pyoxigraph", reason="pyoxigraph is not installed (pip install '.[test]')")
rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed (pip install '.[test]')")

# rdflib 7 warns of a class that its own reader of JSON-LD uses.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SCHEMA, PL, OWN, OA, PROV, RDF, RDFS = (
    PREFIXES[name] for name in ("schema", "pl", "own", "oa", "prov", "rdf", "rdfs")
)


def read(graph: Graph, **options: str) -> set:
    """Return the triples of both files, which both libraries read alike."""
    found = read_quickly(graph, **options)
    turtle, jsonld = ("".join(generate(graph, **options)) for generate in (generate_turtle, generate_jsonld))
    again = set(rdflib.Graph().parse(data=turtle, format="turtle"))
    assert again == set(rdflib.Graph().parse(data=jsonld, format="json-ld"))
    assert len(again) == len(found)
    assert {str(value) for *_, value in again} == {triple.object.value for triple in found}
    return found


def read_quickly(graph: Graph, **options: str) -> set:
    """Return the triples of both files, which must be the same, as pyoxigraph reads them."""
    turtle, jsonld = ("".join(generate(graph, **options)) for generate in (generate_turtle, generate_jsonld))
    found = {quad.triple for quad in ox.parse(turtle.encode(), format=ox.RdfFormat.TURTLE)}
    assert found == {quad.triple for quad in ox.parse(jsonld.encode(), format=ox.RdfFormat.JSON_LD)}
    return found


def values(triples: set, predicate: str) -> dict[str, list[str]]:
    """Return the values of a property by subject."""
    found: dict[str, list[str]] = {}
    for triple in triples:
        if triple.predicate.value == predicate:
            found.setdefault(triple.subject.value, []).append(triple.object.value)
    return found


@pytest.fixture(scope="module")
def recorded() -> KnowledgeGraph:
    """A graph of papers whose records say much."""
    papers = [
        Paper(
            "2401.00011",
            "Quiet Quills",
            'We propose QuillNet, evaluated on COCO. It is a "net" \\ a 図 & <b>.',
            "2024-01-09",
            authors=(Author("Ada", "Quill", "0000-0002-1825-0097"), Author(family="The Fern Team")),
            venue="Fern Letters",
            doi="10.1000/q(1)<2>",
            licence="https://example.org/by",
            keywords=("quills", "nets"),
            categories=("cs.CV",),
            links=(Link("project", "https://example.org/a b"), Link("project", "no address")),
            url="https://example.org/quiet?x=1#y",
        ),
        Paper("10.1000/b", "A Second Look", "We compare CLIP with QuillNet on COCO.", "2024"),
        Paper("x y/z", "Third", "We use QuillNet. Code: https://github.com/fern/quills", "2023"),
    ]
    pins = Pins(add=(Add("Code", "task", "Third"),))
    graph = KnowledgeGraph.build(papers, pins=pins)
    graph.place()
    return graph


@pytest.fixture(scope="module")
def triples(recorded) -> set:
    return read(TableRows(recorded.tables))


def test_papers_are_where_they_are_known(triples):
    names = values(triples, f"{SCHEMA}name")
    assert names["https://arxiv.org/abs/2401.00011"] == ["Quiet Quills"]
    assert names["https://doi.org/10.1000/b"] == ["A Second Look"]
    assert names["urn:paperlattice:paper:x_20y:z"] == ["Third"]
    same = values(triples, f"{SCHEMA}sameAs")
    assert same == {"https://arxiv.org/abs/2401.00011": ["https://doi.org/10.1000/q(1)%3C2%3E"]}


def test_a_record_is_there_in_full(triples):
    paper = "https://arxiv.org/abs/2401.00011"
    found = {name: values(triples, SCHEMA + name).get(paper) for name in ("datePublished", "license", "url")}
    assert found == {
        "datePublished": ["2024-01-09"],
        "license": ["https://example.org/by"],
        "url": ["https://example.org/quiet?x=1#y"],
    }
    assert sorted(values(triples, f"{SCHEMA}keywords")[paper]) == ["nets", "quills"]
    assert sorted(values(triples, f"{PL}link")[paper]) == ["https://example.org/a%20b", "no address"]
    (venue,) = values(triples, f"{SCHEMA}isPartOf")[paper]
    assert values(triples, f"{SCHEMA}name")[venue] == ["Fern Letters"]


def test_authors_are_people(triples):
    people = values(triples, f"{SCHEMA}author")["https://arxiv.org/abs/2401.00011"]
    names = values(triples, f"{SCHEMA}name")
    assert {person: names[person] for person in people} == {
        "https://orcid.org/0000-0002-1825-0097": ["Ada Quill"],
        "urn:paperlattice:author:2401.00011:2": ["The Fern Team"],
    }
    assert values(triples, f"{SCHEMA}familyName") == {"https://orcid.org/0000-0002-1825-0097": ["Quill"]}


def test_places_are_those_of_the_text(triples, recorded):
    """The text is name, line break and abstract, and places count its characters."""
    texts = [values(triples, SCHEMA + name) for name in ("name", "abstract")]
    selectors, found = values(triples, f"{OA}hasSelector"), Counter[str]()
    starts, ends, exact = (values(triples, OA + name) for name in ("start", "end", "exact"))
    for target, (source,) in values(triples, f"{OA}hasSource").items():
        position, quote = sorted(selectors[target], key=lambda iri: iri not in starts)
        text = "\n".join(of[source][0] for of in texts)
        assert exact[quote] == [text[int(starts[position][0]) : int(ends[position][0])]]
        found[exact[quote][0]] += 1
    named = recorded.tables.rows("SELECT surface FROM {mentions} WHERE surface <> '' AND entity_id <> ''")
    assert found == Counter(surface for (surface,) in named)


def test_who_found_a_place_is_said(triples):
    found_by = {iri for (iri,) in values(triples, f"{PROV}wasGeneratedBy").values()}
    assert found_by == {
        f"urn:paperlattice:extraction:{kind}" for kind in ("method", "dataset", "repo", "pin")
    }
    agents, names = values(triples, f"{PROV}wasAssociatedWith"), values(triples, f"{SCHEMA}name")
    (agent,) = agents["urn:paperlattice:extraction:method"]
    assert names[agent] == ["paperlattice method_finder"]
    assert values(triples, f"{SCHEMA}softwareVersion")[agent] == [extractor_version()]


def test_a_statement_rests_on_places(triples):
    derived = values(triples, f"{PROV}wasDerivedFrom")
    evidence = values(triples, f"{PL}evidence")
    assert evidence
    assert evidence.keys() == derived.keys()
    mentions = values(triples, f"{OA}hasBody").keys()
    assert {place for places in derived.values() for place in places} == mentions


def test_links_have_a_probability_and_a_reason(triples, recorded):
    links = values(triples, f"{PL}probability")
    weights = {row[0] for row in recorded.tables.rows("SELECT weight FROM {links}")}
    assert {float(weight) for (weight,) in links.values()} == weights
    assert links.keys() == values(triples, f"{PL}reason").keys()


def test_every_term_is_said_what_it_means(triples):
    used = {triple.predicate.value for triple in triples}
    ours = {iri.removeprefix(PL) for iri in used if iri.startswith(PL)}
    assert {iri.removeprefix(PL) for iri in values(triples, f"{RDFS}comment")} == TERMS.keys()
    assert ours <= TERMS.keys()


def test_there_are_no_blank_nodes(triples):
    nodes = {node for triple in triples for node in (triple.subject, triple.object)}
    assert {type(node) for node in nodes} == {ox.NamedNode, ox.Literal}


def test_a_context_is_in_the_file(recorded):
    document = json.loads("".join(generate_jsonld(TableRows(recorded.tables))))
    assert document["@context"]["@vocab"] == "https://schema.org/"
    assert all("@id" in node for node in document["@graph"])


def test_a_base_begins_what_has_no_iri(recorded):
    found = read(TableRows(recorded.tables), base="https://example.org/kg#")
    subjects = {triple.subject.value for triple in found}
    assert "https://example.org/kg#method:quillnet" in subjects
    assert {iri for iri in subjects if iri.startswith("urn:")} == {PL + name for name in TERMS}


def test_an_unfit_base_is_refused(small_graph):
    with pytest.raises(OptionError, match="'example' cannot begin an IRI"):
        "".join(generate_turtle(small_graph.nx, base="example"))


def test_a_networkx_graph_says_what_its_attributes_say(recorded, triples):
    bare = read(recorded.nx)
    of_people = {f"{SCHEMA}author", f"{SCHEMA}name", f"{RDF}type"}
    assert {triple.predicate.value for triple in bare - triples} <= of_people
    assert values(bare, f"{PL}evidence") == values(triples, f"{PL}evidence")


def test_projections_are_read(small_graph):
    found = read(small_graph.project(("method", "dataset")))
    assert values(found, f"{PL}together")
    statements = values(found, f"{RDF}predicate").keys()
    assert statements == values(found, f"{PL}papers").keys() & statements


def test_hostile_texts_survive(hostile_graph, hostile_texts):
    found = read(hostile_graph)
    abstracts = sorted(text for (text,) in values(found, f"{SCHEMA}abstract").values())
    assert abstracts == sorted(map(unicode_text, hostile_texts.values()))


def test_two_papers_of_one_doi_stay_two():
    graph = nx.MultiDiGraph()
    for node in ("paper:a", "paper:b"):
        graph.add_node(node, kind="paper", label=node, doi="10.1000/x")
    found = values(read_quickly(graph), f"{SCHEMA}name")
    assert found["https://doi.org/10.1000/x"] == ["paper:a"]
    assert found["urn:paperlattice:paper:b"] == ["paper:b"]


def test_own_attributes_and_relations_have_their_own_vocabulary():
    graph = nx.MultiDiGraph()
    graph.add_node("method:a", kind="method", rank=1e-7, mine=True, big=2**62, **{"x-y": "z"})
    graph.add_edge("method:a", "method:b", 0, relation="is like")
    own = {t.predicate.value: t.object.value for t in read(graph) if t.predicate.value.startswith(OWN)}
    assert own == {
        f"{OWN}rank": "0.0000001",
        f"{OWN}mine": "true",
        f"{OWN}big": str(2**62),
        f"{OWN}x-y": "z",
        f"{OWN}is%20like": "urn:paperlattice:method:b",
    }


signs = st.sampled_from('\0\r\n\t"\\/<>{}|^`%#?:.~ []\x7f\x85\u2028\ufffe\ud800é図🧪')
nasty = st.text(signs | st.characters(), max_size=6)


def after(*starts: str) -> st.SearchStrategy[str]:
    return st.tuples(st.sampled_from(starts), nasty).map("".join)


@st.composite
def graphs(draw) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    for node in draw(st.lists(after("paper:", "method:", ""), unique=True, max_size=4)):
        texts = {
            name: draw(nasty) for name in ("label", "abstract", "aliases", "authors", "venue", "topic_id")
        }
        kind = draw(st.sampled_from(["paper", "method", "dataset", "repo", "other"]))
        url = draw(after("http://", "https://a.b/", "https://doi.org/10.1000/", ""))
        graph.add_node(node, kind=kind, url=url, doi=draw(after("10.1000/", "")), **texts)
    for source in list(graph):
        for target in draw(st.lists(st.sampled_from(sorted(graph)), max_size=2)):
            relation = draw(st.sampled_from(["uses", "related"]) | nasty)
            graph.add_edge(source, target, relation, relation=relation, weight=draw(st.floats(1e-9, 1)))
    return graph


def check_nodes(found: set, graph: nx.MultiDiGraph) -> None:
    nodes = values(found, f"{PL}node")
    assert Counter(text for texts in nodes.values() for text in texts) == Counter(map(unicode_text, graph))
    assert len(nodes) == len(graph)


@settings(max_examples=settings.default.max_examples // 2)
@given(graphs())
def test_any_graph_is_read_back(graph):
    check_nodes(read_quickly(graph), graph)


@settings(max_examples=settings.default.max_examples // 20)
@given(graphs())
def test_any_graph_is_read_alike_by_rdflib(graph):
    check_nodes(read(graph), graph)
