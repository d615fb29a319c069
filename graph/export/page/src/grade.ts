// How well a name answers a query.

/** Without case and marks: "Café" and "cafe" are one. */
export const fold = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: most names are ASCII, which has no marks.
  /^[\x00-\x7f]*$/.test(text)
    ? text.toLowerCase()
    : text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
/** Without the blanks and hyphens that writers put in or leave out. */
export const loose = (text: string) => (/[\s_-]/.test(text) ? text.replace(/[\s_-]+/g, "") : text);

/** How well a folded name answers a folded query and its words; small is good, -1 is no answer. Exact, then
 * beginning, then beginning of a word, then beginning but for blanks and hyphens, then anywhere, then all words
 * somewhere. Whoever grades many names gives the loose forms, made once. */
export const grade = (
  folded: string,
  query: string,
  words: string[],
  [looseName, looseQuery] = [loose(folded), loose(query)],
) => {
  if (folded === query) return 0;
  if (folded.startsWith(query)) return 1;
  const found = folded.indexOf(query);
  if (found > 0) return /[\p{L}\p{N}]/u.test(folded[found - 1]) ? 4 : 2;
  if (looseQuery !== "" && looseName.startsWith(looseQuery)) return 3;
  return words.length > 1 && words.every((word) => folded.includes(word)) ? 5 : -1;
};
