// An index of words: which texts have a word, one that begins with it, or, where there is none, one that is spelt
// almost like it. What was added is a log of numbers in a typed array, sorted by word when something is asked: of
// 20,000 papers half of what an array for each word takes.
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
  rows: Int32Array;
}
export interface Terms {
  /** Add a text; rows must come in order. */
  add(row: number, text: string): void;
  /** The words that are or begin with a folded word. */
  beginning(word: string): Answer[];
  /** The words that are spelt almost like it. */
  almost(word: string): Answer[];
  /** Let go of what only `add` needs: it is not called again. */
  seal(): void;
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

const grown = (full: Int32Array) => {
  const made = new Int32Array(2 * full.length);
  made.set(full);
  return made;
};
// The rows of each word, those of word w from `first[w]` on: counted, then put in place.
const sortedByWord = (log: Int32Array, words: number) => {
  const first = new Int32Array(words + 1);
  for (const value of log) if (value >= 0) first[value + 1] += 1;
  for (let word = 0; word < words; word += 1) first[word + 1] += first[word];
  const next = first.slice();
  const rows = new Int32Array(first[words]);
  let row = 0;
  for (const value of log) {
    if (value < 0) row = -1 - value;
    else {
      rows[next[value]] = row;
      next[value] += 1;
    }
  }
  return { first, rows };
};

export const makeTerms = (): Terms => {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  let last = new Int32Array(1024); // The last row of each word, and one: 0 is none.
  let log = new Int32Array(4096); // Of each text -1 - its row, then the numbers of its words.
  let end = 0;
  const write = (value: number) => {
    if (end === log.length) log = grown(log);
    log[end] = value;
    end += 1;
  };
  const add = (row: number, text: string) => {
    write(-1 - row);
    for (const word of wordsOf(text)) {
      let number = numbers.get(word);
      if (number === undefined) {
        number = words.push(word) - 1;
        numbers.set(word, number);
        if (number >= last.length) last = grown(last);
      }
      if (last[number] === row + 1) continue;
      last[number] = row + 1;
      write(number);
    }
  };
  let sorted: ReturnType<typeof sortedByWord> | null = null;
  const byWord = () => {
    sorted ??= sortedByWord(log.subarray(0, end), words.length);
    return sorted;
  };
  const rowsOf = (number: number) => {
    const { first, rows } = byWord();
    return rows.subarray(first[number], first[number + 1]);
  };
  const beginning = remembered((word) => {
    const found: Answer[] = [];
    for (let number = 0; number < words.length; number += 1) {
      if (!words[number].startsWith(word)) continue;
      const weight = words[number] === word ? 1 : 0.3 + (0.5 * word.length) / words[number].length;
      found.push({ word: words[number], weight, rows: rowsOf(number) });
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
      const bits = bitsOf(words[number]);
      if (ones(own & ~bits) > most || ones(bits & ~own) > most) continue;
      const apart = distance(word, words[number], most);
      if (apart <= most) found.push({ word: words[number], weight: 0.4 / apart, rows: rowsOf(number) });
    }
    return found;
  });
  return {
    add: (row, text) => {
      beginning.forget();
      almost.forget();
      sorted = null;
      add(row, text);
    },
    ...{ beginning: beginning.ask, almost: almost.ask },
    seal: () => {
      byWord();
      numbers.clear();
      [last, log, end] = [new Int32Array(0), new Int32Array(0), 0];
    },
    get size() {
      return words.length;
    },
  };
};
