// Labels on the canvas: from afar the names of topics, closer up those of subtopics and hubs, then entities and
// titles. None is there twice, none covers another.

import type { Area } from "./areas";
import * as areas from "./areas";
import { nameBeside, nameOver } from "./label_beside";
import { short, within } from "./label_room";
import {
  dress,
  isApart,
  isIn,
  isInside,
  key,
  type Painted,
  rectOf,
  type Sheet,
  sheetOf,
  write,
} from "./label_sheet";
import * as levels from "./levels";
import { isPaper, nodes, size, topic as topicOf } from "./model";
import * as names from "./names";
import { hot, radius, shown, view, x, y } from "./scene";
import * as state from "./state";
import { own } from "./theme";
import type { Frame, Pen, Rect } from "./types";

/** How much a label matters, and its node. */
type Ranked = [number, number];

const FOCUSED = 1e9;
const ASKED = 1e8;
const SIZES = [12.5, 21]; // Letters of the names of small and of large topics, in CSS pixels.
const NARROW = 480; // On a canvas that is narrower, in CSS pixels, no name is beside its area.
const LEAST_NAMED = 20; // A topic that is narrower has no name, in CSS pixels.

export let painted: Painted[] = [];

// How much a label matters; 0: not at this zoom. Titles are long, so papers have labels only close up or on request.
const urgency = (i: number, zoom: number, mapped: boolean) => {
  if (i === view.focused) return FOCUSED;
  if (i === state.now.target) return ASKED;
  const onScreen = radius[i] * zoom;
  if (view.emphasis) {
    if (!hot[i]) return 0;
    if (state.now.target >= 0) return 1e6 + radius[i];
    return isPaper(i) ? (onScreen > 5 ? 1e3 + radius[i] : 0) : 1e5 + radius[i];
  }
  if (isPaper(i)) return onScreen > (state.now.view === "papers" ? 6 : 9) ? 1 + radius[i] : 0;
  if (mapped && levels.usual * zoom < 2) return 0;
  return onScreen > (mapped ? 5 : 2.6) || (!mapped && nodes.size[i] > 40) ? 1e3 + radius[i] : 0;
};
const ranked = (box: Frame, mapped: boolean) => {
  const order: Ranked[] = [];
  for (let i = 0; i < size; i += 1) {
    if (!shown[i] || x[i] < box.left || x[i] > box.right || y[i] < box.top || y[i] > box.bottom) continue;
    const rank = urgency(i, box.zoom, mapped);
    if (rank > 0) order.push([rank, i]);
  }
  return order.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
};

