import pytest

from paperlattice.extractors.sources.values import default_url, is_arxiv_id, is_doi, normalise_id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2401.00001", "2401.00001"),
        ("arXiv:2401.00001v3", "2401.00001"),
        ("arxiv: 2401.00001 [cs.CL]", "2401.00001"),
        ("http://arxiv.org/abs/2401.00001v12", "2401.00001"),
        ("https://www.arxiv.org/pdf/2401.00001v1.pdf", "2401.00001"),
        ("https://export.arxiv.org/abs/2401.00001?context=cs", "2401.00001"),
        ("https://huggingface.co/papers/2401.00001", "2401.00001"),
        ("oai:arXiv.org:0704.0001", "0704.0001"),
        ("hf:2312.17653", "2312.17653"),
        ("https://arxiv.org/abs/hep-th/9901001v2", "hep-th/9901001"),
        ("math.gt/0309136", "math.GT/0309136"),
        ("10.48550/arXiv.2401.00001", "2401.00001"),
        ("https://doi.org/10.48550/arxiv.2401.00001", "2401.00001"),
        ("https://doi.org/10.1000/ABC.Def", "10.1000/abc.def"),
        ("doi: 10.1000/X(1)", "10.1000/x(1)"),
        ("pc:3dv2025:05T", "pc:3dv2025:05T"),
        ("hf:not-a-number", "hf:not-a-number"),
        ("2401.001", "2401.001"),
        ("12401.00001", "12401.00001"),
        ("  W123\n", "W123"),
        ("", ""),
    ],
)
def test_normalise_id(text, expected):
    assert normalise_id(text) == expected
    assert normalise_id(expected) == expected


@pytest.mark.parametrize(
    ("identifier", "arxiv", "doi", "url"),
    [
        ("2401.00001", True, False, "https://arxiv.org/abs/2401.00001"),
        ("hep-th/9901001", True, False, "https://arxiv.org/abs/hep-th/9901001"),
        ("10.1000/x", False, True, "https://doi.org/10.1000/x"),
        ("pc:3dv2025:05T", False, False, ""),
        ("", False, False, ""),
    ],
)
def test_kinds_and_urls(identifier, arxiv, doi, url):
    assert (is_arxiv_id(identifier), is_doi(identifier), default_url(identifier)) == (arxiv, doi, url)
