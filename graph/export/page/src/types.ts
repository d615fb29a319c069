// The shapes of what the modules hand to each other. A node, an edge and a line are numbers: their rows.
import type { Bins } from "./periods";

/** The columns of nodes as Python writes them (graph/export/page_data.py); a row is a node. */
export interface NodeColumns {
  id: number[];
  key: string[];
  kind: string[];
  label: string[];
  shape: string[];
  x: number[];
  y: number[];
  size: number[];
  papers: number[];
  topic: string[];
  topic_id: string[];
  subtopic: string[];
  subtopic_id: string[];
  aliases: string[];
  broader: string[];
  date: string[];
  sources: string[];
  url: string[];
}

/** The columns of edges; `from` and `to` are rows of nodes. */
export interface EdgeColumns {
  from: number[];
  to: number[];
  relation: string[];
  weight: number[];
  confidence: number[];
  salience: number[];
  mentions: number[];
  origin: string[];
}

/** Texts that are deflated in the page, "" until they are unpacked; `missing` where that fails. */
export interface Texts {
  abstract: string[];
  united: string[];
  evidence: string[];
  surfaces: string[];
  shared: string[];
  terms: string[];
  reason: string[];
  missing?: boolean;
}

/** A column as the page has it: plain, or each value once and its number for each row. */
export type PackedColumn = unknown[] | { values: unknown[]; index: number[] };
export type PackedTable = Record<string, PackedColumn>;

export interface KindFacts {
  one: string;
  many: string;
  shape: string;
  worded: boolean;
  term: boolean;
  /** What a paper can have to an entity of the kind, the strongest first. */
  relations?: string[];
}
export interface RelationFacts {
  edge: string;
  group: string;
  by: string;
  background: boolean;
}
/** What Python says of a topic, which is of the whole graph where the page holds a part. */
export interface TopicFacts {
  name: string;
  papers: number;
  particular: string[];
  central: number[];
}
/** A topic or a subtopic: that has the name of its topic as `parent`. */
export interface Topic extends TopicFacts {
  parent: string;
  members: number[];
  subtopics: Topic[];
  rank: number;
}

/** Where rows come from, once the reader has corrected something: the texts are packed by the rows of the file. */
export interface Origin {
  /** Of the file: which nodes are papers, and where edges start. */
  isPaper: boolean[];
  from: number[];
  /** For each node its row in the file, -1 for one that is not there; for each edge its rows. */
  nodes: number[];
  edges: number[][];
  /** For each row of an edge which of its written forms belong to the edge, if not all. */
  forms: (string[] | undefined)[][];
  /** For each row of the file the node that stands for it, -1 for none: papers that are not drawn name those. */
  heirs: number[];
}
/** What Python counted in the whole corpus (graph/export/page_figures.py). A `row` is a row of `series`. */
export interface Figures {
  counts: Record<string, number>;
  time: {
    unit: string;
    bins: string[];
    corpus: number[];
    /** The first bin of the last third. */
    split: number;
    first: string;
    last: string;
    undated: number;
    outside: number;
    note: string;
  };
  /** Without dates there are no `bins`. */
  series: { id: string[]; kind: string[]; label: string[]; bins?: number[][] };
  rising: TrendColumns;
  fading: TrendColumns;
  /** Entities that a paper proposes or introduces and others use; papers are given by key. */
  taken_up: {
    row: number[];
    first: string[];
    title: string[];
    date: string[];
    takers: number[];
    by: string[][];
  };
}
/** Papers before and in the last third, by how much the share changed, and the chance of that. */
export interface TrendColumns {
  row: number[];
  before: number[];
  late: number[];
  change: number[];
  q: number[];
}

/** The JSON in the page. */
export interface PageData {
  nodes: PackedTable;
  edges: PackedTable;
  colours: Record<string, number[]>;
  facts: {
    kinds: Record<string, KindFacts>;
    entities: { one: string; many: string };
    relations: Record<string, RelationFacts>;
    /** The kinds that a matrix has as rows and columns. */
    matrices: string[][];
    /** The kinds that example questions are about, the best first. */
    asked: { used: string[]; from: string[]; to: string[] };
  };
  topics?: TopicFacts[];
  /** Papers of the graph that are not drawn: key, label, date, topic and the like, and which nodes they name. */
  rest?: PackedTable;
  /** How many nodes of each kind, and `links`, the whole graph has. */
  counts?: Record<string, number>;
  figures?: Figures;
  /** Names and written forms that have LaTeX in them, and how they are shown. */
  readable?: Record<string, string>;
  options: Record<string, object>;
  /** Of corrected data: where they come from, and rows by the keys of nodes that are another one now. */
  origin?: Origin;
  moved?: [string, number][];
}

