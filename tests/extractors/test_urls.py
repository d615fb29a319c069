"""URLs in running text: what is found, where it ends, what it is cleaned to."""

import re

import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors.urls import CODE_HOSTS, find_urls

REPO = "https://github.com/quill-lab/LatticeNet"

WRITTEN = [
    ("see https://github.com/quill-lab/LatticeNet now", REPO),
    ("see http://github.com/quill-lab/LatticeNet now", REPO),
    ("see HTTPS://GitHub.COM/quill-lab/LatticeNet now", REPO),
    ("see github.com/quill-lab/LatticeNet now", REPO),
    ("see git@github.com:quill-lab/LatticeNet now", REPO),
    ("see git+https://github.com/quill-lab/LatticeNet now", REPO),
    # the punctuation of the sentence
    ("Code: https://github.com/quill-lab/LatticeNet.", REPO),
    ("Code: https://github.com/quill-lab/LatticeNet, and", REPO),
    ("Code: https://github.com/quill-lab/LatticeNet...", REPO),
    ("Code: https://github.com/quill-lab/LatticeNet… and", REPO),
    ("Is it at https://github.com/quill-lab/LatticeNet?!", REPO),
    ("(https://github.com/quill-lab/LatticeNet).", REPO),
    ("(at https://github.com/quill-lab/LatticeNet.)", REPO),
    ("[https://github.com/quill-lab/LatticeNet];", REPO),
    ("<https://github.com/quill-lab/LatticeNet>", REPO),
    ('"https://github.com/quill-lab/LatticeNet".', REPO),
    ("“https://github.com/quill-lab/LatticeNet”.", REPO),
    ("'https://github.com/quill-lab/LatticeNet',", REPO),
    ("*https://github.com/quill-lab/LatticeNet*", REPO),
    ("代码：https://github.com/quill-lab/LatticeNet，见", REPO),
    ("代码见https://github.com/quill-lab/LatticeNet。", REPO),
    # LaTeX
    ("COMET{https://github.com/quill-lab/LatticeNet}.", REPO),
    (r"\url{https://github.com/quill-lab/LatticeNet}.", REPO),
    (r"\href{https://github.com/quill-lab/LatticeNet}{this https URL}", REPO),
    (r"\texttt{github.com/quill-lab/LatticeNet}", REPO),
    (r"https://github.com/quill-lab/LatticeNet\footnote{MIT}", REPO),
    (r"https://github.com/quill-lab/LatticeNet~\cite{a}", REPO),
    (r"at https://github.com/quill-lab/Lattice\_Net.", "https://github.com/quill-lab/Lattice_Net"),
    (r"at https://github.com/quill-lab/Lattice{\_}Net.", "https://github.com/quill-lab/Lattice_Net"),
    (r"at https://github.com/quill-lab/Lattice$\_$Net.", "https://github.com/quill-lab/Lattice_Net"),
    (r"at https://github.com/quill-lab/a\_b\_c", "https://github.com/quill-lab/a_b_c"),
    (r"at https://example.org/a\%20b\#c", "https://example.org/a%20b#c"),
    # pieces that the typesetting tore apart or glued together
    ("at https://github.com/quill-lab/LatticeNet.We show that", REPO),
    ("at github. com/quill-lab/LatticeNet now", REPO),
    ("at https://github.\ncom/quill-lab/LatticeNet", REPO),
    ("at https:// github.com/quill-lab/LatticeNet", REPO),
    ("at https: //github.com/quill-lab/LatticeNet", REPO),
    ("at https://github.com/ quill-lab/LatticeNet.", REPO),
    ("at https://github.com/quill-lab/\nLatticeNet.", REPO),
    ("at https://github.com/quill- lab/LatticeNet.", REPO),
    ("at https://github.com/quill-lab/Lattice_ Net.", "https://github.com/quill-lab/Lattice_Net"),
    ("at https://github.com/quill-lab/tiled- lattice-net.", "https://github.com/quill-lab/tiled-lattice-net"),
    ("is available atgithub.com/quill-lab/LatticeNet.", REPO),
    ("is available athttps://github.com/quill-lab/LatticeNet.", REPO),
    # what belongs to the URL
    ("https://example.org/a_(b) c", "https://example.org/a_(b)"),
    ("https://example.org/?q=a&b=c#d e", "https://example.org/?q=a&b=c#d"),
    ("https://example.org/a,b;c d", "https://example.org/a,b;c"),
    ("https://github.com/quill-lab/lattice.js is", "https://github.com/quill-lab/lattice.js"),
    ("http://192.0.2.7:8080/demo.", "https://192.0.2.7:8080/demo"),
    ("www.example.org/lattice.", "https://www.example.org/lattice"),
    ("quill-lab.github.io/lattice/", "https://quill-lab.github.io/lattice/"),
]

NOT_URLS = [
    "",
    "github.com",
    "mail quill@github.com/x",
    "the word http and the word www",
    "http://",
    "https://localhost/lattice",
    "https://[broken",
    "mygithub.com/quill-lab/LatticeNet",
    "Fig.github is no host",
    "a ratio of 3://4",
    "see example.org for it",
]


@pytest.mark.parametrize("text, url", WRITTEN)
def test_one_url_is_found_and_cleaned(text, url):
    assert [found.url for found in find_urls(text)] == [url]


