"""How much a word says."""

from paperlattice.extractors.word_weights import RARE, content_words, load_word_weights


def test_words_are_small_and_singular():
    assert content_words("The FACES of 3 Gaussians, in GPT-4!") == {"the", "face", "gaussian", "gpt"}


def test_common_words_say_nothing_and_rare_ones_much():
    weights = load_word_weights()
    assert weights["model"] == weights["the"] == 0
    assert 0 < weights["segmentation"] < weights["satellite"] < RARE
    assert "quillnet" not in weights
    assert all(0 <= weight < RARE for weight in weights.values())
