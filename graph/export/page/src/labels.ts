// Labels on the canvas: the more one zooms in, the more appear, the most informative first, without overlaps.
import { areas } from "./hulls";
import { freeRoom, short, within, wrapped } from "./label_room";
import { isPaper, nodes, size } from "./model";
import { hot, radius, shown, view, x, y } from "./scene";
import * as state from "./state";
import * as theme from "./theme";
import { own } from "./theme";
import type { Area, Frame, Pen, Rect } from "./types";

/** How much a label matters, and its node. */
type Ranked = [number, number];
interface Style {
  font: string;
  px: number;
  halo: number;
  colour: string;
  always?: boolean;
}

const widths = new Map<string, number>();
const FOCUSED = 1e9;
const ASKED = 1e8;
const LEAST_NAMED = 4; // Smaller areas have no names.
const LEAST_ROOM = 135; // Where nothing else is, a name may be wider than a small area.
// Sizes in pixels, and letters a line, in the order in which they are tried.
const NAME_SIZES = [17, 15, 13, 11.5].flatMap((px) => [20, 13].map((length) => [px, length]));
const OPENED = 420; // A topic that is as wide on the screen shows the names of its subtopics.
const FAR = 0.7;
const LEADING = 1.2;

const measure = (ctx: Pen, font: string, text: string) => {
  const key = `${font}\n${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  ctx.font = font;
  const { width } = ctx.measureText(text);
  widths.set(key, width);
  return width;
};
// How much a label matters; 0: not at this zoom. Titles are long, so papers have labels only close up or on request.
const urgency = (i: number, zoom: number) => {
  if (i === view.focused) return FOCUSED;
  if (i === view.hovered || i === state.now.target) return ASKED;
  const onScreen = radius[i] * zoom;
  if (view.emphasis) {
    if (!hot[i]) return 0;
    if (state.now.target >= 0) return 1e6 + radius[i];
    return isPaper(i) ? (onScreen > 5 ? 1e3 + radius[i] : 0) : 1e5 + radius[i];
  }
  if (isPaper(i)) return onScreen > (state.now.view === "papers" ? 6 : 9) ? 1 + radius[i] : 0;
  return onScreen > 2.6 || nodes.size[i] > 40 ? 1e3 + radius[i] : 0;
};
const ranked = (box: Frame) => {
  const order: Ranked[] = [];
  for (let i = 0; i < size; i += 1) {
    if (!shown[i] || x[i] < box.left || x[i] > box.right || y[i] < box.top || y[i] > box.bottom) continue;
    const rank = urgency(i, box.zoom);
    if (rank > 0) order.push([rank, i]);
  }
  return order.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
};

export const paint = (ctx: Pen, box: Frame) => {
  const { matrix, ratio, zoom } = box;
  const [wide, high] = [ctx.canvas.width / ratio, ctx.canvas.height / ratio];
  const narrow = wide < 720;
  // From afar topics have names, and few other things.
  const far = areas.length > 1 && zoom < FAR;
  const most = Math.round((wide * high) / (far ? 40_000 : 9_000));
  const free = box.free || { left: 0, top: 0, right: wide, bottom: high };
  const occupied = freeRoom();
  const sx = (px: number) => (px * matrix.a + matrix.e) / ratio;
  const sy = (py: number) => (py * matrix.d + matrix.f) / ratio;
  const drawText = (
    text: string,
    px: number,
    py: number,
    { font, px: height, halo, colour, always = false }: Style,
  ) => {
    const half = measure(ctx, font, text) / 2 + 3;
    const rect: Rect = [px - half, py - height / 2, px + half, py + height / 2];
    if (!always && !occupied.isFree(rect)) return false;
    occupied.occupy(rect);
    ctx.font = font;
    ctx.strokeStyle = own.ground;
    ctx.lineWidth = halo;
    ctx.strokeText(text, px, py);
    ctx.fillStyle = colour;
    ctx.fillText(text, px, py);
    return true;
  };
  // What the name of a topic says already: its hub needs no label of its own.
  const said = new Set<string>();
  const drawLabel = ([rank, i]: Ranked) => {
    const loud = rank >= ASKED;
    if (!loud && said.has(nodes.label[i])) return;
    const px = Math.round(2 * Math.min(far ? 12 : 15, 11 + radius[i] / 8)) / 2 + (loud ? 1 : 0);
    const under = radius[i] * zoom * (loud ? 1.25 : 1.2) + (loud ? 5 : 0);
    const font = `${loud ? 650 : isPaper(i) || far ? 400 : 550} ${px}px ${own.font}`;
    const text = short(nodes.label[i], loud && !narrow ? 70 : 34);
    const half = measure(ctx, font, text) / 2 + 4;
    drawText(text, within(half, sx(x[i]), wide - half), sy(y[i]) + under + px * 0.85, {
      font,
      px: px * 1.25,
      halo: 3,
      colour: (isPaper(i) || far) && !loud ? own.muted : own.ink,
      always: loud,
    });
  };
  // In the middle of what is visible of an area, or at the top if its subtopics are named there.
  const placed = (
    { left, right, top, bottom }: Area,
    atTop: boolean,
    { px, wide, lines }: { px: number; wide: number; lines: string[] },
  ) => {
    const [west, east] = [Math.max(sx(left), free.left), Math.min(sx(right), free.right)];
    const [north, south] = [Math.max(sy(top), free.top), Math.min(sy(bottom), free.bottom)];
    if (west >= east || north >= south) return null;
    const high = (lines.length - 1) * px * LEADING;
    const x = within(free.left + wide / 2, (west + east) / 2, free.right - wide / 2);
    const y = atTop ? north + px * 0.8 : (north + south - high) / 2;
    const rect: Rect = [x - wide / 2 - 3, y - px * 0.6, x + wide / 2 + 3, y + high + px * 0.6];
    return occupied.isFree(rect) ? { x, y } : null;
  };
  const nameArea = (area: Area, atTop = false) => {
    const { name, members, left, right } = area;
    if (members.length < LEAST_NAMED || !members.some((i) => shown[i])) return;
    const room = Math.max(1.15 * (sx(right) - sx(left)), LEAST_ROOM);
    // As large as there is room for, and not at all where there is none yet.
    for (const [px, length] of NAME_SIZES.slice(narrow ? 4 : 0)) {
      const font = `650 ${px}px ${own.font}`;
      const lines = wrapped(short(name, 60), length);
      const wide = Math.max(...lines.map((line) => measure(ctx, font, line)));
      const spot = wide < room && placed(area, atTop, { px, wide, lines });
      if (!spot) continue;
      const look = { font, px: px * LEADING, halo: 4, colour: theme.ofTopic(name), always: true };
      lines.forEach((line, at) => {
        drawText(line, spot.x, spot.y + at * px * LEADING, look);
      });
      for (const part of name.split(" and ")) said.add(part);
      return;
    }
  };
  const nameAreas = () => {
    const opened = areas.filter(
      ({ inner, left, right }) => inner.length > 1 && sx(right) - sx(left) > OPENED,
    );
    for (const area of areas) nameArea(area, opened.includes(area));
    for (const { inner } of opened) for (const area of inner) nameArea(area);
  };

  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  const order = ranked(box);
  order.filter(([rank]) => rank >= ASKED).forEach(drawLabel);
  const chosen = areas.find(({ name }) => name === state.now.topic);
  for (const area of chosen?.inner ?? []) nameArea(area);
  // In a neighbourhood no label may cover another of its nodes.
  for (const [, i] of view.emphasis ? order.slice(0, 150) : []) {
    const arm = radius[i] * zoom;
    occupied.occupy([sx(x[i]) - arm, sy(y[i]) - arm, sx(x[i]) + arm, sy(y[i]) + arm]);
  }
  if (!view.emphasis) nameAreas();
  order
    .filter(([rank]) => rank < ASKED)
    .slice(0, most)
    .forEach(drawLabel);
  ctx.restore();
};
