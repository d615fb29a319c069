// The drawing with a small interface: what moves the camera, and when something is painted.
import * as areas from "./areas";
import { cameraIn } from "./camera";
import { byId } from "./dom";
import * as labels from "./labels";
import * as levels from "./levels";
import * as lines from "./lines";
import * as model from "./model";
import * as neighbourhood from "./neighbourhood";
import * as paint from "./paint";
import * as result from "./result";
import * as scene from "./scene";
import { x, y } from "./scene";
import * as state from "./state";
import * as still from "./still";
import * as theme from "./theme";
import type { Camera, Pen, Point } from "./types";

const container = byId("canvas");
const main = container.parentElement as HTMLElement;
const quiet = matchMedia("(prefers-reduced-motion: reduce)");
const ARRIVE = 350;
let moving = false;
let settle = 0;
let touched = false;
let following = false; // What moves the camera is a change of filters, not the reader.
let moved = () => {};
const overlays: ((ctx: Pen, zoom: number) => unknown)[] = [];
const hoverers: ((node: number) => unknown)[] = [];

// The canvas also lies under the line of filters: as that comes or goes, it keeps its size and its picture.
const stretch = () => {
  container.style.height = `${main.clientHeight + byId("chips").offsetHeight}px`;
};
stretch();
new ResizeObserver(stretch).observe(main);
result.compute(state.now);
lines.compute(state.now);
// Areas that a filter has changed are made in short tasks, before the picture is painted as it stays.
const rest = () => {
  if (!areas.advance()) {
    settle = window.setTimeout(rest);
    return;
  }
  if (follow()) return;
  moving = following = false;
  canvas.redraw();
  moved();
};
const unsettle = (flight = 0) => {
  moving = true;
  clearTimeout(settle);
  settle = window.setTimeout(rest, 160 + flight);
};
const stir = (flight = 0) => {
  touched ||= !following;
  unsettle(flight);
};
// The part of the canvas that no panel covers.
const clear = () => {
  const whole = container.getBoundingClientRect();
  const seen = main.getBoundingClientRect().top - whole.top; // Below the line of filters.
  const free = { left: 24, top: seen + 24, right: whole.width - 24, bottom: whole.height - 24 };
  for (const id of ["card", "left"]) {
    const panel = byId(id);
    const rect = panel.getBoundingClientRect();
    // What covers all of the canvas leaves nothing to be careful of.
    if (panel.hidden || rect.height < 60 || (rect.width > whole.width * 0.8 && rect.top < whole.top + 90))
      continue;
    if (rect.width > whole.width * 0.8) free.bottom = Math.min(free.bottom, rect.top - whole.top - 12);
    else if (rect.left - whole.left > whole.width / 2)
      free.right = Math.min(free.right, rect.left - whole.left - 12);
    else if (whole.width > 720) free.left = Math.max(free.left, rect.right - whole.left + 12);
  }
  const note = document.getElementById("part")?.getBoundingClientRect();
  if (note?.height) free.bottom = Math.min(free.bottom, note.top - whole.top - 12);
  if (document.body.dataset.size === "phone") free.top = seen + 64; // Its buttons float there.
  return {
    free,
    wide: Math.max(40, free.right - free.left),
    high: Math.max(40, free.bottom - free.top),
    middle: {
      x: (free.left + free.right - whole.width) / 2,
      y: (free.top + free.bottom - whole.height) / 2,
    },
  };
};
const canvas = cameraIn(container, {
  onPaint: (ctx) => {
    still.show(ctx, moving, clear().free);
    for (const overlay of overlays) overlay(ctx, canvas.now().zoom);
  },
  onMove: () => stir(),
});
canvas.frame.tabIndex = 0; // vis-network asks for 900, which would come before everything else.
canvas.frame.setAttribute("role", "application");
canvas.frame.setAttribute(
  "aria-label",
  "Graph. Arrow keys move it, plus and minus zoom; the search box and the table reach every node.",
);
export const repaint = () => {
  paint.stale();
  still.stale();
  canvas.redraw();
};
/** What is shown has changed: lines and dots follow in the next frame, areas and names when nothing moves. */
export const refilter = () => {
  paint.stale();
  still.stale();
  unsettle();
  requestAnimationFrame(canvas.redraw);
};

