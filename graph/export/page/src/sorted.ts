// Sorting by a column of a table.
import { compare } from "./model";

/** Upwards or downwards. */
export type Way = 1 | -1;

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
