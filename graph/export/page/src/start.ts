// The start panel: what is in here. Title, period, counts, topics, trends, what is most used, questions to click.
import { papersLeft } from "./chips";
import { button, byId, type Child, el, foreign, icon, nodeLink, present } from "./dom";

import * as filters from "./filters";
import { kindsLeft, period } from "./header";
import * as model from "./model";
import { nodes } from "./model";
import { questions } from "./questions";
import * as result from "./result";
import * as rows from "./rows";
import { barred, topicBars } from "./start_topics";
import { trends } from "./start_trends";
import * as state from "./state";

const FIRST = 6;
let tab = "";

// Papers that the page does not draw are in no count of its own: unfiltered, the whole graph's is known.
let whole = false;
const counted = (node: number) => (whole ? nodes.papers[node] : result.now.named[node]);
const kinds = () =>
  Object.keys(model.KINDS).filter((kind) => kind !== "paper" && kind !== "repo" && model.kinds.has(kind));
// By name once, as comparing names is slow; sorting by counts keeps that order among equals.
const named = new Map<string, number[]>();
const byName = (kind: string) => {
  const found = named.get(kind) ?? nodes.id.filter((node) => nodes.kind[node] === kind).sort(model.named);
  named.set(kind, found);
  return found;
};
const mostUsed = (kind: string) =>
  byName(kind)
    .filter((node) => counted(node) > 0)
    .sort((a, b) => counted(b) - counted(a));
const usedRow = (most: number) => (node: number) =>
  el(
    "li",
    { class: "bar-row" },
    el(
      "span",
      { class: "barred" },
      ...barred(
        counted(node) / most,
        `var(--${nodes.kind[node]})`,
        icon(nodes.kind[node]),
        nodeLink(node, undefined, { class: "grow" }),
        el("span", { class: "count" }, counted(node).toLocaleString("en")),
      ),
    ),
  );
const KEYS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };
const used = (again: () => void) => {
  const all = kinds();
  if (!all.length) return null;
  if (!all.includes(tab)) tab = all[0];
  const list = mostUsed(tab);
  const choose = (kind: string) => {
    tab = kind;
    again();
  };
  const heads = all.map((kind) =>
    button(
      {
        ...{ role: "tab", "data-start": `tab ${kind}`, "aria-controls": "most-used" },
        ...{ "aria-selected": String(kind === tab), tabindex: kind === tab ? "0" : "-1" },
      },
      filters.kindTitle(kind),
      () => choose(kind),
    ),
  );
  const tabs = el("div", { class: "tabs", role: "tablist", "aria-label": "Most used" }, ...heads);
  tabs.addEventListener("keydown", (event) => {
    const step = KEYS[event.key];
    if (!step) return;
    event.preventDefault();
    choose(all[(all.indexOf(tab) + step + all.length) % all.length]);
    byId("card").querySelector<HTMLElement>("[role=tab][aria-selected=true]")?.focus();
  });
  const content = list.length
    ? rows.listing(list, usedRow(counted(list[0])), { class: "bars" }, FIRST)
    : [el("p", { class: "muted" }, "None in the papers that are left.")];
  return rows.section(
    "Most used",
    tabs,
    el("div", { id: "most-used", role: "tabpanel", "aria-label": filters.kindTitle(tab) }, ...content),
  );
};
const asked = () => {
  const list = questions().map(({ words, answer }) =>
    el(
      "li",
      {},
      button(
        { class: "question" },
        words.map((text, at) => (at % 2 ? foreign(text) : text)),
        () => state.answer(answer),
      ),
    ),
  );
  return list.length ? rows.section("Ask", el("ul", { class: "questions" }, ...list)) : null;
};
const counts = (filtered: boolean) => {
  const found = kindsLeft(result.now, filtered);
  const [first, ...more] = [papersLeft(result.now), ...found];
  return el("p", { class: "counts" }, el("strong", {}, first), more.length ? ` · ${more.join(" · ")}` : null);
};

/** What the panel holds; `again` renders it anew, `close` leads to the map. */
export const startPanel = (again: () => void, closing: HTMLElement): Child[] => {
  const filtered = filters.active(state.now).length > 0;
  whole = !filtered && Boolean(model.rest.key?.length);
  return present([
    el("div", { class: "card-head" }, el("span", { class: "kind" }, "What is in here"), closing),
    el("h2", { dir: "auto" }, document.title),
    period ? el("p", { class: "meta" }, period) : null,
    counts(filtered),
    topicBars(again),
    asked(),
    ...trends(filtered),
    used(again),
  ]);
};
