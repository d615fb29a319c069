// The legend, which is also the filter: kinds, links, sliders, topics with their subtopics, each with its count.
import { button, byId, type Child, el, foreign, icon, present } from "./dom";
import { relationTitle } from "./filters";
import * as model from "./model";
import * as result from "./result";
import * as rows from "./rows";
import * as sliders from "./sliders";
import { foldable, onlyButton } from "./start_topics";
import * as state from "./state";
import type { Colour, State, Topic } from "./types";

type Hidden = "hiddenKinds" | "hiddenRelations";
const ONLY = {
  hiddenKinds: { is: state.isOnlyKind, make: state.onlyKind },
  hiddenRelations: { is: state.isOnlyRelation, make: state.onlyRelation },
};

const FIRST = 8;
const LATER = 300; // Milliseconds after the first picture.
const panel = byId("legend");
const body = panel.querySelector(".legend-body") as HTMLElement;
const boxes: { box: HTMLInputElement; field: Hidden; figure: HTMLElement; only: HTMLElement }[] = [];
let all = false;

// `extra` is off at first, so that its name is not struck through.
const check = (
  field: Hidden,
  [name, value, count]: [string, string, number],
  label: Child[],
  toggle: (value: string) => void,
  extra = false,
) => {
  const box = el("input", { type: "checkbox", name, value });
  box.addEventListener("change", () => toggle(value));
  const figure = el("span", { class: "count" }, count.toLocaleString("en"));
  const title = label.map((part) => (part instanceof HTMLElement ? part.textContent : "")).join("");
  const only = onlyButton(title, ONLY[field].is(value), () => ONLY[field].make(value));
  boxes.push({ box, field, figure, only });
  const row = el("label", { class: "pick" }, box, ...label, figure);
  return el("div", { class: extra ? "row extra" : "row" }, row, only);
};
const group = (title: string, ...rows: Child[]) => el("fieldset", {}, el("legend", {}, title), ...rows);
const kinds = () =>
  Object.entries(model.KINDS)
    .filter(([kind]) => model.kinds.has(kind))
    .map(([kind, { many }]) => {
      const label = [icon(kind), el("span", { class: "grow" }, many)];
      return check("hiddenKinds", ["kind", kind, model.kinds.get(kind) ?? 0], label, state.toggleKind);
    });
const relations = () =>
  Object.entries(model.RELATIONS)
    .filter(([name]) => model.relations.has(name))
    .map(([name, { background }]) =>
      check(
        "hiddenRelations",
        ["relation", name, model.relations.get(name) ?? 0],
        [el("span", { class: "grow" }, relationTitle(name))],
        state.toggleRelation,
        background,
      ),
    );
const colours = () => {
  const option = (value: Colour, label: string) => {
    const box = el("input", { type: "radio", name: "colour", value });
    box.addEventListener("change", () => state.colourBy(value));
    return el("label", {}, box, el("span", {}, label));
  };
  return el(
    "div",
    { class: "segments", role: "radiogroup", "aria-label": "Colour by" },
    option("kind", "Kinds"),
    option("topic", "Topics"),
  );
};

// A topic that is chosen is open, and so is one of which a subtopic is chosen.
const opened = foldable();
const isOpen = ({ name }: Topic) =>
  opened.has(name) || [state.now.topic, model.topic.get(state.now.topic)?.parent].includes(name);
const turner = (topic: Topic) =>
  topic.subtopics.length > 1 ? opened.turner(topic, isOpen(topic), () => renderTopics()) : null;
// Papers that the other filters leave; of a topic without a paper, its members.
const topicCount = ({ name, papers, members }: Topic) =>
  (papers ? (result.now.topics.get(name) ?? 0) : members.length).toLocaleString("en");
