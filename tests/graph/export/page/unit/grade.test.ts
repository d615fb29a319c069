import assert from "node:assert/strict";
import test from "node:test";
import { fold, grade } from "../../../../../graph/export/page/src/grade";

for (const [name, query, wanted] of [
  ["LoRA", "lora", 0],
  ["Café", "cafe", 0],
  ["LoRA-FA", "lora", 1],
  ["Quantised LoRA", "lora", 2],
  ["GPT-2 XL", "gpt2", 3],
  ["QLoRA", "lora", 4],
  ["Adapters for language", "language adapters", 5],
  ["Adapters", "language adapters", -1],
  ["LoRA", "-", -1],
  ["LoRA", "clip", -1],
] as const) {
  test(`${query} for ${name}: ${wanted}`, () => {
    const folded = fold(query);
    assert.equal(grade(fold(name), folded, folded.split(" ")), wanted);
  });
}
