import pytest
from hypothesis import given, settings, strategies as st

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.records import Paper
from paperlattice.extractors.sources import read_papers
from paperlattice.extractors.sources.daily_papers import recognise

HEADER = [
    "new",
    "Get trending papers in your email inbox!",
    "Subscribe",
    "byAK and the research community",
    "Sep 3",
]
FOOTER = ["Previous", "Next", "Company", "TOS", "Privacy", "About", "Careers", "Website"]
TITLES = [
    "TinyLoRA: Low-Rank Adapters for Wrist Watches",
    "Do Vision Transformers Dream of ImageNet?",
    "A Survey of Surveys vs. Surveys of a Survey",
]
ABSTRACTS = [
    f"We study {thing} on CIFAR-10 and on a new benchmark. It beats the baseline by two points. "
    f"Large models often fail at this, small ones sooner. We explain why {thing} helps. We ablate "
    f"over five seeds, and we discuss where it does not. Finally, we compare with work on ImageNet and show "
    f"that gains carry over. Code is at https://github.com/acme/{thing}"
    for thing in ("adapters", "sleep", "recursion")
]
PAIRS = list(zip(TITLES, ABSTRACTS, strict=True))
BODY = [text for pair in PAIRS for text in pair]


def read(write, blocks, *, joint="\n\n"):
    return read_papers(write("page.txt", joint.join(blocks)), source="daily_papers")


def pairs_of(result):
    order = {title: at for at, title in enumerate(TITLES)}
    return sorted(((p.title, p.abstract) for p in result.papers), key=lambda pair: order.get(pair[0], 9))


@pytest.mark.parametrize(
    "blocks",
    [
        BODY,
        HEADER + BODY,
        ["Daily Papers", *HEADER, *BODY, *FOOTER],
        [
            "Hugging Face",
            "Models",
            "Datasets",
            "Log In",
            "Sign Up",
            "↑",
            *HEADER,
            *BODY,
            "© 2025 Hugging Face",
        ],
        [
            *HEADER,
            *(line for t, a in PAIRS for line in ("Submitted by", "jane-doe", "45", t, "· 5 authors", a)),
        ],
        [
            *HEADER,
            *(
                line
                for t, a in PAIRS
                for line in ("Submitted by jane-doe", t, a, "1.2k", "GitHub 3.4k", "12")
            ),
        ],
        [*HEADER, *(line for t, a in PAIRS for line in (t, t, a, "2 comments", "arxiv:2509.00001"))],
        [*HEADER, *(line for t, a in PAIRS for line in (t, "Jane Doe, John Q. Smith, Ana García", a))],
        ["Welcome aboard", *BODY],
    ],
)
@pytest.mark.parametrize("joint", ["\n\n", "\n", "\r\n\r\n", "\n \n\n"])
def test_pages_with_other_boilerplate(write, blocks, joint):
    assert pairs_of(read(write, blocks, joint=joint)) == PAIRS


def test_a_page_with_byte_order_mark(write):
    result = read_papers(write("page.txt.gz", "\ufeff" + "\n\n".join(HEADER + BODY)))
    assert pairs_of(result) == PAIRS
    assert [(f.source, f.format, f.entries, f.passed_over) for f in result.files] == [
        ("page.txt.gz", "daily_papers", 3, 5)
    ]
    assert result.skipped == ()


def test_ids_are_hashes_and_sources_are_file_names(write):
    paper = read(write, HEADER + BODY[:2]).papers[0]
    assert paper == Paper(Paper.hash_id(TITLES[0]), TITLES[0], abstract=ABSTRACTS[0], sources=("page.txt",))


def test_titles_without_abstract_are_kept(write):
    blocks = [*HEADER, "A Lone Title at the Top", *BODY[:2], "Another Lone Title, in the Middle", *BODY[2:]]
    found = dict(pairs_of(read(write, [*blocks, "A Last Title without Any Text"])))
    assert found == {
        **dict(PAIRS),
        "A Lone Title at the Top": "",
        "Another Lone Title, in the Middle": "",
        "A Last Title without Any Text": "",
    }


@pytest.mark.parametrize(
    "paragraph",
    [
        "Code is available at https://github.com/acme/adapters.",
        "We release all data and models.",
        "Second, we show that the effect holds on three more benchmarks. It grows with the model.",
        ABSTRACTS[1],
    ],
)
def test_abstracts_may_have_several_paragraphs(write, paragraph):
    result = read(write, [*HEADER, TITLES[0], ABSTRACTS[0], paragraph, *BODY[2:]])
    assert pairs_of(result) == [(TITLES[0], f"{ABSTRACTS[0]} {paragraph}"), *PAIRS[1:]]


