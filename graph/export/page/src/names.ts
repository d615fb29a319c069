// Names of areas: inside them, as large as they allow, in two lines where these fit and can be read, else in more.
import type { Area } from "./areas";
import { settings } from "./settings";
import * as theme from "./theme";
import { own } from "./theme";

/** A name as it fits into an area: lines, size of the letters in CSS pixels, and its middle in the graph. */
export interface Fitted {
  lines: string[];
  px: number;
  x: number;
  y: number;
}
export const WEIGHT = 650;
export const LEADING = 1.15;
const MEASURED = 100; // The size, in pixels, at which names are measured.
/** No letters of the map are smaller, in CSS pixels. */
export const LEAST = 10;
const PLAIN = 10.5; // Smaller letters are hard to read: more than two lines are better.
const probe = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
const widths = new Map<string, number>();

/** How wide a line is, as a multiple of the size of its letters. */
export const widthOf = (text: string, weight = WEIGHT) => {
  const key = `${weight} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  probe.font = `${weight} ${MEASURED}px ${own.font}`;
  const found = probe.measureText(text).width / MEASURED;
  widths.set(key, found);
  return found;
};
/** The name of an area at a zoom, letters of `most` pixels at most; null where it does not fit. */
export const fit = (area: Area, zoom: number, most: number): Fitted | null => {
  let best: Fitted | null = null;
  for (const lines of settings(area.topic.name)) {
    if (lines.length > 2 && best && best.px >= PLAIN) continue;
    const width = Math.max(...lines.map((line) => widthOf(line))) + 0.4;
    const spot = area.room(width, lines.length * LEADING);
    // Letters of few sizes: each that is new is drawn from its outlines.
    const px = spot ? Math.floor(2 * Math.min(most, spot.scale * zoom)) / 2 : 0;
    if (spot && px >= LEAST && px > (best?.px ?? 0) * 1.05) best = { lines, px, x: spot.x, y: spot.y };
  }
  return best;
};
export const haloOf = ({ topic }: Area) => theme.tint(theme.ofTopic(topic.name), own.dark ? 0.2 : 0.15);
export const colourOf = ({ topic }: Area) => theme.tint(theme.ofTopic(topic.name), 0.75, own.ink);
