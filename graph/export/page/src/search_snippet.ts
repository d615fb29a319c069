// The piece of a text that shows best why it was found.
import { fold } from "./grade";

const WORD = /[\p{L}\p{N}]+(?:\.\p{N}+)*/gu;
const LENGTH = 110;
const BEFORE = 30;

/** Pieces of text, those that were looked for marked. */
export type Piece = [text: string, marked: boolean];

/** The piece of `text` with most of the words, which are folded: cut at words, with dots where it was cut. */
export const snippet = (text: string, words: Set<string>, length = LENGTH): Piece[] => {
  const hits = [...text.matchAll(WORD)]
    .map(({ 0: word, index }) => ({ word: fold(word), from: index, to: index + word.length }))
    .filter(({ word }) => words.has(word));
  if (!hits.length) return [];
  const around = hits.map(
    ({ from }) =>
      new Set(
        hits.filter((hit) => hit.from >= from && hit.to <= from + length - BEFORE).map(({ word }) => word),
      ).size,
  );
  const first = hits[around.indexOf(Math.max(...around))].from;
  let start = Math.max(0, first - BEFORE);
  if (start > 0) start = text.indexOf(" ", start - 1) + 1 || start;
  start = Math.min(start, first);
  let end = Math.min(text.length, Math.max(start + length, first + 1));
  if (end < text.length)
    end = Math.max(text.lastIndexOf(" ", end), hits.find((hit) => hit.from === first)?.to ?? end);
  const pieces: Piece[] = start > 0 ? [["… ", false]] : [];
  let at = start;
  for (const { from, to } of hits) {
    if (from < start || to > end) continue;
    if (from > at) pieces.push([text.slice(at, from), false]);
    pieces.push([text.slice(from, to), true]);
    at = to;
  }
  pieces.push([text.slice(at, end) + (end < text.length ? " …" : ""), false]);
  return pieces.filter(([piece]) => piece !== "");
};
