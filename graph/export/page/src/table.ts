// What is shown, as a table in place of the map: papers, entities or links. It holds the rows in sight only; headers
// sort, names open cards, rows can be chosen, and what is shown or chosen can be saved.
import { MOST_COMPARED } from "./address";
import { csvOf } from "./csv";
import { button, byId, el } from "./dom";
import { saveFile } from "./files";
import * as model from "./model";
import * as rows from "./rows";
import { sorted, type Way } from "./sorted";
import * as state from "./state";
import { type Column, columnsFor, everyItem, isLeft, NOUNS, nodeOf } from "./table_columns";
import { itemsOf } from "./table_order";
import type { TableName } from "./types";
import { windowOf } from "./visible_rows";

const HIGH = 42; // CSS pixels of a row, as table.css has it.
const MOST_PRINTED = 2000;
const TITLES: Record<TableName, string> = { papers: "Papers", entities: "Entities", links: "Links" };
const panel = byId("table");
const order: Record<TableName, [string, Way]> = {
  papers: ["date", -1],
  entities: ["papers", -1],
  links: ["weight", -1],
};
const chosen: Record<TableName, Set<number>> = { papers: new Set(), entities: new Set(), links: new Set() };
const scroll = el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Table" });
const head = el("div", { class: "table-head" });
const body = el("tbody");
let columns: Column[] = [];
let items: number[] = [];
let last = -1; // The row that was chosen last: with Shift, all up to it.

const what = () => state.now.table;
const isPicked = (item: number) => chosen[what()].has(item);
const box = (label: string, checked: boolean, act: (on: boolean, shift: boolean) => unknown) => {
  const made = el("input", { type: "checkbox", "aria-label": label });
  made.checked = checked;
  made.addEventListener("click", (event) => act(made.checked, event.shiftKey));
  return made;
};
const pick = (at: number) => (on: boolean, shift: boolean) => {
  const from = shift && last >= 0 ? last : at;
  for (let i = Math.min(from, at); i <= Math.max(from, at); i += 1) {
    if (on) chosen[what()].add(items[i]);
    else chosen[what()].delete(items[i]);
  }
  last = at;
  refresh();
};
const row = (at: number) => {
  const item = items[at];
  const name = String(columns[0].value(item)).slice(0, 120);
  const picker =
    what() === "links"
      ? null
      : el("td", { class: "pick-row" }, box(`Choose ${name}`, isPicked(item), pick(at)));
  return el(
    "tr",
    { "aria-rowindex": String(at + 2), class: isPicked(item) ? "picked" : false, "data-at": String(at) },
    picker,
    ...columns.map(({ show, number }) => el("td", { class: number ? "number" : false }, show(item))),
  );
};
const gap = (high: number) => {
  const made = el("tr", { class: "gap", "aria-hidden": "true" });
  made.style.height = `${high}px`;
  return made;
};
/** Make the rows in sight; those that are focused stay the same elements. */
const fill = (whole = false) => {
  if (panel.hidden) return;
  const [first, end] = whole
    ? [0, Math.min(items.length, MOST_PRINTED)]
    : windowOf(scroll.scrollTop, scroll.clientHeight, HIGH, items.length);
  const kept = new Map(
    [...body.querySelectorAll<HTMLElement>("[data-at]")].map((item) => [item.dataset.at, item]),
  );
  const shown = Array.from({ length: end - first }, (_, i) => kept.get(String(first + i)) ?? row(first + i));
  const held = document.activeElement;
  body.replaceChildren(gap(first * HIGH), ...shown, gap((items.length - end) * HIGH));
  if (held instanceof HTMLElement && body.contains(held)) held.focus({ preventScroll: true });
};
const refresh = () => {
  body.replaceChildren();
  fill();
  renderHead();
};

