"""Hostile texts take time that grows with their length, no faster."""

import gc
import math
import os
import time

import pytest

from paperlattice.extractors import find_datasets, find_methods, find_repos, find_tasks, find_techniques
from paperlattice.extractors.salience import weigh_mentions

FINDERS = (find_methods, find_datasets, find_repos, find_tasks, find_techniques)

# Text that is repeated; "{n}" is the number of the repetition.
PATTERNS = {
    "slash chain": "LLaMA-2/3/",
    "slash chain of digits": "CIFAR-10/100/",
    "digits": "10/100/",
    "slash chain of capitals": "ImageNet-A/R/S/",
    "slashes of letters": "A/R/",
    "slashes": "/",
    "one name": "LLaMA-2 ",
    "one name in a sentence": "We use LLaMA-2. ",
    "names in turn": "CLIP BERT ",
    "one slash a name": "LLaMA-2/3 ",
    "new names": "Quill{n} ",
    "new names with hyphens": "Quill-{n}-Net-",
    "new acronyms": "QLN{n}, ",
    "new sentences": "We propose QuillNet{n} on Quill-{n}K. ",
    "new capitalised words": "Quill{n}net Lattice{n}work ",
    "capitals": "A",
    "capitals apart": "A B ",
    "acronyms": "ABC DEF ",
    "capitalised words": "Quiet Lattice ",
    "inner capitals": "QuillNet",
    "title case": "The Quiet Lattice of the Quill ",
    "connectors": "Quill of the ",
    "one word": "model ",
    "one word without blanks": "model",
    "lower-case words": "the quiet lattice learns ",
    "a word before numbers": "phi-3-",
    "words with numbers": "x1 y2 ",
    "numbers": "12.5 ",
    "dotted numbers": "1.1.",
    "versions": "v1.2.3.",
    "quantities": "10K 2.5x 95% ",
    "digits only": "7",
    "hyphens": "-",
    "hyphenated words": "mini-",
    "hyphenated capitals": "GPT-",
    "hyphens between blanks": " - ",
    "dashes": "–",
    "underscores": "a_",
    "dots": ".",
    "dots and blanks": ". ",
    "short sentences": "We do. ",
    "sentences without blanks": "we do.We do it",
    "abbreviated words": "e.g. i.e. et al. ",
    "question marks": "?!",
    "quotes": '"',
    "quoted names": '"Quill" ',
    "open quotes": "“Quill ",
    "apostrophes": "Quill's ",
    "years": "WMT'23 ",
    "brackets": "(",
    "closing brackets": ")",
    "full stops and brackets": ".)))",
    "empty brackets": "()",
    "square brackets": "[",
    "bracketed short forms": "(LoRA) ",
    "short forms in square brackets": "tuning [LoRA] ",
    "definitions": "low-rank adaptation (LoRA), ",
    "new definitions": "quiet lattice network {n} (QLN{n}), ",
    "nested definitions": "quiet lattice (quiet lattice network (QLN",
    "reversed definitions": "LoRA (low-rank adaptation) ",
    "short for": "QLN, short for quiet lattice network, ",
    "stands for": "QLN stands for ",
    "abbreviated as": "quiet lattice, abbreviated as ",
    "in short": ", in short ",
    "called": "a model called ",
    "we call": "which we call ",
    "such as": "datasets such as CLIP, ",
    "such as chain": "such as ",
    "list": "CLIP, BERT, LoRA, ",
    "list with and": "CLIP and BERT and ",
    "list of one name": "CLIP, ",
    "list of new names": "Quill{n}, Lattice-{n}, ",
    "list in brackets": "(CLIP, BERT) ",
    "propose": "we propose ",
    "propose without an end": "we propose a new model on a new dataset ",
    "beginnings of known names": "Vision ",
    "beginnings of known names with hyphens": "Vision-",
    "known names of several words": "Vision Transformer ",
    "terms": "image retrieval ",
    "hyphenated terms": "image-",
    "terms in a list": "image retrieval, ",
    "terms of many words": "deep neural network learning ",
    "new terms": "quill{n} segmentation ",
    "stop words": "of the ",
    "Chinese": "模型",
    "Chinese and Latin": "模型CLIP",
    "Japanese marks": "・ー",
    "Greek": "ΑΣΣΑ ",
    "emphasis": r"\emph{Quill} ",
    "open emphasis": r"\emph{",
    "nested emphasis": r"\textbf{\emph{",
    "modified names": "sparse CLIP ",
    "modifiers": "sparse ",
    "persons": "Quill's slow firing method ",
    "words for data": "dataset ",
    "data in small words": "the QUL slow motion database ",
    "formulas": "$x_1^2$ ",
    "formulas in names": "Q$^2$uill ",
    "accents": "Qu\\'ell ",
    "nested braces": "{\\sc Q",
    "ties": "Quill~2 ",
    "dollars": "$",
    "backslashes": "\\",
    "braces": "{}",
    "URLs": "https://example.org/a ",
    "repositories": "https://github.com/quill-lab/net{n} ",
    "URLs without blanks": "https://example.org/",
    "URLs and closing brackets": "http://).",
    "URLs and full stops": "https://a.b.",
    "schemes": "http://",
    "schemes apart": "https: / / ",
    "hosts": "github.com/",
    "hosts of pages": "a.github.io.",
    "www": "www.",
    "git": "git@",
    "broken URLs": "github.com/quill-\n",
    "long paths": "https://example.org/(((",
    "line breaks": "\n",
    "blanks": " ",
    "tabs": "\t",
    "nul bytes": "\0",
    "plus signs": "C++",
    "stars": "A*",
    "hashes": "C#",
    "ampersands": "Q&A & ",
    "colons": "Quill: ",
    "colons without blanks": "Quill:",
    "carets": "x^",
    "at signs": "Hits@",
}
MOST = 1.1
"""The time of n characters grows at most as n to this power."""

