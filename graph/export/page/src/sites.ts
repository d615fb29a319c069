// Where a title is looked for when nothing says where the paper is: a site of the reader's choice. These are links
// only: the page itself asks no site for anything.
import * as storage from "./storage";

/** `{}` is where the title is put. */
export const SITES: Record<string, string> = {
  "Google Scholar": "https://scholar.google.com/scholar?q={}",
  "Semantic Scholar": "https://www.semanticscholar.org/search?q={}",
  arXiv: "https://arxiv.org/search/?searchtype=title&query={}",
  DBLP: "https://dblp.org/search?q={}",
};
const NAME = "site";
const OWN = "own ";
const [FIRST] = Object.keys(SITES);

/** Whether a template of the reader's is an address with a place for the title. */
export const isTemplate = (text: string) =>
  /^https?:\/\/[^/?#\s]+\S*$/i.test(text) && text.includes("{}") && URL.canParse(text.replace("{}", "x"));

/** The site of the reader's choice: one of SITES, or a template of their own. */
export const chosen = () => {
  const kept = storage.kept(NAME);
  if (kept.startsWith(OWN) && isTemplate(kept.slice(OWN.length))) return kept.slice(OWN.length);
  return kept in SITES ? kept : FIRST;
};
export const choose = (site: string) => storage.keep(NAME, site in SITES ? site : OWN + site);
export const nameOf = (site: string) => (site in SITES ? site : new URL(site.replace("{}", "x")).host);
/** The address of a search for a title. */
export const searchFor = (title: string, site = chosen()) =>
  (SITES[site] ?? site).replace("{}", () => encodeURIComponent([...title].slice(0, 300).join("")));
