// Thousands of thin lines and small dots as pixels: ten times faster than as paths of a canvas, which outlines and
// fills each of them. Lines: Xiaolin Wu, "An Efficient Antialiasing Technique", 1991; dots by how far a pixel is
// inside the shape.
import type { Frame } from "./types";

const canvas = document.createElement("canvas");
const ctx = canvas.getContext("2d") as CanvasRenderingContext2D;
let image = new ImageData(1, 1);
let pixels = image.data;
let wide = 1;
let high = 1;
let dirty = { left: 0, top: 0, right: 0, bottom: 0 };
let ink = [0, 0, 0];
let strength = 255; // Of the ink, 0 to 255.

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
/** What is drawn next has this colour (#rrggbb) and opacity. */
export const dip = (colour: string, alpha: number) => {
  ink = channels(colour);
  strength = Math.round(255 * Math.min(1, alpha));
};
export const begin = ({ width, height }: { width: number; height: number }) => {
  if (width !== wide || height !== high) {
    [wide, high] = [width, height];
    image = new ImageData(wide, high);
    pixels = image.data;
    cover = new Uint8Array(wide * high);
    canvas.width = wide;
    canvas.height = high;
  }
  dirty = { left: wide, top: high, right: 0, bottom: 0 };
};
const touch = (left: number, top: number, right: number, bottom: number) => {
  if (left < dirty.left) dirty.left = Math.max(0, Math.floor(left));
  if (top < dirty.top) dirty.top = Math.max(0, Math.floor(top));
  if (right > dirty.right) dirty.right = Math.min(wide, Math.ceil(right));
  if (bottom > dirty.bottom) dirty.bottom = Math.min(high, Math.ceil(bottom));
};
// The ink over what is there: `share` of a pixel, 0 to 255.
const blend = (px: number, py: number, share: number) => {
  if (px < 0 || py < 0 || px >= wide || py >= high) return;
  const at = 4 * (py * wide + px);
  const old = pixels[at + 3];
  if (share >= 255 || old === 0) {
    pixels[at] = ink[0];
    pixels[at + 1] = ink[1];
    pixels[at + 2] = ink[2];
    pixels[at + 3] = share;
    return;
  }
  const under = (old * (255 - share)) / 255;
  const sum = share + under;
  if (sum === 0) return;
  pixels[at] = (ink[0] * share + pixels[at] * under) / sum;
  pixels[at + 1] = (ink[1] * share + pixels[at + 1] * under) / sum;
  pixels[at + 2] = (ink[2] * share + pixels[at + 2] * under) / sum;
  pixels[at + 3] = sum;
};
// Lines are of one colour: only how much of it there is in a pixel is kept, until they are put down.
let cover = new Uint8Array(1);
let lined = false;
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
  // Along the line from where it enters the picture to where it leaves it.
  const [enter, leave] =
    slope === 0 ? [-Infinity, Infinity] : [-ay / slope + ax, (most - 1 - ay) / slope + ax];
  if (slope === 0 && (ay < 0 || ay >= most)) return;
  const first = Math.ceil(Math.max(0, ax, Math.min(enter, leave)));
  const last = Math.floor(Math.min((steep ? high : wide) - 1, bx, Math.max(enter, leave)));
  if (first > last) return;
  lined = true;
  touch(
    Math.min(fromX, toX) - 1,
    Math.min(fromY, toY) - 1,
    Math.max(fromX, toX) + 2,
    Math.max(fromY, toY) + 2,
  );
  const [onward, aside] = steep ? [wide, 1] : [1, wide];
  let across = ay + slope * (first - ax);
  for (let along = first; along <= last; along += 1) {
    const base = Math.floor(across);
    const share = Math.round((across - base) * strength);
    const at = along * onward + base * aside;
    cover[at] += ((255 - cover[at]) * (strength - share)) >> 8;
    cover[at + aside] += ((255 - cover[at + aside]) * share) >> 8;
    across += slope;
  }
};
const layLines = () => {
  const { left, top, right, bottom } = dirty;
  const words = new Uint32Array(pixels.buffer);
  const colour = ink[0] | (ink[1] << 8) | (ink[2] << 16); // Little-endian, as all browsers' machines are.
  for (let y = top; y < bottom; y += 1)
    for (let at = y * wide + left, end = y * wide + right; at < end; at += 1)
      if (cover[at]) {
        words[at] = colour | (cover[at] << 24);
        cover[at] = 0;
      }
  lined = false;
};
/** How far a point is from the middle of a shape, as a share of the way to its outline. */
export type Distance = (dx: number, dy: number) => number;
/** A shape around a point, its radius in pixels; `reach` is how many radii it goes out at most. */
export const dot = (px: number, py: number, radius: number, distance: Distance, reach: number) => {
  const arm = radius * reach + 1;
  if (px + arm < 0 || py + arm < 0 || px - arm > wide || py - arm > high) return;
  touch(px - arm, py - arm, px + arm + 1, py + arm + 1);
  const [left, right] = [Math.floor(px - arm), Math.ceil(px + arm)];
  const [top, bottom] = [Math.floor(py - arm), Math.ceil(py + arm)];
  for (let y = top; y <= bottom; y += 1)
    for (let x = left; x <= right; x += 1) {
      const inside = (1 - distance((x + 0.5 - px) / radius, (y + 0.5 - py) / radius)) * radius + 0.5;
      if (inside > 0) blend(x, y, strength * Math.min(inside, 1));
    }
};
/** Put what was drawn onto a canvas whose pixels are those of the picture. */
export const put = (on: CanvasRenderingContext2D) => {
  const { left, top, right, bottom } = dirty;
  const [width, height] = [right - left, bottom - top];
  if (width <= 0 || height <= 0) return;
  if (lined) layLines();
  ctx.putImageData(image, 0, 0, left, top, width, height);
  on.save();
  on.setTransform(1, 0, 0, 1, 0, 0);
  on.globalAlpha = 1;
  on.drawImage(canvas, left, top, width, height, left, top, width, height);
  on.restore();
  for (let y = top; y < bottom; y += 1) pixels.fill(0, 4 * (y * wide + left), 4 * (y * wide + right));
};
/** Whether to draw as pixels: on a canvas, not in an SVG, and only what is many. */
export const serves = (pen: object, count: number): pen is CanvasRenderingContext2D =>
  pen instanceof CanvasRenderingContext2D && count > 400;
export const place = ({ matrix }: Frame, x: number, y: number): [number, number] => [
  x * matrix.a + matrix.e,
  y * matrix.d + matrix.f,
];
