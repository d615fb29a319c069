// The area of each topic and subtopic.
import { around } from "./convex";
import { topics } from "./model";
import { radius, x, y } from "./scene";
import type { Area, Topic } from "./types";

const PAD = 16;

const outlined = ({ name, members, subtopics }: Topic, pad = PAD): Area => {
  const outline = around(members.map((i) => [x[i], y[i], radius[i] + pad]));
  const sides = outline.map(([px]) => px);
  const heights = outline.map(([, py]) => py);
  const inner = (subtopics.length > 1 ? subtopics : []).map((subtopic) => outlined(subtopic, PAD / 3));
  return {
    ...{ name, members, inner, outline },
    ...{ left: Math.min(...sides), right: Math.max(...sides) },
    ...{ top: Math.min(...heights), bottom: Math.max(...heights) },
  };
};
export const areas = topics.map((topic) => outlined(topic));
