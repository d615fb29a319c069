// Painting on anything with the methods of a 2D canvas whose transform maps graph to screen: the canvas, a
// picture, or the SVG backend. `all` paints what is still, `overlay` what follows the pointer.

import type { Area } from "./areas";
import * as areas from "./areas";
import * as dots from "./dots";
import * as labels from "./labels";
import * as levels from "./levels";
import * as model from "./model";
import { nodes, size } from "./model";
import * as raster from "./raster";
import { radius, shown, view, x, y } from "./scene";
import { SHAPES } from "./shapes";
import * as state from "./state";
import * as strokes from "./strokes";
import * as theme from "./theme";
import { own } from "./theme";
import type { Frame, Pen, Sides } from "./types";

const BATCH = 200; // Many dots to a path: one fill a dot costs three times as much.
const COARSE = 16; // Dots of a larger radius, in pixels of the picture, are faster as paths.
const SPECK = 1.6; // The radius, in CSS pixels, below which a shape cannot be seen.
const SHEER = 0.85; // The opacity of an area: ribbons shine through it, faintly.
/** The least radius of papers and entities, in CSS pixels. */
const LEAST = [1, 1.45];

/** What part of the graph is visible, and how many screen pixels (of `ratio` dots) a unit is. */
export const frame = (ctx: Pen, ratio: number, free: Sides | null): Frame => {
  const { a, d, e, f } = ctx.getTransform(); // A plain copy: what is read of the browser's own is slow.
  const matrix = { a, d, e, f };
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
const isOut = ({ left, right, top, bottom }: Sides, box: Frame) =>
  right < box.left || left > box.right || bottom < box.top || top > box.bottom;

/** The colour of an area: pale. */
const colourOf = ({ topic }: Area) => (state.now.colour === "topic" ? theme.ofTopic(topic.name) : own.muted);
// Areas of one colour: one path is quicker than several.
const ground = (ctx: Pen, box: Frame, list: Area[], strong: number, alpha: number) => {
  if (!list.length) return;
  const [area] = list;
  const loud = state.now.topic === area.topic.name ? 1.8 : view.emphasis ? 0.45 : 1;
  ctx.beginPath();
  for (const one of list) areas.trace(ctx, one);
  ctx.fillStyle = theme.tint(colourOf(area), strong * loud);
  ctx.globalAlpha = alpha;
  ctx.fill();
  ctx.strokeStyle = theme.tint(colourOf(area), 2.4 * strong * loud);
  ctx.lineWidth = 1 / box.ratio / box.zoom;
  ctx.stroke();
};
const grounds = (ctx: Pen, box: Frame) => {
  const shapes = areas.ofTopics();
  const { subtopics, ribbons: under } = levels.at(box.zoom, true);
  const plain = own.dark ? 0.2 : 0.15;
  for (const area of shapes) {
    if (isOut(area, box)) continue;
    // Opaque where nothing is under it: that is much faster.
    if (under > 0.02) ground(ctx, box, [area], plain, SHEER);
    else ground(ctx, box, [area], plain * SHEER, 1);
    // Subtopics are outlined where they have names, or some of them would be chosen.
    const loud = state.now.topic !== "" && model.topic.get(state.now.topic)?.rank === area.topic.rank;
    const level = Math.min(subtopics, loud ? 1 : levels.opened(area.size * box.zoom));
    if (level < 0.05) continue;
    const inner = areas.within(area.topic).filter((one) => !isOut(one, box));
    const isChosen = ({ topic }: Area) => topic.name === state.now.topic;
    ground(
      ctx,
      box,
      inner.filter((one) => !isChosen(one)),
      plain + 0.07,
      level,
    );
    ground(ctx, box, inner.filter(isChosen), plain + 0.07, level);
    ctx.globalAlpha = 1;
  }
};

const shapeOf = (i: number) => SHAPES[nodes.shape[i]] || SHAPES.dot;
const asPixels = (_: Pen, box: Frame, members: number[], least: number) => {
  const { a, d, e, f } = box.matrix;
  for (const i of members) {
    const seen = radius[i] * box.zoom;
    const shape = seen < SPECK ? SHAPES.dot : shapeOf(i);
    raster.dot(x[i] * a + e, y[i] * d + f, Math.max(seen, least) * box.ratio, shape);
  }
};
const around = (i: number): Sides => {
  const arm = radius[i] * 1.3;
  return { left: x[i] - arm, right: x[i] + arm, top: y[i] - arm, bottom: y[i] + arm };
};
const asPaths = (ctx: Pen, box: Frame, members: number[], least: number) => {
  for (let first = 0; first < members.length; first += BATCH) {
    ctx.beginPath();
    for (const i of members.slice(first, first + BATCH)) {
      if (isOut(around(i), box)) continue;
      const shape = radius[i] * box.zoom < SPECK ? SHAPES.dot : shapeOf(i);
      shape.trace(ctx, x[i], y[i], Math.max(radius[i], least / box.zoom));
    }
    ctx.fill();
  }
};
const bodies = (ctx: Pen, box: Frame) => {
  const mapped = areas.ofTopics().length > 0;
  const level = levels.at(box.zoom, mapped).bodies;
  const looks = dots.at(box.zoom);
  const pixels = levels.usual * box.zoom * box.ratio < COARSE && raster.serves(ctx, dots.drawn(box.zoom));
  if (pixels) raster.begin(ctx.canvas);
  else raster.flush(ctx);
  for (const { colour, paper, faded, members } of looks) {
    // Entities are paler than papers, but for the colours that tell their kinds.
    const palest = paper ? 0.65 : state.now.colour === "kind" ? 0.55 : 0.4;
    const most = state.now.colour === "kind" ? 1 : paper ? 0.95 : 0.7;
    const strength = theme.tint(colour, palest + (most - palest) * level);
    ctx.globalAlpha = faded ? 0.15 : 1;
    ctx.fillStyle = strength;
    raster.dip(strength, ctx.globalAlpha);
    (pixels ? asPixels : asPaths)(ctx, box, members, LEAST[Number(paper)]);
  }
  if (pixels) raster.put(ctx);
  ctx.globalAlpha = 1;
};
const ring = (ctx: Pen, box: Frame, i: number, colour: string) => {
  if (i < 0 || !shown[i]) return;
  ctx.beginPath();
  ctx.arc(x[i], y[i], Math.max(radius[i], 1.6 / box.zoom) * 1.25 + 3.5 / box.zoom, 0, 2 * Math.PI);
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2 / box.zoom;
  ctx.stroke();
};

interface Manner {
  ratio?: number;
  moving?: boolean;
  free?: Sides | null;
}
/** Forget how nodes look: something other than the camera has changed. */
export const stale = () => {
  dots.stale();
  areas.stale();
};
/** Paint everything; `ratio` is how many dots of the canvas make a CSS pixel, `free` where no panel covers it. */
export const all = (
  ctx: Pen,
  { ratio = window.devicePixelRatio || 1, moving = false, free = null }: Manner = {},
) => {
  if (!moving) areas.complete();
  const box = frame(ctx, ratio, free);
  strokes.between(ctx, box);
  grounds(ctx, box);
  strokes.faint(ctx, box, moving);
  strokes.hot(ctx, box);
  bodies(ctx, box);
  for (const i of new Set([view.focused, state.now.target])) ring(ctx, box, i, own.ink);
  labels.paint(ctx, box);
};
/** Paint what is under the pointer: a node with its label, or the outline of an area. */
export const overlay = (ctx: Pen, { ratio = window.devicePixelRatio || 1 }: Manner = {}) => {
  const box = frame(ctx, ratio, null);
  const { hovered, lifted } = view;
  const area = [...areas.ofTopics(), ...areas.ofTopics().flatMap(({ topic }) => areas.made(topic))].find(
    ({ topic }) => topic.name === lifted,
  );
  if (area) {
    ctx.beginPath();
    areas.trace(ctx, area);
    ctx.fillStyle = ctx.strokeStyle = theme.ofTopic(lifted);
    ctx.globalAlpha = 0.1;
    ctx.fill();
    ctx.globalAlpha = 1;
    ctx.lineWidth = 1.5 / box.zoom;
    ctx.stroke();
  }
  if (area) labels.lifted(ctx, box, area);
  if (hovered < 0 || !shown[hovered]) return;
  ctx.beginPath();
  (SHAPES[nodes.shape[hovered]] || SHAPES.dot).trace(
    ctx,
    x[hovered],
    y[hovered],
    Math.max(radius[hovered], 2.2 / box.zoom),
  );
  ctx.fillStyle = theme.ofNode(hovered);
  ctx.fill();
  if (hovered !== view.focused) ring(ctx, box, hovered, own.muted);
  labels.hovered(ctx, box, hovered);
};
export const layers = {
  frame,
  between: strokes.between,
  grounds,
  faint: strokes.faint,
  hot: strokes.hot,
  bodies,
  labels: labels.paint,
};
export const counts = { drawn: dots.drawn, total: size };
