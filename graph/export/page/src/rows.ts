// What every card is made of: sections, rows, and lists whose rest is shown on request.
import { sign as readSign } from "./card_reading";
import { corpus, rowOf } from "./corpus";
import { type Attributes, button, type Child, el, foreign, icon, nodeLink, present } from "./dom";
import * as model from "./model";
import * as state from "./state";
import * as theme from "./theme";

const FIRST = 12;
const STEP = 100;

export const plural = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
/** A probability; what is above 1, in graphs of other makers, stays a number. */
export const percent = (value: number) => (value > 1 ? value.toFixed(2) : `${Math.round(100 * value)} %`);
export const section = (title: string, ...content: Child[]) =>
  el("section", {}, el("h3", {}, title), ...content);
// The next part of a long list is shown on request, so that a hub with thousands of papers opens at once.
export const listing = <Item>(
  items: Item[],
  render: (item: Item) => HTMLElement,
  attributes: Attributes = {},
  first = FIRST,
): HTMLElement[] => {
  const list = el("ul", attributes, ...items.slice(0, first).map((item) => render(item)));
  if (items.length <= first) return [list];
  const label = () => `Show more (${(items.length - list.children.length).toLocaleString("en")})`;
  const more = button({ class: "more" }, label(), () => {
    const next = items.slice(list.children.length, list.children.length + STEP).map((item) => render(item));
    list.append(...next);
    next[0].querySelector("a")?.focus();
    if (list.children.length === items.length) more.remove();
    else more.textContent = label();
  });
  return [list, more];
};
export const swatch = (name: string) => {
  const made = el("span", { class: "swatch" });
  made.style.backgroundColor = theme.ofTopic(name);
  return made;
};
export const chip = (name: string) => {
  if (!name) return null;
  const title = `${model.topic.get(name)?.parent ? "Subtopic" : "Topic"} ${name}`;
  return button({ class: "chip", title }, [swatch(name), foreign(name)], () => state.showTopic(name));
};
/** A topic and its subtopic as chips; names that are none are left out. */
export const chips = (...names: string[]) => {
  const known = [...new Set(names)].filter((name) => model.topic.has(name));
  return known.length ? el("div", { class: "chips" }, ...known.map(chip)) : null;
};
/** A name as a tag, which leads to its node where it has one. */
export const tag = (name: string, node?: number) =>
  node === undefined
    ? foreign(name, { class: "tag" })
    : nodeLink(node, name, { class: `tag ${model.nodes.kind[node]}` });
export const meta = (...parts: string[]) => {
  const known = parts.filter((part) => part);
  return known.length ? el("p", { class: "meta" }, ...known.map((part) => el("span", {}, part))) : null;
};
export const bar = (value: number, most: number, what: string) =>
  el("meter", { min: "0", max: String(most), value: String(value), title: what, "aria-label": what });
/** How much a paper is about an entity, as a small bar in the colour of its kind. */
export const salience = (edge: number) => {
  const value = model.edges.salience[edge];
  const kind = model.nodes.kind[model.edges.to[edge]];
  return value ? el("span", { class: `about ${kind}` }, bar(value, 1, `salience ${value.toFixed(2)}`)) : null;
};
/** What matters less, folded and paler. */
export const fold = (title: string, list: Child[], open = false) =>
  el("details", { class: "background", open }, el("summary", {}, title), ...list);
/** A node by its icon and name, with a remark at the end of the line and more below it. */
export const named = (node: number, remark: Child | Child[] = null, ...below: Child[]) => {
  const remarks = present([readSign(rowOf(node)), ...[remark].flat()]).filter(Boolean);
  return el(
    "li",
    { class: model.isPaper(node) ? "named titled" : "named" },
    icon(model.nodes.kind[node]),
    nodeLink(node),
    remarks.length ? el("span", { class: "count" }, ...remarks) : null,
    ...below,
  );
};

/** A paper by its row of the corpus, with its date: one that is not drawn opens its small card. */
export const paper = (row: number, open: (row: number) => unknown) => {
  const { [row]: node } = corpus.node;
  if (node >= 0) return named(node, corpus.date[row]);
  const title = button({ class: "undrawn", title: "Not on the map" }, foreign(corpus.title[row]), () =>
    open(row),
  );
  return el("li", { class: "named" }, icon("paper"), title, el("span", { class: "count" }, corpus.date[row]));
};

const RANK = Object.keys(model.RELATIONS);
export const byRelation = (list: number[]) => {
  const groups = new Map<string, number[]>();
  for (const edge of list) {
    const relation = model.edges.relation[edge];
    const group = groups.get(relation);
    if (group) group.push(edge);
    else groups.set(relation, [edge]);
  }
  return [...groups].sort((a, b) => RANK.indexOf(a[0]) - RANK.indexOf(b[0]));
};
/** Edges with the most salient first; of equals `otherwise` decides. */
export const bySalience = (list: number[], otherwise: (a: number, b: number) => number) =>
  [...list].sort((a, b) => model.edges.salience[b] - model.edges.salience[a] || otherwise(a, b));
