// The pieces of a focused neighbourhood, and where each goes: the middle, papers, and what is named in groups.
import { el, foreign, icon, nodeLink } from "./dom";
import { type Box, inColumns, onRings, onTime, rectOf, ringsOf, roomAround } from "./focus_layout";
import type { Around, Members } from "./focus_members";
import { isPaper, nodes } from "./model";
import * as rows from "./rows";
import * as theme from "./theme";
import type { Point, Rect } from "./types";

/** Something on the stage; `node` is -1 for a heading and for a topic in the middle. */
export interface Piece {
  node: number;
  made: HTMLElement;
  box: Box;
  /** Where lines end, from the middle of the box. */
  hook: Point;
  weight: number;
}
export interface Placement {
  middle: Piece;
  places: Map<Piece, Point>;
  wide: number;
  high: number;
  /** What is written under a line of time. */
  ticks: HTMLElement[];
}
const RINGS = 3;
const EDGE = 4;
const AXIS = 24; // The height of the dates under a line of time.
const DAY = 864e5;

const date = (node: number) => (/^\d{4}/.test(nodes.date[node]) ? nodes.date[node].slice(0, 7) : "");
const dayOf = (node: number) =>
  node >= 0 && isPaper(node) ? Date.parse(nodes.date[node].slice(0, 10)) : Number.NaN;
/** Whether papers can stand along a line of time. */
export const isDated = ({ papers }: Members) => {
  const days = papers.map(({ node }) => dayOf(node)).filter(Number.isFinite);
  return new Set(days).size > 1;
};
const tinted = (node: number) => {
  const made = icon(nodes.kind[node]);
  made.style.setProperty("--tint", theme.ofNode(node));
  return made;
};
const paperPiece = ({ node, says }: Around) => {
  const small = [says, date(node)].filter(Boolean).join(" · ");
  const made = nodeLink(node, "", { class: "star", tabindex: "-1", title: nodes.label[node] });
  made.append(
    el("span", { class: "count" }, tinted(node), small),
    foreign(nodes.label[node], { class: "label" }),
  );
  return made;
};
const outerPiece = ({ node, says }: Around) => {
  const title = `${nodes.label[node]}: ${says}`;
  const made = nodeLink(node, "", { class: "star outer", tabindex: "-1", title, "aria-label": title });
  made.append(tinted(node), foreign(nodes.label[node], { class: "label" }));
  return made;
};
const middlePiece = (node: number, name: string) =>
  el(
    "div",
    { class: "star middle" },
    node >= 0 ? tinted(node) : rows.swatch(name),
    foreign(name, { class: "label" }),
  );

const measure = (piece: Piece) => {
  const [box, dot] = [piece.made, piece.made.querySelector(".icon")].map((one) =>
    one?.getBoundingClientRect(),
  );
  if (!box) return;
  piece.box = { wide: box.width, high: box.height };
  const middle = piece.made.classList.contains("middle");
  if (dot && !middle)
    piece.hook = {
      x: dot.x + dot.width / 2 - box.x - box.width / 2,
      y: dot.y + dot.height / 2 - box.y - box.height / 2,
    };
};
/** Make the pieces of a neighbourhood on a stage, and measure them. */
const piecesOn = (stage: HTMLElement, members: Members, [node, name]: [number, string]) => {
  const piece = (made: HTMLElement, node = -1, weight = 0): Piece => {
    stage.append(made);
    return { made, node, weight, box: { wide: 0, high: 0 }, hook: { x: 0, y: 0 } };
  };
  const middle = piece(middlePiece(node, name), node, 1);
  const papers = members.papers.map((one) => piece(paperPiece(one), one.node, one.weight));
  const groups = members.groups.map((group) => ({
    head: piece(el("p", { class: "group" }, group.title)),
    members: group.members.map((one) => piece(outerPiece(one), one.node, one.weight)),
  }));
  const all = [middle, ...papers, ...groups.flatMap((group) => [group.head, ...group.members])];
  // All at once: a reading after a change would lay the page out again.
  all.forEach(measure);
  return { middle, papers, groups, all };
};

