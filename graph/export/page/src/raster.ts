// Thousands of thin lines and small dots as pixels: ten times faster than as paths of a canvas, which outlines and
// fills each of them. Lines: Xiaolin Wu, "An Efficient Antialiasing Technique", 1991; dots are stamps, made once
// for each shape, size and quarter of a pixel.
import type { Shape } from "./shapes";

const canvas = document.createElement("canvas");
const ctx = canvas.getContext("2d") as CanvasRenderingContext2D;
let image = new ImageData(1, 1);
let words = new Uint32Array(image.data.buffer); // A pixel each: little-endian, as the machines of browsers are.
// Lines are of one colour: only how much of it there is in a pixel is kept, until dots follow.
let cover = new Uint8Array(4);
let quads = new Uint32Array(cover.buffer); // Four pixels of it at a time: most are empty.
let lined = false;
let open = false;
let wide = 1;
let high = 1;
let [left, top, right, bottom] = [0, 0, 0, 0]; // What was drawn on.
let ink = 0; // Red, green and blue.
let strength = 255; // Of the ink, 0 to 255.

/** What is drawn next has this colour (#rrggbb) and opacity. */
export const dip = (colour: string, alpha: number) => {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  ink = r | (g << 8) | (b << 16);
  strength = Math.round(255 * Math.min(1, alpha));
};
/** A new picture, unless one is begun and not put down yet. */
export const begin = ({ width, height }: { width: number; height: number }) => {
  if (open) return;
  // It only grows: the line of filters comes and goes, and new memory is dear.
  if (width > wide || height > high) {
    [wide, high] = [Math.ceil(Math.max(wide, width) / 4) * 4, Math.max(high, height)];
    image = new ImageData(wide, high);
    words = new Uint32Array(image.data.buffer);
    cover = new Uint8Array(wide * high);
    quads = new Uint32Array(cover.buffer);
    canvas.width = wide;
    canvas.height = high;
  }
  [left, top, right, bottom] = [wide, high, 0, 0];
  open = true;
};
const touch = (west: number, north: number, east: number, south: number) => {
  if (west < left) left = Math.max(0, Math.floor(west));
  if (north < top) top = Math.max(0, Math.floor(north));
  if (east > right) right = Math.min(wide, Math.ceil(east));
  if (south > bottom) bottom = Math.min(high, Math.ceil(south));
};
/** A line of one pixel's width, in pixels; what is beyond the picture is left out. */
export const line = (fromX: number, fromY: number, toX: number, toY: number) => {
  const steep = Math.abs(toY - fromY) > Math.abs(toX - fromX);
  const flip = steep ? fromY > toY : fromX > toX;
  const ax = flip ? (steep ? toY : toX) : steep ? fromY : fromX;
  const ay = flip ? (steep ? toX : toY) : steep ? fromX : fromY;
  const bx = flip ? (steep ? fromY : fromX) : steep ? toY : toX;
  const by = flip ? (steep ? fromX : fromY) : steep ? toX : toY;
  const slope = bx === ax ? 0 : (by - ay) / (bx - ax);
  const most = (steep ? wide : high) - 1;
  if (slope === 0 && (ay < 0 || ay >= most)) return;
  // Along the line from where it enters the picture to where it leaves it.
  const enter = slope === 0 ? -Infinity : ax - ay / slope;
  const leave = slope === 0 ? Infinity : ax + (most - 0.01 - ay) / slope;
  const first = Math.ceil(Math.max(0, ax, Math.min(enter, leave)));
  const last = Math.floor(Math.min((steep ? high : wide) - 1, bx, Math.max(enter, leave)));
  if (first > last) return;
  lined = true;
  const [low, up] = [Math.min(ay, by) - 1, Math.max(ay, by) + 2];
  if (steep) touch(low, first, up, last + 1);
  else touch(first, low, last + 1, up);
  // The arrays are held in constants: a loop that looks them up in the module takes twice as long.
  const [on, full] = [cover, strength];
  const onward = steep ? wide : 1;
  const aside = steep ? 1 : wide;
  let across = ay + slope * (first - ax);
  for (let along = first; along <= last; along += 1) {
    const base = across | 0; // Never below 0 here.
    const share = ((across - base) * full + 0.5) | 0;
    const at = along * onward + base * aside;
    on[at] += ((255 - on[at]) * (full - share)) >> 8;
    on[at + aside] += ((255 - on[at + aside]) * share) >> 8;
    across += slope;
  }
};
/** The lines are drawn: what follows covers them. */
export const endLines = () => {
  if (!lined) return;
  const [on, out, four, colour] = [cover, words, quads, ink];
  for (let y = top; y < bottom; y += 1)
    for (let quad = (y * wide + left) >> 2, end = (y * wide + right + 3) >> 2; quad < end; quad += 1) {
      if (four[quad] === 0) continue;
      for (let at = 4 * quad; at < 4 * quad + 4; at += 1) if (on[at]) out[at] = colour | (on[at] << 24);
      four[quad] = 0;
    }
  lined = false;
};

