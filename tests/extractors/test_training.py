"""Training: labels to rows, rows to trees, trees to files and back. scikit-learn itself is the oracle."""

import gzip
import json
from importlib.resources import files

import numpy as np
import pytest

pytest.importorskip("sklearn", reason="training needs the extra `paperlattice[train]`")

from joblib.externals.loky import get_reusable_executor
from sklearn.ensemble import HistGradientBoostingClassifier

from paperlattice.extractors import scorer as scorer_module
from paperlattice.extractors.features import CORPUS_MEANS, GROUPS, NUMBERS
from paperlattice.extractors.records import gold_key, title_key
from paperlattice.extractors.scorer import DATASET, METHOD, NEITHER
from paperlattice.extractors.training import corpus_statistics, fit, gold
from paperlattice.extractors.training.corpus_statistics import average_features, fit_context, write_gazetteer
from paperlattice.extractors.training.fit import around_form, fit_linear, fit_model, forest_of, write_model
from paperlattice.extractors.training.gold import (
    OPTIONAL_WEIGHT,
    count_forms,
    example_features,
    features_by_fold,
    read_annotations,
    read_examples,
)
from paperlattice.extractors.training.measure import (
    Tally,
    count_papers,
    cross_validate,
    difference_interval,
    f1_interval,
    folds_of,
    read_counts,
    score_papers,
    tally_all,
    write_counts,
)
from paperlattice.extractors.training.word_weights import write_word_weights

# Invented papers: {m} and {d} are new, {k} and {l} known methods, {e} and {f} known datasets.
PAPERS = [
    ("{m}: Tiles for Trees", "We propose {m}, a tiled network. {m} outperforms {k} and {l} on {e} and {f}."),
    ("Reading Slow Rivers", "We introduce {d}, a benchmark of rivers. We evaluate {k} and {l} on {d}."),
    ("Counting Oaks with {k}", "We fine-tune {k} with {l} on the {e} dataset. A large language model helps."),
    ("Kilns that Think", "This paper presents {m}, a framework for kilns. Using {k}, {m} wins on {e}."),
    ("The {d} Corpus", "We release {d}, a corpus of letters. Models such as {k} fail on {d} and {f}."),
    ("Pruning Orchards", "Pruning is old. Our method, called {m}, prunes {k} and {l} models on {f}."),
    (
        "On the Limits of {k}",
        "We study {k} and find that {k} is slow. On {e}, {l} is faster. No code is given.",
    ),
    (
        "{m}: A Slow Optimizer",
        "We train a {k} backbone with the {m} optimizer. Results on {e} and {f} are good.",
    ),
    ("Maps of Moss", "The {d} dataset holds maps. We collect {d} from forests and test {l} on it."),
    ("Letters and Lines", "Unlike {k}, the {m} model reads. We evaluate on {e}, {f} and other benchmarks."),
    ("What Trees Say", "{k} and {l} are compared on {e}. Self-attention and Reinforcement Learning help."),
    ("Small Steps", "We introduce {m}, which extends {k}. Experiments on {f} show that {m} beats {l}."),
]
NEW = ["Quill", "Lathe", "Kiln", "Moss", "Orris", "Thorn"]
METHODS = ["LoRA", "CLIP", "ResNet-50", "AdamW", "BERT", "DeiT", "Mamba"]
DATASETS = ["ImageNet", "CIFAR-10", "MS COCO", "SQuAD", "ADE20K", "KITTI", "MNIST"]


def labelled(number, variant):
    """Return a paper in the form of the labels."""
    title, abstract = PAPERS[number]
    i = 5 * number + variant
    slots = {
        "m": (f"{NEW[variant]}Net{number}", "methods", "proposed"),
        "d": (f"{NEW[variant]}Bench{number}", "datasets", "introduced"),
        "k": (METHODS[i % 7], "methods", "used"),
        "l": (METHODS[(i + 3) % 7], "methods", "used"),
        "e": (DATASETS[i % 7], "datasets", "used"),
        "f": (DATASETS[(i + 2) % 7], "datasets", "used"),
    }
    words = {slot: name for slot, (name, _, _) in slots.items()}
    paper = {
        "id": f"{number}-{variant}",
        "title": title.format(**words),
        "abstract": abstract.format(**words),
    }
    paper |= {"methods": [], "datasets": [], "urls": []}
    for slot, (name, field, role) in slots.items():
        if f"{{{slot}}}" in title + abstract:
            paper[field].append({"name": name, "aliases": [], "role": role, "required": True})
    for name in ("large language model", "Reinforcement Learning"):
        if name in abstract:
            paper["methods"].append({"name": name, "aliases": [], "role": "used", "required": False})
    return paper


