// What is shown as files for other programs: CSV tables and GraphML, with the names that paperlattice's own files use.
import { type Cell, csvOf } from "./csv";
import * as lines from "./lines";
import * as model from "./model";
import { edges, nodes } from "./model";
import * as result from "./result";
import { all } from "./texts";
import type { Texts } from "./types";
import * as xml from "./xml";

/** What stands in a cell; several columns are looked up by name, in the page's columns and in the texts. */
type Row = Record<string, Cell>;
type Columns = Record<string, Cell[] | undefined>;
const columns = (table: object) => table as Columns;

const broader = nodes.broader.some(Boolean) ? ["broader"] : [];
const NODE_TEXTS = [
  ...["label", "kind", "papers", "topic", "topic_id", "subtopic", "subtopic_id"],
  ...["date", "url", "sources", "aliases"],
  ...broader,
  "abstract",
];
const NODE_TYPES: Record<string, string> = {
  papers: "int",
  x: "double",
  y: "double",
  size: "double",
  r: "int",
  g: "int",
  b: "int",
};
const NODE_NAMES = [...NODE_TEXTS, "x", "y", "size", "r", "g", "b"];
const EDGE_NAMES = [
  "relation",
  "weight",
  "confidence",
  "salience",
  "mentions",
  "surfaces",
  "evidence",
  "origin",
  "shared",
  "shared_count",
  "terms",
  "reason",
];
const EDGE_TYPES: Record<string, string> = {
  weight: "double",
  confidence: "double",
  salience: "double",
  mentions: "int",
  shared_count: "int",
};

const nodeRows = (texts: Texts): Row[] =>
  nodes.id
    .filter((i) => result.now.listed[i])
    .map((i) => {
      const [r, g, b] = model.colours[nodes.kind[i]] || [];
      const drawn: Row = { abstract: texts.abstract[i], r, g, b };
      return {
        id: nodes.key[i],
        ...Object.fromEntries(
          NODE_NAMES.map((name) => [name, drawn[name] ?? columns(nodes)[name]?.[i] ?? ""]),
        ),
      };
    });
const edgeRow =
  (texts: Texts) =>
  (line: number): Row & { id: string; source: string; target: string; relation: string } => {
    const edge = lines.now.edge[line];
    const ends = { source: nodes.key[lines.now.a[line]], target: nodes.key[lines.now.b[line]] };
    const relation = lines.nameOf(line);
    const id = `${ends.source}--${relation}--${ends.target}`;
    if (edge < 0) return { id, ...ends, relation, weight: lines.now.weight[line] };
    const shared = texts.shared[edge];
    const count: Row = { shared_count: shared ? model.split(shared).length : "" };
    const own: Row = Object.fromEntries(
      EDGE_NAMES.map((name) => [
        name,
        count[name] ?? columns(texts)[name]?.[edge] ?? columns(edges)[name]?.[edge],
      ]),
    );
    // A number of 0 means that nothing is known: a link between papers has no mentions.
    for (const name of Object.keys(EDGE_TYPES)) if (own[name] === 0) own[name] = "";
    return { ...own, id, ...ends, relation };
  };
const edgeRows = (texts: Texts) => {
  const all = Array.from({ length: lines.now.count }, (_, line) => line).filter(lines.isListed);
  return all.sort((p, q) => lines.now.edge[p] - lines.now.edge[q] || p - q).map(edgeRow(texts));
};

const csv = (heads: string[], names: string[], list: Row[]) =>
  csvOf([heads, ...list.map((row) => names.map((name) => row[name]))]);
export const nodeTable = async () => {
  const rest = NODE_NAMES.filter((name) => name !== "label");
  return csv(["Id", "Label", ...rest], ["id", "label", ...rest], nodeRows(await all()));
};
export const edgeTable = async () => {
  const rest = EDGE_NAMES.filter((name) => name !== "weight");
  const list = edgeRows(await all()).map((row) => ({ ...row, type: "Directed" }));
  const heads = ["Source", "Target", "Type", "Kind", "Id", "Weight", ...rest];
  return csv(heads, ["source", "target", "type", "relation", "id", "weight", ...rest], list);
};

const key = (id: string, of: string, name: string, type = "string") =>
  `<key id="${id}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`;
const data = (row: Row, names: string[]) =>
  names
    .filter((name) => row[name] !== "" && row[name] !== undefined)
    .map((name) => `<data key="${name}">${xml.content(String(row[name]))}</data>\n`)
    .join("");
export const graphml = async () => {
  const texts = await all();
  const id = xml.attribute;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
    ...NODE_NAMES.map((name) => key(name, "node", name, NODE_TYPES[name])),
    key("edgelabel", "edge", "label"),
    ...EDGE_NAMES.map((name) => key(name, "edge", name, EDGE_TYPES[name])),
    '<graph edgedefault="directed">\n',
    ...nodeRows(texts).map((row) => `<node id="${id(String(row.id))}">\n${data(row, NODE_NAMES)}</node>\n`),
    ...edgeRows(texts).map(
      (row) =>
        `<edge id="${id(row.id)}" source="${id(row.source)}" target="${id(row.target)}" label="${id(row.relation)}">\n` +
        `<data key="edgelabel">${xml.content(row.relation)}</data>\n${data(row, EDGE_NAMES)}</edge>\n`,
    ),
    "</graph>\n</graphml>\n",
  ].join("");
};
