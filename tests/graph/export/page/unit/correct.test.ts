import assert from "node:assert/strict";
import test from "node:test";
import { asked, correct } from "../../../../../graph/export/page/src/correct";
import { unpackTable } from "../../../../../graph/export/page/src/data";
import type { Pin } from "../../../../../graph/export/page/src/pins";
import type { PageData } from "../../../../../graph/export/page/src/types";

// Two papers; the first writes an entity in two ways.
const relations = ["proposes", "uses"];
const kind = (one: string, own: string[]) => ({
  one,
  many: `${one}s`,
  shape: one,
  worded: true,
  term: false,
  relations: own,
});
const data = (): PageData => ({
  nodes: {
    id: [0, 1, 2, 3],
    key: ["dataset:lora", "method:lora", "paper:1", "paper:10.1000:a_5Fb"],
    kind: ["dataset", "method", "paper", "paper"],
    label: ["LoRA", "LoRA", "One", "Two"],
    aliases: ["", "low rank", "", ""],
    ...{
      shape: ["a", "b", "c", "c"],
      x: [0, 10, 20, 30],
      y: [0, 0, 0, 0],
      size: [4, 4, 4, 4],
      papers: [1, 7, 1, 1],
    },
    ...{ topic: ["", "T", "T", "U"], subtopic: ["", "", "", ""] },
  },
  edges: {
    from: [2, 2, 2, 3, 3],
    to: [1, 1, 3, 0, 1],
    relation: ["proposes", "uses", "related", "uses", "uses"],
    ...{ weight: [1, 1, 0.8, 1, 1], confidence: [0.9, 0.6, 0.8, 0.7, 0.5] },
    ...{ salience: [0, 0, 0, 0, 0], mentions: [2, 1, 0, 1, 3], origin: ["", "", "", "", ""] },
  },
  colours: {},
  facts: {
    kinds: {
      paper: kind("paper", []),
      method: kind("method", relations),
      dataset: kind("dataset", ["introduces", "uses"]),
    },
    entities: { one: "x", many: "xs" },
    relations: {},
  },
  counts: { paper: 2, method: 1, dataset: 1, links: 5 },
  options: {},
});
const FORMS = [["LoRA", "low rank"], ["low rank"], [], ["LoRA"], ["LoRA"]];
const run = (...pins: Pin[]) => {
  const { data: found, effects } = correct(data(), pins, (edge) => FORMS[edge]);
  const nodes = unpackTable(found.nodes) as Record<string, (string | number)[]>;
  const edges = unpackTable(found.edges) as Record<string, (string | number)[]>;
  const entities = nodes.key.map((key, i) => `${key} ${nodes.label[i]} ${nodes.kind[i]} ${nodes.papers[i]}`);
  const lines = edges.from.map(
    (from, e) => `${nodes.label[from as number]} ${edges.relation[e]} ${nodes.key[edges.to[e] as number]}`,
  );
  return { entities: entities.filter((text) => !text.startsWith("paper")), lines, effects, found, edges };
};

for (const [what, pins, entities, lines] of [
  [
    "nothing",
    [],
    ["dataset:lora LoRA dataset 1", "method:lora LoRA method 7"],
    [
      "One proposes method:lora",
      "One uses method:lora",
      "One related paper:10.1000:a_5Fb",
      "Two uses dataset:lora",
      "Two uses method:lora",
    ],
  ],
  [
    "one written form dropped",
    [{ table: "drop", names: ["low rank"] }],
    ["dataset:lora LoRA dataset 1", "method:lora LoRA method 7"],
    [
      "One proposes method:lora",
      "One related paper:10.1000:a_5Fb",
      "Two uses dataset:lora",
      "Two uses method:lora",
    ],
  ],
  [
    "all names dropped in one paper, by its title",
    [{ table: "drop", names: ["low rank", "LoRA"], kind: "method", paper: "TWO!" }],
    ["dataset:lora LoRA dataset 1", "method:lora LoRA method 6"],
    [
      "One proposes method:lora",
      "One uses method:lora",
      "One related paper:10.1000:a_5Fb",
      "Two uses dataset:lora",
    ],
  ],
  [
    "a method becomes the dataset that is there",
    [
      { table: "retype", name: "LoRA", from: "method", to: "dataset" },
      { table: "retype", name: "low rank", from: "method", to: "dataset" },
    ],
    ["dataset:lora LoRA dataset 7"],
    [
      "One introduces dataset:lora",
      "One uses dataset:lora",
      "One related paper:10.1000:a_5Fb",
      "Two uses dataset:lora",
    ],
  ],
  [
    "papers that are not related",
    [{ table: "unrelated", papers: ["10.1000/a_b", "One"] }],
    ["dataset:lora LoRA dataset 1", "method:lora LoRA method 7"],
    ["One proposes method:lora", "One uses method:lora", "Two uses dataset:lora", "Two uses method:lora"],
  ],
  [
    "names apart",
    [{ table: "different", names: ["LoRA", "low rank"] }],
    ["dataset:lora LoRA dataset 1", "method:lora LoRA method 7", "method:lora~1.0 low rank method 1"],
    [
      "One proposes method:lora",
      "One proposes method:lora~1.0",
      "One uses method:lora~1.0",
      "One related paper:10.1000:a_5Fb",
      "Two uses dataset:lora",
      "Two uses method:lora",
    ],
  ],
] as [string, Pin[], string[], string[]][]) {
  test(what, () => {
    const { entities: found, lines: drawn, effects } = run(...pins);
    assert.deepEqual(found, entities);
    assert.deepEqual(drawn, lines);
    assert.ok(effects.every(Boolean));
  });
}
test("merged edges count their mentions, and say where their texts are", () => {
  const { found, edges } = run(
    { table: "retype", name: "LoRA", from: "method", to: "dataset" },
    { table: "retype", name: "low rank", from: "method", to: "dataset" },
  );
  assert.equal(edges.mentions[3], 4);
  assert.deepEqual(found.origin?.edges[3], [3, 4]);
  assert.deepEqual(found.moved, [["method:lora", 0]]);
  assert.equal(found.counts?.method, 0);
});
test("a pin of what is not here has no effect, and changes nothing", () => {
  const { effects, lines } = run(
    { table: "drop", names: ["Nowhere"] },
    { table: "unrelated", papers: ["x", "One"] },
  );
  assert.deepEqual(effects, [false, false]);
  assert.equal(lines.length, 5);
});
test("only the edges of what is parted or dropped have to be read", () => {
  assert.deepEqual(asked(data(), [{ table: "drop", names: ["low rank"] }]), [0, 1, 4]);
  assert.deepEqual(asked(data(), [{ table: "rename", name: "LoRA", to: "X" }]), []);
});
