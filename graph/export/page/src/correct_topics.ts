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
type Listed = Record<string, unknown[]>;
const rowsOf = (table: Listed, isKept: (at: number) => boolean) =>
  Object.fromEntries(
    Object.entries(table).map(([name, column]) => [name, column.filter((_, at) => isKept(at))]),
  );
/** The figures of the corpus under the new names, without what is gone; what they count stays as Python counted it. */
export const correctFigures = (
  figures: PageData["figures"],
  fates: Map<string, Fate | null>,
  topic: (name: unknown) => unknown,
): PageData["figures"] => {
  if (!figures?.series?.id) return figures;
  const { series } = figures;
  const fate = (row: number) => fates.get(series.id[row]);
  const without = <Table extends { row: number[] }>(table: Table): Table =>
    table?.row &&
    (rowsOf(table as unknown as Listed, (at) => fate(table.row[at]) !== null) as unknown as Table);
  const labelOf = (label: string, row: number) =>
    series.kind[row] === "topic" ? (topic(label) as string) : (fate(row)?.label ?? label);
  return {
    ...figures,
    ...{
      rising: without(figures.rising),
      fading: without(figures.fading),
      taken_up: without(figures.taken_up),
    },
    series: {
      ...series,
      label: series.label.map(labelOf),
      kind: series.kind.map((kind, row) => fate(row)?.kind ?? kind),
    },
  };
};
/** Papers that are not drawn, under the new names of topics. */
export const correctRest = (data: PageData, columns: (table: Columns) => Columns) =>
  data.rest ? columns(unpackTable(data.rest)) : undefined;
