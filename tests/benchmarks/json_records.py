"""Invented papers as the interfaces write them in JSON, with all that they send besides, by number."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

_SYLLABLES: Final = (
    "qui",
    "lo",
    "fern",
    "ta",
    "ver",
    "mi",
    "dra",
    "pe",
    "no",
    "sal",
    "ex",
    "ri",
    "mo",
    "bel",
)
_COMMON: Final = ("the", "of", "we", "a", "in", "and", "to", "that", "on", "is", "for", "with")
_NAMES: Final = (("Ada", "Quill"), ("Bo", "Férn"), ("Cy", "Marlow-Dane"), ("Di", "Poe"), ("Eve", "Sørlund"))
_CITY: Final = "Department of Feathers, Quill College, 12 Inkwell Road, 2200 København, Denmark"
_PAGE: Final = "https://quills.example"


def abstract_of(number: int, words: int = 180) -> str:
    """An abstract in which, as in real ones, some 110 of 180 words are different."""
    draw = random.Random(number)
    made = ("".join(draw.choices(_SYLLABLES, k=draw.choice((1, 2, 3, 3)))) for _ in range(words))
    chosen = [draw.choice(_COMMON) if draw.random() < 0.45 else word for word in made]
    return " ".join(chosen).capitalize() + "."


def title_of(number: int) -> str:
    """A title of some ten words."""
    return f"QuillNet {number}: {abstract_of(number + 1, 9)[:-1]}"


def openalex(number: int) -> dict[str, Any]:
    """A work of OpenAlex."""
    index: dict[str, list[int]] = {}
    for at, word in enumerate(abstract_of(number).split()):
        index.setdefault(word, []).append(at)
    source = {"id": "https://openalex.org/S4306400194", "display_name": "arXiv", "type": "repository"}
    location = {
        "is_oa": True,
        "landing_page_url": f"https://doi.org/10.1000/quill.{number}",
        "pdf_url": f"{_PAGE}/{number}.pdf",
        "source": source | {"issn_l": None, "host_organization": "https://openalex.org/I205783295"},
        "license": "cc-by",
        "version": "submittedVersion",
    }
    school = {"id": "https://openalex.org/I1", "display_name": "Quill College", "country_code": "DK"}
    authorships = [
        {
            "author_position": "middle",
            "author": {
                "id": f"https://openalex.org/A{at}",
                "display_name": f"{given} {family}",
                "orcid": f"https://orcid.org/0000-0002-1825-00{at:02d}" if at % 2 else None,
            },
            "institutions": [school | {"ror": "https://ror.org/0quill", "type": "education"}],
            "raw_author_name": f"{given} {family}",
            "raw_affiliation_strings": [_CITY],
        }
        for at, (given, family) in enumerate(_NAMES)
    ]
    level = {"id": "https://openalex.org/subfields/1702", "display_name": "Artificial Intelligence"}
    topics = [
        {"id": f"https://openalex.org/T{at}", "display_name": f"Quills {at}", "score": 0.98, "field": level}
        for at in range(3)
    ]
    return {
        "id": f"https://openalex.org/W{number}",
        "doi": f"https://doi.org/10.1000/quill.{number}",
        "title": title_of(number),
        "display_name": title_of(number),
        "publication_year": 2024,
        "publication_date": f"2024-03-{number % 28 + 1:02d}",
        "ids": {"openalex": f"https://openalex.org/W{number}", "mag": str(number)},
        "language": "en",
        "primary_location": location,
        "type": "article",
        "open_access": {"is_oa": True, "oa_status": "green", "oa_url": location["pdf_url"]},
        "authorships": authorships,
        "cited_by_count": 12,
        "biblio": {"volume": None, "issue": None, "first_page": None, "last_page": None},
        "is_retracted": False,
        "primary_topic": topics[0],
        "topics": topics,
        "keywords": [{"id": "https://openalex.org/keywords/quill", "display_name": "Quill", "score": 0.6}],
        "concepts": [level | {"wikidata": f"Q{at}", "level": 1, "score": 0.5} for at in range(10)],
        "locations": [location, location],
        "referenced_works": [f"https://openalex.org/W{number + at}" for at in range(40)],
        "related_works": [f"https://openalex.org/W{number - at}" for at in range(10)],
        "abstract_inverted_index": index,
        "counts_by_year": [{"year": 2024 + at, "cited_by_count": 4} for at in range(3)],
        "updated_date": "2026-10-01T00:00:00.000000",
        "created_date": "2024-03-20",
    }


def semantic_scholar(number: int) -> dict[str, Any]:
    """A paper of Semantic Scholar."""
    return {
        "paperId": f"{number:040x}",
        "externalIds": {
            "ArXiv": f"2403.{number % 100_000:05d}",
            "DOI": f"10.1000/quill.{number}",
            "CorpusId": 1,
        },
        "url": f"https://www.semanticscholar.org/paper/{number:040x}",
        "title": title_of(number),
        "abstract": abstract_of(number),
        "venue": "Conference on Quills",
        "year": 2024,
        "openAccessPdf": {"url": f"{_PAGE}/{number}.pdf", "status": "GREEN", "license": "CCBY"},
        "fieldsOfStudy": ["Computer Science"],
        "publicationTypes": ["JournalArticle", "Conference"],
        "publicationDate": f"2024-03-{number % 28 + 1:02d}",
        "authors": [
            {"authorId": str(at), "name": f"{given} {family}"} for at, (given, family) in enumerate(_NAMES)
        ],
    }


def crossref(number: int) -> dict[str, Any]:
    """A work of Crossref, with its references."""
    day = {"date-parts": [[2024, 3, number % 28 + 1]]}
    stamp = day | {"date-time": "2024-03-14T10:00:00Z", "timestamp": 1_710_410_400_000}
    references = [
        {
            "key": f"ref{at}",
            "doi-asserted-by": "publisher",
            "DOI": f"10.1000/fern.{at}",
            "first-page": "1",
            "article-title": title_of(at),
            "author": "Fern",
            "journal-title": "Journal of Ferns",
            "year": "2020",
        }
        for at in range(20)
    ]
    return {
        "indexed": stamp,
        "reference-count": 20,
        "publisher": "Quill Press",
        "issue": "3",
        "license": [
            {"start": stamp, "content-version": "vor", "delay-in-days": 0, "URL": "https://cc.example/by"}
        ],
        "content-domain": {"domain": ["quills.example"], "crossmark-restriction": False},
        "short-container-title": ["J. Quills"],
        "published-print": day,
        "DOI": f"10.1000/quill.{number}",
        "type": "journal-article",
        "created": stamp,
        "page": "1-12",
        "source": "Crossref",
        "is-referenced-by-count": 3,
        "title": [title_of(number)],
        "prefix": "10.1000",
        "volume": "7",
        "author": [
            {
                "ORCID": f"http://orcid.org/0000-0002-1825-00{at:02d}",
                "authenticated-orcid": False,
                "given": given,
                "family": family,
                "sequence": "additional",
                "affiliation": [{"name": _CITY}],
            }
            for at, (given, family) in enumerate(_NAMES)
        ],
        "member": "1",
        "published-online": day,
        "reference": references,
        "container-title": ["Journal of Quills"],
        "original-title": [],
        "language": "en",
        "abstract": f"<jats:title>Abstract</jats:title><jats:p>{abstract_of(number)} &lt; 5%</jats:p>",
        "link": [
            {"URL": f"{_PAGE}/{number}.pdf", "content-type": "application/pdf", "content-version": "vor"}
        ],
        "deposited": stamp,
        "score": 1.0,
        "resource": {"primary": {"URL": f"{_PAGE}/{number}"}},
        "subtitle": [],
        "issued": day,
        "references-count": 20,
        "URL": f"https://doi.org/10.1000/quill.{number}",
        "ISSN": ["1234-5678"],
        "issn-type": [{"type": "print", "value": "1234-5678"}],
        "subject": ["Quills", "Inks"],
        "published": day,
    }


def csl(number: int) -> dict[str, Any]:
    """An item of CSL-JSON, as Zotero exports it."""
    return {
        "id": f"quill{number}",
        "type": "article-journal",
        "abstract": abstract_of(number),
        "container-title": "Journal of Quills",
        "DOI": f"10.1000/quill.{number}",
        "ISSN": "1234-5678",
        "issue": "3",
        "language": "en",
        "note": f"arXiv:2403.{number % 100_000:05d} [cs]",
        "page": "1-12",
        "source": "quills.example",
        "title": title_of(number),
        "URL": f"{_PAGE}/{number}",
        "volume": "7",
        "author": [{"family": family, "given": given} for given, family in _NAMES],
        "accessed": {"date-parts": [["2024", 6, 1]]},
        "issued": {"date-parts": [["2024", 3, number % 28 + 1]]},
        "citation-key": f"quill{number}",
    }


def _zotero_fields(number: int) -> dict[str, Any]:
    empty = dict.fromkeys(
        ("series", "seriesTitle", "seriesText", "archive", "archiveLocation", "callNumber", "rights"), ""
    )
    return {
        "itemType": "journalArticle",
        "title": title_of(number),
        "creators": [
            {"creatorType": "author", "firstName": given, "lastName": family} for given, family in _NAMES
        ],
        "abstractNote": abstract_of(number),
        "publicationTitle": "Journal of Quills",
        "volume": "7",
        "issue": "3",
        "pages": "1-12",
        "date": f"2024-03-{number % 28 + 1:02d}",
        **empty,
        "journalAbbreviation": "J. Quills",
        "language": "en",
        "DOI": f"10.1000/quill.{number}",
        "ISSN": "1234-5678",
        "shortTitle": "QuillNet",
        "url": f"{_PAGE}/{number}",
        "accessDate": "2024-06-01T10:00:00Z",
        "libraryCatalog": "quills.example",
        "extra": f"arXiv:2403.{number % 100_000:05d} [cs]\nCitation Key: quill{number}",
        "tags": [{"tag": "Computer Science - Quills", "type": 1}, {"tag": "to read"}],
        "collections": ["CCCC2222"],
        "relations": {},
        "dateAdded": "2024-06-01T10:00:00Z",
        "dateModified": "2024-06-01T10:00:00Z",
    }


def zotero(number: int) -> dict[str, Any]:
    """An item of Zotero's interface."""
    key = f"{number:08X}"
    there = {"href": f"https://api.zotero.org/users/7/items/{key}", "type": "application/json"}
    return {
        "key": key,
        "version": number,
        "library": {"type": "user", "id": 7, "name": "quills", "links": {"alternate": there}},
        "links": {"self": there, "alternate": there | {"type": "text/html"}},
        "meta": {"creatorSummary": "Quill et al.", "parsedDate": "2024-03-14", "numChildren": 1},
        "data": {"key": key, "version": number, **_zotero_fields(number)},
    }


