// Orders of lists, rows in sight, windows of time, and lines with fewer corners.
import assert from "node:assert/strict";
import { test } from "node:test";
import { byValue, passed, scoredFirst } from "../../../../../graph/export/page/src/paper_order";
import { thinned } from "../../../../../graph/export/page/src/polygon";
import {
  labelled,
  moved,
  opening,
  windowBetween,
  windowOfBounds,
} from "../../../../../graph/export/page/src/time_window";
import { rowByKey, topFor, windowOf } from "../../../../../graph/export/page/src/visible_rows";

test("an order has the largest value first, and only rows that pass are left of it", () => {
  const order = byValue(["2024-02", "", "2024-03", "2024-02"]);
  assert.deepEqual([...order], [2, 0, 3, 1]);
  assert.deepEqual([...passed(order, Uint8Array.of(1, 1, 0, 1))], [0, 3, 1]);
});
test("rows with a score come first, the others keep their order", () => {
  const rows = Int32Array.of(4, 3, 2, 1);
  const scores = new Map([
    [1, 0.2],
    [3, 0.9],
    [9, 1],
  ]);
  assert.deepEqual([...scoredFirst(rows, scores)], [3, 1, 4, 2]);
  assert.deepEqual([...scoredFirst(rows, new Map())], [...rows]);
});

for (const [top, height, count, first, end] of [
  [0, 100, 1000, 0, 16],
  [1000, 100, 1000, 94, 116],
  [9990, 100, 1000, 993, 1000],
  [0, 100, 0, 0, 0],
  [500, 100, 3, 3, 3],
])
  test(`at ${top} of ${count} rows ${first} to ${end} exist`, () => {
    assert.deepEqual(windowOf(top, height, 10, count), [first, end]);
  });
test("scrolling to a row moves as little as possible", () => {
  assert.deepEqual(
    [5, 2, 30].map((at) => topFor(at, 30, 100, 10)),
    [30, 20, 210],
  );
});
for (const [key, at] of [
  ["ArrowDown", 6],
  ["ArrowUp", 4],
  ["PageDown", 9],
  ["PageUp", 0],
  ["Home", 0],
  ["End", 9],
  ["x", -1],
  ["toString", -1],
] as const)
  test(`${key} leads from row 5 of 10 to ${at}`, () => assert.equal(rowByKey(key, 5, 10, 7), at));
test("no key leads anywhere in an empty list", () => assert.equal(rowByKey("End", 0, 0, 7), -1));

test("a window lies between two bins, in either order and inside of what there is", () => {
  assert.deepEqual(windowBetween(5, 2, 10), [2, 5]);
  assert.deepEqual(windowBetween(-3, 4, 10), [0, 4]);
  assert.equal(windowBetween(0, 12, 10), null);
});
test("a window keeps its width when it moves", () => {
  assert.deepEqual(moved([2, 4], 3, 10), [5, 7]);
  assert.deepEqual(moved([2, 4], 30, 10), [7, 9]);
  assert.deepEqual(moved([2, 4], -30, 10), [0, 2]);
});
test("playing begins with the first sixth, with what is chosen, or again", () => {
  assert.deepEqual(opening(null, 12), [0, 1]);
  assert.deepEqual(opening([3, 5], 12), [3, 5]);
  assert.deepEqual(opening([9, 11], 12), [0, 2]);
});
const MONTHS = ["2023-11", "2023-12", "2024-01", "2024-02"];
for (const [since, until, found] of [
  ["", "", null],
  ["2023-12", "", [1, 3]],
  ["", "2023", [0, 1]],
  ["2023-12-15", "2024-01-03", [1, 2]],
  ["2030", "", [3, 3]],
] as const)
  test(`bounds "${since}" and "${until}" are the bins ${found}`, () => {
    assert.deepEqual(windowOfBounds(MONTHS, since, until), found);
  });
test("names under the bars keep apart, and are years where there are many months", () => {
  assert.deepEqual(labelled(MONTHS, 0.3), [0, 2]);
  const years = Array.from(
    { length: 48 },
    (_, i) => `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
  );
  assert.deepEqual(labelled(years, 0.14), [0, 12, 24, 36]);
});

test("a line keeps the corners that matter most", () => {
  const line = Array.from({ length: 101 }, (_, i) => [i, i === 40 ? 9 : 0]).flat();
  assert.deepEqual(thinned(line, 3), [0, 0, 40, 9, 100, 0]);
  assert.deepEqual(thinned([0, 0, 5, 5, 9, 0], 3), [0, 0, 5, 5, 9, 0]);
});
