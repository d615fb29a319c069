// The matrix of what papers name together: a grid for the keyboard, coloured by count, with gaps marked.
import * as cardUndrawn from "./card_undrawn";
import { corpus } from "./corpus";
import { csvOf } from "./csv";
import { button, byId, type Child, el, foreign, icon, nodeLink } from "./dom";
import { download } from "./export_menu";
import { expected, type Grid, gridOf } from "./matrix_counts";
import * as model from "./model";
import { KINDS, nodes } from "./model";
import { rowsNaming, uncounted } from "./naming";
import * as result from "./result";
import * as rows from "./rows";
import * as state from "./state";
import * as toolbar from "./toolbar";

const TOP = 30;
const PAGE = 10; // Rows that Page Up and Page Down step over.
const CAVEAT =
  "Counts are of the papers of this corpus, as their titles and abstracts name things: an empty cell says nothing of the field.";

const panel = byId("matrix");
const pairs = model.matrices.filter((pair) => pair.every((kind) => model.kinds.get(kind)));
let pair = pairs[0] ?? [];
let grid: Grid | null = null;
let spot: [number, number] = [0, 0]; // The row and column of the cell that the keyboard is at; heads are -1.
let opened: [number, number] | null = null; // The cell whose papers are listed.

const many = (kind: string) => KINDS[kind].many;
const title = ([row, column]: string[]) => `${many(row)} × ${many(column).toLowerCase()}`;
const about = (found: Grid, row: number, column: number) => {
  const [one, two] = [found.rows[row].node, found.columns[column].node].map((node) => nodes.label[node]);
  const mean = expected(found, row, column);
  const gap = found.gaps.get(row)?.get(column);
  const likely = gap ? `, a gap (${gap.q <= 0.05 ? "hardly chance" : "perhaps chance"})` : "";
  const count = found.counts[row][column];
  return `${one} and ${two}: ${count ? rows.plural(count, "paper") : "no paper"}, ${mean.toFixed(1)} expected${likely}`;
};

const names = ([row, column]: [number, number]) =>
  grid ? ([grid.rows[row], grid.columns[column]].map((one) => one.node) as [number, number]) : null;
const papersOf = (cell: [number, number]) => {
  const both = names(cell);
  if (!both) return [];
  const [one, two] = both.map((node) => rowsNaming(state.now, node));
  const found = [...one].filter((row) => two.has(row));
  const { date } = corpus;
  return found.sort((a, b) => (date[a] < date[b] ? 1 : date[a] > date[b] ? -1 : a - b));
};
const quoted = (node: number) => `${nodes.kind[node]}:"${nodes.label[node].replaceAll('"', " ")}"`;
const paperList = () => {
  const both = opened && names(opened);
  if (!opened || !both) return null;
  const papers = papersOf(opened);
  const [one, two] = both.map((node) => foreign(nodes.label[node]));
  const close = button({ class: "close", "aria-label": "Close the list", title: "Close" }, "×", () =>
    show(null),
  );
  const narrow = button({ class: "more" }, "Show only these on the map", () => {
    state.narrow("text", both.map(quoted).join(" "));
    state.show("map");
  });
  const head = `${papers.length ? rows.plural(papers.length, "paper") : "No paper"} of what is shown ${papers.length === 1 ? "names" : "name"} `;
  return el(
    "div",
    { class: "cell-papers", role: "region", "aria-label": "Papers of the cell" },
    el("h3", {}, head, one, " and ", two, close),
    papers.length ? narrow : null,
    ...rows.listing(papers, (row) => rows.paper(row, cardUndrawn.show), { class: "tight" }, 20),
  );
};

const cellAt = (row: number, column: number) =>
  panel.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
