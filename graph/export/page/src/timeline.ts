// Papers over time under the map, as bars: all of them behind, those that pass the other filters in front. A stroke
// over the bars chooses a time, so do its two handles, which are sliders; playing moves it from the left to the right.
import { corpus } from "./corpus";
import { button, byId, el } from "./dom";
import { ordered, spanOf, spoken } from "./periods";
import * as result from "./result";
import { plural } from "./rows";
import * as state from "./state";
import { labelled, moved, opening, type Window, windowBetween, windowOfBounds } from "./time_window";

const panel = byId("timeline");
const quiet = matchMedia("(prefers-reduced-motion: reduce)");
const { names, of, unit } = corpus.bins;
const BEAT = 700; // Milliseconds between two steps while playing.
const LARGE = { day: 7, month: 12, year: 10 }[unit];
const APART = 0.14;
const GAP = 6; // CSS pixels between two labels.
const MARGIN = 16; // So far a label may reach beyond the bars.

const all = new Int32Array(names.length);
for (const bin of of) if (bin >= 0) all[bin] += 1;
const most = Math.max(1, ...all);
const bars = names.map(() => el("span", { class: "bin" }, el("i", {}), el("b", {})));
const strip = el("div", { class: "strip" }, ...bars);
const status = el("span", { class: "count", role: "status" });
const clear = button({ class: "more" }, "Whole time", () => choose(null));
let timer = 0;

const chosen = () => windowOfBounds(names, ...ordered(state.now.since, state.now.until));
const choose = (next: Window | null) =>
  state.refine({
    since: next && next[0] > 0 ? names[next[0]] : "",
    until: next && next[1] < names.length - 1 ? names[next[1]] : "",
  });

// The handles: ranges of the browser, laid over the strip so that a thumb is at the edge of its bin.
const handle = (end: 0 | 1, label: string) => {
  const input = el("input", {
    type: "range",
    class: end ? "until" : "since",
    name: label,
    "aria-label": label,
    min: "0",
    max: String(names.length - 1),
    step: "1",
  });
  input.addEventListener("input", () => {
    const now: Window = chosen() ?? [0, names.length - 1];
    const at = Number(input.value);
    // One handle does not pass the other.
    choose(
      windowBetween(end ? now[0] : Math.min(at, now[1]), end ? Math.max(at, now[0]) : now[1], names.length),
    );
    refresh();
  });
  input.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (!way || !event.shiftKey) return;
    input.value = String(Number(input.value) + way * LARGE);
    input.dispatchEvent(new Event("input"));
    event.preventDefault();
  });
  return input;
};
const handles = [handle(0, "Papers from"), handle(1, "Papers until")];

const refresh = () => {
  const window = chosen();
  const [first, last] = window ?? [0, names.length - 1];
  bars.forEach((bar, at) => {
    const found = result.now.times[at];
    const [behind, front] = bar.children as unknown as HTMLElement[];
    behind.style.height = `${(100 * all[at]) / most}%`;
    front.style.height = `${(100 * found) / most}%`;
    bar.classList.toggle("out", at < first || at > last);
    bar.title = `${spoken(names[at])}: ${found < all[at] ? `${found} of ` : ""}${plural(all[at], "paper")}`;
  });
  for (const [end, input] of handles.entries()) {
    input.value = String(end ? last : first);
    input.setAttribute("aria-valuetext", spoken(names[end ? last : first]));
  }
  strip.style.setProperty("--first", String(first));
  strip.style.setProperty("--last", String(last + 1));
  panel.classList.toggle("chosen", window !== null);
  clear.hidden = window === null;
  status.textContent = window ? spanOf(names[first], names[last]) : `Papers by ${unit}`;
};

const binAt = (x: number) => {
  const box = strip.getBoundingClientRect();
  return Math.min(names.length - 1, Math.max(0, Math.floor(((x - box.left) / box.width) * names.length)));
};
// A stroke chooses a time; one that starts inside the chosen time moves it, a click on a bar chooses that bar.
const brush = (down: PointerEvent) => {
  if (down.button !== 0) return;
  const from = binAt(down.clientX);
  const before = chosen();
  const inside = before !== null && from >= before[0] && from <= before[1] && before[0] < before[1];
  let dragged = false;
  const move = (event: PointerEvent) => {
    dragged ||= Math.abs(event.clientX - down.clientX) > 3;
    if (!dragged) return;
    const at = binAt(event.clientX);
    choose(inside && before ? moved(before, at - from, names.length) : windowBetween(from, at, names.length));
  };
  const end = (event: PointerEvent) => {
    strip.removeEventListener("pointermove", move);
    strip.removeEventListener("pointerup", end);
    strip.removeEventListener("pointercancel", end);
    if (dragged || event.type === "pointercancel") return;
    const again = before !== null && before[0] === from && before[1] === from;
    choose(again ? null : windowBetween(from, from, names.length));
  };
  stop();
  strip.setPointerCapture(down.pointerId);
  strip.addEventListener("pointermove", move);
  strip.addEventListener("pointerup", end);
  strip.addEventListener("pointercancel", end);
};

const play = button({ class: "play", "aria-pressed": "false" }, "▶", () => (timer ? stop() : run()));
const label = () => {
  play.textContent = timer ? "❚❚" : "▶";
  play.setAttribute("aria-pressed", String(timer !== 0));
  const name = quiet.matches ? "Next step of time" : "Play the time";
  for (const attribute of ["aria-label", "title"]) play.setAttribute(attribute, name);
};
const stop = () => {
  clearInterval(timer);
  timer = 0;
  label();
};
const advance = () => {
  const now = chosen();
  if (now && now[1] < names.length - 1) choose(moved(now, 1, names.length));
  else stop();
};
const run = () => {
  const [now, first] = [chosen(), opening(chosen(), names.length)];
  const isNew = !now || now[0] !== first[0];
  if (isNew) choose(first);
  // Without motion each press is one step.
  if (quiet.matches) {
    if (!isNew) advance();
    return;
  }
  timer = window.setInterval(advance, BEAT);
  label();
};

// In a narrow window a label that would reach the next one or leave the panel is left out.
const thin = (ticks: HTMLElement, labels: HTMLElement[]) => {
  const edge = ticks.offsetLeft + ticks.clientWidth + MARGIN;
  let free = 0;
  for (const label of labels) {
    const end = label.offsetLeft + label.scrollWidth;
    const fits = label.offsetLeft >= free && end <= edge;
    label.style.visibility = fits ? "" : "hidden";
    if (fits && label.textContent) free = end + GAP;
  }
};
export const start = () => {
  panel.hidden = names.length < 2;
  if (panel.hidden) return;
  strip.style.setProperty("--bins", String(names.length));
  const at = new Set(labelled(names, APART));
  const labels = names.map((name, bin) => el("span", {}, at.has(bin) ? spoken(name) : ""));
  const ticks = el("div", { class: "time-ticks", "aria-hidden": "true" }, ...labels);
  strip.append(...handles);
  panel.append(
    el("div", { class: "time-head" }, play, status, clear),
    el("div", { class: "time-bars" }, strip, ticks),
  );
  strip.addEventListener("pointerdown", (event) => {
    if (!(event.target as Element).matches("input")) brush(event);
  });
  new ResizeObserver(() => thin(ticks, labels)).observe(ticks);
  quiet.addEventListener("change", stop);
  label();
  refresh();
  result.onFollowing(refresh);
};
