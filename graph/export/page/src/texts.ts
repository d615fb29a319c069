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
const inFile = {
  isPaper: model.origin?.isPaper ?? nodes.id.map(isPaper),
  from: model.origin?.from ?? edges.from,
};
const fileChunk = chunkNumbers(inFile.isPaper);
const fileEdges = edgesByChunk(fileChunk, inFile.from);
const rowsBy = (origins: Iterable<number[]>) => {
  const found = new Map<number, number[]>();
  let row = 0;
  for (const all of origins) {
    for (const origin of all) found.set(origin, [...(found.get(origin) ?? []), row]);
    row += 1;
  }
  return found;
};
const corrected = model.origin && {
  nodes: rowsBy(model.origin.nodes.map((row) => [row])),
  edges: rowsBy(model.origin.edges),
};
const nodeRows = (origin: number) => (corrected ? (corrected.nodes.get(origin) ?? []) : [origin]);
const edgeRows = (origin: number) => (corrected ? (corrected.edges.get(origin) ?? []) : [origin]);
const chunkOf = model.origin ? Int32Array.from(model.origin.nodes, (row) => fileChunk[row] ?? -1) : fileChunk;
const blank = (length: number) => Array<string>(length).fill("");
const now: Texts = {
  ...{ abstract: blank(size), united: blank(size) },
  ...{ evidence: blank(links), surfaces: blank(links), shared: blank(links) },
  ...{ terms: blank(links), reason: blank(links) },
};

const inside = (chunk: number) => nodes.id.filter((node) => chunkOf[node] === chunk);
// A sentence in title or abstract is written as the place where it is.
const placeEvidence = (own: number[], start: number[], length: number[]) => {
  let [paper, text] = [-1, ""];
  own.forEach((origin, at) => {
    if (start[at] < 0) return;
    for (const e of edgeRows(origin)) {
      if (edges.from[e] !== paper)
        [paper, text] = [edges.from[e], `${nodes.label[edges.from[e]]}\n${now.abstract[edges.from[e]]}`];
      now.evidence[e] ||= text.slice(start[at], start[at] + length[at]);
    }
  });
};
// An edge that is made of several has all their forms; one that is a part has its own.
const formsOf = (e: number, origin: number, text: string) => {
  const place = model.origin?.edges[e].indexOf(origin) ?? -1;
  const own = model.origin?.forms[e][place]?.join(" | ") ?? text;
  const known = model.split(now.surfaces[e]);
  return [...new Set([...known, ...model.split(own)])].join(" | ");
};
const fill = (chunk: number, packed: PackedTable) => {
  const columns = unpackTable(packed) as Record<string, string[] | undefined>;
  const ownNodes: number[] = [];
  fileChunk.forEach((each, row) => {
    if (each === chunk) ownNodes.push(row);
  });
  const ownEdges = fileEdges.get(chunk) ?? [];
  for (const name of NODE_COLUMNS)
    columns[name]?.forEach((text, at) => {
      for (const row of nodeRows(ownNodes[at])) now[name][row] = text;
    });
  for (const name of EDGE_COLUMNS)
    columns[name]?.forEach((text, at) => {
      const origin = ownEdges[at];
      for (const e of edgeRows(origin)) {
        if (name === "surfaces") now.surfaces[e] = corrected ? formsOf(e, origin, text) : text;
        else now[name][e] ||= text;
      }
    });
  const { start, length } = columns as unknown as Record<string, number[] | undefined>;
  if (start && length) placeEvidence(ownEdges, start, length);
};

let packed: string[] | null = null;
const pending = new Map<number, Promise<void>>();
const load = (chunk: number) => {
  packed ??= content("text-data").split("\n");
  const found =
    pending.get(chunk) ??
    unpack<PackedTable>(packed[chunk] ?? "").then(
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
/** How many chunks there are, and one of them: for who goes through all without holding the page up. */
export const chunks = fileChunk.reduce((most, chunk) => Math.max(most, chunk), -1) + 1;
export const nodesOf = async (chunk: number) => {
  await load(chunk);
  return { nodes: inside(chunk), texts: now };
};
