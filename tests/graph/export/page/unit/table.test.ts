// What the tables hold: one unit a column, papers that are not drawn among the papers.
import "./sample";
import assert from "node:assert/strict";
import { test } from "node:test";
import { at } from "../../../../../graph/export/page/src/model";
import { sorted } from "../../../../../graph/export/page/src/sorted";
import { figures } from "../../../../../graph/export/page/src/table_figures";

const node = (key: string) => at.get(key) ?? -1;

test("a paper counts each entity once, whatever the relations", () => {
  const { named, related } = figures();
  const methods = named.get("method");
  assert.deepEqual(
    ["paper:1", "paper:2", "paper:4"].map((key) => methods?.[node(key)]),
    [1, 2, 0],
  );
  assert.deepEqual(
    ["paper:1", "paper:2", "paper:4"].map((key) => related[node(key)]),
    [1, 2, 0],
  );
});
test("an entity has the first date and the topics of the papers that name it", () => {
  const { first, topics } = figures();
  assert.equal(first[node("method:clip")], "2024-02-03");
  assert.equal(topics[node("method:clip")], 2);
  assert.equal(topics[node("method:lora")], 1);
});
test("what is empty is last in both directions", () => {
  const dates = ["2024-02", "", "2024-01"];
  const by = (item: number) => dates[item];
  assert.deepEqual(sorted([0, 1, 2], by, 1), [2, 0, 1]);
  assert.deepEqual(sorted([0, 1, 2], by, -1), [0, 2, 1]);
});
