// Two to four papers or entities side by side: how many papers, when, what they share, what is said of them.

import { MOST_COMPARED } from "./address";
import { likelihood, namesOfBoth } from "./card_pair";
import * as cardText from "./card_text";
import * as cardUndrawn from "./card_undrawn";
import { asCsv, asMarkdown, cellOf, labels, shareName } from "./compare_files";
import {
  alike,
  byTime,
  type Line,
  type Share,
  setsOf,
  sharedCompany,
  sharedNames,
  shares,
  tellingEdges,
} from "./compare_sets";
import { corpus } from "./corpus";
import { button, byId, type Child, el, foreign, icon, nodeLink, present } from "./dom";
import { download } from "./export_menu";
import { short } from "./label_room";
import * as model from "./model";
import { edges, isPaper, KINDS, nodes } from "./model";
import { earliest, linkOf, rowsNaming, uncounted } from "./naming";
import * as result from "./result";
import * as rows from "./rows";
import * as search from "./search";
import { spark } from "./spark";
import * as state from "./state";
import * as texts from "./texts";
import * as toolbar from "./toolbar";
import type { Texts } from "./types";

const SENTENCES = 3;
const NAMES = 8; // Of each kind.
const panel = byId("compare");
const status = el("p", { class: "unseen", role: "status" });
let opened = -1; // The part whose members are listed.
let shift = false;

/** Whether the pointer asks for a comparison rather than for a card. */
export const isAsked = () => shift;
export const has = (node: number) => state.now.compare.includes(node);
/** Put a node beside the others that are compared, or take it away. Papers are compared with papers. */
export const toggle = (node: number) => {
  const others = state.now.compare.filter((one) => one !== node);
  const fits = others.filter((one) => isPaper(one) === isPaper(node));
  state.compare(has(node) ? others : [...fits, node]);
  const left = rows.plural(state.now.compare.length, isPaper(node) ? "paper" : "name");
  status.textContent = `${left} to compare`;
};
/** The button of a card that pins its node. */
export const pinOf = (node: number) => {
  const title = "Put beside others, then open Compare above (Shift+click pins as well)";
  const look = { class: "ask", title, "aria-pressed": String(has(node)), "data-compare": String(node) };
  return button(look, "Compare", () => toggle(node));
};

const heads = (items: number[]) =>
  items.map((item) =>
    el(
      "th",
      { scope: "col" },
      el(
        "div",
        { class: "compared" },
        icon(nodes.kind[item]),
        nodeLink(item),
        button(
          { class: "close", "aria-label": `Take ${nodes.label[item].slice(0, 60)} away`, title: "Take away" },
          "×",
          () => toggle(item),
        ),
      ),
    ),
  );
const line = (title: string, cells: Child[], attributes = {}) =>
  el("tr", attributes, el("th", { scope: "row" }, title), ...cells.map((cell) => el("td", {}, cell)));
const inTime = (item: number) => {
  const series = byTime(rowsNaming(state.now, item));
  const most = Math.max(...series);
  const { names, unit } = corpus.bins;
  return el(
    "div",
    { class: "in-time" },
    spark(series),
    el(
      "span",
      { class: "count" },
      most ? `at most ${most} a ${unit}, in ${names[series.indexOf(most)]}` : "no date",
    ),
  );
};
const firstPaper = (item: number) => {
  const row = earliest(rowsNaming(state.now, item));
  return row < 0 ? "" : el("ul", { class: "tight" }, rows.paper(row, cardUndrawn.show));
};
const topicOf = (item: number) =>
  model.topic.has(nodes.topic[item]) ? el("span", { class: "chips" }, rows.chip(nodes.topic[item])) : "";
const facts = (items: number[], sets: Set<number>[]) => {
  const papers = isPaper(items[0]);
  const counts = sets.map((set) => rows.plural(set.size, papers ? "name" : "paper"));
  const dated = corpus.bins.names.length > 1;
  return [
    line(papers ? "Names" : "Papers", counts),
    papers
      ? line(
          "Date",
          items.map((item) => nodes.date[item]),
        )
      : null,
    dated && !papers ? line("In time", items.map(inTime)) : null,
    dated && !papers ? line("First paper", items.map(firstPaper)) : null,
    model.topics.length ? line("Topic", items.map(topicOf)) : null,
  ];
};

