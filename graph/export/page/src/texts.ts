// Abstracts, sentences and written forms. They are deflated in chunks (graph/export/page_texts.py), and a chunk is
// unpacked when something first asks for a text in it.
import { unpackTable } from "./data";
import { around, edges, isPaper, links, nodes, size } from "./model";
import type { PackedTable, Texts } from "./types";
import { content, unpack } from "./unpack";

const PAPERS = 256;
const OTHERS = 2048;
const NODE_COLUMNS = ["abstract", "united"] as const;
const EDGE_COLUMNS = ["evidence", "surfaces", "shared", "terms", "reason"] as const;

const chunkOf = new Int32Array(size);
const first = Math.ceil(nodes.id.filter(isPaper).length / PAPERS);
let [papers, others] = [0, 0];
for (let i = 0; i < size; i += 1) {
  chunkOf[i] = isPaper(i) ? Math.floor(papers / PAPERS) : first + Math.floor(others / OTHERS);
  if (isPaper(i)) papers += 1;
  else others += 1;
}
const blank = (length: number) => Array<string>(length).fill("");
const now: Texts = {
  ...{ abstract: blank(size), united: blank(size) },
  ...{ evidence: blank(links), surfaces: blank(links), shared: blank(links) },
  ...{ terms: blank(links), reason: blank(links) },
};

const inside = (chunk: number) => nodes.id.filter((node) => chunkOf[node] === chunk);
const edgesInside = (chunk: number) => {
  const found: number[] = [];
  for (let e = 0; e < links; e += 1) if (chunkOf[edges.from[e]] === chunk) found.push(e);
  return found;
};
// A sentence in title or abstract is written as the place where it is.
const placeEvidence = (own: number[], start: number[], length: number[]) => {
  let [paper, text] = [-1, ""];
  own.forEach((e, at) => {
    if (start[at] < 0) return;
    if (edges.from[e] !== paper)
      [paper, text] = [edges.from[e], `${nodes.label[edges.from[e]]}\n${now.abstract[edges.from[e]]}`];
    now.evidence[e] = text.slice(start[at], start[at] + length[at]);
  });
};
const copy = (
  name: (typeof NODE_COLUMNS)[number] | (typeof EDGE_COLUMNS)[number],
  rows: number[],
  columns: Record<string, unknown[]>,
) => {
  columns[name]?.forEach((text, at) => {
    now[name][rows[at]] = text as string;
  });
};
const fill = (chunk: number, packed: PackedTable) => {
  const columns = unpackTable(packed);
  const [own, lines] = [inside(chunk), edgesInside(chunk)];
  for (const name of NODE_COLUMNS) copy(name, own, columns);
  for (const name of EDGE_COLUMNS) copy(name, lines, columns);
  const { start, length } = columns as unknown as Record<string, number[] | undefined>;
  if (start && length) placeEvidence(lines, start, length);
};

let packed: string[] | null = null;
const pending = new Map<number, Promise<void>>();
const read = (chunk: number) => {
  packed ??= content("text-data").split("\n");
  return unpack<PackedTable>(packed[chunk] ?? "");
};
const load = (chunk: number) => {
  const found =
    pending.get(chunk) ??
    read(chunk).then(
      (columns) => fill(chunk, columns),
      () => {
        now.missing = true; // The page works without them.
      },
    );
  pending.set(chunk, found);
  return found;
};
const loaded = async (chunks: Iterable<number>) => {
  await Promise.all([...new Set(chunks)].map(load));
  return now;
};

/** Texts in which those of given nodes are there, and those of all edges around them. */
export const near = (...wanted: number[]) =>
  loaded(wanted.flatMap((node) => [chunkOf[node], ...around[node].map((e) => chunkOf[edges.from[e]])]));
/** Texts in which those of given edges are there. */
export const ofEdges = (wanted: number[]) => loaded(wanted.map((e) => chunkOf[edges.from[e]]));
/** All texts. */
export const all = () => loaded(chunkOf);
/** The texts of one node. */
export const ofPaper = async (node: number) => {
  const texts = await loaded([chunkOf[node]]);
  return { abstract: texts.abstract[node], united: texts.united[node] };
};
/** The texts of one edge. */
export const ofEdge = async (e: number) => {
  const texts = await ofEdges([e]);
  const own = EDGE_COLUMNS.map((name) => [name, texts[name][e]]);
  return Object.fromEntries(own) as Record<(typeof EDGE_COLUMNS)[number], string>;
};
/** How many chunks there are: for who goes through all abstracts without holding the page up. */
export const chunks = Math.max(-1, ...chunkOf) + 1;
/** The nodes of a chunk, whose abstracts are there then; its other texts stay packed, they take twice the room. */
export const abstractsOf = async (chunk: number) => {
  const own = inside(chunk);
  if (!pending.has(chunk)) {
    const columns = await read(chunk).catch(() => ({}));
    copy("abstract", own, unpackTable(columns));
  }
  await pending.get(chunk);
  return { nodes: own, texts: now };
};
