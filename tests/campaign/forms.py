"""One invented paper in every form that is read, and how a text gets damaged."""

# ruff: noqa: E501

import csv
import io
import json
import random
from typing import NamedTuple

TITLE = "QuillNet {n}: Two Quick Nets"
ABSTRACT = "We train QuillNet {n} with LoRA & dropout. It is 5% faster."
XML_ABSTRACT = ABSTRACT.replace("&", "&amp;")
ARXIV = "2403.{n:05d}"
DOI = "10.1000/quill{n}"


class Form(NamedTuple):
    """What is before the records, one record with its number as `{n}`, what is behind and between them."""

    head: str
    record: str
    tail: str = ""
    between: str = "\n"
    dated: bool = True

    def write(self, numbers):
        return self.head + self.between.join(fill(self.record, n) for n in numbers) + self.tail


def fill(template, number):
    for sign, text in (("{n:05d}", f"{number:05d}"), ("{n}", str(number))):
        template = template.replace(sign, text)
    return template


def as_json(**fields):
    return json.dumps(fields)


def row(delimiter, *values):
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter, lineterminator="").writerow(values)
    return file.getvalue()


SPLIT = [{"given": "Ada", "family": "Quill"}, {"given": "Bo", "family": "Fern"}]
CREATORS = [{"creatorType": "author", "firstName": a["given"], "lastName": a["family"]} for a in SPLIT]
NAMED = [{"name": "Ada Quill"}, {"name": "Bo Fern"}]
PARTS = {"date-parts": [[2024, 3, 14]]}
ZOTERO = {
    "itemType": "preprint",
    "title": TITLE,
    "abstractNote": ABSTRACT,
    "creators": CREATORS,
    "date": "2024-03-14",
    "archiveID": f"arXiv:{ARXIV}",
    "DOI": DOI,
    "publicationTitle": "Journal of Quills",
    "tags": [{"tag": "nets"}],
}
OPENREVIEW = {
    "title": TITLE,
    "abstract": ABSTRACT,
    "authors": ["Ada Quill", "Bo Fern"],
    "venue": "Journal of Quills",
    "_bibtex": "@misc{x}",
}
OPENALEX = as_json(
    id="https://openalex.org/W{n}",
    doi=f"https://doi.org/{DOI}",
    display_name=TITLE,
    publication_date="2024-03-14",
    authorships=[{"author": {"display_name": part["name"]}} for part in NAMED],
    primary_location={
        "landing_page_url": f"http://arxiv.org/abs/{ARXIV}",
        "source": {"display_name": "Journal of Quills"},
    },
    abstract_inverted_index={word: [at] for at, word in enumerate(ABSTRACT.split())},
)
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
OAI = (
    XML
    + '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2025-01-01T00:00:00Z</responseDate>\n'
    "<ListRecords>\n"
)
OAI_END = "\n<resumptionToken>token</resumptionToken></ListRecords></OAI-PMH>\n"
OAI_HEAD = f"<record><header><identifier>oai:arXiv.org:{ARXIV}</identifier><datestamp>2025-01-01</datestamp></header>\n"