const ticks = ([first, last]: [number, number], xOf: (day: number) => number, y: number) => {
  const steps = 4;
  const days = Array.from({ length: steps + 1 }, (_, at) => first + ((last - first) * at) / steps);
  const digits = last - first > 100 * DAY ? 7 : 10;
  return [...new Map(days.map((day) => [new Date(day).toISOString().slice(0, digits), day]))].map(
    ([text, day]) => {
      const made = el("p", { class: "tick count" }, text);
      made.style.left = `${xOf(day)}px`;
      made.style.top = `${y}px`;
      return made;
    },
  );
};
const boxOf = ({ box }: Piece) => box;
const alongTime = (pieces: ReturnType<typeof piecesOn>, area: Rect) => {
  const { middle, papers } = pieces;
  const days = [...papers, middle].map(({ node }) => dayOf(node)).filter(Number.isFinite);
  const ends: [number, number] = [Math.min(...days), Math.max(...days)];
  const margin = (papers[0]?.box.wide ?? 0) / 2;
  const [left, right] = [area[0] + margin, area[2] - margin];
  const xOf = (day: number) => left + ((right - left) * (day - ends[0])) / Math.max(1, ends[1] - ends[0]);
  const own = dayOf(middle.node);
  const half = middle.box.wide / 2;
  // What is no paper has no place in time: it is above all of it.
  const at = Number.isFinite(own)
    ? { x: Math.max(area[0] + half, Math.min(area[2] - half, xOf(own))), y: (area[1] + area[3]) / 2 }
    : { x: (area[0] + area[2]) / 2, y: area[1] + middle.box.high / 2 };
  const known = papers.filter(({ node }) => Number.isFinite(dayOf(node)));
  const room = roomAround([rectOf(at, middle.box, 8)]);
  const placed = onTime(known, { area, room, boxOf, xOf: ({ node }) => xOf(dayOf(node)) });
  return { places: new Map([[middle, at], ...placed.at]), ticks: ticks(ends, xOf, area[3] + 2) };
};
const aroundMiddle = (pieces: ReturnType<typeof piecesOn>, area: Rect) => {
  const { middle, papers, groups } = pieces;
  const outside = inColumns(groups, { area, boxOf, bulge: Math.min(40, (area[2] - area[0]) / 30) });
  const at = { x: (area[0] + area[2]) / 2, y: (area[1] + area[3]) / 2 };
  for (const [piece, { x }] of outside.at) {
    if (x > at.x) continue;
    piece.made.classList.add("left"); // Its icon is at the other end then.
    piece.hook = { ...piece.hook, x: -piece.hook.x };
  }
  const taken = [...outside.at].map(([piece, point]) => rectOf(point, piece.box));
  const room = roomAround([rectOf(at, middle.box, 8), ...taken]);
  const rings = ringsOf(
    papers.map(({ weight }) => weight),
    RINGS,
  );
  const ring = new Map(papers.map((piece, index) => [piece, rings[index]]));
  const inside = onRings(papers, {
    area,
    room,
    boxOf,
    rings: RINGS,
    ringOf: (piece) => ring.get(piece) ?? 0,
  });
  return { places: new Map([[middle, at], ...outside.at, ...inside.at]), ticks: [] };
};
/** Place what is around a node, or in a topic, on a stage; what finds no room is not on it. */
export const placeOn = (
  stage: HTMLElement,
  members: Members,
  middle: [number, string],
  inTime: boolean,
): Placement => {
  const [wide, high] = [stage.clientWidth, stage.clientHeight];
  const area: Rect = [EDGE, EDGE, wide - EDGE, high - EDGE - (inTime ? AXIS : 0)];
  const pieces = piecesOn(stage, members, middle);
  const { places, ticks } = (inTime ? alongTime : aroundMiddle)(pieces, area);
  for (const piece of pieces.all) {
    const point = places.get(piece);
    if (!point) piece.made.remove();
    else {
      piece.made.style.left = `${point.x - piece.box.wide / 2}px`;
      piece.made.style.top = `${point.y - piece.box.high / 2}px`;
    }
  }
  return { middle: pieces.middle, places, wide, high, ticks };
};
