"""Training of tasks and techniques: labels of candidates, folds, the table of forms, files and back."""

import gzip
import json
from importlib.resources import files

import numpy as np
import pytest

pytest.importorskip("sklearn", reason="training needs the extra `paperlattice[train]`")

from paperlattice.extractors import term_scorer, term_selection, terms as terms_module
from paperlattice.extractors.term_features import (
    CLASSES,
    NOTHING,
    TASK,
    TASK_ASIDE,
    TECHNIQUE,
    TECHNIQUE_ASIDE,
)
from paperlattice.extractors.terms import TermForms, find_term_candidates, term_key
from paperlattice.extractors.training import gold, term_catalogue
from paperlattice.extractors.training.term_catalogue import (
    Catalogue,
    Lexicon,
    read_judged,
    read_term_examples,
    term_example,
)
from paperlattice.extractors.training.term_forms import Knowledge, fit_forms, steps_of
from paperlattice.extractors.training.terms import (
    fit_new_forms,
    fit_terms,
    labels_of,
    make_terms,
    new_forms_without,
    print_packaged_terms,
    read_knowledge,
    scorer_of,
    terms_table,
    training_rows,
    write_terms,
)

# Invented papers: {t} and {u} are tasks, {q} and {r} techniques; {u} and {r} stand in the background.
PAPERS = [
    (
        "{T} from Old Maps",
        "We study {t} with wet ink. Using {q}, we sing. Unlike {r}, it is slow. {U} is old.",
    ),
    ("Slow Rivers", "This paper addresses {t}. We train by {q} on rivers. {U} and {r} are related to oaks."),
    (
        "Kilns that Think",
        "We propose a kiln for {t}. Our {q} loss helps. It was known for {u} and {r} before.",
    ),
    ("On {T}", "We improve {t} by means of {q}, which is quick. Others used {r} for {u} in cold rooms."),
    ("Letters and {T}", "Letters matter in {t}. We extend {q} to letters. Work on {u} with {r} is far off."),
    (
        "What {Q} Sees",
        "We analyse {q} in {t}. The answer is short. As in {u}, the use of {r} is a mere step.",
    ),
]
TASKS = [
    "moss retrieval",
    "tile segmentation",
    "ink recognition",
    "map captioning",
    "oak counting",
    "kiln detection",
]
TECHNIQUES = [
    "quill learning",
    "lathe pruning",
    "orris attention",
    "thorn sampling",
    "fern tuning",
    "reed distillation",
]


def entry(name, role, *, required=True, aliases=()):
    return {
        "name": name,
        "aliases": [*aliases],
        "role": role,
        "required": required,
        "cluster": name.replace(" ", "-"),
    }


