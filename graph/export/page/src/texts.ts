// Abstracts, sentences and written forms. They are deflated in chunks (graph/export/page_texts.py), and a chunk is
// unpacked when something first asks for a text in it.
import { unpackTable } from "./data";
import * as model from "./model";
import { around, edges, isPaper, links, nodes, size } from "./model";
import { chunkNumbers, edgesByChunk } from "./text_chunks";
import type { PackedTable, Texts } from "./types";
import { content, unpack } from "./unpack";

const NODE_COLUMNS = ["abstract", "united"] as const;
const EDGE_COLUMNS = ["evidence", "surfaces", "shared", "terms", "reason"] as const;

// Texts are packed by the rows of the file, of which corrections may leave some out, or make one of several.
const { origin } = model;
const fileChunk = chunkNumbers(origin?.isPaper ?? nodes.id.map(isPaper));
const fileEdges = edgesByChunk(fileChunk, origin?.from ?? edges.from);
const rowsBy = (origins: number[][]) => {
  const found = new Map<number, number[]>();
  origins.forEach((all, row) => {
    for (const each of all) found.set(each, [...(found.get(each) ?? []), row]);
  });
  return (each: number) => found.get(each) ?? [];
};
const same = (each: number) => [each];
const nodeRows = origin ? rowsBy(origin.nodes.map(same)) : same;
const edgeRows = origin ? rowsBy(origin.edges) : same;
const chunkOf = origin ? Int32Array.from(origin.nodes, (row) => fileChunk[row] ?? -1) : fileChunk;
const blank = (length: number) => Array<string>(length).fill("");
const now: Texts = {
  ...{ abstract: blank(size), united: blank(size) },
  ...{ evidence: blank(links), surfaces: blank(links), shared: blank(links) },
  ...{ terms: blank(links), reason: blank(links) },
};

const inside = (chunk: number) => nodes.id.filter((node) => chunkOf[node] === chunk);
const insideFile = (chunk: number) => [...fileChunk.keys()].filter((row) => fileChunk[row] === chunk);
// A sentence in title or abstract is written as the place where it is.
const placeEvidence = (own: number[], start: number[], length: number[]) => {
  let [paper, text] = [-1, ""];
  own.forEach((each, at) => {
    if (start[at] < 0) return;
    for (const e of edgeRows(each)) {
      if (edges.from[e] !== paper)
        [paper, text] = [edges.from[e], `${nodes.label[edges.from[e]]}\n${now.abstract[edges.from[e]]}`];
      now.evidence[e] ||= text.slice(start[at], start[at] + length[at]);
    }
  });
};
// An edge that is made of several has all their forms; one that is a part has its own.
const formsOf = (e: number, each: number, text: string) => {
  if (!origin) return text;
  const own = origin.forms[e][origin.edges[e].indexOf(each)] ?? model.split(text);
  return [...new Set([...model.split(now.surfaces[e]), ...own])].join(" | ");
};
type Columns = Record<string, unknown[]>;
const copyNodes = (name: (typeof NODE_COLUMNS)[number], own: number[], columns: Columns) => {
  columns[name]?.forEach((text, at) => {
    for (const row of nodeRows(own[at])) now[name][row] = text as string;
  });
};
const copyEdges = (name: (typeof EDGE_COLUMNS)[number], own: number[], columns: Columns) => {
  columns[name]?.forEach((text, at) => {
    for (const e of edgeRows(own[at])) {
      if (name === "surfaces") now.surfaces[e] = formsOf(e, own[at], text as string);
      else now[name][e] ||= text as string;
    }
  });
};
const fill = (chunk: number, packed: PackedTable) => {
  const columns = unpackTable(packed);
  const [own, lines] = [insideFile(chunk), fileEdges.get(chunk) ?? []];
  for (const name of NODE_COLUMNS) copyNodes(name, own, columns);
  for (const name of EDGE_COLUMNS) copyEdges(name, lines, columns);
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
  await Promise.all([...new Set(chunks)].filter((chunk) => chunk >= 0).map(load));
  return now;
};

/** Texts in which those of given nodes are there, and those of all edges around them. */
export const near = (...wanted: number[]) =>
  loaded(wanted.flatMap((node) => [chunkOf[node], ...around[node].map((e) => chunkOf[edges.from[e]])]));
/** Texts in which those of given edges are there. */
export const ofEdges = (wanted: number[]) => loaded(wanted.map((e) => chunkOf[edges.from[e]]));
/** All texts. */
export const all = () => loaded(chunkOf);
/** The texts of one edge. */
export const ofEdge = async (e: number) => {
  const texts = await ofEdges([e]);
  const own = EDGE_COLUMNS.map((name) => [name, texts[name][e]]);
  return Object.fromEntries(own) as Record<(typeof EDGE_COLUMNS)[number], string>;
};
/** How many chunks there are: for who goes through all abstracts without holding the page up. */
export const chunks = fileChunk.reduce((most, chunk) => Math.max(most, chunk), -1) + 1;
/** The nodes of a chunk, whose abstracts are there then; its other texts stay packed, they take twice the room. */
export const abstractsOf = async (chunk: number) => {
  const own = inside(chunk);
  if (!pending.has(chunk)) {
    const columns = await read(chunk).catch(() => ({}));
    copyNodes("abstract", insideFile(chunk), unpackTable(columns));
  }
  await pending.get(chunk);
  return { nodes: own, texts: now };
};
