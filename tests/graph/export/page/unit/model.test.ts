import "./sample";
import assert from "node:assert/strict";
import test from "node:test";
import * as model from "../../../../../graph/export/page/src/model";

test("topics come by size, with members and subtopics", () => {
  assert.deepEqual(
    model.topics.map(({ name, papers, members, subtopics }) => [
      ...[name, papers, members.length],
      subtopics.map((each) => each.name),
    ]),
    [
      ["Adapters", 2, 3, []],
      ["Fields", 1, 3, ["Far"]],
    ],
  );
  assert.deepEqual([model.topic.get("Far")?.parent, model.topic.get("Far")?.rank], ["Fields", 1]);
});

test("neighbours are named once, whatever the number of edges", () => {
  assert.deepEqual([...model.neighbours(0)], [4, 1]);
  assert.deepEqual([...model.neighbours(2, (edge) => !model.isBackground(edge))], [1, 5]);
});

for (const [text, parts] of [
  ["", []],
  ["LoRA", ["LoRA"]],
  ["LoRA | low-rank | adaptation", ["LoRA", "low-rank", "adaptation"]],
  ["a|b", ["a|b"]],
] as const) {
  test(`${text || "no text"} is split`, () => assert.deepEqual(model.split(text), parts));
}
