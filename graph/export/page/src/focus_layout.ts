// Where a focused neighbourhood stands: the middle, papers around it on rings by weight or along a line of time,
// and what is named in two columns outside. Nothing overlaps; what finds no room is left out.
import { freeRoom } from "./label_room";
import type { Point, Rect } from "./types";

/** Something to place, by the size of its box in CSS pixels. */
export interface Box {
  wide: number;
  high: number;
}
export interface Placed<Item> {
  at: Map<Item, Point>;
  left: Item[];
}
const TURNS = 48; // Directions that are tried on a ring.
const STEPS = [0, 0.06, -0.06, 0.12, -0.12]; // How far from its ring a box may stand.
const INNER = 0.5; // The inner ring, as a part of the outer one: the middle needs room.
const GRID = 10; // Where no ring has room, places in such steps are tried.
const GAP = 6;

/** The rectangle of a box whose middle is at a point. */
export const rectOf = ({ x, y }: Point, { wide, high }: Box, gap = 0): Rect => [
  x - wide / 2 - gap,
  y - high / 2 - gap,
  x + wide / 2 + gap,
  y + high / 2 + gap,
];
export type Room = ReturnType<typeof freeRoom>;
export const roomAround = (taken: Rect[]): Room => {
  const room = freeRoom();
  taken.forEach(room.occupy);
  return room;
};
const isInside = (rect: Rect, area: Rect) =>
  rect[0] >= area[0] && rect[1] >= area[1] && rect[2] <= area[2] && rect[3] <= area[3];
const take = (room: Room, area: Rect, point: Point, box: Box) => {
  if (!isInside(rectOf(point, box), area) || !room.isFree(rectOf(point, box, GAP / 2))) return false;
  room.occupy(rectOf(point, box, GAP / 2));
  return true;
};
/** The free place for a box that is nearest to where it should be; null without any. */
const nearest = (room: Room, area: Rect, wanted: Point, box: Box) => {
  let [best, least]: [Point | null, number] = [null, Infinity];
  for (let x = area[0] + box.wide / 2; x <= area[2] - box.wide / 2; x += GRID)
    for (let y = area[1] + box.high / 2; y <= area[3] - box.high / 2; y += GRID) {
      const far = Math.hypot(x - wanted.x, y - wanted.y);
      if (far < least && room.isFree(rectOf({ x, y }, box, GAP / 2))) [best, least] = [{ x, y }, far];
    }
  return best;
};
// Away from a direction on both sides by turns: 0, 1, -1, 2, -2, ...
const aside = (step: number) => (step % 2 ? (step + 1) / 2 : -step / 2);

/** The ring of each weight, from 0 on: thirds of the range of weights, the heaviest on the inner ring. */
export const ringsOf = (weights: number[], rings: number) => {
  const order = weights.map((_, at) => at).sort((a, b) => weights[b] - weights[a] || a - b);
  const found = new Array<number>(weights.length);
  // A ring holds more, the farther out it is: 1 + 2 + 3 parts.
  const parts = (rings * (rings + 1)) / 2;
  order.forEach((at, rank) => {
    const share = ((rank + 0.5) / weights.length) * parts;
    let ring = 0;
    while (ring < rings - 1 && share > ((ring + 1) * (ring + 2)) / 2) ring += 1;
    found[at] = ring;
  });
  return found;
};
/** Place boxes on rings around the middle of an area; those of one ring are spread evenly, in their order. */
export const onRings = <Item>(
  items: Item[],
  {
    area,
    room,
    boxOf,
    ringOf,
    rings,
  }: { area: Rect; room: Room; boxOf: (item: Item) => Box; ringOf: (item: Item) => number; rings: number },
): Placed<Item> => {
  const middle = { x: (area[0] + area[2]) / 2, y: (area[1] + area[3]) / 2 };
  const placed: Placed<Item> = { at: new Map(), left: [] };
  const onRing = (ring: number) => items.filter((item) => ringOf(item) === ring);
  const tryAt = (item: Item, factor: number, direction: number) => {
    const box = boxOf(item);
    const reach = { x: (area[2] - area[0] - box.wide) / 2, y: (area[3] - area[1] - box.high) / 2 };
    const point = {
      x: middle.x + reach.x * factor * Math.cos(direction),
      y: middle.y + reach.y * factor * Math.sin(direction),
    };
    if (!take(room, area, point, box)) return false;
    placed.at.set(item, point);
    return true;
  };
  const place = (item: Item, factor: number, direction: number) => {
    for (const step of STEPS)
      for (let turn = 0; turn < TURNS / 2; turn += 1) {
        const away = direction + (2 * Math.PI * aside(turn)) / TURNS;
        if (factor + step <= 1 && tryAt(item, factor + step, away)) return true;
      }
    return false;
  };
  const late: [Item, Point][] = [];
  for (let ring = 0; ring < rings; ring += 1) {
    const members = onRing(ring);
    // Each ring begins between two of the ring inside it.
    const start = -Math.PI / 2 + (ring * Math.PI) / Math.max(2, members.length);
    members.forEach((item, at) => {
      const direction = start + (2 * Math.PI * at) / members.length;
      const factor = rings > 1 ? INNER + ((1 - INNER) * ring) / (rings - 1) : INNER;
      if (place(item, factor, direction)) return;
      const reach = { x: (factor * (area[2] - area[0])) / 2, y: (factor * (area[3] - area[1])) / 2 };
      late.push([
        item,
        { x: middle.x + reach.x * Math.cos(direction), y: middle.y + reach.y * Math.sin(direction) },
      ]);
    });
  }
  for (const [item, wanted] of late) {
    const point = nearest(room, area, wanted, boxOf(item));
    if (point && take(room, area, point, boxOf(item))) placed.at.set(item, point);
    else placed.left.push(item);
  }
  return placed;
};

