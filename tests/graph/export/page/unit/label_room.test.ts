import assert from "node:assert/strict";
import test from "node:test";
import { freeRoom, short, within } from "../../../../../graph/export/page/src/label_room";
import type { Rect } from "../../../../../graph/export/page/src/types";

test("a long text ends in an ellipsis, a short one stays", () => {
  assert.deepEqual(
    [short("abcdef", 6), short("abcdefg", 6), short("abcd efg", 6)],
    ["abcdef", "abcde…", "abcd…"],
  );
});
test("a value is kept between two ends in any order", () => {
  assert.deepEqual([within(0, 5, 3), within(3, -1, 0), within(0, 2, 3)], [3, 0, 2]);
});

test("touching is free, crossing is not", () => {
  const { occupy, isFree } = freeRoom();
  occupy([10, 10, 30, 20]);
  for (const rect of [
    [30, 10, 40, 20],
    [10, 20, 30, 30],
    [-90, -90, -80, -80],
  ] as Rect[])
    assert.ok(isFree(rect));
  for (const rect of [
    [29, 19, 40, 40],
    [0, 0, 99, 99],
    [12, 12, 13, 13],
  ] as Rect[])
    assert.ok(!isFree(rect));
});
test("the grid answers as comparing with each rectangle does", () => {
  const { occupy, isFree } = freeRoom();
  const taken: Rect[] = [];
  for (let at = 0; at < 300; at += 1) {
    const [x, y] = [((at * 197) % 900) - 100, ((at * 331) % 700) - 100];
    const rect: Rect = [x, y, x + 20 + (at % 90), y + 8 + (at % 12)];
    const crosses = taken.some((t) => rect[0] < t[2] && rect[2] > t[0] && rect[1] < t[3] && rect[3] > t[1]);
    assert.equal(isFree(rect), !crosses);
    if (crosses) continue;
    occupy(rect);
    taken.push(rect);
  }
  assert.ok(taken.length > 50);
});
