// The still picture is kept on a sheet of its own: under the pointer only what follows it is painted on top, and
// while the camera moves the sheet is moved and scaled, until the picture is painted again.
import * as paint from "./paint";
import { own } from "./theme";
import type { Matrix, Sides } from "./types";

// Less of the view than this comes from the sheet: it is painted again, though the camera still moves.
const LEAST_COVERED = 0.55;

const sheet = document.createElement("canvas");
const inner = sheet.getContext("2d", { alpha: false }) as CanvasRenderingContext2D;
let at: Matrix | null = null; // Where the sheet was painted; null: it is out of date.
let rough = false; // It was painted while the camera moved.

/** The picture has changed. */
export const stale = () => {
  at = null;
};
const isAt = ({ a, e, f }: Matrix) => at?.a === a && at.e === e && at.f === f;
const paintSheet = (matrix: Matrix, moving: boolean, free: Sides) => {
  inner.setTransform(1, 0, 0, 1, 0, 0);
  inner.globalAlpha = 1;
  inner.fillStyle = own.ground;
  inner.fillRect(0, 0, sheet.width, sheet.height);
  inner.setTransform(matrix.a, 0, 0, matrix.d, matrix.e, matrix.f);
  paint.all(inner, { moving, free });
  at = { a: matrix.a, d: matrix.d, e: matrix.e, f: matrix.f };
  rough = moving;
};
/** Where the sheet is on the canvas now: factor, left, top. */
const placed = (from: Matrix, to: Matrix) => {
  const scale = to.a / from.a;
  return { scale, left: to.e - from.e * scale, top: to.f - from.f * scale };
};
const covered = ({ scale, left, top }: ReturnType<typeof placed>) => {
  const { width, height } = sheet;
  const across = Math.min(width, left + width * scale) - Math.max(0, left);
  const down = Math.min(height, top + height * scale) - Math.max(0, top);
  return (Math.max(0, across) * Math.max(0, down)) / (width * height);
};

/** Paint the canvas, whose transform maps graph to screen. */
export const show = (ctx: CanvasRenderingContext2D, moving: boolean, free: Sides) => {
  const matrix = ctx.getTransform();
  const { width, height } = ctx.canvas;
  if (!width || !height) return;
  if (sheet.width !== width || sheet.height !== height) {
    sheet.width = width;
    sheet.height = height;
    at = null;
  }
  if (!at || (!moving && (rough || !isAt(matrix)))) paintSheet(matrix, moving, free);
  let place = placed(at ?? matrix, matrix);
  if (moving && (covered(place) < LEAST_COVERED || place.scale > 4)) {
    paintSheet(matrix, true, free);
    place = placed(matrix, matrix);
  }
  const { scale, left, top } = place;
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.imageSmoothingEnabled = scale !== 1;
  if (scale === 1) ctx.drawImage(sheet, Math.round(left), Math.round(top));
  else ctx.drawImage(sheet, left, top, width * scale, height * scale);
  ctx.restore();
  paint.overlay(ctx);
};
