import assert from "node:assert/strict";
import test from "node:test";
import { parse } from "../../../../../graph/export/page/src/search_query";

const FIELDS = ["dataset", "topic", "since", "until", "kind"];
const shown = (typed: string) => {
  const { terms, operators, notes } = parse(typed, FIELDS);
  return [
    ...terms.map(({ text, quoted, no }) => `${no ? "-" : ""}${quoted ? `"${text}"` : text}`),
    ...operators.map(({ field, value, no }) => `${no ? "-" : ""}${field}=${value}`),
    ...notes.map((note) => `! ${note.split(" ")[0]}`),
  ];
};

for (const [typed, wanted] of [
  ["", []],
  ["  / ", []],
  ["/clip", ["clip"]],
  ["Attention  Sink", ["attention", "sink"]],
  ['"Attention  Sink" x', ['"attention sink"', "x"]],
  ['"attention si', ['"attention si"']],
  ["gpt-4 -llama - --", ["gpt-4", "-llama"]],
  ['-"large models"', ['-"large models"']],
  ["Dataset:GSM8K since:2024-06", ["dataset=gsm8k", "since=2024-06"]],
  ['-topic:"Speculative decoding"', ["-topic=speculative decoding"]],
  ["dataset:", ["dataset:"]],
  ["since:yesterday", ["! “since:”"]],
  ["until:2024-06-15", ["until=2024-06-15"]],
  ["venue:acl", ["venue:acl", "! “venue:”"]],
  ["LoRA: low rank", ["lora:", "low", "rank"]],
  ["12:30", ["12:30"]],
  ["https://github.com/a/b", ["https://github.com/a/b"]],
  ["https://arxiv.org/abs/2312.17653v2", ["2312.17653"]],
  ["arXiv:2312.17653", ["2312.17653"]],
  ["https://arxiv.org/pdf/2312.17653v1.pdf", ["2312.17653"]],
  ["https://doi.org/10.1000/Abc.1", ["10.1000/abc.1"]],
  ["Café 图像", ["cafe", "图像"]],
] as const) {
  test(`${typed || "nothing"} is taken apart`, () => assert.deepEqual(shown(typed), wanted));
}

test("what is outside operators and exclusions is the text", () => {
  assert.equal(parse('Low rank "of it" -x dataset:y', FIELDS).text, "Low rank of it");
});
