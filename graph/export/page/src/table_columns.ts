// The columns of the three tables. An item is a row of the corpus, a node, or a line; each column has one unit.
import * as cardUndrawn from "./card_undrawn";
import { corpus } from "./corpus";
import { button, type Child, el, foreign, icon, nodeLink } from "./dom";
import * as lines from "./lines";
import * as model from "./model";
import { edges, isPaper, KINDS, nodes, RELATIONS } from "./model";
import * as result from "./result";
import * as rows from "./rows";
import { figures } from "./table_figures";
import type { TableName } from "./types";

export interface Column {
  name: string;
  title: string;
  /** What the column is sorted by, and what a file holds. */
  value(item: number): string | number;
  show(item: number): Child;
  /** CSS pixels; the first column takes what is left over. */
  wide: number;
  number?: boolean;
  /** Whether filters change the values. */
  varies?: boolean;
}

const cell = (node: number) =>
  el(
    "span",
    { class: "cell" },
    icon(nodes.kind[node]),
    nodeLink(node, undefined, { title: nodes.label[node] }),
  );
const paperCell = (row: number) => {
  const node = corpus.node[row];
  if (node >= 0) return cell(node);
  const title = corpus.title[row];
  const open = button({ class: "undrawn", title: `${title} (not on the map)` }, foreign(title), () =>
    cardUndrawn.show(row),
  );
  return el("span", { class: "cell" }, icon("paper"), open);
};
const text = (name: string, title: string, wide: number, value: (item: number) => string, look = "") => ({
  ...{ name, title, wide, value },
  show: (item: number) => foreign(value(item), { title: value(item) || undefined, class: look || undefined }),
});
const whole = (name: string, title: string, value: (item: number) => number, wide = 92): Column => ({
  ...{ name, title, wide, value, number: true },
  show: (item) => (value(item) ? value(item).toLocaleString("en") : ""),
});
const share = (name: string, title: string, value: (item: number) => number, wide = 104): Column => ({
  ...{ name, title, wide, value, number: true },
  show: (item) => (value(item) ? value(item).toFixed(2) : ""),
});

const papers = (): Column[] => {
  const ofNode = (count: Int32Array | undefined) => (row: number) => count?.[corpus.node[row]] ?? 0;
  const { named, related } = figures();
  return [
    { name: "title", title: "Title", wide: 190, value: (row) => corpus.title[row], show: paperCell },
    text("date", "Date", 106, (row) => corpus.date[row]),
    text("topic", "Topic", 125, (row) => corpus.topic[row], "two"),
    text("authors", "Authors", 100, (row) => corpus.authors[row], "two"),
    text("venue", "Venue", 90, (row) => corpus.venue[row], "two"),
    ...Object.keys(KINDS)
      .filter((kind) => named.has(kind))
      .map((kind) =>
        whole(kind, KINDS[kind].many, ofNode(named.get(kind)), 32 + 7 * KINDS[kind].many.length),
      ),
    whole("related", "Related", ofNode(related), 81),
  ];
};
const entities = (): Column[] => {
  const { topics, first } = figures();
  // Of all papers, or of those that the filters leave.
  const count = (i: number) =>
    result.now.count.papers < result.now.count.of ? result.now.named[i] : nodes.papers[i];
  return [
    { name: "label", title: "Name", wide: 220, value: (i) => nodes.label[i], show: cell },
    text("kind", "Kind", 110, (i) => KINDS[nodes.kind[i]]?.one ?? nodes.kind[i]),
    { ...whole("papers", "Papers", count), varies: true },
    text("topic", "Topic", 190, (i) => nodes.topic[i], "two"),
    whole("topics", "Topics", (i) => topics[i]),
    text("first", "First date", 110, (i) => first[i]),
  ];
};

const relation = (line: number) => {
  const name = lines.nameOf(line);
  return name === lines.BESIDE ? "Named with" : (RELATIONS[name]?.edge ?? name);
};
const edgeOf = (line: number) => lines.now.edge[line];
const isOfPapers = (line: number) => isPaper(lines.now.a[line]) && isPaper(lines.now.b[line]);
const end = (name: string, title: string, node: (line: number) => number): Column => ({
  ...{ name, title, wide: 220, value: (line) => nodes.label[node(line)], show: (line) => cell(node(line)) },
});
const probability = (line: number) => (isOfPapers(line) ? lines.now.weight[line] : 0);
const together = (line: number) => (edgeOf(line) < 0 ? lines.now.weight[line] : 0);
const sure = (line: number) => (edgeOf(line) < 0 || isOfPapers(line) ? 0 : edges.confidence[edgeOf(line)]);
const ofLines = (): Column[] => [
  end("source", "From", (line) => lines.now.a[line]),
  text("relation", "Relation", 150, relation),
  end("target", "To", (line) => lines.now.b[line]),
  share("salience", "Salience", (line) => (edgeOf(line) < 0 ? 0 : edges.salience[edgeOf(line)])),
  share("confidence", "Confidence", sure, 116),
  {
    ...share("weight", "Probability", probability, 112),
    show: (line) => (probability(line) ? rows.percent(probability(line)) : ""),
  },
  whole("together", "Papers with both", together, 150),
];
const MAKERS: Record<TableName, () => Column[]> = { papers, entities, links: ofLines };
const made: Partial<Record<TableName, Column[]>> = {};
const columnsOf = (what: TableName) => {
  const found = made[what] ?? MAKERS[what]();
  made[what] = found;
  return found;
};
/** The columns that say something of these items; names are always there. */
export const columnsFor = (what: TableName, items: ArrayLike<number>) =>
  columnsOf(what).filter(({ value }, at) => {
    if (at === 0) return true;
    for (let i = 0; i < items.length; i += 1) if (value(items[i])) return true;
    return items.length === 0;
  });
/** All items of a table, whatever the filters leave of them. */
export const everyItem = (what: TableName): number[] =>
  what === "papers"
    ? Array.from({ length: corpus.size }, (_, row) => row)
    : what === "entities"
      ? nodes.id.filter((i) => !isPaper(i))
      : Array.from({ length: lines.now.count }, (_, line) => line);
/** Whether the filters leave an item. */
export const isLeft = (what: TableName) => (item: number) =>
  what === "papers"
    ? result.now.passes[item] === 1
    : what === "entities"
      ? result.now.listed[item] === 1
      : lines.isListed(item);
/** The node of an item, -1 without one. */
export const nodeOf = (what: TableName, item: number) =>
  what === "papers" ? corpus.node[item] : what === "entities" ? item : -1;
export const NOUNS: Record<TableName, [string, string]> = {
  papers: ["paper", "papers"],
  entities: [model.entities.one.includes(" ") ? "entity" : model.entities.one, "entities"],
  links: ["link", "links"],
};
