// How well a name answers a query.

/** Without case and marks: "Café" and "cafe" are one. */
export const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const loose = (text: string) => text.replace(/[\s_-]+/g, "");

/** How well a folded name answers a folded query and its words; small is good, -1 is no answer. Exact, then
 * beginning, then beginning of a word, then beginning but for blanks and hyphens, then anywhere, then all words
 * somewhere. */
export const grade = (folded: string, query: string, words: string[]) => {
  if (folded === query) return 0;
  if (folded.startsWith(query)) return 1;
  const found = folded.indexOf(query);
  if (found > 0) return /[\p{L}\p{N}]/u.test(folded[found - 1]) ? 4 : 2;
  if (loose(query) !== "" && loose(folded).startsWith(loose(query))) return 3;
  return words.length > 1 && words.every((word) => folded.includes(word)) ? 5 : -1;
};