@pytest.fixture(scope="module")
def examples(tmp_path_factory):
    path = tmp_path_factory.mktemp("gold") / "train.jsonl"
    papers = [labelled(number, variant) for variant in range(6) for number in range(len(PAPERS))]
    path.write_text("\n".join(json.dumps(paper) for paper in papers) + "\n\n", encoding="utf-8")
    return read_examples(path)


@pytest.fixture(scope="module")
def linear(examples):
    """Return a linear model of the words around the examples' forms."""
    words = [row for e in examples for row in example_features(e, {}).words]
    kinds = np.array([kind for e in examples for kind in e.kinds])
    return fit_linear([around_form(row) for row in words], kinds, np.ones(len(kinds)))


@pytest.fixture(scope="module")
def fitted(examples):
    """Return the model and scikit-learn's own two, in the order of fitting."""
    originals = []

    class Recorded(HistGradientBoostingClassifier):
        def fit(self, *arguments, **options):
            originals.append(self)
            return super().fit(*arguments, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fit, "HistGradientBoostingClassifier", Recorded)
        return fit_model(examples), *originals


def test_words_of_a_corpus_have_weights(tmp_path):
    texts = ["we train gnats"] * 20 + ["we train moths"] * 2 + ["we sing"]
    assert write_word_weights(texts, tmp_path / "words.gz") == 4
    lines = gzip.decompress((tmp_path / "words.gz").read_bytes()).decode().split("\n")
    assert lines[0] == "gnat train"
    assert [n for n, line in enumerate(lines) if line] == [0, 4, 6]


def test_candidates_are_labelled(examples):
    example = next(e for e in examples if e.id == "2-0")
    label = {c.key: (kind, own, weight) for c, kind, own, weight in zip(
        example.candidates, example.kinds, example.own, example.weights, strict=True)}  # fmt: skip
    assert label[gold_key(METHODS[10 % 7])] == (
        METHOD,
        0,
        1.0,
    )
    assert label[gold_key(DATASETS[10 % 7])] == (DATASET, 0, 1.0)
    assert label["largelanguagemodel"] == (NEITHER, 0, OPTIONAL_WEIGHT)


def test_proposed_and_introduced_names_are_own(examples):
    own = {c.key for e in examples for c, is_own in zip(e.candidates, e.own, strict=True) if is_own}
    assert {"quillnet0", "quillbench1"} <= own
    assert not {gold_key(name) for name in METHODS + DATASETS} & own


@pytest.mark.parametrize(
    "form, key",
    [
        ("GPT-4", "gpt4"),
        ("SAEs", "sae"),
        ("RefCOCO+", "refcoco+"),
        ("loss", "loss"),
        ("gas", "gas"),
        ("ViT B/16", "vitb16"),
    ],
)
def test_keys_are_those_of_the_scoring(form, key):
    assert gold_key(form) == key


def test_forms_are_counted_by_label(examples):
    counts = count_forms(examples)
    lora = sum("lora" in c.keys for e in examples for c in e.candidates)
    assert counts["lora"] == [lora, 0.0, 0.0, 0.0, 0.0]
    assert counts["quillnet0"] == [1.0, 0.0, 0.0, 0.0, 1.0]


def test_a_paper_does_not_see_its_own_labels(examples):
    example = examples[0]
    counts = count_forms([example])
    column = NUMBERS.index("lex_method")
    seen = example_features(example, counts).numbers
    (unseen,) = (features.numbers for features in features_by_fold([example], counts))
    assert max(row[column] for row in seen) == 1.0
    assert max(row[column] for row in unseen) == 0.0


@pytest.mark.parametrize("classes", [2, 3])
def test_a_forest_is_the_fitted_trees(classes):
    random = np.random.default_rng(7)
    rows = random.normal(size=(400, 6)).round(1)
    labels = (rows[:, 0] * rows[:, 1] + rows[:, 2] > 0).astype(int) + (classes - 2) * (rows[:, 3] > 1)
    model = HistGradientBoostingClassifier(max_iter=10, random_state=0).fit(rows, labels)
    raw = forest_of(model).raw(rows)
    expected = model.decision_function(rows).reshape(len(rows), -1)
    assert np.allclose(raw, expected, rtol=0, atol=1e-9)


