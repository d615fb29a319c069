// Citations as BibTeX: as graph/export/bibtex.py writes them.
import {
  type Author,
  type Citation,
  citationKeys,
  dateParts,
  MEETING,
  outwardLink,
  plain,
} from "./citation_record";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
// "$\pi_0$", "$x^2 + 1$"; "$5 to $" is taken for one first, see `isFormula`
const FORMULA = /\$[^$ ][^$]*\$/gu;
// "quills", "$a + b_1$-VAE"
const WORD = /(?:\$[^$ ][^$]*\$|[^ ])+/gu;
const SPECIAL = /[\\{}$&%#_~^]/g;
const COMMANDS: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};
const DIGIT = /[\p{Nd}\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468]/u;

// "--", "``" and "''", which LaTeX prints as other signs
const LIGATURE = /(?<=-)-|(?<=`)`|(?<=')'/g;

const escaped = (text: string) =>
  text.replace(SPECIAL, (sign) => COMMANDS[sign] ?? `\\${sign}`).replace(LIGATURE, "{}$&");
// Whether LaTeX can read what is between two dollars, and it says more than an amount of money.
const isFormula = (text: string) => {
  const inner = text.slice(1, -1);
  if (!/[\\^_]/.test(inner) || inner.endsWith("\\") || /[%#&]/.test(inner)) return false;
  let depth = 0;
  for (const sign of inner) {
    depth += Number(sign === "{") - Number(sign === "}");
    if (depth < 0) return false;
  }
  return depth === 0;
};
/** A text as LaTeX that prints it; well-formed formulas stay. */
export const latex = (text: string) => {
  const found: string[] = [];
  let end = 0;
  for (const match of text.matchAll(FORMULA)) {
    if (!isFormula(match[0])) continue;
    found.push(escaped(text.slice(end, match.index)), match[0]);
    end = match.index + match[0].length;
  }
  return [...found, escaped(text.slice(end))].join("");
};
/** A word of a title, in braces if it has capitals inside, or digits and letters. */
const guarded = (word: string) => {
  const letters = word.match(/\p{L}/gu) ?? [];
  const inner =
    letters.slice(1).some((sign) => /\p{Uppercase}/u.test(sign)) || (letters[0] && DIGIT.test(word));
  return inner || word.includes("$") ? `{${latex(word)}}` : latex(word);
};
const verbatim = (address: string) =>
  plain(address).replaceAll("{", "%7B").replaceAll("}", "%7D").replaceAll("\\", "%5C");
const nameOf = (author: Author) => {
  const [family, given] = [latex(plain(author.family)), latex(plain(author.given))];
  const several = /,|(?<![\p{L}\p{N}_])and(?![\p{L}\p{N}_])/u.test(`${author.family} ${author.given}`);
  if (!given || several) return `{${[given, family].filter(Boolean).join(" ")}}`;
  return `${family}, ${given}`;
};
const venueOf = ({ venue }: Citation) => {
  if (!venue) return ["misc", "howpublished"];
  return MEETING.test(venue) ? ["inproceedings", "booktitle"] : ["article", "journal"];
};
const entry = (key: string, citation: Citation) => {
  const [year = "", month = "", day = ""] = dateParts(citation);
  const [kind, where] = venueOf(citation);
  const fields: Record<string, string> = {
    title: (plain(citation.title).match(WORD) ?? []).map(guarded).join(" "),
    author: citation.authors.map(nameOf).join(" and "),
    [where]: latex(plain(citation.venue)),
    year,
    month: MONTHS[Number(month || 0) - 1] ?? "",
    day: day.replace(/^0+/, ""),
    doi: verbatim(citation.doi),
    eprint: verbatim(citation.arxiv),
    archiveprefix: citation.arxiv ? "arXiv" : "",
    url: verbatim(outwardLink(citation)),
  };
  // A month is the name of a macro, which styles write out.
  const lines = Object.entries(fields)
    .filter(([, value]) => value)
    .map(([name, value]) => `  ${name} = ${name === "month" ? value : `{${value}}`},`);
  return [`@${kind}{${key},`, ...lines, "}", ""].join("\n");
};
/** An entry for each citation, in order. */
export const toBibtex = (citations: Citation[]) => {
  const keys = citationKeys(citations);
  return citations.map((citation, at) => entry(keys[at], citation)).join("\n");
};