export type View = "full" | "papers" | "entities";
export type Colour = "topic" | "kind";
export type TableName = "papers" | "entities" | "links";
export type Main = "map" | "table" | "matrix" | "compare";
export type Left = "papers" | "filters" | "";

/** What the reader chose: every field of it can stand in the address. */
export interface State {
  selected: number;
  target: number;
  steps: number;
  topic: string;
  colour: Colour;
  view: View;
  /** What is in the middle, what the table lists, which tab the left panel shows ("" while it is folded). */
  main: Main;
  table: TableName;
  left: Left;
  /** Whether the neighbourhood of the selected node is laid out anew. */
  focus: boolean;
  /** Nodes to compare, at most four. */
  compare: number[];
  hiddenKinds: Set<string>;
  hiddenRelations: Set<string>;
  /** Topics and subtopics; "" is what has no topic. */
  hiddenTopics: Set<string>;
  /** A query of the search, as a filter. */
  text: string;
  /** A polygon in the coordinates of the graph, [x, y, x, y, ...], or empty. */
  lasso: number[];
  confidence: number;
  papers: number;
  weight: number;
  together: number;
  since: string;
  until: string;
}
export type Field = keyof State;

/** Every paper of the graph in columns; a row is a paper. Rows before `drawn` are nodes of the page. */
export interface Corpus {
  size: number;
  drawn: number;
  /** The node of a row, or -1. */
  node: Int32Array;
  key: string[];
  title: string[];
  /** Of a title that is shown without LaTeX, how it is written; else "". */
  written: string[];
  date: string[];
  topic: string[];
  subtopic: string[];
  url: string[];
  authors: string[];
  /** How long the given names of the authors are: "3 0 5"; 0 where a name is not divided. */
  given: string[];
  venue: string[];
  arxiv: string[];
  doi: string[];
  bins: Bins;
}
/** What passes the filters. A count leaves the choice in its own facet out: it says what a choice would bring. */
export interface Result {
  /** The rows of the corpus that pass. */
  rows: Int32Array;
  /** For each row 1 if it passes, and the bits of the facets that it fails (facets.ts). */
  passes: Uint8Array;
  mask: Uint8Array;
  /** For each node 1 if it is drawn (`scene.shown`), and if lists and files hold it: while the card of a topic is
   * open, those hold what is in it. */
  shown: Uint8Array;
  listed: Uint8Array;
  /** For each edge 1 if it passes; whether its ends are shown is another matter. */
  edges: Uint8Array;
  /** For each entity how many of the drawn papers that pass name it, by edges that pass. */
  named: Int32Array;
  /** Papers that pass, of all; for each kind those that pass, of all in the graph. */
  count: { papers: number; of: number; kinds: Map<string, [number, number]> };
  /** Papers for each topic and subtopic by name. */
  topics: Map<string, number>;
  /** Papers for each bin of time. */
  times: Int32Array;
  /** Edges for each relation. */
  relations: Map<string, number>;
  /** Of the rows that the query of the text filter matches, how many are better; null without a query. */
  ranks: Map<number, number> | null;
}

export interface Point {
  x: number;
  y: number;
}
/** What the middle of the canvas shows, and how many CSS pixels a unit of the graph is. `relative` is how a link
 * keeps it: the middle of what no panel covers, and how much closer that is than the whole layout. */
export interface Camera extends Point {
  zoom: number;
  relative?: boolean;
}
export interface Sides {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
/** [left, top, right, bottom]. */
export type Rect = [number, number, number, number];

/** Lines of one look, rows [first, end); `strength` is how likely they are compared with the others, 0 to 1. */
export interface Range {
  name: string;
  first: number;
  end: number;
  strength: number;
}

/** The part of a transform that is used: nothing is rotated. */
export interface Matrix {
  a: number;
  d: number;
  e: number;
  f: number;
}
/** What is painted on: a canvas in two dimensions, or the SVG backend. */
export interface Pen {
  fillStyle: string | CanvasGradient | CanvasPattern;
  strokeStyle: string | CanvasGradient | CanvasPattern;
  lineWidth: number;
  globalAlpha: number;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
  lineJoin: CanvasLineJoin;
  readonly canvas: { width: number; height: number };
  getTransform(): Matrix;
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  save(): void;
  restore(): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void;
  closePath(): void;
  rect(x: number, y: number, width: number, height: number): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  arc(x: number, y: number, radius: number, start: number, end: number): void;
  fill(): void;
  stroke(): void;
  fillText(words: string, x: number, y: number): void;
  strokeText(words: string, x: number, y: number): void;
  measureText(words: string): { width: number };
}
/** What part of the graph is visible, at `ratio` dots to a CSS pixel; `free` is what no panel covers, in CSS pixels. */
export interface Frame extends Sides {
  matrix: Matrix;
  ratio: number;
  zoom: number;
  free: Sides | null;
}
