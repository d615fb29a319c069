// What is shown as a picture: PNG, SVG, and the sheet that is printed.
import { byId, el, icon } from "./dom";
import * as draw from "./draw";
import * as model from "./model";
import * as paint from "./paint";
import * as scene from "./scene";
import * as state from "./state";
import { svgBackend } from "./svg_backend";
import * as theme from "./theme";
import type { Camera, Pen } from "./types";

/** A camera, and the size of what it fills in CSS pixels. */
type Sheet = Camera & { width: number; height: number };

const sheet = byId("print");
const SHARP = 2; // Dots to a CSS pixel: sharp on paper and on any screen.

const aim = (ctx: Pen, { x, y, zoom, width, height }: Sheet, ratio: number) => {
  const scale = zoom * ratio;
  ctx.setTransform(scale, 0, 0, scale, (width / 2) * ratio - x * scale, (height / 2) * ratio - y * scale);
};
const onCanvas = (view: Sheet) => {
  const canvas = el("canvas", { width: String(view.width * SHARP), height: String(view.height * SHARP) });
  const ctx = canvas.getContext("2d") as CanvasRenderingContext2D;
  ctx.fillStyle = theme.own.ground;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  aim(ctx, view, SHARP);
  paint.all(ctx, { ratio: SHARP });
  return canvas;
};
export const png = () =>
  new Promise<Blob>((done, fail) => {
    onCanvas(draw.free()).toBlob(
      (blob) => (blob ? done(blob) : fail(new Error("the picture is too large for this browser"))),
      "image/png",
    );
  });
export const svg = () => {
  const view = draw.free();
  const pen = svgBackend(view.width, view.height, theme.own.ground);
  aim(pen, view, 1);
  paint.all(pen, { ratio: 1 });
  return new Blob([pen.finish(document.title)], { type: "image/svg+xml" });
};

// On paper: everything that is shown, in light colours, wherever the camera is.
const whole = (): Sheet => {
  const box = scene.bounds(model.nodes.id);
  const width = 1000;
  if (!box) return { x: 0, y: 0, zoom: 1, width, height: 100 };
  const [wide, high] = [box.right - box.left, box.bottom - box.top];
  // As high as the graph, but a page's height at most.
  const height = Math.round(Math.min(1250, Math.max(400, ((width - 80) * high) / wide + 80)));
  const zoom = Math.min((width - 80) / wide, (height - 80) / high, 2);
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, zoom, width, height };
};
const key = () =>
  [...model.kinds.keys()]
    .filter((kind) => model.KINDS[kind] && !state.now.hiddenKinds.has(kind))
    .map((kind) => el("span", {}, icon(kind), model.KINDS[kind].many));
window.addEventListener("beforeprint", () => {
  document.documentElement.dataset.print = "";
  theme.dress();
  paint.stale();
  sheet.replaceChildren(onCanvas(whole()), el("p", { class: "key" }, ...key()));
});
window.addEventListener("afterprint", () => {
  delete document.documentElement.dataset.print;
  sheet.replaceChildren();
  draw.restyle();
});
