// Which entities of two kinds papers name together, and where they do not although both are frequent. The same is
// counted by Python (graph/query/matrix.py): there the sources are.
import { rowOf } from "./corpus";
import { edges, links, nodes, size } from "./model";
import { countedPapers, eachUndrawn, isCounted } from "./naming";
import type { State } from "./types";

/** An entity of a row or a column: `papers` of the matrix name it. */
export interface Counted {
  node: number;
  papers: number;
}
/** An empty cell where papers were expected; `p` is the chance of that if the two were independent, `q` the same with
 * regard to the number of cells. */
export interface Gap {
  p: number;
  q: number;
}
export interface Grid {
  rows: Counted[];
  columns: Counted[];
  counts: number[][];
  /** All papers that were looked at. */
  papers: number;
  /** By row, then by column. */
  gaps: Map<number, Map<number, Gap>>;
}
const UNLIKELY = 0.05;

/** How many papers would name both if the two were independent. */
export const expected = (grid: Grid, row: number, column: number) =>
  (grid.rows[row].papers * grid.columns[column].papers) / Math.max(1, grid.papers);

const logFactorials = [0];
const logFactorial = (n: number) => {
  for (let next = logFactorials.length; next <= n; next += 1)
    logFactorials.push(logFactorials[next - 1] + Math.log(next));
  return logFactorials[n];
};
/** The chance that `row` papers, drawn from all, have none of `column` ones among them (hypergeometric). */
export const chanceOfNone = (papers: number, row: number, column: number) => {
  if (row + column > papers) return 0;
  const log =
    logFactorial(papers - row) +
    logFactorial(papers - column) -
    logFactorial(papers - row - column) -
    logFactorial(papers);
  return Math.exp(Math.min(log, 0));
};
/** The false discovery rates of p-values (Benjamini, Hochberg 1995). */
export const discoveryRates = (chances: number[]) => {
  const order = chances.map((_, at) => at).sort((a, b) => chances[b] - chances[a]);
  const found = new Array<number>(chances.length);
  let least = 1;
  order.forEach((at, above) => {
    least = Math.min(least, (chances[at] * chances.length) / (chances.length - above));
    found[at] = least;
  });
  return found;
};

const lower = (node: number) => nodes.label[node].toLowerCase();
const topOf = (kind: string, papers: Int32Array, top: number): Counted[] =>
  nodes.id
    .filter((node) => nodes.kind[node] === kind && papers[node] > 0)
    .sort((a, b) => {
      const [one, two] = [lower(a), lower(b)];
      return papers[b] - papers[a] || (one < two ? -1 : one > two ? 1 : nodes.key[a] < nodes.key[b] ? -1 : 1);
    })
    .slice(0, top)
    .map((node) => ({ node, papers: papers[node] }));

// Each pair of the row of a paper and an entity once: edges are sorted by paper.
const namings = (chosen: State) => {
  const wanted = isCounted(chosen);
  const last = new Int32Array(size).fill(-1);
  const found: [number, number][] = [];
  for (let e = 0; e < links; e += 1) {
    const [paper, entity] = [edges.from[e], edges.to[e]];
    if (!wanted(e) || last[entity] === paper) continue;
    last[entity] = paper;
    found.push([rowOf(paper), entity]);
  }
  eachUndrawn(chosen, (row, entity) => found.push([row, entity]));
  return found;
};
const countTogether = (pairs: [number, number][], rows: Counted[], columns: Counted[]) => {
  const table = rows.map(() => columns.map(() => 0));
  const rowAt = new Map(rows.map(({ node }, at) => [node, at]));
  const columnAt = new Map(columns.map(({ node }, at) => [node, at]));
  const named = new Map<number, [number[], number[]]>();
  for (const [paper, entity] of pairs) {
    const [row, column] = [rowAt.get(entity), columnAt.get(entity)];
    if (row === undefined && column === undefined) continue;
    const own = named.get(paper) ?? [[], []];
    named.set(paper, own);
    if (row !== undefined) own[0].push(row);
    if (column !== undefined) own[1].push(column);
  }
  for (const [inRows, inColumns] of named.values())
    for (const row of inRows) for (const column of inColumns) table[row][column] += 1;
  return table;
};
const gapsOf = (grid: Omit<Grid, "gaps">) => {
  const width = grid.columns.length;
  // A cell with papers counts as a test that found nothing.
  const chances = grid.counts.flatMap((line, row) =>
    line.map((count, column) =>
      count ? 1 : chanceOfNone(grid.papers, grid.rows[row].papers, grid.columns[column].papers),
    ),
  );
  const found: Grid["gaps"] = new Map();
  discoveryRates(chances).forEach((q, at) => {
    if (chances[at] > UNLIKELY) return;
    const row = Math.floor(at / width);
    const line = found.get(row) ?? new Map<number, Gap>();
    found.set(row, line.set(at % width, { p: chances[at], q }));
  });
  return found;
};
/** The matrix of the `top` entities of two kinds that most of the papers that pass name. */
export const gridOf = (chosen: State, rowKind: string, columnKind: string, top = 30): Grid => {
  const pairs = namings(chosen);
  const papers = new Int32Array(size);
  for (const [, entity] of pairs) papers[entity] += 1;
  const [rows, columns] = [rowKind, columnKind].map((kind) => topOf(kind, papers, top));
  const plain = {
    ...{ rows, columns, counts: countTogether(pairs, rows, columns) },
    papers: countedPapers(chosen),
  };
  return { ...plain, gaps: gapsOf(plain) };
};