def better_bibtex(number: int) -> dict[str, Any]:
    """An item of "BetterBibTeX JSON", with its attachment."""
    attachment = {
        "itemType": "attachment",
        "title": "Full Text PDF",
        "url": f"{_PAGE}/{number}.pdf",
        "path": f"/home/quill/Zotero/storage/{number:08X}/Quill et al. - 2024.pdf",
        "tags": [],
        "relations": {},
    }
    own = {"itemID": number, "itemKey": f"{number:08X}", "libraryID": 1, "citationKey": f"quill{number}"}
    return {"version": number, **_zotero_fields(number), **own, "attachments": [attachment], "notes": []}


def europe_pmc(number: int) -> dict[str, Any]:
    """A result of Europe PMC, in its core form."""
    authors = [
        {
            "fullName": f"{family} {given[0]}",
            "firstName": given,
            "lastName": family,
            "initials": given[0],
            "authorId": {"type": "ORCID", "value": f"0000-0002-1825-00{at:02d}"},
            "authorAffiliationDetailsList": {"authorAffiliation": [{"affiliation": _CITY}]},
        }
        for at, (given, family) in enumerate(_NAMES)
    ]
    journal = {
        "title": "Journal of Quills",
        "medlineAbbreviation": "J Quills",
        "isoabbreviation": "J. Quills",
        "nlmid": "0000001",
        "issn": "1234-5678",
    }
    dated = {
        "journalIssueId": 1,
        "dateOfPublication": "2024 Mar",
        "monthOfPublication": 3,
        "yearOfPublication": 2024,
    }
    place = {"availability": "Free", "availabilityCode": "F", "documentStyle": "pdf", "site": "Europe_PMC"}
    flags = ("inEPMC", "inPMC", "hasPDF", "hasBook", "hasSuppl", "hasReferences", "hasTextMinedTerms")
    return {
        "id": str(number),
        "source": "MED",
        "pmid": str(number),
        "pmcid": f"PMC{number}",
        "fullTextIdList": {"fullTextId": [f"PMC{number}"]},
        "doi": f"10.1000/quill.{number}",
        "title": f"{title_of(number)}.",
        "authorString": "Quill A, Férn B, Marlow-Dane C, Poe D, Sørlund E.",
        "authorList": {"author": authors},
        "authorIdList": {"authorId": [author["authorId"] for author in authors]},
        "journalInfo": {"issue": "3", "volume": "7", **dated, "journal": journal},
        "pubYear": "2024",
        "pageInfo": "1-12",
        "abstractText": f"<h4>Background</h4>{abstract_of(number)} <h4>Results</h4>It is <i>quick</i>.",
        "affiliation": _CITY,
        "publicationStatus": "ppublish",
        "language": "eng",
        "pubModel": "Print-Electronic",
        "pubTypeList": {"pubType": ["Journal Article"]},
        "keywordList": {"keyword": ["Quills", "Inks", "Feathers"]},
        "meshHeadingList": {
            "meshHeading": [{"majorTopic_YN": "N", "descriptorName": f"Quill {at}"} for at in range(8)]
        },
        "fullTextUrlList": {"fullTextUrl": [place | {"url": f"{_PAGE}/{number}.pdf"}]},
        **dict.fromkeys(flags, "Y"),
        "isOpenAccess": "Y",
        "citedByCount": 3,
        "license": "cc by",
        "dateOfCreation": "2024-03-14",
        "firstIndexDate": "2024-03-15",
        "electronicPublicationDate": "2024-03-14",
        "firstPublicationDate": f"2024-03-{number % 28 + 1:02d}",
    }


