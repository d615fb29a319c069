// The camera is vis-network, without nodes of its own: it holds where the canvas looks and what moves it (drag,
// wheel, pinch, keys), and `paint` fills the canvas.
import * as model from "./model";
import type { Camera, Point } from "./types";

/** The part of vis-network that is used; the script before this one defines it. */
interface Network {
  on(event: "beforeDrawing", act: (ctx: CanvasRenderingContext2D) => void): void;
  on(event: "click", act: (what: { pointer: { DOM: Point; canvas: Point } }) => void): void;
  on(event: "dragging" | "zoom" | "animationFinished" | "dragEnd", act: () => void): void;
  redraw(): void;
  setSize(width: string, height: string): void;
  getViewPosition(): Point;
  getScale(): number;
  moveTo(options: object): void;
  DOMtoCanvas(point: Point): Point;
  canvasToDOM(point: Point): Point;
}
declare const vis: { Network: new (container: HTMLElement, data: object, options: object) => Network };

const MOVES = ["dragging", "zoom", "animationFinished", "dragEnd"] as const;

export const cameraIn = (
  container: HTMLElement,
  { onPaint, onMove }: { onPaint: (ctx: CanvasRenderingContext2D) => void; onMove: () => void },
) => {
  const network = new vis.Network(container, { nodes: [], edges: [] }, model.options);
  network.on("beforeDrawing", onPaint);
  for (const event of MOVES) network.on(event, onMove);
  const frame = container.querySelector(".vis-network") as HTMLElement;
  frame.addEventListener("keydown", () => setTimeout(onMove));
  return {
    frame,
    onPick: (pick: (point: Point) => void) => network.on("click", ({ pointer }) => pick(pointer.DOM)),
    redraw: () => network.redraw(),
    /** Take the size of the container at once, not when the browser reports it. */
    resize: () => network.setSize("100%", "100%"),
    now: (): Camera => ({ ...network.getViewPosition(), zoom: network.getScale() }),
    moveTo: ({ x, y, zoom }: Camera, offset: Point, duration: number) =>
      network.moveTo({
        position: { x, y },
        scale: zoom,
        offset,
        animation: duration ? { duration, easingFunction: "easeInOutQuad" } : false,
      }),
    toGraph: (point: Point) => network.DOMtoCanvas(point),
    toPage: (point: Point) => network.canvasToDOM(point),
  };
};
