"""Names that the catalogue lists in another version, or as the plural of another name, are not listed."""

import pytest

from paperlattice.graph.resolve.base_names import listed_as, versions_agree


@pytest.mark.parametrize(
    ("kind", "left", "right", "expected"),
    [
        ("method", "T5", "Text-to-Text Transfer Transformer", True),
        ("method", "3DGS", "3D Gaussian Splatting", True),
        ("method", "ResNet-50", "ResNet", True),
        ("method", "Emu2", "Emu", False),
        ("method", "Dreamer V2", "DreamerV3", False),
        ("method", "SD3.5", "Stable Diffusion 3", False),
        ("method", "Zero123++", "Zero123", False),
        ("dataset", "ILSVRC 2012", "ImageNet", True),
        ("dataset", "MS COCO 2017", "MS COCO", True),
        ("dataset", "CIFAR-10", "CIFAR", False),
        ("dataset", "Kinetics-400", "Kinetics-600", False),
    ],
)
def test_versions_agree(kind, left, right, expected):
    assert versions_agree(kind, left, right) is expected
    assert versions_agree(kind, right, left) is expected


class _Catalogue:
    def canonical(self, _kind, form):
        return {"vits": "VITS", "gans": "GANs", "emu2": "Emu"}.get(form.casefold())

    def is_ambiguous(self, _kind, _form):
        return False


@pytest.mark.parametrize(
    ("form", "entry"),
    [("VITS", "VITS"), ("vits", "VITS"), ("ViTs", None), ("GANs", "GANs"), ("Emu2", None), ("Emu9", None)],
)
def test_listed_as(form, entry):
    assert listed_as(_Catalogue(), "method", form) == entry
