// Lines: single ones within a topic, between topics only close up, ribbons from afar, and what is emphasised.
import * as areas from "./areas";
import * as levels from "./levels";
import * as lines from "./lines";
import * as model from "./model";
import { nodes } from "./model";
import * as ribbons from "./ribbons";
import { view, x, y } from "./scene";
import * as state from "./state";
import { own } from "./theme";
import type { Frame, Pen, Range } from "./types";

// Hairlines are fastest many to a path; wider lines are outlined and filled, where crossings cost.
const HAIRLINES = 200;
const WIDE = 20;
// While the camera moves, or behind what is emphasised, a sample of this many faint lines is enough.
const SAMPLE = 6_000;
const WIDEST = 9; // CSS pixels, of a ribbon.

const stroke = (
  ctx: Pen,
  box: Frame,
  [first, end, step]: [number, number, number],
  wanted: (line: number) => boolean,
  whole = false,
) => {
  const { a, b } = lines.now;
  const batch = ctx.lineWidth * box.zoom * box.ratio > 1.001 ? WIDE : HAIRLINES;
  const inView = (i: number) =>
    x[i] >= box.left && x[i] <= box.right && y[i] >= box.top && y[i] <= box.bottom;
  let open = 0;
  ctx.beginPath();
  for (let line = first; line < end; line += step) {
    const [p, q] = [a[line], b[line]];
    if (!wanted(line)) continue;
    if ((x[p] < box.left && x[q] < box.left) || (x[p] > box.right && x[q] > box.right)) continue;
    if ((y[p] < box.top && y[q] < box.top) || (y[p] > box.bottom && y[q] > box.bottom)) continue;
    if (whole && !(inView(p) && inView(q))) continue;
    ctx.moveTo(x[p], y[p]);
    ctx.lineTo(x[q], y[q]);
    open += 1;
    if (open % batch === 0) {
      ctx.stroke();
      ctx.beginPath();
    }
  }
  ctx.stroke();
};
// A stroke wider than a dot of the screen takes ten times as long: lines stay thinner, and what they lose in
// width they get in opacity.
const hairline = (ctx: Pen, box: Frame, width: number, alpha: number) => {
  const thin = Math.min(width, 1 / box.ratio);
  ctx.lineWidth = thin / box.zoom;
  ctx.globalAlpha = Math.min(1, (alpha * width) / thin);
};
const faintness = (name: string) =>
  name === "beside" ? 0.4 : model.RELATIONS[name]?.background ? 0.25 : 0.7;
// The likelier a link between papers, the wider and the darker it is.
const lookOf = ({ name, strength }: Range) =>
  name === "related" ? [0.6 + 0.8 * strength, 0.3 + 0.55 * strength] : [0.8, faintness(name)];

/** All lines that nothing emphasises; those between topics only where both ends are in view. */
export const faint = (ctx: Pen, box: Frame, moving: boolean) => {
  const mapped = areas.ofTopics().length > 0;
  const { inside, across } = levels.at(box.zoom, mapped);
  const step = moving || view.emphasis ? Math.ceil(lines.now.count / SAMPLE) : 1;
  const crowd = Math.max(0.12, Math.min(1, (1500 / Math.max(lines.now.count, 1)) ** 0.7));
  const near = levels.ramp(levels.usual * box.zoom, 3, 14); // The fewer there are in view.
  const strong = crowd + (Math.max(crowd, 0.6) - crowd) * near;
  const { hot: lineHot, apart } = lines.now;
  ctx.strokeStyle = own.edge;
  for (const range of lines.now.ranges) {
    const [width, alpha] = lookOf(range);
    const plain = alpha * strong * (view.emphasis ? 0.25 : 1) * Math.min(2, step ** 0.5);
    for (const far of [1, 0]) {
      const level = far && mapped ? across : inside;
      if (level < 0.02) continue;
      hairline(ctx, box, width, plain * level);
      const wanted = (line: number) => apart[line] === far && !(view.emphasis && lineHot[line]);
      stroke(ctx, box, [range.first, range.end, step], wanted, far === 1 && mapped);
    }
  }
  ctx.globalAlpha = 1;
};
export const hot = (ctx: Pen, box: Frame) => {
  if (!view.emphasis) return;
  const { a, b, count, ranges, hot: lineHot } = lines.now;
  const unfocused = view.focused < 0;
  const path = state.now.target >= 0;
  if (unfocused && !path) hairline(ctx, box, 0.9, 0.35);
  else ctx.lineWidth = (path ? 3 : 1.5) / box.zoom;
  const thin = ctx.globalAlpha;
  const end = (line: number) =>
    nodes.kind[view.focused === b[line] || model.isPaper(b[line]) ? a[line] : b[line]];
  for (const kind of Object.keys(model.KINDS)) {
    ctx.strokeStyle = path ? own.accent : own.kinds[kind];
    ctx.globalAlpha = path ? 1 : unfocused ? thin : 0.8;
    const wanted = (line: number) => lineHot[line] > 0 && end(line) === kind;
    if (path || unfocused || kind !== "paper") stroke(ctx, box, [0, count, 1], wanted);
    else
      for (const range of ranges) {
        ctx.globalAlpha = range.name === "related" ? 0.25 + 0.65 * range.strength : 0.45;
        stroke(ctx, box, [range.first, range.end, 1], wanted);
      }
  }
  ctx.globalAlpha = 1;
};
/** Ribbons between the middles of areas, under them: width tells how many probable links there are. */
export const between = (ctx: Pen, box: Frame) => {
  const shapes = areas.ofTopics();
  const level = levels.at(box.zoom, shapes.length > 0).ribbons * (view.emphasis ? 0.3 : 1);
  if (level < 0.02) return;
  const byRank = new Map(shapes.map((area) => [area.topic.rank, area.middle]));
  ctx.strokeStyle = own.edge;
  for (const { from, to, strength } of ribbons.current()) {
    const [p, q] = [byRank.get(from), byRank.get(to)];
    if (!p || !q) continue;
    ctx.globalAlpha = level * (0.16 + 0.2 * strength);
    ctx.lineWidth = (1.2 + (WIDEST - 1.2) * Math.sqrt(strength)) / box.zoom;
    const bend = 0.14;
    ctx.beginPath();
    ctx.moveTo(p.x, p.y);
    ctx.quadraticCurveTo(
      (p.x + q.x) / 2 - bend * (q.y - p.y),
      (p.y + q.y) / 2 + bend * (q.x - p.x),
      q.x,
      q.y,
    );
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
};