const openable = (row: number) => rows.paper(row, cardUndrawn.show);
// Like an UpSet plot (Lex et al. 2014): a row for each part, with a dot for each set that it is in.
const shareRow = (share: Share, at: number, items: number[], most: number) => {
  const { sets, members } = share;
  const names = labels(items).map((name) => short(name, 28));
  const dots = items.map((_, set) => el("span", { class: sets.includes(set) ? "dot in" : "dot" }));
  const count = members.length.toLocaleString("en");
  const bar = el("span", {});
  bar.style.width = `${(100 * members.length) / Math.max(1, most)}%`;
  const label = [
    el("span", { class: "dots", "aria-hidden": "true" }, ...dots),
    foreign(shareName(share, names), { class: "grow" }),
    el("span", { class: "cut-bar", "aria-hidden": "true" }, bar),
    el("span", { class: "count" }, count),
  ];
  const act = () => {
    opened = opened === at ? -1 : at;
    render();
    panel.querySelectorAll<HTMLElement>(".cut")[at]?.focus();
  };
  const list =
    opened === at
      ? rows.listing(members, isPaper(items[0]) ? (node) => rows.named(node) : openable, {
          class: "tight members",
        })
      : [];
  return el("li", {}, button({ class: "cut", "aria-expanded": String(opened === at) }, label, act), ...list);
};
const inCommon = (items: number[], sets: Set<number>[]) => {
  const found = shares(sets);
  const most = Math.max(...found.map(({ members }) => members.length));
  const noun = isPaper(items[0]) ? "Names" : "Papers";
  return rows.section(
    `${noun} in common and apart`,
    el("ul", { class: "cuts" }, ...found.map((share, at) => shareRow(share, at, items, most))),
  );
};

const sharedTable = (items: number[], kind: string, list: Line[]) => {
  const papers = isPaper(items[0]);
  const most = Math.max(1, ...list.flatMap(({ cells }) => cells));
  const cell = (value: number) => {
    const made = el(
      "td",
      { class: value > (papers ? -1 : 0) ? "some" : "none" },
      String(cellOf(value, papers) || ""),
    );
    if (!papers && value) made.style.setProperty("--heat", `${Math.round(100 * Math.sqrt(value / most))}%`);
    return made;
  };
  const body = list
    .slice(0, NAMES)
    .map(({ node, cells }) =>
      el(
        "tr",
        {},
        el("th", { scope: "row" }, el("span", { class: "cell" }, icon(kind), nodeLink(node))),
        ...cells.map(cell),
      ),
    );
  const head = el(
    "tr",
    {},
    el("th", { scope: "col" }, KINDS[kind]?.many ?? kind),
    ...items.map((item) => el("th", { scope: "col" }, foreign(nodes.label[item], { class: "short" }))),
  );
  return el("table", { class: "shared" }, el("thead", {}, head), el("tbody", {}, ...body));
};
const namedWith = (items: number[]) => {
  const found = (isPaper(items[0]) ? sharedNames : sharedCompany)(state.now, items);
  const tables = Object.keys(KINDS)
    .map((kind): [string, Line[]] => [kind, found.filter(({ node }) => nodes.kind[node] === kind)])
    .filter(([, list]) => list.length)
    .map(([kind, list]) => sharedTable(items, kind, list));
  const none = el("p", { class: "muted" }, "Nothing is named with two of them.");
  return rows.section(
    isPaper(items[0]) ? "Named by two or more" : "Named with two or more, in how many papers",
    tables.length ? el("div", { class: "tables" }, ...tables.map((one) => el("div", {}, one))) : none,
  );
};
const said = (texts: Texts, item: number) =>
  el(
    "div",
    { class: "saying" },
    el("h4", {}, icon(nodes.kind[item]), foreign(nodes.label[item])),
    ...tellingEdges(state.now, item, SENTENCES).map((edge) =>
      el(
        "div",
        { class: "said" },
        nodeLink(edges.from[edge], undefined, { class: "muted" }),
        cardText.evidence(texts, edge),
      ),
    ),
  );
