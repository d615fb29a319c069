// Painting on anything with the methods of a 2D canvas whose transform maps graph to screen: the canvas of either
// renderer, a picture, or the SVG backend.
import { areas } from "./hulls";
import * as labels from "./labels";
import * as lines from "./lines";
import * as model from "./model";
import { nodes, size } from "./model";
import { hot, radius, shown, view, x, y } from "./scene";
import { SHAPES } from "./shapes";
import * as state from "./state";
import * as theme from "./theme";
import { own } from "./theme";
import type { Area, Frame, Pen, Range, Sides } from "./types";

const BATCH = 200; // Many lines to a path: one stroke a line costs three times as much.
// While the camera moves, or behind what is emphasised, a sample of this many faint lines is enough.
const FAINT_BUDGET = 7_000;

/** What part of the graph is visible, and how many screen pixels (of `ratio` dots) a unit is. */
const frame = (ctx: Pen, ratio: number, free: Sides | null): Frame => {
  const matrix = ctx.getTransform();
  return {
    matrix,
    ratio,
    free,
    zoom: matrix.a / ratio,
    left: -matrix.e / matrix.a,
    top: -matrix.f / matrix.d,
    right: (ctx.canvas.width - matrix.e) / matrix.a,
    bottom: (ctx.canvas.height - matrix.f) / matrix.d,
  };
};

const ground = (ctx: Pen, { name, outline, members }: Area) => {
  if (!members.some((i) => shown[i])) return;
  const loud = state.now.topic === name;
  ctx.globalAlpha = loud ? 0.13 : view.emphasis ? 0.035 : own.dark ? 0.1 : 0.08;
  ctx.fillStyle = theme.ofTopic(name);
  ctx.beginPath();
  outline.forEach(([px, py], step) => {
    if (step) ctx.lineTo(px, py);
    else ctx.moveTo(px, py);
  });
  ctx.closePath();
  ctx.fill();
};
// Subtopics are in the same colour on the area of their topic.
const grounds = (ctx: Pen) => {
  if (model.topics.length < 2) return;
  for (const area of areas) {
    ground(ctx, area);
    for (const inner of area.inner) ground(ctx, inner);
  }
  ctx.globalAlpha = 1;
};

const stroke = (
  ctx: Pen,
  box: Frame,
  [first, end, step]: [number, number, number],
  wanted: (line: number) => boolean,
) => {
  const { a, b } = lines.now;
  let open = 0;
  ctx.beginPath();
  for (let line = first; line < end; line += step) {
    const [p, q] = [a[line], b[line]];
    if (!wanted(line)) continue;
    if ((x[p] < box.left && x[q] < box.left) || (x[p] > box.right && x[q] > box.right)) continue;
    if ((y[p] < box.top && y[q] < box.top) || (y[p] > box.bottom && y[q] > box.bottom)) continue;
    ctx.moveTo(x[p], y[p]);
    ctx.lineTo(x[q], y[q]);
    open += 1;
    if (open % BATCH === 0) {
      ctx.stroke();
      ctx.beginPath();
    }
  }
  ctx.stroke();
};
// A stroke wider than a dot of the screen is outlined and filled, which takes ten times as long: lines stay
// thinner, and what they lose in width they get in opacity.
const faintPen = (ctx: Pen, box: Frame, width: number, alpha: number) => {
  const thin = Math.min(width, 1 / box.ratio);
  ctx.lineWidth = thin / box.zoom;
  ctx.globalAlpha = Math.min(1, (alpha * width) / thin);
};
const faintness = (name: string) =>
  name === "beside" ? 0.4 : model.RELATIONS[name]?.background ? 0.25 : 0.7;
// The likelier a link between papers, the wider and the darker it is.
const lookOf = ({ name, strength }: Range) =>
  name === "related" ? [0.6 + 0.8 * strength, 0.3 + 0.55 * strength] : [0.8, faintness(name)];