@pytest.mark.parametrize(
    "title",
    [
        "Mamba",
        "GPT-3",
        "iGPT: generative pretraining from pixels",
        "Attention Is All You Need.",
        "Mind the Gap! Static Benchmarks in U.S. Courts",
        "Why, When, and How to Use LoRA, Adapters, Prompts, and Prefixes (and Why Not ...",
        "On the Unreasonable Length of Titles: "
        + "a Study of Words that Follow Words " * 4
        + "and of Their End",
        "C++",
        "學習如何學習",
    ],
)
def test_odd_titles(write, title):
    result = read(write, [*HEADER, *BODY[:2], title, ABSTRACTS[1], *BODY[4:]])
    assert (title, ABSTRACTS[1]) in pairs_of(result)
    assert result.entries == 3


def test_wrapped_pages_are_unwrapped(write):
    def wrap(text):
        words, lines = text.split(), [""]
        for word in words:
            if len(lines[-1]) + len(word) > 70:
                lines.append("")
            lines[-1] = f"{lines[-1]} {word}".strip()
        return "\n".join(lines)

    assert pairs_of(read(write, [wrap(block) for block in HEADER + BODY])) == PAIRS


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Sep 3, 2025", "2025-09-03"),
        ("September 3 2025", "2025-09-03"),
        ("Wed, Sep 3, 2025", "2025-09-03"),
        ("3 Sep 2025", "2025-09-03"),
        ("2025-09-03", "2025-09-03"),
        ("Published on Sep 3, 2025", "2025-09-03"),
        ("Sep 3", ""),
        ("Wednesday, Sep 3", ""),
    ],
)
def test_the_date_of_the_page(write, line, date):
    assert {paper.date for paper in read(write, [*HEADER[:4], line, *BODY]).papers} == {date}


def test_each_date_holds_for_the_papers_below(write):
    result = read(write, ["Sep 3, 2025", *BODY[:2], "Sep 4, 2025", *BODY[2:4], "Sep 5", *BODY[4:]])
    dates = {paper.title: paper.date for paper in result.papers}
    assert [dates[title] for title in TITLES] == ["2025-09-03", "2025-09-04", ""]


def test_text_that_belongs_to_no_paper_is_reported(write):
    result = read(write, [*HEADER, ABSTRACTS[0], *BODY[2:]])
    assert [(s.source, s.where) for s in result.skipped] == [("page.txt", "line 11")]
    assert result.skipped[0].reason == f"neither title nor abstract of a paper: {ABSTRACTS[0][:57]}..."
    assert result.files[0].passed_over == 6


@pytest.mark.parametrize(
    "text",
    [
        "Just a line of prose, nothing more.",
        "word " * 3000,
        "\n\n".join(ABSTRACTS),
        "\n\n".join([TITLES[0], *ABSTRACTS, *ABSTRACTS]),
        "Dear Jane,\n\nthanks for your letter. I was glad to hear from you.\n\nSee you soon,\n\nJohn",
        "\n".join(f"2025-09-03 12:00:{n:02d} INFO worker {n} started" for n in range(60)),
        "# Project\n\nA tool for things.\n\n## Install\n\npip install thing\n\n## Use\n\nRun `thing`.\n",
        "def main():\n    return 0\n\n\nif __name__ == '__main__':\n    main()\n",
    ],
)
def test_other_texts_are_not_pages(write, text):
    assert not recognise(text, True)
    with pytest.raises(SourceError, match=r"page\.txt is text but not a list of papers; give JSON lines"):
        read_papers(write("page.txt", text))


def test_a_page_of_nothing_but_navigation(write):
    with pytest.raises(SourceError, match=r"page\.txt holds no titles with abstracts"):
        read(write, HEADER + FOOTER)


WORDS = st.sampled_from(
    ["Deep", "Graph", "Vision", "Language", "Models", "Networks", "Data", "for", "of", "and"]
)
SENTENCES = st.lists(WORDS.map(str.lower), min_size=8, max_size=25).map(
    lambda words: f"{' '.join(words).capitalize()}."
)
RANDOM_TITLES = st.lists(WORDS, min_size=3, max_size=12).map(lambda words: f"On {' '.join(words)}")
RANDOM_ABSTRACTS = st.lists(SENTENCES, min_size=3, max_size=10).map(" ".join)


@settings(max_examples=30)
@given(
    papers=st.lists(
        st.tuples(RANDOM_TITLES, RANDOM_ABSTRACTS),
        min_size=1,
        max_size=8,
        unique_by=lambda pair: pair[0].casefold(),
    ),
    header=st.booleans(),
    footer=st.booleans(),
    joint=st.sampled_from(["\n\n", "\n", "\r\n\r\n\r\n"]),
)
def test_a_rendered_page_is_read_back(tmp_path_factory, papers, header, footer, joint):
    blocks = [
        *(HEADER if header else []),
        *(text for pair in papers for text in pair),
        *(FOOTER if footer else []),
    ]
    path = tmp_path_factory.mktemp("pages") / "page.txt"
    path.write_bytes(joint.join(blocks).encode())
    result = read_papers(path, source="daily_papers")
    assert {paper.title: paper.abstract for paper in result.papers} == dict(papers)
    assert result.skipped == ()


@given(st.text())
def test_any_text_can_be_judged(text):
    assert recognise(text, True) in (True, False)
