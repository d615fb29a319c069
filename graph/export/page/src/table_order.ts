// The items of a table in the order of a column. Where filters do not change its values the order of all items is
// made once, and a change of the filters only picks from it.
import { compare } from "./model";
import { type Column, everyItem, isLeft } from "./table_columns";
import type { TableName } from "./types";

export type Way = 1 | -1;

const made = new Map<string, number[]>();

/** Items by their value, upwards or downwards; of equals the earlier item. */
export const sorted = (items: number[], value: (item: number) => string | number, way: Way) => {
  const less = (a: string | number, b: string | number) =>
    typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
  return items
    .map((item) => ({ item, key: value(item) }))
    .sort((a, b) => {
      // What is empty comes last, either way.
      const empty = Number(a.key === "") - Number(b.key === "");
      return empty || way * less(a.key, b.key) || a.item - b.item;
    })
    .map(({ item }) => item);
};
export const itemsOf = (what: TableName, { name, value, varies }: Column, way: Way) => {
  const left = isLeft(what);
  if (varies || what === "links") return sorted(everyItem(what).filter(left), value, way);
  const key = `${what} ${name} ${way}`;
  const all = made.get(key) ?? sorted(everyItem(what), value, way);
  made.set(key, all);
  return all.filter(left);
};
