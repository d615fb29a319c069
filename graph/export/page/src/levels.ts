// Semantic zoom: what is drawn from afar, closer up and near, and how strongly while one level becomes another.
import { isPaper, nodes } from "./model";
import { radius } from "./scene";

const papers = nodes.id.filter(isPaper).map((i) => radius[i]);
/** The radius of a paper in units of the graph, as most have it. */
export const usual = papers.sort((a, b) => a - b)[papers.length >> 1] ?? 10;

/** 0 below `from`, 1 above `to`, smooth between them. */
export const ramp = (value: number, from: number, to: number) => {
  const part = Math.max(0, Math.min(1, (value - from) / (to - from)));
  return part * part * (3 - 2 * part);
};
const OPENED = [240, 300];
/** How far an area of this size is opened: so wide on the screen, in CSS pixels, it shows its subtopics. */
export const opened = (wide: number) => ramp(wide, OPENED[0], OPENED[1]);
/** How strongly to draw each part, 0 to 1; `mapped` says whether there are areas. */
export const at = (zoom: number, mapped: boolean) => {
  const dot = mapped ? usual * zoom : Infinity; // How large a paper is on the screen, in CSS pixels.
  return {
    ribbons: 1 - ramp(dot, 3, 5),
    inside: ramp(dot, 2, 4), // Lines within a topic.
    across: ramp(dot, 4, 7), // Lines between topics.
    bodies: ramp(dot, 1.2, 5), // The colours of nodes.
    subtopics: ramp(dot, 2, 3.2),
    hubs: ramp(dot, 2, 3),
  };
};
