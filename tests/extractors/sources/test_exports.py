"""Records as the programs that people use really export them, with their oddities."""

# ruff: noqa: E501

import json

import pytest

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.sources import read_papers
from paperlattice.extractors.sources.record_shapes import plain_text, without_frame

ZOTERO_BIB = r"""@article{quill_nets_2024,
	title = {Deep {Nets} for {CO}$_{\textrm{2}}$ {\textbar} {A}\&{B}},
	copyright = {All rights reserved},
	abstract = {We train {QuillNet}\footnote{Code: \url{https://github.com/acme/quill\_net}} \cite{fern2020} on 10\,{\textpm}\,2 \% of it.},
	author = {Quill, Ada and {de la Fern}, Bo and {The Loom Team} and al., et},
	month = jun,
	year = {2024},
	note = {arXiv:2406.00001 [cs]
version: 2},
}
"""
ACL_BIB = r"""@proceedings{acl-2024-long,
    title = "Proceedings of the Loom",
    year = "2024",
}
@inproceedings{quill-2024-nets,
    title = "{Q}uill{N}et{'}s {``}Quick{''} Nets",
    author = "Qu{\'\i}ll, Ada  and
      {\v{C}}ern{\'y}, Bo",
    booktitle = "Proceedings of the Loom",
    month = "7--11 " # nov,
    year = "2024",
    abstract = "LST{'}s 30{\%} of {``}it{''}, 2 {\mbox{$\times$}} faster."
}
"""
CROSSREF_BIB = r"""@inproceedings{child, title = {Child}, author = {Ada Quill}, crossref = {Parent}}
@book{own, title = {Own Book}, year = 2020}
@incollection{part, title = {Part}, crossref = {own}, year = 2021}
@article{orphan, title = {Orphan}, crossref = {nobody}, year = 2019}
@article{styled, title = {Styled}, xdata = {common}}
@proceedings{parent, title = {Proceedings of the Loom}, year = 2024, month = "3~" # mar}
@xdata{common, journaltitle = {Journal of Quills}, date = {2018-05}}
"""
MENDELEY_RIS = """TY  - CONF
T1  - Nets for <i>quills</i>
A1  - Quill, Ada
Y1  - 27-30 June 2024
N1  - arXiv:2406.00001 [cs]
N2  - Abstract We train QuillNet. © 2024 Elsevier B.V. All rights reserved.
ER  -
"""
LATEX = r"Poincar\'e maps, M{\"o}bius strips and $\alpha\"_1$-nets of {\O}rsted"
LETTERS = {
    "title": r"Poincaré maps, Möbius strips and $\alpha\"_1$-nets of Ørsted",
    "authors": "Pál Erdős; Ada Quill",
}
DATACITE = {
    "id": "10.5281/zenodo.1",
    "type": "dois",
    "attributes": {
        "doi": "10.5281/zenodo.1",
        "titles": [{"title": "Nets"}, {"title": "Netze", "titleType": "TranslatedTitle"}],
        "creators": [
            {
                "name": "Quill, Ada",
                "givenName": "Ada",
                "familyName": "Quill",
                "nameIdentifiers": [{"nameIdentifier": "https://orcid.org/0000-0002-1825-0097"}],
            },
            {"name": "The Loom Team", "nameType": "Organizational", "nameIdentifiers": []},
        ],
        "publicationYear": 2024,
        "dates": [
            {"date": "2024", "dateType": "Issued"},
            {"date": "2024-05-03T10:00:00Z", "dateType": "Submitted"},
        ],
        "descriptions": [
            {"description": "12 pages", "descriptionType": "Other"},
            {"description": "<p>We train.</p>", "descriptionType": "Abstract"},
        ],
        "rightsList": [{"rights": "CC BY", "rightsUri": "https://creativecommons.org/licenses/by/4.0/"}],
        "subjects": [{"subject": "nets"}, {"subject": "quills"}],
        "container": {"title": "Journal of Quills"},
        "types": {"resourceTypeGeneral": "Preprint"},
        "url": "https://zenodo.org/records/1",
        "relatedIdentifiers": [
            {
                "relatedIdentifier": "2401.00001",
                "relatedIdentifierType": "arXiv",
                "relationType": "IsIdenticalTo",
            },
            {"relatedIdentifier": "2401.00002", "relatedIdentifierType": "arXiv", "relationType": "Cites"},
        ],
    },
}
DATASET = {"attributes": {"titles": [{"title": "Data"}], "types": {"resourceTypeGeneral": "Dataset"}}}
DBLP = {
    "result": {
        "query": "nets",
        "status": {"@code": "200", "text": "OK"},
        "completions": {"@total": "1", "c": {"@sc": "2", "text": "nets"}},
        "hits": {
            "@total": "3",
            "hit": [
                {
                    "@id": "1",
                    "info": {
                        "authors": {
                            "author": [{"@pid": "1/1", "text": "Ada Quill 0001"}, {"text": "Bo Fern"}]
                        },
                        "title": "Nets &amp; quills.",
                        "venue": "CoRR",
                        "year": "2024",
                        "type": "Informal and Other Publications",
                        "ee": "https://arxiv.org/abs/2401.00001",
                        "url": "https://dblp.org/rec/journals/corr/abs-2401-00001",
                    },
                    "url": "URL#1",
                },
                {
                    "info": {
                        "authors": {"author": {"text": "Ann Poe"}},
                        "title": "Quills.",
                        "venue": ["Loom", "LNCS"],
                        "year": "2023",
                        "doi": "10.1000/LOOM",
                    }
                },
                {"info": {"title": "Proceedings of Loom.", "year": "2023", "type": "Editorship"}},
            ],
        },
    }
}
JATS = """<?xml version="1.0"?><!DOCTYPE article PUBLIC "x" "JATS-archivearticle1.dtd">
<pmc-articleset><article xmlns:xlink="x"><front><journal-meta><journal-title-group>
<journal-title>Journal of Quills</journal-title></journal-title-group></journal-meta><article-meta>
<article-id pub-id-type="pmc">123</article-id><article-id pub-id-type="pmid">12345678</article-id>
<article-id pub-id-type="doi">10.1000/QUILL</article-id>
<title-group><article-title>Nets for <italic>quills</italic></article-title></title-group>
<contrib-group><contrib contrib-type="author"><contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097
</contrib-id><name><surname>Quill</surname><given-names>Ada</given-names></name></contrib>
<contrib contrib-type="author"><collab>The Loom Team</collab></contrib>
<contrib contrib-type="editor"><name><surname>Poe</surname><given-names>Ann</given-names></name></contrib></contrib-group>
<pub-date pub-type="collection"><year>2024</year></pub-date>
<pub-date pub-type="epub"><day>3</day><month>5</month><year>2024</year></pub-date>
<permissions><license xlink:href="https://creativecommons.org/licenses/by/4.0/"><license-p>Open.</license-p></license></permissions>
<abstract><title>Abstract</title><sec><title>Background</title><p>We train.</p></sec><sec><title>Results:</title><p>Good.</p></sec></abstract>
<abstract abstract-type="graphical"><p>A picture.</p></abstract><kwd-group><kwd>nets</kwd></kwd-group></article-meta></front>
<body><sec><title>Introduction</title><p>Text.</p></sec></body>
<back><ref-list><ref><element-citation><article-title>Another</article-title></element-citation></ref></ref-list></back>
</article></pmc-articleset>
"""
NBIB = """PMID- 12345678
DP  - 2024 Winter
TI  - Nets for quills.
AB  - We train QuillNet.
FAU - Quill, Ada
AU  - Quill A
CN  - The Loom, Mill and Spindle Team
"""
PUBMED_XML = """<?xml version="1.0"?><PubmedArticleSet>
<PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>Nets</ArticleTitle>
<Abstract><AbstractText Label="UNLABELLED">We train.</AbstractText><AbstractText Label="RESULTS">Good.</AbstractText></Abstract>
<Journal><JournalIssue><PubDate><MedlineDate>2023 Dec-2024 Jan</MedlineDate></PubDate></JournalIssue></Journal></Article></MedlineCitation></PubmedArticle>
<PubmedBookArticle><BookDocument><PMID>2</PMID><Book><BookTitle>Looms</BookTitle><PubDate><Year>2024</Year></PubDate></Book>
<ArticleTitle>A chapter</ArticleTitle><AuthorList><Author><LastName>Quill</LastName><ForeName>Ada</ForeName></Author></AuthorList>
<Abstract><AbstractText>We weave.</AbstractText></Abstract></BookDocument></PubmedBookArticle>
</PubmedArticleSet>"""
ACL_XML = """<?xml version='1.0'?><collection id="2024.acl"><volume id="long"><meta><booktitle>Proc</booktitle><month>August</month><year>2024</year></meta>
<paper id="1"><title>Nets with <tex-math>k</tex-math>-<b>NN</b></title><author><first>Ada</first><last>Quill</last></author>
<abstract>We are <tex-math>2\\times</tex-math> faster.</abstract><url>2024.acl-long.1</url>
<pwccode url="https://github.com/acme/nets" additional="false">acme/nets</pwccode></paper></volume></collection>"""
ENDNOTE_XML = """<?xml version="1.0"?><xml><records><record><ref-type name="Conference Proceedings">10</ref-type>
<titles><title><style face="normal">H</style><style face="subscript">2</style><style face="normal">O</style></title></titles>
<dates><year>2024</year><pub-dates><date>12-14 July</date></pub-dates></dates>
<abstract><style>We flow.&#xD;Copyright (C) 2024 Elsevier Ltd. All rights reserved.</style></abstract></record></records></xml>"""
WOS = """FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Quill, A
AF Quill, Ada
CA Loom Team
TI Nets
PY 2024
ER

EF
"""
SCOPUS = """"Authors","Author full names","Title","Year","Abstract","Document Type"
"Quill A.","Quill, Ada (57200000001)","Nets","2024","© 2024 IEEE. We train QuillNet.","Article"
"[No author name available]","[No author name available]","Errata","2023","[No abstract available]","Article"
"","","Proceedings of the Loom","2022","The proceedings contain 60 papers.","Conference review"
"""
NOTE = """---
title: Nets
author:
  - name: {given: Ada, family: Quill}
    orcid: 0000-0002-1825-0097
date: 3/9/2024
---
## Abstract
We propose **Fern** and `quill`, see [code](https://github.com/acme/fern).
"""


