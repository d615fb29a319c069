// Names of topics and of entities, as corrections leave them, in all that the page says of them.
import type { Columns, Graph } from "./correct_graph";
import { unpackTable } from "./data";
import type { Pin } from "./pins";
import type { PageData } from "./types";

type Level = "topic" | "subtopic";
/** The new name of each topic and subtopic that has one. */
const renames = (graph: Graph, pins: Pin[], effects: boolean[]) => {
  const found: Record<Level, Map<string, string>> = { topic: new Map(), subtopic: new Map() };
  pins.forEach((pin, at) => {
    if (pin.table !== "topic" || !pin.to) return;
    const level = pin.level ?? "topic";
    const column = (graph.nodes[level] ?? []) as string[];
    const [paper] = pin.paper ? graph.papersOf(pin.paper) : [];
    const asked = (pin.name ?? "").toLowerCase();
    const old = pin.paper ? column[paper] : column.find((name) => name.toLowerCase() === asked);
    if (!old) return;
    effects[at] = true;
    if (!found[level].has(old)) found[level].set(old, pin.to);
  });
  return found;
};
/** Columns and facts with the new names of topics. */
export const correctTopics = (graph: Graph, pins: Pin[], effects: boolean[]) => {
  const found = renames(graph, pins, effects);
  const all = new Map([...found.topic, ...found.subtopic]);
  const nameOf = (name: unknown) => all.get(name as string) ?? name;
  const columns = (table: Columns): Columns => ({
    ...table,
    ...(table.topic ? { topic: table.topic.map((name) => found.topic.get(name as string) ?? name) } : {}),
    ...(table.subtopic
      ? {
          subtopic: table.subtopic.map(
            (name) => found.subtopic.get(name as string) ?? all.get(name as string) ?? name,
          ),
        }
      : {}),
  });
  const facts = (topics: PageData["topics"]) =>
    topics?.map((item) => ({ ...item, name: nameOf(item.name) as string }));
  return { columns, facts, nameOf };
};

/** What an entity is called now, or that it is gone. */
export interface Fate {
  label: string;
  kind: string;
}
type Listed = Record<string, unknown[]> & { row?: number[] };
interface Figures {
  series?: Record<string, unknown[]>;
  rising?: Listed;
  fading?: Listed;
  taken_up?: Listed;
}
/** The figures of the corpus under the new names, without what is gone; what they count stays as Python counted it. */
export const correctFigures = (
  figures: unknown,
  fates: Map<string, Fate | null>,
  topic: (name: unknown) => unknown,
) => {
  const { series, ...more } = (figures ?? {}) as Figures;
  if (!series?.id || !series.label || !series.kind) return figures;
  const { id, label, kind, papers = [] } = series;
  const fate = (row: number) => fates.get(id[row] as string);
  const isGone = (row: number) => fate(row) === null;
  const rows = id.map((_, row) => row);
  const without = (table?: Listed): Listed | undefined => {
    if (!table?.row) return table;
    const kept = table.row.map((row) => !isGone(row));
    return Object.fromEntries(
      Object.entries(table).map(([name, column]) => [name, column?.filter((_, at) => kept[at]) ?? []]),
    );
  };
  return {
    ...more,
    ...{ rising: without(more.rising), fading: without(more.fading), taken_up: without(more.taken_up) },
    series: {
      ...series,
      label: rows.map((row) =>
        kind[row] === "topic" ? topic(label[row]) : (fate(row)?.label ?? label[row]),
      ),
      kind: rows.map((row) => fate(row)?.kind ?? kind[row]),
      papers: rows.map((row) => (isGone(row) ? 0 : papers[row])),
    },
  };
};
/** Papers that are not drawn, under the new names of topics. */
export const correctRest = (data: PageData, columns: (table: Columns) => Columns) =>
  data.rest ? columns(unpackTable(data.rest)) : undefined;
