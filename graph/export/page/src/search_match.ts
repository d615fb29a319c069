// Which texts have all words of a query, wherever they stand in them, and how well.
import type { Term } from "./search_query";
import { type Answer, type Terms, wordsOf } from "./search_terms";

/** One part of the texts with its index; a word counts `weight` times as much in it. */
export interface Part {
  terms: Terms;
  weight: number;
}
export interface Matches {
  /** Rows that have all words, and the best of them, the best first. */
  rows: number[];
  best: number[];
  /** For each row the parts that answered, a bit each; and those in the first part of which all words are. */
  parts: Uint8Array;
  whole: Set<number>;
  /** The words found, for marks; and what was typed and is not spelt so, with the word that was taken. */
  words: Set<string>;
  spelt: [string, string][];
  /** Where no row has all words: rows that have most of them. */
  nearly: number[];
}
const CHECKED = 24; // How many of the best are looked at for words that follow each other.
const TOGETHER = 1.6;

const answersOf = (word: string, parts: Part[], ask: "beginning" | "almost") =>
  parts.map(({ terms }) => terms[ask](word));
const usual = (answers: Answer[][]) =>
  answers.flat().sort((a, b) => b.weight * b.rows.length - a.weight * a.rows.length)[0]?.word ?? "";
const sorted = (rows: number[], score: Float32Array) => rows.sort((a, b) => score[b] - score[a] || a - b);
// Insertion into the few best: "the" is in nearly every row, and nobody reads on after the first ones.
const top = (rows: number[], score: Float32Array) => {
  const best: number[] = [];
  for (const row of rows) {
    if (best.length === CHECKED && score[row] <= score[best[CHECKED - 1]]) continue;
    let at = best.length;
    while (at > 0 && score[best[at - 1]] < score[row]) at -= 1;
    best.splice(at, 0, row);
    if (best.length > CHECKED) best.pop();
  }
  return best;
};

/** Match the terms that are not excluded; `size` is the number of rows, `text` the folded text of one. */
export const match = (terms: Term[], parts: Part[], size: number, text: (row: number) => string): Matches => {
  const found: Matches = {
    ...{
      rows: [],
      best: [],
      parts: new Uint8Array(size),
      whole: new Set(),
      words: new Set(),
      spelt: [],
      nearly: [],
    },
  };
  const [score, now, counts] = [new Float32Array(size), new Float32Array(size), new Uint8Array(size)];
  const firsts = new Uint8Array(size);
  const words = [...new Set(terms.filter(({ no }) => !no).flatMap((term) => wordsOf(term.text)))];
  const all: number[] = [];
  for (const [at, word] of words.entries()) {
    let answers = answersOf(word, parts, "beginning");
    if (!answers.some((list) => list.length)) {
      answers = answersOf(word, parts, "almost");
      if (answers.some((list) => list.length)) found.spelt.push([word, usual(answers)]);
    }
    const touched: number[] = [];
    answers.forEach((list, part) => {
      for (const answer of list) {
        found.words.add(answer.word);
        const value = parts[part].weight * answer.weight * Math.log(1 + size / answer.rows.length);
        for (const row of answer.rows) {
          if (!now[row]) touched.push(row);
          now[row] = Math.max(now[row], value);
          found.parts[row] |= 1 << part;
          if (part === 0 && firsts[row] === at) firsts[row] = at + 1;
        }
      }
    });
    for (const row of touched) {
      if (!counts[row]) all.push(row);
      counts[row] += 1;
      score[row] += now[row];
      now[row] = 0;
    }
  }
  const quoted = terms.filter((term) => term.quoted && !term.no);
  const fits = (row: number) => quoted.every((term) => text(row).includes(term.text));
  found.rows = all.filter((row) => counts[row] === words.length && fits(row));
  found.best = top(found.rows, score);
  if (!found.rows.length) {
    const most = all.reduce((least, row) => Math.max(least, counts[row]), 0);
    const nearly = all.filter((row) => counts[row] === most);
    found.nearly = most * 2 >= words.length ? top(nearly, score) : [];
  }
  for (const row of found.best) if (firsts[row] === words.length) found.whole.add(row);
  if (words.length > 1) {
    const phrase = words.join(" ");
    for (const row of found.best) if (text(row).includes(phrase)) score[row] *= TOGETHER;
    sorted(found.best, score);
  }
  return found;
};
/** The rows that have an excluded term: all words of it, in one piece if it was quoted. */
export const excluded = (terms: Term[], parts: Part[], size: number, text: (row: number) => string) => {
  const out = new Uint8Array(size);
  for (const term of terms.filter(({ no }) => no)) {
    const counts = new Uint8Array(size);
    const words = wordsOf(term.text);
    words.forEach((word, at) => {
      for (const list of answersOf(word, parts, "beginning"))
        for (const { rows } of list) for (const row of rows) if (counts[row] === at) counts[row] = at + 1;
    });
    counts.forEach((count, row) => {
      if (count === words.length && (!term.quoted || text(row).includes(term.text))) out[row] = 1;
    });
  }
  return out;
};
