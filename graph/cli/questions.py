"""The commands that query a graph: papers, search, entities, topics, related, path, show, explain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from operator import attrgetter
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from paperlattice.extractors.records import Kind
from paperlattice.graph.cli.by_kind import (
    Author,
    Since,
    Text,
    Topic,
    Until,
    Venue,
    of_kinds,
    options_by_kind,
)
from paperlattice.graph.cli.outputs import DEFAULT_STORE, Json, StorePath, open_graph
from paperlattice.graph.cli.printing import echo, echo_json, echo_table, shown
from paperlattice.graph.cli.render import (
    MOST_ROWS,
    card_lines,
    card_record,
    entity_record,
    few_authors,
    pair_lines,
    paper_record,
    topic_line,
    topic_rows,
)

if TYPE_CHECKING:
    from paperlattice.graph.query.answers import Step
    from paperlattice.graph.resolve.explain import Explanation

OfKind = Annotated[Kind | None, typer.Option(help="Look for an entity of this kind.")]


@options_by_kind(before="topic")
def papers(
    *,
    topic: Topic = "",
    text: Text = None,
    author: Author = None,
    venue: Venue = None,
    since: Since = "",
    until: Until = "",
    store: StorePath = DEFAULT_STORE,
    json: Json = False,
    **names: list[str] | None,
) -> None:
    """List the papers that fit all that is asked.

    Without any option, all papers are listed. Names may be written in any way that the graph knows:
    "low-rank adaptation" finds LoRA. Of an author some words are enough: "A. Quill" finds Ada Quill.
    """
    found = open_graph(store).papers(
        topic=topic, text=text, author=author, venue=venue, since=since, until=until, **of_kinds(names)
    )
    columns = ["id", "date", *(["authors"] if any(p.authors for p in found) else []), "title"]
    cells = {"authors": lambda paper: few_authors(paper.authors)}
    _print_found(
        found,
        record=paper_record if json else None,
        columns=columns,
        row=lambda paper: [cells.get(name, attrgetter(name))(paper) for name in columns],
        nothing="no paper fits all the options",
    )


def search(
    query: Annotated[list[str], typer.Argument(metavar="QUERY", help="Words and names.")],
    *,
    k: Annotated[int, typer.Option("-k", min=1, metavar="N", help="How many papers.")] = 10,
    store: StorePath = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """List the papers that answer a search best.

    Each has the sentence that shows why. Rare words count more than frequent ones; a paper need not have all
    of them. Names are understood: a paper that names LoRA answers "low-rank adaptation". For papers with an
    exact text see `papers --text`.
    """
    _print_found(
        open_graph(store).search(" ".join(query), k),
        record=asdict if json else None,
        columns=("score", "id", "title", "sentence"),
        row=lambda hit: (f"{hit.score:.1f}", hit.id, hit.title, hit.sentence),
        nothing="no paper has any of the words",
    )


def declared(*, store: StorePath = DEFAULT_STORE, json: Json = False) -> None:
    """List repositories that only source or only text names.

    Of the papers whose source declares a repository: those that only the source names (declared), and those
    that only the text names (extracted).
    """
    _print_found(
        open_graph(store).disagreements(),
        record=asdict if json else None,
        columns=("id", "only", "repository", "title"),
        row=lambda row: (row.id, row.origin, row.url, row.title),
        nothing="sources and texts name the same repositories, or no source declares one",
    )


def entities(
    *,
    kind: Annotated[Kind | None, typer.Option(help="Only this kind.")] = None,
    top: Annotated[int | None, typer.Option(min=1, metavar="N", help="Only the first N.")] = None,
    store: StorePath = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """List the entities: what papers name, of all kinds or of one.

    Those that most papers name come first.
    """
    _print_found(
        open_graph(store).entities(kind, top),
        record=entity_record if json else None,
        columns=("papers", "kind", "name", "also called"),
        row=lambda e: (len(e.papers), e.kind, e.label, _first(e.aliases)),
        nothing="the graph holds no such entity",
    )


def related(
    paper: Annotated[str, typer.Argument(metavar="PAPER", help="Title or id.")],
    *,
    k: Annotated[int, typer.Option("-k", min=1, metavar="N", help="How many papers.")] = 10,
    store: StorePath = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """List the papers most likely related to a given one.

    The weight is the probability that a reader of one profits from the other. All papers are ranked; a star
    marks those that the graph links. --json adds the sentences that show what both share, for the first 100.
    """
    _print_found(
        open_graph(store).related(paper, k),
        record=asdict if json else None,
        columns=("weight", "linked", "id", "title", "reason"),
        row=lambda row: (f"{row.weight:.2f}", "*" if row.is_linked else "", row.id, row.title, row.reason),
        nothing="the graph holds no other paper",
    )


def path(
    a: Annotated[str, typer.Argument(metavar="A", help="An entity or a paper.")],
    b: Annotated[str, typer.Argument(metavar="B", help="An entity or a paper.")],
    *,
    store: StorePath = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Show the shortest path between two entities or papers.

    Each step quotes the sentence of the paper that supports it.
    """
    steps = open_graph(store).path(a, b)
    if json:
        echo_json([asdict(step) for step in steps])
    elif steps:
        echo("\n".join(_step(step) for step in steps))
    else:
        echo(shown(f"there is no path between {a} and {b}"))


