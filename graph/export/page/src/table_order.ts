// The items of a table in the order of a column. Where filters do not change its values the order of all items is
// made once, and a change of the filters only picks from it.
import { sorted, type Way } from "./sorted";
import { type Column, everyItem, isLeft } from "./table_columns";
import type { TableName } from "./types";

const made = new Map<string, number[]>();

export const itemsOf = (what: TableName, { name, value, varies }: Column, way: Way) => {
  const left = isLeft(what);
  if (varies || what === "links") return sorted(everyItem(what).filter(left), value, way);
  const key = `${what} ${name} ${way}`;
  const all = made.get(key) ?? sorted(everyItem(what), value, way);
  made.set(key, all);
  return all.filter(left);
};
