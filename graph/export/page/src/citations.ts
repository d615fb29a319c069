// Citations of papers as files: as graph/export/citations.py writes them.

import { type Citation, dateParts, MEETING, outwardLink, plain } from "./citation_record";
import { csvOf } from "./csv";

export { toBibtex } from "./bibtex";

const risLines = (citation: Citation) => {
  const parts = dateParts(citation);
  const kind = !citation.venue ? "UNPB" : MEETING.test(citation.venue) ? "CPAPER" : "JOUR";
  const fields: [string, string][] = [
    ["TY", kind],
    ["TI", citation.title],
    ...citation.authors.map(({ family, given }): [string, string] => [
      "AU",
      [family, given].filter(Boolean).join(", "),
    ]),
    ["T2", citation.venue],
    ["PY", parts[0] ?? ""],
    ["DA", parts.length ? `${[...parts, "", ""].slice(0, 3).join("/")}/` : ""],
    ["DO", citation.doi],
    ["AN", citation.arxiv ? `arXiv:${citation.arxiv}` : ""],
    ["UR", outwardLink(citation)],
    ["ID", citation.id],
  ];
  const lines = fields.map(([tag, value]) => [tag, plain(value)]).filter(([, text]) => text);
  return [...lines.map(([tag, text]) => `${tag}  - ${text}`), "ER  - ", ""];
};
/** RIS: lines end as the format demands, with CR LF. */
export const toRis = (citations: Citation[]) =>
  citations
    .flatMap(risLines)
    .map((line) => `${line}\r\n`)
    .join("");

const MOST_NAMED = 6;
// What Markdown would read as emphasis, link, code, HTML, heading or table.
const MARKUP = /([\\`*_{}[\]<>#|~$&!])/g;
/** A text as Markdown shows it, in one line. */
export const markup = (text: string) => plain(text).replace(MARKUP, "\\$1");
const markdownLine = (citation: Citation) => {
  const names = citation.authors.map(({ given, family }) => plainName(given, family));
  const shown = names.length > MOST_NAMED ? [...names.slice(0, MOST_NAMED), "et al."] : names;
  const title = markup(citation.title) || markup(citation.id);
  const link = outwardLink(citation).replaceAll("<", "%3C").replaceAll(">", "%3E").replaceAll(" ", "%20");
  const parts = [
    markup(shown.join(", ")),
    link ? `[${title}](<${link}>)` : title,
    plain(citation.venue) ? `*${markup(citation.venue)}*` : "",
    dateParts(citation).join("-"),
    citation.arxiv ? `arXiv:${markup(citation.arxiv)}` : "",
    citation.doi ? `doi:${markup(citation.doi)}` : "",
  ];
  return parts
    .filter(Boolean)
    .map((part) => (part.endsWith(".") ? part : `${part}.`))
    .join(" ");
};
const plainName = (given: string, family: string) => `${given} ${family}`.trim();
/** A list in Markdown, a line for each citation. */
export const toMarkdown = (citations: Citation[]) =>
  citations.map((citation) => `- ${markdownLine(citation)}\n`).join("");
/** One citation as a reader pastes it into a text. */
export const toText = (citation: Citation) => {
  const names = citation.authors.map(({ given, family }) => plainName(given, family));
  const shown = names.length > MOST_NAMED ? [...names.slice(0, MOST_NAMED), "et al."] : names;
  const parts = [
    shown.join(", "),
    citation.title || citation.id,
    citation.venue,
    dateParts(citation).join("-"),
    outwardLink(citation),
  ].map(plain);
  return parts
    .filter(Boolean)
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(" ");
};

const HEADS = [
  "id",
  "title",
  "authors",
  "venue",
  "date",
  "doi",
  "arxiv_id",
  "url",
  "topic",
  "subtopic",
] as const;
/** A table of papers; `more` has the topic and subtopic of each. */
export const toCsv = (citations: Citation[], more: { topic: string; subtopic: string }[]) => {
  const rows = citations.map((citation, at) => {
    const own: Record<(typeof HEADS)[number], string> = {
      ...{ id: citation.id, title: citation.title, venue: citation.venue, date: citation.date },
      ...{ doi: citation.doi, arxiv_id: citation.arxiv, url: outwardLink(citation), ...more[at] },
      authors: citation.authors.map(({ given, family }) => plainName(given, family)).join("; "),
    };
    return HEADS.map((name) => own[name]);
  });
  return csvOf([[...HEADS], ...rows]);
};
