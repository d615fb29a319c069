import assert from "node:assert/strict";
import test from "node:test";
import { distance, makeTerms, wordsOf } from "../../../../../graph/export/page/src/search_terms";

const terms = makeTerms();
[
  "Gaussian splatting of scenes",
  "GPT-3.5 and GPT-4",
  "Speculative decoding, speculatively",
  "scene 2312.17653",
].forEach((text, row) => {
  terms.add(row, text);
});
const words = (answers: { word: string }[]) => answers.map(({ word }) => word).sort();

for (const [text, wanted] of [
  ["GPT-3.5, LLaMA 3.", ["gpt", "3.5", "llama", "3"]],
  ["Naïve β-VAE", ["naive", "β", "vae"]],
  ["-- !", []],
] as const) {
  test(`words of ${text}`, () => assert.deepEqual(wordsOf(text), wanted));
}

for (const [a, b, wanted] of [
  ["splatting", "splatting", 0],
  ["spalting", "splatting", 2],
  ["splattign", "splatting", 1],
  ["ab", "abcd", 2],
  ["abcd", "wxyz", 3],
  ["", "ab", 2],
  ["attention", "retention", 2],
] as const) {
  test(`${a} is ${wanted} from ${b}`, () => {
    assert.equal(distance(a, b, 2), wanted);
    assert.equal(distance(b, a, 2), wanted);
  });
}

test("a word is found by its beginning, itself first in weight", () => {
  assert.deepEqual(words(terms.beginning("spec")), ["speculative", "speculatively"]);
  const [own, longer] = terms.beginning("scene");
  assert.deepEqual([own.word, [...own.rows], longer.word, [...longer.rows]], ["scenes", [0], "scene", [3]]);
  assert.ok(longer.weight > own.weight);
});

for (const [word, wanted] of [
  ["spalting", ["splatting"]],
  ["gausian", ["gaussian"]],
  ["gtp", []],
  ["2312.17654", []],
  ["zebra", []],
] as const) {
  test(`${word} is almost ${wanted.join() || "nothing"}`, () =>
    assert.deepEqual(words(terms.almost(word)), wanted));
}

test("what was remembered is forgotten when a text is added", () => {
  const own = makeTerms();
  own.add(0, "sinks");
  assert.equal(own.beginning("sink").length, 1);
  own.add(1, "sinking");
  assert.equal(own.beginning("sink").length, 2);
});
