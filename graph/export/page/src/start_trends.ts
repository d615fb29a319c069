// What the start panel says of time: what rises, what fades, what is new and taken up. Python counted it in all papers.
import { type Child, el, foreign, icon, nodeLink } from "./dom";
import * as model from "./model";
import { at } from "./model";
import * as rows from "./rows";
import { spark } from "./spark";
import * as state from "./state";
import type { Figures, TrendColumns } from "./types";

const FIRST = 5;

// A node that the page draws is a link, a topic opens its card, the rest is text.
const naming = (id: string, kind: string, label: string): Child[] => {
  const node = at.get(id);
  if (node !== undefined) return [icon(kind), nodeLink(node, label)];
  if (kind === "topic" && model.topic.has(label)) {
    const link = el("a", { href: `#&topic=${encodeURIComponent(label)}`, dir: "auto" }, label);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      state.showTopic(label);
    });
    return [rows.swatch(label), link];
  }
  return [icon(kind), foreign(label)];
};
const trendRow =
  ({ series, time }: Figures, table: TrendColumns) =>
  (line: number) => {
    const row = table.row[line];
    const [before, late] = [table.before[line], table.late[line]];
    const said = `${rows.plural(before, "paper")} up to ${time.bins[time.split - 1]}, ${late.toLocaleString("en")} since`;
    return el(
      "li",
      { class: "trend", title: said },
      ...naming(series.id[row], series.kind[row], series.label[row]),
      series.bins ? (spark(series.bins[row]) as unknown as Node) : null,
      el(
        "span",
        { class: "count", "aria-hidden": "true" },
        `${before.toLocaleString("en")} → ${late.toLocaleString("en")}`,
      ),
      el("span", { class: "unseen" }, said),
    );
  };
const trend = (title: string, figures: Figures, table: TrendColumns) =>
  table.row.length && figures.time.bins.length > 1
    ? rows.section(
        title,
        ...rows.listing([...table.row.keys()], trendRow(figures, table), { class: "trends" }, FIRST),
      )
    : null;
const takenRow =
  ({ series, taken_up: table }: Figures) =>
  (line: number) => {
    const row = table.row[line];
    const paper = at.get(table.first[line]);
    const from = paper === undefined ? foreign(table.title[line]) : nodeLink(paper, table.title[line]);
    return el(
      "li",
      { class: "taken" },
      ...naming(series.id[row], series.kind[row], series.label[row]),
      el("span", { class: "count" }, rows.plural(table.takers[line], "paper")),
      el("p", { class: "muted from" }, "from ", from),
    );
  };

/** The sections that are not empty. */
export const trends = (filtered: boolean): Child[] => {
  const { figures } = model;
  if (!figures) return [];
  const found = [
    trend("Rising", figures, figures.rising),
    trend("Fading", figures, figures.fading),
    figures.taken_up.row.length
      ? rows.section(
          "New here, taken up by others",
          ...rows.listing([...figures.taken_up.row.keys()], takenRow(figures), { class: "trends" }, FIRST),
        )
      : null,
  ].filter((section) => section !== null);
  const note = el("p", { class: "muted aside" }, "Counted in all papers, whatever the filters.");
  return found.length && filtered ? [...found, note] : found;
};