def labelled(number):
    """Return an annotated paper with its text."""
    title, abstract = PAPERS[number % 6]
    i = number // 6 + number
    t, u = TASKS[i % 6], TASKS[(i + 1 + number % 4) % 6]
    q, r = TECHNIQUES[(i + number // 7) % 6], TECHNIQUES[(i + number // 7 + 1 + number % 3) % 6]
    if number % 8 == 3:  # terms that no other paper has
        t, q = f"oak{number} retrieval", f"ash{number} learning"
    elif number % 8 == 7:
        u, r = f"elm{number} detection", f"fir{number} pruning"
    words = {"t": t, "u": u, "q": q, "r": r, "T": t.title(), "U": u.capitalize(), "Q": q.title()}
    further = number % 7 > 0  # now and then a reader passes over what stands in the background
    return {
        "id": f"p{number:03}",
        "title": f"{number}: {title.format(**words)}",
        "abstract": abstract.format(**words),
        "tasks": [entry(t, "addressed", aliases=[t.title()])]
        + [entry(u, "mentioned", required=False)] * further,
        "techniques": [entry(q, "central")] + [entry(r, "mentioned", required=False)] * further,
    }


def example(text, *, tasks=(), techniques=()):
    title, _, abstract = text.partition("\n")
    record = {"id": "p", "title": title, "abstract": abstract, "tasks": [*tasks], "techniques": [*techniques]}
    return term_example(record)


NO_TABLE = TermForms(
    {}, np.zeros((0, 5), np.uint8), np.zeros((0, 12), np.uint8), np.zeros(0, np.int32), [], []
)


def labels(made):
    """Return the class of each candidate of an example that is more than nothing, by key."""
    candidates = find_term_candidates(made.tokens, made.keys, NO_TABLE, dict.fromkeys(made.keys))
    classes = zip(candidates, labels_of(made, candidates), strict=True)
    return {c.key: label for c, label in classes if label != NOTHING}


def test_each_entry_labels_the_one_candidate_that_fits_it_best():
    text = "Maps\nWe study moss retrieval. Fast moss retrieval and moss retrievals help."
    retrieval = entry("moss retrieval", "addressed", aliases=["moss retrieval", "fast moss retrieval"])
    assert labels(example(text, tasks=[retrieval])) == {"mossretrieval": TASK}


@pytest.mark.parametrize(
    "field, required, expected",
    [
        ("tasks", True, TASK),
        ("tasks", False, TASK_ASIDE),
        ("techniques", True, TECHNIQUE),
        ("techniques", False, TECHNIQUE_ASIDE),
    ],
)
def test_the_class_says_kind_and_place(field, required, expected):
    made = example(
        "Maps\nWe like moss retrieval.", **{field: [entry("moss retrieval", "x", required=required)]}
    )
    assert labels(made) == {"mossretrieval": expected}
    assert made.labels["mossretrieval"] == expected


def test_an_entry_that_the_text_writes_otherwise_is_found_by_its_aliases():
    made = example(
        "Maps\nRetrieving moss is old.", tasks=[entry("moss retrieval", "x", aliases=["retrieving moss"])]
    )
    assert labels(made) == {"retrievingmoss": TASK}


def test_two_entries_never_share_a_candidate():
    two = [entry("moss retrieval", "x"), entry("moss retrieval", "x", required=False, aliases=["moss"])]
    candidates = labels(example("Maps\nWe like moss retrieval of maps.", tasks=two))
    assert candidates == {"mossretrieval": TASK}


@pytest.mark.parametrize(
    "name, field, expected",
    [("few-shot learning", "techniques", TASK), ("transfer learning", "tasks", TECHNIQUE)],
)
def test_the_guidelines_settle_what_some_terms_are(name, field, expected):
    made = example(f"Maps\nWe like {name}.", **{field: [entry(name, "x")]})
    assert labels(made) == {term_key(name): expected}


def test_the_lexicon_counts_papers_by_label():
    papers = [labelled(number) for number in range(70)]
    marks = [e["required"] for p in papers for e in p["tasks"] if e["name"] == "moss retrieval"]
    named = sum("moss retrieval" in f"{p['title']} {p['abstract']}".lower() for p in papers)
    lexicon = Lexicon([term_example(paper) for paper in papers])
    counts, heads, firsts = lexicon.row("mossretrieval", "moss", "retrieval")
    assert (counts[TASK], counts[TASK_ASIDE]) == (marks.count(True), marks.count(False))
    assert counts.sum() == named > len(marks) > 0
    assert (firsts[1:] >= counts[1:]).all()
    assert heads[TASK] > counts[TASK]  # of others that end in "retrieval"
    assert [row.tolist() for row in lexicon.row("fog", "fog", "fog")] == [[0.0] * len(CLASSES)] * 3


def test_the_folds_of_a_text_know_nothing_of_its_labels():
    examples = [term_example(labelled(n)) for n in range(12)]
    alone = example("Maps\nWe study fog weaving.", tasks=[entry("fog weaving", "x")])
    examples[3] = alone
    known = Knowledge(Catalogue(), Lexicon(examples), {}, {})
    folds = known.without(examples)
    for number, _ in enumerate(examples):
        counts = folds[number % len(folds)].lexicon.forms.get("fogweaving", np.zeros(len(CLASSES)))
        assert counts[TASK] == (number % len(folds) != 3 % len(folds))
    assert known.lexicon.forms["fogweaving"][TASK] == 1


def test_log_odds_are_kept_in_small_steps():
    scores = np.array([[0.0, -1.0, -8.0, -100.0, 3.0]])
    steps = steps_of(scores)
    assert (steps.dtype, steps.tolist()) == (np.uint8, [[128, 112, 0, 0, 176]])
    assert np.allclose((steps[0, :3] - 128.0) / 16, scores[0, :3], rtol=0, atol=1 / 32)


# --- all of it, over invented papers


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder with all that training reads: catalogue, corpus, annotations and judged phrases."""
    root = tmp_path_factory.mktemp("terms")
    papers = [labelled(number) for number in range(240)]
    for name in ("gazetteer", "corpus", "training"):
        (root / name).mkdir()
    catalogue = [
        {
            "name": name,
            "kind": kind,
            "aliases": [f"{name} task"],
            "cluster": name.replace(" ", "-"),
            "broader": broader,
        }
        for kind, names in (("task", TASKS), ("technique", TECHNIQUES))
        for name, broader in zip(names, (["old craft"], *[[]] * 5), strict=True)
    ]
    (root / "gazetteer" / "tasks.jsonl").write_text("\n".join(map(json.dumps, catalogue)), encoding="utf-8")
    texts = ({key: p[key] for key in ("id", "title", "abstract")} for p in papers)
    packed = "\n".join(map(json.dumps, texts)).encode()
    (root / "corpus" / "a.jsonl.gz").write_bytes(gzip.compress(packed))
    annotated = ({key: p[key] for key in ("id", "tasks", "techniques")} for p in papers[:200])
    packed = "\n".join(map(json.dumps, annotated)).encode()
    (root / "training" / "tasks.jsonl.gz").write_bytes(gzip.compress(packed))
    judged = "ink\tN\t\nold craft\tB\t\nwet ink\tN\t\n"
    (root / "training" / "term_list.tsv.gz").write_bytes(gzip.compress(judged.encode()))
    return root


@pytest.fixture
def packaged(folder, monkeypatch):
    """Let training read the folder for what is packaged."""
    for module in (gold, term_catalogue):
        monkeypatch.setattr(module, "files", lambda package: folder)
    return folder


@pytest.fixture(scope="module")
def fitted(folder):
    """Return examples, what is known, the rows, the table of forms and the fitted model."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (gold, term_catalogue):
            patch.setattr(module, "files", lambda package: folder)
        examples = read_term_examples(folder / "corpus", without=())
        known, shapes = read_knowledge(folder, examples, without=frozenset(), processes=1)
    forms = fit_forms(examples, known, seed=0)
    new = fit_new_forms(examples, known.lexicon)
    rows = training_rows(examples, forms, known, new_forms_without(examples))
    return examples, known, rows, terms_table(known, shapes, forms), fit_terms(rows, new, seed=0)


@pytest.mark.slow
def test_annotations_find_their_texts(packaged):
    examples = read_term_examples(packaged / "corpus", without={"1slowrivers"})
    assert [e.id for e in examples] == [f"p{n:03}" for n in range(200) if n != 1]


@pytest.mark.slow
def test_rows_are_candidates_with_every_class(fitted):
    rows = fitted[2]
    assert set(rows.labels.tolist()) == set(range(len(CLASSES)))
    assert len(rows.labels) == len(rows.candidates) == len(rows.words) == len(rows.example)


@pytest.mark.slow
def test_the_table_knows_the_terms(fitted):
    table = fitted[3]
    assert table.canonical("Moss Retrievals") == table.canonical("moss retrieval task") == "moss retrieval"
    assert table.broader("moss retrieval") == ("old craft",)
    assert table.canonical("Quill-Learning") == "quill learning"
    assert table.row_of.keys() >= set(map(term_key, TASKS + TECHNIQUES))


def found_by(table, scorer, number):
    """Return the terms of an invented paper by a table and a scorer."""
    paper = labelled(number)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(term_selection, "load_terms", lambda: table)
        patch.setattr(term_selection, "load_term_scorer", lambda: scorer)
        text = f"{paper['title']}\n{paper['abstract']}"
        return next(iter(term_selection._choose([(text, term_selection.MIN_TERM)])))


@pytest.mark.slow
@pytest.mark.parametrize("number", [201, 212, 233])
def test_the_fitted_model_tells_what_a_new_paper_is_about(fitted, number):
    own = {(term.kind, term.name) for term in found_by(fitted[3], scorer_of(fitted[4]), number) if term.own}
    paper = labelled(number)
    assert own >= {("task", paper["tasks"][0]["name"]), ("technique", paper["techniques"][0]["name"])}
    assert not own & {("task", e["name"]) for e in paper["tasks"][1:]}


@pytest.mark.slow
def test_the_files_give_table_and_scorer_back(fitted, tmp_path, monkeypatch):
    _, _, _, table, model = fitted
    (tmp_path / "data").mkdir()
    write_terms(table, model, tmp_path / "data")
    monkeypatch.setattr(terms_module, "files", lambda package: tmp_path)
    monkeypatch.setattr(term_scorer, "files", lambda package: tmp_path)
    again, scorer = terms_module.load_terms.__wrapped__(), term_scorer.load_term_scorer.__wrapped__()
    assert (again.row_of, again.labels, again.broader_of) == (table.row_of, table.labels, table.broader_of)
    for part in ("scores", "facts", "term_of"):
        assert np.array_equal(getattr(again, part), getattr(table, part))
    for number in (201, 233):
        expected, found = found_by(table, scorer_of(model), number), found_by(again, scorer, number)
        assert [t.confidence for t in found] == pytest.approx([t.confidence for t in expected], abs=1e-3)
        assert [(t.kind, t.name, t.own) for t in found] == [(t.kind, t.name, t.own) for t in expected]


@pytest.mark.slow
@pytest.mark.long
def test_equal_seeds_give_equal_bytes(packaged, tmp_path):
    written = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        make_terms(packaged, tmp_path / name, without=frozenset(), seed=0, processes=1)
        written.append({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()})
    assert written[0].keys() == {"terms.npz", "term_scorer.npz", "term_words.txt.gz"}
    assert written[0] == written[1]


@pytest.mark.slow
def test_figures_are_printed_instead_of_files(packaged, tmp_path, capsys):
    make_terms(packaged, tmp_path, without=frozenset(), seed=0, processes=1, measure=True)
    assert not list(tmp_path.iterdir())
    printed = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in printed[-2:]] == ["tasks", "techniques"]
    assert all(float(line.split(" F1 ")[1].split()[0]) > 0.8 for line in printed[-2:]), printed


@pytest.mark.slow
def test_what_new_forms_tell_a_text_comes_from_texts_of_other_folds(packaged):
    """The labels of a text change what is learned for others, but nothing that it is trained with itself."""
    examples = read_term_examples(packaged / "corpus", without=())
    before = new_forms_without(examples)
    for example in examples[::5]:
        example.labels.clear()
    after = new_forms_without(examples)
    same = [np.array_equal(one[2], other[2]) for one, other in zip(before, after, strict=True)]
    assert same == [True, False, False, False, False]


def test_figures_of_the_packaged_scorer(tmp_path, monkeypatch, capsys):
    paper = {
        "title": "Machine Translation of Old Letters",
        "abstract": "We study machine translation with large language models. Knitting is a craft.",
    }
    tasks = ("machine translation", True), ("knitting", True), ("old letters", False)
    entries = [
        {"name": n, "aliases": [n], "role": "addressed", "required": r, "cluster": n.replace(" ", "-")}
        for n, r in tasks
    ]
    for folder, record in (
        ("corpus", {"id": "p1"} | paper),
        ("training", {"id": "p1", "tasks": entries, "techniques": []}),
    ):
        (tmp_path / folder).mkdir()
        name = "unseen_tasks" if folder == "training" else "papers"
        (tmp_path / folder / f"{name}.jsonl.gz").write_bytes(gzip.compress(json.dumps(record).encode()))
    monkeypatch.setattr(gold, "files", lambda package: tmp_path)
    print_packaged_terms(tmp_path, without=frozenset())
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "tasks and techniques of 1 abstracts that trained nothing:"
    assert printed[1].split()[:7] == ["tasks", "P", "1.000", "R", "0.500", "F1", "0.667"]
    assert "'wrong': 1" in printed[2]


# --- what is packaged


def test_the_judged_phrases_are_well_formed():
    packed = files("paperlattice.extractors").joinpath("training/term_list.tsv.gz").read_bytes()
    rows = [line.split("\t") for line in gzip.decompress(packed).decode().splitlines()]
    assert {len(row) for row in rows} == {3}
    assert {code for _, code, _ in rows} == set("TQBN")
    phrases = [phrase for phrase, _, _ in rows]
    assert phrases == sorted(set(phrases))
    assert all(phrase and phrase == phrase.strip() for phrase in phrases)
    assert not any(other for _, code, other in rows if code == "N")
    assert rows == [list(row) for row in read_judged()]


def test_no_two_judged_phrases_are_spellings_of_one():
    keys = [term_key(phrase) for phrase, _, _ in read_judged()]
    assert len(keys) == len(set(keys))
    assert all(keys)