const go = (row: number, column: number) => {
  cellAt(...spot)?.setAttribute("tabindex", "-1");
  spot = [row, column];
  const cell = cellAt(row, column);
  cell?.setAttribute("tabindex", "0");
  cell?.focus();
};
const show = (cell: [number, number] | null) => {
  const asked = opened ?? spot;
  opened = cell;
  panel.querySelector(".cell-papers")?.remove();
  const list = paperList();
  if (list) panel.append(list);
  for (const open of panel.querySelectorAll("[aria-selected=true]"))
    open.setAttribute("aria-selected", "false");
  if (cell) cellAt(...cell)?.setAttribute("aria-selected", "true");
  else go(...asked);
};
const KEYS: Record<string, (at: [number, number], last: [number, number]) => [number, number]> = {
  ArrowLeft: ([row, column]) => [row, column - 1],
  ArrowRight: ([row, column]) => [row, column + 1],
  ArrowUp: ([row, column]) => [row - 1, column],
  ArrowDown: ([row, column]) => [row + 1, column],
  Home: ([row]) => [row, -1],
  End: ([row], [, last]) => [row, last],
  PageUp: ([row, column]) => [row - PAGE, column],
  PageDown: ([row, column]) => [row + PAGE, column],
};
const open = () => {
  const [row, column] = spot;
  if (!grid) return;
  if (row >= 0 && column >= 0) show([row, column]);
  else if (row >= 0) state.select(grid.rows[row].node);
  else if (column >= 0) state.select(grid.columns[column].node);
};
const onKey = (event: KeyboardEvent) => {
  const at = (event.target as Element).closest<HTMLElement>("[data-row]");
  if (!grid || !at || event.altKey || event.metaKey) return;
  if (event.key === "Enter" || event.key === " ") open();
  else if (KEYS[event.key]) {
    const last: [number, number] = [grid.rows.length - 1, grid.columns.length - 1];
    let [row, column] = KEYS[event.key](spot, last);
    if (event.ctrlKey && event.key === "Home") row = 0;
    if (event.ctrlKey && event.key === "End") row = last[0];
    row = Math.max(-1, Math.min(last[0], row));
    // The corner is empty.
    column = Math.max(row < 0 ? 0 : -1, Math.min(last[1], column));
    go(row, column);
  } else return;
  event.preventDefault();
  event.stopPropagation();
};

