// Papers chosen by where they are on the map: a line is drawn around them, or what is in view is taken.
import { button, byId, el } from "./dom";
import * as draw from "./draw";
import * as model from "./model";
import { thinned } from "./polygon";
import * as state from "./state";
import * as theme from "./theme";
import type { Pen } from "./types";

const group = byId("lasso");
const cover = el("div", { class: "lasso-cover", hidden: true });
let drawing: number[] = [];

const outline = (ctx: Pen, zoom: number) => {
  const corners = drawing.length ? drawing : state.now.lasso;
  if (corners.length < 4) return;
  ctx.beginPath();
  for (let i = 0; i < corners.length; i += 2) {
    const { x, y } = draw.fromLayout({ x: corners[i], y: corners[i + 1] });
    if (i) ctx.lineTo(x, y);
    else ctx.moveTo(x, y);
  }
  if (!drawing.length) ctx.closePath();
  ctx.strokeStyle = theme.own.accent;
  ctx.lineWidth = 2 / zoom;
  ctx.stroke();
};
const choose = (corners: number[]) => state.narrow("lasso", thinned(corners).map(Math.round));
const drawer = button({ "aria-pressed": "false" }, "", () => arm(cover.hidden));
const arm = (wanted: boolean) => {
  cover.hidden = !wanted;
  drawing = [];
  drawer.setAttribute("aria-pressed", String(wanted));
  draw.redraw();
};
const stroke = (down: PointerEvent) => {
  const box = cover.getBoundingClientRect();
  const add = (event: PointerEvent) => {
    const { x, y } = draw.layoutAt({ x: event.clientX - box.left, y: event.clientY - box.top });
    drawing.push(x, y);
    draw.redraw();
  };
  const end = (event: PointerEvent) => {
    cover.removeEventListener("pointermove", add);
    cover.removeEventListener("pointerup", end);
    cover.removeEventListener("pointercancel", end);
    const found = event.type === "pointercancel" ? [] : drawing;
    arm(false);
    if (found.length >= 6) choose(found);
  };
  cover.setPointerCapture(down.pointerId);
  cover.addEventListener("pointermove", add);
  cover.addEventListener("pointerup", end);
  cover.addEventListener("pointercancel", end);
  add(down);
};
const sign = (path: string) => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
};
const name = (item: HTMLElement, text: string) => {
  for (const attribute of ["aria-label", "title"]) item.setAttribute(attribute, text);
};

export const start = () => {
  const view = button({}, sign("M2 5V2h3M11 2h3v3M14 11v3h-3M5 14H2v-3M6 6h4v4H6z"), () =>
    choose(draw.freeCorners()),
  );
  drawer.append(sign("M3 9C1 5 5 2 9 3s5 5 2 7-6 1-6 3"));
  name(drawer, "Draw a line around papers");
  name(view, "Select the papers in view");
  group.append(drawer, view);
  group.hidden = !model.kinds.has("paper");
  byId("stage").append(cover);
  cover.addEventListener("pointerdown", stroke);
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || cover.hidden) return;
      arm(false);
      event.stopPropagation(); // The choice of a node stays.
    },
    true,
  );
  draw.onPaint(outline);
};