FLOOR = 0.1
"""Seconds that are noise."""


def text_of(pattern, length):
    """Return so many characters of a repeated pattern, after a title."""
    pieces, size = ["A Title\n"], 0
    while size < length:
        pieces.append(pattern.replace("{n}", str(len(pieces))))
        size += len(pieces[-1])
    return "".join(pieces)


def find_all(text):
    """Return all mentions of all finders, weighed."""
    found = [mention for find in FINDERS for mention in find(text)]
    return weigh_mentions(text, found)


def seconds(text):
    """Return the processor time of all finders."""
    gc.disable()  # else one text pays for what others left behind
    try:
        begin = time.process_time()
        find_all(text)
        return time.process_time() - begin
    finally:
        gc.enable()


def check_growth(pattern, short, long):
    """Fail if the time grows too fast from one length to the other; a busy machine gets further tries."""
    allowed = (long / short) ** MOST
    slow, fast = math.inf, math.inf
    for _ in range(4):
        fast = min(fast, seconds(text_of(pattern, short)[:short]))
        slow = min(slow, seconds(text_of(pattern, long)[:long]))
        if slow <= allowed * fast + FLOOR:
            return
    power = math.log(slow / fast) / math.log(long / short)
    pytest.fail(
        f"{short} characters take {fast:.2f} s, {long} take {slow:.2f} s: n to the power of {power:.2f}"
    )


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_time_grows_with_the_text(pattern):
    check_growth(pattern, 4_000, 16_000)


@pytest.mark.slow
@pytest.mark.skipif(
    "PAPERLATTICE_GROWTH" not in os.environ, reason="takes ten minutes: set PAPERLATTICE_GROWTH"
)
@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_time_grows_with_a_very_long_text(pattern):
    check_growth(pattern, 20_000, 80_000)
    check_growth(pattern, 80_000, 320_000)


LONG = [
    "A" * 5000,
    "We propose " + "Quill" * 60,
    "We propose " + "Quill-" * 100,
    "We test on CIFAR-10/" + "1" * 500,
    "a model called " + "quill" * 50 + " here",
    "the " + "Lattice " * 40 + "network",
    "quill network of " + "lattice" * 30 + " (QNL)",
    " ".join(["ABC"] * 400),
]


@pytest.mark.parametrize("text", LONG)
def test_no_name_is_longer_than_a_line(text):
    names = [
        mention.name for find in (find_methods, find_datasets) for mention in find(text, min_confidence=0.0)
    ]
    assert all(len(name) <= 100 for name in names)
