// Every paper of the graph, drawn or not, in columns: first those that are nodes, then the table `rest` of the page.
import * as model from "./model";
import { isPaper, nodes } from "./model";
import { binsOf } from "./periods";
import type { Corpus } from "./types";

const drawn = nodes.id.filter(isPaper);
const { rest } = model;
const others = rest.label?.length ?? 0;
const column = (name: string): string[] => {
  const own = (nodes as unknown as Record<string, string[] | undefined>)[name];
  const more = rest[name] as string[] | undefined;
  return [
    ...drawn.map((node) => own?.[node] ?? ""),
    ...Array.from({ length: others }, (_, row) => more?.[row] ?? ""),
  ];
};
const [topic, subtopic, date] = ["topic", "subtopic", "date"].map(column);
const size = drawn.length + others;

export const corpus: Corpus = {
  size,
  drawn: drawn.length,
  node: Int32Array.from({ length: size }, (_, row) => drawn[row] ?? -1),
  key: column("key"),
  title: column("label"),
  written: column("written"),
  date,
  topic,
  subtopic,
  url: column("url"),
  authors: column("authors"),
  given: column("given"),
  venue: column("venue"),
  arxiv: column("arxiv"),
  doi: column("doi"),
  bins: binsOf(date),
};
const row = new Int32Array(model.size).fill(-1);
drawn.forEach((node, at) => {
  row[node] = at;
});
/** A title as its source has it, with LaTeX. */
export const writtenTitle = (row: number) => corpus.written[row] || corpus.title[row];
/** The row of the paper that is a node, -1 of an entity. */
export const rowOf = (node: number) => row[node] ?? -1;
