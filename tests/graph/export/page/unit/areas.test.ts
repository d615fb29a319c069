import assert from "node:assert/strict";
import test from "node:test";
import { openPage } from "./open_page";

const TOPICS = ["Adapters", "Fields"];
openPage(
  TOPICS.flatMap((topic, at) =>
    Array.from({ length: 12 }, (_, i) => ({
      ...{ key: `paper:${topic}-${i}`, topic, x: 2000 * at + 90 * (i % 4), y: 90 * Math.floor(i / 4) },
    })),
  ),
  [],
);
const areas = await import("../../../../../graph/export/page/src/areas");
const { shown } = await import("../../../../../graph/export/page/src/scene");

const sizes = () => areas.ofTopics().map(({ topic, size }) => [topic.name, Math.round(size)]);
const hide = (...nodes: number[]) => {
  shown.fill(1);
  for (const node of nodes) shown[node] = 0;
  areas.stale();
};

test("after a filter the areas of before stay until those in steps are made", () => {
  const before = sizes();
  assert.deepEqual(
    before.map(([name]) => name),
    TOPICS,
  );
  hide(0, 1, 2, 3);
  assert.deepEqual(sizes(), before);
  let steps = 0;
  while (!areas.advance()) steps += 1;
  assert.ok(steps >= TOPICS.length);
  assert.ok(sizes()[0][1] < before[0][1]);
});
test("a topic of which nothing is left loses its area at once", () => {
  hide(...Array.from({ length: 12 }, (_, i) => i));
  assert.deepEqual(
    sizes().map(([name]) => name),
    ["Fields"],
  );
  areas.complete();
  assert.deepEqual(
    sizes().map(([name]) => name),
    ["Fields"],
  );
});
test("a filter that is taken back finds the areas of before", () => {
  hide();
  areas.complete();
  const first = areas.ofTopics();
  hide(12);
  areas.complete();
  assert.notEqual(areas.ofTopics(), first);
  hide();
  assert.equal(areas.ofTopics(), first);
  assert.ok(areas.advance());
});
