// What is cited of a paper, where it is found, and the key of its citation: as graph/export/citation_record.py has it,
// sign for sign, which a test compares.
export interface Author {
  given: string;
  family: string;
}
/** What is cited of a paper; everything but id and title may be empty. */
export interface Citation {
  id: string;
  title: string;
  authors: Author[];
  venue: string;
  date: string;
  doi: string;
  arxiv: string;
  url: string;
}

// What Python takes for blanks, and what has no place in a line.
const BLANKS = /[ \t\n\v\f\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\p{Cc}\p{Cs}]+/gu;
/** A text on one line, without control characters. */
export const plain = (text: string) => text.replace(BLANKS, " ").replace(/^ | $/g, "");

/** The authors of a line "Ada Quill; The Fern Team", with the lengths of their given names: "3 0". */
export const authorsOf = (line: string, given: string): Author[] => {
  const names = line.split("; ").filter(Boolean);
  const lengths = given.split(" ").map(Number);
  const known = lengths.length === names.length;
  return names.map((name, at) => {
    const length = known ? lengths[at] || 0 : 0;
    return length
      ? { given: name.slice(0, length), family: name.slice(length + 1) }
      : { given: "", family: name };
  });
};

// "2024", "2024-05", "2024-05-17T08:00"
const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])/;
/** Year, month and day as far as they are known. */
export const dateParts = ({ date }: Citation) => (DATE.exec(date)?.slice(1) ?? []).filter(Boolean);

/** The text as a part of an address; `safe` are signs that stay beside letters, digits and `_.-~`. */
export const quote = (text: string, safe: string) =>
  encodeURIComponent(text)
    .replace(/[!*'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%[0-9A-F]{2}/g, (code) => {
      const sign = String.fromCharCode(Number.parseInt(code.slice(1), 16));
      return safe.includes(sign) ? sign : code;
    });
const isWeb = (url: string) => {
  if (!/^https?:\/\/[^/?#]/i.test(url) || plain(url) !== url || url.includes(" ")) return false;
  return URL.canParse(url);
};
/** Where a paper is read: at arXiv, else by its DOI, else at its own URL, else "". */
export const outwardLink = ({ arxiv, doi, url }: Citation) => {
  if (arxiv) return `https://arxiv.org/abs/${quote(plain(arxiv), "/")}`;
  if (doi) return `https://doi.org/${quote(plain(doi), "/:;()")}`;
  return isWeb(url) ? url : "";
};

const LETTERS: Record<string, string> = {
  ...{ ø: "o", Ø: "o", ł: "l", Ł: "l", æ: "ae", Æ: "ae", đ: "d", Đ: "d", ß: "ss", ẞ: "ss" },
};
/** The letters and digits of a text in lower-case ASCII, without accents. */
const ascii = (text: string) =>
  text
    .replace(/[øØłŁæÆđĐßẞ]/g, (sign) => LETTERS[sign])
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^0-9a-z]/g, "");
const PLAIN_WORDS = new Set("a an and at by for from in is of on the to towards via with".split(" "));
const keyOf = (citation: Citation) => {
  const words = citation.title
    .split(/[\s:\-–—/]+/)
    .map(ascii)
    .filter(Boolean);
  const some = words.filter((word) => !PLAIN_WORDS.has(word));
  const telling = some.length ? some : words;
  const [first] = citation.authors;
  const family = first ? ascii(first.family) : (telling[0] ?? "");
  const rest = first ? telling[0] : telling[1];
  if (!family && !rest) return `paper${ascii(citation.id)}`;
  return `${family}${dateParts(citation)[0] ?? ""}${rest ?? ""}`;
};
const before = (a: string, b: string) => {
  const [one, other] = [[...a], [...b]];
  const at = one.findIndex((sign, i) => sign !== other[i]);
  if (at < 0) return one.length - other.length;
  return at >= other.length ? 1 : (one[at].codePointAt(0) ?? 0) - (other[at].codePointAt(0) ?? 0);
};
/** A key for each citation, in order: family name, year and first word; the earliest of equal ones has it alone. */
export const citationKeys = (citations: Citation[]) => {
  const keys = citations.map(() => "");
  const taken = new Set<string>();
  const order = citations.map((_, at) => at);
  order.sort((a, b) => {
    const [one, other] = [citations[a], citations[b]];
    return before(one.date || "~", other.date || "~") || before(one.id, other.id) || a - b;
  });
  for (const at of order) {
    let base = keyOf(citations[at]);
    if (taken.has(base)) base = `${base}-${ascii(citations[at].id) || "x"}`;
    let [key, number] = [base, 1];
    while (taken.has(key)) {
      number += 1;
      key = `${base}-${number}`;
    }
    taken.add(key);
    keys[at] = key;
  }
  return keys;
};

/** What the name of a conference has, unlike that of a journal. */
export const MEETING = /(?<![\p{L}\p{N}_])(?:proceedings|proc\.|conference|workshop|symposium|meeting)/iu;
