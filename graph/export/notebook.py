"""The page as a notebook cell shows it: in a frame of its own that can reach neither notebook nor network."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Final

from graph.export.html import generate_html

if TYPE_CHECKING:
    from graph.export.rows import Graph

# No allow-same-origin: the frame has an origin of its own, so nothing in it can read the notebook's data.
_SANDBOX: Final = "allow-scripts allow-downloads allow-popups"


def notebook_html(graph: Graph, *, name: str = "paperlattice", height: int = 600) -> str:
    """Return an iframe with the whole page of `generate_html` inside, `height` CSS pixels high.

    Nothing is written and nothing loaded, so it also works offline and in a notebook that is sent to others.
    Links to papers open in a window of their own. Errors: as `generate_html`.
    """
    title = html.escape(" ".join(name.split()))
    page = html.escape(generate_html(graph, name=name))
    return (
        f'<iframe title="{title}" sandbox="{_SANDBOX}" width="100%" height="{int(height)}" '
        f'style="border: 1px solid #8884; border-radius: 8px; display: block" srcdoc="{page}"></iframe>'
    )
