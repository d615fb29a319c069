// The shapes of what the modules hand to each other. A node, an edge and a line are numbers: their rows.

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

/** Texts that are deflated in the page; `missing` where the browser cannot unpack them. */
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

/** The JSON in the page. */
export interface PageData {
  nodes: PackedTable;
  edges: PackedTable;
  colours: Record<string, number[]>;
  facts: {
    kinds: Record<string, KindFacts>;
    entities: { one: string; many: string };
    relations: Record<string, RelationFacts>;
  };
  topics?: TopicFacts[];
  options: Record<string, object>;
}

export type View = "full" | "papers" | "entities";
export type Colour = "topic" | "kind";
export type TableName = "" | "nodes" | "links";

/** What the reader chose: every field of it can stand in the address. */
export interface State {
  selected: number;
  target: number;
  steps: number;
  topic: string;
  colour: Colour;
  view: View;
  table: TableName;
  hiddenKinds: Set<string>;
  hiddenRelations: Set<string>;
  hiddenTopics: Set<string>;
  confidence: number;
  papers: number;
  weight: number;
  together: number;
  since: string;
  until: string;
}
export type Field = keyof State;

export interface Point {
  x: number;
  y: number;
}
/** What the middle of the canvas shows, and how many CSS pixels a unit of the graph is. */
export interface Camera extends Point {
  zoom: number;
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