const header = ({ name, title, number }: Column) => {
  const [by, way] = order[what()];
  const turn = () => {
    order[what()] = [name, by === name ? (way > 0 ? -1 : 1) : number ? -1 : 1];
    render();
    panel.querySelector<HTMLElement>(`[data-column="${name}"]`)?.focus();
  };
  const sign = el("span", { "aria-hidden": "true", class: "sign" }, by === name ? (way > 0 ? "▲" : "▼") : "");
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
const save = () => {
  const picked = items.filter(isPicked);
  const text = csvOf([
    columns.map(({ title }) => title),
    ...(picked.length ? picked : items).map((item) => columns.map(({ value }) => value(item))),
  ]);
  saveFile(new Blob([text], { type: "text/csv;charset=utf-8" }), `${TITLES[what()].toLowerCase()}.csv`);
};
const compare = (nodes: number[]) => {
  state.compare(nodes);
  state.show("compare");
};
const renderHead = () => {
  const count = rows.plural(items.length, ...NOUNS[what()]);
  const picked = items.filter(isPicked);
  const nodes = picked.map((item) => nodeOf(what(), item)).filter((node) => node >= 0);
  const isComparable =
    nodes.length > 1 && nodes.length <= MOST_COMPARED && document.getElementById("compare") !== null;
  head.replaceChildren(
    el(
      "div",
      { class: "segments", role: "group", "aria-label": "Rows" },
      ...(Object.keys(TITLES) as TableName[])
        .filter((name) => everyItem(name).length > 0)
        .map((name) =>
          button({ "aria-pressed": String(what() === name), "data-table": name }, TITLES[name], () =>
            state.table(name),
          ),
        ),
    ),
    el(
      "span",
      { class: "count", role: "status" },
      `${count} shown${picked.length ? `, ${picked.length.toLocaleString("en")} chosen` : ""}`,
    ),
    el(
      "span",
      { class: "table-tools" },
      isComparable ? button({ class: "tool" }, "Compare", () => compare(nodes)) : null,
      picked.length
        ? button({ class: "tool" }, "Choose none", () => {
            chosen[what()].clear();
            refresh();
          })
        : null,
      button({ class: "tool" }, picked.length ? `Save ${picked.length} (CSV)` : "Save table (CSV)", save),
    ),
  );
};
const widths = () => {
  const sizes = [...(what() === "links" ? [] : [40]), ...columns.map(({ wide }) => wide)];
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const lead = what() === "links" ? 0 : 1; // The first column with text, and others as wide, share what is left.
  return {
    total,
    cols: sizes.map((size) => {
      const col = el("col");
      if (size !== sizes[lead]) col.style.width = `${size}px`;
      return col;
    }),
  };
};

export const render = () => {
  panel.hidden = state.now.main !== "table";
  if (panel.hidden) {
    panel.replaceChildren();
    return;
  }
  const left = everyItem(what()).filter(isLeft(what()));
  columns = columnsFor(what(), left);
  const [by, way] = order[what()];
  const column = columns.find(({ name }) => name === by);
  items = column ? itemsOf(what(), column, way) : sorted(left, columns[0].value, 1);
  last = -1;
  const all = box("Choose all", items.length > 0 && items.every(isPicked), (on) => {
    chosen[what()] = new Set(on ? items : []);
    refresh();
  });
  const { total, cols } = widths();
  const grid = el(
    "table",
    { "aria-rowcount": String(items.length + 1) },
    el(
      "caption",
      { class: "unseen" },
      `What is shown: ${rows.plural(items.length, ...NOUNS[what()])}. Headers sort.`,
    ),
    el("colgroup", {}, ...cols),
    el(
      "thead",
      {},
      el("tr", {}, what() === "links" ? null : el("td", { class: "pick-row" }, all), ...columns.map(header)),
    ),
    body,
  );
  grid.style.minWidth = `${total}px`;
  if (!panel.contains(scroll)) panel.replaceChildren(head, scroll);
  body.replaceChildren();
  scroll.replaceChildren(grid);
  scroll.scrollTop = 0;
  fill();
  renderHead();
};
export const start = () => {
  scroll.addEventListener("scroll", () => fill(), { passive: true });
  new ResizeObserver(() => fill()).observe(scroll);
  window.addEventListener("beforeprint", () => fill(true));
  window.addEventListener("afterprint", () => fill());
  if (model.size) render();
};