def zotero(**data):
    return [
        {
            "key": "A",
            "data": {"itemType": "preprint", "title": "Nets", **data},
            "meta": {"parsedDate": "2024-05-07"},
        }
    ]


CROSSREF = {
    "DOI": "10.1000/QUILL",
    "title": ["Nets &amp; <i>quills</i>"],
    "subtitle": ["A study"],
    "issued": {"date-parts": [[2024, 0, 0]]},
    "abstract": "<jats:title>Abstract</jats:title><jats:sec><jats:title>Background</jats:title><jats:p>We train.</jats:p></jats:sec>"
    "<jats:p>For <jats:inline-formula><jats:alternatives><jats:tex-math>$$x$$</jats:tex-math>"
    "<mml:math><mml:mi>x</mml:mi></mml:math></jats:alternatives></jats:inline-formula>.</jats:p>",
}
CSL = {
    "id": "a",
    "title": "Nets",
    "issued": {"date-parts": [["2024", 5]]},
    "author": [
        {"family": "Beek", "given": "Ada", "non-dropping-particle": "van"},
        {"family": "Hum", "given": "Bo", "dropping-particle": "von", "suffix": "Jr."},
    ],
}
EUROPE_PMC = {
    "title": "Nets",
    "authorList": {
        "author": [
            {"fullName": "Quill A", "firstName": "Ada", "lastName": "Quill"},
            {"collectiveName": "The Loom Team"},
        ]
    },
    "abstractText": "<h4>Background</h4>We train.<h4>Results:</h4>Good.",
    "bookOrReportDetails": {"publisher": "bioRxiv", "yearOfPublication": 2024},
}
OPENREVIEW = {
    "id": "v",
    "content": {
        "title": "Nets",
        "code": "[![github](/i.svg) a](https://github.com/acme/nets)",
        "abstract": "Abstract: We train.",
    },
}