/** What is at a point of the canvas: a node, else the topic whose name or area is there, else neither. */
const under = (point: Point, slack: number) => {
  const { zoom } = canvas.now();
  const named = labels.areaNamedAt(point.x, point.y);
  const { x: px, y: py } = canvas.toGraph(point);
  // From afar dots are small and many: only one that is hit is meant.
  const reach = areas.ofTopics().length && levels.usual * zoom < 3 ? 0 : slack;
  const node = named ? -1 : scene.pick(px, py, Math.max(reach, 0.01) / zoom);
  if (named || node >= 0) return { node, topic: named };
  const area = areas.at(areas.ofTopics(), px, py);
  const finer =
    area && levels.at(zoom, true).subtopics > 0.5 ? areas.at(areas.made(area.topic), px, py) : area;
  return { node: -1, topic: (finer ?? area)?.topic.name ?? "" };
};
/** Paint again what the camera shows: nodes and lines look as before. */
export const redraw = () => canvas.redraw();
/** Ring a node, -1 for none: it is under the pointer, here or in a list. */
export const hover = (node: number, topic = "") => {
  container.classList.toggle("over-node", node >= 0 || topic !== "");
  if (node === scene.view.hovered && topic === scene.view.lifted) return;
  scene.view.hovered = node;
  scene.view.lifted = topic;
  canvas.redraw();
  for (const listener of hoverers) listener(node);
};
export const onHover = (listener: (node: number) => unknown) => {
  hoverers.push(listener);
};
/** Paint something over the graph, in its coordinates. */
export const onPaint = (overlay: (ctx: Pen, zoom: number) => unknown) => {
  overlays.push(overlay);
};
container.addEventListener("pointermove", (event) => {
  if (event.pointerType === "touch" || event.buttons) return;
  const box = container.getBoundingClientRect();
  const { node, topic } = under({ x: event.clientX - box.left, y: event.clientY - box.top }, 4);
  hover(node, topic);
});
container.addEventListener("pointerleave", () => hover(-1));

const move = (goal: Camera, animated: boolean, offset = clear().middle, follows = false) => {
  following = follows;
  const flight = animated && !quiet.matches ? ARRIVE : 0;
  canvas.moveTo(goal, offset, flight);
  if (animated) stir(flight);
};
const MOST_FIT = 1.4;
/** Show all of these nodes, at a zoom of `most` at most, `pad` CSS pixels from the edge. */
export const fit = (
  members = model.nodes.id,
  { animated = true, most = MOST_FIT, pad = 0, follows = false } = {},
) => {
  const box = scene.bounds(members);
  const { wide, high, middle } = clear();
  if (!box) return;
  const zoom = Math.min(
    Math.max(40, wide - 2 * pad) / Math.max(1, box.right - box.left),
    Math.max(40, high - 2 * pad) / Math.max(1, box.bottom - box.top),
    most,
  );
  const goal = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, zoom };
  move(goal, animated, middle, follows);
};
const FAR = 0.6;
const BEYOND = 1.05;
/** Until the reader moves the camera, it shows all that the filters leave: it moves where that is small on the map, or
 * beyond it. Returns whether it does. */
const follow = () => {
  const box = touched || following || state.now.main !== "map" ? null : scene.bounds(model.nodes.id);
  if (!box) return false;
  const [{ wide, high, free }, { zoom }] = [clear(), canvas.now()];
  const [across, down] = [(box.right - box.left) * zoom, (box.bottom - box.top) * zoom];
  const corner = canvas.toPage({ x: box.left, y: box.top });
  const isBeyond =
    Math.max(across / wide, down / high) > BEYOND ||
    corner.x + across < free.left ||
    corner.x > free.right ||
    corner.y + down < free.top ||
    corner.y > free.bottom;
  const isSmall = Math.max(across / wide, down / high) < FAR && zoom < MOST_FIT * FAR;
  if (!isBeyond && !isSmall) return false;
  fit(undefined, { follows: true });
  return true;
};
for (const event of ["pointerdown", "wheel", "keydown"])
  container.addEventListener(
    event,
    () => {
      following = false;
    },
    { capture: true, passive: true },
  );
// As close as the neighbourhood allows, with the node in the middle.
const nearTo = (node: number): Camera => {
  const near = { x: x[node], y: y[node] };
  const box = scene.bounds(neighbourhood.within(node, 1).keys());
  if (!box) return { ...near, zoom: 1 };
  const { wide, high } = clear();
  const across = Math.max(60, box.right - near.x, near.x - box.left);
  const down = Math.max(60, box.bottom - near.y, near.y - box.top);
  const zoom = 0.45 * Math.min(wide / across, high / down);
  return { ...near, zoom: Math.min(1.6, Math.max(0.5, zoom)) };
};
/** A point of the drawing in the coordinates of the layout, which another window turns or stretches, and back. */
const toLayout = (point: Point): Point => {
  const [across, down] = [point.x / scene.stretch.x, point.y / scene.stretch.y];
  return scene.turned ? { x: down, y: across } : { x: across, y: down };
};
export const fromLayout = (point: Point): Point => {
  const [across, down] = scene.turned ? [point.y, point.x] : [point.x, point.y];
  return { x: across * scene.stretch.x, y: down * scene.stretch.y };
};
/** A point on the canvas, in CSS pixels, in the coordinates of the layout. */
export const layoutAt = (point: Point) => toLayout(canvas.toGraph(point));