def openreview(number: int) -> dict[str, Any]:
    """A submission of OpenReview, in the second version of its interface."""
    title, abstract = title_of(number), abstract_of(number)
    content = {
        "title": title,
        "authors": [" ".join(name) for name in _NAMES],
        "authorids": [f"~{given}_{family}1" for given, family in _NAMES],
        "keywords": ["quills", "inks"],
        "TLDR": title,
        "abstract": abstract,
        "primary_area": "quills",
        "venue": "Conference on Quills 2024",
        "venueid": "quills.example/2024/Conference",
        "pdf": f"/pdf/{number:040x}.pdf",
        "_bibtex": f"@inproceedings{{\nquill{number},\ntitle={{{title}}},\nyear={{2024}}\n}}",
    }
    return {
        "id": f"q{number}",
        "forum": f"q{number}",
        "number": number,
        "cdate": 1_710_410_400_000,
        "pdate": 1_710_410_400_000,
        "mdate": 1_710_410_400_000,
        "license": "CC BY 4.0",
        "signatures": [f"quills.example/2024/Conference/Submission{number}/Authors"],
        "readers": ["everyone"],
        "writers": ["quills.example/2024/Conference"],
        "invitations": ["quills.example/2024/Conference/-/Submission"],
        "content": {name: {"value": value} for name, value in content.items()},
        "version": 2,
    }


