// How well a name answers a query.

/** Without case and marks: "Café" and "cafe" are one. */
export const fold = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: most names are ASCII, which has no marks.
  /^[\x00-\x7f]*$/.test(text)
    ? text.toLowerCase()
    : text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
/** Without the blanks and hyphens that writers put in or leave out. */
export const loose = (text: string) => (/[\s_-]/.test(text) ? text.replace(/[\s_-]+/g, "") : text);

// Whether the loose form of a text begins so, without making it: most differ in the first letter.
const beginsLoosely = (text: string, start: string) => {
  let at = 0;
  for (let i = 0; i < text.length && at < start.length; i += 1) {
    if (text[i] === start[at]) at += 1;
    else if (!/[\s_-]/.test(text[i])) return false;
  }
  return at === start.length;
};

/** How well a folded name answers a folded query and its words; small is good, -1 is no answer. Exact, then
 * beginning, then beginning of a word, then beginning but for blanks and hyphens, then anywhere, then all words
 * somewhere. Whoever grades many names gives the loose form of the query, made once. */
export const grade = (folded: string, query: string, words: string[], looseQuery = loose(query)) => {
  if (folded === query) return 0;
  if (folded.startsWith(query)) return 1;
  const found = folded.indexOf(query);
  if (found > 0) return /[\p{L}\p{N}]/u.test(folded[found - 1]) ? 4 : 2;
  if (looseQuery !== "" && beginsLoosely(folded, looseQuery)) return 3;
  return words.length > 1 && words.every((word) => folded.includes(word)) ? 5 : -1;
};
