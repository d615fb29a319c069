// The words of all papers: titles, authors and names at once, abstracts as their chunks are unpacked. It is made when
// the search is first used, in slices so short that typing and moving go on.
import { corpus, rowOf } from "./corpus";
import { fold } from "./grade";
import { rest } from "./model";
import type { Part } from "./search_match";
import { makeTerms } from "./search_terms";
import * as texts from "./texts";
import type { Texts } from "./types";

const SLICE = 8; // Milliseconds of work between two pauses.
export const TITLE = 1;
export const OTHER = 2;
export const ABSTRACT = 4;

/** Title, authors and what papers that are not drawn are most about, abstract: as the bits above. */
export const parts: Part[] = [
  { terms: makeTerms(), weight: 3 },
  { terms: makeTerms(), weight: 1.5 },
  { terms: makeTerms(), weight: 1 },
];
let unpacked: Texts | null = null;
let done = false;

/** What tells a paper that is not drawn: " | " between the names. */
export const namesOf = (row: number) => {
  const names = rest.names as string[] | undefined;
  return row >= corpus.drawn ? (names?.[row - corpus.drawn] ?? "") : "";
};
export const abstractOf = (row: number) => {
  const node = corpus.node[row];
  return node < 0 ? "" : (unpacked?.abstract[node] ?? "");
};
/** All of a row as one folded line. */
export const lineOf = (row: number) =>
  fold(
    [corpus.title[row], corpus.authors[row], namesOf(row), abstractOf(row)].join("\n").replace(/\s+/g, " "),
  );
/** Whether abstracts are in it. */
export const isWhole = () => done;

const pause = () => new Promise((go) => setTimeout(go));
const goThrough = async <Item>(items: Iterable<Item>, act: (item: Item) => void) => {
  let start = performance.now();
  for (const item of items) {
    act(item);
    if (performance.now() - start < SLICE) continue;
    await pause();
    start = performance.now();
  }
};
/** Something that is made item by item. */
interface Step {
  size: number;
  upTo(end: number): void;
}
const make = async (first: Step[]) => {
  const [titles, others, abstracts] = parts;
  for (const step of first) await goThrough(Array(step.size).keys(), (at) => step.upTo(at + 1));
  await goThrough(Array(corpus.size).keys(), (row) => {
    titles.terms.add(row, corpus.title[row]);
    others.terms.add(row, `${corpus.authors[row]} ${namesOf(row)}`);
  });
  for (let chunk = 0; chunk < texts.chunks; chunk += 1) {
    await pause();
    const found = await texts.abstractsOf(chunk);
    unpacked = found.texts;
    await pause();
    await goThrough(found.nodes, (node) => {
      const row = rowOf(node);
      if (row >= 0) abstracts.terms.add(row, found.texts.abstract[node]);
    });
  }
  for (const { terms } of parts) terms.seal();
  done = true;
};
let making: Promise<void> | null = null;
/** Begin to make the index, after some other steps, or wait until it is whole. */
export const prepare = (first: Step[]) => {
  making ??= make(first);
  return making;
};
