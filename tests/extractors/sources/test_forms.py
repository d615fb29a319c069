"""One invented paper in every form is one paper; damaged records are named and cost the others nothing."""

import os

import pytest
from forms import ABSTRACT, ARXIV, DOI, FORMS, TITLE, fill
from inputs import fault_of

from paperlattice.extractors.sources import iter_entries, read_papers


@pytest.mark.parametrize("name", FORMS)
def test_a_form_gives_what_it_says(write, name):
    (paper,) = iter_entries(write(name, FORMS[name].write([1])))
    assert (paper.title, paper.abstract) == (fill(TITLE, 1), fill(ABSTRACT, 1))
    assert paper.date[:4] == "2024"
    assert paper.date == "2024-03-14" or not FORMS[name].dated
    assert [author.name for author in paper.authors] == ["Ada Quill", "Bo Fern"]
    assert paper.arxiv_id in ("", fill(ARXIV, 1))
    assert paper.doi in ("", fill(DOI, 1))
    assert paper.arxiv_id or paper.doi or "openreview" in name


def test_one_paper_in_all_forms_is_one(tmp_path, write):
    for name, form in FORMS.items():
        write(name, form.write([1]))
    result = read_papers(tmp_path)
    assert len(result.files) == len(FORMS)
    assert result.skipped == ()
    (paper,) = result.papers
    assert (paper.id, paper.arxiv_id, paper.doi) == (*[fill(ARXIV, 1)] * 2, fill(DOI, 1))
    assert (paper.title, paper.abstract, paper.date) == (fill(TITLE, 1), fill(ABSTRACT, 1), "2024-03-14")
    assert [(author.given, author.family) for author in paper.authors] == [("Ada", "Quill"), ("Bo", "Fern")]
    assert (paper.venue, paper.keywords) == ("Journal of Quills", ("nets",))
    assert paper.categories == ("cs.CL", "cs.LG")


ROUNDS = 360 if os.environ.get("PAPERLATTICE_FULL") else 8


@pytest.mark.parametrize("name", FORMS)
def test_a_damaged_record_costs_itself(tmp_path, name):
    faults = [fault_of(tmp_path / name, f"{name} {seed}") for seed in range(ROUNDS)]
    assert not any(faults), faults