def test_scores_are_those_of_the_fitted_trees(examples, fitted):
    model, kinds, roles = fitted
    scorer = model.scorer()
    for example in examples[:6]:
        features = example_features(example, model.counts)
        rows, scores = scorer.rows(features), scorer.score(features)
        expected = kinds.predict_proba(rows)
        # What the first stages rule out goes no further; all trees would rule it out too.
        open_ = scores.own > 0
        assert open_.any()
        assert np.allclose(scores.kinds[open_], expected[open_], rtol=0, atol=1e-9)
        assert np.allclose(scores.own[open_], roles.predict_proba(rows[open_])[:, 1], rtol=0, atol=1e-9)
        assert (scores.kinds[~open_, NEITHER] >= 0.99).all()
        assert (expected[~open_, NEITHER] > 0.9).all()


def test_stages_of_a_forest_add_up_to_all_of_it(examples, fitted):
    forest, rows = (
        fitted[0].kinds,
        fitted[0].scorer().rows(example_features(examples[0], {})),
    )
    parts = forest.raw(rows, slice(None, 50)) + forest.raw(rows, slice(50, None)) - forest.base
    assert np.allclose(parts, forest.raw(rows), rtol=0, atol=1e-9)


def test_the_files_give_the_model_back(examples, fitted, tmp_path, monkeypatch):
    model = fitted[0]
    (tmp_path / "data").mkdir()
    write_model(model, tmp_path / "data")
    monkeypatch.setattr(scorer_module, "files", lambda package: tmp_path)
    loaded, lexicon = scorer_module.load_scorer.__wrapped__(), scorer_module.load_lexicon.__wrapped__()
    assert {key: list(row) for key, row in lexicon.items()} == model.counts
    for example in examples[:6]:
        features = example_features(example, model.counts)
        expected, found = model.scorer().score(features), loaded.score(features)
        assert np.allclose(found.kinds, expected.kinds, rtol=0, atol=1e-5)
        assert np.allclose(found.own, expected.own, rtol=0, atol=1e-5)


def test_equal_seeds_give_equal_bytes(examples, fitted, tmp_path):
    written = []
    for name, model in (("one", fitted[0]), ("two", fit_model(examples))):
        (tmp_path / name).mkdir()
        write_model(model, tmp_path / name)
        written.append({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()})
    assert written[0] == written[1]


def test_the_fitted_model_finds_what_it_was_shown(examples, fitted):
    model = fitted[0]
    scored = [(e, model.scorer().score(example_features(e, model.counts))) for e in examples]
    tally = tally_all(scored, min_confidence=0.5)
    assert tally.f1("method")[2] > 0.9
    assert tally.f1("dataset")[2] > 0.9


def test_a_linear_model_gives_probabilities(linear):
    shares = linear.probabilities([["b1=on"], [], ["an unknown word"]])
    assert np.allclose(shares.sum(axis=1), 1.0)
    assert shares[1].tolist() == shares[2].tolist()


def test_sums_by_group_add_up_to_the_sums(linear):
    words = [["b1=on", "a1=,the", "shape=A", "sb=propose"], [], ["b1=on", "x=of_."]]
    parts = linear.group_sums(words).reshape(3, len(GROUPS), 3)
    assert np.allclose(parts.sum(axis=1) + linear.bias, linear.sums(words), rtol=0, atol=1e-12)
    assert not parts[0, GROUPS.index("form")].any()  # this model knows no words of forms
    assert parts[2, GROUPS.index("before")].any()


def test_words_around_a_form_do_not_give_the_form():
    assert around_form(["b1=on", "shape=A", "s3=net", "appos=corpus", "longlast=model"]) == [
        "b1=on",
        "appos=corpus",
    ]


