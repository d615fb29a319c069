import "./sample";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { fresh } from "../../../../../graph/export/page/src/address";
import * as lines from "../../../../../graph/export/page/src/lines";
import { at, nodes } from "../../../../../graph/export/page/src/model";
import { emphasise, path, stations, within } from "../../../../../graph/export/page/src/neighbourhood";
import { hot, view } from "../../../../../graph/export/page/src/scene";
import type { State } from "../../../../../graph/export/page/src/types";
import { filter } from "./filter";

const row = (key: string) => at.get(key) ?? -1;
const keys = (found: Iterable<number>) => [...found].map((node) => nodes.key[node].split(":")[1]);
beforeEach(() => filter(fresh()));

test("distances grow in breadth-first order", () => {
  const found = within(row("paper:1"), 2);
  assert.deepEqual([...found.values()], [0, 1, 1, 2, 2]);
  assert.deepEqual(keys(found.keys()).sort(), ["1", "2", "3", "clip", "lora"]);
  assert.deepEqual(keys(within(row("paper:4"), 2).keys()), ["4"]);
});

test("a path is the shortest, and of several the one through the rarest names", () => {
  const [from, to] = [row("method:lora"), row("paper:3")];
  const found = path(from, to) ?? [];
  assert.deepEqual(keys(stations(from, found)), ["lora", "2", "3"]);
  assert.deepEqual(path(from, from), []);
  assert.equal(path(from, row("paper:4")), null);
});

test("a path uses what is shown only", () => {
  filter({ ...fresh(), hiddenRelations: new Set(["related"]) });
  const from = row("paper:1");
  assert.deepEqual(keys(stations(from, path(from, row("paper:3")) ?? [])), ["1", "lora", "2", "clip", "3"]);
});

const CASES: [string, Partial<State>, string[], number][] = [
  ["a neighbourhood", { selected: row("paper:1") }, ["1", "2", "lora"], 3],
  ["a path", { selected: row("paper:1"), target: row("paper:3") }, ["1", "2", "3"], 2],
  ["a topic", { topic: "Fields" }, ["3", "clip", "bert"], 1],
];
for (const [what, changes, members, count] of CASES) {
  test(`${what} is emphasised with its lines`, () => {
    emphasise({ ...fresh(), ...changes });
    assert.ok(view.emphasis);
    assert.deepEqual(keys(nodes.id.filter((i) => hot[i])), members);
    assert.equal(lines.now.hot.filter(Boolean).length, count);
  });
}

test("nothing selected, nothing emphasised", () => {
  emphasise({ ...fresh(), selected: 0 });
  emphasise(fresh());
  assert.equal(view.emphasis, false);
  assert.ok(!hot.some(Boolean) && !lines.now.hot.some(Boolean));
});