def daily_paper(number: int) -> dict[str, Any]:
    """An item of the daily feed of Hugging Face."""
    title, abstract = title_of(number), abstract_of(number)
    user = {
        "_id": f"{number:024x}",
        "avatarUrl": f"{_PAGE}/{number}.svg",
        "fullname": "Ada Quill",
        "name": "quill",
    }
    day = f"2024-03-{number % 28 + 1:02d}T00:00:00.000Z"
    authors = [
        {
            "_id": f"{number + at:024x}",
            "name": f"{given} {family}",
            "hidden": False,
            "status": "claimed_verified",
        }
        for at, (given, family) in enumerate(_NAMES)
    ]
    paper = {
        "id": f"2403.{number % 100_000:05d}",
        "authors": authors,
        "publishedAt": day,
        "submittedOnDailyAt": day,
        "title": title,
        "submittedOnDailyBy": user,
        "summary": abstract,
        "upvotes": 12,
        "discussionId": f"{number:024x}",
        "githubRepo": f"https://github.com/quill/net{number}",
        "ai_summary": abstract[:300],
        "ai_keywords": ["quills", "inks", "feathers"],
        "githubStars": 7,
    }
    outer = {"publishedAt": day, "title": title, "summary": abstract, "thumbnail": f"{_PAGE}/{number}.png"}
    return {"paper": paper, **outer, "numComments": 1, "submittedBy": user, "isAuthorParticipating": False}


