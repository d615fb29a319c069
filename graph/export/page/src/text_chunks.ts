// Which chunk of the packed texts has what, by the rows of the file: as `chunk_numbers` of graph/export/page_texts.py.
import { unpackTable } from "./data";
import type { PageData } from "./types";

const PAPERS = 256;
const OTHERS = 2048;
/** The chunk of each node. */
export const chunkNumbers = (isPaper: boolean[]) => {
  const first = Math.ceil(isPaper.filter(Boolean).length / PAPERS);
  let [papers, others] = [0, 0];
  return Int32Array.from(isPaper, (paper) => {
    if (paper) papers += 1;
    else others += 1;
    return paper ? Math.floor((papers - 1) / PAPERS) : first + Math.floor((others - 1) / OTHERS);
  });
};
/** The edges of each chunk, in the order of its columns: they are with the papers that they start at. */
export const edgesByChunk = (chunkOf: Int32Array, from: number[]) => {
  const found = new Map<number, number[]>();
  from.forEach((node, e) => {
    const own = found.get(chunkOf[node]);
    if (own) own.push(e);
    else found.set(chunkOf[node], [e]);
  });
  return found;
};
export const edgeChunks = (data: PageData) => {
  const { kind = [] } = unpackTable(data.nodes);
  const { from = [] } = unpackTable(data.edges) as Record<string, number[]>;
  return edgesByChunk(chunkNumbers(kind.map((name) => name === "paper")), from);
};
