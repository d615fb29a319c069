// What is shown, as a table: every column sorts by its header, every name opens its card.
import { button, byId, type Child, el, foreign, icon, nodeLink } from "./dom";
import * as lines from "./lines";
import { compare, edges, isPaper, KINDS, nodes, RELATIONS } from "./model";
import * as result from "./result";
import * as rows from "./rows";
import * as state from "./state";
import type { TableName as What } from "./types";

interface Column {
  title: string;
  /** What the column is sorted by. */
  value(item: number): string | number;
  show(item: number): Child;
  number?: boolean;
}

const FIRST = 200;
const panel = byId("table");
const order: Record<What, [string, 1 | -1]> = { nodes: ["papers", -1], links: ["weight", -1] };
let limit = FIRST;

const relation = (line: number) => {
  const name = lines.nameOf(line);
  return name === lines.BESIDE ? "Named with" : (RELATIONS[name]?.edge ?? name);
};
const link = (node: number) =>
  el(
    "span",
    { class: "cell" },
    icon(nodes.kind[node]),
    nodeLink(node, undefined, { title: nodes.label[node] }),
  );
const figure = (value: number, digits: number) => (value ? value.toFixed(digits) : "");
const surety = (line: number) =>
  lines.now.edge[line] < 0 || isPaper(lines.now.b[line]) ? 0 : edges.confidence[lines.now.edge[line]];
// Of papers how likely the link is, of entities how many papers name both.
const weight = (line: number) => {
  const value = strength(line);
  return isPaper(lines.now.b[line]) && value ? rows.percent(value) : figure(value, 0);
};
const about = (line: number) => (lines.now.edge[line] < 0 ? 0 : edges.salience[lines.now.edge[line]]);
const strength = (line: number) =>
  isPaper(lines.now.b[line]) || lines.now.edge[line] < 0 ? lines.now.weight[line] : 0;
const whole = (title: string, value: (item: number) => number): Column => ({
  ...{ title, value, show: (item: number) => value(item).toLocaleString("en"), number: true },
});
const end = (title: string, node: (line: number) => number): Column => ({
  ...{ title, value: (line: number) => nodes.label[node(line)], show: (line: number) => link(node(line)) },
});
const COLUMNS: Record<What, Record<string, Column>> = {
  nodes: {
    label: { title: "Name", value: (i) => nodes.label[i], show: link },
    kind: {
      title: "Kind",
      value: (i) => nodes.kind[i],
      show: (i) => KINDS[nodes.kind[i]]?.one ?? nodes.kind[i],
    },
    papers: whole("Papers", (i) => nodes.papers[i]),
    degree: whole("Links shown", (i) => lines.at(i).length),
    date: { title: "Date", value: (i) => nodes.date[i], show: (i) => nodes.date[i] },
    topic: { title: "Topic", value: (i) => nodes.topic[i], show: (i) => foreign(nodes.topic[i]) },
  },
  links: {
    source: end("From", (line) => lines.now.a[line]),
    relation: { title: "Relation", value: relation, show: relation },
    target: end("To", (line) => lines.now.b[line]),
    salience: { title: "Salience", value: about, show: (line) => figure(about(line), 2), number: true },
    confidence: { title: "Confidence", value: surety, show: (line) => figure(surety(line), 2), number: true },
    weight: { title: "Weight", value: strength, show: weight, number: true },
  },
};
const columnsOf = (what: What, items: number[]) =>
  Object.entries(COLUMNS[what]).filter(
    ([name, { value }]) =>
      !["date", "topic", "salience", "confidence", "weight"].includes(name) || items.some(value),
  );
const itemsOf = (what: What) =>
  what === "nodes"
    ? nodes.id.filter((i) => result.now.listed[i])
    : Array.from({ length: lines.now.count }, (_, line) => line).filter(lines.isListed);

const sorted = (what: What, items: number[]) => {
  const [by, way] = order[what];
  const { value } = COLUMNS[what][by];
  const keyed = items.map((item) => ({ item, key: value(item) }));
  const less = (a: string | number, b: string | number) =>
    typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
  return keyed.sort((a, b) => way * less(a.key, b.key) || a.item - b.item).map(({ item }) => item);
};
const header =
  (what: What) =>
  ([name, { title, number }]: [string, Column]) => {
    const [by, way] = order[what];
    const turn = () => {
      order[what] = [name, by === name ? (way > 0 ? -1 : 1) : number ? -1 : 1];
      limit = FIRST;
      render();
      panel.querySelector<HTMLElement>(`[data-column="${name}"]`)?.focus();
    };
    const sign = el(
      "span",
      { "aria-hidden": "true", class: "sign" },
      by === name ? (way > 0 ? "▲" : "▼") : "",
    );
    return el(
      "th",
      {
        scope: "col",
        class: number ? "number" : false,
        "aria-sort": by === name ? (way > 0 ? "ascending" : "descending") : "none",
      },
      button({ "data-column": name }, [title, sign], turn),
    );
  };
const choice = (what: What, title: string) =>
  button({ "aria-pressed": String(state.now.table === what), "data-table": what }, title, () =>
    state.table(what),
  );

export const render = () => {
  const what = state.now.table;
  panel.hidden = state.now.main !== "table";
  document.body.classList.toggle("with-table", !panel.hidden);
  if (panel.hidden) {
    panel.replaceChildren();
    return;
  }
  const items = itemsOf(what);
  const columns = columnsOf(what, items);
  const row = (item: number) =>
    el(
      "tr",
      {},
      ...columns.map(([name, { show, number }]) =>
        el(
          "td",
          { class: number ? "number" : ["topic", "target"].includes(name) ? "text" : false },
          show(item),
        ),
      ),
    );
  const body = sorted(what, items).slice(0, limit).map(row);
  const rest = items.length - body.length;
  const more = button({ class: "more" }, `Show more (${rest.toLocaleString("en")})`, () => {
    limit += 5 * FIRST;
    render();
  });
  const count = rows.plural(items.length, what === "nodes" ? "node" : "link");
  const close = button({ class: "close", "aria-label": "Close the table", title: "Close" }, "×", () =>
    state.show("map"),
  );
  const head = el(
    "div",
    { class: "table-head" },
    el(
      "div",
      { class: "segments", role: "group", "aria-label": "Rows" },
      choice("nodes", "Nodes"),
      choice("links", "Links"),
    ),
    el("span", { class: "count", role: "status" }, `${count} shown`),
    close,
  );
  const grid = el(
    "table",
    {},
    el("caption", { class: "unseen" }, `What is shown: ${count}. Headers sort.`),
    el("thead", {}, el("tr", {}, ...columns.map(header(what)))),
    el("tbody", {}, ...body),
  );
  panel.replaceChildren(
    head,
    el(
      "div",
      { class: "scroll", tabindex: "0", role: "group", "aria-label": "Table" },
      grid,
      rest ? more : null,
    ),
  );
};
