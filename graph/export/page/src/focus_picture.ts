// A focused neighbourhood as a picture: what stands on its stage, drawn with the pen of the map.
import { nodes } from "./model";
import { SHAPES } from "./shapes";
import * as state from "./state";
import { own } from "./theme";
import type { Pen } from "./types";

interface Line {
  text: string;
  box: DOMRect;
}
/** The lines of a text as the browser broke them, without those that its box cuts off. */
const linesOf = (text: Text, room: DOMRect): Line[] => {
  const found: Line[] = [];
  const range = document.createRange();
  let at = 0;
  for (const sign of text.data) {
    range.setStart(text, at);
    at += sign.length;
    range.setEnd(text, at);
    const box = range.getBoundingClientRect();
    const last = found[found.length - 1];
    if (last && (!box.width || Math.abs(box.top - last.box.top) < box.height / 2)) {
      last.text += sign;
      const left = Math.min(last.box.left, box.width ? box.left : Infinity);
      last.box = new DOMRect(left, last.box.top, Math.max(last.box.right, box.right) - left, last.box.height);
    } else if (box.width) found.push({ text: sign, box });
  }
  const seen = found.filter(({ box }) => box.top + box.height / 2 < room.bottom);
  if (seen.length < found.length) seen[seen.length - 1].text = `${seen[seen.length - 1].text.trim()}…`;
  return seen;
};
const write = (pen: Pen, piece: HTMLElement) => {
  const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
    const holder = text.parentElement as HTMLElement;
    const { fontWeight, fontSize, color } = getComputedStyle(holder);
    pen.font = `${fontWeight} ${fontSize} ${own.font}`;
    pen.fillStyle = color;
    for (const { text: words, box } of linesOf(text, holder.getBoundingClientRect()))
      pen.fillText(words.trim(), box.left + box.width / 2, box.top + box.height / 2);
  }
};
const cover = (pen: Pen, { left, top, width, height }: DOMRect, colour: string, alpha: number) => {
  pen.globalAlpha = alpha;
  pen.fillStyle = colour;
  pen.fillRect(left, top, width, height);
  pen.globalAlpha = 1;
};
const mark = (pen: Pen, piece: HTMLElement) => {
  const sign = piece.querySelector(".icon, .swatch");
  if (!sign) return;
  const { left, top, width, height } = sign.getBoundingClientRect();
  const { fill, backgroundColor } = getComputedStyle(sign);
  const node = Number(piece.dataset.node ?? state.now.selected);
  pen.fillStyle = sign.matches(".icon") ? fill : backgroundColor;
  pen.beginPath();
  const shape = SHAPES[nodes.shape[node]] || SHAPES.dot;
  shape.trace(pen, left + width / 2, top + height / 2, 0.4 * width);
  pen.fill();
};
const stroke = (pen: Pen, line: SVGLineElement, left: number, top: number) => {
  const { visibility, stroke, strokeOpacity, strokeWidth } = getComputedStyle(line);
  if (visibility === "hidden") return;
  const { x1, y1, x2, y2 } = line;
  pen.strokeStyle = stroke;
  pen.globalAlpha = Number(strokeOpacity);
  pen.lineWidth = Number.parseFloat(strokeWidth);
  pen.beginPath();
  pen.moveTo(left + x1.baseVal.value, top + y1.baseVal.value);
  pen.lineTo(left + x2.baseVal.value, top + y2.baseVal.value);
  pen.stroke();
  pen.globalAlpha = 1;
};
/** Draw a stage at the upper left corner, `ratio` dots to a CSS pixel. */
export const paint = (pen: Pen, stage: HTMLElement, ratio: number) => {
  const { left, top } = stage.getBoundingClientRect();
  pen.setTransform(ratio, 0, 0, ratio, -left * ratio, -top * ratio);
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  for (const line of stage.querySelectorAll<SVGLineElement>("line:not(.reach)")) stroke(pen, line, left, top);
  for (const piece of stage.querySelectorAll<HTMLElement>(".star, .group, .tick")) {
    for (const part of piece.querySelectorAll(".label, .count"))
      cover(pen, part.getBoundingClientRect(), own.ground, 0.82);
    if (piece.matches(".middle"))
      cover(pen, piece.getBoundingClientRect(), getComputedStyle(piece).backgroundColor, 1);
    mark(pen, piece);
    write(pen, piece);
  }
};
