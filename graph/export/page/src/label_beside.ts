// Names of topics that are too small to hold them.
import type { Area } from "./areas";
import { within } from "./label_room";
import { isIn, key, type Painted, rectOf, type Sheet, touches, write } from "./label_sheet";
import * as names from "./names";
import { settings } from "./settings";
import { own } from "./theme";
import type { Rect } from "./types";

const DISTANCES = [16, 30, 44, 60, 80, 100]; // How far from the middle of its area a name may be, in CSS pixels.

interface Placed {
  lines: string[];
  rect: Rect;
}
/** Places for a name around a point, the nearest first. */
function* placesAround(name: string, px: number, py: number): Generator<Placed> {
  const ways = settings(name).map((lines) => ({
    lines,
    own: rectOf(lines, names.LEAST, names.WEIGHT, 0, 0),
  }));
  for (const far of DISTANCES)
    for (let hour = 0; hour < 12; hour += 1)
      for (const { lines, own } of ways) {
        const [left, top, right, bottom] = own;
        const at = px + Math.cos((Math.PI * hour) / 6) * (far + right);
        const down = py + Math.sin((Math.PI * hour) / 6) * (far + bottom);
        yield { lines, rect: [at + left, down + top, at + right, down + bottom] };
      }
}
const [ACROSS, DOWN] = [5, 3]; // So many points of a name say how much of it is on its area.
const LEAST_ON = 0.6;
const MOST_OVER = 0.28;
/** How much of a rectangle is on an area, and how much over others. */
const shares = ({ gx, gy }: Sheet, area: Area, shapes: Area[], [left, top, right, bottom]: Rect) => {
  const found = { on: 0, over: 0 };
  for (let i = 0; i < ACROSS; i += 1)
    for (let j = 0; j < DOWN; j += 1) {
      const px = gx(left + ((right - left) * i) / (ACROSS - 1));
      const py = gy(top + ((bottom - top) * j) / (DOWN - 1));
      if (area.holds(px, py)) found.on += 1 / (ACROSS * DOWN);
      else if (shapes.some((other) => other.holds(px, py))) found.over += 1 / (ACROSS * DOWN);
    }
  return found;
};
/** The name of a topic whose area nearly holds it: on the area, a little over its edges. */
export const nameOver = (sheet: Sheet, area: Area, shapes: Area[], alpha: number): Painted | null => {
  const { sx, sy, occupied, said, free } = sheet;
  const { name } = area.topic;
  if (said.has(key(name))) return null;
  let [best, found]: [number, Placed | null] = [LEAST_ON, null];
  for (const spot of [area.room(1, 1) ?? area.middle, area.middle])
    for (const lines of settings(name)) {
      const rect = rectOf(lines, names.LEAST, names.WEIGHT, sx(spot.x), sy(spot.y));
      if (!isIn(rect, free) || !occupied.isFree(rect)) continue;
      const { on, over } = shares(sheet, area, shapes, rect);
      if (on >= best && over <= MOST_OVER) [best, found] = [on + 0.01, { lines, rect }];
    }
  if (!found) return null;
  const { lines, rect } = found;
  occupied.occupy(rect);
  said.add(key(name));
  write(sheet, lines, (rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2, {
    ...{ weight: names.WEIGHT, px: names.LEAST, alpha, colour: names.colourOf(area) },
    halo: names.haloOf(area),
  });
  return { text: name, rect, area: name, beside: true };
};
// The name of a small topic, next to its area and tied to it by a thin line: on empty ground, else on other areas.
export const nameBeside = (sheet: Sheet, area: Area, shapes: Area[], alpha: number): Painted | null => {
  const { ctx, sx, sy, occupied, said, free, box } = sheet;
  const { name } = area.topic;
  const spot = area.room(1, 1) ?? area.middle;
  const [ax, ay] = [sx(spot.x), sy(spot.y)];
  if (said.has(key(name)) || !isIn([ax, ay, ax, ay], free)) return null;
  let found: Placed | null = null;
  for (const place of placesAround(name, ax, ay)) {
    if (!isIn(place.rect, free) || !occupied.isFree(place.rect)) continue;
    const alone = !shapes.some((other) => touches(sheet, other, place.rect));
    if (alone || !found) found = place;
    if (alone) break;
  }
  if (!found) return null;
  const { lines, rect } = found;
  occupied.occupy(rect);
  said.add(key(name));
  const colour = names.colourOf(area);
  ctx.globalAlpha = 0.8 * alpha;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1 / box.ratio;
  ctx.beginPath();
  ctx.moveTo(ax, ay);
  ctx.lineTo(within(rect[0], ax, rect[2]), within(rect[1], ay, rect[3]));
  ctx.stroke();
  write(sheet, lines, (rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2, {
    ...{ weight: names.WEIGHT, px: names.LEAST, alpha, colour, halo: own.ground },
  });
  return { text: name, rect, area: name, beside: true };
};
