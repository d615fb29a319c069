// The sheet of a phone: the panel at its lower edge has three heights, by dragging its grip or by pressing it.
import { byId } from "./dom";

type Height = "low" | "half" | "full";

const SHARES: Record<Height, number> = { low: 0.2, half: 0.55, full: 1 };
const HEIGHTS: Height[] = ["low", "half", "full"];
const QUICK = 6; // Pixels from one event to the next.
const grip = byId("grip");
const room = grip.parentElement as HTMLElement;
let height: Height = "half";
let shown = "";
let dragged = false; // A drag ends with a click, which is not meant as one.

/** The height nearest to a share of the room, in the direction of a quick pull. */
export const nearest = (share: number, pull = 0): Height => {
  const aim = share + 0.25 * Math.sign(pull);
  const far = (name: Height) => Math.abs(SHARES[name] - aim);
  return HEIGHTS.reduce((best, name) => (far(name) < far(best) ? name : best));
};
const size = (share: number) => room.style.setProperty("--sheet", `${(100 * share).toFixed(1)}%`);
const set = (next: Height) => {
  height = next;
  document.body.dataset.sheet = next;
  size(SHARES[next]);
  grip.setAttribute("aria-label", `Height of the panel: ${next}. Arrow up and down change it.`);
};
/** Show or hide the grip; another sheet opens at its own height. */
export const show = (name: string, opening: Height) => {
  grip.hidden = name === "";
  if (name !== "" && name !== shown) set(opening);
  shown = name;
};
/** Make room for what is in the middle. */
export const lower = () => set("low");

const step = (by: number) => {
  const next = HEIGHTS[HEIGHTS.indexOf(height) + by];
  if (next) set(next);
};
const turn = () => set(HEIGHTS[(HEIGHTS.indexOf(height) + 1) % HEIGHTS.length]);
const drag = (down: PointerEvent) => {
  const { height: whole } = room.getBoundingClientRect();
  const first = SHARES[height];
  let [share, last, speed] = [first, down.clientY, 0];
  dragged = false;
  const move = (event: PointerEvent) => {
    dragged ||= Math.abs(event.clientY - down.clientY) > 4;
    [speed, last] = [last - event.clientY, event.clientY];
    share = Math.min(1, Math.max(0.1, first + (down.clientY - event.clientY) / whole));
    if (dragged) size(share);
  };
  const end = () => {
    grip.removeEventListener("pointermove", move);
    grip.removeEventListener("pointerup", end);
    grip.removeEventListener("pointercancel", end);
    if (dragged) set(nearest(share, Math.abs(speed) > QUICK ? speed : 0));
  };
  grip.setPointerCapture(down.pointerId);
  grip.addEventListener("pointermove", move);
  grip.addEventListener("pointerup", end);
  grip.addEventListener("pointercancel", end);
};
export const start = () => {
  set(height);
  grip.addEventListener("pointerdown", drag);
  grip.addEventListener("click", () => {
    if (!dragged) turn();
    dragged = false;
  });
  grip.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowUp") step(1);
    if (key === "ArrowDown") step(-1);
  });
};
