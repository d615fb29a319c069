import assert from "node:assert/strict";
import test from "node:test";
import { nearest } from "../../../../../graph/export/page/src/distance";
import { type Disc, outlines } from "../../../../../graph/export/page/src/outline";
import { contains, roomIn } from "../../../../../graph/export/page/src/room";

// A small generator of numbers (Park and Miller 1988), so that each run sees the same.
const random = (seed: number) => () => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed / 2_147_483_647;
};
test("the nearest disc of each cell is the one that a look at all of them finds", () => {
  const next = random(3);
  for (let round = 0; round < 20; round += 1) {
    const grid = { left: 0, top: 0, cell: 1, wide: 5 + round, high: 17 - (round % 9) };
    const cells = grid.wide * grid.high;
    const seeds = Int32Array.from({ length: cells }, (_, at) => (next() < 0.1 ? at : -1));
    const radius = Float64Array.from({ length: cells }, () => 2 * next());
    const found = nearest(grid, seeds, radius);
    const power = (at: number, seed: number) =>
      ((at % grid.wide) - (seed % grid.wide)) ** 2 +
      (Math.floor(at / grid.wide) - Math.floor(seed / grid.wide)) ** 2 -
      radius[seed] ** 2;
    for (let at = 0; at < cells; at += 1) {
      const least = Math.min(...[...seeds].filter((seed) => seed >= 0).map((seed) => power(at, seed)));
      if (least < Infinity) assert.ok(Math.abs(power(at, found[at]) - least) < 1e-9);
      else assert.equal(found[at], -1);
    }
  }
});
test("without any disc no cell has a nearest one, and there is no area", () => {
  const grid = { left: 0, top: 0, cell: 1, wide: 3, high: 2 };
  assert.deepEqual([...nearest(grid, new Int32Array(6).fill(-1), new Float64Array(0))], Array(6).fill(-1));
  assert.deepEqual(outlines([], { cell: 4, pad: 9, reach: 30 }), []);
});

const LOOKS = { cell: 8, pad: 18, reach: 80 };
const crowds = (seed: number): Disc[] => {
  const next = random(seed);
  return Array.from({ length: 240 }, (_, i) => {
    const group = i % 6;
    const [turn, far] = [2 * Math.PI * next(), 130 * Math.sqrt(next())];
    return {
      ...{ x: 320 * (group % 3) + far * Math.cos(turn), y: 320 * (group > 2 ? 1 : 0) + far * Math.sin(turn) },
      ...{ radius: 4 + 5 * next(), group },
    };
  });
};
/** Whether a point is inside closed lines: an odd number of them is to its right. */
const inRings = (rings: Float64Array[], x: number, y: number) => {
  let inside = false;
  for (const ring of rings)
    for (let i = 0; i < ring.length; i += 2) {
      const [ax, ay] = [ring[i], ring[i + 1]];
      const [bx, by] = [ring[(i + 2) % ring.length], ring[(i + 3) % ring.length]];
      if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside;
    }
  return inside;
};
for (const seed of [1, 2, 3]) {
  test(`an area holds all its discs and none of another, crowd ${seed}`, () => {
    const discs = crowds(seed);
    const shapes = outlines(discs, LOOKS);
    assert.equal(shapes.length, 6);
    for (const shape of shapes)
      for (const { x, y, group } of discs) {
        assert.equal(contains(shape, x, y), group === shape.group);
        assert.equal(inRings(shape.rings, x, y), group === shape.group);
      }
  });
  test(`areas do not overlap, crowd ${seed}`, () => {
    const shapes = outlines(crowds(seed), LOOKS);
    for (let x = -200; x < 900; x += 11)
      for (let y = -200; y < 600; y += 11)
        assert.ok(shapes.filter((shape) => contains(shape, x, y)).length <= 1);
  });
  test(`a name's room is inside its area, crowd ${seed}`, () => {
    for (const shape of outlines(crowds(seed), LOOKS)) {
      const spot = roomIn(shape)(5, 1);
      assert.ok(spot && spot.scale > 10);
      for (const dx of [-2.4, 0, 2.4])
        for (const dy of [-0.4, 0.4])
          assert.ok(contains(shape, spot.x + dx * spot.scale, spot.y + dy * spot.scale));
    }
  });
}