/** Bring a node to the middle. */
export const goTo = (node: number) => {
  if (scene.shown[node]) move(nearTo(node), true);
};
// The zoom at which the whole layout, whatever of it is shown, fits into what no panel covers.
const whole = scene.extentOfAll();
const wholeZoom = () => {
  const { wide, high } = clear();
  return Math.min(wide / Math.max(1, whole.x), high / Math.max(1, whole.y));
};
/** The camera as a link keeps it, or null while it is where it was at first: the middle of what no panel covers, and
 * how much closer that is than all of the layout, so that it means the same in another window. */
export const camera = (): Camera | null => {
  if (!touched) return null;
  const [{ middle }, now] = [clear(), canvas.now()];
  const centre = toLayout({ x: now.x + middle.x / now.zoom, y: now.y + middle.y / now.zoom });
  return { ...centre, zoom: now.zoom / wholeZoom(), relative: true };
};
export const place = ({ x: px, y: py, zoom, relative }: Camera) => {
  const centre = fromLayout({ x: px, y: py });
  touched = true;
  if (relative) move({ ...centre, zoom: zoom * wholeZoom() }, false);
  else move({ ...centre, zoom }, false, { x: 0, y: 0 });
};
const SIDES = ["left", "top", "width", "height"] as const;
let seat = container.getBoundingClientRect();
// The canvas has another size or place: every node stays where it is on the page, or is in its first view.
const reseat = () => {
  const [before, now] = [seat, canvas.now()];
  seat = container.getBoundingClientRect();
  if (seat.width === 0 || SIDES.every((side) => before[side] === seat[side])) return;
  canvas.resize();
  if (!touched) fit(undefined, { animated: false });
  else {
    // The camera is measured with the new size, from the corner of the canvas: only the corner has moved.
    const [dx, dy] = [seat.left - before.left, seat.top - before.top];
    move({ x: now.x + dx / now.zoom, y: now.y + dy / now.zoom, zoom: now.zoom }, false, { x: 0, y: 0 });
  }
};
new ResizeObserver(reseat).observe(container);
/** Do what changes the size of the canvas. */
export const reframe = (change: () => void) => {
  change();
  stretch();
  reseat();
};
/** Whether a node is where no panel covers it. */
export const isInSight = (node: number) => {
  const [{ free: open }, { x: px, y: py }] = [clear(), position(node)];
  return px >= open.left && px <= open.right && py >= open.top && py <= open.bottom;
};
export const zoom = (factor: number) => {
  const now = canvas.now();
  move({ ...now, zoom: now.zoom * factor }, true, { x: 0, y: 0 });
};
export const restyle = () => {
  theme.dress();
  repaint();
};
/** `pick` gets what is under a click: a node or -1, and the name of a topic or nothing. */
export const onPick = (pick: (node: number, topic: string) => void) =>
  canvas.onPick((point) => {
    const { node, topic } = under(point, 8);
    pick(node, topic);
  });
export const onMoved = (listener: () => void) => {
  moved = listener;
};
/** The position of a node on the page, in CSS pixels. */
export const position = (node: number) => canvas.toPage({ x: x[node], y: y[node] });
export const view = () => ({
  ...canvas.now(),
  width: container.clientWidth,
  height: container.clientHeight,
});
/** The corners of what no panel covers, in the coordinates of the layout: [x, y, x, y, ...]. */
export const freeCorners = () => {
  const { left, top, right, bottom } = clear().free;
  const corners = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
  return corners.flatMap(([cx, cy]) => {
    const found = layoutAt({ x: cx, y: cy });
    return [found.x, found.y];
  });
};
/** The part of it that no panel covers, as a picture shows it. */
export const free = () => {
  const [{ wide, high, middle }, now] = [clear(), canvas.now()];
  const [left, top] = [now.x + middle.x / now.zoom, now.y + middle.y / now.zoom];
  return { x: left, y: top, zoom: now.zoom, width: Math.round(wide + 40), height: Math.round(high + 40) };
};
export const hasArrived = () => !moving;
