// The SVG backend: the methods of a 2D canvas that `paint` and `labels` use; what is drawn becomes SVG.
import type { Matrix, Pen } from "./types";
import * as xml from "./xml";

export const svgBackend = (
  width: number,
  height: number,
  background: string,
): Pen & { finish(title: string): string } => {
  const measuring = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
  const parts: string[] = [];
  const saved: [Matrix, object][] = [];
  const look = () => ({
    fillStyle: "#000",
    strokeStyle: "#000",
    lineWidth: 1,
    globalAlpha: 1,
    font: "10px sans-serif",
    textAlign: "start" as CanvasTextAlign,
    textBaseline: "alphabetic" as CanvasTextBaseline,
    lineJoin: "miter" as CanvasLineJoin,
  });
  let matrix: Matrix = { a: 1, d: 1, e: 0, f: 0 };
  let path = "";
  const round = (value: number) => String(Math.round(value * 100) / 100);
  const at = (x: number, y: number) => `${round(x * matrix.a + matrix.e)} ${round(y * matrix.d + matrix.f)}`;
  const alpha = (name: string) => (pen.globalAlpha < 1 ? ` ${name}-opacity="${round(pen.globalAlpha)}"` : "");
  const lineLook = () =>
    `fill="none" stroke="${xml.attribute(String(pen.strokeStyle))}" stroke-width="${round(pen.lineWidth * matrix.a)}"${alpha("stroke")}`;
  const text = (words: string, x: number, y: number, attributes: string) => {
    const font = xml.attribute(pen.font);
    parts.push(
      `<text transform="translate(${at(x, y)})" style="font:${font}" text-anchor="middle" dominant-baseline="central" stroke-linejoin="round" ${attributes}>${xml.content(words)}</text>`,
    );
  };
  const pen = {
    ...look(),
    canvas: { width, height },
    getTransform: () => matrix,
    setTransform: (a: number, _b: number, _c: number, d: number, e: number, f: number) => {
      matrix = { a, d, e, f };
    },
    save: () => {
      const { fillStyle, strokeStyle, lineWidth, globalAlpha, font, textAlign, textBaseline, lineJoin } = pen;
      const looked = {
        fillStyle,
        strokeStyle,
        lineWidth,
        globalAlpha,
        font,
        textAlign,
        textBaseline,
        lineJoin,
      };
      saved.push([matrix, looked]);
    },
    restore: () => {
      const [was, looked] = saved.pop() ?? [matrix, {}];
      matrix = was;
      Object.assign(pen, looked);
    },
    beginPath: () => {
      path = "";
    },
    moveTo: (x: number, y: number) => {
      path += `M${at(x, y)}`;
    },
    lineTo: (x: number, y: number) => {
      path += `L${at(x, y)}`;
    },
    quadraticCurveTo: (cx: number, cy: number, x: number, y: number) => {
      path += `Q${at(cx, cy)} ${at(x, y)}`;
    },
    closePath: () => {
      path += "Z";
    },
    rect: (x: number, y: number, w: number, h: number) => {
      path += `M${at(x, y)}L${at(x + w, y)}L${at(x + w, y + h)}L${at(x, y + h)}Z`;
    },
    fillRect: (x: number, y: number, w: number, h: number) => {
      const kept = path;
      path = "";
      pen.rect(x, y, w, h);
      pen.fill();
      path = kept;
    },
    // Only whole circles are needed.
    arc: (x: number, y: number, r: number) => {
      const turn = `A${round(r * matrix.a)} ${round(r * matrix.a)} 0 1 0`;
      path += `M${at(x + r, y)}${turn} ${at(x - r, y)}${turn} ${at(x + r, y)}Z`;
    },
    fill: () => {
      if (path)
        parts.push(`<path d="${path}" fill="${xml.attribute(String(pen.fillStyle))}"${alpha("fill")}/>`);
    },
    stroke: () => {
      if (path) parts.push(`<path d="${path}" ${lineLook()}/>`);
    },
    fillText: (words: string, x: number, y: number) =>
      text(words, x, y, `fill="${xml.attribute(String(pen.fillStyle))}"`),
    strokeText: (words: string, x: number, y: number) => text(words, x, y, lineLook()),
    measureText: (words: string) => {
      measuring.font = pen.font;
      return measuring.measureText(words);
    },
    finish: (title: string) =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n<title>${xml.content(title)}</title>\n<rect width="100%" height="100%" fill="${xml.attribute(background)}"/>\n${parts.join("\n")}\n</svg>\n`,
  };
  return pen;
};