EXPORTS = {
    "zotero.bib": (
        ZOTERO_BIB,
        [
            {
                "title": "Deep Nets for CO2 | A&B",
                "abstract": "We train QuillNet (Code: https://github.com/acme/quill_net) on 10 ± 2 % of it.",
                "authors": "Ada Quill; Bo de la Fern; The Loom Team",
                "date": "2024-06",
                "id": "2406.00001",
            }
        ],
    ),
    "acl.bib": (
        ACL_BIB,
        [
            {
                "title": "QuillNet's “Quick” Nets",
                "authors": "Ada Quíll; Bo Černý",
                "abstract": "LST's 30% of “it”, 2 $\\times$ faster.",
                "date": "2024-11-07",
            }
        ],
    ),
    "crossref.bib": (
        CROSSREF_BIB,
        [
            {"title": "Child", "date": "2024-03-03", "venue": "Proceedings of the Loom"},
            {"title": "Orphan", "date": "2019"},
            {"title": "Own Book", "date": "2020"},
            {"title": "Part", "date": "2021", "venue": "Own Book"},
            {"title": "Styled", "date": "2018-05", "venue": "Journal of Quills"},
        ],
    ),
    "mendeley.ris": (
        MENDELEY_RIS,
        [{"title": "Nets for quills", "abstract": "We train QuillNet.", "date": "2024-06", "id": "2406.00001"}],
    ),
    "pubmed.nbib": (NBIB, [{"authors": "Ada Quill; The Loom, Mill and Spindle Team", "date": "2024"}]),
    "datacite.json": (
        json.dumps({"data": [DATACITE, DATASET], "meta": {"total": 2}}),
        [
            {
                "title": "Nets", "abstract": "We train.", "authors": "Ada Quill; The Loom Team", "date": "2024-05-03",
                "doi": "10.5281/zenodo.1", "arxiv_id": "2401.00001", "venue": "Journal of Quills",
                "keywords": ("nets", "quills"), "categories": (), "url": "https://zenodo.org/records/1",
                "licence": "https://creativecommons.org/licenses/by/4.0/",
            }
        ],
    ),
    "datacite.jsonl": (json.dumps(DATACITE) + "\n", [{"id": "2401.00001"}]),
    "dblp.json": (
        json.dumps(DBLP),
        [
            {"title": "Nets & quills.", "authors": "Ada Quill; Bo Fern", "date": "2024", "id": "2401.00001", "venue": "CoRR"},
            {"title": "Quills.", "authors": "Ann Poe", "date": "2023", "doi": "10.1000/loom", "venue": "Loom"},
        ],
    ),
    "pmc.xml": (
        JATS,
        [
            {
                "title": "Nets for quills", "abstract": "Background: We train. Results: Good.", "date": "2024-05-03",
                "authors": "Ada Quill; The Loom Team", "doi": "10.1000/quill", "venue": "Journal of Quills",
                "keywords": ("nets",), "licence": "https://creativecommons.org/licenses/by/4.0/",
            }
        ],
    ),
    "pubmed.xml": (
        PUBMED_XML,
        [
            {"title": "A chapter", "abstract": "We weave.", "date": "2024", "venue": "Looms", "authors": "Ada Quill"},
            {"title": "Nets", "abstract": "We train. RESULTS: Good.", "date": "2023-12"},
        ],
    ),
    "acl.xml": (
        ACL_XML,
        [
            {
                "title": "Nets with $k$-NN",
                "abstract": "We are $2\\times$ faster.",
                "date": "2024-08",
                "declared": ("https://github.com/acme/nets",),
            }
        ],
    ),
    "endnote.xml": (ENDNOTE_XML, [{"title": "H2O", "abstract": "We flow.", "date": "2024-07"}]),
    "savedrecs.txt": (WOS, [{"authors": "Ada Quill; Loom Team"}]),
    "scopus.csv": (
        "\ufeff" + SCOPUS,
        [
            {"title": "Errata", "authors": "", "abstract": ""},
            {"title": "Nets", "authors": "Ada Quill", "abstract": "We train QuillNet."},
        ],
    ),
    "covidence.csv": (
        "Title,Authors,Abstract,Published Year,Published Month,Journal,DOI\nNets,\"Quill, Ada; Fern, Bo\",We train.,2024,March,J,10.1000/a\n",
        [{"date": "2024-03", "authors": "Ada Quill; Bo Fern", "venue": "J"}],
    ),
    "springer.csv": (
        "Item Title,Publication Title,Item DOI,Authors,Publication Year,URL\nNets,J,10.1000/a,Ada QuillBo Fern,2024,https://a.example/1\n",
        [{"title": "Nets", "id": "10.1000/a", "date": "2024", "venue": "J"}],
    ),
    "dblp.bib": (
        "@article{a, title = {Nets}, author = {Ada Quill 0001 and\n Bo Fern}, journal = {CoRR}, volume = {abs/1801.00001}, year = {2018}}",
        [{"id": "1801.00001", "authors": "Ada Quill; Bo Fern"}],
    ),
    "pubmed.csv": (
        '\ufeffPMID,Title,Authors,Journal/Book,Publication Year,DOI\n1,Nets,"Quill A, Fern BC.",Nature,2024,10.1000/a\n',
        [{"authors": "Quill A; Fern BC", "venue": "Nature", "date": "2024"}],
    ),
    "dimensions.csv": (
        '"About the data: Exported on Mar 1, 2024.",,\nRank,Title,Publication date,Authors\n1,Nets,2024-03-04,"Quill, Ada; Fern, Bo"\n',
        [{"authors": "Ada Quill; Bo Fern", "date": "2024-03-04"}],
    ),
    "biorxiv.json": (
        json.dumps({"messages": [{"status": "ok"}], "collection": [{"doi": "10.1101/1", "title": "Nets", "authors": "Quill, A.; Fern, B.;", "date": "2024-01-05", "published": "NA"}]}),
        [{"date": "2024-01-05", "authors": "A. Quill; B. Fern"}],
    ),
    "elastic.json": (json.dumps({"hits": {"total": {"value": 1}, "hits": [{"_id": "1", "_source": {"title": "Nets"}}]}}), [{"title": "Nets"}]),
    "zotero.json": (json.dumps(zotero(date="07/05/2024")), [{"date": "2024-05-07"}]),
    "better.json": (
        json.dumps({"items": [{"itemType": "preprint", "title": "Nets", "date": "2022-06-00 06/2022"}]}),
        [{"date": "2022-06"}],
    ),
    "crossref.json": (
        json.dumps({"message": {"items": [CROSSREF]}}),
        [{"title": "Nets & quills: A study", "abstract": "Background: We train. For $$x$$.", "date": "2024"}],
    ),
    "csl.json": (json.dumps([CSL]), [{"authors": "Ada van Beek; Bo von Hum Jr.", "date": "2024-05"}]),
    "europepmc.json": (
        json.dumps({"resultList": {"result": [EUROPE_PMC]}}),
        [{"authors": "Ada Quill; The Loom Team", "abstract": "Background: We train. Results: Good.", "venue": "bioRxiv"}],
    ),
    "openreview.json": (
        json.dumps({"notes": [OPENREVIEW]}),
        [{"abstract": "We train.", "declared": ("https://github.com/acme/nets",)}],
    ),
    "arxiv.jsonl": (json.dumps({"id": "2401.00001", "title": LATEX, "authors": "P\\'al Erd\\H{o}s and Ada Quill"}) + "\n", [LETTERS]),
    "arxiv.atom": (
        f"<feed><entry><id>http://arxiv.org/abs/2401.00001v1</id><title>{LATEX}</title>"
        "<author><name>P\\'al Erd\\H{o}s</name></author><author><name>Ada Quill</name></author></entry></feed>",
        [LETTERS],
    ),
    "oai.xml": (
        f"<OAI-PMH><ListRecords><record><metadata><arXiv><id>2401.00001</id><title>{LATEX}</title>"
        "<authors><author><keyname>Erd\\H{o}s</keyname><forenames>P\\'al</forenames></author>"
        "<author><keyname>Quill</keyname><forenames>Ada</forenames></author></authors>"
        "</arXiv></metadata></record></ListRecords></OAI-PMH>",
        [LETTERS],
    ),
    "note.md": (
        NOTE,
        [{"authors": "Ada Quill", "date": "2024", "abstract": "We propose Fern and quill, see code (https://github.com/acme/fern)."}],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EXPORTS)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_an_export_gives_what_it_says(write, name, ends):
    text, expected = EXPORTS[name]
    result = read_papers(write(name, text.replace("\n", ends)))
    papers = sorted(result.papers, key=lambda paper: paper.title)
    assert len(papers) == len(expected)
    for paper, facts in zip(papers, expected, strict=True):
        found = {name: getattr(paper, name) for name in facts if name != "authors"}
        if "authors" in facts:
            found["authors"] = "; ".join(author.name for author in paper.authors)
        assert found == facts


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        ("Abstract: We train.", "We train."),
        ("ABSTRACT We train.", "We train."),
        ("Abstract—We train.", "We train."),
        ("Abstract The net trains.", "The net trains."),
        ("Summary. We train.", "We train."),
        ("Abstract Meaning Representation is a graph.", "Abstract Meaning Representation is a graph."),
        ("Abstract A* is a search.", "Abstract A* is a search."),
        ("Summary statistics help.", "Summary statistics help."),
        ("We train. (c) 2024. The Author(s).", "We train."),
        ("We train.© 2024 Wiley Periodicals, Inc.", "We train."),
        ("We train © 2024, Springer Nature.", "We train"),
        ("We train. Copyright held by the owner/author(s).", "We train."),
        ("We train. Published by Elsevier Ltd. All rights reserved.", "We train."),
        ("© 2024 Elsevier B.V. We train.", "We train."),
        ("© 2024 by the authors. Licensee MDPI, Basel, Switzerland. We train.", "We train."),
        ("We compare (a) x, (b) y and (c) 2020 images.", "We compare (a) x, (b) y and (c) 2020 images."),
        (
            "Copyright law of 2020 is hard. Copyright matters.",
            "Copyright law of 2020 is hard. Copyright matters.",
        ),
        ("We use the © sign.", "We use the © sign."),
        (
            "We train. © 2024 A. Code: https://github.com/a/b.",
            "We train. © 2024 A. Code: https://github.com/a/b.",
        ),
        ("No abstract available.", ""),
        ("No abstract domain fits.", "No abstract domain fits."),
        ("", ""),
    ],
)
def test_what_is_around_an_abstract_goes(abstract, expected):
    assert without_frame(abstract) == without_frame(expected) == expected


def test_rdf_of_zotero_is_named(write):
    text = '<rdf:RDF xmlns:rdf="r" xmlns:bib="b"><bib:Article><title>Nets</title></bib:Article></rdf:RDF>'
    with pytest.raises(SourceError, match=r"root element RDF, which is not read; .* BibTeX or RIS"):
        read_papers(write("library.rdf", text))


def test_formulas_are_there_once():
    springer = r"For \documentclass[12pt]{minimal} \usepackage{amsmath} \begin{document}$$x$$\end{document} we train."
    assert plain_text(springer) == "For $$x$$ we train."


@pytest.mark.parametrize(
    "sign", ["Abstract: ", "© 2020 A. ", "<mml:math>", "\\documentclass", "<h4>", "<h4> ", "x. "]
)
def test_signs_that_frame_nothing_cost_no_more_than_their_length(write, sign):
    record = {"title": "Nets", "abstract": sign * (900_000 // len(sign)) + "tex-math"}
    (paper,) = read_papers(write("a.json", json.dumps([record]))).papers
    assert paper.title == "Nets"
