// The side card: what the graph knows about one node, or an overview while none is chosen. Names are links to nodes.
import { correctEntity } from "./card_correct";
import { cardEntity } from "./card_entity";
import { cardPaper } from "./card_paper";
import { cardPath } from "./card_path";
import { cardReading, startKeys } from "./card_reading";
import { cardTopic } from "./card_topic";
import * as compare from "./compare";
import { rowOf } from "./corpus";
import { button, byId, el, foreign, icon, nodeLink, outside, present } from "./dom";
import * as focus from "./focus";
import * as model from "./model";
import { isPaper, KINDS, nodes, split } from "./model";
import * as rows from "./rows";
import { listing, meta, named, plural, section } from "./rows";
import * as search from "./search";
import { startPanel } from "./start";
import { onlyButton } from "./start_topics";
import * as state from "./state";
import * as texts from "./texts";
import type { KindFacts, Topic } from "./types";

const panel = byId("card");
let dismissed = false;
let called = false; // Asked for by name, the start panel is shown in any window.

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
  let aliases = [...new Set(split(nodes.aliases[node]).map(model.shownAs))];
  aliases = aliases.filter((alias) => alias !== nodes.label[node]);
  // Case tells names apart, but not the spellings of a term.
  if (KINDS[nodes.kind[node]]?.term) {
    const seen = new Set([nodes.label[node].toLowerCase()]);
    aliases = aliases.filter((alias) => !seen.has(alias.toLowerCase()) && seen.add(alias.toLowerCase()));
  }
  if (!aliases.length) return null;
  const list = aliases.flatMap((alias, at) => [at ? ", " : "", foreign(alias)]);
  return el("p", { class: "aliases" }, "Also ", ...list);
};
const chips = (node: number) => rows.chips(nodes.topic[node], nodes.subtopic[node]);
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
  const whole = state.now.target >= 0; // A path may lead anywhere.
  const found = await (whole ? texts.all() : texts.near(node));
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
      ...(paper ? cardReading(rowOf(node), nodes.label[node]) : [source(node)]),
      actions(node),
      paper ? null : correctEntity(node, found),
      found.missing
        ? el("p", { class: "muted" }, "The abstracts and sentences in this file cannot be unpacked.")
        : null,
      target >= 0 ? cardPath(node, target, found) : null,
      ...(paper ? cardPaper : cardEntity)(node, found),
    ]),
  );
  panel.scrollTop = 0;
};

const heading = (kind: string, { many, worded }: KindFacts) =>
  kind === "paper" ? "Best connected papers" : worded ? `Most mentioned ${many.toLowerCase()}` : many;
const byMention = (a: number, b: number) => nodes.papers[b] - nodes.papers[a] || model.named(a, b);
const topicCard = (topic: Topic) => {
  const row = (node: number) => named(node, plural(nodes.papers[node], isPaper(node) ? "link" : "paper"));
  const found: Record<string, number[]> = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, []]));
  for (const i of topic.members) found[nodes.kind[i]]?.push(i);
  const { paper, ...entities } = KINDS;
  // What papers work on says most of what they are about.
  const later = ([, facts]: [string, KindFacts]) => (facts.term ? 0 : 1);
  const groups = Object.entries({ ...entities, paper })
    .filter(([kind]) => found[kind].length)
    .sort((a, b) => later(a) - later(b));
  const kind = el("span", { class: "kind" }, topic.parent ? "Subtopic" : "Topic");
  const only = onlyButton(topic.name, state.isOnlyTopic(topic.name), () => state.onlyTopic(topic.name));
  panel.replaceChildren(
    el("div", { class: "card-head" }, rows.swatch(topic.name), kind, only, closing()),
    ...present(cardTopic(topic)),
    ...groups.map(([kind, facts]) =>
      section(heading(kind, facts), ...listing(found[kind].sort(byMention), row, { class: "tight" }, 8)),
    ),
  );
  panel.scrollTop = 0;
};
const beginning = () => {
  panel.replaceChildren(...present(startPanel(refresh, closing())));
};
// What was focused is replaced: its successor takes the focus. The panel stays where it was scrolled, as browsers look
// how high it is when all is there again; to ask for that now would have them lay the page out once more.
const markOf = (item: Element | null) =>
  item && panel.contains(item)
    ? ["class", "value", "data-start", "aria-label"].map((name) => item.getAttribute(name)).join("\n")
    : "";
const refresh = () => {
  if (!isStart() || panel.hidden) return;
  const held = markOf(document.activeElement);
  beginning();
  if (!held) return;
  const again = [...panel.querySelectorAll<HTMLElement>("button, a")].find((item) => markOf(item) === held);
  again?.focus({ preventScroll: true });
};
const isStart = () => state.now.selected < 0 && state.now.topic === "" && panel.dataset.row === undefined;
const dismiss = () => {
  if (isStart()) dismissed = true;
  state.clear();
  show();
};
/** Back to the start panel, from wherever the reader is. */
export const home = () => {
  dismissed = false;
  called = true;
  delete panel.dataset.row;
  state.clear();
  state.show("map");
  show();
  panel.focus({ preventScroll: true });
};
const NARROW = matchMedia("(max-width: 720px)");
const ROOMY = matchMedia("(min-width: 1000px)");
export const show = async () => {
  const { selected, topic, main } = state.now;
  if (selected >= 0 || topic) delete panel.dataset.row;
  else if (panel.dataset.row !== undefined) return; // The card of a paper that is not drawn stays.
  const fits = called || ROOMY.matches || NARROW.matches;
  const welcome = topic !== "" || (!dismissed && model.size > 0 && fits && main === "map");
  panel.hidden = selected < 0 && !welcome;
  document.body.classList.toggle("with-card", !panel.hidden);
  panel.classList.toggle("start", !panel.hidden && isStart());
  panel.dataset.node = selected < 0 ? "" : nodes.key[selected];
  if (selected >= 0) await render(selected);
  else if (topic && model.topic.has(topic)) topicCard(model.topic.get(topic) as Topic);
  else if (welcome) {
    beginning();
    panel.scrollTop = 0;
  }
};
startKeys();
/** What the filters leave has changed. */
export const recount = refresh;
export const mark = () => {
  for (const step of panel.querySelectorAll<HTMLElement>("[data-steps]"))
    step.setAttribute("aria-pressed", String(Number(step.dataset.steps) === state.now.steps));
};
