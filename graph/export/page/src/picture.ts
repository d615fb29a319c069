// What is shown as a picture: PNG, SVG, and the sheet that is printed.
import { byId, el, icon } from "./dom";
import * as draw from "./draw";
import * as focus from "./focus";
import * as focusPicture from "./focus_picture";
import * as model from "./model";
import * as paint from "./paint";
import * as scene from "./scene";
import * as state from "./state";
import { svgBackend } from "./svg_backend";
import * as theme from "./theme";
import type { Camera, Pen } from "./types";

/** What a picture shows, and its size in CSS pixels. */
interface Picture {
  width: number;
  height: number;
  paint(pen: Pen, ratio: number): void;
}
/** A camera, and the size of what it fills. */
type Sheet = Camera & { width: number; height: number };

const sheet = byId("print");
const SHARP = 2; // Dots to a CSS pixel: sharp on paper and on any screen.

const ofMap = ({ x, y, zoom, width, height }: Sheet): Picture => ({
  ...{ width, height },
  paint: (pen, ratio) => {
    const scale = zoom * ratio;
    pen.setTransform(scale, 0, 0, scale, (width / 2) * ratio - x * scale, (height / 2) * ratio - y * scale);
    paint.all(pen, { ratio });
  },
});
// The map, or the neighbourhood that covers it.
const shown = (): Picture => {
  const stage = focus.stage();
  if (!stage) return ofMap(draw.free());
  const { clientWidth: width, clientHeight: height } = stage;
  return { width, height, paint: (pen, ratio) => focusPicture.paint(pen, stage, ratio) };
};
const onCanvas = ({ width, height, paint }: Picture) => {
  const canvas = el("canvas", { width: String(width * SHARP), height: String(height * SHARP) });
  const ctx = canvas.getContext("2d") as CanvasRenderingContext2D;
  ctx.fillStyle = theme.own.ground;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  paint(ctx, SHARP);
  return canvas;
};
export const png = () =>
  new Promise<Blob>((done, fail) => {
    onCanvas(shown()).toBlob(
      (blob) => (blob ? done(blob) : fail(new Error("the picture is too large for this browser"))),
      "image/png",
    );
  });
export const svg = () => {
  const { width, height, paint } = shown();
  const pen = svgBackend(width, height, theme.own.ground);
  paint(pen, 1);
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
  sheet.replaceChildren(onCanvas(ofMap(whole())), el("p", { class: "key" }, ...key()));
});
window.addEventListener("afterprint", () => {
  delete document.documentElement.dataset.print;
  sheet.replaceChildren();
  draw.restyle();
});