def plain(number: int) -> dict[str, Any]:
    """A record as people write it themselves."""
    return {
        "id": f"2403.{number % 100_000:05d}",
        "title": title_of(number),
        "abstract": abstract_of(number),
        "date": f"2024-03-{number % 28 + 1:02d}",
        "url": f"https://arxiv.org/abs/2403.{number % 100_000:05d}",
        "authors": [" ".join(name) for name in _NAMES],
        "categories": ["cs.CL", "cs.LG"],
    }


class Form(NamedTuple):
    """A record as text, by its number, what is before all records and behind them, and between two."""

    text: Callable[[int], str]
    head: str = ""
    tail: str = ""
    between: str = ""


def _as_json(record: Callable[[int], Mapping[str, Any]], head: str = "[", tail: str = "]") -> Form:
    """A form of records that stand in a list, with letters as they are."""
    return Form(lambda number: json.dumps(record(number), ensure_ascii=False), head, tail, ",\n")


def _as_lines(record: Callable[[int], Mapping[str, Any]]) -> Form:
    return Form(lambda number: json.dumps(record(number), ensure_ascii=False) + "\n")


FORMS: Final = {
    "openalex.jsonl": _as_lines(openalex),
    "openalex.json": _as_json(openalex, '{"meta": {"count": 9}, "results": [', "]}"),
    "s2.json": _as_json(semantic_scholar, '{"total": 9, "token": null, "data": [', "]}"),
    "crossref.json": _as_json(crossref, '{"status": "ok", "message": {"total-results": 9, "items": [', "]}}"),
    "csl.json": _as_json(csl),
    "zotero.json": _as_json(zotero),
    "betterbibtex.json": _as_json(better_bibtex, '{"config": {}, "items": [', "]}"),
    "europepmc.json": _as_json(europe_pmc, '{"hitCount": 9, "resultList": {"result": [', "]}}"),
    "openreview.json": _as_json(openreview, '{"notes": [', '], "count": 9}'),
    "daily.json": _as_json(daily_paper),
    "plain.json": _as_json(plain),
    "plain.jsonl": _as_lines(plain),
}
"""The forms by the names of files."""