const at = (row: number, column: number) => ({
  "data-row": String(row),
  "data-column": String(column),
  tabindex: spot[0] === row && spot[1] === column ? "0" : "-1",
});
const head = (node: number, papers: number, row: number, column: number) => {
  const label = nodeLink(node, undefined, {
    tabindex: "-1",
    title: `${nodes.label[node]}: ${rows.plural(papers, "paper")}`,
  });
  const scope = column < 0 ? "row" : "col";
  const role = column < 0 ? "rowheader" : "columnheader";
  const inner = el(
    "div",
    {},
    icon(nodes.kind[node]),
    label,
    el("span", { class: "count" }, papers.toLocaleString("en")),
  );
  return el("th", { scope, role, ...at(row, column) }, inner);
};
const cell = (found: Grid, row: number, column: number, most: number) => {
  const count = found.counts[row][column];
  const gap = found.gaps.get(row)?.get(column);
  const says = about(found, row, column);
  const look = count ? "some" : gap ? (gap.q <= 0.05 ? "gap sure" : "gap") : "none";
  const chosen = opened?.[0] === row && opened[1] === column;
  const made = el(
    "td",
    {
      role: "gridcell",
      class: look,
      title: says,
      "aria-label": says,
      "aria-selected": String(chosen),
      ...at(row, column),
    },
    count ? count.toLocaleString("en") : gap ? "○" : "",
  );
  if (count) made.style.setProperty("--heat", `${Math.round(100 * Math.sqrt(count / most))}%`);
  return made;
};
const table = (found: Grid) => {
  const most = Math.max(1, ...found.counts.flat());
  const corner = el("th", { class: "corner", scope: "col", role: "columnheader" }, many(pair[0]));
  const heads = found.columns.map(({ node, papers }, column) => head(node, papers, -1, column));
  const lines = found.rows.map(({ node, papers }, row) =>
    el(
      "tr",
      { role: "row" },
      head(node, papers, row, -1),
      ...found.columns.map((_, column) => cell(found, row, column, most)),
    ),
  );
  const grid = el(
    "table",
    { role: "grid", "aria-label": `${title(pair)}: papers that name both` },
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, corner, ...heads)),
    el("tbody", { role: "rowgroup" }, ...lines),
  );
  grid.addEventListener("keydown", onKey);
  grid.addEventListener("click", (event) => {
    const found = (event.target as Element).closest<HTMLElement>("[data-row]");
    if (!found || (event.target as Element).closest("a")) return;
    go(Number(found.dataset.row), Number(found.dataset.column));
    open();
  });
  return el("div", { class: "scroll" }, grid);
};
const save = () => {
  if (!grid) return;
  const { rows: lines, columns, counts } = grid;
  const heads = [pair[0], "papers", ...columns.map(({ node }) => nodes.label[node])];
  const body = lines.map(({ node, papers }, row) => [nodes.label[node], papers, ...counts[row]]);
  const text = csvOf([heads, ["papers", grid.papers, ...columns.map((one) => one.papers)], ...body]);
  download(new Blob([text], { type: "text/csv;charset=utf-8" }), `.${pair.join("-")}.csv`);
};
const tools = () => {
  const choices = pairs.map((one) =>
    button({ "aria-pressed": String(one === pair) }, title(one), () => {
      [pair, opened, spot] = [one, null, [0, 0]];
      render();
      panel.querySelector<HTMLElement>("[aria-pressed=true]")?.focus();
    }),
  );
  return el(
    "div",
    { class: "view-head" },
    el("h2", { class: "unseen" }, "Matrix"),
    choices.length > 1
      ? el("div", { class: "segments", role: "group", "aria-label": "Rows and columns" }, ...choices)
      : null,
    button({ class: "ask" }, "Save as CSV", save),
  );
};
const note = (found: Grid) => {
  return el(
    "p",
    { class: "muted note" },
    `${rows.plural(found.papers, "paper")}; each cell says how many name both. `,
    el("b", {}, "○"),
    " none, although papers were expected if the two were independent (bold: hardly chance). ",
    `${CAVEAT} `,
    uncounted(state.now),
  );
};
const render = () => {
  panel.hidden = state.now.main !== "matrix";
  if (panel.hidden) {
    panel.replaceChildren();
    return;
  }
  const held = panel.contains(document.activeElement) && document.activeElement?.matches("[data-row]");
  grid = pair.length ? gridOf(state.now, pair[0], pair[1], TOP) : null;
  const empty = !grid?.rows.length || !grid.columns.length;
  if (empty) opened = null;
  const says = pair.length
    ? "Nothing that passes the filters is named together."
    : "This graph has no two kinds to cross.";
  const content: Child[] =
    empty || !grid ? [el("p", { class: "muted note" }, says)] : [table(grid), note(grid)];
  panel.replaceChildren(tools(), ...content.filter((part) => part !== null));
  const list = paperList();
  if (list) panel.append(list);
  if (held) cellAt(...spot)?.focus();
};
export const start = () => {
  if (pairs.length) toolbar.offer("matrix", "Matrix");
  result.on(() => {
    [opened, spot] = [null, [0, 0]];
    if (!panel.hidden) render();
  });
  state.on(["main"], render);
  render();
};
/** For the tests: what is counted, with gaps as [row, column, p, q], all by key. */
export const counted = (rowKind: string, columnKind: string, top?: number) => {
  const found = gridOf(state.now, rowKind, columnKind, top);
  const key = ({ node }: { node: number }) => nodes.key[node];
  const [lines, columns] = [found.rows.map(key), found.columns.map(key)];
  const gaps = [...found.gaps].flatMap(([row, line]) =>
    [...line].map(([column, { p, q }]) => [lines[row], columns[column], p, q]),
  );
  return { counts: found.counts, papers: found.papers, rows: lines, columns, gaps };
};
