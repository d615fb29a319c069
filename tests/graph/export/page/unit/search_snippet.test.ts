import assert from "node:assert/strict";
import test from "node:test";
import { snippet } from "../../../../../graph/export/page/src/search_snippet";

const LONG = `${"Before it all. ".repeat(9)}We find that attention sinks keep caches small. ${"After it all. ".repeat(9)}`;
const shown = (text: string, ...words: string[]) =>
  snippet(text, new Set(words))
    .map(([piece, marked]) => (marked ? `[${piece}]` : piece))
    .join("");

for (const [text, words, wanted] of [
  ["Attention sinks.", ["attention", "sinks"], "[Attention] [sinks]."],
  ["Naïve Bayes", ["naive"], "[Naïve] Bayes"],
  ["Nothing here", ["zebra"], ""],
  ["", ["zebra"], ""],
] as const) {
  test(`${text || "no text"} marked`, () => assert.equal(shown(text, ...words), wanted));
}

test("a long text is cut around the words, at blanks", () => {
  const found = shown(LONG, "attention", "caches");
  assert.match(found, /^… \w/);
  assert.match(found, /find that \[attention\] sinks keep \[caches\] small\./);
  assert.match(found, /\w\.? …$/);
  assert.ok(found.length < 140);
});

test("the place with most of the words is chosen", () => {
  const found = shown(`attention ${"x ".repeat(90)} attention of caches`, "attention", "caches");
  assert.ok(found.endsWith("[attention] of [caches]"));
});
