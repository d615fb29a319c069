// The shapes of nodes: `icon` is the outline in a box of 16 by 16, `trace` adds the shape to the path of a canvas.
const SHAPES = {
  dot: {
    icon: "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z",
    trace: (ctx, px, py, r) => {
      ctx.moveTo(px + r, py);
      ctx.arc(px, py, r, 0, 2 * Math.PI);
    },
  },
  square: {
    icon: "M2.5 2.5h11v11h-11z",
    trace: (ctx, px, py, r) => ctx.rect(px - r * 0.86, py - r * 0.86, r * 1.72, r * 1.72),
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
  },
  triangle: {
    icon: "M8 1.5l7 12.5h-14z",
    trace: (ctx, px, py, r) => {
      ctx.moveTo(px, py - r * 1.15);
      ctx.lineTo(px + r * 1.1, py + r * 0.8);
      ctx.lineTo(px - r * 1.1, py + r * 0.8);
      ctx.closePath();
    },
  },
};
