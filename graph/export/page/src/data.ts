// The data that the page starts with: given once, before the modules that read it are loaded (boot.ts).
import type { PackedColumn, PackedTable, PageData } from "./types";

let given: PageData | null = null;
export const give = (data: PageData) => {
  given = data;
};
export const pageData = () => {
  if (!given) throw new Error("the data of the page are not there yet");
  return given;
};

/** The parts of a text that Python joined, as aliases. */
export const split = (text: string) => text.split(" | ").filter((part) => part !== "");
export const unpackColumn = (column: PackedColumn) =>
  Array.isArray(column) ? column : column.index.map((at) => column.values[at]);
export const unpackTable = (columns: PackedTable): Record<string, unknown[]> =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, unpackColumn(column)]));
