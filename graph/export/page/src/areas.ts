// The area of each topic and, closer up, of each subtopic: around what is shown of it.
import { topics } from "./model";
import { type Disc, finish, type Looks, outlining, type Ring, type Shape } from "./outline";
import { contains, middleOf, roomIn, type Spot } from "./room";
import { radius, shown, x, y } from "./scene";
import type { Pen, Point, Sides, Topic } from "./types";

/** The outline of a topic; `size` is the side of a square as large. */
export interface Area extends Sides {
  topic: Topic;
  size: number;
  middle: Point;
  rings: Ring[];
  holds(x: number, y: number): boolean;
  room(width: number, height: number): Spot | null;
}

const CELLS = 50_000; // Of the grid: more are smoother and slower.
const LEAST_CELL = 6;

const once = <Value>(make: () => Value) => {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
const areaOf = (topic: Topic, shape: Shape): Area => {
  const { left, top, wide, high, cell, level, rings } = shape;
  const inside = level.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
  const middle = middleOf(shape);
  const rooms = once(() => roomIn(shape));
  const spots = new Map<string, Spot | null>();
  return {
    ...{ topic, rings, left, top, right: left + wide * cell, bottom: top + high * cell },
    size: Math.sqrt(inside) * cell,
    middle: { x: left + middle.x * cell, y: top + middle.y * cell },
    holds: (px, py) => contains(shape, px, py),
    room: (width, height) => {
      const key = `${width} ${height}`;
      const known = spots.get(key);
      if (known !== undefined) return known;
      const spot = rooms()(width, height);
      spots.set(key, spot);
      return spot;
    },
  };
};
/** How far apart the members of a topic are, as it is in most: what lies between them is of the topic. */
const spacing = (discs: Disc[]) => {
  const boxes = new Map<number, Sides & { count: number }>();
  for (const { x: px, y: py, radius: r, group } of discs) {
    let box = boxes.get(group);
    if (!box) {
      box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity, count: 0 };
      boxes.set(group, box);
    }
    box.left = Math.min(box.left, px - r);
    box.top = Math.min(box.top, py - r);
    box.right = Math.max(box.right, px + r);
    box.bottom = Math.max(box.bottom, py + r);
    box.count += 1;
  }
  const found = [...boxes.values()].map(({ left, top, right, bottom, count }) =>
    Math.sqrt(((right - left) * (bottom - top)) / count),
  );
  return found.sort((a, b) => a - b)[found.length >> 1];
};
function* around(groups: Topic[], look: (across: number, apart: number) => Looks): Generator<void, Area[]> {
  const discs: Disc[] = [];
  groups.forEach(({ members }, group) => {
    for (const i of members) if (shown[i]) discs.push({ x: x[i], y: y[i], radius: radius[i], group });
  });
  if (!discs.length) return [];
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const disc of discs) {
    [left, right] = [Math.min(left, disc.x), Math.max(right, disc.x)];
    [top, bottom] = [Math.min(top, disc.y), Math.max(bottom, disc.y)];
  }
  const across = Math.sqrt((right - left + 300) * (bottom - top + 300));
  const shapes = yield* outlining(discs, look(across, spacing(discs)));
  return shapes.map((shape) => areaOf(groups[shape.group], shape));
}
const looksOfTopics = (across: number, apart: number): Looks => {
  const cell = Math.max(LEAST_CELL, across / Math.sqrt(CELLS));
  const pad = 2.2 * cell;
  return { cell, pad, reach: pad + Math.max(7 * cell, Math.min(apart, 28 * cell)) };
};
const looksOfSubtopics = (across: number, apart: number): Looks => {
  const cell = Math.max(LEAST_CELL, across / 100);
  return { cell, pad: 1.6 * cell, reach: Math.max(4 * cell, Math.min(apart, 28 * cell)) };
};

const topicsAround = () => (topics.length > 1 ? around(topics, looksOfTopics) : around([], looksOfTopics));
const subtopicsAround = ({ subtopics }: Topic) =>
  around(subtopics.length > 1 ? subtopics : [], looksOfSubtopics);

/** The areas for what is shown; `inner` has those of subtopics, by topic, as far as they were asked for. */
interface Made {
  shown: Uint8Array;
  areas: Area[] | null;
  inner: Map<string, Area[]>;
}
const KEPT = 4; // A filter that is taken back finds the areas of before.
const fresh = (): Made => ({ shown: shown.slice(), areas: null, inner: new Map() });
let kept: Made[] = [];
let now = fresh();
let next: Made | null = null; // Being made, while those of before are painted.
let work: Generator<void, void> | null = null;
let lasting: Area[] | null = null; // Those of before that have something in them still.

const isOf = (made: Made) => made.shown.every((value, i) => value === shown[i]);
function* making(before: Made, made: Made): Generator<void, void> {
  made.areas = yield* topicsAround();
  for (const topic of topics) {
    const known = before.inner.get(topic.name);
    if (!known) continue;
    const same = topic.members.every((i) => made.shown[i] === before.shown[i]);
    made.inner.set(topic.name, same ? known : yield* subtopicsAround(topic));
  }
}
/** What is shown has changed: areas are made by `advance`, or when `complete` asks for them. */
export const stale = () => {
  if (isOf(next ?? now)) return;
  if (now.areas && !kept.includes(now)) kept = [now, ...kept].slice(0, KEPT);
  [next, work, lasting] = [null, null, null];
  const known = kept.find(isOf);
  if (known) now = known;
  else if (!now.areas) now = fresh();
  else {
    next = fresh();
    work = making(now, next);
  }
};
/** One step of making areas, some milliseconds; true when there is nothing left to do. */
export const advance = () => {
  if (!work || !next) return true;
  if (!work.next().done) return false;
  [now, next, work, lasting] = [next, null, null, null];
  return true;
};
export const complete = () => {
  while (!advance());
};
/** The areas of topics, the largest topic first; none of a single topic. */
export const ofTopics = (): Area[] => {
  if (!now.areas) {
    now.shown = shown.slice();
    now.areas = finish(topicsAround());
  }
  if (!next) return now.areas;
  lasting ??= now.areas.filter(({ topic }) => topic.members.some((i) => shown[i]));
  return lasting;
};
/** The areas of the subtopics of a topic, if there are several. */
export const within = (topic: Topic): Area[] => {
  const known = now.inner.get(topic.name);
  if (known) return known;
  const made = finish(subtopicsAround(topic));
  now.inner.set(topic.name, made);
  return made;
};
/** Those of them that were painted already: nothing is made for it. */
export const made = ({ name }: Topic): Area[] => now.inner.get(name) ?? [];
export const at = (list: Area[], px: number, py: number) => list.find((area) => area.holds(px, py));

/** Adds the outline to a path: a closed quadratic B-spline, whose curves meet in the middles of its sides. */
export const trace = (ctx: Pen, { rings }: Area) => {
  for (const ring of rings) {
    const corners = ring.length / 2;
    const px = (i: number) => ring[2 * (i % corners)];
    const py = (i: number) => ring[2 * (i % corners) + 1];
    ctx.moveTo((px(0) + px(1)) / 2, (py(0) + py(1)) / 2);
    for (let i = 1; i <= corners; i += 1)
      ctx.quadraticCurveTo(px(i), py(i), (px(i) + px(i + 1)) / 2, (py(i) + py(i + 1)) / 2);
    ctx.closePath();
  }
};
