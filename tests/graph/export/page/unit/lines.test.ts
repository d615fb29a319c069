import "./sample";
import assert from "node:assert/strict";
import test from "node:test";
import { fresh } from "../../../../../graph/export/page/src/address";
import * as lines from "../../../../../graph/export/page/src/lines";
import { nodes } from "../../../../../graph/export/page/src/model";
import { shown } from "../../../../../graph/export/page/src/scene";
import type { State } from "../../../../../graph/export/page/src/types";
import { filter } from "./filter";

const filtered = (changes: Partial<State> = {}) => {
  filter({ ...fresh(), ...changes });
  const of = (node: number) => nodes.key[node].split(":")[1];
  return {
    nodes: nodes.id.filter((i) => shown[i]).map(of),
    lines: Array.from({ length: lines.now.count }, (_, line) =>
      [of(lines.now.a[line]), lines.nameOf(line), of(lines.now.b[line])].join(" "),
    ),
  };
};
const LORA = ["1 proposes lora", "1 uses lora", "2 uses lora"];
const CLIP = ["2 uses clip", "3 uses clip"];
const RELATED = ["2 related 3", "1 related 2"];

test("background mentions are hidden at first, with what only they lead to", () => {
  const found = filtered();
  assert.deepEqual(found.nodes, ["1", "2", "3", "4", "lora", "clip"]);
  assert.deepEqual(found.lines.sort(), [...LORA, ...CLIP, ...RELATED].sort());
});

const CASES: [string, Partial<State>, string[], string[]][] = [
  ["papers", { view: "papers" }, ["1", "2", "3", "4"], RELATED],
  ["likely links", { view: "papers", weight: 0.6 }, ["1", "2", "3", "4"], ["1 related 2"]],
  ["entities", { view: "entities" }, ["lora", "clip"], ["lora beside clip"]],
  ["entities often together", { view: "entities", together: 2 }, ["lora", "clip"], []],
  ["a month", { since: "2024-02", until: "2024-02" }, ["2", "lora", "clip"], ["2 uses lora", "2 uses clip"]],
  [
    "no methods",
    { hiddenKinds: new Set(["method"]), hiddenRelations: new Set() },
    ["1", "2", "3", "4"],
    RELATED,
  ],
  ["two papers each", { papers: 2, since: "2024-02" }, ["2", "3", "clip"], ["2 related 3", ...CLIP]],
  [
    "the sure",
    { confidence: 0.75 },
    ["1", "2", "3", "4", "lora", "clip"],
    ["1 proposes lora", "2 uses clip", ...RELATED],
  ],
  [
    "no topic Fields",
    { hiddenTopics: new Set(["Fields"]) },
    ["1", "2", "4", "lora"],
    ["1 related 2", ...LORA],
  ],
  [
    "no subtopic",
    { hiddenTopics: new Set(["Far"]) },
    ["1", "2", "4", "lora", "clip"],
    ["1 related 2", ...LORA, "2 uses clip"],
  ],
];
for (const [what, changes, wantedNodes, wantedLines] of CASES) {
  test(`${what}: the filters leave these nodes and lines`, () => {
    const found = filtered(changes);
    assert.deepEqual(found.nodes, wantedNodes);
    assert.deepEqual(found.lines.sort(), [...wantedLines].sort());
  });
}

test("a selected node is shown even if the filters hide it", () => {
  const selected = nodes.key.indexOf("method:bert");
  assert.ok(filtered({ selected }).nodes.includes("bert"));
});

test("links of papers are in bands by probability, the likeliest last", () => {
  filtered({ view: "papers" });
  const { ranges, weight } = lines.now;
  assert.deepEqual([...weight], [0.5, 0.8]);
  assert.deepEqual(ranges, [
    { name: "related", first: 0, end: 1, strength: 0 },
    { name: "related", first: 1, end: 2, strength: 1 },
  ]);
});

test("each line is at both its ends", () => {
  filtered();
  for (const node of nodes.id)
    for (const line of lines.at(node)) assert.ok(lines.at(lines.across(line, node)).includes(line));
  assert.deepEqual(lines.at(nodes.key.indexOf("paper:4")), []);
});
