// What labels need of the canvas: short names in few lines, and room that nothing else takes.
import type { Rect } from "./types";

const CELL = 64; // Rectangles are kept in a grid: each is compared with its neighbours only.

export const short = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
/** The value, or the end of the range that it is beyond; the ends may be given in any order. */
export const within = (least: number, value: number, most: number) =>
  Math.max(Math.min(least, most), Math.min(value, Math.max(least, most)));

/** Rectangles that are taken, and whether another would cross one of them; touching is not crossing. */
export const freeRoom = () => {
  const cells = new Map<string, Rect[]>();
  const each = ([left, top, right, bottom]: Rect, act: (cell: string) => void) => {
    for (let cx = Math.floor(left / CELL); cx <= right / CELL; cx += 1)
      for (let cy = Math.floor(top / CELL); cy <= bottom / CELL; cy += 1) act(`${cx},${cy}`);
  };
  const occupy = (rect: Rect) => each(rect, (cell) => cells.set(cell, [...(cells.get(cell) || []), rect]));
  const isFree = (rect: Rect) => {
    let free = true;
    each(rect, (cell) => {
      for (const t of cells.get(cell) || [])
        if (rect[0] < t[2] && rect[2] > t[0] && rect[1] < t[3] && rect[3] > t[1]) free = false;
    });
    return free;
  };
  return { occupy, isFree };
};