FORMS = {
    "library.bib": Form(
        "% a library\n@string{joq = {Journal of Quills}}\n",
        "@article{quill{n},\n  title = {{QuillNet} {n}: Two Quick Nets},\n  author = {Quill, Ada and Fern, Bo},\n"
        "  journal = joq, year = 2024, month = mar # {~14},\n  abstract = {"
        + ABSTRACT.replace("&", r"\&").replace("%", r"\%")
        + "},\n  doi = {"
        + DOI
        + "}, eprint = {"
        + ARXIV
        + "}, archiveprefix = {arXiv}\n}\n",
    ),
    "library.ris": Form(
        "",
        f"TY  - JOUR\nTI  - {TITLE}\nAU  - Quill, Ada\nAU  - Fern, Bo\nAB  - {ABSTRACT}\nDA  - 2024/03/14/\n"
        f"PY  - 2024\nJO  - Journal of Quills\nDO  - {DOI}\nAN  - arXiv:{ARXIV}\nER  - \n",
    ),
    "pubmed.nbib": Form(
        "",
        f"PMID- 3800{{n}}\nTI  - {TITLE}\nFAU - Quill, Ada\nFAU - Fern, Bo\nAB  - {ABSTRACT}\nDP  - 2024 Mar 14\n"
        f"JT  - Journal of Quills\nLID - {DOI} [doi]\nAID - arXiv:{ARXIV} [pii]\n",
    ),
    "library.enw": Form(
        "",
        f"%0 Journal Article\n%T {TITLE}\n%A Quill, Ada\n%A Fern, Bo\n%X {ABSTRACT}\n%8 March 14\n%D 2024\n"
        f"%J Journal of Quills\n%R {DOI}\n%U https://arxiv.org/abs/{ARXIV}\n",
    ),
    "savedrecs.ciw": Form(
        "FN Clarivate Analytics Web of Science\nVR 1.0\n",
        f"PT J\nAU Quill, A\n   Fern, B\nAF Quill, Ada\n   Fern, Bo\nTI {TITLE}\nSO Journal of Quills\n"
        f"AB {ABSTRACT}\nPD MAR 14\nPY 2024\nDI {DOI}\nER\n",
        "\nEF\n",
    ),
    "savedrecs.tsv": Form(
        "PT\tAU\tAF\tTI\tSO\tAB\tPD\tPY\tDI\n",
        row(
            *("\t", "J", "Quill, A; Fern, B", "Quill, Ada; Fern, Bo", TITLE, "Journal of Quills", ABSTRACT),
            *("MAR 14", "2024", DOI),
        ),
    ),
    "scopus.csv": Form(
        '"Authors","Author full names","Title","Year","Source title","DOI","Link","Abstract"\n',
        row(
            *(
                ",",
                "Quill A.; Fern B.",
                "Quill, Ada (571); Fern, Bo (572)",
                TITLE,
                "2024",
                "Journal of Quills",
            ),
            *(DOI, "https://www.scopus.example/record/{n}", ABSTRACT),
        ),
        dated=False,
    ),
    "zotero.csv": Form(
        '"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url","Abstract Note",'
        '"Date","Extra"\n',
        row(
            *(",", "ABCD{n}", "preprint", "2024", "Quill, Ada; Fern, Bo", TITLE, "Journal of Quills", DOI),
            *("https://a.example/{n}", ABSTRACT, "2024-03-14", f"arXiv:{ARXIV} [cs]"),
        ),
    ),
    "zotero.json": Form("[", as_json(key="ABCD{n}", version=1, data=ZOTERO), "]", ",\n"),
    "betterbibtex.json": Form(
        '{"config": {"label": "BetterBibTeX JSON"}, "collections": {}, "items": [',
        json.dumps({**ZOTERO, "citationKey": "quill{n}"}),
        "]}",
        ",\n",
    ),
    "csl.json": Form(
        "[",
        json.dumps(
            {
                "id": "quill{n}",
                "type": "article",
                "title": TITLE,
                "abstract": ABSTRACT,
                "author": SPLIT,
                "issued": PARTS,
                "container-title": "Journal of Quills",
                "DOI": DOI,
                "number": f"arXiv:{ARXIV}",
            }
        ),
        "]",
        ",\n",
    ),
    "crossref.json": Form(
        '{"status": "ok", "message-type": "work-list", "message": {"total-results": 9, "items": [',
        json.dumps(
            {
                "DOI": DOI,
                "title": [TITLE],
                "container-title": ["Journal of Quills"],
                "abstract": f"<jats:title>Abstract</jats:title><jats:p>{XML_ABSTRACT}</jats:p>",
                "author": SPLIT,
                "issued": PARTS,
            }
        ),
        "]}}",
        ",\n",
    ),
    "openalex.json": Form('{"meta": {"count": 9}, "results": [\n', OPENALEX, "\n]}", ",\n"),
    "part_000": Form("", OPENALEX),
    "s2.json": Form(
        '{"total": 9, "token": null, "data": [',
        as_json(
            paperId="ab{n}",
            title=TITLE,
            abstract=ABSTRACT,
            year=2024,
            publicationDate="2024-03-14",
            externalIds={"ArXiv": ARXIV, "DOI": DOI, "CorpusId": 1},
            venue="Journal of Quills",
            authors=NAMED,
        ),
        "]}",
        ",\n",
    ),
    "s2_citations.json": Form(
        '{"offset": 0, "data": [',
        as_json(
            citingPaper={
                "paperId": "ab{n}",
                "title": TITLE,
                "abstract": ABSTRACT,
                "publicationDate": "2024-03-14",
                "externalIds": {"ArXiv": ARXIV, "DOI": DOI},
                "authors": NAMED,
            }
        ),
        "]}",
        ",\n",
    ),
    "europepmc.json": Form(
        '{"version": "6.9", "hitCount": 9, "request": {"queryString": "q"}, "resultList": {"result": [',
        as_json(
            id="3800{n}",
            source="MED",
            pmid="3800{n}",
            doi=DOI,
            title=TITLE,
            authorString="Quill A, Fern B.",
            authorList={
                "author": [
                    {"fullName": "Quill A", "firstName": "Ada", "lastName": "Quill"},
                    {"fullName": "Fern B", "firstName": "Bo", "lastName": "Fern"},
                ]
            },
            journalInfo={"journal": {"title": "Journal of Quills"}},
            pubYear="2024",
            abstractText=f"<h4>Abstract</h4>{XML_ABSTRACT}",
            firstPublicationDate="2024-03-14",
        ),
        "]}}",
        ",\n",
    ),
    "openreview_v2.json": Form(
        '{"notes": [',
        as_json(
            id="abc{n}",
            forum="abc{n}",
            pdate=1710374400000,
            content={name: {"value": value} for name, value in OPENREVIEW.items()},
        ),
        '], "count": 9}',
        ",\n",
    ),
    "openreview_v1.json": Form(
        '{"notes": [',
        as_json(id="abc{n}", forum="abc{n}", replyto=None, cdate=1710374400000, content=OPENREVIEW),
        '], "count": 9}',
        ",\n",
    ),
    "arxiv.atom": Form(
        XML
        + '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"><id>q</id>\n'
        "<title>arXiv Query: all</title>\n",
        f"<entry><id>http://arxiv.org/abs/{ARXIV}v2</id><title>QuillNet {{n}}:\n  Two Quick Nets</title>\n"
        f"<updated>2024-05-01T00:00:00Z</updated><summary>  {XML_ABSTRACT}\n</summary>\n"
        f'<link href="https://arxiv.org/abs/{ARXIV}v2" rel="alternate" type="text/html"/>'
        '<category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>'
        "<published>2024-03-14T17:59:46Z</published>\n<arxiv:journal_ref>Journal of Quills</arxiv:journal_ref>"
        f"<arxiv:doi>{DOI}</arxiv:doi><author><name>Ada Quill</name></author>"
        "<author><name>Bo Fern</name></author></entry>",
        "\n</feed>\n",
    ),
    "oai_arxiv.xml": Form(
        OAI,
        OAI_HEAD + f'<metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>{ARXIV}</id><created>2024-03-14'
        "</created><updated>2024-05-01</updated><authors><author><keyname>Quill</keyname><forenames>Ada"
        "</forenames></author><author><keyname>Fern</keyname><forenames>Bo</forenames></author></authors>"
        f"<title>{TITLE}</title><categories>cs.CL cs.LG</categories><doi>{DOI}</doi><journal-ref>Journal of Quills"
        f"</journal-ref>\n<abstract>  {XML_ABSTRACT}\n</abstract></arXiv></metadata></record>",
        OAI_END,
    ),
    "oai_raw.xml": Form(
        OAI,
        OAI_HEAD + '<metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/">'
        f'<id>{ARXIV}</id><version version="v1"><date>Thu, 14 Mar 2024 10:00:00 GMT</date></version>'
        '<version version="v2"><date>Wed, 1 May 2024 10:00:00 GMT</date></version>'
        f"<title>{TITLE}</title><authors>Ada Quill, Bo Fern</authors><categories>cs.CL</categories>"
        f"<doi>{DOI}</doi><abstract>  {XML_ABSTRACT}\n</abstract></arXivRaw></metadata></record>",
        OAI_END,
    ),
    "oai_dc.xml": Form(
        OAI,
        OAI_HEAD + '<metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/">'
        f"<dc:title>{TITLE}</dc:title><dc:creator>Quill, Ada</dc:creator><dc:creator>Fern, Bo</dc:creator>"
        f"<dc:description>{XML_ABSTRACT}</dc:description><dc:description>Comment: 9 pages</dc:description>"
        "<dc:date>2024-03-14</dc:date><dc:date>2024-05-01</dc:date>"
        f"<dc:identifier>http://arxiv.org/abs/{ARXIV}</dc:identifier><dc:identifier>doi:{DOI}</dc:identifier>"
        "</oai_dc:dc></metadata></record>",
        OAI_END,
    ),
    "arxiv.rss": Form(
        XML
        + '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>cs.CL</title>\n',
        f"<item><title>{TITLE}</title><link>https://arxiv.org/abs/{ARXIV}</link>\n<description>arXiv:{ARXIV}v1 "
        f"Announce Type: new \nAbstract: {XML_ABSTRACT}</description>"
        f'<guid isPermaLink="false">oai:arXiv.org:{ARXIV}v1</guid><category>cs.CL</category>'
        "<pubDate>Thu, 14 Mar 2024 00:00:00 -0400</pubDate><arxiv:announce_type>new</arxiv:announce_type>"
        f"<dc:creator>Ada Quill, Bo Fern</dc:creator><arxiv:DOI>{DOI}</arxiv:DOI></item>",
        "\n</channel></rss>\n",
    ),
    "pubmed.xml": Form(
        XML
        + '<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" "https://dtd.example/pubmed.dtd">\n'
        "<PubmedArticleSet>\n",
        '<PubmedArticle><MedlineCitation><PMID Version="1">3800{n}</PMID><Article><Journal><JournalIssue>'
        "<PubDate><Year>2024</Year><Month>Mar</Month></PubDate></JournalIssue><Title>Journal of Quills</Title>"
        f"</Journal>\n<ArticleTitle>{TITLE.replace('Two', '<i>Two</i>')}</ArticleTitle>"
        f'<ELocationID EIdType="doi">{DOI}</ELocationID><Abstract><AbstractText>{XML_ABSTRACT}</AbstractText>'
        "</Abstract><AuthorList><Author><LastName>Quill</LastName><ForeName>Ada</ForeName></Author><Author>"
        "<LastName>Fern</LastName><ForeName>Bo</ForeName></Author></AuthorList><ArticleDate><Year>2024</Year>"
        "<Month>03</Month><Day>14</Day></ArticleDate></Article></MedlineCitation></PubmedArticle>",
        "\n</PubmedArticleSet>\n",
    ),
    "europepmc.xml": Form(
        XML + "<responseWrapper><version>6.9</version><resultList>\n",
        f"<result><id>3800{{n}}</id><pmid>3800{{n}}</pmid><doi>{DOI}</doi><title>{TITLE}</title><authorList>"
        "<author><fullName>Quill A</fullName><firstName>Ada</firstName><lastName>Quill</lastName></author>"
        "<author><fullName>Fern B</fullName><firstName>Bo</firstName><lastName>Fern</lastName></author>"
        "</authorList><journalInfo><journal><title>Journal of Quills</title></journal></journalInfo>"
        f"<pubYear>2024</pubYear><abstractText>{XML_ABSTRACT}</abstractText>"
        "<firstPublicationDate>2024-03-14</firstPublicationDate></result>",
        "\n</resultList></responseWrapper>\n",
    ),
    "anthology.xml": Form(
        XML + '<collection id="2024.joq"><volume id="long"><meta><booktitle>Journal of Quills</booktitle>'
        "<month>March</month><year>2024</year></meta>\n",
        '<paper id="{n}"><title><fixed-case>Q</fixed-case>uill<fixed-case>N</fixed-case>et {n}: Two Quick Nets'
        "</title><author><first>Ada</first><last>Quill</last></author><author><first>Bo</first><last>Fern</last>"
        f'</author><abstract>{XML_ABSTRACT}</abstract><url hash="ab">2024.joq-long.{{n}}</url><doi>{DOI}</doi>'
        "</paper>",
        "\n</volume></collection>\n",
        dated=False,
    ),
    "endnote.xml": Form(
        XML + "<xml><records>\n",
        '<record><database name="q"/><ref-type name="Journal Article">17</ref-type><contributors><authors>'
        '<author><style face="normal">Quill, Ada</style></author><author><style>Fern, Bo</style></author>'
        f"</authors></contributors><titles><title><style>{TITLE}</style></title></titles><periodical><full-title>"
        "Journal of Quills</full-title></periodical><dates><year><style>2024</style></year><pub-dates><date>"
        f"<style>Mar 14</style></date></pub-dates></dates><abstract><style>{XML_ABSTRACT}</style></abstract>"
        f"<electronic-resource-num><style>{DOI}</style></electronic-resource-num><urls><related-urls><url><style>"
        f"https://arxiv.org/abs/{ARXIV}</style></url></related-urls></urls></record>",
        "\n</records></xml>\n",
    ),
}


RESUMES = (".bib", ".ris", ".nbib", ".enw", ".ciw", ".xml", ".atom", ".rss")
"""The forms in which a reader finds the next record whatever has happened to one."""


def mutate(text, seed):
    """Return a text with one span of it lost, doubled, replaced by signs, or moved."""
    rng = random.Random(seed)
    start = rng.randrange(len(text))
    end = min(len(text), start + rng.choice((1, 1, 1, 2, 5, 40)))
    signs = "".join(rng.choices('{}"<>&,;\\@%#=-|\n\t[]()$\x01\ufeffé0a ', k=rng.choice((1, 1, 3))))
    span = text[start:end]
    middle = rng.choice(("", span * 2, signs, signs + span, span[::-1]))
    return text[:start] + middle + text[end:]
