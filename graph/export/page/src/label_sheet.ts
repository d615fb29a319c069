// What labels are written on: a frame with the room that is taken, in CSS pixels of the canvas.
import type { Area } from "./areas";
import { freeRoom } from "./label_room";
import * as names from "./names";
import { own } from "./theme";
import type { Frame, Pen, Rect } from "./types";

/** A label as it was painted: where, in CSS pixels of the canvas; of an area if `area` is not empty. */
export interface Painted {
  text: string;
  rect: Rect;
  area: string;
  /** Whether it is next to its area, where that is too small. */
  beside?: boolean;
}
export interface Style {
  weight: number;
  px: number;
  colour: string;
  halo: string;
  alpha?: number;
}
/** What labels need of a frame: from graph to screen, and what is taken. */
export const sheetOf = (ctx: Pen, box: Frame) => {
  const { matrix, ratio } = box;
  const [wide, high] = [ctx.canvas.width / ratio, ctx.canvas.height / ratio];
  return {
    ...{ ctx, box, wide, high, occupied: freeRoom(), said: new Set<string>() },
    free: box.free || { left: 0, top: 0, right: wide, bottom: high },
    sx: (px: number) => (px * matrix.a + matrix.e) / ratio,
    sy: (py: number) => (py * matrix.d + matrix.f) / ratio,
    gx: (px: number) => (px * ratio - matrix.e) / matrix.a,
    gy: (py: number) => (py * ratio - matrix.f) / matrix.d,
  };
};
export type Sheet = ReturnType<typeof sheetOf>;

export const write = (
  { ctx }: Sheet,
  lines: string[],
  px: number,
  py: number,
  { weight, px: letters, colour, halo, alpha = 1 }: Style,
) => {
  ctx.font = `${weight} ${letters}px ${own.font}`;
  ctx.globalAlpha = alpha;
  ctx.strokeStyle = halo;
  ctx.lineWidth = Math.min(4, 1.5 + letters / 6);
  const first = py - ((lines.length - 1) * letters * names.LEADING) / 2;
  lines.forEach((line, at) => {
    ctx.strokeText(line, px, first + at * letters * names.LEADING);
  });
  ctx.fillStyle = colour;
  lines.forEach((line, at) => {
    ctx.fillText(line, px, first + at * letters * names.LEADING);
  });
  ctx.globalAlpha = 1;
};
export const rectOf = (lines: string[], letters: number, weight: number, px: number, py: number): Rect => {
  const half = (Math.max(...lines.map((line) => names.widthOf(line, weight))) * letters) / 2;
  const tall = (lines.length * letters * names.LEADING) / 2;
  return [px - half, py - tall, px + half, py + tall];
};
export const isIn = ([left, top, right, bottom]: Rect, free: Sheet["free"]) =>
  left >= free.left && right <= free.right && top >= free.top && bottom <= free.bottom;
/** Whether a corner of a rectangle of the screen, or its middle, is in an area. */
export const touches = ({ gx, gy }: Sheet, area: Area, [left, top, right, bottom]: Rect) => {
  const isFar =
    gx(right) < area.left || gx(left) > area.right || gy(bottom) < area.top || gy(top) > area.bottom;
  if (isFar) return false;
  return [left, (left + right) / 2, right].some((px) =>
    [top, bottom].some((py) => area.holds(gx(px), gy(py))),
  );
};
/** Whether a rectangle of the screen is inside an area. */
export const isInside = ({ gx, gy }: Sheet, area: Area, [left, top, right, bottom]: Rect) =>
  [left, (left + right) / 2, right].every((px) => [top, bottom].every((py) => area.holds(gx(px), gy(py))));
/** Whether a rectangle of the screen is in no area but this one. */
export const isApart = (sheet: Sheet, area: Area, rect: Rect, shapes: Map<string, Area>) =>
  isInside(sheet, area, rect) ||
  [...shapes.values()].every((other) => other === area || !touches(sheet, other, rect));
export const key = (text: string) => text.toLowerCase();

export const dress = (ctx: Pen, ratio: number) => {
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
};