const links = (texts: Texts, papers: number[]) =>
  papers.flatMap((one, at) =>
    papers.slice(at + 1).map((two) => {
      const likely = likelihood(texts, linkOf(one, two));
      const both = el("p", { class: "pair" }, foreign(nodes.label[one]), " – ", foreign(nodes.label[two]));
      const none = el("p", { class: "muted" }, "The graph has no link between them.");
      return el("div", { class: "link" }, papers.length > 2 ? both : null, likely ?? none);
    }),
  );
const sentences = async (items: number[]) => {
  const found = await texts.near(...items);
  if (!isPaper(items[0]))
    return [
      rows.section(
        "What papers say",
        el("div", { class: "side" }, ...items.map((item) => said(found, item))),
      ),
    ];
  return [
    rows.section("Links", ...links(found, items)),
    rows.section("What is said of names that they share", ...namesOfBoth(found, items)),
  ];
};

const add = () =>
  search.ask("Compare with …", (node) => {
    if (!has(node)) toggle(node);
  });
const save = (text: string, type: string, ending: string) =>
  download(new Blob([text], { type: `${type};charset=utf-8` }), ending);
const tools = (items: number[]) =>
  el(
    "div",
    { class: "view-head" },
    el("h2", {}, "Compare"),
    items.length < MOST_COMPARED ? button({ class: "ask" }, "Add …", add) : null,
    items.length > 1
      ? button({ class: "ask" }, "Save as CSV", () => save(asCsv(items), "text/csv", ".compared.csv"))
      : null,
    items.length > 1
      ? button({ class: "ask" }, "Save as Markdown", () =>
          save(asMarkdown(items), "text/markdown", ".compared.md"),
        )
      : null,
    items.length ? button({ class: "ask" }, "Clear", () => state.compare([])) : null,
  );
const HOW =
  "Choose Compare on the cards of two to four papers, or of as many entities of one kind. Shift+click on the map or on a name does the same.";
const body = (items: number[]) => {
  const sets = setsOf(state.now, items);
  const head = el("tr", {}, el("td", {}), ...heads(items));
  const left = isPaper(items[0]) ? "" : uncounted(state.now);
  return [
    el(
      "div",
      { class: "facts-box" },
      el("table", { class: "facts" }, el("thead", {}, head), el("tbody", {}, ...facts(items, sets))),
    ),
    left ? el("p", { class: "muted" }, left) : null,
    ...(items.length > 1 ? [inCommon(items, sets), namedWith(items)] : [el("p", { class: "muted" }, HOW)]),
  ];
};
const render = async () => {
  panel.hidden = state.now.main !== "compare";
  const items = panel.hidden ? [] : alike(state.now.compare);
  const scroll = el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Comparison" });
  if (panel.hidden) {
    panel.replaceChildren();
    return;
  }
  const top = panel.querySelector(".scroll")?.scrollTop ?? 0;
  scroll.append(...present(items.length ? body(items) : [el("p", { class: "muted" }, HOW)]));
  panel.replaceChildren(tools(items), scroll);
  scroll.scrollTop = top;
  const more = items.length > 1 ? await sentences(items) : [];
  if (!scroll.isConnected) return;
  scroll.append(...more);
  scroll.scrollTop = top;
};
export const start = () => {
  const opener = toolbar.offer("compare", "Compare");
  const recount = () => {
    const count = state.now.compare.length;
    opener.textContent = count ? `Compare (${count})` : "Compare";
    for (const pin of document.querySelectorAll<HTMLElement>("[data-compare]"))
      pin.setAttribute("aria-pressed", String(has(Number(pin.dataset.compare))));
  };
  document.body.append(status);
  byId("canvas").addEventListener(
    "pointerdown",
    (event) => {
      shift = event.shiftKey;
    },
    true,
  );
  recount();
  state.on(["compare", "main"], () => {
    opened = -1;
    recount();
    render();
  });
  result.on(() => {
    if (!panel.hidden) render();
  });
  render();
};