@pytest.fixture
def annotated(tmp_path, monkeypatch):
    """Return a corpus of three papers, of which annotations know two, and a third paper."""
    (tmp_path / "training").mkdir()
    records = [labelled(number, 0) for number in (4, 1, 2)]
    labels = [{key: r[key] for key in ("id", "methods", "datasets")} for r in records]
    text = "".join(json.dumps(label) + "\n" for label in labels)
    (tmp_path / "training" / "annotations.jsonl.gz").write_bytes(gzip.compress(text.encode()))
    (tmp_path / "training" / "few.jsonl.gz").write_bytes(gzip.compress(text.encode().partition(b"\n")[0]))
    monkeypatch.setattr(gold, "files", lambda package: tmp_path)
    for name, numbers in (("a", (0, 1)), ("b", (1, 4))):
        papers = ({k: labelled(n, 0)[k] for k in ("id", "title", "abstract")} for n in numbers)
        lines = "".join(json.dumps(paper) + "\n" for paper in papers)
        (tmp_path / f"{name}.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    return tmp_path


def test_annotations_find_their_texts_in_the_corpus(annotated):
    found = read_annotations(annotated, without=())
    assert [e.id for e in found] == ["4-0", "1-0"]
    assert {gold_key(e.name) for e in found[1].labels["dataset"]} == {"quillbench1"}
    assert found[1].kinds.count(DATASET) == 1
    assert found[1].text.startswith("Reading Slow Rivers\n")


def test_annotations_of_another_name_are_another_set(annotated):
    assert [e.id for e in read_annotations(annotated, without=(), name="few")] == ["4-0"]


def test_annotations_of_papers_for_measuring_are_left_out(annotated):
    found = read_annotations(annotated, without={title_key("Reading slow rivers")})
    assert [e.id for e in found] == ["4-0"]


def packaged(name):
    packed = (files("paperlattice.extractors") / "training" / f"{name}.jsonl.gz").read_bytes()
    return [json.loads(line) for line in gzip.decompress(packed).splitlines()]


@pytest.mark.parametrize("names", [("annotations", "unseen"), ("tasks", "unseen_tasks")])
def test_no_paper_is_both_for_training_and_for_measuring(names):
    training, unseen = ({r["id"] for r in packaged(name)} for name in names)
    assert len(unseen) > 400
    assert not training & unseen


@pytest.mark.parametrize("name", ["annotations", "unseen"])
def test_the_packaged_annotations_hold_names_and_no_text(name):
    records = packaged(name)
    assert len({r["id"] for r in records}) == len(records)
    for record in records:
        assert record.keys() == {"id", "methods", "datasets"}
        for entity in (*record["methods"], *record["datasets"]):
            assert entity.keys() == {"name", "aliases", "role", "required"}
            assert all(0 < len(form) < 200 for form in (entity["name"], *entity["aliases"]))


def test_further_papers_train_and_are_not_measured(examples):
    held_out = cross_validate(examples[:8], further=examples[12:], folds=2)
    assert sorted(e.id for e, _ in held_out) == sorted(e.id for e in examples[:8])
    alone = cross_validate(examples[:8], folds=2)
    found = [tally_all(scored, min_confidence=0.5).counts["method"].tp for scored in (held_out, alone)]
    assert found[0] > found[1]


@pytest.fixture
def no_workers_stay():
    """End the processes and threads that joblib keeps for its next call: other tests count what runs."""
    yield
    get_reusable_executor().shutdown(wait=True)


@pytest.mark.usefixtures("no_workers_stay")
def test_the_number_of_processes_changes_nothing(examples):
    alone, shared = (cross_validate(examples[:16], folds=2, processes=n) for n in (1, 2))
    assert [e.id for e, _ in alone] == [e.id for e, _ in shared]
    assert all(np.array_equal(a.kinds, b.kinds) for (_, a), (_, b) in zip(alone, shared, strict=True))
    texts, context = [e.text for e in examples] * 20, fit_context(examples)
    tables = [average_features(texts, context, processes=n) for n in (1, 2)]
    assert tables[0].keys() == tables[1].keys() >= {"lora", "imagenet"}
    assert all(np.array_equal(row, tables[1][key]) for key, row in tables[0].items())


def test_corpus_statistics_are_the_mean_over_papers(examples):
    context = fit_context(examples)
    table = average_features([e.text for e in examples], context)
    count, *shares = table["lora"]
    assert count == sum("lora" in c.keys for e in examples for c in e.candidates)
    assert all(0 <= share <= 1 for share in shares)
    assert shares[CORPUS_MEANS.index("acronym")] == 0 < shares[CORPUS_MEANS.index("camel")]
    assert not {key for key, row in table.items() if row[0] < 3}


@pytest.mark.parametrize("folds", [2, 5])
def test_folds_hold_each_paper_out_once(examples, folds):
    parts = folds_of(examples, folds)
    assert sorted(e.id for _, held_out in parts for e in held_out) == sorted(e.id for e in examples)
    for training, held_out in parts:
        assert {e.id for e in training} | {e.id for e in held_out} == {e.id for e in examples}
        assert not {e.id for e in training} & {e.id for e in held_out}


def test_a_tally_without_names_is_zero():
    assert Tally().f1("method") == (0.0, 0.0, 0.0)


def test_the_catalogue_keeps_names_that_occur(tmp_path, monkeypatch):
    monkeypatch.setattr(corpus_statistics, "classical_methods", lambda: iter(()))
    entries = [
        {"name": "LensNet", "aliases": ["Lens Net", "1"], "df": 3, "ambiguous": True, "cased": 0.5},
        {"name": "Unseen", "aliases": [], "df": 0},
        {"name": "42", "aliases": [], "df": 9},
        {"name": "Arbor", "aliases": [], "df": 1, "generic": True},
    ]
    (tmp_path / "methods.jsonl").write_text("\n".join(map(json.dumps, entries)), encoding="utf-8")
    (tmp_path / "datasets.jsonl").write_text(
        json.dumps({"name": "OakQA", "aliases": [], "df": 2}), encoding="utf-8"
    )
    assert write_gazetteer(tmp_path, tmp_path / "out.gz") == 3
    first = (tmp_path / "out.gz").read_bytes()
    assert [json.loads(line) for line in gzip.decompress(first).splitlines()] == [
        ["d", "OakQA", [], "", 1.0],
        ["m", "Arbor", [], "g", 1.0],
        ["m", "LensNet", ["Lens Net"], "a", 0.5],
    ]
    write_gazetteer(tmp_path, tmp_path / "out.gz")
    assert (tmp_path / "out.gz").read_bytes() == first


def test_the_catalogue_gives_an_alias_to_the_thing_that_has_it(tmp_path, monkeypatch):
    monkeypatch.setattr(corpus_statistics, "classical_methods", lambda: iter(()))
    entries = [
        {
            "name": "FlashAttention",
            "aliases": ["FlashAttention-2", "FlashAttention2"],
            "df": 3,
            "ambiguous": True,
        },
        {"name": "Qwen2.5", "aliases": ["Qwen2-57B"], "df": 3},
        {"name": "Qwen2", "aliases": ["Qwen 2"], "df": 3},
    ]
    (tmp_path / "methods.jsonl").write_text("\n".join(map(json.dumps, entries)), encoding="utf-8")
    (tmp_path / "datasets.jsonl").write_text("", encoding="utf-8")
    write_gazetteer(tmp_path, tmp_path / "out.gz")
    rows = map(json.loads, gzip.decompress((tmp_path / "out.gz").read_bytes()).splitlines())
    assert [row[1:4] for row in rows] == [
        ["FlashAttention", [], "a"],
        ["FlashAttention-2", ["FlashAttention2"], ""],
        ["Qwen2", ["Qwen 2", "Qwen2-57B"], ""],
        ["Qwen2.5", [], ""],
    ]


COUNTS = {f"p{i}": (3, i % 2, int(i % 3 == 0)) for i in range(40)}


def test_an_interval_holds_the_figure_and_narrows_with_papers():
    tp, fp, fn = (sum(c[k] for c in COUNTS.values()) for k in range(3))
    low, high = f1_interval(COUNTS)
    assert 0 < low < 2 * tp / (2 * tp + fp + fn) < high < 1
    many = {f"{p}-{n}": c for p, c in COUNTS.items() for n in range(25)}
    assert f1_interval(many)[1] - f1_interval(many)[0] < (high - low) / 3


def test_a_difference_is_measured_on_the_same_papers():
    assert difference_interval(COUNTS, COUNTS) == (0.0, 0.0, 0.0)
    worse = {p: (tp - 1, fp, fn + 1) for p, (tp, fp, fn) in COUNTS.items()}
    change, low, high = difference_interval(worse, COUNTS)
    assert low <= change <= high < 0
    with pytest.raises(ValueError, match="same papers"):
        difference_interval(COUNTS, {"p0": (1, 0, 0)})


def test_counts_by_paper_add_up_and_come_back_from_their_file(examples, fitted, tmp_path):
    scored = list(score_papers(examples, fitted[0].scorer(), fitted[0].counts))
    counts = count_papers(scored, min_confidence=0.5)
    whole = tally_all(scored, min_confidence=0.5)
    for kind in ("method", "dataset"):
        summed = tuple(map(sum, zip(*counts[kind].values(), strict=True)))
        assert summed == (whole.counts[kind].tp, whole.counts[kind].fp, whole.counts[kind].fn)
    write_counts(counts, tmp_path / "counts.json")
    assert read_counts(tmp_path / "counts.json") == counts
