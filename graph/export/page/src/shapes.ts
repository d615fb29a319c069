import type { Pen } from "./types";

// A closed outline of so many corners; `place` gives the centre and the radius of each.
const corners = (
  ctx: Pen,
  count: number,
  turn: number,
  place: (corner: number) => [number, number, number],
) => {
  for (let corner = 0; corner < count; corner += 1) {
    const [px, py, r] = place(corner);
    const angle = turn + (2 * Math.PI * corner) / count;
    const point: [number, number] = [px + r * Math.cos(angle), py + r * Math.sin(angle)];
    if (corner) ctx.lineTo(...point);
    else ctx.moveTo(...point);
  }
  ctx.closePath();
};
/** A shape of nodes: `icon` is the outline in a box of 16 by 16, `trace` adds it to the path of a canvas. */
export interface Shape {
  icon: string;
  trace(ctx: Pen, px: number, py: number, r: number): void;
  /** How far a point is from the middle, as a share of the way to the outline; `reach` is where that is farthest. */
  distance(dx: number, dy: number): number;
  reach: number;
}
// The side of a regular polygon that is nearest to the outside: the largest of the distances from its sides.
const [THIRD, HALF_ROOT] = [1.15, Math.sqrt(3) / 2];
const NORMALS = Array.from({ length: 5 }, (_, side) => [
  Math.sin((2 * Math.PI * side) / 5),
  Math.cos((2 * Math.PI * side) / 5),
]);
export const SHAPES: Record<string, Shape> = {
  dot: {
    icon: "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z",
    trace: (ctx, px, py, r) => {
      ctx.moveTo(px + r, py);
      ctx.arc(px, py, r, 0, 2 * Math.PI);
    },
    reach: 1,
    distance: (dx, dy) => Math.sqrt(dx * dx + dy * dy),
  },
  square: {
    icon: "M2.5 2.5h11v11h-11z",
    trace: (ctx, px, py, r) => ctx.rect(px - r * 0.86, py - r * 0.86, r * 1.72, r * 1.72),
    reach: 0.86,
    distance: (dx, dy) => Math.max(Math.abs(dx), Math.abs(dy)) / 0.86,
  },
  diamond: {
    icon: "M8 1l7 7-7 7-7-7z",
    trace: (ctx, px, py, r) => {
      ctx.moveTo(px, py - r * 1.2);
      ctx.lineTo(px + r * 1.2, py);
      ctx.lineTo(px, py + r * 1.2);
      ctx.lineTo(px - r * 1.2, py);
      ctx.closePath();
    },
    reach: 1.2,
    distance: (dx, dy) => (Math.abs(dx) + Math.abs(dy)) / 1.2,
  },
  triangle: {
    icon: "M8 1.5l7 12.5h-14z",
    trace: (ctx, px, py, r) => {
      ctx.moveTo(px, py - r * 1.15);
      ctx.lineTo(px + r * 1.1, py + r * 0.8);
      ctx.lineTo(px - r * 1.1, py + r * 0.8);
      ctx.closePath();
    },
    reach: THIRD,
    // Of the slanted sides the distance from (0, -1.15) along their normal.
    distance: (dx, dy) => Math.max(dy / 0.8, 1 + (Math.abs(dx) * 1.95 - (dy + THIRD) * 1.1) / 1.3),
  },
  star: {
    icon: "M8 1L10.1 5.8L15.2 6.3L11.3 9.7L12.5 14.7L8 12.1L3.5 14.7L4.7 9.7L0.8 6.3L5.9 5.8z",
    trace: (ctx, px, py, r) =>
      corners(ctx, 10, -Math.PI / 2, (corner) => [px, py, r * (corner % 2 ? 0.6 : 1.3)]),
    reach: 1.3,
    // Inside a star is what is inside four of the five lines of a pentagram.
    distance: (dx, dy) => {
      let [most, next] = [-9, -9];
      for (const [nx, ny] of NORMALS) {
        const far = dx * nx + dy * ny;
        if (far > most) [most, next] = [far, most];
        else if (far > next) next = far;
      }
      return next / 0.47;
    },
  },
  hexagon: {
    icon: "M4.3 1.6h7.4L15.4 8l-3.7 6.4H4.3L.6 8z",
    trace: (ctx, px, py, r) => corners(ctx, 6, 0, () => [px, py, r * 1.08]),
    reach: 1.08,
    distance: (dx, dy) => {
      const [ax, ay] = [Math.abs(dx), Math.abs(dy)];
      return Math.max(ay, HALF_ROOT * ax + ay / 2) / (1.08 * HALF_ROOT);
    },
  },
};