/** Place boxes along a line of time: `x` is given, heights are as near to the middle as there is room. */
export const onTime = <Item>(
  items: Item[],
  {
    area,
    room,
    boxOf,
    xOf,
  }: { area: Rect; room: Room; boxOf: (item: Item) => Box; xOf: (item: Item) => number },
): Placed<Item> => {
  const placed: Placed<Item> = { at: new Map(), left: [] };
  const middle = (area[1] + area[3]) / 2;
  const step = 8;
  for (const item of items) {
    const box = boxOf(item);
    const x = Math.max(area[0] + box.wide / 2, Math.min(area[2] - box.wide / 2, xOf(item)));
    const tries = Math.ceil((area[3] - area[1]) / step);
    let done = false;
    for (let turn = 0; turn < tries && !done; turn += 1) {
      const point = { x, y: middle + step * aside(turn) };
      done = take(room, area, point, box);
      if (done) placed.at.set(item, point);
    }
    if (!done) placed.left.push(item);
  }
  return placed;
};

/** Place groups of boxes, each under its heading, in two columns at the sides: the first groups left, the others
 * right, both about as long. Columns bulge a little, as if they were a ring. */
export const inColumns = <Item>(
  groups: { head: Item; members: Item[] }[],
  { area, boxOf, bulge }: { area: Rect; boxOf: (item: Item) => Box; bulge: number },
): Placed<Item> => {
  const placed: Placed<Item> = { at: new Map(), left: [] };
  const length = (group: { head: Item; members: Item[] }) =>
    [group.head, ...group.members].reduce((sum, item) => sum + boxOf(item).high + GAP, 2 * GAP);
  const whole = groups.reduce((sum, group) => sum + length(group), 0);
  const columns: (typeof groups)[] = [[], []];
  let sum = 0;
  for (const group of groups) {
    columns[sum + length(group) / 2 <= whole / 2 || !columns[0].length ? 0 : 1].push(group);
    sum += length(group);
  }
  columns.forEach((column, side) => {
    const broad = Math.max(
      0,
      ...column.flatMap(({ head, members }) => [head, ...members]).map((item) => boxOf(item).wide),
    );
    const high = column.reduce((total, group) => total + length(group), 0);
    let y = Math.max(area[1], (area[1] + area[3] - high) / 2);
    const put = (item: Item) => {
      const box = boxOf(item);
      if (y + box.high > area[3]) return false;
      const off = (2 * (y + box.high / 2 - area[1])) / Math.max(1, area[3] - area[1]) - 1;
      const inward = bulge * off * off;
      // Boxes of a column begin or end at one line, that towards the middle.
      const edge = inward + broad - box.wide / 2;
      const x = side ? area[2] - edge : area[0] + edge;
      placed.at.set(item, { x, y: y + box.high / 2 });
      y += box.high + GAP;
      return true;
    };
    for (const { head, members } of column) {
      y += GAP;
      // A heading alone at the end says nothing.
      const fits = members.length > 0 && y + boxOf(head).high + GAP + boxOf(members[0]).high <= area[3];
      if (fits) put(head);
      for (const item of members) if (!fits || !put(item)) placed.left.push(item);
      y += GAP;
    }
  });
  return placed;
};
