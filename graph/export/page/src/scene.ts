// Positions of nodes, and how each is shown now: hidden, faded, plain or emphasised.
import { corpus } from "./corpus";
import { nodes, size } from "./model";
import type { Sides } from "./types";

// A wide layout in a tall window is turned by 90 degrees: that fills a phone, where it would be a strip otherwise.
const extent = (values: number[]) => {
  let [least, most] = [0, 0];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return most - least;
};
export const turned = window.innerHeight > 1.2 * window.innerWidth && extent(nodes.x) > 1.1 * extent(nodes.y);
// Beside two panels there is more height than a wide layout fills, on a phone more width than one that is turned: it
// is stretched, by a third at most.
const MOST_STRETCH = 1.35;
// What panels and bars take of a window, in CSS pixels.
const PANELS = 700;
const BARS = 200;
const PHONE = { edges: 48, bars: 344, timeline: 84 };
const [across, down] = [extent(turned ? nodes.y : nodes.x) || 1, extent(turned ? nodes.x : nodes.y) || 1];
const { innerWidth: width, innerHeight: height } = window;
const phoneBars = PHONE.bars + (corpus.bins.names.length > 1 ? PHONE.timeline : 0);
const room =
  width > 720
    ? (width - (width > 1100 ? PANELS : 0)) / (height - BARS)
    : (width - PHONE.edges) / (height - phoneBars);
const stretched = size > 200 && room > 0 ? across / down / room : 1;
const limited = (value: number) => Math.max(1, Math.min(MOST_STRETCH, value));
/** How much longer widths and heights are than in the layout. */
export const stretch = { x: limited(1 / stretched), y: limited(stretched) };
export const x = Float64Array.from(turned ? nodes.y : nodes.x, (value) => stretch.x * value);
export const y = Float64Array.from(turned ? nodes.x : nodes.y, (value) => stretch.y * value);
// Somewhat less than the layout's radius where it is large: hubs stand out without drowning the rest.
export const radius = Float64Array.from(nodes.size, (value) => 1.2 * value ** 0.85);
/** How wide and high all nodes are together, whatever of them is shown. */
export const extentOfAll = () => {
  const along = (at: Float64Array) => {
    let [least, most] = [Infinity, -Infinity];
    at.forEach((value, i) => {
      [least, most] = [Math.min(least, value - radius[i]), Math.max(most, value + radius[i])];
    });
    return size ? most - least : 0;
  };
  return { x: along(x), y: along(y) };
};
export const shown = new Uint8Array(size).fill(1);
export const hot = new Uint8Array(size);
export const view = { focused: -1, hovered: -1, lifted: "", emphasis: false };

export const emphasise = (members: Iterable<number> | null) => {
  hot.fill(0);
  view.emphasis = members !== null;
  for (const node of members || []) hot[node] = 1;
};

// The nearest visible node under the pointer; `slack` makes small nodes reachable for a finger.
export const pick = (px: number, py: number, slack: number) => {
  let best = -1;
  let least = Infinity;
  for (let i = 0; i < size; i += 1) {
    if (!shown[i]) continue;
    const distance = Math.hypot(x[i] - px, y[i] - py) - radius[i];
    if (distance < Math.min(least, slack)) [best, least] = [i, distance];
  }
  return best;
};
export const bounds = (members: Iterable<number>): Sides | null => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const i of members) {
    if (!shown[i]) continue;
    left = Math.min(left, x[i] - radius[i]);
    right = Math.max(right, x[i] + radius[i]);
    top = Math.min(top, y[i] - radius[i]);
    bottom = Math.max(bottom, y[i] + radius[i]);
  }
  return left <= right ? { left, top, right, bottom } : null;
};
