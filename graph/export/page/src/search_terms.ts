// An index of words: which texts have a word, one that begins with it, or, where there is none, one that is spelt
// almost like it. Postings are plain arrays of numbers: of a year's abstracts 3 MB, where a library took 24.
import { fold } from "./grade";

const WORD = /[\p{L}\p{N}]+(?:\.\p{N}+)*/gu; // "gpt", "3.5", "2312.17653"
const TOLERANCE = 0.2; // Of the letters of a word; at most two.
const MOST = 2;
const LEAST = 4; // A shorter word is half of the others with one letter changed.

export const wordsOf = (text: string) => fold(text).match(WORD) ?? [];

/** A word of the index that answers a word of a query, and how well: 1 is the word itself. */
export interface Answer {
  word: string;
  weight: number;
  rows: number[];
}
export interface Terms {
  /** Add a text; rows must come in order. */
  add(row: number, text: string): void;
  /** The words that are or begin with a folded word. */
  beginning(word: string): Answer[];
  /** The words that are spelt almost like it. */
  almost(word: string): Answer[];
  readonly size: number;
}

// A bit for each letter that a word has: words whose bits differ much are not almost the same.
const bitsOf = (word: string) => {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
};
const ones = (bits: number) => {
  let [left, count] = [bits, 0];
  for (; left; left &= left - 1) count += 1;
  return count;
};
/** How many letters to insert, drop, change or swap with the next, `most` + 1 if there are more (optimal string
 * alignment). */
export const distance = (a: string, b: string, most: number) => {
  let [before, last, now]: number[][] = [[], [], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    [before, last, now] = [last, now, [i]];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      now[j] = Math.min(last[j] + 1, now[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        now[j] = Math.min(now[j], before[j - 2] + 1);
      least = Math.min(least, now[j]);
    }
    if (least > most) return most + 1;
  }
  return now[b.length];
};

export const makeTerms = (): Terms => {
  const numbers = new Map<string, number>();
  const [words, bits, postings]: [string[], number[], number[][]] = [[], [], []];
  const add = (row: number, text: string) => {
    for (const word of wordsOf(text)) {
      const number = numbers.get(word);
      if (number === undefined) {
        numbers.set(word, words.length);
        words.push(word);
        bits.push(bitsOf(word));
        postings.push([row]);
      } else {
        const rows = postings[number];
        if (rows[rows.length - 1] !== row) rows.push(row);
      }
    }
  };
  const beginning = (word: string) => {
    const found: Answer[] = [];
    for (let number = 0; number < words.length; number += 1) {
      if (!words[number].startsWith(word)) continue;
      const weight = words[number] === word ? 1 : 0.3 + (0.5 * word.length) / words[number].length;
      found.push({ word: words[number], weight, rows: postings[number] });
    }
    return found;
  };
  const almost = (word: string) => {
    const most = word.length < LEAST ? 0 : Math.min(MOST, Math.round(TOLERANCE * word.length));
    const found: Answer[] = [];
    if (!most || /^\p{N}/u.test(word)) return found; // A number that is almost another is another.
    const own = bitsOf(word);
    for (let number = 0; number < words.length; number += 1) {
      if (Math.abs(words[number].length - word.length) > most) continue;
      if (ones(own & ~bits[number]) > most || ones(bits[number] & ~own) > most) continue;
      const apart = distance(word, words[number], most);
      if (apart <= most) found.push({ word: words[number], weight: 0.4 / apart, rows: postings[number] });
    }
    return found;
  };
  return {
    ...{ add, beginning, almost },
    get size() {
      return words.length;
    },
  };
};