const topicRow = (topic: Topic) => {
  const { name, parent } = topic;
  const box = el("input", {
    type: "checkbox",
    name: "topic",
    value: name,
    "aria-label": `Show ${name}`,
  });
  box.checked = !state.now.hiddenTopics.has(name);
  box.addEventListener("change", () => state.toggleTopic(name));
  const pressed = String(state.now.topic === name);
  const label = present([
    parent ? null : rows.swatch(name),
    foreign(name, { class: "grow" }),
    el("span", { class: "count", "data-count": name }, topicCount(topic)),
  ]);
  const pick = button(
    { class: "pick", "aria-pressed": pressed, "data-topic": name, title: name },
    label,
    () => state.showTopic(name),
  );
  const only = onlyButton(name, state.isOnlyTopic(name), () => state.onlyTopic(name));
  return el("div", { class: parent ? "row finer" : "row" }, box, pick, only, turner(topic));
};
const topicRows = (topic: Topic) => [
  topicRow(topic),
  ...(topic.subtopics.length > 1 && isOpen(topic) ? topic.subtopics.map(topicRow) : []),
];
const topicList = el("div", { class: "topics" });
const topicOf = (item: HTMLElement) => item.getAttribute("value") || item.dataset.topic;
const renderTopics = () => {
  const { topics } = model;
  const held = [...topicList.querySelectorAll<HTMLElement>("button, input")].find(
    (item) => item === document.activeElement,
  );
  const list: HTMLElement[] = (all ? topics : topics.slice(0, FIRST)).flatMap(topicRows);
  if (topics.length > FIRST) {
    const turn = () => {
      all = !all;
      renderTopics();
    };
    list.push(button({ class: "more" }, all ? "Show fewer" : `Show all ${topics.length}`, turn));
  }
  topicList.replaceChildren(...list);
  // The focused button was replaced: focus its successor.
  if (!held) return;
  const again = (item: HTMLElement) =>
    item.tagName === held.tagName && item.className === held.className && topicOf(item) === topicOf(held);
  [...topicList.querySelectorAll<HTMLElement>("button, input")].find(again)?.focus();
};

const reset = button({ class: "more reset" }, "Reset filters", state.widen);
const refresh = (now: State) => {
  for (const { box, field, only } of boxes) {
    box.checked = !now[field].has(box.value);
    only.setAttribute("aria-pressed", String(ONLY[field].is(box.value)));
  }
  for (const box of body.querySelectorAll<HTMLInputElement>("input[name=colour]"))
    box.checked = box.value === now.colour;
  reset.hidden = !state.isNarrowed();
};
/** Write what is left of each kind, relation and topic, beside how many there are. */
export const recount = () => {
  const { count, relations } = result.now;
  for (const { box, field, figure } of boxes) {
    const [found, all] =
      field === "hiddenKinds"
        ? (count.kinds.get(box.value) ?? [0, 0])
        : [relations.get(box.value) ?? 0, model.relations.get(box.value) ?? 0];
    figure.textContent = (found < all ? `${found.toLocaleString("en")} of ` : "") + all.toLocaleString("en");
  }
  for (const figure of topicList.querySelectorAll<HTMLElement>("[data-count]")) {
    const topic = model.topic.get(figure.dataset.count ?? "");
    if (topic) figure.textContent = topicCount(topic);
  }
};
const build = () => {
  if (body.contains(reset)) return;
  body.append(group("Show", ...kinds()));
  if (model.topics.length) {
    body.append(group("Colour", colours()), group("Topics", topicList));
    renderTopics();
  }
  if (model.links) body.append(group("Links", ...relations()));
  const narrow = sliders.rows();
  if (narrow.length) body.append(group("Narrow", ...narrow));
  body.append(reset);
  recount();
  refresh(state.now);
  state.on(["filter", "colour"], refresh);
  state.on(["filter", "selection"], (_, changed) => {
    if (changed.includes("hiddenTopics") || changed.includes("topic")) renderTopics();
  });
};
/** Nobody sees it at first: it is made after the first picture, or when it is opened. */
export const start = () => {
  panel.hidden = model.size === 0;
  state.on(["left"], build);
  requestAnimationFrame(() => setTimeout(build, LATER));
};
export const restyle = renderTopics;
