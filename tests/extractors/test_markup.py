"""Text read through LaTeX, with the places of the source."""

import pytest
from hypothesis import given, strategies as st

from paperlattice.extractors import find_datasets, find_methods, find_tasks, find_techniques
from paperlattice.extractors.markup import read_markup, readable
from paperlattice.extractors.salience import weigh_mentions
from paperlattice.extractors.text import Tokens

READ = [
    (r"the \textsc{Q}uill set", "the Quill set"),
    (r"the {\sc Quill} set", "the Quill set"),
    (r"\textbf{\emph{Quill}-Net} wins", "Quill-Net wins"),
    (r"Q$^2$uill", "Q2uill"),
    (r"QUL$^{3}$, a lattice", "QUL3, a lattice"),
    (r"$\mathcal{C}$-Net", "C-Net"),
    (r"$k$-NN and $k-$means", "k-NN and k-means"),
    (r"QUILL$_{base}$ and QUILL$_2$", "QUILL_base and QUILL2"),
    (r"Q$^*$ and Q$^\star$", "Q* and Q*"),
    (r"$\tau^2$-quills of PIN-{\alpha}", "τ2-quills of PIN-α"),
    (r"Fern\'andez, Qu\"{\i}ll, \c{C}a and L\o{}w", "Fernández, Quïll, Ça and Løw"),
    (r"Q\&A, 5\%, mini\_quill", "Q&A, 5%, mini_quill"),
    ("Quill~2 of~us", "Quill 2 of us"),
    (r"$\texttt{Quill-2B}$ of $\{\text{Quill}, \text{Lathe Net}\}$", "Quill-2B of {Quill, Lathe Net}"),
    (r"$75.1\%$ of $12$, $128 \times 128$", "75.1% of 12, 128×128"),
    (r"{B}rick", "Brick"),
    # a formula that is no name
    (r"with $C_\Phi$, $\Phi$ and $x_1 = 2$ here", "with \\, \\ and \\ here"),
    (r"in $O(n^2)$ or $10^{5}$ steps", "in \\ or \\ steps"),
    # no formula
    ("It costs $5 and $6, or $7, US$8.", "It costs $5 and $6, or $7, US$8."),
    (r"as \cite{key} and {a, b} have", r"as \cite{key} and {a, b} have"),
    ("$", "$"),
    ("a } b { c", "a } b { c"),
]


@pytest.mark.parametrize("text, plain", READ)
def test_text_is_read_through_marks(text, plain):
    read = read_markup(text)
    assert read.text == plain
    assert len(read.starts) == len(read.ends) == len(plain)


@pytest.mark.parametrize(
    "text, shown",
    [
        (r"the $\alpha$-divergence of \textbf{Quill}", "the α-divergence of Quill"),
        (r"an $L_2$ norm, MVD$^2$, $\mathcal{O}(n\log n)$", "an L₂ norm, MVD², O(n log n)"),
        (r"$x_{1} \leq 10^{-3}$ and $\frac{a}{b}^{\text{max}}$", "x₁ ≤ 10⁻³ and a/b^max"),
        (r"$\{a, b\}$, $x^{A+B}$, QUILL$_{base}$, 360$^\circ$", "{a, b}, x^(A+B), QUILL_base, 360°"),
        (r"a $\textbf{name of four words}$", "a name of four words"),
        (r"Qu\"{o}ll and M\"uller of {GSR4B}", "Quöll and Müller of GSR4B"),
        (r"in $\sim$20 s, ~20 s or Fig.~3; a ~ b", "in ~20 s, ~20 s or Fig. 3; a ~ b"),
        (r"10 \leq 20, \cite{key}", r"10 ≤ 20, \cite{key}"),
        ("It costs $5 and $6, or $7, US$8.", "It costs $5 and $6, or $7, US$8."),
        ("plain", "plain"),
    ],
)
def test_text_is_shown_with_its_formulas(text, shown):
    assert readable(text) == shown


@given(st.text(alphabet="ab1 \\{}$^_~\"'&%", max_size=40))
def test_any_text_can_be_shown(text):
    assert isinstance(readable(text), str)


def test_text_without_marks_is_left_as_it_is():
    assert read_markup("We train Quill-Net (QN) for 5%.") is None


@pytest.mark.parametrize(
    "text, form, source",
    [
        (r"our \textsc{Q}uill wins", "Quill", r"\textsc{Q}uill"),
        (r"our QUL$^{3}$ wins", "QUL3", r"QUL$^{3}$"),
        (r"our $k$-NN, and", "k-NN", "$k$-NN"),
        (r"our \emph{Quill Net} wins", "Quill Net", "Quill Net"),
        (r"our {\sc Quill} wins", "Quill", "Quill"),
        (r"our Qu\'ell wins", "Quéll", r"Qu\'ell"),
        (r"see https://a.org/q\_u and mini\_quill", "mini_quill", r"mini\_quill"),
    ],
)
def test_a_span_has_a_place_in_the_source(text, form, source):
    tokens = Tokens.of(text)
    start = tokens.text.index(form)
    first, last = tokens.markup.original(start, start + len(form))
    assert text[first:last] == source


def test_what_is_set_in_another_type_is_emphasised():
    read = read_markup(r"we call it \emph{slow firing} in {\sc Quill}")
    assert [read.text[a:b] for a, b in read.emphasised] == ["slow firing"]


PIECES = st.sampled_from([
    "CLIP", "Quill", " ", " ", "\\emph{", "\\textsc{Q}uill", "}", "{", "$", "$^2$", "$k$-NN", "\\'e", "\\",
    "~", "\n", "We propose ", "ImageNet", "-", "\\alpha", "_{x}", "^", "https://a.bc/d\\_e", "\\&", "\x00",
])  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)))
def test_mentions_are_what_the_source_has(text):
    found = [m for find in (find_methods, find_datasets, find_tasks, find_techniques) for m in find(text)]
    for mention in weigh_mentions(text, found):
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.surface


def test_names_have_no_marks():
    text = "A Title\nWe propose \\textsc{Q}uillNet, which beats Q$^2$uillNet and BERT$_{base}$ on AG~News."
    found = [(m.name, m.surface) for find in (find_methods, find_datasets) for m in find(text)]
    assert ("QuillNet", r"\textsc{Q}uillNet") in found
    assert ("Q2uillNet", "Q$^2$uillNet") in found
    assert ("AG News", "AG~News") in found
