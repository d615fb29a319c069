import assert from "node:assert/strict";
import test from "node:test";
import { excluded, match } from "../../../../../graph/export/page/src/search_match";
import { parse } from "../../../../../graph/export/page/src/search_query";
import { makeTerms } from "../../../../../graph/export/page/src/search_terms";

const TEXTS = [
  ["Streaming heads", "Attention sinks keep the cache small."],
  ["Attention sink", "It is about caches."],
  ["Sink or swim", "No attention is paid to the sink here."],
  ["Gaussian splatting", "Scenes."],
];
const parts = [3, 1].map((weight) => ({ terms: makeTerms(), weight }));
TEXTS.forEach((own, row) => {
  own.forEach((text, part) => {
    parts[part].terms.add(row, text);
  });
});
const line = (row: number) => TEXTS[row].join(" ").toLowerCase();
const found = (typed: string) => match(parse(typed, []).terms, parts, TEXTS.length, line);

for (const [typed, best] of [
  ["attention sink", [1, 2, 0]],
  ['"attention sink"', [1, 0]],
  ["caches", [1]],
  ["swim -attention", [2]],
  ["gaussian spalting", [3]],
  ["attention gaussian", []],
] as const) {
  test(`${typed}: the best first`, () => assert.deepEqual(found(typed).best, best));
}

test("which titles have all words is told", () => {
  assert.deepEqual([...found("attention sink").whole], [1]);
  assert.deepEqual([...found("sink").whole], [1, 2]);
});

test("what is not spelt so is said, with the word that was taken", () => {
  assert.deepEqual(found("spalting").spelt, [["spalting", "splatting"]]);
});

test("where no text has all words, those with most of them are near", () => {
  assert.deepEqual(found("attention gaussian").nearly, [1, 3, 0, 2]);
  assert.deepEqual(found("zebra llama horse sink").nearly, []);
});

for (const [typed, wanted] of [
  ["-swim", [2]],
  ["-attention", [0, 1, 2]],
  ['-"attention sink"', [0, 1]],
  ["-zebra", []],
] as const) {
  test(`${typed} excludes ${wanted.join() || "nothing"}`, () => {
    const out = excluded(parse(typed, []).terms, parts, TEXTS.length, line);
    assert.deepEqual(
      [...out.keys()].filter((row) => out[row]),
      wanted,
    );
  });
}
