// The topics of the start panel: bars with the papers that the other filters leave, subtopics folded.
import { button, type Child, el, foreign } from "./dom";
import * as model from "./model";
import * as result from "./result";
import * as rows from "./rows";
import * as state from "./state";
import * as theme from "./theme";
import type { Topic } from "./types";

const FIRST = 8;
/** Which topics of a list are opened by hand, and the button that turns one. */
export const foldable = () => {
  const opened = new Set<string>();
  return {
    has: (name: string) => opened.has(name),
    turner: ({ name }: Topic, open: boolean, again: () => unknown) => {
      const label = `${open ? "Hide" : "Show"} the subtopics of ${name}`;
      const turn = () => {
        if (!opened.delete(name)) opened.add(name);
        again();
      };
      return button(
        { class: "turn", "aria-expanded": String(open), "aria-label": label, value: name },
        "›",
        turn,
      );
    },
  };
};
const opened = foldable();
let all = false;

/** A bar behind a row, `share` of its width; the colour is that of the topic or kind. */
export const barred = (share: number, colour: string, ...content: Child[]) => {
  const bar = el("span", { class: "share", "aria-hidden": "true" });
  // It ends before the number, which would cross its edge.
  bar.style.inlineSize = `calc((100% - 3.4em) * ${Math.round(1000 * Math.min(1, share)) / 1000})`;
  bar.style.backgroundColor = colour;
  return [bar, ...content];
};
/** The button that hides all others of a facet, pressed while it does. */
export const onlyButton = (what: string, pressed: boolean, act: () => unknown) =>
  button(
    { class: "only", "aria-pressed": String(pressed), "aria-label": `Only ${what}`, title: `Only ${what}` },
    "only",
    act,
  );

const row = (topic: Topic, most: number, again: () => void) => {
  const { name, parent, subtopics } = topic;
  const count = result.now.topics.get(name) ?? 0;
  const pick = button(
    { class: "pick barred", title: name, "data-start": name },
    barred(
      count / most,
      theme.ofTopic(name),
      foreign(name, { class: "grow" }),
      el("span", { class: "count" }, count.toLocaleString("en")),
    ),
    () => state.showTopic(name),
  );
  return el(
    "li",
    { class: `bar-row${parent ? " finer" : ""}${isHidden(topic) ? " hidden-too" : ""}` },
    subtopics.length > 1
      ? opened.turner(topic, opened.has(name), again)
      : el("span", { class: "turn", "aria-hidden": "true" }),
    pick,
    onlyButton(name, state.isOnlyTopic(name), () => state.onlyTopic(name)),
  );
};
// What a choice hides comes last, paler, with what it would bring.
const isHidden = ({ name, parent }: Topic) =>
  state.now.hiddenTopics.has(name) || (parent !== "" && state.now.hiddenTopics.has(parent));
const byCount = (a: Topic, b: Topic) =>
  Number(isHidden(a)) - Number(isHidden(b)) ||
  (result.now.topics.get(b.name) ?? 0) - (result.now.topics.get(a.name) ?? 0) ||
  a.rank - b.rank;

/** The section of topics; null where they say nothing. */
export const topicBars = (again: () => void) => {
  if (!model.isDivided) return null;
  const ordered = [...model.topics].sort(byCount);
  const most = Math.max(1, ...ordered.map(({ name }) => result.now.topics.get(name) ?? 0));
  const shown = all ? ordered : ordered.slice(0, FIRST);
  const list = shown.flatMap((topic) => [
    row(topic, most, again),
    ...(opened.has(topic.name) ? [...topic.subtopics].sort(byCount) : []).map((finer) =>
      row(finer, most, again),
    ),
  ]);
  const turn = () => {
    all = !all;
    again();
  };
  const more = button(
    { class: "more", "data-start": "all" },
    all ? "Show fewer" : `Show all ${ordered.length} topics`,
    turn,
  );
  return rows.section("Topics", el("ul", { class: "bars" }, ...list), ordered.length > FIRST ? more : null);
};
