import "./sample";
import assert from "node:assert/strict";
import test from "node:test";
import { fresh } from "../../../../../graph/export/page/src/address";
import { corpus, rowOf } from "../../../../../graph/export/page/src/corpus";
import { isInside } from "../../../../../graph/export/page/src/facets";
import { nodes, topicsBut } from "../../../../../graph/export/page/src/model";
import * as result from "../../../../../graph/export/page/src/result";
import * as state from "../../../../../graph/export/page/src/state";
import type { Result, State } from "../../../../../graph/export/page/src/types";

const REST = corpus.key.indexOf("paper:9");
const of = (changes: Partial<State>) => {
  result.compute({ ...fresh(), ...changes });
  return result.now;
};
const papers = ({ rows }: Result) => [...rows].map((row) => corpus.key[row].split(":")[1]);
const drawn = ({ shown }: Result) => nodes.id.filter((i) => shown[i]).map((i) => nodes.key[i].split(":")[1]);

test("the corpus has the papers that are nodes, then the rest", () => {
  assert.deepEqual([corpus.size, corpus.drawn, REST], [5, 4, 4]);
  assert.equal(corpus.node[REST], -1);
  assert.deepEqual([rowOf(1), rowOf(nodes.key.indexOf("method:lora"))], [1, -1]);
  assert.deepEqual([corpus.title[REST], corpus.topic[REST], corpus.authors[REST]], ["Undrawn", "Fields", ""]);
});

const CASES: [string, Partial<State>, string[]][] = [
  ["no filter", {}, ["1", "2", "3", "4", "9"]],
  ["a topic is hidden", { hiddenTopics: new Set(["Fields"]) }, ["1", "2", "4"]],
  ["what has no topic is hidden", { hiddenTopics: new Set([""]) }, ["1", "2", "3", "9"]],
  ["only a subtopic", { hiddenTopics: topicsBut("Far") }, ["3", "9"]],
  ["a topic is open", { topic: "Fields" }, ["3", "9"]],
  ["a month", { since: "2024-02", until: "2024-02" }, ["2"]],
  ["months crosswise", { since: "2024-04", until: "2024-02" }, ["2", "3", "9"]],
  ["a lasso", { lasso: [-90, -10, 90, -10, 90, 10, -90, 10] }, ["1", "2", "4"]],
  ["only what is proposed", { hiddenRelations: new Set(["uses", "related", "mentions"]) }, ["1"]],
  ["sure names, and papers that have no links", { confidence: 0.75, weight: 0.9 }, ["1", "2", "4", "9"]],
  ["kinds are no facet of papers", { hiddenKinds: new Set(["method"]) }, ["1", "2", "3", "4", "9"]],
];
for (const [what, changes, wanted] of CASES) {
  test(`${what}: these papers pass`, () => {
    const found = of(changes);
    assert.deepEqual(papers(found), wanted);
    assert.deepEqual([found.count.papers, found.count.of], [wanted.length, 5]);
    assert.deepEqual(
      [...found.passes],
      [...found.mask].map((bits) => Number(bits === 0)),
    );
  });
}

test("counts of a facet leave its own choice out, those of others follow it", () => {
  const found = of({ hiddenTopics: new Set(["Fields"]), since: "2024-02" });
  assert.deepEqual(papers(found), ["2"]);
  assert.deepEqual(
    [found.topics.get("Adapters"), found.topics.get("Fields"), found.topics.get("Far")],
    [1, 2, 1],
  );
  assert.deepEqual(corpus.bins.names, ["2024-01", "2024-02", "2024-03", "2024-04"]);
  assert.deepEqual([...found.times], [1, 1, 0, 0]);
  assert.equal(found.relations.get("mentions"), 0);
  assert.equal(of({}).relations.get("mentions"), 1);
});

test("an open topic narrows lists, and the map keeps what is around it", () => {
  const found = of({ topic: "Fields" });
  assert.deepEqual(drawn(found), ["1", "2", "3", "4", "lora", "clip"]);
  assert.deepEqual(
    nodes.id.filter((i) => found.listed[i]).map((i) => nodes.key[i]),
    ["paper:3", "method:clip"],
  );
});

test("entities are counted by the papers that are left", () => {
  const found = of({ since: "2024-02", until: "2024-02" });
  assert.equal(found.named[nodes.key.indexOf("method:lora")], 1);
  assert.deepEqual(found.count.kinds.get("method"), [2, 3]);
  assert.deepEqual(
    of({ view: "papers", hiddenKinds: new Set(["method"]) }).count.kinds.get("method"),
    [2, 3],
  );
});

test("a query of the text filter narrows while there is one, and every listener is told once a change", () => {
  const told: string[][] = [];
  result.start();
  result.on((found) => told.push(papers(found)));
  state.narrow("text", "far");
  result.setText([2, REST]);
  state.narrow("since", "2024-04-20");
  state.widen();
  state.select(0);
  state.showTopic("Fields");
  assert.deepEqual(told, [
    ["1", "2", "3", "4", "9"],
    ["3", "9"],
    ["3", "9"],
    ["1", "2", "3", "4", "9"],
    ["3", "9"],
  ]);
});

test("what is beside the map follows frames later, once for several changes, or when it is asked for", async () => {
  const told: number[] = [];
  result.catchUp();
  result.onFollowing((found) => told.push(found.count.papers));
  state.clear();
  state.narrow("since", "2024-04-20");
  state.widen();
  assert.deepEqual([told, result.isFollowed()], [[], false]);
  while (!result.isFollowed()) await new Promise((done) => setTimeout(done));
  assert.deepEqual(told, [5]);
  state.narrow("since", "2024-04-20");
  result.catchUp();
  await new Promise((done) => setTimeout(done, 20));
  assert.equal(told.length, 2);
  state.widen();
  result.catchUp();
});

test("a point is inside a polygon", () => {
  const shape = [0, 0, 10, 0, 10, 10, 5, 2, 0, 10]; // The notch of an M.
  assert.deepEqual(
    [
      [1, 1],
      [5, 1],
      [5, 5],
      [9, 5],
      [11, 5],
      [-1, -1],
    ].map(([x, y]) => isInside(shape, x, y)),
    [true, true, false, true, false, false],
  );
});
