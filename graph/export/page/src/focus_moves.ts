// What moves on the stage of a focused neighbourhood: pieces fly in, the pointer and the keys light and step.
import { byId } from "./dom";
import * as draw from "./draw";
import { light } from "./focus_lines";
import type { Piece, Placement } from "./focus_stage";
import type { Point } from "./types";

const ARRIVE = 300;
const quiet = matchMedia("(prefers-reduced-motion: reduce)");
let before = new Map<number, Point>(); // Where things were, in the coordinates of the window.

/** The next neighbourhood begins on the map. */
export const forget = () => {
  before = new Map();
};
/** Let things fly from where they were on the map, or in the neighbourhood before. */
export const arrive = (stage: HTMLElement, svg: SVGElement, { places }: Placement) => {
  const { left, top } = stage.getBoundingClientRect();
  const canvas = byId("canvas").getBoundingClientRect();
  const now = new Map<number, Point>();
  for (const [{ node, made }, { x, y }] of places) {
    if (node < 0) continue;
    now.set(node, { x: x + left, y: y + top });
    if (quiet.matches) continue;
    const onMap = draw.position(node);
    const from = before.get(node) ?? { x: onMap.x + canvas.left, y: onMap.y + canvas.top };
    const start = `translate(${from.x - left - x}px, ${from.y - top - y}px)`;
    const steps = [
      { transform: start, opacity: 0.4 },
      { transform: "none", opacity: 1 },
    ];
    made.animate(steps, { duration: ARRIVE, easing: "ease-out" });
  }
  if (!quiet.matches) svg.animate([{ opacity: 0 }, { opacity: 0, offset: 0.5 }, { opacity: 1 }], ARRIVE);
  before = now;
};

const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** The nearest place in a direction: what is aside counts twice. */
const nextTo = (places: Map<Piece, Point>, from: Piece, [dx, dy]: [number, number]) => {
  const start = places.get(from) ?? { x: 0, y: 0 };
  let [best, least]: [Piece | null, number] = [null, Infinity];
  for (const [one, { x, y }] of places) {
    const ahead = (x - start.x) * dx + (y - start.y) * dy;
    const far = ahead + 2 * Math.abs((x - start.x) * dy + (y - start.y) * dx);
    if (one === from || ahead < EDGE || !one.made.matches("a")) continue;
    if (far < least) [best, least] = [one, far];
  }
  return best;
};
const EDGE = 4;
/** Answer pointer and keys: `say` gets the node that is pointed at or -1, `why` the one whose line is asked about. */
export const listen = (
  stage: HTMLElement,
  svg: SVGElement,
  { places }: Placement,
  { say, why }: { say: (node: number) => unknown; why: (node: number) => unknown },
) => {
  const pieceAt = (target: EventTarget | null) => {
    const star = (target as Element | null)?.closest(".star");
    return [...places.keys()].find(({ made }) => made === star);
  };
  const ask = (node: number) => {
    stage.classList.toggle("asked", node >= 0);
    const near = light(svg, node);
    for (const { node, made } of places.keys())
      made.classList.toggle("lit", near.has(node) || made.classList.contains("middle"));
    say(node);
  };
  const over = ({ target }: Event) => {
    const end = (target as SVGElement | null)?.dataset?.end;
    const piece = pieceAt(target);
    ask(Number(end ?? (piece?.made.matches("a") ? piece.node : -1)));
  };
  stage.addEventListener("pointerover", over);
  stage.addEventListener("focusin", over);
  stage.addEventListener("pointerleave", () => ask(-1));
  stage.addEventListener("keydown", (event) => {
    const from = pieceAt(event.target);
    if (!from || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === " ") why(from.node);
    else if (STEPS[event.key]) {
      const found = nextTo(places, from, STEPS[event.key]);
      if (found) [from.made.tabIndex, found.made.tabIndex] = [-1, 0];
      found?.made.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
};