const nameArea = (sheet: Sheet, area: Area, most: number, alpha: number) => {
  const { sx, sy, occupied, said, free, box } = sheet;
  const { name } = area.topic;
  if (alpha < 0.05 || said.has(key(name))) return;
  const fitted = names.fit(area, box.zoom, most);
  if (!fitted) return;
  const { lines, px } = fitted;
  // Moved beside panels and edges, as far as the area allows.
  const [left, top, right, bottom] = rectOf(lines, px, names.WEIGHT, 0, 0);
  const at = within(free.left + right, sx(fitted.x), free.right + left);
  const down = within(free.top + bottom, sy(fitted.y), free.bottom + top);
  const rect: Rect = [at + left, down + top, at + right, down + bottom];
  const moved = at !== sx(fitted.x) || down !== sy(fitted.y);
  if (!isIn(rect, free) || !occupied.isFree(rect) || (moved && !isInside(sheet, area, rect))) return;
  occupied.occupy(rect);
  said.add(key(name));
  painted.push({ text: name, rect, area: name });
  write(sheet, lines, at, down, {
    ...{ weight: names.WEIGHT, px, alpha, colour: names.colourOf(area) },
    halo: names.haloOf(area),
  });
};
// The name of a topic whose subtopics are named: small, as far up in its area as there is room.
const captionArea = (sheet: Sheet, area: Area, alpha: number) => {
  const { sx, sy, occupied, said, free } = sheet;
  const { name } = area.topic;
  const px = 13;
  if (said.has(key(name))) return;
  const half = (names.widthOf(name) * px) / 2 + 4;
  const [west, east] = [
    Math.max(sx(area.left), free.left) + half,
    Math.min(sx(area.right), free.right) - half,
  ];
  const [north, south] = [Math.max(sy(area.top), free.top) + px, Math.min(sy(area.bottom), free.bottom) - px];
  for (let py = north; py < south; py += 12)
    for (let px_ = west; px_ < east; px_ += 16) {
      const rect = rectOf([name], px, names.WEIGHT, px_, py);
      if (!isInside(sheet, area, rect) || !occupied.isFree(rect)) continue;
      occupied.occupy(rect);
      said.add(key(name));
      painted.push({ text: name, rect, area: name });
      write(sheet, [name], px_, py, {
        ...{ weight: names.WEIGHT, px, alpha, colour: names.colourOf(area) },
        halo: names.haloOf(area),
      });
      return;
    }
};
// An area that is half open at the first glance has a name that can be read.
const faded = (share: number) => Math.max(0.6, share);
const nameAreas = (sheet: Sheet, shapes: Area[]) => {
  const { box, wide } = sheet;
  const small = wide < 720 ? 0.85 : 1;
  const largest = Math.max(...shapes.map(({ topic }) => topic.papers), 1);
  const quiet = view.emphasis ? 0.35 : 1;
  // Subtopics are outlined only where they may be named: it takes long.
  const opened = (area: Area) => {
    const level = levels.opened(area.size * box.zoom);
    return level && areas.within(area.topic).length ? level : 0;
  };
  for (const area of shapes) {
    if (area.right < box.left || area.left > box.right || area.bottom < box.top || area.top > box.bottom)
      continue;
    const loud = state.now.topic === area.topic.name;
    const open = loud ? 1 : opened(area);
    const most = small * (SIZES[0] + (SIZES[1] - SIZES[0]) * Math.sqrt(area.topic.papers / largest));
    if (open < 0.5) nameArea(sheet, area, most, faded(1 - 2 * open) * (loud ? 1 : quiet));
    if (open <= 0.5) continue;
    for (const inner of areas.within(area.topic))
      nameArea(sheet, inner, small * 14, faded(2 * open - 1) * (loud ? 1 : quiet));
    captionArea(sheet, area, 2 * open - 1);
  }
  for (const place of wide < NARROW ? [nameOver] : [nameOver, nameBeside])
    for (const area of shapes)
      if (area.size * box.zoom > LEAST_NAMED && !opened(area)) {
        const label = place(sheet, area, shapes, quiet);
        if (label) painted.push(label);
      }
};

