// The camera is vis-network, without nodes of its own: it holds where the canvas looks and what moves it (drag,
// wheel, pinch, keys), and `paint` fills the canvas.
import * as model from "./model";
import type { Camera, Point } from "./types";

/** The part of vis-network that is used; the script before this one defines it. */
interface Network {
  on(event: "beforeDrawing", act: (ctx: CanvasRenderingContext2D) => void): void;
  on(event: "click", act: (what: { pointer: { DOM: Point; canvas: Point } }) => void): void;
  on(event: "dragging" | "zoom" | "dragEnd", act: () => void): void;
  redraw(): void;
  setSize(width: string, height: string): void;
  getViewPosition(): Point;
  getScale(): number;
  moveTo(options: object): void;
  DOMtoCanvas(point: Point): Point;
  canvasToDOM(point: Point): Point;
}
declare const vis: { Network: new (container: HTMLElement, data: object, options: object) => Network };

const MOVES = ["dragging", "zoom", "dragEnd"] as const;
const smooth = (part: number) => (part < 0.5 ? 2 * part * part : 1 - 2 * (1 - part) ** 2);

export const cameraIn = (
  container: HTMLElement,
  { onPaint, onMove }: { onPaint: (ctx: CanvasRenderingContext2D) => void; onMove: () => void },
) => {
  const network = new vis.Network(container, { nodes: [], edges: [] }, model.options);
  network.on("beforeDrawing", onPaint);
  for (const event of MOVES) network.on(event, onMove);
  const frame = container.querySelector(".vis-network") as HTMLElement;
  frame.addEventListener("keydown", () => setTimeout(onMove));
  const now = (): Camera => ({ ...network.getViewPosition(), zoom: network.getScale() });
  const place = ({ x, y, zoom }: Camera, offset: Point) =>
    network.moveTo({ position: { x, y }, scale: zoom, offset, animation: false });
  // By the clock: vis-network counts frames, and where these are slow its flight takes seconds.
  let flight = 0;
  const fly = (goal: Camera, offset: Point, duration: number) => {
    const [from, start] = [now(), performance.now()];
    const mix = (a: number, b: number, part: number) => a + (b - a) * part;
    const step = () => {
      const time = Math.min(1, (performance.now() - start) / duration);
      const part = smooth(time);
      const zoom = mix(from.zoom, goal.zoom, part);
      const x = mix(from.x * from.zoom, goal.x * goal.zoom - offset.x, part) / zoom;
      const y = mix(from.y * from.zoom, goal.y * goal.zoom - offset.y, part) / zoom;
      flight = time < 1 ? requestAnimationFrame(step) : 0;
      if (time < 1) place({ x, y, zoom }, { x: 0, y: 0 });
      else place(goal, offset);
      onMove();
    };
    flight = requestAnimationFrame(step);
  };
  const land = () => cancelAnimationFrame(flight);
  for (const event of ["pointerdown", "wheel", "keydown"])
    container.addEventListener(event, land, { capture: true, passive: true });
  return {
    frame,
    onPick: (pick: (point: Point) => void) => network.on("click", ({ pointer }) => pick(pointer.DOM)),
    redraw: () => network.redraw(),
    /** Take the size of the container at once, not when the browser reports it. */
    resize: () => network.setSize("100%", "100%"),
    now,
    moveTo: (goal: Camera, offset: Point, duration: number) => {
      land();
      if (duration) fly(goal, offset, duration);
      else place(goal, offset);
    },
    toGraph: (point: Point) => network.DOMtoCanvas(point),
    toPage: (point: Point) => network.canvasToDOM(point),
  };
};
