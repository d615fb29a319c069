// An index of words: which texts have a word, one that begins with it, or, where there is none, one that is spelt
// almost like it. Postings are plain arrays of numbers: of a year's abstracts 8 MB, where MiniSearch took 24.
import { fold } from "./grade";

const WORD = /[\p{L}\p{N}]+(?:\.\p{N}+)*/gu; // "gpt", "3.5", "2312.17653"
const TOLERANCE = 0.2; // Of the letters of a word; at most two.
const MOST = 2;
const REMEMBERED = 50;
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
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};
const rowsOfTable = [0, 1, 2].map(() => new Uint8Array(64));
/** How many letters to insert, drop, change or swap with the next, `most` + 1 if there are more (optimal string
 * alignment). Only what is at most `most` beside the diagonal can count. */
export const distance = (a: string, b: string, most: number) => {
  if (Math.abs(a.length - b.length) > most || b.length > 62) return a === b ? 0 : most + 1;
  const far = most + 1;
  let [before, last, now] = rowsOfTable;
  for (let j = 0; j <= b.length; j += 1) now[j] = Math.min(j, far);
  for (let i = 1; i <= a.length; i += 1) {
    [before, last, now] = [last, now, before];
    const [first, end] = [Math.max(1, i - most), Math.min(b.length, i + most)];
    now[first - 1] = first === 1 ? Math.min(i, far) : far;
    let least = now[first - 1];
    for (let j = first; j <= end; j += 1) {
      const change = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let found = Math.min(last[j] + 1, now[j - 1] + 1, last[j - 1] + change);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) found = Math.min(found, before[j - 2] + 1);
      now[j] = Math.min(found, far);
      least = Math.min(least, now[j]);
    }
    now[end + 1] = far;
    if (least > most) return far;
  }
  return now[b.length];
};
// What a word was answered with, until a text is added: while the last word is typed the others stay.
const remembered = (answer: (word: string) => Answer[]) => {
  const known = new Map<string, Answer[]>();
  return {
    forget: () => known.clear(),
    ask: (word: string) => {
      const found = known.get(word) ?? answer(word);
      if (known.size >= REMEMBERED) known.clear();
      known.set(word, found);
      return found;
    },
  };
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
  const beginning = remembered((word) => {
    const found: Answer[] = [];
    for (let number = 0; number < words.length; number += 1) {
      if (!words[number].startsWith(word)) continue;
      const weight = words[number] === word ? 1 : 0.3 + (0.5 * word.length) / words[number].length;
      found.push({ word: words[number], weight, rows: postings[number] });
    }
    return found;
  });
  const almost = remembered((word) => {
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
  });
  return {
    add: (row, text) => {
      beginning.forget();
      almost.forget();
      add(row, text);
    },
    ...{ beginning: beginning.ask, almost: almost.ask },
    get size() {
      return words.length;
    },
  };
};
