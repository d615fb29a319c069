import assert from "node:assert/strict";
import test from "node:test";
import {
  inColumns,
  onRings,
  onTime,
  rectOf,
  ringsOf,
  roomAround,
} from "../../../../../graph/export/page/src/focus_layout";
import type { Point, Rect } from "../../../../../graph/export/page/src/types";

const AREA: Rect = [0, 0, 720, 640];
const box = { wide: 130, high: 60 };
const boxOf = () => box;
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
const rects = (places: Map<number, Point>) => [...places.values()].map((point) => rectOf(point, box));
const cross = (a: Rect, b: Rect) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
const isSound = (found: Rect[], area = AREA) =>
  found.every((one, at) => {
    const inside = one[0] >= area[0] && one[1] >= area[1] && one[2] <= area[2] && one[3] <= area[3];
    return inside && found.slice(at + 1).every((two) => !cross(one, two));
  });

test("the heavier a paper, the nearer its ring, and outer rings hold more", () => {
  assert.deepEqual(ringsOf([0.1, 0.9, 0.5, 0.4, 0.3, 0.2], 3), [2, 0, 1, 1, 2, 2]);
  assert.deepEqual(ringsOf([], 3), []);
  assert.deepEqual(ringsOf([0.5], 3), [1]);
});

for (const count of [1, 5, 22, 40, 90]) {
  test(`${count} boxes around a middle are inside and overlap nothing`, () => {
    const middle = rectOf({ x: 360, y: 320 }, { wide: 170, high: 90 });
    const rings = ringsOf(
      numbers(count).map((at) => -at),
      3,
    );
    const room = roomAround([middle]);
    const placed = onRings(numbers(count), { area: AREA, room, boxOf, rings: 3, ringOf: (at) => rings[at] });
    assert.ok(isSound([...rects(placed.at), middle]));
    assert.equal(placed.at.size + placed.left.length, count);
    assert.ok(placed.at.size >= Math.min(count, 26), `${placed.at.size} of ${count} found room`);
  });
}

test("along a line of time the days decide, and nothing overlaps", () => {
  const xOf = (at: number) => 65 + 20 * at;
  const placed = onTime(numbers(30), { area: AREA, room: roomAround([]), boxOf, xOf });
  assert.ok(isSound(rects(placed.at)));
  for (const [at, { x }] of placed.at) assert.equal(x, Math.min(xOf(at), 655));
});

test("groups stand in two columns under their headings, in order; a heading never stands alone", () => {
  const group = (head: number, count: number) => ({
    head,
    members: numbers(count).map((at) => head + 1 + at),
  });
  const groups = [group(0, 3), group(10, 2), group(20, 4), group(30, 9)];
  const placed = inColumns(groups, { area: AREA, boxOf, bulge: 0 });
  assert.ok(isSound(rects(placed.at)));
  const column = (item: number) => placed.at.get(item)?.x;
  const heads = groups.filter(({ head }) => placed.at.has(head));
  for (const { head, members } of heads) {
    assert.equal(column(head), column(members[0]));
    assert.ok((placed.at.get(head)?.y ?? 0) < (placed.at.get(members[0])?.y ?? 0));
  }
  assert.equal(new Set([...placed.at.values()].map(({ x }) => x)).size, 2);
  const all = groups.reduce((sum, { members }) => sum + members.length, 0);
  assert.equal(placed.at.size - heads.length + placed.left.length, all);
});

test("where nothing fits, all is left", () => {
  const tiny: Rect = [0, 0, 50, 50];
  const room = roomAround([]);
  const placed = onRings([1, 2], { area: tiny, room, boxOf, rings: 1, ringOf: () => 0 });
  assert.deepEqual([placed.at.size, placed.left], [0, [1, 2]]);
  assert.deepEqual(inColumns([{ head: 0, members: [1] }], { area: tiny, boxOf, bulge: 0 }).left, [1]);
});