const labelNode = (sheet: Sheet, [rank, i]: Ranked, shapes: Map<string, Area>) => {
  const { box, wide, sx, sy, occupied, said, free } = sheet;
  const loud = rank >= ASKED;
  if (!loud && said.has(key(nodes.label[i]))) return;
  const px = Math.round(2 * Math.min(15, 11 + radius[i] / 8)) / 2 + (loud ? 1 : 0);
  const middle = !loud && shapes.size > 0 && levels.usual * box.zoom < 5;
  const weight = loud ? 650 : isPaper(i) || middle ? 400 : 550;
  const text = short(nodes.label[i], loud && wide >= 720 ? 70 : 34);
  const under = radius[i] * box.zoom * (loud ? 1.25 : 1.2) + (loud ? 5 : 0) + px * 0.7;
  const half = (names.widthOf(text, weight) * px) / 2 + 4;
  const area = view.emphasis ? undefined : shapes.get(nodes.topic[i]);
  for (const side of loud ? [1] : [1, -1]) {
    const [at, down] = [within(half, sx(x[i]), wide - half), sy(y[i]) + side * under];
    const rect = rectOf([text], px, weight, at, down);
    if (
      !loud &&
      !(
        isIn(rect, free) &&
        occupied.isFree(rect) &&
        (!area || (middle ? isInside(sheet, area, rect) : isApart(sheet, area, rect, shapes)))
      )
    )
      continue;
    occupied.occupy(rect);
    said.add(key(nodes.label[i]));
    painted.push({ text, rect, area: "" });
    const colour = (isPaper(i) || middle) && !loud ? own.muted : own.ink;
    const halo = area && !loud ? names.haloOf(area) : own.ground;
    write(sheet, [text], at, down, { weight, px, colour, halo });
    return;
  }
};
export const paint = (ctx: Pen, box: Frame) => {
  const list = areas.ofTopics();
  const shapes = new Map(list.map((area) => [area.topic.name, area]));
  const sheet = sheetOf(ctx, box);
  const far = list.length > 0 && levels.at(box.zoom, true).hubs < 1;
  const most = Math.round((sheet.wide * sheet.high) / (far ? 40_000 : 12_000));
  painted = [];
  dress(ctx, box.ratio);
  const order = ranked(box, list.length > 0);
  for (const one of order) if (one[0] >= ASKED) labelNode(sheet, one, shapes);
  // In a neighbourhood no label may cover another of its nodes.
  for (const [, i] of view.emphasis ? order.slice(0, 150) : []) {
    const arm = radius[i] * box.zoom;
    const [px, py] = [sheet.sx(x[i]), sheet.sy(y[i])];
    sheet.occupied.occupy([px - arm, py - arm, px + arm, py + arm]);
  }
  if (view.focused < 0) {
    const chosen = topicOf.get(state.now.topic);
    const first = list.find(({ topic }) => topic.name === (chosen?.parent || chosen?.name));
    nameAreas(sheet, first ? [first, ...list.filter((area) => area !== first)] : list);
  }
  for (const one of order.filter(([rank]) => rank < ASKED).slice(0, most)) labelNode(sheet, one, shapes);
  ctx.restore();
};
/** The label of the node under the pointer, above all that is there. */
export const hovered = (ctx: Pen, box: Frame, i: number) => {
  if (i === view.focused || i === state.now.target) return;
  const sheet = sheetOf(ctx, box);
  const text = short(nodes.label[i], sheet.wide < 720 ? 34 : 70);
  const px = 13.5;
  const half = (names.widthOf(text, 600) * px) / 2 + 8;
  const at = within(half, sheet.sx(x[i]), sheet.wide - half);
  const down = sheet.sy(y[i]) + Math.max(radius[i] * box.zoom, 2) * 1.25 + 20;
  dress(ctx, box.ratio);
  ctx.fillStyle = own.ground;
  ctx.globalAlpha = 0.92;
  ctx.fillRect(at - half, down - px * 0.85, 2 * half, px * 1.7);
  write(sheet, [text], at, down, { weight: 600, px, colour: own.ink, halo: own.ground });
  ctx.restore();
};
/** The name of the area under the pointer, where there was no room for it. */
export const lifted = (ctx: Pen, box: Frame, { topic, middle }: Area) => {
  if (painted.some(({ area }) => area === topic.name)) return;
  const sheet = sheetOf(ctx, box);
  const half = (names.widthOf(topic.name, 600) * 13) / 2;
  dress(ctx, box.ratio);
  write(sheet, [topic.name], within(half, sheet.sx(middle.x), sheet.wide - half), sheet.sy(middle.y), {
    ...{ weight: 600, px: 13, colour: own.ink, halo: own.ground },
  });
  ctx.restore();
};
/** The area whose name is at a point of the canvas, in CSS pixels; empty without any. */
export const areaNamedAt = (px: number, py: number) =>
  painted.find(
    ({ area, rect: [left, top, right, bottom] }) =>
      area && px >= left && px <= right && py >= top && py <= bottom,
  )?.area ?? "";
