// Lines: single ones within a topic, between topics only close up, ribbons from afar, and what is emphasised.
import * as areas from "./areas";
import * as levels from "./levels";
import * as lines from "./lines";
import * as model from "./model";
import { nodes } from "./model";
import * as raster from "./raster";
import * as ribbons from "./ribbons";
import { view, x, y } from "./scene";
import * as state from "./state";
import * as theme from "./theme";
import { own } from "./theme";
import type { Frame, Pen, Range } from "./types";

// Hairlines are fastest many to a path; wider lines are outlined and filled, where crossings cost.
const HAIRLINES = 200;
const WIDE = 20;
// Of longer lines, in pixels of the picture, a sample is drawn: behind what is emphasised or while the camera
// moves, and when it is still.
const SAMPLE = 200_000;
const MOST = 400_000;
const WIDEST = 9; // CSS pixels, of a ribbon.

/** Calls `act` with both ends of each wanted line that may be in view. */
const each = (
  box: Frame,
  [first, end, step]: [number, number, number],
  wanted: (line: number) => boolean,
  whole: boolean,
  act: (p: number, q: number) => void,
) => {
  const { a, b } = lines.now;
  const { left, top, right, bottom } = box;
  const inView = (i: number) => x[i] >= left && x[i] <= right && y[i] >= top && y[i] <= bottom;
  for (let line = first; line < end; line += step) {
    if (!wanted(line)) continue;
    const p = a[line];
    const q = b[line];
    if ((x[p] < left && x[q] < left) || (x[p] > right && x[q] > right)) continue;
    if ((y[p] < top && y[q] < top) || (y[p] > bottom && y[q] > bottom)) continue;
    if (whole && !(inView(p) && inView(q))) continue;
    act(p, q);
  }
};
const stroke = (
  ctx: Pen,
  box: Frame,
  rows: [number, number, number],
  wanted: (line: number) => boolean,
  whole = false,
) => {
  const batch = ctx.lineWidth * box.zoom * box.ratio > 1.001 ? WIDE : HAIRLINES;
  let open = 0;
  ctx.beginPath();
  each(box, rows, wanted, whole, (p, q) => {
    ctx.moveTo(x[p], y[p]);
    ctx.lineTo(x[q], y[q]);
    open += 1;
    if (open % batch) return;
    ctx.stroke();
    ctx.beginPath();
  });
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

/** Of how many wanted lines one is enough. */
const sampled = (box: Frame, wanted: (line: number) => boolean, most: number) => {
  let length = 0;
  const [wide, high] = [box.right - box.left, box.bottom - box.top];
  each(box, [0, lines.now.count, 1], wanted, false, (p, q) => {
    length += Math.max(Math.min(wide, Math.abs(x[p] - x[q])), Math.min(high, Math.abs(y[p] - y[q])));
  });
  return Math.ceil((length * box.matrix.a) / most) || 1;
};
/** All lines that nothing emphasises; those between topics only where both ends are in view. */
export const faint = (ctx: Pen, box: Frame, moving: boolean) => {
  const mapped = areas.ofTopics().length > 0;
  const { inside, across } = levels.at(box.zoom, mapped);
  const crowd = Math.max(0.12, Math.min(1, (1500 / Math.max(lines.now.count, 1)) ** 0.7));
  const near = levels.ramp(levels.usual * box.zoom, 3, 14); // The fewer there are in view.
  const strong = crowd + (Math.max(crowd, 0.6) - crowd) * near;
  const { hot: lineHot, apart } = lines.now;
  const { a, d, e, f } = box.matrix;
  const pixels = raster.serves(ctx, lines.now.count);
  const colour = theme.tint(own.edge, 1);
  ctx.strokeStyle = colour;
  if (pixels) raster.begin(ctx.canvas);
  const wantedAt = (line: number) => apart[line] === 0 || across > 0.02;
  // While they fade in they also get more: faint ones say little, and take as long.
  const most = (moving || view.emphasis ? SAMPLE : MOST) * Math.max(inside, across);
  const step = inside < 0.02 ? 1 : sampled(box, wantedAt, most);
  for (const range of lines.now.ranges) {
    const rows: [number, number, number] = [range.first, range.end, step];
    const [width, alpha] = lookOf(range);
    const plain = alpha * strong * (view.emphasis ? 0.25 : 1) * Math.min(2, step ** 0.5);
    for (const far of [1, 0]) {
      const level = far && mapped ? across : inside;
      if (level < 0.02) continue;
      hairline(ctx, box, width, plain * level);
      const wanted = (line: number) => apart[line] === far && !(view.emphasis && lineHot[line]);
      if (!pixels) stroke(ctx, box, rows, wanted, far === 1 && mapped);
      else {
        raster.dip(colour, ctx.globalAlpha * ctx.lineWidth * box.zoom * box.ratio);
        each(box, rows, wanted, far === 1 && mapped, (p, q) =>
          raster.line(x[p] * a + e, y[p] * d + f, x[q] * a + e, y[q] * d + f),
        );
      }
    }
  }
  raster.endLines(); // Dots follow on the same picture.
  ctx.globalAlpha = 1;
};
export const hot = (ctx: Pen, box: Frame) => {
  if (!view.emphasis) return;
  raster.flush(ctx);
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
