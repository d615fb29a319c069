// The lines of a focused neighbourhood, as SVG: from the middle to everything, which tell why on a click, and faint
// ones between what stands around.
import { svgShape } from "./dom";
import * as lines from "./lines";
import { isPaper, nodes } from "./model";
import type { Point } from "./types";

export interface Stage {
  wide: number;
  high: number;
  /** Where the lines of each node end. */
  anchors: Map<number, Point>;
  /** The node in the middle, or -1 for a topic. */
  middle: number;
  /** How thick the line to a node is, from 0 to 1. */
  weightOf(node: number): number;
}
const ends = (a: Point, b: Point) => ({ x1: a.x, y1: a.y, x2: b.x, y2: b.y });

const toMiddle = ({ anchors, middle, weightOf }: Stage, why: (node: number) => unknown) => {
  const from = anchors.get(middle);
  if (!from) return [];
  return [...anchors].flatMap(([node, to]) => {
    if (node === middle) return [];
    const thick = 0.8 + 2.4 * weightOf(node);
    const seen = svgShape("line", {
      ...ends(from, to),
      class: `spoke ${nodes.kind[node]}`,
      "stroke-width": thick.toFixed(1),
      "data-end": node,
    });
    const reach = svgShape("line", { ...ends(from, to), class: "reach", "data-end": node });
    reach.addEventListener("click", () => why(node));
    return [seen, reach];
  });
};
// Links between the papers are faint; what papers name is drawn for the node that is pointed at.
const between = ({ anchors, middle }: Stage) => {
  const found: SVGElement[] = [];
  const seen = new Set<string>();
  for (const [node, from] of anchors) {
    for (const line of node === middle || node < 0 ? [] : lines.at(node)) {
      const other = lines.across(line, node);
      const to = anchors.get(other);
      const pair = `${Math.min(node, other)}-${Math.max(node, other)}`;
      if (!to || other === middle || seen.has(pair)) continue;
      seen.add(pair);
      const look = isPaper(node) && isPaper(other) ? "chord" : "chord quiet";
      found.push(svgShape("line", { ...ends(from, to), class: look, "data-one": node, "data-two": other }));
    }
  }
  return found;
};
/** All lines; `why` gets the node at the end of a line that is clicked. */
export const linesOf = (stage: Stage, why: (node: number) => unknown) => {
  const svg = svgShape("svg", {
    viewBox: `0 0 ${stage.wide} ${stage.high}`,
    width: stage.wide,
    height: stage.high,
    "aria-hidden": "true",
  });
  svg.append(...between(stage), ...toMiddle(stage, why));
  return svg;
};
/** Light the lines at a node, and say which nodes they lead to. */
export const light = (svg: SVGElement, node: number) => {
  const near = new Set<number>([node]);
  for (const line of svg.querySelectorAll<SVGElement>("line")) {
    const { end, one, two } = line.dataset;
    const other = one === String(node) ? two : two === String(node) ? one : undefined;
    const lit = end === String(node) || other !== undefined;
    line.classList.toggle("lit", lit);
    if (other !== undefined) near.add(Number(other));
  }
  return near;
};
