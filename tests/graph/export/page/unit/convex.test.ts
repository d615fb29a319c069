import assert from "node:assert/strict";
import test from "node:test";
import { around, type Disc, hull } from "../../../../../graph/export/page/src/convex";

test("what is inside or on a side is not on the hull", () => {
  const square = [
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 4],
  ];
  const found = hull([[2, 2], ...square, [2, 0], [1, 3]]);
  assert.deepEqual(found, square);
});
for (const points of [
  [],
  [[1, 2]],
  [
    [3, 4],
    [1, 2],
  ],
]) {
  test(`${points.length} points are their own hull`, () => {
    assert.deepEqual(new Set(hull(points)), new Set(points));
  });
}

// A small generator of numbers (Park and Miller 1988), so that each run sees the same.
const random = (seed: number) => () => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed / 2_147_483_647;
};
const side = ([ax, ay]: number[], [bx, by]: number[], [px, py]: number[]) =>
  (bx - ax) * (py - ay) - (by - ay) * (px - ax);
test("no centre is outside, and each corner is on a disc's edge", () => {
  const next = random(7);
  for (let round = 0; round < 50; round += 1) {
    const discs = Array.from(
      { length: 3 + round },
      (): Disc => [next() * 900, next() * 500, 4 + next() * 30],
    );
    const outline = around(discs);
    for (const disc of discs)
      outline.forEach((corner, at) => {
        assert.ok(side(corner, outline[(at + 1) % outline.length], disc) >= -1e-6);
      });
    for (const [x, y] of outline)
      assert.ok(discs.some(([dx, dy, r]) => Math.abs(Math.hypot(x - dx, y - dy) - r) < 1e-9));
  }
});
