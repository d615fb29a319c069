// Names of topics that are too small to hold them.
import type { Area } from "./areas";
import { within } from "./label_room";
import { isIn, key, type Painted, rectOf, type Sheet, touches, write } from "./label_sheet";
import * as names from "./names";
import { settings } from "./settings";
import { own } from "./theme";
import type { Rect } from "./types";

const BESIDE = 10; // Letters next to an area, in CSS pixels, and how far from its middle they may be.
const DISTANCES = [16, 30, 44, 60, 80, 100];

interface Placed {
  lines: string[];
  rect: Rect;
}
/** Places for a name around a point, the nearest first. */
const placesAround = (name: string, px: number, py: number): Placed[] =>
  DISTANCES.flatMap((far) =>
    Array.from({ length: 12 }, (_, hour) => (Math.PI * hour) / 6).flatMap((angle) =>
      settings(name).map((lines) => {
        const [left, top, right, bottom] = rectOf(lines, BESIDE, names.WEIGHT, 0, 0);
        const at = px + Math.cos(angle) * (far + right);
        const down = py + Math.sin(angle) * (far + bottom);
        return { lines, rect: [at + left, down + top, at + right, down + bottom] as Rect };
      }),
    ),
  );
// The name of a small topic, next to its area and tied to it by a thin line: on empty ground, else on other areas.
export const nameBeside = (sheet: Sheet, area: Area, shapes: Area[], alpha: number): Painted | null => {
  const { ctx, sx, sy, occupied, said, free, box } = sheet;
  const { name } = area.topic;
  const spot = area.room(1, 1) ?? area.middle;
  const [ax, ay] = [sx(spot.x), sy(spot.y)];
  if (said.has(key(name)) || !isIn([ax, ay, ax, ay], free)) return null;
  const wide = Math.max(...settings(name).map(([line]) => names.widthOf(line))) * BESIDE + DISTANCES[5];
  const near = shapes.filter(
    (other) =>
      sx(other.right) > ax - wide &&
      sx(other.left) < ax + wide &&
      sy(other.bottom) > ay - wide &&
      sy(other.top) < ay + wide,
  );
  const fits = ({ rect }: Placed, alone: boolean) =>
    isIn(rect, free) &&
    occupied.isFree(rect) &&
    !(alone && near.some((other) => touches(sheet, other, rect)));
  const places = placesAround(name, ax, ay);
  const found = places.find((place) => fits(place, true)) ?? places.find((place) => fits(place, false));
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
    ...{ weight: names.WEIGHT, px: BESIDE, alpha, colour, halo: own.ground },
  });
  return { text: name, rect, area: name, beside: true };
};
