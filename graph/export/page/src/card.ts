// The side card: what the graph knows about one node, or an overview while none is chosen. Names are links to nodes.
import { cardEntity } from "./card_entity";
import { cardPaper } from "./card_paper";
import { cardPath } from "./card_path";
import { cardTopic } from "./card_topic";
import * as compare from "./compare";
import { button, byId, el, foreign, icon, nodeLink, outside, present } from "./dom";
import * as focus from "./focus";
import * as model from "./model";
import { isPaper, KINDS, nodes, split } from "./model";
import * as rows from "./rows";
import { listing, meta, named, plural, section } from "./rows";
import * as search from "./search";
import * as state from "./state";
import type { KindFacts } from "./types";

const panel = byId("card");
let dismissed = false;

const closing = () =>
  button({ class: "close", "aria-label": "Close", title: "Close (Escape)" }, "×", dismiss);
const head = (node: number) =>
  el(
    "div",
    { class: "card-head" },
    icon(nodes.kind[node]),
    el("span", { class: "kind" }, KINDS[nodes.kind[node]]?.one ?? nodes.kind[node]),
    closing(),
  );
const actions = (node: number) => {
  const steps = [1, 2].map((count) =>
    button(
      { "aria-pressed": String(state.now.steps === count), "data-steps": String(count) },
      plural(count, "step"),
      () => state.showSteps(count),
    ),
  );
  const name = nodes.label[node].slice(0, 40);
  const path = button({ class: "ask" }, "Path to …", () =>
    search.ask(`Path from ${name} to …`, (other) => {
      if (other !== node) state.pathTo(other);
    }),
  );
  return el(
    "div",
    { class: "actions" },
    el("div", { class: "segments", role: "group", "aria-label": "Neighbourhood" }, ...steps),
    focus.opener(),
    compare.pinOf(node),
    path,
  );
};
const alsoKnown = (node: number) => {
  let aliases = split(nodes.aliases[node]);
  // Case tells names apart, but not the spellings of a term.
  if (KINDS[nodes.kind[node]]?.term) {
    const seen = new Set([nodes.label[node].toLowerCase()]);
    aliases = aliases.filter((alias) => !seen.has(alias.toLowerCase()) && seen.add(alias.toLowerCase()));
  }
  if (!aliases.length) return null;
  const list = aliases.flatMap((alias, at) => [at ? ", " : "", foreign(alias)]);
  return el("p", { class: "aliases" }, "Also ", ...list);
};
const chips = (node: number) => {
  const names = [...new Set([nodes.topic[node], nodes.subtopic[node]])].filter((name) =>
    model.topic.has(name),
  );
  return names.length ? el("div", { class: "chips" }, ...names.map(rows.chip)) : null;
};
const aside = (node: number) => {
  const count = model.around[node].filter(model.isBackground).length;
  return count ? `${count.toLocaleString("en")} in the background` : "";
};
// Broader terms lead to their nodes where the graph has them.
const broader = (node: number) => {
  const names = split(nodes.broader[node] || "");
  if (!names.length) return null;
  const same = (name: string) => (i: number) => nodes.kind[i] === nodes.kind[node] && nodes.label[i] === name;
  const list = names.flatMap((name, at) => {
    const found = nodes.id.find(same(name));
    return [at ? ", " : "", found === undefined ? foreign(name) : nodeLink(found)];
  });
  return el("p", { class: "broader" }, "Broader: ", ...list);
};
const source = (node: number) => {
  const link = outside(nodes.url[node]);
  return link ? el("p", { class: "source" }, link) : null;
};

const render = async (node: number) => {
  const texts = await model.texts();
  const { selected, target } = state.now;
  if (selected !== node) return;
  const paper = isPaper(node);
  panel.replaceChildren(
    ...present([
      head(node),
      el("h2", { dir: "auto" }, nodes.label[node]),
      paper
        ? meta(nodes.date[node], ...split(nodes.sources[node]))
        : meta(`named by ${plural(nodes.papers[node], "paper")}`, aside(node)),
      chips(node),
      alsoKnown(node),
      broader(node),
      source(node),
      actions(node),
      texts.missing
        ? el("p", { class: "muted" }, "This browser is too old to unpack abstracts and sentences.")
        : null,
      target >= 0 ? cardPath(node, target, texts) : null,
      ...(paper ? cardPaper : cardEntity)(node, texts),
    ]),
  );
  panel.scrollTop = 0;
};

const heading = (kind: string, { many, worded }: KindFacts) =>
  kind === "paper" ? "Best connected papers" : worded ? `Most mentioned ${many.toLowerCase()}` : many;
// Of everything, or of one topic or subtopic.
const overview = (name: string) => {
  const topic = model.topic.get(name);
  const row = (node: number) => named(node, plural(nodes.papers[node], isPaper(node) ? "link" : "paper"));
  const found: Record<string, number[]> = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, []]));
  for (const i of topic ? topic.members : nodes.id) found[nodes.kind[i]]?.push(i);
  const order = (a: number, b: number) => nodes.papers[b] - nodes.papers[a] || model.named(a, b);
  const { paper, ...entities } = KINDS;
  // What papers work on says most of what they are about.
  const later = ([, facts]: [string, KindFacts]) => (facts.term ? 0 : 1);
  const groups = Object.entries({ ...entities, paper })
    .filter(([kind]) => found[kind].length)
    .sort((a, b) => later(a) - later(b));
  const first = topic
    ? [rows.swatch(name), el("span", { class: "kind" }, topic.parent ? "Subtopic" : "Topic")]
    : [el("span", { class: "kind" }, "At a glance")];
  panel.replaceChildren(
    el("div", { class: "card-head" }, ...first, closing()),
    ...(topic ? present(cardTopic(topic)) : []),
    ...groups.map(([kind, facts]) =>
      section(heading(kind, facts), ...listing(found[kind].sort(order), row, { class: "tight" }, 8)),
    ),
  );
  panel.scrollTop = 0;
};
const dismiss = () => {
  if (state.now.selected < 0 && state.now.topic === "") dismissed = true;
  state.clear();
  show();
};
export const show = async () => {
  const { selected, topic, main } = state.now;
  const roomy = matchMedia("(min-width: 1000px)").matches;
  const welcome = topic !== "" || (!dismissed && model.size > 0 && roomy && main === "map");
  panel.hidden = selected < 0 && !welcome;
  document.body.classList.toggle("with-card", !panel.hidden);
  panel.dataset.node = selected < 0 ? "" : nodes.key[selected];
  if (selected >= 0) await render(selected);
  else if (welcome) overview(topic);
};
export const mark = () => {
  for (const step of panel.querySelectorAll<HTMLElement>("[data-steps]"))
    step.setAttribute("aria-pressed", String(Number(step.dataset.steps) === state.now.steps));
};
