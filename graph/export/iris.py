"""The IRIs of what an RDF file describes: always valid, and never one for two things."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from paperlattice.extractors.sources.values import default_url
from paperlattice.graph.errors import OptionError
from paperlattice.graph.export.citation_record import bare_ids
from paperlattice.graph.export.rdf_terms import PREFIXES, Iri
from paperlattice.graph.export.rows import GraphRows, NetworkxRows
from paperlattice.graph.model.attributes import paper_id, paper_node

if TYPE_CHECKING:
    from paperlattice.extractors.records import Author

DEFAULT_BASE: Final = "urn:paperlattice:"
"""What IRIs begin with of which no other is known."""

# "/" of "10.1000/a"; all of ".." which a resolver would take for a step up.
_UNSAFE: Final = re.compile(r"^\.{1,2}$|[^A-Za-z0-9._:-]")
# "https://example.org/kg/", "urn:example:", "http://example.org/kg#"; not "example.org/", "urn:a b:".
_BASE: Final = re.compile(
    r"""(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):
        (?://[A-Za-z0-9._~-]+(?::[0-9]+)?(?=/))?
        (?!//)(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*
        (?:(?<=[/:])|\#)""",
    re.VERBOSE,
)
# "https", "example.org:80" and "/a?b" of "https://example.org:80/a?b"; not "https://[::1]/" or "http://a b/".
_WEB: Final = re.compile(r"(https?)://([A-Za-z0-9._~-]+(?::[0-9]+)?)([/?#].*)?", re.IGNORECASE | re.DOTALL)
# "{" of "/a{b}", "%" of "/100%"; not "%7B".
_NOT_IN_URL: Final = re.compile(r"%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9._~!$&'()*+,;=:@/?%-]")
# "/.." of "/a/../b": resolvers drop such steps, so that two addresses become one.
_STEPS: Final = re.compile(r"/(?:\.|%2[Ee]){1,2}(?=[/?#]|$)")
_ORCID: Final = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", re.ASCII)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def check_base(base: str) -> str:
    """Return the base of IRIs as given. Raises OptionError if none can be made with it.

    >>> check_base("https://example.org/kg/")
    'https://example.org/kg/'
    """
    found = _BASE.fullmatch(base)
    if found is None or _STEPS.search(base) or found["scheme"] in PREFIXES:
        raise OptionError(
            f"{base!r} cannot begin an IRI; give one in ASCII that ends with /, # or :, "
            f"such as https://example.org/kg/ or {DEFAULT_BASE}"
        )
    return base


def escaped(text: str) -> str:
    """Return a text as a part of an IRI: other characters than letters, digits and ._:- as %XX, "" as "~".

    >>> escaped("method:c++"), escaped("図"), escaped(""), escaped("..")
    ('method:c%2B%2B', '%E5%9B%B3', '~', '%2E%2E')
    """
    return _UNSAFE.sub(lambda sign: _percent(sign[0]), text) or "~"


def unicode_text(text: str) -> str:
    r"""Return a text with U+FFFD for each lone surrogate, which no file can hold; places in it stay.

    >>> unicode_text("half \ud83d") == "half \ufffd"
    True
    """
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def _percent(signs: str) -> str:
    return "".join(f"%{byte:02X}" for byte in signs.encode("utf-8", "surrogatepass"))


def web_iri(address: str) -> Iri | None:
    """Return an http or https address as an IRI, with what IRIs cannot hold as %XX; None for anything else.

    >>> web_iri("https://example.org/a b#c#d"), web_iri("example.org")
    ('https://example.org/a%20b#c%23d', None)
    """
    found = _WEB.fullmatch(address.strip())
    if found is None or _STEPS.search(address):
        return None
    path, mark, fragment = (found[3] or "").partition("#")
    path, fragment = (_NOT_IN_URL.sub(lambda sign: _percent(sign[0]), part) for part in (path, fragment))
    return Iri(f"{found[1].lower()}://{found[2]}{path}{mark}{fragment}")


class Names:
    """The IRIs of a graph: `papers` by node those known elsewhere, all others begin with `base`."""

    def __init__(self, rows: GraphRows, base: str) -> None:
        self._base = check_base(base)
        self._papers = _paper_iris(rows)

    def local(self, *parts: str | int) -> Iri:
        """Return the IRI of what only this graph knows; the parts are joined with colons."""
        return Iri(self._base + escaped(":".join(map(str, parts))))

    def node(self, node: str) -> Iri:
        """Return the IRI of a node: of a paper its page at arXiv or its DOI, if it has one."""
        return self._papers.get(node) or self.local(node)

    def author(self, node: str, place: int, author: Author) -> Iri:
        """Return the IRI of an author of a paper: the ORCID, else a name for this author of this paper."""
        if _ORCID.fullmatch(author.orcid):
            return Iri(f"https://orcid.org/{author.orcid}")
        return self.local("author", node.removeprefix("paper:"), place)


def public_iris(arxiv_id: str, doi: str) -> list[Iri]:
    """Return the IRIs of a paper that has an arXiv id, a DOI or both.

    >>> public_iris("2106.09685", "10.1000/182")
    ['https://arxiv.org/abs/2106.09685', 'https://doi.org/10.1000/182']
    """
    known = (default_url(unicode_text(identifier)) for identifier in (arxiv_id, doi))
    return [Iri(address) for address in known if address and not _STEPS.search(address)]


def _paper_iris(rows: GraphRows) -> dict[str, Iri]:
    """Return the public IRIs of papers by node; of two papers with one IRI, the first node has it."""
    iris: dict[str, Iri] = {}
    taken = set[Iri]()
    for node, *ids in sorted(_paper_ids(rows)):
        found = public_iris(*ids)
        if found and found[0] not in taken:
            iris[node] = found[0]
            taken.add(found[0])
    return iris


def _paper_ids(rows: GraphRows) -> Iterable[tuple[str, str, str]]:
    """Yield node, arXiv id and DOI of each paper."""
    if isinstance(rows, NetworkxRows):
        found = (
            (node, paper_id(node), *(str(data.get(name) or "") for name in ("url", "doi", "arxiv_id")))
            for node, data in rows.nodes()
            if data.get("kind") == "paper"
        )
    else:
        papers = rows.tables.stream("SELECT id, url, doi, arxiv_id FROM {papers}")
        found = ((paper_node(row[0]), *row) for row in papers)
    for node, known, url, given_doi, given_arxiv_id in found:
        doi, arxiv_id = bare_ids(known, url, doi=given_doi, arxiv_id=given_arxiv_id)
        yield node, arxiv_id, doi
