"""What the XML of each source calls the fields of a paper: one table a source.

A path is that of ElementTree, by local names from the element of a record on; with `/@name` at its end it
leads to an attribute, and after `all:` the texts of all elements are one. The first path that leads to a text
wins. Under `ids` stands what may hold an arXiv id or a DOI.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

Paths = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Shape:
    """The XML of a source: its root elements, the elements of a record, and the paths of the fields in it.

    Of several shapes with one root the first counts whose `mark` is in the head. `context` has elements
    outside of records whose fields hold for the records after them. What `cut` matches is not text of a
    field. A record is not dated where an element has one of the values in `undated`.
    """

    label: str
    roots: tuple[str, ...]
    records: tuple[str, ...]
    fields: Paths
    mark: str = ""
    context: Mapping[str, Paths] = field(default_factory=dict)
    cut: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    undated: tuple[str, frozenset[str]] = ("", frozenset())


AUTHOR: Final[Paths] = {
    "given": ("ForeName", "Initials", "firstName", "forenames", "first", "name/given-names"),
    "family": ("LastName", "lastName", "keyname", "last", "name/surname"),
    "suffix": ("Suffix", "suffix", "name/suffix"),
    "literal": ("CollectiveName", "collectiveName", "fullName", "name", "string-name", "collab"),
    "ORCID": (
        *("Identifier[@Source='ORCID']", "authorId[@type='ORCID']", "orcid"),
        "contrib-id[@contrib-id-type='orcid']",
    ),
}
"""The parts of an author, if it has any."""

# "arXiv:2203.01250v3 Announce Type: new \nAbstract: " of a feed of arXiv.
_ANNOUNCED: Final = re.compile(r"^\s*arXiv:\S+\s+Announce Type:\s+\S+\s+(?:Abstract:\s+)?")
# " (arXiv:2203.01250v3 [cs.CL] UPDATED)" behind the title in older ones.
_NUMBERED: Final = re.compile(r"\s*\(arXiv:\S+ \[[\w.-]+\](?: [A-Z ]+)?\)\s*$")
_REPLACED: Final = ("announce_type", frozenset(("replace", "replace-cross")))

_ATOM: Final = Shape(
    "Atom",
    ("feed",),
    ("entry",),
    {
        "title": ("title",),
        "abstract": ("summary", "content"),
        "ids": ("id", "doi", "link[@title='doi']/@href", "link/@href"),
        "id": ("id",),
        "date": ("published", "updated"),
        "url": ("link[@rel='alternate']/@href", "link/@href"),
        "authors": ("author", "creator"),
        "venue": ("journal_ref", "journal_reference"),
        "categories": ("category/@term",),
        "license": ("rights", "link[@rel='license']/@href"),
    },
    cut={"abstract": _ANNOUNCED},
    undated=_REPLACED,
)
_RSS: Final = Shape(
    "RSS",
    ("rss",),
    ("item",),
    {
        "title": ("title",),
        "abstract": ("description", "encoded"),
        "ids": ("link", "guid", "DOI", "doi", "identifier"),
        "date": ("pubDate", "date"),
        "url": ("link",),
        "authors": ("creator", "author"),
        "venue": ("journal_reference", "publicationName"),
        "categories": ("category",),
        "license": ("rights",),
    },
    cut={"abstract": _ANNOUNCED, "title": _NUMBERED},
    undated=_REPLACED,
)
_RSS_IN_RDF: Final = replace(_RSS, roots=("RDF",), mark="<item")
_OAI: Final = Shape(
    "OAI-PMH",
    ("OAI-PMH", "ListRecords", "GetRecord"),
    ("record",),
    {
        "title": ("metadata/*/title",),
        "abstract": ("metadata/*/abstract", "metadata/*/description"),
        "ids": ("metadata/*/id", "metadata/*/identifier", "metadata/*/doi", "header/identifier"),
        "id": ("header/identifier",),
        "date": (
            *("metadata/*/version[@version='v1']/date", "metadata/arXiv/created", "metadata/*/date"),
            "metadata/*/issued",
        ),
        "authors": ("metadata/*/authors/author", "metadata/*/authors", "metadata/*/creator"),
        "venue": ("metadata/*/journal-ref", "metadata/*/source"),
        "categories": ("metadata/*/categories", "metadata/*/subject"),
        "license": ("metadata/*/license", "metadata/*/rights"),
    },
)
# Records without their envelope, as harvesters save them.
_OAI_RECORDS: Final = replace(_OAI, roots=("records", "record"), mark="<header")
_PUBMED: Final = Shape(
    "PubMed",
    ("PubmedArticleSet", "PubmedArticle"),
    ("PubmedArticle", "PubmedBookArticle"),
    {
        "title": (
            *("MedlineCitation/Article/ArticleTitle", "MedlineCitation/Article/VernacularTitle"),
            *("BookDocument/ArticleTitle", "BookDocument/Book/BookTitle"),
        ),
        "abstract": (
            *("all:MedlineCitation/Article/Abstract/AbstractText", "all:BookDocument/Abstract/AbstractText"),
        ),
        "ids": (
            "MedlineCitation/Article/ELocationID[@EIdType='doi']",
            "PubmedData/ArticleIdList/ArticleId[@IdType='doi']",
        ),
        "pmid": ("MedlineCitation/PMID", "BookDocument/PMID"),
        "date": (
            "MedlineCitation/Article/ArticleDate",
            "MedlineCitation/Article/Journal/JournalIssue/PubDate",
            "BookDocument/ContributionDate",
            "BookDocument/Book/PubDate",
        ),
        "authors": ("MedlineCitation/Article/AuthorList/Author", "BookDocument/AuthorList/Author"),
        "venue": (
            *("MedlineCitation/Article/Journal/Title", "MedlineCitation/MedlineJournalInfo/MedlineTA"),
            "BookDocument/Book/BookTitle",
        ),
        "keywords": ("MedlineCitation/KeywordList/Keyword",),
        "license": ("MedlineCitation/Article/Abstract/CopyrightInformation",),
    },
)
_EUROPE_PMC: Final = Shape(
    "Europe PMC",
    ("responseWrapper", "resultList", "result"),
    ("result",),
    {
        "title": ("title",),
        "abstract": ("abstractText",),
        "ids": ("doi", "id"),
        "pmid": ("pmid",),
        "id": ("id",),
        "date": ("firstPublicationDate", "journalInfo/printPublicationDate", "pubYear"),
        "authors": ("authorList/author", "authorString"),
        "venue": ("journalInfo/journal/title", "journalTitle"),
        "keywords": ("keywordList/keyword",),
        "license": ("license",),
    },
)
_JATS: Final = Shape(
    "JATS (PubMed Central)",
    ("article", "pmc-articleset"),
    ("article",),
    {
        "title": ("front/article-meta/title-group/article-title",),
        "abstract": ("front/article-meta/abstract",),
        "ids": ("front/article-meta/article-id",),
        "pmid": ("front/article-meta/article-id[@pub-id-type='pmid']",),
        "date": ("front/article-meta/pub-date",),
        "authors": (
            "front/article-meta/contrib-group/contrib[@contrib-type='author']",
            "front/article-meta/contrib-group/contrib",
        ),
        "venue": (
            "front/journal-meta/journal-title-group/journal-title",
            "front/journal-meta/journal-title",
        ),
        "keywords": ("front/article-meta/kwd-group/kwd",),
        "license": (
            *("front/article-meta/permissions/license/@xlink:href",),
            *("front/article-meta/permissions/license/license_ref", "front/article-meta/permissions/license"),
        ),
    },
    mark="article-meta",
)
_ACL: Final = Shape(
    "the ACL Anthology",
    ("collection", "volume"),
    ("paper",),
    {
        "title": ("title",),
        "abstract": ("abstract",),
        "ids": ("doi",),
        "date": ("date",),
        "url": ("url",),
        "authors": ("author",),
        "license": ("license",),
        "code": ("pwccode/@url",),
    },
    context={"meta": {"venue": ("booktitle", "journal-title"), "date": ("month", "year")}},
)
_ENDNOTE: Final = Shape(
    "EndNote",
    ("xml", "records", "record"),
    ("record",),
    {
        "title": ("titles/title",),
        "abstract": ("abstract",),
        "ids": ("electronic-resource-num", "accession-num", "urls/*/url", "custom1", "custom7"),
        "date": ("dates/pub-dates/date", "dates/year"),
        "url": ("urls/related-urls/url", "urls/web-urls/url"),
        "authors": ("contributors/authors/author",),
        "venue": ("periodical/full-title", "titles/secondary-title", "alt-periodical/full-title"),
        "keywords": ("keywords/keyword",),
    },
    mark="<ref-type",
)
SHAPES: Final = (_ATOM, _RSS, _RSS_IN_RDF, _ENDNOTE, _OAI, _OAI_RECORDS, _PUBMED, _EUROPE_PMC, _JATS, _ACL)
"""The shapes, in the order in which they are tried."""