interface Stamp {
  side: number;
  share: Uint8Array;
  /** Of each row where its pixels begin and end: a third of a square around a small disc is empty. */
  spans: Uint8Array;
}
const QUARTERS = 4;
const stamps = new Map<Shape, Map<number, Stamp>>();
const stampOf = (shape: Shape, radius: number, dx: number, dy: number): Stamp => {
  const key = (Math.round(radius * QUARTERS) * QUARTERS + dx) * QUARTERS + dy;
  let own = stamps.get(shape);
  if (!own) {
    own = new Map();
    stamps.set(shape, own);
  }
  const known = own.get(key);
  if (known) return known;
  const size = Math.round(radius * QUARTERS) / QUARTERS;
  const arm = Math.ceil(size * shape.reach) + 1;
  const side = 2 * arm + 1;
  const share = new Uint8Array(side * side);
  const spans = new Uint8Array(2 * side);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const far = shape.distance(
        (x + 0.5 - arm - dx / QUARTERS) / size,
        (y + 0.5 - arm - dy / QUARTERS) / size,
      );
      const part = Math.round(255 * Math.max(0, Math.min(1, (1 - far) * size + 0.5)));
      share[y * side + x] = part;
      if (!part) continue;
      if (!spans[2 * y + 1]) spans[2 * y] = x;
      spans[2 * y + 1] = x + 1;
    }
  const made = { side, share, spans };
  own.set(key, made);
  return made;
};
// A colour over what is there; `share` of 255. Red and blue are mixed in one go, in whole numbers.
const mixed = (old: number, colour: number, share: number) => {
  const under = (old >>> 24) * (255 - share);
  const sum = 255 * share + under;
  const part = old >>> 24 === 255 ? share + (share >> 7) : ((65_280 * share) / sum) | 0; // Of 256.
  const rest = 256 - part;
  const sides = ((Math.imul(colour & 0xff00ff, part) + Math.imul(old & 0xff00ff, rest)) >>> 8) & 0xff00ff;
  const middle = ((Math.imul(colour & 0xff00, part) + Math.imul(old & 0xff00, rest)) >>> 8) & 0xff00;
  return sides | middle | (((sum / 255) | 0) << 24);
};
/** A shape around a point, its radius in pixels. */
export const dot = (px: number, py: number, radius: number, shape: Shape) => {
  const far = 1.4 * radius + 2;
  if (px < -far || py < -far || px > wide + far || py > high + far) return;
  const [x0, y0] = [Math.floor(px), Math.floor(py)];
  const { side, share, spans } = stampOf(
    shape,
    radius,
    Math.floor((px - x0) * QUARTERS),
    Math.floor((py - y0) * QUARTERS),
  );
  const arm = (side - 1) / 2;
  const [west, north] = [x0 - arm, y0 - arm];
  if (west >= wide || north >= high || west + side <= 0 || north + side <= 0) return;
  touch(west, north, west + side, north + side);
  const [firstX, endX] = [Math.max(0, -west), Math.min(side, wide - west)];
  const [firstY, endY] = [Math.max(0, -north), Math.min(side, high - north)];
  const [out, colour, much] = [words, ink, strength];
  const full = colour | (255 << 24);
  for (let y = firstY; y < endY; y += 1) {
    const first = Math.max(firstX, spans[2 * y]);
    let at = (north + y) * wide + west + first;
    const end = y * side + Math.min(endX, spans[2 * y + 1]);
    for (let from = y * side + first; from < end; from += 1, at += 1) {
      const part = much === 255 ? share[from] : ((share[from] * much + 127) / 255) | 0;
      if (part === 255) out[at] = full;
      else if (part !== 0) out[at] = out[at] === 0 ? colour | (part << 24) : mixed(out[at], colour, part);
    }
  }
};
/** Put what was drawn onto a canvas whose pixels are those of the picture. */
export const put = (on: CanvasRenderingContext2D) => {
  endLines();
  open = false;
  const [width, height] = [right - left, bottom - top];
  if (width <= 0 || height <= 0) return;
  ctx.putImageData(image, 0, 0, left, top, width, height);
  on.save();
  on.setTransform(1, 0, 0, 1, 0, 0);
  on.globalAlpha = 1;
  on.drawImage(canvas, left, top, width, height, left, top, width, height);
  on.restore();
  for (let y = top; y < bottom; y += 1) words.fill(0, y * wide + left, y * wide + right);
};
/** Put down what was begun, if anything was: paths follow. */
export const flush = (pen: object) => {
  if (open && pen instanceof CanvasRenderingContext2D) put(pen);
};
/** Whether to draw as pixels: on a canvas, not in an SVG, and only what is many. */
export const serves = (pen: object, count: number): pen is CanvasRenderingContext2D =>
  pen instanceof CanvasRenderingContext2D && count > 400;
