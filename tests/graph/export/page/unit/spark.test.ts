import assert from "node:assert/strict";
import test from "node:test";
import { points } from "../../../../../graph/export/page/src/spark";

test("the largest value is at the top, nothing at the bottom, from left to right", () =>
  assert.deepEqual(points([0, 4, 2]), [
    [2, 16],
    [32, 2],
    [62, 9],
  ]));
test("one value, zeros and nothing are drawn, too", () => {
  assert.deepEqual(points([3]), [[2, 2]]);
  assert.deepEqual(points([0, 0]), [
    [2, 16],
    [62, 16],
  ]);
  assert.deepEqual(points([]), []);
});