def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="An entity, or a paper by title or id.")],
    *,
    kind: OfKind = None,
    store: StorePath = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Show the card of an entity or a paper.

    The card lists the papers that name the entity, or what the paper names, and quotes the sentences. What a
    paper is most about comes first; the number is its salience, from 0 to 1.
    """
    card = card_record(open_graph(store), name, kind=kind, quoted=None if json else MOST_ROWS)
    if json:
        echo_json(card)
    else:
        echo("\n".join(map(shown, card_lines(card))))


def explain(
    a: Annotated[str, typer.Argument(metavar="A", help="A name or id of an entity, or a paper.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another one.")],
    *,
    kind: OfKind = None,
    store: StorePath = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Explain why two names are one entity, or two papers linked.

    It also says what keeps them apart. Of two papers it says how likely a reader of one profits from the
    other, and what adds to that.
    """
    from paperlattice.graph.query.pairs import PairExplanation

    explanation = open_graph(store).explain(a, b, kind)
    if isinstance(explanation, PairExplanation):
        if json:
            echo_json(asdict(explanation))
        else:
            echo("\n".join(map(shown, pair_lines(explanation))))
    elif json:
        # The field has kept the name of its first version.
        fields = {"joins" if name == "merges" else name: value for name, value in asdict(explanation).items()}
        echo_json({"same": explanation.same} | fields)
    else:
        echo(_explanation(explanation))


def pins(*, store: StorePath = DEFAULT_STORE, json: Json = False) -> None:
    """Print the corrections of a store.

    They are printed as the TOML file that --pins reads, and are what --pins gave to `build` or `add`: names
    that are one entity or two, dropped, renamed, of another kind or added, papers that are unrelated, names
    of topics.
    """
    from paperlattice.graph.model.pin_files import pins_text

    found = open_graph(store).pins
    if json:
        echo_json(asdict(found))
    else:
        echo(pins_text(found).rstrip("\n"))


def context(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="A question in words, or just words.")],
    *,
    budget: Annotated[
        int, typer.Option(min=1, metavar="N", help="The most characters of the answer.")
    ] = 4_000,
    store: StorePath = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Quote the sentences that a question is about.

    They come with paper, date and place in the text, the best papers first, and can be handed to a language
    model. --json adds the ids of all that a sentence names.
    """
    found = open_graph(store).context(question, budget=budget)
    if json:
        echo_json(asdict(found))
    else:
        echo(found.text or "no sentence that is about the question fits into the budget")


def topics(*, store: StorePath = DEFAULT_STORE, json: Json = False) -> None:
    """List the topics of the papers.

    Each with what is particular to its papers and the most central ones; subtopics are indented below their
    topic. Of a store without topics they are found for this answer.
    """
    from paperlattice.graph.query.topics import topic_figures

    graph = open_graph(store)
    found = graph.topics()
    if json:
        echo_json(list(map(asdict, found)))
    elif found:
        echo_table(_TOPIC_COLUMNS, topic_rows(found), numbers={"papers"})
        echo(topic_line(topic_figures(graph.topical)))  # also where they were found for this answer
    else:
        echo("the graph holds no paper")


_TOPIC_COLUMNS: Final = ("topic", "papers", "particular", "most central papers")


def _print_found(
    found: Sequence[Any],
    *,
    record: Callable[[Any], dict[str, Any]] | None,
    columns: Sequence[str],
    row: Callable[[Any], Sequence[object]],
    nothing: str,
) -> None:
    """Print what was found: as JSON if `record` is given, else as a table, or `nothing` if there is none."""
    if record is not None:
        echo_json(list(map(record, found)))
    elif found:
        echo_table(columns, map(row, found), numbers={"papers", "weight", "score"})
    else:
        echo(nothing)


_SHOWN: Final = 8


def _first(names: Sequence[str]) -> str:
    """Return the first few names, and how many there are besides."""
    more = f", and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more


def _step(step: Step) -> str:
    relation = f"  {step.relation}\n" if step.relation else ""
    evidence = f'\n      "{step.evidence}"' if step.evidence else ""
    return "\n".join(map(shown, f"{relation}{step.label} ({step.kind}){evidence}".split("\n")))


def _explanation(explanation: Explanation) -> str:
    verdict = "one entity" if explanation.same else "two entities"
    ids = dict.fromkeys((*explanation.left_ids, *explanation.right_ids))
    lines = [
        f"{explanation.left} and {explanation.right} are {verdict} ({', '.join(ids)})",
        f"  {explanation.reason}",
    ]
    for merge in explanation.merges:
        rests = f": {merge.evidence}" if merge.evidence else ""
        lines.append(f"  {merge.left} = {merge.right}  by {merge.rule}, score {merge.score:.2f}{rests}")
    return "\n".join(map(shown, lines))