const faintLines = (ctx: Pen, box: Frame, moving: boolean) => {
  const step = moving || view.emphasis ? Math.ceil(lines.now.count / FAINT_BUDGET) : 1;
  const crowd = Math.max(0.12, Math.min(1, (1500 / Math.max(lines.now.count, 1)) ** 0.7));
  const { hot: lineHot, apart } = lines.now;
  // From afar lines between topics would be a fog over all of them.
  const across = model.topics.length < 2 ? 1 : Math.max(0.3, Math.min(1, box.zoom / 2));
  ctx.strokeStyle = own.edge;
  for (const range of lines.now.ranges) {
    const { first, end } = range;
    const [width, alpha] = lookOf(range);
    const plain = alpha * crowd * (view.emphasis ? 0.25 : 1) * Math.min(2, step ** 0.5);
    for (const far of [1, 0]) {
      faintPen(ctx, box, width, plain * (far ? across : 1));
      stroke(
        ctx,
        box,
        [first, end, step],
        (line) => apart[line] === far && !(view.emphasis && lineHot[line]),
      );
    }
  }
};
const hotLines = (ctx: Pen, box: Frame) => {
  const { a, b, count, ranges, hot: lineHot } = lines.now;
  const unfocused = view.focused < 0;
  const path = state.now.target >= 0;
  ctx.lineWidth = (path ? 3 : unfocused ? 0.9 : 1.5) / box.zoom;
  const end = (line: number) =>
    nodes.kind[view.focused === b[line] || model.isPaper(b[line]) ? a[line] : b[line]];
  for (const kind of Object.keys(model.KINDS)) {
    ctx.strokeStyle = path ? own.accent : own.kinds[kind];
    ctx.globalAlpha = path ? 1 : unfocused ? 0.35 : 0.8;
    const wanted = (line: number) => lineHot[line] > 0 && end(line) === kind;
    if (path || unfocused || kind !== "paper") stroke(ctx, box, [0, count, 1], wanted);
    else
      for (const range of ranges) {
        ctx.globalAlpha = range.name === "related" ? 0.25 + 0.65 * range.strength : 0.45;
        stroke(ctx, box, [range.first, range.end, 1], wanted);
      }
  }
};
const edges = (ctx: Pen, box: Frame, moving: boolean) => {
  faintLines(ctx, box, moving);
  if (view.emphasis) hotLines(ctx, box);
  ctx.globalAlpha = 1;
};

const trace = (ctx: Pen, i: number, zoom: number) =>
  (SHAPES[nodes.shape[i]] || SHAPES.dot).trace(ctx, x[i], y[i], Math.max(radius[i], 1.6 / zoom));
const isFaded = (i: number) => view.emphasis && !hot[i] && i !== view.hovered;

// Nodes never overlap, so those of one style can be one path: ten thousand need a few strokes.
const looks = () => {
  const found = new Map<string, number[]>();
  for (let i = 0; i < size; i += 1) {
    if (!shown[i]) continue;
    const look = `${isFaded(i) ? "a" : "b"}${theme.ofNode(i)}`;
    const members = found.get(look);
    if (members) members.push(i);
    else found.set(look, [i]);
  }
  return [...found].sort((p, q) => (p[0][0] < q[0][0] ? -1 : p[0][0] > q[0][0] ? 1 : 0));
};
let groups: [string, number[]][] | null = null;
let hovered = -1;
/** Forget how nodes look: something other than the camera has changed. */
export const stale = () => {
  groups = null;
};
const bodies = (ctx: Pen, box: Frame) => {
  if (hovered !== view.hovered && view.emphasis) stale();
  hovered = view.hovered;
  groups = groups || looks();
  // From afar the shape of a small node cannot be seen, and ten thousand squares are fast to fill.
  const speck = size > 2000 ? 2.2 / box.zoom : 0;
  const least = 1.5 / box.zoom;
  ctx.strokeStyle = own.ground;
  ctx.lineWidth = Math.min(1.2 / box.zoom, 1.5);
  for (const [look, members] of groups) {
    ctx.globalAlpha = look[0] === "a" ? 0.13 : 1;
    ctx.fillStyle = look.slice(1);
    for (let first = 0; first < members.length; first += BATCH) {
      ctx.beginPath();
      for (let at = first; at < Math.min(first + BATCH, members.length); at += 1) {
        const i = members[at];
        const arm = radius[i] * 1.3;
        if (x[i] + arm < box.left || x[i] - arm > box.right) continue;
        if (y[i] + arm < box.top || y[i] - arm > box.bottom) continue;
        if (radius[i] < speck) ctx.fillRect(x[i] - least, y[i] - least, 2 * least, 2 * least);
        else trace(ctx, i, box.zoom);
      }
      ctx.fill();
      if (box.zoom > 0.35) ctx.stroke();
    }
  }
  ctx.globalAlpha = 1;
};
const rings = (ctx: Pen, box: Frame) => {
  for (const i of new Set([view.hovered, view.focused, state.now.target])) {
    if (i < 0 || !shown[i]) continue;
    ctx.beginPath();
    ctx.arc(x[i], y[i], Math.max(radius[i], 1.6 / box.zoom) * 1.25 + 3.5 / box.zoom, 0, 2 * Math.PI);
    ctx.strokeStyle = i === view.hovered && i !== view.focused ? own.muted : own.ink;
    ctx.lineWidth = 2 / box.zoom;
    ctx.stroke();
  }
};

/** Paint everything; `ratio` is how many dots of the canvas make a CSS pixel, `free` where no panel covers it. */
export const all = (
  ctx: Pen,
  {
    ratio = window.devicePixelRatio || 1,
    moving = false,
    free = null,
  }: { ratio?: number; moving?: boolean; free?: Sides | null } = {},
) => {
  const box = frame(ctx, ratio, free);
  grounds(ctx);
  edges(ctx, box, moving);
  bodies(ctx, box);
  rings(ctx, box);
  labels.paint(ctx, box);
};
export const layers = { frame, grounds, faintLines, hotLines, bodies, rings };
