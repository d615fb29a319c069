// The graph of the page as corrections look at it: rows by name, papers by id or title.
import { split, unpackTable } from "./data";
import { paperId } from "./paper_id";
import type { PageData } from "./types";

export type Columns = Record<string, unknown[]>;
/** The written forms of an edge, [] where they are not known. */
export type Surfaces = (edge: number) => string[];

/** Letters and digits of a title: equal for two spellings of one title. */
export const titleKey = (title: string) => {
  const folded = title.normalize("NFKC").toLowerCase();
  return folded.replace(/[^\p{L}\p{N}]/gu, "") || folded.trim();
};

export const graphOf = (data: PageData) => {
  const nodes: Columns = unpackTable(data.nodes);
  const edges: Columns = unpackTable(data.edges);
  const texts = (name: string) => (nodes[name] ?? []) as string[];
  const [key, kind, label, written, aliases] = ["key", "kind", "label", "written", "aliases"].map(texts);
  const [from, to] = [edges.from ?? [], edges.to ?? []] as number[][];
  const size = key.length;
  const isPaper = kind.map((name) => name === "paper");
  /** The edges from papers to each entity. */
  const own: number[][] = Array.from({ length: size }, () => []);
  for (let e = 0; e < from.length; e += 1) if (!isPaper[to[e]]) own[to[e]].push(e);
  const names = (node: number) => [label[node], ...split(aliases[node] ?? "")];

  const byName = new Map<string, number[]>();
  const papers = new Map<string, number[]>();
  const enter = (map: Map<string, number[]>, name: string, node: number) => {
    const found = map.get(name);
    if (!found) map.set(name, [node]);
    else if (!found.includes(node)) found.push(node);
  };
  for (let i = 0; i < size; i += 1) {
    if (isPaper[i]) {
      enter(papers, `id:${paperId(key[i])}`, i);
      enter(papers, `title:${titleKey(written[i] || label[i])}`, i);
    } else for (const name of names(i)) enter(byName, `${kind[i]}\n${name}`, i);
  }
  const kinds = Object.keys(data.facts.kinds).filter((name) => name !== "paper");
  return {
    ...{ data, nodes, edges, key, kind, label, from, to, size, isPaper, own, names, kinds },
    /** Entities of a kind ("": any) that go by a name. */
    named: (wanted: string, name: string) =>
      (wanted ? [wanted] : kinds).flatMap((each) => byName.get(`${each}\n${name}`) ?? []),
    /** Papers of an id or a title. */
    papersOf: (given: string) => [
      ...new Set([...(papers.get(`id:${given}`) ?? []), ...(papers.get(`title:${titleKey(given)}`) ?? [])]),
    ],
  };
};
export type Graph = ReturnType<typeof graphOf>;
