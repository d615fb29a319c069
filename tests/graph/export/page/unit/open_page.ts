// A page without a browser: the two elements that the model reads, and a window of a size.
import { deflateSync } from "node:zlib";
import { give } from "../../../../../graph/export/page/src/data";
import type { EdgeColumns, NodeColumns, PageData, Texts } from "../../../../../graph/export/page/src/types";

type Row<Columns> = { [Name in keyof Columns]: Columns[Name] extends (infer Value)[] ? Value : never };
export type NodeRow = Partial<Row<NodeColumns>> & { key: string };
export type EdgeRow = Partial<Row<Omit<EdgeColumns, "from" | "to">>> & { from: string; to: string };

const NODE = {
  ...{ kind: "paper", label: "", shape: "dot", x: 0, y: 0, size: 10, papers: 1, topic: "", topic_id: "" },
  ...{ subtopic: "", subtopic_id: "", aliases: "", broader: "", date: "", sources: "", url: "" },
};
const EDGE = { relation: "uses", weight: 1, confidence: 1, salience: 0, mentions: 1, origin: "" };
const columns = (rows: object[]) => {
  const names = Object.keys(rows[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name as keyof typeof row])]));
};
const facts: PageData["facts"] = {
  kinds: {
    paper: { one: "Paper", many: "Papers", shape: "dot", worded: false, term: false },
    method: { one: "Method", many: "Methods", shape: "diamond", worded: true, term: false },
  },
  entities: { one: "method", many: "Methods" },
  matrices: [],
  asked: { used: [], from: ["method"], to: [] },
  relations: {
    proposes: { edge: "Proposes", group: "Proposes", by: "Proposed by", background: false },
    uses: { edge: "Uses", group: "Uses", by: "Used by", background: false },
    mentions: { edge: "Mentions", group: "Mentions", by: "Mentioned in", background: true },
    related: { edge: "Related", group: "Related", by: "Related", background: false },
  },
};

/** Texts as they are packed: a sentence in title or abstract by its place. */
type Packed = Partial<Texts> & { start?: number[]; length?: number[] };

// One chunk of papers, one of what they name; all edges start at papers.
const pack = (nodes: NodeRow[], edges: EdgeRow[], texts: Packed) => {
  const isPaper = ({ kind }: NodeRow) => (kind ?? "paper") === "paper";
  const groups = [nodes.filter(isPaper), nodes.filter((node) => !isPaper(node))].filter((own) => own.length);
  const packed = groups.map((own, chunk) => {
    const rows = { node: own.map((node) => nodes.indexOf(node)), edge: chunk ? [] : edges.map((_, e) => e) };
    const columns = Object.entries(texts).map(([name, column]) => {
      const of = name === "abstract" || name === "united" ? rows.node : rows.edge;
      return [name, of.map((row) => (column as string[])[row])];
    });
    return deflateSync(JSON.stringify(Object.fromEntries(columns))).toString("base64");
  });
  return packed.join("\n");
};

/** Make a graph the one that the modules of the page find: call it before any of them is loaded. */
export const openPage = (
  nodes: NodeRow[],
  edges: EdgeRow[],
  texts: Packed = {},
  more: Partial<PageData> = {},
) => {
  const row = new Map(nodes.map(({ key }, at) => [key, at]));
  const data: PageData = {
    nodes: columns(nodes.map((node, id) => ({ id, ...NODE, label: node.key, ...node }))),
    edges: columns(
      edges.map((edge) => ({ ...EDGE, ...edge, from: row.get(edge.from), to: row.get(edge.to) })),
    ),
    ...{ colours: { paper: [1, 2, 3] }, facts, options: {} },
    ...more,
  };
  give(data);
  const content: Record<string, string> = {
    "text-data": pack(nodes, edges, texts),
  };
  const document = { getElementById: (id: string) => ({ textContent: content[id] ?? "" }) };
  const frames = {
    requestAnimationFrame: (act: () => void) => Number(setTimeout(act)),
    cancelAnimationFrame: clearTimeout,
  };
  const window = { innerWidth: 1280, innerHeight: 800, setTimeout };
  const location = { hash: "", pathname: "/graph.html", search: "" };
  const history = { pushState: () => {}, replaceState: () => {} };
  Object.assign(globalThis, { document, window, location, history, ...frames });
};