@pytest.mark.parametrize("text", NOT_URLS)
def test_what_is_not_a_url_is_skipped(text):
    assert list(find_urls(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "https://github.com/a/b and https://github.com/c/d",
        "https://github.com/a/b, https://github.com/c/d.",
        "https://github.com/a/b,https://github.com/c/d",
        "https://github.com/a/b;https://github.com/c/d",
        r"\href{https://github.com/a/b}{one} and \url{github.com/c/d}",
        "(https://github.com/a/b)(https://github.com/c/d)",
    ],
)
def test_two_urls_stay_two(text):
    assert [found.url for found in find_urls(text)] == ["https://github.com/a/b", "https://github.com/c/d"]


@pytest.mark.parametrize(
    "text, surface",
    [
        ("at https://github.com/a/b. Then", "https://github.com/a/b"),
        ("at github. com/a/b now", "github. com/a/b"),
        ("at https://github.com/a/\nBtree.", "https://github.com/a/\nBtree"),
        ("at https://github.com/a/ We", "https://github.com/a/ We"),
        ("at https://github.com/a/ soon", "https://github.com/a/"),
        ("at https://github.com/ab- and more", "https://github.com/ab-"),
        ("at https://example.org/ab- Cd", "https://example.org/ab-"),
    ],
)
def test_the_span_covers_what_is_written(text, surface):
    (found,) = find_urls(text)
    assert text[found.start : found.end] == surface


@pytest.mark.parametrize(
    "url, kind",
    [
        ("https://github.com/quill-lab/LatticeNet", "repo"),
        ("https://github.com/quill-lab", "page"),
        ("https://github.com/topics/lattice", "page"),
        ("https://quill-lab.github.io/lattice", "page"),
        ("https://lattice.example.org", "page"),
        ("https://youtu.be/q1", "video"),
        ("https://www.youtube.com/watch?v=q1", "video"),
        ("https://player.vimeo.com/video/1", "video"),
        ("https://notyoutube.com/watch", "page"),
        ("https://arxiv.org/abs/2401.00001", "other"),
        ("https://doi.org/10.1000/182", "other"),
        ("https://doi.org/10.5281/zenodo.1234", "repo"),
        ("https://bit.ly/lattice", "other"),
        ("http://192.0.2.7/demo", "other"),
    ],
)
def test_kinds_are_distinguished(url, kind):
    assert [found.kind for found in find_urls(f"See {url} now")] == [kind]


# Pieces that URLs are broken into, so that random texts come near to URLs.
PIECES = st.sampled_from([
    "https://", "http", "://", "www.", "github.com", "github. com", "gitlab", ".io", ".github.io",
    "git@", "at", "/", "a", "Ab", "-", "_", "\\_", ".", ",", ":", ")", "(", "{", "}", "[", "]", " ",
    "\n", "$", "\\", "。", "\ud800", "\x00", "é", "…",
])  # fmt: skip
NEAR_URLS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map("".join))


@given(NEAR_URLS)
def test_spans_are_inside_disjoint_and_tight(text):
    position = 0
    for found in find_urls(text):
        assert position <= found.start < found.end <= len(text)
        surface = text[found.start : found.end]
        assert surface == surface.strip()
        assert found.url.startswith("https://")
        assert not re.search(r"\s", found.url)
        position = found.end


WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8)
NAMES = st.from_regex(r"[a-zA-Z][a-zA-Z0-9]{1,8}([-_][a-z0-9]{1,6}){0,2}", fullmatch=True)
OPENINGS = st.sampled_from(["", "(", "[", "{", "<", '"', "“", "code: ", r"\url{", "*", "'"])
CLOSINGS = st.sampled_from(
    ["", ".", ",", ")", ").", "]", "}.", ">", '"', "”,", ";", "!", "?", "...", "*", "'"]
)


@given(st.lists(WORDS), OPENINGS, NAMES, NAMES, CLOSINGS, st.lists(WORDS))
def test_a_repository_in_prose_is_found(before, opening, owner, name, closing, after):
    url = f"https://github.com/{owner}/{name}"
    text = " ".join([*before, f"{opening}{url}{closing}", *after])
    assert [(text[f.start : f.end], f.url) for f in find_urls(text)] == [(url, url)]


@pytest.mark.parametrize(
    "piece",
    [
        "-",
        "a-",
        "https://",
        "https:// ",
        "github.com/ ",
        "https://github.com/a/b- ",
        "www.",
        "git@a.",
        "(",
        ")",
        ".",
        ").",
        r"\_",
        "$",
    ],
)
def test_hostile_repetition_is_read_to_the_end(piece):
    text = "https://example.org/a" + piece * 20_000 + "x https://github.com/a/b"
    assert list(find_urls(text))[-1].url == "https://github.com/a/b"


@pytest.mark.parametrize(
    "url",
    [
        *(f"{host}/quill/net" for host in CODE_HOSTS),
        "https://example.org",
        "www.example.org",
        "a.github.io/b",
    ],
)
@pytest.mark.parametrize(
    "written",
    [
        str.lower,
        str.upper,
        lambda url: url.replace("i", "İ"),
        lambda url: url.replace("k", "\N{KELVIN SIGN}"),
    ],
)
def test_a_url_is_found_whatever_its_case(url, written):
    assert [found.start for found in find_urls(f"at {written(url)} now")] == [3]


def test_a_url_is_read_to_a_limit():
    (found,) = find_urls("https://example.org/" + "a" * 5000)
    assert found.end < 2000
