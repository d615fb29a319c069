import "./sample";
import assert from "node:assert/strict";
import test from "node:test";
import { fresh } from "../../../../../graph/export/page/src/address";
import { questions } from "../../../../../graph/export/page/src/questions";
import * as result from "../../../../../graph/export/page/src/result";
import type { State } from "../../../../../graph/export/page/src/types";

const asked = (changes: Partial<State> = {}) => {
  result.compute({ ...fresh(), ...changes });
  return questions().map(({ words }) => words.join(""));
};
test("questions name what most papers name, and the largest topic", () =>
  assert.deepEqual(asked(), [
    "Which papers name LoRA?",
    "What connects LoRA and CLIP?",
    "What is Adapters about?",
  ]));
test("questions follow the filters", () =>
  assert.deepEqual(asked({ since: "2024-03" }), ["Which papers name CLIP?", "What is Fields about?"]));
